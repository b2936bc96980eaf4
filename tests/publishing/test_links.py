"""Every link leads somewhere, and every page and download is reached by links."""

import csv
import json
import os
from fnmatch import fnmatchcase
from functools import cache
from io import StringIO
from os.path import normpath
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest
from lxml import html

from ppid.publishing.site_check import site_faults
from tests.conftest import SITE_URL

ADDRESSES = html.etree.XPath(
    "//@href[not(parent::link/@rel = 'alternate')]"
    " | //@src | //@action | //object/@data | //@poster"
)
"""What a reader can follow, or sees; what the head tells programs leads nobody anywhere."""
TWINS = html.etree.XPath("//head/link[@rel = 'alternate']")


def links_of(page: Path) -> set[str]:
    tree = html.document_fromstring(page.read_bytes(), parser=html.HTMLParser(encoding="utf-8"))
    return {str(address) for address in ADDRESSES(tree)}


def target_of(address: str, page: Path, situs: Path) -> Path:
    """Return the file that a server would send for a relative address on a page."""
    path = unquote(urlsplit(address).path)
    if not path:
        return page
    return sent_for(normpath((situs if path.startswith("/") else page.parent) / path.lstrip("/")))


@cache
def sent_for(address: str) -> Path:
    target = Path(address)
    return target / "index.html" if target.is_dir() else target


def test_every_link_leads_somewhere_and_nobody_else_is_asked(situs: Path) -> None:
    faults = site_faults(situs, "" if os.environ.get("PPID_SITUS") else SITE_URL)
    assert not faults, "\n".join(f"{fault.sentence}: {fault.pages[:3]}" for fault in faults)


def _holds(media: str, content: bytes) -> bool:
    """Tell whether a file is what its media type promises to those who asked for it."""
    if media == "application/atom+xml":
        return html.etree.fromstring(content).tag == "{http://www.w3.org/2005/Atom}feed"
    if media == "text/csv":
        return len(next(csv.reader(StringIO(content.decode("utf-8-sig"))))) > 1
    read = json.loads(content)
    feed = read.get("version", "").startswith("https://jsonfeed.org/version/")
    return feed is (media == "application/feed+json") and media in JSON_TYPES


JSON_TYPES = frozenset({"application/json", "application/feed+json"})


def test_a_mistake_can_be_reported_from_every_page(situs: Path) -> None:
    ways = (b"Laporkan kekeliruan", b"Report a mistake")
    pages = {page: page.read_bytes() for page in situs.rglob("*.html")}
    assert len(pages) > 300
    assert [page for page, text in pages.items() if not any(way in text for way in ways)] == []


def test_a_page_names_the_files_that_say_the_same_and_each_is_of_its_type(situs: Path) -> None:
    named: dict[str, set[str]] = {}
    types: dict[Path, str] = {}
    for page in situs.rglob("index.html"):
        tree = html.document_fromstring(page.read_bytes())
        folder = page.parent.relative_to(situs).as_posix()
        for link in TWINS(tree):
            target = target_of(str(link.get("href")), page, situs)
            assert types.setdefault(target, link.get("type")) == link.get("type"), target
            if "title" not in link.attrib:
                named.setdefault(folder, set()).add(target.relative_to(situs).as_posix())
    assert [path for path, media in types.items() if not _holds(media, path.read_bytes())] == []
    # A file of a record lies beside its page, and so does a feed.
    beside = {
        path.relative_to(situs).as_posix()
        for name in ("data.json", "atom.xml", "feed.json")
        for path in situs.glob(f"opd/**/{name}")
    }
    assert beside
    assert {path for path in beside if path not in named[path.rpartition("/")[0]]} == set()
    for page, files in {
        "opd/dinkes/dik/2021": ("data.json", "dik-dinkes-2021.csv"),
        "opd/kecamatan-tepi-danau/dik/2021": ("data.json",),  # nothing is withheld: no table
        "kelengkapan/2021": ("kelengkapan-2021.csv", "kelengkapan-2021.json"),
    }.items():
        assert named[page] == {f"{page}/{file}" for file in files}
    assert named["layanan/laporan"] == {"layanan/laporan/laporan-layanan.csv"}
    for page in ("kelengkapan/2021/penyerahan", "kelengkapan/2021/verifikasi", GROUNDS):
        assert {path.rpartition(".")[2] for path in named[page]} == {"csv", "json"}


GROUNDS = "informasi/dikecualikan/alasan"


@pytest.mark.parametrize("name", ["ringkasan-anggaran-2021.csv", "alun-alun.png"])
def test_published_documents_are_copied_unchanged(name: str, situs: Path, kota_kecil: Path) -> None:
    published = situs / "opd/setda/dokumen" / name
    assert published.read_bytes() == (kota_kecil / "data/opd/setda/dokumen" / name).read_bytes()


NOT_LINKED = {
    "404.html": "a server shows it for addresses that lead nowhere",
    "sitemap.xml": "search engines ask for it by name",
    "robots.txt": "search engines ask for it by name",
    ".well-known/security.txt": "those who found a weakness ask for it by name",
    "opensearch.xml": "browsers find it in the head of every page",
    "cari/indeks/**": "the script of the search loads it",
    "periksa/acuan.json": "the script of the checker loads it",
    "periksa/*/acuan.json": "the script of the checker loads it",
    "periksa/putaran.json": "the script of the checker loads it for worksheets",
    "assets/**": "scripts and styles load each other; the licence of the fonts lies beside them",
}
"""What nobody need follow a link to, and why."""


def test_every_page_and_download_can_be_reached_from_the_home_page(situs: Path) -> None:
    reached: set[Path] = set()
    waiting = [situs / "index.html"]
    while waiting:
        found = waiting.pop()
        if found in reached or not found.is_file():
            continue
        reached.add(found)
        if found.suffix == ".html":
            ours = [address for address in links_of(found) if not urlsplit(address).scheme]
            waiting += [target_of(address, found, situs) for address in ours]
    assert len(reached) > 100
    files = {path.relative_to(situs) for path in situs.rglob("*") if path.is_file()}
    apart = {path for path in files for pattern in NOT_LINKED if lies_in(path, pattern)}
    assert sorted(files - apart - {path.relative_to(situs) for path in reached}) == []


def lies_in(path: Path, pattern: str) -> bool:
    """Tell whether a path is one of a pattern, or lies in the folder before `/**`."""
    folder = pattern.removesuffix("/**")
    return path.is_relative_to(folder) if folder != pattern else fnmatchcase(str(path), pattern)
