"""The sheet of one OPD: what the data shows, and a column for the monitor's own marks."""

from collections.abc import Sequence
from dataclasses import dataclass

from openpyxl import Workbook
from openpyxl.worksheet.datavalidation import DataValidation

from ppid.assessing.findings import said
from ppid.assessing.model import Assessment, OpdReport, State, YearReport
from ppid.handing_in.workbook_cells import ONE_DECIMAL, WEIGHT, WHOLE, Layout, Paper, Pen
from ppid.publishing.exports.kelengkapan.as_csv import link_of

TERSEDIA = {State.TERPENUHI: "Ya", State.BELUM: "Belum", State.TIDAK_BERLAKU: "Tidak berlaku"}
PILIHAN = ("Ada", "Tidak ada", "Tidak berlaku")
"""What the monitor may choose in the last column but two."""
OURS_CELL, MONITOR_CELL, MARKS_CELL = "E4", "E5", "E6"
_COLUMNS = (
    ("No", 5),
    ("Kategori", 14),
    ("Kewajiban", 38),
    ("Dasar", 24),
    ("Tersedia", 9),
    ("Tautan", 24),
    ("Diperbarui", 12),
    ("Catatan pemantau", 12),
    ("Bobot", 7),
    ("Alasan", 38),
)
_HEADING = 8
_NOTE = "Tautan tanpa https:// dihitung dari halaman depan situs. Kolom pemantau diisi pemantau."


@dataclass(frozen=True, slots=True)
class Sheet:
    """An OPD with the name of its sheet."""

    report: OpdReport
    name: str


def write_opd(
    book: Workbook, pen: Pen, year: YearReport, sheet: Sheet, lines: Sequence[str]
) -> None:
    """Write the sheet of one OPD."""
    first, last = _HEADING + 1, _HEADING + len(year.obligations.obligations)
    paper = Paper(book, sheet.name, [width for _, width in _COLUMNS], Layout(_HEADING))
    choice = DataValidation("list", formula1=f'"{",".join(PILIHAN)}"', allow_blank=True)
    choice.errorTitle, choice.error = "Pilihan", "Pilih salah satu dari daftar."
    choice.add(f"H{first}:H{last}")
    paper.sheet.data_validations.append(choice)
    for line in lines:
        paper.line(pen.text(line, bold=True))
    for label, formula, form in _sums(first, last):
        paper.line(pen.text(label, wrap=False), None, None, None, pen.formula(formula, form))
    paper.line(pen.text(_NOTE, wrap=False))
    paper.row([pen.head(title) for title, _ in _COLUMNS])
    for number, assessment in enumerate(sheet.report.assessments, 1):
        paper.row(_row(pen, number, sheet.report, assessment))


def _sums(first: int, last: int) -> tuple[tuple[str, str, str], ...]:
    """Return the figures above the table, as formulas: what the data says, and what the monitor."""
    shown, marks, weights = (f"{c}{first}:{c}{last}" for c in "EHI")

    def share(column: str, yes: str, no: str) -> str:
        met = f'SUMIF({column},"{yes}",{weights})'
        all_ = f'({met}+SUMIF({column},"{no}",{weights}))'
        return f'=IF({all_}=0,"",ROUND(100*{met}/{all_},1))'

    return (
        ("Nilai menurut data", share(shown, "Ya", "Belum"), ONE_DECIMAL),
        ("Nilai menurut tanda pemantau", share(marks, "Ada", "Tidak ada"), ONE_DECIMAL),
        ("Kewajiban yang sudah ditandai pemantau", f"=COUNTA({marks})", WHOLE),
    )


def _row(pen: Pen, number: int, report: OpdReport, a: Assessment) -> list[object]:
    weight, link = a.obligation.bobot, link_of(a)
    return [
        pen.ordinal(number),
        pen.text(a.obligation.kategori.nama, boxed=True),
        pen.text(f"{a.obligation.kode}: {a.obligation.teks}", boxed=True),
        pen.text(a.obligation.dasar, boxed=True),
        pen.text(TERSEDIA[a.state], boxed=True),
        # What is empty is not written: half of the boxes would be.
        pen.text(link, boxed=True) if link else None,
        pen.day(a.diperbarui) if a.diperbarui else None,
        pen.entry(),
        pen.number(float(weight), WHOLE if weight.denominator == 1 else WEIGHT),
        pen.text(said(report, a), boxed=True),
    ]
