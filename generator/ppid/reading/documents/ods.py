"""OpenDocument files (.ods, .odt) as they are stored: sheets, cells, what hides, running text."""

import base64
import binascii
import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import suppress
from typing import Final, Self

from ppid.reading.documents.book import PLAIN, Area, CellComment, CellLook, StoredAs
from ppid.reading.documents.odf_looks import BANDS, Looks, TextLook
from ppid.reading.documents.package import LockedError, PackageKind, ZipPackage
from ppid.reading.documents.stored import (
    Run,
    Shape,
    StoredCell,
    StoredRow,
    StoredSheet,
    with_runs,
)
from ppid.reading.documents.xml_stream import UnreadableError, attribute, parse
from ppid.values.cells import LAST_COLUMN, LAST_ROW, column_letters

CONTENT: Final = "content.xml"
STYLES: Final = "styles.xml"
_MANIFEST: Final = "META-INF/manifest.xml"
_CELLS: Final = frozenset({"table-cell", "covered-table-cell"})
_PARAGRAPHS: Final = frozenset({"p", "h"})
_STRETCHES: Final = frozenset({"p", "h", "span"})
_COLOUR: Final = re.compile(r"#([0-9a-fA-F]{6})")
SPACES: Final = {"s": " ", "tab": "\t", "line-break": "\n"}
_COUNTED: Final = frozenset({"annotation", "tracked-changes"})
_UNSEEN: Final = frozenset({"collapse", "filter"})
MOST_SPACES: Final = 1_000
_HIDDEN: Final = frozenset({"hidden-text", "hidden-paragraph"})
_SHORT: Final = 7
"""Letters of an attribute that can hold no personal data."""
_MOST_BESIDE: Final = 200_000
_STORED: Final = {
    **dict.fromkeys(("float", "percentage", "currency"), (StoredAs.ANGKA, "value")),
    "date": (StoredAs.TANGGAL, "date-value"),
    "boolean": (StoredAs.LOGIKA, "boolean-value"),
}
"""By the type of a cell; the others hold the text that they show."""
_TIME: Final = re.compile(r"PT([0-9]+)H([0-9]+)M.*")


class OpenDocument:
    """A document that is read once, from its beginning to its end."""

    def __init__(self, content: bytes, kind: PackageKind, styles: bytes = b"") -> None:
        """Take the XML of a document, and that of its styles where they stand apart."""
        self._content, self._styles = content, styles
        self.is_workbook = kind is PackageKind.SPREADSHEET
        self.on_paper = kind is not PackageKind.OPEN_DOCUMENT
        """Whether its ground is white where nothing says so; of slides only slides say it."""
        self.sheets: list[StoredSheet] = []
        """The tables that were seen so far; those of a text document are no sheets."""
        self.outside: list[str] = []
        """The text that was read so far and stands outside of tables."""
        self.beside: list[str] = []
        """What stands in attributes: messages of cells, choices, descriptions, conditions."""
        self.counted: Counter[str] = Counter()
        """How many annotations, lists of tracked changes, hidden and unseen texts there are."""
        self.pictures: list[bytes] = []
        """The pictures that a document in one file holds between its texts."""

    @classmethod
    def in_package(cls, package: ZipPackage) -> Self:
        """Take a document from its package; raise LockedError when it asks for a password."""
        if b"encryption-data" in package.read(_MANIFEST):
            raise LockedError
        return cls(package.read(CONTENT), package.kind, package.read(STYLES))

    @property
    def tags(self) -> int:
        """How many tags the document has; it may be far smaller where it is packed."""
        return self._content.count(b"<")

    def rows(self) -> Iterator[tuple[StoredSheet, StoredRow]]:
        """Yield the filled rows of each table, and fill in all that is told beside them."""
        scan = _Scan(self)
        styles = _StylesScan(self, scan.looks)
        with suppress(UnreadableError):  # the list can be read without them
            for _ in parse(self._styles, styles.start, styles.text, styles.end):
                pass
        for _ in parse(self._content, scan.start, scan.text, scan.end):
            yield from scan.found
            scan.found.clear()

    def note(self, look: TextLook, *, on_slide: bool = False) -> None:
        """Note whether a text that looks like this is seen."""
        if not look.shown:
            self.counted["hidden"] += 1
        elif look.is_unseen and (self.on_paper or on_slide):
            self.counted["unseen"] += 1


