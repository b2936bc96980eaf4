"""What an earlier build made of the same input is not made again.

Only for functions that look at nothing but their argument, and take their time: pages, papers,
workbooks. What they made lies in a folder of the project, named by a digest of all that the
argument says and of the whole program. Anybody may remove the folder at any time.
"""

import hashlib
import os
import sys
import zlib
from collections.abc import Callable, Collection, Iterable
from contextlib import suppress
from dataclasses import fields, is_dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal
from enum import Enum
from fractions import Fraction
from functools import cache
from importlib.metadata import version
from operator import attrgetter
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final, TypeVar

from pydantic import BaseModel

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
_LIBRARIES: Final = ("Jinja2", "MarkupSafe", "XlsxWriter", "pydantic")
_DIGEST: Final = hashlib.sha256().digest_size


class NoFingerprintError(TypeError):
    """A value that may look at something outside of itself, such as a function or a corpus."""


class Fingerprints:
    """Takes the digest of all that values say: plain ones, and dataclasses and models of such.

    Equal digests mean values of the same types with the same parts. What many values share is
    looked at once; for that it is kept until `forget`.
    """

    def __init__(self) -> None:
        """Begin without knowing any value."""
        self._known: dict[int, tuple[object, str]] = {}

    def of(self, value: object) -> str:
        """Return the digest of a value. Raise NoFingerprintError where a part of it has none."""
        return _digest(repr(self._said(value)))

    def forget(self) -> None:
        """Let go of what was shared."""
        self._known.clear()

    def _said(self, value: object) -> object:
        """Return a plain value that says the same, of which `repr` says all."""
        kind: Any = type(value)  # “type” alone has no hash, mypy believes
        if kind in _PLAIN:
            return value
        if kind is tuple or kind is list:
            return kind.__name__, *self._all(value)  # type: ignore[arg-type]
        parts = _parts_of(kind)
        if parts is None:
            return self._other(value)
        if kind.__module__ == _SMALL:
            return kind.__name__, *self._all(parts(value))
        known = self._known.get(id(value))
        if known is None:
            said = _digest(repr((kind.__module__, kind.__qualname__, *self._all(parts(value)))))
            known = self._known[id(value)] = value, said
        return "", known[1]

    def _all(self, values: Iterable[object]) -> list[object]:
        return [each if type(each) in _PLAIN else self._said(each) for each in values]

    def _other(self, value: object) -> object:
        kind = type(value)
        name = f"{kind.__module__}.{kind.__qualname__}"
        if isinstance(value, Enum):
            return name, value.name
        if isinstance(value, type):
            return name, value.__module__, value.__qualname__
        if isinstance(value, dict | MappingProxyType):
            return name, self._all(value.keys()), self._all(value.values())
        if isinstance(value, set | frozenset):
            return name, sorted(map(repr, self._all(value)))
        if isinstance(value, str):
            return name, str(value)
        if isinstance(value, tuple):
            return name, *self._all(value)
        raise NoFingerprintError(name)


_PLAIN: Final = frozenset(
    (str, int, bool, float, Decimal, Fraction, bytes, date, datetime, timedelta, type(None))
)
_SMALL: Final = "ppid.core.page"
"""Where cells, facts and links come from: to look at one again costs less than to know it."""


@cache
def _parts_of(kind: type) -> Callable[[Any], tuple[object, ...]] | None:
    """Return what takes a dataclass or a model apart; None for what is neither."""
    if is_dataclass(kind):
        names = [each.name for each in fields(kind)]
    elif issubclass(kind, BaseModel) and not kind.__private_attributes__:
        names = list(kind.model_fields)
    else:
        return None
    if len(names) > 1:
        return attrgetter(*names)
    return lambda value: tuple(getattr(value, name) for name in names)


def _digest(said: str) -> str:
    return hashlib.sha256(said.encode("utf-8", "surrogatepass")).hexdigest()


class Reuse:
    """Contents that were made before, by what they were made of; none without a folder."""

    def __init__(self, folder: Path | None = None) -> None:
        """Keep contents in `folder`, which need not be there yet."""
        self._folder = folder
        self._used: set[str] = set()
        self._fingerprints = Fingerprints()
        if folder is not None:
            program()  # known before processes share the work

    def made(self, make: Callable[[T], bytes], of: T) -> bytes:
        """Return what `make` makes of something, now or earlier.

        What has no fingerprint is made each time.
        """
        if self._folder is None:
            return make(of)
        try:
            said = self._fingerprints.of(of)
        except NoFingerprintError:
            return make(of)
        name = _digest(f"{program()} {make.__module__}.{make.__qualname__} {said}")
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
        self._fingerprints.forget()
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
