"""What of the text on a page of a PDF nobody sees: white on white, or below a later drawing."""

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
_Box = tuple[float, float, float, float]


class Unseen:
    """Follows what is drawn on a page; pypdf calls `before` and `after` for each instruction.

    What is drawn by forms inside the page is not followed.
    """

    def __init__(self, page: PageObject) -> None:
        """Begin with an empty page."""
        self.pale_texts = self.covered_texts = self.bare_texts = 0
        """Texts in white on no ground, under a later box, and of the mode that shows nothing."""
        self._page = page
        self._pale, self._clear, self._mode = False, False, 0
        self._kept: list[tuple[bool, bool, int]] = []
        self._texts: dict[int, list[tuple[float, float]]] = {}
        self._grounds: dict[int, list[_Box]] = {}
        """Both by the bands of the page, from below, so that few are compared."""
        self._path: list[_Box] = []
        self._inside = 0
        self._compared = 0

    def after(self, operator: bytes, *_: object) -> None:
        """Come back from a form."""
        if operator == b"Do":
            self._inside -= 1

    def before(
        self, operator: bytes, given: Sequence[Any], cm: Sequence[float], tm: Sequence[float]
    ) -> None:
        """Take an instruction."""
        if operator == b"Do":
            self._inside += 1
        if self._inside:
            return
        if operator == b"q":
            self._kept.append((self._pale, self._clear, self._mode))
        elif operator == b"Q" and self._kept:
            self._pale, self._clear, self._mode = self._kept.pop()
        elif operator in _COLOURS:
            self._pale = _is_white(operator, given)
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
        elif self._pale and not self._has_ground(x, y):
            self.pale_texts += 1
        else:
            self._texts.setdefault(_band(y), []).append((x, y))

    def _has_ground(self, x: float, y: float) -> bool:
        grounds = self._grounds.get(_band(y), ())
        self._compared += len(grounds)
        if self._compared > _MOST_COMPARED:
            return True
        return any(_holds(box, x, y) for box in grounds)

    def _fill(self, box: _Box) -> None:
        for band in range(_band(box[1]), _band(box[3]) + 1):
            if not self._pale:
                self._grounds.setdefault(band, []).append(box)
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


def _is_white(operator: bytes, given: Sequence[Any]) -> bool:
    numbers = [float(each) for each in given if isinstance(each, int | float)]
    if operator == b"k" or len(numbers) > len("rgb"):
        return bool(numbers) and max(numbers) <= 1 - _PALE
    return bool(numbers) and min(numbers) >= _PALE


def _moved(x: float, y: float, cm: Sequence[float]) -> tuple[float, float]:
    return cm[0] * x + cm[2] * y + cm[4], cm[1] * x + cm[3] * y + cm[5]


def _box(x: float, y: float, width: float, height: float, *, cm: Sequence[float]) -> _Box:
    corners = [_moved(x, y, cm), _moved(x + width, y + height, cm)]
    left, right = sorted(corner[0] for corner in corners)
    bottom, top = sorted(corner[1] for corner in corners)
    return left, bottom, right, top


def _holds(box: _Box, x: float, y: float) -> bool:
    return box[0] <= x + 1 <= box[2] and box[1] <= y <= box[3]
