"""Writing into a project: all files of a change together, or none of them.

New contents are first laid down in a folder of their own, with the old files beside them and a
journal of where each belongs. Once the journal is there the change is made, whatever happens: the
next command puts in place what a killed one left. Before that nothing has been touched.

A file that somebody changed in between stays as it is, and the rest of the change is led back. A
journal is believed only in the folder in which it was written: one that came with other files, in a
proposal or a copy, is not.
"""

import errno
import json
import os
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from hashlib import file_digest
from pathlib import Path, PurePosixPath
from typing import Any, Final, NamedTuple

PENDING: Final = ".ppid-belum-selesai"
"""The folder of a change that is being written, at the top of the project."""
_JOURNAL: Final = "jurnal.json"
"""What a change consists of; while it is there, the change goes on to its end."""
_UNDOING: Final = "batal.json"
"""The same once the system has refused a step; while it is there, the way leads back."""
_UNKNOWN: Final = (
    f"Folder “{PENDING}” di proyek ini memuat catatan perubahan yang rusak atau yang dibuat di "
    "tempat lain, sehingga tidak dipakai. Bila tidak ada perintah ppid lain yang sedang berjalan, "
    "hapus folder itu, lalu ulangi."
)
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
        try:
            _settle(root)
        except _ChangedMeanwhileError as error:  # another command was killed since this one began
            raise NotWrittenError(_led_back(error)) from error
        changed = {path: new for path, new in files.items() if _content(root / path) != new}
        if not changed:
            return []
        try:
            _prepare(root, changed)
            _put_in_place(root)
        except OSError as error:
            _undo(root)
            raise NotWrittenError(_refused(root, ", ".join(changed), error)) from error
        except _ChangedMeanwhileError as error:
            message = f"Tidak ada yang berubah; {error} sedang diubah program lain. Ulangi."
            raise NotWrittenError(message) from error
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
    """Finish what a killed command was writing; return what is to be said of it.

    Raise NotWrittenError when the system refuses it, or when its journal cannot be believed.
    """
    if not (root / PENDING).is_dir():
        return []
    try:
        with _alone(root):
            return [f"Perubahan yang terputus diselesaikan: {path}" for path in _settle(root)]
    except _ChangedMeanwhileError as error:
        return [_led_back(error)]
    except OSError as error:
        message = f"Perubahan yang terputus belum dapat diselesaikan: {system_reason(error)}."
        raise NotWrittenError(message) from error


def _led_back(changed: "_ChangedMeanwhileError") -> str:
    """Say of a change that was cut off why it was led back and not finished."""
    said = f"Perubahan yang terputus dibatalkan: {changed} sudah lain dari yang ditinggalkan"
    return f"{said} perintah itu. Isinya dibiarkan; ulangi perintahnya bila masih perlu."


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
    (pending / ".gitignore").write_bytes(b"*\n")  # nobody proposes what is only on its way
    for number, (path, content) in enumerate(changed.items()):
        target = root / path
        if content is not None:
            _lay_down(pending / f"{number}.baru", content, like=target)
        if target.is_file():
            shutil.copy2(target, pending / f"{number}.lama")
    entries = []
    for number, path in enumerate(changed):
        copied, new = pending / f"{number}.lama", pending / f"{number}.baru"
        before = _state(copied if copied.is_file() else root / path)
        entries.append({"path": path, "sebelum": before, "sesudah": _state(new)})
    journal = json.dumps({"folder": pending.stat().st_ino, "berkas": entries})
    _lay_down(pending / f"{_JOURNAL}.baru", journal.encode())
    (pending / f"{_JOURNAL}.baru").replace(pending / _JOURNAL)


def _lay_down(path: Path, content: bytes, like: Path | None = None) -> None:
    """Write a file through to the disk, with the rights of another where that is there."""
    with path.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    if like is not None and like.is_file():
        shutil.copymode(like, path)


class _ChangedMeanwhileError(Exception):
    """Files are neither what they were nor what they should become; names them."""


