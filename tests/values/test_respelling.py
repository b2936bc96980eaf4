"""What may be replaced without asking: another spelling of the same, and nothing that says more."""

import pytest

from ppid.values.citations import read as read_citations
from ppid.values.terms import read as read_jangka_waktu
from ppid.values.text import is_respelling


@pytest.mark.parametrize(
    ("written", "certain"),
    [
        ("UU 14/2008 Pasal 17 huruf H", True),
        ("UU No 14 Tahun 2008 Pasal 17 huruf b dan huruf h angka 3.", True),
        ("Pasal 17 huruf a UU KIP", True),
        ("UU 14/2008 tentang Keterbukaan Informasi Publik Pasal 17 huruf a", True),
        ("Pasal 17 huruf h angka 3: kondisi keuangan, aset, pendapatan", False),
        ("pasal 17 huruf i (memorandum) UU KIP", False),
    ],
)
def test_legal_bases(written: str, certain: bool) -> None:  # noqa: FBT001 — a table of examples
    reading = read_citations(written)
    assert not reading.problems
    assert is_respelling(written, reading.normal) == certain


@pytest.mark.parametrize(
    ("written", "certain"),
    [
        ("5 Tahun", True),
        ("5 (lima) tahun", True),
        ("lima tahun", True),
        ("Selama diperlukan", True),
        ("selama 5 tahun sejak ditetapkan", False),
    ],
)
def test_terms(written: str, certain: bool) -> None:  # noqa: FBT001 — a table of examples
    reading = read_jangka_waktu(written)
    assert reading.value
    assert is_respelling(written, reading.normal) == certain


def test_a_number_is_never_lost() -> None:
    assert not is_respelling("Pasal 17 huruf h angka 3 dan angka 4", "Pasal 17 huruf h angka 3")
