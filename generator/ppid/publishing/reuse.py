"""What an earlier build made of the same input is not made again.

Only for functions that look at nothing but their argument, and take their time: papers, workbooks.
What they made lies in a folder of the project, named by a digest of the argument and of the whole
program. Anybody may remove the folder at any time.
"""

import hashlib
import os
import sys
import zlib
from collections.abc import Callable, Collection
from contextlib import suppress
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import Final, TypeVar

import ppid

T = TypeVar("T")
FOLDER: Final = ".ppid-simpanan"
"""The folder at the top of a project; git leaves it out by what stands in it."""
_FIXED: Final = {
    ".gitignore": b"*\n",
    # https://bford.info/cachedir/: backups leave such folders out.
    "CACHEDIR.TAG": b"Signature: 8a477f597d28d172789f06886806bc55\n",
}
_PACKAGE: Final = Path(ppid.__file__).resolve().parent
_LIBRARIES: Final = ("XlsxWriter", "pydantic")
_DIGEST: Final = hashlib.sha256().digest_size


class Reuse:
    """Contents that were made before, by what they were made of; none without a folder."""

    def __init__(self, folder: Path | None = None) -> None:
        """Keep contents in `folder`, which need not be there yet."""
        self._folder = folder
        self._used: set[str] = set()

    def made(self, make: Callable[[T], bytes], of: T) -> bytes:
        """Return what `make` makes of something, now or earlier.

        It must consist of plain values and dataclasses of them, of which `repr` says all there is.
        """
        if self._folder is None:
            return make(of)
        said = f"{program()} {make.__module__}.{make.__qualname__} {of!r}"
        name = hashlib.sha256(said.encode("utf-8", "surrogatepass")).hexdigest()
        self._used.add(name)
        kept = _read(self._folder / name)
        if kept is not None:
            return kept
        content = make(of)
        with suppress(OSError):  # a full disk costs time, not the site
            _write(self._folder, name, content)
        return content

    def used(self) -> frozenset[str]:
        """Return the names of what was asked for since this was asked last."""
        names = frozenset(self._used)
        self._used.clear()
        return names

    def forget_all_but(self, used: Collection[str]) -> None:
        """Remove what a build did not ask for, so that the folder holds one site at most."""
        if self._folder is not None and self._folder.is_dir():
            for path in self._folder.iterdir():
                if path.name not in used and path.name not in _FIXED:
                    with suppress(OSError):
                        path.unlink()


def _read(path: Path) -> bytes | None:
    """Return what is kept, if every byte of it is as it was written."""
    with suppress(OSError):
        kept = path.read_bytes()
        if hashlib.sha256(kept[_DIGEST:]).digest() == kept[:_DIGEST]:
            return kept[_DIGEST:]
    return None


def _write(folder: Path, name: str, content: bytes) -> None:
    folder.mkdir(exist_ok=True)
    for fixed, text in _FIXED.items():
        if not (folder / fixed).is_file():  # also where a build was killed before it wrote them
            _put(folder / fixed, text)
    _put(folder / name, hashlib.sha256(content).digest() + content)


def _put(path: Path, content: bytes) -> None:
    beside = path.with_name(f"{path.name}.{os.getpid()}")
    beside.write_bytes(content)
    beside.replace(path)


@cache
def program() -> str:
    """Return a digest of the program, of its law and words, and of what it writes with."""
    digest = hashlib.sha256()
    for path in sorted(_PACKAGE.rglob("*")):
        if path.is_file() and "__pycache__" not in path.parts:
            digest.update(path.relative_to(_PACKAGE).as_posix().encode() + b"\0")
            digest.update(hashlib.sha256(path.read_bytes()).digest())
    libraries = [(name, version(name)) for name in _LIBRARIES]
    digest.update(repr((sys.version, zlib.ZLIB_RUNTIME_VERSION, libraries)).encode())
    return digest.hexdigest()
