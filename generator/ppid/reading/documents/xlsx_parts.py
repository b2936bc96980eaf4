"""The parts of an .xlsx archive around its sheets: names, styles, macros, links, comments."""

import posixpath
import re
from typing import Final, NamedTuple
from xml.etree.ElementTree import Element, ParseError
from zipfile import ZipFile

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import fromstring
from openpyxl.styles.numbers import BUILTIN_FORMATS

from ppid.reading.documents.book import CellComment
from ppid.reading.documents.facts import Facts
from ppid.reading.documents.shown import Shape, shape_of
from ppid.reading.documents.xlsx_sheet import scan_xlsx_sheet
from ppid.reading.documents.zip_bounds import damaged, read_part

_WORKBOOK: Final = "xl/workbook.xml"
_RELATION: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_STRICT_RELATION: Final = "{http://purl.oclc.org/ooxml/officeDocument/relationships}id"
_BOX_TEXT: Final = re.compile(rb"<a:t>[^<]*\S[^<]*</a:t>")


class SheetPart(NamedTuple):
    """A sheet of the workbook and the part of the archive that holds it."""

    name: str
    hidden: bool
    part: str


def sheet_parts(archive: ZipFile) -> list[SheetPart]:
    """List the worksheets in the order of the workbook; charts are left out."""
    targets = _targets(archive, _WORKBOOK)
    found = []
    for sheet in _parsed(archive, _WORKBOOK).iter():
        if _local(sheet) == "sheet":
            relation = sheet.get(_RELATION) or sheet.get(_STRICT_RELATION) or ""
            sort, part = targets.get(relation, ("", ""))
            if sort == "worksheet":
                if not part.endswith(".xml"):
                    raise damaged()
                hidden = sheet.get("state", "visible") != "visible"
                found.append(SheetPart(sheet.get("name", ""), hidden, part))
    return found


def facts_of(archive: ZipFile, sheet: SheetPart, shapes: dict[int, Shape]) -> Facts:
    facts = Facts(sheet.name, sheet.hidden)
    scan_xlsx_sheet(read_part(archive, sheet.part), facts, shapes)
    return facts


def shapes_of_styles(archive: ZipFile) -> dict[int, Shape]:
    """Map style indexes to the shapes of their number formats, where these matter."""
    if "xl/styles.xml" not in archive.namelist():
        return {}
    root = _parsed(archive, "xl/styles.xml")
    codes = dict(BUILTIN_FORMATS)
    formats: list[int] = []
    for element in root.iter():
        if _local(element) == "numFmt":
            codes[_number(element, "numFmtId")] = element.get("formatCode", "")
        elif _local(element) == "cellXfs":
            formats = [_number(xf, "numFmtId") for xf in element if _local(xf) == "xf"]
    shapes = {index: shape_of(codes.get(number, "")) for index, number in enumerate(formats)}
    return {index: shape for index, shape in shapes.items() if shape}


def beside_the_cells(archive: ZipFile, sheet: SheetPart) -> tuple[tuple[CellComment, ...], bool]:
    """Return the comments of a sheet, and whether a drawing on it holds text."""
    comments: list[CellComment] = []
    text_boxes = False
    for sort, part in _targets(archive, sheet.part).values():
        if part not in archive.namelist():
            continue
        if sort == "comments":
            comments += [
                CellComment(each.get("ref", ""), _text(each))
                for each in _parsed(archive, part).iter()
                if _local(each) == "comment"
            ]
        elif sort == "drawing":
            text_boxes = text_boxes or bool(_BOX_TEXT.search(read_part(archive, part)))
    return tuple(comments), text_boxes


def _text(comment: Element) -> str:
    return "".join(each.text or "" for each in comment.iter() if _local(each) == "t")


def _targets(archive: ZipFile, part: str) -> dict[str, tuple[str, str]]:
    """Return the relations of a part: their id → (sort, part that is meant)."""
    folder, name = posixpath.split(part)
    relations = f"{folder}/_rels/{name}.rels"
    if relations not in archive.namelist():
        return {}
    found = {}
    for element in _parsed(archive, relations).iter():
        if _local(element) == "Relationship" and element.get("TargetMode") != "External":
            target = element.get("Target", "")
            path = target.lstrip("/") if target.startswith("/") else f"{folder}/{target}"
            sort = element.get("Type", "").rpartition("/")[2]
            found[element.get("Id", "")] = (sort, posixpath.normpath(path))
    return found


def _parsed(archive: ZipFile, part: str) -> Element:
    try:
        root: Element = fromstring(read_part(archive, part), forbid_dtd=True)
    except (ParseError, DefusedXmlException, ValueError) as error:
        raise damaged() from error
    return root


def _local(element: Element) -> str:
    return str(element.tag).rpartition("}")[2]


def _number(element: Element, name: str) -> int:
    written = element.get(name, "")
    return int(written) if written.isascii() and written.isdigit() else 0
