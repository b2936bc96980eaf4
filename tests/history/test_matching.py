"""Is it the same information? Every caller gives the answer of the labelled pairs of titles.

What follows from a label stands at the head of the table.
"""

import itertools
from collections import Counter
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ppid.checking.rules.contradictions import (
    perangkat_daerah_tidak_saling_bertentangan,
    tidak_sekaligus_publik_dan_dikecualikan,
)
from ppid.checking.rules.duplicates import informasi_ditulis_satu_kali, judul_cukup_berbeda
from ppid.core.corpus import Corpus
from ppid.core.record import Origin
from ppid.diagnostics.diagnostic import Severity
from ppid.diagnostics.places import RecordId, SourceText
from ppid.handing_in.merging.align import align
from ppid.handing_in.model import TakenRow
from ppid.history.changes import ChangeKind, compare_lists
from ppid.history.matching import RowIndex, match_titles, pair
from ppid.kinds.rows import MODELS, Row
from ppid.reading.files.csv_file import read_csv
from ppid.values.titles import (
    TitleRelation,
    can_be_reworded,
    relate,
    related_between,
    related_within,
)
from tests.growth import Work, assert_even

LINES = [
    line.split("\t")
    for line in (Path(__file__).parent / "pasangan-judul.tsv").read_text("utf-8").splitlines()
    if not line.startswith("#")
]
HEADING, PAIRS = LINES[0], LINES[1:]
TITLES = sorted({title for pair_ in PAIRS for title in pair_[:2]})
LABELLED = [(one, other, TitleRelation(label)) for one, other, label, _ in PAIRS]
FIELDS = {
    "dik": {"cakupan": "seluruh", "penguasa": "Sekretariat"},
    "dip": {
        "klasifikasi": "setiap-saat",
        "penguasa": "Sekretariat",
        "penanggung_jawab": "Sekretaris",
        "waktu_pembuatan": "2020",
        "tempat_pembuatan": "Contoh",
        "bentuk": "digital",
        "retensi": "5 tahun",
    },
}
on_every_pair = pytest.mark.parametrize(("one", "other", "label"), LABELLED)
SAMA, LAIN_TAHUN, MIRIP, SERUPA, BEDA = TitleRelation


def row(
    title: str, kode: str, kind: str = "dip", opd: str = "x", tahun: int = 2020, **fields: str
) -> Row:
    values = {"kode": kode, "informasi": title, **FIELDS[kind], **fields}
    path = f"data/opd/{opd}/{kind}/{tahun}.csv"
    columns = tuple(values)
    cells = (text.replace('"', "") for text in values.values())
    text = "\n".join((",".join(columns), ",".join(f'"{cell}"' for cell in cells)))
    located, _ = read_csv(SourceText(path, text), columns)
    assert located is not None
    made = MODELS[kind].model_validate(values)
    made.placed(RecordId(kind, opd, tahun, kode.lower()), Origin(located, (0,), opd))
    return made


def corpus_of(*rows: Row) -> Corpus:
    return Corpus(rows, {}, frozenset(), date(2021, 12, 31))


# --------------------------------------------------------------------------------------- the table


def test_the_table_is_whole() -> None:
    assert HEADING == ["judul", "judul_lain", "hubungan", "asal"]
    assert {len(each) for each in PAIRS} == {len(HEADING)}
    assert {each[2] for each in PAIRS} == set(TitleRelation)
    assert {each[3] for each in PAIRS} == {"nyata", "separuh", "buatan"}
    assert len(PAIRS) >= 80


def test_no_pair_stands_twice() -> None:
    counts = Counter(frozenset(each[:2]) for each in PAIRS)
    assert [each for each, count in counts.items() if count > 1] == []
    assert all(each[0] != each[1] for each in PAIRS)


@on_every_pair
def test_two_titles(one: str, other: str, label: TitleRelation) -> None:
    assert relate(one, other) is label
    assert relate(other, one) is label


