"""The site of this repository itself, in real Chromium: people search for what the city has."""

import functools
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser

from tests.browser.conftest import serve, watched


@pytest.fixture(scope="session")
def address(situs_kota: Path) -> Iterator[str]:
    with serve(situs_kota) as served:
        yield served


@pytest.fixture
def watch(browser: Browser, address: str) -> Callable[..., Any]:
    """As in tests/browser: any complaint of the console or failed request fails the test."""
    return functools.partial(watched, browser, address)
