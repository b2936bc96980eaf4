"""The page of one item in a browser: letters to copy, with and without JavaScript, and on paper."""

from collections.abc import Callable
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser

Open = Callable[..., Any]
DIK = "opd/setda/dik/2021/set-memo-1/"
DIP = "opd/dinkes/dip/2021/kes-renstra/"
CLIPBOARD = {"permissions": ["clipboard-read", "clipboard-write"]}


def copied(page: Page) -> str:
    return page.evaluate("navigator.clipboard.readText()")


def test_a_letter_is_opened_and_copied_by_keyboard_alone(watch: Open) -> None:
    with watch(**CLIPBOARD) as seen:
        page = seen.open(DIK)
        letter = page.locator("#surat-minta")
        expect(letter).to_be_hidden()
        page.locator("summary").first.focus()
        page.keyboard.press("Enter")
        expect(letter).to_be_visible()
        page.keyboard.press("Tab")
        button = page.get_by_role("button", name="Salin teks permintaan")
        expect(button).to_be_focused()
        page.keyboard.press("Enter")
        expect(page.get_by_text("Teks tersalin.")).to_have_attribute("role", "status")
        assert copied(page) == letter.text_content()
        assert "Alamat halaman: https://ppid.kotakecil.example/" in copied(page)
        assert "<script>alert('x')</script>" in copied(page)


def test_the_address_is_copied_without_the_part_that_was_read(watch: Open) -> None:
    with watch(**CLIPBOARD) as seen:
        page = seen.open(f"{DIP}#minta")
        page.get_by_role("button", name="Salin alamat").click()
        expect(page.get_by_text("Alamat tersalin.")).to_be_visible()
        assert copied(page) == seen.address + DIP


def test_a_mail_is_prepared_and_not_sent(watch: Open) -> None:
    with watch() as seen:
        page = seen.open(DIK)
        link = page.get_by_role("link", name="Tulis surel permintaan").get_attribute("href") or ""
        address = urlsplit(link)
        assert (address.scheme, address.path) == ("mailto", "setda@kotakecil.example")
        body = parse_qs(address.query)["body"][0].replace("\r\n", "\n")
        assert body == page.locator("#surat-minta").text_content()


def test_a_report_names_the_page(watch: Open) -> None:
    with watch(java_script_enabled=False) as seen:
        page = seen.open(DIP)
        link = page.get_by_role("link", name="Laporkan kekeliruan di halaman ini")
        fields = parse_qs(urlsplit(link.get_attribute("href") or "").query)
        assert fields["body"] == [f"https://ppid.kotakecil.example/{DIP}"]


def test_without_javascript_the_letter_is_there_and_no_button_lies(watch: Open) -> None:
    with watch(java_script_enabled=False) as seen:
        page = seen.open(DIK)
        assert page.locator("article button:visible").count() == 0
        page.locator("summary").last.click()
        expect(page.locator("#surat-keberatan")).to_be_visible()
        assert (
            "Nomor pendaftaran permintaan: [isi]" in page.locator("#surat-keberatan").inner_text()
        )


def test_nothing_is_written_to_anybody_about_a_demonstration(watch: Open) -> None:
    with watch() as seen:
        page = seen.open("opd/dinkes/dip/2020/kes-kebijakan/")
        assert page.locator("article a[href^='mailto:']:not(footer a)").count() == 0
        expect(page.get_by_text("jangan kirim surat")).to_be_visible()


def test_an_open_letter_is_readable_on_a_narrow_screen(watch: Open) -> None:
    with watch(width=320) as seen:
        page = seen.open(DIK)
        page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
        wide = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
        assert page.evaluate(wide) <= 0


def test_facts_stand_beside_the_text_where_there_is_room(watch: Open) -> None:
    with watch() as seen:
        page = seen.open(DIK)
        facts, text = page.locator(".ppid-rincian__fakta"), page.locator("#alasan")
        for width, beside in ((1280, True), (800, False)):
            page.set_viewport_size({"width": width, "height": 900})
            first, second = facts.bounding_box(), text.bounding_box()
            assert first is not None
            assert second is not None
            assert (first["x"] > second["x"]) is beside
            assert (first["y"] + first["height"] <= second["y"]) is not beside


def test_a_record_on_paper(watch: Open) -> None:
    with watch() as seen:
        page = seen.open(DIK)
        page.emulate_media(media="print")
        for gone in (".ppid-surat", ".ppid-aksi", ".ppid-tombol", ".ppid-sunting"):
            expect(page.locator(f"article {gone}").first).to_be_hidden()
        for kept in (".ppid-jawaban", ".ppid-fakta", ".ppid-hukum", "#keberatan", ".ppid-alamat"):
            expect(page.locator(kept).first).to_be_visible()
        display = "e => getComputedStyle(e).display"
        assert page.locator(".ppid-rincian").evaluate(display) == "block"
