"""What changed is told once: lists on their own days; edits by the keepers apart, and as such."""

from dataclasses import replace
from datetime import date

import pytest

from ppid.checking.check import load_and_check
from ppid.core.page import Body
from ppid.history.changes import Change, ChangeKind
from ppid.history.model import ListRevision, Past
from ppid.kinds.daftar import DaftarDikecualikan
from ppid.kinds.dik.model import InformasiDikecualikan
from ppid.publishing.feeds import feeds_of
from ppid.publishing.pages import beranda, perubahan
from ppid.publishing.pages.beranda import Beranda
from ppid.publishing.pages.perubahan import Kisah
from ppid.publishing.publication import Publication
from tests.conftest import TOWN

EDITED = date(2021, 11, 20)


def edited(town: Publication, *, contoh: bool) -> Publication:
    """Return the town with one row of a list edited long after it was handed in."""
    daftar = max(town.corpus.of(DaftarDikecualikan), key=lambda one: (one.id.tahun, one.id.opd))
    row = town.corpus.in_list(InformasiDikecualikan, daftar.id.opd, daftar.id.tahun)[0]
    change = Change(ChangeKind.BERUBAH, row, "konsekuensi_dibuka", "Lama.", "Baru.")
    revision = ListRevision(daftar.id, EDITED, "c" * 40, "", (change,), contoh=contoh)
    return replace(town, past=Past((revision,), (), date(2021, 1, 1)))


@pytest.fixture(scope="module")
def town() -> Publication:
    return Publication.of(load_and_check(TOWN, date(2021, 12, 31)))


@pytest.mark.parametrize(("contoh", "said"), [(True, "bukan perubahan daftar resmi"), (False, "")])
def test_edits_stand_apart_with_both_wordings(town: Publication, contoh: bool, said: str) -> None:  # noqa: FBT001
    pages = {page.url: page.context for page in perubahan.pages(edited(town, contoh=contoh))}
    month = pages["perubahan/2021-11/"]
    assert isinstance(month, Kisah)
    assert (month.lead, month.bab) == ("Tidak ada daftar yang disampaikan.", ())
    assert month.suntingan is not None
    assert month.suntingan.jumlah == "1 suntingan pada 1 daftar, 1 perubahan informasi"
    assert said in month.suntingan.kalimat
    (group,) = month.suntingan.bab[0].peristiwa[0].groups
    assert [(one.before, one.after) for one in group.isi[0].rumusan] == [("Lama.", "Baru.")]
    march = pages["perubahan/2021-03/"]
    assert isinstance(march, Kisah)
    assert march.suntingan is None


def test_the_figures_of_edits_add_up_on_every_page(town: Publication) -> None:
    once = edited(town, contoh=True)
    (revision,) = once.past.revisions
    again = replace(revision, day=date(2021, 11, 21), commit="d" * 40)
    publication = replace(once, past=Past((revision, again), (), date(2021, 1, 1)))
    pages = {page.url: page.context for page in perubahan.pages(publication)}
    index, month = pages["perubahan/"], pages["perubahan/2021-11/"]
    assert isinstance(index, Body)
    assert isinstance(month, Kisah)
    (section,) = (each for each in index.sections if each.anchor == "suntingan")
    assert section.table is not None
    assert section.table.columns[1] == "Suntingan"
    assert section.table.rows[0][1].text == "2"
    said = "2 suntingan pada 1 daftar, 2 perubahan informasi"
    assert section.folded == f"Lihat {said}"
    assert month.suntingan is not None
    assert month.suntingan.jumlah == said


def test_the_last_full_month_is_told_first(town: Publication) -> None:
    none = "Pada November 2021, tidak ada daftar yang disampaikan."
    edits = " Sesudah terbit: 1 suntingan pada 1 daftar, 1 perubahan informasi."
    for publication, said, links in (
        (town, none, []),
        (edited(town, contoh=True), none + edits, ["perubahan/2021-11/"]),
    ):
        index = next(page.context for page in perubahan.pages(publication))
        assert isinstance(index, Body)
        assert index.sections[0].paragraphs == (said,)
        assert [link.url for link in index.sections[0].links] == links


def test_an_edit_of_a_demonstration_is_no_news(town: Publication) -> None:
    for contoh in (True, False):
        feeds = {feed.folder: feed for feed in feeds_of(edited(town, contoh=contoh))}
        kinds = [entry.kind for entry in feeds["perubahan/"].entries]
        assert ("Suntingan sesudah terbit" in kinds) is not contoh


def test_the_home_page_and_the_history_tell_the_same(town: Publication) -> None:
    publication = edited(town, contoh=True)
    (home,) = beranda.pages(publication)
    assert isinstance(home.context, Beranda)
    told = [event for event in publication.events if event.groups and not event.mends]
    assert [entry.url for entry in home.context.daftar] == [
        f"{event.tautan.url}#perubahan" for event in told[:5]
    ]
    assert [entry.keterangan for entry in home.context.daftar] == [
        event.kalimat.removesuffix(".") for event in told[:5]
    ]


def test_the_doors_count_the_newest_year(town: Publication) -> None:
    (home,) = beranda.pages(town)
    assert isinstance(home.context, Beranda)
    assert home.context.tahun == 2021
    counted = {door.judul: door.jumlah for door in home.context.pintu}
    newest = [r for r in town.corpus.of(InformasiDikecualikan) if r.id.tahun == 2021]
    assert counted["Dikecualikan"] == len(newest)
    assert all(door.url.endswith("/2021/") for door in home.context.pintu if door.jumlah)
