"""Office files of the old kind (.xls, .doc): only the texts that stand in them as they are.

Their make is not taken apart: a reader of the old formats can be made to fill the memory by a file
of a few kilobytes. What cannot be known is said instead.
"""

import re
from collections.abc import Iterator
from typing import Final

from ppid.core.document import Allowance, Part, Piece, Remark, Sort

_PLAIN: Final = re.compile(rb"[\x20-\x7e\t\r\n]{6,}")
_WIDE: Final = re.compile(rb"(?:[\x20-\x7e\t\r\n]\x00){6,}")
_MACROS: Final = ("_VBA_PROJECT".encode("utf-16-le"), b"_VBA_PROJECT")


def read(content: bytes, allowance: Allowance) -> Iterator[Part]:
    """Yield runs of readable characters, in one byte or two each."""
    allowance.take(len(content))
    plain = b"\t\n".join(found[0] for found in _PLAIN.finditer(content))
    yield Piece(plain.decode("latin-1"), "isi")
    wide = (found[0].decode("utf-16-le") for found in _WIDE.finditer(content))
    yield Piece("\t\n".join(wide), "isi")
    if any(mark in content for mark in _MACROS):
        yield Remark(Sort.PROGRAM, "Dokumen ini membawa makro")
    message = "Berkas Office lama hanya dapat diperiksa sebagian: lembar tersembunyi tidak terlihat"
    yield Remark(Sort.TAK_TERPERIKSA, message)
