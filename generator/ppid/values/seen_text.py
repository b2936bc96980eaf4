"""A text as whoever reads it sees it, and where each character of that was written.

Word processors, scanners and web pages write what is read as “3275” in many ways: digits of other
scripts, escapes, characters that nobody sees, the letter O for a nought.
"""

import html
import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterator
from functools import cached_property, lru_cache
from typing import Final

NOT_DIGIT: Final = re.compile(r"[^0-9]")
_NOT_ASCII: Final = re.compile(r"[^\x00-\x7f]")
DIGIT: Final = re.compile(r"[0-9]")
DIGITS: Final = re.compile(r"[0-9]+")
# Ten, as mobile numbers and accounts have at least, and as far apart as in any pattern.
_MANY_DIGITS: Final = re.compile(r"[0-9](?:[ ./_()\r\n\t-]{0,44}[0-9]){9,}")
# Word processors put hard spaces and dashes where people type plain ones.
_AS_TYPED: Final = (
    dict.fromkeys("\u00a0\u2007\u202f\u2009", " ")
    | dict.fromkeys("\uff20\ufe6b", "@")
    | dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2212", "-")
    # Patterns that ignore case take these for letters of ours; `lower` does not, or makes two.
    | {"\u0130": "I", "\u0131": "i", "\u017f": "s"}
)
# Digits high or low are a note behind a word or a number, unless a number is written in them.
_RAISED_DIGITS: Final = "\u2070\u00b9\u00b2\u00b3\u2074-\u2079\u2080-\u2089"
_RAISED_DIGIT: Final = re.compile(f"[{_RAISED_DIGITS}]")
_RAISED: Final = re.compile(rf"(?<![0-9{_RAISED_DIGITS}])[{_RAISED_DIGITS}]{{4,}}")
# People type the letter O for a nought: “O812…”, “081O…”, “79OOOO2”.
_NOUGHT: Final = re.compile(r"[Oo](?:(?=[0-9])(?<![^\W\d_][Oo])|(?<=[0-9][Oo])[Oo]{0,9}(?=[0-9]))")
# Characters that nobody sees, and characters that stand for others: “&#51;”, “\u0033”, “%20”.
# Marks above and around a character are not what is read of it.
_UNSEEN: Final = (
    r"\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufe00-\ufe0f\ufeff"
    r"\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f"
)
_UNSEEN_ONE: Final = re.compile(rf"[{_UNSEEN}]")
_DISGUISED: Final = re.compile(
    rf"[&%\\{_UNSEEN}](?:(?<=[{_UNSEEN}])[{_UNSEEN}]*"
    r"|(?<=&)(?:#[0-9]{1,6}|#x[0-9a-f]{1,6}|[a-z]{2,8});"
    r"|(?<=\\)(?:(?-i:[nrt])|u00[2-7][0-9a-f]|x[2-7][0-9a-f])"
    r"|(?<=%)(?:2[0-9a-f]|3[0-9]|40))",
    re.IGNORECASE,
)


# A formula that puts a text together: ="3329"&"0910".
_PUT_TOGETHER: Final = re.compile(
    rf"\"(?<=[0-9]\") ?& ?\"(?=[0-9])|{_DISGUISED.pattern}", re.IGNORECASE
)


