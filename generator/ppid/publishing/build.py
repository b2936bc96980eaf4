"""From a checked corpus to a whole site: pages into frames, downloads, documents, search, map."""

import os
import shutil
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from errno import ENOSPC
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from types import ModuleType
from typing import TypeVar
from xml.etree import ElementTree as ET

from ppid.checking.check import Checked
from ppid.core.corpus import pause_gc
from ppid.core.manifest import write_manifest
from ppid.core.page import Export, Page
from ppid.history.read import read_past
from ppid.publishing import exports, pages
from ppid.publishing.dead_links import refuse_dead_links
from ppid.publishing.forge import Forge
from ppid.publishing.publication import Publication
from ppid.publishing.render import Frame, FrameError, Renderer, cut_frame
from ppid.publishing.search import index_site
from ppid.publishing.site_header import FRAMES, Imprint, data_id

Progress = Callable[[Iterable[Page]], Iterable[Page]]
P = TypeVar("P", Page, Export)
_FRAMES = "bingkai"
_MAP_LIMIT = 50_000


class AddressTakenError(Exception):
    """Two pages claim the same address: a defect of the program or of two record names."""


@dataclass(frozen=True, slots=True)
class Filling:
    """What the data pages are made from; `site_url` and `repo` are empty when unknown.

    `forge` is nothing when nobody knows whose software serves the repository.
    """

    checked: Checked
    root: Path
    templates: Sequence[Path]
    badan: Imprint
    repo: str
    site_url: str
    forge: Forge | None = None

    def fill(self, folder: Path, progress: Progress) -> list[str]:
        """Complete the site in `folder`, where the frames lie, and return the addresses of pages.

        Raises AddressTakenError, DeadLinkError, FrameError, SearchError or OSError; the folder is
        then unusable.
        """
        frames = {name: _take_frame(folder, name) for name in FRAMES}
        shutil.rmtree(folder / _FRAMES)
        known = {"badan": self.badan, "repo": self.repo, "rumah": self.forge}
        printer = Printer(frames, Renderer(self.templates, known), self.site_url)
        corpus = self.checked.corpus
        publication = Publication.of(self.checked, self.site_url, read_past(self.root, corpus))
        addresses = printer.write(progress(pages_of(publication)), folder)
        write_exports(exports_of(publication), folder)
        copy_documents(corpus.documents, self.root, folder)
        index_site(folder, corpus)
        write_sitemap(folder, self.site_url)
        write_manifest(folder, corpus.today.isoformat(), data_id(self.checked))
        refuse_dead_links(folder, self.site_url)  # last: pages lead to the manifest too
        return addresses


def _take_frame(folder: Path, name: str) -> Frame:
    html = (folder / _FRAMES / name / "index.html").read_text("utf-8")
    try:
        return cut_frame(html, "../..")
    except FrameError as error:
        message = f"bingkai “{name}”: {error}"
        raise FrameError(message) from error


def pages_of(publication: Publication) -> Iterator[Page]:
    """Yield every page once. Raises AddressTakenError when two have the same address."""
    return _once(page for module in _modules(pages) for page in module.pages(publication))


def exports_of(publication: Publication) -> Iterator[Export]:
    """Yield every file beside the pages once. Raises AddressTakenError as `pages_of` does."""
    return _once(export for module in _modules(exports) for export in module.exports(publication))


def _modules(package: ModuleType) -> Iterator[ModuleType]:
    for module in iter_modules(package.__path__):
        yield import_module(f"{package.__name__}.{module.name}")


def _once(found: Iterable[P]) -> Iterator[P]:
    """Refuse a second use of an address, without regard to case: some disks make no difference."""
    taken: set[str] = set()
    for each in found:
        address = each.url.lower()
        if address in taken:
            message = f"dua halaman atau unduhan beralamat sama: {each.url}"
            raise AddressTakenError(message)
        taken.add(address)
        yield each


@dataclass(frozen=True, slots=True)
class Printer:
    """Prints pages into their frames; `site_url` is empty when nobody knows the address."""

    frames: Mapping[str, Frame]
    renderer: Renderer
    site_url: str = ""

    def html_of(self, page: Page) -> str:
        """Return the finished page."""
        canonical = self.site_url + page.url if self.site_url else ""
        slots = self.renderer.slots(page, canonical)
        return self.frames[page.section].fill(page.url, slots)

    def write(self, pages: Iterable[Page], folder: Path) -> list[str]:
        """Write every page below `folder` and return their addresses."""
        addresses = []
        with pause_gc():
            for page in pages:
                target = f"{folder}/{page.url}"
                _make_folder(target)
                try:
                    _create(f"{target}index.html", self.html_of(page).encode())
                except FileExistsError as error:
                    message = (
                        f"halaman tulisan tangan di content/ beralamat sama: {page.url or '/'}"
                    )
                    raise AddressTakenError(message) from error
                addresses.append(page.url)
        return addresses


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
