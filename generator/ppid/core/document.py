"""What was found in a document: personal data, and remarks on its make."""

from dataclasses import dataclass
from enum import Enum
from typing import NamedTuple

from ppid.values.identifiers import Sighting


class RemarkKind(Enum):
    """What a remark is about."""

    TERSEMBUNYI = "tersembunyi"
    """Something is stored that whoever opens the document does not see."""
    KETERANGAN = "keterangan"
    """The document says who made it, where, or what was changed."""
    TAK_TERPERIKSA = "tak-terperiksa"
    """The document, or a part of it, could not be looked into."""
    TAK_SESUAI = "tak-sesuai"
    """The document is something else than its name says."""
    PROGRAM = "program"
    """The document carries a program, another file, or a connection to elsewhere."""


class DocumentRemark(NamedTuple):
    """A sentence about the make of a document; `doubtful` ones never block.

    With `cut_short` a reader gave up at one of its limits, whatever the document is.
    """

    kind: RemarkKind
    message: str
    doubtful: bool = False
    cut_short: bool = False


def unread(why: str, *, cut_short: bool = False) -> DocumentRemark:
    """Return the remark that a document, or a part of it, could not be looked into."""
    message = f"Tidak dapat diperiksa: {why}"
    return DocumentRemark(RemarkKind.TAK_TERPERIKSA, message, cut_short=cut_short)


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

    `digests` are the SHA-256 of the document and of the files inside it, each with its place;
    `words` the different words of its text, as many as tell what it speaks of.
    """

    digests: tuple[tuple[str, str], ...]
    title: str = ""
    traces: tuple[Trace, ...] = ()
    remarks: tuple[DocumentRemark, ...] = ()
    words: frozenset[str] = frozenset()
