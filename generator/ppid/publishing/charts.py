"""Static bar charts: typed figures become clean SVG that the theme colours, laid out by pygal.

pygal decides where bars, scales and labels stand. Only that is taken from its drawing: scripts,
style sheets, comments (one holds today's date) and tool tips stay behind, because pages allow
neither inline scripts nor inline styles and the same data must give the same bytes.
"""

import re
import sys
from dataclasses import dataclass
from functools import lru_cache
from typing import Any, Final
from xml.etree import ElementTree as ET

import pygal  # type: ignore[import-untyped]
from markupsafe import Markup
from pygal.style import Style  # type: ignore[import-untyped]

from ppid.core.page import Figure
from ppid.values.numbers import format_bulat

# pygal hooks itself into every import of the program, for plug-ins that draw maps: we have none.
sys.meta_path[:] = [finder for finder in sys.meta_path if type(finder).__module__ != "pygal"]

_WIDTH: Final = 400
"""Drawn for a phone: at 320 px the text is still 10 px high, and a wide window does not help."""
_FONT: Final = 14
_BAR: Final = 26
_LEGEND: Final = 22
_LABEL: Final = 22
"""Longer labels would leave no room for the bars; the table says them in full."""
_KEPT: Final = ("x", "y", "width", "height", "d", "transform")
_TAGS: Final = frozenset({"g", "rect", "path", "text"})
_DROPPED: Final = frozenset({"background", "tooltip-overlay", "tooltip"})
_DECIMALS: Final = re.compile(r"[0-9]+\.[0-9]+")
_PATTERNS: Final = (
    ("", "", ""),
    ("M0 0V6", "3.5", "rotate(45)"),
    ("M1 1h2v2h-2z", "1", "rotate(0)"),
    ("M0 1H6", "1.5", "rotate(0)"),
)
"""What fills the first, second, third and fourth series, so that colour never stands alone."""


@dataclass(frozen=True, slots=True)
class Series:
    """One measure of every category; None where nothing is known."""

    label: str
    values: tuple[float | None, ...]


@dataclass(frozen=True, slots=True)
class Chart:
    """What a chart shows.

    `name` makes the ids inside the drawing: two charts of one page need two names. More than one
    series is stacked. `marks` replaces the scale by chosen values, such as the days of a deadline.
    """

    name: str
    title: str
    description: str
    categories: tuple[str, ...]
    series: tuple[Series, ...]
    marks: tuple[int, ...] = ()


@lru_cache(maxsize=512)
def draw(chart: Chart) -> Figure:
    """Draw horizontal bars, the first category on top."""
    assert len(chart.series) <= len(_PATTERNS)  # noqa: S101 — the caller's mistake, not data's
    root = ET.Element("svg", {"class": "ppid-bagan__gambar", "role": "img"})
    root.attrib |= {
        "viewBox": f"0 0 {_WIDTH} {_height(chart)}",
        "font-size": str(_FONT),
        "aria-labelledby": f"{chart.name}-judul",
        "aria-describedby": f"{chart.name}-uraian",
    }
    ET.SubElement(root, "title", id=f"{chart.name}-judul").text = chart.title
    ET.SubElement(root, "desc", id=f"{chart.name}-uraian").text = chart.description
    _define_patterns(root, chart)
    for group in _laid_out(chart).iter("g"):
        if "graph" in _classes(group):
            for part in group:
                _copy(part, root, _Place(chart.name))
    html = ET.tostring(root, encoding="unicode")
    return Figure(Markup(html), chart.title, chart.description)  # noqa: S704 — ElementTree escaped it


def _height(chart: Chart) -> int:
    legend = _LEGEND * len(chart.series) if len(chart.series) > 1 else 0
    return _BAR * max(len(chart.categories), 1) + legend + 44


