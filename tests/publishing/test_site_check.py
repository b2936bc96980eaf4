"""`ppid periksa-situs`: what is broken in a built site is found, each kind of it."""

from collections.abc import Callable
from pathlib import Path

import pytest

from ppid.publishing.site_check import LARGEST_PAGE, site_faults
from tests.conftest import Run

ADDRESS = "https://contoh.example/ppid/"
POLICY = "default-src 'none'; script-src 'self'"
HEAD = f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">'
PAGE = f"<!doctype html><html><head>{HEAD}</head><body>{{}}</body></html>"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    folder = tmp_path / "situs"
    (folder / "opd").mkdir(parents=True)
    sitemap = f"<urlset><url><loc>{ADDRESS}opd/</loc></url></urlset>"
    (folder / "index.html").write_text(PAGE.format('<a href="opd/#satu">OPD</a>'), "utf-8")
    (folder / "opd/index.html").write_text(PAGE.format('<p id="satu">Satu</p>'), "utf-8")
    (folder / "404.html").write_text(PAGE.format('<a href="/ppid/">Beranda</a>'), "utf-8")
    (folder / "a.css").write_text("a { background: url(data:,) }", "utf-8")
    (folder / "sitemap.xml").write_text(sitemap, "utf-8")
    return folder


def _page(body: str) -> Callable[[Path], object]:
    return lambda site: (site / "opd/index.html").write_text(PAGE.format(body), "utf-8")


FAULTS: dict[str, Callable[[Path], object]] = {
    "Tautan ../hilang/ tidak menuju ke mana pun": _page('<p id="satu"><a href="../hilang/">'),
    "Tautan ../../atas/ tidak menuju ke mana pun": _page('<p id="satu"><a href="../../atas/">'),
    "Tautan opd/#satu menunjuk bagian yang tidak ada": _page("<p>"),
    "Alamat /opd/ tidak relatif": _page('<p id="satu"><a href="/opd/">'),
    "Tautan javascript:x memakai cara yang tidak dikenal": _page(
        '<p id="satu"><a href="javascript:x">'
    ),
    "Memuat https://lain.example/a.js dari situs lain": _page(
        '<p id="satu"><script src="https://lain.example/a.js"></script>'
    ),
    "Skrip di dalam halaman yang tidak diizinkan": _page('<p id="satu"><script>1</script>'),
    "Penanda bagian “satu” ada 2 kali": _page('<p id="satu"><p id="satu">'),
    "Halaman tanpa kebijakan isi": lambda site: (site / "opd/index.html").write_text(
        '<p id="satu">', "utf-8"
    ),
    f"Halaman lebih dari {LARGEST_PAGE // 1000} kB": _page(
        '<p id="satu">' + "".join(f"{n * n * 7919:x}" for n in range(60_000))
    ),
    "huruf.woff2 tidak ada": lambda site: (site / "a.css").write_text(
        "a { src: url(huruf.woff2) }", "utf-8"
    ),
    "bukan di bawah": lambda site: (site / "sitemap.xml").write_text(
        "<loc>https://lain.example/</loc>", "utf-8"
    ),
    "yang tidak ada": lambda site: (site / "sitemap.xml").write_text(
        f"<loc>{ADDRESS}hilang/</loc>", "utf-8"
    ),
}


def test_a_whole_site_has_no_fault(site: Path, run: Run) -> None:
    assert site_faults(site, ADDRESS) == []
    ended = run("periksa-situs", str(site), "--alamat", ADDRESS, at=site)
    assert ended.returncode == 0
    assert "0 galat dalam 3 halaman." in ended.stdout
    assert "SITE_URL" not in ended.stdout


@pytest.mark.parametrize("said", FAULTS)
def test_each_fault_is_found(said: str, site: Path) -> None:
    FAULTS[said](site)
    faults = site_faults(site, ADDRESS)
    assert [fault.sentence for fault in faults if said in fault.sentence]
    assert len(faults) == 1


def test_the_command_names_the_first_page_and_misses_an_address(site: Path, run: Run) -> None:
    _page('<p id="satu"><a href="../hilang/">')(site)
    ended = run("periksa-situs", str(site), at=site, SITE_URL="")
    assert ended.returncode == 1
    assert (
        "hilang/ tidak menuju ke mana pun (1 halaman, antara lain opd/index.html)" in ended.stdout
    )
    assert "alamat situs tidak diketahui (SITE_URL)" in ended.stdout


def test_the_address_that_the_home_page_says_will_do(site: Path, run: Run) -> None:
    home = (site / "index.html").read_text("utf-8")
    told = home.replace("</head>", f'<link rel="canonical" href="{ADDRESS}"></head>')
    (site / "index.html").write_text(told, "utf-8")
    ended = run("periksa-situs", str(site), at=site, SITE_URL="")
    assert (ended.returncode, ended.stdout) == (0, "0 galat dalam 3 halaman.\n")
    (site / "sitemap.xml").write_text("<loc>https://lain.example/</loc>", "utf-8")
    assert run("periksa-situs", str(site), at=site, SITE_URL="").returncode == 1


def test_a_folder_without_a_site_is_a_misuse(tmp_path: Path, run: Run) -> None:
    ended = run("periksa-situs", str(tmp_path), at=tmp_path)
    assert ended.returncode == 2
    assert "ppid bangun" in ended.stderr
