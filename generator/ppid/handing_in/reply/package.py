"""A workbook as a package of parts (ECMA-376 part 2): parts, relationships, content types.

A part that nobody asks to edit is written again byte for byte; a part to which nothing leads any
more is left out.
"""

import posixpath
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import chain, count, islice
from typing import Any, Final

from lxml import etree

from ppid.core.fixed_zip import fixed_zip
from ppid.handing_in.earlier_answer import LINES_READ, SHEET, is_ours
from ppid.reading.documents.package import (
    MOST_WITH_PICTURES,
    Allowance,
    Relation,
    ZipPackage,
    relations_in,
    relations_of,
)
from ppid.reading.documents.xml_stream import UnreadableError
from ppid.values.cells import LONGEST_SHEET_NAME

MAIN: Final = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
REL: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_RELS: Final = "http://schemas.openxmlformats.org/package/2006/relationships"
_TYPES: Final = "http://schemas.openxmlformats.org/package/2006/content-types"
_TYPES_PART: Final = "[Content_Types].xml"

Element = Any
"""An element of lxml, which has no public name for the type."""


class BrokenError(Exception):
    """The package is not as the format asks; it cannot be edited safely."""


@dataclass(slots=True)
class EditedPackage:
    """The parts by name, and the trees of those that were parsed."""

    parts: dict[str, bytes]
    _trees: dict[str, Element] = field(default_factory=dict)
    _edited: set[str] = field(default_factory=set)
    _relations: dict[str, list[Relation]] = field(default_factory=dict)

    def read(self, name: str) -> Element:
        """Parse a part; what is changed in the tree is not kept unless `edit` was asked."""
        if name not in self._trees:
            self._trees[name] = parse(self.parts.get(name, b""))
        return self._trees[name]

    def edit(self, name: str) -> Element:
        """Parse a part that will be written from its tree."""
        self._edited.add(name)
        return self.read(name)

    def put(self, name: str, content: bytes, content_type: str) -> None:
        """Add a part, or replace its content."""
        self._trees.pop(name, None)
        self._edited.discard(name)
        self.parts[name] = content
        self.declare(name, content_type)

    def declare(self, name: str, content_type: str) -> None:
        """Say what a part is."""
        types = self.edit(_TYPES_PART)
        for entry in types.findall(f"{{{_TYPES}}}Override"):
            if entry.get("PartName", "").lower() == f"/{name}".lower():
                entry.set("ContentType", content_type)
                return
        entry = etree.SubElement(types, f"{{{_TYPES}}}Override")
        entry.set("PartName", f"/{name}")
        entry.set("ContentType", content_type)

    def free_name(self, pattern: str) -> str:
        """Return the first name of a part, such as “xl/comments{}.xml”, that is not taken."""
        taken = {name.lower() for name in self.parts}
        number = 1
        while pattern.format(number).lower() in taken:
            number += 1
        return pattern.format(number)

    def relations(self, owner: str) -> list[Relation]:
        """Return the relationships of a part; the package itself is the owner ""."""
        name = relations_of(owner)
        if name not in self.parts:
            return []
        if owner not in self._relations:
            try:
                self._relations[owner] = list(relations_in(self._content(name), owner))
            except UnreadableError as error:
                raise BrokenError(str(error)) from error
        return self._relations[owner]

    def related(self, owner: str, sort: str) -> Iterator[str]:
        """Yield the parts to which `owner` is related in one way, such as “comments”."""
        for relation in self.relations(owner):
            if relation.type == sort and not relation.external and relation.target in self.parts:
                yield relation.target

    def relate(self, owner: str, sort: str, target: str) -> str:
        """Relate a part to another one; return the id of the relationship."""
        name = relations_of(owner)
        if name not in self.parts:
            self.parts[name] = f'<Relationships xmlns="{_RELS}"/>'.encode()
        known = self.relations(owner)  # not read anew for each: there may be very many
        rels = self.edit(name)
        taken = {entry.get("Id") for entry in rels}
        number = len(taken) + 1
        while f"rId{number}" in taken:
            number += 1
        entry = etree.SubElement(rels, f"{{{_RELS}}}Relationship")
        entry.set("Id", f"rId{number}")
        entry.set("Type", f"{REL}/{sort}")
        entry.set("Target", f"/{target}")
        self._relations[owner] = [*known, Relation(f"rId{number}", sort, target, external=False)]
        return f"rId{number}"

    def unrelate(self, owner: str, ids: set[str]) -> None:
        """Take relationships away; the part that names them is not touched."""
        kept = [relation for relation in self.relations(owner) if relation.id not in ids]
        rels = self.edit(relations_of(owner))
        self._relations[owner] = kept
        for entry in rels.findall(f"{{{_RELS}}}Relationship"):
            if entry.get("Id") in ids:
                rels.remove(entry)

    def reachable(self) -> set[str]:
        """Return the parts to which a path of relationships leads."""
        found, waiting = {""}, [""]
        while waiting:
            for relation in self.relations(waiting.pop()):
                name = relation.target
                if not relation.external and name in self.parts and name not in found:
                    found.add(name)
                    waiting.append(name)
        return found

    def to_bytes(self) -> bytes:
        """Write the package; the same parts give the same bytes."""
        kept = self.reachable()
        wanted = [_TYPES_PART, *(n for n in self.parts if _owner(n) in kept or n in kept)]
        types = self.edit(_TYPES_PART)
        for entry in types.findall(f"{{{_TYPES}}}Override"):
            if entry.get("PartName", "").lstrip("/") not in kept:
                types.remove(entry)
        return fixed_zip((name, self._content(name)) for name in dict.fromkeys(wanted))

    def _content(self, name: str) -> bytes:
        return written(self._trees[name]) if name in self._edited else self.parts[name]


