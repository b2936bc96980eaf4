"""From the bytes of a file to a workbook; the content decides what the file is, not its name."""

import csv
import datetime as dt
import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from pathlib import PurePath
from typing import Final

from ppid.reading.documents.book import (
    Area,
    Book,
    BookSheet,
    CellPlace,
    FilledCell,
    Format,
    NoWorkbookError,
    StoredAs,
)
from ppid.reading.documents.families import OLE, ZIP
from ppid.reading.documents.flow import Flow, UnclearTableError
from ppid.reading.documents.ods import OpenDocument
from ppid.reading.documents.odt_tables import read_odt
from ppid.reading.documents.package import DAMAGED, LockedError, PackageKind, ZipPackage
from ppid.reading.documents.stored import StoredCell, StoredRow, StoredSheet, link_in, seen
from ppid.reading.documents.text_table import TableFault, TextTable, decoded
from ppid.reading.documents.web_tables import read_web_page
from ppid.reading.documents.word_tables import read_word
from ppid.reading.documents.xls import NoOldWorkbookError, XlsBook
from ppid.reading.documents.xlsx import XlsxBook
from ppid.reading.documents.xml_2003 import Xml2003
from ppid.reading.documents.xml_stream import TooMuchError, UnreadableError
from ppid.reading.files.csv_file import SEPARATORS
from ppid.values.cells import EXCEL_EPOCH, LAST_COLUMN, LAST_ROW, LONGEST_CELL, column_letters

MOST_BYTES: Final = 25_000_000
"""Of the file as handed in."""
TOO_LARGE: Final = (
    f"paling besar {MOST_BYTES // 1_000_000} MB dapat dibaca.",
    "Hapus gambar dan lembar yang tidak diperlukan, lalu simpan lagi.",
)
"""What is said behind the size of a larger one, and what to do."""
_MOST_CELLS: Final = 50_000
"""Filled cells of a workbook; the longest list known to us has about 5,000."""
_MOST_LETTERS: Final = 2_000_000
"""Of all cells together; a text that many cells share counts in each, as each is understood."""
_MOST_SHEETS: Final = 100
_MOST_COLUMNS: Final = 250
"""Columns with something in them; a list has twelve."""
_MOST_LINKED: Final = 1_000_000
"""Cells of all links of a sheet; more than it can have where none lies over another."""
_WIDEST_REACH: Final = 4_000_000
"""Cells of the rectangle around everything filled; beyond it something was left far away."""

