"""A workbook that cannot be edited in place, written anew: values, merged cells, widths.

For .xls, .ods and .csv, and for an .xlsx whose parts are damaged.
"""

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from io import BytesIO
from typing import Any, Final

from openpyxl import Workbook
from openpyxl.styles import Alignment
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.cell_range import CellRange

from ppid.diagnostics.inert import visible
from ppid.handing_in.reply.package import free_name
from ppid.reading.documents.book import BookSheet, FilledCell, NoWorkbookError, StoredAs
from ppid.reading.documents.opening import open_workbook
from ppid.values.cells import LAST_COLUMN, LAST_ROW, LONGEST_CELL, LONGEST_SHEET_NAME

_NARROW, _WIDE = 8, 48
_FORBIDDEN: Final = str.maketrans(dict.fromkeys("[]:*?/\\", "-"))


@dataclass(frozen=True, slots=True)
class Rebuilt:
    """A workbook written anew, and under which name it has each sheet of the file."""

    content: bytes
    tabs: Mapping[str, str]


def rebuilt(name: str, content: bytes) -> Rebuilt:
    """Write what can be read of a file into a new workbook; without any, one empty sheet."""
    book = Workbook()
    book.remove(book.worksheets[0])  # its name is that of many a sheet
    tabs: dict[str, str] = {}
    sheets: tuple[BookSheet, ...] = ()
    with suppress(NoWorkbookError):
        sheets = open_workbook(name, content).sheets
    for sheet in sheets:
        allowed = visible(sheet.name).translate(_FORBIDDEN).strip("' ")[:LONGEST_SHEET_NAME]
        tabs[sheet.name] = free_name(allowed or "Daftar", tabs.values())
        _write(book.create_sheet(tabs[sheet.name]), sheet)
    if not tabs:
        book.create_sheet("Daftar")
    stream = BytesIO()
    book.save(stream)
    return Rebuilt(stream.getvalue(), tabs or {"": "Daftar"})


def _write(target: Any, sheet: BookSheet) -> None:  # noqa: ANN401 — openpyxl's sheets
    widths: dict[int, int] = {}
    for cell in sheet.cells:
        place = cell.place
        written = target.cell(place.row, place.column)
        _fill(written, cell)
        written.alignment = Alignment(vertical="top", wrap_text=len(cell.text) > _NARROW)
        longest = max(map(len, cell.text.split("\n")))
        widths[place.column] = max(widths.get(place.column, _NARROW), longest)
    for column, width in widths.items():
        target.column_dimensions[get_column_letter(column)].width = min(_WIDE, width + 2)
    # Not merge_cells: it makes a cell for every place, and compares every area with all others.
    for area in sheet.merged:
        last = min(area.last_column, LAST_COLUMN), min(area.last_row, LAST_ROW)
        corners = area.first_column, area.first_row, *last
        target.merged_cells.ranges.add(CellRange(None, *corners))
    if sheet.hidden:
        target.sheet_state = "hidden"


def _fill(written: Any, cell: FilledCell) -> None:  # noqa: ANN401
    value: object = None
    with suppress(ValueError):
        if cell.stored is StoredAs.ANGKA:
            value = float(cell.text.replace(",", "."))
        elif cell.stored is StoredAs.TANGGAL:
            value = date.fromisoformat(cell.text)
    if value is None:
        written.value = "\n".join(visible(line) for line in cell.text[:LONGEST_CELL].split("\n"))
        written.data_type, written.quotePrefix = "s", True
    else:
        written.value = value