class _StylesScan:
    """Learns the styles, and looks at what they print above and below the pages."""

    def __init__(self, document: OpenDocument, looks: Looks) -> None:
        self.document, self.looks = document, looks
        self.depth = 0
        """How many elements are open from the head or foot of a page on; 0 outside of these."""

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        self.looks.learn(name, attributes)
        if self.depth or name in BANDS:
            self.depth += 1
            self.document.counted["hidden"] += name in _HIDDEN
            self.looks.enter(name, attributes)

    def text(self, text: str) -> None:
        if self.depth and text.strip():
            self.document.note(self.looks.now)

    def end(self, name: str) -> None:
        if self.depth:
            self.depth -= 1
            self.looks.leave(name)
        self.looks.learnt(name)


class AutomaticStyles:
    """Of the automatic styles: what they hide or strike, their colours, and how dates look."""

    def __init__(self) -> None:
        self.hiding: set[str] = set()
        self.formats: dict[str, str] = {}
        self.parts: dict[str, set[str]] = {}
        self.struck: set[str] = set()
        self.colours: dict[str, tuple[str, ...]] = {}
        self.style = self.date_style = ""

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        if name == "style":
            self.style = attribute(attributes, "name")
            self.formats[self.style] = attribute(attributes, "data-style-name")
        elif name == "table-properties" and attribute(attributes, "display") == "false":
            self.hiding.add(self.style)
        elif name in {"text-properties", "table-cell-properties"}:
            for each in ("text-line-through-style", "text-line-through-type"):
                if attribute(attributes, each) not in {"", "none"}:
                    self.struck.add(self.style)
            for each in ("background-color", "color"):
                if colour := _COLOUR.fullmatch(attribute(attributes, each)):
                    found = colour[1].upper()
                    known = self.colours.get(self.style, ())
                    self.colours[self.style] = known if found == "000000" else (*known, found)
        elif name == "date-style":
            self.date_style = attribute(attributes, "name")
        elif name in {"year", "month", "day"} and self.date_style:
            self.parts.setdefault(self.date_style, set()).add(name)

    def end(self, name: str) -> None:
        if name == "date-style":
            self.date_style = ""

    def date_shape(self, style: str) -> Shape:
        parts = self.parts.get(self.formats.get(style, ""), set())
        if "year" not in parts or "day" in parts:
            return Shape.DATE
        return Shape.MONTH if "month" in parts else Shape.YEAR


