"""Rows of cells as text: no number runs on into the next cell, headings lend their words."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from ppid.core.document import Piece

_GAP: Final = "\t"
_SIZE: Final = 100_000
# A bare number is an account or a tax number only because its heading says so.
_TELLING: Final = re.compile(r"rekening|\brek\b|npwp", re.IGNORECASE)
_NO_HEADING: Final = 80
_LETTERS: Final = 26
_LARGE: Final = 1e9
_EXACT: Final = 2**53

Cell = tuple[int, str]
"""The column, from 1, and the text of a cell."""


def column_name(column: int) -> str:
    """Return the letters of a column, from 1: “A”, “Z”, “AA”."""
    name = ""
    while column > 0:
        column, rest = divmod(column - 1, _LETTERS)
        name = chr(ord("A") + rest) + name
    return name


def as_written(number: str) -> str:
    """Write a stored number as people read it: “3.204E15” is sixteen digits."""
    if "E" not in number and "." not in number:
        return number
    try:
        value = float(number)
    except ValueError:
        return number
    return f"{value:.0f}" if _LARGE <= abs(value) <= _EXACT and value.is_integer() else number


class Headings:
    """The headings that were seen so far, as far as they tell what the numbers below them are."""

    def __init__(self) -> None:
        """Begin without any."""
        self._told: dict[int, str] = {}

    def learn(self, cells: Sequence[Cell]) -> None:
        """Keep the words of cells that may be headings."""
        for column, text in cells:
            if (
                len(text) < _NO_HEADING
                and _TELLING.search(text)
                and not any(map(str.isdigit, text))
            ):
                self._told[column] = f"{text}: "

    def before(self, column: int) -> str:
        """Return the words that belong before a value of this column."""
        return self._told.get(column, "")


def row_piece(cells: Sequence[Cell], row: int, headings: Headings) -> Piece:
    """Join one row; the mark of each cell names it as spreadsheet programs do."""
    headings.learn(cells)
    marks: list[tuple[int, str]] = []
    parts: list[str] = []
    length = 0
    for column, text in cells:
        marks.append((length, f"sel {column_name(column)}{row}"))
        part = headings.before(column) + text + _GAP
        parts.append(part)
        length += len(part)
    return Piece("".join(parts) + "\n", "", tuple(marks))


def joined(pieces: Iterable[Piece], place: str) -> Iterator[Piece]:
    """Join rows into pieces of some size, so that searching them costs little."""
    texts: list[str] = []
    marks: list[tuple[int, str]] = []
    length = 0
    for piece in pieces:
        marks.extend((length + at, near) for at, near in piece.marks)
        texts.append(piece.text)
        length += len(piece.text)
        if length > _SIZE:
            yield Piece("".join(texts), place, tuple(marks))
            texts, marks, length = [], [], 0
    if texts:
        yield Piece("".join(texts), place, tuple(marks))
