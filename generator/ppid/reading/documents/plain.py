"""Files with little to be known about: text and tables of text, archives, recordings, programs."""

import csv
import html
from collections.abc import Iterator
from typing import Final

from ppid.core.document import DocumentRemark, RemarkKind
from ppid.reading.documents.package import Allowance, ZipPackage
from ppid.reading.documents.pieces import Inner, Part, Piece, RowPieces, joined
from ppid.reading.documents.text_table import TextTable
from ppid.reading.files.decode import encoding_shown

_LONGEST_CELL: Final = 16_000_000
_RECORDED_PLACES: Final = (b"\xa9xyz", b"com.apple.quicktime.location", b"\0loci")
"""How telephones mark the place where a recording was made, beside the recording."""


def read(content: bytes, allowance: Allowance) -> Iterator[Part]:
    """Yield the text; what is no Unicode is read as office programs write it."""
    allowance.take(len(content))
    text = _decoded(content)
    # Markup writes characters as numbers to keep machines from reading addresses.
    yield Piece(html.unescape(text) if "&#" in text else text, "", (), numbered=True)


def read_table(content: bytes, allowance: Allowance) -> Iterator[Part]:
    """Yield the cells of a CSV file."""
    allowance.take(len(content))
    text, rows = _decoded(content), RowPieces()
    # The limit belongs to the whole process: other readers of CSV keep their own.
    before = csv.field_size_limit(_LONGEST_CELL)
    try:
        pieces = (
            rows.piece(number, [(at, cell) for at, cell in enumerate(cells, 1) if cell])
            for number, cells in TextTable(text).records()
        )
        yield from joined(pieces, "")
    finally:
        csv.field_size_limit(before)


def read_archive(content: bytes, allowance: Allowance) -> Iterator[Part]:
    """Yield every file inside, to be looked into in turn."""
    package = ZipPackage(content, allowance)
    yield Piece(package.comment.decode("utf-8", "replace"), "komentar arsip")
    for name in package.names:
        yield Piece(name, "nama berkas di dalamnya")
        yield Inner(name, package.read(name))


def read_recording(content: bytes, _: Allowance) -> Iterator[Part]:
    """Yield a remark on the place; sound and picture are not looked at."""
    if any(place in content for place in _RECORDED_PLACES):
        message = "Rekaman ini menyimpan tempat pembuatannya (GPS)"
        yield DocumentRemark(RemarkKind.KETERANGAN, message)


def read_program(_: bytes, __: Allowance) -> Iterator[Part]:
    """Yield the remark that this is one; nothing in it is looked at."""
    yield DocumentRemark(RemarkKind.PROGRAM, "Berkas ini program yang dapat dijalankan")


def _decoded(content: bytes) -> str:
    encoding = encoding_shown(content)
    try:
        return content.decode(encoding)
    except UnicodeDecodeError:
        return content.decode("cp1252" if encoding == "utf-8" else encoding, "replace")