# ------------------------------------------------------------------------------------- the callers


@on_every_pair
def test_review_of_rows_whose_code_changed(one: str, other: str, label: TitleRelation) -> None:
    found = pair([row(one, "A-1")], [row(other, "B-2")])
    answers = {SAMA: (1, 0, 0), MIRIP: (0, 1, 0), SERUPA: (0, 1, 0)}
    said = len(found.pairs), len(found.doubts), len(found.gone)
    assert said == answers.get(label, (0, 0, 1))
    assert len(found.came) == len(found.gone)


@on_every_pair
def test_review_of_rows_of_one_code(one: str, other: str, label: TitleRelation) -> None:
    found = pair([row(one, "A-1")], [row(other, "A-1")])
    sure = label is not BEDA or can_be_reworded(one, other)
    assert (len(found.pairs), len(found.doubts)) == ((1, 0) if sure else (0, 1))


@on_every_pair
def test_pages_on_what_changed(one: str, other: str, label: TitleRelation) -> None:
    changes = compare_lists([row(one, "A-1")], [row(other, "B-2")])
    kinds = {change.kind for change in changes}
    one_row = {ChangeKind.BERUBAH}
    assert kinds == (one_row if label is SAMA else {ChangeKind.BARU, ChangeKind.HILANG})


@on_every_pair
def test_intake_against_the_list_of_a_year_before(
    one: str, other: str, label: TitleRelation
) -> None:
    for years in (1, 5):
        (match,) = match_titles([one], [other], years)
        moved = any(relate(t, other) is SAMA for t in (one, _later(one, years)))
        assert match.certain is (label is SAMA or moved)
        assert bool(match.positions) is (label is not BEDA or moved)


def _later(title: str, years: int) -> str:
    words = (str(int(w) + years) if w.isdigit() and len(w) == 4 else w for w in title.split())
    return " ".join(words)


@on_every_pair
def test_intake_against_the_stored_list(one: str, other: str, label: TitleRelation) -> None:
    (match,) = match_titles([one], [other], 0)
    assert match.certain is (label is SAMA)
    assert bool(match.positions) is (label in {SAMA, MIRIP, SERUPA})


@on_every_pair
def test_merge_of_rows_that_both_sides_added(one: str, other: str, label: TitleRelation) -> None:
    def added(kode: str, title: str) -> TakenRow:
        return TakenRow({"kode": kode, "informasi": title, "catatan": kode}, {})

    aligned = align([], [added("A-1", one)], [added("B-2", other)])
    assert bool(aligned.same_title) is (label in {SAMA, MIRIP})
    aligned = align([], [added("A-1", one)], [added("A-1", other)])
    assert bool(aligned.same_code) is (label not in {SAMA, LAIN_TAHUN})


@on_every_pair
def test_rules_inside_one_list(one: str, other: str, label: TitleRelation) -> None:
    corpus = corpus_of(row(one, "A-1"), row(other, "B-2"))
    exact = list(informasi_ditulis_satu_kali.check(corpus))
    near = list(judul_cukup_berbeda.check(corpus))
    said = [finding.severity or Severity.PERINGATAN for finding in (*exact, *near)]
    expected = {SAMA: [Severity.PERINGATAN], MIRIP: [Severity.SARAN]}
    assert said == expected.get(label, [])


@on_every_pair
def test_rules_on_what_is_public_and_withheld(one: str, other: str, label: TitleRelation) -> None:
    closed = row(one, "A-1", "dik")
    own = corpus_of(row(other, "B-2"), closed)
    said = list(tidak_sekaligus_publik_dan_dikecualikan.check(own))
    assert bool(said) is (label in {SAMA, MIRIP})
    assert list(perangkat_daerah_tidak_saling_bertentangan.check(own)) == []
    foreign = corpus_of(row(other, "B-2", opd="y"), closed)
    assert list(tidak_sekaligus_publik_dan_dikecualikan.check(foreign)) == []


