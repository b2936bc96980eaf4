"""Drawings can be read on a telephone, and by those who do not see them."""

from collections.abc import Callable
from typing import Any

import pytest
from playwright.sync_api import expect

pytestmark = pytest.mark.browser

Open = Callable[..., Any]
PATHS = ["regulasi/perwal-2-2017/", "tentang/ppid/"]


@pytest.mark.parametrize("path", PATHS)
def test_a_drawing_has_a_name_and_its_content_stands_in_words(path: str, watch: Open) -> None:
    with watch() as seen:
        page = seen.open(path)
        drawing = page.get_by_role("img", name="dengan peraturan lain").or_(
            page.get_by_role("img", name="Susunan PPID")
        )
        expect(drawing).to_have_count(1)
        names = drawing.locator(".ppid-kotak__nama").all_text_contents()
        words = page.locator("figure.ppid-gambar + :is(ol, ul)").inner_text()
        assert names
        assert all(name in words for name in names)


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize("width", [320, 768, 1440])
def test_the_letters_of_a_drawing_stay_large_enough(path: str, width: int, watch: Open) -> None:
    with watch(width=width) as seen:
        page = seen.open(path)
        drawing = page.locator("svg.ppid-silsilah")
        box = drawing.bounding_box()
        assert box is not None
        assert box["x"] + box["width"] <= width
        shrunk = box["width"] / float(drawing.get_attribute("width"))
        assert 14 * shrunk >= 11.5


@pytest.mark.parametrize("path", PATHS)
def test_words_stay_inside_their_box(path: str, watch: Open) -> None:
    with watch() as seen:
        page = seen.open(path)
        outside = page.locator("svg.ppid-silsilah").evaluate(
            """svg => [...svg.querySelectorAll("g")].flatMap(group => {
                const right = group.querySelector("rect").getBoundingClientRect().right;
                return [...group.querySelectorAll("text")]
                    .filter(text => text.getBoundingClientRect().right > right - 4)
                    .map(text => text.textContent);
            })"""
        )
        assert outside == []
