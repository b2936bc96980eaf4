"""Which list a workbook says that it holds: in its first rows, the names of its sheets, its name.

What stands there is an offer and no answer: a title may be left over from last year's list.
"""

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from typing import Final

from ppid.handing_in.intake.taking_in import HandedFile

_TITLE_ROWS: Final = 12
_KINDS: Final = {
    "dik": re.compile(r"\bdik\b|dikecualikan", re.IGNORECASE),
    "dip": re.compile(r"\bdip\b|daftar informasi publik|informasi berkala", re.IGNORECASE),
}
_YEAR: Final = re.compile(r"(?<!\d)20\d\d(?!\d)")


def titles_of(handed: HandedFile) -> Iterator[str]:
    """Yield the name of a file, what stands in the first rows of each sheet, and their names."""
    yield re.sub(r"[_./\\-]+", " ", handed.name)
    for sheet in handed.book.sheets:
        if sheet.hidden:
            continue
        yield from (cell.text for cell in sheet.cells if cell.place.row <= _TITLE_ROWS)
        yield sheet.name


def kind_said(titles: Sequence[str]) -> str:
    """Return “dik” or “dip”; empty where the first title that names a kind names both.

    The name of a file may be that of another list, so what stands in the file must not gainsay it.
    """
    said = {first_said(part, _kinds_in) for part in (titles[:1], titles[1:])} - {""}
    return said.pop() if len(said) == 1 else ""


def year_said(titles: Iterable[str]) -> int:
    """Return the year of a list; 0 where the first title that names a year names several."""
    return int(first_said(titles, lambda text: set(_YEAR.findall(text))) or 0)


def first_said(titles: Iterable[str], found_in: Callable[[str], Collection[str]]) -> str:
    """Return what the first title that says anything says, if it says one thing only."""
    for text in titles:
        if found := found_in(text):
            return next(iter(found)) if len(found) == 1 else ""
    return ""


def _kinds_in(text: str) -> set[str]:
    return {kind for kind, pattern in _KINDS.items() if pattern.search(text)}
