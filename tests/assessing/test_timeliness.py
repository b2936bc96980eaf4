"""Who has handed in what: each state where it belongs, and nothing that is not known."""

from collections.abc import Callable
from datetime import date

import pytest

from ppid.assessing.assess import assess
from ppid.assessing.model import HandedIn, Jenis, Penyampaian
from ppid.assessing.timeliness import SUDAH, count_handed_in, handed_in
from ppid.checking.load import load
from ppid.core.corpus import Corpus
from ppid.core.record import Record
from ppid.kinds import KINDS
from ppid.kinds.badan import Badan
from ppid.kinds.daftar import Daftar, DaftarDikecualikan, DaftarPublik, Nihil
from ppid.kinds.layanan import Laporan, LaporanLayanan
from ppid.kinds.opd import PpidPelaksana, ProfilOpd, Sk
from tests.conftest import TOWN

CORPUS = load(TOWN, date(2021, 12, 31)).corpus
Change = Callable[[Record], Record | None]


def town(change: Change = lambda record: record, today: date = CORPUS.today) -> Corpus:
    """Return the town with each record changed, or without it."""
    records = (change(record) for kind in KINDS for record in CORPUS.of(kind.model))
    return Corpus([r for r in records if r], CORPUS.sources, CORPUS.documents, today)


def with_list(model: type[Record], opd: str, tahun: int, **update: object) -> Change:
    def change(record: Record) -> Record:
        here = isinstance(record, model) and record.id[1:3] == (opd, tahun)
        return record.model_copy(update=update) if here else record

    return change


def without(model: type[Record], opd: str, tahun: int) -> Change:
    return lambda r: None if isinstance(r, model) and r.id[1:3] == (opd, tahun) else r


def with_profile(opd: str, **update: object) -> Change:
    return lambda r: (
        r.model_copy(update=update) if isinstance(r, ProfilOpd) and r.id.opd == opd else r
    )


def found(corpus: Corpus, opd: str, jenis: Jenis, tahun: int = 2021) -> HandedIn | None:
    profil = corpus.get(ProfilOpd, opd)
    assert profil is not None
    return next((h for h in handed_in(profil, tahun, corpus) if h.jenis is jenis), None)


def state(corpus: Corpus, opd: str, jenis: Jenis, tahun: int = 2021) -> Penyampaian:
    handed = found(corpus, opd, jenis, tahun)
    assert handed is not None
    return handed.state


@pytest.mark.parametrize(("model", "jenis"), [(DaftarPublik, "DIP"), (DaftarDikecualikan, "DIK")])
@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(2021, 1, 1), Penyampaian.TEPAT),
        (date(2021, 3, 31), Penyampaian.TEPAT),
        (date(2021, 4, 1), Penyampaian.TERLAMBAT),
        (None, Penyampaian.TIDAK_DIKETAHUI),
        pytest.param(date(2020, 12, 31), Penyampaian.TIDAK_DIKETAHUI, id="before its year"),
        pytest.param(date(2031, 3, 1), Penyampaian.TIDAK_DIKETAHUI, id="a day to come"),
    ],
)
def test_a_list_is_held_against_its_deadline(
    model: type[Daftar], jenis: str, day: date | None, expected: Penyampaian
) -> None:
    corpus = town(with_list(model, "dinkes", 2021, disampaikan=day))
    handed = found(corpus, "dinkes", Jenis(jenis))
    assert handed is not None
    assert (handed.state, handed.due) == (expected, date(2021, 3, 31))
    assert handed.day == (None if expected is Penyampaian.TIDAK_DIKETAHUI else day)


def test_what_is_unknown_is_not_handed_in() -> None:
    assert {*Penyampaian} - SUDAH == {
        Penyampaian.BELUM,
        Penyampaian.BELUM_JATUH_TEMPO,
        Penyampaian.TIDAK_DIKETAHUI,
    }


def test_nothing_to_list_and_nothing_at_all_are_told_apart() -> None:
    assert state(CORPUS, "kecamatan-tepi-danau", Jenis.DIK) is Penyampaian.NIHIL
    assert state(CORPUS, "kecamatan-tepi-danau", Jenis.DIP) is Penyampaian.BELUM


def test_a_statement_of_nothing_needs_a_day_that_can_be() -> None:
    nihil = Nihil(pernyataan="Tidak ada.", pejabat="Camat", tanggal=date(2031, 1, 1))
    change = with_list(
        DaftarDikecualikan, "kecamatan-tepi-danau", 2021, disampaikan=None, nihil=nihil
    )
    assert state(town(change), "kecamatan-tepi-danau", Jenis.DIK) is Penyampaian.TIDAK_DIKETAHUI


