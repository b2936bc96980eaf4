"""A site is built beside the folder in which it is public, and takes its place at once or never."""

import ctypes
import fcntl
import os
import shutil
from contextlib import suppress
from dataclasses import dataclass
from getpass import getuser
from pathlib import Path
from typing import Final, Self

from ppid.core.manifest import LIST, SUMMARY
from ppid.diagnostics.inert import visible
from ppid.publishing.search import INDEX

_STAGING: Final = ".{name}-baru"
_REPLACED: Final = ".{name}-lama"
_LOCK: Final = ".{name}-kunci"
_MARKS: Final = (SUMMARY, LIST, INDEX)
"""What only a build leaves in a folder; one of them is enough, the rest may be damaged."""
_HERE, _EXCHANGE = -100, 2  # AT_FDCWD and RENAME_EXCHANGE of Linux


class StagingError(Exception):
    """A site cannot be built there; everything is left alone, and the message says why."""


@dataclass(frozen=True, slots=True)
class Staging:
    """The folder in which a site is built, and the lock that keeps other builds away."""

    site: Path
    folder: Path
    lock: int

    @classmethod
    def take(cls, site: Path) -> Self:
        """Return an empty folder beside `site`, once what a killed build left is put in order.

        Raise StagingError when another build is at work there, or when `site` holds something
        that no build made: nobody wants a folder of their own replaced because of a mistyped
        `--keluaran`.
        """
        site.parent.mkdir(parents=True, exist_ok=True)
        lock = _lock(site)
        try:
            recover(site)
            _refuse_what_no_build_made(site)
            folder = site.with_name(_STAGING.format(name=site.name))
            folder.mkdir()
        except (StagingError, OSError):
            _release(site, lock)
            raise
        return cls(site, folder, lock)

    def publish(self) -> None:
        """Put the finished folder in the place of the site; there is a site at every moment."""
        if self.site.exists() and not _exchange(self.folder, self.site):
            self.site.rename(self.site.with_name(_REPLACED.format(name=self.site.name)))
        if not self.site.exists():
            self.folder.rename(self.site)
        self.discard()

    def discard(self) -> None:
        """Remove what lies beside the site, and let other builds begin."""
        recover(self.site)
        _release(self.site, self.lock)


def put_in_place(built: Path, site: Path) -> None:
    """Let a finished site take the place of the one at `site`, at once; it is moved there.

    Raise StagingError when `built` is no site, or for the reasons of `Staging.take`.
    """
    if not _made_by_a_build(built):
        message = f"folder “{built}” bukan situs yang sudah dibangun"
        raise StagingError(message)
    staging = Staging.take(site)
    try:
        staging.folder.rmdir()
        shutil.move(built, staging.folder)
    except OSError:
        staging.discard()
        raise
    staging.publish()


def recover(site: Path) -> None:
    """Finish or undo what a killed build left half done; only the one that holds the lock may."""
    replaced = site.with_name(_REPLACED.format(name=site.name))
    if replaced.exists() and not site.exists() and not replaced.is_symlink():
        replaced.rename(site)
    _discard(replaced)
    _discard(site.with_name(_STAGING.format(name=site.name)))


def _refuse_what_no_build_made(site: Path) -> None:
    if site.exists() and any(site.iterdir()) and not _made_by_a_build(site):
        message = f"folder “{site}” berisi hal lain, bukan situs; pilih folder lain"
        raise StagingError(message)


def _made_by_a_build(folder: Path) -> bool:
    return any((folder / mark).exists() for mark in _MARKS)


def _lock(site: Path) -> int:
    """Take the lock of a site; the system frees that of a process that has died."""
    path = site.with_name(_LOCK.format(name=site.name))
    while True:
        lock = os.open(path, os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW, 0o644)
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            holder = visible(os.read(lock, 100).decode("utf-8", "replace"))
            os.close(lock)
            message = (
                f"situs “{site.name}” sedang dibangun oleh {holder or 'perintah lain'}; "
                "tunggu sampai selesai, lalu ulangi"
            )
            raise StagingError(message) from error
        if path.exists() and os.path.samestat(os.fstat(lock), path.stat()):
            os.ftruncate(lock, 0)
            os.write(lock, _own_name().encode())
            return lock
        os.close(lock)  # the one that held it removed it just now


def _own_name() -> str:
    """Return by whom the site is being built, as whoever has to wait knows them."""
    with suppress(KeyError, OSError, ImportError):
        return f"{getuser()} (proses {os.getpid()})"
    return f"proses {os.getpid()}"  # of an account without a name


def _release(site: Path, lock: int) -> None:
    site.with_name(_LOCK.format(name=site.name)).unlink(missing_ok=True)
    os.close(lock)


def _exchange(first: Path, second: Path) -> bool:
    """Let two folders change places in one step; False where the system cannot."""
    change = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
    if change is None:
        return False
    done: int = change(_HERE, os.fsencode(first), _HERE, os.fsencode(second), _EXCHANGE)
    return done == 0


def _discard(folder: Path) -> None:
    """Remove a working folder; of a link only the link, never what it leads to."""
    if folder.is_symlink():
        folder.unlink()
    else:
        shutil.rmtree(folder, ignore_errors=True)
