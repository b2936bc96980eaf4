"""A workbook as it was opened: sheets, filled cells, and what lies beside the cells."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from enum import Enum
from functools import cached_property
from itertools import accumulate
from typing import Final, NamedTuple

from ppid.reading.documents.old_encodings import EncodingChoice
from ppid.values.cells import column_letters


class Format(Enum):
    """What the content of a file is, whatever its name says."""

    XLSX = "buku kerja Excel (.xlsx)"
    XLS = "buku kerja Excel lama (.xls)"
    ODS = "lembar kerja OpenDocument (.ods)"
    CSV = "tabel teks (CSV)"
    XML = "lembar kerja XML 2003 (.xml)"
    WORD = "dokumen Word (.docx)"
    ODT = "dokumen OpenDocument (.odt)"
    WEB = "halaman web (HTML)"
    PDF = "dokumen PDF"


class NoWorkbookError(Exception):
    """The file cannot be read as a workbook: one Indonesian sentence, and what to do next."""

    def __init__(self, sentence: str, advice: str) -> None:
        super().__init__(f"{sentence} {advice}")
        self.sentence = sentence
        self.advice = advice


class StoredAs(Enum):
    """How a workbook stores a value; what a person sees is the text of the cell."""

    TEKS = "teks"
    ANGKA = "angka"
    TANGGAL = "tanggal"
    LOGIKA = "logika"
    GALAT = "galat"
    """An error of the spreadsheet program, such as #REF!."""


@dataclass(frozen=True, slots=True, order=True)
class CellPlace:
    """A cell of a sheet; row and column count from 1, as spreadsheet programs show them.

    `row_name` is what people call the row of a document that is no workbook: “tabel 1 baris 3”.
    """

    sheet: str
    row: int
    column: int
    row_name: str = field(default="", compare=False)

    @property
    def cell(self) -> str:
        """The name of the cell, such as “C14”."""
        return f"{column_letters(self.column)}{self.row}"

    @property
    def said(self) -> str:
        """What people call the place: “sel C14”, in a document “tabel 1 baris 3 kolom 2”."""
        if self.row_name.startswith("teks"):
            return self.row_name
        if self.row_name:
            return f"{self.row_name} kolom {self.column}"
        return f"sel {self.cell}"

    @property
    def row_said(self) -> str:
        """What people call the row: “baris 14”, or “tabel 1 baris 3” in a document."""
        return self.row_name or f"baris {self.row}"


@dataclass(frozen=True, slots=True)
class CellLook:
    """What says something about a text beside its words.

    `link` is the address to which a click leads. `struck` is text that was struck through: a part
    that is no longer in the text, or all of it where the cell is `deleted`. `colours` are those of
    the cell and of its letters, as six hexadecimal digits each.
    """

    link: str = ""
    struck: str = ""
    deleted: bool = False
    colours: tuple[str, ...] = ()


PLAIN: Final = CellLook()


@dataclass(frozen=True, slots=True)
class FilledCell:
    """A cell with something in it.

    `text` is what a person sees: numbers without “.0”, dates as TTTT-BB-HH, line breaks kept.
    """

    place: CellPlace
    text: str
    stored: StoredAs = StoredAs.TEKS
    formula: bool = False
    hidden: bool = False
    """Whether its row, column or sheet is hidden from whoever opens the workbook."""
    look: CellLook = PLAIN


class Area(NamedTuple):
    """A rectangle of cells; rows and columns count from 1, the last ones belong to it."""

    first_row: int
    first_column: int
    last_row: int
    last_column: int

    @property
    def size(self) -> int:
        """How many cells it covers."""
        rows = self.last_row - self.first_row + 1
        return rows * (self.last_column - self.first_column + 1)

    def holds(self, row: int, column: int) -> bool:
        """Return whether a cell lies inside."""
        return (
            self.first_row <= row <= self.last_row
            and self.first_column <= column <= self.last_column
        )


