"""What the sheets of an .ods workbook say beside their values, read from its XML in one pass."""

from collections.abc import Mapping
from typing import Final
from zipfile import ZipFile

from ppid.reading.documents.book import Area
from ppid.reading.documents.facts import Facts
from ppid.reading.documents.shown import Shape
from ppid.reading.documents.xml_stream import stream
from ppid.reading.documents.zip_bounds import damaged, locked, read_part

_CELLS: Final = {"table-cell", "covered-table-cell"}
_HIDING: Final = {"collapse", "filter"}
_MOST_COLUMNS: Final = 16_384
_MOST_ROWS: Final = 1_048_576


def facts_of_ods(archive: ZipFile) -> list[Facts]:
    """Collect the facts of every sheet."""
    names = archive.namelist()
    manifest = "META-INF/manifest.xml"
    if manifest in names and b"encryption-data" in read_part(archive, manifest):
        raise locked()
    if "content.xml" not in names:
        raise damaged()
    scan = _Scan()
    stream(read_part(archive, "content.xml"), scan.start, scan.text, scan.end)
    return scan.sheets


class _Styles:
    """Of the automatic styles: which hide a sheet, and which show a date as a month or year."""

    def __init__(self) -> None:
        self.hiding: set[str] = set()
        self.formats: dict[str, str] = {}
        self.parts: dict[str, set[str]] = {}
        self.style = self.date_style = ""

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        if name == "style":
            self.style = attributes.get("style:name", "")
            self.formats[self.style] = attributes.get("style:data-style-name", "")
        elif name == "table-properties" and attributes.get("table:display") == "false":
            self.hiding.add(self.style)
        elif name == "date-style":
            self.date_style = attributes.get("style:name", "")
        elif name in {"year", "month", "day"} and self.date_style:
            self.parts.setdefault(self.date_style, set()).add(name)

    def end(self, name: str) -> None:
        if name == "date-style":
            self.date_style = ""

    def date_shape(self, style: str) -> Shape | None:
        parts = self.parts.get(self.formats.get(style, ""), set())
        if "year" not in parts or "day" in parts:
            return None
        return Shape.MONTH if "month" in parts else Shape.YEAR


class _Scan:
    """Where the scan is: the sheet, row, column and cell, each with its repetitions."""

    def __init__(self) -> None:
        self.sheets: list[Facts] = []
        self.styles = _Styles()
        self.row = self.column = 0
        self.row_repeats = 1
        self.cell: Mapping[str, str] = {}
        self.filled = False
        self.words: list[str] = []
        self.paragraphs = self.notes = self.tables = 0

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        if name == "table":
            self._start_table(attributes)
        elif name in _CELLS:
            self.cell, self.words = attributes, []
            self.filled = name == "table-cell" and "office:value-type" in attributes
        elif name == "p":
            self.paragraphs += 1
        elif name == "annotation":
            self.notes += 1
        elif name == "table-row":
            self._start_row(attributes)
        elif name == "table-column":
            self._columns(attributes)
        elif not self.sheets:
            self.styles.start(name, attributes)

    def text(self, text: str) -> None:
        if self.paragraphs and not self.notes and self.tables:
            self.words.append(text)

    def end(self, name: str) -> None:
        if name in _CELLS:
            self._end_cell(covered=name != "table-cell")
        elif name == "p":
            self.paragraphs -= 1
        elif name == "annotation":
            self.notes -= 1
        elif name == "table-row":
            self.row += self.row_repeats - 1
        elif name == "table":
            self.tables -= 1
        elif not self.sheets:
            self.styles.end(name)

    def _start_table(self, attributes: Mapping[str, str]) -> None:
        self.tables += 1
        if self.tables == 1:
            hidden = attributes.get("table:style-name", "") in self.styles.hiding
            self.sheets.append(Facts(attributes.get("table:name", ""), hidden))
            self.row = self.column = 0

    def _start_row(self, attributes: Mapping[str, str]) -> None:
        self.row += 1
        self.row_repeats = _count(attributes, "table:number-rows-repeated", _MOST_ROWS)
        self.column = 0
        if attributes.get("table:visibility") in _HIDING and self.row_repeats < _MOST_COLUMNS:
            hidden = range(self.row, self.row + self.row_repeats)
            self.sheets[-1].hidden_rows.update(hidden)

    def _columns(self, attributes: Mapping[str, str]) -> None:
        repeats = _count(attributes, "table:number-columns-repeated", _MOST_COLUMNS)
        if attributes.get("table:visibility") in _HIDING and self.sheets:
            hidden = range(self.column + 1, self.column + repeats + 1)
            self.sheets[-1].hidden_columns.update(hidden)
        self.column += repeats

    def _end_cell(self, *, covered: bool) -> None:
        repeats = _count(self.cell, "table:number-columns-repeated", _MOST_COLUMNS)
        text = "".join(self.words).strip()
        if self.tables == 1 and not covered and (text or self.filled):
            self._note(text, repeats)
        self._merge()
        self.column += repeats

    def _note(self, text: str, repeats: int) -> None:
        facts = self.sheets[-1]
        facts.fill(self.row, self.column + 1, repeats * self.row_repeats)
        facts.last_row = max(facts.last_row, self.row + self.row_repeats - 1)
        facts.columns.update(range(self.column + 1, self.column + repeats + 1))
        for row in range(self.row, self.row + self.row_repeats):
            for column in range(self.column + 1, self.column + repeats + 1):
                self._note_one(facts, (row, column), text)

    def _note_one(self, facts: Facts, place: tuple[int, int], text: str) -> None:
        sort = self.cell.get("office:value-type", "")
        if "table:formula" in self.cell:
            facts.formulas.add(place)
        if self.cell.get("calcext:value-type") == "error" or text.startswith(("#REF!", "Err:")):
            facts.errors[place] = text
        elif sort == "percentage":
            facts.shapes[place] = Shape.PERCENT
        elif sort == "date" and (
            shape := self.styles.date_shape(self.cell.get("table:style-name", ""))
        ):
            facts.shapes[place] = shape

    def _merge(self) -> None:
        columns = _count(self.cell, "table:number-columns-spanned", _MOST_COLUMNS)
        rows = _count(self.cell, "table:number-rows-spanned", _MOST_ROWS)
        if self.sheets and (columns > 1 or rows > 1):
            first = self.column + 1
            area = Area(self.row, first, self.row + rows - 1, first + columns - 1)
            self.sheets[-1].merged.append(area)


def _count(attributes: Mapping[str, str], name: str, most: int) -> int:
    written = attributes.get(name, "")
    number = int(written) if written.isascii() and written.isdigit() and len(written) < 9 else 1  # noqa: PLR2004
    return max(1, min(number, most))
