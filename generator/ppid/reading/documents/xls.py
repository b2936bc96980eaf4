"""Old Excel workbooks: their records are walked for bounds and facts before calamine reads them."""

import struct
from collections.abc import Iterator
from typing import Final, NamedTuple

from olefile import OleFileIO
from openpyxl.styles.numbers import BUILTIN_FORMATS

from ppid.reading.documents.book import Book, Format, NoWorkbookError
from ppid.reading.documents.facts import Facts, check_extents
from ppid.reading.documents.filled_cells import sheet_of
from ppid.reading.documents.shown import Shape, shape_of
from ppid.reading.documents.stored_values import read_values
from ppid.reading.documents.zip_bounds import damaged, locked

_BOF: Final = {0x0009, 0x0209, 0x0409, 0x0809}
_EOF, _FORMULA, _FILEPASS, _COLINFO = 0x000A, 0x0006, 0x002F, 0x007D
_BOUNDSHEET: Final = 0x0085
_MULRK, _XF, _BOOLERR, _ROW, _FORMAT = 0x00BD, 0x00E0, 0x0205, 0x0208, 0x041E
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
_HEAD: Final = struct.Struct("<HHH")
_SHORT: Final = struct.Struct("<H")
_HIDDEN_ROW: Final = 0x20
_ERROR_RESULT: Final = 2
_ROW_LENGTH, _COLINFO_LENGTH, _FORMULA_LENGTH = 14, 10, 14
_ERROR_FLAG, _WIDE_FLAG, _SHEET_NAME = 7, 4, 7


class _Workbook(NamedTuple):
    """The stream with the records, whether macros lie beside it, and its number formats."""

    stream: bytes
    macros: bool


class _Scan:
    """Collects the facts of one sheet from its records."""

    def __init__(self, facts: Facts, shapes: dict[int, Shape]) -> None:
        self.facts, self.shapes = facts, shapes

    def take(self, sort: int, body: bytes) -> None:
        if sort in _CELLS and len(body) >= _HEAD.size:
            self._cell(sort, body)
        elif sort == _MULRK and len(body) >= _HEAD.size:
            row, first, _ = _HEAD.unpack_from(body)
            for index in range((len(body) - 6) // 6):
                (style,) = _SHORT.unpack_from(body, 4 + 6 * index)
                self._fill(row + 1, first + 1 + index, style)
        elif sort == _ROW and len(body) >= _ROW_LENGTH:
            if body[12] & _HIDDEN_ROW:
                self.facts.hidden_rows.add(_SHORT.unpack_from(body)[0] + 1)
        elif sort == _COLINFO and len(body) >= _COLINFO_LENGTH and body[8] & 1:
            first, last, _ = _HEAD.unpack_from(body)
            self.facts.hidden_columns.update(range(first + 1, min(last, 255) + 2))

    def _cell(self, sort: int, body: bytes) -> None:
        row, column, style = _HEAD.unpack_from(body)
        place = (row + 1, column + 1)
        if sort == _BOOLERR and len(body) > _ERROR_FLAG and body[7]:
            self.facts.errors[place] = _ERRORS.get(body[6], "#N/A")
        if sort == _FORMULA and len(body) >= _FORMULA_LENGTH:
            self.facts.formulas.add(place)
            if body[12:14] == b"\xff\xff" and body[6] == _ERROR_RESULT:
                self.facts.errors[place] = _ERRORS.get(body[8], "#N/A")
        self._fill(*place, style if sort in _NUMBERS else -1)

    def _fill(self, row: int, column: int, style: int) -> None:
        self.facts.fill(row, column)
        if style in self.shapes:
            self.facts.shapes[row, column] = self.shapes[style]


def read_xls(name: str, content: bytes) -> Book:
    """Read an .xls workbook; other documents in the same container are named and refused."""
    workbook = _workbook(content)
    all_facts = _all_facts(workbook.stream)
    check_extents(all_facts)
    values = read_values(content)
    sheets = tuple(sheet_of(values, facts) for facts in all_facts)
    return Book(name, Format.XLS, sheets, macros=workbook.macros)


def _workbook(content: bytes) -> _Workbook:
    try:
        with OleFileIO(content) as container:
            names = {entry[0].lower() for entry in container.listdir()}
            if "encryptedpackage" in names:
                raise locked()
            if "worddocument" in names or "powerpoint document" in names:
                raise _no_workbook()
            found = names & {"workbook", "book"}
            if not found:
                raise _no_workbook()
            stream = container.openstream("Workbook" if "workbook" in found else "Book").read()
            return _Workbook(stream, "_vba_project_cur" in names)
    except (OSError, IndexError, ValueError, struct.error) as error:
        raise damaged() from error


def _all_facts(stream: bytes) -> list[Facts]:
    codes, formats = dict(BUILTIN_FORMATS), []
    found: list[tuple[int, Facts]] = []
    for sort, body in _records(stream, 0):
        if sort == _FILEPASS:
            raise locked()
        if sort == _FORMAT and len(body) > _SHORT.size:
            codes[_SHORT.unpack_from(body)[0]] = _format_code(body)
        elif sort == _XF and len(body) > _SHORT.size:
            formats.append(_SHORT.unpack_from(body, 2)[0])
        elif sort == _BOUNDSHEET and len(body) > _SHEET_NAME and body[5] == 0:
            (offset,) = struct.unpack_from("<I", body)
            found.append((offset, Facts(_sheet_name(body), hidden=body[4] & 3 != 0)))
    shapes = {
        index: shape
        for index, number in enumerate(formats)
        if (shape := shape_of(codes.get(number, "")))
    }
    for offset, facts in found:
        scan = _Scan(facts, shapes)
        for sort, body in _records(stream, offset):
            scan.take(sort, body)
    return [facts for _, facts in found]


def _records(stream: bytes, start: int) -> Iterator[tuple[int, bytes]]:
    """Yield the records of the part that begins at `start`, up to its own end mark."""
    depth = 0
    while start + 4 <= len(stream):
        sort, length = struct.unpack_from("<HH", stream, start)
        start += 4
        depth += (sort in _BOF) - (sort == _EOF)
        if depth <= 0:
            return
        if depth == 1:
            yield sort, stream[start : start + length]
        start += length


def _format_code(body: bytes) -> str:
    wide = len(body) > _WIDE_FLAG and body[4] & 1
    return body[5:].decode("utf-16-le" if wide else "latin-1", errors="replace")


def _sheet_name(body: bytes) -> str:
    length, wide = body[6], body[7] & 1
    if body[7] > 1:  # Excel 95: no flag, the name begins here
        return body[7 : 7 + length].decode("cp1252", errors="replace")
    if wide:
        return body[8 : 8 + 2 * length].decode("utf-16-le", errors="replace")
    return body[8 : 8 + length].decode("latin-1")


def _no_workbook() -> NoWorkbookError:
    return NoWorkbookError(
        "Berkas ini dokumen Office lama (misalnya Word), bukan buku kerja.",
        "Simpan daftarnya sebagai .xlsx, .xls, .ods, atau .csv, lalu serahkan ulang.",
    )
