"""One sheet as a list: its blocks of headings, the rows below each, and all that is left over."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from ppid.handing_in.intake.body import read_body
from ppid.handing_in.intake.body_lines import Lines
from ppid.handing_in.intake.columns import assign
from ppid.handing_in.intake.heading_rows import HeadingBlock
from ppid.handing_in.intake.model import HandedRow, Heading, Question, Repair, Unused
from ppid.handing_in.intake.row_words import classes_in
from ppid.reading.documents.book import FilledCell, SheetGrid

_MOST_TITLES: Final = 2
ABOVE: Final = "judul di atas tabel"
AGAIN: Final = "judul kolom diulang"


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which list is looked for, and what was answered to earlier questions."""

    jenis: str
    answers: Mapping[str, str]


@dataclass(slots=True)
class SheetTable:
    """What a sheet gives to the table; filled while it is read, block by block."""

    headings: list[Heading] = field(default_factory=list)
    rows: list[HandedRow] = field(default_factory=list)
    unused: list[Unused] = field(default_factory=list)
    repairs: list[Repair] = field(default_factory=list)
    questions: list[Question] = field(default_factory=list)
    nihil: str = ""


class _Part:
    """A run of lines under the same headings, which may be repeated on every page."""

    def __init__(self, headings: tuple[Heading, ...]) -> None:
        self.headings = headings
        self.numbers: list[int] = []


class _Sheet:
    """A sheet while it is read: what is known of it, and what it gives to the table."""

    def __init__(self, grid: SheetGrid, blocks: Sequence[HeadingBlock], reading: Wanted) -> None:
        self.grid, self.wanted = grid, reading
        self.blocks = blocks
        self.titles = {
            cell.place.row
            for block in self.blocks
            for cell in _titles_above(grid, block, self.blocks)
        }
        self.table = SheetTable()

    def read(self) -> SheetTable:
        first = self.blocks[0].first_row
        for row in self.grid.order:
            if row < first and row not in self.titles:
                self._drop(self.grid.rows[row].values(), ABOVE)
        ends = [block.first_row for block in self.blocks[1:]] + [self.grid.order[-1] + 1]
        parts: list[_Part] = []
        for block, end in zip(self.blocks, ends, strict=True):
            below = [row for row in self.grid.order if block.last_row < row < end]
            if parts and block.texts == [h.text.lower() for h in parts[-1].headings]:
                self._drop(_cells_of(self.grid, block), AGAIN)
            else:
                parts.append(_Part(self._headings(block, below)))
                if len(parts) == 1:
                    parts[0].numbers += sorted(row for row in self.titles if row < first)
            parts[-1].numbers += below
        for part in parts:
            self._add_body(part)
        return self.table

    def _headings(self, block: HeadingBlock, below: Sequence[int]) -> tuple[Heading, ...]:
        contents = {
            column.number: [
                cell.text for row in below if (cell := self.grid.rows[row].get(column.number))
            ]
            for column in block.columns
        }
        assigned = assign(block.columns, contents, self.wanted.jenis, self.wanted.answers)
        self.table.headings += assigned.headings
        self.table.questions += assigned.questions
        shown = {cell for heading in assigned.headings for cell in heading.cells}
        self._drop([c for c in _cells_of(self.grid, block) if c not in shown], ABOVE)
        return assigned.headings

    def _add_body(self, part: _Part) -> None:
        lines = Lines(self.grid, part.numbers, part.headings)
        titles = frozenset(self.titles)
        body = read_body(lines, part.headings, self.wanted.answers, titles)
        self.table.rows += body.rows
        self.table.unused += body.unused
        self.table.repairs += body.repairs
        self.table.questions += body.questions
        self.table.nihil = self.table.nihil or body.nihil

    def _drop(self, cells: Iterable[FilledCell], reason: str) -> None:
        self.table.unused += [Unused(cell, reason) for cell in cells]


def read_sheet(grid: SheetGrid, blocks: Sequence[HeadingBlock], wanted: Wanted) -> SheetTable:
    """Read a sheet from its headings down; every cell ends in a row, a heading or `unused`."""
    return _Sheet(grid, blocks, wanted).read()


def _cells_of(grid: SheetGrid, block: HeadingBlock) -> Iterator[FilledCell]:
    for row in range(block.first_row, block.last_row + 1):
        yield from grid.rows.get(row, {}).values()


def _titles_above(
    grid: SheetGrid, block: HeadingBlock, blocks: Sequence[HeadingBlock]
) -> tuple[FilledCell, ...]:
    """Return the titles right above a block that say what is in it: “B. Informasi Serta Merta”.

    Above the first block stands the title of the whole list, so there it must name one class.
    """
    found: list[FilledCell] = []
    row = block.first_row - 1
    while row in grid.rows and len(found) < _MOST_TITLES and len(grid.rows[row]) == 1:
        (cell,) = grid.rows[row].values()
        named = classes_in(cell.text) == 1
        group = len(blocks) > 1 and not found and "daftar" not in cell.text.lower()
        inside = any(other.first_row <= row <= other.last_row for other in blocks)
        if inside or not (named or group):
            break
        found.insert(0, cell)
        row -= 1
    return tuple(found)
