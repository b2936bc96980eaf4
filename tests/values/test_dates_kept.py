"""Periods, lists of days and slips of the pen: nothing that was written is dropped silently."""

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ppid.values.dates import (
    BULAN,
    Kurun,
    MasalahTanggal,
    Waktu,
    format_waktu,
    read_tanggal,
)
from ppid.values.dates import (
    read as read_waktu,
)

PERIODS = {
    "01 – 03 September 2024": "2024-09-01/2024-09-03",
    "1 Januari - 31 Desember 2024": "2024-01-01/2024-12-31",
    "17 s.d 19 Agustus 2023": "2023-08-17/2023-08-19",
    "28 Februari s/d 2 Maret 2025": "2025-02-28/2025-03-02",
    "tanggal 5 Mei sampai dengan 20 Juni 2021": "2021-05-05/2021-06-20",
    "30 November 2022 hingga 2 Februari 2023": "2022-11-30/2023-02-02",
    "2024-03-04 s.d. 2024-03-08": "2024-03-04/2024-03-08",
    "20/05/2024 - 24/05/2024": "2024-05-20/2024-05-24",
    "Januari - Maret 2024": "2024-01-01/2024-03-31",
    "Okt–Des 2022": "2022-10-01/2022-12-31",
    "November 2023 s.d. Februari 2024": "2023-11-01/2024-02-29",
    "1 Mei - Juni 2024": "2024-05-01/2024-06-30",
    "Tahun 2019 – 2023": "2019-01-01/2023-12-31",
    "periode 2021 s/d 2026": "2021-01-01/2026-12-31",
    "TW III 2023": "2023-07-01/2023-09-30",
    "Triwulan ke-2 Tahun 2023": "2023-04-01/2023-06-30",
    "Kuartal IV 2020": "2020-10-01/2020-12-31",
    "2024 TW II": "2024-04-01/2024-06-30",
    "2023-24": "2023-01-01/2024-12-31",
    "Q4 2023": "2023-10-01/2023-12-31",
    "Triwulan pertama 2024": "2024-01-01/2024-03-31",
    "Triwulan II s.d. IV 2024": "2024-04-01/2024-12-31",
    "Caturwulan III 2021": "2021-09-01/2021-12-31",
    "Semester 2 TA 2022": "2022-07-01/2022-12-31",
    "Senin, 1 April s.d. Jumat, 5 April 2024": "2024-04-01/2024-04-05",
}
POINTS = {
    "Tahun Anggaran 2024": "2024",
    "T.A. 2021": "2021",
    "Th. 2019": "2019",
    "2024.0": "2024",
    "'2024": "2024",
    "bulan Pebruari tahun 2020": "2020-02",
    "tgl. 7 Agts 2021": "2021-08-07",
    "Jum'at, 5 Januari 2024": "2024-01-05",
    "5 Mei 2024 pukul 10.00 WIB": "2024-05-05",
    "14-Okt-98": "1998-10-14",
    "September 3, 2021": "2021-09-03",
    "2024, Mei": "2024-05",
    "tertanggal 5 Juni 2024": "2024-06-05",
    "4 Mei 2024 (Sabtu)": "2024-05-04",
    "tanggal 5 bulan Mei tahun 2024": "2024-05-05",
    "2011/12": "2011-12",
}
ASKED = {
    "2 dan 3 Mei 2024": ("SEVERAL", "2024-05-02/2024-05-03 2024-05-02 2024-05-03", ""),
    "2, 4 dan 9 Mei 2024": ("SEVERAL", "2024-05-02 2024-05-04 2024-05-09", ""),
    "Mei dan Juli 2024": ("SEVERAL", "2024-05 2024-07", ""),
    "Juni atau Juli 2024": ("SEVERAL", "2024-06 2024-07", ""),
    "5 atau 6 Mei 2024": ("SEVERAL", "2024-05-05 2024-05-06", ""),
    "tahun ajaran 2023/2024": ("SEVERAL", "2023 2024 2023-01-01/2024-12-31", "ajaran"),
    "29 Des - 3 Jan 2023": ("SEVERAL", "2022-12-29/2023-01-03", ""),
    "2024 - 2020": ("SEVERAL", "2024 2020", ""),
    "1/5 - 7/5/2024": (
        "SEVERAL",
        "2024-05-01/2024-05-07 2024-05-01/2024-07-05 2024-01-05/2024-05-07 2024-01-05/2024-07-05",
        "",
    ),
    "1-3 dan 5 Mei 2024": ("WRITTEN_OUT", "2024-05-05 2024-05", "1-3 dan"),
    "Bekasi, 1 - 3 Mei 2024": ("PERIOD", "2024-05-01/2024-05-03", "Bekasi"),
    "Minggu ke-2 Mei 2024": ("YEAR_MONTH", "2024-05", "ke-2"),
    "Triwulan I dan II 2024": (
        "SEVERAL",
        "2024-01-01/2024-06-30 2024-01-01/2024-03-31 2024-04-01/2024-06-30",
        "",
    ),
    "20 Mei 2024 – 3 Juni": ("SEVERAL", "2024-05-20/2024-06-03", ""),
    "semester ganjil 2024": ("YEAR_ONLY", "2024", "semester ganjil"),
    "April-Mei-Juni 2024": ("YEAR_ONLY", "2024", "April-Mei-Juni"),
    "awal tahun 2024": ("YEAR_ONLY", "2024 2024-01", "awal"),
    "akhir tahun 2023": ("YEAR_ONLY", "2023 2023-12", "akhir"),
    "Senin, 29 Mei 2024": ("WRITTEN_OUT", "2024-05-29", "Senin"),
    "Jul-24": ("TWO_DIGIT_YEAR", "2024-07", ""),
    "2O24": ("MISREAD", "2024", ""),
    "l7 Mei 2O24": ("MISREAD", "2024-05-17", ""),
    "sejak 2019": ("YEAR_ONLY", "2019", "sejak"),
    "1 Januari 2922": ("FAR_YEAR", "2922-01-01", ""),
    "Maret s/d 2023": ("SEVERAL", "2023-03-01/2023-12-31", ""),
    "±2024": ("YEAR_ONLY", "2024", "±"),
    "2024?": ("YEAR_ONLY", "2024", "?"),
    "2020 –": ("YEAR_ONLY", "2020", "–"),
    "30 Februari 2024": ("NOT_A_DAY", "2024-02", "30 Februari 2024"),
    "2024-02-30": ("NOT_A_DAY", "2024-02", "2024-02-30"),
    "00 Mei 2024": ("NOT_A_DAY", "2024-05", "00 Mei 2024"),
    "00/00/2024": ("NOT_A_DAY", "2024", "00/00/2024"),
    "3 hari Mei 2024": ("YEAR_MONTH", "2024-05", "3"),
    "5 tahun s.d. 31 Des 2027": ("WRITTEN_OUT", "2027-12-31 2027-12", "5 s.d"),
    "4 Mei 2024 (Minggu)": ("WRITTEN_OUT", "2024-05-04", "Minggu"),
    "2023/24": ("SEVERAL", "2023 2024 2023-01-01/2024-12-31", ""),
}


