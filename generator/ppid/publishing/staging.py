"""The staging folder becomes the site folder in one step, or not at all."""

import shutil
from pathlib import Path

from ppid.publishing.search import INDEX

STAGING = ".{name}-baru"
REPLACED = ".{name}-lama"


class ForeignFolderError(Exception):
    """The output folder holds something that is not a site; it is left alone."""


def prepare(site: Path) -> Path:
    """Return an empty staging folder beside `site`.

    Raises ForeignFolderError when `site` exists and was not made by a build: nobody wants a
    folder of their own replaced because of a mistyped `--keluaran`.
    """
    recover(site)
    made_by_us = (site / "index.html").is_file() and (site / INDEX).is_dir()
    if site.exists() and any(site.iterdir()) and not made_by_us:
        message = f"folder “{site}” berisi hal lain, bukan situs; pilih folder lain"
        raise ForeignFolderError(message)
    staging = site.with_name(STAGING.format(name=site.name))
    staging.mkdir(parents=True)
    return staging


def swap(staging: Path, site: Path) -> None:
    """Put the finished staging folder in the place of the site folder."""
    replaced = site.with_name(REPLACED.format(name=site.name))
    if site.exists():
        site.rename(replaced)
    staging.rename(site)
    shutil.rmtree(replaced, ignore_errors=True)


def recover(site: Path) -> None:
    """Finish or undo a swap that a killed build left half done."""
    replaced = site.with_name(REPLACED.format(name=site.name))
    if replaced.exists() and not site.exists() and not replaced.is_symlink():
        replaced.rename(site)
    _discard(replaced)
    _discard(site.with_name(STAGING.format(name=site.name)))


def _discard(folder: Path) -> None:
    """Remove a working folder; of a link only the link, never what it leads to."""
    if folder.is_symlink():
        folder.unlink()
    else:
        shutil.rmtree(folder, ignore_errors=True)
