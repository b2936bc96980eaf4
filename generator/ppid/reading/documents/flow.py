"""Documents that run from top to bottom (Word, web pages): their tables and texts as one sheet.

The texts between the tables stay, each on a row of its own: they say what is in the table below
them (“A. Informasi yang wajib diumumkan secara berkala”), or that a person signed.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from ppid.reading.documents.book import PLAIN, Area, CellComment, CellLook, StoredAs
from ppid.reading.documents.stored import Run, StoredCell, StoredRow, StoredSheet, with_runs
from ppid.reading.documents.xml_stream import TooMuchError, UnreadableError

_NAME: Final = "Dokumen"


class UnclearTableError(UnreadableError):
    """A table cannot be told from what a document stores; the sentence says to its reader why."""


@dataclass(slots=True)
class FlowCell:
    """A cell of a table: its text, over how many columns and rows it reaches, and how it looks.

    `continues`: it is the lower part of a merged cell. `noted`: a comment or a note is tied to it.
    """

    runs: list[Run] = field(default_factory=list)
    columns: int = 1
    rows: int = 1
    continues: bool = False
    noted: bool = False
    struck: bool = False
    link: str = ""
    colours: tuple[str, ...] = ()

    def stored(self, column: int) -> StoredCell | None:
        """Return the cell as it is stored in a column; None when nothing stands in it."""
        seen = bool(self.link or self.colours)
        look = CellLook(link=self.link, colours=self.colours) if seen else PLAIN
        text, look = with_runs(self.runs, struck=self.struck, look=look)
        text = text.strip()
        return StoredCell(column, StoredAs.TEKS, text, look=look) if text else None


_MOST_PASSED: Final = 5_000_000
"""A thousand rows behind a hundred cells that reach down pass a fiftieth of it."""


class Flow:
    """Takes in what comes next in a document, and numbers the rows from its beginning."""

    def __init__(self) -> None:
        """Begin above the first paragraph."""
        self.sheet = StoredSheet(_NAME)
        self.rows: list[StoredRow] = []
        self.tables = 0
        self._number = self._row = 0
        self._page = 0
        self._passed = 0
        """How many times a cell stood behind one that reaches down from above."""
        self._above: dict[int, Area] = {}
        """By their first columns the cells of the row above, and those that reach further down."""
        self._merged: dict[tuple[int, int], Area] = {}
        """By their first row and column the merged cells of the table."""

    def paragraph(self, runs: Sequence[Run]) -> None:
        """Take a text that stands outside of tables."""
        cell = FlowCell(list(runs)).stored(1)
        if cell is not None:
            self._number += 1
            place = "di bawah" if self.tables else "di atas"
            name = f"teks {place} tabel {max(self.tables, 1)}"
            name = f"teks di halaman {self._page}" if self._page else name
            self.rows.append(StoredRow(self._number, [cell], name=name))

    def table(self) -> None:
        """Begin a table."""
        self.finish()
        self.tables += 1
        self._row = 0

    def page(self) -> None:
        """Begin a page of a document whose rows are counted page by page."""
        self.finish()
        self._page, self._row = self._page + 1, 0

    def row(self, cells: Sequence[FlowCell], before: int = 0, *, hidden: bool = False) -> None:
        """Take a row; its first cell stands behind so many columns that are left out."""
        self._number, self._row = self._number + 1, self._row + 1
        where = f"halaman {self._page}" if self._page else f"tabel {self.tables}"
        name = f"{where} baris {self._row}"
        found: list[StoredCell] = []
        column = before + 1
        for cell in cells:
            above = self._above.get(column)
            while above and above.last_row >= self._number:  # it reaches down to this row
                column = above.last_column + 1
                above = self._above.get(column)
                self._passed += 1
                if self._passed > _MOST_PASSED:
                    raise TooMuchError("sel gabungan di dalamnya terlalu banyak")
            last = column + cell.columns - 1
            area = Area(self._number, column, self._number + cell.rows - 1, last)
            if cell.continues and above and above.last_row == self._number - 1:
                area = Area(above.first_row, column, self._number, above.last_column)
            if area != Area(self._number, column, self._number, column):
                self._merged[area.first_row, column] = area
            self._above[column] = area
            if stored := cell.stored(column):
                found.append(stored)
            if cell.noted:
                self.sheet.comments.append(CellComment(f"{name} kolom {column}", ""))
            column = last + 1
        self.rows.append(StoredRow(self._number, found, hidden, name=name))

    def finish(self) -> None:
        """Take note that the table, if any, and maybe the document has ended."""
        for area in self._merged.values():
            ends = Area(
                area.first_row,
                area.first_column,
                min(area.last_row, self._number),
                area.last_column,
            )
            self.sheet.merged.append(ends)
        self._above, self._merged = {}, {}