@pytest.mark.parametrize(("text", "period"), PERIODS.items())
def test_a_period_is_a_period(text: str, period: str) -> None:
    reading = read_waktu(text)
    assert ([str(one) for one in reading.candidates], reading.sisa) == ([period], "")
    assert reading.problem is MasalahTanggal.PERIOD
    assert str(read_waktu(period).value) == period


@pytest.mark.parametrize(("text", "period"), PERIODS.items())
def test_a_period_in_place_of_a_day_offers_both_ends(text: str, period: str) -> None:
    reading = read_tanggal(text)
    assert reading.problem is MasalahTanggal.SEVERAL
    assert "/".join(map(str, reading.candidates)) == period


@pytest.mark.parametrize(("text", "point"), POINTS.items())
def test_what_says_no_more_than_the_point(text: str, point: str) -> None:
    reading = read_waktu(text)
    assert ([str(one) for one in reading.candidates], reading.sisa) == ([point], "")


@pytest.mark.parametrize(("text", "said"), ASKED.items())
def test_what_is_open_keeps_every_part(text: str, said: tuple[str, str, str]) -> None:
    problem, candidates, sisa = said
    reading = read_waktu(text)
    assert reading.value is None
    assert reading.problem is MasalahTanggal[problem]
    assert [str(one) for one in reading.candidates] == candidates.split()
    assert reading.sisa == sisa