@pytest.mark.parametrize(
    ("today", "expected"),
    [
        (date(2021, 3, 31), Penyampaian.BELUM_JATUH_TEMPO),
        (date(2021, 4, 1), Penyampaian.BELUM),
    ],
)
def test_what_is_not_due_yet_is_not_missing(today: date, expected: Penyampaian) -> None:
    corpus = town(without(DaftarPublik, "dinkes", 2021), today)
    assert state(corpus, "dinkes", Jenis.DIP) is expected


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        (date(2021, 3, 31), Penyampaian.TEPAT),
        (date(2021, 4, 1), Penyampaian.TERLAMBAT),
        pytest.param(date(2020, 12, 31), Penyampaian.TIDAK_DIKETAHUI, id="before its year ended"),
        (None, Penyampaian.TIDAK_DIKETAHUI),
    ],
)
def test_a_report_is_due_three_months_after_its_year(
    day: date | None, expected: Penyampaian
) -> None:
    report = Laporan(tanggal=day) if day else None
    corpus = town(with_list(LaporanLayanan, "setda", 2020, laporan=report))
    assert state(corpus, "setda", Jenis.LAYANAN, 2020) is expected


def test_a_report_is_owed_by_those_who_serve_or_have_one() -> None:
    assert state(CORPUS, "setda", Jenis.LAYANAN, 2021) is Penyampaian.BELUM_JATUH_TEMPO
    assert found(CORPUS, "dinkes", Jenis.LAYANAN, 2020) is not None  # a report, though not owed
    assert found(CORPUS, "dinkes", Jenis.LAYANAN, 2021) is None


@pytest.mark.parametrize(
    ("officer", "tahun", "expected"),
    [
        (None, 2021, Penyampaian.BELUM),
        (PpidPelaksana(jabatan="Sekretaris"), 2021, Penyampaian.BELUM),
        (PpidPelaksana(jabatan="Sekretaris", belum=True), 2021, Penyampaian.TIDAK_DIKETAHUI),
        (
            PpidPelaksana(jabatan="Sekretaris", sk=Sk(nomor="1", tanggal=date(2020, 5, 1))),
            2020,
            Penyampaian.ADA,
        ),
        pytest.param(
            PpidPelaksana(jabatan="Sekretaris", sk=Sk(nomor="1", tanggal=date(2021, 5, 1))),
            2020,
            Penyampaian.TIDAK_DIKETAHUI,
            id="decided later: of an earlier one nothing is known",
        ),
    ],
)
def test_an_appointment_is_there_from_its_day_on(
    officer: PpidPelaksana | None, tahun: int, expected: Penyampaian
) -> None:
    corpus = town(with_profile("setda", ppid_pelaksana=officer))
    handed = found(corpus, "setda", Jenis.SK, tahun)
    assert handed is not None
    assert (handed.state, handed.due) == (expected, None)


@pytest.mark.parametrize(
    "masa",
    [
        pytest.param({"aktif_sampai": date(2021, 3, 30)}, id="ended before the day"),
        pytest.param({"aktif_mulai": date(2021, 4, 1)}, id="made after the day"),
    ],
)
def test_nothing_is_missing_of_an_opd_that_was_not_there_on_the_day(masa: object) -> None:
    assert isinstance(masa, dict)

    def change(record: Record) -> Record | None:
        kept = without(DaftarPublik, "dinkes", 2021)(record)
        return kept and with_profile("dinkes", **masa)(kept)

    assert found(town(change), "dinkes", Jenis.DIP) is None
    assert found(town(with_profile("dinkes", **masa)), "dinkes", Jenis.DIP) is not None


def test_every_opd_is_counted_once() -> None:
    year = assess(CORPUS).year(2021)
    assert year is not None
    counts = count_handed_in(year)
    assert counts[Jenis.DIP].total() == counts[Jenis.DIK].total() == 3
    assert counts[Jenis.DIK][Penyampaian.NIHIL] == 1


def test_a_demonstration_marks_what_is_invented_and_what_is_missing_beside_it() -> None:
    change = with_list(DaftarPublik, "dinkes", 2021, contoh=True)
    corpus = town(change)
    marks = {
        (opd, jenis): handed.contoh
        for opd in ("dinkes", "setda", "kecamatan-tepi-danau")
        for jenis in (Jenis.DIP, Jenis.DIK)
        if (handed := found(corpus, opd, jenis))
    }
    assert marks == {
        ("dinkes", Jenis.DIP): True,
        ("dinkes", Jenis.DIK): False,
        ("setda", Jenis.DIP): False,  # a real one beside it
        ("setda", Jenis.DIK): False,
        ("kecamatan-tepi-danau", Jenis.DIP): True,  # missing where others are invented
        ("kecamatan-tepi-danau", Jenis.DIK): False,
    }
    whole = town(lambda r: r.model_copy(update={"contoh": True}) if isinstance(r, Badan) else r)
    assert all(h.contoh for h in handed_in(whole.of(ProfilOpd)[0], 2021, whole))
