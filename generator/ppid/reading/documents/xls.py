"""Old workbooks of Excel (.xls): their records tell bounds and what hides, calamine the values."""

import json
import struct
import subprocess
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cached_property
from pathlib import Path
from typing import Final

from olefile import OleFileIO
from python_calamine import CalamineError

from ppid.reading.documents import calamine_worker
from ppid.reading.documents.book import PLAIN, Area, CellComment, CellLook, StoredAs
from ppid.reading.documents.package import DAMAGED, LockedError
from ppid.reading.documents.stored import (
    BUILTIN_SHAPES,
    INDEXED_COLOURS,
    Shape,
    StoredCell,
    StoredRow,
    StoredSheet,
    shape_of,
    with_runs,
)
from ppid.reading.documents.xls_strings import font_at, rich_texts
from ppid.reading.documents.xml_stream import TooMuchError, UnreadableError
from ppid.values.cells import column_letters

# Kinds of records, as [MS-XLS] 2.3 numbers them.
_BOF: Final = {0x0009, 0x0209, 0x0409, 0x0809}
_EOF, _FORMULA, _FILEPASS, _COLINFO = 0x000A, 0x0006, 0x002F, 0x007D
_BOUNDSHEET, _MULRK, _XF, _MERGED = 0x0085, 0x00BD, 0x00E0, 0x00E5
_BOOLERR, _ROW, _FORMAT = 0x0205, 0x0208, 0x041E
_FONT, _PALETTE, _NOTE, _HLINK = 0x0031, 0x0092, 0x001C, 0x01B8
_SST, _CONTINUE, _LABELSST = 0x00FC, 0x003C, 0x00FD
_CELLS: Final = {0x00D6, 0x00FD, 0x0203, 0x0204, 0x0205, 0x027E, _FORMULA}
_NUMBERS: Final = {0x0203, 0x027E, _FORMULA}
_ERRORS: Final = {
    0x00: "#NULL!",
    0x07: "#DIV/0!",
    0x0F: "#VALUE!",
    0x17: "#REF!",
    0x1D: "#NAME?",
    0x24: "#NUM!",
    0x2A: "#N/A",
}
_LEAST: Final = {
    _ROW: 14,
    _COLINFO: 10,
    _FORMULA: 14,
    _BOOLERR: 8,
    _FORMAT: 6,
    _BOUNDSHEET: 8,
    _FONT: 6,
    _NOTE: 4,
    _HLINK: 8,
}
"""Bytes of a record without which it does not say what is asked here."""
_THREE: Final = struct.Struct("<HHH")
_LABEL: Final = struct.Struct("<HHHI")
_ONE: Final = struct.Struct("<H")
_HIDDEN_ROW: Final = 0x20
_STRUCK_AT, _STRUCK = 2, 0x08
_WHOLE_STYLE, _SOLID = 20, 1
_URL_MONIKER: Final = bytes.fromhex("e0c9ea79f9bace118c8200aa004ba90b")
"""How the address of a link begins ([MS-OSHARED] 2.3.7.6)."""
_ERROR_RESULT: Final = 2
_LAST_COLUMN: Final = 255
_MOST_RECORDS: Final = 1_000_000
_HIDING: Final = {1: "tersembunyi", 2: "tersembunyi rapat", 3: "tersembunyi rapat"}
_OTHERS: Final = frozenset({"worddocument", "powerpoint document"})

_WORKER: Final = Path(__file__).with_name("calamine_worker.py")
_MOST_SECONDS: Final = 30


class NoOldWorkbookError(UnreadableError):
    """The container holds another kind of document, such as one of Word."""


