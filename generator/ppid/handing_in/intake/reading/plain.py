"""Text as it comes out of a cell: spaces, line breaks, lists and stand-ins for nothing."""

import re
import unicodedata
from functools import lru_cache
from typing import Final

from ppid.diagnostics.diagnostic import Severity
from ppid.handing_in.intake.reading.verdict import Advice, Verdict
from ppid.reading.files.text_checks import STAND_INS
from ppid.values.cells import unguarded

_REPEATS: Final = frozenset(
    {"idem", "id", "ibid", "sda", "s.d.a", "sama dengan di atas", '"', "\u3003"}
)
_NOTHING: Final = STAND_INS - _REPEATS
_SIGNS_ONLY: Final = re.compile(r"[-.?\u2026_\u2010-\u2015#/\\ ]+")
_BREAKS: Final = re.compile(r"[\r\n\v\f\x85\u2028\u2029]+")
_BULLET: Final = re.compile(r"(?:[-–—•·●▪◦*]\s+|[•·●▪◦]\s*)(?=\S)")
_NUMBERED: Final = re.compile(r"\(?(?:\d{1,3}|[a-z])[.)]\s*(?=\S)", re.IGNORECASE)
_ITEM_END: Final = " ;,."
_SCANNED: Final = re.compile(
    r"\b[l1|]n(?=form|struk|stans|vesta|divid|spek|tern)\w*|\bPasa[1|]\b|\b[l1|]zin\b"
    r"|\binforrnasi\b|\bdokurnen\b|\b\w*[a-z]{2}[01][a-z]{2}\w*",
    re.IGNORECASE,
)
_ADDRESS: Final = re.compile(r"\S*(?:https?:|www\.|@)\S*")


def is_nothing(text: str) -> bool:
    """Tell whether a text says that there is nothing: “-”, “nihil”, “n/a”."""
    word = text.strip().lower()
    return not word or word.rstrip(".") in _NOTHING or _SIGNS_ONLY.fullmatch(word) is not None


def is_repeat(text: str) -> bool:
    """Tell whether a text says “the same as above”."""
    word = text.strip().lower()
    return word in _REPEATS or word.rstrip(".") in _REPEATS


@lru_cache(maxsize=32768)
def tidy(text: str) -> str:
    """Write a text on one line, single spaces, without what cannot be seen.

    A list in a cell stays recognisable: “1. Nama⏎2. Alamat” is “1. Nama; 2. Alamat”.
    """
    text = unguarded(text)
    if text.isascii() and text.isprintable() and "  " not in text:
        return _without_bullet(text.strip())
    seen = "".join(" " if _is_space(char) else char for char in text if not _is_unseen(char))
    lines = [" ".join(line.split()) for line in _BREAKS.split(seen)]
    return _joined([line for line in lines if line])


def _is_space(char: str) -> bool:
    return char == "\t" or unicodedata.category(char) == "Zs"


def _is_unseen(char: str) -> bool:
    return unicodedata.category(char) in {"Cf", "Cc"} and not _BREAKS.match(char) and char != "\t"


def _joined(lines: list[str]) -> str:
    marked = [line for line in lines if _BULLET.match(line) or _NUMBERED.match(line)]
    if len(lines) > 1 and len(marked) > 1 and marked[0] == lines[0]:
        *items, last = (_without_bullet(item) for item in _items(lines))
        return "; ".join((*(item.rstrip(_ITEM_END) for item in items), last.rstrip(" ;,")))
    return _without_bullet(" ".join(lines))


def _items(lines: list[str]) -> list[str]:
    """Put lines that go on with an item behind its first line."""
    items: list[str] = []
    for line in lines:
        if items and not (_BULLET.match(line) or _NUMBERED.match(line)):
            items[-1] += f" {line}"
        else:
            items.append(line)
    return items


def _without_bullet(line: str) -> str:
    """Take off a mark of a list; at the start of a cell “- ” would be run as a formula."""
    bullet = _BULLET.match(line)
    return line[bullet.end() :] if bullet else line


@lru_cache(maxsize=8192)
def read_plain(text: str) -> Verdict:
    """Take a tidy text as it is; what a scanner seems to have misread is only pointed out."""
    noise = _SCANNED.search(_ADDRESS.sub(" ", text))
    if noise is None:
        return Verdict(text)
    message = f"“{noise[0]}” tampak seperti salah baca dari hasil pindaian"
    return Verdict(text, advice=Advice(Severity.SARAN, message, "Periksa ejaannya."))
