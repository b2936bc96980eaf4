"""Plain text: tables in CSV with their cells, everything else with its lines."""

import csv
import html
import io
from collections.abc import Iterator
from typing import Final

from ppid.core.document import Allowance, Part, Piece
from ppid.reading.documents.tables import Headings, joined, row_piece

_UTF16: Final = {b"\xff\xfe": "utf-16-le", b"\xfe\xff": "utf-16-be"}
_LONGEST_CELL: Final = 16_000_000
_SAMPLE: Final = 4_000


def read(content: bytes, allowance: Allowance) -> Iterator[Part]:
    """Yield the text; what is no UTF-8 is read as office programs write it."""
    allowance.take(len(content))
    text = _decoded(content)
    # Markup writes characters as numbers to keep machines from reading addresses.
    yield Piece(html.unescape(text) if "&#" in text else text, "", (), numbered=True)


def read_table(content: bytes, allowance: Allowance) -> Iterator[Part]:
    """Yield the cells of a CSV file."""
    allowance.take(len(content))
    text = _decoded(content)
    # The limit belongs to the whole process: other readers of CSV keep their own.
    before = csv.field_size_limit(_LONGEST_CELL)
    try:
        yield from joined(_rows(text), "")
    finally:
        csv.field_size_limit(before)


def _rows(text: str) -> Iterator[Piece]:
    headings = Headings()
    lines = io.StringIO(text, newline="")
    for number, cells in enumerate(csv.reader(lines, delimiter=_delimiter(text)), 1):
        yield row_piece([(at, cell) for at, cell in enumerate(cells, 1) if cell], number, headings)


def _delimiter(text: str) -> str:
    sample = text[:_SAMPLE]
    return max(",;\t", key=sample.count)


def _decoded(content: bytes) -> str:
    if encoding := _UTF16.get(content[:2]):
        return content[2:].decode(encoding, "replace")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", "replace")
