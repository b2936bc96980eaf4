"""What is looked for in all OPDs at once, and every title once from A to Z."""

from datetime import date
from pathlib import Path

import pytest

from ppid.checking.check import load_and_check
from ppid.core.page import Body, Page
from ppid.kinds import url_of
from ppid.kinds.acuan.kewajiban import KumpulanKewajiban
from ppid.kinds.dip.model import InformasiPublik
from ppid.kinds.regulasi import Regulasi
from ppid.kinds.rows import all_rows
from ppid.publishing.pages import topik
from ppid.publishing.publication import Publication
from ppid.publishing.topics import A_TO_Z, TOPICS, Topik
from tests.conftest import TOWN


@pytest.fixture(scope="module")
def town() -> Publication:
    return Publication.of(load_and_check(TOWN, date(2021, 12, 31)))


@pytest.fixture(scope="module")
def by_url(town: Publication) -> dict[str, Page]:
    return {page.url: page for page in topik.pages(town)}


def links_of(page: Page) -> list[str]:
    assert isinstance(page.context, Body)
    return [link.url for section in page.context.sections for link in section.links]


def test_every_title_stands_once_under_its_letter(
    town: Publication, by_url: dict[str, Page]
) -> None:
    letters = [
        page for url, page in by_url.items() if url.startswith(A_TO_Z.url) and url != A_TO_Z.url
    ]
    shown = [url for page in letters for url in links_of(page)]
    newest = {
        (r.id.opd, r.id.slug, r.kind): r
        for r in sorted(all_rows(town.corpus), key=lambda r: r.id.tahun)
    }
    wanted = [url_of(row.id) for row in newest.values()]
    wanted += [url_of(one.id) for one in town.corpus.of(Regulasi)]
    assert sorted(shown) == sorted(wanted)
    marked = {
        link.url
        for page in letters
        if isinstance(page.context, Body)
        for section in page.context.sections
        for link in section.links
        if link.label.endswith(" (contoh)")
    }
    assert marked == {url_of(r.id) for r in newest.values() if town.is_example(r.id)} != set()
    assert all(page.name in {*"ABCDEFGHIJKLMNOPQRSTUVWXYZ", "0-9"} for page in letters)


def test_topics_name_obligations_of_the_law(town: Publication) -> None:
    known = {k.kode for group in town.corpus.of(KumpulanKewajiban) for k in group.kewajiban}
    for one in TOPICS:
        for code in one.kewajiban:
            assert any(kode == code or kode.startswith(f"{code}.") for kode in known), code


@pytest.mark.parametrize(
    ("title", "code", "held"),
    [
        ("Rekapitulasi LHKPN", "", True),
        ("Laporan pejabat", "berkala.b.a; berkala.a.d", True),
        ("Laporan pejabat", "berkala.a.da", False),
        ("Silhkpnan", "", False),
    ],
)
def test_a_row_belongs_to_a_topic_by_code_or_word(title: str, code: str, held: bool) -> None:  # noqa: FBT001
    lhkpn = Topik(slug="x", judul="x", ringkasan="x", kewajiban=("berkala.a.d",), kata=("lhkpn",))
    row = InformasiPublik.model_construct(informasi=title, kewajiban=code)
    assert lhkpn.holds(row) is held


def test_regulations_are_listed_as_public_information(
    town: Publication, by_url: dict[str, Page]
) -> None:
    found = links_of(by_url["informasi/topik/peraturan/"])
    assert {url_of(one.id) for one in town.corpus.of(Regulasi)} <= set(found)


def test_without_javascript_the_search_leads_to_the_index(situs: Path) -> None:
    said = (situs / "cari/index.html").read_text("utf-8")
    noscript = said.partition("<noscript>")[2].partition("</noscript>")[0]
    assert 'href="../informasi/a-z/"' in noscript
    assert "“q=”" in noscript
