"""Tables made by hand, as the first half of intake hands them over."""

from collections.abc import Mapping, Sequence

from ppid.handing_in.intake.model import HandedRow, Heading, Table
from ppid.reading.documents.book import CellPlace, FilledCell, StoredAs

SHEET = "Daftar"


def table(
    fields: Sequence[str],
    rows: Sequence[Sequence[str]],
    *,
    sections: Mapping[int, str] | None = None,
    broken: frozenset[tuple[int, int]] = frozenset(),
    nihil: str = "",
) -> Table:
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
    return Table(SHEET, headings, tuple(handed), nihil=nihil)


def _cell(index: int, column: int, text: str, broken: frozenset[tuple[int, int]]) -> FilledCell:
    stored = StoredAs.GALAT if (index, column) in broken else StoredAs.TEKS
    return FilledCell(CellPlace(SHEET, index + 2, column + 1), text, stored)
