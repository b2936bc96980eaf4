"""From a checked corpus to a whole site: pages into frames, downloads, documents, search, map."""

import json
import os
import shutil
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from errno import ENOSPC
from functools import partial
from hashlib import sha256
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules
from types import ModuleType
from typing import Any, Self
from urllib.parse import urlsplit
from xml.etree import ElementTree as ET

from ppid.checking.check import Checked
from ppid.core.corpus import pause_gc
from ppid.core.manifest import LIST, SUMMARY, write_manifest
from ppid.core.page import DataFile, Export, Page
from ppid.core.project_files import DiskFolder
from ppid.history.model import Past
from ppid.history.read import read_past
from ppid.publishing import exports, pages
from ppid.publishing.catalogue import catalogue_of
from ppid.publishing.dead_links import LinkReader, refuse_dead_links
from ppid.publishing.forge import Forge
from ppid.publishing.publication import Publication
from ppid.publishing.render import Frame, FrameError, Renderer, cut_frame
from ppid.publishing.reuse import Reuse
from ppid.publishing.search import INDEX, index_site
from ppid.publishing.search.pages import FoundPage, page_told, read_page, told_of
from ppid.publishing.site_header import FRAMES, Imprint, data_id
from ppid.publishing.structured_data import StructuredData
from ppid.publishing.workers import processors, spread

_FRAMES = "bingkai"
_MAP_LIMIT = 50_000


class AddressTakenError(Exception):
    """Two pages claim the same address: a defect of the program or of two record names."""

    def __init__(self, address: str) -> None:
        super().__init__(
            f"alamat “{address or '/'}” dipakai dua kali: oleh dua halaman atau unduhan, "
            "atau oleh sebuah tulisan di content/"
        )


@dataclass(frozen=True, slots=True)
class SitePart:
    """What one process makes in one go: pages and downloads that ask for the same.

    `name` is that of an OPD's folder, or of the module that makes it.
    """

    name: str
    pages: Sequence[Callable[[], Iterator[Page]]] = ()
    exports: Sequence[Callable[[], Iterator[Export]]] = ()


@dataclass(frozen=True, slots=True)
class Made:
    """What is known of files since they were made, so that nobody reads them again.

    `digests` holds the SHA-256 of every file, `found` what the search knows of every page, nothing
    where it takes no part, `links` where pages lead, each place with a page that does, `taken` the
    addresses of all parts that were added, without regard to case, `data` what is known of the
    files of data, and `reused` the names of what the next build can use again.
    """

    digests: dict[str, str] = field(default_factory=dict)
    found: dict[str, FoundPage | None] = field(default_factory=dict)
    links: dict[str, str] = field(default_factory=dict)
    taken: set[str] = field(default_factory=set)
    data: dict[str, DataFile] = field(default_factory=dict)
    reused: set[str] = field(default_factory=set)

    def write(self, export: Export, folder: Path) -> None:
        """Write a download. Raise AddressTakenError where something lies already."""
        write_new(folder, export.url, export.content)
        self.digests[export.url] = sha256(export.content).hexdigest()
        if export.title:
            self.data[export.url] = DataFile.of(export)

    def take(self, other: Self) -> None:
        """Add what is known of other files.

        Raise AddressTakenError when two addresses differ only in their case, of which some disks
        make nothing.
        """
        for path in other.digests:
            if path.lower() in self.taken:
                raise AddressTakenError(path.removesuffix("index.html"))
            self.taken.add(path.lower())
        self.digests.update(other.digests)
        self.found.update(other.found)
        self.data.update(other.data)
        self.reused.update(other.reused)
        self.links.update({to: page for to, page in other.links.items() if to not in self.links})


Progress = Callable[[Iterator[Made], int], Iterable[Made]]
"""Shows how far the work is: takes the parts as they are made, and how many there will be."""