_SAVE: Final = (
    "Serahkan daftarnya sebagai buku kerja (.xlsx, .xls, .ods), sebagai tabel dalam dokumen "
    "(.docx atau .odt), atau sebagai CSV."
)
_ORIGINAL: Final = (
    "Serahkan berkas Word atau Excel aslinya. Bila tidak ada, ketik daftarnya ke dalam templat."
)
_UNPACK: Final = "Buka arsipnya, lalu serahkan berkas di dalamnya satu per satu."
_PICTURES: Final = (
    (re.compile(rb"\x89PNG"), "PNG"),
    (re.compile(rb"\xff\xd8\xff"), "JPEG"),
    (re.compile(rb"II\*\0|MM\0\*"), "TIFF"),
    (re.compile(rb"GIF8"), "GIF"),
    (re.compile(rb"RIFF.{4}WEBP", re.DOTALL), "WebP"),
    (re.compile(rb".{4}ftyp(?:heic|heix|mif1|avif)", re.DOTALL), "HEIC"),
)
_FROM_PDF: Final = (
    "Buka PDF itu dengan Word (Berkas, Buka), simpan sebagai .docx, periksa tabelnya, lalu "
    "serahkan hasilnya."
)
_OTHERS: Final = (
    (
        b"{\\rtf",
        "dokumen RTF",
        "Buka dengan Word atau LibreOffice, simpan sebagai .docx, lalu serahkan hasilnya.",
    ),
    (b"Rar!", "arsip RAR", _UNPACK),
    (b"7z\xbc\xaf", "arsip 7-Zip", _UNPACK),
    (b"\x1f\x8b", "arsip GZIP", _UNPACK),
    (
        b"\0\x01\0\0Standard",
        "basis data Access",
        "Ekspor tabelnya ke Excel (Data Eksternal, Excel), lalu serahkan hasilnya.",
    ),
)
"""How other files begin, what they are, and what to do with them."""
_OTHER_PACKAGES: Final = {
    PackageKind.BINARY_WORKBOOK: "Buka dengan Excel, simpan sebagai .xlsx, lalu serahkan hasilnya.",
    PackageKind.NUMBERS: "Di Numbers pilih Ekspor Ke, Excel, lalu serahkan hasilnya.",
    PackageKind.SLIDES: "Salin tabelnya ke dokumen Word atau ke templat, lalu serahkan hasilnya.",
    PackageKind.OPEN_DOCUMENT: "Salin tabelnya ke dokumen teks atau ke templat, lalu serahkan "
    "hasilnya.",
}
_TABLES: Final = (".xlsx", ".xls", ".ods", ".csv")
_XML_2003: Final = b"urn:schemas-microsoft-com:office:spreadsheet"
_WEB_PAGE: Final = re.compile(
    rb"\s*(?:<\?xml[^>]*\?>\s*|<!--.*?-->\s*)*"
    rb"(?:<!doctype html|<html|<table|<meta|<head|<body|<style|<div|MIME-Version:)",
    re.IGNORECASE | re.DOTALL,
)
"""How pages begin that web applications offer as workbooks; the last is that of a saved page."""
_UNKNOWN: Final = re.compile("[\ufffd\ue000-\uf8ff]|\\(cid:")
"""Letters of fonts that do not say which letters they are."""
_HEAD: Final = 4_000
_MARKS: Final = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")

_REASONS: Final = (
    (
        LockedError,
        "Buku kerja ini dikunci dengan kata sandi.",
        (
            "Buka dengan kata sandinya, hapus kata sandi itu (Berkas, Info, Proteksi Buku Kerja), "
            "lalu simpan lagi."
        ),
    ),
    (
        TooMuchError,
        "Isi berkas ini setelah dibuka jauh lebih besar daripada ukurannya.",
        "Salin daftarnya ke buku kerja baru (tempel sebagai nilai), lalu simpan sebagai .xlsx.",
    ),
    (
        NoOldWorkbookError,
        "Berkas ini dokumen Office lama (misalnya Word), bukan buku kerja.",
        "Buka dengan Word atau LibreOffice, simpan sebagai .docx, lalu serahkan hasilnya.",
    ),
    (
        UnreadableError,
        "Berkas ini rusak atau tidak utuh, sehingga tidak dapat dibuka.",
        (
            "Buka berkas aslinya dengan Excel atau LibreOffice, simpan lagi sebagai .xlsx, "
            "lalu serahkan ulang."
        ),
    ),
)
"""Why a workbook cannot be read, what is said of it, and what to do; the first that fits."""
_SAVE_APART: Final = "Simpan lembar yang memuat daftar ke berkas tersendiri."


def bare_name(name: str) -> str:
    """Return the name of a file without the folders before it, of whatever system they are."""
    return PurePath(name.replace("\\", "/")).name


