"""What nobody sees of an OpenDocument: letters in the colour of their ground, tiny, or not shown.

Styles build on one another, and what a stretch of text does not say of itself its paragraph, cell,
frame or page says.
"""

import re
from collections.abc import Mapping
from typing import Final, NamedTuple

from ppid.reading.documents.pieces import are_alike
from ppid.reading.documents.xml_stream import attribute

_COLOUR: Final = re.compile(r"#[0-9a-fA-F]{6}")
_POINTS: Final = re.compile(r"([0-9]{1,3}(?:\.[0-9]{1,4})?)pt")
_TINY: Final = 1.0
"""Points of letters that nobody can read."""
_WHITE: Final = "#FFFFFF"
_UNKNOWN: Final = "?"
"""The ground of a shape that does not say how it is filled; programs choose a colour."""
_MOST_PARENTS: Final = 8
"""More than the styles of any program build on one another."""
_SHAPES: Final = frozenset({"custom-shape", "rect", "ellipse", "circle", "polygon", "path"})
_FAMILIES: Final = {
    **dict.fromkeys(("p", "h"), "paragraph"),
    **dict.fromkeys(("span", "a"), "text"),
    **dict.fromkeys(("table-cell", "covered-table-cell"), "table-cell"),
    **dict.fromkeys(("table-row", "table", "section"), ""),
    **dict.fromkeys((*_SHAPES, "frame"), "graphic"),
    "page": "drawing-page",
}
"""The family of the style that an element of the text may name; its own name where it is empty."""
BANDS: Final = frozenset(
    f"{band}{of}" for band in ("header", "footer") for of in ("", "-left", "-first")
)
"""What is printed above and below the text of every page, or of some."""
_SAYING: Final = re.compile(
    r"(?:text|table-cell|table-row|table|paragraph|section|graphic|drawing-page)-properties"
)


class TextLook(NamedTuple):
    """How a stretch of text looks, as far as something says so; a ground of “” lets through."""

    colour: str = ""
    ground: str = ""
    tiny: bool = False
    shown: bool = True

    @property
    def is_unseen(self) -> bool:
        """Whether letters cannot be told from what lies behind them."""
        ground = self.ground or _WHITE
        alike = are_alike(self.colour.lstrip("#"), ground.lstrip("#")) if self.colour else False
        return self.tiny or alike


class _Style:
    """What a style says itself; None where it says nothing."""

    def __init__(self, parent: tuple[str, str]) -> None:
        self.parent = parent
        self.colour: str | None = None
        self.ground: str | None = None
        """“” says that what lies around shows through."""
        self.tiny: bool | None = None
        self.shown: bool | None = None