class SeenText:
    """A text as whoever reads it sees it, and where each character was written."""

    def __init__(self, written: str) -> None:
        self.text = _typed(written)
        if "o" in self.text or "O" in self.text:
            self.text = _NOUGHT.sub(lambda found: "0" * len(found[0]), self.text)
        self._ends: list[int] = []
        self._shifts: list[int] = []
        unseen = not self.text.isascii() and _UNSEEN_ONE.search("".join(set(self.text)))
        if unseen or any(mark in self.text for mark in "&%\\"):
            parts, at, length, shift = list[str](), 0, 0, 0
            formula = '"&' in self.text or '" &' in self.text
            disguised = _PUT_TOGETHER if formula else _DISGUISED
            for found in disguised.finditer(self.text):
                shown = _shown(found[0])
                parts += self.text[at : found.start()], shown
                length += found.start() - at + len(shown)
                shift += len(found[0]) - len(shown)
                self._ends.append(length)
                self._shifts.append(shift)
                at = found.end()
            self.text = "".join([*parts, self.text[at:]])

    def written_at(self, offset: int) -> int:
        """Return where a character of the read text stands in the written one."""
        before = bisect_right(self._ends, offset)
        return offset + (self._shifts[before - 1] if before else 0)

    def holds(self, *words: str) -> bool:
        """Return whether one of these stands anywhere; words are in small letters."""
        small = self._small
        return any(word in small for word in words)

    @cached_property
    def _small(self) -> str:
        return self.text.lower()

    @cached_property
    def _starts(self) -> list[int]:
        """Where digits begin that belong to a number long enough to be somebody's."""
        return [
            found.start()
            for many in _MANY_DIGITS.finditer(self.text)
            for found in DIGITS.finditer(self.text, *many.span())
        ]

    def numbers(self, pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
        """Yield what a pattern of many digits matches where digits begin; matches may overlap."""
        matches = (pattern.match(self.text, at) for at in self._starts)
        return (found for found in matches if found)

    def told(
        self, pattern: re.Pattern[str], words: tuple[str, ...], *, before: int
    ) -> Iterator[re.Match[str]]:
        """Yield what a pattern matches that begins at most so far before one of these words."""
        small = self._small
        told = [word for word in words if word in small]
        if not told:  # as in most short texts
            return
        last = 0
        places = (found.start() for word in told for found in re.finditer(word, small))
        for place in sorted(places):
            for at in range(max(last, place - before), place + 1):
                if found := pattern.match(self.text, at):
                    yield found
                    last = found.end()
                    break

    @cached_property
    def boxed(self) -> list[re.Match[str]]:
        """Numbers that stand on a form or in a row of a table with a cell for each digit."""
        return [*_BOXES.finditer(self.text)]

    def before(self, offset: int) -> str:
        """Return what stands before a place on the same line, in small letters."""
        return self.text[max(0, offset - NEAR) : offset].rpartition("\n")[2].lower()

    def after(self, offset: int) -> str:
        """Return what stands behind a place on the same line, in small letters."""
        return self.text[offset : offset + NEAR].partition("\n")[0].lower()


NEAR: Final = 60
"""Characters before and behind a place that are looked at."""


def _typed(text: str) -> str:
    """Return a text as long, in the characters of a plain keyboard."""
    if not text.isascii():
        others = set(_NOT_ASCII.findall(text))
        for written in others:
            if typed := _AS_TYPED.get(written) or _plain(written):
                text = text.replace(written, typed)
        if any(map(_RAISED_DIGIT.match, others)):
            text = _RAISED.sub(lambda found: "".join(map(_digit, found[0])), text)
    return text


@lru_cache(maxsize=4096)
def _plain(written: str) -> str:
    """Return a digit of another script, a wide letter, or the like in plain; else nothing."""
    if _RAISED_DIGIT.match(written):
        return ""
    plain = _digit(written) or unicodedata.normalize("NFKC", written)
    return plain if len(plain) == 1 and plain.isascii() else ""


def _digit(written: str) -> str:
    value = unicodedata.digit(written, None)
    return "" if value is None else str(value)


def _shown(disguised: str) -> str:
    """Return the character for which an escape stands; nothing for what nobody sees."""
    if disguised[0] == "&":
        return _typed(html.unescape(disguised))
    if disguised[-1] in "nrt":
        return "\n"
    return chr(int(disguised[-2:], 16)) if disguised[0] in "\\%" else ""


_BOXES: Final = re.compile(
    r"[0-9](?<![0-9A-Za-z.,-][0-9])"
    r"(?:(?:\t| ?\| ?|</td>\s{0,40}<td[^<>0-9]{0,99}>)[0-9](?![0-9])){9,}"
    r"(?=[\t\n\r]| ?\||</td>|(?![\s\S]))"
)
