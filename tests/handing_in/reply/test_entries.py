"""What a reply says of a cell: how its column is headed there, whatever stands in other tables."""

from dataclasses import replace

from ppid.handing_in.model import Heading
from ppid.handing_in.reply.answer_sheets import MOST_FINDINGS, ReplyContent, sheets_of_reply
from ppid.handing_in.reply.entries import CellTexts, Level, ReplyEntry
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


def test_of_very_many_findings_the_first_are_listed_and_the_others_counted() -> None:
    place = CellPlace(handed.SHEET, 5, 4)
    entries = [ReplyEntry(Level.GALAT, place, "Judul", "a", "Salah.")] * (MOST_FINDINGS + 1_234)
    first, *_ = sheets_of_reply(ReplyContent(handed.intake(), entries), ())
    assert len(first.rows) == MOST_FINDINGS
    assert any(line.startswith("Masih ada 1.234 temuan lain") for line in first.below)
    whole, *_ = sheets_of_reply(ReplyContent(handed.intake(), entries[:MOST_FINDINGS]), ())
    assert len(whole.rows) == MOST_FINDINGS
    assert not any("temuan lain" in line for line in whole.below)