def open_workbook(name: str, content: bytes, encoding: str = "") -> Book:
    """Read a workbook of any kind; raise NoWorkbookError with a sentence where that fails.

    `name` is shown and gives a CSV file's sheet its name; a folder before it is left out.
    `encoding` is that of `Book.encodings` which a person chose.
    """
    name = bare_name(name)
    if not content.strip():
        raise NoWorkbookError("Berkas ini kosong.", "Periksa apakah berkas tersimpan utuh.")
    if len(content) > MOST_BYTES:
        most, advice = TOO_LARGE
        raise NoWorkbookError(f"Berkas ini {len(content) / 1_000_000:.0f} MB; {most}", advice)
    try:
        if content.startswith(ZIP):
            return _open_package(name, content)
        if content.startswith(OLE):
            return _open_xls(name, content)
        if content.startswith(b"%PDF"):
            return _open_pdf(name, content)
        if markup := _open_markup(name, content, encoding):
            return markup
    except UnreadableError as error:
        said = next(said for reason, *said in _REASONS if isinstance(error, reason))
        raise NoWorkbookError(*said) from error
    for shape, kind in _PICTURES:
        if shape.match(content):
            raise NoWorkbookError(
                f"Berkas ini gambar ({kind}); tulisan di dalamnya tidak dapat dibaca.", _ORIGINAL
            )
    for signature, kind, advice in _OTHERS:
        if content.startswith(signature):
            raise _no_workbook(kind, advice)
    return _open_text(name, content, encoding)


def _open_package(name: str, content: bytes) -> Book:
    package = ZipPackage(content)
    if package.kind is PackageKind.WORKBOOK:
        return _open_xlsx(name, package)
    if package.kind is PackageKind.SPREADSHEET:
        return _open_ods(name, package)
    if package.kind is PackageKind.WORD:
        return _open_flow(name, Format.WORD, read_word(package))
    if package.kind is PackageKind.OPEN_TEXT:
        return _open_flow(name, Format.ODT, read_odt(package))
    is_archive = package.kind is PackageKind.ARCHIVE
    if is_archive and "[Content_Types].xml" in package.names:
        raise UnreadableError(DAMAGED)
    if is_archive and any(part.lower().endswith(_TABLES) for part in package.names):
        raise NoWorkbookError(
            "Berkas ini arsip ZIP yang memuat berkas lain.",
            _UNPACK,
        )
    raise _no_workbook(package.kind.value, _OTHER_PACKAGES.get(package.kind, _SAVE))


def _open_xlsx(name: str, package: ZipPackage) -> Book:
    book, found = XlsxBook(package), []
    sheets = [sheet for sheet in book.sheets if not sheet.program]
    _check_count(len(sheets))
    for sheet in sheets:
        cells = _SheetCells(sheet, book.epoch)
        for row in book.rows(sheet):
            cells.take(row)
        found.append(cells)
    names = [part.lower() for part in package.names]
    return Book(
        name,
        Format.XLSX,
        tuple(
            replace(
                sheet,
                comments=tuple(book.comments(stored)),
                text_boxes=book.has_text_box(stored),
            )
            for sheet, stored in zip(_finished(found), sheets, strict=True)
        ),
        macros=len(sheets) < len(book.sheets) or any(n.endswith("vbaproject.bin") for n in names),
        links_to_files=any(part.startswith("xl/externallinks/") for part in names),
    )


def _open_ods(name: str, package: ZipPackage) -> Book:
    document = OpenDocument.in_package(package)
    found: dict[StoredSheet, _SheetCells] = {}
    for sheet, row in document.rows():
        if sheet not in found:
            found[sheet] = _SheetCells(sheet)
        found[sheet].take(row)
    _check_count(len(document.sheets))
    sheets = [found.get(sheet) or _SheetCells(sheet) for sheet in document.sheets]
    return Book(name, Format.ODS, _finished(sheets))


def _open_xls(name: str, content: bytes) -> Book:
    book = XlsBook(content)
    _check_count(len(book.sheets))
    rows = {sheet: book.rows(sheet) for sheet in book.sheets}
    # calamine lays out in memory the whole rectangle around everything filled.
    _check_extents(
        [
            (sheet.name, [(row.number, cell.column) for row in rows[sheet] for cell in row.cells])
            for sheet in book.sheets
        ]
    )
    found = []
    for sheet in book.sheets:
        cells = _SheetCells(sheet)
        for row in book.with_values(sheet, rows[sheet]):
            cells.take(row)
        found.append(cells)
    return Book(name, Format.XLS, _finished(found), macros=book.macros)


