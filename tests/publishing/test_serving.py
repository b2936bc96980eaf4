"""While an editor looks on, every file says what a build of the changed data would say."""

import os
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.error import HTTPError, URLError
from urllib.request import urlopen

import pytest

from tests.conftest import DAY, Run, clean_environment

ONLY_PUBLISHED = re.compile(
    r'\s*<meta http-equiv="Content-Security-Policy"[^>]*>'
    r"|<p class=\"ppid-kaki__data\">.*?</p>"
    r"|<script>\s*var livereload = .*?</script>",
    re.DOTALL,
)
"""What differs on purpose: no policy against the script that loads the page again, no state."""
LIST, PAGE = "data/opd/setda/dik/2021.csv", "opd/setda/dik/2021/"
ROWS, ROW = "data/opd/dinkes/dip/2021.csv", "opd/dinkes/dip/2021/kes-siaga-dbd/"


TOLD = (
    *(f"kelengkapan/2021/{name}" for name in ("index.html", "setda/index.html")),
    *(f"mutu-data/{name}" for name in ("index.html", "setda/index.html")),
    *(f"opd/setda/{name}" for name in ("index.html", "dik/2021/data.json")),
    "kelengkapan/banding/2021.json",
)
"""Files in which the changes below show."""
SEARCH = "cari/indeks/kata.json"


def is_of_whole(name: str) -> bool:
    return name.startswith(("api/", "cari/indeks/", "datapackage", "sitemap"))


class Served:
    """A site that `ppid sajikan` shows."""

    def __init__(self, address: str) -> None:
        self.address = address

    def get(self, path: str) -> bytes:
        with urlopen(self.address + path, timeout=120) as answer:  # noqa: S310 — our own server
            return bytes(answer.read())

    def shows(self, path: str, words: str) -> bool:
        try:
            return words in self.get(path).decode()
        except (URLError, ConnectionError):
            return False


def waited(happened: Callable[[], bool]) -> bool:
    """Ask until something has happened, or as often as a very slow machine may need."""
    for _ in range(2_400):
        if happened():
            return True
        time.sleep(0.1)
    return False


_STARTED = """
import signal
signal.signal(signal.SIGINT, signal.default_int_handler)
from ppid.cli.main import main
main()
"""
"""Listens to Ctrl+C even where a shell started the tests in its background, which ignores it."""


@pytest.fixture
def served(proyek: Path) -> Iterator[Served]:
    settings = proyek / "mkdocs.yml"
    dated = re.sub(r"- ppid\b:?", f"- ppid: {{tanggal: '{DAY}'}}", settings.read_text("utf-8"))
    settings.write_text(dated, "utf-8")
    with socket.create_server(("127.0.0.1", 0)) as free:
        where = f"127.0.0.1:{free.getsockname()[1]}"
    process = subprocess.Popen(
        [
            sys.executable,
            "-c",
            _STARTED,
            "sajikan",
            "--alamat",
            where,
        ],
        cwd=proyek,
        env=clean_environment(SITE_URL=f"http://{where}/"),
    )
    try:
        shown = Served(f"http://{where}/")
        assert waited(lambda: process.poll() is not None or shown.shows("", "<h1"))
        assert process.poll() is None
        yield shown
    finally:
        if process.poll() is None:
            os.kill(process.pid, signal.SIGINT)
        assert process.wait(600) == 0


def change(project: Path, path: str, before: str, after: str) -> None:
    text = (project / path).read_text("utf-8")
    assert before in text
    (project / path).write_text(text.replace(before, after), "utf-8")


@pytest.mark.long
def test_every_file_says_what_a_build_would_say(
    proyek: Path, served: Served, run: Run, tmp_path: Path
) -> None:
    assert "Content-Security-Policy" not in served.get(PAGE).decode()
    before = {name: served.get(name) for name in (*TOLD, SEARCH)}
    change(proyek, LIST, "Posisi tawar", "Kedudukan tawar")
    change(proyek, LIST, "5 tahun", "selama diperlukan")
    assert waited(lambda: served.shows(PAGE, "Kedudukan tawar"))
    change(proyek, ROWS, "KES-SIAGA-DBD", "KES-BARU")
    assert waited(lambda: served.shows("opd/dinkes/dip/2021/", "kes-baru"))
    with pytest.raises(HTTPError, match="404"):
        served.get(ROW)

    built = tmp_path / "situs"
    asked = ("bangun", "--tanggal", DAY, "--keluaran", str(built))
    made = run(*asked, at=proyek, SITE_URL=served.address)
    assert made.returncode == 0, made.stderr
    wrong = []
    names = {p.relative_to(built).as_posix() for p in built.rglob("*") if p.is_file()}
    # Who asks for what is made of the whole site gets all of it made again: these come last.
    told = sorted(names - {"manifes.json", "manifes.sha256"})
    for name in sorted({*told[::3], *TOLD}, key=is_of_whole):
        pair = [(built / name).read_bytes(), served.get(name)]
        if name.endswith(".html"):
            pair = [ONLY_PUBLISHED.sub("", each.decode()).encode() for each in pair]
        if pair[0] != pair[1]:
            wrong.append(name)
    assert wrong == []
    assert all(served.get(name) != content for name, content in before.items())
