"""The labelled pairs of titles: whole, well labelled, no pair that stands twice."""

from collections import Counter
from pathlib import Path

LINES = [
    line.split("\t")
    for line in (Path(__file__).parent / "pasangan-judul.tsv").read_text("utf-8").splitlines()
    if not line.startswith("#")
]
HEADING, PAIRS = LINES[0], LINES[1:]
LABELS = {"sama", "lain-tahun", "mirip", "serupa", "beda"}


def test_the_table_is_whole() -> None:
    assert HEADING == ["judul", "judul_lain", "hubungan", "asal"]
    assert {len(pair) for pair in PAIRS} == {len(HEADING)}
    assert {pair[2] for pair in PAIRS} == LABELS
    assert {pair[3] for pair in PAIRS} == {"nyata", "separuh", "buatan"}
    assert len(PAIRS) >= 80


def test_no_pair_stands_twice() -> None:
    counts = Counter(frozenset(pair[:2]) for pair in PAIRS)
    assert [pair for pair, count in counts.items() if count > 1] == []
    assert all(pair[0] != pair[1] for pair in PAIRS)
