"""What a page may do: run only its own scripts, load little, and stay where it was laid out."""

import base64
import gzip
import hashlib
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, Response

from tests.browser.test_pages import PAGES

pytestmark = pytest.mark.browser

Open = Callable[..., Any]

FIRST_VIEW, FIRST_SEARCH = 150_000, 300_000  # bytes of gzip without fonts
SHIFTS = """() => new Promise(done => {
  let sum = 0;
  new PerformanceObserver(list => list.getEntries().forEach(entry => {
    if (!entry.hadRecentInput) sum += entry.value;
  })).observe({ type: "layout-shift", buffered: true });
  requestAnimationFrame(() => setTimeout(() => done(sum), 150));
})"""
POLICY = re.compile(r'http-equiv="Content-Security-Policy" content="([^"]+)"')
INLINE = re.compile(
    r"<script(?![^>]*\bsrc=)(?![^>]*application/(?:ld\+)?json)[^>]*>(.*?)</script>", re.DOTALL
)
STYLED = re.compile(r"<style\b|<[a-z][^<>]*\sstyle=|<[a-z][^<>]*\son[a-z]+=", re.IGNORECASE)


def _loaded(page: Page, address: str) -> dict[str, int]:
    """Open an address and give the gzip size of everything that came, without fonts."""
    answers: list[Response] = []

    def hear(answer: Response) -> None:
        answers.append(answer)

    page.on("response", hear)
    page.goto(address, wait_until="networkidle")
    return {
        answer.url: len(gzip.compress(answer.body(), mtime=0))
        for answer in answers
        if answer.ok and not answer.url.endswith(".woff2")
    }


@pytest.mark.parametrize("name", PAGES)
def test_first_view_is_small_and_does_not_move(name: str, watch: Open) -> None:
    for width in (360, 1280):
        with watch(width=width) as seen:
            sizes = _loaded(seen.page, seen.address + PAGES[name])
            assert sizes
            most = FIRST_SEARCH if PAGES[name].startswith("cari/") else FIRST_VIEW
            assert sum(sizes.values()) <= most, sizes
            assert seen.page.evaluate(SHIFTS) <= 0.01, f"pada lebar {width}"


def test_every_page_forbids_foreign_scripts_and_styles(situs: Path) -> None:
    pages = sorted(situs.rglob("*.html"))
    assert len(pages) > 40
    for path in pages:
        html = path.read_text("utf-8")
        policy = POLICY.search(html)
        assert policy, path
        rules = dict(part.strip().split(" ", 1) for part in policy.group(1).split(";"))
        assert rules["default-src"] == "'none'"
        assert rules["base-uri"] == "'none'"
        assert "unsafe-inline" not in policy.group(1)
        assert "http" not in policy.group(1)
        for script in INLINE.findall(html):
            digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
            assert f"'sha256-{digest}'" in rules["script-src"], path
        assert not STYLED.search(html), path
