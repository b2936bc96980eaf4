"""The workbook inside a package: its sheets in order, and where an element of a sheet stands."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Final

from lxml import etree

from ppid.handing_in.reply.names import LINES_READ, SHEET, is_ours
from ppid.handing_in.reply.package import MAIN, REL, BrokenError, Element, Package

WORKSHEET: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"
_ORDER: Final = (
    *("sheetPr", "dimension", "sheetViews", "sheetFormatPr", "cols", "sheetData", "sheetCalcPr"),
    *("sheetProtection", "protectedRanges", "scenarios", "autoFilter", "sortState"),
    *("dataConsolidate", "customSheetViews", "mergeCells", "phoneticPr", "conditionalFormatting"),
    *("dataValidations", "hyperlinks", "printOptions", "pageMargins", "pageSetup", "headerFooter"),
    *("rowBreaks", "colBreaks", "customProperties", "cellWatches", "ignoredErrors", "smartTags"),
    *("drawing", "legacyDrawing", "legacyDrawingHF", "drawingHF", "picture", "oleObjects"),
    *("controls", "webPublishItems", "tableParts", "extLst"),
)
"""Children of a worksheet, in the order that the format demands (ECMA-376 part 1, 18.3.1.99)."""


@dataclass(frozen=True, slots=True)
class SheetPart:
    """A sheet of the workbook: the name that people see, and the part that holds it."""

    name: str
    part: str
    rid: str
    sort: str


def workbook_part(package: Package) -> str:
    """Find the part of the workbook; a workbook of the strict variant is not edited."""
    name = next(package.related("", "officeDocument"), "")
    if not name or package.read(name).tag != tag("workbook"):
        raise BrokenError("no workbook")
    return name


def sheets_of(package: Package) -> list[SheetPart]:
    """Return the sheets in the order of their tabs."""
    book = workbook_part(package)
    targets = {relation.id: relation for relation in package.relations(book)}
    found = []
    for entry in package.read(book).iterfind(f"{tag('sheets')}/{tag('sheet')}"):
        relation = targets.get(entry.get(f"{{{REL}}}id", ""))
        if relation is None or relation.target not in package.parts:
            raise BrokenError("a sheet without a part")
        name = entry.get("name", "")
        found.append(SheetPart(name, relation.target, relation.id, relation.type))
    return found


def our_sheets(package: Package) -> set[str]:
    """Return the names of the sheets that an earlier answer added."""
    return {
        sheet.name
        for sheet in sheets_of(package)
        if sheet.name.startswith(SHEET) and is_ours(sheet.name, _first_texts(package, sheet.part))
    }


def tag(name: str) -> str:
    """Return a name of the main namespace."""
    return f"{{{MAIN}}}{name}"


def insert(sheet: Element, element: Element) -> None:
    """Put a child into a worksheet where the format wants it, behind those of its name."""
    rank = _ORDER.index(etree.QName(element).localname)
    before = 0
    for index, child in enumerate(sheet, 1):
        # A wrapper for alternatives holds what comes late: controls and embedded objects.
        name = etree.QName(child).localname if isinstance(child.tag, str) else ""
        if name in _ORDER and _ORDER.index(name) <= rank:
            before = index
    sheet.insert(before, element)


def _first_texts(package: Package, part: str) -> Iterator[str]:
    shared: list[Element] = []
    for row in islice(package.read(part).iterfind(f"{tag('sheetData')}/{tag('row')}"), LINES_READ):
        for cell in row.iterfind(tag("c")):
            if cell.get("t") == "s":
                shared = shared or _shared(package)
                index = cell.findtext(tag("v"), "")
                inside = index.isdecimal() and int(index) < len(shared)
                yield _text(shared[int(index)]) if inside else ""
            else:
                yield _text(cell)


def _shared(package: Package) -> list[Element]:
    part = next(package.related(workbook_part(package), "sharedStrings"), "")
    return list(package.read(part)) if part else []


def _text(element: Element) -> str:
    return "".join(t.text or "" for t in element.iter(tag("t")))
