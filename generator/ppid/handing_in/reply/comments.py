"""Comments at cells: ours are added beside the clerk's own, and those of an earlier answer go.

A comment consists of a text in one part and a box in another. The parts with boxes are not always
well-formed XML (programs write “<br>” in them), so boxes are cut and pasted as text.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from copy import deepcopy
from dataclasses import replace
from itertools import count
from typing import Final

from lxml import etree
from openpyxl.utils import range_boundaries
from openpyxl.utils.cell import column_index_from_string, coordinate_from_string

from ppid.handing_in.earlier_answer import SIGN
from ppid.handing_in.reply.entries import Level, ReplyEntry, weight
from ppid.handing_in.reply.package import (
    AUTHOR,
    MAIN,
    REL,
    EditedPackage,
    EditedSheet,
    Element,
    insert,
    tag,
)
from ppid.reading.documents.book import CellPlace
from ppid.reading.documents.stored import is_hidden

_END: Final = "</xml>"
_BOX_TAG: Final = re.compile(r"<(?P<closing>/?)(?:\w{1,20}:)?shape(?=[\s>])[^<>]*>")
_EMPTY: Final = "<xml></xml>"
_NAMES: Final = (
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" '
    'xmlns:x="urn:schemas-microsoft-com:office:excel"'
)
"""Said at each element that is added: nobody knows which names the rest of the part uses."""
_SORT: Final = (
    f'<v:shapetype {_NAMES} id="_x0000_t202" coordsize="21600,21600" o:spt="202"'
    ' path="m,l,21600r21600,l21600,xe"><v:stroke joinstyle="miter"/>'
    '<v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype>'
)
_BOX: Final = (
    f'<v:shape {_NAMES} id="_x0000_s{{id}}" type="#_x0000_t202"'
    ' style="position:absolute;margin-left:60pt;margin-top:2pt;'
    'width:{width}px;height:{height}px;z-index:{id};visibility:hidden"'
    ' fillcolor="#ffffe1" o:insetmode="auto"><v:fill color2="#ffffe1"/>'
    '<v:shadow on="t" color="black" obscured="t"/><v:path o:connecttype="none"/>'
    '<v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div></v:textbox>'
    '<x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/>'
    "<x:Anchor>{anchor}</x:Anchor><x:AutoFill>False</x:AutoFill>"
    "<x:Row>{row}</x:Row><x:Column>{column}</x:Column></x:ClientData></v:shape>"
)
_ID: Final = re.compile(r"_x0000_s([0-9]{1,9})")
_ROW: Final = re.compile(r"<(?:\w{1,20}:)?Row>\s*([0-9]{1,7})")
_COLUMN: Final = re.compile(r"<(?:\w{1,20}:)?Column>\s*([0-9]{1,5})")
_WIDTH, _LINE_HEIGHT, _LETTERS, _TALLEST = 300, 15, 48, 420
"""Of a box: pixels across, pixels of a line, letters of a line, pixels of the tallest."""
_LETTER_WIDTH, _PADDING = 7, 5
_POINT: Final = 96 / 72
_DEFAULT_WIDTH, _DEFAULT_HEIGHT = 8.43, 15.0


def add_boxes(content: bytes, sheet: Element, texts: Mapping[CellPlace, str]) -> bytes:
    """Add a box for each new comment; `sheet` tells how wide and high its cells are."""
    written = content.decode("utf-8", "surrogateescape") or _EMPTY
    head, end, tail = written.rpartition(_END)
    if not end:
        head, end, tail = _EMPTY.removesuffix(_END), _END, ""
    if 'id="_x0000_t202"' not in head:
        head += _SORT
    first = max((int(found) for found in _ID.findall(head)), default=1024) + 1
    grid = _Grid(sheet)
    boxes = (
        _box(number, grid, place, text)
        for (place, text), number in zip(texts.items(), count(first))
    )
    return f"{head}{''.join(boxes)}{end}{tail}".encode("utf-8", "surrogateescape")


def remove_boxes(content: bytes, cells: set[str]) -> bytes:
    """Cut out the boxes of some cells."""
    places = set()
    for cell in cells:
        letters, row = coordinate_from_string(cell)
        places.add((row - 1, column_index_from_string(letters) - 1))
    written = content.decode("utf-8", "surrogateescape")
    kept, end, start = [], 0, -1
    for found in _BOX_TAG.finditer(written):
        if not found["closing"]:
            start = found.start()
        elif start >= end:
            box = written[start : found.end()]
            at_row, at_column = _ROW.search(box), _COLUMN.search(box)
            if at_row and at_column and (int(at_row[1]), int(at_column[1])) in places:
                kept.append(written[end:start])
                end = found.end()
    return "".join([*kept, written[end:]]).encode("utf-8", "surrogateescape")


def _box(number: int, grid: "_Grid", place: CellPlace, text: str) -> str:
    lines = sum(1 + len(line) // _LETTERS for line in text.split("\n"))
    height = min(_TALLEST, _LINE_HEIGHT * (lines + 1))
    anchor = (*grid.across(place.column, _WIDTH), *grid.down(place.row, height))
    left, left_in, right, right_in, top, top_in, bottom, bottom_in = anchor
    ordered = (left, left_in, top, top_in, right, right_in, bottom, bottom_in)
    return _BOX.format(
        id=number,
        width=_WIDTH,
        height=height,
        anchor=", ".join(map(str, ordered)),
        row=place.row - 1,
        column=place.column - 1,
    )


class _Grid:
    """Widths of columns and heights of rows in pixels; counted from 0 as boxes do."""

    def __init__(self, sheet: Element) -> None:
        form = sheet.find(tag("sheetFormatPr"))
        width = _number(form, "defaultColWidth", _DEFAULT_WIDTH)
        self._width = _across(width)
        self._height = _number(form, "defaultRowHeight", _DEFAULT_HEIGHT) * _POINT
        self._columns = [
            (
                int(_number(each, "min", 1)),
                int(_number(each, "max", 1)),
                0.0
                if is_hidden(each.get("hidden", ""), each.get("width", ""))
                else _across(_number(each, "width", width)),
            )
            for each in sheet.iterfind(f"{tag('cols')}/{tag('col')}")
        ]
        self._known: dict[int, float] = {}
        self._rows = {
            int(_number(each, "r", 0)): 0.0
            if is_hidden(each.get("hidden", ""), each.get("ht", ""))
            else _number(each, "ht", _DEFAULT_HEIGHT) * _POINT
            for each in sheet.iterfind(f"{tag('sheetData')}/{tag('row')}")
            if each.get("ht") or each.get("hidden")
        }

    def across(self, column: int, pixels: float) -> tuple[int, int, int, int]:
        """Return where a box begins and ends that stands to the right of a column."""
        return _stretch(column, pixels, self._column)

    def down(self, row: int, pixels: float) -> tuple[int, int, int, int]:
        """Return where a box begins and ends that stands beside a row."""
        return _stretch(row - 1, pixels, self._row)

    def _column(self, index: int) -> float:
        if index not in self._known:
            told = (width for first, last, width in self._columns if first <= index + 1 <= last)
            self._known[index] = next(told, self._width)
        return self._known[index]

    def _row(self, index: int) -> float:
        return self._rows.get(index + 1, self._height)


def _stretch(first: int, pixels: float, size: Callable[[int], float]) -> tuple[int, int, int, int]:
    index, left = first, pixels + _PADDING
    for index in range(first, first + 400):
        if size(index) > left:
            break
        left -= size(index)
    return first, min(_PADDING, int(size(first))), index, max(0, int(left))


def _across(width: float) -> float:
    return width * _LETTER_WIDTH + _PADDING


def _number(element: Element, name: str, otherwise: float) -> float:
    try:
        return float(element.get(name, otherwise)) if element is not None else otherwise
    except ValueError:
        return otherwise


_COMMENTS: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml"
_BOXES: Final = "application/vnd.openxmlformats-officedocument.vmlDrawing"
_LONGEST: Final = 1_000
"""Characters of one comment; a longer one cannot be read in its box."""
_SEPARATOR: Final = f"\n\n{SIGN}"
"""Between what the clerk wrote in a comment and what we say in the same."""
_SAID: Final = {
    Level.GALAT: "perlu diperbaiki",
    Level.PERTANYAAN: "perlu jawaban",
    Level.PERINGATAN: "periksa lagi",
    Level.SARAN: "boleh dirapikan",
}


def comment_of(entries: Sequence[ReplyEntry]) -> str:
    """Say in one comment all that is to be said about a cell."""
    parts = [f"{SIGN}{_SAID[entries[0].level]}"]
    for entry in entries:
        lines = [entry.wrong, entry.mend]
        if entry.example and entry.level is not Level.PERTANYAAN:
            lines.append(f"Contoh: {entry.example}")
        parts.append("\n".join(line for line in lines if line))
    text = "\n\n".join(parts)
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}… (lihat lembar “Perbaikan”)"


def remove_comments(package: EditedPackage, sheet: EditedSheet) -> None:
    """Take away the comments of an earlier answer, and our words in comments of the clerk."""
    name = next(package.related(sheet.part, "comments"), "")
    if not name:
        # Without its part a relationship is in the way of the one that we add.
        ids = {each.id for each in package.relations(sheet.part) if each.type == "comments"}
        if ids:
            package.unrelate(sheet.part, ids)
        return
    listed = package.edit(name).find(tag("commentList"))
    removed = set()
    for comment in list(listed) if listed is not None else ():
        text = _text(comment)
        if text.startswith(SIGN):
            listed.remove(comment)
            removed.add(comment.get("ref", ""))
        elif _SEPARATOR in text:
            _cut(comment, text.index(_SEPARATOR))
    boxes = _boxes_part(package, sheet.part)
    if removed and boxes:
        package.parts[boxes] = remove_boxes(package.parts[boxes], removed)


def add_comments(
    package: EditedPackage, sheet: EditedSheet, texts: Mapping[CellPlace, str]
) -> None:
    """Write comments at cells of a sheet; a conversation of several people is left alone."""
    name = next(package.related(sheet.part, "comments"), "")
    if not name:
        name = package.free_name("xl/comments{}.xml")
        empty = f'<comments xmlns="{MAIN}"><authors/><commentList/></comments>'.encode()
        package.put(name, empty, _COMMENTS)
        package.relate(sheet.part, "comments", name)
    comments = package.edit(name)
    listed = _child(comments, "commentList")
    authors = _child(comments, "authors")
    names = [author.text for author in authors]
    if AUTHOR not in names:
        etree.SubElement(authors, tag("author")).text = AUTHOR
        names.append(AUTHOR)
    present = {comment.get("ref", ""): comment for comment in listed}
    talks = any(package.related(sheet.part, "threadedComment"))
    fresh = {}
    for place, text in texts.items():
        if place.cell not in present:
            number = str(names.index(AUTHOR))
            comment = etree.SubElement(listed, tag("comment"), ref=place.cell, authorId=number)
            inside = etree.SubElement(comment, tag("text"))
            heading, separator, rest = text.partition("\n")
            _run(inside, heading + separator, bold=True)
            _run(inside, rest, bold=False)
            fresh[place] = text
        elif not talks:
            _run(_child(present[place.cell], "text"), f"\n\n{text}", bold=False)
    boxes = _boxes_part(package, sheet.part) or _new_boxes_part(package, sheet.part)
    root = package.read(sheet.part)
    package.parts[boxes] = add_boxes(package.parts[boxes], root, fresh)


def _child(element: Element, name: str) -> Element:
    found = element.find(tag(name))
    return etree.SubElement(element, tag(name)) if found is None else found


def _run(inside: Element, text: str, *, bold: bool) -> None:
    # Copying is a third of the work of making: a list may get a comment for each of its cells.
    run = deepcopy(_BOLD_RUN if bold else _PLAIN_RUN)
    run[-1].text = text
    inside.append(run)


def _run_of(weight: str) -> Element:
    return etree.fromstring(
        f'<r xmlns="{MAIN}"><rPr>{weight}<sz val="9"/><color indexed="81"/><rFont val="Tahoma"/>'
        '<family val="2"/></rPr><t xml:space="preserve"/></r>'
    )


_BOLD_RUN: Final = _run_of("<b/>")
_PLAIN_RUN: Final = _run_of("")


def _text(comment: Element) -> str:
    return "".join(written.text or "" for written in comment.iter(tag("t")))


def _cut(comment: Element, length: int) -> None:
    """Keep the first characters of a comment."""
    for written in list(comment.iter(tag("t"))):
        text = written.text or ""
        written.text = text[: max(0, length)]
        length -= len(text)


def _boxes_part(package: EditedPackage, sheet: str) -> str:
    legacy = package.read(sheet).find(tag("legacyDrawing"))
    rid = "" if legacy is None else legacy.get(f"{{{REL}}}id", "")
    targets = {relation.id: relation.target for relation in package.relations(sheet)}
    name = targets.get(rid, "")
    return name if name in package.parts else ""


def _new_boxes_part(package: EditedPackage, sheet: str) -> str:
    name = package.free_name("xl/drawings/vmlDrawing{}.vml")
    package.put(name, b"", _BOXES)
    root = package.edit(sheet)
    for old in root.findall(tag("legacyDrawing")):
        root.remove(old)
    legacy = etree.Element(tag("legacyDrawing"), nsmap={"r": REL})
    legacy.set(f"{{{REL}}}id", package.relate(sheet, "vmlDrawing", name))
    insert(root, legacy)
    return name


def anchored(
    sheet: Element, cells: Mapping[CellPlace, Sequence[ReplyEntry]]
) -> Mapping[CellPlace, Sequence[ReplyEntry]]:
    """Move what is said about cells of a sheet to the cells where it can be seen."""
    anchors = _anchors(sheet, sorted(cells))
    found: dict[CellPlace, list[ReplyEntry]] = {}
    for place, entries in cells.items():
        found.setdefault(anchors.get(place, place), []).extend(entries)
    return {place: sorted(entries, key=weight) for place, entries in found.items()}


_MOST_COVERED: Final = 200_000
"""Cells in the rows of all merged areas of a sheet; more than in any where none overlap."""


def _anchors(sheet: Element, places: Sequence[CellPlace]) -> Mapping[CellPlace, CellPlace]:
    rows = [place.row for place in places]
    anchors, left_over = {}, _MOST_COVERED
    listed = sheet.iterfind(f"{tag('mergeCells')}/{tag('mergeCell')}")
    for area in dict.fromkeys(merged.get("ref") for merged in listed):
        with suppress(ValueError, TypeError):
            left, top, right, bottom = (int(n or 0) for n in range_boundaries(area))
            covered = range(bisect_left(rows, top), bisect_right(rows, bottom))
            left_over -= len(covered)
            if left_over < 0:
                break
            for place in map(places.__getitem__, covered):
                if left <= place.column <= right:
                    anchors[place] = replace(place, row=top, column=left)
    return anchors
