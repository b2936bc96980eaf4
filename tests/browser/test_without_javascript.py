"""Without JavaScript the lists are complete, and the search says what to do."""

import csv
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, expect

pytestmark = pytest.mark.browser

Open = Callable[..., Any]


@pytest.mark.parametrize("daftar", ["setda/dik/2021", "dinkes/dip/2021"])
def test_list_is_a_complete_table(daftar: str, watch: Open, kota_kecil: Path) -> None:
    with (kota_kecil / f"data/opd/{daftar}.csv").open(encoding="utf-8", newline="") as file:
        titles = [row["informasi"] for row in csv.DictReader(file)]
    with watch(java_script_enabled=False) as seen:
        page = seen.open(f"opd/{daftar}/")
        rows = page.locator("table tbody tr")
        expect(rows).to_have_count(len(titles))
        for row, title in zip(rows.all(), titles, strict=True):
            expect(row.locator("th")).to_have_text(title)
            expect(row).to_be_visible()
        assert page.locator(".ppid-saring:visible, th button").count() == 0


def test_who_has_not_handed_in_is_said_and_shown(watch: Open) -> None:
    with watch(java_script_enabled=False) as seen:
        page = seen.open("kelengkapan/2021/penyerahan/")
        expect(page.locator(".ppid-jawaban")).to_contain_text("yang belum: Tepi Danau.")
        rows = page.locator("#tabel-1 tbody tr")
        expect(rows).to_have_count(3)
        missing = rows.filter(has_text="Belum ada")
        expect(missing.locator("th")).to_have_text("Kecamatan Tepi Danau")
        assert page.locator(".ppid-saring:visible").count() == 0


def test_search_says_what_to_do(watch: Open) -> None:
    with watch(java_script_enabled=False) as seen:
        page = seen.open("cari/?q=anggaran")
        # Playwright looks for no text inside <noscript>, so it is named.
        said = page.locator("noscript .ppid-pesan")
        expect(said).to_be_visible()
        assert "memerlukan JavaScript" in (said.text_content() or "")
        assert page.locator("article :is(form, input):visible").count() == 0
        ways = page.locator("noscript li a")
        addresses = [link.get_attribute("href") or "" for link in ways.all()]
        assert len(addresses) == 4
        for address in addresses:
            seen.open(f"cari/{address}")
            expect(page.locator("h1")).to_be_visible()
        seen.open("cari/?q=anggaran").locator("noscript a[href$='opd/']").click()
        expect(page.locator("table tbody tr")).to_have_count(3)


def test_button_that_would_do_nothing_is_not_shown(watch: Open) -> None:
    with watch(java_script_enabled=False) as seen:
        page = seen.open("")
        expect(page.locator("[data-ppid-tema]")).to_be_hidden()


def test_a_page_opened_from_a_disk_is_as_without_javascript(
    browser: Browser, situs: Path, kota_kecil: Path
) -> None:
    """Modules do not load there; a filter row that does nothing would be worse than none."""
    with (kota_kecil / "data/opd/setda/dik/2021.csv").open(encoding="utf-8", newline="") as file:
        count = len(list(csv.DictReader(file)))
    page = browser.new_page()
    page.goto((situs / "opd/setda/dik/2021/index.html").as_uri())
    expect(page.locator("#daftar tbody tr:visible")).to_have_count(count)
    assert page.locator(".ppid-saring:visible, .ppid-tema:visible, th button").count() == 0
    assert page.evaluate("getComputedStyle(document.body).display") == "flex", "styles do load"
    page.close()
