"""Zip archives from strangers: their size is checked before anything in them is unpacked."""

import io
import zlib
from typing import Final
from zipfile import BadZipFile, ZipFile

from ppid.reading.documents.book import NoWorkbookError

MOST_BYTES: Final = 25_000_000
"""Of the file as handed in."""
_MOST_MEMBERS: Final = 2_000
_MOST_UNPACKED: Final = 64_000_000
"""Of all parts that are read, together; a list of 2,000 rows takes about 3 MB."""
_ENCRYPTED: Final = 0x1
_READ: Final = (".xml", ".rels")
_DAMAGE: Final = (BadZipFile, EOFError, KeyError, OSError, RuntimeError, ValueError, zlib.error)


def open_archive(content: bytes) -> ZipFile:
    """Open a zip archive whose parts are within bounds; refuse any other."""
    try:
        archive = ZipFile(io.BytesIO(content))
    except (BadZipFile, ValueError, NotImplementedError, OSError) as error:
        raise damaged() from error
    members = archive.infolist()
    unpacked = sum(member.file_size for member in members if _is_read(member.filename))
    if len(members) > _MOST_MEMBERS or unpacked > _MOST_UNPACKED:
        raise NoWorkbookError(
            f"Isi berkas ini setelah dibuka jauh lebih besar daripada ukurannya: "
            f"{len(members)} bagian, {_megabytes(unpacked)} MB.",
            "Salin daftarnya ke buku kerja baru (tempel sebagai nilai), lalu simpan sebagai .xlsx.",
        )
    if any(member.flag_bits & _ENCRYPTED for member in members):
        raise locked()
    return archive


def read_part(archive: ZipFile, name: str) -> bytes:
    """Unpack one part; a part that is longer than the archive says is refused as damaged."""
    try:
        size = archive.getinfo(name).file_size
        with archive.open(name) as part:
            # ZipFile.read would unpack all there is before it compares; this stops at the size.
            return part.read(size + 1)
    except _DAMAGE as error:
        raise damaged() from error


def check_parts(archive: ZipFile) -> None:
    """Unpack every part that will be read once, so that no wrong size goes unnoticed."""
    for member in archive.infolist():
        if _is_read(member.filename):
            read_part(archive, member.filename)


def damaged() -> NoWorkbookError:
    return NoWorkbookError(
        "Berkas ini rusak atau tidak utuh, sehingga tidak dapat dibuka.",
        "Buka berkas aslinya dengan Excel atau LibreOffice, simpan lagi sebagai .xlsx, "
        "lalu serahkan ulang.",
    )


def locked() -> NoWorkbookError:
    return NoWorkbookError(
        "Buku kerja ini dikunci dengan kata sandi.",
        "Buka dengan kata sandinya, hapus kata sandi itu (Berkas, Info, Proteksi Buku Kerja), "
        "lalu simpan lagi.",
    )


def _is_read(name: str) -> bool:
    return name.lower().endswith(_READ)


def _megabytes(size: int) -> str:
    return f"{size / 1_000_000:.0f}"
