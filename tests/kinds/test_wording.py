"""Small sentences that many pages share."""

import pytest
from ppid.kinds.wording import sourced


@pytest.mark.parametrize(
    ("source", "address"),
    [
        ("https://contoh.example/a?b=1", "https://contoh.example/a?b=1"),
        ("https://contoh.example/a (dibaca 2025)", "https://contoh.example/a"),
        ("https://contoh.example/a; lain.example", ""),
        ("https://contoh.example/a dan lain.example", ""),
        ("Berita, 10 Januari 2019", ""),
        ("javascript:alert(1)", ""),
        ("http://contoh.example/", ""),
        ("", ""),
    ],
)
def test_only_a_source_that_is_one_address_leads_there(source: str, address: str):
    assert (sourced(source).text, sourced(source).url) == (source, address)
