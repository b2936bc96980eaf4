"""Both feeds are valid by the letter of their standards, whatever a title holds."""

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from urllib.parse import urljoin
from xml.etree import ElementTree as ET

import feedparser
import jsonschema
import pytest

from ppid.checking.check import load_and_check
from ppid.core.corpus import Corpus
from ppid.kinds.daftar import DaftarDikecualikan
from ppid.kinds.kegiatan import Kegiatan
from ppid.publishing.exports import atom, json_feed
from ppid.publishing.publication import Publication

TOWN = Path(__file__).parents[2] / "kota-kecil"
ADDRESS = "https://ppid.kotakecil.example/bawah/"
ATOM = "{http://www.w3.org/2005/Atom}"
MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")
TAG = re.compile(r"tag:[a-z0-9.-]+,\d{4}(-\d\d(-\d\d)?)?:[!-~]*")
HOSTILE = '<script>alert(1)</script> & "x" ]]> &amp; {{ 7*7 }}'
SCHEMA = {
    "type": "object",
    "required": ["version", "title", "items"],
    "additionalProperties": False,
    "properties": {
        "version": {"const": "https://jsonfeed.org/version/1.1"},
        "title": {"type": "string"},
        "home_page_url": {"type": "string", "pattern": "^https?://"},
        "feed_url": {"type": "string", "pattern": "^https?://"},
        "language": {"const": "id"},
        "authors": {
            "type": "array",
            "minItems": 1,
            "items": {"type": "object", "minProperties": 1},
        },
        "items": {"type": "array", "items": {"$ref": "#/$defs/item"}},
    },
    "$defs": {
        "item": {
            "type": "object",
            "required": ["id"],
            "oneOf": [{"required": ["content_html"]}, {"required": ["content_text"]}],
            "additionalProperties": False,
            "properties": {
                "id": {"type": "string", "minLength": 1},
                "url": {"type": "string", "pattern": "^https?://"},
                "title": {"type": "string"},
                "content_html": {"type": "string", "minLength": 1},
                "content_text": {"type": "string", "minLength": 1},
                "summary": {"type": "string"},
                "date_published": {"type": "string", "pattern": MOMENT.pattern},
                "tags": {"type": "array", "items": {"type": "string"}},
            },
        }
    },
}

Print = Callable[[Publication], bytes]


@pytest.fixture(scope="module")
def town() -> Publication:
    return Publication.of(load_and_check(TOWN, date(2021, 12, 31)))


@pytest.fixture(params=["", ADDRESS], ids=["tanpa alamat", "dengan alamat"])
def checked(request: pytest.FixtureRequest, town: Publication) -> Publication:
    return replace(town, site_url=request.param)


def with_title(checked: Publication, title: str) -> Publication:
    """Return the same town with one activity, of another title."""

    def records() -> Iterator[object]:
        for found in checked.corpus._by_kind.values():  # noqa: SLF001
            yield from (r for r in found if not isinstance(r, Kegiatan))
        first = checked.corpus.of(Kegiatan)[0]
        changed = first.model_copy(update={"judul": title, "isi": f"{title}\n\n{title}"})
        changed.placed(first.id, first.origin)
        yield changed

    corpus = Corpus(records(), {}, frozenset(), checked.corpus.today)  # type: ignore[arg-type]
    return replace(checked, corpus=corpus)


FOLDERS = ("kegiatan/", "perubahan/", "opd/setda/perubahan/")


def atom_of(checked: Publication, folder: str = "kegiatan/") -> bytes:
    return {export.url: export.content for export in atom.exports(checked)}[f"{folder}atom.xml"]


def json_of(checked: Publication, folder: str = "kegiatan/") -> dict[str, object]:
    found = {export.url: export.content for export in json_feed.exports(checked)}
    return json.loads(found[f"{folder}feed.json"])


def only(parent: ET.Element, tag: str) -> str:
    """Return the text of an element that must stand there exactly once."""
    found = parent.findall(ATOM + tag)
    assert len(found) == 1, tag
    return found[0].text or ""


def assert_every_must_of_rfc_4287(root: ET.Element) -> None:
    assert root.tag == ATOM + "feed"
    # 4.1.1: id, title, updated once; an author unless every entry has one
    for element in (root, *root.findall(ATOM + "entry")):
        assert only(element, "title").strip()
        assert only(element, "id")
        assert MOMENT.fullmatch(only(element, "updated"))
    assert root.find(f"{ATOM}author/{ATOM}name").text
    # 4.1.1: at most one alternate link of a type and language, one self
    for element in (root, *root.findall(ATOM + "entry")):
        links = [(link.get("rel"), link.get("type")) for link in element.findall(ATOM + "link")]
        assert len(links) == len(set(links))
        assert all(link.get("href") for link in element.findall(ATOM + "link"))
    # 4.1.2: entries of one id and moment are one; 4.2.6: ids are absolute
    ids = [only(e, "id") for e in root.iter(ATOM + "entry")]
    assert len(ids) == len(set(ids))
    for one in (*ids, only(root, "id")):
        assert TAG.fullmatch(one) or one.startswith(ADDRESS)
    # 4.1.3: HTML in content is escaped; 4.2.2: a category has a term
    for content in root.iter(ATOM + "content"):
        assert content.get("type") in {"html", "text"}
        assert len(content) == 0
    assert all(c.get("term") for c in root.iter(ATOM + "category"))


