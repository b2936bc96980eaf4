"""What of the text on a page of a PDF nobody sees: in the colour of its ground, or covered."""

import codecs
import math
import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Any, Final, NamedTuple

from pypdf import PageObject
from pypdf._codecs.adobe_glyphs import adobe_glyphs
from pypdf.generic import ArrayObject, DictionaryObject, NameObject

_BAND: Final = 20.0
_LAST_BAND: Final = 100
"""Points of a band of the page, and the band in which all that lies higher is counted."""
_MOST_COMPARED: Final = 300_000
"""Pairs of a text and a box, of one page."""
_PALE: Final = 0.972
_UNSEEN_MODE: Final = 3
"""How texts are shown that only programs read, such as those below a scanned picture."""
_RAISED: Final = 2.0
"""Points above its line at which a text is surely written."""
_FILLS: Final = frozenset({b"f", b"F", b"f*", b"B", b"B*", b"b", b"b*"})
_SHOWS: Final = frozenset({b"Tj", b"TJ", b"'", b'"'})
_COLOURS: Final = frozenset({b"g", b"rg", b"k", b"sc", b"scn"})
_LINE_COLOURS: Final = frozenset({b"G", b"RG", b"K", b"SC", b"SCN"})
_OF_INKS: Final = frozenset({"/Separation", "/DeviceN"})
_STATES: Final = _COLOURS | _LINE_COLOURS | {b"w", b"gs", b"Tr", b"Tf", b"cs"}
_POINTS: Final = {b"m": 2, b"l": 2, b"c": 6, b"v": 4, b"y": 4}
"""Pieces of a path, each with how many numbers it has; the last two are where it leads."""
_STROKES: Final = frozenset({b"S", b"s", b"B", b"B*", b"b", b"b*"})
_ENDS: Final = _FILLS | _STROKES | {b"n"}
_DRAWN: Final = frozenset({b"l", b"c", b"v", b"y", b"re"})
_OF_A_WORD: Final = 50
"""Pieces of the shapes by which a short word can be drawn."""
_STRANGE: Final = 5
_BY_NUMBER: Final = re.compile(r"/(?:uni|u)[0-9A-F]{4,6}")
"""How a letter is called that has no name."""
_WHOLE_PAGE: Final = 0.7
_LEAST_LETTER: Final = 1.5
"""Points of letters that anybody can read."""
_MARGIN: Final = 12.0
"""Points by which a text may begin outside of what is shown, and still be seen in part."""
_LONGEST_LINE: Final = 500.0
_EVERYWHERE: Final = (-1e9, -1e9, 1e9, 1e9)
_REPLACING: Final = ("/ActualText", "/Alt", "/E")
"""Texts that programs read instead of what is drawn."""
_SAME: Final = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
_INLINE: Final = b"INLINE IMAGE"
_COMMENT: Final = re.compile(
    rb"\((?:[^()\\]++|\\.|\((?:[^()\\]++|\\.)*+\))*+\)|\\.|%([^\r\n]*)", re.DOTALL
)
"""A text, or else a comment."""
_LEAST_HEIGHT: Final = 4.0
"""Points of a box that is a ground; lines of tables and under words are thinner."""
_Box = tuple[float, float, float, float]
_Point = tuple[float, float]
_Colour = tuple[float, ...] | None
"""Red, green and blue; None for a pattern."""
_BLACK: Final = (0.0, 0.0, 0.0)
_WHITE: Final = (1.0, 1.0, 1.0)


class _Shape(NamedTuple):
    """A stretch of the page that is painted over: within a box, all of it or its lines' inside."""

    box: _Box
    lines: tuple[Sequence[_Point], ...] = ()

    def holds(self, x: float, y: float) -> bool:
        """Return whether a text that is written at a point begins in it."""
        x += 1
        left, bottom, right, top = self.box
        if not (left <= x <= right and bottom <= y <= top):
            return False
        crossed = 0
        for line in self.lines:
            for (ax, ay), (bx, by) in pairwise([*line, line[0]]):
                crossed += (ay > y) != (by > y) and x < ax + (y - ay) * (bx - ax) / (by - ay)
        return not self.lines or crossed % 2 == 1


