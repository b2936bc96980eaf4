"""Item pages picked at random, of the town or of the site that PPID_SITUS names, are accessible.

The choice changes with the pages of a site, not from run to run: a failure can be repeated.
"""

import random
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.browser.test_pages import COLOURS, TOO_WIDE, violations

pytestmark = pytest.mark.browser

Open = Callable[..., Any]

MANY = 16
VIEWS = (("light", 1280, None), ("dark", 1280, COLOURS), ("light", 320, None))


def _chosen(site: Path) -> list[str]:
    found = (
        page.parent.relative_to(site).as_posix() for page in site.glob("opd/*/d[ip]*/*/*/*.html")
    )
    pages = sorted(found)
    return random.Random(len(pages)).sample(pages, min(MANY, len(pages)))  # noqa: S311 — no secret


@pytest.mark.long
def test_random_item_pages_are_accessible(situs: Path, watch: Open) -> None:
    chosen = _chosen(situs)
    assert len(chosen) == MANY
    with watch() as seen:
        for path in chosen:
            page = seen.open(f"{path}/")
            assert page.locator("h1").count() == 1, path
            for scheme, width, rules in VIEWS:
                page.emulate_media(color_scheme=scheme)
                page.set_viewport_size({"width": width, "height": 900})
                assert not violations(page, rules), f"{path}, {scheme}, {width}"
                assert page.evaluate(TOO_WIDE) <= 0, f"{path}, {width}"
