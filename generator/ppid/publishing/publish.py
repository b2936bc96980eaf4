"""The staging folder becomes the site folder in one step, or not at all."""

import os
import shutil
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from errno import ENOSPC
from pathlib import Path
from xml.etree import ElementTree as ET

from ppid.core.corpus import pause_gc
from ppid.core.page import Export, Page
from ppid.publishing.frame import Frame
from ppid.publishing.render import Renderer
from ppid.publishing.search import INDEX
from ppid.publishing.site import AddressTakenError

STAGING = ".{name}-baru"
REPLACED = ".{name}-lama"
_MAP_LIMIT = 50_000


class ForeignFolderError(Exception):
    """The output folder holds something that is not a site; it is left alone."""


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


@dataclass(frozen=True, slots=True)
class Printer:
    """Prints pages into their frames; `site_url` is empty when nobody knows the address."""

    frames: Mapping[str, Frame]
    renderer: Renderer
    site_url: str = ""

    def html_of(self, page: Page) -> str:
        """Return the finished page."""
        slots = self.renderer.slots(page, self.site_url + page.url)
        return self.frames[page.section].fill(page.url, slots)

    def write(self, pages: Iterable[Page], folder: Path) -> list[str]:
        """Write every page below `folder` and give their addresses."""
        with pause_gc():
            return [self._write_one(page, f"{folder}/{page.url}") for page in pages]

    def _write_one(self, page: Page, target: str) -> str:
        _make_folder(target)
        try:
            _create(f"{target}index.html", self.html_of(page).encode())
        except FileExistsError as error:
            message = f"halaman tulisan tangan di content/ beralamat sama: {page.url or '/'}"
            raise AddressTakenError(message) from error
        return page.url


def _create(path: str, content: bytes) -> None:
    """Write a file that is not there yet. Not `open`: its buffer costs as much as the write.

    Raises FileExistsError, and OSError when the disk is full.
    """
    file = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666)
    try:
        left = memoryview(content)
        while left:
            written = os.write(file, left)
            if not written:
                raise OSError(ENOSPC, os.strerror(ENOSPC), path)
            left = left[written:]
    finally:
        os.close(file)


def _make_folder(path: str) -> None:
    """Make a folder; the one above it is nearly always there, so that is not looked for first."""
    try:
        os.mkdir(path)  # noqa: PTH102 — see `_create`
    except FileExistsError:
        return
    except FileNotFoundError:
        os.makedirs(path)  # noqa: PTH103


def write_exports(exports: Iterable[Export], folder: Path) -> None:
    """Write downloads below `folder`. Raises AddressTakenError where something lies already."""
    for export in exports:
        target = f"{folder}/{export.url}"
        _make_folder(target.rpartition("/")[0])
        try:
            _create(target, export.content)
        except FileExistsError as error:
            message = f"berkas lain sudah beralamat {export.url}"
            raise AddressTakenError(message) from error


def copy_documents(paths: Iterable[str], root: Path, folder: Path) -> None:
    """Copy published documents: `data/opd/x/dokumen/y.pdf` goes to `opd/x/dokumen/y.pdf`."""
    for path in sorted(paths):
        target = folder / path.removeprefix("data/")
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(root / path, target)


def write_sitemap(folder: Path, site_url: str) -> None:
    """Replace MkDocs' map of the site, which knows the frames but not the data pages.

    Without a `site_url` there is none. A map holds at most 50,000 addresses (sitemaps.org), so a
    large site gets several and an index.
    """
    for name in ("sitemap.xml", "sitemap.xml.gz"):
        (folder / name).unlink(missing_ok=True)
    if not site_url:
        return
    found = (p.relative_to(folder).parent.as_posix() for p in folder.rglob("index.html"))
    addresses = sorted(site_url + ("" if address == "." else address + "/") for address in found)
    parts = [addresses[i : i + _MAP_LIMIT] for i in range(0, len(addresses), _MAP_LIMIT)]
    if len(parts) == 1:
        _write_map(folder / "sitemap.xml", "urlset", "url", parts[0])
        return
    names = [f"sitemap-{number}.xml" for number in range(1, len(parts) + 1)]
    for name, part in zip(names, parts, strict=True):
        _write_map(folder / name, "urlset", "url", part)
    _write_map(folder / "sitemap.xml", "sitemapindex", "sitemap", [site_url + n for n in names])


def _write_map(path: Path, root_tag: str, entry_tag: str, addresses: list[str]) -> None:
    root = ET.Element(root_tag, xmlns="http://www.sitemaps.org/schemas/sitemap/0.9")
    for address in addresses:
        ET.SubElement(ET.SubElement(root, entry_tag), "loc").text = address
    ET.ElementTree(root).write(path, encoding="utf-8", xml_declaration=True)