class _State(NamedTuple):
    """What holds for all that is drawn, until it is changed."""

    colour: _Colour = _BLACK
    line_colour: _Colour = _BLACK
    line_width: float = 1.0
    clear: bool = False
    bare: bool = False
    """Whether nothing of what is drawn is seen."""
    tints: bool = False
    """Whether a colour is told by how much ink it takes."""
    mode: int = 0
    unknown: bool = False
    """Whether nothing tells which letters those of the font are."""
    size: float = 0.0
    """Of the letters, if their font is one of outlines."""
    clip: _Box = _EVERYWHERE


class Unseen:
    """Follows what is drawn on a page; pypdf calls `before` and `after` for each instruction."""

    def __init__(self, page: PageObject, drawn: DictionaryObject | None = None) -> None:
        """Begin with an empty page, or with something else that is drawn upon one."""
        self.pale_texts = self.covered_texts = self.bare_texts = self.unknown_texts = 0
        """Texts in white on white, below or on a box of their colour, never shown, unreadable."""
        self.told: list[str] = []
        """What programs that read aloud say instead of what is drawn."""
        self.drawn: set[int] = set()
        """The forms that are drawn."""
        self.turns: set[int] = set()
        """Into which directions texts run, in degrees."""
        self._drawn = self._inline = 0
        self._kept: list[_State] = []
        self._resources = inside(page if drawn is None else drawn, "/Resources")
        self._matrix: Sequence[float] = _SAME
        """From where a form draws to where that is on the page."""
        self._forms: list[tuple[_State, list[_State], DictionaryObject, Sequence[float]]] = []
        """What held where the forms began that are drawn now."""
        self._fonts: dict[int, bool] = {}
        self._texts: dict[int, list[_Point]] = {}
        self._grounds: dict[int, list[tuple[_Shape, _Colour]]] = {}
        """Both by the bands of the page, from below, so that few are compared."""
        self._path: list[_Shape] = []
        self._lines: list[list[_Point]] = []
        self._clips = False
        self._compared = 0
        self._state = _State(clip=_shown_of(page))
        left, bottom, right, top = self._state.clip
        self._most = _WHOLE_PAGE * (right - left) * (top - bottom)

    @property
    def may_be_writing(self) -> bool:
        """Whether pictures or shapes were drawn that can be letters, also inside of forms."""
        return bool(self._inline) or self._drawn >= _OF_A_WORD

    def after(self, operator: bytes, *_: object) -> None:
        """Come back from a form."""
        if operator == b"Do" and self._forms:
            self._state, self._kept, self._resources, self._matrix = self._forms.pop()

    def before(
        self, operator: bytes, given: Sequence[Any], cm: Sequence[float], tm: Sequence[float]
    ) -> None:
        """Take an instruction."""
        self._drawn += operator in _DRAWN
        if operator == b"Do":
            self._forms.append((self._state, self._kept, self._resources, self._matrix))
            self._kept = []
            self._draw(inside(self._resources, "/XObject", str(given[0]) if given else ""), cm)
        elif operator == _INLINE:
            self._inline += 1
            self._paint_picture(cm)
        elif operator == b"q":
            self._kept.append(self._state)
        elif operator == b"Q" and self._kept:
            self._state = self._kept.pop()
        elif operator in _SHOWS and _is_text(given):
            x, y = self._at(tm[4], tm[5], cm)
            self.turns.add(_turn(_times(tm, cm)))
            self.unknown_texts += self._state.unknown
            size = self._state.size * _scale(tm) * _scale(cm) * _scale(self._matrix)
            if 0 < size < _LEAST_LETTER or not self._is_within(x, y):
                self.pale_texts += 1
            else:
                self._show(x, y + _RAISED)
        elif operator == b"BDC":
            last = given[-1] if given else None
            properties = last if isinstance(last, DictionaryObject) else DictionaryObject()
            self.told += (_said(properties[key]) for key in _REPLACING if key in properties)
        elif operator in _STATES:
            self._change(operator, given)
        else:
            self._trace(operator, given, cm)

    def _is_within(self, x: float, y: float) -> bool:
        """Return whether what begins at a point can reach into what of the page is shown."""
        left, bottom, right, top = self._state.clip
        across = left - _LONGEST_LINE <= x <= right + _MARGIN
        return across and bottom - _MARGIN <= y <= top + _MARGIN

    def cover(self, box: Sequence[float]) -> None:
        """Take a box that a note lays over the page when all of it is drawn."""
        left, right = sorted((box[0], box[2]))
        bottom, top = sorted((box[1], box[3]))
        self._fill(_Shape((left, bottom, right, top)), None)

    def _draw(self, drawn: DictionaryObject, cm: Sequence[float]) -> None:
        """Take a form that is drawn from here on, or a picture."""
        if drawn.get("/Subtype") == "/Image":
            if not any(key in drawn for key in ("/SMask", "/Mask", "/ImageMask")):
                self._paint_picture(cm)
            return
        self.drawn.add(id(drawn))
        matrix = drawn.get("/Matrix")
        numbers = matrix.get_object() if matrix is not None else None
        own = [float(each) for each in numbers] if isinstance(numbers, ArrayObject) else _SAME
        self._matrix = _times(_times(own if len(own) == len(_SAME) else _SAME, cm), self._matrix)
        if resources := inside(drawn, "/Resources"):
            self._resources = resources

    def _paint_picture(self, cm: Sequence[float]) -> None:
        """Take a picture; below that of a whole page lie the words that were read from it."""
        corners = [self._at(*corner, cm) for corner in ((0, 0), (1, 0), (1, 1), (0, 1))]
        shape = _shape_of([corners])
        left, bottom, right, top = shape.box
        if not self._state.clear and (right - left) * (top - bottom) < self._most:
            self._fill(shape, None)

    def _change(self, operator: bytes, given: Sequence[Any]) -> None:
        """Take what holds from here on."""
        state = self._state
        if operator in _COLOURS:
            tinted = state.tints and operator in {b"sc", b"scn"}
            colour = _tint(given) if tinted else _colour(operator, given)
            state = state._replace(colour=colour, tints=tinted)
        elif given and operator == b"cs":
            of_inks = self._is_of_inks(str(given[0]))
            state = state._replace(tints=of_inks, colour=None if of_inks else _BLACK)
        elif operator in _LINE_COLOURS:
            state = state._replace(line_colour=_colour(operator.lower(), given))
        elif given and operator == b"w":
            state = state._replace(line_width=float(given[0]))
        elif given and operator == b"gs":
            look = inside(self._resources, "/ExtGState", str(given[0]))
            state = state._replace(clear=_lets_through(look), bare=look.get("/ca") == 0)
        elif given and operator == b"Tr":
            state = state._replace(mode=int(given[0]))
        elif given and operator == b"Tf":
            font = inside(self._resources, "/Font", str(given[0]))
            if font and id(font) not in self._fonts:
                self._fonts[id(font)] = _is_of_unknown_letters(font)
            size = given[-1] if font.get("/Subtype") != "/Type3" else 0
            state = state._replace(
                unknown=self._fonts.get(id(font), False),
                size=abs(float(size)) if isinstance(size, int | float) else 0.0,
            )
        self._state = state

    def _trace(self, operator: bytes, given: Sequence[Any], cm: Sequence[float]) -> None:
        """Take a piece of a path, or what is done with it."""
        if operator == b"re":
            x, y, width, height = map(float, given[:4])
            corners = [self._at(x, y, cm), self._at(x + width, y + height, cm)]
            self._path.append(_shape_of([corners])._replace(lines=()))
        elif operator in _POINTS and len(given) >= _POINTS[operator]:
            point = self._at(float(given[-2]), float(given[-1]), cm)
            if operator == b"m" or not self._lines:
                self._lines.append([])
            self._lines[-1].append(point)
        elif operator in _ENDS:
            if operator in _FILLS and not self._state.clear:
                for shape in self._path:
                    self._fill(shape, self._state.colour)
                if self._lines:
                    self._fill(_shape_of(self._lines), self._state.colour)
            if operator in _STROKES and not self._state.clear:
                self._stroke(cm)
            if self._clips:
                self._clip()
            self._path, self._lines, self._clips = [], [], False
        elif operator in {b"W", b"W*"}:
            self._clips = True

    def _clip(self) -> None:
        """Show from here on only what lies within the path."""
        boxes = [shape.box for shape in self._path]
        boxes += [_shape_of(self._lines).box] if self._lines else []
        if boxes:
            left, bottom, right, top = self._state.clip
            clip = (
                max(left, min(box[0] for box in boxes)),
                max(bottom, min(box[1] for box in boxes)),
                min(right, max(box[2] for box in boxes)),
                min(top, max(box[3] for box in boxes)),
            )
            self._state = self._state._replace(clip=clip)

    def _stroke(self, cm: Sequence[float]) -> None:
        """Take lines that are as thick as letters are high."""
        half = self._state.line_width * _scale(cm) * _scale(self._matrix) / 2
        if 2 * half < _LEAST_HEIGHT:
            return
        for line in self._lines:
            for (ax, ay), (bx, by) in pairwise(line):
                length = ((bx - ax) ** 2 + (by - ay) ** 2) ** 0.5
                if length:
                    dx, dy = (by - ay) * half / length, (ax - bx) * half / length
                    corners = [(ax + dx, ay + dy), (bx + dx, by + dy), (bx - dx, by - dy)]
                    shape = _shape_of([[*corners, (ax - dx, ay - dy)]])
                    self._fill(shape, self._state.line_colour)

    def _at(self, x: float, y: float, cm: Sequence[float]) -> _Point:
        return _moved(*_moved(x, y, cm), self._matrix)

    def _show(self, x: float, y: float) -> None:
        if self._state.bare:
            self.pale_texts += 1
            return
        if self._state.mode == _UNSEEN_MODE:
            self.bare_texts += 1
            return
        grounds = self._grounds_at(x, y)
        ground = grounds[-1] if grounds else _WHITE
        if grounds is not None and _is_white(self._state.colour) and _is_white(ground):
            self.pale_texts += 1
        elif grounds and self._state.colour is not None and self._state.colour == ground:
            self.covered_texts += 1
        else:
            self._texts.setdefault(_band(y), []).append((x, y))

    def _grounds_at(self, x: float, y: float) -> list[_Colour] | None:
        """Return the grounds of a text, the lowest first; None when it would take too long."""
        grounds = self._grounds.get(_band(y), ())
        self._compared += sum(map(_cost, (shape for shape, _ in grounds)))
        if self._compared > _MOST_COMPARED:
            return None
        return [colour for shape, colour in grounds if shape.holds(x, y)]

    def _fill(self, shape: _Shape, colour: _Colour) -> None:
        _, bottom, _, top = shape.box
        for band in range(_band(bottom), _band(top) + 1):
            if top - bottom >= _LEAST_HEIGHT:
                self._grounds.setdefault(band, []).append((shape, colour))
            texts = self._texts.get(band, [])
            self._compared += len(texts) * _cost(shape)
            if texts and self._compared <= _MOST_COMPARED:
                self._texts[band] = [text for text in texts if not shape.holds(*text)]
                self.covered_texts += len(texts) - len(self._texts[band])

    def _is_of_inks(self, name: str) -> bool:
        """Return whether colours of a space are told by how much of its inks they take."""
        found = inside(self._resources, "/ColorSpace").get(name)
        space = found.get_object() if found is not None else None
        return isinstance(space, ArrayObject) and bool(space) and str(space[0]) in _OF_INKS


