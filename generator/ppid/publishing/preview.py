"""What a proposal changes on the site, as pages that open by a double click, without a server.

Two sites are built by the program of this folder, each from the data and the writings of a commit;
nothing else of a proposal is used, so its own program, templates and settings have no say. Pages
that differ are put into a folder with what they load, and every link names a file.
"""

import json
import re
import shutil
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from html import unescape
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final
from urllib.parse import quote, unquote

from jinja2 import Environment, FileSystemLoader

from ppid.checking.check import load_and_check
from ppid.core.manifest import SUMMARY
from ppid.history.git import (
    MissingObjectError,
    Repository,
    UnknownRevisionError,
    find_repository,
)
from ppid.publishing.build import BuildSettings
from ppid.publishing.from_disk import FileLinks, front_of, way_to
from ppid.publishing.mkdocs_plugin import THEME, build_site
from ppid.publishing.site_addresses import FRONT, HOME, leads_elsewhere, place_of

MOST: Final = 200
"""Pages that are brought; those of lists and their items come first."""
_SITE: Final = "situs"
_NOT_BROUGHT: Final = "tidak-dibawa"
_FOLDERS: Final = ("data", "content")
_OURS: Final = ("mkdocs.yml", "theme_overrides")
_TITLE: Final = re.compile(r"<title>([^<]*)</title>")
_LOADED: Final = re.compile(r'\bsrc="([^"#?]+)"')


class NoPreviewError(Exception):
    """There is nothing to be looked at; the message is a sentence for the one who asked."""


@dataclass(frozen=True, slots=True)
class ShownPage:
    """A page of the preview: its address on the site, and its title."""

    url: str
    title: str


@dataclass(frozen=True, slots=True)
class Preview:
    """Which pages a proposal adds, changes and takes away; `left_out` of them are not brought."""

    came: tuple[ShownPage, ...]
    changed: tuple[ShownPage, ...]
    gone: tuple[ShownPage, ...]
    left_out: int

    @property
    def brought(self) -> tuple[ShownPage, ...]:
        """Every page that can be opened in the preview."""
        return self.came + self.changed


def preview_proposal(
    root: Path, proposal: str, target: Path, tanggal: date, site_url: str
) -> Preview:
    """Put into `target` what a commit changes since it left the line of this folder.

    Raise NoPreviewError when a commit is unknown, or holds errors that keep it from being built.
    """
    repository = find_repository(root)
    if repository is None:
        message = "Folder ini bukan repositori git yang boleh dibaca, atau git belum terpasang."
        raise NoPreviewError(message)
    try:
        tip = repository.commit(proposal)
    except UnknownRevisionError as error:
        message = f"Git tidak mengenal commit “{proposal}”. Ambil dahulu: git fetch origin"
        raise NoPreviewError(message) from error
    base = repository.merge_base("HEAD", tip)
    if not base:
        raise NoPreviewError("Usul itu tidak mempunyai riwayat bersama dengan cabang ini.")
    with TemporaryDirectory() as folder:
        after, before = (
            _built(repository, root, commit, Path(folder) / name, tanggal)
            for commit, name in ((tip, "usul"), (base, "dasar"))
        )
        return write_preview(before, after, target, site_url)


def _built(repository: Repository, root: Path, commit: str, work: Path, tanggal: date) -> Path:
    """Return the site of a commit's data, printed by this program with the settings of `root`."""
    try:
        repository.check_out(commit, _FOLDERS, work)
    except MissingObjectError as error:
        message = "Isi commit itu belum terambil seluruhnya. Ambil dahulu: git fetch --refetch"
        raise NoPreviewError(message) from error
    project = work / repository.prefix
    for name in _OURS:
        ours = root / name
        if ours.is_dir():
            shutil.copytree(ours, project / name)
        elif ours.is_file():
            shutil.copyfile(ours, project / name)
    checked = load_and_check(project, tanggal)
    if checked.blocked:
        message = "Masih ada galat dalam datanya, jadi halamannya belum dapat dibuat."
        raise NoPreviewError(message)
    site, _ = build_site(
        project, work.with_name(f"situs-{work.name}"), checked, BuildSettings(reuse=False)
    )
    return site


