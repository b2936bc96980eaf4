"""The figures of this city are what a second reckoning finds, state by state."""

from datetime import date

from tests.assessing.test_recomputed import compared
from tests.conftest import this_body


def test_this_body() -> None:
    assert compared(this_body(date(2025, 12, 31))) > 20_000
