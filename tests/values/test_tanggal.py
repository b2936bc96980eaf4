from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ppid.values.dates import BULAN, MasalahTanggal, Waktu, format_tanggal, read_tanggal
from ppid.values.dates import read as read_waktu


@pytest.mark.parametrize("text", ["2019-01-10", "2024-02-29", "1945-08-17", "2027-12-31"])
def test_the_one_form_is_silent(text: str):
    reading = read_tanggal(text)
    assert str(reading.value) == text
    assert reading.problem is None


@pytest.mark.parametrize(
    ("text", "problem", "candidates"),
    [
        ("", "MISSING", []),
        ("-", "MISSING", []),
        ("10 Januari 2019", "WRITTEN_OUT", ["2019-01-10"]),
        ("29 Mei 2024", "WRITTEN_OUT", ["2024-05-29"]),
        ("padatanggal29Mei2024", "WRITTEN_OUT", ["2024-05-29"]),
        ("Kamis, 10 Januari 2019", "WRITTEN_OUT", ["2019-01-10"]),
        ("Bekasi, 10-Jan-2019", "WRITTEN_OUT", ["2019-01-10"]),
        ("10 Pebruari 2019", "WRITTEN_OUT", ["2019-02-10"]),
        ("3 Nopember 2020", "WRITTEN_OUT", ["2020-11-03"]),
        ("5 Agt 2021", "WRITTEN_OUT", ["2021-08-05"]),
        ("10/01/2019", "AMBIGUOUS_ORDER", ["2019-01-10", "2019-10-01"]),
        ("03/04/2025", "AMBIGUOUS_ORDER", ["2025-04-03", "2025-03-04"]),
        ("12-08-2024", "AMBIGUOUS_ORDER", ["2024-08-12", "2024-12-08"]),
        ("25/12/2019", "OTHER_ORDER", ["2019-12-25"]),
        ("12/25/2019", "OTHER_ORDER", ["2019-12-25"]),
        ("05/05/2025", "OTHER_ORDER", ["2025-05-05"]),
        ("10/01/19", "TWO_DIGIT_YEAR", ["2019-01-10", "2019-10-01"]),
        ("10 Jan 19", "TWO_DIGIT_YEAR", ["2019-01-10"]),
        ("43475", "EXCEL_SERIAL", ["2019-01-10"]),
        ("43475.0", "EXCEL_SERIAL", ["2019-01-10"]),
        ("2019", "YEAR_ONLY", []),
        ("Tahun 2019", "YEAR_ONLY", []),
        ("2019-05", "YEAR_MONTH", []),
        ("Mei 2024", "YEAR_MONTH", []),
        ("2019/01/10", "OTHER_FORM", ["2019-01-10"]),
        ("2019-1-5", "OTHER_FORM", ["2019-01-05"]),
        ("20190110", "OTHER_FORM", ["2019-01-10"]),
        (" 2019-01-10", "OTHER_FORM", ["2019-01-10"]),
        ("2019-01-10 00:00:00", "OTHER_FORM", ["2019-01-10"]),
        ("2019-02-30", "NOT_A_DAY", []),
        ("0000-01-01", "NOT_A_DAY", []),
        ("30 Februari 2019", "NOT_A_DAY", []),
        ("31/11/2019", "NOT_A_DAY", []),
        ("1 Jan 2020 s.d. 31 Des 2021", "SEVERAL", ["2020-01-01", "2021-12-31"]),
        ("2024-01-01 s/d 2024-12-31", "SEVERAL", ["2024-01-01", "2024-12-31"]),
        ("1699920000", "NOT_A_DATE", []),
        ("12345", "NOT_A_DATE", []),
        ("\u0662\u0660\u0661\u0669-01-10", "NOT_A_DATE", []),
        ("besok", "NOT_A_DATE", []),
    ],
)
def test_other_forms_are_named(text: str, problem: str, candidates: list[str]):
    reading = read_tanggal(text)
    assert reading.value is None
    assert reading.problem is MasalahTanggal[problem]
    assert [str(day) for day in reading.candidates] == candidates


@pytest.mark.parametrize("text", ["2024", "2024-05", "2024-05-29", "1997"])
def test_waktu_in_normal_form_is_silent(text: str):
    reading = read_waktu(text)
    assert str(reading.value) == text
    assert reading.problem is None


@pytest.mark.parametrize(
    ("text", "problem", "candidates"),
    [
        ("", "MISSING", []),
        ("Sabu Raijua, 2025", "YEAR_ONLY", ["2025"]),
        ("Tahun 2024", "YEAR_ONLY", ["2024"]),
        ("Mei 2024", "YEAR_MONTH", ["2024-05"]),
        ("05/2024", "YEAR_MONTH", ["2024-05"]),
        ("Bekasi, Agustus 2024", "YEAR_MONTH", ["2024-08"]),
        ("2024/2025", "SEVERAL", ["2024", "2025", "2024-01-01/2025-12-31"]),
        ("1997-2019", "PERIOD", ["1997-01-01/2019-12-31"]),
        ("29 Mei 2024", "WRITTEN_OUT", ["2024-05-29"]),
        ("03/04/2025", "AMBIGUOUS_ORDER", ["2025-04-03", "2025-03-04"]),
        ("2024-13", "NOT_A_DAY", ["2024"]),
        ("2024-02-30", "NOT_A_DAY", ["2024-02"]),
        ("setiap tahun", "NOT_A_DATE", []),
    ],
)
def test_other_waktu_are_named(text: str, problem: str, candidates: list[str]):
    reading = read_waktu(text)
    assert reading.value is None
    assert reading.problem is MasalahTanggal[problem]
    assert [str(point) for point in reading.candidates] == candidates


@pytest.mark.parametrize(
    ("waktu", "awal", "akhir"),
    [
        (Waktu(2024), date(2024, 1, 1), date(2024, 12, 31)),
        (Waktu(2024, 2), date(2024, 2, 1), date(2024, 2, 29)),
        (Waktu(2024, 5, 29), date(2024, 5, 29), date(2024, 5, 29)),
    ],
)
def test_waktu_covers_days(waktu: Waktu, awal: date, akhir: date):
    assert (waktu.awal, waktu.akhir) == (awal, akhir)


DATEISH = st.one_of(
    st.text(),
    st.text("0123456789-/. :", max_size=12),
    st.from_regex(r"[0-9]{1,2} (Mei|Agt) [0-9]{4}"),
)


@given(DATEISH)
def test_every_text_gives_a_value_or_a_problem(text: str):
    for reading in (read_tanggal(text), read_waktu(text)):
        assert (reading.value is None) == (reading.problem is not None)


@given(st.dates())
def test_every_day_comes_back(day: date):
    assert read_tanggal(str(day)).value == day


@given(st.dates(min_value=date(1000, 1, 1)))
def test_a_day_as_readers_see_it_leads_back(day: date):
    assert read_tanggal(format_tanggal(day)).candidates == (day,)
    assert read_tanggal(f"{day.day}/{day.month}/{day.year}").candidates[0] == day


@given(st.integers(20000, 60000))
def test_excel_serials(serial: int):
    assert read_tanggal(str(serial)).candidates == (date(1899, 12, 30) + timedelta(serial),)


def test_format_tanggal():
    assert format_tanggal(date(2027, 12, 31)) == "31 Desember 2027"
    assert [format_tanggal(date(2024, n, 1)).split()[1] for n in range(1, 13)] == list(BULAN)
