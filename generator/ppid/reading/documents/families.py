"""What a file really is, by its first bytes, whatever its name says."""

import io
import re
import zipfile
from enum import Enum
from typing import Final

from ppid.reading.documents.package import PackageKind, ZipPackage
from ppid.reading.documents.xml_stream import UnreadableError
from ppid.reading.files.decode import encoding_shown


class DocumentFamily(Enum):
    """A family of documents, and what readers call it."""

    WORKBOOK = "buku kerja Excel (.xlsx)"
    WORD = "dokumen Word (.docx)"
    OPEN_DOCUMENT = "dokumen OpenDocument (.ods atau .odt)"
    FLAT = "dokumen OpenDocument dalam satu berkas (.fods atau .fodt)"
    LEGACY = "berkas Office lama (.xls atau .doc)"
    PDF = "dokumen PDF"
    BINARY_WORKBOOK = "buku kerja Excel biner (.xlsb)"
    SLIDES = "presentasi PowerPoint (.pptx)"
    RTF = "dokumen RTF"
    EMAIL = "surat elektronik atau halaman web tersimpan (.eml atau .mht)"
    IMAGE = "gambar"
    DRAWING = "gambar vektor (EMF atau WMF)"
    PACKED = "berkas termampatkan (.gz, .bz2, atau .xz)"
    TAPE = "arsip TAR"
    ARCHIVE = "arsip ZIP"
    MEDIA = "rekaman suara atau video"
    PROGRAM = "program yang dapat dijalankan"
    MARKUP = "halaman HTML atau XML"
    PLAIN = "teks"
    UNKNOWN = "berkas yang jenisnya tidak dikenal"


ZIP: Final = (b"PK\x03\x04", b"PK\x05\x06")
OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
"""The container of old Office documents, and of new ones that ask for a password."""
_STARTS: Final = (
    (re.compile(rb"%PDF"), DocumentFamily.PDF),
    (re.compile(re.escape(OLE)), DocumentFamily.LEGACY),
    (re.compile(rb"\{\\rtf"), DocumentFamily.RTF),
    # JPEG, PNG, WebP, GIF, TIFF, BMP
    (
        re.compile(
            rb"\xff\xd8\xff|\x89PNG\r\n\x1a\n|RIFF.{4}WEBP|GIF8[79]a|II\*\0|MM\0\*|BM.{4}\0{4}",
            re.DOTALL,
        ),
        DocumentFamily.IMAGE,
    ),
    (re.compile(rb"\x01\0{3}.{36} EMF|\xd7\xcd\xc6\x9a|VCLMTF", re.DOTALL), DocumentFamily.DRAWING),
    (re.compile(rb"\x1f\x8b\x08|BZh[1-9]1AY&SY|\xfd7zXZ\0"), DocumentFamily.PACKED),
    (re.compile(rb".{257}ustar", re.DOTALL), DocumentFamily.TAPE),
    (
        re.compile(
            # Their first lines are headers; one that says how they are stored, or came, is enough.
            rb"(?:[\w-]{1,60}:[^\n]*\n(?:[ \t][^\n]*\n)*)*"
            rb"(?:(?i:MIME-Version|Content-Transfer-Encoding)|Received|Return-Path|Delivered-To): "
        ),
        DocumentFamily.EMAIL,
    ),
    # MP3 with its title before it, MP3, MP4; telephones take photographs of the same make
    (re.compile(rb"ID3|\xff\xfb|.{4}ftyp(?!hei|mif1|avif)", re.DOTALL), DocumentFamily.MEDIA),
    # of Windows, of Linux, a script
    (re.compile(rb"MZ|\x7fELF|#!"), DocumentFamily.PROGRAM),
)
_MARKUP: Final = (b"<!doctype", b"<html", b"<?xml", b"<svg", b"<script")
_FLAT: Final = re.compile(rb"<(?:[\w.-]{1,40}:)?document\s[^>]*?opendocument:xmlns:office")
"""How the element begins that holds an OpenDocument which is no package."""
_HEAD: Final = 1024
_LONG_HEAD: Final = 16_000
_ZIP_END: Final = b"PK\x05\x06"
_ZIP_TAIL: Final = 66_000
"""Bytes at the end of a file in which an archive may name its members: 64 KiB of comment."""
_ASCII: Final = bytes(range(128))
_CONTROLS: Final = bytes(set(range(32)) - set(b"\t\n\r\f\x1b"))
_PACKAGES: Final = {
    PackageKind.WORKBOOK: DocumentFamily.WORKBOOK,
    PackageKind.BINARY_WORKBOOK: DocumentFamily.BINARY_WORKBOOK,
    PackageKind.SLIDES: DocumentFamily.SLIDES,
    PackageKind.WORD: DocumentFamily.WORD,
    PackageKind.SPREADSHEET: DocumentFamily.OPEN_DOCUMENT,
    PackageKind.OPEN_TEXT: DocumentFamily.OPEN_DOCUMENT,
    PackageKind.OPEN_DOCUMENT: DocumentFamily.OPEN_DOCUMENT,
}
_SUFFIXES: Final = {
    "xlsx": DocumentFamily.WORKBOOK,
    "docx": DocumentFamily.WORD,
    **dict.fromkeys(("ods", "odt"), DocumentFamily.OPEN_DOCUMENT),
    **dict.fromkeys(("fods", "fodt", "fodp", "fodg"), DocumentFamily.FLAT),
    **dict.fromkeys(("xls", "doc"), DocumentFamily.LEGACY),
    "pdf": DocumentFamily.PDF,
    "xlsb": DocumentFamily.BINARY_WORKBOOK,
    "pptx": DocumentFamily.SLIDES,
    "rtf": DocumentFamily.RTF,
    **dict.fromkeys(("eml", "mht", "mhtml"), DocumentFamily.EMAIL),
    **dict.fromkeys(
        ("jpg", "jpeg", "png", "webp", "gif", "tif", "tiff", "bmp"), DocumentFamily.IMAGE
    ),
    **dict.fromkeys(("gz", "bz2", "xz"), DocumentFamily.PACKED),
    "zip": DocumentFamily.ARCHIVE,
    **dict.fromkeys(("mp3", "mp4"), DocumentFamily.MEDIA),
    **dict.fromkeys(("html", "xml", "svg", "rss", "atom", "xsl"), DocumentFamily.MARKUP),
    **dict.fromkeys(
        ("csv", "txt", "json", "geojson", "md", "yml", "css", "js"), DocumentFamily.PLAIN
    ),
}


