"""With the keyboard alone everything can be reached, and what has the focus can be seen."""

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser

Open = Callable[..., Any]

FOCUSED = """() => {
    const it = document.activeElement;
    const style = getComputedStyle(it), box = it.getBoundingClientRect();
    return {
        what: it.className || it.id || it.tagName,
        text: it.textContent.trim().slice(0, 60),
        marked: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2
            || style.boxShadow !== "none",
        seen: box.width > 0 && box.height > 0 && box.bottom > 0 && box.right > 0,
    };
}"""


def tab(page: Page) -> dict[str, Any]:
    page.keyboard.press("Tab")
    return page.evaluate(FOCUSED)


def tab_to(page: Page, selector: str, most: int = 60) -> None:
    for _ in range(most):
        page.keyboard.press("Tab")
        if page.evaluate("s => document.activeElement.matches(s)", selector):
            return
    pytest.fail(f"{selector} tidak tercapai dengan {most} kali Tab")


def test_first_stop_is_the_skip_link_and_it_leads_to_the_content(watch: Open) -> None:
    with watch() as seen:
        page = seen.open("opd/setda/")
        stop = tab(page)
        assert (stop["text"], stop["seen"]) == ("Lompat ke isi halaman", True)
        page.keyboard.press("Enter")
        assert page.evaluate("document.activeElement.id") == "isi"
        assert page.url.endswith("#isi")
        page.keyboard.press("Tab")
        assert page.evaluate("document.activeElement.closest('#isi') !== null")


@pytest.mark.parametrize(
    "path",
    [
        "",
        "opd/setda/dik/2021/",
        "cari/?q=anggaran",
        "tentang/",
        "regulasi/perwal-2-2017/",
        "tentang/ppid/",
        "kegiatan/",
    ],
)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_stop_is_visible_and_marked(path: str, scheme: str, watch: Open) -> None:
    with watch(color_scheme=scheme) as seen:
        page = seen.open(path)
        page.evaluate("document.activeElement.blur()")
        for _ in range(30):
            stop = tab(page)
            if stop["what"] == "BODY":
                break
            assert stop["seen"], stop
            assert stop["marked"], stop


def test_menu_leads_to_the_sections(watch: Open) -> None:
    with watch() as seen:
        page = seen.open("")
        tab_to(page, ".ppid-bagian a[href*='regulasi']")
        page.keyboard.press("Enter")
        page.wait_for_url("**/regulasi/")
        current = page.locator(".ppid-bagian a[aria-current]")
        expect(current).to_have_text("Regulasi")


def test_search_works_from_the_first_key_to_the_result(watch: Open) -> None:
    with watch() as seen:
        page = seen.open("")
        tab_to(page, "#cari-kepala")
        page.keyboard.type("rekam medis")
        page.keyboard.press("Enter")
        page.wait_for_url("**/cari/?q=rekam+medis")
        expect(page.locator(".ppid-temu__hasil > li").first).to_be_visible()
        tab_to(page, ".ppid-temu__hasil a")
        page.keyboard.press("Enter")
        page.wait_for_url(lambda url: "/cari/" not in url)


def test_wide_table_can_be_focused_and_moved(watch: Open) -> None:
    with watch(width=600) as seen:
        page = seen.open("kelengkapan/2021/penyerahan/")
        tab_to(page, ".ppid-tabel[role=region]")
        assert page.evaluate("(e => e.scrollWidth > e.clientWidth)(document.activeElement)")
        page.keyboard.press("ArrowRight")
        # Not `wait_for_function`: it evaluates text in the page, which the page's policy forbids.
        moved = "document.activeElement.scrollLeft > 0"
        for _ in range(100):
            if page.evaluate(moved):
                break
            page.wait_for_timeout(50)
        assert page.evaluate(moved)


def test_table_is_sorted_with_the_keyboard_and_remembers_it_in_the_address(watch: Open) -> None:
    with watch() as seen:
        page = seen.open("opd/setda/dip/2021/")
        tab_to(page, "th:nth-child(2) button")
        page.keyboard.press("Enter")
        expect(page.locator("th").nth(1)).to_have_attribute("aria-sort", "ascending")
        page.wait_for_url("**/?urut=kode")
        page.reload(wait_until="networkidle")
        expect(page.locator("th").nth(1)).to_have_attribute("aria-sort", "ascending")


@pytest.mark.parametrize(("scheme", "chosen"), [("light", "gelap"), ("dark", "terang")])
def test_light_or_dark_is_chosen_with_a_key_and_remembered(
    scheme: str, chosen: str, watch: Open
) -> None:
    with watch(color_scheme=scheme) as seen:
        page = seen.open("")
        button = page.get_by_role("button", name="Tampilan gelap")
        before = page.evaluate("getComputedStyle(document.body).backgroundColor")
        tab_to(page, "[data-ppid-tema]")
        page.keyboard.press("Space")
        assert page.evaluate("document.documentElement.dataset.tema") == chosen
        expect(button).to_have_attribute("aria-pressed", str(chosen == "gelap").lower())
        after = page.evaluate("getComputedStyle(document.body).backgroundColor")
        assert after != before
        seen.open("opd/setda/")
        assert page.evaluate("document.documentElement.dataset.tema") == chosen
        assert page.evaluate("getComputedStyle(document.body).backgroundColor") == after
