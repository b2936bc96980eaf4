"""The sheet of the list: headings with their help, the example, choices, and marks of faults."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from openpyxl.formatting.rule import Rule
from openpyxl.styles.differential import DifferentialStyle
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from ppid.handing_in.template import sheet as style
from ppid.handing_in.template.form import (
    CHECK,
    EARLIER_CODE,
    EXAMPLE_MARK,
    EXAMPLE_ROW,
    FIRST_COLUMN,
    FIRST_ROW,
    HEADING_ROW,
    NOTE,
    Content,
    Expectation,
    TemplateColumn,
    columns_of,
)
from ppid.handing_in.template.reference_sheet import LENGTHS, RETENTION_WORDS, RETENTIONS, Offers
from ppid.handing_in.template.row_checks import Cells, faults_of, is_empty, letter_of, missing_of
from ppid.handing_in.template.sheet import height_of, lay_out, protect
from ppid.kinds.rows import MODELS
from ppid.values.cells import LAST_COLUMN
from ppid.values.dates import read_tanggal

_OFFERED: Final = {
    Content.JANGKA_WAKTU: LENGTHS,
    Content.RETENSI: (*RETENTIONS, *RETENTION_WORDS),
}


def add_choices(sheet: Worksheet, column: TemplateColumn, cells: Cells, offers: Offers) -> None:
    """Offer the values of a column, and refuse what is surely none of them."""
    choice = _choice(column, cells, offers)
    if choice is None:
        return
    letter = letter_of(cells.jenis, column.field)
    choice.add(f"{letter}{FIRST_ROW}:{letter}{cells.last}")
    sheet.add_data_validation(choice)


def _choice(column: TemplateColumn, cells: Cells, offers: Offers) -> DataValidation | None:
    content = column.content
    if content is Content.PILIHAN:
        choice = _listed(f'"{",".join(column.choices)}"')
        return _refusing(choice, column, f"Pilih {', '.join(column.choices)}.")
    if content in _OFFERED:
        return _listed(f'"{",".join(_OFFERED[content])}"')
    if offers.ranges.get(content):
        return _listed(offers.ranges[content])
    if content is Content.TANGGAL:
        days = DataValidation("date", "between", "18264", "73415", allow_blank=True)
        return _refusing(days, column, "Tulis tanggal, misalnya 2026-03-31.")
    if content is Content.KODE:
        cell = cells.at(column.field).replace("$", "", 1)
        count = f"COUNTIF({cells.all_of(column.field)},{cell})=1"
        shape = f"LEN({cell})>1,LEN({cell})<25,EXACT({cell},UPPER({cell}))"
        code = DataValidation("custom", formula1=f"AND({shape},{count})", allow_blank=True)
        words = "Tulis 2–24 huruf besar, angka, titik, atau tanda hubung, yang belum dipakai."
        return _refusing(code, column, words)
    return None


def _listed(values: str) -> DataValidation:
    """Offer values without insisting on them: a cell may hold several, or another."""
    return DataValidation("list", formula1=values, allow_blank=True, showErrorMessage=False)


def _refusing(choice: DataValidation, column: TemplateColumn, words: str) -> DataValidation:
    choice.showErrorMessage = True
    choice.errorTitle, choice.error = column.title, words
    return choice


EXAMPLES: Final[Mapping[str, Mapping[str, str]]] = {
    "dik": {
        "kode": "BID-NAMA-01",
        "informasi": "Berkas pengaduan masyarakat yang sedang diperiksa",
        "cakupan": "sebagian",
        "bagian": "nama dan alamat pelapor",
        "dasar_hukum": "UU 14/2008 Pasal 17 huruf a angka 2",
        "konsekuensi_dibuka": "Pelapor dapat dikenali sehingga orang enggan melapor.",
        "konsekuensi_ditutup": "Pelapor terlindungi selama laporannya diperiksa.",
        "jangka_waktu": "2 tahun",
        "mulai": "{tahun}-01-15",
        "penguasa": "Subbagian Umum",
        "penanggung_jawab": "Kepala Subbagian Umum",
        "catatan": "Jumlah pengaduan per bulan tetap terbuka.",
    },
    "dip": {
        "kode": "BID-NAMA-01",
        "informasi": "Laporan kinerja tahun lalu",
        "klasifikasi": "berkala",
        "kewajiban": "berkala.d.a",
        "penguasa": "Subbagian Perencanaan",
        "penanggung_jawab": "Kepala Subbagian Perencanaan",
        "waktu_pembuatan": "{tahun}-01",
        "tempat_pembuatan": "Kota Contoh",
        "bentuk": "digital dan cetak",
        "retensi": "5 tahun",
        "tautan": "https://opd.contoh.go.id/laporan-kinerja.pdf",
        "diperbarui": "{tahun}-01-15",
        "catatan": "",
    },
}
"""Text for every field, with the year left open; a field that is left out has no example."""


def example_of(jenis: str, tahun: int) -> Mapping[str, str]:
    """Return the example row for a year; on the sheet, `kode` gives way to the mark of it."""
    said = EXAMPLES[jenis]
    return {name: said.get(name, "").format(tahun=tahun) for name in MODELS[jenis].model_fields}


_LONGEST_PROMPT: Final = 255
_WIDE: Final = {
    "informasi": 42,
    "bagian": 30,
    "konsekuensi_dibuka": 40,
    "konsekuensi_ditutup": 40,
    "catatan": 30,
}
_WIDTHS: Final = {
    Content.KODE: 22,
    Content.PILIHAN: 14,
    Content.TANGGAL: 13,
    Content.WAKTU: 14,
    Content.JANGKA_WAKTU: 20,
    Content.RETENSI: 16,
    Content.DASAR_HUKUM: 36,
    Content.ALAMAT: 30,
    Content.KEWAJIBAN: 22,
}
_AS_TYPED: Final = frozenset(
    {Content.KODE, Content.WAKTU, Content.JANGKA_WAKTU, Content.RETENSI, Content.KEWAJIBAN}
)
"""Contents that a spreadsheet program would like to turn into numbers or dates."""
_CHECK_WIDTH, _NOTE_WIDTH, _CODE_WIDTH = 34, 34, 22


def widths_of(jenis: str) -> tuple[float, ...]:
    """Return the width of every column in characters, the helpers included."""
    fields = (_WIDE.get(c.field, _WIDTHS.get(c.content, 26)) for c in columns_of(jenis))
    return (_CHECK_WIDTH, *fields, _NOTE_WIDTH, _CODE_WIDTH)


def printed(jenis: str, last: int) -> str:
    """Return the cells that are printed down to a row: the fields, not our helpers beside them."""
    first, final = (letter_of(jenis, columns_of(jenis)[end].field) for end in (0, -1))
    return f"${first}$1:${final}${last}"


@dataclass(frozen=True, slots=True)
class Plan:
    """For which list the sheet is, the lines above it, and the row to which its marks reach."""

    jenis: str
    tahun: int
    lines: tuple[str, ...]
    last: int


def write_list(sheet: Worksheet, plan: Plan, offers: Offers) -> None:
    """Write all of the sheet but the prefilled rows."""
    jenis, tahun, last = plan.jenis, plan.tahun, plan.last
    _write_top(sheet, plan.lines, last)
    _style_columns(sheet, jenis)
    _write_heading(sheet, jenis, tahun)
    _write_example(sheet, jenis, tahun)
    for column in columns_of(jenis):
        add_choices(sheet, column, Cells(jenis, FIRST_ROW, last), offers)
        _add_marks(sheet, column, Cells(jenis, FIRST_ROW, last))
    width = len(widths_of(jenis))
    sheet.auto_filter.ref = f"A{HEADING_ROW}:{get_column_letter(width)}{last}"
    sheet.freeze_panes = f"C{FIRST_ROW - 1}"
    sheet.print_options.gridLines = True
    sheet.print_area = printed(jenis, last)
    # On one page of A4 nobody could read so many columns; the first two stand on both.
    sheet.print_title_cols = (
        f"{get_column_letter(FIRST_COLUMN)}:{get_column_letter(FIRST_COLUMN + 1)}"
    )
    lay_out(sheet, HEADING_ROW, pages=2)
    protect(sheet)


def _write_top(sheet: Worksheet, lines: tuple[str, ...], last: int) -> None:
    for row, line in enumerate(lines, 1):
        cell: Any = sheet.cell(row, FIRST_COLUMN, line)
        cell.data_type, cell.alignment = "s", style.PLAIN
        cell.font = style.TITLE if row == 1 else style.BOLD
    sheet.row_dimensions[1].height = style.TITLE_HEIGHT
    count = f"SUMPRODUCT(--(LEN($A${FIRST_ROW}:$A${last})>0))"
    total: Any = sheet.cell(HEADING_ROW - 1, 1, f'="Perlu diperiksa: "&{count}&" baris"')
    total.font, total.alignment = style.BOLD, style.PLAIN


def _style_columns(sheet: Worksheet, jenis: str) -> None:
    """Style whole columns: empty rows cost nothing, and rows put in between look the same."""
    columns = columns_of(jenis)
    fonts = {1: style.SAID, len(widths_of(jenis)): style.FAINT}
    for number, width in enumerate(widths_of(jenis), 1):
        dimension: Any = sheet.column_dimensions[get_column_letter(number)]
        dimension.width, dimension.alignment, dimension.protection = width, style.TOP, style.OPEN
        position = number - FIRST_COLUMN
        is_field = 0 <= position < len(columns)
        dimension.font = fonts.get(number, style.FONT)
        if is_field and columns[position].content is Content.TANGGAL:
            dimension.number_format, dimension.alignment = style.DAY, style.TOP_LEFT
        elif is_field and columns[position].content in _AS_TYPED:
            dimension.number_format = style.TEXT
    # A row with one locked cell, however far to the right, can be neither deleted nor sorted.
    after = len(widths_of(jenis)) + 1
    beyond: Any = sheet.column_dimensions[get_column_letter(after)]
    beyond.min, beyond.max, beyond.protection = after, LAST_COLUMN, style.OPEN


def _write_heading(sheet: Worksheet, jenis: str, tahun: int) -> None:
    columns, examples = columns_of(jenis), example_of(jenis, tahun)
    texts = (CHECK, *(column.heading for column in columns), NOTE, EARLIER_CODE)
    for number, text in enumerate(texts, 1):
        cell: Any = sheet.cell(HEADING_ROW, number, text)
        cell.font, cell.fill = style.BOLD, style.HEAD_FILL
        cell.border, cell.alignment = style.LINE, style.TOP
    sheet.row_dimensions[HEADING_ROW].height = height_of(texts, widths_of(jenis)) + 6
    for column in columns:
        prompt = DataValidation(showInputMessage=True, showErrorMessage=False)
        prompt.promptTitle = column.title
        prompt.prompt = help_of(column, examples[column.field])
        prompt.add(f"{letter_of(jenis, column.field)}{HEADING_ROW}")
        sheet.add_data_validation(prompt)


def help_of(column: TemplateColumn, example: str) -> str:
    """Return what a heading says when it is clicked on; programs show 255 characters."""
    parts = [f"{column.wanted.capitalize()}.", column.help]
    if column.choices:
        parts.append(f"Pilihan: {', '.join(column.choices)}.")
    elif example:
        parts.append(f"Contoh: {example}")
    text = " ".join(parts)
    return text if len(text) <= _LONGEST_PROMPT else f"{text[: _LONGEST_PROMPT - 1]}…"


def _write_example(sheet: Worksheet, jenis: str, tahun: int) -> None:
    example = {**example_of(jenis, tahun), "kode": EXAMPLE_MARK}
    columns = columns_of(jenis)
    texts = ("Baris contoh", *(example[column.field] for column in columns), "", "")
    for number, text in enumerate(texts, 1):
        cell: Any = sheet.cell(EXAMPLE_ROW, number, text or None)
        position = number - FIRST_COLUMN
        if 0 <= position < len(columns) and columns[position].content is Content.TANGGAL:
            cell.value = read_tanggal(text).value
            cell.number_format = style.DAY
        cell.font, cell.fill, cell.alignment = style.FAINT, style.EXAMPLE_FILL, style.TOP_LEFT
        cell.protection = style.OPEN
    sheet.row_dimensions[EXAMPLE_ROW].height = height_of(texts, widths_of(jenis))


def _add_marks(sheet: Worksheet, column: TemplateColumn, cells: Cells) -> None:
    letter, cell = letter_of(cells.jenis, column.field), cells.at(column.field)
    area = f"{letter}{FIRST_ROW}:{letter}{cells.last}"

    def mark(condition: str, look: DifferentialStyle) -> None:
        formula = f"AND({cells.begun},{condition})"
        sheet.conditional_formatting.add(area, Rule("expression", dxf=look, formula=[formula]))

    for fault in faults_of(column, cells):
        mark(f"LEN({cell})>0,{fault.condition}", style.WRONG)
    if missing := missing_of(column, cells):
        mark(missing, style.MISSING)
    elif column.wanted is Expectation.DIANJURKAN:
        mark(is_empty(cell), style.ADVISED)