def _open_pdf(name: str, content: bytes) -> Book:
    from ppid.reading.documents.pdf_tables import read_pdf  # noqa: PLC0415 — slow to load

    try:
        flow = read_pdf(content)
    except UnclearTableError as error:
        raise NoWorkbookError(str(error), _FROM_PDF) from error
    if not flow.rows:
        raise NoWorkbookError(
            "PDF ini tidak memuat tulisan, hanya gambar, seperti hasil pindai.", _ORIGINAL
        )
    texts = [cell.value for row in flow.rows for cell in row.cells]
    if any(_UNKNOWN.search(text) for text in texts):
        raise NoWorkbookError("Sebagian huruf dalam PDF ini tidak dapat dibaca.", _ORIGINAL)
    if not flow.tables:
        raise NoWorkbookError(
            "PDF ini tidak memuat tabel bergaris, sehingga kolomnya tidak dapat dipisahkan.",
            _FROM_PDF,
        )
    return _open_flow(name, Format.PDF, flow)


def _open_flow(name: str, form: Format, flow: Flow) -> Book:
    if not flow.tables:
        raise NoWorkbookError(
            f"Berkas ini {form.value}, dan di dalamnya tidak ada tabel.",
            "Tulis daftarnya sebagai tabel, satu baris untuk satu informasi, atau pindahkan ke "
            "templat.",
        )
    cells = _SheetCells(flow.sheet)
    for row in flow.rows:
        cells.take(row)
    return Book(name, form, _finished([cells]))


def _open_text(name: str, content: bytes, encoding: str) -> Book:
    """Read a table of text as a workbook with one sheet, named like the file."""
    try:
        text, encodings = decoded(content, encoding)
    except UnreadableError as error:
        raise NoWorkbookError(
            "Berkas ini bukan buku kerja dan bukan tabel teks yang dapat dibaca.", _SAVE
        ) from error
    table = TextTable(text)
    if fault := table.fault():
        raise _miscut(fault, table.separator)
    cells = _SheetCells(StoredSheet(PurePath(name).stem or name))
    number = 0
    try:
        for number, record in table.records():
            filled = ((column, value) for column, value in enumerate(record, 1) if value.strip())
            row = [StoredCell(column, StoredAs.TEKS, value) for column, value in filled]
            cells.take(StoredRow(number, row))
    except csv.Error as error:
        raise NoWorkbookError(
            f"Baris {number + 1} memuat sel yang terlalu panjang: lebih panjang daripada yang "
            "dapat dimuat sebuah sel, 32.767 karakter.",
            "Periksa tanda kutip yang dibuka tetapi tidak ditutup di sekitar baris itu.",
        ) from error
    return Book(name, Format.CSV, _finished([cells]), encodings=encodings)


def _miscut(fault: TableFault, separator: str) -> NoWorkbookError:
    if fault.cells:
        return NoWorkbookError(
            f"Baris {fault.line} memuat {fault.cells} sel, padahal baris lain {fault.usual}; "
            f"mungkin ada {SEPARATORS[separator]} di dalam teksnya.",
            "Apit teks itu dengan tanda kutip, atau buka berkasnya dengan Excel atau LibreOffice, "
            "betulkan kolomnya, lalu serahkan sebagai .xlsx.",
        )
    return NoWorkbookError(
        f"Tanda kutip yang dibuka pada baris {fault.line} tidak ditutup di tempatnya, sehingga isi "
        "sesudahnya masuk ke dalam satu sel.",
        "Buka berkasnya dengan Notepad, lalu hapus tanda kutip itu atau tulis penutupnya; tanda "
        "kutip di dalam teks ditulis dua kali. Bila isi sel itu memang demikian, serahkan "
        "daftarnya sebagai .xlsx.",
    )