class XlsBook:
    """An old workbook, walked through without its values."""

    def __init__(self, content: bytes) -> None:
        """Find the sheets; raise UnreadableError where there are none to be read."""
        self.content = content
        self._stream, self.macros = _workbook_stream(content)
        self.sheets: list[StoredSheet] = []
        self._starts: list[int] = []
        shapes: dict[int, Shape | None] = dict(BUILTIN_SHAPES)
        fonts: list[bytes] = []
        shared: list[bytes] = []
        formats: list[bytes] = []
        palette = list(INDEXED_COLOURS)
        last = 0
        for kind, body in _records(self._stream, 0):
            if kind == _FILEPASS:
                raise LockedError
            if kind == _FORMAT:
                wide = body[4] & 1
                code = body[5:].decode("utf-16-le" if wide else "latin-1", errors="replace")
                shapes[_ONE.unpack_from(body)[0]] = shape_of(code)
            elif kind == _SST or (kind == _CONTINUE and shared and last in {_SST, _CONTINUE}):
                shared.append(body)
            elif kind == _FONT:
                fonts.append(body)
            elif kind == _PALETTE:
                given = [body[at : at + 3].hex().upper() for at in range(2, len(body) - 3, 4)]
                palette[8 : 8 + len(given)] = given
            elif kind == _XF and len(body) > _THREE.size:
                formats.append(body)
            elif kind == _BOUNDSHEET and body[5] == 0:  # sheets of charts and macros have others
                self._starts.append(struct.unpack_from("<I", body)[0])
                self.sheets.append(StoredSheet(_sheet_name(body), _HIDING.get(body[4] & 3, "")))
            last = kind
        self._shapes: dict[int, Shape] = {}
        self._looks: dict[int, CellLook] = {}
        for index, body in enumerate(formats):
            number, shape_number = _ONE.unpack_from(body)[0], _ONE.unpack_from(body, 2)[0]
            if shape := shapes.get(shape_number):
                self._shapes[index] = shape
            number = font_at(number)
            look = _look(body, fonts[number] if number < len(fonts) else b"", palette)
            if look != PLAIN:
                self._looks[index] = look
        struck = {number for number, font in enumerate(fonts) if _is_struck(font)}
        # Strings that are written in several fonts are taken apart only where it matters.
        self._runs = dict(rich_texts(shared, struck)) if struck else {}

    def rows(self, sheet: StoredSheet) -> list[StoredRow]:
        """Return the rows of a sheet; of their cells only errors have a value."""
        rows: dict[int, list[StoredCell]] = {}
        hidden: set[int] = set()
        sheet.hidden_columns, sheet.merged, sheet.links, sheet.comments = [], [], [], []
        for kind, body in _records(self._stream, self._starts[self.sheets.index(sheet)]):
            if kind in _CELLS and len(body) >= _THREE.size:
                row, column, style = _THREE.unpack_from(body)
                shape = self._shapes.get(style) if kind in _NUMBERS else None
                cell = _cell(kind, body, column + 1, shape)
                look = self._looks.get(style, PLAIN)
                if kind == _LABELSST and len(body) >= _LABEL.size:
                    runs = self._runs.get(_LABEL.unpack_from(body)[3], [])
                    plain = replace(look, deleted=False)
                    value, rich = with_runs(runs, struck=look.deleted, look=plain)
                    cell, look = cell._replace(value=value), rich if runs else look
                rows.setdefault(row + 1, []).append(cell._replace(look=look))
            elif kind == _MULRK and len(body) >= _THREE.size:
                row, first, _ = _THREE.unpack_from(body)
                for index in range((len(body) - 6) // 6):  # a style and a number of four bytes each
                    style = _ONE.unpack_from(body, 4 + 6 * index)[0]
                    shape, look = self._shapes.get(style), self._looks.get(style, PLAIN)
                    column = first + 1 + index
                    cell = StoredCell(column, StoredAs.ANGKA, "", None, shape, look=look)
                    rows.setdefault(row + 1, []).append(cell)
            elif kind == _ROW and body[12] & _HIDDEN_ROW:
                hidden.add(_ONE.unpack_from(body)[0] + 1)
            elif kind == _COLINFO and body[8] & 1:
                first, last, _ = _THREE.unpack_from(body)
                sheet.hidden_columns.append((first + 1, min(last, _LAST_COLUMN) + 1))
            elif kind == _NOTE:
                row, column = struct.unpack_from("<HH", body)
                sheet.comments.append(CellComment(f"{column_letters(column + 1)}{row + 1}", ""))
            elif kind == _HLINK:
                top, bottom, left, right = struct.unpack_from("<HHHH", body)
                area = Area(top + 1, left + 1, bottom + 1, right + 1)
                sheet.links.append((area, _address_in(body)))
            elif kind == _MERGED:
                for index in range((len(body) - 2) // 8):
                    top, bottom, left, right = struct.unpack_from("<HHHH", body, 2 + 8 * index)
                    sheet.merged.append(Area(top + 1, left + 1, bottom + 1, right + 1))
        return [StoredRow(number, rows[number], number in hidden) for number in sorted(rows)]

    def with_values(self, sheet: StoredSheet, rows: Iterable[StoredRow]) -> Iterator[StoredRow]:
        """Yield the rows of a sheet anew, with what calamine reads in them."""
        known = {(row.number, cell.column): cell for row in rows for cell in row.cells}
        hidden = {row.number for row in rows if row.hidden}
        for number, column, stored, value in self._values[sheet.name]:
            cell = known.pop((number, column), None) or StoredCell(column, StoredAs.TEKS, "")
            if cell.stored is not StoredAs.GALAT:
                look = replace(cell.look, struck=value) if cell.look.deleted else cell.look
                kind, told = StoredAs(stored), cell.value or value
                cell = StoredCell(column, kind, told, cell.formula, cell.shape, look=look)
            yield StoredRow(number, [cell], number in hidden)
        for (number, _), cell in known.items():
            if cell.stored is StoredAs.GALAT:
                yield StoredRow(number, [cell], number in hidden)

    @cached_property
    def _values(self) -> dict[str, list[tuple[int, int, str, str]]]:
        """The values of each sheet by its name: row, column, way of storing, text.

        They are read in a process of its own; whatever goes wrong there, the file is damaged. A
        browser knows no processes: there the page runs all of this apart, within bounds of its own.
        """
        read = _values_here if sys.platform == "emscripten" else _values_of_worker
        found = {sheet["name"]: sheet["cells"] for sheet in json.loads(read(self.content))}
        if any(sheet.name not in found for sheet in self.sheets):
            raise UnreadableError(DAMAGED)
        return found


def _values_of_worker(content: bytes) -> bytes:
    try:
        done = subprocess.run(  # noqa: S603 — our own script, no word of it from outside
            [sys.executable, "-I", str(_WORKER)],
            input=content,
            capture_output=True,
            check=True,
            timeout=_MOST_SECONDS,
        )
    except (subprocess.SubprocessError, OSError) as error:
        raise UnreadableError(DAMAGED) from error
    return done.stdout


def _values_here(content: bytes) -> bytes:
    try:
        return calamine_worker.values_in(content)
    except (CalamineError, OSError, ValueError, MemoryError) as error:
        raise UnreadableError(DAMAGED) from error


def _workbook_stream(content: bytes) -> tuple[bytes, bool]:
    """Return the stream with the records, and whether macros lie beside it."""
    try:
        with OleFileIO(content) as container:
            names = {entry[0].lower() for entry in container.listdir()}
            if "encryptedpackage" in names:
                raise LockedError
            found = next((name for name in ("Workbook", "Book") if name.lower() in names), "")
            if names & _OTHERS or not found:
                raise NoOldWorkbookError("di dalamnya bukan buku kerja")
            return container.openstream(found).read(), "_vba_project_cur" in names
    except (OSError, IndexError, ValueError, struct.error) as error:
        raise UnreadableError(DAMAGED) from error


def _records(stream: bytes, start: int) -> Iterator[tuple[int, bytes]]:
    """Yield the records of the part that begins at `start`, up to its own end mark."""
    depth = 0
    for _ in range(_MOST_RECORDS):
        if start + 4 > len(stream):
            return
        kind, length = struct.unpack_from("<HH", stream, start)
        start += 4
        depth += (kind in _BOF) - (kind == _EOF)
        if depth <= 0:
            return
        body = stream[start : start + length]
        if depth == 1 and len(body) >= _LEAST.get(kind, 0):
            yield kind, body
        start += length
    raise TooMuchError("isinya terlalu banyak untuk diperiksa seluruhnya")


def _cell(kind: int, body: bytes, column: int, shape: Shape | None) -> StoredCell:
    formula = "" if kind == _FORMULA else None
    if kind == _BOOLERR and body[7]:
        return StoredCell(column, StoredAs.GALAT, _ERRORS.get(body[6], "#N/A"))
    # The result of a formula is a number of eight bytes, unless its last two are set.
    if kind == _FORMULA and body[12:14] == b"\xff\xff" and body[6] == _ERROR_RESULT:
        return StoredCell(column, StoredAs.GALAT, _ERRORS.get(body[8], "#N/A"), formula)
    return StoredCell(column, StoredAs.TEKS, "", formula, shape)


def _is_struck(font: bytes) -> bool:
    return len(font) > _STRUCK_AT and bool(font[_STRUCK_AT] & _STRUCK)


def _look(style: bytes, font: bytes, palette: Sequence[str]) -> CellLook:
    """Return how the cells of a style look; what is struck through is told with their values."""
    colours = []
    if len(style) >= _WHOLE_STYLE and style[17] >> 2 == _SOLID:
        colours.append(_ONE.unpack_from(style, 18)[0] & 0x7F)
    if len(font) >= _THREE.size:
        colours.append(_ONE.unpack_from(font, 4)[0])
    named = (palette[each] for each in colours if each < len(palette))
    shown = tuple(colour for colour in named if colour != "000000")
    return CellLook(deleted=_is_struck(font), colours=shown)


def _address_in(body: bytes) -> str:
    """Return the address of a link; “#” for one to a place of the workbook or to a file."""
    at = body.find(_URL_MONIKER)
    if at < 0:
        return "#"
    length = struct.unpack_from("<I", body.ljust(at + 20, b"\0"), at + 16)[0]
    address = body[at + 20 : at + 20 + min(length, len(body))].decode("utf-16-le", "replace")
    return address.partition("\0")[0] or "#"


def _sheet_name(body: bytes) -> str:
    length, wide = body[6], body[7] & 1
    if body[7] > 1:  # Excel 95: no flag, the name begins here
        return body[7 : 7 + length].decode("cp1252", errors="replace")
    if wide:
        return body[8 : 8 + 2 * length].decode("utf-16-le", errors="replace")
    return body[8 : 8 + length].decode("latin-1")
