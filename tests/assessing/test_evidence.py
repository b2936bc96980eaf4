"""Each sort of evidence, looked for in lists of the invented town."""

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TypeVar

import pytest

from ppid.assessing.evidence import FINDERS, Dossier, Dossiers, look
from ppid.assessing.model import Obligation, State
from ppid.assessing.obligations import service_pages, sets_of
from ppid.checking.load import load
from ppid.core.corpus import Corpus
from ppid.core.record import Record
from ppid.kinds import KINDS
from ppid.kinds.acuan.kewajiban import JenisBukti
from ppid.kinds.badan import Badan
from ppid.kinds.opd import ProfilOpd

TOWN = Path(__file__).parents[1] / "kota-kecil"
CORPUS = load(TOWN, date(2021, 12, 31)).corpus
R = TypeVar("R", bound=Record)
MET, NOT, IDLE = State.TERPENUHI, State.BELUM, State.TIDAK_BERLAKU
OBLIGATION = sets_of(CORPUS)[0].obligations[0]


def dossier(opd: str, tahun: int) -> Dossier:
    profil = CORPUS.get(ProfilOpd, opd)
    assert profil is not None
    return Dossiers(CORPUS).dossier(profil, tahun, date(tahun, 12, 31))


def asking(sort: JenisBukti, **changes: object) -> Obligation:
    return replace(OBLIGATION, bukti=(sort,), **changes)


def state_of(sort: JenisBukti, given: Dossier, **changes: object) -> State:
    return look(asking(sort, **changes), given).state


def changed(record: R, **changes: object) -> R:
    copy = record.model_copy(update=changes)
    copy.placed(record.id, record.origin)
    return copy


@pytest.mark.parametrize(
    ("sort", "opd", "tahun", "state"),
    [
        ("dip", "dinkes", 2021, MET),
        ("dip", "kecamatan-tepi-danau", 2021, NOT),
        ("dip-beralamat", "setda", 2021, MET),
        ("dip-ada", "dinkes", 2020, MET),
        ("dip-ada", "setda", 2020, NOT),
        ("daftar-dip", "setda", 2021, MET),
        ("pemutakhiran-dip", "dinkes", 2021, MET),
        ("pemutakhiran-dip", "setda", 2020, NOT),
        ("daftar-dik", "kecamatan-tepi-danau", 2021, MET),
        ("daftar-dik", "setda", 2020, MET),
        ("daftar-dik", "dinkes", 2020, NOT),
        ("uji-konsekuensi", "setda", 2021, MET),
        ("uji-konsekuensi", "setda", 2020, NOT),
        ("uji-konsekuensi", "kecamatan-tepi-danau", 2021, IDLE),
        ("dasar-pengecualian", "setda", 2020, NOT),
        ("dasar-pengecualian", "setda", 2021, MET),
        ("konsekuensi-pengecualian", "setda", 2020, MET),
        ("jangka-pengecualian", "setda", 2020, NOT),
        ("jangka-pengecualian", "kecamatan-tepi-danau", 2021, IDLE),
        ("jangka-pengecualian", "dinkes", 2020, NOT),
        ("jangka-huruf-a-f", "setda", 2021, MET),
        ("jangka-huruf-a-f", "kecamatan-tepi-danau", 2021, IDLE),
        ("jangka-huruf-a-f", "dinkes", 2020, NOT),
        ("akhir-pengecualian", "setda", 2021, IDLE),
        ("akhir-pengecualian", "dinkes", 2020, NOT),
        ("layanan-permohonan", "setda", 2021, MET),
        ("layanan-permohonan", "setda", 2020, NOT),
        ("layanan-waktu", "setda", 2021, MET),
        ("layanan-waktu", "dinkes", 2021, NOT),
        ("layanan-alasan", "setda", 2021, MET),
        ("layanan-alasan", "dinkes", 2021, NOT),
        ("layanan-sengketa", "setda", 2021, MET),
        ("layanan-sengketa", "dinkes", 2021, NOT),
        ("laporan-layanan", "setda", 2021, MET),
        ("laporan-layanan", "dinkes", 2021, NOT),
        ("pernyataan-nihil", "kecamatan-tepi-danau", 2021, MET),
        ("pernyataan-nihil", "setda", 2021, NOT),
        ("halaman", "setda", 2021, NOT),
    ],
)
def test_sort_of_evidence(sort: JenisBukti, opd: str, tahun: int, state: State) -> None:
    assert state_of(sort, dossier(opd, tahun)) is state


def test_the_day_on_which_an_address_was_seen_to_open_is_told() -> None:
    found = dossier("setda", 2021).answers["berkala.a.a"]
    assert [each.evidence.terbuka for each in found] == [date(2021, 12, 6)]
    (obligation,) = (o for o in sets_of(CORPUS)[0].obligations if o.kode == "berkala.a.a")
    assert look(obligation, dossier("setda", 2021)).reason.endswith(
        ", dengan alamat atau berkasnya; alamatnya terbuka pada pemeriksaan 6 Desember 2021."
    )
    files = dossier("setda", 2021).answers["berkala.d.a"]
    assert [each.evidence.terbuka for each in files] == [None]


