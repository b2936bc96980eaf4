"""Writing into a project: all files of a change together, or none of them.

New contents are first laid down in a folder of their own, with the old files beside them and a
journal of where each belongs. Once the journal is there the change is made, whatever happens: the
next command puts in place what a killed one left. Before that nothing has been touched.
"""

import errno
import json
import os
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final, NamedTuple

PENDING: Final = ".ppid-belum-selesai"
"""The folder of a change that is being written, at the top of the project."""
_JOURNAL: Final = "jurnal.json"
"""What a change consists of; while it is there, the change goes on to its end."""
_UNDOING: Final = "batal.json"
"""The same once the system has refused a step; while it is there, the way leads back."""
_REASONS: Final = {
    errno.ENOSPC: "ruang penyimpanan penuh; kosongkan dahulu, lalu ulangi",
    errno.EDQUOT: "jatah ruang penyimpanan habis; kosongkan dahulu, lalu ulangi",
    errno.EFBIG: "berkasnya terlalu besar bagi sistem ini; periksa batasnya, lalu ulangi",
    errno.EROFS: "penyimpanannya hanya dapat dibaca; pakai folder lain, lalu ulangi",
    errno.EACCES: "hak tulis tidak ada; periksa hak foldernya, lalu ulangi",
    errno.EPERM: "hak tulis tidak ada; periksa hak foldernya, lalu ulangi",
    errno.ENOENT: "folder atau berkasnya tidak ada; periksa namanya, lalu ulangi",
    errno.ENOTDIR: "salah satu foldernya ternyata berkas; periksa namanya, lalu ulangi",
    errno.EISDIR: "di tempat itu ada folder, bukan berkas; periksa namanya, lalu ulangi",
    errno.EEXIST: "di tempat itu sudah ada berkas; pindahkan dahulu, lalu ulangi",
    errno.ENOTEMPTY: "foldernya sedang dipakai perintah lain; tunggu, lalu ulangi",
    errno.ELOOP: "di tempat itu ada tautan, bukan berkas; hapus tautannya, lalu ulangi",
    errno.EBUSY: "sedang dipakai program lain; tutup programnya, lalu ulangi",
    errno.ENAMETOOLONG: "namanya terlalu panjang; pendekkan, lalu ulangi",
    errno.EMFILE: "terlalu banyak berkas terbuka; tutup program lain, lalu ulangi",
    errno.ENFILE: "terlalu banyak berkas terbuka; tutup program lain, lalu ulangi",
    errno.EIO: "penyimpanannya bermasalah; periksa disknya, lalu ulangi",
    errno.ENOMEM: "memori komputer tidak cukup; tutup program lain, lalu ulangi",
}


class NotWrittenError(Exception):
    """A change is not done; the message says why, what to do, and where it stands.

    Everything is as it was, unless the message says that the next command sees to it.
    """


def system_reason(error: OSError) -> str:
    """Return why the system refused, in words for the user, with what to do about it."""
    return _REASONS.get(error.errno or 0, f"sistem menolak ({error.strerror or error})")


def replace_file(target: Path, content: bytes) -> None:
    """Put new content in the place of a file at once: nobody ever sees half of it.

    The new file is written beside the old one and takes its rights. Raise NotWrittenError when
    that is refused; the old file is then as it was.
    """
    beside = target.with_name(f".{target.name}.baru")
    try:
        _lay_down(beside, content, like=target)
        beside.replace(target)
    except OSError as error:
        with suppress(OSError):
            beside.unlink(missing_ok=True)
        message = f"{target} tidak dapat ditulis: {system_reason(error)}."
        raise NotWrittenError(message) from error


def write_together(root: Path, files: Mapping[str, bytes | None]) -> list[str]:
    """Bring files of a project to these contents, None for none; return the paths that changed.

    Paths are relative to `root`, with “/”. Raise NotWrittenError when one of them is refused; all
    of them are then as they were, or will be as the message says once the next command runs.
    """
    with _alone(root):
        _settle(root)
        changed = {path: new for path, new in files.items() if _content(root / path) != new}
        if not changed:
            return []
        try:
            _prepare(root, changed)
            _put_in_place(root)
        except OSError as error:
            _undo(root)
            raise NotWrittenError(_refused(root, ", ".join(changed), error)) from error
        return list(changed)


def _refused(root: Path, named: str, error: OSError) -> str:
    """Say of a change that was refused where it stands: the way back may be refused as well."""
    reason = system_reason(error)
    for journal, then in ((_JOURNAL, "menyelesaikannya"), (_UNDOING, "mengembalikannya")):
        if (root / PENDING / journal).is_file():
            return (
                f"Perubahan {named} terputus: {reason}. Perintah ppid berikutnya lebih dahulu "
                f"{then}."
            )
    return f"Tidak ada yang berubah; {named} tidak dapat ditulis: {reason}."


