"""Tables of text from anywhere: their encoding, their separator and their cells."""

import codecs
import csv
import io
import re
from collections import Counter
from collections.abc import Iterator
from itertools import islice
from pathlib import PurePath
from typing import Final

from charset_normalizer import from_bytes

from ppid.reading.documents.book import (
    Book,
    BookSheet,
    CellPlace,
    FilledCell,
    Format,
    NoWorkbookError,
)
from ppid.reading.documents.facts import Facts, check_extents
from ppid.reading.documents.filled_cells import check_length

_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_LEGACY: Final = ["cp1252", "mac_roman", "latin_1"]
_SEPARATORS: Final = (";", "\t", ",", "|")
_DECLARATION: Final = re.compile(r'"?sep=([;,\t|])"?[;,\t|]*(?:\r\n|\r|\n|$)', re.IGNORECASE)
_CONTROLS: Final = re.compile(r"[\x00-\x08\x0e-\x1f]")
_PROBE_RECORDS: Final = 60
_PROBE_BYTES: Final = 400_000


def read_csv_book(name: str, content: bytes) -> Book:
    """Read a table of text as a workbook with one sheet, named like the file."""
    sheet = PurePath(name).stem or name
    text, old_encoding = _decoded(content)
    declaration = _DECLARATION.match(text)
    separator = declaration[1] if declaration else _separator_of(text)
    skipped = 1 if declaration else 0
    body = text[declaration.end() :] if declaration else text
    facts = Facts(sheet)
    cells = tuple(_cells(sheet, body, separator, skipped, facts))
    check_extents([facts])
    return Book(name, Format.CSV, (BookSheet(sheet, cells),), old_encoding=old_encoding)


def _decoded(content: bytes) -> tuple[str, str]:
    """Return the text, and the name of its encoding where that is a guess."""
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return _strictly(content, encoding), ""
    if b"\0" in content[:_PROBE_BYTES]:
        return _wide(content), ""
    try:
        return _checked(content.decode("utf-8")), ""
    except UnicodeDecodeError:
        return _legacy(content)


def _wide(content: bytes) -> str:
    """Read UTF-16 without a mark: every second byte of Latin text is zero."""
    zeros = Counter(index % 2 for index, byte in enumerate(content[:2_000]) if not byte)
    return _strictly(content, "utf-16-be" if zeros[0] > zeros[1] else "utf-16-le")


def _strictly(content: bytes, encoding: str) -> str:
    try:
        return _checked(content.decode(encoding))
    except UnicodeDecodeError as error:
        raise _no_text() from error


def _legacy(content: bytes) -> tuple[str, str]:
    """Choose among the encodings of older programs by how much sense the characters make."""
    foreign = b"\n".join(line for line in content.splitlines() if not line.isascii())
    best = from_bytes(foreign[:_PROBE_BYTES], cp_isolation=_LEGACY).best()
    encoding = best.encoding if best else "cp1252"
    return _checked(content.decode(encoding, errors="replace")), encoding


def _checked(text: str) -> str:
    if _CONTROLS.search(text):
        raise _no_text()
    return text


def _no_text() -> NoWorkbookError:
    return NoWorkbookError(
        "Berkas ini bukan buku kerja dan bukan tabel teks yang dapat dibaca.",
        "Simpan daftarnya sebagai .xlsx, .xls, .ods, atau .csv, lalu serahkan ulang.",
    )


def _separator_of(text: str) -> str:
    """Choose the separator that cuts most records into the same number of cells, above one."""
    return max(_SEPARATORS, key=lambda separator: _evenness(text[:_PROBE_BYTES], separator))


def _evenness(text: str, separator: str) -> tuple[int, int]:
    widths: Counter[int] = Counter()
    try:
        for record in islice(csv.reader(io.StringIO(text), delimiter=separator), _PROBE_RECORDS):
            widths[len(record)] += 1
    except csv.Error:
        return (0, 0)
    wide = {width: count for width, count in widths.items() if width > 1}
    if not wide:
        return (0, 0)
    width, count = max(wide.items(), key=lambda item: (item[1], item[0]))
    return count, width


def _cells(
    sheet: str, text: str, separator: str, skipped: int, facts: Facts
) -> Iterator[FilledCell]:
    """Yield the filled cells; rows are counted as a spreadsheet program would, record by record."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    row = skipped
    try:
        for row, record in enumerate(reader, start=skipped + 1):
            for column, value in enumerate(record, start=1):
                if value.strip():
                    cell = FilledCell(CellPlace(sheet, row, column), value.replace("\r\n", "\n"))
                    check_length(cell)
                    facts.fill(row, column)
                    yield cell
    except csv.Error as error:
        raise NoWorkbookError(
            f"Baris {row + 1} memuat sel yang terlalu panjang: lebih panjang daripada yang dapat "
            "dimuat sebuah sel, 32.767 karakter.",
            "Periksa tanda kutip yang dibuka tetapi tidak ditutup di sekitar baris itu.",
        ) from error
