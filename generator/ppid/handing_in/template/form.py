"""The fixed form of a template: its sheets, columns and rows, and how a reader recognises them."""

from dataclasses import dataclass
from enum import Enum, StrEnum
from functools import cache
from typing import Final, get_args

from pydantic import StringConstraints
from pydantic.fields import FieldInfo

from ppid.kinds.fields import Need, Tanggal, TextSort, choices_in
from ppid.kinds.rows import MODELS
from ppid.values.titles import normal_title

VERSION: Final = 1
"""Raised whenever a reader would have to read a template in another way."""
GUIDE: Final = "Petunjuk"
REFERENCE: Final = "Acuan"
FACTS_SHEET: Final = "Keterangan daftar"
STAMP: Final = "_ppid"
OTHER_SHEETS: Final = frozenset({GUIDE, FACTS_SHEET, REFERENCE, STAMP})
"""The sheets that hold no list; what is filled in there is found by readers of their own."""
CHECK: Final = "Periksa"
NOTE: Final = "Dari daftar sebelumnya"
EARLIER_CODE: Final = "Kode semula"
OTHER_HEADINGS: Final = frozenset({CHECK, NOTE, EARLIER_CODE})
"""Headings of columns that are no field: a formula, our note, the `kode` as prefilled."""
NIL, NIL_OFFICER, NIL_DAY = "Nihil?", "Jabatan yang menyatakan", "Tanggal pernyataan"
"""Labels of the statement that there is nothing to list; the cells beside them are filled in."""
YES: Final = "ya"
EXAMPLE_MARK: Final = "CONTOH — hapus atau biarkan, tidak ikut dibaca"
_EXAMPLE: Final = "contoh hapus atau biarkan"
HEADING_ROW, EXAMPLE_ROW, FIRST_ROW = 6, 7, 8
"""Where the template puts them; a clerk may have moved them since."""
FIRST_COLUMN: Final = 2
"""The column of the first field, behind `CHECK`."""


class Expectation(StrEnum):
    """What it means that a cell is empty; stands below the heading."""

    WAJIB = "wajib"
    DIANJURKAN = "dianjurkan"
    BOLEH = "boleh kosong"
    BARU = "kosongkan pada baris baru"


class Content(Enum):
    """What sort of value a column holds."""

    TEKS = "teks"
    KODE = "kode"
    PILIHAN = "pilihan"
    TANGGAL = "tanggal"
    WAKTU = "waktu"
    ALAMAT = "alamat"
    DASAR_HUKUM = "dasar hukum"
    JANGKA_WAKTU = "jangka waktu"
    RETENSI = "retensi"
    KEWAJIBAN = "kewajiban"


_BY_NAME: Final = {
    "kode": Content.KODE,
    "waktu_pembuatan": Content.WAKTU,
    "dasar_hukum": Content.DASAR_HUKUM,
    "jangka_waktu": Content.JANGKA_WAKTU,
    "retensi": Content.RETENSI,
    "kewajiban": Content.KEWAJIBAN,
}


@dataclass(frozen=True, slots=True)
class TemplateColumn:
    """A field as the template asks for it; the lengths are 0 where nothing limits the text."""

    field: str
    title: str
    help: str
    wanted: Expectation
    content: Content
    choices: tuple[str, ...] = ()
    shortest: int = 0
    longest: int = 0

    @property
    def heading(self) -> str:
        """Return the text of the heading cell: the title, and below it what an empty cell means."""
        return f"{self.title}\n({self.wanted})"


@cache
def columns_of(jenis: str) -> tuple[TemplateColumn, ...]:
    """Return the columns of a DIK or DIP, in the order of its CSV."""
    return tuple(_column(name, info) for name, info in MODELS[jenis].model_fields.items())


def _column(name: str, info: FieldInfo) -> TemplateColumn:
    if name == "kode":  # whoever takes the list in makes it for a new row
        wanted = Expectation.BARU
    elif info.is_required() or Need.SOFT in info.metadata:
        wanted = Expectation.WAJIB
    else:
        advised = Need.ADVISED in info.metadata
        wanted = Expectation.DIANJURKAN if advised else Expectation.BOLEH
    limits = next((mark for mark in info.metadata if isinstance(mark, StringConstraints)), None)
    return TemplateColumn(
        field=name,
        title=info.title or name,
        help=info.description or "",
        wanted=wanted,
        content=_content(name, info),
        choices=choices_in(info.annotation),
        shortest=(limits and limits.min_length) or 0,
        longest=(limits and limits.max_length) or 0,
    )


def _content(name: str, info: FieldInfo) -> Content:
    if choices_in(info.annotation):
        return Content.PILIHAN
    if Tanggal in get_args(info.annotation):
        return Content.TANGGAL
    if TextSort.ADDRESS in info.metadata or TextSort.ADDRESS in get_args(info.annotation):
        return Content.ALAMAT
    return _BY_NAME.get(name, Content.TEKS)


def is_example(kode: str) -> bool:
    """Tell whether the cell below “Kode” marks the example row."""
    return normal_title(kode).startswith(_EXAMPLE)


def list_sheet(jenis: str, tahun: int) -> str:
    """Return the name of the sheet that holds the list: “DIK 2026”."""
    return f"{jenis.upper()} {tahun}"


def template_url(opd: str, jenis: str, tahun: int) -> str:
    """Return the address of a template, relative to the root of the site."""
    return f"opd/{opd}/templat/{jenis}-{tahun}.xlsx"