def settle(root: Path) -> list[str]:
    """Finish what a killed command was writing; return the paths that were put in place.

    Raise NotWrittenError when the system refuses it.
    """
    if not (root / PENDING).is_dir():
        return []
    try:
        with _alone(root):
            return _settle(root)
    except OSError as error:
        message = f"Perubahan yang terputus belum dapat diselesaikan: {system_reason(error)}."
        raise NotWrittenError(message) from error


def _content(path: Path) -> bytes | None:
    return path.read_bytes() if path.is_file() else None


@contextmanager
def _alone(root: Path) -> Iterator[None]:
    """Let one process write at a time; the system gives the place free when a process dies."""
    import fcntl  # noqa: PLC0415 — missing where lists are only read, as in a browser

    folder = os.open(root, os.O_RDONLY | os.O_DIRECTORY)
    try:
        fcntl.flock(folder, fcntl.LOCK_EX)
        yield
    finally:
        os.close(folder)


def _prepare(root: Path, changed: Mapping[str, bytes | None]) -> None:
    """Lay down every new content and every old file, then the journal, which makes it count."""
    for path in changed:
        if (root / path).is_dir():
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), path)
    pending = root / PENDING
    pending.mkdir()
    for number, (path, content) in enumerate(changed.items()):
        target = root / path
        if content is not None:
            target.parent.mkdir(parents=True, exist_ok=True)
            _lay_down(pending / f"{number}.baru", content, like=target)
        if target.is_file():
            shutil.copy2(target, pending / f"{number}.lama")
    entries = [
        {"path": path, "hapus": content is None, "lama": (root / path).is_file()}
        for path, content in changed.items()
    ]
    _lay_down(pending / f"{_JOURNAL}.baru", json.dumps(entries).encode())
    (pending / f"{_JOURNAL}.baru").replace(pending / _JOURNAL)


def _lay_down(path: Path, content: bytes, like: Path | None = None) -> None:
    """Write a file through to the disk, with the rights of another where that is there."""
    with path.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    if like is not None and like.is_file():
        shutil.copymode(like, path)


class _Entry(NamedTuple):
    """One file of a change: its place, and where its old and new contents lie meanwhile."""

    target: Path
    new: Path
    old: Path
    is_removal: bool
    had_old: bool


def _entries(root: Path, journal: str) -> list[_Entry]:
    pending = root / PENDING
    return [
        _Entry(
            root / each["path"],
            pending / f"{number}.baru",
            pending / f"{number}.lama",
            each["hapus"],
            each["lama"],
        )
        for number, each in enumerate(json.loads((pending / journal).read_bytes()))
    ]


def _put_in_place(root: Path) -> list[str]:
    """Move every new file to its place; what is there already was moved before."""
    entries = _entries(root, _JOURNAL)
    for entry in entries:
        if entry.is_removal:
            entry.target.unlink(missing_ok=True)
        elif entry.new.is_file():
            entry.new.replace(entry.target)
    _forget(root, _JOURNAL)
    return [entry.target.relative_to(root).as_posix() for entry in entries]


def _put_back(root: Path) -> None:
    """Move every old file back; what is back already has no copy here any more."""
    for entry in _entries(root, _UNDOING):
        if entry.new.is_file() or (entry.is_removal and entry.target.is_file()):
            continue  # it never came so far
        if entry.old.is_file():
            entry.old.replace(entry.target)
        elif not entry.had_old and not entry.target.is_dir():  # a folder was made by nobody here
            entry.target.unlink(missing_ok=True)
    _forget(root, _UNDOING)


def _forget(root: Path, journal: str) -> None:
    """Remove the journal, which ends a change, and then what lies beside it.

    What cannot be removed does no harm: the next command tries again.
    """
    (root / PENDING / journal).unlink()
    with suppress(OSError):
        shutil.rmtree(root / PENDING)


def _settle(root: Path) -> list[str]:
    """Go on where a killed command stood: forwards, backwards, or nowhere without a journal."""
    if (root / PENDING / _UNDOING).is_file():
        _put_back(root)
    elif (root / PENDING / _JOURNAL).is_file():
        return _put_in_place(root)
    elif (root / PENDING).is_dir():
        shutil.rmtree(root / PENDING)
    return []


def _undo(root: Path) -> None:
    """Lead a refused change back; where that is refused too, the next command goes on."""
    with suppress(OSError):
        if (root / PENDING / _JOURNAL).is_file():
            (root / PENDING / _JOURNAL).replace(root / PENDING / _UNDOING)
        _settle(root)
