"""From the bytes of a file to a workbook; the content decides what the file is, not its name."""

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import PurePath
from typing import Final
from zipfile import ZipFile

from ppid.reading.documents.book import Book, Format, NoWorkbookError
from ppid.reading.documents.facts import check_extents
from ppid.reading.documents.filled_cells import sheet_of
from ppid.reading.documents.foreign_csv import read_csv_book
from ppid.reading.documents.ods import facts_of_ods
from ppid.reading.documents.stored_values import read_values
from ppid.reading.documents.xls import read_xls
from ppid.reading.documents.xlsx_parts import (
    beside_the_cells,
    facts_of,
    shapes_of_styles,
    sheet_parts,
)
from ppid.reading.documents.zip_bounds import (
    MOST_BYTES,
    check_parts,
    damaged,
    open_archive,
    read_part,
)

_ZIP: Final = b"PK\x03\x04"
_EMPTY_ZIP: Final = b"PK\x05\x06"
_OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_SAVE: Final = "Simpan daftarnya sebagai .xlsx, .xls, .ods, atau .csv, lalu serahkan ulang."
_OTHERS: Final = (
    (b"%PDF", "dokumen PDF"),
    (b"\x89PNG", "gambar (PNG)"),
    (b"\xff\xd8\xff", "gambar (JPEG)"),
    (b"{\\rtf", "dokumen RTF"),
    (b"Rar!", "arsip RAR"),
    (b"7z\xbc\xaf", "arsip 7-Zip"),
)
_XML_2003: Final = re.compile(rb"urn:schemas-microsoft-com:office:spreadsheet")
_WEB_PAGE: Final = re.compile(
    rb"\s*(?:<!doctype html|<html|<table|<meta|<head|<body)", re.IGNORECASE
)
_MAIL_PAGE: Final = re.compile(rb"\s*MIME-Version:", re.IGNORECASE)
_BYTE_ORDER_MARKS: Final = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")


def open_workbook(name: str, content: bytes) -> Book:
    """Read a workbook of any kind; raise UnreadableError with a sentence where that fails.

    `name` is shown and gives a CSV file's sheet its name; a folder before it is left out.
    """
    name = PurePath(name.replace("\\", "/")).name
    if not content.strip():
        raise NoWorkbookError("Berkas ini kosong.", "Periksa apakah berkas tersimpan utuh.")
    if len(content) > MOST_BYTES:
        raise NoWorkbookError(
            f"Berkas ini {len(content) / 1_000_000:.0f} MB; paling besar "
            f"{MOST_BYTES // 1_000_000} MB dapat dibaca.",
            "Hapus gambar dan lembar yang tidak diperlukan, lalu simpan lagi.",
        )
    return _reader_of(content)(name, content)


def _reader_of(content: bytes) -> Callable[[str, bytes], Book]:
    if content.startswith((_ZIP, _EMPTY_ZIP)):
        return _read_archive
    if content.startswith(_OLE):
        return read_xls
    for signature, sort in _OTHERS:
        if content.startswith(signature):
            raise _no_workbook(sort)
    _refuse_web_pages(content)
    return read_csv_book


def _refuse_web_pages(content: bytes) -> None:
    start = content[:2_000]
    if start.startswith(_BYTE_ORDER_MARKS[1:]):
        start = start.replace(b"\0", b"")
    for mark in _BYTE_ORDER_MARKS:
        start = start.removeprefix(mark)
    if _WEB_PAGE.match(start) or _MAIL_PAGE.match(start):
        raise NoWorkbookError(
            "Berkas ini halaman web (HTML) yang diberi nama buku kerja; beberapa aplikasi web "
            "mengunduh tabel dengan cara itu.",
            "Buka dengan Excel atau LibreOffice, pilih Simpan Sebagai “Buku Kerja Excel (.xlsx)”, "
            "lalu serahkan hasilnya.",
        )
    if _XML_2003.search(start):
        raise _no_workbook("lembar kerja XML 2003")
    if start.lstrip().startswith((b"<?xml", b"<")):
        raise _no_workbook("dokumen XML")


def _read_archive(name: str, content: bytes) -> Book:
    archive = open_archive(content)
    names = set(archive.namelist())
    if "[Content_Types].xml" in names:
        return _read_office(name, content, archive)
    if "mimetype" in names:
        return _read_open_document(name, content, archive)
    if any(part.endswith(".iwa") for part in names):
        raise _no_workbook("dokumen Numbers")
    if any(part.lower().endswith((".xlsx", ".xls", ".ods", ".csv")) for part in names):
        raise NoWorkbookError(
            "Berkas ini arsip ZIP yang memuat berkas lain.",
            "Buka arsipnya, lalu serahkan buku kerja di dalamnya satu per satu.",
        )
    raise _no_workbook("arsip ZIP")


def _read_office(name: str, content: bytes, archive: ZipFile) -> Book:
    types = read_part(archive, "[Content_Types].xml")
    if b"wordprocessingml" in types:
        raise _no_workbook("dokumen Word")
    if b"presentationml" in types:
        raise _no_workbook("presentasi PowerPoint")
    if b"ms-excel.sheet.binary" in types:
        raise _no_workbook("buku kerja Excel biner (.xlsb)")
    if "xl/workbook.xml" not in archive.namelist():
        raise damaged()
    check_parts(archive)
    parts = sheet_parts(archive)
    shapes = shapes_of_styles(archive)
    all_facts = [facts_of(archive, part, shapes) for part in parts]
    check_extents(all_facts)
    values = read_values(content)
    sheets = []
    for part, facts in zip(parts, all_facts, strict=True):
        comments, text_boxes = beside_the_cells(archive, part)
        sheet = sheet_of(values, facts)
        sheets.append(replace(sheet, comments=comments, text_boxes=text_boxes))
    names = [each.lower() for each in archive.namelist()]
    return Book(
        name,
        Format.XLSX,
        tuple(sheets),
        macros=any(each.endswith("vbaproject.bin") for each in names),
        links_to_files=any(each.startswith("xl/externallinks/") for each in names),
    )


def _read_open_document(name: str, content: bytes, archive: ZipFile) -> Book:
    if b"opendocument.spreadsheet" not in read_part(archive, "mimetype"):
        raise _no_workbook("dokumen OpenDocument yang bukan lembar kerja")
    check_parts(archive)
    all_facts = facts_of_ods(archive)
    check_extents(all_facts)
    values = read_values(content)
    return Book(name, Format.ODS, tuple(sheet_of(values, facts) for facts in all_facts))


def _no_workbook(sort: str) -> NoWorkbookError:
    return NoWorkbookError(f"Berkas ini {sort}, bukan buku kerja yang dapat dibaca.", _SAVE)
