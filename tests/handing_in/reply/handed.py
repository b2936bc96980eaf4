"""A small list as it is handed in, and what the earlier steps found in it."""

from collections.abc import Callable, Sequence
from io import BytesIO

from openpyxl import Workbook

from ppid.diagnostics.diagnostic import Diagnostic, Severity
from ppid.diagnostics.places import Span
from ppid.handing_in.intake.first_check import with_remarks
from ppid.handing_in.merging.merge import Conflict, ConflictKind
from ppid.handing_in.merging.questions import question_of
from ppid.handing_in.model import (
    CellRemark,
    Heading,
    Intake,
    Question,
    Reading,
    Repair,
    TakenRow,
    Target,
    Unused,
)
from ppid.reading.documents.book import CellPlace, FilledCell

SHEET = "DIK 2026"
FIRST = 4
HEADS = ("No", "Informasi", "Dasar hukum", "Jangka waktu", "Mulai")
FIELDS = ("nomor", "informasi", "dasar_hukum", "jangka_waktu", "mulai")
CSV = "data/opd/dinas-contoh/dik/2026.csv"
RED = CellRemark(
    CellPlace(SHEET, 5, 4),
    Severity.GALAT,
    "“Tidak terbatas” tidak boleh untuk alasan Pasal 17 huruf a.",
    "Tulis jangka waktu.",
    "5 tahun",
    "DIK-004",
)
WARNING = CellRemark(
    CellPlace(SHEET, 6, 2), Severity.PERINGATAN, "Judulnya terlalu umum.", "Sebut isinya."
)
QUESTION = Question(
    "dik:E5:03/04/2025",
    CellPlace(SHEET, 5, 5),
    "03/04/2025",
    "Tanggal ini punya dua arti. Mana yang dimaksud?",
    (Reading("2025-04-03", "3 April 2025"), Reading("2025-03-04", "4 Maret 2025")),
)
REPAIR = Repair(
    CellPlace(SHEET, 4, 3),
    "Pasal 17 huruf a",
    "UU 14/2008 Pasal 17 huruf a",
    "Nama undang-undangnya dilengkapi.",
)
CONFLICT = Conflict(
    ConflictKind.ISI,
    "DIK-06",
    "informasi",
    "lama",
    "di situs",
    "di berkas",
    (CellPlace(SHEET, 6, 2),),
)
CLASH = question_of(CONFLICT, "dik", CellPlace(SHEET, 3, 1))


def values(row: int) -> tuple[int | str, ...]:
    """Return what stands in a row of the list."""
    title = f"Naskah rencana kontingensi {row}"
    return (row - FIRST + 1, title, "Pasal 17 huruf a", "Tidak terbatas", "03/04/2025")


def workbook(change: Callable[[Workbook], None] = lambda _: None, rows: int = 14) -> bytes:
    """Make the workbook of the list; `change` gets the openpyxl workbook before it is saved."""
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = SHEET
    sheet["A1"] = "DAFTAR INFORMASI YANG DIKECUALIKAN"
    sheet.merge_cells("A1:E1")
    for column, head in enumerate(HEADS, 1):
        sheet.cell(FIRST - 1, column, head)
    for row in range(FIRST, FIRST + rows):
        for column, value in enumerate(values(row), 1):
            sheet.cell(row, column, value)
    for column, width in zip("ABCDE", (5, 40, 30, 16, 14), strict=True):
        sheet.column_dimensions[column].width = width
    change(book)
    stream = BytesIO()
    book.save(stream)
    return stream.getvalue()


TARGET = Target("dinas-contoh", "dik", 2026)


def intake(
    rows: int = 14,
    remarks: tuple[CellRemark, ...] = (RED, WARNING),
    questions: tuple[Question, ...] = (QUESTION,),
    repairs: tuple[Repair, ...] = (REPAIR,),
    findings: Sequence[Diagnostic] = (),
) -> Intake:
    """Return the outcome of reading the list."""
    title = FilledCell(CellPlace(SHEET, 1, 1), "DAFTAR INFORMASI YANG DIKECUALIKAN")
    found = Intake(
        TARGET,
        SHEET,
        tuple(_heading(column, head) for column, head in enumerate(HEADS, 1)),
        tuple(_row(row) for row in range(FIRST, FIRST + rows)),
        (Unused(title, "Judul di atas tabel."),),
        repairs,
        remarks,
        questions,
        1 + len(HEADS) * (rows + 1),
    )
    return with_remarks(found, findings)


def _heading(column: int, head: str) -> Heading:
    return Heading(
        column, head, (FilledCell(CellPlace(SHEET, FIRST - 1, column), head),), FIELDS[column - 1]
    )


def _row(row: int) -> TakenRow:
    written = dict(zip(FIELDS[1:], map(str, values(row)[1:]), strict=True))
    places = {name: (CellPlace(SHEET, row, c),) for c, name in enumerate(FIELDS[1:], 2)}
    return TakenRow({"kode": f"DIK-{row:02}", **written, "catatan": ""}, places)


def finding(cell: str, message: str = "Jangka waktunya tidak jelas.") -> Diagnostic:
    """Return a finding of the project at a cell of the CSV."""
    return Diagnostic(
        "DIK-012",
        Severity.PERINGATAN,
        message,
        Span(CSV, 7, 1, 7, 2, cell),
        hint="Tulis lamanya, misalnya “5 tahun”.",
    )
