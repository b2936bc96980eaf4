"""The records for machines: valid by their schema, equal to the page, marked as demonstration."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from ppid.checking.check import load_and_check
from ppid.kinds import url_of
from ppid.kinds.dik.model import InformasiDikecualikan
from ppid.kinds.dip.model import InformasiPublik
from ppid.publishing.exports import json_catatan
from ppid.publishing.publication import Publication
from tests.conftest import made_by

ROOT = Path(__file__).parents[3]
TOWN = ROOT / "tests" / "kota-kecil"


def files(checked: Publication) -> dict[str, Any]:
    return {
        export.url: json.loads(export.content)
        for export in made_by(json_catatan, "exports", checked)
    }


@pytest.fixture(scope="module")
def checked() -> Publication:
    return Publication.of(load_and_check(TOWN, date(2021, 12, 31)))


@pytest.fixture(scope="module")
def found(checked: Publication) -> dict[str, Any]:
    return files(checked)


def test_every_file_is_valid_by_the_schema_that_it_names(found: dict[str, Any]) -> None:
    schemas = {url: value for url, value in found.items() if url.endswith(".schema.json")}
    assert len(schemas) == 4
    for schema in schemas.values():
        Draft202012Validator.check_schema(schema)
    validators = {url: Draft202012Validator(schema) for url, schema in schemas.items()}
    records = {url: value for url, value in found.items() if url not in schemas}
    assert {value["skema"] for value in records.values()} == set(schemas)
    wrong = [
        f"{url}: {error.message}"
        for url, value in records.items()
        for error in validators[value["skema"]].iter_errors(value)
    ]
    assert wrong == []


def test_there_is_a_twin_beside_every_page_and_list(
    checked: Publication, found: dict[str, Any]
) -> None:
    rows = [*checked.corpus.of(InformasiDikecualikan), *checked.corpus.of(InformasiPublik)]
    assert {f"{url_of(row.id)}data.json" for row in rows} < set(found)
    listed = found["opd/setda/dik/2021/data.json"]
    assert [item["kode"] for item in listed["butir"]] == [
        row.kode for row in checked.corpus.in_list(InformasiDikecualikan, "setda", 2021)
    ]
    assert found["opd/kecamatan-tepi-danau/dik/2021/data.json"]["nihil"]["tanggal"] == "2021-02-26"
    assert found["opd/kecamatan-tepi-danau/dik/2021/data.json"]["butir"] == []


def test_an_excluded_item_says_what_its_page_says(found: dict[str, Any]) -> None:
    item = found["opd/setda/dik/2021/set-memo-1/data.json"]
    assert item["informasi"].endswith("<script>alert('x')</script>")
    assert (item["klasifikasi"], item["contoh"]) == ("dikecualikan", False)
    assert (item["mulai"], item["mulai_dihitung"]) == (None, "2021-02-15")
    assert item["berakhir"] == "2024-02-14"
    assert item["keputusan"]["tautan"] == "opd/setda/dokumen/sk-dik-2021.txt"
    assert item["sumber"]["berkas"] == "data/opd/setda/dik/2021.csv"
    assert [(c["peraturan"], c["pasal"], c["huruf"]) for c in item["dasar_hukum_terurai"]] == [
        ("UU 14/2008", "17", "i"),
        ("UU 43/2009", "44", ""),
    ]


def test_a_public_item_names_its_document(found: dict[str, Any]) -> None:
    item = found["opd/dinkes/dip/2021/kes-puskesmas/data.json"]
    assert item["dokumen"] == "opd/dinkes/dokumen/daftar-puskesmas.csv"
    assert item["kewajiban_terurai"] == ["berkala.a.a"]
    assert item["nama_opd"].startswith("Dinas Kesehatan")


def test_a_demonstration_is_marked_in_every_file(found: dict[str, Any]) -> None:
    marked = {url for url, value in found.items() if value.get("contoh")}
    assert marked == {url for url in found if url.startswith("opd/dinkes/dip/2020/")}
    assert len(marked) == 3
