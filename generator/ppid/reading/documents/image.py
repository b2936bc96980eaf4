"""Images: what cameras and programs wrote beside the picture; the picture itself is not decoded."""

import io
import re
import struct
import warnings
import zlib
from collections.abc import Iterator, Mapping
from typing import Any, Final

from PIL import ExifTags, Image, IptcImagePlugin
from PIL.Image import open as read_header

from ppid.core.document import DocumentRemark, RemarkKind, unread
from ppid.reading.documents.families import ZIP
from ppid.reading.documents.office import is_personal_name
from ppid.reading.documents.package import DAMAGED, Allowance
from ppid.reading.documents.pieces import (
    PICTURE_UNREAD,
    Inner,
    Part,
    Piece,
    is_legible,
    strings_in,
)
from ppid.reading.documents.xml_stream import UnreadableError, texts_of
from ppid.values.numbers import format_bulat

_FORMATS: Final = ("JPEG", "PNG", "WEBP", "GIF", "TIFF", "BMP")
_PEOPLE: Final = frozenset({"Artist", "XPAuthor", "CameraOwnerName"})
_SERIALS: Final = frozenset({"BodySerialNumber", "LensSerialNumber", "CameraSerialNumber"})
_IPTC_PEOPLE: Final = {(2, 80): "pembuat", (2, 122): "penulis keterangan"}
_LATITUDE: Final = 2
_SUFFIX_XP: Final = "XP"
_LONGEST: Final = 1_000_000
_CHUNK: Final = struct.Struct(">I4s")
_CHECKSUM: Final = 4
_PNG_TEXTS: Final = frozenset({b"tEXt", b"zTXt", b"iTXt"})
_PNG_PARTS: Final = _PNG_TEXTS | frozenset(
    b"IHDR PLTE IDAT IEND tRNS gAMA cHRM sRGB pHYs bKGD hIST sBIT tIME acTL fcTL fdAT eXIf".split()
)
"""Parts that hold no text, or of which all is read as it is meant."""
_MOST_PIXELS: Final = 64_000_000
"""Bytes of pixels that are unpacked to learn where they end."""
_PNG_HEAD: Final = 8
_GIF_END, _GIF_EXTENSION = 0x3B, 0x21
_JPEG_MARK: Final = re.compile(rb"\xff[\x01-\xcf\xd8-\xfe]")
"""A mark, but for those inside of scans: of a restart, and of a byte that only looks like one."""


def read(content: bytes, allowance: Allowance) -> Iterator[Part]:
    """Yield the texts in the metadata, and remarks on place, person and camera."""
    allowance.take(min(len(content), _LONGEST))
    with warnings.catch_warnings():
        # Large pictures are no danger here: their pixels are never decoded.
        warnings.simplefilter("ignore")
        try:
            image = read_header(io.BytesIO(content), formats=_FORMATS)
        except Image.DecompressionBombError as error:
            raise UnreadableError("ukuran gambarnya tidak wajar") from error
        except (OSError, SyntaxError, ValueError) as error:
            yield from strings_in(content[:_LONGEST], "keterangan gambar")
            raise UnreadableError(DAMAGED) from error
        exif = image.getexif()
        yield from _exif(_named(exif, ExifTags.TAGS))
        yield from _exif(_named(exif.get_ifd(ExifTags.IFD.Exif), ExifTags.TAGS))
        if exif.get_ifd(ExifTags.IFD.GPSInfo).get(_LATITUDE):
            yield DocumentRemark(
                RemarkKind.KETERANGAN, "Gambar ini menyimpan tempat pengambilannya (GPS)"
            )
        yield from _iptc(IptcImagePlugin.getiptcinfo(image) or {})
        yield from _xmp(_bytes(image.info.get("xmp")))
        if image.format != "GIF":  # whose comments are read below
            yield Piece(_text(image.info.get("comment")), "komentar gambar")
        if image.format == "TIFF":  # may hold more pictures with texts of their own
            yield from strings_in(content[:_LONGEST], "keterangan gambar")
            # What scanners write: pages as pictures, often several of them.
            yield unread("gambar TIFF, biasanya hasil pindai; tulisan di dalamnya tidak dibaca")
        elif is_legible(*image.size):
            yield PICTURE_UNREAD
    if content.startswith(b"\x89PNG"):
        yield from _png_texts(content)
    if content.startswith(b"GIF"):
        yield from _gif_texts(content)
    if content.startswith(b"\xff\xd8"):
        yield from _behind(content, _end_of_jpeg(content))
    if content.startswith(b"BM"):
        yield from _behind(content, int.from_bytes(content[2:6], "little") or len(content))
    if content.startswith(b"RIFF"):
        yield from _behind(content, 8 + int.from_bytes(content[4:8], "little"))


