"""What of the text on a page of a PDF nobody sees: in the colour of its ground, or covered."""

from collections.abc import Sequence
from typing import Any, Final

from pypdf import PageObject
from pypdf.generic import DictionaryObject

_BAND: Final = 20.0
_LAST_BAND: Final = 100
"""Points of a band of the page, and the band in which all that lies higher is counted."""
_MOST_COMPARED: Final = 300_000
"""Pairs of a text and a box, of one page."""
_PALE: Final = 0.98
_UNSEEN_MODE: Final = 3
"""How texts are shown that only programs read, such as those below a scanned picture."""
_RAISED: Final = 2.0
"""Points above its line at which a text is surely written."""
_FILLS: Final = frozenset({b"f", b"F", b"f*", b"B", b"B*", b"b", b"b*"})
_SHOWS: Final = frozenset({b"Tj", b"TJ", b"'", b'"'})
_COLOURS: Final = frozenset({b"g", b"rg", b"k", b"sc", b"scn"})
_CURVES: Final = frozenset({b"c", b"v", b"y"})
_OF_A_WORD: Final = 50
"""Curves of a short word whose letters are drawn as shapes."""
_INLINE: Final = b"INLINE IMAGE"
_LEAST_HEIGHT: Final = 4.0
"""Points of a box that is a ground; lines of tables and under words are thinner."""
_Box = tuple[float, float, float, float]
_Colour = tuple[float, ...] | None
"""Red, green and blue; None for a pattern."""
_BLACK: Final = (0.0, 0.0, 0.0)
_WHITE: Final = (1.0, 1.0, 1.0)


class Unseen:
    """Follows what is drawn on a page; pypdf calls `before` and `after` for each instruction.

    What is drawn by forms inside the page is not followed.
    """

    def __init__(self, page: PageObject) -> None:
        """Begin with an empty page."""
        self.pale_texts = self.covered_texts = self.bare_texts = 0
        """Texts in white on white, below or on a box of their colour, and never shown."""
        self._curves = self._inline = 0
        self._page = page
        self._clear, self._mode = False, 0
        self._colour: _Colour = _BLACK
        self._kept: list[tuple[_Colour, bool, int]] = []
        self._texts: dict[int, list[tuple[float, float]]] = {}
        self._grounds: dict[int, list[tuple[_Box, _Colour]]] = {}
        """Both by the bands of the page, from below, so that few are compared."""
        self._path: list[_Box] = []
        self._inside = 0
        self._compared = 0

    @property
    def may_be_writing(self) -> bool:
        """Whether pictures or shapes were drawn that can be letters, also inside of forms."""
        return bool(self._inline) or self._curves >= _OF_A_WORD

    def after(self, operator: bytes, *_: object) -> None:
        """Come back from a form."""
        if operator == b"Do":
            self._inside -= 1

    def before(
        self, operator: bytes, given: Sequence[Any], cm: Sequence[float], tm: Sequence[float]
    ) -> None:
        """Take an instruction."""
        self._curves += operator in _CURVES
        self._inline += operator == _INLINE
        if operator == b"Do":
            self._inside += 1
        if self._inside:
            return
        if operator == b"q":
            self._kept.append((self._colour, self._clear, self._mode))
        elif operator == b"Q" and self._kept:
            self._colour, self._clear, self._mode = self._kept.pop()
        elif operator in _COLOURS:
            self._colour = _colour(operator, given)
        elif operator == b"gs" and given:
            self._clear = self._lets_through(str(given[0]))
        elif operator == b"Tr" and given:
            self._mode = int(given[0])
        elif operator == b"re":
            self._path.append(_box(*map(float, given[:4]), cm=cm))
        elif operator in _FILLS:
            if not self._clear:
                for box in self._path:
                    self._fill(box)
            self._path = []
        elif operator in {b"n", b"S", b"s"}:
            self._path = []
        elif operator in _SHOWS and _is_text(given):
            x, y = _moved(tm[4], tm[5], cm)
            self._show(x, y + _RAISED)

    def _show(self, x: float, y: float) -> None:
        if self._mode == _UNSEEN_MODE:
            self.bare_texts += 1
            return
        grounds = self._grounds_at(x, y)
        ground = grounds[-1] if grounds else _WHITE
        if grounds is not None and _is_white(self._colour) and _is_white(ground):
            self.pale_texts += 1
        elif grounds and self._colour is not None and self._colour == ground:
            self.covered_texts += 1
        else:
            self._texts.setdefault(_band(y), []).append((x, y))

    def _grounds_at(self, x: float, y: float) -> list[_Colour] | None:
        """Return the grounds of a text, the lowest first; None when it would take too long."""
        grounds = self._grounds.get(_band(y), ())
        self._compared += len(grounds)
        if self._compared > _MOST_COMPARED:
            return None
        return [colour for box, colour in grounds if _holds(box, x, y)]

    def _fill(self, box: _Box) -> None:
        for band in range(_band(box[1]), _band(box[3]) + 1):
            if box[3] - box[1] >= _LEAST_HEIGHT:
                self._grounds.setdefault(band, []).append((box, self._colour))
            texts = self._texts.get(band, [])
            self._compared += len(texts)
            if texts and self._compared <= _MOST_COMPARED:
                self._texts[band] = [text for text in texts if not _holds(box, *text)]
                self.covered_texts += len(texts) - len(self._texts[band])

    def _lets_through(self, name: str) -> bool:
        """Return whether what is drawn now lets what is below it be seen, as a marker does."""
        state: Any = self._page
        for key in ("/Resources", "/ExtGState", name):
            state = state.get(key) if isinstance(state, DictionaryObject) else None
            state = state.get_object() if state is not None else None
        if not isinstance(state, DictionaryObject):
            return False
        opaque = state.get("/ca", 1)
        return str(state.get("/BM", "/Normal")) not in {"/Normal", "/Compatible"} or (
            isinstance(opaque, int | float) and opaque < 1
        )


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


def _box(x: float, y: float, width: float, height: float, *, cm: Sequence[float]) -> _Box:
    corners = [_moved(x, y, cm), _moved(x + width, y + height, cm)]
    left, right = sorted(corner[0] for corner in corners)
    bottom, top = sorted(corner[1] for corner in corners)
    return left, bottom, right, top


def _holds(box: _Box, x: float, y: float) -> bool:
    return box[0] <= x + 1 <= box[2] and box[1] <= y <= box[3]
