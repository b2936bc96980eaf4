"""The parts of an .xlsx archive around its sheets: names, styles, macros, links, comments."""

import posixpath
import re
from collections.abc import Iterator
from typing import Final, NamedTuple
from xml.etree.ElementTree import Element, ParseError
from zipfile import ZipFile

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import fromstring
from openpyxl.styles.numbers import BUILTIN_FORMATS

from ppid.diagnostics.diagnostic import Severity
from ppid.handing_in.intake.archive import damaged, read_part
from ppid.handing_in.intake.facts import Facts
from ppid.handing_in.intake.model import Place, Remark
from ppid.handing_in.intake.shown import Shape, shape_of
from ppid.handing_in.intake.xlsx_sheet import scan_xlsx_sheet
from ppid.handing_in.reply.names import SIGN

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


def remarks_on_parts(archive: ZipFile, sheets: list[SheetPart]) -> Iterator[Remark]:
    """Say what the workbook holds beside cells: none of it is read."""
    names = [name.lower() for name in archive.namelist()]
    if any(name.endswith("vbaproject.bin") for name in names):
        yield _note("", "Buku kerja ini memuat makro. Makro tidak dijalankan dan tidak dibaca.")
    if any(name.startswith("xl/externallinks/") for name in names):
        yield _note(
            "",
            "Buku kerja ini memuat rumus yang merujuk ke berkas lain. Yang dibaca ialah nilai "
            "terakhir yang tersimpan.",
        )
    for sheet in sheets:
        yield from _remarks_on_sheet(archive, sheet)


def _remarks_on_sheet(archive: ZipFile, sheet: SheetPart) -> Iterator[Remark]:
    for sort, part in _targets(archive, sheet.part).values():
        if sort == "comments" and part in archive.namelist():
            commented = _parsed(archive, part).iter()
            places = [
                e.get("ref", "") for e in commented if _local(e) == "comment" and _is_theirs(e)
            ]
            if places:
                cells = ", ".join(places[:5]) + (" dan lainnya" if places[5:] else "")
                yield _note(
                    sheet.name,
                    f"Lembar “{sheet.name}” memuat komentar pada sel {cells}. "
                    "Komentar tidak ikut dibaca.",
                )
        if sort == "drawing" and _has_text(archive, part):
            message = f"Lembar “{sheet.name}” memuat kotak teks. Isinya tidak ikut dibaca."
            yield _note(sheet.name, message)


def _is_theirs(comment: Element) -> bool:
    """Tell whether a comment is the clerk's, and not one of an answer of ours."""
    return not "".join(e.text or "" for e in comment.iter() if _local(e) == "t").startswith(SIGN)


def _has_text(archive: ZipFile, part: str) -> bool:
    return part in archive.namelist() and bool(_BOX_TEXT.search(read_part(archive, part)))


def _note(sheet: str, message: str) -> Remark:
    return Remark(
        Place(sheet, 1, 1),
        Severity.SARAN,
        message,
        advice="Bila ada isi yang perlu masuk daftar, pindahkan ke dalam sel.",
    )


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