class _SheetCells:
    """The filled cells of a sheet by row and column, taken within the bounds of a list."""

    def __init__(self, sheet: StoredSheet, epoch: dt.date = EXCEL_EPOCH) -> None:
        self.sheet, self.epoch = sheet, epoch
        self.found: dict[tuple[int, int], FilledCell] = {}
        self.letters = 0

    def take(self, row: StoredRow) -> None:
        """Take the cells of a row, and of the same rows below it."""
        name, hidden = self.sheet.name, bool(row.hidden or self.sheet.hiding)
        for cell in row.cells:
            text, stored = seen(cell, self.epoch)
            if not text.strip():
                continue
            if len(self.found) + row.times * cell.times > _MOST_CELLS:
                raise _too_many_cells()
            if len(text) > LONGEST_CELL:
                raise _too_long(CellPlace(name, row.number, cell.column), text)
            self.letters += len(text) * row.times * cell.times
            if self.letters > _MOST_LETTERS:
                raise _too_many_letters()
            formula, look = cell.formula is not None, cell.look
            if link := link_in(cell.formula):
                look = replace(look, link=link)
                if not cell.value:  # the program left it to be worked out
                    text, stored = link, StoredAs.TEKS
            for number in range(row.number, row.number + row.times):
                for column in range(cell.column, cell.column + cell.times):
                    place = CellPlace(name, number, column, row.name)
                    filled = FilledCell(place, text, stored, formula, hidden, look)
                    self.found[number, column] = filled

    def finished(self) -> BookSheet:
        """Return the sheet with its cells in order; all of it must have been read."""
        sheet = self.sheet
        columns = {column for _, column in self.found} if sheet.hidden_columns else set()
        if hidden := {column for column in columns if sheet.hides_column(column)}:
            for place, cell in self.found.items():
                if place[1] in hidden:
                    self.found[place] = replace(cell, hidden=True)
        links = dict(sheet.links)
        if sum(min(area.size, len(self.found)) for area in links) > _MOST_LINKED:
            raise _links_over_links(sheet.name)
        for area, link in links.items():
            for place in self._filled_in(area):
                cell = self.found[place]
                self.found[place] = replace(cell, look=replace(cell.look, link=link))
        cells = tuple(self.found[place] for place in sorted(self.found))
        merged, comments = tuple(sheet.merged), tuple(sheet.comments)
        return BookSheet(sheet.name, cells, merged, bool(sheet.hiding), comments)

    def _filled_in(self, area: Area) -> Iterator[tuple[int, int]]:
        """Yield the filled places of an area, which may be much larger than all that is filled."""
        if area.size > len(self.found):
            yield from [place for place in self.found if area.holds(*place)]
            return
        top, left, bottom, right = area
        if top == bottom and left == right:  # as links to single cells are, by the thousand
            if (top, left) in self.found:
                yield top, left
            return
        for row in range(top, bottom + 1):
            for column in range(left, right + 1):
                if (row, column) in self.found:
                    yield row, column


def _finished(sheets: Sequence[_SheetCells]) -> tuple[BookSheet, ...]:
    """Return the sheets of a workbook, once none of them is too large for a list."""
    _check_extents([(cells.sheet.name, cells.found) for cells in sheets])
    if sum(cells.letters for cells in sheets) > _MOST_LETTERS:
        raise _too_many_letters()
    return tuple(cells.finished() for cells in sheets)


def _check_count(sheets: int) -> None:
    if sheets > _MOST_SHEETS:
        raise NoWorkbookError(
            f"Buku kerja ini memuat {sheets} lembar; paling banyak {_MOST_SHEETS} lembar dapat "
            "dibaca.",
            _SAVE_APART,
        )


