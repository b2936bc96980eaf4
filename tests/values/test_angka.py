from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ppid.values.numbers import (
    MasalahAngka,
    format_bulat,
    format_desimal,
    format_ukuran,
    read_bulat,
    read_desimal,
)


@pytest.mark.parametrize(("text", "value"), [("0", 0), ("12", 12), ("2019", 2019), ("1000", 1000)])
def test_plain_digits_are_a_whole_number(text: str, value: int):
    reading = read_bulat(text)
    assert (reading.value, reading.problem, reading.candidates) == (value, None, ())


@pytest.mark.parametrize(
    ("text", "problem", "candidates"),
    [
        ("", "MISSING", ()),
        ("-", "MISSING", ()),
        ("1.000", "AMBIGUOUS_THOUSANDS", (1000, 1)),
        ("1,000", "AMBIGUOUS_THOUSANDS", (1000, 1)),
        ("1.234", "AMBIGUOUS_THOUSANDS", (1234,)),
        ("1.000.000", "THOUSANDS", (1000000,)),
        ("1 000", "THOUSANDS", (1000,)),
        ("1.000,00", "THOUSANDS", (1000,)),
        ("12 orang", "EXTRA_TEXT", (12,)),
        ("Rp 5.000.000", "EXTRA_TEXT", (5000000,)),
        ("Rp1.000", "EXTRA_TEXT", (1000, 1)),
        (" 12", "EXTRA_TEXT", (12,)),
        ("-5", "NEGATIVE", ()),
        ("\u22125", "NEGATIVE", ()),
        ("1e3", "EXPONENT", (1000,)),
        ("1,5E+06", "EXPONENT", (1500000,)),
        ("007", "LEADING_ZERO", (7,)),
        ("5,0", "NOT_WHOLE", (5,)),
        ("77,49", "NOT_WHOLE", ()),
        ("1.234.567,89", "NOT_WHOLE", ()),
        ("3 dari 5", "UNREADABLE", ()),
        ("banyak", "UNREADABLE", ()),
        ("٣", "UNREADABLE", ()),
        ("9" * 5000, "UNREADABLE", ()),
    ],
)
def test_anything_else_is_named(text: str, problem: str, candidates: tuple[int, ...]):
    reading = read_bulat(text)
    assert reading.value is None
    assert reading.problem is MasalahAngka[problem]
    assert reading.candidates == candidates


@pytest.mark.parametrize(
    ("text", "value"),
    [("77,49", "77.49"), ("77.49", "77.49"), ("3,5", "3.5"), ("0,5", "0.5"), ("4", "4")],
)
def test_one_or_two_decimals_are_a_decimal_number(text: str, value: str):
    assert read_desimal(text).value == Decimal(value)
    assert read_desimal(text).problem is None


@pytest.mark.parametrize(
    ("text", "problem", "candidates"),
    [
        ("1.000", "AMBIGUOUS_THOUSANDS", ("1000", "1")),
        ("77,491", "AMBIGUOUS_THOUSANDS", ("77491", "77.491")),
        ("77,4912", "TOO_PRECISE", ("77.4912",)),
        ("1.000,50", "THOUSANDS", ("1000.50",)),
        ("77,49 %", "EXTRA_TEXT", ("77.49",)),
        ("00,5", "TOO_PRECISE", ("0.5",)),
        ("-1,5", "NEGATIVE", ()),
        ("1e3", "EXPONENT", ("1000",)),
        ("", "MISSING", ()),
        ("baik", "UNREADABLE", ()),
    ],
)
def test_other_decimals_are_named(text: str, problem: str, candidates: tuple[str, ...]):
    reading = read_desimal(text)
    assert reading.value is None
    assert reading.problem is MasalahAngka[problem]
    assert reading.candidates == tuple(map(Decimal, candidates))


NUMBERISH = st.one_of(st.text(), st.text("0123456789.,- eE+Rp%", max_size=12))


@given(NUMBERISH)
def test_every_text_gives_a_value_or_a_problem(text: str):
    for reading in (read_bulat(text), read_desimal(text)):
        assert (reading.value is None) == (reading.problem is not None)


@given(st.integers(0, 10**18 - 1))
def test_whole_numbers_come_back(number: int):
    assert read_bulat(str(number)).value == number
    if number > 999:
        assert read_bulat(format_bulat(number)).candidates[0] == number


@given(st.decimals(0, 10**9, places=2))
def test_decimal_numbers_come_back(number: Decimal):
    assert read_desimal(str(number)).value == number


@pytest.mark.parametrize(
    ("number", "text"), [(0, "0"), (999, "999"), (1234, "1.234"), (1234567, "1.234.567")]
)
def test_format_bulat(number: int, text: str):
    assert format_bulat(number) == text


@pytest.mark.parametrize(
    ("number", "text"), [("77.49", "77,49"), ("1077.40", "1.077,40"), ("5", "5"), ("1E+3", "1.000")]
)
def test_format_desimal(number: str, text: str):
    assert format_desimal(Decimal(number)) == text


@pytest.mark.parametrize(
    ("size", "text"),
    [
        (0, "0 B"),
        (532, "532 B"),
        (1023, "1.023 B"),
        (1024, "1 KB"),
        (1258291, "1,2 MB"),
        (12 * 1024**2, "12 MB"),
        (1024**2 - 1, "1 MB"),
        (5 * 1024**3, "5 GB"),
        (5000 * 1024**3, "5.000 GB"),
    ],
)
def test_format_ukuran(size: int, text: str):
    assert format_ukuran(size) == text
