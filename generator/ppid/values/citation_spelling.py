"""Slips of the pen in the names of kinds of laws and in the words of a citation."""

import re
from collections.abc import Iterator
from itertools import chain
from typing import Final

from ppid.values.law_kinds import CODES, ISSUERS, LOCAL, NATIONAL, OFFICES
from ppid.values.law_names import near_word

_WORD: Final = re.compile(r"[a-z]{3,}", re.IGNORECASE)
# Words that stand before a letter or a figure; elsewhere “pasar” is a market.
_KEYWORDS: Final = ("pasal", "ayat", "huruf", "angka", "butir", "point", "nomor", "tahun")
_VALUE: Final = re.compile(r"\s*[.:]?\s*\(?(?:[0-9]+|[a-z])(?![a-z])", re.IGNORECASE)
_KIND_WORDS: Final = frozenset(
    word
    for name in chain(*NATIONAL.values(), *LOCAL.values(), *OFFICES.values(), CODES)
    for word in _WORD.findall(name)
)
_LAW_WORDS: Final = _KIND_WORDS | ISSUERS
# Words of their own that look like one of these.
_REAL: Final = frozenset(
    {"pasar", "kepada", "bahan", "kata", "darah", "udang", "undangan", "angkat", "tahan", "tahap"}
    | {"perubahan", "perumahan"}
)
_KNOWN: Final = _LAW_WORDS.union(_KEYWORDS, _REAL)
_NUMBER: Final = re.compile(r"\b(?:no|nomor|nomer)\b|[0-9]+\s*(?:/|tahun|thn|th)", re.IGNORECASE)
_REACH: Final = 120

Slip = tuple[int, int, str]


def slips_in(text: str, start: int, end: int) -> Iterator[Slip]:
    """Yield the words of a part that are nearly one of a citation: their places, what was meant.

    Only keywords before a letter or a figure, and words of the name of a law before its number.
    """
    for match in _WORD.finditer(text, start, end):
        word = match[0].lower()
        if word in _KNOWN:
            continue
        meant = near_word(word, _KEYWORDS) if _VALUE.match(text, match.end()) else ""
        if not meant and _NUMBER.search(text, match.end(), match.end() + _REACH):
            meant = near_word(word, _LAW_WORDS)
        if meant:
            yield match.start(), match.end(), meant
