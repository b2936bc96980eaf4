"""From a workbook to the table of rows that it hands in: which sheet, which rows, what is left."""

from collections.abc import Mapping, Sequence

from ppid.diagnostics.diagnostic import Severity
from ppid.handing_in.intake.book_remarks import remarks_on
from ppid.handing_in.intake.model import Remark, Table, Unused
from ppid.handing_in.intake.sheet_choice import Choice, choose_sheets
from ppid.handing_in.intake.sheet_table import SheetTable, Wanted, read_sheet
from ppid.handing_in.intake.upright_forms import read_forms
from ppid.kinds.rows import MODELS
from ppid.reading.documents.book import Book, CellPlace

_NO_LIST = "lembar ini tidak memuat daftar"
_HIDDEN = "lembar tersembunyi"


def find_table(book: Book, jenis: str, tahun: int, answers: Mapping[str, str]) -> Table:
    """Find the list of sort `jenis` (“dik” or “dip”) for `tahun`.

    `answers` maps the keys of questions asked before to the reading that was chosen. Every filled
    cell of the workbook is in the table's rows, headings or unused.
    """
    choice = choose_sheets(book, jenis, tahun, answers)
    forms = read_forms(book.sheets, jenis) if not choice.is_wide else []
    if forms:
        tables, chosen = [form.table for form in forms], {form.sheet for form in forms}
        choice = Choice(())
    else:
        wanted = Wanted(jenis, answers)
        tables = [read_sheet(found.grid, found.blocks, wanted) for found in choice.chosen]
        chosen = {candidate.name for candidate in choice.chosen}
    remarks = [*remarks_on(book), *choice.remarks]
    if not tables and not choice.remarks:
        remarks.append(_nothing_found(book, jenis))
    questions = [*choice.questions, *(asked for table in tables for asked in table.questions)]
    rows = tuple(row for table in tables for row in table.rows)
    return Table(
        sheet=next((sheet.name for sheet in book.sheets if sheet.name in chosen), ""),
        headings=tuple(heading for table in tables for heading in table.headings),
        rows=rows,
        unused=_all_unused(book, tables, chosen),
        repairs=tuple(repair for table in tables for repair in table.repairs),
        remarks=tuple(remarks),
        questions=tuple({question.key: question for question in questions}.values()),
        nihil="" if rows else next((table.nihil for table in tables if table.nihil), ""),
    )


def _all_unused(book: Book, tables: Sequence[SheetTable], chosen: set[str]) -> tuple[Unused, ...]:
    unused = [entry for table in tables for entry in table.unused]
    for sheet in book.sheets:
        if sheet.name not in chosen:
            reason = _HIDDEN if sheet.hidden else _NO_LIST
            unused += [Unused(cell, reason) for cell in sheet.cells]
    return tuple(sorted(unused, key=lambda entry: entry.cell.place))


def _nothing_found(book: Book, jenis: str) -> Remark:
    wanted = [info.title or name for name, info in MODELS[jenis].model_fields.items()][1:4]
    first = book.sheets[0].name if book.sheets else ""
    return Remark(
        CellPlace(first, 1, 1),
        Severity.GALAT,
        "Daftarnya tidak ditemukan: tidak ada baris judul kolom yang dikenal.",
        advice="Beri judul pada setiap kolom dalam satu baris di atas isinya.",
        example=" | ".join(wanted),
    )
