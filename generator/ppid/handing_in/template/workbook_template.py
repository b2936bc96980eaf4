"""The parts of a workbook that all templates of a sort share: made once, then filled many times.

A city needs nearly a hundred workbooks, and writing each of them whole takes five times as long.
Only two sheets and a few names differ from one OPD to the next, so those are put in afterwards.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from io import BytesIO
from typing import Any, Final
from zipfile import ZipFile

from openpyxl import Workbook
from openpyxl.utils import get_column_letter
from openpyxl.writer.excel import ExcelWriter

from ppid.core.corpus import Corpus
from ppid.handing_in.template.form import GUIDE, REFERENCE, STAMP, columns_of, list_sheet
from ppid.handing_in.template.guide_sheet import write_guide
from ppid.handing_in.template.list_sheet import Plan, widths_of, write_list
from ppid.handing_in.template.reference_sheet import write_reference
from ppid.handing_in.template.sheet import FONT, TEXT
from ppid.kinds.wording import DAFTAR

NAMA, ASAL, TANDA = "{{nama}}", "{{asal}}", "{{contoh}}"
"""Where the name of the OPD, the origin of the rows and the mark of a demonstration go."""
LIST_PART: Final = "xl/worksheets/sheet2.xml"
STAMP_PART: Final = "xl/worksheets/sheet4.xml"
BOOK_PART: Final = "xl/workbook.xml"
GUIDE_PART: Final = "xl/worksheets/sheet1.xml"


@dataclass(frozen=True, slots=True)
class Mould:
    """The parts of the package by name, and the numbers of the styles for prefilled cells."""

    parts: Mapping[str, bytes]
    styles: tuple[int, ...]
    """One for each column of the list, the helpers included."""
    widths: tuple[float, ...]
    last: int


@lru_cache(maxsize=8)
def mould_for(jenis: str, tahun: int, last: int, corpus: Corpus) -> Mould:
    """Make the mould whose choices and marks reach to row `last` of the list."""
    book = Workbook()
    moment = datetime(corpus.today.year, corpus.today.month, corpus.today.day)  # noqa: DTZ001 — a day only
    title = f"{DAFTAR[jenis]} ({jenis.upper()}) {tahun}"
    book.properties.creator = "PPID"
    book.properties.title = f"Templat {title}"
    book.properties.created = book.properties.modified = moment
    guide: Any = book.active
    guide.title = GUIDE
    lists, reference = book.create_sheet(list_sheet(jenis, tahun)), book.create_sheet(REFERENCE)
    stamp = book.create_sheet(STAMP)
    lines = (title, NAMA, ASAL, TANDA)
    write_guide(guide, jenis, tahun, (f"Petunjuk mengisi {title}", *lines[1:]))
    offers = write_reference(reference, jenis, tahun, corpus)
    write_list(lists, Plan(jenis, tahun, lines, last), offers)
    _write_stamp(stamp, jenis)
    styles = tuple(
        lists.column_dimensions[get_column_letter(number)].style_id
        for number in range(1, len(widths_of(jenis)) + 1)
    )
    stream = BytesIO()
    # Not book.save, which writes down the hour.
    ExcelWriter(book, ZipFile(stream, "w")).save()
    with ZipFile(stream) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    return Mould(parts, styles, widths_of(jenis), last)


def _write_stamp(sheet: Any, jenis: str) -> None:  # noqa: ANN401 — openpyxl types no dimension
    sheet.sheet_state = "veryHidden"
    sheet.protection.sheet = True
    for number in range(1, len(columns_of(jenis)) + 1):
        dimension = sheet.column_dimensions[get_column_letter(number)]
        dimension.font, dimension.number_format = FONT, TEXT