@pytest.mark.parametrize("folder", FOLDERS)
def test_every_feed_is_valid_and_both_formats_agree(checked: Publication, folder: str):
    root = ET.fromstring(atom_of(checked, folder))  # noqa: S314 — our own feed
    assert_every_must_of_rfc_4287(root)
    feed = json_of(checked, folder)
    jsonschema.validate(feed, SCHEMA)
    assert [only(e, "id") for e in root.iter(ATOM + "entry")] == [i["id"] for i in feed["items"]]
    assert feed["items"]


def test_there_is_a_feed_of_activities_of_all_lists_and_of_each_opd(checked: Publication):
    folders = {export.url.removesuffix("atom.xml") for export in atom.exports(checked)}
    owners = {f"opd/{d.id.opd}/perubahan/" for d in checked.corpus.of(DaftarDikecualikan)}
    assert folders == {"kegiatan/", "perubahan/", *owners}


def test_atom_keeps_every_must(checked: Publication):
    root = ET.fromstring(atom_of(checked))  # noqa: S314 — our own feed
    assert len(root.findall(ATOM + "entry")) == len(checked.corpus.of(Kegiatan))


def test_a_feed_reader_reads_what_is_on_record(checked: Publication):
    parsed = feedparser.parse(atom_of(checked))
    assert not parsed.bozo
    newest = max(checked.corpus.of(Kegiatan), key=lambda k: k.tanggal)
    assert parsed.version == "atom10"
    assert parsed.entries[0].title == newest.judul
    assert parsed.entries[0].published_parsed[:3] == newest.tanggal.timetuple()[:3]


def test_json_feed_keeps_the_rules(checked: Publication):
    feed = json_of(checked)
    jsonschema.validate(feed, SCHEMA)
    assert len(feed["items"]) == len(checked.corpus.of(Kegiatan))
    assert ("feed_url" in feed) == bool(checked.site_url)


@pytest.mark.parametrize("folder", FOLDERS)
def test_links_lead_to_pages_that_exist(situs: Path, folder: str):
    root = ET.parse(situs / f"{folder}atom.xml").getroot()  # noqa: S314
    for link in root.iter(ATOM + "link"):
        path = urljoin(f"https://ppid.kotakecil.example/{folder}atom.xml", link.get("href"))
        path, _, anchor = path.partition("#")
        below = situs / path.removeprefix("https://ppid.kotakecil.example/")
        if anchor:
            assert f'id="{anchor}"' in (below / "index.html").read_text("utf-8")
        assert below.is_file() or (below / "index.html").is_file()


def test_pages_of_activities_name_their_feeds(situs: Path):
    for place, up in (("kegiatan", "../"), ("kegiatan/2021-12-14-pelatihan-arsip", "../../")):
        html = (situs / place / "index.html").read_text("utf-8")
        assert f'type="application/atom+xml" title="Kegiatan (Atom)" href="{up}kegiatan/' in html
    assert "atom+xml" not in (situs / "regulasi/index.html").read_text("utf-8")


@pytest.mark.parametrize("title", [HOSTILE, "a\x00b\x1f\ufffe", "satu\nbaris", "é ✓ 😀"])
def test_hostile_titles_break_nothing(title: str, checked: Publication):
    hostile = with_title(checked, title)
    root = ET.fromstring(atom_of(hostile))  # noqa: S314
    assert_every_must_of_rfc_4287(root)
    assert not feedparser.parse(atom_of(hostile)).bozo
    jsonschema.validate(json_of(hostile), SCHEMA)
    body = only(root.find(ATOM + "entry"), "content")
    assert "<script" not in body
    assert "<script" not in str(json_of(hostile)["items"][0]["content_html"])


def test_a_town_without_activities_still_has_valid_feeds(checked: Publication):
    records = [r for found in checked.corpus._by_kind.values() for r in found]  # noqa: SLF001
    quiet = Corpus(
        [r for r in records if not isinstance(r, Kegiatan)], {}, frozenset(), checked.corpus.today
    )
    empty = replace(checked, corpus=quiet)
    assert_every_must_of_rfc_4287(ET.fromstring(atom_of(empty)))  # noqa: S314
    jsonschema.validate(json_of(empty), SCHEMA)


def test_the_same_records_give_the_same_bytes(checked: Publication):
    again = replace(
        Publication.of(load_and_check(TOWN, date(2021, 12, 31))), site_url=checked.site_url
    )
    assert atom_of(checked) == atom_of(again)
    assert list(json_feed.exports(checked)) == list(json_feed.exports(again))
