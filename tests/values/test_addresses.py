"""Whose site an address lies on."""

import pytest

from ppid.values.addresses import is_on_site

SITE = "https://ppid.kota.go.id"


@pytest.mark.parametrize(
    ("address", "below", "beside"),
    [
        ("https://ppid.kota.go.id/a.pdf", True, True),
        ("https://arsip.ppid.kota.go.id/a.pdf", True, True),
        ("https://WWW.Dinas.kota.go.id:443/a.pdf", False, True),
        ("https://kota.go.id/a.pdf", False, True),
        ("https://kota-lain.go.id/a.pdf", False, False),
        ("https://bukankota.go.id/a.pdf", False, False),
        ("https://kota.go.id.lain.example/a.pdf", False, False),
        ("https://lain.example/ppid.kota.go.id", False, False),
        ("dokumen/a.pdf", False, False),
    ],
)
def test_sites_of_one_owner(address: str, *, below: bool, beside: bool) -> None:
    assert is_on_site(address, SITE) is below
    assert is_on_site(address, SITE, beside=True) is beside


def test_without_a_site_nothing_lies_on_it() -> None:
    assert not is_on_site("https://a.example/b.pdf", "", beside=True)


def test_a_name_outside_the_endings_of_indonesia_is_of_two_words() -> None:
    assert is_on_site("https://a.kota.example/b.pdf", "https://ppid.kota.example", beside=True)
    assert not is_on_site("https://lain.example/b.pdf", "https://ppid.kota.example", beside=True)