class Looks:
    """Learns the styles of a document, then follows its text: what opens and closes around it."""

    def __init__(self) -> None:
        """Begin without a style."""
        self._styles: dict[tuple[str, str], _Style] = {}
        self._style: _Style | None = None
        self._resolved: dict[tuple[str, str], _Style] = {}
        self._open: list[TextLook] = []
        self._page = TextLook()
        self._band = TextLook()
        self._masters: dict[str, str | None] = {}
        """By the name of a master of slides its style; None where it puts things on them."""
        self._master = ""
        self._slide = 0
        """How many looks are open from the slide on that is read; 0 outside of slides."""

    @property
    def now(self) -> TextLook:
        """How a text looks that stands here."""
        return self._open[-1] if self._open else self._page

    def learn(self, name: str, attributes: Mapping[str, str]) -> None:
        """Take an element that may belong to a style."""
        if name in {"style", "default-style"}:
            family = attribute(attributes, "family")
            parent = attribute(attributes, "parent-style-name")
            self._style = _Style((family, parent))
            self._resolved.clear()
            self._styles[family, attribute(attributes, "name")] = self._style
        elif self._style and _SAYING.fullmatch(name):
            _take(self._style, name, attributes)
        elif name == "master-page":
            self._master = attribute(attributes, "name")
            self._masters[self._master] = attribute(attributes, "style-name")
        elif self._master and (name in _SHAPES or name == "image"):
            self._masters[self._master] = None
        elif name == "page-layout-properties":
            colour = attribute(attributes, "background-color").upper()
            if _COLOUR.fullmatch(colour) and colour != _WHITE:
                self._page = TextLook(ground=_UNKNOWN)  # it is that of some pages
        elif name == "header-footer-properties":
            filled = _Style(("", ""))
            _take(filled, name, attributes)
            if filled.ground and filled.ground != _WHITE:
                self._band = TextLook(ground=_UNKNOWN)

    def learnt(self, name: str) -> None:
        """Take note that an element has closed."""
        if name in {"style", "default-style"}:
            self._style = None
        elif name == "master-page":
            self._master = ""

    def enter(self, name: str, attributes: Mapping[str, str], column_style: str = "") -> None:
        """Go into an element of the text; a cell without a style has that of its row or column."""
        if name in BANDS:
            self._open.append(self._band if self._band.ground else self._page)
        elif name == "page":
            self._open.append(TextLook(ground=self._ground_of_slide(attributes)))
            self._slide = len(self._open)
        elif name == "image":
            self._cover_slide()
        if name == "page" or name not in _FAMILIES:
            return
        family = _FAMILIES[name] or name
        named = attribute(attributes, "style-name") or column_style
        self._open.append(self._below(self.now, self._whole(family, named), shape=name in _SHAPES))

    def leave(self, name: str) -> None:
        """Come out of an element of the text."""
        if (name in _FAMILIES or name in BANDS) and self._open:
            look = self._open.pop()
            if name == "page":
                self._slide = 0
            elif name in _SHAPES or (name == "frame" and look.ground != self.now.ground):
                self._cover_slide()

    def _ground_of_slide(self, attributes: Mapping[str, str]) -> str:
        """Return the colour of a slide, which that of its master is if it has none of its own."""
        own = self._whole("drawing-page", attribute(attributes, "style-name")).ground
        master = self._masters.get(attribute(attributes, "master-page-name"), "")
        if master is None:
            return _UNKNOWN
        return own or self._whole("drawing-page", master).ground or ""

    def _cover_slide(self) -> None:
        """Take note of what texts that come later may stand on, in place of the slide itself."""
        if self._slide:
            self._open[self._slide - 1] = TextLook(ground=_UNKNOWN)

    def _below(self, around: TextLook, style: _Style, *, shape: bool) -> TextLook:
        """Return the look inside of an element, which hides what lies around it if it is filled."""
        ground = style.ground or around.ground
        if shape and style.ground is None:
            ground = _UNKNOWN
        return TextLook(
            around.colour if style.colour is None else style.colour,
            ground,
            around.tiny if style.tiny is None else style.tiny,
            around.shown if style.shown is None else style.shown,
        )

    def _whole(self, family: str, name: str) -> _Style:
        """Return what a style says together with those on which it builds."""
        key = (family, name)
        if key in self._resolved:
            return self._resolved[key]
        whole, at = _Style(key), key
        for _ in range(_MOST_PARENTS):
            style = self._styles.get(at)
            if style is None and at[0] == "graphic":  # of what stands where a slide foresees it
                style = self._styles.get(("presentation", at[1]))
            if style is None:
                break
            for each in ("colour", "ground", "tiny", "shown"):
                if getattr(whole, each) is None:
                    setattr(whole, each, getattr(style, each))
            if at == style.parent:
                break
            at = style.parent
        self._resolved[key] = whole
        return whole


def _take(style: _Style, name: str, attributes: Mapping[str, str]) -> None:
    """Take what the properties of a style say of colours, size, and of being shown."""
    if name == "text-properties":
        if attribute(attributes, "use-window-font-color") == "true":
            style.colour = ""
        elif colour := _COLOUR.fullmatch(attribute(attributes, "color")):
            style.colour = colour[0].upper()
        if size := _POINTS.fullmatch(attribute(attributes, "font-size")):
            style.tiny = float(size[1]) <= _TINY
        if display := attribute(attributes, "display"):
            style.shown = display != "none"
    ground, fill = attribute(attributes, "background-color"), attribute(attributes, "fill")
    if fill == "solid":
        ground = attribute(attributes, "fill-color") or ground
    if colour := _COLOUR.fullmatch(ground):
        style.ground = colour[0].upper()
    elif fill in {"bitmap", "gradient", "hatch"}:
        style.ground = _UNKNOWN
    elif (fill == "none" or ground == "transparent") and style.ground is None:
        style.ground = ""
