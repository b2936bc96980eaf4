"""What a spreadsheet itself can tell of a row, as formulas that Excel and LibreOffice both know.

A formula is sure of what it says: whatever a later reading may still make sense of stays unmarked.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Final

from openpyxl.utils import get_column_letter

from ppid.handing_in.template.form import (
    EXAMPLE_MARK,
    FIRST_COLUMN,
    FIRST_ROW,
    Content,
    Expectation,
    TemplateColumn,
    columns_of,
)

_WORTH_SAYING: Final = 1000
"""Limits above this number of characters are not reached by hand."""


@dataclass(frozen=True, slots=True)
class Cells:
    """The cells of one row of the list by field, as a formula names them, and how far it goes."""

    jenis: str
    row: int
    last: int
    """The last row for which there are formats and choices."""

    def at(self, field: str) -> str:
        """Name the cell of a field: the column is fixed, the row moves with the formula."""
        return f"${letter_of(self.jenis, field)}{self.row}"

    def all_of(self, field: str) -> str:
        """Name the whole column of a field."""
        column = letter_of(self.jenis, field)
        return f"${column}${FIRST_ROW}:${column}${self.last}"

    @property
    def begun(self) -> str:
        """Hold when something stands in the row, and it is not the example."""
        fields = [column.field for column in columns_of(self.jenis)]
        kode, last = self.at(fields[0]), self.at(fields[-1])
        return f'COUNTA({kode}:{last})>0,LEFT({kode},8)<>"{EXAMPLE_MARK[:8]}"'


@dataclass(frozen=True, slots=True)
class CellFault:
    """Something wrong with a filled cell: when it is, and what column “Periksa” says of it."""

    condition: str
    words: str


@cache
def letter_of(jenis: str, field: str) -> str:
    """Return the letter of the column that holds a field."""
    fields = [column.field for column in columns_of(jenis)]
    return get_column_letter(FIRST_COLUMN + fields.index(field))


def helper_letter(jenis: str, position: int) -> str:
    """Return the letter of a column behind the fields; `position` counts from 0."""
    return get_column_letter(FIRST_COLUMN + len(columns_of(jenis)) + position)


def is_empty(cell: str) -> str:
    """Hold when nothing but spaces stands in a cell."""
    return f"LEN(TRIM({cell}))=0"


def faults_of(column: TemplateColumn, cells: Cells) -> Iterator[CellFault]:
    """Yield what may be wrong with the value of a field, most telling first."""
    cell = cells.at(column.field)
    known = _CONDITIONS.get(column.content)
    for condition, words in known(cell) if known else ():
        yield CellFault(condition, words)
    if column.content is Content.KODE:
        count = f"COUNTIF({cells.all_of(column.field)},{cell})"
        yield CellFault(f"{count}>1", "dipakai lebih dari sekali")
        earlier = f"${helper_letter(cells.jenis, 1)}{cells.row}"
        changed = f'{earlier}<>"",NOT(EXACT({earlier},{cell}))'
        yield CellFault(changed, "berubah; samakan dengan “Kode semula”")
    if column.content is Content.PILIHAN:
        others = ",".join(f'{cell}<>"{choice}"' for choice in column.choices)
        yield CellFault(others, "bukan salah satu pilihan")
    if column.shortest > 1:
        yield CellFault(f"LEN({cell})<{column.shortest}", "terlalu pendek")
    if 0 < column.longest <= _WORTH_SAYING:
        yield CellFault(f"LEN({cell})>{column.longest}", f"lebih dari {column.longest} huruf")


def _code(cell: str) -> tuple[tuple[str, str], ...]:
    shape = (
        f"OR(LEN({cell})<2,LEN({cell})>24,NOT(EXACT({cell},UPPER({cell}))),"
        f'ISNUMBER(FIND(" ",{cell})))'
    )
    return ((shape, "bukan 2–24 huruf besar, angka, titik, atau tanda hubung"),)


def _date(cell: str) -> tuple[tuple[str, str], ...]:
    return ((f"NOT(ISNUMBER({cell}))", "bukan tanggal, misalnya 2026-03-31"),)


def _time(cell: str) -> tuple[tuple[str, str], ...]:
    wrong = (
        f"NOT(ISNUMBER({cell})),OR(ISERROR(VALUE(LEFT({cell},4))),"
        f"AND(LEN({cell})<>4,LEN({cell})<>7,LEN({cell})<>10))"
    )
    return ((wrong, "bukan tahun, tahun-bulan, atau tanggal"),)


def _address(cell: str) -> tuple[tuple[str, str], ...]:
    wrong = f'LEFT({cell},8)<>"https://",LEFT({cell},8)<>"dokumen/"'
    return ((wrong, "tidak diawali https:// atau dokumen/"),)


def _has_none(words: tuple[str, ...], reason: str, cell: str) -> tuple[tuple[str, str], ...]:
    return ((",".join(f'ISERROR(SEARCH("{word}",{cell}))' for word in words), reason),)


def _term(cell: str) -> tuple[tuple[str, str], ...]:
    words = ("tahun", "bulan", "sampai", "sesuai", "perlu", "batas")
    return _has_none(words, "belum terbaca, misalnya “5 tahun”", cell)


def _retention(cell: str) -> tuple[tuple[str, str], ...]:
    words = ("tahun", "bulan", "permanen", "berlaku", "jra", "retensi")
    return _has_none(words, "belum terbaca, misalnya “5 tahun”", cell)


def _ground(cell: str) -> tuple[tuple[str, str], ...]:
    return _has_none(("17",), "belum menyebut huruf dalam UU 14/2008 Pasal 17", cell)


_CONDITIONS: Final[Mapping[Content, Callable[[str], tuple[tuple[str, str], ...]]]] = {
    Content.KODE: _code,
    Content.TANGGAL: _date,
    Content.WAKTU: _time,
    Content.ALAMAT: _address,
    Content.JANGKA_WAKTU: _term,
    Content.RETENSI: _retention,
    Content.DASAR_HUKUM: _ground,
}


def missing_of(column: TemplateColumn, cells: Cells) -> str:
    """Return when an empty cell is missing something, for a row that was begun; mostly “never”."""
    cell = cells.at(column.field)
    if column.wanted is Expectation.WAJIB:
        return is_empty(cell)
    # PerKI 1/2021 Pasal 49 ayat (6): what is withheld is said clearly; a part must be named.
    if column.field == "bagian":
        return f'{cells.at("cakupan")}="sebagian",{is_empty(cell)}'
    return ""


def check_formula(jenis: str, row: int, last: int) -> str:
    """Return the formula of column “Periksa”: every fault of the row in words, or nothing."""
    cells = Cells(jenis, row, last)
    said = "&".join(_said(cells))
    return f'IF(AND({cells.begun}),{said},"")'


def _said(cells: Cells) -> Iterator[str]:
    for column in columns_of(cells.jenis):
        if missing := missing_of(column, cells):
            yield f'IF(AND({missing}),"{column.title} belum diisi. ","")'
        cell = cells.at(column.field)
        for fault in faults_of(column, cells):
            yield f'IF(AND(LEN({cell})>0,{fault.condition}),"{column.title} {fault.words}. ","")'
