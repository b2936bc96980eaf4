"""Tables made by hand, as the first half of intake hands them over, and tables found in books."""

from collections.abc import Mapping, Sequence
from datetime import date
from functools import cache
from pathlib import Path

from ppid.checking.load import load
from ppid.core.corpus import Corpus
from ppid.handing_in.intake.sheets import find_table
from ppid.handing_in.intake.wanted import wanted_list
from ppid.handing_in.model import HandedRow, HandedTable, Heading, Target
from ppid.reading.documents.book import Book, CellPlace, FilledCell, StoredAs

SHEET = "Daftar"
ROOT = Path(__file__).parents[3]


@cache
def town() -> Corpus:
    """Return the corpus of the invented town, with the words that ship with the program."""
    return load(ROOT / "tests/kota-kecil", date(2024, 6, 1)).corpus


@cache
def words() -> Corpus:
    """Return a corpus of nothing but the words that ship with the program."""
    return load(ROOT / "tests/tidak-ada", date(2026, 1, 1)).corpus


def found(book: Book, jenis: str, answers: Mapping[str, str] | None = None) -> HandedTable:
    """Find the list of 2024 in a workbook."""
    return find_table(book, wanted_list(Target("dinkes", jenis, 2024), town(), answers or {}))


def table(
    fields: Sequence[str],
    rows: Sequence[Sequence[str]],
    *,
    sections: Mapping[int, str] | None = None,
    broken: frozenset[tuple[int, int]] = frozenset(),
    nihil: str = "",
) -> HandedTable:
    """Make a table with a heading in row 1; `sections` gives the title above a row (from 0).

    `broken` names cells (row and column from 0) that hold an error of the spreadsheet program.
    """
    headings = tuple(
        Heading(column, field, (FilledCell(CellPlace(SHEET, 1, column), field),), field)
        for column, field in enumerate(fields, 1)
    )
    handed = []
    section: tuple[FilledCell, ...] = ()
    for index, row in enumerate(rows):
        if title := (sections or {}).get(index):
            section = (FilledCell(CellPlace(SHEET, 1000 + index, 1), title),)
        cells = {
            field: (_cell(index, column, text, broken),)
            for column, (field, text) in enumerate(zip(fields, row, strict=True))
            if text
        }
        handed.append(HandedRow(index + 2, cells, section, SHEET))
    return HandedTable(SHEET, headings, tuple(handed), nihil=nihil)


def _cell(index: int, column: int, text: str, broken: frozenset[tuple[int, int]]) -> FilledCell:
    stored = StoredAs.GALAT if (index, column) in broken else StoredAs.TEKS
    return FilledCell(CellPlace(SHEET, index + 2, column + 1), text, stored)
