"""Presentations of PowerPoint (.pptx): every text, notes, hidden slides, and words nobody sees."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from ppid.core.document import DocumentRemark, RemarkKind
from ppid.reading.documents.office import carried, other_parts, properties
from ppid.reading.documents.package import Allowance, ZipPackage
from ppid.reading.documents.pieces import Part, are_alike
from ppid.reading.documents.xml_stream import Node, Step

_UNKNOWN: Final = "?"
"""A ground of many colours, or a colour that is worked out from another."""
_WHITE: Final = "FFFFFF"
_COLOURS: Final = frozenset({"srgbClr", "schemeClr", "sysClr"})
_MANY_COLOURS: Final = frozenset({"gradFill", "blipFill", "pattFill", "grpFill"})
_USUAL_NAMES: Final = {"bg1": "lt1", "tx1": "dk1", "bg2": "lt2", "tx2": "dk2"}
"""What a theme calls the colours that slides call so, where the master does not say otherwise."""
_SLOTS: Final = frozenset({*_USUAL_NAMES.values(), *(f"accent{number}" for number in range(1, 7))})
_THINGS: Final = frozenset({"sp", "pic", "graphicFrame"})
"""What stands on a slide, one above the other in this order."""
_RUNS: Final = frozenset({"r", "fld"})
_SMALL: Final = 9_144_000 * 6_858_000 // 10
"""A tenth of a slide, in the units of these files: a logo is no ground for a text."""
_DIGITS: Final = 12
_PLAIN: Final = "1001"
"""The first ground of a theme, which is one colour; the others need not be."""


def read(content: bytes, allowance: Allowance) -> Iterator[Part]:
    """Yield all parts of a presentation, and remarks on what is not shown."""
    package = ZipPackage(content, allowance)
    yield from properties(package)
    yield from carried(package)
    if notes := package.below("ppt/notesSlides/notesSlide"):
        message = f"Ada {len(notes)} catatan pembicara yang ikut tersimpan"
        yield DocumentRemark(RemarkKind.TERSEMBUNYI, message, doubtful=True)
    deck = _Deck(package)
    slides = package.below("ppt/slides/slide")
    if unshown := sum(deck.look_of(name).left_out for name in slides):
        message = f"Ada {unshown} salindia tersembunyi"
        yield DocumentRemark(RemarkKind.TERSEMBUNYI, message)
    if unseen := sum(map(deck.has_unseen, slides)):
        message = f"Ada tulisan yang sewarna dengan latarnya pada {unseen} salindia"
        yield DocumentRemark(RemarkKind.TERSEMBUNYI, message, doubtful=True)
    yield from other_parts(package, ())


@dataclass(slots=True)
class _Look:
    """What a slide, layout, master or theme says of colours, by the names it has for them."""

    ground: str | None = None
    covers: bool = False
    """Whether it puts something on the slide on which a text may stand."""
    names: dict[str, str] = field(default_factory=dict)
    """What the theme calls a colour, or which colour of the theme is meant."""
    texts: set[tuple[str, str]] = field(default_factory=set)
    """Colours of texts, each with its ground; “” for that of the slide."""
    left_out: bool = False


class _Deck:
    """The parts of a presentation that say how a slide looks, each read once."""

    def __init__(self, package: ZipPackage) -> None:
        self._package = package
        self._looks: dict[str, _Look] = {}

    def look_of(self, part: str) -> _Look:
        if part not in self._looks:
            self._looks[part] = _Scan().look(self._package.walk(part))
        return self._looks[part]

    def has_unseen(self, slide: str) -> bool:
        """Return whether a text of a slide has the colour of what it stands on."""
        own = self.look_of(slide)
        if not own.texts:
            return False
        parts = [slide]
        for kind in ("slideLayout", "slideMaster", "theme"):
            parts += self._package.related_as(parts[-1], kind)[:1]
        looks = [self.look_of(part) for part in parts]  # what is nearer to the slide comes first
        names = _USUAL_NAMES | {k: v for look in reversed(looks) for k, v in look.names.items()}
        ground = next((look.ground for look in looks if look.ground is not None), _WHITE)
        if any(look.covers for look in looks[1:]):
            ground = _UNKNOWN

        def meant(colour: str) -> str:
            in_theme = names.get(colour, colour)
            return names.get(in_theme, in_theme)

        pairs = ((meant(colour), meant(behind or ground)) for colour, behind in own.texts)
        return any(behind != _UNKNOWN and are_alike(colour, behind) for colour, behind in pairs)


class _Scan:
    """Where the reading of a part is: what is open, and the colours of text and shape there."""

    def __init__(self) -> None:
        self._found = _Look()
        self._open: list[str] = [""] * 3
        self._colour = ""
        self._shape: str | None = None
        """The ground of the shape that is open; “” lets the slide through, None is not said."""
        self._area = 0
        self._plain_ground = True

    def look(self, nodes: Iterator[Node]) -> _Look:
        for node in nodes:
            if node.step is Step.OPENS:
                self._start(node)
                self._open.append(node.name)
            elif node.step is Step.CLOSES:
                self._open.pop()
                self._end(node.name)
            elif self._open[-2] in _RUNS and node.text.strip() and self._colour:
                behind = self._shape or (_UNKNOWN if self._found.covers else "")
                self._found.texts.add((self._colour, behind))
        return self._found

    def _start(self, node: Node) -> None:
        name, around = node.name, self._open[-1]
        if name == "sld":
            self._found.left_out = node.attribute("show") in {"0", "false"}
        elif name in {"clrMap", "overrideClrMapping"}:
            self._found.names.update(node.attributes)
        elif name in _THINGS:
            self._shape = _UNKNOWN if name == "graphicFrame" else None
            self._area = 0
        elif name == "ext" and around == "xfrm":
            self._area = _number(node.attribute("cx")) * _number(node.attribute("cy"))
        elif name in _RUNS:
            self._colour = ""
        elif name == "bgRef":
            self._plain_ground = node.attribute("idx") == _PLAIN
        elif name == "fillRef" and self._shape is None and node.attribute("idx") != "0":
            self._shape = _UNKNOWN
        elif name in _MANY_COLOURS or (name == "highlight" and around == "rPr"):
            self._take(_UNKNOWN, around)
        elif name == "noFill" and around == "spPr":
            self._shape = ""
        elif name in _COLOURS:
            written = node.attribute("lastClr") or node.attribute("val")
            colour = written if name == "schemeClr" else written.upper()
            if around in _SLOTS:
                self._found.names[around] = colour
            elif around in {"solidFill", "bgRef"}:
                self._take(colour, around if around == "bgRef" else self._open[-2])
        elif around in _COLOURS:  # made lighter, darker, or half transparent
            self._take(_UNKNOWN, self._open[-2] if self._open[-2] == "bgRef" else self._open[-3])

    def _take(self, colour: str, of: str) -> None:
        """Take a colour for what it belongs to: a ground, a shape, or a stretch of text."""
        if of in {"bgPr", "bgRef"}:
            self._found.ground = colour if self._plain_ground else _UNKNOWN
        elif of == "spPr":
            self._shape = colour
        elif of == "rPr":
            self._colour = colour

    def _end(self, name: str) -> None:
        if name not in _THINGS:
            return
        filled = name != "sp" or self._shape
        if filled and not 0 < self._area < _SMALL:
            self._found.covers = True
        self._shape = None


def _number(written: str) -> int:
    return int(written) if written.isascii() and written.isdigit() and len(written) < _DIGITS else 0
