"""Tests of the data of this repository, which is a city's; a copy with other data skips them.

They are about what stands in `data/` and `content/` here: its regulations, its channels, what its
people search for. Tests of the program use the invented bodies.
"""

from pathlib import Path

import pytest

from tests.conftest import of_the_city

HERE = Path(__file__).parent


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if item.path.is_relative_to(HERE):
            item.add_marker(of_the_city)
