"""Colour and frame for cells that need a person, as conditional formats of a known formula.

A conditional format leaves the cell's own format alone, works for a cell that is empty, and can be
taken away again without knowing what was there before.
"""

from collections.abc import Iterable, Mapping
from typing import Final

from lxml import etree

from ppid.handing_in.reply.entries import FILLS, Level
from ppid.handing_in.reply.package import BrokenError, Element, insert, tag
from ppid.reading.documents.book import CellPlace

_FORMULA: Final = 'N("PPID")=0'
"""Always true; by it the marks are known again, whatever program saved the file meanwhile."""
_FRAMES: Final = {
    Level.GALAT: "FF9C0006",
    Level.PERTANYAAN: "FF7F6000",
    Level.PERINGATAN: "FF9C5700",
}
_RANGES: Final = 500
"""Cells named in one element; programs get slow with very long lists."""


def add_looks(styles: Element) -> Mapping[Level, int]:
    """Put the looks among the differential formats of a workbook; return their numbers."""
    formats = styles.find(tag("dxfs"))
    if formats is None:
        formats = etree.Element(tag("dxfs"))
        before = [styles.find(tag(name)) for name in ("cellStyles", "cellXfs")]
        present = [element for element in before if element is not None]
        if not present:
            raise BrokenError("styles without formats")
        present[0].addnext(formats)
    numbers = {}
    for level, fill in FILLS.items():
        look = _look(fill, _FRAMES[level])
        as_text = etree.tostring(look, method="c14n")
        known = [each for each in formats if etree.tostring(each, method="c14n") == as_text]
        if not known:
            formats.append(look)
        numbers[level] = formats.index(known[0] if known else look)
    formats.set("count", str(len(formats)))
    return numbers


def mark(sheet: Element, cells: Mapping[CellPlace, Level], looks: Mapping[Level, int]) -> None:
    """Mark cells of a sheet; our rules come first, so that no other one covers them."""
    levels = [level for level in FILLS if level in cells.values()]
    # The clerk's own rules go behind ours; their order among themselves stays.
    rules: Iterable[Element] = sheet.iter("{*}cfRule")
    for rule in rules:
        own = rule.get("priority", "")
        if own.lstrip("-").isdecimal():
            rule.set("priority", str(int(own) + len(levels)))
    for priority, level in enumerate(levels, 1):
        places = sorted(place for place, found in cells.items() if found is level)
        for first in range(0, len(places), _RANGES):
            sqref = " ".join(place.cell for place in places[first : first + _RANGES])
            formatting = etree.Element(tag("conditionalFormatting"), sqref=sqref)
            rule = etree.SubElement(formatting, tag("cfRule"), type="expression")
            rule.set("dxfId", str(looks[level]))
            rule.set("priority", str(priority))
            etree.SubElement(rule, tag("formula")).text = _FORMULA
            insert(sheet, formatting)


def is_marked(sheet: Element) -> bool:
    """Tell whether a sheet carries marks of an earlier answer."""
    return any(rule.text == _FORMULA for rule in sheet.iter(tag("formula")))


def unmark(sheet: Element) -> None:
    """Take away the marks of an earlier answer."""
    for formatting in sheet.findall(tag("conditionalFormatting")):
        rules = formatting.findall(tag("cfRule"))
        ours = [rule for rule in rules if rule.findtext(tag("formula")) == _FORMULA]
        for rule in ours:
            formatting.remove(rule)
        if ours and len(ours) == len(rules):
            sheet.remove(formatting)


def _look(fill: str, frame: str) -> Element:
    look = etree.Element(tag("dxf"))
    pattern = etree.SubElement(etree.SubElement(look, tag("fill")), tag("patternFill"))
    pattern.set("patternType", "solid")
    etree.SubElement(pattern, tag("fgColor"), rgb=fill)
    etree.SubElement(pattern, tag("bgColor"), rgb=fill)
    border = etree.SubElement(look, tag("border"))
    for side in ("left", "right", "top", "bottom"):
        line = etree.SubElement(border, tag(side), style="thin")
        etree.SubElement(line, tag("color"), rgb=frame)
    return look
