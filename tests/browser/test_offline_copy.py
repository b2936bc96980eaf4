"""An offline copy opens by a double click: look, links, search, tables; whole without scripts."""

from collections.abc import Iterator
from pathlib import Path
from zipfile import ZipFile

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import watched
from tests.conftest import Run

pytestmark = pytest.mark.browser

DIP = "Peringatan dini wabah demam berdarah di sekitar danau"


@pytest.fixture(scope="module")
def copy(situs: Path, run: Run, tmp_path_factory: pytest.TempPathFactory) -> str:
    """The address of a copy that was unpacked into a folder with a space in its name."""
    folder = tmp_path_factory.mktemp("luring")
    ended = run("salinan", str(situs), "--luring", "--keluaran", "situs.zip", at=folder)
    assert ended.returncode == 0, ended.stderr
    target = folder / "Salinan situs"
    with ZipFile(folder / "situs.zip") as archive:
        archive.extractall(target)
    return f"{target.as_uri()}/"


@pytest.fixture
def page(browser: Browser, copy: str) -> Iterator[Page]:
    """A page in which nothing may complain and nothing outside the folder is asked for."""
    with watched(browser, copy) as seen:
        yield seen.page


def test_it_has_its_look_and_its_links_lead_to_pages(page: Page, copy: str) -> None:
    page.goto(f"{copy}index.html")
    expect(page.get_by_label("Salinan luring")).to_contain_text("keadaan 31 Desember 2021")
    assert "Plus Jakarta Sans" in page.evaluate("getComputedStyle(document.body).fontFamily")
    assert page.evaluate("document.fonts.ready.then(f => [...f].some(x => x.status == 'loaded'))")
    assert page.evaluate("document.documentElement.classList.contains('js')")
    page.get_by_role("link", name="Perangkat Daerah", exact=True).first.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Perangkat Daerah")
    page.get_by_role("link", name="Dinas Kesehatan").first.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Dinas Kesehatan")
    page.get_by_label("Salinan luring").get_by_role("link").click()
    expect(page.get_by_role("heading", name="Yang tidak dibawa")).to_be_visible()


def test_the_search_answers_from_the_box_of_any_page(page: Page, copy: str) -> None:
    page.goto(f"{copy}opd/dinkes/index.html")
    page.locator("#cari-kepala").fill("demam berdarah")
    page.locator("#cari-kepala").press("Enter")
    page.wait_for_url("**/cari/index.html?q=demam+berdarah")
    first = page.locator(".ppid-temu__hasil > li").first.get_by_role("link").first
    expect(first).to_have_text(DIP)
    first.click()
    expect(page.locator("h1")).to_have_text(DIP)


def test_typing_narrows_the_search_and_suggests(page: Page, copy: str) -> None:
    page.goto(f"{copy}cari/index.html")
    page.locator("#cari-q").press_sequentially("puskes")
    expect(page.get_by_role("option").first).to_be_visible()
    page.locator("#cari-q").fill(DIP)
    expect(page.locator(".ppid-temu__hasil > li").first.get_by_role("link").first).to_have_text(DIP)


def test_tables_filter_and_offices_are_compared(page: Page, copy: str) -> None:
    page.goto(f"{copy}opd/dinkes/dip/2021/index.html")
    query = page.locator("form input[name=q]").last
    query.fill("demam berdarah")
    expect(page.locator("[role=status]").filter(has_text="dari").first).to_be_visible()
    page.goto(f"{copy}kelengkapan/banding/index.html")
    page.locator("[name=b]").select_option(index=1)
    expect(page.locator("#banding-hasil")).to_contain_text("kewajiban berbeda keadaannya")


def test_no_letter_names_a_folder_of_the_reader(page: Page, copy: str) -> None:
    page.goto(f"{copy}opd/dinkes/dip/2021/kes-siaga-dbd/index.html")
    assert "file:" not in page.content().replace(copy, "") or "file:///" not in page.inner_text(
        "body"
    )
    mails = page.locator("a[href^='mailto:']").evaluate_all("all => all.map(a => a.href)")
    assert not [mail for mail in mails if "file%3A" in mail]


def test_it_is_complete_without_javascript(browser: Browser, copy: str) -> None:
    with watched(browser, copy, java_script_enabled=False) as seen:
        seen.page.goto(f"{copy}index.html")
        seen.page.get_by_role("link", name="Informasi", exact=True).first.click()
        expect(seen.page.get_by_role("heading", level=1)).to_be_visible()
        seen.page.goto(f"{copy}cari/index.html")
        seen.page.get_by_role("link", name="Judul semua informasi dari A sampai Z").click()
        expect(seen.page.get_by_role("heading", level=1)).to_contain_text("A")
