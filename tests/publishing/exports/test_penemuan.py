"""What other programs look for by name, and in the head of every page."""

import re
from dataclasses import replace
from datetime import date
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from lxml import html

from ppid.checking.check import load_and_check
from ppid.publishing.exports import penemuan
from ppid.publishing.publication import Publication
from tests.conftest import SITE_URL, TOWN

OPENSEARCH = "{http://a9.com/-/spec/opensearch/1.1/}"


def files(day: str, site_url: str = SITE_URL) -> dict[str, str]:
    publication = Publication.of(load_and_check(TOWN, date.fromisoformat(day)), site_url)
    return {export.url: export.content.decode() for export in penemuan.exports(publication)}


def test_robots_may_read_everything_and_are_led_to_the_map() -> None:
    assert files("2021-12-31")["robots.txt"].endswith(
        f"Allow: /\n\nSitemap: {SITE_URL}sitemap.xml\n"
    )
    without = files("2021-12-31", "")
    assert without["robots.txt"] == "User-agent: *\nAllow: /\n"
    assert "opensearch.xml" not in without


def test_a_browser_can_search_here() -> None:
    root = ET.fromstring(files("2021-12-31")["opensearch.xml"])  # noqa: S314 — our own file
    assert len(root.findtext(f"{OPENSEARCH}ShortName") or "") <= 16
    url = root.find(f"{OPENSEARCH}Url")
    assert url is not None
    assert url.get("template") == f"{SITE_URL}cari/?q={{searchTerms}}"


@pytest.mark.parametrize(("day", "there"), [("2022-06-30", True), ("2022-07-01", False)])
def test_security_txt_never_outlives_its_day(day: str, there: bool) -> None:  # noqa: FBT001
    found = files(day).get(".well-known/security.txt", "")
    assert bool(found) is there
    if there:
        assert found.splitlines()[:2] == [
            "Contact: mailto:keamanan@kotakecil.example",
            "Expires: 2022-06-30T23:59:59Z",
        ]


def test_without_the_field_there_is_no_security_txt() -> None:
    publication = Publication.of(load_and_check(TOWN, date(2021, 12, 31)))
    assert publication.badan is not None
    badan = publication.badan.model_copy(update={"laporan_keamanan": None})
    assert penemuan._security(publication, badan) == ""  # noqa: SLF001
    assert penemuan._security(replace(publication, site_url="x"), badan) == ""  # noqa: SLF001


@pytest.mark.parametrize("url", ["", "opd/setda/dik/2021/set-memo-1", "tentang", "cari", "en"])
def test_every_page_tells_other_programs_what_it_is(url: str, situs: Path) -> None:
    root = html.fromstring((situs / url / "index.html").read_text("utf-8"))

    def said(name: str) -> str:
        (one,) = root.xpath(f"//head/meta[@property='{name}' or @name='{name}']/@content")
        return str(one)

    address = SITE_URL + (f"{url}/" if url else "")
    assert said("og:title")
    assert said("og:description") == said("description")
    assert said("og:url") == root.xpath("//head/link[@rel='canonical']/@href")[0] == address
    assert said("og:image") == f"{SITE_URL}assets/ikon-512.png"
    assert said("twitter:card") == "summary"
    icons = root.xpath("//head/link[contains(@rel, 'icon') or @rel='search']/@href")
    assert len(icons) == 4
    assert all((situs / url / icon).is_file() for icon in icons)


def test_feeds_are_named_where_they_are(situs: Path) -> None:
    for url, feed in (("", "perubahan"), ("perubahan", "perubahan"), ("kegiatan", "kegiatan")):
        root = html.fromstring((situs / url / "index.html").read_text("utf-8"))
        found = root.xpath("//head/link[@rel='alternate']/@href")
        assert any(address.endswith(f"{feed}/atom.xml") for address in found), url
        assert all((situs / url / address).is_file() for address in found)


def test_the_summary_in_english_is_english_from_head_to_foot(situs: Path) -> None:
    """What stays in Indonesian on it (the header, names, addresses) says so."""
    root = html.fromstring((situs / "en/index.html").read_text("utf-8"))
    assert root.get("lang") == "en"
    assert root.xpath("//head/meta[@property='og:locale']/@content") == ["en_GB"]
    (header,) = root.xpath("//header")
    assert header.get("lang") == "id"
    (foot,) = root.xpath("//footer[@class='ppid-kaki']")
    said = " ".join(foot.xpath(".//text()[not(ancestor::*[@lang='id'])]"))
    assert "Contact" in said
    assert not re.search(r"\b(situs|tentang|layanan|kanal|unduhan|laporkan)\b", said, re.IGNORECASE)
    other = html.fromstring((situs / "tentang/index.html").read_text("utf-8"))
    assert other.get("lang") == "id"


def test_the_home_page_is_shared_under_the_name_of_the_site(situs: Path) -> None:
    root = html.fromstring((situs / "index.html").read_text("utf-8"))
    title = root.xpath("//head/meta[@property='og:title']/@content")
    assert title == root.xpath("//head/meta[@property='og:site_name']/@content")


def test_every_page_says_of_which_day_and_state_its_data_is(situs: Path) -> None:
    for name in ("index.html", "opd/setda/dik/2021/index.html", "panduan/index.html", "404.html"):
        root = html.fromstring((situs / name).read_text("utf-8"))
        (said,) = root.xpath("//p[@class='ppid-kaki__data']")
        text = " ".join(said.text_content().split())
        assert re.match(r"Data per 31 Desember 2021 \([0-9a-f]{6,}\)\.", text), (name, text)
