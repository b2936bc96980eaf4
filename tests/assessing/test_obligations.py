"""The obligations on file: every citation stands in the law, and every code means something."""

import re
from dataclasses import replace
from datetime import date
from fractions import Fraction
from typing import get_args

import pytest

from ppid.assessing.assess import assess
from ppid.assessing.evidence import FINDERS
from ppid.assessing.model import Assessment, State
from ppid.assessing.obligations import service_pages, set_for, sets_of
from ppid.assessing.score import Weights, evidence_in_words, method_of, scope_in_words
from ppid.checking.load import load
from ppid.kinds.acuan.kewajiban import ARTI_BUKTI, JenisBukti, KumpulanKewajiban
from ppid.values.citations import Citation
from ppid.values.citations import read as read_citations
from tests.conftest import LAW_TEXTS, TOWN

CORPUS = load(TOWN, date(2025, 12, 31)).corpus
SETS = {one.kumpulan.peraturan: one for one in sets_of(CORPUS)}


def block(lines: list[str], start: str, following: str) -> list[str]:
    """Return the lines from one that begins with `start` to the next of its sort."""
    begin = next((i for i, line in enumerate(lines) if re.match(start, line)), None)
    if begin is None:
        return []
    rest = enumerate(lines[begin + 1 :], begin + 1)
    return lines[begin : next((i for i, line in rest if re.match(following, line)), len(lines))]


def stands_in(citation: Citation, text: str) -> bool:
    lines = text.splitlines()
    # The body of the law stands before its explanation, which repeats the articles.
    found = block(lines, rf"\s*Pasal {citation.pasal}\s*$", r"\s*Pasal \d+[A-Z]?\s*$")
    if citation.ayat:  # “(5) huruf d” may begin a line too: a paragraph begins with a capital
        found = block(found, rf"\s*\({citation.ayat}\) [A-Z]", r"\s*\(\d+\) [A-Z]")
    if citation.huruf:
        found = block(found, rf"\s*{citation.huruf}\. ", r"\s*[a-z]\. ")
    if citation.angka:
        found = block(found, rf"\s*{citation.angka}\. ", r"\s*\d+\. ")
    return bool(found)


def citations() -> list[Citation]:
    found: dict[Citation, None] = {}
    for one in SETS.values():
        texts = [o.dasar for o in one.obligations]
        texts += [clock.dasar for clock in one.kumpulan.tenggat if clock.dasar]
        for text in texts:
            reading = read_citations(text)
            assert reading.is_normal, text
            found.update(dict.fromkeys(reading.citations))
    return list(found)


@pytest.mark.parametrize("law", sorted(LAW_TEXTS))
def test_every_citation_stands_in_the_law(law: str) -> None:
    text = LAW_TEXTS[law].read_text("utf-8")
    cited = [citation for citation in citations() if citation.peraturan == law]
    assert len(cited) > 20
    assert [str(citation) for citation in cited if not stands_in(citation, text)] == []


def test_a_citation_of_nothing_is_found_out() -> None:
    text = "Pasal 7\n(1) Isi:\na. satu;\nb. dua.\n(2) Lain.\nPasal 8\n(3) Lagi.\n"
    assert stands_in(Citation("X", "7", "1", "b"), text)
    assert not stands_in(Citation("X", "7", "2", "b"), text)
    assert not stands_in(Citation("X", "7", "3"), text)
    assert not stands_in(Citation("X", "9"), text)


def test_perki_is_on_file_letter_by_letter() -> None:
    codes = [o.kode for o in SETS["PerKI 1/2021"].obligations]
    assert len(codes) == len(set(codes))
    cited = {str(c) for c in citations()}
    whole = {
        ("14", "2"): "abcdefghijk",
        ("15", "1"): "abcd",
        ("15", "2"): "abcdefghi",
        ("15", "4"): "abcd",
        ("15", "5"): "abcd",
        ("15", "6"): "ab",
        ("15", "7"): "ab",
        ("15", "8"): "ab",
        ("15", "10"): "abcdefg",
        ("19", "2"): "abcdef",
        ("20", "2"): "abcdefgh",
        ("21", "1"): "abcdefghijklmnopqr",
        ("21", "3"): "abcdef",
        ("21", "4"): "abcd",
        ("23", "2"): "abcdefg",
        ("47", "2"): "abcdef",
        ("25", "2"): "bc",
        ("5", "2"): "bfi",
        ("56", "4"): "abcdef",
    }
    for (pasal, ayat), letters in whole.items():
        for letter in letters:
            assert f"PerKI 1/2021 Pasal {pasal} ayat ({ayat}) huruf {letter}" in cited
    for stage, last in (("b", 23), ("c", 15)):
        for number in range(1, last + 1):
            basis = f"PerKI 1/2021 Pasal 15 ayat (9) huruf {stage} angka {number}"
            assert basis in cited


