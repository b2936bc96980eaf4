"""Zip archives whose bytes follow from their contents alone, whatever the clock or the machine."""

from collections.abc import Iterable
from io import BytesIO
from typing import Final
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

_FIRST_DAY: Final = (1980, 1, 1, 0, 0, 0)
"""The first moment that a zip can name."""
_UNIX: Final = 3


def fixed_zip(files: Iterable[tuple[str, bytes]], *, mode: int = 0, begun: bytes = b"") -> bytes:
    """Return the files as an archive, in the order given.

    `begun` is an archive whose files stand before them, as they were packed there. `mode` are the
    permissions that the files get when they are unpacked; the parts of an office document need
    none.
    """
    stream = BytesIO(begun)
    with ZipFile(stream, "a", ZIP_DEFLATED) as archive:
        for name, content in files:
            entry = ZipInfo(name, _FIRST_DAY)
            entry.compress_type, entry.create_system = ZIP_DEFLATED, _UNIX
            entry.external_attr = mode << 16
            archive.writestr(entry, content)
    return stream.getvalue()
