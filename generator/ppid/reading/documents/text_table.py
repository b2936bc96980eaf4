"""Tables of text from anywhere (CSV): their encoding, their separator and their records."""

import csv
import io
import re
from collections import Counter
from collections.abc import Iterator
from itertools import islice
from typing import Final, NamedTuple

from ppid.reading.documents.xml_stream import UnreadableError
from ppid.reading.files.csv_file import DECLARATION, SEPARATORS
from ppid.reading.files.decode import encoding_shown

_OLD_ENCODINGS: Final = ["cp1252", "mac_roman", "latin_1"]
_CONTROLS: Final = re.compile(r"[\x00-\x08\x0e-\x1f]")
_PROBE_RECORDS: Final = 60
_PROBE: Final = 400_000


class DecodedText(NamedTuple):
    """A text; `old_encoding` names the encoding of an older program that had to be guessed."""

    text: str
    old_encoding: str = ""


def decoded(content: bytes) -> DecodedText:
    """Decode a text as office programs write it; raise UnreadableError when it is none."""
    encoding = encoding_shown(content)
    old_encoding = ""
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError as error:
        if encoding != "utf-8":
            raise UnreadableError("isinya bukan teks") from error
        old_encoding = _old_encoding(content)
        text = content.decode(old_encoding, errors="replace")
    if _CONTROLS.search(text):
        raise UnreadableError("isinya bukan teks")
    return DecodedText(text, old_encoding)


def _old_encoding(content: bytes) -> str:
    """Choose among the encodings of older programs by how much sense the characters make."""
    from charset_normalizer import from_bytes  # noqa: PLC0415 — slow to load, and seldom needed

    foreign = b"\n".join(line for line in content.splitlines() if not line.isascii())
    best = from_bytes(foreign[:_PROBE], cp_isolation=_OLD_ENCODINGS).best()
    return best.encoding if best else "cp1252"


def _separator_of(text: str) -> str:
    """Choose the separator that cuts most records into the same number of cells, above one."""
    # Where a comma cuts as evenly as another one, it stands in numbers.
    return max(SEPARATORS, key=lambda separator: (_evenness(text, separator), separator != ","))


def _evenness(text: str, separator: str) -> tuple[int, int]:
    """Return how many records have the same number of cells, above one, and that number."""
    widths: Counter[int] = Counter()
    try:
        for record in islice(csv.reader(io.StringIO(text), delimiter=separator), _PROBE_RECORDS):
            widths[len(record)] += 1
    except csv.Error:
        return (0, 0)
    del widths[1], widths[0]
    return max(((count, width) for width, count in widths.items()), default=(0, 0))


def records(text: str) -> Iterator[tuple[int, list[str]]]:
    """Yield each record with the number, from 1, by which spreadsheet programs show it.

    The line that declares the separator is counted, but is no record.
    """
    declaration = DECLARATION.match(text)
    separator = declaration[1] if declaration else _separator_of(text[:_PROBE])
    first = 2 if declaration else 1
    lines = io.StringIO(text[declaration.end() :] if declaration else text, newline="")
    return enumerate(csv.reader(lines, delimiter=separator), first)