def _named(tags: Any, names: Mapping[int, str]) -> dict[str, Any]:  # noqa: ANN401 — no stub says more
    return {names.get(tag, str(tag)): value for tag, value in tags.items()}


def _exif(tags: Mapping[str, Any]) -> Iterator[Part]:
    for name, value in tags.items():
        text = _text(value, wide=name.startswith(_SUFFIX_XP))
        yield Piece(text, f"keterangan kamera “{name}”")
        if name in _PEOPLE and is_personal_name(text):
            yield DocumentRemark(RemarkKind.KETERANGAN, "Gambar ini menyimpan nama pembuatnya")
        if name in _SERIALS and text.strip("\0 "):
            yield DocumentRemark(RemarkKind.KETERANGAN, "Gambar ini menyimpan nomor seri kamera")


def _iptc(tags: Mapping[tuple[int, int], Any]) -> Iterator[Part]:
    for key, value in tags.items():
        for each in value if isinstance(value, list) else [value]:
            text = _text(each)
            yield Piece(text, "keterangan IPTC")
            if key in _IPTC_PEOPLE and is_personal_name(text):
                yield DocumentRemark(
                    RemarkKind.KETERANGAN, f"Gambar ini menyimpan nama {_IPTC_PEOPLE[key]}nya"
                )


def _xmp(written: bytes) -> Iterator[Part]:
    if not written:
        return
    if b"GPSLatitude" in written:
        yield DocumentRemark(
            RemarkKind.KETERANGAN, "Gambar ini menyimpan tempat pengambilannya (GPS)"
        )
    if b"SerialNumber" in written:
        yield DocumentRemark(RemarkKind.KETERANGAN, "Gambar ini menyimpan nomor seri kamera")
    body = written[written.find(b"<") : written.rfind(b">") + 1]
    yield Piece(texts_of(body), "keterangan XMP")


def _png_texts(content: bytes) -> Iterator[Part]:
    """Walk through the chunks of a PNG, also behind the picture, where no library looks."""
    at, end = _PNG_HEAD, 0
    pixels: list[bytes] = []
    while at + _CHUNK.size <= len(content):
        length, kind = _CHUNK.unpack_from(content, at)
        body = content[at + _CHUNK.size : at + _CHUNK.size + length]
        at += _CHUNK.size + length + _CHECKSUM
        if kind == b"IEND" and not end:
            end = at
        if kind == b"IDAT":
            pixels.append(body)
        elif kind == b"iCCP":
            profile = _unpacked(b"zTXt", body.partition(b"\0")[2])
            yield from strings_in(profile, "keterangan gambar")
        elif kind not in _PNG_PARTS:
            yield from strings_in(body, "keterangan gambar")
        if kind not in _PNG_TEXTS:
            continue
        label, _, rest = body.partition(b"\0")
        text = _text(_unpacked(kind, rest))
        yield Piece(text, f"keterangan gambar “{_text(label)[:40]}”")
        if label.lower() in {b"author", b"artist"} and is_personal_name(text):
            yield DocumentRemark(RemarkKind.KETERANGAN, "Gambar ini menyimpan nama pembuatnya")
        if label.startswith(b"XML:com.adobe.xmp"):
            yield from _xmp(_unpacked(kind, rest))
    yield from strings_in(_behind_pixels(pixels), "isi di belakang gambar")
    yield from _behind(content, end or len(content))


