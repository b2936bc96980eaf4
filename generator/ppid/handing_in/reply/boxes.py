"""The boxes in which spreadsheet programs draw comments (VML): large enough for their text."""

import re
from collections.abc import Callable, Mapping
from itertools import count
from typing import Final

from openpyxl.utils.cell import column_index_from_string, coordinate_from_string

from ppid.handing_in.reply.book import tag
from ppid.handing_in.reply.package import Element
from ppid.reading.documents.book import CellPlace

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
    places = {_numbers(cell) for cell in cells}
    written = content.decode("utf-8", "surrogateescape")
    kept, end, start = [], 0, -1
    for found in _BOX_TAG.finditer(written):
        if not found["closing"]:
            start = found.start()
        elif start >= end and _place_in(written[start : found.end()]) in places:
            kept.append(written[end:start])
            end = found.end()
    return "".join([*kept, written[end:]]).encode("utf-8", "surrogateescape")


def _place_in(box: str) -> tuple[int, int] | None:
    row, column = _ROW.search(box), _COLUMN.search(box)
    return (int(row[1]), int(column[1])) if row and column else None


def _numbers(cell: str) -> tuple[int, int]:
    letters, row = coordinate_from_string(cell)
    return row - 1, column_index_from_string(letters) - 1


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
                0.0 if each.get("hidden") == "1" else _across(_number(each, "width", width)),
            )
            for each in sheet.iterfind(f"{tag('cols')}/{tag('col')}")
        ]
        self._rows = {
            int(_number(each, "r", 0)): 0.0
            if each.get("hidden") == "1"
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
        return next(
            (width for first, last, width in self._columns if first <= index + 1 <= last),
            self._width,
        )

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
