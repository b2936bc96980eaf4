"""Everything that a demonstration publishes says so, whoever opens it alone and wherever.

The town is made a demonstration, its records still without the word in any of their cells. Each
file of its site is then held against how its kind carries the mark: a file of another kind, or a
new download without the mark, fails here.
"""

import csv
import io
import json
import re
import tempfile
import zipfile
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from pathlib import Path
from xml.etree import ElementTree as ET

import duckdb
import pytest
from icalendar import Calendar
from openpyxl import Workbook, load_workbook
from rdflib import DCAT, DCTERMS, RDF, Graph

from ppid.checking.check import load_and_check
from ppid.publishing.evidence_pack import pack
from tests.conftest import DAY, SITE_URL, Run, assemble

NOTHING_OF_THE_BODY = re.compile(
    r"assets/.+"  # the look
    r"|panduan/gambar/.+\.png"  # pictures of an invented office, drawn once for all
    r"|(manifes\.(json|sha256)|sitemap\.xml|robots\.txt)"  # names of files alone
    r"|\.well-known/security\.txt"  # whom to tell of a weakness: that is no demonstration
    r"|.+\.schema\.json|api/v1/tabel/.+\.json"  # what a file looks like
    r"|layanan/hitung-tenggat/hari-libur\.json"  # holidays of the nation
    r"|cari/indeks/((benar|catatan|kata|saran)|p/\d+)\.json"  # single words and numbers
    r"|layanan/naskah/[^/]+\.(docx|xlsx)"  # blank forms: they are filled in for real
    r"|opd/[^/]+/dokumen/.+"  # files of the body itself, published as they are
)
"""What needs no mark, each with the reason."""


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    town = assemble(tmp_path_factory.mktemp("peragaan"))
    for path in sorted((town / "data").rglob("*.yml")):
        name, text = path.relative_to(town / "data").as_posix(), path.read_text("utf-8")
        if name == "badan.yml":
            text = text.replace("contoh: false", "contoh: true")
        elif re.search(r"/(dik|dip|layanan)/\d{4}\.yml$", name):
            text = re.sub("^contoh:.*\n", "", text, flags=re.MULTILINE) + "contoh: true\n"
        path.write_text(text.replace("CONTOH/", "NOMOR/"), "utf-8")
    return town


@pytest.fixture(scope="module")
def files(project: Path, spawn: Run) -> dict[str, bytes]:
    site = project.parent / "situs"
    ended = spawn("bangun", "--tanggal", DAY, "--keluaran", str(site), at=project)
    assert ended.returncode == 0, ended.stdout + ended.stderr
    found = (path for path in sorted(site.rglob("*")) if path.is_file())
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in found}


def page_says(content: bytes) -> bool:
    return b'<aside class="ppid-pita" aria-label="Peragaan">' in content


def table_says(content: bytes) -> bool:
    """Every row says so; a table without rows has the column for it."""
    table = csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline=""))
    return {row.get("contoh") for row in table} <= {"ya"} and "contoh" in (table.fieldnames or ())


def json_says(content: bytes) -> bool:
    """The whole says so, or each of its records; a feed says so in its title."""
    read = json.loads(content)
    if isinstance(read, list):  # nobody who gathers shows an entry with this mark
        return bool(read) and {entry["display"] for entry in read} == {"0"}
    lists = [each for each in read.values() if isinstance(each, list) and each]
    return (
        read.get("contoh", read.get("x-contoh")) is True
        or str(read.get("title", "")).endswith("(contoh)")
        or any(
            all(isinstance(row, dict) and row.get("contoh") is True for row in rows)
            for rows in lists
        )
    )


def feed_says(content: bytes) -> bool:
    root = ET.fromstring(content)  # noqa: S314 — written by the program that is tested
    said = (root.findtext("{*}title"), root.findtext("{*}Description"))
    return any(text and text.endswith("(contoh)") for text in said)


def workbook_says(content: bytes) -> bool:
    book = load_workbook(io.BytesIO(content), read_only=True)
    first = next(sheet for sheet in book.worksheets if sheet.sheet_state == "visible")
    cells = (cell for row in first.iter_rows(max_row=12, values_only=True) for cell in row)
    return any(str(cell).startswith("CONTOH: ") for cell in cells)


def letter_says(content: bytes) -> bool:
    """The title in the properties, the first lines, and the head of every page say so."""
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        read = {
            name: re.sub("<[^>]+>", "", parts.read(name).decode("utf-8"))
            for name in parts.namelist()
        }
    heads = [text for name, text in read.items() if name.startswith("word/header")]
    return (
        "CONTOH: " in read["docProps/core.xml"]
        and "CONTOH. Isi naskah ini data peragaan" in read["word/document.xml"]
        and bool(heads)
        and all("CONTOH" in text for text in heads)
    )


def calendar_says(content: bytes) -> bool:
    book = Calendar.from_ical(content)
    events = [str(event["summary"]) for event in book.walk("VEVENT")]
    return str(book["x-wr-calname"]).endswith("(contoh)") and all(
        summary.startswith("Contoh: ") for summary in events
    )