@dataclass(frozen=True, slots=True)
class CellComment:
    """A comment at a cell, such as “C14”; its author is not kept."""

    cell: str
    text: str


@dataclass(frozen=True, slots=True)
class BookSheet:
    """A sheet: its filled cells row by row, the ranges merged into one cell, and what is beside.

    `text_boxes` tells whether a drawing on it holds text.
    """

    name: str
    cells: tuple[FilledCell, ...]
    merged: tuple[Area, ...] = ()
    hidden: bool = False
    comments: tuple[CellComment, ...] = ()
    text_boxes: bool = False


@dataclass(frozen=True, slots=True)
class Book:
    """A workbook; a CSV file is one with a single sheet, named like the file.

    `links_to_files` tells whether formulas look into other files. `encodings` are the ways to
    read a text of which nothing says in which encoding it was saved; the first is the likeliest.
    """

    name: str
    format: Format
    sheets: tuple[BookSheet, ...]
    macros: bool = False
    links_to_files: bool = False
    encodings: tuple[EncodingChoice, ...] = ()


_MOST_COVERED: Final = 40_000
"""Rows of all merged areas of a sheet together; one that would go beyond is a single cell.

Some forty areas in each row of the longest list that is handed in, where no area covers another.
"""


class SheetGrid:
    """A sheet by row and column; a merged cell is found at every place that it covers."""

    def __init__(self, sheet: BookSheet) -> None:
        self.sheet = sheet
        self.rows: dict[int, dict[int, FilledCell]] = {}
        for cell in sheet.cells:
            self.rows.setdefault(cell.place.row, {})[cell.place.column] = cell

    @cached_property
    def order(self) -> list[int]:
        """The numbers of the rows with something in them."""
        return sorted(self.rows)

    def between(self, first: int, last: int, most: int | None = None) -> Sequence[int]:
        """Return the rows with something in them from one to another; at `most` so many."""
        start = bisect_left(self.order, first)
        end = bisect_right(self.order, last)
        return self.order[start : end if most is None else min(end, start + most)]

    def widest_above(self, row: int) -> int:
        """Return how many cells the row above a row has that has most; 0 for the first row."""
        above = bisect_left(self.order, row)
        return self._widest[above - 1] if above else 0

    @cached_property
    def _widest(self) -> list[int]:
        return list(accumulate((len(self.rows[row]) for row in self.order), max))

    def lowest_merged(self, first: int, last: int, tallest: int) -> int:
        """Return the last row into which a cell of some rows was merged; `last` if into none.

        What was merged over more than the `tallest` number of rows does not count.
        """
        reached = (
            area.last_row
            for row in range(first, last + 1)
            for area in self._merged_from.get(row, ())
            if area.last_row - area.first_row < tallest
        )
        return max(reached, default=last)

    @cached_property
    def _merged_from(self) -> dict[int, list[Area]]:
        found: dict[int, list[Area]] = {}
        for area in self.sheet.merged:
            found.setdefault(area.first_row, []).append(area)
        return found

    @cached_property
    def last_column(self) -> int:
        return max((column for row in self.rows.values() for column in row), default=0)

    @cached_property
    def _covering(self) -> dict[int, list[tuple[Area, FilledCell]]]:
        """For each row the merged areas that reach into it, with the cell they show.

        An area that begins inside of another shows nothing of its own; no program makes such.
        """
        found: dict[int, list[tuple[Area, FilledCell]]] = {}
        last, left = self.order[-1] if self.order else 0, _MOST_COVERED
        for area in sorted(self.sheet.merged, key=lambda area: (area.first_row, area.first_column)):
            row, column = area.first_row, area.first_column
            cell = self.rows.get(row, {}).get(column)
            covered = range(row, min(area.last_row, last) + 1)
            inside = any(other.holds(row, column) for other, _ in found.get(row, ()))
            if cell and not inside and len(covered) <= left:
                left -= len(covered)
                for row in covered:
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
        """Return whether a merged cell lies on both this row and the next one."""
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
