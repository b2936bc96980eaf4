"""Three OPDs of the invented town computed by hand, and what must hold of any figures."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ppid.assessing.assess import assess
from ppid.assessing.findings import address_of, code_of, said
from ppid.assessing.model import Assessment, Kesegaran, OpdReport, Score, State
from ppid.assessing.obligations import set_for
from ppid.assessing.score import Weights
from ppid.checking.load import load
from ppid.core.corpus import Corpus
from ppid.core.record import Record
from ppid.kinds import KINDS
from ppid.kinds.dip.model import InformasiPublik
from ppid.kinds.layanan import LaporanLayanan
from ppid.kinds.opd import ProfilOpd
from tests.conftest import SMALL_LAW, TOWN

CORPUS = load(TOWN, date(2021, 12, 31), SMALL_LAW).corpus
MET, NOT, IDLE = State.TERPENUHI, State.BELUM, State.TIDAK_BERLAKU
RECORDED = State.TERCATAT

# Weights by hand: berkala counts twice; berkala.d.a half of that; setiap-saat.r twice.
BY_HAND = {
    "dinkes": {
        "berkala.a.a": MET,  # 2: KES-PUSKESMAS with its file
        "berkala.b.i": IDLE,  # does not do education
        "berkala.d.a": NOT,  # 1: KES-REALISASI has neither address nor file
        "serta-merta.a": RECORDED,  # KES-SIAGA-DBD; counts only when it happens
        "setiap-saat.a": MET,  # 1: the list has its decision
        "setiap-saat.h": MET,  # 1: KES-RENSTRA; no address is needed
        "setiap-saat.r": IDLE,  # answered by Setda
        "pemutakhiran": MET,  # 1: newest date 2021-11-08
        "pengecualian.penetapan": MET,  # 1
        "pengecualian.jangka": MET,  # 1: 25 years, a date, 30 years
        "laporan": IDLE,  # does not serve requests itself
    },
    "kecamatan-tepi-danau": {
        "berkala.a.a": NOT,  # 2: no DIP
        "berkala.b.i": IDLE,
        "berkala.d.a": NOT,  # 1
        "serta-merta.a": IDLE,  # no event on record
        "setiap-saat.a": NOT,  # 1
        "setiap-saat.h": NOT,  # 1
        "setiap-saat.r": IDLE,
        "pemutakhiran": NOT,  # 1
        "pengecualian.penetapan": MET,  # 1: nothing to exclude counts as handed in
        "pengecualian.jangka": IDLE,  # nothing excluded, no term
        "laporan": IDLE,
    },
    "setda": {
        "berkala.a.a": MET,  # 2
        "berkala.b.i": IDLE,
        "berkala.d.a": MET,  # 1
        "serta-merta.a": IDLE,
        "setiap-saat.a": MET,  # 1
        "setiap-saat.h": MET,  # 1
        "setiap-saat.r": NOT,  # 2: answers for the town, has nothing
        "pemutakhiran": MET,  # 1
        "pengecualian.penetapan": MET,  # 1
        "pengecualian.jangka": MET,  # 1: an event counts, its start is known
        "laporan": MET,  # 1: that on 2020, of 22 March 2021
    },
}
FIGURES = {"dinkes": (7, 8), "kecamatan-tepi-danau": (1, 7), "setda": (9, 11)}
NILAI = {"dinkes": "87.5", "kecamatan-tepi-danau": "14.3", "setda": "81.8"}


def report(opd: str, tahun: int = 2021, corpus: Corpus = CORPUS) -> OpdReport:
    found = assess(corpus).report(opd, tahun)
    assert found is not None
    return found


def of(kode: str, given: OpdReport) -> Assessment:
    return next(a for a in given.assessments if a.obligation.kode == kode)


@pytest.mark.parametrize("opd", BY_HAND)
def test_three_opd_by_hand(opd: str) -> None:
    found = report(opd)
    assert {a.obligation.kode: a.state for a in found.assessments} == BY_HAND[opd]
    assert (found.score.bobot_terpenuhi, found.score.bobot_berlaku) == FIGURES[opd]
    assert found.score.nilai == Decimal(NILAI[opd])


def test_the_town_is_the_sum_of_its_opd() -> None:
    year = assess(CORPUS).year(2021)
    assert year is not None
    assert (year.score.bobot_terpenuhi, year.score.bobot_berlaku) == (17, 26)
    assert [c.kode for c, _ in year.categories] == [
        "berkala",
        "serta-merta",
        "setiap-saat",
        "pengecualian",
        "laporan",
    ]
    assert sum(s.bobot_berlaku for _, s in year.categories) == 26
    assert [a.state for a in assess(CORPUS).about("setiap-saat.h", 2021)] == [MET, NOT, MET]
    assert assess(CORPUS).about("setiap-saat.h", 2020) == ()


def test_years_before_perki_use_the_law_and_plain_categories() -> None:
    year = assess(CORPUS).year(2020)
    assert year is not None
    assert year.obligations.kumpulan.peraturan == "UU 14/2008"
    assert [c.nama for c, _ in year.categories] == ["Berkala", "Setiap saat"]
    assert report("dinkes", 2020).score.nilai == 100


def test_evidence_leads_to_the_record_and_the_document() -> None:
    profile = of("berkala.a.a", report("dinkes"))
    (found,) = profile.evidence
    assert found.url == "opd/dinkes/dip/2021/kes-puskesmas/"
    assert found.tautan == "opd/dinkes/dokumen/daftar-puskesmas.csv"
    assert profile.kesegaran is Kesegaran.TEPAT
    mentioned = of("berkala.d.a", report("dinkes"))
    assert [e.label for e in mentioned.evidence] == ["Laporan realisasi anggaran semester pertama"]
    assert code_of(profile) == "2021/dinkes/berkala.a.a"
    assert address_of(profile) == "kelengkapan/2021/dinkes/#berkala.a.a"


def test_every_reason_is_a_sentence() -> None:
    for year in assess(CORPUS).years:
        for each in year.reports:
            for a in each.assessments:
                assert a.reason.endswith(".")
                assert a.reason[0].isupper() or a.reason[0].isdigit()
                assert (a.state is MET) <= bool(a.evidence)


def test_a_demonstration_speaks_of_itself() -> None:
    shown = report("dinkes", 2020)
    assert shown.contoh
    assert said(shown, of("berkala.a", shown)).startswith("Dalam data contoh ini, ")
    real = report("dinkes")
    assert said(real, of("berkala.a.a", real)) == of("berkala.a.a", real).reason


def test_old_evidence_still_counts_but_is_said_to_be_old() -> None:
    later = load(TOWN, date(2022, 6, 30), SMALL_LAW).corpus
    assert report("dinkes", corpus=later) is not report("dinkes")
    same = [a.kesegaran for a in report("dinkes", corpus=later).assessments]
    assert same == [a.kesegaran for a in report("dinkes").assessments]
    shown = of("berkala.a", report("dinkes", 2020))
    assert (shown.state, shown.kesegaran) == (MET, Kesegaran.TANPA_TENGGAT)


def test_a_report_is_asked_for_once_it_is_due() -> None:
    late = with_records(CORPUS, lambda r: reported(r, date(2021, 4, 1)))
    assert of("laporan", report("setda", corpus=late)).state is NOT
    on_the_day = load(TOWN, date(2021, 3, 31)).corpus
    assert of("tahunan.a", report("setda", corpus=on_the_day)).state is RECORDED
    not_there = with_records(on_the_day, lambda r: reported(r, date(2021, 4, 1)))
    asked = of("tahunan.a", report("setda", corpus=not_there))
    assert asked.state is IDLE
    assert "31 Maret 2021" in asked.reason


def test_an_opd_that_is_not_there_owes_nothing() -> None:
    changed = with_records(CORPUS, lambda r: closed(r, 2020))
    gone = report("kecamatan-tepi-danau", corpus=changed)
    assert {a.state for a in gone.assessments} == {IDLE}
    assert gone.score.nilai is None
    assert "tidak lagi ada" in gone.assessments[0].reason


# ── what must hold of any figures


def all_records(corpus: Corpus) -> list[Record]:
    return [record for kind in KINDS for record in corpus.of(kind.model)]


def with_records(corpus: Corpus, change: object = None, extra: Iterable[Record] = ()) -> Corpus:
    records = [change(r) if callable(change) else r for r in all_records(corpus)]
    return Corpus([*records, *extra], corpus.sources, corpus.documents, corpus.today)


def reported(record: Record, day: date) -> Record:
    """Return the figures with their report on another day; other records as they are."""
    if not isinstance(record, LaporanLayanan) or record.laporan is None:
        return record
    changed = record.model_copy(
        update={"laporan": record.laporan.model_copy(update={"tanggal": day})}
    )
    changed.placed(record.id, record.origin)
    return changed


def closed(record: Record, year: int) -> Record:
    if isinstance(record, ProfilOpd) and record.id.opd == "kecamatan-tepi-danau":
        ended = record.model_copy(update={"aktif_sampai": date(year, 12, 31)})
        ended.placed(record.id, record.origin)
        return ended
    return record


def row(opd: str, number: int, kode: str, tautan: str, day: date | None) -> InformasiPublik:
    model = CORPUS.of(InformasiPublik)[0]
    update = {
        "kode": f"NEW-{number}",
        "informasi": f"{TEXTS[kode]} tambahan {number}",
        "kewajiban": kode,
        "tautan": tautan and f"dokumen/{number}.pdf",
        "diperbarui": day,
    }
    new = model.model_copy(update=update)
    new.placed(model.id._replace(opd=opd, tahun=2021, slug=f"new-{number}"), model.origin)
    return new


SET = set_for(CORPUS, 2021)
assert SET is not None
CODES = [o.kode for o in SET.obligations]
TEXTS = {o.kode: " ".join(sorted(o.kata[0])) for o in SET.obligations}
ROWS = st.lists(
    st.tuples(
        st.sampled_from(sorted(BY_HAND)),
        st.sampled_from(CODES),
        st.sampled_from(["", "dokumen/x.pdf"]),
        st.one_of(st.none(), st.dates(date(2020, 1, 1), date(2021, 12, 31))),
    ),
    max_size=8,
)


@given(ROWS, ROWS)
def test_more_evidence_never_lowers_a_score(
    some: list[tuple[str, str, str, date | None]], more: list[tuple[str, str, str, date | None]]
) -> None:
    few = [row(opd, n, *rest) for n, (opd, *rest) in enumerate(some)]
    many = few + [row(opd, n + 100, *rest) for n, (opd, *rest) in enumerate(more)]
    before = assess(with_records(CORPUS, extra=few))
    after = assess(with_records(CORPUS, extra=many))
    for opd in BY_HAND:
        old, new = before.report(opd, 2021), after.report(opd, 2021)
        assert old is not None
        assert new is not None
        assert (new.score.nilai or 0) >= (old.score.nilai or 0)
        for was, now in zip(old.assessments, new.assessments, strict=True):
            assert not (was.state is MET and now.state is not MET)


def assessments(states: list[State]) -> list[Assessment]:
    assert SET is not None
    return [
        Assessment(o, "dinkes", 2021, state, (), "Alasan.", Kesegaran.TANPA_TENGGAT, None, o.bobot)
        for o, state in zip(SET.obligations, states, strict=True)
    ]


STATES = st.lists(st.sampled_from(list(State)), min_size=len(CODES), max_size=len(CODES))


@given(STATES, st.integers(0, len(CODES) - 1))
def test_what_does_not_apply_changes_nothing(states: list[State], place: int) -> None:
    assert SET is not None
    without = replace(SET, obligations=SET.obligations[:place] + SET.obligations[place + 1 :])
    states[place] = IDLE
    listed = assessments(states)
    whole, _ = Weights(SET).score(listed)
    part, _ = Weights(without).score(listed[:place] + listed[place + 1 :])
    assert whole.nilai == part.nilai
    assert (whole.bobot_terpenuhi, whole.bobot_berlaku) == (
        part.bobot_terpenuhi,
        part.bobot_berlaku,
    )


@given(STATES, st.randoms(use_true_random=False))
def test_order_does_not_matter(states: list[State], random: object) -> None:
    assert SET is not None
    order = list(range(len(CODES)))
    random.shuffle(order)
    listed = assessments(states)
    shuffled = replace(SET, obligations=tuple(SET.obligations[i] for i in order))
    assert Weights(shuffled).score([listed[i] for i in order])[0] == Weights(SET).score(listed)[0]


@given(st.integers(1, 10_000), st.integers(1, 10_000))
def test_a_figure_is_rounded_half_up(part: int, rest: int) -> None:
    score = Score(1, 1, 0, Fraction(part, 7), Fraction(part + rest, 7))
    exact = Fraction(100 * part, part + rest)
    assert score.nilai is not None
    assert abs(Fraction(score.nilai) - exact) <= Fraction(1, 20)
    assert Score(1, 1, 0, Fraction(1), Fraction(2000)).nilai == Decimal("0.1")


def test_records_in_another_order_give_the_same_figures() -> None:
    turned = Corpus(reversed(all_records(CORPUS)), CORPUS.sources, CORPUS.documents, CORPUS.today)
    for opd in BY_HAND:
        assert report(opd, corpus=turned).score == report(opd).score
