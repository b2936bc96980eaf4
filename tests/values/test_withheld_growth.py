"""What must not come into a list is looked for in time that grows with the cell."""

import pytest

from ppid.values.identifiers import withheld_in
from tests.growth import Work, assert_even

pytestmark = pytest.mark.long


@pytest.mark.parametrize("piece", ["1234567890", "a1", "https://a1", "12 34-", "www1"])
def test_a_long_cell_costs_in_proportion(piece: str) -> None:
    def prepare(size: int) -> Work:
        text = piece * (size // len(piece))
        return lambda: withheld_in(text)

    assert_even(prepare, 20_000)
