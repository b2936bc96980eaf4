"""The files of who has handed in what: one content in three forms, described, marked, safe."""

import csv
import io
import json
from datetime import date

import jsonschema
import pytest
from openpyxl import load_workbook

from ppid.assessing.timeliness import ARTI_PENYAMPAIAN
from ppid.checking.check import Checked
from ppid.checking.load import load
from ppid.core.corpus import Corpus
from ppid.kinds import KINDS
from ppid.kinds.badan import Badan, identitas_of
from ppid.kinds.opd import ProfilOpd
from ppid.publishing.exports import penyerahan
from ppid.publishing.publication import Publication
from tests.conftest import TOWN

CORPUS = load(TOWN, date(2021, 12, 31)).corpus
EVIL = '=HYPERLINK("http://jahat.example";"klik")'
YEAR, ALL = "kelengkapan/2021/penyerahan-2021", "kelengkapan/penyerahan"


def files(corpus: Corpus = CORPUS) -> dict[str, bytes]:
    found = penyerahan.exports(Publication.of(Checked(corpus, (), {})))
    return {export.url: export.content for export in found}


def changed(model: type[object], **update: object) -> Corpus:
    records = (
        record.model_copy(update=update) if isinstance(record, model) else record
        for kind in KINDS
        for record in CORPUS.of(kind.model)
    )
    return Corpus(records, CORPUS.sources, CORPUS.documents, CORPUS.today)


FILES = files()
BODY = identitas_of(CORPUS).kolom


def rows_of(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"))))


def test_states_of_the_town() -> None:
    said = {(row["opd"], row["daftar"]): row["keadaan"] for row in rows_of(FILES[f"{YEAR}.csv"])}
    assert said == {
        ("dinkes", "dik"): "tepat-waktu",
        ("dinkes", "dip"): "tepat-waktu",
        ("dinkes", "sk"): "tidak-diketahui",
        ("kecamatan-tepi-danau", "dik"): "nihil",
        ("kecamatan-tepi-danau", "dip"): "belum-ada",
        ("kecamatan-tepi-danau", "sk"): "ada",
        ("setda", "dik"): "tepat-waktu",
        ("setda", "dip"): "tepat-waktu",
        ("setda", "layanan"): "belum-jatuh-tempo",
        ("setda", "sk"): "ada",
    }


@pytest.mark.parametrize("where", [YEAR, ALL])
def test_three_forms_hold_the_same(where: str) -> None:
    rows = [
        {name: value for name, value in row.items() if name not in BODY}
        for row in rows_of(FILES[f"{where}.csv"])
    ]
    told = json.loads(FILES[f"{where}.json"])
    schema = json.loads(FILES["kelengkapan/penyerahan.schema.json"])
    jsonschema.Draft202012Validator.check_schema(schema)
    checker = jsonschema.Draft202012Validator.FORMAT_CHECKER
    jsonschema.Draft202012Validator(schema, format_checker=checker).validate(told)
    assert [{**row, "contoh": ""} for row in rows] == [
        {**{k: "" if v is None else str(v) for k, v in one.items()}, "contoh": ""}
        for one in told["penyerahan"]
    ]
    assert [row["contoh"] == "ya" for row in rows] == [r["contoh"] for r in told["penyerahan"]]
    assert told["badan"]["nama"] == BODY["badan"]
    assert set(told["arti"]) == set(ARTI_PENYAMPAIAN)
    book = load_workbook(io.BytesIO(FILES[f"{where}.xlsx"]))
    top = int(book["Rincian"].auto_filter.ref.split(":")[0].removeprefix("A"))
    heads, *cells = book["Rincian"].iter_rows(min_row=top, values_only=True)
    shown = [dict(zip(heads, row, strict=True)) for row in cells]
    assert [(r["opd"], r["daftar"], r["keadaan"]) for r in shown] == [
        (r["opd"], r["daftar"], r["keadaan"]) for r in rows
    ]
    assert len({(row["tahun"], row["opd"]) for row in rows}) == book["Ikhtisar"].max_row - top


def test_the_files_of_years_are_the_parts_of_the_whole() -> None:
    whole = rows_of(FILES[f"{ALL}.csv"])
    years = sorted({row["tahun"] for row in whole})
    assert years == ["2018", "2020", "2021"]
    parts = [rows_of(FILES[f"kelengkapan/{tahun}/penyerahan-{tahun}.csv"]) for tahun in years]
    assert [row for part in parts for row in part] == whole


def test_addresses_of_the_schema_lead_to_it() -> None:
    for where, up in ((YEAR, "../.."), (ALL, "..")):
        assert json.loads(FILES[f"{where}.json"])["$schema"] == (
            f"{up}/kelengkapan/penyerahan.schema.json"
        )


def test_a_demonstration_says_so_in_every_form() -> None:
    found = files(changed(Badan, contoh=True))
    assert {row["contoh"] for row in rows_of(found[f"{YEAR}.csv"])} == {"ya"}
    assert all(r["contoh"] for r in json.loads(found[f"{YEAR}.json"])["penyerahan"])
    for sheet in load_workbook(io.BytesIO(found[f"{YEAR}.xlsx"])):
        assert str(sheet["A3"].value).startswith("CONTOH: data peragaan.")


def test_no_text_runs_as_a_formula() -> None:
    found = files(changed(ProfilOpd, nama=EVIL))
    assert {row["nama"] for row in rows_of(found[f"{YEAR}.csv"])} == {f"'{EVIL}"}
    cells = [c for s in load_workbook(io.BytesIO(found[f"{YEAR}.xlsx"])) for r in s for c in r]
    assert EVIL in {cell.value for cell in cells}
    assert "f" not in {cell.data_type for cell in cells}


def test_the_same_data_gives_the_same_bytes() -> None:
    assert files() == FILES
