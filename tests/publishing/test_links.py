"""Every link, anchor and file of every page leads somewhere, and the site asks nobody else."""

import re
from collections import Counter
from functools import cache
from os.path import normpath
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote, urldefrag, urlsplit

import pytest
from lxml import html

LOADED = {"img", "script", "source", "audio", "video", "iframe", "embed", "object", "input"}
ADDRESSES = html.etree.XPath("//@href | //@src | //@action | //object/@data | //@poster")
IDS = html.etree.XPath("//@id")
CSS_ADDRESS = re.compile(r"url\(\s*['\"]?([^'\")]+)")


class Found(NamedTuple):
    """What a page holds that can lead somewhere."""

    ids: Counter[str]
    links: set[tuple[str, str]]
    """Tag and address; the tag is `loads` where a browser fetches it without being asked."""


@cache
def read(page: Path) -> Found:
    tree = html.document_fromstring(page.read_bytes(), parser=html.HTMLParser(encoding="utf-8"))
    links = set()
    for address in ADDRESSES(tree):
        element = address.getparent()
        loads = element.tag in LOADED or (
            element.tag == "link" and element.get("rel") != "canonical"
        )
        links.add(("loads" if loads else element.tag, str(address)))
    return Found(Counter(str(name) for name in IDS(tree)), links)


def pages_below(situs: Path) -> list[Path]:
    pages = sorted(situs.rglob("*.html"))
    assert len(pages) > 100
    return pages


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


def broken(page: Path, situs: Path) -> list[str]:
    problems = []
    for _, address in read(page).links:
        if urlsplit(address).scheme:
            continue
        target = target_of(address, page, situs)
        anchor = unquote(urldefrag(address).fragment)
        if not target.is_relative_to(situs) or not target.is_file():
            problems.append(f"{address}: tidak ada")
        elif anchor and target.suffix == ".html" and not read(target).ids[anchor]:
            problems.append(f"{address}: tidak ada bagian itu")
    return problems


def test_every_link_and_anchor_leads_to_something(situs: Path) -> None:
    places: dict[str, list[str]] = {}
    for page in pages_below(situs):
        for problem in broken(page, situs):
            places.setdefault(problem, []).append(page.relative_to(situs).as_posix())
    shown = [f"{what} ({len(where)} halaman, a.l. {where[0]})" for what, where in places.items()]
    assert not shown, "\n".join(shown)


def test_addresses_are_relative_so_that_the_site_works_below_any_path(situs: Path) -> None:
    absolute = {
        (page.name, address)
        for page in pages_below(situs)
        for _, address in read(page).links
        # The page for what was not found is shown at any depth, so it cannot be relative.
        if address.startswith("/") and page != situs / "404.html"
    }
    assert absolute == set()


def test_links_lead_by_known_schemes_and_nothing_is_loaded_from_elsewhere(situs: Path) -> None:
    wrong = {
        (tag, address)
        for page in pages_below(situs)
        for tag, address in read(page).links
        if urlsplit(address).scheme not in {"", "https", "mailto", "tel", "sms"}
        or (tag == "loads" and (urlsplit(address).scheme or address.startswith("//")))
    }
    assert wrong == set()


def test_style_sheets_load_only_what_is_there(situs: Path) -> None:
    missing = {
        (sheet.name, address)
        for sheet in situs.rglob("*.css")
        for address in CSS_ADDRESS.findall(sheet.read_text("utf-8"))
        if not address.startswith(("data:", "#"))
        and not (sheet.parent / urlsplit(address).path).is_file()
    }
    assert missing == set()


def test_no_id_stands_twice_on_a_page(situs: Path) -> None:
    twice = {
        (page.relative_to(situs).as_posix(), name)
        for page in pages_below(situs)
        for name, times in read(page).ids.items()
        if times > 1
    }
    assert twice == set()


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
            addresses = [address for _, address in read(found).links]
            ours = [address for address in addresses if not urlsplit(address).scheme]
            waiting += [target_of(address, found, situs) for address in ours]
    assert len(reached) > 100
    files = {path.relative_to(situs) for path in situs.rglob("*") if path.is_file()}
    apart = {path for path in files for pattern in NOT_LINKED if lies_in(path, pattern)}
    assert sorted(files - apart - {path.relative_to(situs) for path in reached}) == []


def lies_in(path: Path, pattern: str) -> bool:
    """Tell whether a path is the one of a pattern, or lies in the folder before `/**`."""
    folder = pattern.removesuffix("/**")
    return path.is_relative_to(folder) if folder != pattern else path == Path(pattern)