def _behind_pixels(stretches: list[bytes]) -> bytes:
    """Return what stands behind the packed pixels of a PNG, among them; no viewer looks there."""
    unpacker = zlib.decompressobj()
    left = _MOST_PIXELS
    for at, stretch in enumerate(stretches):
        rest = stretch
        while rest and left > 0 and not unpacker.eof:
            try:
                left -= len(unpacker.decompress(rest, _LONGEST)) + 1
            except zlib.error:
                return b""
            rest = unpacker.unconsumed_tail
        if unpacker.eof:
            return b"".join([unpacker.unused_data, *stretches[at + 1 :]])
    return b""


def _gif_texts(content: bytes) -> Iterator[Part]:
    """Walk through the blocks of a GIF: comments may stand between any of its pictures."""
    at = 13 + _colours_of_gif(content[10:11])
    while at < len(content) and content[at] != _GIF_END:
        extension = content[at] == _GIF_EXTENSION
        kind = content[at + 1 : at + 2]
        at += 2 if extension else 11 + _colours_of_gif(content[at + 9 : at + 10])
        blocks: list[bytes] = []
        while at < len(content) and content[at]:
            blocks.append(content[at + 1 : at + 1 + content[at]])
            at += 1 + content[at]
        at += 1
        if extension:
            place = "komentar gambar" if kind == b"\xfe" else "keterangan gambar"
            yield Piece(_text(b"".join(blocks)), place)
    yield from _behind(content, at + 1)


def _colours_of_gif(flags: bytes) -> int:
    """Return the bytes that a table of colours takes, by the flags before it."""
    return 3 << ((flags[0] & 7) + 1) if flags and flags[0] & 0x80 else 0


def _end_of_jpeg(content: bytes) -> int:
    """Return where the picture ends: behind the mark of the end that closes its last scan."""
    at = 2
    while found := _JPEG_MARK.search(content, at):
        at = found.end()
        if found[0] == b"\xff\xd9":
            return at
        at += int.from_bytes(content[at : at + 2], "big")
    return len(content)


def _behind(content: bytes, end: int) -> Iterator[Part]:
    """Yield what lies behind the end of a picture, where no viewer looks.

    Telephones put a second picture there; that is looked into, and no more said of it.
    """
    rest = content[end:]
    # Archives are looked for behind files of every kind.
    if not rest.strip(b"\0\r\n ") or rest.startswith(ZIP):
        return
    is_second = rest.lstrip(b"\0").startswith(b"\xff\xd8\xff")
    yield Inner("isi di belakang gambar", rest, told=is_second)
    if not is_second:
        message = f"Di belakang akhir gambar masih ada {format_bulat(len(rest))} byte isi lain"
        yield DocumentRemark(RemarkKind.TERSEMBUNYI, message, doubtful=True)


def _unpacked(kind: bytes, rest: bytes) -> bytes:
    packed = kind == b"zTXt" or (kind == b"iTXt" and rest[:1] == b"\1")
    if kind == b"iTXt":
        rest = rest[2:].split(b"\0", 2)[-1]
    elif kind == b"zTXt":
        rest = rest[1:]
    if not packed:
        return rest
    try:
        return zlib.decompressobj().decompress(rest, _LONGEST)
    except zlib.error:
        return b""


def _bytes(value: object) -> bytes:
    return value if isinstance(value, bytes) else str(value or "").encode()


def _text(value: object, *, wide: bool = False) -> str:
    if isinstance(value, bytes):
        return value[:_LONGEST].decode("utf-16-le" if wide else "utf-8", "replace").rstrip("\0")
    if isinstance(value, tuple) and wide:
        return bytes(value).decode("utf-16-le", "replace").rstrip("\0")
    return value[:_LONGEST] if isinstance(value, str) else ""
