import pytest
from hypothesis import given
from hypothesis import strategies as st

from ppid.values.durations import MasalahJangka
from ppid.values.retention import Retensi
from ppid.values.retention import read as read_retensi


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("5 tahun", Retensi("5 tahun", bulan=60)),
        ("permanen", Retensi("permanen")),
        ("selama berlaku", Retensi("selama berlaku")),
        ("sesuai JRA", Retensi("sesuai JRA")),
    ],
)
def test_normal_form_is_silent(text: str, value: Retensi):
    reading = read_retensi(text)
    assert (reading.value, reading.normal, reading.is_normal) == (value, text, True)
    assert reading.problem is None


@pytest.mark.parametrize(
    ("text", "normal"),
    [
        ("1 Tahun", "1 tahun"),
        ("15 Tahun.", "15 tahun"),
        ("10 (sepuluh) tahun", "10 tahun"),
        ("Permanen", "permanen"),
        ("Selama berlaku", "selama berlaku"),
        ("Selama masih berlaku", "selama berlaku"),
        ("Sesuai Masa Retensi Arsip", "sesuai JRA"),
        ("Sesuai Jadwal Retensi Arsip (JRA)", "sesuai JRA"),
        ("JRA", "sesuai JRA"),
    ],
)
def test_accepted_forms_offer_the_normal_one(text: str, normal: str):
    reading = read_retensi(text)
    assert (reading.normal, reading.problem, reading.is_normal) == (normal, None, False)


@pytest.mark.parametrize(
    ("text", "problem", "candidates"),
    [
        ("", "MISSING", ()),
        ("-", "MISSING", ()),
        ("5", "AMBIGUOUS_UNIT", ("5 tahun", "5 bulan")),
        ("5 tahun atau permanen", "COMPOUND", ("5 tahun", "permanen")),
        ("lama sekali", "UNREADABLE", ()),
    ],
)
def test_problems_are_named(text: str, problem: str, candidates: tuple[str, ...]):
    reading = read_retensi(text)
    assert reading.value is None
    assert reading.problem is MasalahJangka[problem]
    assert reading.candidates == candidates


@given(st.one_of(st.text(), st.text("0123456789 tahunblJRA()", max_size=12)))
def test_any_text_reads_to_something_that_reads_to_itself(text: str):
    reading = read_retensi(text)
    assert (reading.value is None) == (reading.problem is not None)
    if reading.value is not None:
        assert read_retensi(reading.normal).is_normal
