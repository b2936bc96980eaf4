"""Workbooks of Excel 2003 as XML, which reporting programs still write, often named .xls."""

import re
from typing import Final

from ppid.reading.documents.book import PLAIN, Area, CellComment, CellLook, StoredAs
from ppid.reading.documents.stored import (
    Run,
    Shape,
    StoredCell,
    StoredRow,
    StoredSheet,
    shape_of,
    with_runs,
)
from ppid.reading.documents.xml_stream import Node, Step, walk
from ppid.values.cells import LAST_COLUMN, LAST_ROW, column_letters

_STORED: Final = {
    "Number": StoredAs.ANGKA,
    "DateTime": StoredAs.TANGGAL,
    "Boolean": StoredAs.LOGIKA,
    "Error": StoredAs.GALAT,
}
"""By the type of a cell; the others hold text."""
_HIDING: Final = {"SheetHidden": "tersembunyi", "SheetVeryHidden": "tersembunyi rapat"}
_COLOUR: Final = re.compile(r"#([0-9a-fA-F]{6})")
_MIDNIGHT: Final = re.compile(r"T00:00:00(?:\.0+)?$")


class Xml2003:
    """A workbook that is read at once; its sheets in the order of their tabs."""

    def __init__(self, content: bytes) -> None:
        """Read all sheets; raise UnreadableError when the XML is damaged."""
        self.sheets: list[StoredSheet] = []
        self.rows: dict[StoredSheet, list[StoredRow]] = {}
        self._looks: dict[str, CellLook] = {}
        self._shapes: dict[str, Shape | None] = {}
        self._struck: set[str] = set()
        self._style = ""
        self._row, self._column = StoredRow(0, []), 0
        self._cell: Node | None = None
        self._strikes = 0
        self._stored = StoredAs.TEKS
        self._runs: list[Run] = []
        self._note: list[str] | None = None
        for node in walk(content):
            if node.step is Step.OPENS:
                self._start(node)
            elif node.step is Step.TEXT:
                self._text(node)
            else:
                self._end(node.name)

    def _start(self, node: Node) -> None:
        name = node.name
        if name == "Worksheet":
            self.sheets.append(StoredSheet(node.attribute("Name")))
            self.rows[self.sheets[-1]] = []
            self._row = StoredRow(0, [])
        elif name == "Row":
            number = _number(node, "Index", self._row.number + self._row.times, LAST_ROW)
            hidden = node.attribute("Hidden") == "1"
            times = _number(node, "Span", 0, LAST_ROW) + 1
            self._row, self._column = StoredRow(number, [], hidden, times), 0
        elif name == "Column" and self.sheets:
            first = _number(node, "Index", self._column + 1, LAST_COLUMN)
            self._column = first + _number(node, "Span", 0, LAST_COLUMN)
            if node.attribute("Hidden") == "1":
                self.sheets[-1].hidden_columns.append((first, self._column))
        elif name == "Table":
            self._column = 0
        elif name == "Cell":
            self._column = _number(node, "Index", self._column + 1, LAST_COLUMN)
            self._cell, self._runs, self._stored = node, [], StoredAs.TEKS
        elif name == "Comment":
            self._note = []
        elif name == "Data" and self._note is None:
            self._stored = _STORED.get(node.attribute("Type"), StoredAs.TEKS)
        elif name in {"S", "Strike"} and self._cell:
            self._strikes += 1
        else:
            self._start_style(node)

    def _start_style(self, node: Node) -> None:
        name = node.name
        if name == "Style":
            self._style = node.attribute("ID")
        elif name == "NumberFormat":
            code = node.attribute("Format")
            dated = "date" in code.lower() and "%" not in code
            self._shapes[self._style] = Shape.DATE if dated else shape_of(code)
        elif name == "Font" and node.attribute("StrikeThrough") == "1":
            self._struck.add(self._style)
        if name in {"Font", "Interior"} and not self._cell:
            found = _COLOUR.fullmatch(node.attribute("Color"))
            if found and found[1] != "000000":
                known = self._looks.get(self._style, PLAIN).colours
                self._looks[self._style] = CellLook(colours=(*known, found[1].upper()))

    def _text(self, node: Node) -> None:
        if self._note is not None:
            self._note.append(node.text)
        elif node.name == "Visible" and self.sheets:
            self.sheets[-1].hiding = _HIDING.get(node.text.strip(), "")
        elif self._cell and node.name not in {"Cell", "Row"}:
            self._runs.append(Run(node.text, True if self._strikes else None))

    def _end(self, name: str) -> None:
        if name == "Comment" and self._note is not None and self._cell and self.sheets:
            cell = f"{column_letters(self._column)}{self._row.number}"
            self.sheets[-1].comments.append(CellComment(cell, "".join(self._note).strip()))
            self._note = None
        elif name in {"S", "Strike"} and self._strikes:
            self._strikes -= 1
        elif name == "Cell" and self._cell and self.sheets:
            self._end_cell(self._cell)
            self._cell = None
        elif name == "Row" and self._row.cells and self.sheets:
            self.rows[self.sheets[-1]].append(self._row)

    def _end_cell(self, node: Node) -> None:
        style, link = node.attribute("StyleID"), node.attribute("HRef")
        look = CellLook(link=link, colours=self._looks.get(style, PLAIN).colours)
        value, look = with_runs(self._runs, struck=style in self._struck, look=look)
        value = _MIDNIGHT.sub("", value) if self._stored is StoredAs.TANGGAL else value
        formula = node.attribute("Formula") or None
        if value or formula:
            shape = self._shapes.get(style)
            cell = StoredCell(self._column, self._stored, value, formula, shape, look=look)
            self._row.cells.append(cell)
        across = _number(node, "MergeAcross", 0, LAST_COLUMN)
        down = _number(node, "MergeDown", 0, LAST_ROW)
        first, row = self._column, self._row.number
        if across or down:
            self.sheets[-1].merged.append(Area(row, first, row + down, first + across))
        self._column += across


def _number(node: Node, name: str, otherwise: int, most: int) -> int:
    written = node.attribute(name)
    plain = written.isascii() and written.isdigit() and len(written) < 9  # noqa: PLR2004
    return min(int(written), most) if plain else otherwise