class _Scan:
    """Where the reading is: the sheet, row, column and cell, each with its repetitions."""

    def __init__(self, document: OpenDocument) -> None:
        self.document = document
        self.found: list[tuple[StoredSheet, StoredRow]] = []
        self.styles = AutomaticStyles()
        self.open: Counter[str] = Counter()
        """How many elements of a name are open around the place that is read."""
        self.row, self.column = StoredRow(0, []), 0
        self.cell: dict[str, str] = {}
        self.words: list[Run] = []
        self.strikes: list[bool] = []
        """For each paragraph and stretch of text that is open: whether it is struck through."""
        self.link = ""
        self.aside: list[str] = []
        self.looks = Looks()
        self.unseen = False
        """Whether the cell holds letters that nobody sees."""
        self.said = False
        """Whether a paragraph of the cell says what is shown of it, be it nothing."""
        self.column_styles: list[tuple[int, str]] = []
        """Of the sheet: up to which column cells without a style of their own have which one."""
        self.row_style = ""
        self.picture: list[str] = []

    @property
    def in_cell(self) -> bool:
        return bool(self.open["table"] and any(self.open[name] for name in _CELLS))

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        self.open[name] += 1
        if name in _STRETCHES:
            self.strikes.append(attribute(attributes, "style-name") in self.styles.struck)
        if name in _COUNTED:
            self.document.counted[name] += 1
        if name in _HIDDEN or (
            name != "text-properties"  # of a style, which nothing may use
            and (
                attribute(attributes, "display") == "none"
                or attribute(attributes, "is-hidden") == "true"
            )
        ):
            self.document.counted["hidden"] += 1
        if name not in _CELLS and len(self.document.beside) < _MOST_BESIDE:
            self.document.beside += (text for text in attributes.values() if len(text) > _SHORT)
        if name == "table" and self.open["table"] == 1:
            hiding = "tersembunyi" * (attribute(attributes, "style-name") in self.styles.hiding)
            self.document.sheets.append(StoredSheet(attribute(attributes, "name"), hiding))
            self.row, self.column = StoredRow(0, []), 0
            self.column_styles.clear()
        elif name in SPACES:
            self.text(SPACES[name] * count(attribute(attributes, "c"), MOST_SPACES))
        elif name in _PARAGRAPHS and self.words and not self.open["annotation"]:
            self.words.append(Run("\n", None))
        elif name in _PARAGRAPHS and self.in_cell and not self.open["annotation"]:
            self.said = True
        elif self.open["table"] == 1:
            self._start_in_table(name, attributes)
        elif not self.open["table"]:
            self.styles.start(name, attributes)
            self.looks.learn(name, attributes)
        self.looks.enter(name, attributes, self._style_of_column() if name in _CELLS else "")

    def _style_of_column(self) -> str:
        """Return the style of the cell that opens here, if it names none itself."""
        at = bisect_left(self.column_styles, (self.column + 1, ""))
        of_column = self.column_styles[at][1] if at < len(self.column_styles) else ""
        return self.row_style or of_column

    def _start_in_table(self, name: str, attributes: Mapping[str, str]) -> None:
        if name in _CELLS:
            # Some attributes stand there twice; that of the standard comes first.
            self.cell = {k.rpartition(":")[2]: v for k, v in reversed(list(attributes.items()))}
            self.cell["is-error"] = attributes.get("calcext:value-type", "")
        elif name == "table-row":
            number = self.row.number + self.row.times
            times = count(attribute(attributes, "number-rows-repeated"), LAST_ROW)
            hidden = attribute(attributes, "visibility") in _UNSEEN
            self.row, self.column = StoredRow(number, [], hidden, times), 0
            self.row_style = attribute(attributes, "default-cell-style-name")
        elif name == "a" and self.in_cell:
            self.link = attribute(attributes, "href")
        elif name == "table-column":
            first = self.column + 1
            self.column += count(attribute(attributes, "number-columns-repeated"), LAST_COLUMN)
            style = attribute(attributes, "default-cell-style-name")
            self.column_styles.append((self.column, style))
            if attribute(attributes, "visibility") in _UNSEEN:
                self.document.sheets[-1].hidden_columns.append((first, self.column))

    def text(self, text: str) -> None:
        if self.open["binary-data"]:
            self.picture.append(text)
            return
        if self.open["annotation"]:
            self.aside.append(text)
            return
        if text.strip():
            self._look_at()
        if not self.in_cell:
            self.document.outside.append(text)
            if not any(self.open[name] for name in _PARAGRAPHS):  # what a file says of itself
                self.document.outside.append("\t\n")
        elif any(self.open[name] for name in _PARAGRAPHS):  # else it is the layout of the file
            self.words.append(Run(text, True if any(self.strikes) else None))

    def _look_at(self) -> None:
        """Note whether the text that stands here is seen."""
        look = self.looks.now
        if look.shown and look.is_unseen and self.in_cell and self.document.is_workbook:
            self.unseen = True
        else:
            self.document.note(look, on_slide=bool(self.open["page"]))

    def end(self, name: str) -> None:
        self.open[name] -= 1
        if name == "binary-data":
            self._end_picture()
        if name == "annotation" and not self.in_cell:
            self.document.outside += self.aside
            self.aside.clear()
        if name in _STRETCHES:
            self.strikes.pop()
        if name in _PARAGRAPHS and (self.open["annotation"] or not self.in_cell):
            self.text("\t\n")
        elif name in _CELLS and self.open["table"] == 1:
            self._end_cell(covered=name != "table-cell")
        elif name == "table-row" and self.open["table"] == 1 and self.row.cells:
            self.found.append((self.document.sheets[-1], self.row))
        elif not self.open["table"]:
            self.styles.end(name)
            self.looks.learnt(name)
        self.looks.leave(name)

    def _end_picture(self) -> None:
        written = "".join(self.picture).encode()
        self.picture.clear()
        try:
            self.document.pictures.append(base64.b64decode(written))
        except binascii.Error:
            self.document.pictures.append(written)

    def _end_cell(self, *, covered: bool) -> None:
        look, text = self.cell, "".join(run.text for run in self.words)
        times = count(look.get("number-columns-repeated", ""), LAST_COLUMN)
        columns = count(look.get("number-columns-spanned", ""), LAST_COLUMN)
        rows = count(look.get("number-rows-spanned", ""), LAST_ROW)
        first, row = self.column + 1, self.row.number
        if columns > 1 or rows > 1:
            area = Area(row, first, row + rows - 1, first + columns - 1)
            self.document.sheets[-1].merged.append(area)
        stored, value, shape, beside = StoredAs.TEKS, "", None, PLAIN
        if not covered:  # what lies below a merged cell is stored, but not shown
            stored, value = self._value(text)
            style = look.get("style-name", "")
            runs = self.words if value == text else [Run(value, None)]
            beside = CellLook(link=self.link, colours=self.styles.colours.get(style, ()))
            value, beside = with_runs(runs, struck=style in self.styles.struck, look=beside)
        if look.get("value-type") == "percentage":
            shape = Shape.PERCENT
        elif stored is StoredAs.TANGGAL:
            shape = self.styles.date_shape(look.get("style-name", ""))
        aside = "".join([*self.aside, text if text != value else ""])
        formula = look.get("formula")
        if value or aside or formula is not None:
            cell = StoredCell(first, stored, value, formula, shape, aside, times, beside)
            self.row.cells.append(cell)
            # A format such as “;;;” shows nothing; one that leaves noughts blank hides nothing.
            formatted = self.said and self.document.is_workbook
            blank = formatted and not text.strip() and value.strip("-0., ")
            if self.unseen or blank or (value and not text and self.looks.now.is_unseen):
                self.document.sheets[-1].unseen.append(f"{column_letters(first)}{row}")
        self.unseen = self.said = False
        if self.aside:
            name = f"{column_letters(first)}{row}"
            comment = CellComment(name, "".join(self.aside).strip())
            self.document.sheets[-1].comments.append(comment)
        self.column += times
        self.link = ""
        self.words.clear()
        self.aside.clear()

    def _value(self, text: str) -> tuple[StoredAs, str]:
        """Return how the value of the cell is stored, and the value."""
        kind = self.cell.get("value-type", "")
        if self.cell["is-error"] == "error" or text.startswith(("#REF!", "Err:")):
            return StoredAs.GALAT, text
        if kind in _STORED:
            stored, name = _STORED[kind]
            return stored, self.cell.get(name, "")
        if found := _TIME.fullmatch(self.cell.get("time-value", "")):
            return StoredAs.TEKS, f"{int(found[1]):02}:{int(found[2]):02}"
        if "formula" in self.cell and not kind and not text:  # left to be worked out
            return StoredAs.ANGKA, ""
        return StoredAs.TEKS, self.cell.get("string-value") or text


def count(written: str, most: int) -> int:
    plain = written.isascii() and written.isdigit() and len(written) < 9  # noqa: PLR2004
    return max(1, min(int(written), most)) if plain else 1
