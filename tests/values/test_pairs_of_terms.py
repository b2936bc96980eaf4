"""The labelled pairs of terms: whole, well labelled, no pair that stands twice."""

from collections import Counter
from datetime import date
from pathlib import Path

LINES = [
    line.split("\t")
    for line in (Path(__file__).parent / "pasangan-jangka-waktu.tsv")
    .read_text("utf-8")
    .splitlines()
    if not line.startswith("#")
]
HEADING, PAIRS = LINES[0], LINES[1:]
LABELS = {
    "sama",
    "lebih-panjang",
    "lebih-pendek",
    "menjadi-tidak-terbatas",
    "menjadi-terbatas",
    "tidak-sebanding",
}


def test_the_table_is_whole() -> None:
    columns = ["sebelum", "sesudah", "hubungan", "mulai_sebelum", "mulai_sesudah", "asal"]
    assert columns == HEADING
    assert {len(pair) for pair in PAIRS} == {len(columns)}
    assert {pair[2] for pair in PAIRS} == LABELS
    assert {pair[5] for pair in PAIRS} == {"nyata", "separuh", "buatan"}
    assert len(PAIRS) >= 80
    for pair in PAIRS:
        for day in filter(None, pair[3:5]):
            date.fromisoformat(day)


def test_no_pair_stands_twice() -> None:
    counts = Counter(tuple(pair[:2] + pair[3:5]) for pair in PAIRS)
    assert [pair for pair, count in counts.items() if count > 1] == []
