"""The files of grounds by OPD and year: one content in three forms, described, marked, safe."""

import csv
import io
import json
from datetime import date

import jsonschema
from openpyxl import load_workbook

from ppid.assessing.grounds import count_grounds
from ppid.checking.check import Checked
from ppid.checking.load import load
from ppid.core.corpus import Corpus
from ppid.kinds import KINDS
from ppid.kinds.badan import Badan
from ppid.kinds.opd import ProfilOpd
from ppid.publishing.exports import alasan
from ppid.publishing.publication import Publication
from tests.conftest import TOWN

CORPUS = load(TOWN, date(2021, 12, 31)).corpus
EVIL = '=HYPERLINK("http://jahat.example";"klik")'
WHERE = "informasi/dikecualikan/alasan/alasan-pengecualian"


def files(corpus: Corpus = CORPUS) -> dict[str, bytes]:
    found = alasan.exports(Publication.of(Checked(corpus, (), {})))
    return {export.url: export.content for export in found}


def changed(model: type[object], **update: object) -> Corpus:
    records = (
        record.model_copy(update=update) if isinstance(record, model) else record
        for kind in KINDS
        for record in CORPUS.of(kind.model)
    )
    return Corpus(records, CORPUS.sources, CORPUS.documents, CORPUS.today)


FILES = files()


def rows_of(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"))))


def test_three_forms_hold_what_was_counted() -> None:
    told = json.loads(FILES[f"{WHERE}.json"])
    schema = json.loads(FILES["informasi/dikecualikan/alasan/alasan.schema.json"])
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.Draft202012Validator(schema).validate(told)
    assert told["$schema"] == "../../../informasi/dikecualikan/alasan/alasan.schema.json"
    rows = rows_of(FILES[f"{WHERE}.csv"])
    book = load_workbook(io.BytesIO(FILES[f"{WHERE}.xlsx"]))
    top = int(book["Alasan"].auto_filter.ref.split(":")[0].removeprefix("A"))
    heads, *cells = book["Alasan"].iter_rows(min_row=top, values_only=True)
    for each, row, one, cell in zip(
        count_grounds(CORPUS), rows, told["alasan"], cells, strict=True
    ):
        shown = dict(zip(heads, cell, strict=True))
        for name, count in (
            ("jumlah", each.jumlah),
            *((f"huruf_{letter}", each.huruf.get(letter, 0)) for letter in "abcdefghij"),
            ("menyebut_peraturan_lain", each.menyebut_lain),
        ):
            assert (row[name], one[name], shown[name]) == (str(count), count, count)
        assert one["peraturan_lain"] == each.lain


def test_what_is_not_known_is_no_nought() -> None:
    rows = {(row["opd"], row["tahun"]): row for row in rows_of(FILES[f"{WHERE}.csv"])}
    assert rows["setda", "2020"]["keberatan_diterima"] == "2"
    assert rows["setda", "2021"]["keberatan_diterima"] == ""
    assert rows["setda", "2021"]["sanggahan_tidak_diterima"] == "1"
    told = {(r["opd"], r["tahun"]): r for r in json.loads(FILES[f"{WHERE}.json"])["alasan"]}
    assert told["setda", 2021]["keberatan_diterima"] is None


def test_a_demonstration_says_so_in_every_form() -> None:
    found = files(changed(Badan, contoh=True))
    assert {row["contoh"] for row in rows_of(found[f"{WHERE}.csv"])} == {"ya"}
    assert all(row["contoh"] for row in json.loads(found[f"{WHERE}.json"])["alasan"])
    for sheet in load_workbook(io.BytesIO(found[f"{WHERE}.xlsx"])):
        assert "CONTOH: data peragaan." in "".join(str(row[0].value) for row in sheet["A1:A5"])


def test_no_text_runs_as_a_formula() -> None:
    found = files(changed(ProfilOpd, nama=EVIL))
    assert {row["nama"] for row in rows_of(found[f"{WHERE}.csv"])} == {f"'{EVIL}"}
    cells = [c for s in load_workbook(io.BytesIO(found[f"{WHERE}.xlsx"])) for r in s for c in r]
    assert EVIL in {cell.value for cell in cells}
    assert "f" not in {cell.data_type for cell in cells}
