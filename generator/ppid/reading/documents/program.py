"""Programs: never to be published, whatever they are called."""

from collections.abc import Iterator

from ppid.core.document import Allowance, Part, Remark, Sort


def read(content: bytes, allowance: Allowance) -> Iterator[Part]:
    """Remark that this is one; nothing in it is looked at."""
    allowance.take(min(len(content), 0))
    yield Remark(Sort.PROGRAM, "Berkas ini program yang dapat dijalankan")
