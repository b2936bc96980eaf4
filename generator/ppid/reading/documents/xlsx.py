"""Workbooks of Excel (.xlsx) as they are stored: sheets, cells, what hides, comments."""

import re
from collections.abc import Iterator, Mapping
from functools import cached_property
from itertools import chain
from typing import Final, NamedTuple

from ppid.reading.documents.book import Area, CellComment, StoredAs
from ppid.reading.documents.package import DAMAGED, ZipPackage
from ppid.reading.documents.stored import (
    BUILTIN_SHAPES,
    EPOCH_1904,
    Shape,
    StoredCell,
    StoredRow,
    StoredSheet,
    is_hidden,
    shape_of,
)
from ppid.reading.documents.xml_stream import MOST_TAGS, Step, UnreadableError, parse, walk
from ppid.values.cells import EXCEL_EPOCH, LAST_COLUMN, column_number

_HIDING: Final = {"hidden": "tersembunyi", "veryHidden": "tersembunyi rapat"}
"""A very hidden sheet is not even among those that a program offers to show again."""
_PROGRAMS: Final = frozenset({"xlMacrosheet", "xlIntlMacrosheet"})
_REFERENCE: Final = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")
_AREA: Final = re.compile(r"([A-Z]{1,3})([0-9]{1,7}):([A-Z]{1,3})([0-9]{1,7})")
_DIGITS: Final = 9
"""Of the number of a row, style or shared string; what is longer is no such number."""
_STORED: Final = {
    "n": StoredAs.ANGKA,
    "b": StoredAs.LOGIKA,
    "e": StoredAs.GALAT,
    "d": StoredAs.TANGGAL,
}
"""By the type of a cell; the others hold text."""


class XlsxBook:
    """A workbook that is read sheet by sheet, in the order of its tabs."""

    def __init__(self, package: ZipPackage) -> None:
        """Read the list of sheets; raise UnreadableError when there is no workbook."""
        self.package = package
        self.part = package.main_part
        self.sheets: list[StoredSheet] = []
        self.ranges: dict[str, str] = {}
        """What the names in small letters stand for that the workbook gives to ranges."""
        self.epoch = EXCEL_EPOCH
        related = {each.id: each for each in package.related(self.part)}
        for node in walk(package.read(self.part)):
            if node.opens("workbookPr") and node.attribute("date1904") in {"1", "true"}:
                self.epoch = EPOCH_1904
            elif node.step is Step.TEXT and node.name == "definedName":
                self.ranges[node.attribute("name").casefold()] = node.text
            elif node.opens("sheet"):
                relation = related.get(node.attribute("id"))
                # Sheets of charts and dialogs have no cells.
                if relation and (relation.type == "worksheet" or relation.type in _PROGRAMS):
                    state = node.attribute("state") or "visible"
                    hiding = "" if state == "visible" else _HIDING.get(state, "tersembunyi")
                    program = relation.type in _PROGRAMS
                    sheet = StoredSheet(node.attribute("name"), hiding, relation.target, program)
                    self.sheets.append(sheet)

    @cached_property
    def strings(self) -> "SharedStrings":
        """The texts that cells share."""
        part = next(iter(self.package.related_as(self.part, "sharedStrings")), "")
        return SharedStrings(part, self.package.read(part))

    @cached_property
    def shapes(self) -> dict[int, Shape]:
        """The shapes of the number formats by the index of a style, where these matter."""
        shapes: dict[int, Shape | None] = dict(BUILTIN_SHAPES)
        styles: list[int] = []
        inside = False
        parts = self.package.related_as(self.part, "styles")
        for node in chain.from_iterable(map(self.package.walk, parts[:1])):
            if node.opens("numFmt"):
                number = _number(node.attribute("numFmtId"))
                shapes[number] = shape_of(node.attribute("formatCode"))
            elif node.name == "cellXfs":
                inside = node.step is Step.OPENS
            elif inside and node.opens("xf"):
                styles.append(_number(node.attribute("numFmtId")))
        found = ((index, shapes.get(number)) for index, number in enumerate(styles))
        return {index: shape for index, shape in found if shape}

    def rows(self, sheet: StoredSheet) -> Iterator[StoredRow]:
        """Yield the rows of a sheet, and fill in what only its part tells."""
        content = self.package.read(sheet.part)
        if not content:
            raise UnreadableError(DAMAGED)
        scan = _SheetScan(sheet, self.strings, self.shapes)
        for _ in parse(content, scan.start, scan.text, scan.end):
            yield from scan.rows
            scan.rows.clear()

    def comments(self, sheet: StoredSheet) -> list[CellComment]:
        """Return the comments at the cells of a sheet."""
        parts = self.package.related_as(sheet.part, "comments")
        return [each for part in parts for each in comments_in(self.package.read(part)).comments]

    def has_text_box(self, sheet: StoredSheet) -> bool:
        """Return whether a drawing on a sheet holds text."""
        return any(
            node.step is Step.TEXT and node.name == "t" and node.text.strip()
            for part in self.package.related_as(sheet.part, "drawing")
            for node in self.package.walk(part)
        )


