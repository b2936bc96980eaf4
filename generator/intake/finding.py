"""From a workbook to the table of rows that it hands in: which sheet, which rows, what is left."""

from collections.abc import Mapping, Sequence

from generator.diagnostics.model import Severity
from generator.intake.book import Book, Sheet
from generator.intake.fields_of_lists import MODELS
from generator.intake.model import Place, Question, Remark, Table, Unused
from generator.intake.sheet_choice import choose_sheets
from generator.intake.sheet_table import SheetTable, read_sheet
from generator.intake.upright_forms import read_forms

_NO_LIST = "lembar ini tidak memuat daftar"
_HIDDEN = "lembar tersembunyi"


def find_table(book: Book, jenis: str, tahun: int, answers: Mapping[str, str]) -> Table:
    """Find the list of sort `jenis` (“dik” or “dip”) for `tahun`.

    `answers` maps the keys of questions asked before to the reading that was chosen. Every filled
    cell of the workbook is in the table's rows, headings or unused.
    """
    choice = choose_sheets(book, jenis, tahun, answers)
    tables = [read_sheet(chosen.grid, chosen.blocks, jenis, answers) for chosen in choice.chosen]
    chosen = {candidate.grid.sheet.name for candidate in choice.chosen}
    if not tables:
        forms = read_forms(book.sheets, jenis)
        tables, chosen = [form.table for form in forms], {form.sheet for form in forms}
    remarks = [*book.remarks, *choice.remarks]
    if not tables:
        remarks.append(_nothing_found(book, jenis))
    rest = [sheet for sheet in book.sheets if sheet.name not in chosen]
    return _joined(book, tables, chosen, rest, (*choice.questions,), remarks)


def _joined(
    book: Book,
    tables: Sequence[SheetTable],
    chosen: set[str],
    rest: Sequence[Sheet],
    questions: tuple[Question, ...],
    remarks: Sequence[Remark],
) -> Table:
    unused = [unused for table in tables for unused in table.unused]
    unused += [
        Unused(cell, _HIDDEN if sheet.hidden else _NO_LIST)
        for sheet in rest
        for cell in sheet.cells
    ]
    asked = {
        question.key: question
        for question in (*questions, *(q for table in tables for q in table.questions))
    }
    rows = tuple(row for table in tables for row in table.rows)
    return Table(
        sheet=next((sheet.name for sheet in book.sheets if sheet.name in chosen), ""),
        headings=tuple(heading for table in tables for heading in table.headings),
        rows=rows,
        unused=tuple(sorted(unused, key=lambda entry: entry.cell.place)),
        repairs=tuple(repair for table in tables for repair in table.repairs),
        remarks=tuple(remarks),
        questions=tuple(asked.values()),
        nihil="" if rows else next((table.nihil for table in tables if table.nihil), ""),
    )


def _nothing_found(book: Book, jenis: str) -> Remark:
    wanted = [info.title or name for name, info in MODELS[jenis].model_fields.items()][1:4]
    first = book.sheets[0].name if book.sheets else ""
    return Remark(
        Place(first, 1, 1),
        Severity.GALAT,
        "Daftarnya tidak ditemukan: tidak ada baris judul kolom yang dikenal.",
        advice="Beri judul pada setiap kolom dalam satu baris di atas isinya.",
        example=" | ".join(wanted),
    )
