"""Towns other than the demonstration body: they build, and nothing of another body is in them."""

import re
import zipfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import duckdb
import pytest

from ppid.publishing.site_check import site_faults
from tests.conftest import DAY, PROVINCE_DAY, REGENCY_DAY, ROOT, Run

TOWNS = {"kota-kecil": DAY, "kabupaten-kecil": REGENCY_DAY, "provinsi-kecil": PROVINCE_DAY}
SITES = {
    "kota-kecil": "situs",
    "kabupaten-kecil": "situs_kabupaten",
    "provinsi-kecil": "situs_provinsi",
}
OWN = {
    "kota-kecil": "Kota Kecil",
    "kabupaten-kecil": "Bukit Rekaan",
    "provinsi-kecil": "Teluk Angan",
}
NAMES = {
    "kota-kecil": r"kota ?kecil|pohon jambu|tepi danau|\(0999\)|provinsi rekaan",
    "kabupaten-kecil": r"bukit ?rekaan|teras padi|lereng hijau|\(0888\)",
    "provinsi-kecil": r"teluk ?angan|dermaga selatan|pelabuhan karang|\(0777\)",
}
FOREIGN = {
    town: "|".join(["bekasi", "patriot", *(name for other, name in NAMES.items() if other != town)])
    for town in TOWNS
}
OFFICES = {
    "kota-kecil": r"bupati|perbup|gubernur|pergub",
    "kabupaten-kecil": r"wali ?kota|perwali?\b|pemerintah kota|gubernur|pergub",
    "provinsi-kecil": r"wali ?kota|perwali?\b|pemerintah (?:kota|kabupaten)|bupati|perbup|se-?kota",
}
"""What a body of the other kind has; rules, guides and the words for duties speak of both."""
EXAMPLES = ("aturan/", "panduan/", "cari/indeks/", "kelengkapan/cara-menghitung/")
PICTURES = {".png", ".ico", ".woff2"}


@pytest.fixture(params=TOWNS)
def town(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def site(town: str, request: pytest.FixtureRequest) -> Path:
    found = request.getfixturevalue(SITES[town])
    assert isinstance(found, Path)
    return found


def texts_in(site: Path) -> Iterator[tuple[str, str]]:
    """Yield every text of a site with its path; workbooks and papers are opened."""
    for path in sorted(site.rglob("*")):
        name = str(path.relative_to(site))
        if path.is_dir() or path.suffix in PICTURES:
            continue
        if zipfile.is_zipfile(path):
            with zipfile.ZipFile(path) as parts:
                for part in parts.namelist():
                    yield f"{name}/{part}", parts.read(part).decode("utf-8", "replace")
        elif path.suffix == ".parquet":
            yield name, str(duckdb.sql(f"FROM '{path}'").fetchall())
        else:
            yield name, path.read_text("utf-8")


@pytest.mark.long
def test_nothing_of_another_body_is_in_the_site(town: str, site: Path) -> None:
    foreign = re.compile(FOREIGN[town], re.IGNORECASE)
    office = re.compile(OFFICES[town], re.IGNORECASE)
    found = set()
    for name, text in texts_in(site):
        found |= {(name, hit[0]) for hit in foreign.finditer(text)}
        if not name.startswith(EXAMPLES):
            found |= {(name, hit[0]) for hit in office.finditer(text)}
    assert found == set()


def test_its_site_is_whole(site: Path) -> None:
    assert site_faults(site) == []


def test_its_own_name_is_on_every_page(town: str, site: Path) -> None:
    own = OWN[town]
    pages = list(site.rglob("index.html"))
    assert len(pages) > 80
    assert [page for page in pages if own not in page.read_text("utf-8")] == []


def test_a_town_can_be_built_on_any_later_day(town: str, run: Run) -> None:
    for day in (TOWNS[town], str(date.today()), "2031-06-01"):  # noqa: DTZ011 — any later day
        ended = run("periksa", "--tanggal", day, at=ROOT / "tests" / town)
        assert ended.returncode == 0, ended.stdout


def test_how_to_build_it_stands_in_its_folder(town: str) -> None:
    said = (ROOT / "tests" / town / "README.md").read_text("utf-8")
    assert f"ppid bangun   --tanggal {TOWNS[town]}" in said
