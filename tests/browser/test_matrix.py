"""The matrix of a year: by keyboard, by category, on paper, and without JavaScript."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser

Open = Callable[..., Any]
YEAR = "kelengkapan/2021/"
CATEGORY = f"{YEAR}kategori/setiap-saat/"
CATEGORIES = 8  # with an obligation, in the national law
MATRIX = ".ppid-matriks"


def focused(page: Page) -> str:
    return page.evaluate("document.activeElement.getAttribute('href')")


def test_one_stop_of_the_tab_key_and_arrows_between_cells(watch: Open) -> None:
    with watch() as seen:
        page = seen.open(CATEGORY)
        page.locator(MATRIX).focus()
        page.keyboard.press("Tab")
        assert focused(page) == "../../dinkes/"
        page.keyboard.press("ArrowRight")
        assert focused(page) == "../../dinkes/#setiap-saat.a"
        page.keyboard.press("ArrowDown")
        assert focused(page) == "../../setda/#setiap-saat.a"
        page.keyboard.press("ArrowUp")
        page.keyboard.press("ArrowUp")
        assert focused(page) == "../../kewajiban/setiap-saat.a/"
        page.keyboard.press("ArrowUp")  # nothing above: stays
        assert focused(page) == "../../kewajiban/setiap-saat.a/"
        page.keyboard.press("ArrowDown")
        page.keyboard.press("End")
        assert focused(page) == "../../dinkes/#setiap-saat.r"
        page.keyboard.press("Home")
        assert focused(page) == "../../dinkes/"
        page.keyboard.press("ArrowRight")
        page.keyboard.press("Tab")
        assert not page.evaluate("document.activeElement.closest('.ppid-matriks')")
        page.keyboard.press("Shift+Tab")
        assert focused(page) == "../../dinkes/#setiap-saat.a"  # where one was before


def test_a_cell_opens_its_reason(watch: Open) -> None:
    with watch() as seen:
        page = seen.open(CATEGORY)
        page.locator(f"{MATRIX} a[href='../../setda/#setiap-saat.r']").click()
        finding = page.locator("li:target")
        expect(finding).to_contain_text("Belum")
        expect(finding).to_contain_text("Sanggahan 1 Desember 2021")
        # Its code is needed to object to it, and for nothing else.
        expect(finding.locator("code")).to_be_hidden()
        finding.locator("summary").click()
        expect(finding).to_contain_text("Kode temuan untuk sanggahan: 2021/setda/setiap-saat.r.")
        expect(finding.get_by_role("link", name="Sanggah lewat surat")).to_be_visible()
        group = page.locator(".ppid-kelompok:has(li:target)")
        expect(group).to_contain_text("Masing-masing terpenuhi bila ada")
        said = page.get_by_text("Yang tidak menyebut syarat lain terpenuhi bila ada")
        expect(said).to_have_count(1)


def test_what_was_met_and_what_does_not_apply_is_folded_until_it_is_asked_for(watch: Open) -> None:
    with watch() as seen:
        page = seen.open(CATEGORY)
        met = page.locator(".ppid-matriks td.t a[href*='/setda/#']").first
        code = met.get_attribute("href").split("#")[1]
        page = seen.open(f"{YEAR}setda/")
        expect(page.locator("details.ppid-lipat[open]")).to_have_count(0)
        # So many are missing that the page would be long on a phone: each category can be opened.
        missing = page.locator("section:has(> #belum) > details")
        expect(missing).to_have_count(6)
        expect(missing.first.locator("> summary")).to_be_visible()
        page.evaluate(f"location.hash = '{code}'")
        expect(page.locator("li:target")).to_be_visible()
        page.evaluate("dispatchEvent(new Event('beforeprint'))")
        expect(page.locator("details.ppid-lipat:not([open])")).to_have_count(0)


def test_a_figure_of_the_year_leads_to_the_row_of_its_matrix(watch: Open) -> None:
    with watch() as seen:
        page = seen.open(YEAR)
        expect(page.locator(".ppid-isian thead a")).to_have_count(CATEGORIES)
        page.locator(".ppid-isian td a[href$='setiap-saat/#setda']").click()
        expect(page.locator("tr:target")).to_contain_text("Sekretariat Daerah")
        categories = page.get_by_role("navigation", name="Kategori 2021")
        expect(categories.get_by_role("link")).to_have_count(CATEGORIES)
        expect(categories.locator("[aria-current]")).to_have_count(1)


def test_without_javascript_every_cell_is_a_link(watch: Open) -> None:
    with watch(java_script_enabled=False) as seen:
        page = seen.open(CATEGORY)
        cell = page.locator(f"{MATRIX} td a").first
        expect(cell).to_have_attribute("href", re.compile(r"/#setiap-saat\.a$"))


def test_words_stand_in_every_cell(watch: Open) -> None:
    with watch() as seen:
        page = seen.open(CATEGORY)
        words = page.locator(f"{MATRIX} td:is(.t, .l, .b, .n)").all_inner_texts()
        known = {"Terpenuhi", "Terpenuhi, tenggat lewat", "Belum", "Tidak berlaku"}
        assert words
        assert {word.strip() for word in words} <= known


def test_both_heads_stay_while_the_matrix_moves(watch: Open) -> None:
    with watch(width=320) as seen:
        page = seen.open(CATEGORY)
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
        page = seen.open(CATEGORY)
        printed = page.pdf(path=tmp_path / "matriks.pdf", prefer_css_page_size=True)
        # A3 lying is 420 × 297 mm, which is 1190.55 × 841.89 points.
        assert b"/MediaBox [0 0 1190" in printed or b"/MediaBox [0 0 1191" in printed
        assert printed.count(b"/MediaBox") == 1
