"""What a reply says of a cell: how its column is headed there, whatever stands in other tables."""

from dataclasses import replace

from ppid.handing_in.model import Heading
from ppid.handing_in.reply.entries import CellTexts
from ppid.reading.documents.book import CellPlace, FilledCell
from tests.handing_in.reply import handed


def heading(row: int, column: int, text: str, sheet: str = handed.SHEET) -> Heading:
    return Heading(column, text, (FilledCell(CellPlace(sheet, row, column), text),))


def test_a_column_is_headed_by_the_nearest_heading_above_the_cell() -> None:
    headings = (
        heading(3, 4, "Konsekuensi Bila Dibuka"),
        heading(20, 4, "Dasar Hukum"),
        heading(2, 4, "Catatan", sheet="Lain"),
    )
    texts = CellTexts(replace(handed.intake(), headings=headings))
    assert texts.title(CellPlace(handed.SHEET, 5, 4)) == "Konsekuensi Bila Dibuka"
    assert texts.title(CellPlace(handed.SHEET, 21, 4)) == "Dasar Hukum"
    assert texts.title(CellPlace("Lain", 30, 4)) == "Catatan"
    assert texts.title(CellPlace(handed.SHEET, 1, 4)) == "Konsekuensi Bila Dibuka"
    assert texts.title(CellPlace(handed.SHEET, 5, 9)) == ""