class SharedStrings:
    """The texts that cells share, and which of them cells use."""

    def __init__(self, part: str, content: bytes) -> None:
        """Read the part with the texts; without content there are none."""
        self.part = part
        self.texts: list[str] = []
        self.aloud: list[str] = []
        """How words are read aloud: some programs store it beside them, and nobody sees it."""
        self._used: set[int] = set()
        text, aloud = list[str](), list[str]()
        into = text
        for node in walk(content, MOST_TAGS) if content else ():
            if node.step is Step.TEXT and node.name == "t":
                into.append(node.text)
            elif node.name == "rPh":
                into = aloud if node.step is Step.OPENS else text
            elif node.step is Step.CLOSES and node.name == "si":
                self.texts.append("".join(text))
                self.aloud += ["".join(aloud)] if aloud else []
                text.clear()
                aloud.clear()

    def take(self, number: str) -> str:
        """Return the text of a number as written in a cell; raise UnreadableError without any."""
        index = _number(number, -1)
        if not 0 <= index < len(self.texts):
            raise UnreadableError(DAMAGED)
        self._used.add(index)
        return self.texts[index]

    @property
    def unused(self) -> Iterator[str]:
        """The texts that no cell has used so far: a deleted cell leaves them behind."""
        return (text for index, text in enumerate(self.texts) if index not in self._used)


class Comments(NamedTuple):
    """The comments of a part, and the names of people in it, whether they wrote any or not."""

    comments: list[CellComment]
    people: list[str]


def comments_in(content: bytes) -> Comments:
    """Read the comments of a part, ordinary or threaded."""
    found = Comments([], [])
    cell = text = ""
    for node in walk(content) if content else ():
        if node.step is Step.OPENS and node.name in {"comment", "threadedComment"}:
            cell, text = node.attribute("ref"), ""
        elif node.opens("person"):
            found.people.append(node.attribute("displayName"))
        elif node.step is Step.TEXT and node.name == "author":
            found.people.append(node.text)
        elif node.step is Step.TEXT and node.name in {"t", "text"}:
            text += node.text
        elif node.step is Step.CLOSES and node.name in {"comment", "threadedComment"}:
            found.comments.append(CellComment(cell, text.strip()))
    return found


class _SheetScan:
    """Where the reading of a sheet is: its row and cell, and what has been seen of the cell."""

    def __init__(
        self, sheet: StoredSheet, strings: SharedStrings, shapes: Mapping[int, Shape]
    ) -> None:
        self.sheet, self.strings, self.shapes = sheet, strings, shapes
        self.rows: list[StoredRow] = []
        self.cells: list[StoredCell] = []
        self.row = self.column = 0
        self.hidden = False
        self.kind = self.style = ""
        self.value: list[str] = []
        self.spoken = 0
        """How much of the value came before the text that only says how it is read aloud."""
        self.formula: list[str] | None = None
        self.menu: list[str] | None = None
        self.into: list[str] | None = None
        """Where text belongs that comes next."""

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        if name == "c":
            self.column += 1
            if found := _REFERENCE.fullmatch(attributes.get("r", "")):
                self.column, self.row = column_number(found[1]), int(found[2])
            self.kind, self.style = attributes.get("t", "n"), attributes.get("s", "")
            self.value, self.formula = [], None
        elif name in {"v", "t"}:
            self.into = self.value
        elif name == "f" and self.menu is None:
            self.formula = self.into = []
        else:
            self._start_around(name, attributes)

    def _start_around(self, name: str, attributes: Mapping[str, str]) -> None:
        if name == "row":
            self.row, self.column = _number(attributes.get("r", ""), self.row + 1), 0
            self.hidden = is_hidden(attributes.get("hidden", ""), attributes.get("ht", ""))
            self.cells = []
        elif name == "col":
            if is_hidden(attributes.get("hidden", ""), attributes.get("width", "")):
                first, last = (_number(attributes.get(each, "")) for each in ("min", "max"))
                self.sheet.hidden_columns.append((first, min(last, LAST_COLUMN)))
        elif name == "mergeCell":
            if found := _AREA.fullmatch(attributes.get("ref", "")):
                left, top, right, bottom = found.groups()
                columns = column_number(left), column_number(right)
                self.sheet.merged.append(Area(int(top), columns[0], int(bottom), columns[1]))
        elif name == "rPh":
            self.spoken = len(self.value)
        elif name == "formula1":
            self.menu = self.into = []

    def text(self, text: str) -> None:
        if self.into is not None:
            self.into.append(text)

    def end(self, name: str) -> None:
        if name in {"v", "t"} or (name == "f" and self.menu is None):
            self.into = None
        elif name == "c":
            self._end_cell()
        elif name == "row":
            self.rows.append(StoredRow(self.row, self.cells, self.hidden))
        elif name == "rPh":
            self.strings.aloud.append("".join(self.value[self.spoken :]))
            del self.value[self.spoken :]
        elif name == "formula1":
            self.sheet.menus.append("".join(self.menu or ()))
            self.menu = self.into = None

    def _end_cell(self) -> None:
        value = "".join(self.value)
        formula = None if self.formula is None else "".join(self.formula)
        stored, shape = _STORED.get(self.kind, StoredAs.TEKS), None
        if self.kind == "s" and value:
            value = self.strings.take(value)
        elif self.kind == "n" and self.style:
            shape = self.shapes.get(_number(self.style))
        if value or formula is not None:
            self.cells.append(StoredCell(self.column, stored, value, formula, shape))


def _number(written: str, otherwise: int = 0) -> int:
    plain = written.isascii() and written.isdigit() and len(written) <= _DIGITS
    return int(written) if plain else otherwise
