"""The working paper: overview, matrix, method, and a sheet on which the monitor marks each OPD."""

from collections.abc import Sequence
from datetime import datetime
from io import BytesIO

from openpyxl import Workbook

from ppid.assessing.model import OpdReport, State, YearReport
from ppid.handing_in.workbook_cells import ONE_DECIMAL, WHOLE, Layout, Paper, Pen, fixed_bytes
from ppid.kinds.wording import format_tanggal
from ppid.publishing.exports.kelengkapan.guide_sheet import write_guide
from ppid.publishing.exports.kelengkapan.method_sheet import write_method
from ppid.publishing.exports.kelengkapan.opd_sheet import (
    MARKS_CELL,
    MONITOR_CELL,
    OURS_CELL,
    Sheet,
    write_opd,
)

TANDA = {State.TERPENUHI: "●", State.BELUM: "○", State.TIDAK_BERLAKU: "–"}
LEGENDA = "● terpenuhi, ○ belum, – tidak berlaku"
CONTOH = "CONTOH: data peragaan. Angka ini tidak menyatakan apa pun tentang kantor mana pun."
_LONGEST_NAME = 31
_HEADING = 5
_OVERVIEW = (
    ("No", 5),
    ("Perangkat daerah", 46),
    ("Terpenuhi", 11),
    ("Belum", 9),
    ("Tidak berlaku", 13),
    ("Nilai menurut data", 12),
    ("Nilai pemantau", 12),
    ("Sudah ditandai", 11),
    ("Lembar", 28),
)


def workbook(year: YearReport, reports: Sequence[OpdReport]) -> bytes:
    """Make the working paper of some OPDs of a year; the same data gives the same bytes."""
    book = Workbook(write_only=True)
    moment = datetime(year.hari.year, year.hari.month, year.hari.day)  # noqa: DTZ001 — a day only
    book.properties.creator = "PPID"
    book.properties.title = f"Kertas kerja kelengkapan {year.tahun}"
    book.properties.created = moment
    sheets = [Sheet(report, name) for report, name in _named(reports)]
    pen = Pen(book)
    write_guide(book, pen, year, reports, heading_lines(year, f"Kertas kerja {year.tahun}"))
    _write_overview(book, pen, year, sheets)
    _write_matrix(book, pen, year, reports)
    write_method(book, pen, year, heading_lines(year, "Cara menghitung"))
    for sheet in sheets:
        write_opd(book, pen, year, sheet, heading_lines(year, sheet.report.profil.nama))
    stream = BytesIO()
    book.save(stream)
    return fixed_bytes(stream.getvalue(), moment)


def heading_lines(year: YearReport, title: str) -> tuple[str, ...]:
    """Return the lines above every table; the last says that the data is a demonstration."""
    law = year.obligations.kumpulan.peraturan
    about = f"Kelengkapan {year.tahun} menurut {law}; hari penilaian {format_tanggal(year.hari)}"
    return (title, about, CONTOH if year.contoh else "")


def _named(reports: Sequence[OpdReport]) -> list[tuple[OpdReport, str]]:
    """Name a sheet for each OPD: at most 31 characters, and none twice.

    The other sheets keep theirs; spreadsheets do not tell capitals from small letters.
    """
    taken = {"petunjuk", "ringkasan", "matriks"}
    named = []
    for report in reports:
        name, number = report.opd[:_LONGEST_NAME], 2
        while name in taken:
            name, number = f"{report.opd[: _LONGEST_NAME - 3]}-{number}", number + 1
        taken.add(name)
        named.append((report, name))
    return named


def _write_overview(book: Workbook, pen: Pen, year: YearReport, sheets: Sequence[Sheet]) -> None:
    paper = Paper(book, "Ringkasan", [width for _, width in _OVERVIEW], Layout(_HEADING))
    for line in heading_lines(year, "Ringkasan"):
        paper.line(pen.text(line, bold=True))
    paper.line()
    paper.row([pen.head(title) for title, _ in _OVERVIEW])
    for number, each in enumerate(sheets, 1):
        paper.row(_overview_row(pen, number, each))
    last = _HEADING + len(sheets)
    totals = [pen.formula(f"=SUM({c}{_HEADING + 1}:{c}{last})", WHOLE) for c in "CDE"]
    paper.line(None, pen.text("Jumlah", bold=True), *totals)


def _overview_row(pen: Pen, number: int, each: Sheet) -> list[object]:
    score, name = each.report.score, f"'{each.name}'!"
    return [
        pen.ordinal(number),
        pen.text(each.report.profil.nama, boxed=True),
        pen.number(score.terpenuhi),
        pen.number(score.belum),
        pen.number(score.tidak_berlaku),
        pen.formula(f"={name}{OURS_CELL}", ONE_DECIMAL),
        pen.formula(f"={name}{MONITOR_CELL}", ONE_DECIMAL),
        pen.formula(f"={name}{MARKS_CELL}", WHOLE),
        pen.text(each.name, boxed=True),
    ]


def _write_matrix(book: Workbook, pen: Pen, year: YearReport, reports: Sequence[OpdReport]) -> None:
    """Write a row for each obligation and a column for each OPD: that way it fits on paper."""
    widths = [24, 44, *[3.6] * len(reports)]
    paper = Paper(book, "Matriks", widths, Layout(_HEADING, "A3", f"C{_HEADING + 1}"))
    for line in heading_lines(year, f"Matriks: {LEGENDA}"):
        paper.line(pen.text(line, bold=True))
    paper.line()
    names = [pen.head(report.opd, turned=True) for report in reports]
    paper.row([pen.head("Kode"), pen.head("Kewajiban"), *names], height=150)
    rows = zip(*(report.assessments for report in reports), strict=True)
    for obligation, row in zip(year.obligations.obligations, rows, strict=True):
        signs = [pen.sign(TANDA[a.state]) for a in row]
        told = [pen.text(obligation.kode, boxed=True), pen.text(obligation.teks, boxed=True)]
        paper.row([*told, *signs])