def _lets_through(look: DictionaryObject) -> bool:
    """Return whether what is drawn now lets what is below it be seen, as a marker does."""
    opaque = look.get("/ca", 1)
    return str(look.get("/BM", "/Normal")) not in {"/Normal", "/Compatible"} or (
        isinstance(opaque, int | float) and opaque < 1
    )


def _tint(given: Sequence[Any]) -> _Colour:
    """Return white where no ink is taken; of which colour the inks are is not known."""
    return None if any(given) else _WHITE


def _turn(matrix: Sequence[float]) -> int:
    """Return into which of four directions a text runs, in degrees."""
    along, across, *_ = matrix
    if abs(along) >= abs(across):
        return 0 if along >= 0 else 180
    return 90 if across > 0 else 270


def comments_in(drawing: bytes) -> str:
    """Return the comments between drawing instructions, which nobody is shown."""
    found = (each[1] for each in _COMMENT.finditer(drawing) if each[1])
    return b"\n".join(found).decode("utf-8", "replace")


def _band(y: float) -> int:
    return int(min(max(y / _BAND, 0), _LAST_BAND))


def _is_text(given: Sequence[Any]) -> bool:
    """Return whether something other than blanks is shown."""
    parts = [part for each in given for part in (each if isinstance(each, list) else [each])]
    return any(part.strip() for part in parts if isinstance(part, str | bytes))