def open_package(content: bytes) -> EditedPackage:
    """Unpack a workbook within bounds."""
    try:
        package = ZipPackage(content, Allowance(MOST_WITH_PICTURES))
        parts = {name: package.read(name) for name in package.names}
    except UnreadableError as error:
        raise BrokenError(str(error)) from error
    if _TYPES_PART not in parts:
        raise BrokenError("no content types")
    return EditedPackage(parts)


def parse(content: bytes) -> Element:
    """Parse XML without a document type: no entity is ever looked up."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        root: Element = etree.fromstring(content, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise BrokenError(str(error)) from error
    if root.getroottree().docinfo.doctype:
        raise BrokenError("document type")
    return root


def written(root: Element) -> bytes:
    """Write a tree as the programs do."""
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))


def _owner(name: str) -> str | None:
    folder, base = posixpath.split(name)
    above, last = posixpath.split(folder)
    if last != "_rels" or not base.endswith(".rels"):
        return None
    return posixpath.join(above, base.removesuffix(".rels"))


AUTHOR: Final = "PPID"
"""The only author of our comments; no name of a person is written."""


def free_name(wanted: str, taken: Iterable[str]) -> str:
    """Return a name that no other sheet has: “Perbaikan”, or else “Perbaikan (2)”.

    Spreadsheets do not tell capitals from small letters, and allow 31 characters.
    """
    known = {name.lower() for name in taken}
    numbered = (f"{wanted[: LONGEST_SHEET_NAME - 6].rstrip()} ({number})" for number in count(2))
    return next(name for name in chain([wanted], numbered) if name.lower() not in known)


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
class EditedSheet:
    """A sheet of the workbook: the name that people see, and the part that holds it."""

    name: str
    part: str
    rid: str
    sort: str


def workbook_part(package: EditedPackage) -> str:
    """Find the part of the workbook; a workbook of the strict variant is not edited."""
    name = next(package.related("", "officeDocument"), "")
    if not name or package.read(name).tag != tag("workbook"):
        raise BrokenError("no workbook")
    return name


def sheets_of(package: EditedPackage) -> list[EditedSheet]:
    """Return the sheets in the order of their tabs."""
    book = workbook_part(package)
    targets = {relation.id: relation for relation in package.relations(book)}
    found = []
    for entry in package.read(book).iterfind(f"{tag('sheets')}/{tag('sheet')}"):
        relation = targets.get(entry.get(f"{{{REL}}}id", ""))
        if relation is None or relation.target not in package.parts:
            raise BrokenError("a sheet without a part")
        name = entry.get("name", "")
        found.append(EditedSheet(name, relation.target, relation.id, relation.type))
    return found


def our_sheets(package: EditedPackage) -> set[str]:
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


def _first_texts(package: EditedPackage, part: str) -> Iterator[str]:
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


def _shared(package: EditedPackage) -> list[Element]:
    part = next(package.related(workbook_part(package), "sharedStrings"), "")
    return list(package.read(part)) if part else []


def _text(element: Element) -> str:
    return "".join(t.text or "" for t in element.iter(tag("t")))


_TYPE: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"
_LEAST: Final = (
    f'<styleSheet xmlns="{MAIN}"><fonts count="1"><font><sz val="11"/><name val="Calibri"/></font>'
    '</fonts><fills count="2"><fill><patternFill patternType="none"/></fill>'
    '<fill><patternFill patternType="gray125"/></fill></fills>'
    '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>'
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>'
    '<cellXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/></cellXfs>'
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>'
    "</styleSheet>"
).encode()


def styles_part(package: EditedPackage) -> str:
    """Find the part with the styles, or make it."""
    book = workbook_part(package)
    found = next(package.related(book, "styles"), "")
    if any(relation.type == "styles" for relation in package.relations(book)):
        if not found or package.read(found).tag != tag("styleSheet"):
            raise BrokenError("no styles")
    else:
        found = package.free_name("xl/styles{}.xml")
        package.put(found, _LEAST, _TYPE)
        package.relate(book, "styles", found)
    return found
