"""A citizen on a cheap phone: a request that is filled in, three taps away at most."""

from collections.abc import Callable
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser

Open = Callable[..., Any]
LAW_ASKS_FOR = (
    *(
        "Nama lengkap:",
        "NIK",
        "Alamat:",
        "Nomor telepon:",
        "Surel:",
        "Surat kuasa khusus bermeterai:",
    ),
    *("Informasi:", "Tujuan penggunaan:", "Cara memperoleh:", "Cara mengirimkan:"),
)


def sent_by(page: Page, name: str) -> dict[str, list[str]]:
    """Return what the mail behind a visible link says, and to whom it goes."""
    link = page.get_by_role("link", name=name).first
    expect(link).to_be_visible()
    address = urlsplit(link.get_attribute("href") or "")
    assert address.scheme == "mailto"
    return {"to": [address.path], **parse_qs(address.query, strict_parsing=True)}


def test_from_the_home_page_it_takes_two_taps(watch: Open) -> None:
    with watch(width=360) as seen:
        page = seen.open("")
        page.get_by_role("link", name="Ajukan permintaan").click()
        mail = sent_by(page, "Tulis surel permintaan")
        assert mail["to"] == ["ppid@kotakecil.example"]
        assert [one for one in LAW_ASKS_FOR if one not in mail["body"][0]] == []
        assert page.locator("#surat-permintaan").text_content() == mail["body"][0].replace(
            "\r\n", "\n"
        )


def test_who_wants_to_ask_is_led_to_the_search_first(watch: Open) -> None:
    with watch(width=360) as seen:
        page = seen.open("layanan/permohonan/")
        box = page.locator("#cari-minta")
        letter = page.get_by_role("heading", name="2. Tulis dan kirim")
        searched, written = box.bounding_box(), letter.bounding_box()
        assert searched is not None
        assert written is not None
        assert searched["y"] < written["y"]
        box.fill("anggaran")
        box.press("Enter")
        expect(page.locator(".ppid-temu__hasil > li").first).to_be_visible()


@pytest.mark.parametrize(
    ("url", "button"),
    [
        ("opd/setda/dik/2021/set-memo-1/", "Minta informasi ini"),
        ("opd/setda/dip/2021/set-rencana-panjang/", "Minta informasi ini"),
    ],
)
def test_from_an_item_it_takes_two_taps(url: str, button: str, watch: Open) -> None:
    with watch(width=360) as seen:
        page = seen.open(url)
        if page.get_by_role("link", name=button, exact=True).count():
            page.get_by_role("link", name=button, exact=True).first.click()
        mail = sent_by(page, "Tulis surel permintaan")
        assert f"Alamat halaman: https://ppid.kotakecil.example/{url}" in mail["body"][0]


def test_an_objection_is_ready_too(watch: Open) -> None:
    with watch(width=360) as seen:
        page = seen.open("layanan/keberatan/")
        mail = sent_by(page, "Tulis surel keberatan")
        assert "Nomor pendaftaran permintaan: [isi]" in mail["body"][0]
        page.get_by_text("Huruf h: Rahasia pribadi").click()
        expect(page.locator("#huruf-h p")).to_contain_text("persetujuan tertulis")


def test_on_paper_the_letter_stays_and_the_box_to_search_goes(watch: Open) -> None:
    with watch() as seen:
        page = seen.open("layanan/permohonan/")
        page.emulate_media(media="print")
        expect(page.locator("#surat-permintaan")).to_be_visible()
        expect(page.locator("article .ppid-cari")).to_be_hidden()


@pytest.mark.parametrize(
    ("url", "letter"),
    [
        ("opd/setda/dik/2021/set-memo-1/", "#surat-minta"),
        ("opd/setda/dip/2021/set-rencana-panjang/", "#surat-minta"),
        ("opd/dinkes/dip/2021/kes-renstra/", "#surat-minta"),
        ("opd/dinkes/dip/2020/kes-kebijakan/", "#surat-minta"),
        ("opd/setda/", "#surat-permintaan"),
    ],
)
@pytest.mark.parametrize("script", [True, False])
def test_one_tap_at_the_top_unfolds_the_letter(
    url: str, letter: str, watch: Open, *, script: bool
) -> None:
    with watch(width=360, java_script_enabled=script) as seen:
        page = seen.open(url)
        expect(page.locator(letter)).to_be_hidden()
        link = page.locator(f"article a[href='{letter}']").first
        expect(link).to_be_in_viewport()
        link.click()
        expect(page.locator(letter)).to_be_visible()
        expect(page.locator(letter)).to_be_in_viewport()
        # Between the instruction and the letter stands nothing else.
        told = page.locator(f"details:has({letter})").locator("xpath=preceding-sibling::p[1]")
        if told.locator("a[href^='mailto:']").count():
            told = told.locator("xpath=preceding-sibling::p[1]")
        expect(told).to_contain_text("Isi bagian dalam kurung siku")
        expect(told).to_be_in_viewport()
