"""Invented addresses beside those on file, and what a site that opens them shows."""

from collections.abc import Callable, Sequence
from datetime import date, timedelta

import pytest

from ppid.checking.load import load
from ppid.core.corpus import Corpus
from ppid.kinds.dip.model import InformasiPublik
from ppid.reviewing.control_addresses import compared, controls_for
from ppid.reviewing.links import Visit
from ppid.values.addresses import document_address
from tests.conftest import TOWN

DAY = date(2021, 12, 20)
TOWN_ROW = load(TOWN, DAY).corpus.of(InformasiPublik)[0]
SITE = "https://dinas.kotakecil.example"


def listing(*lists: Sequence[str]) -> Corpus:
    """Return public lists of as many departments, with rows of these addresses."""
    rows = []
    for n, addresses in enumerate(lists):
        for m, address in enumerate(addresses):
            row = TOWN_ROW.model_copy(update={"tautan": address, "kode": f"X-{m}"})
            row.placed(TOWN_ROW.id._replace(opd=f"opd-{n}", slug=f"x-{m}"), TOWN_ROW.origin)
            rows.append(row)
    return Corpus(rows, {}, frozenset(), DAY)


def asked(*lists: Sequence[str]) -> set[str]:
    """Return what is asked for beside addresses, with “9…” for a number and “z…” for a word."""
    controls = controls_for(listing(*lists), DAY)
    told = set[str]()
    for control in controls:
        number, word = control.invented
        told.add(control.url.removeprefix(SITE).replace(number, "9…").replace(word, "z…"))
    return told


@pytest.mark.parametrize(
    ("addresses", "controls"),
    [
        (("/dokumen/a.pdf", "/dokumen/b.pdf", "/dokumen/c.pdf?v=2"), {"/dokumen/z….pdf"}),
        (("/Berkas/%61%20b.xlsx", "/Berkas/c.xlsx"), {"/Berkas/z….xlsx"}),
        (("/unduh?id=7", "/unduh?id=8", "/unduh.php?3"), {"/unduh?id=9…", "/unduh.php?9…"}),
        # What one list asks for twice alike is asked for with something else beside it.
        (("/unduh?id=7&no=1", "/unduh?id=7&no=2"), {"/unduh?id=9…&no=9…", "/unduh?id=7&no=9…"}),
        (("/unduh?id=7", "/unduh?id=7-a"), {"/unduh?id=9…", "/unduh?id=9…-z…", "/unduh?id=7-z…"}),
        (("/berita/7/profil", "/berita/8/renja"), {"/berita/9…/z…"}),
        (("/a/profil", "/b/profil"), {"/a/z…", "/b/z…", "/z…/profil"}),
        (("/profil-7.pdf", "/profil-8.pdf"), {"/z…-9….pdf", "/profil-9….pdf"}),
        # Nothing of what can be no document: a front page, the findings of a search.
        (("", "/", "/index.php", "/cari/?q=profil"), set()),
    ],
)
def test_each_place_is_asked_for_what_it_does_not_have(
    addresses: Sequence[str], controls: set[str]
) -> None:
    assert asked([f"{SITE}{each}" for each in addresses]) == controls


def test_what_can_be_no_document_is_not_asked_for() -> None:
    drive = "https://drive.google.com/file/d/1/view"
    assert asked([drive, "https://bit.ly/a", "http://10.0.0.1/a.pdf", "dokumen/a.pdf", ""]) == set()


def test_sites_of_one_owner_are_asked_for_a_site_more() -> None:
    one, other = "https://www.a.kota.go.id:8443/profil", "https://b.kota.go.id/profil"
    assert asked([one, other]) == {
        "https://www.a.kota.go.id:8443/z…",
        "https://b.kota.go.id/z…",
        "https://z….kota.go.id:8443/profil",
    }
    assert asked([one, "https://b.kabupaten.go.id/profil"]) == {
        "https://www.a.kota.go.id:8443/z…",
        "https://b.kabupaten.go.id/z…",
    }
    assert asked(["https://kota.go.id/profil", other]) == {
        "https://kota.go.id/z…",
        "https://b.kota.go.id/z…",
        "https://z….kota.go.id/profil",
    }


