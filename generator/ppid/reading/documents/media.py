"""Recordings: the place where they were made, as telephones write it beside the recording."""

from collections.abc import Iterator
from typing import Final

from ppid.core.document import Allowance, Part, Remark, Sort

_PLACES: Final = (b"\xa9xyz", b"com.apple.quicktime.location", b"\0loci")


def read(content: bytes, allowance: Allowance) -> Iterator[Part]:
    """Remark on the place; sound and picture are not looked at."""
    allowance.take(0)
    if any(place in content for place in _PLACES):
        yield Remark(Sort.KETERANGAN, "Rekaman ini menyimpan tempat pembuatannya (GPS)")
