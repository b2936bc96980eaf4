"""No page of the city is longer than twenty screens of a phone: the largest of every type."""

import re
from collections import defaultdict
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.browser.conftest import serve

pytestmark = pytest.mark.browser

WIDTH, HEIGHT, SCREENS = 360, 740, 20
EACH = 2
ONE_OF_MANY = re.compile(
    r"(?<=^aturan/).+|(?<=^kegiatan/).+|(?<=^panduan/).+|(?<=^regulasi/).+"
    r"|(?<=^opd/)[^/]+|(?<=^mutu-data/).+"  # an OPD
    r"|(?<=/)\d{4}(-\d\d)?(?=/|$)"  # a year, a month
    r"|(?<=/\d{4}/)(?!kategori|kewajiban|cetak)[^/]+"  # an item, an OPD of a year
    r"|(?<=^kelengkapan/banding/).+|(?<=^kelengkapan/saq/\d{4}/opd/).+"
    r"|(?<=/kategori/).+|(?<=/kewajiban/).+|(?<=/cetak/).+"
)


def largest_of_each_type(site: Path) -> list[str]:
    types: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for file in site.rglob("index.html"):
        path = file.parent.relative_to(site).as_posix()
        types[ONE_OF_MANY.sub("*", path)].append((file.stat().st_size, path))
    return [path for found in types.values() for _, path in sorted(found, reverse=True)[:EACH]]


@pytest.mark.long
def test_no_page_is_longer_than_twenty_screens_of_a_phone(
    situs_kota: Path, browser: Browser
) -> None:
    paths = largest_of_each_type(situs_kota)
    assert 100 < len(paths) < 400
    long = {}
    with serve(situs_kota) as address:
        page = browser.new_page(viewport={"width": WIDTH, "height": HEIGHT})
        for path in paths:
            page.goto(f"{address}{path}/")
            height = page.evaluate("document.documentElement.scrollHeight")
            if height > SCREENS * HEIGHT:
                long[path] = round(height / HEIGHT, 1)
        page.close()
    assert long == {}


@pytest.mark.parametrize("path", ["kelengkapan/cara-menghitung", "perubahan/2021-03"])
def test_a_long_page_keeps_a_margin_where_fingers_need_room(
    path: str, situs_kota: Path, browser: Browser
) -> None:
    """Links and rows are higher where they are touched; what is folded is there without scripts."""
    with serve(situs_kota) as address:
        page = browser.new_page(
            viewport={"width": WIDTH, "height": HEIGHT},
            has_touch=True,
            is_mobile=True,
            java_script_enabled=False,
        )
        page.goto(f"{address}{path}/")
        height = page.locator("html").bounding_box()
        page.close()
    assert height is not None
    assert height["height"] < (SCREENS - 0.5) * HEIGHT