def _colour(operator: bytes, given: Sequence[Any]) -> _Colour:
    numbers = [float(each) for each in given if isinstance(each, int | float)]
    if operator == b"k" or len(numbers) > len("rgb"):
        *inks, black = numbers
        return tuple(1 - min(1.0, ink + black) for ink in inks)
    return tuple(numbers if len(numbers) == len("rgb") else numbers[:1] * 3) or None


def _is_white(colour: _Colour) -> bool:
    return colour is not None and min(colour) >= _PALE


def _moved(x: float, y: float, cm: Sequence[float]) -> tuple[float, float]:
    return cm[0] * x + cm[2] * y + cm[4], cm[1] * x + cm[3] * y + cm[5]


def _shown_of(page: PageObject) -> _Box:
    """Return the box of a page that is shown; one that it does not say is as large as can be."""
    try:
        corners = [float(each) for each in page.cropbox]
        left, right = sorted(corners[::2])
        bottom, top = sorted(corners[1::2])
    except (TypeError, ValueError):
        return _EVERYWHERE
    return (left, bottom, right, top) if left < right and bottom < top else _EVERYWHERE


def _said(value: object) -> str:
    """Return a text that stands in the instructions of a page."""
    if not isinstance(value, bytes):
        return str(value)
    return value.decode("utf-16" if value.startswith(codecs.BOM_UTF16_BE) else "latin-1", "replace")


