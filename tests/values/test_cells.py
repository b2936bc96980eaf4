"""Cells of CSV files: no formula runs, and every text can be had back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ppid.values.cells import column_letters, column_number, guarded, unguarded

RISKY = ["=1+1", "+62 812", "-5", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "\uff1dHYPERLINK(1)", "'=1"]
QUIET = ["", "Rekam medis", "a=b", "12-34", "'kutip'", "surel@kotakecil.example", "''"]


@pytest.mark.parametrize("text", RISKY)
def test_formula_becomes_text(text: str) -> None:
    assert guarded(text) == f"'{text}"


@pytest.mark.parametrize("text", QUIET)
def test_plain_text_stays_as_it_is(text: str) -> None:
    assert guarded(text) == text


@given(st.text(alphabet=st.sampled_from("'=+-@\t\r\nab ")))
def test_every_text_can_be_had_back(text: str) -> None:
    assert unguarded(guarded(text)) == text


@pytest.mark.parametrize(
    ("column", "letters"), [(1, "A"), (26, "Z"), (27, "AA"), (702, "ZZ"), (703, "AAA")]
)
def test_columns_are_named_as_in_a_spreadsheet(column: int, letters: str) -> None:
    assert column_letters(column) == letters
    assert column_number(letters) == column
