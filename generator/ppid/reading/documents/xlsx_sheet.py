"""What an .xlsx sheet says beside its values, read from its XML in one pass."""

import re
from collections.abc import Mapping
from typing import Final

from openpyxl.utils import range_boundaries

from ppid.reading.documents.book import Area
from ppid.reading.documents.facts import Facts
from ppid.reading.documents.shown import Shape
from ppid.reading.documents.xml_stream import stream

_REFERENCE: Final = re.compile(r"([A-Z]{1,3})(\d{1,7})")
_LAST_COLUMN: Final = 16_384
_TRUE: Final = {"1", "true"}


def scan_xlsx_sheet(xml: bytes, facts: Facts, shapes: Mapping[int, Shape]) -> None:
    """Collect the facts of a sheet; `shapes` tells the shape of each style index."""
    scan = _Scan(facts, shapes)
    stream(xml, scan.start, scan.text, scan.end)


class _Scan:
    """Where the scan is: the current row and cell, and what has been seen of the cell."""

    def __init__(self, facts: Facts, shapes: Mapping[int, Shape]) -> None:
        self.facts, self.shapes = facts, shapes
        self.row = self.column = 0
        self.sort = ""
        self.style = -1
        self.formula = self.inside = False
        self.value: list[str] = []

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        if name == "c":
            self._start_cell(attributes)
        elif name == "row":
            self._start_row(attributes)
        elif name in {"v", "t"}:
            self.inside = True
        elif name == "f":
            self.formula = True
        elif name == "col":
            self._column(attributes)
        elif name == "mergeCell":
            self._merge(attributes.get("ref", ""))

    def text(self, text: str) -> None:
        if self.inside:
            self.value.append(text)

    def end(self, name: str) -> None:
        if name == "c":
            self._end_cell()
        elif name in {"v", "t"}:
            self.inside = False

    def _start_row(self, attributes: Mapping[str, str]) -> None:
        written = attributes.get("r", "")
        self.row = int(written) if written.isascii() and written.isdigit() else self.row + 1
        self.column = 0
        if attributes.get("hidden") in _TRUE or attributes.get("ht") == "0":
            self.facts.hidden_rows.add(self.row)

    def _start_cell(self, attributes: Mapping[str, str]) -> None:
        self.column += 1
        if found := _REFERENCE.fullmatch(attributes.get("r", "")):
            self.column, self.row = _column_number(found[1]), int(found[2])
        self.sort = attributes.get("t", "n")
        style = attributes.get("s", "")
        self.style = int(style) if style.isascii() and style.isdigit() else -1
        self.formula = False
        self.value = []

    def _end_cell(self) -> None:
        place, value = (self.row, self.column), "".join(self.value)
        if self.formula:
            self.facts.formulas.add(place)
            if not value and self.sort != "str":
                self.facts.uncached.add(place)
        if value.strip() or place in self.facts.uncached:
            self.facts.fill(*place)
            if self.sort == "e":
                self.facts.errors[place] = value
            elif self.sort == "n" and self.style in self.shapes:
                self.facts.shapes[place] = self.shapes[self.style]

    def _column(self, attributes: Mapping[str, str]) -> None:
        if attributes.get("hidden") in _TRUE or attributes.get("width") == "0":
            first, last = attributes.get("min", ""), attributes.get("max", "")
            if first.isdigit() and last.isdigit():
                end = min(int(last), _LAST_COLUMN)
                self.facts.hidden_columns.update(range(int(first), end + 1))

    def _merge(self, reference: str) -> None:
        if ":" in reference and len(reference) < len("XFD1048576:XFD1048576") + 1:
            first_column, first_row, last_column, last_row = range_boundaries(reference)
            if first_column and first_row and last_column and last_row:
                area = Area(first_row, first_column, last_row, last_column)
                self.facts.merged.append(area)


def _column_number(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number