def test_what_does_not_suffice_stands_beside() -> None:
    found = look(asking("jangka-pengecualian"), dossier("setda", 2020))
    labels = [e.label for e in found.evidence]
    assert labels[0] == "DIK 2020"
    assert len(labels) == 3
    assert found.reason.startswith("2 dari 3 informasi dalam DIK 2020")


@pytest.mark.parametrize(
    ("grounds", "state"),
    [
        # UU 14/2008 Pasal 20 ayat (1) speaks of the letters a to f alone.
        ("UU 14/2008 Pasal 17 huruf g", IDLE),
        ("UU 14/2008 Pasal 17 huruf h angka 2; UU 14/2008 Pasal 17 huruf j", IDLE),
        ("UU 14/2008 Pasal 17 huruf f; UU 14/2008 Pasal 17 huruf h angka 2", NOT),
        ("UU 14/2008 Pasal 17 huruf a angka 1", NOT),
        ("UU 14/2008 Pasal 17", NOT),
        ("UU 36/2009", NOT),
        ("", NOT),
    ],
)
def test_only_what_may_not_be_permanent_has_to_end(grounds: str, state: State) -> None:
    given = dossier("setda", 2021)
    row = changed(given.dik_rows[0], dasar_hukum=grounds, jangka_waktu="tidak terbatas")
    assert state_of("jangka-huruf-a-f", replace(given, dik_rows=[row])) is state
    assert state_of("jangka-pengecualian", replace(given, dik_rows=[row])) is NOT


def test_one_sort_that_suffices_is_enough_and_the_first_speaks() -> None:
    both = replace(OBLIGATION, bukti=("laporan-layanan", "dip"))
    assert look(both, dossier("dinkes", 2021)).state is MET
    neither = look(both, dossier("kecamatan-tepi-danau", 2021))
    assert neither.reason == "Angka layanan 2020 belum ada dalam data ini."
    assert look(replace(OBLIGATION, bukti=()), dossier("setda", 2021)).state is NOT


def test_a_test_after_the_decision_does_not_count() -> None:
    given = dossier("setda", 2021)
    assert given.dik is not None
    test = given.dik.uji_konsekuensi
    assert test is not None
    late = changed(given.dik, uji_konsekuensi=test.model_copy(update={"tanggal": date(2021, 3, 1)}))
    assert state_of("uji-konsekuensi", replace(given, dik=late)) is NOT


def test_a_decision_without_its_place_is_not_complete() -> None:
    given = dossier("setda", 2021)
    assert given.dik is not None
    assert given.dik.penetapan is not None
    bare = changed(given.dik, penetapan=given.dik.penetapan.model_copy(update={"tempat": ""}))
    found = look(asking("daftar-dik"), replace(given, dik=bare))
    assert found.state is NOT
    assert "tempat keputusannya" in found.reason


def test_what_has_ended_must_be_in_the_public_list() -> None:
    given = dossier("setda", 2021)
    first = given.dik_rows[0]
    ended = changed(first, jangka_waktu="6 bulan", mulai=date(2020, 1, 1), kode="SET-PROFIL")
    closed = changed(ended, kode="SET-TERTUTUP")
    assert state_of("akhir-pengecualian", replace(given, dik_rows=[closed])) is NOT
    assert state_of("akhir-pengecualian", replace(given, dik_rows=[ended])) is MET


def test_a_list_of_public_information_is_never_empty() -> None:
    nihil = dossier("kecamatan-tepi-danau", 2021).dik
    given = dossier("setda", 2021)
    assert nihil is not None
    assert given.dip is not None
    none = replace(given, dip=changed(given.dip, nihil=nihil.nihil), dip_rows=[], answers={})
    for sort in ("dip", "dip-ada", "daftar-dip", "pemutakhiran-dip"):
        found = look(asking(sort), none)
        assert found.state is NOT
        assert found.reason == "DIP 2021 dinyatakan nihil, padahal daftar ini tidak dapat nihil."


def test_a_page_counts_in_the_running_year_only() -> None:
    given = replace(dossier("setda", 2021), pages=frozenset({"layanan/a/", "tentang/ppid.md"}))
    found = look(asking("halaman", halaman=("layanan/a/", "tentang/ppid.md")), given)
    assert found.state is MET
    assert [e.url for e in found.evidence] == ["layanan/a/", "tentang/ppid/"]
    half = look(asking("halaman", halaman=("layanan/a/", "layanan/b/")), given)
    assert half.state is NOT
    assert look(asking("halaman"), given).state is NOT
    assert dossier("setda", 2020).pages == frozenset()


def test_pages_of_the_service_count_where_the_body_can_be_reached() -> None:
    day = date(2021, 12, 31)
    assert service_pages(CORPUS, day) >= {"layanan/permohonan/", "layanan/kanal/"}
    assert not any(page.startswith("layanan/sop/") for page in service_pages(CORPUS, day))
    assert dossier("setda", 2021).pages >= service_pages(CORPUS, day)
    badan = CORPUS.get(Badan)
    assert badan is not None
    rest = [r for kind in KINDS if kind.model is not Badan for r in CORPUS.of(kind.model)]
    mute = Corpus([changed(badan, kanal=()), *rest], {}, frozenset(), CORPUS.today)
    assert "layanan/kanal/" not in service_pages(mute, day)


def test_every_sort_is_tried_here() -> None:
    tried = test_sort_of_evidence.pytestmark[0].args[1]
    assert {case[0] for case in tried} == set(FINDERS)
