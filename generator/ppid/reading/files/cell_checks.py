"""What one value may look like, whatever it means: formulas, stand-ins for nothing, tidiness."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from ppid.diagnostics.model import Requirement
from ppid.reading.files.requirements import BRK_008, BRK_010, ISI_008
from ppid.reading.files.word_pattern import pattern_of

# Full-width forms count: some spreadsheets turn them into the ASCII sign.
_FORMULA_SIGNS = "=+-@\uff1d\uff0b\uff0d\uff20"
_LEADING_CONTROL = {"\t": "tab", "\r": "pindah baris"}
# “-5”, “-5,5 %” and “+62 (21) 8895-1234” are numbers to everybody who opens the table.
_PLAIN_NUMBER = re.compile(r"[+-] ?\(?\d[\d .,()/-]*%?")
_DASHES = re.compile(r"[-\u2010-\u2015]+")

STAND_INS = {
    "idem", "id", "ibid", "sda", "s.d.a", "sama dengan di atas", "nihil", "n/a", "n.a",
    "#ref!", "#n/a", "#error!", "#value!", "#name?", "#div/0!", "#null!", "#num!", "#####",
    "null", "none", "nan", "undefined", "~", '"', "\u3003", "xxx", "tbd",
}  # fmt: skip
_DOTS = re.compile(r"[.?\u2026_]+")

_CODES = {"kode", "singkatan", "nomor", "nama_lain"}
_MIN_CAPITAL_WORDS = 3
_LONG_WORD = 5
_DOUBLED = re.compile(r"(?<=\S) {2,}(?=\S)")
_WORD = re.compile(r"[^\W\d_]{2,}")
_SHOWN = 60

# The same conditions over many values at once, joined with NUL. Their only task is to be fast and
# to miss nothing; what they find is looked at again value by value.
_BOUNDARY = re.compile(
    r"\x00(?:(?<=\s\x00)|\s"
    rf"|[{re.escape(_FORMULA_SIGNS)}]"
    r"|[-.?\u2026_\u2010-\u2015]+\s*\x00"
    r"|[^a-z\x00 ]+ [^a-z\x00]+(?=\x00))"
)
_MAYBE_STAND_IN = re.compile(rb"\x00" + pattern_of(STAND_INS).encode() + rb"\.?#*\x00")


class Finding(NamedTuple):
    """A requirement that a value does not meet, the sentence about it, a certain replacement."""

    requirement: Requirement
    message: str
    replacement: str = ""


def may_fail(joined: str, lowered: bytes) -> bool:
    """Tell quickly whether any value may fail; `joined` has NUL around and between values."""
    return (
        "  " in joined
        or _BOUNDARY.search(joined) is not None
        or _MAYBE_STAND_IN.search(lowered) is not None
    )


def check_value(value: str, name: str) -> Iterator[Finding]:
    """Check the value of the field called `name`."""
    text = value.strip()
    if not text:
        return
    if _is_stand_in(text):
        yield Finding(BRK_010, f"“{text}” bukan isi")
    elif value[0] in _LEADING_CONTROL:
        sign = _LEADING_CONTROL[value[0]]
        yield Finding(BRK_008, f"“{_shown(text)}” diawali {sign}")
    elif text[0] in _FORMULA_SIGNS and not _PLAIN_NUMBER.fullmatch(text):
        message = f"“{_shown(text)}” diawali “{text[0]}” dan akan dijalankan sebagai rumus"
        yield Finding(BRK_008, message)
    yield from _untidy(value, text, name)


def _is_stand_in(text: str) -> bool:
    word = text.lower().rstrip(".#" if len(text) > 1 and text[0] != "#" else ".")
    word = re.sub(r"#{5,}", "#####", word)
    return word in STAND_INS or any(sort.fullmatch(text) for sort in (_DASHES, _DOTS))


def _untidy(value: str, text: str, name: str) -> Iterator[Finding]:
    # A block of YAML ends with a line end that nobody typed.
    tidy = _DOUBLED.sub(" ", text)
    if value.removesuffix("\n") != text:
        yield Finding(ISI_008, f"Ada spasi di awal atau akhir “{_shown(text)}”", tidy)
    doubled = _DOUBLED.search(text)
    if doubled:
        around = text[max(0, doubled.start() - 15) : doubled.end() + 15]
        yield Finding(ISI_008, f"Ada spasi ganda di “{around}”", tidy)
    if name not in _CODES and text.isupper() and _is_shouted(text):
        yield Finding(ISI_008, f"“{_shown(text)}” seluruhnya huruf besar")


def _is_shouted(text: str) -> bool:
    words = _WORD.findall(text)
    # Abbreviations may follow each other: “RKA DPA SKPD” is no shouting.
    return len(words) >= _MIN_CAPITAL_WORDS and sum(len(w) >= _LONG_WORD for w in words) > 1


def _shown(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _SHOWN else line[: _SHOWN - 1] + "…"