@dataclass(frozen=True, slots=True)
class BuildSettings:
    """How a site is made; nothing of it shows in the site.

    With `reuse` nothing is made again that an earlier build made of the same input.
    """

    progress: Progress = lambda parts, _: parts
    workers: int = field(default_factory=processors)
    reuse: bool = True


@dataclass(frozen=True, slots=True)
class Filling:
    """What the data pages are made from; `site_url` and `repo` are empty when unknown.

    `forge` is nothing when nobody knows whose software serves the repository; `workers` is how
    many processes may work at the same time, `reuse` what earlier builds made.
    """

    checked: Checked
    root: Path
    templates: Sequence[Path]
    badan: Imprint
    repo: str
    site_url: str
    forge: Forge | None = None
    workers: int = 1
    reuse: Reuse = field(default_factory=Reuse)

    def publication(self, past: Past) -> Publication:
        """Return the data on their way to the site, with what is known of earlier states."""
        project = DiskFolder(self.root)
        return Publication.of(self.checked, self.site_url, past, project, self.reuse)

    def printer(
        self, publication: Publication, frames: Mapping[str, Frame], folder: Path
    ) -> "Printer":
        """Return who prints pages of a publication into frames."""
        known = {"badan": self.badan, "repo": self.repo, "rumah": self.forge}
        renderer, structured = Renderer(self.templates, known), StructuredData.of(publication)
        return Printer(frames, renderer, folder, self.site_url, structured, self.reuse)

    def fill(self, folder: Path, progress: Progress) -> "Filled":
        """Complete the site in `folder`, where the frames lie.

        Raises AddressTakenError, DeadLinkError, FrameError, SearchError, WorkerLostError or
        OSError; the folder is then unusable.
        """
        frames = {name: _take_frame(folder, name) for name in FRAMES}
        shutil.rmtree(folder / _FRAMES)
        corpus = self.checked.corpus
        publication = self.publication(read_past(self.root, corpus))
        publication.work_out()
        printer = self.printer(publication, frames, folder)
        parts, made, places = parts_of(publication), Made(), dict[str, str]()
        with pause_gc(), spread(parts, printer.make, self.workers) as done:
            for part, files in zip(parts, progress(done, len(parts)), strict=True):
                made.take(files)
                places |= dict.fromkeys(files.digests, part.name)
        self.reuse.forget_all_but(made.reused)
        catalogue = Made()
        for export in catalogue_of(publication, made.data):
            catalogue.write(export, folder)
        made.take(catalogue)
        copy_documents(corpus.documents, self.root, folder)
        index_site(folder, corpus, made.found)
        write_sitemap(folder, self.site_url)
        write_manifest(
            folder,
            corpus.today.isoformat(),
            data_id(self.checked),
            made.digests,
            asdict(publication.identitas),
        )
        # Last: pages lead to the manifest too.
        refuse_dead_links(folder, self.site_url, made.links, made.digests)
        past, told = publication.past, frozenset(catalogue.digests)
        return Filled(len(made.found), frames, past, places, told)


def _take_frame(folder: Path, name: str) -> Frame:
    html = (folder / _FRAMES / name / "index.html").read_text("utf-8")
    try:
        return cut_frame(html, "../..")
    except FrameError as error:
        message = f"bingkai “{name}”: {error}"
        raise FrameError(message) from error


def parts_of(publication: Publication) -> list[SitePart]:
    """Return all that is to be made, the longest work first.

    A module of `pages` has `pages(publication)`, or `pages_of_opd(opd, publication)` for what
    belongs to one OPD, or both; so have those of `exports`.
    """
    printed, sent = list(_modules(pages)), list(_modules(exports))
    found = [
        SitePart(each.__name__, exports=_calls((each,), "exports", publication)) for each in sent
    ]
    found += [SitePart(each.__name__, _calls((each,), "pages", publication)) for each in printed]
    for opd in publication.opds:
        of_opd = _calls(printed, "pages_of_opd", opd, publication)
        found.append(SitePart(opd, of_opd, _calls(sent, "exports_of_opd", opd, publication)))
    return found


