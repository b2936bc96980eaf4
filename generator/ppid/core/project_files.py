"""Where the files of a project come from: a disk, or what was stored of a commit."""

import os
import stat
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final, NamedTuple, Protocol

_ENDINGS: Final = (".csv", ".json", ".md", ".yaml", ".yml")
"""Files of data; a folder that is called like one hides the list that is missing."""
PACKAGE: Final = "ppid/"
"""How paths of files begin that ship with the program; those of a project never do."""


class FolderEntry(NamedTuple):
    """The path of a file relative to the project, with `/`.

    `instead` says what stands there if it is no file: such things are named, never opened.
    """

    path: str
    instead: str = ""


def is_in_package(path: str) -> bool:
    """Tell whether a file ships with the program: no project holds it, nobody there can edit it."""
    return path.startswith(PACKAGE)


class Folder(Protocol):
    """A project whose files can be listed and read, wherever they lie."""

    def entries(self, top: str) -> Iterator[FolderEntry]:
        """Return the files below a folder in a fixed order: its own, then folder by folder."""

    def read(self, path: str) -> bytes:
        """Return the bytes of a file."""

    def size(self, path: str) -> int:
        """Return the bytes of a file as a number, without reading it."""

    def has(self, path: str) -> bool:
        """Tell whether a file is there."""


@dataclass(frozen=True, slots=True)
class DiskFolder:
    """A project on a disk."""

    root: Path

    def entries(self, top: str) -> Iterator[FolderEntry]:
        for parent, folders, names in os.walk(self.root / top):
            folders.sort()
            inside = os.path.relpath(parent, self.root).replace(os.sep, "/")
            for name in sorted([*names, *folders]):
                instead = _instead(f"{parent}/{name}", name)
                if instead is not None:
                    yield FolderEntry(f"{inside}/{name}", instead)

    def read(self, path: str) -> bytes:
        return (self.root / path).read_bytes()

    def size(self, path: str) -> int:
        return (self.root / path).stat().st_size

    def has(self, path: str) -> bool:
        return (self.root / path).is_file()


def _instead(place: str, name: str) -> str | None:
    """Return what stands there if it is no file, “” for a file, None for an ordinary folder.

    A pipe would keep the reader waiting for ever, and a device might never end.
    """
    mode = os.lstat(place).st_mode
    if stat.S_ISREG(mode):
        return ""
    if stat.S_ISDIR(mode):
        return "folder" if name.endswith(_ENDINGS) else None
    if stat.S_ISLNK(mode):
        return "tautan simbolik"
    return "pipa, soket, atau perangkat"


@dataclass(frozen=True, slots=True)
class ChangedFolder:
    """A project with other bytes in some of its files, before they are written."""

    files: Mapping[str, bytes]
    before: Folder

    def entries(self, top: str) -> Iterator[FolderEntry]:
        return self.before.entries(top)

    def read(self, path: str) -> bytes:
        return self.files[path] if path in self.files else self.before.read(path)

    def size(self, path: str) -> int:
        return len(self.files[path]) if path in self.files else self.before.size(path)

    def has(self, path: str) -> bool:
        return self.before.has(path)


@dataclass(frozen=True, slots=True)
class StoredFolder:
    """A project as it was stored: the bytes of its files, and the sizes of every one.

    Files without bytes here are the same as in the project on the disk.
    """

    files: Mapping[str, bytes]
    sizes: Mapping[str, int]
    same: Folder | None = None

    def entries(self, top: str) -> Iterator[FolderEntry]:
        below = (path for path in self.sizes if path.startswith(f"{top}/"))
        return (FolderEntry(path) for path in sorted(below, key=_as_walked))

    def read(self, path: str) -> bytes:
        if path in self.files or self.same is None:
            return self.files[path]
        return self.same.read(path)

    def size(self, path: str) -> int:
        return self.sizes[path]

    def has(self, path: str) -> bool:
        return path in self.sizes


def _as_walked(path: str) -> list[tuple[bool, str]]:
    """Order paths as a walk does: the files of a folder come before the folders in it."""
    *folders, name = path.split("/")
    return [*((True, folder) for folder in folders), (False, name)]