def _check_extents(sheets: Sequence[tuple[str, Collection[tuple[int, int]]]]) -> None:
    """Refuse a workbook whose sheets are too full, too wide, or filled too far out.

    Each sheet comes with its name and the row and column of everything filled.
    """
    if sum(len(places) for _, places in sheets) > _MOST_CELLS:
        raise _too_many_cells()
    reached = 0
    for name, places in sheets:
        columns = {column for _, column in places}
        rows = [row for row, _ in places]
        if not places:
            continue
        last_row, last_column = max(rows), max(columns)
        if len(columns) > _MOST_COLUMNS:
            raise NoWorkbookError(
                f"Lembar “{name}” terisi pada {len(columns)} kolom; "
                f"paling banyak {_MOST_COLUMNS} kolom dapat dibaca.",
                "Hapus kolom yang bukan bagian dari daftar, lalu simpan lagi.",
            )
        reached += (last_row - min(rows) + 1) * (last_column - min(columns) + 1)
        if reached > _WIDEST_REACH or last_row > LAST_ROW or last_column > LAST_COLUMN:
            raise NoWorkbookError(
                f"Lembar “{name}” terisi sampai sekitar sel {column_letters(last_column)}"
                f"{last_row}, jauh di luar ukuran sebuah daftar.",
                "Hapus isi yang tertinggal jauh di bawah atau di kanan tabel (Ctrl+End "
                "menunjukkannya), lalu simpan lagi.",
            )


def _too_many_cells() -> NoWorkbookError:
    most = f"{_MOST_CELLS:,}".replace(",", ".")
    return NoWorkbookError(f"Buku kerja ini memuat lebih dari {most} sel terisi.", _SAVE_APART)


def _links_over_links(sheet: str) -> NoWorkbookError:
    return NoWorkbookError(
        f"Pada lembar “{sheet}” banyak tautan saling menindih di sel yang sama.",
        "Hapus tautannya (blok tabelnya, klik kanan, Hapus Hyperlink), lalu simpan lagi.",
    )


def _too_many_letters() -> NoWorkbookError:
    most = f"{_MOST_LETTERS:,}".replace(",", ".")
    return NoWorkbookError(
        f"Sel buku kerja ini seluruhnya memuat lebih dari {most} karakter.", _SAVE_APART
    )


def _too_long(place: CellPlace, text: str) -> NoWorkbookError:
    length = f"{len(text):,}".replace(",", ".")
    return NoWorkbookError(
        f"Sel {place.cell} pada lembar “{place.sheet}” memuat {length} karakter; "
        "sebuah sel paling banyak memuat 32.767 karakter.",
        "Ringkas isi sel itu. Pada CSV, periksa juga tanda kutip yang tidak ditutup.",
    )


def _open_markup(name: str, content: bytes, encoding: str) -> Book | None:
    """Read a web page or a workbook in XML; None when the file is neither."""
    start = content[:_HEAD]
    if start.startswith(_MARKS[1:]):
        start = start.replace(b"\0", b"")
    for mark in _MARKS:
        start = start.removeprefix(mark)
    if _XML_2003 in start:
        return _open_xml(name, content)
    if _WEB_PAGE.match(start):
        return _open_web_page(name, content, encoding)
    if start.lstrip().startswith(b"<"):
        raise _no_workbook("dokumen XML", _SAVE)
    return None


def _open_web_page(name: str, content: bytes, encoding: str) -> Book:
    flow, encodings = read_web_page(content, encoding)
    return replace(_open_flow(name, Format.WEB, flow), encodings=encodings)


def _open_xml(name: str, content: bytes) -> Book:
    book = Xml2003(content)
    _check_count(len(book.sheets))
    found = []
    for sheet in book.sheets:
        found.append(_SheetCells(sheet))
        for row in book.rows[sheet]:
            found[-1].take(row)
    return Book(name, Format.XML, _finished(found))


def _no_workbook(kind: str, advice: str) -> NoWorkbookError:
    return NoWorkbookError(f"Berkas ini {kind}, yang tidak dapat dibaca sebagai daftar.", advice)
