"""What is said of a document: pieces of its text, remarks on its make, and what was found."""

from bisect import bisect_right
from dataclasses import dataclass, field
from enum import Enum
from typing import Final, NamedTuple, TypeAlias

from ppid.diagnostics.inert import brief
from ppid.values.identifiers import Sighting, find_personal_data

_LONGEST_NAME: Final = 60


class Sort(Enum):
    """What a remark is about."""

    TERSEMBUNYI = "tersembunyi"
    """Something is stored that whoever opens the document does not see."""
    KETERANGAN = "keterangan"
    """The document says who made it, where, or what was changed."""
    TAK_TERPERIKSA = "tak-terperiksa"
    """The document, or a part of it, could not be looked into."""
    PROGRAM = "program"
    """The document carries a program, another file, or a connection to elsewhere."""


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


class Remark(NamedTuple):
    """A sentence about the make of a document; `doubtful` ones never block."""

    sort: Sort
    message: str
    doubtful: bool = False


class Inner(NamedTuple):
    """A file inside a document."""

    name: str
    content: bytes


Part: TypeAlias = Piece | Remark | Inner


class Trace(NamedTuple):
    """Personal data in a document: where, and what stands around it."""

    place: str
    sighting: Sighting
    text: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Contents:
    """What was found in one document; of its text only traces and what surrounds them are kept.

    `digests` are the SHA-256 of the document and of the files inside it, each with its place.
    """

    digests: tuple[tuple[str, str], ...]
    title: str = ""
    traces: tuple[Trace, ...] = ()
    remarks: tuple[Remark, ...] = ()


class UnreadableError(Exception):
    """A document cannot be looked into; the sentence says why, for its reader."""


class TooMuchError(UnreadableError):
    """A document is larger than what is looked into."""


@dataclass(slots=True)
class Allowance:
    """How much may still be unpacked from one document, in bytes; shared with what is inside it.

    A few seconds of work and far less than the memory of a small machine.
    """

    left: int = 64_000_000
    members: int = field(default=5_000)

    def take(self, size: int) -> None:
        """Use up `size` bytes. Raises TooMuchError when they are not there."""
        if size > self.left:
            raise TooMuchError("isinya terlalu besar untuk diperiksa seluruhnya")
        self.left -= size

    def count(self, members: int) -> None:
        """Use up so many files inside. Raises TooMuchError when they are not there."""
        if members > self.members:
            raise TooMuchError("berkas di dalamnya terlalu banyak untuk diperiksa seluruhnya")
        self.members -= members


def named(name: str) -> str:
    """Quote a name that was given by whoever made the document, unless it is personal itself."""
    personal = any(True for _ in find_personal_data(name))
    return "yang namanya memuat data pribadi" if personal else f"“{brief(name, _LONGEST_NAME)}”"
