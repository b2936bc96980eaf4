"""From bytes to text: every encoding that office software writes; the rest is refused."""

import codecs
import re
from typing import Final

from ppid.diagnostics.diagnostic import Diagnostic, Severity, diagnose
from ppid.diagnostics.places import SourceText
from ppid.reading.files.requirements import BRK_001

_MARKS: Final = {
    codecs.BOM_UTF8: "utf-8-sig",
    codecs.BOM_UTF32_LE: "utf-32",  # begins like that of UTF-16
    codecs.BOM_UTF32_BE: "utf-32",
    codecs.BOM_UTF16_LE: "utf-16",
    codecs.BOM_UTF16_BE: "utf-16",
}
_PROBE: Final = 2_000
_MOSTLY: Final = 0.7
_NOT_TEXT: Final = {
    b"PK\x03\x04": "buku kerja Excel, dokumen Word, atau arsip ZIP",
    b"\xd0\xcf\x11\xe0": "berkas Office lama (.xls atau .doc)",
    b"%PDF": "dokumen PDF",
}
_UTF8_SEQUENCE: Final = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe1-\xef][\x80-\xbf]{2}")
_NON_ASCII: Final = re.compile(rb"[\x80-\xff]")
_SAVED_AS: Final = {
    "utf-8-sig": "sebagai UTF-8 dengan tanda BOM di awalnya",
    "utf-16": "sebagai UTF-16",
    "utf-16-le": "sebagai UTF-16 tanpa tanda BOM",
    "utf-16-be": "sebagai UTF-16 tanpa tanda BOM",
    "cp1252": "dalam pengodean lama Windows-1252 (ANSI)",
}
_SAVE_CSV: Final = (
    "Isinya terbaca. Agar seragam: di Excel pilih Simpan Sebagai lalu “CSV UTF-8”; "
    "di LibreOffice pilih Simpan Sebagai, “Text CSV”, set karakter “Unicode (UTF-8)”."
)
_SAVE_TEXT: Final = (
    "Isinya terbaca. Agar seragam: di Notepad pilih Simpan Sebagai lalu Pengodean “UTF-8”."
)
_SAVE_WITHOUT_BOM: Final = (
    "Isinya terbaca dan boleh dibiarkan: “CSV UTF-8” dari Excel selalu membawa tanda ini. "
    "LibreOffice dan Notepad menyimpan UTF-8 tanpa BOM."
)


def encoding_shown(raw: bytes) -> str:
    """Return the encoding that the bytes themselves show, “utf-8” where they show none.

    Text in UTF-16 without a mark is known by its letters: every second byte of them is zero; in
    UTF-32 three of four are.
    """
    for mark, encoding in _MARKS.items():
        if raw.startswith(mark):
            return encoding
    probe = raw[:_PROBE]
    if b"\0\0\0" in probe and len(raw) % 4 == 0:
        filled = [any(probe[at::4]) for at in range(4)]
        if filled.count(True) == 1 and filled[1:3] == [False, False]:
            return "utf-32-le" if filled[0] else "utf-32-be"
    if b"\0" in probe and len(raw) % 2 == 0:
        first, second = probe[::2].count(0), probe[1::2].count(0)
        if max(first, second) > _MOSTLY * len(probe) / 2 and not min(first, second):
            return "utf-16-be" if first else "utf-16-le"
    return "utf-8"


def decode(path: str, raw: bytes) -> tuple[SourceText | None, list[Diagnostic]]:
    """Read `raw` as text; None when it is not text or when its characters are uncertain."""
    for signature, name in _NOT_TEXT.items():
        if raw.startswith(signature):
            return _refused(path, f"Berkas ini {name}, bukan teks", raw, 0)
    encoding = encoding_shown(raw)
    if encoding.startswith("utf-16"):
        return _utf16(path, raw, encoding)
    if encoding.startswith("utf-32"):
        return _refused(path, "Berkas ini disimpan sebagai UTF-32", raw, 0)
    body = raw.removeprefix(codecs.BOM_UTF8)
    if b"\0" in body:
        message = "Berkas ini memuat byte NUL, jadi bukan teks UTF-8"
        return _refused(path, message, body, body.index(b"\0"))
    try:
        source = SourceText(path, body.decode("utf-8"))
    except UnicodeDecodeError as error:
        if encoding == "utf-8":
            return _cp1252(path, raw, error.start)
        message = f"Byte 0x{body[error.start]:02X} bukan bagian dari teks UTF-8"
        return _refused(path, message, body, error.start)
    return (source, []) if encoding == "utf-8" else _accepted(source, encoding, 0)


def _utf16(path: str, raw: bytes, encoding: str) -> tuple[SourceText | None, list[Diagnostic]]:
    try:
        text = raw.decode(encoding)
    except UnicodeDecodeError:
        text = "\0"
    if "\0" in text:
        looks = "bertanda" if encoding == "utf-16" else "tampak seperti"
        message = f"Berkas ini {looks} UTF-16, tetapi isinya bukan teks UTF-16 yang utuh"
        return _refused(path, message, raw, 0)
    return _accepted(SourceText(path, text), encoding, 0)


def _cp1252(path: str, raw: bytes, bad: int) -> tuple[SourceText | None, list[Diagnostic]]:
    # Windows-1252 has a meaning for nearly every byte. Text that is UTF-8 for the most part would
    # be read without complaint and turn “ ” into â€œ â€, so a mixture is refused, not guessed.
    if _UTF8_SEQUENCE.search(raw):
        message = f"Byte 0x{raw[bad]:02X} bukan UTF-8, padahal bagian lain berkas ini UTF-8"
        return _refused(path, message, raw, bad)
    try:
        text = raw.decode("cp1252")
    except UnicodeDecodeError as error:
        message = f"Byte 0x{raw[error.start]:02X} tidak dikenal dalam UTF-8 ataupun Windows-1252"
        return _refused(path, message, raw, error.start)
    first = _NON_ASCII.search(raw)
    return _accepted(SourceText(path, text), "cp1252", first.start() if first else 0)


def _accepted(
    source: SourceText, encoding: str, offset: int
) -> tuple[SourceText, list[Diagnostic]]:
    message = f"Berkas disimpan {_SAVED_AS[encoding]}"
    hint = _SAVE_CSV if source.path.endswith(".csv") else _SAVE_TEXT
    hint = _SAVE_WITHOUT_BOM if encoding == "utf-8-sig" else hint
    span = source.span_between(offset, offset + 1)
    return source, [diagnose(BRK_001, span, message, severity=Severity.SARAN, hint=hint)]


def _refused(path: str, message: str, raw: bytes, offset: int) -> tuple[None, list[Diagnostic]]:
    # Latin-1 gives one character a byte, so that lines and columns can still be counted.
    span = SourceText(path, raw.decode("latin-1")).span_between(offset, offset + 1)
    return None, [diagnose(BRK_001, span, message)]
