"""From bytes to text: every encoding that office software writes; the rest is refused."""

import codecs
import re

from ppid.diagnostics.diagnostic import Diagnostic, Severity, diagnose
from ppid.diagnostics.places import SourceText
from ppid.reading.files.requirements import BRK_001

_UTF16 = {codecs.BOM_UTF16_LE: "utf-16-le", codecs.BOM_UTF16_BE: "utf-16-be"}
_NOT_TEXT = {
    b"PK\x03\x04": "buku kerja Excel, dokumen Word, atau arsip ZIP",
    b"\xd0\xcf\x11\xe0": "berkas Office lama (.xls atau .doc)",
    b"%PDF": "dokumen PDF",
}
_UTF8_SEQUENCE = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe1-\xef][\x80-\xbf]{2}")
_NON_ASCII = re.compile(rb"[\x80-\xff]")

_SAVE_CSV = (
    "Isinya terbaca. Agar seragam: di Excel pilih Simpan Sebagai lalu “CSV UTF-8”; "
    "di LibreOffice pilih Simpan Sebagai, “Text CSV”, set karakter “Unicode (UTF-8)”."
)
_SAVE_TEXT = "Isinya terbaca. Agar seragam: di Notepad pilih Simpan Sebagai lalu Pengodean “UTF-8”."
_SAVE_WITHOUT_BOM = (
    "Isinya terbaca dan boleh dibiarkan: “CSV UTF-8” dari Excel selalu membawa tanda ini. "
    "LibreOffice dan Notepad menyimpan UTF-8 tanpa BOM."
)


def decode(path: str, raw: bytes) -> tuple[SourceText | None, list[Diagnostic]]:
    """Read `raw` as text; None when it is not text or when its characters are uncertain."""
    for signature, name in _NOT_TEXT.items():
        if raw.startswith(signature):
            return _refused(path, f"Berkas ini {name}, bukan teks", raw, 0)
    if raw.startswith(codecs.BOM_UTF8):
        return _utf8_with_bom(path, raw)
    if raw[:2] in _UTF16:
        return _utf16(path, raw)
    if b"\0" in raw:
        message = "Berkas ini memuat byte NUL, jadi bukan teks UTF-8"
        return _refused(path, message, raw, raw.index(b"\0"))
    try:
        return SourceText(path, raw.decode("utf-8")), []
    except UnicodeDecodeError as error:
        return _cp1252(path, raw, error.start)


def _utf8_with_bom(path: str, raw: bytes) -> tuple[SourceText | None, list[Diagnostic]]:
    body = raw[len(codecs.BOM_UTF8) :]
    try:
        text = body.decode("utf-8")
    except UnicodeDecodeError as error:
        message = f"Byte 0x{body[error.start]:02X} bukan bagian dari teks UTF-8"
        return _refused(path, message, body, error.start)
    if "\0" in text:
        return _refused(path, "Berkas ini memuat byte NUL", body, body.index(b"\0"))
    message = "Berkas disimpan sebagai UTF-8 dengan tanda BOM di awalnya"
    return _accepted(SourceText(path, text), message, 0, _SAVE_WITHOUT_BOM)


def _utf16(path: str, raw: bytes) -> tuple[SourceText | None, list[Diagnostic]]:
    try:
        text = raw[2:].decode(_UTF16[raw[:2]])
    except UnicodeDecodeError:
        text = "\0"
    if "\0" in text:
        message = "Berkas ini bertanda UTF-16, tetapi isinya bukan teks UTF-16 yang utuh"
        return _refused(path, message, raw, 0)
    return _accepted(SourceText(path, text), "Berkas disimpan sebagai UTF-16", 0)


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
    message = "Berkas disimpan dalam pengodean lama Windows-1252 (ANSI)"
    return _accepted(SourceText(path, text), message, first.start() if first else 0)


def _accepted(
    source: SourceText, message: str, offset: int, hint: str = ""
) -> tuple[SourceText, list[Diagnostic]]:
    span = source.span_between(offset, offset + 1)
    hint = hint or (_SAVE_CSV if source.path.endswith(".csv") else _SAVE_TEXT)
    return source, [diagnose(BRK_001, span, message, severity=Severity.SARAN, hint=hint)]


def _refused(path: str, message: str, raw: bytes, offset: int) -> tuple[None, list[Diagnostic]]:
    # Latin-1 gives one character a byte, so that lines and columns can still be counted.
    span = SourceText(path, raw.decode("latin-1")).span_between(offset, offset + 1)
    return None, [diagnose(BRK_001, span, message)]
