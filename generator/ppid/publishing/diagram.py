"""Static drawings of boxes and lines as SVG, narrow enough for a telephone.

Boxes stand below each other; the words of a drawing always stand as text on the same page too.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from textwrap import wrap
from xml.etree import ElementTree as ET

from markupsafe import Markup

from ppid.core.page import Figure

_WIDTH = 224
_LETTERS = 27
_LINE, _PAD, _GAP = 19, 10, 24
_LANE, _ARROW, _EDGE = 20, 9, 2
_INDENT, _PER_INDENT = 24, 3


@dataclass(frozen=True, slots=True)
class Box:
    """A box with its lines, the first of them its name; `level` moves it to the right."""

    lines: tuple[str, ...]
    marked: bool = False
    level: int = 0


@dataclass(frozen=True, slots=True)
class Arrow:
    """A line from one box to another, by their numbers; `style` is one of the words of a legend."""

    start: int
    end: int
    style: str


@dataclass(frozen=True, slots=True)
class Words:
    """What a drawing is called, and what it shows, for those who cannot see it."""

    title: str
    description: str


@dataclass(frozen=True, slots=True)
class _Placed:
    """A box with its lines broken and its place on the sheet."""

    lines: tuple[str, ...]
    box: Box
    x: int
    y: int

    @property
    def height(self) -> int:
        return len(self.lines) * _LINE + 2 * _PAD


def stack(
    boxes: Sequence[Box], arrows: Sequence[Arrow], legend: Mapping[str, str], words: Words
) -> Figure:
    """Draw boxes below each other, with arrows in lanes beside them and the meaning of each line.

    `legend` says what each style of line means; only those that are drawn are explained.
    """
    placed = _placed(boxes, _WIDTH)
    bottom = placed[-1].y + placed[-1].height
    drawn = [(style, said) for style, said in legend.items() if style in {a.style for a in arrows}]
    width = _WIDTH + 2 * _EDGE + _ARROW + _LANE * (len(arrows) + 1)
    root = _sheet(max(width, 280), bottom + _GAP * len(drawn) + _EDGE * 6, words)
    ports = _ports(placed, arrows)
    for lane, arrow in enumerate(arrows):
        _draw_arrow(root, arrow.style, ports[lane], _WIDTH + _ARROW + _LANE * (lane + 1))
    for one in placed:
        _draw_box(root, one, _WIDTH)
    for number, (style, said) in enumerate(drawn, start=1):
        y = bottom + _GAP * number
        _add(root, "path", d=f"M{_EDGE} {y}h40", **{"class": f"ppid-panah--{style}"})
        _add(root, "text", x=52, y=y + 5).text = said
    return _figure(root, words)


def tree(boxes: Sequence[Box], words: Words) -> Figure:
    """Draw boxes below each other as a tree: each hangs on the nearest one above of a lower level.

    The first box is the root.
    """
    width = _WIDTH + 56
    placed = _placed(boxes, width)
    root = _sheet(width + 2 * _EDGE, placed[-1].y + placed[-1].height + _EDGE, words)
    for number, one in enumerate(placed):
        above = next((p for p in placed[number::-1] if p.box.level < one.box.level), None)
        if above:
            x, y = above.x + _INDENT // 2, above.y + above.height
            middle = one.y + one.height // 2
            _add(root, "path", d=f"M{x} {y}V{middle}H{one.x}", **{"class": "ppid-panah--tetap"})
    for one in placed:
        _draw_box(root, one, width - (one.x - _EDGE))
    return _figure(root, words)


def _placed(boxes: Iterable[Box], width: int) -> list[_Placed]:
    letters = _LETTERS * width // _WIDTH
    y, placed = _EDGE, []
    for box in boxes:
        room = letters - _PER_INDENT * box.level
        lines = tuple(part for line in box.lines for part in wrap(line, room))
        placed.append(_Placed(lines, box, _EDGE + _INDENT * box.level, y))
        y += placed[-1].height + _GAP
    return placed


def _ports(placed: Sequence[_Placed], arrows: Sequence[Arrow]) -> list[tuple[int, int]]:
    """Choose the heights at which each arrow leaves and arrives; no two share one."""
    used: list[list[int]] = [[] for _ in placed]
    for lane, arrow in enumerate(arrows):
        used[arrow.start].append(lane)
        used[arrow.end].append(lane)

    def port(number: int, lane: int) -> int:
        share = used[number].index(lane) + 1
        return placed[number].y + placed[number].height * share // (len(used[number]) + 1)

    return [(port(a.start, lane), port(a.end, lane)) for lane, a in enumerate(arrows)]


def _draw_arrow(root: ET.Element, style: str, heights: tuple[int, int], lane: int) -> None:
    start, end = heights
    side = _EDGE + _WIDTH
    path = f"M{side} {start}H{lane}V{end}H{side + _ARROW}"
    _add(root, "path", d=path, **{"class": f"ppid-panah--{style}"})
    head = f"M{side + 1} {end}l{_ARROW} -5v10z"
    _add(root, "path", d=head, **{"class": "ppid-panah__ujung"})


def _draw_box(root: ET.Element, one: _Placed, width: int) -> None:
    group = _add(root, "g", **({"class": "ppid-kotak--ini"} if one.box.marked else {}))
    _add(group, "rect", x=one.x, y=one.y, width=width, height=one.height, rx=4)
    first = len(wrap(one.box.lines[0], _LETTERS)) if one.box.lines else 0
    for number, line in enumerate(one.lines):
        name = {"class": "ppid-kotak__nama"} if number < first else {}
        y = one.y + _PAD + _LINE * number + 14
        _add(group, "text", x=one.x + _PAD, y=y, **name).text = line


def _sheet(width: int, height: int, words: Words) -> ET.Element:
    size = {"viewBox": f"0 0 {width} {height}", "width": str(width), "height": str(height)}
    root = ET.Element("svg", {"class": "ppid-silsilah", "role": "img", **size})
    root.set("aria-labelledby", "gambar-judul")
    root.set("aria-describedby", "gambar-uraian")
    _add(root, "title", id="gambar-judul").text = words.title
    _add(root, "desc", id="gambar-uraian").text = words.description
    return root


def _add(parent: ET.Element, tag: str, **attributes: str | int) -> ET.Element:
    return ET.SubElement(parent, tag, {name: str(value) for name, value in attributes.items()})


def _figure(root: ET.Element, words: Words) -> Figure:
    drawn = ET.tostring(root, encoding="unicode")
    # ElementTree has escaped every text and attribute.
    return Figure(Markup(drawn), words.title, words.description)  # noqa: S704
