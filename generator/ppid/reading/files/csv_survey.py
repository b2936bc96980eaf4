"""One look at every record of a table: which are rows, and what the others are."""

import re
from array import array
from collections.abc import Iterable, Iterator
from enum import Enum
from itertools import groupby

from ppid.reading.files.csv_layout import BrokenRecord, Layout

_CODE = re.compile(r"[A-Z0-9][A-Z0-9.-]{1,23}")
_MIN_WIDTH_FOR_LONE = 3


class Stray(Enum):
    """What a record is when it is not a row of the table."""

    ABOVE = "above the heading"
    BLANK = "no filled cell"
    TRAILING = "no filled cell, below the last row"
    LONE = "one filled cell, like a section title"
    BELOW = "one filled cell below the last row, like a footnote or signature"
    HEADER = "the heading once more"
    NUMBERING = "column numbers, as below the heading of a printed table"
    SHORT = "too few cells"
    LONG = "too many cells"
    BROKEN = "quotes that do not match"


class Survey:
    """The first line of every record, and the records that are not rows."""

    def __init__(self) -> None:
        """Start empty; `survey` fills it."""
        self.first_lines = array("I")
        self.strays: dict[int, Stray] = {}
        self.counts: dict[int, int] = {}
        self.reasons: dict[int, str] = {}

    def blocks(self) -> Iterator[tuple[Stray, int, int]]:
        """Give runs of neighbouring strays of one sort as (sort, first record, last record).

        Only titles, blank records and lone cells are worth one message for several records.
        """

        def run(item: tuple[int, tuple[int, Stray]]) -> tuple[Stray, int]:
            position, (index, stray) = item
            return stray, index - position if stray in _MERGED else index

        for (stray, _), group in groupby(enumerate(sorted(self.strays.items())), key=run):
            indexes = [index for _, (index, _) in group]
            yield stray, indexes[0], indexes[-1]


_MERGED = {Stray.ABOVE, Stray.BLANK, Stray.TRAILING, Stray.LONE, Stray.BELOW}


def survey(all_records: Iterable[tuple[int, list[str]]], layout: Layout) -> Survey:
    """Look at every record once; nothing of a row is kept but the number of its first line."""
    header, header_index, written_width = layout.header, layout.header_index, layout.written_width
    seen, width, last_row = Survey(), len(header), header_index
    add_line = seen.first_lines.append
    unusual = {"", header[0], "1", "(1)"}
    for index, (line, cells) in enumerate(all_records):
        add_line(line)
        # Nearly all rows leave here; what follows may take its time.
        fits = len(cells) == width or (len(cells) == written_width and not any(cells[width:]))
        ordinary = fits and index > header_index and cells[0].strip() not in unusual
        if ordinary and width > 1 and cells[1].strip():
            last_row = index
            continue
        stray = _sort_of(cells, layout, index - header_index)
        if stray is None:
            last_row = index if index > header_index else last_row
        else:
            _note(seen, index, stray, cells)
    _mark_end(seen, last_row)
    return seen


def _sort_of(cells: list[str], layout: Layout, distance: int) -> Stray | None:
    filled = [cell.strip() for cell in cells if cell.strip()]
    if distance < 0:
        return Stray.ABOVE if filled else Stray.TRAILING
    if distance == 0:
        return None
    stripped = [cell.strip() for cell in cells]
    width = len(layout.header)
    sorts = (
        (Stray.BROKEN, isinstance(cells, BrokenRecord)),
        (Stray.BLANK, not filled),
        (Stray.HEADER, stripped[:width] == layout.header),
        (Stray.NUMBERING, _is_numbering(filled)),
        (Stray.LONE, width >= _MIN_WIDTH_FOR_LONE and _is_lone(stripped, filled)),
        (Stray.SHORT, len(cells) < width),
        # An empty cell too many is no harm only where the heading has it as well. Elsewhere it is
        # what a comma in the text leaves behind, after moving every cell to the right.
        (Stray.LONG, any(stripped[width:]) or len(cells) > layout.written_width),
    )
    return next((stray for stray, holds in sorts if holds), None)


def _is_numbering(filled: list[str]) -> bool:
    return len(filled) >= _MIN_WIDTH_FOR_LONE and [cell.strip("()") for cell in filled] == [
        str(number) for number in range(1, len(filled) + 1)
    ]


def _is_lone(stripped: list[str], filled: list[str]) -> bool:
    # A code alone is a row that somebody has begun: it must not vanish with a mere warning.
    return len(filled) == 1 and _CODE.fullmatch(stripped[0]) is None


def _note(seen: Survey, index: int, stray: Stray, cells: list[str]) -> None:
    seen.strays[index] = stray
    if isinstance(cells, BrokenRecord):
        seen.reasons[index] = cells.reason
    elif stray in {Stray.SHORT, Stray.LONG}:
        seen.counts[index] = len(cells)


def _mark_end(seen: Survey, last_row: int) -> None:
    for index, stray in seen.strays.items():
        if index > last_row and stray is Stray.BLANK:
            seen.strays[index] = Stray.TRAILING
        elif index > last_row and stray is Stray.LONE:
            seen.strays[index] = Stray.BELOW
