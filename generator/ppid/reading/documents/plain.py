"""Files with little to be known about: texts, mail, archives, recordings, programs, the unknown."""

import bz2
import csv
import email
import email.policy
import io
import lzma
import re
import tarfile
import zlib
from collections.abc import Callable, Iterator, Mapping
from typing import Any, Final

from ppid.core.document import DocumentRemark, RemarkKind, unread
from ppid.reading.documents.package import DAMAGED, Allowance, ZipPackage
from ppid.reading.documents.pieces import Inner, Part, Piece, RowPieces, joined, named, strings_in
from ppid.reading.documents.text_table import TextTable
from ppid.reading.documents.xml_stream import TooMuchError, UnreadableError
from ppid.reading.files.decode import encoding_shown

_HEAD: Final = 1_000
_LONGEST_CELL: Final = 16_000_000
_LOOKS: Final = re.compile(
    r"</?(?:b|i|u|em|strong|span|font|small|mark|code|sup|sub|wbr|tspan|text:span)(?:\s[^<>@\n]{0,200})?>",
    re.IGNORECASE,
)
"""Tags that part nothing; those of them with long numbers in them stay out of this."""
_NUMBER: Final = re.compile(r"[0-9][0-9 ./-]{7}")
_PICTURE: Final = re.compile(r"[^<]{0,9}(?:<[?!][^>]{0,2000}>\s{0,99}){0,9}<svg\b", re.IGNORECASE)
_ACTIVE: Final = re.compile(r"<script|<foreignObject|\son\w+\s*=|javascript:", re.IGNORECASE)
_RECORDED: Final = 2_000_000
"""Bytes at either end of a recording in which its title and maker may stand."""
_RECORDED_PLACES: Final = (b"\xa9xyz", b"com.apple.quicktime.location", b"\0loci")
"""How telephones mark the place where a recording was made, beside the recording."""


def read(content: bytes, allowance: Allowance) -> Iterator[Part]:
    """Yield the text; what is no Unicode is read as office programs write it."""
    allowance.take(len(content))
    yield Piece(_decoded(content), "", (), numbered=True)


def read_markup(content: bytes, allowance: Allowance) -> Iterator[Part]:
    """Yield a web page or XML; no number is parted by how pieces of it look."""
    allowance.take(len(content))
    text = _decoded(content)
    # As long as before, so that lines and places stay; nobody sees these characters.
    yield Piece(_LOOKS.sub(_unseen, text), "", (), numbered=True)
    if _PICTURE.match(text) and _ACTIVE.search(text):
        yield DocumentRemark(RemarkKind.PROGRAM, "Gambar ini membawa perintah yang dapat berjalan")


def _unseen(tag: re.Match[str]) -> str:
    return tag[0] if _NUMBER.search(tag[0]) else "\u200b" * len(tag[0])


def read_table(content: bytes, allowance: Allowance) -> Iterator[Part]:
    """Yield the cells of a CSV file."""
    allowance.take(len(content))
    text, rows = _decoded(content), RowPieces()
    # The limit belongs to the whole process: other readers of CSV keep their own.
    before = csv.field_size_limit(_LONGEST_CELL)
    try:
        pieces = (
            rows.piece(number, [(at, cell) for at, cell in enumerate(cells, 1) if cell])
            for number, cells in TextTable(text).records()
        )
        yield from joined(pieces, "")
    finally:
        csv.field_size_limit(before)


def read_archive(content: bytes, allowance: Allowance) -> Iterator[Part]:
    """Yield every file inside, to be looked into in turn."""
    package = ZipPackage(content, allowance)
    yield Piece(package.comment.decode("utf-8", "replace"), "komentar arsip")
    for name in package.names:
        yield Piece(name, "nama berkas di dalamnya")
        yield Inner(name, package.read(name))


def read_tape(content: bytes, allowance: Allowance) -> Iterator[Part]:
    """Yield every file in a TAR archive, to be looked into in turn."""
    try:
        with tarfile.open(fileobj=io.BytesIO(content), mode="r:") as tape:
            for member in tape:
                allowance.count(1)
                yield Piece(member.name, "nama berkas di dalamnya")
                if member.isfile() and (file := tape.extractfile(member)):
                    allowance.take(member.size)
                    yield Inner(member.name, file.read())
    except tarfile.TarError as error:
        raise UnreadableError(DAMAGED) from error


