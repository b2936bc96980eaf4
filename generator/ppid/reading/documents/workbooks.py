"""Workbooks as the privacy gate reads them: every cell, and whatever is stored but not seen."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby, takewhile
from operator import itemgetter
from typing import Final

from ppid.core.document import DocumentRemark, RemarkKind, unread
from ppid.reading.documents.book import Area, StoredAs
from ppid.reading.documents.ods import CONTENT, OpenDocument
from ppid.reading.documents.office import (
    carried,
    is_personal_name,
    other_parts,
    properties,
    told_property,
)
from ppid.reading.documents.package import Allowance, LockedError, PackageKind, ZipPackage
from ppid.reading.documents.pieces import (
    Inner,
    Part,
    Piece,
    RowPieces,
    as_written,
    joined,
    named,
    strings_in,
)
from ppid.reading.documents.stored import StoredCell, StoredRow, StoredSheet
from ppid.reading.documents.xls import XlsBook
from ppid.reading.documents.xlsx import XlsxBook, comments_in
from ppid.reading.documents.xml_stream import Step, UnreadableError, walk
from ppid.values.cells import LAST_ROW, column_letters, column_number
from ppid.values.numbers import format_bulat

_STORED: Final = (
    ("xl/pivotCache/", RemarkKind.TERSEMBUNYI, "Tersimpan salinan data sebuah tabel pivot"),
    ("xl/externalLinks/", RemarkKind.TERSEMBUNYI, "Tersimpan isi buku kerja lain yang ditautkan"),
    ("xl/revisions/", RemarkKind.KETERANGAN, "Tersimpan riwayat perubahan"),
    (
        "xl/connections.xml",
        RemarkKind.PROGRAM,
        "Dokumen ini membawa sambungan ke sumber data lain",
    ),
)
_BESIDE: Final = {
    **dict.fromkeys(("oddHeader", "evenHeader", "firstHeader"), "kepala cetak"),
    **dict.fromkeys(("oddFooter", "evenFooter", "firstFooter"), "kaki cetak"),
    "dataValidation": "pesan pengisian sel",
    "hyperlink": "keterangan tautan",
}
"""What readers call the texts of a sheet that are no cells."""
_PRINTED_LOOKS: Final = re.compile(r'&(?:[BIUSXYEHO]|"[^"]{0,200}"|K[0-9A-Fa-f]{6})')
"""How pieces of what is printed above and below a sheet look; no number ends there."""
_COMMENTS: Final = ("xl/comments", "xl/threadedComments/", "xl/persons/")
_MOST_KEPT: Final = 100_000
_LONG: Final = 500
_LETTERS_SHOWN: Final = 5
_HEADING_ROW: Final = 1
_RANGE: Final = re.compile(
    r"(?:(?:'((?:[^']|'')+)'|([\w.]+))!)?\$?([A-Z]{1,3})\$?([0-9]{0,7})"
    r"(?::\$?([A-Z]{1,3})\$?([0-9]{0,7}))?"
)
"""A range such as “Pilihan!$A$2:$A$9”, “'Data lain'!A:A” or “$B$3”."""
_FLAT_KIND: Final = re.compile(rb'mimetype="application/vnd\.oasis\.opendocument\.([a-z]+)')
_ABOUT: Final = frozenset({"initial-creator", "creator", "printed-by", "title", "user-defined"})
"""What an OpenDocument in one file says of itself; the rest of it is read with the text."""
_SOURCE: Final = b":source-code"
_MACROS: Final = ("_VBA_PROJECT".encode("utf-16-le"), b"_VBA_PROJECT")


def read_xlsx(content: bytes, allowance: Allowance) -> Iterator[Part]:
    """Yield the cells, the properties, and remarks on what is hidden."""
    package = ZipPackage(content, allowance)
    book = XlsxBook(package)
    read = [_SeenSheet(sheet) for sheet in book.sheets]
    for seen in read:
        yield Piece(seen.sheet.name, "nama lembar")
        yield from joined(seen.pieces(book.rows(seen.sheet)), seen.place)
    unused = [*book.strings.unused, *book.strings.aloud]
    yield Piece("\t\n".join(unused), "teks yang tersimpan tetapi tidak dipakai lagi")
    menus = _menus(book.sheets, book.ranges)
    for seen in read:
        yield from seen.remarks(menus.get(seen.sheet.name, ()))
    for start, kind, message in _STORED:
        if package.below(start):
            yield DocumentRemark(kind, message)
    for seen in read:
        for place, text in seen.sheet.beside:
            printed = place.endswith(("Header", "Footer"))
            told = _PRINTED_LOOKS.sub("", text) if printed else text
            yield Piece(told, f"{_BESIDE.get(place, 'keterangan lembar')}, {seen.place}")
        if not seen.sheet.beside_whole:
            yield unread(f"keterangan di {seen.place} terlalu banyak")
        yield Piece("\t\n".join(seen.sheet.menus), f"daftar pilihan, {seen.place}")
    if any(sheet.program for sheet in book.sheets):
        yield DocumentRemark(RemarkKind.PROGRAM, "Dokumen ini membawa lembar makro Excel 4")
    yield from _comments(package)
    yield from properties(package)
    yield from carried(package)
    known = {book.strings.part, *package.below(*_COMMENTS), *(each.part for each in book.sheets)}
    yield from other_parts(package, known)


def read_open_document(content: bytes, allowance: Allowance) -> Iterator[Part]:
    """Yield the text by its place, the properties, and remarks on what is hidden."""
    package = ZipPackage(content, allowance)
    document = OpenDocument.in_package(package)
    allowance.walk(document.tags)
    yield from _open_document(document)
    yield from properties(package)
    yield from carried(package)
    yield from other_parts(package, {CONTENT})


def read_flat_document(content: bytes, allowance: Allowance) -> Iterator[Part]:
    """Yield all of an OpenDocument that is a single file of XML, as if it were a package."""
    allowance.take(len(content))
    document = OpenDocument(content, _kind_of_flat(content))
    allowance.walk(document.tags)
    yield from _open_document(document)
    for picture in document.pictures:
        allowance.take(len(picture))
        yield Inner("gambar", picture)
    for node in takewhile(lambda node: not node.opens("body"), walk(content)):
        if node.step is Step.TEXT and node.name in _ABOUT:
            yield from told_property(node.name, node.text.strip())
    noted = (rest.partition(b"-->")[0] for rest in content.split(b"<!--")[1:])
    yield Piece(b"\t\n".join(noted).decode("utf-8", "replace"), "catatan di dalam berkas")
    if _SOURCE in content:
        yield DocumentRemark(RemarkKind.PROGRAM, "Dokumen ini membawa makro")


def _kind_of_flat(content: bytes) -> PackageKind:
    found = _FLAT_KIND.search(content)
    sort = found[1] if found else b""
    kinds = {b"spreadsheet": PackageKind.SPREADSHEET, b"text": PackageKind.OPEN_TEXT}
    return kinds.get(sort, PackageKind.OPEN_DOCUMENT)


def _open_document(document: OpenDocument) -> Iterator[Part]:
    """Yield the tables and texts of a document, and remarks on what of them is hidden."""
    read: list[_SeenSheet] = []
    for sheet, found in groupby(document.rows(), key=itemgetter(0)):
        seen = _SeenSheet(sheet)
        read.append(seen)
        place = seen.place if document.is_workbook else "isi"
        yield from joined(seen.pieces(row for _, row in found), place)
    for sheet in document.sheets:
        yield Piece(sheet.name, "nama lembar")
    yield Piece("".join(document.outside), "isi")
    yield Piece("\t\n".join(document.beside), "keterangan di dalam isi")
    if document.counted["hidden"]:
        yield DocumentRemark(RemarkKind.TERSEMBUNYI, "Ada teks yang disembunyikan", doubtful=True)
    if document.counted["unseen"]:
        message = "Ada teks yang tidak tampak: warnanya sama dengan latarnya, atau amat kecil"
        yield DocumentRemark(RemarkKind.TERSEMBUNYI, message, doubtful=True)
    for seen in read:
        yield from seen.remarks()
    if notes := document.counted["annotation"]:
        message = f"Ada {notes} komentar yang ikut tersimpan"
        doubtful = not document.is_workbook
        yield DocumentRemark(RemarkKind.TERSEMBUNYI, message, doubtful=doubtful)
    if document.counted["tracked-changes"]:
        message = "Perubahan yang dilacak masih tersimpan beserta pengubahnya"
        yield DocumentRemark(RemarkKind.KETERANGAN, message)


def read_old_office(content: bytes, allowance: Allowance) -> Iterator[Part]:
    """Yield the texts that stand in a file of the old kind (.xls, .doc) as they are.

    Its values are not taken apart: a reader of the old formats can be made to fill the memory by a
    file of a few kilobytes. What cannot be known is said instead.
    """
    allowance.take(len(content))
    yield from strings_in(content, "isi")
    if any(mark in content for mark in _MACROS):
        yield DocumentRemark(RemarkKind.PROGRAM, "Dokumen ini membawa makro")
    why = "berkas Office lama hanya terbaca sebagian"
    try:
        book = XlsBook(content)
        for sheet in book.sheets:
            seen = _SeenSheet(sheet)
            for row in book.rows(sheet):
                seen.note(row, [cell.column for cell in row.cells])
            yield from seen.remarks()
    except LockedError:
        raise
    except UnreadableError:
        why += "; lembar tersembunyi tidak terlihat"
    yield unread(why)


class _SeenSheet:
    """What hides in a sheet, noted while it is read; only what is filled can leak."""

    def __init__(self, sheet: StoredSheet) -> None:
        self.sheet = sheet
        self.place = " ".join(filter(None, ("lembar", sheet.hiding, named(sheet.name))))
        self._filled: set[tuple[int, int]] = set()
        """Row and column of the cells of a hidden sheet."""
        self._columns: set[int] = set()
        self._hidden_rows: list[int] = []
        self._open_formulas: list[str] = []
        """Cells whose formula was never worked out."""
        self._long: set[str] = set()
        """Long texts that were handed on: many cells may share one."""

    def pieces(self, rows: Iterable[StoredRow]) -> Iterator[Piece]:
        """Yield each row as a piece."""
        made = RowPieces()
        for row in rows:
            cells = [(cell.column, text) for cell in row.cells if (text := _searched(cell))]
            self.note(row, [column for column, _ in cells])
            self._note_formulas(row)
            yield made.piece(row.number, [cell for cell in cells if self._is_new(cell[1])])

    def _is_new(self, text: str) -> bool:
        known = text in self._long if len(text) > _LONG else False
        if len(text) > _LONG:
            self._long.add(text)
        return not known

    def _note_formulas(self, row: StoredRow) -> None:
        for cell in row.cells:
            # A formula that comes to an empty text says so.
            if cell.formula is not None and not cell.value and cell.stored is not StoredAs.TEKS:
                self._open_formulas.append(f"{column_letters(cell.column)}{row.number}")

    def note(self, row: StoredRow, columns: Sequence[int]) -> None:
        """Note the filled columns of a row."""
        if self.sheet.hiding and len(self._filled) < _MOST_KEPT:
            self._filled.update((row.number, column) for column in columns)
        if row.hidden and columns:
            self._hidden_rows += [row.number] * min(row.times, LAST_ROW - len(self._hidden_rows))
        self._columns.update(columns)

    def remarks(self, menus: Sequence[Area] = ()) -> Iterator[DocumentRemark]:
        """Yield what is hidden; all of the sheet must have been read.

        What the menu of a cell shows is not hidden: `menus` are the ranges of this sheet from which
        cells take their choices.
        """
        name = named(self.sheet.name)
        if formulas := self._open_formulas:
            count = format_bulat(len(formulas))
            message = f"hasil rumus di {count} sel tidak tersimpan, mulai sel {formulas[0]}"
            yield unread(f"{message}, pada lembar {name}; yang akan tampak tidak diketahui")
        if self.sheet.hiding:
            below = [cell for cell in self._filled if cell[0] > _HEADING_ROW]
            chosen = menus and all(any(area.holds(*cell) for area in menus) for cell in below)
            if self._filled and not chosen:
                message = f"Lembar {name} {self.sheet.hiding} dan berisi {len(self._filled)} sel"
                yield DocumentRemark(RemarkKind.TERSEMBUNYI, message)
            return
        if rows := self._hidden_rows:
            message = f"Ada {len(rows)} baris tersembunyi yang berisi, mulai baris {min(rows)}"
            yield DocumentRemark(RemarkKind.TERSEMBUNYI, f"{message}, pada lembar {name}")
        if unseen := self.sheet.unseen:
            message = f"Ada {len(unseen)} sel yang tulisannya tidak tampak, mulai sel {unseen[0]}"
            kind = RemarkKind.TERSEMBUNYI
            yield DocumentRemark(kind, f"{message}, pada lembar {name}", doubtful=True)
        if columns := sorted(filter(self.sheet.hides_column, self._columns)):
            letters = ", ".join(map(column_letters, columns[:_LETTERS_SHOWN]))
            message = f"Ada {len(columns)} kolom tersembunyi yang berisi ({letters})"
            yield DocumentRemark(RemarkKind.TERSEMBUNYI, f"{message} pada lembar {name}")


def _searched(cell: StoredCell) -> str:
    """Return all that is stored in a cell: a note, its formula, and what it shows."""
    value = as_written(cell.value) if cell.stored is StoredAs.ANGKA else cell.value
    return "\t".join(filter(None, (cell.aside, cell.formula, cell.look.struck, value)))


def _menus(sheets: Iterable[StoredSheet], ranges: Mapping[str, str]) -> dict[str, list[Area]]:
    """Return by sheet the ranges from which menus of cells take what can be chosen."""
    found: dict[str, list[Area]] = {}
    for sheet in sheets:
        for menu in sheet.menus:
            written = menu.strip().removeprefix("=")
            range_ = _RANGE.fullmatch(ranges.get(written.casefold(), written).strip())
            if range_ is None:
                continue
            quoted, plain, left, top, right, bottom = range_.groups()
            name = quoted.replace("''", "'") if quoted else plain or sheet.name
            single = right is None and bool(top)
            area = Area(
                int(top or 1),
                column_number(left),
                int(bottom or (top if single else LAST_ROW)),
                column_number(right or left),
            )
            found.setdefault(name, []).append(area)
    return found


def _comments(package: ZipPackage) -> Iterator[Part]:
    """Yield the comments and remark on them; threaded ones are stored a second time as others."""
    cells: list[str] = []
    for part in package.below(*_COMMENTS):
        found = comments_in(package.read(part))
        for person in found.people:
            yield Piece(person, "nama pemberi komentar")
            # Excel calls the authors of threaded comments “tc={…}” in the copy for older programs.
            if is_personal_name(person) and not person.startswith("tc="):
                message = "Nama pemberi komentar ikut tersimpan"
                yield DocumentRemark(RemarkKind.KETERANGAN, message)
        for comment in found.comments:
            if comment.text:
                cells.append(comment.cell)
                yield Piece(comment.text, f"komentar pada sel {comment.cell}")
    if cells:
        message = f"Ada {len(set(cells))} komentar, yang pertama pada sel {min(cells)}"
        yield DocumentRemark(RemarkKind.TERSEMBUNYI, message)
