"""Where the headings of a list stand: in one row, or in two or three that belong together."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from ppid.handing_in.intake.heading_meaning import LONGEST_HEADING, Meant, meant_by
from ppid.handing_in.intake.model import NOMOR
from ppid.reading.documents.book import FilledCell, SheetGrid

_TALLEST: Final = 4
_CERTAIN, _LIKELY = 1.0, 0.6
_FEWEST_IN_BODY: Final = 3
_TOP: Final = 40
"""Filled rows in which a list begins, below its titles; further down only full headings count."""
_REMOTE: Final = frozenset({NOMOR, "catatan"})
"""Fields whose headings are met in other tables as well."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column under a block of headings; `cells` from top to bottom."""

    number: int
    cells: tuple[FilledCell, ...]
    meant: Meant

    @property
    def text(self) -> str:
        return " ".join(" ".join(cell.text.split()) for cell in self.cells)


@dataclass(frozen=True, slots=True)
class HeadingBlock:
    """The rows of headings and what their columns mean."""

    first_row: int
    last_row: int
    columns: tuple[Column, ...]
    score: float

    @property
    def fields(self) -> frozenset[str]:
        found = {field for column in self.columns for field in column.meant.fields}
        return frozenset(found) - _REMOTE

    @property
    def texts(self) -> list[str]:
        return [column.text.lower() for column in self.columns]


def heading_blocks(grid: SheetGrid, jenis: str) -> list[HeadingBlock]:
    """Return the blocks of headings of a sheet from top to bottom; none of them overlap.

    Of blocks that overlap, the one that finds most fields in fewest rows is right: a title above
    the headings adds a row and no field.
    """
    found: list[HeadingBlock] = []
    for block in sorted(_candidates(grid, jenis), key=_by_worth):
        if all(
            block.last_row < other.first_row or other.last_row < block.first_row for other in found
        ):
            found.append(block)
    # What else looks like headings is a title, or a row that names a field by the way.
    real = [
        block
        for block in found
        if block is found[0]
        or block.texts == found[0].texts
        or 2 * len(block.fields) > max(len(found[0].fields), 2 * _FEWEST_IN_BODY - 1)
    ]
    return sorted(real, key=lambda block: block.first_row)


def _by_worth(block: HeadingBlock) -> tuple[float, bool, int, int, int]:
    # “Daftar Informasi” heads a column in some lists, but alone in a row it is a title.
    title = len(block.columns) == 1 and block.columns[0].text.lower().startswith("daftar")
    height = block.last_row - block.first_row
    return -block.score, title, height, -len(block.columns), block.first_row


def _candidates(grid: SheetGrid, jenis: str) -> Iterator[HeadingBlock]:
    for position, row in enumerate(grid.order):
        enough = 1 if position < _TOP else _FEWEST_IN_BODY
        if len(_fields_named(grid, row, jenis)) >= enough:
            for block in _blocks_at(grid, row, jenis):
                if block.fields and _is_believable(grid, block):
                    yield block


def _fields_named(grid: SheetGrid, row: int, jenis: str) -> set[str]:
    short = [cell.text for cell in grid.rows[row].values() if len(cell.text) <= LONGEST_HEADING]
    return {field for text in short for field in meant_by(text, jenis).fields}


def _blocks_at(grid: SheetGrid, row: int, jenis: str) -> Iterator[HeadingBlock]:
    for height in range(1, _TALLEST + 1):
        last = row + height - 1
        if last in grid.rows and not grid.is_cut(row - 1) and not grid.is_cut(last):
            columns = tuple(_columns(grid, row, last, jenis))
            yield HeadingBlock(row, last, columns, _score(columns))


def _columns(grid: SheetGrid, first: int, last: int, jenis: str) -> Iterator[Column]:
    for number in range(1, grid.last_column + 1):
        cells = _stacked(grid, first, last, number)
        if cells:
            yield Column(number, cells, _meant(cells, jenis))


def _stacked(grid: SheetGrid, first: int, last: int, number: int) -> tuple[FilledCell, ...]:
    """Return the heading cells over a column, from top to bottom, each once."""
    cells: list[FilledCell] = []
    for row in range(first, last + 1):
        cell = grid.at(row, number)
        if cell is None and row < last:
            cell = _carried(grid, row, last, number)
        if cell and cell not in cells:
            cells.append(cell)
    return tuple(cells)


def _carried(grid: SheetGrid, row: int, last: int, number: int) -> FilledCell | None:
    """Return the heading to the left that spans this column, where merging was lost (CSV)."""
    if grid.at(last, number) is None:
        return None
    for left in range(number - 1, 0, -1):
        if grid.at(last, left) is None:
            return None
        if cell := grid.at(row, left):
            return cell
    return None


def _meant(cells: tuple[FilledCell, ...], jenis: str) -> Meant:
    """Read the stacked headings together; the lowest alone decides where both agree."""
    together = meant_by("\n".join(cell.text for cell in cells), jenis)
    lowest = meant_by(cells[-1].text, jenis)
    if len(cells) == 1 or not lowest.field:
        return together
    narrower = lowest.core < together.core and lowest.field != together.field
    if not together.fields or lowest.field in together.fields or (narrower and lowest.exact):
        return lowest
    return together


def _score(columns: tuple[Column, ...]) -> float:
    """Count the fields that are found, once each; what is likely counts less than what is sure."""
    best: dict[str, float] = {}
    for column in columns:
        weight = _CERTAIN if column.meant.exact else _LIKELY
        for field in column.meant.fields:
            best[field] = max(best.get(field, 0), weight)
    return sum(best.values())


def _is_believable(grid: SheetGrid, block: HeadingBlock) -> bool:
    """Accept few headings only where they stand alone: not two words inside a filled row."""
    known = sum(bool(column.meant.fields) for column in block.columns)
    if len(block.fields) >= _FEWEST_IN_BODY:
        return 2 * known >= len(block.columns)
    below = any(row > block.last_row for row in grid.order)
    sure = all(column.meant.exact for column in block.columns if column.meant.fields)
    return below and sure and 2 * known >= len(block.columns)
