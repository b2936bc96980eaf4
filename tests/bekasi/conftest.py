"""Tests of the data of this repository, which is a city's; a copy with other data skips them.

They are about what stands in `data/` and `content/` here: its regulations, its channels, what its
people search for. Tests of the program use the invented bodies.
"""

from pathlib import Path

import pytest
import yaml

from tests.conftest import ROOT

HERE = Path(__file__).parent
WHOSE = "Pemerintah Kota Bekasi"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    badan = yaml.safe_load((ROOT / "data/badan.yml").read_text("utf-8"))["nama"]
    if badan != WHOSE:
        reason = f"data/ di sini milik {badan}; uji ini tentang data {WHOSE}"
        for item in items:
            if item.path.is_relative_to(HERE):
                item.add_marker(pytest.mark.skip(reason=reason))
