"""Two OPDs side by side in a real browser: from the published table, as the address says."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

pytestmark = pytest.mark.browser

Open = Callable[..., Any]
PATH = "kelengkapan/banding/"


def test_what_is_shown_is_what_differs_in_the_published_table(watch: Open, situs: Path) -> None:
    table = json.loads((situs / PATH / "2021.json").read_text("utf-8"))
    states = {each["opd"]: each["keadaan"] for each in table["opd"]}
    differing = [
        duty["kode"]
        for duty, a, b in zip(table["kewajiban"], states["dinkes"], states["setda"], strict=True)
        if a != b
    ]
    with watch() as seen:
        page = seen.open(f"{PATH}?tahun=2021&a=dinkes&b=setda")
        page.wait_for_selector("#banding-hasil table")
        codes = page.locator("#banding-hasil table").nth(1).locator("tbody th").all_inner_texts()
        assert codes == differing
        said = page.locator("#banding-hasil [role=status]").inner_text()
        assert said == (
            f"{len(differing)} kewajiban berbeda keadaannya, "
            f"{len(table['kewajiban']) - len(differing)} sama."
        )
        for width in (320, 640, 900, 1280):
            page.set_viewport_size({"width": width, "height": 900})
            wide = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
            assert page.evaluate(wide) <= 0, width
        first = page.locator("#banding-hasil td a").first.get_attribute("href")
        assert first == f"../../kelengkapan/2021/dinkes/#{differing[0]}"


def test_what_was_chosen_stands_in_the_address(watch: Open) -> None:
    with watch() as seen:
        page = seen.open(PATH)
        assert "Pilih tahun" in page.locator("#banding-hasil").inner_text()
        page.locator("#banding-b").select_option("setda")
        page.locator("#banding-a").select_option("setda")
        page.locator("#banding-hasil", has_text="yang berbeda.").wait_for()
        page.locator("#banding-a").select_option("dinkes")
        page.wait_for_selector("#banding-hasil table")
        assert page.evaluate("location.search") == "?tahun=2021&a=dinkes&b=setda"


def test_without_the_table_it_says_what_to_do(watch: Open) -> None:
    with watch() as seen:
        page = seen.open(PATH)
        page.route("**/banding/2021.json", lambda route: route.abort())
        page.locator("#banding-b").select_option("setda")
        page.locator("#banding-hasil", has_text="tidak dapat dimuat").wait_for()
        seen.complaints.clear()  # the browser names what it could not load