def test_lists_of_two_departments_are_not_held_against_each_other() -> None:
    one, other = f"{SITE}/unduh?id=7&no=1", f"{SITE}/unduh?id=7&no=2"
    assert asked([one], [other]) == {"/unduh?id=9…&no=9…"}


def test_a_place_is_asked_once_and_otherwise_on_another_day() -> None:
    many = [f"{SITE}/dokumen/laporan-{n}.pdf" for n in range(150)]
    corpus = listing(many, many, [f"http{each[5:]}" for each in many])
    controls = controls_for(corpus, DAY)
    assert len(controls) == 2
    assert {len(each.documents) for each in controls} == {150}
    assert controls_for(corpus, DAY) == controls
    next_day = controls_for(corpus, DAY + timedelta(days=1))
    assert {each.url for each in next_day}.isdisjoint(each.url for each in controls)


Answers = Callable[[str], Visit | None]


def found(corpus: Corpus, site: Answers, listed: date = DAY) -> dict[str, str]:
    """Return what is recorded of each address when a list of a day was asked for on `DAY`."""
    urls = {row.tautan for row in corpus.of(InformasiPublik)}
    urls |= {control.url for control in controls_for(corpus, listed)}
    visits = [visit for url in sorted(urls) if (visit := site(url)) is not None]
    result = compared(visits, corpus, DAY)
    assert result.unclear == len(
        {document_address(each) for each in urls if each in ON_FILE}
    ) - len(result.visits)
    return {each.url: each.keadaan for each in result.visits}


ON_FILE = [f"{SITE}/dokumen/{name}.pdf" for name in "abc"]


def answering(control: Callable[[str], Visit | None]) -> Answers:
    """Return a site that opens what is on file, and answers everything else in a way."""
    return lambda url: Visit(url, "terbuka") if url in ON_FILE else control(url)


APART, TOGETHER = dict.fromkeys(ON_FILE, "terbuka"), dict.fromkeys(ON_FILE, "tidak-terbedakan")


@pytest.mark.parametrize(
    ("control", "recorded"),
    [
        (lambda url: Visit(url, "hilang"), APART),
        (lambda url: Visit(url, "tidak-menjawab", refused=True), APART),
        # A front page is “hilang”; another page for all that is not there tells them apart as well.
        (lambda url: Visit(url, "terbuka", f"{SITE}/masuk"), APART),
        (lambda url: Visit(url, "terbuka"), TOGETHER),
        (lambda url: Visit(url, "terbuka", f"{url}/lihat"), TOGETHER),
        (lambda url: Visit(url, "tidak-menjawab"), {}),
        (lambda _: None, {}),
    ],
)
def test_what_opens_is_a_document_where_its_control_does_not(
    control: Callable[[str], Visit | None], recorded: dict[str, str]
) -> None:
    assert found(listing(ON_FILE), answering(control)) == recorded


def test_the_answers_to_a_list_can_be_read_some_days_later() -> None:
    site = answering(lambda url: Visit(url, "hilang"))
    assert found(listing(ON_FILE), site, DAY - timedelta(days=6)) == APART
    assert found(listing(ON_FILE), site, DAY - timedelta(days=7)) == {}


def test_controls_and_addresses_elsewhere_in_the_data_are_not_recorded() -> None:
    corpus = listing(ON_FILE[:1])
    controls = [Visit(each.url, "hilang") for each in controls_for(corpus, DAY)]
    visits = [*controls, Visit(ON_FILE[0], "hilang"), Visit(f"{SITE}/profil", "terbuka")]
    assert compared(visits, corpus, DAY).visits == [Visit(ON_FILE[0], "hilang")]


def test_an_address_without_a_surplus_is_the_document_that_others_are_spelled_after() -> None:
    own, spelled = f"{SITE}/unduh?id=7", f"{SITE}/unduh?id=7x1"
    corpus = listing([own, spelled])

    def site(url: str) -> Visit:
        return Visit(url, "terbuka" if "id=7" in url else "hilang")

    visits = [site(each.url) for each in controls_for(corpus, DAY)]
    got = compared([*visits, site(own), site(spelled)], corpus, DAY).visits
    assert {each.url: each.keadaan for each in got} == {own: "terbuka", spelled: "tidak-terbedakan"}