# ------------------------------------------------------------------------------------- whole lists


def test_a_whole_list_is_compared_as_each_pair_of_it() -> None:
    both = itertools.combinations(range(len(TITLES)), 2)
    related = {(a, b): relate(TITLES[a], TITLES[b]) for a, b in both}
    within = {key: how for key, how in related.items() if how in {SAMA, MIRIP}}
    assert {(a, b): how for a, b, how in related_within(TITLES)} == within
    between = {key: how for key, how in related.items() if how is not BEDA}
    found = {(a, b): how for a, b, how in related_between(TITLES, TITLES) if a < b}
    assert found == between


@given(st.text(), st.text())
def test_any_two_texts_have_one_answer(one: str, other: str) -> None:
    assert relate(one, other) is relate(other, one)


def test_the_very_words_count_more_than_a_slip_of_the_pen() -> None:
    olds = ["Isi rekam medis pasien puskesmas", "Isi rekam medis pasein puskesmas"]
    (match,) = match_titles(olds, ["Isi rekam medis pasien di puskesmas"], 1)
    assert (match.certain, match.positions) == (True, (0,))


def test_years_move_on_with_the_list() -> None:
    olds = ["Anggaran 2023", "Anggaran 2024"]
    (match,) = match_titles(olds, ["Anggaran 2025"], 1)
    assert (match.certain, match.positions) == (True, (1,))
    (match,) = match_titles(olds, ["Anggaran 2029"], 1)
    assert (match.certain, match.positions) == (False, (0, 1))


def test_of_rows_of_one_title_those_come_together_that_share_most() -> None:
    before = [
        row("Rekam medis", "A-1", retensi="1 tahun"),
        row("Rekam medis", "A-2", retensi="9 tahun"),
    ]
    after = [
        row("Rekam medis", "B-1", retensi="9 tahun"),
        row("Rekam medis", "B-2", retensi="1 tahun"),
    ]
    found = pair(before, after)
    assert {(old.kode, new.kode) for old, new in found.pairs} == {("A-1", "B-2"), ("A-2", "B-1")}


def test_rows_of_other_years_are_found_by_their_titles() -> None:
    index = RowIndex([row("Anggaran 2019", "A-1", tahun=2019), row("Anggaran 2018", "A-2")])
    found = index.same(row("Anggaran 2020", "B-1"))
    assert [other.kode for other in found] == ["A-1"]


def _letters(number: int) -> str:
    return "".join(chr(ord("a") + number // 26**place % 26) for place in range(3))


_MANY: dict[str, list[str]] = {
    "of one beginning": [f"Rencana kerja dinas di kelurahan {_letters(n)}" for n in range(1500)],
    "of the same words": [f"Rencana kerja{' dan' * n} dinas" for n in range(1500)],
    "with an addition": [f"Rencana kerja {_letters(n // 3)}{' dan' * n}" for n in range(1500)],
}


@pytest.mark.long
@pytest.mark.parametrize("titles", _MANY.values(), ids=_MANY)
def test_of_many_titles_each_is_compared_with_a_few(
    titles: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    compared = Counter[str]()

    def counted(one: str, other: str) -> TitleRelation:
        compared["pairs"] += 1
        return relate(one, other)

    monkeypatch.setattr("ppid.values.titles.relate", counted)
    list(related_within(titles))
    list(related_within(titles, 700))
    related_between(titles, titles)
    assert len(titles) < compared["pairs"] < 400 * len(titles)


def test_a_title_costs_in_proportion_to_its_words() -> None:
    def prepare(size: int) -> Work[list[tuple[int, int, TitleRelation]]]:
        title = " ".join(_letters(number) for number in range(size))
        titles = [f"{title} {_letters(number)}" for number in range(8)]
        return lambda: [*related_within(titles), *related_between(titles[:4], titles[4:])]

    assert_even(prepare, 500)