@pytest.mark.parametrize("text", ["Setiap bulan", "Senin s.d. Jumat", "24 Mei"])
def test_what_names_no_time_offers_none(text: str) -> None:
    assert read_waktu(text).candidates == ()


@pytest.mark.parametrize(
    "text", ["2024-03-31/2024-01-01", "2024-01-01/2024-01-01", "2024-02-30/2024-03-01"]
)
def test_a_period_ends_after_it_begins(text: str) -> None:
    assert read_waktu(text).value is None


@pytest.mark.parametrize(
    ("point", "words"),
    [
        (Waktu(2024), "2024"),
        (Waktu(2024, 5), "Mei 2024"),
        (Waktu(2024, 5, 1), "1 Mei 2024"),
        (Kurun(date(2014, 1, 1), date(2034, 12, 31)), "2014 sampai 2034"),
        (Kurun(date(2024, 1, 1), date(2024, 3, 31)), "Januari sampai Maret 2024"),
        (Kurun(date(2023, 12, 1), date(2024, 1, 31)), "Desember 2023 sampai Januari 2024"),
        (Kurun(date(2024, 9, 1), date(2024, 9, 3)), "1 September 2024 sampai 3 September 2024"),
    ],
)
def test_words_for_readers(point: Waktu | Kurun, words: str) -> None:
    assert format_waktu(point) == words


PIECES = (
    *BULAN,
    *"1 2 03 15 31 2 2023 2024 2025 24 98 05/04/2024 12/2023 2024-05-06 2024-05".split(),  # noqa: SIM905
    *"- – s.d. s/d sampai hingga dan atau , / tanggal tahun Bekasi Senin Jumat awal akhir".split(),  # noqa: SIM905
    *"± ? (Minggu) 00 hari bulan per ~ 2023/24 Q1 TW TA_2024 tertanggal (draf)".split(),  # noqa: SIM905
    *"triwulan semester I II III IV ke-2 TA anggaran minggu rapat".split(),  # noqa: SIM905
)


@given(st.lists(st.sampled_from(PIECES), max_size=7).map(" ".join))
def test_every_number_is_in_a_reading_or_in_the_remainder(text: str) -> None:
    reading = read_waktu(text)
    points = [reading.value] if reading.value else list(reading.candidates)
    if not points:
        return
    said = set(re.findall(r"\d+", reading.sisa))
    for point in points:
        for day in (point.awal, point.akhir):
            said |= {str(day.year), f"{day.year % 100:02}", str(day.month), str(day.day)}
    # Of a part of the year (“triwulan 2”, “ke-2”) the number itself is gone; its months say it.
    parts = r"(?:triwulan|semester) (?:ke-)?\d\b(?: (?:-|–|s.d.|s/d|sampai|hingga|dan|,|/) \d\b)?"
    figures = re.findall(r"\b\d+", re.sub(parts, "", text))
    assert {figure.lstrip("0") for figure in figures} <= {one.lstrip("0") for one in said}


@given(st.lists(st.sampled_from(PIECES), max_size=7).map(" ".join))
def test_every_word_is_in_a_reading_or_in_the_remainder(text: str) -> None:
    reading = read_waktu(text)
    if not reading.candidates:
        return
    kept = set(reading.sisa.split())
    assert {"Bekasi", "rapat"} & set(text.split()) <= kept
