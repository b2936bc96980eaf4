"""A legal basis is read in time that grows with its length, whatever stands in it."""

from collections.abc import Callable

import pytest

from ppid.values.citations import read
from tests.growth import Work, assert_even

SHAPES: dict[str, Callable[[int], str]] = {
    "lines of single letters": lambda n: "a\n" * (n // 2),
    "letters before stops": lambda n: "Pasal 17 huruf b, c. Pasal 3; " * (n // 30),
    "laws in brackets": lambda n: "UU 1/2020 (UU 2/2021 Pasal 3) " * (n // 30),
    "dashes": lambda n: "Pasal 1 - 2 - 3 – " * (n // 18),
    "points of a list": lambda n: "1. UU 14/2008 Pasal 17\n" * (n // 23),
}


@pytest.mark.parametrize("shape", SHAPES)
def test_a_long_legal_basis_costs_in_proportion(shape: str) -> None:
    def prepare(size: int) -> Work:
        text = SHAPES[shape](size)
        return lambda: read.__wrapped__(text)  # as if it had never been read

    reading = assert_even(prepare, 8_000)
    assert reading.citations or reading.problems
