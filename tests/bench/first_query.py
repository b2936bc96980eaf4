"""Measure the first question on a slow line: `python tests/bench/first_query.py [rows]`.

Builds a site of invented rows, serves it on loopback compressed as static hosts do, and asks with
Chromium at 1.6 Mbit/s and 150 ms, on a processor four times slower. Bytes are counted as they
travel, headers included. Of a question in the address is told, too, how much later than the page
itself its first hit is shown; the page notes that by itself, as a driver that looks for it on so
slow a processor comes up to half a second late.
"""

import argparse
import functools
import gzip
import http.server
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import Browser, CDPSession, Page, sync_playwright
from project import lay_out

LINE = {
    "offline": False,
    "latency": 150,
    "downloadThroughput": 1.6e6 / 8,
    "uploadThroughput": 750e3 / 8,
}
SLOWER = 4
PAINTED = "performance.getEntriesByName('first-contentful-paint')[0].startTime / 1000"
QUESTIONS = (
    "berapa gaji pegawai",
    "anggaran jalan rusak",
    "laporan realisasi anggaran",
    "neraca daftar aset",
    "laporn kinerja",
)
BUILD = "from ppid.cli.main import main; main()"
KEY_MS = 120
CHROMIUM = "/usr/bin/chromium"
QUIET = ["--no-sandbox", "--disable-background-networking", "--disable-component-update"]
FIRST_HIT = ".ppid-temu__hasil > li"
NOTE = """new MutationObserver((_, observer) => {
  if (!document.querySelector(HIT)) return;
  observer.disconnect();
  requestAnimationFrame(() => setTimeout(() => { window.seen = performance.now() / 1000; }));
}).observe(document, { childList: true, subtree: true });""".replace("HIT", f"'{FIRST_HIT}'")
"""Notes when the first hit was painted."""


class _Handler(http.server.SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 — named by the library
        del format, args

    def do_GET(self) -> None:
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        if not path.is_file():
            self.send_error(404)
            return
        body = path.read_bytes()
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(path)))
        if path.suffix in {".html", ".css", ".js", ".json", ".svg"}:
            body = gzip.compress(body, 6, mtime=0)
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)


@contextmanager
def serve(site: Path) -> Iterator[str]:
    """Serve a folder on loopback; gives its address."""
    handler = functools.partial(_Handler, directory=str(site))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}/"
    server.shutdown()
    server.server_close()


@dataclass
class Travelled:
    """What came over the line: address and bytes of each answer."""

    names: dict[str, str] = field(default_factory=dict)
    sizes: dict[str, int] = field(default_factory=dict)

    def listen(self, session: CDPSession) -> None:
        session.on("Network.requestWillBeSent", self._named)
        session.on("Network.loadingFinished", self._sized)

    def _named(self, event: dict[str, dict[str, str]]) -> None:
        self.names[str(event["requestId"])] = event["request"]["url"]

    def _sized(self, event: dict[str, str]) -> None:
        self.sizes[event["requestId"]] = int(float(event["encodedDataLength"]))

    def bytes_of(self, *parts: str) -> int:
        """Add up the answers whose address holds one of the parts."""
        return sum(
            size
            for request, size in self.sizes.items()
            if any(part in self.names.get(request, "") for part in parts)
        )


def build(rows: int, folder: Path) -> Path:
    """Lay out invented rows and build their site."""
    site = folder / "situs"
    lay_out(folder / "proyek", rows)
    command = [sys.executable, "-c", BUILD, "bangun", "--tanggal", "2021-12-31"]
    subprocess.run([*command, "--keluaran", str(site)], cwd=folder / "proyek", check=True)
    return site


@contextmanager
def slow_page(browser: Browser) -> Iterator[tuple[Page, Travelled]]:
    """Yield an empty page of a new profile behind a slow line."""
    context = browser.new_context()
    page = context.new_page()
    session = context.new_cdp_session(page)
    session.send("Network.enable")
    session.send("Network.emulateNetworkConditions", LINE)
    session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    travelled = Travelled()
    travelled.listen(session)
    yield page, travelled
    context.close()


def ask(browser: Browser, address: str, question: str) -> None:
    """Ask by typing, by pasting, and by an address with the question in it."""
    with slow_page(browser) as (page, travelled):
        page.goto(f"{address}cari/", wait_until="networkidle")
        page.locator("#cari-q").press_sequentially(question, delay=KEY_MS)
        typed = _enter(page, question)
        page.wait_for_load_state("networkidle")
        index = travelled.bytes_of("cari/indeks/")
        search = index + travelled.bytes_of("js/cari")
        every = travelled.bytes_of("http")
    with slow_page(browser) as (page, _):
        page.goto(f"{address}cari/", wait_until="networkidle")
        page.locator("#cari-q").fill(question)
        pasted = _enter(page, question)
    with slow_page(browser) as (page, travelled):
        page.add_init_script(NOTE)
        page.goto(f"{address}cari/?q={question}", wait_until="commit")
        page.locator(FIRST_HIT).first.wait_for()
        while (linked := page.evaluate("window.seen")) is None:
            page.wait_for_timeout(50)
        later = linked - page.evaluate(PAINTED)
        page.wait_for_load_state("networkidle")
        of_address = travelled.bytes_of("cari/indeks/")
    print(
        f"{question}: diketik {typed:.2f} s, ditempel {pasted:.2f} s, dari alamat {linked:.2f} s "
        f"({later:.2f} s sesudah halamannya); "
        f"diketik: pencarian {search / 1000:.0f} KB (indeks {index / 1000:.0f} KB), "
        f"dengan halamannya {every / 1000:.0f} KB; "
        f"dari alamat: indeks {of_address / 1000:.0f} KB"
    )


def _enter(page: Page, question: str) -> float:
    """Send the question; give the seconds until the first hit stands there."""
    start = time.perf_counter()
    page.locator("#cari-q").press("Enter")
    page.locator(".ppid-temu__jumlah", has_text=f"“{question}”").wait_for()
    page.locator(FIRST_HIT).first.wait_for()
    return time.perf_counter() - start


def main() -> None:
    """Build, serve, ask."""
    parser = argparse.ArgumentParser(description="Mengukur pencarian pertama pada jaringan lambat.")
    parser.add_argument("baris", type=int, nargs="?", default=10_000)
    parser.add_argument("--situs", type=Path, help="situs yang sudah ada, alih-alih baris rekaan")
    wanted = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="ppid-cari-") as made, sync_playwright() as started:
        site = wanted.situs or build(wanted.baris, Path(made))
        browser = started.chromium.launch(executable_path=CHROMIUM, args=QUIET)
        with serve(site) as address:
            for question in QUESTIONS:
                ask(browser, address, question)
        browser.close()


if __name__ == "__main__":
    main()
