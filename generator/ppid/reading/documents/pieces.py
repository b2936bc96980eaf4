"""What readers find in a document: pieces of text with their places, remarks, files inside."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import Final, NamedTuple, TypeAlias

from ppid.core.document import DocumentRemark, unread
from ppid.diagnostics.inert import brief
from ppid.values.cells import column_letters
from ppid.values.identifiers import find_personal_data

_LONGEST_NAME: Final = 60
_SIZE: Final = 100_000
# A bare number is an account or a tax number, a day one of birth, only by what its heading says;
# and by that another is no more than a code.
_TELLING: Final = re.compile(
    r"rekening|\brek\b|npwp|lahir|bpjs|jkn|paspor|\bnik\b|kependudukan|ktp|\bkk\b|kartu keluarga"
    r"|ponsel|telepon|te?lp|\bhp\b|\bwa\b|whatsapp|handphone|seluler"
    r"|\bkode \w|\b(?:nomor|no\.?|id) \w|\bni?[bp]\b|nuptk",
    re.IGNORECASE,
)
_LONGEST_HEADING: Final = 80
_LARGE: Final = 1e9
_EXACT: Final = 2**53


class Piece(NamedTuple):
    """A stretch of text; `marks` say at which offset a nearer place begins (“sel B7”).

    The lines of a `numbered` piece are those that its reader counts.
    """

    text: str
    place: str = ""
    marks: tuple[tuple[int, str], ...] = ()
    numbered: bool = False

    def place_at(self, offset: int) -> str:
        """Name the place of a character in the reader's words; empty when it is the whole."""
        at = bisect_right(self.marks, offset, key=lambda mark: mark[0]) - 1
        near = self.marks[at][1] if at >= 0 else ""
        if self.numbered:
            near = f"baris {self.text.count(chr(10), 0, offset) + 1}"
        return ", ".join(filter(None, (self.place, near)))


class Inner(NamedTuple):
    """A file inside a document; `told` if it was said already that pictures in it are not read."""

    name: str
    content: bytes
    told: bool = False


Part: TypeAlias = Piece | DocumentRemark | Inner

PICTURE_UNREAD: Final = unread("tulisan pada gambar tidak dibaca")
"""What is said of a picture in which writing can stand; inside a document they are counted."""
_LEGIBLE: Final = 384
"""Pixels of sixteen digits, each four wide and six high; with fewer a picture can show no NIK."""


def is_legible(width: int, height: int) -> bool:
    """Return whether writing can stand in a picture of so many pixels."""
    return width * height >= _LEGIBLE


_PALEST: Final = 0xF8


def is_white(colour: str) -> bool:
    """Return whether a colour in six digits cannot be told from white."""
    try:
        return len(colour) == len("RRGGBB") and min(bytes.fromhex(colour)) >= _PALEST
    except ValueError:
        return False


def are_alike(letters: str, ground: str) -> bool:
    """Return whether letters cannot be told from their ground; colours in six capital digits."""
    return letters == ground or (is_white(letters) and is_white(ground))


# Runs of characters in one byte or two each, as programs keep texts in forms of their own.
_RUN: Final = re.compile(rb"[\x20-\x7e\t\r\n]{6,}")
_WIDE_RUN: Final = re.compile(rb"(?:[\x20-\x7e\t\r\n]\x00){6,}")


def strings_in(content: bytes, place: str) -> Iterator[Piece]:
    """Yield the texts that stand in bytes of which nothing else is known."""
    plain = b"\t\n".join(found[0] for found in _RUN.finditer(content))
    yield Piece(plain.decode("latin-1"), place)
    wide = b"\t\0\n\0".join(found[0] for found in _WIDE_RUN.finditer(content))
    yield Piece(wide.decode("utf-16-le", "replace"), place)


def named(name: str) -> str:
    """Quote a name that was given by whoever made the document, unless it is personal itself."""
    personal = any(True for _ in find_personal_data(name))
    return "yang namanya memuat data pribadi" if personal else f"“{brief(name, _LONGEST_NAME)}”"


def as_written(number: str) -> str:
    """Write a stored number as people read it: “3.204E15” is sixteen digits."""
    if "E" not in number and "." not in number:
        return number
    try:
        value = float(number)
    except ValueError:
        return number
    return f"{value:.0f}" if _LARGE <= abs(value) <= _EXACT and value.is_integer() else number


class RowPieces:
    """Makes a piece of each row of a table: no number runs on from one cell into the next.

    Headings that tell what the numbers below them are go before each of these.
    """

    def __init__(self) -> None:
        """Begin above the first row."""
        self._before: dict[int, str] = {}

    def piece(self, number: int, cells: Sequence[tuple[int, str]]) -> Piece:
        """Join the cells (column and text) of a row; each is marked with its name."""
        marks: list[tuple[int, str]] = []
        parts: list[str] = []
        length = 0
        for column, text in cells:
            marks.append((length, f"sel {column_letters(column)}{number}"))
            part = f"{self._before.get(column, '')}{text}\t"
            parts.append(part)
            length += len(part)
        for column, text in cells:
            telling = len(text) < _LONGEST_HEADING and _TELLING.search(text)
            if telling and not any(map(str.isdigit, text)):
                self._before[column] = f"{text}: "
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
