"""Worksheets of the town as assessors fill them in."""

from collections.abc import Mapping
from datetime import date
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import IO

from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from ppid.assessing.assess import assess
from ppid.kinds.pemantauan.penugasan import Penugasan
from ppid.publishing.exports.kelengkapan.workbook import desk_of, workbook
from tests.handing_in.test_desk import corpus_of_town

Marks = Mapping[tuple[str, str], tuple[str, str]]
"""A mark and a note, by OPD and obligation."""
FEW: Marks = {
    ("dinkes", "berkala.a.a"): ("Ada", ""),
    ("dinkes", "berkala.a.c"): ("Tidak ada", ""),
    ("dinkes", "berkala.d.a"): ("Ada", "Terpasang di papan pengumuman"),
}


def columns(sheet: Worksheet) -> dict[str, int]:
    return {str(cell.value): cell.column for cell in sheet[6] if cell.value}


def fill(paper: Path | IO[bytes], marks: Marks, day: str = "2021-12-20") -> None:
    """Write marks, notes and the day into a worksheet, as an assessor would."""
    book = load_workbook(paper)
    sheet, at = book["Penilaian"], columns(book["Penilaian"])
    for row in range(7, sheet.max_row + 1):
        key = tuple(str(sheet.cell(row, at[name]).value) for name in ("OPD", "Kode"))
        if key in marks:
            mark, note = marks[key]
            sheet.cell(row, at["Tanda pemantau"]).value = mark or None
            sheet.cell(row, at["Catatan pemantau"]).value = note or None
    book["Petunjuk"]["B5"].value = date.fromisoformat(day) if day else None
    book.save(paper)


@cache
def blank(tahun: int = 2021, assessor: int = 0) -> bytes:
    """Return the worksheet of an assessor of the town, as it is sent, without any mark."""
    corpus = corpus_of_town()
    year, assignments = assess(corpus).year(tahun), corpus.get(Penugasan, tahun=2021)
    assert year is not None
    assert assignments is not None
    whose = assignments.pemantau[assessor]
    desk = desk_of(whose, year, None, corpus)
    return workbook(year, [report for report in year.reports if report.opd in whose.opd], desk)


def marked(marks: Marks, day: str = "2021-12-20", *, tahun: int = 2021, assessor: int = 0) -> bytes:
    """Return a worksheet of the town with marks in it."""
    paper = BytesIO(blank(tahun, assessor))
    fill(paper, marks, day)
    return paper.getvalue()
