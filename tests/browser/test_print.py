"""On paper: nothing but the content, black on white, and a heading that every page repeats."""

from collections.abc import Callable
from io import BytesIO
from typing import Any

import pytest
from playwright.sync_api import expect
from pypdf import PageObject, PdfReader

from tests.browser.conftest import Watched

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


def sheets(seen: Watched, path: str) -> list[PageObject]:
    return list(PdfReader(BytesIO(seen.open(path).pdf(prefer_css_page_size=True))).pages)


@pytest.mark.parametrize("path", ["opd/setda/dik/2021/", "opd/setda/dip/2021/"])
def test_a_list_lies_and_takes_two_sheets_at_most(path: str, watch: Open) -> None:
    with watch() as seen:
        found = sheets(seen, path)
    assert len(found) <= 2
    for sheet in found:
        assert sheet.mediabox.width > sheet.mediabox.height
        assert len(sheet.extract_text()) > 150


def test_columns_of_a_list_share_the_sheet_by_what_they_say(watch: Open) -> None:
    """A sheet is as wide as a tablet; what a tablet needs to scroll sideways makes paper longer."""
    with watch(width=657) as seen:
        page = seen.open("opd/setda/dik/2021/")
        cells = page.locator(".ppid-saring + .ppid-tabel tbody tr").first.locator("th, td")
        least = "cells => cells.map(cell => getComputedStyle(cell).minWidth)"
        assert set(cells.evaluate_all(least)) != {"0px"}
        page.emulate_media(media="print")
        assert set(cells.evaluate_all(least)) == {"0px"}


@pytest.mark.long
def test_completeness_of_an_opd_takes_eight_sheets_at_most(watch: Open) -> None:
    with watch() as seen:
        found = sheets(seen, "kelengkapan/2021/setda/")
    assert len(found) <= 8
    text = "".join(sheet.extract_text() for sheet in found)
    # What is folded on the screen is there: every finding, without the code to object by.
    assert text.count("Tidak berlaku") > 20
    assert "2021/setda/" not in text.replace("kelengkapan/2021/setda/", "")
    assert min(size for sheet in found for size in sizes(sheet)) >= 7.5


def sizes(sheet: PageObject) -> set[float]:
    """Return how large the words of a sheet are, in points."""
    found: set[float] = set()

    def see(text: str, cm: list[float], tm: list[float], _: object, size: float) -> None:
        if text.strip():
            found.add(round(abs(size * tm[3] * cm[3]), 2))

    sheet.extract_text(visitor_text=see)
    return found


@pytest.mark.parametrize(
    "path",
    [
        "kelengkapan/2021/setda/",
        "layanan/permohonan/",
        "layanan/keberatan/",
        "layanan/",
        "opd/setda/",
    ],
)
def test_no_sheet_holds_nothing_but_the_footer(path: str, watch: Open) -> None:
    with watch() as seen:
        last = sheets(seen, path)[-1].extract_text()
        seen.page.emulate_media(media="print")
        footer = seen.page.locator(".ppid-kaki").inner_text()
        title = seen.page.title()
    # The foot of the sheet says title and address.
    own = len(last) - len(title) - len(seen.address + path) - len(footer)
    assert own > 100, last


def test_a_heading_keeps_to_the_letter_below_it(watch: Open) -> None:
    with watch() as seen:
        found = [sheet.extract_text() for sheet in sheets(seen, "layanan/permohonan/")]
    (letter,) = [text for text in found if "Surat permintaan" in text]
    assert "Kepada Yth." in letter


@pytest.mark.parametrize("path", ["layanan/permohonan/", "layanan/keberatan/"])
def test_a_page_to_act_on_is_printed_without_the_law_that_is_folded(path: str, watch: Open) -> None:
    with watch() as seen:
        short = len(sheets(seen, path))
        seen.page.locator("details.ppid-ketentuan").evaluate("e => e.open = true")
        whole = PdfReader(BytesIO(seen.page.pdf(prefer_css_page_size=True))).pages
    assert short <= 6
    assert len(whole) > short


def test_a_column_of_links_keeps_its_words_whole_on_paper(watch: Open) -> None:
    with watch() as seen:
        page = seen.open("opd/setda/")
        page.emulate_media(media="print")
        page.set_viewport_size({"width": 640, "height": 900})  # the text of an A4 page
        counts = page.locator("#daftar ~ .ppid-tabel td:nth-child(2) a").all()
        assert counts
        for cell in counts:
            assert cell.evaluate("e => e.getBoundingClientRect().height") < 40  # two lines


def test_an_address_stands_once_on_paper_and_a_map_not_at_all(watch: Open) -> None:
    with watch() as seen:
        office = "".join(sheet.extract_text() for sheet in sheets(seen, "opd/setda/"))
        asking = "".join(sheet.extract_text() for sheet in sheets(seen, "layanan/permohonan/"))
        assert seen.page.locator("a[href*='openstreetmap.org']").count() > 0
    assert office.count("https://setda.kotakecil.example") == 1
    assert "openstreetmap" not in asking
    assert "Cari di peta" not in asking


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


@pytest.mark.parametrize(
    ("path", "contoh"),
    [
        ("opd/setda/dik/2021/cetak/keputusan-pengecualian/", False),
        ("opd/setda/dik/2021/cetak/lembar-pengubahan/", False),
        ("opd/dinkes/dip/2020/cetak/daftar-informasi-publik/", True),
    ],
)
@pytest.mark.parametrize("javascript", [True, False], ids=["dengan-js", "tanpa-js"])
def test_a_paper_prints_nothing_but_itself(
    path: str, watch: Open, *, contoh: bool, javascript: bool
) -> None:
    with watch(java_script_enabled=javascript) as seen:
        printed = seen.open(path).pdf(prefer_css_page_size=True)
    pages = PdfReader(BytesIO(printed)).pages
    for number, sheet in enumerate(pages, 1):
        text = " ".join(sheet.extract_text().split())
        assert f"Halaman {number} dari {len(pages)}" in text
        assert ("CONTOH – data peragaan" in text) == contoh
        assert "Naskah menurut" not in text
        assert len(text) > 150  # no sheet is empty but for its margins
    size = pages[-1].mediabox
    assert size.width > size.height  # the annex lies
