"""Worksheets of the town as assessors fill them in, and sheets of objections."""

from collections.abc import Mapping, Sequence
from datetime import date
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import IO

from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from ppid.assessing.assess import assess
from ppid.kinds.badan import identitas_of
from ppid.kinds.pemantauan.penugasan import Penugasan
from ppid.publishing.exports.kelengkapan.objections import objections_sheet
from ppid.publishing.exports.kelengkapan.workbook import desk_of, workbook
from tests.handing_in.test_desk import corpus_of_town

Marks = Mapping[tuple[str, str], tuple[str, str]]
"""A mark and a note, by OPD and obligation."""
FEW: Marks = {
    ("dinkes", "berkala.a.a"): ("Ada", ""),
    ("dinkes", "berkala.a.c"): ("Tidak ada", ""),
    ("dinkes", "berkala.d.a"): ("Ada", "Terpasang di papan pengumuman"),
}

Objection = tuple[str, str, str, str, str]
"""A row of a sheet of objections as it is typed: finding, day, party, words, address."""
OBJECTIONS: tuple[Objection, ...] = (
    (
        "2021/dinkes/berkala.a.c",
        "2021-12-10",
        "Perangkat daerah",
        'Bagannya ada: "di" <b>laman</b>',
        "",
    ),
    (
        "2021/dinkes/berkala.d.a",
        "2021-12-11",
        "masyarakat",
        "bukan “belum”: - &",
        "https://kotakecil.example/a",
    ),
)


def write_objections(paper: Path | IO[bytes], rows: Sequence[Objection]) -> None:
    """Write objections into their sheet, as whoever objects would."""
    book = load_workbook(paper)
    sheet = book["Sanggahan"]
    assert [cell.value for cell in sheet[5]][:2] == ["Kode temuan", "Tanggal diterima"]
    for number, row in enumerate(rows, 6):
        for column, text in enumerate(row, 1):
            is_day = column == 2 and text[:2] == "20"
            sheet.cell(number, column).value = (
                date.fromisoformat(text) if is_day else text
            ) or None
    book.save(paper)


def objected(rows: Sequence[Objection] = OBJECTIONS) -> bytes:
    """Return the sheet of objections to the town's last year with rows in it."""
    year = assess(corpus_of_town()).year(2021)
    assert year is not None
    paper = BytesIO(objections_sheet(year, year.reports))
    write_objections(paper, rows)
    return paper.getvalue()


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
    reports = [report for report in year.reports if report.opd in whose.opd]
    return workbook(year, reports, identitas_of(corpus), desk)


def marked(marks: Marks, day: str = "2021-12-20", *, tahun: int = 2021, assessor: int = 0) -> bytes:
    """Return a worksheet of the town with marks in it."""
    paper = BytesIO(blank(tahun, assessor))
    fill(paper, marks, day)
    return paper.getvalue()
