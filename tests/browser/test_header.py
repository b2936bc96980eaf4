"""On a phone the header takes one line, and what was asked for is seen at once."""

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser

Open = Callable[..., Any]
PHONE = {"width": 360, "height": 740}
OPD = "opd/setda/"
BAND = """() => {
  const band = document.createElement("aside"), line = document.createElement("p");
  band.className = "ppid-pita";
  line.textContent = "Peragaan. Daftar dan angkanya contoh. Rinciannya";
  band.append(line);
  document.querySelector(".ppid-kepala").append(band);
}"""
"""The band of a demonstration as a phone shows it; the town is none."""


def height(page: Page, selector: str) -> float:
    box = page.locator(selector).bounding_box()
    assert box is not None
    return box["height"]


def test_header_is_one_line(watch: Open) -> None:
    with watch(width=360) as seen:
        page = seen.open(OPD)
        assert height(page, ".ppid-kepala") < 1.5 * height(page, ".ppid-menu")


def test_header_leaves_most_of_the_first_screen_to_the_page_where_text_is_large(
    watch_large_text: Open,
) -> None:
    with watch_large_text(width=320) as seen:
        page = seen.open(OPD)
        page.evaluate(BAND)
        assert height(page, ".ppid-kepala") <= 200
        page.locator(".ppid-menu").click()
        sections = page.get_by_role("navigation", name="Bagian utama")
        expect(sections.get_by_role("link").first).to_be_in_viewport(ratio=1)


def test_way_back_is_one_line_on_a_phone_and_whole_on_a_desk(watch: Open) -> None:
    with watch(width=360) as seen:
        page = seen.open("opd/setda/dik/2021/set-memo-1/")
        way = page.get_by_role("navigation", name="Letak halaman")
        expect(way.get_by_role("link")).to_have_count(1)
        expect(way.get_by_role("link")).to_have_text("2021")
        page.set_viewport_size({"width": 1280, "height": 900})
        expect(way.get_by_role("link")).to_have_count(5)


@pytest.mark.parametrize("javascript", [True, False], ids=["dengan-js", "tanpa-js"])
def test_sections_open_from_the_menu_by_keyboard(watch: Open, *, javascript: bool) -> None:
    with watch(width=360, java_script_enabled=javascript) as seen:
        page = seen.open(OPD)
        sections = page.get_by_role("navigation", name="Bagian utama")
        expect(sections).to_be_hidden()
        page.locator(".ppid-menu").focus()
        page.keyboard.press("Enter")
        expect(sections.get_by_role("link")).to_have_count(5)
        page.keyboard.press("Escape")
        expect(sections).to_be_hidden()
        page.keyboard.press("Enter")
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        page.wait_for_url("**/informasi/")


def test_sections_stand_open_where_there_is_room(watch: Open) -> None:
    with watch(width=768) as seen:
        page = seen.open(OPD)
        expect(page.get_by_role("navigation", name="Bagian utama")).to_be_visible()
        expect(page.locator(".ppid-menu")).to_be_hidden()


def test_first_result_of_a_search_is_seen_at_once(watch: Open) -> None:
    with watch() as seen:
        seen.page.set_viewport_size(PHONE)
        page = seen.open("cari/?q=puskesmas")
        box = page.locator(".ppid-temu__hasil > li").first.bounding_box()
        assert box is not None
        assert box["y"] + box["height"] <= PHONE["height"]