def write_preview(before: Path, after: Path, target: Path, site_url: str = "") -> Preview:
    """Write what differs between two sites into `target`; its `index.html` lists it.

    Links to pages that did not change lead to the published site where its address is known.
    """
    old, new = _pages_of(before), _pages_of(after)
    differing = [url for url, html in new.items() if old.get(url) != html]
    differing.sort(key=lambda url: (not url.startswith("opd/"), url))
    brought = differing[:MOST]
    found = Preview(
        tuple(ShownPage(url, _title(new[url])) for url in brought if url not in old),
        tuple(ShownPage(url, _title(new[url])) for url in brought if url in old),
        tuple(ShownPage(url, _title(html)) for url, html in old.items() if url not in new),
        len(differing) - len(brought),
    )
    templates = Environment(
        loader=FileSystemLoader(THEME), autoescape=True, trim_blocks=True, lstrip_blocks=True
    )
    band = templates.get_template("komponen/pita_pratinjau.html")
    links = FileLinks(
        _Targets(frozenset(brought), old, new, site_url).lead, f"{FRONT}#{_NOT_BROUGHT}"
    )
    site = target / _SITE
    shutil.copytree(after / "assets", site / "assets")
    for url in brought:
        html = (after / url / FRONT).read_text("utf-8")
        for loaded in _files_of(html, url):
            _bring(after / loaded, site / loaded)
        path = f"{_SITE}/{url}{FRONT}"
        said = band.render(depan=f"{way_to(path)}{FRONT}")
        page = target / path
        page.parent.mkdir(parents=True, exist_ok=True)
        linked = links.in_page(html, path)
        page.write_text(linked.replace("</header>", f"</header>\n{said}", 1), "utf-8")
    front = templates.get_template("halaman/pratinjau.html")
    words = front.render(isi=found, situs=_SITE, tidak_dibawa=_NOT_BROUGHT)
    (target / FRONT).write_text(words, "utf-8")
    return found


def _pages_of(site: Path) -> Mapping[str, str]:
    """Return each page by its address, without the mark of the data that stands in every foot."""
    mark = json.loads((site / SUMMARY).read_bytes())["data"]
    pages = sorted(site.rglob(FRONT))
    addresses = (page.parent.relative_to(site).as_posix() for page in pages)
    return {
        "" if address == "." else f"{address}/": page.read_text("utf-8").replace(mark, "")
        for address, page in zip(addresses, pages, strict=True)
    }


def _title(html: str) -> str:
    found = _TITLE.search(html)
    written = unescape(found[1]).strip() if found else ""
    return written.rpartition(" – ")[0] or written


def _files_of(html: str, url: str) -> Iterator[str]:
    """Yield the pictures that a page shows, from the root of the site."""
    for address in _LOADED.findall(html):
        written = unquote(unescape(address))
        if not leads_elsewhere(written):
            yield place_of(written, f"{url}{FRONT}")


def _bring(source: Path, target: Path) -> None:
    if source.is_file() and not target.exists():
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source, target)


@dataclass(frozen=True, slots=True)
class _Targets:
    """Where links lead in a preview: `brought` are the addresses of its pages."""

    brought: frozenset[str]
    old: Mapping[str, str]
    new: Mapping[str, str]
    site_url: str

    def lead(self, place: str) -> str:
        """Return where a link to a place below `_SITE` leads: a file, a published page, nowhere."""
        inside = place.removeprefix(_SITE).lstrip("/") or HOME
        page = "" if inside == HOME else f"{inside}/"
        if inside.startswith("assets/"):
            return place
        if page in self.brought:
            return front_of(place)
        if self.site_url and page in self.new and self.old.get(page) == self.new[page]:
            return f"{self.site_url}{quote(page)}"
        return ""