def test_the_year_chooses_the_set() -> None:
    chosen = {year: set_for(CORPUS, year) for year in (2009, 2010, 2020, 2021, 2025)}
    assert chosen[2009] is None
    assert [chosen[y].kumpulan.peraturan for y in (2010, 2020)] == ["UU 14/2008"] * 2
    assert [chosen[y].kumpulan.peraturan for y in (2021, 2025)] == ["PerKI 1/2021"] * 2


def test_every_sort_of_evidence_can_be_looked_for_and_said() -> None:
    assert set(get_args(JenisBukti)) == set(FINDERS) == set(ARTI_BUKTI)


@pytest.mark.parametrize("group", CORPUS.of(KumpulanKewajiban), ids=lambda g: g.peraturan)
def test_every_weight_has_its_reason(group: KumpulanKewajiban) -> None:
    assert group.alasan_bobot
    assert all(k.alasan_bobot for k in group.kewajiban if k.bobot)
    clocks = {clock.kode for clock in group.tenggat}
    assert {c.tenggat for c in group.kategori} - {""} <= clocks
    assert all(clock.bulan is None or clock.batas is None for clock in group.tenggat)


def test_details_of_one_letter_weigh_as_one_letter() -> None:
    method = method_of(SETS["PerKI 1/2021"])
    weight = {g.kategori.kode: sum(o.bobot for o in g.obligations) for g in method.groups}
    assert weight["pengadaan-pemilihan"] == weight["pengadaan-pelaksanaan"] == Fraction(1)


def test_a_duty_of_no_weight_takes_over_none() -> None:
    whole = SETS["PerKI 1/2021"]
    fixed = next(c for c in whole.categories if c.bobot_tetap)
    heavy, light, *_ = (o for o in whole.obligations if o.kategori is fixed)
    pair = (heavy, replace(light, bobot=Fraction(0)))
    weights = Weights(replace(whole, obligations=pair))
    states = (State.TIDAK_BERLAKU, State.TERPENUHI)
    given = tuple(
        Assessment(o, "dinkes", 2021, state, (), "", "tanpa-tenggat", None, o.bobot)
        for o, state in zip(pair, states, strict=True)
    )
    assert [a.bobot for a in weights.shared_out(given)] == [heavy.bobot, 0]


def test_the_method_can_be_told_from_the_data() -> None:
    for one in SETS.values():
        method = method_of(one)
        assert sum(len(group.obligations) for group in method.groups) == len(one.obligations)
        for obligation in one.obligations:
            assert all(evidence_in_words(obligation))
            assert scope_in_words(obligation).endswith(".")
            assert obligation.alasan_bobot


def test_pages_that_count_exist_and_never_show_what_the_body_must_set() -> None:
    known = service_pages(CORPUS, date(2025, 12, 31))
    counting = {o.kode: set(o.halaman) for one in SETS.values() for o in one.obligations}
    named = {kode: pages for kode, pages in counting.items() if pages}
    assert named
    assert all(pages <= known for pages in named.values())
    # Only the law is told on those pages; the standards and the pledge are unknown.
    assert not any(kode.startswith(("standar", "maklumat")) for kode in named)


def test_an_obligation_that_is_added_later_says_since_when_it_holds() -> None:
    """Years that were judged already stay as they were judged."""
    since_the_beginning = [
        one for one in SETS["PerKI 1/2021"].kumpulan.kewajiban if one.berlaku_mulai is None
    ]
    assert len(since_the_beginning) == 158, "a new obligation needs berlaku_mulai"


def test_a_day_before_a_law_is_judged_by_the_law_of_that_day() -> None:
    before, after = (load(TOWN, date(2021, 6, day)).corpus for day in (29, 30))
    laws = [set_for(corpus, 2021) for corpus in (before, after)]
    assert [law.kumpulan.peraturan for law in laws if law] == ["UU 14/2008", "PerKI 1/2021"]
    assert [year.tahun for year in assess(load(TOWN, date(2018, 12, 31)).corpus).years] == [2018]
