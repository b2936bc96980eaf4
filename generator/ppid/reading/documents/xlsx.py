"""Workbooks of Excel (.xlsx) as they are stored: sheets, cells, what hides, comments."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import Final, NamedTuple, TypeVar

from ppid.reading.documents.book import PLAIN, Area, CellComment, CellLook, StoredAs
from ppid.reading.documents.package import DAMAGED, ZipPackage
from ppid.reading.documents.pieces import are_alike, is_white
from ppid.reading.documents.stored import (
    BUILTIN_SHAPES,
    EPOCH_1904,
    INDEXED_COLOURS,
    Run,
    Shape,
    StoredCell,
    StoredRow,
    StoredSheet,
    is_hidden,
    is_on,
    shape_of,
    with_runs,
)
from ppid.reading.documents.xml_stream import (
    MOST_TAGS,
    Node,
    Step,
    UnreadableError,
    attribute,
    parse,
    walk,
)
from ppid.values.cells import EXCEL_EPOCH, LAST_COLUMN, column_letters, column_number

T = TypeVar("T")
_HIDING: Final = {"hidden": "tersembunyi", "veryHidden": "tersembunyi rapat"}
"""A very hidden sheet is not even among those that a program offers to show again."""
_PROGRAMS: Final = frozenset({"xlMacrosheet", "xlIntlMacrosheet"})
_REFERENCE: Final = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")
_AREA: Final = re.compile(r"([A-Z]{1,3})([0-9]{1,7})(?::([A-Z]{1,3})([0-9]{1,7}))?")
_SHOWS_NOTHING: Final = re.compile(r"\s*;\s*;\s*;?\s*")
_ESCAPED: Final = re.compile(r"_x([0-9A-Ca-cE-Fe-f][0-9A-Fa-f]{3}|[Dd][0-7][0-9A-Fa-f]{2})_")
_STRUCTURE: Final = frozenset(
    re.findall(
        r"\w+",
        "worksheet dimension sheetViews sheetView selection pane sheetFormatPr cols sheetData"
        " mergeCells pageMargins pageSetup pageSetUpPr sheetPr tabColor outlinePr printOptions"
        " phoneticPr conditionalFormatting cfRule colorScale cfvo color ignoredErrors ignoredError"
        " brk rPr is sz rFont family scheme",
    )
)
"""Elements of a sheet whose attributes are no texts."""
_MOST_BESIDE: Final = 100_000
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
    def styles(self) -> "CellStyles":
        """How cells look by the index of their style."""
        part = next(iter(self.package.related_as(self.part, "styles")), "")
        theme = next(iter(self.package.related_as(self.part, "theme")), "")
        return CellStyles(self.package.walk(part), self.package.walk(theme))

    def rows(self, sheet: StoredSheet) -> Iterator[StoredRow]:
        """Yield the rows of a sheet, and fill in what only its part tells."""
        content = self.package.read(sheet.part)
        if not content:
            raise UnreadableError(DAMAGED)
        links = self.package.links(sheet.part)
        scan = _SheetScan(sheet, self.strings, self.styles, links)
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


_OF_RUNS: Final = frozenset({"r", "rPr", "strike"})


def _struck_by(name: str, attributes: Mapping[str, str]) -> bool | None:
    """Return what an element in a run says of its text; a run without a look has that of the cell.

    Where a run has a look, it is told whole, so that what is not told is not so.
    """
    if name == "strike":
        return is_on(attribute(attributes, "val"))
    return None if name == "r" else False


_TINY: Final = frozenset({"1", "1.5", "2"})
"""Points of letters that nobody can read."""


class _Font(NamedTuple):
    """What a font says of the letters of a cell, as far as it matters here."""

    struck: bool = False
    colour: str = ""
    tiny: bool = False


class _Fill(NamedTuple):
    """The ground of a cell; its colour shows only where it is solid, and is black without any."""

    solid: bool = False
    colour: str | None = None
    black: bool = False


class CellStyles:
    """How cells look: the shapes of their numbers, their colours, whether they are struck."""

    def __init__(self, styles: Iterable[Node], theme: Iterable[Node]) -> None:
        """Read the part with the styles, and the colours of the theme."""
        self._theme = _theme_colours(theme)
        self.shapes: dict[int, Shape] = {}
        self.looks: dict[int, CellLook] = {}
        self.struck: set[int] = set()
        self.unseen: set[int] = set()
        """The styles that show nothing."""
        empty: set[int] = set()
        shapes: dict[int, Shape | None] = dict(BUILTIN_SHAPES)
        fonts: list[_Font] = []
        fills: list[_Fill] = []
        inside, index = "", 0
        for node in styles:
            if node.name in {"fonts", "fills", "cellXfs"}:
                inside = node.name if node.step is Step.OPENS else ""
            elif node.opens("numFmt"):
                number = _number(node.attribute("numFmtId"))
                shapes[number] = shape_of(node.attribute("formatCode"))
                if _SHOWS_NOTHING.fullmatch(node.attribute("formatCode")):
                    empty.add(number)
            elif node.step is Step.OPENS and inside == "fonts":
                self._note_font(node, fonts)
            elif node.step is Step.OPENS and inside == "fills":
                self._note_fill(node, fills)
            elif node.opens("xf") and inside == "cellXfs":
                if shape := shapes.get(_number(node.attribute("numFmtId"))):
                    self.shapes[index] = shape
                font = _at(fonts, node.attribute("fontId"), _Font())
                fill = _at(fills, node.attribute("fillId"), _Fill())
                filled = (fill.colour or "") if fill.solid else None
                if font.struck:
                    self.struck.add(index)
                white = filled is None and is_white(font.colour)
                dark = fill.black or fill.colour is None
                black = fill.solid and dark and not font.colour
                alike = bool(filled) and are_alike(font.colour or "", filled or "")
                blank = _number(node.attribute("numFmtId")) in empty
                if white or black or alike or blank or font.tiny:
                    self.unseen.add(index)
                if colours := tuple(filter(None, (filled, font.colour))):
                    self.looks[index] = CellLook(colours=colours)
                index += 1

    def _note_font(self, node: Node, fonts: list[_Font]) -> None:
        if node.name == "font":
            fonts.append(_Font())
        elif node.name == "strike" and fonts:
            fonts[-1] = fonts[-1]._replace(struck=is_on(node.attribute("val")))
        elif node.opens("sz") and fonts:
            fonts[-1] = fonts[-1]._replace(tiny=node.attribute("val") in _TINY)
        elif node.name == "color" and fonts:
            fonts[-1] = fonts[-1]._replace(colour=self._colour(node))

    def _note_fill(self, node: Node, fills: list[_Fill]) -> None:
        if node.name == "fill":
            fills.append(_Fill())
        elif node.name == "patternFill" and fills:
            fills[-1] = fills[-1]._replace(solid=node.attribute("patternType") == "solid")
        elif node.name == "fgColor" and fills:
            black = self._six_digits(node) == "000000"
            fills[-1] = fills[-1]._replace(colour=self._colour(node), black=black)

    def _colour(self, node: Node) -> str:
        """Return a colour in six digits; empty for one that the program chooses, and for black."""
        colour = self._six_digits(node)
        return "" if colour == "000000" else colour

    def _six_digits(self, node: Node) -> str:
        if rgb := node.attribute("rgb"):
            return rgb[-6:].upper()
        if node.attribute("theme"):
            return _at(self._theme, node.attribute("theme"), "")
        return _at(INDEXED_COLOURS, node.attribute("indexed"), "")


def _theme_colours(theme: Iterable[Node]) -> list[str]:
    """Return the colours of a theme in the order in which cells count them."""
    found = [
        node.attribute("lastClr") or node.attribute("val")
        for node in theme
        if node.opens("srgbClr") or node.opens("sysClr")
    ][:12]
    # The file names dark before light, the cells count light before dark.
    return [*found[1::-1], *found[3:1:-1], *found[4:]]


def _at(found: Sequence[T], number: str, otherwise: T) -> T:
    """Return what has a number, or else what is given for that."""
    index = _number(number, -1)
    return found[index] if 0 <= index < len(found) else otherwise


class SharedStrings:
    """The texts that cells share, and which of them cells use."""

    def __init__(self, part: str, content: bytes) -> None:
        """Read the part with the texts; without content there are none."""
        self.part = part
        self.texts: list[str] = []
        self.runs: dict[int, list[Run]] = {}
        """The stretches of texts that are not written alike throughout."""
        self.aloud: list[str] = []
        """How words are read aloud: some programs store it beside them, and nobody sees it."""
        self._used: set[int] = set()
        self._shown: dict[tuple[int, bool, CellLook], tuple[str, CellLook]] = {}
        runs, aloud = list[Run](), list[str]()
        spoken, struck = False, None
        for node in walk(content, MOST_TAGS) if content else ():
            if node.step is Step.TEXT and node.name == "t":
                if spoken:
                    aloud.append(_unescaped(node.text))
                else:
                    runs.append(Run(_unescaped(node.text), struck))
            elif node.name == "rPh":
                spoken = node.step is Step.OPENS
            elif node.step is Step.CLOSES and node.name == "si":
                if any(run.struck is not None for run in runs):
                    self.runs[len(self.texts)] = runs
                self.texts.append("".join(run.text for run in runs))
                self.aloud += ["".join(aloud)] if aloud else []
                runs, aloud = [], []
            elif node.step is Step.OPENS and node.name in _OF_RUNS:
                struck = _struck_by(node.name, node.attributes)
            elif node.name == "r":
                struck = None

    def take(self, number: str, *, struck: bool, look: CellLook) -> tuple[str, CellLook]:
        """Return the text of a number as a cell shows it; raise UnreadableError without any.

        What a cell looks like alters what is left of the text; each such pair is made once.
        """
        index = _number(number, -1)
        if not 0 <= index < len(self.texts):
            raise UnreadableError(DAMAGED)
        self._used.add(index)
        key = index, struck, look
        if key not in self._shown:
            runs = self.runs.get(index) or [Run(self.texts[index], None)]
            self._shown[key] = with_runs(runs, struck=struck, look=look)
        return self._shown[key]

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
            text += _unescaped(node.text)
        elif node.step is Step.CLOSES and node.name in {"comment", "threadedComment"}:
            found.comments.append(CellComment(cell, text.strip()))
    return found


class _SheetScan:
    """Where the reading of a sheet is: its row and cell, and what has been seen of the cell."""

    def __init__(
        self,
        sheet: StoredSheet,
        strings: SharedStrings,
        styles: CellStyles,
        links: Mapping[str, str],
    ) -> None:
        self.sheet, self.strings, self.styles, self.links = sheet, strings, styles, links
        self.rows: list[StoredRow] = []
        self.cells: list[StoredCell] = []
        self.row = self.column = 0
        self.hidden = False
        self.kind = self.style = ""
        self.value: list[str] = []
        self.runs: list[Run] = []
        """The text that stands in the cell itself."""
        self.struck: bool | None = None
        self.spoken = 0
        """How many runs came before those that only say how the text is read aloud."""
        self.formula: list[str] | None = None
        self.menu: list[str] | None = None
        self.last = ""
        """The element that opened last, as far as it is no cell."""
        self.into: list[str] | None = None
        """Where text belongs that comes next."""

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        if name == "c":
            self.column += 1
            if found := _REFERENCE.fullmatch(attributes.get("r", "")):
                self.column, self.row = column_number(found[1]), int(found[2])
            self.kind, self.style = attributes.get("t", "n"), attributes.get("s", "")
            self.value, self.formula, self.runs = [], None, []
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
            if area := _area(attributes.get("ref", "")):
                self.sheet.merged.append(area)
        elif name == "hyperlink":
            if area := _area(attributes.get("ref", "")):
                inside = attributes.get("location", "")
                link = self.links.get(attribute(attributes, "id"), "")
                self.sheet.links.append((area, f"{link}#{inside}" if inside else link))
            if said := [attributes[each] for each in ("tooltip", "display") if each in attributes]:
                self._note_beside(name, said)
        elif name in _OF_RUNS:
            self.struck = _struck_by(name, attributes)
        elif name == "rPh":
            self.spoken = len(self.runs)
        elif name == "formula1":
            self.menu = self.into = []
        elif name not in _STRUCTURE:
            self._note_beside(name, attributes.values())
        self.last = name

    def _note_beside(self, name: str, texts: Iterable[str]) -> None:
        """Note texts that are no cells; their number is bounded, as many elements hold none."""
        found = [(name, text) for text in texts if len(text) > 1 and not _area(text)]
        if len(self.sheet.beside) < _MOST_BESIDE:
            self.sheet.beside += found
        elif found:
            self.sheet.beside_whole = False

    def text(self, text: str) -> None:
        if self.into is not None:
            self.into.append(text)
        elif text.strip():
            self._note_beside(self.last, [text])

    def end(self, name: str) -> None:
        if name in {"v", "t"} or (name == "f" and self.menu is None):
            if name == "t":
                self.runs.append(Run(_unescaped("".join(self.value)), self.struck))
                self.value.clear()
            self.into = None
        elif name == "r":
            self.struck = None
        elif name == "c":
            self._end_cell()
        elif name == "row":
            self.rows.append(StoredRow(self.row, self.cells, self.hidden))
        elif name == "rPh":
            self.strings.aloud += (run.text for run in self.runs[self.spoken :])
            del self.runs[self.spoken :]
        elif name == "formula1":
            self.sheet.menus.append("".join(self.menu or ()))
            self.menu = self.into = None

    def _end_cell(self) -> None:
        value, style = "".join(self.value), _number(self.style)
        formula = None if self.formula is None else "".join(self.formula)
        stored, shape = _STORED.get(self.kind, StoredAs.TEKS), None
        look, struck = self.styles.looks.get(style, PLAIN), style in self.styles.struck
        if self.kind == "s" and value:
            value, look = self.strings.take(value, struck=struck, look=look)
        else:
            runs = self.runs or [Run(_unescaped(value), None)]
            value, look = with_runs(runs, struck=struck, look=look)
        if self.kind == "n" and self.style:
            shape = self.styles.shapes.get(style)
        if value or formula is not None:
            cell = StoredCell(self.column, stored, value, formula, shape, look=look)
            self.cells.append(cell)
            if style in self.styles.unseen:
                self.sheet.unseen.append(f"{column_letters(self.column)}{self.row}")


def _unescaped(text: str) -> str:
    """Return a text with the signs that are stored by their numbers: “_x0033_” is shown as “3”."""
    return _ESCAPED.sub(_sign, text) if "_x" in text else text


def _sign(found: re.Match[str]) -> str:
    sign = chr(int(found[1], 16))
    return sign if sign >= " " or sign in "\t\n\r" else ""


def _area(reference: str) -> Area | None:
    """Return the cells of a reference such as “C14” or “A1:B2”; None where it is none."""
    if found := _AREA.fullmatch(reference):
        left, top, right, bottom = found.groups()
        row, column = int(top), column_number(left)
        if right is None:
            return Area(row, column, row, column)
        return Area(row, column, int(bottom), column_number(right))
    return None


def _number(written: str, otherwise: int = 0) -> int:
    plain = written.isascii() and written.isdigit() and len(written) <= _DIGITS
    return int(written) if plain else otherwise
