"""Slips of the pen in the names of kinds of laws and in the words of a citation."""

import re
from collections.abc import Iterator
from itertools import chain
from typing import Final, NamedTuple

from rapidfuzz.distance import OSA

from ppid.values.law_kinds import (
    CODES,
    ISSUERS,
    LOCAL,
    LOOKALIKES,
    MINISTRIES,
    NATIONAL,
    OFFICES,
)
from ppid.values.law_names import near_word

_WORD: Final = re.compile(r"[a-z]{3,}", re.IGNORECASE)
_FIGURED: Final = re.compile(r"(?<![^\W_])[a-z]+[01][a-z]*(?![^\W_])", re.IGNORECASE)
_LETTERS: Final = str.maketrans("01", "ol")
# Words that stand before a letter or a figure; elsewhere “pasar” is a market.
KEYWORDS: Final = ("pasal", "ayat", "huruf", "angka", "butir", "point", "nomor", "tahun")
_VALUE: Final = re.compile(r"\s*[.:]?\s*\(?(?:[0-9]+|[a-z])(?![a-z])", re.IGNORECASE)
_NAMES: Final = [*chain(*NATIONAL.values(), *LOCAL.values(), *OFFICES.values()), *CODES]
_LAW_WORDS: Final = ISSUERS.union(
    word for name in _NAMES if not name.isalpha() for word in _WORD.findall(name)
)
# Only what is long can be misspelt: “Sama” is no slip of “SEMA”.
_SHORTEST: Final = len("perda")
_SHORT: Final = len("kepmen")
_ABBREVIATIONS: Final = sorted(
    {name for name in _NAMES if name.isalpha() and len(name) >= _SHORTEST}
    | {f"{kind}men{ministry}" for kind in ("per", "kep", "in") for ministry in MINISTRIES}
)
_KNOWN: Final = _LAW_WORDS.union(_NAMES, _ABBREVIATIONS, KEYWORDS, LOOKALIKES)
_NUMBER: Final = re.compile(r"\b(?:no|nomor|nomer)\b|[0-9]+\s*(?:/|tahun|thn|th)", re.IGNORECASE)
_REACH: Final = 120
# “No,or 020/BAN-PT/2008”, “Nmr 5”; “PER/05/M.PAN/03/200 8”
_NOMOR: Final = re.compile(r"\bn[^\s0-9]{1,4}r(?=[\s.:]*[0-9])", re.IGNORECASE)
_TORN_YEAR: Final = re.compile(r"(?<=[/\s])((?:19|20)[0-9])\s([0-9])(?![0-9])")

# “Pasal l7”, “2O08”
_MISREAD: Final = re.compile(r"(?<![^\W_])(?=[^\W_]*[0-9])[0-9lIoO]*[lIoO][0-9lIoO]*(?![^\W_])")
_LONGEST_FIGURE: Final = 12
_FIGURES: Final = str.maketrans("lIoO", "1100")

# “NegeriUU” are two words.
_RUN_ON: Final = re.compile("(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=No(?:mor)?$)")


class Slip(NamedTuple):
    """A place with a slip of the pen, and the only words that it can stand for."""

    start: int
    end: int
    meant: str


def slips_in(text: str, start: int, end: int) -> Iterator[Slip]:
    """Yield the words of a part that are nearly one of a citation: their places, what was meant.

    Only keywords before a letter or a figure, and words of the name of a law before its number.
    """
    for match in _NOMOR.finditer(text, start, end):
        if match[0].lower() != "nomor":
            yield Slip(match.start(), match.end(), "nomor")
    for match in _TORN_YEAR.finditer(text, start, end):
        yield Slip(match.start(), match.end(), match[1] + match[2])
    for match in _MISREAD.finditer(text, start, end + _LONGEST_FIGURE):
        if match.start() <= end + 1:
            yield Slip(match.start(), match.end(), match[0].translate(_FIGURES))
    for match in _FIGURED.finditer(text, start, end):
        if (word := match[0].lower().translate(_LETTERS)) in KEYWORDS:  # “Pasa1 17”
            yield Slip(match.start(), match.end(), word)
    for match in _WORD.finditer(text, start, end):
        word = match[0].replace("I", "l").lower()
        if word in KEYWORDS and word != match[0].lower():  # “PasaI 17”
            yield Slip(match.start(), match.end(), word)
        followed = _NUMBER.search(text, match.end(), match.end() + _REACH) is not None
        if followed and _RUN_ON.search(match[0]):
            yield Slip(match.start(), match.end(), _RUN_ON.sub(" ", match[0]))
        if word in _KNOWN or _RUN_ON.search(match[0]):
            continue
        meant = near_word(word, KEYWORDS) if _VALUE.match(text, match.end()) else ""
        if not meant and followed:
            meant = _near_law_word(word) or _near_abbreviation(word)
        if meant:
            yield Slip(match.start(), match.end(), meant)


def _near_law_word(word: str) -> str:
    """Return the word of a law's name of which another is a slip of the pen.

    Short ones differ by one letter only: “Kepsek” is no slip of “Kepmen”.
    """
    near = near_word(word, _LAW_WORDS)
    return near if len(near) > _SHORT or OSA.distance(near, word) == 1 else ""


def _near_abbreviation(word: str) -> str:
    """Return the abbreviation of a kind that a word differs from by one letter, not the first."""
    near = [one for one in _ABBREVIATIONS if one[0] == word[0] and OSA.distance(one, word) == 1]
    return min(near, key=lambda one: one[-1] != word[-1], default="")