_PARQUET: Final = b"PAR1"
"""How such a file begins and ends."""
_CLOSED: Final = (
    (b"7z\xbc\xaf\x27\x1c", "arsip 7-Zip"),
    (b"Rar!\x1a\x07", "arsip RAR"),
    (b"MSCF", "arsip CAB"),
    (b"\x28\xb5\x2f\xfd", "berkas termampatkan Zstandard"),
    (b"\0\1\0\0Standard ", "basis data Access"),
    (b"SQLite format 3\0", "basis data SQLite"),
    (_PARQUET, "berkas data Parquet"),
)
"""How other files begin that people hand over, and what readers call them."""


def called(content: bytes) -> str:
    """Return what readers call a file that no reader here can open."""
    if content[4:8] == b"ftyp":
        return "gambar HEIC atau AVIF"
    heads = (kind for start, kind in _CLOSED if content.startswith(start))
    return next(heads, DocumentFamily.UNKNOWN.value)


def suffix_of(name: str) -> str:
    """Return the ending of a file name in small letters, without its point."""
    return name.rpartition("/")[2].rpartition(".")[2].lower()


def family_of_name(name: str) -> DocumentFamily:
    """Return what a file is by the ending of its name."""
    return _SUFFIXES.get(suffix_of(name), DocumentFamily.UNKNOWN)


def family_of(content: bytes) -> DocumentFamily:
    """Return what a file is by its bytes."""
    head, long_head = content[:_HEAD], content[:_LONG_HEAD]
    if head.startswith(ZIP):
        try:
            return _PACKAGES.get(ZipPackage(content).kind, DocumentFamily.ARCHIVE)
        except UnreadableError:
            return DocumentFamily.ARCHIVE
    if found := next((family for start, family in _STARTS if start.match(long_head)), None):
        return found
    if content.startswith(_PARQUET) and content.endswith(_PARQUET):
        return DocumentFamily.UNKNOWN
    is_text = encoding_shown(content).startswith(("utf-16", "utf-32")) or (
        len(content) == len(content.translate(None, _CONTROLS))
        and not _is_of_strange_letters(content)
    )
    if b"%PDF-" in head and not is_text:
        return DocumentFamily.PDF  # readers of PDF accept some bytes before it
    start = head.lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if start.startswith(b"<") and _FLAT.search(long_head):
        return DocumentFamily.FLAT
    if start.startswith(_MARKUP):
        return DocumentFamily.MARKUP
    return DocumentFamily.PLAIN if is_text else DocumentFamily.UNKNOWN


def _is_of_strange_letters(content: bytes) -> bool:
    """Return whether a text is kept as no program here writes it, such as those of large computers.

    Half of it then stands where texts have a letter with an accent now and then.
    """
    if 2 * len(content.translate(None, _ASCII)) <= len(content):
        return False
    try:
        content.decode()
    except UnicodeDecodeError:
        return True
    return False


def has_archive_behind(content: bytes) -> bool:
    """Return whether a ZIP archive ends where a file of another kind does."""
    # What is attached to a PDF lies before its end.
    behind = max(len(content) - _ZIP_TAIL, content.rfind(b"%%EOF"), 0)
    return content.rfind(_ZIP_END, behind) >= 0 and zipfile.is_zipfile(io.BytesIO(content))