class _Entry(NamedTuple):
    """One file of a change: its place, and where its old and new contents lie meanwhile.

    `before` and `after` are what `_state` tells of it without and with the change.
    """

    path: str
    target: Path
    new: Path
    old: Path
    before: str | None
    after: str | None

    def can_go_on(self) -> bool:
        """Tell whether the change was made here already, or can still be made."""
        now = _state(self.target)
        return now == self.after or (now == self.before and _state(self.new) == self.after)


def _state(path: Path) -> str | None:
    """Return the digest of a file; None where nothing is, and no letter for what is no file."""
    if path.is_file():
        with path.open("rb") as file:
            return file_digest(file, "sha256").hexdigest()
    return "" if os.path.lexists(path) else None


def _entries(root: Path, journal: str) -> list[_Entry]:
    """Read a journal. Raise NotWrittenError where it was not written here by this program."""
    pending = root / PENDING
    try:
        told = json.loads((pending / journal).read_bytes())
        entries = [_entry(root, number, each) for number, each in enumerate(told["berkas"])]
        written_here = not pending.is_symlink() and told["folder"] == pending.stat().st_ino
    except (ValueError, TypeError, LookupError, RuntimeError) as error:
        raise NotWrittenError(_UNKNOWN) from error
    if not written_here:
        raise NotWrittenError(_UNKNOWN)
    return entries


def _entry(root: Path, number: int, told: Any) -> _Entry:  # noqa: ANN401 — what JSON holds
    """Read an entry of a journal. Raise ValueError where it leads out of the project."""
    target, pending = root / told["path"], root / PENDING
    steps = PurePosixPath(told["path"]).parts
    inside = target.parent.resolve().is_relative_to(root.resolve())
    if not inside or ".." in steps or PENDING in steps:
        raise ValueError
    new, old = pending / f"{number}.baru", pending / f"{number}.lama"
    return _Entry(told["path"], target, new, old, told["sebelum"], told["sesudah"])


def _put_in_place(root: Path) -> list[str]:
    """Move every new file to its place; what is there already was moved before.

    Raise _ChangedMeanwhileError, after the way back, where one of them has been changed since.
    """
    entries = _entries(root, _JOURNAL)
    if stopping := [entry.path for entry in entries if not entry.can_go_on()]:
        (root / PENDING / _JOURNAL).replace(root / PENDING / _UNDOING)
        _put_back(root)
        raise _ChangedMeanwhileError(", ".join(stopping))
    for entry in entries:
        if entry.after is None:
            entry.target.unlink(missing_ok=True)
        elif _state(entry.target) != entry.after:
            entry.target.parent.mkdir(parents=True, exist_ok=True)
            entry.new.replace(entry.target)
    _forget(root, _JOURNAL)
    return [entry.path for entry in entries]


def _put_back(root: Path) -> None:
    """Bring back every old file where the new one stands; anything else there is somebody's own."""
    for entry in _entries(root, _UNDOING):
        if _state(entry.target) == entry.after:
            if entry.old.is_file():
                entry.old.replace(entry.target)
            elif not entry.before:
                entry.target.unlink(missing_ok=True)
        if entry.before is None:
            _remove_empty(root, entry.target.parent)
    _forget(root, _UNDOING)


def _remove_empty(root: Path, folder: Path) -> None:
    """Remove the folders that were made for a new file, as far as they are empty."""
    with suppress(OSError):
        while folder != root:
            folder.rmdir()
            folder = folder.parent


def _forget(root: Path, journal: str) -> None:
    """Remove the journal, which ends a change, and then what lies beside it.

    What cannot be removed does no harm: the next command tries again.
    """
    (root / PENDING / journal).unlink()
    with suppress(OSError):
        shutil.rmtree(root / PENDING)


def _settle(root: Path) -> list[str]:
    """Go on where a killed command stood: forwards, backwards, or nowhere without a journal."""
    if (root / PENDING).is_symlink():
        raise NotWrittenError(_UNKNOWN)
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
