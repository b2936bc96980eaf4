"""What a cell of the list offers to choose from, and what it refuses to take."""

from typing import Final

from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from ppid.handing_in.template.checks import Cells, letter_of
from ppid.handing_in.template.form import FIRST_ROW, Column, Content
from ppid.handing_in.template.reference_sheet import LENGTHS, RETENTION_WORDS, RETENTIONS, Offers

_OFFERED: Final = {
    Content.JANGKA_WAKTU: LENGTHS,
    Content.RETENSI: (*RETENTIONS, *RETENTION_WORDS),
}


def add_choices(sheet: Worksheet, column: Column, cells: Cells, offers: Offers) -> None:
    """Offer the values of a column, and refuse what is surely none of them."""
    choice = _choice(column, cells, offers)
    if choice is None:
        return
    letter = letter_of(cells.jenis, column.field)
    choice.add(f"{letter}{FIRST_ROW}:{letter}{cells.last}")
    sheet.add_data_validation(choice)


def _choice(column: Column, cells: Cells, offers: Offers) -> DataValidation | None:
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


def _refusing(choice: DataValidation, column: Column, words: str) -> DataValidation:
    choice.showErrorMessage = True
    choice.errorTitle, choice.error = column.title, words
    return choice
