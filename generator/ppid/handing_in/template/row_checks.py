"""What a spreadsheet itself can tell of a row, as formulas that Excel and LibreOffice both know.

A formula is sure of what it says: whatever a later reading may still make sense of stays unmarked.
"""

from collections.abc import Iterator, Mapping
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


def _without(*words: str) -> str:
    return ",".join(f'ISERROR(SEARCH("{word}",{{cell}}))' for word in words)


_CONDITIONS: Final[Mapping[Content, tuple[str, str]]] = {
    Content.KODE: (
        (
            "OR(LEN({cell})<2,LEN({cell})>24,NOT(EXACT({cell},UPPER({cell}))),"
            'ISNUMBER(FIND(" ",{cell})))'
        ),
        "bukan 2–24 huruf besar, angka, titik, atau tanda hubung",
    ),
    Content.TANGGAL: ("NOT(ISNUMBER({cell}))", "bukan tanggal, misalnya 2026-03-31"),
    Content.WAKTU: (
        (
            "NOT(ISNUMBER({cell})),OR(ISERROR(VALUE(LEFT({cell},4))),"
            "AND(LEN({cell})<>4,LEN({cell})<>7,LEN({cell})<>10,LEN({cell})<>21))"
        ),
        "bukan tahun, tahun-bulan, tanggal, atau kurun",
    ),
    Content.ALAMAT: (
        'LEFT({cell},8)<>"https://",LEFT({cell},8)<>"dokumen/"',
        "tidak diawali https:// atau dokumen/",
    ),
    Content.JANGKA_WAKTU: (
        _without("tahun", "bulan", "sampai", "sesuai", "lama", "batas"),
        "belum terbaca, misalnya “5 tahun”",
    ),
    Content.RETENSI: (
        _without("tahun", "bulan", "permanen", "lama", "jra", "musnah"),
        "belum terbaca, misalnya “5 tahun”",
    ),
    Content.DASAR_HUKUM: (_without("17"), "belum menyebut huruf dalam UU 14/2008 Pasal 17"),
}
"""When a filled cell is wrong by its content, and what is said of it."""


def faults_of(column: TemplateColumn, cells: Cells) -> Iterator[CellFault]:
    """Yield what may be wrong with the value of a field, most telling first."""
    cell = cells.at(column.field)
    if column.content in _CONDITIONS:
        condition, words = _CONDITIONS[column.content]
        yield CellFault(condition.format(cell=cell), words)
    if column.content is Content.KODE:
        count = f"COUNTIF({cells.all_of(column.field)},{cell})"
        yield CellFault(f"{count}>1", "dipakai lebih dari sekali")
        earlier = _earlier_code(cells)
        changed = f'{earlier}<>"",NOT(EXACT({earlier},{cell}))'
        yield CellFault(changed, "berubah; samakan dengan “Kode semula”")
    if column.content is Content.PILIHAN:
        others = ",".join(f'{cell}<>"{choice}"' for choice in column.choices)
        yield CellFault(others, "bukan salah satu pilihan")
    if column.shortest > 1:
        yield CellFault(f"LEN({cell})<{column.shortest}", "terlalu pendek")
    if 0 < column.longest <= _WORTH_SAYING:
        yield CellFault(f"LEN({cell})>{column.longest}", f"lebih dari {column.longest} huruf")


def _earlier_code(cells: Cells) -> str:
    return f"${helper_letter(cells.jenis, 1)}{cells.row}"


def missing_of(column: TemplateColumn, cells: Cells) -> str:
    """Return when an empty cell is missing something, for a row that was begun; mostly “never”."""
    cell = cells.at(column.field)
    if column.wanted is Expectation.WAJIB:
        return is_empty(cell)
    if column.wanted is Expectation.BARU:  # only a row that had one may not lose it
        return f"LEN({_earlier_code(cells)})>0,{is_empty(cell)}"
    # PerKI 1/2021 Pasal 49 ayat (6): what is withheld is said clearly; a part must be named.
    if column.field == "bagian":
        return f'{cells.at("cakupan")}="sebagian",{is_empty(cell)}'
    return ""


def check_formula(jenis: str, row: int, last: int) -> str:
    """Return the formula of column “Periksa”: every fault of the row in words, or nothing."""
    cells = Cells(jenis, row, last)
    parts = []
    for column in columns_of(jenis):
        name, cell = column.title, cells.at(column.field)
        if missing := missing_of(column, cells):
            parts.append(f'IF(AND({missing}),"{name} belum diisi. ","")')
        parts += [
            f'IF(AND(LEN({cell})>0,{fault.condition}),"{name} {fault.words}. ","")'
            for fault in faults_of(column, cells)
        ]
    return f'IF(AND({cells.begun}),{"&".join(parts)},"")'