_UNPACKERS: Final[Mapping[bytes, Callable[[], Any]]] = {
    b"\x1f\x8b": lambda: zlib.decompressobj(wbits=31),
    b"BZ": bz2.BZ2Decompressor,
    b"\xfd7": lzma.LZMADecompressor,
}


def read_packed(content: bytes, allowance: Allowance) -> Iterator[Part]:
    """Yield the file that was packed, if it is not too large; its name may stand at its head."""
    unpacker = _UNPACKERS[content[:2]]()
    try:
        unpacked = unpacker.decompress(content, allowance.left + 1)
    except (zlib.error, OSError, lzma.LZMAError) as error:
        raise UnreadableError(DAMAGED) from error
    allowance.take(len(unpacked))
    yield from strings_in(content[:_HEAD], "keterangan berkas termampatkan")
    yield Inner("isi", unpacked)
    if unpacker.unused_data.strip(b"\0"):
        yield unread("di belakang berkas termampatkan ini masih ada isi lain")


_HEADERS_END: Final = re.compile(rb"\r?\n\r?\n")
_MOST_HEADERS: Final = 5_000
"""Lines before the text of a letter; each is read by a reader that takes its time."""


def read_mail(content: bytes, allowance: Allowance) -> Iterator[Part]:
    """Yield what an e-mail says of its sender and receivers, its texts, and its attachments."""
    allowance.take(2 * len(content))
    if _HEADERS_END.split(content, 1)[0].count(b"\n") > _MOST_HEADERS:
        raise TooMuchError("kepala suratnya terlalu panjang untuk diperiksa seluruhnya")
    mail = email.message_from_bytes(content, policy=email.policy.default)
    allowance.count(content.count(b"Content-Type") + 1)
    for part in mail.walk():
        for name, value in part.items():
            yield Piece(str(value), f"kepala surat {named(name)}")
        if part.get_content_maintype() != "multipart" and not part.is_multipart():
            body = part.get_payload(decode=True)
            text = "surat.html" if part.get_content_subtype() == "html" else "surat.txt"
            yield Inner(part.get_filename() or text, body if isinstance(body, bytes) else b"")
    message = "Surat ini menyebut pengirim dan penerimanya"
    yield DocumentRemark(RemarkKind.KETERANGAN, message)


def read_drawing(content: bytes, allowance: Allowance) -> Iterator[Part]:
    """Yield the texts of a drawing, which stand in it as they are."""
    allowance.take(len(content))
    yield from strings_in(content, "tulisan dalam gambar")


def read_unknown(content: bytes, allowance: Allowance) -> Iterator[Part]:
    """Yield the texts that stand openly in a file of which nothing else can be read."""
    allowance.take(len(content))
    yield from strings_in(content, "")


def read_recording(content: bytes, _: Allowance) -> Iterator[Part]:
    """Yield titles and a remark on the place; sound and picture are not looked at."""
    yield unread("suara dan gambar sebuah rekaman tidak diperiksa")
    for stretch in (content[:_RECORDED], content[_RECORDED:][-_RECORDED:]):
        yield from strings_in(stretch, "keterangan rekaman")
    if any(place in content for place in _RECORDED_PLACES):
        message = "Rekaman ini menyimpan tempat pembuatannya (GPS)"
        yield DocumentRemark(RemarkKind.KETERANGAN, message)


def read_program(_: bytes, __: Allowance) -> Iterator[Part]:
    """Yield the remark that this is one; nothing in it is looked at."""
    yield DocumentRemark(RemarkKind.PROGRAM, "Berkas ini program yang dapat dijalankan")


def _decoded(content: bytes) -> str:
    encoding = encoding_shown(content)
    try:
        return content.decode(encoding)
    except UnicodeDecodeError:
        return content.decode("cp1252" if encoding == "utf-8" else encoding, "replace")
