"""Citations and durations as offices wrote them: what can be read, and what is asked about."""

import csv
from collections import Counter
from pathlib import Path

import pytest

from ppid.values.citations import read as read_citations
from ppid.values.dates import read as read_waktu
from ppid.values.retention import read as read_retensi
from ppid.values.terms import read as read_jangka_waktu

TEXTS = Path(__file__).with_name("teks-nyata.tsv")
POLTEK = "Politeknik Keselamatan Transportasi Jalan"


def cells(daftar: str, isian: str) -> list[str]:
    """Return what one list says in one field, as often as it says so."""
    lines = (line for line in TEXTS.read_text("utf-8").splitlines() if not line.startswith("#"))
    rows = csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)
    chosen = (row for row in rows if (row["daftar"], row["isian"]) == (daftar, isian))
    return [row["teks"] for row in chosen for _ in range(int(row["kali"]))]


@pytest.mark.parametrize(
    ("name", "column", "expected"),
    [
        (
            "tardamu",
            "dasar_hukum",
            {
                "UU 14/2008 Pasal 17 huruf b": 3,
                "UU 14/2008 Pasal 17 huruf h": 3,
                "UU 14/2008 Pasal 17 huruf j": 2,
                "UU 14/2008 Pasal 17 huruf a": 1,
                "UU 14/2008 Pasal 17 huruf i": 1,
                "UU 14/2008 Pasal 17 huruf h angka 1": 1,
                "UU 14/2008 Pasal 17 huruf h angka 3": 2,
                "UU 14/2008 Pasal 17 huruf h angka 5": 1,
                "UU 1/2023 Pasal 333 huruf d": 1,
                "UU 15/2004": 1,
                "UU 17/2003": 1,
            },
        ),
        (
            "pktj",
            "dasar_hukum",
            {
                "UU 14/2008 Pasal 17 huruf h angka 2": 2,
                "UU 14/2008 Pasal 17 huruf h angka 3": 5,
                "UU 14/2008 Pasal 17 huruf h angka 4": 4,
                "UU 14/2008 Pasal 17 huruf j": 2,
                "UU 8/1981": 2,
                "UU 43/2009": 2,
                "UU 15/2004": 2,
                "UU 11/2008": 1,
                "UU 1/2024": 1,
                "Keputusan Sekjen KP-SKJ 8/2026": 3,
            },
        ),
    ],
)
def test_every_citation_is_read_without_a_question(
    name: str, column: str, expected: dict[str, int]
):
    readings = [read_citations(text) for text in cells(name, column)]
    assert Counter(str(one) for reading in readings for one in reading.citations) == expected
    assert [reading.problems for reading in readings if reading.problems] == []
    assert not any(reading.is_normal for reading in readings)


@pytest.mark.parametrize(
    ("name", "column", "normal", "problems"),
    [
        ("tardamu", "jangka_waktu", {"1 tahun": 10}, {}),
        (
            "pktj",
            "jangka_waktu",
            {
                "1 tahun": 6,
                "5 tahun": 3,
                f"sampai ada keputusan tetap dari pimpinan {POLTEK}": 1,
                "sampai ada persetujuan tertulis dari pihak yang bersangkutan": 1,
            },
            {"COMPOUND": 4},
        ),
    ],
)
def test_every_term_is_read_or_named(
    name: str, column: str, normal: dict[str, int], problems: dict[str, int]
):
    readings = [read_jangka_waktu(text) for text in cells(name, column)]
    assert Counter(reading.normal for reading in readings if reading.value) == normal
    assert Counter(reading.problem.name for reading in readings if reading.problem) == problems
    assert all(len(reading.candidates) == 2 for reading in readings if reading.problem)


def test_every_retention_is_read():
    readings = [read_retensi(text) for text in cells("tardamu-dip", "retensi")]
    assert Counter(reading.normal for reading in readings) == {"1 tahun": 50, "2 tahun": 1}
    assert all(reading.is_normal for reading in readings)


def test_place_and_time_in_one_cell_offer_the_year():
    readings = [read_waktu(text) for text in cells("tardamu-dip", "waktu_pembuatan")]
    assert Counter(str(one) for reading in readings for one in reading.candidates) == {
        "2024": 27,
        "2025": 24,
    }
    assert {reading.problem.name for reading in readings if reading.problem} == {"YEAR_ONLY"}
