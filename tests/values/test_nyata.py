"""Every citation and every duration of the real lists: what can be read, and what is asked about.

The lists are not part of the project (their owners state no licence); without them these tests are
skipped, and say so.
"""

import csv
from collections import Counter
from pathlib import Path

import pytest
from ppid.values.citations import read_citations
from ppid.values.dates import read_waktu
from ppid.values.durations import read_retensi
from ppid.values.terms import read_jangka_waktu

NYATA = Path(__file__).parents[2].parent / "shared" / "nyata"
pytestmark = pytest.mark.skipif(not NYATA.is_dir(), reason=f"daftar nyata tidak ada di {NYATA}")


def cells(name: str, column: str) -> list[str]:
    with (NYATA / name).open(encoding="utf-8-sig", newline="") as file:
        return [row[column] for row in csv.DictReader(file)]


TARDAMU, PKTJ = "dik_upbu_tardamu_kemenhub.csv", "dik_pktj_kemenhub.csv"
POLTEK = "Politeknik Keselamatan Transportasi Jalan"
DIP = "dip_upbu_tardamu_kemenhub.csv"


@pytest.mark.parametrize(
    ("name", "column", "expected"),
    [
        (
            TARDAMU,
            "Dasar Hukum Pengecualian Informasi",
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
            PKTJ,
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
        (TARDAMU, "Jangka Waktu", {"1 tahun": 10}, {}),
        (
            PKTJ,
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
    readings = [read_retensi(text) for text in cells(DIP, "Jangka Waktu")]
    assert Counter(reading.normal for reading in readings) == {"1 tahun": 50, "2 tahun": 1}
    assert all(reading.is_normal for reading in readings)


def test_place_and_time_in_one_cell_offer_the_year():
    readings = [read_waktu(text) for text in cells(DIP, "Tempat dan Waktu Pembuatan")]
    assert Counter(str(one) for reading in readings for one in reading.candidates) == {
        "2024": 27,
        "2025": 24,
    }
    assert {reading.problem.name for reading in readings if reading.problem} == {"YEAR_ONLY"}
