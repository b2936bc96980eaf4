"""A preview opens by a double click: from file:// it has its look, and its links lead to pages."""

import shutil
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from ppid.publishing.preview import write_preview

pytestmark = pytest.mark.browser


def test_it_opens_from_a_folder(situs: Path, tmp_path: Path, browser: Browser) -> None:
    proposed = shutil.copytree(situs, tmp_path / "usul")
    for url in ("opd/dinkes/", "opd/dinkes/dip/2021/"):
        file = proposed / url / "index.html"
        file.write_text(file.read_text("utf-8").replace("</h1>", " (usul)</h1>", 1), "utf-8")
    target = tmp_path / "pratinjau"
    write_preview(situs, proposed, target)
    context = browser.new_context()
    page = context.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto((target / "index.html").as_uri())
    page.get_by_role("link", name="Daftar Informasi Publik 2021").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("(usul)")
    expect(page.get_by_label("Pratinjau")).to_contain_text("belum terbit")
    family = page.evaluate("getComputedStyle(document.body).fontFamily")
    assert "Plus Jakarta Sans" in family
    assert page.evaluate("document.fonts.ready.then(f => [...f].some(x => x.status == 'loaded'))")
    page.get_by_role("link", name="Perangkat Daerah", exact=True).first.click()
    expect(page.get_by_role("heading", name="Yang tidak dibawa")).to_be_in_viewport()
    assert {address.partition("://")[0] for address in asked} == {"file"}
    context.close()
