"""What holds for every text: encoding, line ends, composed characters, and the end of the file."""

import codecs
import re
import unicodedata
from collections.abc import Iterator

from ppid.checking.tidy.model import CannotTidyError
from ppid.diagnostics.model import Severity
from ppid.reading.files.decode import decode

_OTHER_LINE_END = re.compile(r"\r\n?")


def text_of(path: str, raw: bytes) -> str:
    """Decode a file. Raises CannotTidyError for what is no text, or not for certain."""
    source, found = decode(path, raw)
    if source is None:
        worst = next((d.message for d in found if d.severity is Severity.GALAT), "bukan teks")
        raise CannotTidyError(worst)
    return source.text.removeprefix("\ufeff")


def encoding_changes(raw: bytes, text: str) -> Iterator[str]:
    """Say what `unified` and writing as UTF-8 change in a file."""
    if raw.startswith(codecs.BOM_UTF8):
        yield "tanda BOM dihapus"
    elif raw != text.encode("utf-8", "surrogatepass"):
        yield "disimpan sebagai UTF-8"
    if "\r" in text:
        yield "akhir baris diseragamkan (LF)"
    if not unicodedata.is_normalized("NFC", text):
        yield "huruf bertanda disatukan (NFC)"


def unified(text: str) -> str:
    """Write line ends as LF and characters in their composed form."""
    return unicodedata.normalize("NFC", _OTHER_LINE_END.sub("\n", text))


def ended(text: str) -> str:
    """End a text with one line end; an empty one stays empty."""
    kept = text.rstrip("\n \t")
    return f"{kept}\n" if kept else ""
