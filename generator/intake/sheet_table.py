"""One sheet as a list: its blocks of headings, the rows below each, and all that is left over."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Final

from generator.intake.body import read_body
from generator.intake.columns import assign
from generator.intake.grid import Grid
from generator.intake.heading_rows import HeadingBlock
from generator.intake.model import Cell, HandedRow, Heading, Question, Repair, Unused
from generator.intake.row_words import classes_in

_FEWEST_FIELDS: Final = 3
_MOST_TITLES: Final = 2
ABOVE: Final = "judul di atas tabel"
AGAIN: Final = "judul kolom diulang"


@dataclass(slots=True)
class SheetTable:
    """What a sheet gives to the table; filled while it is read, block by block."""

    headings: list[Heading] = field(default_factory=list)
    rows: list[HandedRow] = field(default_factory=list)
    unused: list[Unused] = field(default_factory=list)
    repairs: list[Repair] = field(default_factory=list)
    questions: list[Question] = field(default_factory=list)
    nihil: str = ""


def read_sheet(
    grid: Grid, blocks: Sequence[HeadingBlock], jenis: str, answers: Mapping[str, str]
) -> SheetTable:
    """Read a sheet from its headings down; every cell ends in a row, a heading or `unused`."""
    table = SheetTable()
    real = _real_blocks(blocks)
    ends = [following.first_row for _, following in pairwise(real)] + [grid.order[-1] + 1]
    titles = {block.first_row: _titles_above(grid, block, real) for block in real}
    taken = {cell.place.row for cells in titles.values() for cell in cells}
    above = [row for row in grid.order if row < real[0].first_row and row not in taken]
    table.unused += [Unused(cell, ABOVE) for row in above for cell in grid.rows[row].values()]
    headings: tuple[Heading, ...] = ()
    for block, end in zip(real, ends, strict=True):
        numbers = [row for row in grid.order if block.last_row < row < end and row not in taken]
        if headings and _texts(block) == [heading.text.lower() for heading in headings]:
            cells = _cells_of(grid, block)
            table.unused += [Unused(cell, AGAIN) for cell in cells]
        else:
            headings = _assigned(table, grid, block, numbers, jenis, answers)
        _add_body(table, grid, numbers, headings, answers, titles[block.first_row])
    return table


def _real_blocks(blocks: Sequence[HeadingBlock]) -> list[HeadingBlock]:
    """Leave out later rows that look like a heading by a word or two, and are none."""
    first = blocks[0]
    return [
        block
        for block in blocks
        if block is first or len(block.fields) >= _FEWEST_FIELDS or _texts(block) == _texts(first)
    ]


def _texts(block: HeadingBlock) -> list[str]:
    return [column.text.lower() for column in block.columns]


def _assigned(
    table: SheetTable,
    grid: Grid,
    block: HeadingBlock,
    numbers: Sequence[int],
    jenis: str,
    answers: Mapping[str, str],
) -> tuple[Heading, ...]:
    contents = {
        column.number: [cell.text for row in numbers if (cell := grid.rows[row].get(column.number))]
        for column in block.columns
    }
    assigned = assign(block.columns, contents, jenis, answers)
    table.headings += assigned.headings
    table.questions += assigned.questions
    shown = {cell for heading in assigned.headings for cell in heading.cells}
    rest = [cell for cell in _cells_of(grid, block) if cell not in shown]
    table.unused += [Unused(cell, ABOVE) for cell in rest]
    return assigned.headings


def _cells_of(grid: Grid, block: HeadingBlock) -> Iterator[Cell]:
    for row in range(block.first_row, block.last_row + 1):
        yield from grid.rows.get(row, {}).values()


def _titles_above(
    grid: Grid, block: HeadingBlock, blocks: Sequence[HeadingBlock]
) -> tuple[Cell, ...]:
    """Give the titles right above a block that say what is in it: “B. Informasi Serta Merta”.

    Above the first block stands the title of the whole list, so there it must name one class.
    """
    found: list[Cell] = []
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


def _add_body(
    table: SheetTable,
    grid: Grid,
    numbers: Sequence[int],
    headings: Sequence[Heading],
    answers: Mapping[str, str],
    titles: tuple[Cell, ...],
) -> None:
    body = read_body(grid, numbers, headings, answers, titles)
    table.rows += body.rows
    table.unused += body.unused
    table.repairs += body.repairs
    table.questions += body.questions
    table.nihil = table.nihil or body.nihil
