"""`ppid peladen`: real nginx and Apache serve a site below a sub-path with what is written."""

import gzip
import shutil
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from ppid.adopting.server import SERVERS, NoSettingsError, server_settings
from tests.adopting.servers import Served, serving

ADDRESS = "https://contoh.example/ppid/"
POLICY = "default-src 'none'; script-src 'self'; base-uri 'none'"
HOME = f'<!doctype html><meta http-equiv="Content-Security-Policy" content="{POLICY}">Beranda é'
FILES = {
    "index.html": HOME,
    "404.html": HOME.replace("Beranda", "Tidak ada"),
    "opd/index.html": HOME.replace("Beranda", "OPD"),
    "opd/daftar.csv": "kode,informasi\n" * 200,
    "opd/data.jsonld": "{}",
    "opd/data.json": "{}",
    "opd/perubahan/atom.xml": "<feed/>",
    "opd/perubahan/feed.json": "{}",
    "assets/a.js": "export const a = 1\n",
    "assets/js/periksa-kerja.js": "export {}\n",
    "periksa/index.html": HOME.replace("'self'", "'self' 'wasm-unsafe-eval'"),
    "periksa/dinas/index.html": HOME.replace("'self'", "'self' 'wasm-unsafe-eval'"),
    "assets/huruf.woff2": "wOF2",
    "tenggat.ics": "BEGIN:VCALENDAR\n",
    "unduhan/dip.parquet": "PAR1",
}
TYPES = {
    "": "text/html; charset=utf-8",
    "opd/daftar.csv": "text/csv; charset=utf-8",
    "opd/data.jsonld": "application/ld+json",
    "opd/data.json": "application/json; charset=utf-8",
    "opd/perubahan/atom.xml": "application/atom+xml",
    "opd/perubahan/feed.json": "application/feed+json",
    "assets/a.js": "text/javascript; charset=utf-8",
    "assets/huruf.woff2": "font/woff2",
    "tenggat.ics": "text/calendar; charset=utf-8",
    "unduhan/dip.parquet": "application/vnd.apache.parquet",
}


@pytest.fixture(scope="module")
def folder() -> Iterator[Path]:
    """A folder that a server may read although it runs as nobody."""
    with TemporaryDirectory(prefix="ppid-peladen-") as name:
        Path(name).chmod(0o755)
        yield Path(name)


@pytest.fixture(scope="module", params=SERVERS)
def served(request: pytest.FixtureRequest, folder: Path) -> Iterator[Served]:
    site = folder / "situs"
    shutil.rmtree(site, ignore_errors=True)
    for path, text in FILES.items():
        (site / path).parent.mkdir(parents=True, exist_ok=True)
        (site / path).write_text(text, "utf-8")
    settings = server_settings(request.param, ADDRESS, site, str(site))
    with serving(request.param, settings, "contoh.example", folder) as one:
        yield one


@pytest.mark.parametrize("path", TYPES)
def test_files_come_with_their_type(served: Served, path: str) -> None:
    answer = served.get(f"/ppid/{path}")
    assert answer.status == 200
    assert answer.headers["Content-Type"].lower().replace("; ", ";") in {
        TYPES[path].replace("; ", ";"),
        f"{TYPES[path]};charset=utf-8",
    }


def test_the_policy_is_that_of_the_pages_and_forbids_frames(served: Served) -> None:
    for path in ("/ppid/", "/ppid/opd/", "/ppid/tidak/ada/", "/ppid/opd/perubahan/atom.xml"):
        headers = served.get(path).headers
        assert headers["Content-Security-Policy"] == f"{POLICY}; frame-ancestors 'none'"
        assert headers["X-Content-Type-Options"] == "nosniff"
        assert headers["Referrer-Policy"] == "strict-origin-when-cross-origin"


def test_the_checker_and_its_worker_alone_may_run_webassembly(served: Served) -> None:
    wider = POLICY.replace("'self'", "'self' 'wasm-unsafe-eval'")
    for path in ("periksa/", "periksa/dinas/", "assets/js/periksa-kerja.js"):
        headers = served.get(f"/ppid/{path}").headers
        assert headers.get_all("Content-Security-Policy") == [f"{wider}; frame-ancestors 'none'"]
    for path in ("", "opd/", "assets/a.js"):
        headers = served.get(f"/ppid/{path}").headers
        assert headers.get_all("Content-Security-Policy") == [f"{POLICY}; frame-ancestors 'none'"]


def test_what_is_not_there_gets_the_page_for_it_at_any_depth(served: Served) -> None:
    for path in ("/ppid/tidak-ada", "/ppid/opd/jauh/di/bawah/"):
        answer = served.get(path)
        assert answer.status == 404
        assert "Tidak ada" in answer.body.decode("utf-8")


def test_a_folder_without_a_slash_leads_to_the_one_with(served: Served) -> None:
    answer = served.get("/ppid")
    assert answer.status == 301
    assert answer.headers["Location"].endswith("/ppid/")


def test_text_is_sent_compressed(served: Served) -> None:
    answer = served.get("/ppid/opd/daftar.csv", **{"Accept-Encoding": "gzip"})
    assert answer.headers["Content-Encoding"] == "gzip"
    assert gzip.decompress(answer.body).decode() == FILES["opd/daftar.csv"]
    assert "Accept-Encoding" in answer.headers["Vary"]


@pytest.mark.parametrize(
    ("address", "where"),
    [
        ("contoh.example", "/srv/situs"),
        ("ftp://contoh.example/", "/srv/situs"),
        ("https://contoh.example/a b/", "/srv/situs"),
        ("https://contoh.example/;}/", "/srv/situs"),
        (ADDRESS, "/srv/si tus"),
        (ADDRESS, '/srv/";}'),
    ],
)
def test_what_would_break_the_settings_is_refused(address: str, where: str, tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text(HOME, "utf-8")
    with pytest.raises(NoSettingsError):
        server_settings("nginx", address, tmp_path, where)


def test_without_a_site_nothing_is_written(tmp_path: Path) -> None:
    with pytest.raises(NoSettingsError, match="ppid bangun"):
        server_settings("nginx", ADDRESS, tmp_path, "/srv/situs")
