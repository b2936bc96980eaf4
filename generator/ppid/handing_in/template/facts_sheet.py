"""The sheet “Keterangan daftar”: a cell for each fact about the list as a whole."""

from typing import Any, Final

from openpyxl.worksheet.worksheet import Worksheet

from ppid.handing_in.facts import FACTS
from ppid.handing_in.template import sheet as style
from ppid.handing_in.template.sheet import SheetWriter, lay_out, protect

_WIDTHS: Final = (30, 48, 80)
_FIRST_FACT: Final = 6
"""The row of the first fact; a clerk may have moved it since."""


def write_facts(sheet: Worksheet, jenis: str, lines: tuple[str, ...]) -> None:
    """Write the labels and the empty cells beside them; `lines` stand above."""
    writer = SheetWriter(sheet, _WIDTHS)
    title, *rest = lines
    writer.line(title, look=style.TITLE_LOOK)
    for line in rest:
        writer.line(line, look=style.BOLD_LOOK)
    while writer.row < _FIRST_FACT - 1:
        writer.line()
    for fact in FACTS[jenis]:
        row = writer.line(fact.label, "", fact.asks, look=style.BOXED_LOOK)
        cell: Any = writer.sheet.cell(row, 2)
        cell.fill, cell.border = style.ENTRY_FILL, style.LINE
        cell.font, cell.alignment = style.FONT, style.TOP_LEFT
        cell.number_format = style.DAY if fact.is_day else style.TEXT
        cell.protection, cell.value = style.OPEN, None
    writer.line()
    writer.line("Yang belum ada dibiarkan kosong; daftarnya tetap diterima dan dapat dilengkapi.")
    lay_out(sheet, 0)
    protect(sheet)


def fact_cell(jenis: str, name: str) -> str:
    """Name the cell in which a fact is written."""
    names = [fact.name for fact in FACTS[jenis]]
    return f"B{_FIRST_FACT + names.index(name)}"
