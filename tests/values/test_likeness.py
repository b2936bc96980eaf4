"""Without rapidfuzz the same texts are alike, as much, and in the same order."""

from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz import fuzz

from ppid.values.likeness import most_alike, most_alike_at_once
from tests.growth import Work, assert_even

WORDS = [
    "denah",
    "ruang",
    "peladen",
    "sandi",
    "arsip",
    "gudang",
    "rencana",
    "anggaran",
    "laporan",
    "2024",
    "é",
    "😀",
    "ii",
]
TITLES = st.one_of(
    st.text(max_size=90),
    st.text("ab ", max_size=70),
    st.lists(st.sampled_from(WORDS), max_size=14).map(" ".join),
)


@given(
    st.lists(TITLES, max_size=5),
    st.lists(TITLES, max_size=30),
    st.sampled_from([0, 1, 60, 75, 82, 92, 100]),
    st.integers(1, 25),
)
def test_it_is_what_rapidfuzz_says(
    texts: list[str], among: list[str], least: int, most: int
) -> None:
    at_once = list(most_alike_at_once(texts, among, least, most))
    assert at_once == list(most_alike(texts, among, least, most))
    for text, other, score in at_once:
        assert score == fuzz.ratio(texts[text], among[other])


def test_many_titles_cost_in_proportion() -> None:
    titles = [f"{WORDS[n % 9]} {WORDS[n % 7]} kegiatan ke {n} bidang {n % 13}" for n in range(300)]

    def prepare(size: int) -> Work[list[tuple[int, int, float]]]:
        return lambda: list(most_alike_at_once(titles[:size], titles, 60, 20))

    found = assert_even(prepare, 75)
    assert {pair[:2] for pair in found if pair[2] == 100} >= {(n, n) for n in range(300)}
