"""On paper: nothing but the content, black on white, and a heading that every page repeats."""

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser

Open = Callable[..., Any]


def test_a_list_on_paper(watch: Open) -> None:
    with watch() as seen:
        page = seen.open("opd/setda/dik/2021/")
        page.emulate_media(media="print")
        expect(page.get_by_role("search").first).to_be_hidden()
        head = page.locator(".ppid-tabel thead").first
        assert head.evaluate("e => getComputedStyle(e).display") == "table-header-group"
        # Chromium paints a button in a repeated head on the first page only.
        button = page.locator(".ppid-tabel th button").first
        assert button.evaluate("e => getComputedStyle(e).display") == "contents"
        background = page.locator("body").evaluate("e => getComputedStyle(e).backgroundColor")
        assert background in {"rgb(255, 255, 255)", "rgba(0, 0, 0, 0)"}


def test_a_column_of_links_keeps_its_words_whole_on_paper(watch: Open) -> None:
    with watch() as seen:
        page = seen.open("opd/setda/")
        page.emulate_media(media="print")
        page.set_viewport_size({"width": 640, "height": 900})  # the text of an A4 page
        counts = page.locator("#daftar ~ .ppid-tabel td:nth-child(2) a").all()
        assert counts
        for cell in counts:
            assert cell.evaluate("e => e.getBoundingClientRect().height") < 40  # two lines


@pytest.mark.parametrize("path", ["regulasi/perwal-2-2017/", "tentang/ppid/"])
def test_a_drawing_on_paper(path: str, watch: Open) -> None:
    with watch(color_scheme="dark") as seen:
        page = seen.open(path)
        page.emulate_media(media="print")
        drawing = page.locator("svg.ppid-silsilah")
        expect(drawing).to_be_visible()
        ink = drawing.locator("text").first.evaluate("e => getComputedStyle(e).fill")
        ground = drawing.locator("rect").first.evaluate("e => getComputedStyle(e).fill")
        assert (ink, ground) == ("rgb(0, 0, 0)", "rgb(255, 255, 255)")