def _scale(matrix: Sequence[float]) -> float:
    """Return by how much a matrix makes things larger."""
    return math.sqrt(abs(matrix[0] * matrix[3] - matrix[1] * matrix[2]))


def _times(first: Sequence[float], then: Sequence[float]) -> Sequence[float]:
    """Return the matrix that moves as `first` does and then as `then` does."""
    x, y = _moved(first[4], first[5], then)
    turned = [
        first[at] * then[column] + first[at + 1] * then[column + 2]
        for at in (0, 2)
        for column in (0, 1)
    ]
    return [*turned, x, y]


def _shape_of(lines: Sequence[Sequence[_Point]]) -> _Shape:
    across = [x for line in lines for x, _ in line]
    up = [y for line in lines for _, y in line]
    return _Shape((min(across), min(up), max(across), max(up)), tuple(lines))


def _cost(shape: _Shape) -> int:
    return 1 + sum(map(len, shape.lines))


def inside(outer: DictionaryObject, *keys: str) -> DictionaryObject:
    """Follow keys through dictionaries; empty where one of them is not there."""
    for key in keys:
        found = outer.get(key)
        inner = found.get_object() if found is not None else None
        if not isinstance(inner, DictionaryObject):
            return DictionaryObject()
        outer = inner
    return outer


def _is_of_unknown_letters(font: DictionaryObject) -> bool:
    """Return whether nothing tells which letters the signs of a font are."""
    if not font or "/ToUnicode" in font:
        return False
    if font.get("/Subtype") == "/Type0":
        return str(font.get("/Encoding")).startswith("/Identity")
    differences = inside(font, "/Encoding").get("/Differences")
    listed = differences.get_object() if differences is not None else ()
    names = [each for each in listed if isinstance(each, NameObject)]
    strange = [each for each in names if each not in adobe_glyphs and not _BY_NUMBER.match(each)]
    return len(strange) >= _STRANGE and 2 * len(strange) > len(names)
