"""ZIP archives: the names of the files inside, and the files themselves."""

from collections.abc import Iterator

from ppid.core.document import Allowance, Inner, Part, Piece
from ppid.reading.documents.package import Package


def read(content: bytes, allowance: Allowance) -> Iterator[Part]:
    """Yield every file inside, to be looked into in turn."""
    package = Package(content, allowance)
    yield Piece(package.comment.decode("utf-8", "replace"), "komentar arsip")
    for name in package.names:
        yield Piece(name, "nama berkas di dalamnya")
        yield Inner(name, package.read(name))
