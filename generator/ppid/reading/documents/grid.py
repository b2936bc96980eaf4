"""A sheet as a grid: what stands at a row and column, seen through merged cells."""

from collections.abc import Iterator
from functools import cached_property

from ppid.reading.documents.book import Area, BookSheet, FilledCell


class SheetGrid:
    """Looks cells up by row and column; a merged cell is found at every place it covers."""

    def __init__(self, sheet: BookSheet) -> None:
        self.sheet = sheet
        self.rows: dict[int, dict[int, FilledCell]] = {}
        for cell in sheet.cells:
            self.rows.setdefault(cell.place.row, {})[cell.place.column] = cell

    @cached_property
    def order(self) -> list[int]:
        """The numbers of the rows with something in them."""
        return sorted(self.rows)

    @cached_property
    def last_column(self) -> int:
        return max((column for row in self.rows.values() for column in row), default=0)

    @cached_property
    def _covering(self) -> dict[int, list[tuple[Area, FilledCell]]]:
        """For each row the merged areas that reach into it, with the cell they show."""
        found: dict[int, list[tuple[Area, FilledCell]]] = {}
        last = self.order[-1] if self.order else 0
        for area in self.sheet.merged:
            cell = self.rows.get(area.first_row, {}).get(area.first_column)
            if cell:
                for row in range(area.first_row, min(area.last_row, last) + 1):
                    found.setdefault(row, []).append((area, cell))
        return found

    def at(self, row: int, column: int) -> FilledCell | None:
        """Return the cell that a person sees at a place."""
        own = self.rows.get(row, {}).get(column)
        if own:
            return own
        for area, cell in self._covering.get(row, ()):
            if area.first_column <= column <= area.last_column:
                return cell
        return None

    def is_cut(self, row: int) -> bool:
        """Tell whether a merged cell lies on both this row and the next one."""
        return any(area.last_row > row for area, _ in self._covering.get(row, ()))

    def width_of(self, cell: FilledCell) -> int:
        """Return the number of columns over which a cell was merged."""
        for area, shown in self._covering.get(cell.place.row, ()):
            if shown is cell:
                return area.last_column - area.first_column + 1
        return 1

    def from_above(self, row: int) -> Iterator[tuple[int, FilledCell]]:
        """Yield the cells merged down from an earlier row, with the column in which they begin."""
        for area, cell in self._covering.get(row, ()):
            if area.first_row < row:
                yield area.first_column, cell
