"""A sheet as a list of rows below headings; every cell of it goes somewhere."""

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from typing import TYPE_CHECKING, Final

from ppid.handing_in.intake.body import AGAIN, read_body
from ppid.handing_in.intake.columns import Columns
from ppid.handing_in.intake.headings import HeadingBlock
from ppid.handing_in.intake.lines import (
    Lines,
    RowWords,
    are_column_numbers,
)
from ppid.handing_in.intake.other_tables import OtherTables
from ppid.handing_in.intake.same_as_above import fill_from_above
from ppid.handing_in.intake.wanted import SheetTable, WantedList
from ppid.reading.documents.book import CellPlace, SheetGrid

if TYPE_CHECKING:
    from ppid.handing_in.model import (
        Heading,
    )

_MOST_TITLES: Final = 2
_FEWEST_FILLED: Final = 2
"""Cells under headings that a row of a list has at least; a signature has fewer."""
ABOVE: Final = "judul di atas tabel"


def read_sheet(grid: SheetGrid, blocks: Sequence[HeadingBlock], wanted: WantedList) -> SheetTable:
    """Read a sheet from its headings down; every cell ends in a row, a heading or `unused`.

    Headings that are repeated on every page do not begin another list.
    """
    table = SheetTable(grid.sheet.name)
    others = OtherTables(grid, blocks, wanted)
    starts = others.all_blocks
    strange = {block.first_row for block in others.blocks}
    own = [block for block in starts if block.first_row not in strange]
    heads = {row for block in starts for row in range(block.first_row, block.last_row + 1)}
    apart = len(starts) > 1
    titles = {
        row for block in own for row in _titles_above(grid, block, wanted.words, heads, apart=apart)
    }
    for row in grid.order:
        if row < starts[0].first_row and row not in titles:
            table.drop(grid.rows[row].values(), ABOVE)
    parts: list[tuple[HeadingBlock, tuple[Heading, ...], list[int]]] = []
    ends = [block.first_row for block in starts[1:]] + [grid.order[-1] + 1]
    for block, end in zip(starts, ends, strict=True):
        below = grid.between(block.last_row + 1, end - 1)
        shown = [
            cell
            for row in range(block.first_row, block.last_row + 1)
            for cell in grid.rows.get(row, {}).values()
        ]
        if block.first_row in strange and not others.take(block, below, table):
            continue
        if parts and block.repeats(parts[-1][0]):
            table.drop(shown, AGAIN)
            parts[-1][2].extend(below)
            continue
        body = [
            row
            for row in below
            if not are_column_numbers([cell.text for cell in grid.rows[row].values()])
        ]
        contents = {
            column.number: [
                cell.text for row in body if (cell := grid.rows[row].get(column.number))
            ]
            for column in block.columns
        }
        # What stands below no heading is a column too, unless it is a note in the margin.
        headed = {column.number for column in block.columns}
        bare: dict[int, CellPlace] = {}
        for row in body:
            signed = len(headed & grid.rows[row].keys()) < _FEWEST_FILLED
            for number, cell in () if signed else grid.rows[row].items():
                if number not in headed:
                    bare.setdefault(number, cell.place)
                    contents.setdefault(number, []).append(cell.text)
        columns = Columns(block.columns, contents, wanted, bare)
        table.headings += columns.headings
        table.questions += columns.questions
        table.offers += columns.offers
        used = {cell for heading in columns.headings for cell in heading.cells}
        table.drop([cell for cell in shown if cell not in used], ABOVE)
        above = [] if parts else sorted(row for row in titles if row < starts[0].first_row)
        parts.append((block, columns.headings, [*above, *below]))
    running = {
        cell.text.strip().lower()
        for row in grid.order
        if row < starts[0].first_row and len(grid.rows[row]) == 1
        for cell in grid.rows[row].values()
    }
    for _, headings, numbers in parts:
        lines = Lines(grid, numbers, headings, wanted.words, wanted.readers)
        read_body(lines, titles, running, wanted.answers, table)
    others.follow_references(table)
    fill_from_above(table, wanted)
    return table


def _titles_above(
    grid: SheetGrid, block: HeadingBlock, words: RowWords, heads: AbstractSet[int], *, apart: bool
) -> Iterator[int]:
    """Yield the rows right above a block that say what is in it: “B. Informasi Serta Merta”.

    Above the first block stands the title of the whole list, so there it must name one class.
    """
    row, found = block.first_row - 1, 0
    while row in grid.rows and found < _MOST_TITLES and len(grid.rows[row]) == 1:
        (cell,) = grid.rows[row].values()
        if words.is_page(cell.text):
            break
        named = len(words.classes_in(cell.text)) == 1
        group = apart and not found and "daftar" not in cell.text.lower()
        if row in heads or not (named or group):
            break
        yield row
        row, found = row - 1, found + 1
