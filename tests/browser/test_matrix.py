"""The matrix of a year: by keyboard, by category, on paper, and without JavaScript."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser

Open = Callable[..., Any]
YEAR = "kelengkapan/2021/"
CATEGORIES = 8  # with an obligation, in the national law
MATRIX = "[aria-labelledby='setiap-saat-judul']"


def focused(page: Page) -> str:
    return page.evaluate("document.activeElement.getAttribute('href')")


def test_one_stop_of_the_tab_key_and_arrows_between_cells(watch: Open) -> None:
    with watch() as seen:
        page = seen.open(YEAR)
        page.locator(MATRIX).focus()
        page.keyboard.press("Tab")
        assert focused(page) == "dinkes/"
        page.keyboard.press("ArrowRight")
        assert focused(page) == "dinkes/#setiap-saat.a"
        page.keyboard.press("ArrowDown")
        assert focused(page) == "kecamatan-tepi-danau/#setiap-saat.a"
        page.keyboard.press("ArrowUp")
        page.keyboard.press("ArrowUp")
        assert focused(page) == "kewajiban/setiap-saat.a/"
        page.keyboard.press("ArrowUp")  # nothing above: stays
        assert focused(page) == "kewajiban/setiap-saat.a/"
        page.keyboard.press("ArrowDown")
        page.keyboard.press("End")
        assert focused(page) == "dinkes/#setiap-saat.r"
        page.keyboard.press("Home")
        assert focused(page) == "dinkes/"
        page.keyboard.press("ArrowRight")
        page.keyboard.press("Tab")
        assert not page.evaluate("document.activeElement.closest('.ppid-matriks')")
        page.keyboard.press("Shift+Tab")
        assert focused(page) == "dinkes/#setiap-saat.a"  # where one was before


def test_a_cell_opens_its_reason(watch: Open) -> None:
    with watch() as seen:
        page = seen.open(YEAR)
        page.locator(f"{MATRIX} a[href='setda/#setiap-saat.r']").click()
        finding = page.locator("li:target")
        expect(finding).to_contain_text("Belum")
        expect(finding).to_contain_text("+1,4 poin bila ada")
        expect(finding).to_contain_text("Sanggahan 1 Desember 2021")
        expect(finding.get_by_role("link", name="Sanggah lewat surat")).to_be_visible()


def test_what_was_met_and_what_does_not_apply_is_folded_until_it_is_asked_for(watch: Open) -> None:
    with watch() as seen:
        page = seen.open(YEAR)
        met = page.locator(".ppid-matriks td.t a[href^='setda/#']").first
        code = met.get_attribute("href").split("#")[1]
        page = seen.open(f"{YEAR}setda/")
        expect(page.locator("details.ppid-lipat[open]")).to_have_count(0)
        expect(page.get_by_text("+1,4 poin bila ada").first).to_be_visible()  # missing: not folded
        page.evaluate(f"location.hash = '{code}'")
        expect(page.locator("li:target")).to_be_visible()
        page.evaluate("dispatchEvent(new Event('beforeprint'))")
        expect(page.locator("details.ppid-lipat:not([open])")).to_have_count(0)


def test_one_category_at_a_time_and_it_stands_in_the_address(watch: Open) -> None:
    with watch() as seen:
        page = seen.open(YEAR)
        parts = page.locator("[data-kategori]")
        assert parts.count() == CATEGORIES
        page.get_by_label("Kategori", exact=True).select_option("setiap-saat")
        assert page.url.endswith("?kategori=setiap-saat")
        assert parts.evaluate_all("all => all.filter(e => !e.hidden).length") == 1
        expect(page.locator("[data-ppid-pilah] [role=status]")).to_have_text(
            f"Satu dari {CATEGORIES} kategori tampil."
        )
        page.reload()
        assert page.get_by_label("Kategori", exact=True).input_value() == "setiap-saat"
        page.get_by_label("Kategori", exact=True).select_option("")
        assert "kategori" not in page.url.split("?")[-1]
        assert parts.evaluate_all("all => all.filter(e => !e.hidden).length") == CATEGORIES


def test_without_javascript_every_cell_is_a_link_and_categories_are_listed(watch: Open) -> None:
    with watch(java_script_enabled=False) as seen:
        page = seen.open(YEAR)
        expect(page.locator("[data-ppid-pilah]")).to_be_hidden()
        expect(page.locator("[data-ppid-daftar-isi] a")).to_have_count(CATEGORIES)
        cell = page.locator(f"{MATRIX} td a").first
        expect(cell).to_have_attribute("href", "dinkes/#setiap-saat.a")


def test_words_stand_in_every_cell(watch: Open) -> None:
    with watch() as seen:
        page = seen.open(YEAR)
        words = page.locator(f"{MATRIX} td:is(.t, .l, .b, .n)").all_inner_texts()
        known = {"Terpenuhi", "Terpenuhi, tenggat lewat", "Belum", "Tidak berlaku"}
        assert words
        assert {word.strip() for word in words} <= known


def test_both_heads_stay_while_the_matrix_moves(watch: Open) -> None:
    with watch(width=320) as seen:
        page = seen.open(YEAR)
        region = page.locator(MATRIX)
        head = region.locator("tbody th").first
        before = head.bounding_box()
        region.evaluate("e => e.scrollBy(80, 0)")
        after = head.bounding_box()
        assert before is not None
        assert after is not None
        assert abs(before["x"] - after["x"]) < 1


def test_on_paper_the_matrix_lies_on_a3(watch: Open, tmp_path: Path) -> None:
    with watch() as seen:
        page = seen.open(YEAR)
        printed = page.pdf(path=tmp_path / "matriks.pdf", prefer_css_page_size=True)
        # A3 lying is 420 × 297 mm, which is 1190.55 × 841.89 points.
        assert b"/MediaBox [0 0 1190" in printed or b"/MediaBox [0 0 1191" in printed
        assert b"/MediaBox [0 0 594" in printed or b"/MediaBox [0 0 595" in printed
