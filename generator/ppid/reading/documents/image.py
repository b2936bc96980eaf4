"""Images: what cameras and programs wrote beside the picture; the picture itself is not decoded."""

import io
import struct
import warnings
import zlib
from collections.abc import Iterator, Mapping
from typing import Any, Final

from PIL import ExifTags, Image, IptcImagePlugin
from PIL.Image import open as read_header

from ppid.core.document import DocumentRemark, RemarkKind
from ppid.reading.documents.office import is_personal_name
from ppid.reading.documents.package import DAMAGED, Allowance
from ppid.reading.documents.pieces import Part, Piece
from ppid.reading.documents.xml_stream import UnreadableError, texts_of

_FORMATS: Final = ("JPEG", "PNG", "WEBP")
_PEOPLE: Final = frozenset({"Artist", "XPAuthor", "CameraOwnerName"})
_SERIALS: Final = frozenset({"BodySerialNumber", "LensSerialNumber", "CameraSerialNumber"})
_IPTC_PEOPLE: Final = {(2, 80): "pembuat", (2, 122): "penulis keterangan"}
_LATITUDE: Final = 2
_SUFFIX_XP: Final = "XP"
_LONGEST: Final = 1_000_000
_CHUNK: Final = struct.Struct(">I4s")
_CHECKSUM: Final = 4
_PNG_TEXTS: Final = frozenset({b"tEXt", b"zTXt", b"iTXt"})
_PNG_HEAD: Final = 8


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
        yield Piece(_text(image.info.get("comment")), "komentar gambar")
    yield from _png_texts(content)


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
    at = _PNG_HEAD
    while content.startswith(b"\x89PNG") and at + _CHUNK.size <= len(content):
        length, kind = _CHUNK.unpack_from(content, at)
        body = content[at + _CHUNK.size : at + _CHUNK.size + length]
        at += _CHUNK.size + length + _CHECKSUM
        if kind not in _PNG_TEXTS:
            continue
        label, _, rest = body.partition(b"\0")
        text = _text(_unpacked(kind, rest))
        yield Piece(text, f"keterangan gambar “{_text(label)[:40]}”")
        if label.lower() in {b"author", b"artist"} and is_personal_name(text):
            yield DocumentRemark(RemarkKind.KETERANGAN, "Gambar ini menyimpan nama pembuatnya")
        if label.startswith(b"XML:com.adobe.xmp"):
            yield from _xmp(_unpacked(kind, rest))


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
