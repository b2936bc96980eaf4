"""The comparison of terms, tested with the table of labelled pairs."""

from collections import Counter
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ppid.values.terms import TermRelation, compare

LINES = [
    line.split("\t")
    for line in (Path(__file__).parent / "pasangan-jangka-waktu.tsv")
    .read_text("utf-8")
    .splitlines()
    if not line.startswith("#")
]
HEADING, PAIRS = LINES[0], LINES[1:]
TURNED = {
    "lebih-panjang": "lebih-pendek",
    "lebih-pendek": "lebih-panjang",
    "menjadi-tidak-terbatas": "menjadi-terbatas",
    "menjadi-terbatas": "menjadi-tidak-terbatas",
}
TEXTS = sorted({text.replace("\\n", "\n") for pair in PAIRS for text in pair[:2]})


def day(written: str) -> date | None:
    return date.fromisoformat(written) if written else None


def test_the_table_is_whole() -> None:
    columns = ["sebelum", "sesudah", "hubungan", "mulai_sebelum", "mulai_sesudah", "asal"]
    assert columns == HEADING
    assert {len(pair) for pair in PAIRS} == {len(columns)}
    assert {pair[2] for pair in PAIRS} == set(TermRelation)
    assert {pair[5] for pair in PAIRS} == {"nyata", "separuh", "buatan"}
    assert len(PAIRS) >= 80


def test_no_pair_stands_twice() -> None:
    counts = Counter(tuple(pair[:2] + pair[3:5]) for pair in PAIRS)
    assert [pair for pair, count in counts.items() if count > 1] == []


@pytest.mark.parametrize(("before", "after", "label", "first", "second", "_"), PAIRS)
def test_pair(before: str, after: str, label: str, first: str, second: str, _: str) -> None:
    before, after = (text.replace("\\n", "\n") for text in (before, after))
    assert compare(before, after, day(first), day(second)) == label
    assert compare(after, before, day(second), day(first)) == TURNED.get(label, label)


@given(st.sampled_from(TEXTS), st.sampled_from(TEXTS), st.dates())
def test_turning_two_terms_round_turns_the_answer_round(one: str, other: str, mulai: date) -> None:
    there, back = compare(one, other, mulai, mulai), compare(other, one, mulai, mulai)
    assert back == TURNED.get(there, there)


@given(st.text(), st.text())
def test_any_two_texts_have_an_answer(one: str, other: str) -> None:
    assert isinstance(compare(one, other), TermRelation)
    assert compare(one, one) is TermRelation.SAMA
