"""Real Chromium on the town's site, served on loopback as a plain web server would."""

import functools
import http.server
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import (
    Browser,
    ConsoleMessage,
    Page,
    Playwright,
    Request,
)

from tests.conftest import QUIET


class _Handler(http.server.SimpleHTTPRequestHandler):
    """Sends what was not found as a static host does, and logs nothing."""

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 — named by the library
        del format, args

    def send_error(self, code: int, *_: object, **__: object) -> None:
        body = Path(self.directory, "404.html").read_bytes() if code == 404 else b""
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


class _Server(http.server.ThreadingHTTPServer):
    def handle_error(self, request: object, client_address: object) -> None:
        """Keep silent when a page that is closed drops its connections."""


@contextmanager
def serve(site: Path) -> Iterator[str]:
    """Serve a folder on loopback; gives its address, with a slash at the end."""
    server = _Server(("127.0.0.1", 0), functools.partial(_Handler, directory=str(site)))
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
    thread.start()
    yield f"http://127.0.0.1:{server.server_address[1]}/"
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture(scope="session")
def address(situs: Path) -> Iterator[str]:
    """The address of the served site, with a slash at the end."""
    with serve(situs) as served:
        yield served


@dataclass
class Watched:
    """A page with everything that went wrong while it was open."""

    page: Page
    address: str
    complaints: list[str] = field(default_factory=list)

    def open(self, path: str) -> Page:
        # The search loads its index after the page; everything else comes with the page.
        until = "networkidle" if path.startswith("cari/") else "load"
        self.page.goto(self.address + path, wait_until=until)
        return self.page


Open = Callable[..., Any]
VIOLATIONS = {"resultTypes": ["violations"]}
"""Options for axe: to describe every node that is right takes a quarter of its time."""
SHIFTS = """() => new Promise(done => {
  let sum = 0;
  new PerformanceObserver(list => list.getEntries().forEach(entry => {
    if (!entry.hadRecentInput) sum += entry.value;
  })).observe({ type: "layout-shift", buffered: true });
  requestAnimationFrame(() => setTimeout(() => done(sum), 150));
})"""
"""How far parts of a page moved by themselves, all together."""


@pytest.fixture(scope="session")
def browser_with_large_text(playwright: Playwright, chromium: str) -> Iterator[Browser]:
    """Chromium of a reader who has set its text to twice the usual size."""
    options = [*QUIET, "--blink-settings=defaultFontSize=32"]
    launched = playwright.chromium.launch(executable_path=chromium, args=options)
    yield launched
    launched.close()


@pytest.fixture
def watch(browser: Browser, address: str) -> Open:
    """Open a page of its own profile: `with watch(width=320) as seen: seen.open("cari/")`.

    Any complaint of the console, failed request or request to another site fails the test.
    """
    return functools.partial(watched, browser, address)


@pytest.fixture
def watch_large_text(browser_with_large_text: Browser, address: str) -> Open:
    """The same with text of twice the usual size."""
    return functools.partial(watched, browser_with_large_text, address)


@contextmanager
def watched(
    browser: Browser, address: str, width: int = 1280, **options: object
) -> Iterator[Watched]:
    context = browser.new_context(viewport={"width": width, "height": 900}, **options)
    page = context.new_page()
    page.set_default_timeout(10_000)
    seen = Watched(page, address)
    _listen(seen)
    try:
        yield seen
    finally:
        context.close()
    assert seen.complaints == []


def _listen(seen: Watched) -> None:
    complain, page = seen.complaints.append, seen.page

    def hear(message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"}:
            complain(f"{message.type}: {message.text}")

    def fail(request: Request) -> None:
        # The browser itself drops what is still on its way when a test leaves a page.
        if request.failure != "net::ERR_ABORTED":
            complain(f"gagal: {request.url} {request.failure}")

    page.on("console", hear)
    page.on("pageerror", lambda error: complain(f"skrip: {error}"))
    page.on("requestfailed", fail)
    page.on(
        "response",
        lambda answer: complain(f"{answer.status}: {answer.url}") if answer.status >= 400 else None,
    )
    page.on(
        "request",
        lambda request: (
            None
            if request.url.startswith((seen.address, "data:", "blob:"))
            else complain(f"keluar dari situs: {request.url}")
        ),
    )
