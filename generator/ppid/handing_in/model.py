"""What passes from a handed-in workbook to its list: a table, questions, and the outcome."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from ppid.diagnostics.diagnostic import Severity
from ppid.reading.documents.book import CellPlace, FilledCell
from ppid.values.text import joined

BLOK_TANDA_TANGAN: Final = "blok tanda tangan"
"""The reason of unused cells that may name a person: their text must not be shown."""
OF_TEMPLATE: Final = "bagian templat, bukan isian"
"""The reason of unused cells that our own template wrote."""


_MOST_ROWS: Final = 8


def rows_said(places: Sequence[CellPlace]) -> str:
    """Name the rows of cells: “baris 3, 5, dan lainnya”, or “tabel 1 baris 3 dan 5” in a document.

    Rows of several tables or pages are named one by one.
    """
    names = list(dict.fromkeys(place.row_said for place in places))
    starts = {name.rpartition(" ")[0] for name in names}
    more = ["lainnya"] if names[_MOST_ROWS:] else []
    if len(starts) != 1:
        return joined([*names[:_MOST_ROWS], *more])
    numbers = [name.rpartition(" ")[2] for name in names[:_MOST_ROWS]]
    return f"{starts.pop()} {joined([*numbers, *more])}"


def capitalized(sentence: str) -> str:
    """Begin a sentence with a capital letter, and leave the rest as it is."""
    return sentence[:1].upper() + sentence[1:]


@dataclass(frozen=True, slots=True)
class Unused:
    """A cell that goes nowhere, and why: a title above the table, or a row of column numbers."""

    cell: FilledCell
    reason: str


@dataclass(frozen=True, slots=True)
class Repair:
    """Something that was put right because it has one reading only."""

    place: CellPlace
    before: str
    after: str
    reason: str
    field: str = ""


@dataclass(frozen=True, slots=True)
class CellRemark:
    """What a clerk should know or mend; `example` shows how it may be written.

    Without a place it is about the list as a whole.
    """

    place: CellPlace | None
    severity: Severity
    message: str
    advice: str = ""
    example: str = ""
    rule_id: str = ""
    field: str = ""


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to read what is written: `value` is what an answer names, `means` says it."""

    value: str
    means: str

    def __str__(self) -> str:
        """Return what a person is shown: not the words by which the program names a choice."""
        if self.value == self.means or _OF_PROGRAM.fullmatch(self.value):
            return self.means
        return f"{self.value} – {self.means}"


_OF_PROGRAM: Final = re.compile(r"[*-]|[a-z][a-z0-9_=.-]*")
"""Values such as “penanggung_jawab” and “apa-adanya”: one word of small letters."""


@dataclass(frozen=True, slots=True)
class Question:
    """Something with more than one reading, which a person must decide.

    `key` is stable as long as the cell says the same, so that an answer can be kept in a file.
    `places` names every cell that raises the question, `place` first: one answer does for all.
    Beside the value of a reading an answer may be any text that reads without doubt; a question
    without readings is answered in one's own words.
    """

    key: str
    place: CellPlace
    written: str
    asks: str
    readings: tuple[Reading, ...]
    field: str = ""
    places: tuple[CellPlace, ...] = ()


@dataclass(frozen=True, slots=True)
class Heading:
    """A column of the table: its heading (all rows of it joined) and the field that it means.

    `field` is a field of the row's model, another use of a column that `kinds.kata_daftar`
    names, or empty when the column is not known.
    """

    column: int
    text: str
    cells: tuple[FilledCell, ...]
    field: str = ""


@dataclass(frozen=True, slots=True)
class HandedRow:
    """A row of the table: for each field the cells that belong to it, in reading order.

    Several cells belong to a field when a row was split over pages or a merged cell spans rows.
    `section` is the heading row above it (“PPID Utama”, “A. Informasi Berkala”), if any. `sheet`
    names the sheet, which says the category where there is one sheet for each.
    """

    row: int
    fields: Mapping[str, tuple[FilledCell, ...]]
    section: tuple[FilledCell, ...] = ()
    sheet: str = ""

    @property
    def said(self) -> str:
        """What people call the row: “baris 14”, or “tabel 1 baris 3” in a document."""
        return self.place_in(1).row_said

    def place_in(self, column: int) -> CellPlace:
        """Return the place of a column in the row, whether anything stands there or not."""
        places = (cell.place for cells in self.fields.values() for cell in cells)
        own = next((place for place in places if place.row == self.row), None)
        return replace(own or CellPlace(self.sheet, self.row, 1), column=column)


