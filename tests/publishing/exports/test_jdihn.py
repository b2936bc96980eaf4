"""Regulations as the national network gathers them: one array, known fields, states not guessed."""

import json
from datetime import date

from ppid.checking.check import load_and_check
from ppid.kinds.regulasi import Regulasi
from ppid.publishing.exports import jdihn
from ppid.publishing.publication import Publication
from tests.conftest import DAY, SITE_URL, TOWN

CHECKED = load_and_check(TOWN, date.fromisoformat(DAY))
FIELDS = (
    *("idData", "tahun_pengundangan", "tanggal_pengundangan", "jenis", "noPeraturan", "judul"),
    *("noPanggil", "singkatanJenis", "tempatTerbit", "penerbit", "deskripsiFisik", "sumber"),
    *("subjek", "isbn", "status", "bahasa", "bidangHukum", "teuBadan", "nomorIndukBuku"),
    *("fileDownload", "urlDownload", "abstrak", "urlabstrak", "urlDetailPeraturan", "operasi"),
    *("display", "lastUpdated"),
)


def test_form_of_the_network() -> None:
    (export,) = jdihn.exports(Publication.of(CHECKED, SITE_URL))
    assert export.url == "feed/document.json"
    entries = json.loads(export.content)
    assert len(entries) == 5
    for entry in entries:
        assert tuple(entry) == FIELDS
        assert all(isinstance(v, str) for k, v in entry.items() if k != "isbn")
        assert (entry["operasi"], entry["display"]) == ("4", "1")
        assert entry["urlDetailPeraturan"] == f"{SITE_URL}regulasi/{entry['idData']}/"
    told = {entry["idData"]: entry["status"] for entry in entries}
    assert told == {
        "kepwal-7-2018": "Tidak Berlaku",
        "kepwal-9-2020": "Berlaku",
        "perwal-2-2017": "Belum dipastikan",
        "perwal-4-2019": "Belum dipastikan",
        "perwal-6-2021": "Berlaku",
    }
    known = {each.id.slug: each for each in CHECKED.corpus.of(Regulasi)}
    for entry in entries:
        day = known[entry["idData"]].tanggal_pengundangan
        assert entry["tanggal_pengundangan"] == (day.isoformat() if day else "")
        assert entry["tahun_pengundangan"]
    assert any(not entry["tanggal_pengundangan"] for entry in entries)
    first = next(entry for entry in entries if entry["idData"] == "perwal-2-2017")
    assert (first["jenis"], first["singkatanJenis"], first["noPeraturan"]) == (
        "Peraturan Wali Kota",
        "PERWAL",
        "2",
    )
    assert first["urlDownload"] == f"{SITE_URL}opd/setda/dokumen/perwal-2-2017.txt"
    assert first["fileDownload"] == "perwal-2-2017.txt"


def test_without_an_address_there_is_no_file() -> None:
    assert list(jdihn.exports(Publication.of(CHECKED))) == []
