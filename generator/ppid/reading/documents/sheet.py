"""One sheet of a workbook: its rows as text, and which of its cells nobody sees."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final
from xml.etree.ElementTree import Element

from ppid.core.document import Piece
from ppid.reading.documents.dropdowns import Choices
from ppid.reading.documents.package import closing, local_name
from ppid.reading.documents.tables import Cell, Headings, as_written, row_piece

HIDING: Final = {"hidden": "tersembunyi", "veryHidden": "tersembunyi rapat"}
_REFERENCE: Final = re.compile(r"([A-Z]{1,3})[0-9]{1,7}")
_WANTED: Final = frozenset({"row", "col", "formula1"})
_DIGITS: Final = 10
_MOST_KEPT: Final = 100_000


@dataclass(slots=True)
class Seen:
    """What is known of a sheet while it is being read; only what is filled can leak."""

    name: str
    state: str
    part: str
    filled: set[tuple[int, int]] = field(default_factory=set)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    column_ranges: list[tuple[int, int]] = field(default_factory=list)

    def rows(
        self, content: bytes, strings: list[str], used: set[int], choices: Choices
    ) -> Iterator[Piece]:
        """Yield each row as a piece; note which shared strings are used, and menus of cells."""
        headings, number = Headings(), 0
        for element in closing(content, _WANTED):
            name = local_name(element)
            if name == "formula1":
                choices.use("".join(element.itertext()), self.name)
            elif name == "col":
                self._take_column(element.attrib)
            else:
                number = int(element.get("r") or number + 1)
                cells = list(_cells(element, strings, used))
                self._note(cells, number, hidden=_is_hidden(element.attrib, "ht"))
                yield row_piece(cells, number, headings)

    def _take_column(self, attributes: Mapping[str, str]) -> None:
        if _is_hidden(attributes, "width"):
            first, last = int(attributes.get("min", "0")), int(attributes.get("max", "0"))
            self.column_ranges.append((first, last))

    def _note(self, cells: list[Cell], row: int, *, hidden: bool) -> None:
        if self.state in HIDING and len(self.filled) < _MOST_KEPT:
            self.filled.update((column, row) for column, _ in cells)
        if hidden and cells:
            self.hidden_rows.add(row)
        if self.column_ranges:
            self.hidden_columns.update(c for c, _ in cells if self._is_unseen(c))

    def _is_unseen(self, column: int) -> bool:
        return any(first <= column <= last for first, last in self.column_ranges)


def _is_hidden(attributes: Mapping[str, str], size: str) -> bool:
    return attributes.get("hidden") in {"1", "true"} or attributes.get(size) in {"0", "0.0"}


def _cells(row: Element, strings: list[str], used: set[int]) -> Iterator[Cell]:
    column = 0
    for element in row:
        if local_name(element) != "c":
            continue
        found = _REFERENCE.fullmatch(element.get("r", ""))
        column = _column(found[1]) if found else column + 1
        if value := _value(element, strings, used):
            yield column, value


def _column(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number


def _value(cell: Element, strings: list[str], used: set[int]) -> str:
    """Return what a cell shows, and its formula before it."""
    stored = cell.get("t", "n")
    if stored == "inlineStr":
        return "".join(cell.itertext())
    *formula, text = [child.text or "" for child in cell] or [""]
    if stored == "s":
        number = int(text) if text.isascii() and text.isdigit() and len(text) < _DIGITS else -1
        if not 0 <= number < len(strings):
            return ""
        used.add(number)
        text = strings[number]
    elif stored == "n":
        text = as_written(text)
    return "\t".join((*formula, text)) if formula else text
