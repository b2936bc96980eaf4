"""Seven things that people come for, each on a phone from the home page in four taps at most."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.conftest import serve

pytestmark = pytest.mark.browser

MOST_TAPS = 4


class Phone:
    """A page on a small screen, opened at the home page; every tap on it counts."""

    def __init__(self, page: Page, home: str) -> None:
        self.page, self.taps = page, 0
        page.set_default_timeout(10_000)
        page.goto(home)

    def tap(self, what: Locator | str) -> None:
        """Tap what is meant, or the first link of a name; what is hidden cannot be tapped."""
        found = self.page.get_by_role("link", name=what) if isinstance(what, str) else what
        found.first.tap()
        self.taps += 1
        assert self.taps <= MOST_TAPS


@pytest.fixture(scope="module")
def home(situs_kota: Path) -> Iterator[str]:
    with serve(situs_kota) as address:
        yield address


@pytest.fixture
def phone(home: str, browser: Browser) -> Iterator[Phone]:
    context = browser.new_context(
        viewport={"width": 360, "height": 740}, has_touch=True, is_mobile=True
    )
    yield Phone(context.new_page(), home)
    context.close()


def answer(phone: Phone) -> Locator:
    return phone.page.locator(".ppid-jawaban")


def test_why_something_is_withheld_and_until_when(phone: Phone) -> None:
    phone.tap("rekam medis")
    phone.tap(phone.page.locator(".ppid-temu__hasil a"))
    expect(answer(phone)).to_contain_text("karena bila dibuka dapat mengungkap rahasia pribadi")
    expect(answer(phone)).to_contain_text("UU 14/2008 Pasal 17 huruf h")
    expect(answer(phone)).to_contain_text("sampai 5 Maret 2043")


def test_the_budget_of_a_department_as_a_file(phone: Phone) -> None:
    phone.tap("Anggaran dan DPA")
    rows = phone.page.locator("tbody tr").filter(has_text="Dinas Kesehatan")
    programme = rows.filter(has_text="Program kesehatan tahun 2025: sasaran, target, dan anggaran")
    with phone.page.expect_download() as downloading:
        phone.tap(programme.get_by_role("link", name="CSV"))
    content = Path(downloading.value.path()).read_text("utf-8-sig")
    assert "anggaran" in content
    assert "contoh" in content.splitlines()[0]


def test_what_changed_in_the_newest_month(phone: Phone) -> None:
    phone.tap("Semua perubahan")
    phone.tap("Juni 2025")
    expect(phone.page.locator("h1")).to_have_text("Perubahan daftar, Juni 2025")
    told = phone.page.locator("article")
    expect(told).to_contain_text("Dibandingkan dengan DIP 2024: 1 informasi baru")
    expect(told).to_contain_text("Dinas Sosial")


def test_a_request_is_filed(phone: Phone) -> None:
    phone.tap("Ajukan permintaan")
    mail = phone.page.get_by_role("link", name="Tulis surel permintaan")
    expect(mail).to_be_in_viewport()
    expect(mail).to_have_attribute("href", re.compile("^mailto:info@bekasikota"))


def test_who_was_ppid_utama_in_2018_and_why(phone: Phone) -> None:
    phone.tap("PPID: susunan, tugas, dan riwayat")
    phone.tap("PPID Utama dari masa ke masa")
    first = phone.page.locator("#riwayat ~ ol > li").first
    expect(first).to_be_in_viewport()
    expect(first).to_contain_text("2017 sampai 9 Januari 2019")
    expect(first).to_contain_text("Pejabat pada Diskominfostandi")
    expect(first).to_contain_text("Dasar: Perwal 27/2017")


def test_an_objection_is_filed(phone: Phone) -> None:
    phone.tap("Belum puas? Ajukan keberatan")
    mail = phone.page.get_by_role("link", name="Tulis surel keberatan")
    expect(mail).to_be_in_viewport()
    expect(mail).to_have_attribute("href", re.compile("^mailto:"))


def test_whom_to_call(phone: Phone) -> None:
    calls = phone.page.get_by_role("article").locator("a[href^='tel:']")
    expect(calls.first).to_be_visible()
    phone.tap("Semua tentang layanan informasi")
    expect(phone.page.locator("#kanal")).to_be_visible()
