"""What a file really is, by its first bytes, whatever its name says."""

import io
import zipfile
from enum import Enum
from typing import Final


class Family(Enum):
    """A family of documents: the module that reads it, and what readers call it."""

    WORKBOOK = ("workbook", "buku kerja Excel (.xlsx)")
    WORD = ("word", "dokumen Word (.docx)")
    OPEN_DOCUMENT = ("open_document", "dokumen OpenDocument (.ods atau .odt)")
    LEGACY = ("legacy", "berkas Office lama (.xls atau .doc)")
    PDF = ("pdf", "dokumen PDF")
    IMAGE = ("image", "gambar")
    ARCHIVE = ("archive", "arsip ZIP")
    MEDIA = ("media", "rekaman suara atau video")
    PROGRAM = ("program", "program yang dapat dijalankan")
    MARKUP = ("plain", "halaman HTML atau XML")
    PLAIN = ("plain", "teks")
    UNKNOWN = ("", "berkas yang jenisnya tidak dikenal")

    @property
    def module(self) -> str:
        """The module of this package that reads it."""
        return self.value[0]

    @property
    def sebutan(self) -> str:
        """What readers call it."""
        return self.value[1]


_STARTS: Final = (
    (b"%PDF", Family.PDF),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", Family.LEGACY),
    (b"\xff\xd8\xff", Family.IMAGE),
    (b"\x89PNG\r\n\x1a\n", Family.IMAGE),
    (b"ID3", Family.MEDIA),
    (b"\xff\xfb", Family.MEDIA),
    (b"MZ", Family.PROGRAM),
    (b"\x7fELF", Family.PROGRAM),
    (b"#!", Family.PROGRAM),
)
_ZIP: Final = (b"PK\x03\x04", b"PK\x05\x06")
_ZIP_END: Final = b"PK\x05\x06"
_ZIP_TAIL: Final = 66_000
_MARKUP: Final = (b"<!doctype html", b"<html", b"<?xml", b"<svg", b"<script")
_TEXT_SUFFIXES: Final = frozenset({"csv", "txt", "json", "geojson", "md", "yml", "css", "js"})
_MARKUP_SUFFIXES: Final = frozenset({"html", "xml", "svg", "rss", "atom", "xsl"})
_HEAD: Final = 1024
_ORDINARY_CONTROLS: Final = b"\t\n\r\f\x1b"
_CONTROLS: Final = bytes(set(range(32)) - set(_ORDINARY_CONTROLS))
_FAMILIES: Final = {
    "xlsx": Family.WORKBOOK,
    "docx": Family.WORD,
    "ods": Family.OPEN_DOCUMENT,
    "odt": Family.OPEN_DOCUMENT,
    "xls": Family.LEGACY,
    "doc": Family.LEGACY,
    "pdf": Family.PDF,
    **dict.fromkeys(("jpg", "jpeg", "png", "webp"), Family.IMAGE),
    "zip": Family.ARCHIVE,
    **dict.fromkeys(("mp3", "mp4"), Family.MEDIA),
    **dict.fromkeys(_MARKUP_SUFFIXES, Family.MARKUP),
    **dict.fromkeys(_TEXT_SUFFIXES, Family.PLAIN),
}


def suffix_of(name: str) -> str:
    """Return the ending of a file name in small letters, without its point."""
    return name.rpartition("/")[2].rpartition(".")[2].lower()


def family_of_name(name: str) -> Family:
    """Tell what a file is by the ending of its name."""
    return _FAMILIES.get(suffix_of(name), Family.UNKNOWN)


def family_of(content: bytes) -> Family:
    """Tell what a file is by its bytes."""
    head = content[:_HEAD]
    if head.startswith(_ZIP):
        return _packed(content)
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        return Family.IMAGE
    if head[4:8] == b"ftyp":
        return Family.MEDIA
    found = next((family for start, family in _STARTS if head.startswith(start)), None)
    if found is None and b"%PDF-" in head and not _is_text(content):
        return Family.PDF  # readers of PDF accept some bytes before it
    return found or _unmarked(content, head)


def _unmarked(content: bytes, head: bytes) -> Family:
    if head.lstrip(b"\xef\xbb\xbf \t\r\n").lower().startswith(_MARKUP):
        return Family.MARKUP
    return Family.PLAIN if _is_text(content) else Family.UNKNOWN


def _is_text(content: bytes) -> bool:
    if content[:2] in {b"\xff\xfe", b"\xfe\xff"}:
        return True
    return len(content) == len(content.translate(None, _CONTROLS))


def _packed(content: bytes) -> Family:
    """Tell what a ZIP archive is by what lies inside."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            names = archive.namelist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError, UnicodeError):
        return Family.ARCHIVE
    if "mimetype" in names[:3] and "content.xml" in names:
        return Family.OPEN_DOCUMENT
    folders = {name.partition("/")[0] for name in names if "/" in name}
    if "[Content_Types].xml" in names and folders & {"xl", "word"}:
        return Family.WORKBOOK if "xl" in folders else Family.WORD
    return Family.ARCHIVE


def has_archive_behind(content: bytes) -> bool:
    """Tell whether a ZIP archive ends where a file of another kind does."""
    # What is attached to a PDF lies before its end.
    behind = max(len(content) - _ZIP_TAIL, content.rfind(b"%%EOF"), 0)
    ends = content.rfind(_ZIP_END, behind)
    return ends >= 0 and zipfile.is_zipfile(io.BytesIO(content))