def catalogue_says(content: bytes) -> bool:
    read = Graph().parse(data=content, format="json-ld" if content[:1] == b"{" else "xml")
    found = list(read.subjects(RDF.type, DCAT.Dataset))
    titles = [str(read.value(one, DCTERMS.title)) for one in found]
    return bool(titles) and all(title.endswith("(contoh)") for title in titles)


def parquet_says(content: bytes) -> bool:
    """The facts of the whole say so, which stand in the clear at the end of the file."""
    with tempfile.NamedTemporaryFile(suffix=".parquet") as file:
        file.write(content)
        file.flush()
        facts = duckdb.sql(f"FROM parquet_kv_metadata('{file.name}')").fetchall()
        cells = duckdb.sql(f"SELECT DISTINCT contoh FROM '{file.name}'").fetchall()
    told = {key: value for _, key, value in facts}
    return json.loads(told[b"ppid"])["contoh"] is True and cells == [(True,)]


SAYS: Mapping[str, Callable[[bytes], bool]] = {
    ".html": page_says,
    ".csv": table_says,
    ".parquet": parquet_says,
    ".jsonld": catalogue_says,
    ".rdf": catalogue_says,
    ".json": json_says,
    ".xml": feed_says,
    ".xlsx": workbook_says,
    ".docx": letter_says,
    ".ics": calendar_says,
}
"""How each kind of file carries the mark."""
SHOWS_RECORDS = re.compile(
    r"opd/[^/]+/(dik|dip)/.*|opd/[^/]+/perubahan/|kelengkapan/\d{4}/.*|kelengkapan/saq/.*"
    r"|layanan/laporan/\d{4}/.*|informasi/(berkala|serta-merta|setiap-saat|dikecualikan|a-z)/.*"
)
"""Pages that show records: a hit for one carries the mark too."""


def unmarked(files: Mapping[str, bytes]) -> Iterator[str]:
    for name, content in files.items():
        if NOTHING_OF_THE_BODY.fullmatch(name) or name.startswith("cari/indeks/i/"):
            continue
        says = SAYS.get(Path(name).suffix)
        if says is None or not says(content):
            yield name


@pytest.mark.long
def test_every_file_of_the_site_says_it(files: dict[str, bytes]) -> None:
    assert {Path(name).suffix for name in files} >= set(SAYS)
    assert list(unmarked(files)) == []


def test_a_file_without_the_mark_is_found(files: dict[str, bytes]) -> None:
    book = io.BytesIO()
    Workbook().save(book)
    name = next(name for name in files if name.endswith(".docx"))
    letter = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(files[name])) as old, zipfile.ZipFile(letter, "w") as new:
        for part in old.namelist():
            new.writestr(part, old.read(part).replace(b"CONTOH", b""))
    without = {
        "a.html": b"<p>contoh</p>",
        "a.csv": b"opd,contoh\r\nsetda,ya\r\ndinkes,tidak\r\n",
        "a.json": b'{"contoh": false}',
        "a.xml": b"<feed><title>Perubahan</title></feed>",
        "a.xlsx": book.getvalue(),
        "a.docx": letter.getvalue(),
        "a.ics": files["kelengkapan/kalender/tenggat.ics"].replace(b"Contoh: ", b"", 1),
        "a.odt": b"contoh",
    }
    assert list(unmarked(without)) == list(without)


def test_every_hit_and_suggestion_of_the_search_for_a_record_says_it(
    files: dict[str, bytes],
) -> None:
    parts = [name for name in files if name.startswith("cari/indeks/i/")]
    parts.sort(key=lambda name: int(Path(name).stem))
    urls = [url for name in parts for url, *_ in json.loads(files[name])]
    marks = json.loads(files["cari/indeks/catatan.json"])["contoh"]
    hits = dict(zip(urls, marks, strict=True))
    titles = json.loads(files["cari/indeks/saran.json"])
    suggested = {url: marked for _, url, _, marked in titles}
    for found in (hits, suggested):
        records = {url: marked for url, marked in found.items() if SHOWS_RECORDS.fullmatch(url)}
        assert len(records) > 30
        assert [url for url, marked in records.items() if marked != 1] == []


def test_the_evidence_pack_says_it(project: Path) -> None:
    checked = load_and_check(project, date.fromisoformat(DAY))
    with zipfile.ZipFile(io.BytesIO(pack(checked, 2021, project, SITE_URL))) as archive:
        inside = {name: archive.read(name) for name in archive.namelist()}
    del inside["sha256sum.txt"]
    assert "CONTOH: data peragaan" in inside.pop("BACA-DAHULU.txt").decode("utf-8")
    own = {name: content for name, content in inside.items() if not name.startswith("dokumen/")}
    assert set(own) >= {"kelengkapan-2021.xlsx", "daftar-bukti.csv", "pertanyaan.csv"}
    assert [name for name, content in own.items() if not SAYS[Path(name).suffix](content)] == []
