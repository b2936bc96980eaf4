"""A mould and the rows of an OPD become a workbook; the same data gives the same bytes."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Final
from xml.etree import ElementTree as ET

from openpyxl.utils import get_column_letter

from ppid.core.corpus import Corpus
from ppid.core.fixed_zip import fixed_zip
from ppid.handing_in.template.form import FIRST_COLUMN, FIRST_ROW, Content, columns_of
from ppid.handing_in.template.list_sheet import printed
from ppid.handing_in.template.prepared import Prepared, PreparedRow
from ppid.handing_in.template.row_checks import check_formula
from ppid.handing_in.template.sheet import height_of
from ppid.handing_in.template.stamp import stamp_table
from ppid.handing_in.template.workbook_template import (
    ASAL,
    BOOK_PART,
    GUIDE_PART,
    LIST_PART,
    NAMA,
    STAMP_PART,
    TANDA,
    Mould,
    mould_for,
)
from ppid.values.cells import EXCEL_EPOCH, guarded
from ppid.values.dates import format_tanggal, read_tanggal
from ppid.values.numbers import format_bulat

ROOM: Final = 2000
"""How many rows the choices and marks cover, at least; twice as many as are prefilled."""
CHECKED_ROOM: Final = 100
"""How many empty rows below the prefilled ones have column “Periksa”, and are printed."""
CONTOH: Final = "CONTOH: data peragaan, bukan daftar yang sebenarnya."
_FIRST_YEAR: Final = 1901
_SPACE: Final = "{http://www.w3.org/XML/1998/namespace}space"
_SIZE: Final = re.compile(rb"<dimension ref=\"[^\"]*\" ?/>")
_EMPTY, _END = b"<sheetData />", b"</sheetData>"


def workbook(prepared: Prepared, corpus: Corpus) -> bytes:
    """Make the template of an OPD."""
    last = FIRST_ROW - 1 + ROOM * (1 + len(prepared.rows) // (ROOM // 2))
    mould = mould_for(prepared.jenis, prepared.tahun, last, corpus)
    parts = dict(mould.parts)
    for name in (GUIDE_PART, LIST_PART):
        parts[name] = _named(parts[name], prepared)
    parts[LIST_PART] = _filled(parts[LIST_PART], _list_rows(prepared, mould), len(mould.styles))
    reach = FIRST_ROW - 1 + len(prepared.rows) + CHECKED_ROOM
    widest, reached = (printed(prepared.jenis, row).encode() for row in (last, reach))
    parts[BOOK_PART] = parts[BOOK_PART].replace(widest, reached)
    table = stamp_table(prepared)
    parts[STAMP_PART] = _filled(parts[STAMP_PART], _plain_rows(table), len(table[-1]))
    return fixed_zip(parts.items())


def _filled(part: bytes, rows: Iterator[ET.Element], width: int) -> bytes:
    """Put rows behind those that a sheet has, and say how far it reaches now."""
    elements = list(rows)
    written = b"".join(ET.tostring(row) for row in elements)
    end = elements[-1].get("r") if elements else "1"
    size = f'<dimension ref="A1:{get_column_letter(width)}{end}" />'.encode()
    opened = part.replace(_EMPTY, b"<sheetData>" + _END, 1).replace(_END, written + _END, 1)
    return _SIZE.sub(size, opened, count=1)


def _list_rows(prepared: Prepared, mould: Mould) -> Iterator[ET.Element]:
    """Yield the prefilled rows, then empty ones that only have the formula."""
    columns = columns_of(prepared.jenis)
    days = {c.field for c in columns if c.content is Content.TANGGAL}
    count = len(prepared.rows) + CHECKED_ROOM
    formula = check_formula(prepared.jenis, FIRST_ROW, mould.last)
    area = f"A{FIRST_ROW}:A{FIRST_ROW + count - 1}"
    for index in range(count):
        number = FIRST_ROW + index
        row = ET.Element("row", r=str(number))
        shared = {"t": "shared", "si": "0", **({} if index else {"ref": area})}
        cell = ET.SubElement(row, "c", r=f"A{number}", s=str(mould.styles[0]), t="str")
        ET.SubElement(cell, "f", shared).text = None if index else formula
        if index < len(prepared.rows):
            _fill(row, number, prepared.rows[index], days, mould)
        yield row


def _fill(
    row: ET.Element, number: int, prepared: PreparedRow, days: set[str], mould: Mould
) -> None:
    texts = (*prepared.values.values(), prepared.note, prepared.values["kode"])
    row.set("ht", str(height_of(texts, mould.widths[1:])))
    names = (*prepared.values, "", "")
    for column, (name, text) in enumerate(zip(names, texts, strict=True), FIRST_COLUMN):
        if not text:
            continue
        place = {"r": f"{get_column_letter(column)}{number}", "s": str(mould.styles[column - 1])}
        day = read_tanggal(text).value if name in days else None
        if day and day.year >= _FIRST_YEAR:
            ET.SubElement(ET.SubElement(row, "c", place), "v").text = f"{(day - EXCEL_EPOCH).days}"
        else:
            _put_text(row, place, guarded(text))


def _plain_rows(table: Sequence[Sequence[str]]) -> Iterator[ET.Element]:
    for number, texts in enumerate(table, 1):
        row = ET.Element("row", r=str(number))
        for column, text in enumerate(texts, 1):
            if text:
                _put_text(row, {"r": f"{get_column_letter(column)}{number}"}, text)
        yield row


def _put_text(row: ET.Element, place: Mapping[str, str], text: str) -> None:
    """Write a text cell; as such it is never run, whatever it begins with."""
    cell = ET.SubElement(row, "c", {**place, "t": "inlineStr"})
    written = ET.SubElement(ET.SubElement(cell, "is"), "t", {_SPACE: "preserve"})
    written.text = text


def _named(part: bytes, prepared: Prepared) -> bytes:
    """Put the names of this template where the mould left room for them."""
    texts = part.decode()
    names = {NAMA: prepared.nama, ASAL: origin(prepared), TANDA: CONTOH if prepared.contoh else ""}
    for place, text in names.items():
        texts = texts.replace(place, _escaped(text))
    return texts.encode()


def _escaped(text: str) -> str:
    element = ET.Element("t")
    element.text = text
    return (
        ET.tostring(element, "unicode")
        .removeprefix("<t>")
        .removesuffix("</t>")
        .removesuffix("<t />")
    )


def origin(prepared: Prepared) -> str:
    """Say from which list the rows come, and when the template was made."""
    made = f"Disiapkan {format_tanggal(prepared.hari)}."
    if not prepared.asal:
        return f"Belum ada daftar sebelumnya di situs ini. {made}"
    name = f"{prepared.jenis.upper()} {prepared.asal}"
    if prepared.nihil:
        return f"{name} dinyatakan nihil; barisnya kosong. {made}"
    count = format_bulat(len(prepared.rows))
    return f"Terisi awal dari {name}, {count} baris. {made}"
