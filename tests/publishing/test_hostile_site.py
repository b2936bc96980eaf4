"""Hostile words in every text that pages print stay words: in pages, feeds and data files."""

import csv
import io
import json
import re
from collections import Counter
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest
import yaml

from tests.conftest import DAY, SITE_URL, Run, assemble

HOSTILE = (
    '"><script>alert(1)</script><img src=x onerror="alert(2)"></title></textarea><b>tebal</b>'
    "'{{ 7*7 }}{% raw %}]]> &amp; [x](javascript:alert(3)) " + "panjang" * 6
)
CELLS = {"informasi", "bagian", "konsekuensi_dibuka", "konsekuensi_ditutup", "penguasa"}
CELLS |= {"penanggung_jawab", "tempat_pembuatan", "catatan"}
KEYS = {"nama", "jabatan", "pejabat", "tempat", "tentang", "ringkasan", "keterangan", "catatan"}
KEYS |= {"teks", "penjelasan", "batasan", "sebab", "label", "pelaku"}
KEYS |= {"sumber", "pernyataan", "alasan", "untuk", "pemberi", "isi", "jawaban", "judul", "subjek"}
CLOSED = {"warga", "kantor"}  # one of a few allowed values, under a key that is free text elsewhere
ADDRESS = re.compile(r"(https?:|mailto:|tel:|sms:|#|\.|/|[a-z0-9-]+(?:/|\.|$)|$)", re.IGNORECASE)
GUARDED = tuple("=+-@\t\r")


def _spoil(value: Any, key: str = "") -> Any:  # noqa: ANN401 — whatever YAML holds
    if isinstance(value, dict):
        return {name: _spoil(inner, name) for name, inner in value.items()}
    if isinstance(value, list):
        return [_spoil(inner, key) for inner in value]
    free = key in KEYS and value not in CLOSED
    return f"{value} {HOSTILE}" if free and value else value


def _spoil_yaml(path: Path) -> None:
    content = yaml.load(path.read_text("utf-8"), Loader=yaml.BaseLoader)  # noqa: S506 — our files
    path.write_text(yaml.safe_dump(_spoil(content), allow_unicode=True, sort_keys=False), "utf-8")


def _spoil_csv(path: Path) -> None:
    rows = list(csv.DictReader(io.StringIO(path.read_text("utf-8"))))
    out = io.StringIO()
    writer = csv.DictWriter(out, rows[0], lineterminator="\n")
    writer.writeheader()
    for row in rows:
        for name in CELLS & set(row):
            row[name] = f"{row[name][:60]} {HOSTILE}" if row[name] else ""
        writer.writerow(row)
    path.write_text(out.getvalue(), "utf-8")


def _spoil_story(path: Path) -> None:
    text = path.read_text("utf-8")
    text = re.sub(
        r"^judul: (.*)$", lambda m: f"judul: {json.dumps(m[1] + HOSTILE)}", text, flags=re.MULTILINE
    )
    path.write_text(text, "utf-8")


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: Counter[str] = Counter()
        self.wrong: list[str] = []
        self.data: list[str] = []
        self._in_data = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags[tag] += 1
        self._in_data = tag == "script" and ("type", "application/ld+json") in attrs
        for name, value in attrs:
            if name.startswith("on") or name == "style":
                self.wrong.append(f"{tag} {name}")
            if name in {"href", "src", "action"} and not ADDRESS.match(value or ""):
                self.wrong.append(f"{tag} {name}={value}")

    def handle_data(self, data: str) -> None:
        if self._in_data:
            self.data.append(data)

    def handle_endtag(self, _tag: str) -> None:
        self._in_data = False


def _read(path: Path) -> _Reader:
    reader = _Reader()
    reader.feed(path.read_text("utf-8"))
    return reader


@pytest.fixture(scope="module")
def jahat(run: Run, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the town after somebody wrote hostile words into all of its files."""
    folder = tmp_path_factory.mktemp("jahat")
    proyek = assemble(folder)
    data = proyek / "data"
    for path in sorted(data.rglob("*")):
        if "dokumen" in path.parts:
            continue
        spoil = {".csv": _spoil_csv, ".yml": _spoil_yaml}.get(path.suffix)
        if path.suffix == ".md":
            _spoil_story(path)
        elif spoil:
            spoil(path)
    site = folder / "situs"
    ended = run("bangun", "--tanggal", DAY, "--keluaran", str(site), at=proyek, SITE_URL=SITE_URL)
    assert ended.returncode == 0, ended.stdout[-3000:] + ended.stderr[-3000:]
    return site


def test_hostile_words_stay_words(jahat: Path) -> None:
    pages = sorted(jahat.rglob("*.html"))
    hit = 0
    for path in pages:
        read = _read(path)
        assert not read.wrong, (path, read.wrong[:3])
        assert read.tags["script"] <= 12, path
        for data in read.data:
            assert json.loads(data)["@context"] == "https://schema.org", path
        assert not read.tags["b"], path
        text = path.read_text("utf-8")
        assert "<script>alert" not in text, path
        assert "<img src=x" not in text, path
        hit += "&lt;script&gt;alert(1)" in text
        for drawing in re.findall(r"<svg\b.*?</svg>", text, re.DOTALL):
            ET.fromstring(drawing)  # noqa: S314 — our own drawing
    assert hit > 40
    ET.parse(jahat / "kegiatan/atom.xml")  # noqa: S314 — our own feed


def test_hostile_words_in_data_files_are_data(jahat: Path) -> None:
    for path in [*jahat.rglob("*.json")]:
        json.loads(path.read_text("utf-8"))
    tables = [path for path in jahat.rglob("*.csv") if "dokumen" not in path.parts]
    assert len(tables) > 5
    for path in tables:
        for row in csv.reader(io.StringIO(path.read_text("utf-8-sig"))):
            assert not [
                c for c in row if len(c) > 1 and c.startswith(GUARDED) and not c[1:].isdigit()
            ]
