"""The sheet “Keterangan daftar”: a cell for each fact about the list as a whole."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

from openpyxl.worksheet.worksheet import Worksheet

from ppid.handing_in.facts import FACTS
from ppid.handing_in.template import sheet as style
from ppid.handing_in.template.form import FACTS_SHEET
from ppid.handing_in.template.sheet import SheetWriter, lay_out, protect
from ppid.handing_in.template.stamp import cells_of_sheet
from ppid.reading.documents.book import CellPlace, FilledCell
from ppid.reading.documents.stored import Value, shown

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


def read_facts(content: bytes) -> Mapping[str, FilledCell]:
    """Read what a template says of its list, by the name of the fact; empty without the sheet."""
    table = cells_of_sheet(content, FACTS_SHEET)
    return facts_in(table) if table else {}


def facts_in(table: Sequence[Sequence[Value]]) -> Mapping[str, FilledCell]:
    """Find the facts among the cells of the sheet: each stands beside its label."""
    names = {fact.label: fact.name for facts in FACTS.values() for fact in facts}
    found: dict[str, FilledCell] = {}
    for number, row in enumerate(table, 1):
        name = names.get(str(row[0]).strip()) if row else None
        if name and len(row) > 1 and (text := shown(row[1])[0].strip()):
            found[name] = FilledCell(CellPlace(FACTS_SHEET, number, 2), text)
    return found
