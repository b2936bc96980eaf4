"""A table that was read: rows are parsed anew on every pass, places found when asked for."""

from bisect import bisect_right
from collections.abc import Iterator
from itertools import islice

from ppid.diagnostics.span import Route, SourceText, Span
from ppid.reading.files.csv_layout import Layout, records, scan_cells
from ppid.reading.files.csv_survey import Survey


class CsvFile:
    """A table: its heading, and its rows parsed anew on every pass.

    A row's index counts the records below the heading from 0, strays included, so that it always
    leads to the number that a spreadsheet shows. Of a row only the first line is kept.
    """

    def __init__(self, source: SourceText, layout: Layout, seen: Survey) -> None:
        """Join the text with what was learnt by looking at it once."""
        self.source = source
        self.layout = layout
        self.header = tuple(layout.header)
        self._seen = seen
        self._first_row = layout.header_index + 1
        self._skipped_lines = 1 if layout.start else 0

    @property
    def row_count(self) -> int:
        """Count what `rows` gives."""
        records_below = len(self._seen.first_lines) - self._first_row
        return records_below - sum(index >= self._first_row for index in self._seen.strays)

    def rows(self) -> Iterator[tuple[int, list[str]]]:
        """Give each row's index and its cells as they stand, as many as the heading has."""
        width, strays = len(self.header), self._seen.strays
        all_records = records(self.source.text, self.layout.start, self.layout.separator)
        for index, (_, cells) in enumerate(all_records, -self._first_row):
            if index < 0 or index + self._first_row in strays:
                continue
            if len(cells) != width:
                cells = (cells + [""] * width)[:width]  # noqa: PLW2901 — the common case stays bare
            yield index, cells

    def span(self, route: Route = ()) -> Span:
        """Give the place of a cell `(row, heading)`, a row `(row,)`, or the heading `()`."""
        if not route or not isinstance(route[0], int) or not self._has_row(route[0]):
            return self.record_span(self._first_row - 1)
        record = self._first_row + route[0]
        if len(route) > 1 and route[1] in self.header:
            column = self.header.index(str(route[1]))
            cell = next(islice(self._scanned(record), column, None), None)
            if cell is not None:
                return self._cell_span(record, column, cell)
        return self.record_span(record)

    def key_span(self, route: Route) -> Span:
        """Give the place of the heading that the last name in `route` stands for."""
        names = [step for step in route if step in self.header]
        if not names:
            return self.record_span(self._first_row - 1)
        return self.heading_span(self.header.index(str(names[-1])))

    def heading_span(self, column: int) -> Span:
        """Give the place of the heading number `column`, counted from 0."""
        cells = self._cells_of(self._first_row - 1)
        return self._cell_span(self._first_row - 1, column, cells[column])

    def record_span(self, first: int, last: int | None = None) -> Span:
        """Give the place of whole records, counted from the top of the file."""
        last = first if last is None else last
        cells = self._cells_of(last)
        start, end = self._offset_of(first), cells[-1][1]
        width = max(min(len(cells), len(self.header)), 1)
        cell = f"A{first + 1}:{column_letters(width - 1)}{last + 1}"
        return self.source.span_between(start, end, cell)

    def cells_as_written(self, record: int) -> list[Span]:
        """Give the place of every cell of a record, also of those beyond the heading."""
        found = enumerate(self._cells_of(record))
        return [self._cell_span(record, column, cell) for column, cell in found]

    def route_at(self, offset: int) -> Route:
        """Give the route of the cell that covers `offset`; `()` in and above the heading."""
        line = bisect_right(self.source.line_starts, offset) - 1 - self._skipped_lines
        record = bisect_right(self._seen.first_lines, line) - 1
        if record < self._first_row:
            return ()
        row = record - self._first_row
        for name, (start, end) in zip(self.header, self._cells_of(record), strict=False):
            if start <= offset <= end:
                return (row, name)
        return (row,)

    def _has_row(self, row: int) -> bool:
        return 0 <= row < len(self._seen.first_lines) - self._first_row

    def _offset_of(self, record: int) -> int:
        return self.source.line_starts[self._seen.first_lines[record] + self._skipped_lines]

    def _cells_of(self, record: int) -> list[tuple[int, int]]:
        return list(self._scanned(record))

    def _scanned(self, record: int) -> Iterator[tuple[int, int]]:
        return scan_cells(self.source.text, self._offset_of(record), self.layout.separator)

    def _cell_span(self, record: int, column: int, cell: tuple[int, int]) -> Span:
        # A spreadsheet numbers records, not lines, and does not show the `sep=` line.
        return self.source.span_between(*cell, f"{column_letters(column)}{record + 1}")


def column_letters(column: int) -> str:
    """Name a column (from 0) as a spreadsheet does: A to Z, then AA."""
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