@dataclass(frozen=True, slots=True)
class HandedTable:
    """The list inside a workbook; every cell of the workbook is in `rows`, headings or `unused`.

    `nihil` repeats what a list without rows says (“NIHIL”); its cell is in `unused`. `offers` are
    questions that may stay open.
    """

    sheet: str
    headings: tuple[Heading, ...]
    rows: tuple[HandedRow, ...]
    unused: tuple[Unused, ...] = ()
    repairs: tuple[Repair, ...] = ()
    remarks: tuple[CellRemark, ...] = ()
    questions: tuple[Question, ...] = ()
    nihil: str = ""
    offers: tuple[Question, ...] = ()


@dataclass(frozen=True, slots=True)
class Target:
    """The list that is handed in; `jenis` is “dik” or “dip”."""

    opd: str
    jenis: str
    tahun: int

    @property
    def name(self) -> str:
        """Return the name by which what is kept about the list knows it: “dinkes/dik/2026”."""
        return f"{self.opd}/{self.jenis}/{self.tahun}"


@dataclass(frozen=True, slots=True)
class TakenRow:
    """A row as it will stand in the CSV: every column of the model, and where each came from."""

    values: Mapping[str, str]
    places: Mapping[str, tuple[CellPlace, ...]]


@dataclass(frozen=True, slots=True)
class Intake:
    """The outcome of reading a handed-in workbook.

    `cells` counts the filled cells of the workbook; each of them is in a row's `places`, named by
    a remark, question or repair, part of a heading, or in `unused`. `about` holds what is known
    of the list as a whole by the names of its file, such as “penetapan.tanggal”; `answered` are
    the questions that have been answered, `filled` the places that `cells` counts. `offers` are
    questions that may stay open: facts about the list, and what a row may well say.
    """

    target: Target
    sheet: str
    headings: tuple[Heading, ...]
    rows: tuple[TakenRow, ...]
    unused: tuple[Unused, ...]
    repairs: tuple[Repair, ...]
    remarks: tuple[CellRemark, ...]
    questions: tuple[Question, ...]
    cells: int
    salinan_resmi: bool = False
    about: Mapping[str, str] = field(default_factory=dict)
    answered: tuple[Question, ...] = ()
    filled: frozenset[CellPlace] = frozenset()
    offers: tuple[Question, ...] = ()

    @property
    def place(self) -> CellPlace:
        """Where to point for the list as a whole: at its first heading."""
        heads = (cell.place for heading in self.headings for cell in heading.cells)
        return next(heads, CellPlace(self.sheet, 1, 1))

    @property
    def complete(self) -> bool:
        """Whether nothing is left to be answered."""
        return not self.questions

    def place_of(self, row: TakenRow, name: str) -> CellPlace | None:
        """Return the cell in which a field of a row stands, or would stand were it filled.

        Where the field has no column, the row is meant: its number, or the first cell beside the
        table. Never the cell of another field. None for a row that comes from no cell.
        """
        if own := row.places.get(name):
            return own[0]
        cells = [place for places in row.places.values() for place in places]
        if not cells:
            return None
        first = min(cells)
        heads = [
            heading
            for heading in self.headings
            if heading.cells and heading.cells[0].place.sheet == first.sheet
        ]
        rows = [heading.cells[0].place.row for heading in heads]
        if len(set(rows)) == len(rows) > 1:  # a form: labels below each other, values beside them
            labels = [heading.cells[0].place for heading in heads if heading.field == name]
            return next((place for place in labels if place.row >= first.row), first)
        # Of tables below each other the heading that is nearest above the row.
        above = [heading for heading in heads if heading.cells[0].place.row < first.row]
        columns = {
            field: heading.column
            for heading in above
            for field in (heading.field, heading.field.partition("=")[0])
        }
        beside = max((heading.column for heading in above), default=first.column) + 1
        column = columns.get(name) or columns.get("nomor") or beside
        return replace(first, column=column)
