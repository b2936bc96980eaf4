"""Search finds rows by their titles, counts them, and can be sent as an address."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser

Open = Callable[..., Any]

DIK = "Posisi tawar pemerintah kota dalam kerja sama penyediaan air"
DIP = "Peringatan dini wabah demam berdarah di sekitar danau"


@pytest.mark.parametrize(
    ("title", "target"),
    [
        (DIK, "opd/setda/dik/2021/set-negosiasi/"),
        (DIP, "opd/dinkes/dip/2021/kes-siaga-dbd/"),
    ],
    ids=["DIK", "DIP"],
)
def test_row_is_found_by_its_title(title: str, target: str, watch: Open) -> None:
    with watch() as seen:
        page = seen.open("cari/")
        page.locator("#cari-q").fill(title)
        first = page.locator(".ppid-temu__hasil > li").first
        expect(first.get_by_role("link")).to_have_text(title)
        expect(page.locator(".ppid-temu__jumlah")).to_have_text(re.compile(r"^\d+ hasil untuk “"))
        assert "q=" + title.split(maxsplit=1)[0] in page.url
        first.get_by_role("link").click()
        page.wait_for_url(seen.address + target)
        expect(page.locator("h1")).to_have_text(title)


def test_address_with_a_question_shows_its_answer(watch: Open) -> None:
    with watch() as seen:
        page = seen.open("cari/?q=demam+berdarah")
        expect(page.locator("#cari-q")).to_have_value("demam berdarah")
        expect(page.locator(".ppid-temu__hasil")).to_contain_text(DIP)
        page.reload(wait_until="networkidle")
        expect(page.locator(".ppid-temu__hasil")).to_contain_text(DIP)


def test_facets_count_and_narrow_down(watch: Open) -> None:
    with watch() as seen:
        page = seen.open("cari/?q=anggaran")
        count = page.locator(".ppid-temu__jumlah")
        expect(count).to_have_text(re.compile(r"^\d+ hasil untuk “anggaran”\.$"))
        box = page.get_by_role("checkbox", name=re.compile(r"^Informasi Publik\s*\d+$"))
        number = int(re.findall(r"\d+$", box.locator("xpath=..").inner_text().strip())[0])
        box.check()
        expect(count).to_have_text(f"{number} hasil untuk “anggaran” dengan saringan ini.")
        assert page.url.endswith("cari/?q=anggaran&jenis=Informasi+Publik")
        expect(page.locator(".ppid-temu__hasil > li")).to_have_count(number)


def test_question_without_an_answer_says_what_to_do(watch: Open) -> None:
    with watch() as seen:
        page = seen.open("cari/?q=kucing")
        expect(page.locator(".ppid-temu__jumlah")).to_have_text("Tidak ada hasil untuk “kucing”.")
        expect(page.get_by_role("link", name="minta informasinya")).to_be_visible()


def test_hostile_title_stays_text_among_the_results(watch: Open) -> None:
    with watch() as seen:
        page = seen.open("cari/?q=memorandum")
        results = page.locator(".ppid-temu__hasil")
        expect(results).to_contain_text("<b>sangat rahasia</b>")
        assert results.locator("script, b").count() == 0


def test_form_in_the_header_leads_to_the_results(watch: Open) -> None:
    with watch() as seen:
        page = seen.open("opd/setda/dik/2021/")
        page.locator("#cari-kepala").fill("demam berdarah")
        page.locator("#cari-kepala").press("Enter")
        page.wait_for_url("**/cari/?q=demam+berdarah")
        expect(page.locator(".ppid-temu__hasil")).to_contain_text(DIP)


def test_example_questions_on_the_home_page_work(watch: Open) -> None:
    with watch() as seen:
        page = seen.open("")
        links = page.locator(".ppid-cari p a")
        addresses = [link.get_attribute("href") for link in links.all()]
        assert len(addresses) == 3
        for address in addresses:
            seen.open(address.removeprefix("./"))
            expect(page.locator(".ppid-temu__hasil > li").first).to_be_visible()
