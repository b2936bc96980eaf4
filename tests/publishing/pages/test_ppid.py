"""Who was PPID Utama is said with its basis, and where nobody is on record that is said too."""

from datetime import date
from pathlib import Path

from ppid.checking.load import load
from ppid.core.corpus import Corpus
from ppid.core.page import Page
from ppid.kinds.badan import Badan
from ppid.kinds.opd import ProfilOpd
from ppid.publishing.pages import ppid, tentang
from ppid.publishing.pages.ppid import IsiPpid
from ppid.publishing.publication import Publication

TOWN = Path(__file__).parents[2] / "kota-kecil"
CORPUS = load(TOWN, date(2021, 12, 31)).corpus
BADAN = CORPUS.of(Badan)[0]


def body_of(badan: Badan) -> IsiPpid:
    badan.placed(BADAN.id, BADAN.origin)
    others = [
        r
        for found in CORPUS._by_kind.values()  # noqa: SLF001
        for r in found
        if not isinstance(r, Badan)
    ]
    corpus = Corpus([badan, *others], {}, frozenset(), CORPUS.today)
    page, _ = ppid.pages(Publication(corpus, (), {}))
    assert isinstance(page.context, IsiPpid)
    return page.context


def told(body: IsiPpid) -> list[str]:
    return [
        f"{one.waktu}: " + " ".join("".join(c.text for c in k) for k in one.kalimat)
        for one in body.riwayat
    ]


def with_terms(*changes: dict[str, object]) -> Badan:
    terms = [
        masa.model_copy(update=change)
        for masa, change in zip(BADAN.ppid_utama, changes, strict=True)
    ]
    return BADAN.model_copy(update={"ppid_utama": tuple(terms)})


def test_each_period_names_its_basis_and_source():
    first, second = told(body_of(with_terms({}, {})))
    assert first.startswith("2018 sampai 31 Mei 2019: Sekretaris Dinas Kesehatan")
    assert "Dasar: Perwal 2/2017." in first
    assert second.startswith("1 Juni 2019 sampai sekarang:")


def test_a_gap_is_said():
    gap = told(body_of(with_terms({"sampai": date(2019, 3, 31)}, {})))[1]
    assert gap == "1 April 2019 sampai 31 Mei 2019: Belum tercatat siapa yang menjadi PPID Utama."


def test_an_end_without_successor_is_said():
    events = told(body_of(with_terms({}, {"sampai": date(2021, 6, 30)})))
    assert events[-1].startswith("1 Juli 2021 sampai sekarang: Belum tercatat")
    assert body_of(with_terms({}, {"sampai": date(2021, 6, 30)})).peran[1].pemegang.text == (
        "belum tercatat"
    )


def test_the_structure_shows_who_holds_each_role():
    holders = {one.peran.nama: one.pemegang.text for one in body_of(BADAN).peran}
    assert holders["Atasan PPID"] == "Sekretaris Daerah Kota Kecil"
    assert holders["PPID Utama"] == "Kepala Bagian Umum Sekretariat Daerah"
    assert holders["Tim Pertimbangan"] == "belum tercatat"


def test_without_a_body_the_pages_still_stand():
    nothing = Publication(Corpus([], {}, frozenset(), date(2021, 12, 31)), (), {})
    for module in (ppid, tentang):
        assert all(isinstance(page, Page) for page in module.pages(nothing))


def test_a_column_that_would_say_of_everyone_that_nothing_is_on_record_is_left_out() -> None:
    officers = [page for page in ppid.pages(Publication(CORPUS, (), {})) if "pelaksana" in page.url]
    (table,) = [s.table for page in officers for s in page.context.sections if s.table]
    known = any(p.ppid_pelaksana and p.ppid_pelaksana.sk for p in CORPUS.of(ProfilOpd))
    assert ("SK penunjukan" in table.columns) is known
    without = [p.model_copy(update={"ppid_pelaksana": None}) for p in CORPUS.of(ProfilOpd)]
    for old, new in zip(CORPUS.of(ProfilOpd), without, strict=True):
        new.placed(old.id, old.origin)
    others = [
        r
        for found in CORPUS._by_kind.values()  # noqa: SLF001
        for r in found
        if not isinstance(r, ProfilOpd)
    ]
    corpus = Corpus([*without, *others], {}, frozenset(), CORPUS.today)
    _, page = ppid.pages(Publication(corpus, (), {}))
    (table,) = [s.table for s in page.context.sections if s.table]
    assert table.columns == ("Perangkat daerah", "Jabatan yang menjadi PPID Pelaksana")
    assert "belum tercatat" in page.context.lead
