"""What pages of every sort are made of: one answer for each question, whoever asks."""

from datetime import date

import pytest

from ppid.checking.load import load
from ppid.kinds.fields import Kanal
from ppid.publishing.page_parts import (
    PASSAGES,
    beside,
    brief,
    channel_url,
    phone_url,
    quotes_of,
    sourced,
)
from ppid.publishing.pages.informasi import CATEGORY_LAW
from tests.conftest import TOWN


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


@pytest.mark.parametrize(
    ("jenis", "alamat", "link"),
    [
        ("telepon", "(021) 88961767", "tel:02188961767"),
        ("telepon", '112"><script>', "tel:112"),
        ("surel", "info@contoh.go.id", "mailto:info@contoh.go.id"),
        ("web", "https://contoh.go.id", "https://contoh.go.id"),
        ("web", "javascript:alert(1)", ""),
        ("web", "http://contoh.go.id", "http://contoh.go.id"),
        ("sms", "1708", "sms:1708"),
        ("sms", "+62 812-3456", "sms:+628123456"),
        ("aplikasi", "https://contoh.go.id/aplikasi", "https://contoh.go.id/aplikasi"),
        ("media-sosial", "@contoh", ""),
        ("whatsapp", "0812-0000-000", "https://wa.me/628120000000"),
        ("whatsapp", "+62 812 0000 000", "https://wa.me/628120000000"),
        ("loket", "Jalan Contoh", ""),
    ],
)
def test_an_address_opens_only_what_it_is(jenis: str, alamat: str, link: str) -> None:
    assert channel_url(Kanal(nama="x", jenis=jenis, alamat=alamat)) == link  # type: ignore[arg-type]


def test_a_number_is_dialled_without_its_dress():
    assert phone_url("(0999) 555-000") == "tel:0999555000"
    assert phone_url("+62 999 555") == "tel:+62999555"


def test_neighbours_are_those_before_and_after():
    assert [beside("abc", place) for place in range(3)] == [("b",), ("a", "c"), ("b",)]
    assert beside("a", 0) == ()


def test_a_description_ends_at_the_end_of_a_word():
    assert brief("pendek") == "pendek"
    assert brief("satu, dua tiga", limit=8) == "satu…"


def test_every_passage_that_pages_explain_is_on_file() -> None:
    corpus = load(TOWN, date(2021, 12, 31)).corpus
    for passages in (*PASSAGES.values(), *(law.ketentuan for law in CATEGORY_LAW.values())):
        assert [quote.rujukan for quote in quotes_of(passages, corpus)] == list(passages)
