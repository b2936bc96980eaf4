"""Personal data in a workbook: kept out of what is written, and never repeated in a report."""

from functools import lru_cache
from typing import Final

from ppid.values.identifiers import DataPribadi, find_personal_data

_NEVER: Final = (DataPribadi.NIK, DataPribadi.REKENING)
_RULES: Final = {
    DataPribadi.NIK: "PRI-001",
    DataPribadi.PONSEL: "PRI-002",
    DataPribadi.REKENING: "PRI-003",
    DataPribadi.SUREL: "PRI-004",
    DataPribadi.NPWP: "PRI-005",
}
_FEWEST_DIGITS: Final = 8


@lru_cache(maxsize=32768)
def personal_in(text: str) -> DataPribadi | None:
    """Return the gravest sort of personal data in a text, or None."""
    if "@" not in text and sum(map(str.isdigit, text)) < _FEWEST_DIGITS:
        return None
    found = {sighting.sort for sighting in find_personal_data(text)}
    return next((sort for sort in DataPribadi if sort in found), None)


def must_stay_out(sort: DataPribadi) -> bool:
    """Tell whether a cell with such data is not taken over at all: rules PRI-001 and PRI-003."""
    return sort in _NEVER


def rule_on(sort: DataPribadi) -> str:
    """Name the rule that forbids it."""
    return _RULES[sort]


def repeatable(text: str) -> str:
    """Return a text as it may stand in a report: personal data with its ends only."""
    if personal_in(text) is None:
        return text
    parts, last = [], 0
    for sighting in sorted(find_personal_data(text), key=lambda sighting: sighting.start):
        if sighting.start >= last:
            parts += [text[last : sighting.start], sighting.masked]
            last = sighting.end
    return "".join([*parts, text[last:]])
