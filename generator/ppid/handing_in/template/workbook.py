"""A template as a workbook: parts that all of a sort share, with the rows and names of one OPD.

A city needs nearly a hundred workbooks, and writing each of them whole takes five times as long.
Only two sheets and a few names differ from one OPD to the next, so those are put in afterwards.
The same data gives the same bytes.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from io import BytesIO
from typing import Any, Final
from xml.etree import ElementTree as ET
from zipfile import ZipFile

from openpyxl import Workbook
from openpyxl.utils import get_column_letter
from openpyxl.writer.excel import ExcelWriter

from ppid.core.corpus import Corpus
from ppid.core.fixed_zip import fixed_zip
from ppid.handing_in.template.facts_sheet import fact_cell, write_facts
from ppid.handing_in.template.form import (
    FACTS_SHEET,
    FIRST_COLUMN,
    FIRST_ROW,
    GUIDE,
    REFERENCE,
    STAMP,
    Content,
    columns_of,
    list_sheet,
)
from ppid.handing_in.template.guide_sheet import write_guide
from ppid.handing_in.template.list_sheet import Plan, printed, widths_of, write_list
from ppid.handing_in.template.prepared import Prepared, PreparedRow
from ppid.handing_in.template.reference_sheet import write_reference
from ppid.handing_in.template.row_checks import check_formula
from ppid.handing_in.template.sheet import FONT, TEXT, height_of
from ppid.handing_in.template.stamp import stamp_table
from ppid.kinds.wording import DAFTAR
from ppid.values.cells import EXCEL_EPOCH, guarded
from ppid.values.dates import format_tanggal, read_tanggal
from ppid.values.numbers import format_bulat

ROOM: Final = 2000
"""How many rows the choices and marks cover, at least; twice as many as are prefilled."""
CHECKED_ROOM: Final = 100
"""How many empty rows below the prefilled ones have column “Periksa”."""
_BLANK_ROOM: Final = 20
"""How many rows of a template without rows are printed."""
CONTOH: Final = "CONTOH: data peragaan, bukan daftar yang sebenarnya."
_FIRST_YEAR: Final = 1901
_SPACE: Final = "{http://www.w3.org/XML/1998/namespace}space"
_SIZE: Final = re.compile(rb"<dimension ref=\"[^\"]*\" ?/>")
_EMPTY, _END = b"<sheetData />", b"</sheetData>"
_NAMA, _ASAL, _TANDA = "{{nama}}", "{{asal}}", "{{contoh}}"
"""Where the name of the OPD, the origin of the rows and the mark of a demonstration go."""
_LIST_PART: Final = "xl/worksheets/sheet2.xml"
_FACTS_PART: Final = "xl/worksheets/sheet3.xml"
_STAMP_PART: Final = "xl/worksheets/sheet5.xml"
_BOOK_PART: Final = "xl/workbook.xml"
_GUIDE_PART: Final = "xl/worksheets/sheet1.xml"


@dataclass(frozen=True, slots=True)
class SharedParts:
    """The parts of the package by name, and the numbers of the styles for prefilled cells."""

    parts: Mapping[str, bytes]
    styles: tuple[int, ...]
    """One for each column of the list, the helpers included."""
    widths: tuple[float, ...]
    last: int


def workbook(
    prepared: Prepared, corpus: Corpus, base: Sequence[PreparedRow] | None = None
) -> bytes:
    """Return the template of an OPD, as .xlsx.

    `base` are the rows from which the clerk began, where those in it are further than that.
    """
    last = FIRST_ROW - 1 + ROOM * (1 + len(prepared.rows) // (ROOM // 2))
    made, key = corpus.derive(_no_parts), (prepared.jenis, prepared.tahun, last)
    if key not in made:
        made[key] = _make_parts(*key, corpus)
    shared = made[key]
    parts = dict(shared.parts)
    for name in (_GUIDE_PART, _LIST_PART, _FACTS_PART):
        parts[name] = _named(parts[name], prepared)
    parts[_LIST_PART] = _filled(parts[_LIST_PART], _list_rows(prepared, shared), len(shared.styles))
    reach = FIRST_ROW - 1 + (len(prepared.rows) or _BLANK_ROOM)
    widest, reached = (printed(prepared.jenis, row).encode() for row in (last, reach))
    parts[_BOOK_PART] = parts[_BOOK_PART].replace(widest, reached)
    parts[_FACTS_PART] = _with_facts(parts[_FACTS_PART], prepared)
    table = stamp_table(prepared if base is None else replace(prepared, rows=tuple(base)))
    parts[_STAMP_PART] = _filled(parts[_STAMP_PART], _plain_rows(table), len(table[-1]))
    return fixed_zip(parts.items())


def _no_parts(_: Corpus) -> dict[tuple[str, int, int], SharedParts]:
    """Begin the collection that is kept with a corpus, by the arguments of `_make_parts`."""
    return {}


def _make_parts(jenis: str, tahun: int, last: int, corpus: Corpus) -> SharedParts:
    """Make the parts whose choices and marks reach to row `last` of the list."""
    book = Workbook()
    moment = datetime(corpus.today.year, corpus.today.month, corpus.today.day)  # noqa: DTZ001 — a day only
    title = f"{DAFTAR[jenis]} ({jenis.upper()}) {tahun}"
    book.properties.creator = "PPID"
    book.properties.title = f"Templat {title}"
    book.properties.created = book.properties.modified = moment
    guide: Any = book.active
    guide.title = GUIDE
    lists, facts = book.create_sheet(list_sheet(jenis, tahun)), book.create_sheet(FACTS_SHEET)
    reference = book.create_sheet(REFERENCE)
    stamp = book.create_sheet(STAMP)
    lines = (title, _NAMA, _ASAL, _TANDA)
    write_guide(guide, jenis, tahun, (f"Petunjuk mengisi {title}", *lines[1:]))
    offers = write_reference(reference, jenis, tahun, corpus)
    write_facts(facts, jenis, (f"Keterangan {title}", *lines[1:]))
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
    return SharedParts(parts, styles, widths_of(jenis), last)


def _write_stamp(sheet: Any, jenis: str) -> None:  # noqa: ANN401 — openpyxl types no dimension
    sheet.sheet_state = "veryHidden"
    sheet.protection.sheet = True
    for number in range(1, len(columns_of(jenis)) + 1):
        dimension = sheet.column_dimensions[get_column_letter(number)]
        dimension.font, dimension.number_format = FONT, TEXT


def _filled(part: bytes, rows: Iterator[ET.Element], width: int) -> bytes:
    """Put rows behind those that a sheet has, and say how far it reaches now."""
    elements = list(rows)
    written = b"".join(ET.tostring(row) for row in elements)
    end = elements[-1].get("r") if elements else "1"
    size = f'<dimension ref="A1:{get_column_letter(width)}{end}" />'.encode()
    opened = part.replace(_EMPTY, b"<sheetData>" + _END, 1).replace(_END, written + _END, 1)
    return _SIZE.sub(size, opened, count=1)


def _list_rows(prepared: Prepared, shared: SharedParts) -> Iterator[ET.Element]:
    """Yield the prefilled rows, then empty ones that only have the formula."""
    columns = columns_of(prepared.jenis)
    days = {c.field for c in columns if c.content is Content.TANGGAL}
    count = len(prepared.rows) + CHECKED_ROOM
    formula = check_formula(prepared.jenis, FIRST_ROW, shared.last)
    area = f"A{FIRST_ROW}:A{FIRST_ROW + count - 1}"
    for index in range(count):
        number = FIRST_ROW + index
        row = ET.Element("row", r=str(number))
        formula_place = {"t": "shared", "si": "0", **({} if index else {"ref": area})}
        cell = ET.SubElement(row, "c", r=f"A{number}", s=str(shared.styles[0]), t="str")
        ET.SubElement(cell, "f", formula_place).text = None if index else formula
        if index < len(prepared.rows):
            _fill(row, number, prepared.rows[index], days, shared)
        yield row


def _fill(
    row: ET.Element, number: int, prepared: PreparedRow, days: set[str], shared: SharedParts
) -> None:
    texts = (*prepared.values.values(), prepared.note, prepared.values["kode"])
    row.set("ht", str(height_of(texts, shared.widths[1:])))
    names = (*prepared.values, "", "")
    for column, (name, text) in enumerate(zip(names, texts, strict=True), FIRST_COLUMN):
        if not text:
            continue
        place = {"r": f"{get_column_letter(column)}{number}", "s": str(shared.styles[column - 1])}
        day = read_tanggal(text).value if name in days else None
        if day and day.year >= _FIRST_YEAR:
            ET.SubElement(ET.SubElement(row, "c", place), "v").text = f"{(day - EXCEL_EPOCH).days}"
        else:
            _put_text(row, place, guarded(text))


def _with_facts(part: bytes, prepared: Prepared) -> bytes:
    """Fill in what the list says of itself already; its cells are empty so far."""
    texts = part.decode()
    for name, text in prepared.facts.items():
        place = fact_cell(prepared.jenis, name)
        # How an empty cell is written depends on the library for XML that openpyxl finds.
        empty = re.search(rf'<c r="{place}" s="(?P<style>[0-9]+)"(?: t="n")?(?: ?/>|></c>)', texts)
        if empty:
            row = ET.Element("row")
            _put_text(row, {"r": place, "s": empty["style"]}, guarded(text))
            texts = texts.replace(empty[0], ET.tostring(row[0], "unicode"), 1)
    return texts.encode()


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
    """Put the names of this template where the shared parts left room for them."""
    texts = part.decode()
    names = {
        _NAMA: prepared.nama,
        _ASAL: origin(prepared),
        _TANDA: CONTOH if prepared.contoh else "",
    }
    for place, text in names.items():
        texts = texts.replace(place, _escaped(text))
    return texts.encode()


def _escaped(text: str) -> str:
    element = ET.Element("t")
    element.text = text
    return re.sub(r"</?t ?/?>", "", ET.tostring(element, "unicode"))


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