def _modules(package: ModuleType) -> Iterator[ModuleType]:
    for module in iter_modules(package.__path__):
        yield import_module(f"{package.__name__}.{module.name}")


def _calls(
    modules: Iterable[ModuleType], name: str, *arguments: object
) -> tuple[partial[Iterator[Any]], ...]:
    return tuple(partial(getattr(m, name), *arguments) for m in modules if hasattr(m, name))


@dataclass(frozen=True, slots=True)
class Unprinted:
    """A page with all else that its own part of its file is made of, besides the program.

    `article` is the frame without what stands around the page, which every change of the data
    changes; `theme` the digest of what templates say and know.
    """

    page: Page
    canonical: str
    article: Frame
    theme: str


@dataclass(frozen=True, slots=True)
class Printer:
    """Prints pages into their frames; `site_url` is empty when nobody knows the address."""

    frames: Mapping[str, Frame]
    renderer: Renderer
    folder: Path
    site_url: str = ""
    structured: StructuredData = field(default_factory=StructuredData)
    reuse: Reuse = field(default_factory=Reuse)

    def html_of(self, page: Page) -> str:
        """Return the finished page."""
        html, _ = self._printed(page)
        return html

    def _printed(self, page: Page) -> tuple[str, FoundPage | None]:
        """Return the finished page, and what the search knows of it."""
        frame = self.frames[page.section]
        canonical = self.site_url + page.url if self.site_url else ""
        unprinted = Unprinted(page, canonical, frame.article, self.renderer.digest)
        told, _, body = self.reuse.made(self._rendered, unprinted).partition(b"\n")
        slots, found = json.loads(told)
        slots |= {"isi": body.decode(), "terstruktur": self.structured.of_page(page)}
        return frame.fill(page.url, slots), page_told(found)

    def _rendered(self, of: Unprinted) -> bytes:
        """Return a line with the slots of a page and what the search knows of it, then its body."""
        slots = self.renderer.slots(of.page, of.canonical)
        article = of.article.fill(of.page.url, {**slots, "terstruktur": ""})
        found = read_page(of.page.url, article)
        body = slots.pop("isi")
        told = json.dumps((slots, told_of(found)), ensure_ascii=False)
        return f"{told}\n{body}".encode()

    def make(self, part: SitePart) -> Made:
        """Write every file of a part. Raise AddressTakenError where something lies already."""
        links = LinkReader(urlsplit(self.site_url).path)
        made = Made(links=links.first)
        for make_pages in part.pages:
            for page in make_pages():
                html, found = self._printed(page)
                content, path = html.encode(), f"{page.url}index.html"
                write_new(self.folder, path, content)
                made.digests[path] = sha256(content).hexdigest()
                made.found[page.url] = found
                links.take(path, content)
        for make_exports in part.exports:
            for export in make_exports():
                made.write(export, self.folder)
        made.reused.update(self.reuse.used())
        return made


@dataclass(frozen=True, slots=True)
class Filled:
    """What is known of a site that was made, for whoever makes a file of it again.

    `pages` counts, `places` names the part that made each file, and `catalogue` holds the files
    that tell of all others.
    """

    pages: int
    frames: Mapping[str, Frame]
    past: Past
    places: Mapping[str, str]
    catalogue: frozenset[str]

    def is_of_whole(self, path: str) -> bool:
        """Tell whether a file is made of the whole site and not of one part of it."""
        whole = path in self.catalogue or path in {SUMMARY, LIST} or path.startswith("sitemap")
        return whole or path.startswith(f"{INDEX}/")


def write_new(folder: Path, path: str, content: bytes) -> None:
    """Write a file of a site. Raise AddressTakenError where something lies already."""
    target = f"{folder}/{path}"
    _make_folder(target.rpartition("/")[0])
    try:
        _create(target, content)
    except FileExistsError as error:
        raise AddressTakenError(path.removesuffix("index.html")) from error


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