def _laid_out(chart: Chart) -> Any:  # noqa: ANN401 — pygal has no types
    sizes = dict.fromkeys(("label", "major_label", "legend", "value"), _FONT)
    single = len(chart.series) == 1
    drawing = pygal.HorizontalStackedBar(
        width=_WIDTH,
        height=_height(chart),
        margin=2,
        margin_right=34 if single else 8,
        spacing=8,
        style=Style(font_family="sans-serif", **{f"{k}_font_size": v for k, v in sizes.items()}),
        js=[],
        css=[],
        no_prefix=True,
        print_values=single,
        print_values_position="top",
        order_min=0,
        max_scale=5,
        include_x_axis=True,
        show_legend=not single,
        legend_at_bottom=True,
        legend_at_bottom_columns=1,
        legend_box_size=_FONT,
        truncate_label=-1,
        truncate_legend=-1,
        value_formatter=_format,
    )
    if chart.marks:
        drawing.y_labels = list(chart.marks)
    # pygal counts from the axis upwards; readers begin at the top.
    drawing.x_labels = [_short(label) for label in reversed(chart.categories)]
    for series in chart.series:
        drawing.add(_short(series.label, 2 * _LABEL), list(reversed(series.values)))
    return drawing.render_tree()


def _format(value: float) -> str:
    whole = int(value)
    return format_bulat(whole) if value == whole else f"{value:.1f}".replace(".", ",")


def _short(label: str, limit: int = _LABEL) -> str:
    return label if len(label) <= limit else f"{label[: limit - 1].rstrip()}…"


def _classes(element: Any) -> list[str]:  # noqa: ANN401
    return str(element.get("class", "")).split()


def _define_patterns(root: ET.Element, chart: Chart) -> None:
    if len(chart.series) == 1:
        return
    defs = ET.SubElement(root, "defs")
    for number, (strokes, width, turn) in enumerate(_PATTERNS[: len(chart.series)]):
        if number == 0:  # the first is filled
            continue
        pattern = ET.SubElement(defs, "pattern", id=f"{chart.name}-pola-{number}")
        pattern.attrib |= {"class": f"ppid-bagan__seri--{number}", "width": "6", "height": "6"}
        pattern.attrib |= {"patternUnits": "userSpaceOnUse", "patternTransform": turn}
        look = {"d": strokes, "stroke-width": width, "stroke": "currentColor", "fill": "none"}
        ET.SubElement(pattern, "path", look)


@dataclass(frozen=True, slots=True)
class _Place:
    """Where pygal put an element: in which series, and how its words lie to their point."""

    name: str
    series: int | None = None
    anchor: str = "start"

    def inside(self, classes: list[str]) -> "_Place":
        found = (int(c[-1]) for c in classes if c.startswith(("serie-", "color-")))
        anchor = self.anchor
        if "axis" in classes:
            anchor = "end" if "y" in classes else "middle"
        return _Place(self.name, next(found, self.series), anchor)


def _copy(source: Any, target: ET.Element, place: _Place) -> None:  # noqa: ANN401
    """Take the shapes and words of pygal's drawing and nothing else."""
    classes = _classes(source)
    if source.tag not in _TAGS or not _DROPPED.isdisjoint(classes):
        return
    place = place.inside(classes)
    attributes = {name: _rounded(source.get(name)) for name in _KEPT if source.get(name)}
    if source.tag != "g":
        attributes |= _look(source.tag, classes, place)
        ET.SubElement(target, source.tag, attributes).text = source.text
        return
    group = ET.Element("g", attributes)
    for part in source:
        _copy(part, group, place)
    if len(group):
        target.append(group)


def _rounded(value: str) -> str:
    """Shorten coordinates: a tenth of a unit cannot be seen."""
    return _DECIMALS.sub(lambda found: f"{float(found[0]):.1f}".removesuffix(".0"), value)


def _look(tag: str, classes: list[str], place: _Place) -> dict[str, str]:
    """Return the class that the theme colours, and the pattern of a series."""
    if tag == "rect":
        pattern = f"url(#{place.name}-pola-{place.series})"
        fill = pattern if place.series else "currentColor"
        return {"class": f"ppid-bagan__seri--{place.series or 0}", "fill": fill}
    if tag == "path":
        return {"class": "ppid-bagan__poros" if "axis" in classes else "ppid-bagan__garis"}
    return {"fill": "currentColor", "text-anchor": place.anchor}
