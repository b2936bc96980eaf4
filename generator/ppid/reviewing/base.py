"""The project as git knows it: which commit a branch is compared with, and what it holds."""

import hashlib
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from ppid.checking.load import is_document
from ppid.core.project_files import DiskFolder, StoredFolder
from ppid.diagnostics.inert import brief
from ppid.history.git import MissingObjectError, Repository, UnknownRevisionError, find_repository
from ppid.reading.documents.inspection import LARGEST
from ppid.reviewing.model import ComparedBase, TouchedFiles

DEFAULT = "origin/main"
_OTHERWISE = "main"
_FOLDERS = ("data", "content")
_LONGEST = 80
_SHA256 = 64
"""Hexadecimal digits of a blob's name in a repository of the newer sort."""


class NoBaseError(LookupError):
    """There is nothing to compare with; the message is a sentence for the one who asked."""


@dataclass(frozen=True, slots=True)
class Stored:
    """The project at a commit, and how the work tree differs from it in its files."""

    base: ComparedBase
    folder: StoredFolder
    touched: TouchedFiles


def stored(root: Path, asked: str) -> Stored:
    """Read the commit where the work of this branch began; raises `NoBaseError`.

    `asked` names a commit or branch; empty stands for the usual ones. The work tree and the index
    of git stay as they are.
    """
    repository = find_repository(root)
    if repository is None:
        message = "Folder ini bukan repositori git yang boleh dibaca, atau git belum terpasang."
        raise NoBaseError(message)
    base = _base(repository, asked)
    try:
        return _read(repository, root, base)
    except MissingObjectError as error:
        message = "Isi commit dasar belum terambil seluruhnya. Ambil dahulu: git fetch --refetch"
        raise NoBaseError(message) from error


def _base(repository: Repository, asked: str) -> ComparedBase:
    name, tip, notes = _tip(repository, asked)
    try:
        head = repository.commit("HEAD")
    except UnknownRevisionError:
        return ComparedBase(name, tip, (*notes, "Cabang ini belum mempunyai commit."))
    parted = repository.merge_base(tip, head)
    if parted:
        return ComparedBase(name, parted, notes)
    if repository.is_shallow():
        message = (
            f"Riwayat git terlalu pendek untuk menemukan pangkal bersama dengan “{_shown(name)}”. "
            "Ambil dahulu riwayat lengkapnya: git fetch --unshallow"
        )
        raise NoBaseError(message)
    return ComparedBase(
        name, tip, (*notes, "Cabang ini tidak mempunyai riwayat bersama dengan dasarnya.")
    )


def _tip(repository: Repository, asked: str) -> tuple[str, str, tuple[str, ...]]:
    try:
        return asked or DEFAULT, repository.commit(asked or DEFAULT), ()
    except UnknownRevisionError as error:
        if asked:
            message = (
                f"Git tidak mengenal commit atau cabang “{_shown(asked)}”. Periksa ejaannya, atau "
                "ambil dahulu: git fetch origin"
            )
            raise NoBaseError(message) from error
    try:
        note = f"Cabang {DEFAULT} tidak ada di sini, jadi dipakai cabang {_OTHERWISE}."
        return _OTHERWISE, repository.commit(_OTHERWISE), (note,)
    except UnknownRevisionError as error:
        message = (
            f"Cabang {DEFAULT} dan {_OTHERWISE} tidak ada di sini. Ambil dahulu: git fetch origin, "
            "atau sebutkan dasarnya: ppid tinjau --dasar CABANG"
        )
        raise NoBaseError(message) from error


def _shown(name: str) -> str:
    return brief(name, _LONGEST)


def _read(repository: Repository, root: Path, base: ComparedBase) -> Stored:
    tree = repository.tree(base.commit, *_FOLDERS)
    sizes = repository.sizes(tree.values())
    changed, here = repository.changed(base.commit), DiskFolder(root)
    read = {p: blob for p, blob in tree.items() if _is_text(p) or p in changed or not here.has(p)}
    contents = dict(repository.read(blob for blob in read.values() if sizes[blob] <= LARGEST))
    folder = StoredFolder(
        {path: contents[blob] for path, blob in read.items() if blob in contents},
        {path: sizes[blob] for path, blob in tree.items()},
        here,
    )
    if not any(path.startswith("data/") for path in tree):
        note = "Commit dasar belum memuat folder data/, jadi semuanya terhitung baru."
        base = ComparedBase(base.name, base.commit, (*base.notes, note))
    documents = {path: blob for path, blob in tree.items() if is_document(path)}
    renamed = _renamed(documents, sizes, here)
    return Stored(base, folder, TouchedFiles(changed, renamed))


def _is_text(path: str) -> bool:
    """Tell whether `load` reads the records or the words of a file."""
    return path.endswith(".md") if path.startswith("content/") else not is_document(path)


def _renamed(
    documents: Mapping[str, str], sizes: Mapping[str, int], now: DiskFolder
) -> Mapping[str, str]:
    """Find the documents that stand under another name with the same bytes."""
    here = [path for path, instead in now.entries("data") if not instead and is_document(path)]
    gone: dict[str, list[str]] = defaultdict(list)
    for path in sorted(documents.keys() - set(here)):
        gone[documents[path]].append(path)
    lost = {sizes[blob] for blob in gone}
    renamed = {}
    for path in here:
        if path not in documents and now.size(path) in lost:
            waiting = gone.get(_blob_name(now.read(path), documents))
            if waiting:
                renamed[waiting.pop(0)] = path
    return renamed


def _blob_name(content: bytes, documents: Mapping[str, str]) -> str:
    """Name bytes as git does, by the sort of hash that this repository uses."""
    long = any(len(blob) == _SHA256 for blob in documents.values())
    digest = hashlib.sha256() if long else hashlib.sha1(usedforsecurity=False)
    digest.update(b"blob %d\0" % len(content))
    digest.update(content)
    return digest.hexdigest()
