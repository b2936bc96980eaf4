"""What machines read, and the schema that describes it."""

import json
from pathlib import Path

import jsonschema
import pytest

from ppid.diagnostics import as_json as module
from ppid.diagnostics.as_json import as_json
from ppid.diagnostics.diagnostic import Diagnostic, Note, Severity
from ppid.diagnostics.places import Span

SCHEMA = json.loads(Path(module.__file__).with_name("periksa.schema.json").read_text("utf-8"))
FULL = Diagnostic(
    "DIK-004",
    Severity.GALAT,
    "“Tidak terbatas” tidak boleh untuk alasan Pasal 17 huruf a",
    Span("data/opd/satpol-pp/dik/2019.csv", 7, 88, 7, 102, "H7"),
    notes=(Note("keputusannya", Span("data/opd/satpol-pp/dik/2019.yml", 2, 3)),),
    hint="Tulis jangka waktu.",
    legal_basis=("UU 14/2008 Pasal 20 ayat (1)", "PerKI 1/2021 Pasal 51 ayat (1)"),
)
BARE = Diagnostic("BRK-001", Severity.PERINGATAN, "Rusak", Span("data/badan.yml"))


def read(*diagnostics: Diagnostic) -> dict[str, object]:
    report = json.loads(as_json(diagnostics, berkas=3, catatan=40))
    jsonschema.Draft202012Validator(SCHEMA).validate(report)
    return report


def test_schema_is_a_schema() -> None:
    jsonschema.Draft202012Validator.check_schema(SCHEMA)


def test_every_field_of_the_schema_is_described() -> None:
    objects = [SCHEMA, SCHEMA["properties"]["ringkasan"], SCHEMA["$defs"]["temuan"]]
    for schema in objects:
        for name, about in schema["properties"].items():
            described = about if "description" in about else SCHEMA["$defs"][name]
            assert described["description"]


def test_report() -> None:
    assert read(FULL, BARE) == {
        "ringkasan": {"galat": 1, "peringatan": 1, "saran": 0, "berkas": 3, "catatan": 40},
        "temuan": [
            {
                "aturan": "BRK-001",
                "tingkat": "peringatan",
                "pesan": "Rusak",
                "berkas": "data/badan.yml",
                "baris": 1,
                "kolom": 1,
                "sel": "",
                "saran": "",
                "dasar": [],
                "tautan": "aturan/BRK-001/",
                "catatan_lain": [],
            },
            {
                "aturan": "DIK-004",
                "tingkat": "galat",
                "pesan": "“Tidak terbatas” tidak boleh untuk alasan Pasal 17 huruf a",
                "berkas": "data/opd/satpol-pp/dik/2019.csv",
                "baris": 7,
                "kolom": 88,
                "sel": "H7",
                "saran": "Tulis jangka waktu.",
                "dasar": ["UU 14/2008 Pasal 20 ayat (1)", "PerKI 1/2021 Pasal 51 ayat (1)"],
                "tautan": "aturan/DIK-004/",
                "catatan_lain": [
                    {
                        "pesan": "keputusannya",
                        "berkas": "data/opd/satpol-pp/dik/2019.yml",
                        "baris": 2,
                        "kolom": 3,
                    }
                ],
            },
        ],
    }


def test_nothing_found() -> None:
    assert read()["temuan"] == []


def test_indonesian_stays_readable() -> None:
    assert "“Tidak terbatas”" in as_json([FULL], berkas=1, catatan=1)


@pytest.mark.parametrize(
    "text", ["\x1b[31m", "a\n::error::b", "\u202e\u2028\x85", "##[error]x", '"},{"', "\ud800", "😀"]
)
def test_hostile_text_arrives_unchanged_but_is_inert_on_the_way(text: str) -> None:
    diagnostic = Diagnostic("ISI-001", Severity.SARAN, text, Span(f"data/{text}", 1, 1, 1, 1))
    written = as_json([diagnostic], berkas=1, catatan=1)
    assert all(line.isprintable() for line in written.split("\n"))
    assert "##[" not in written
    assert not any(line.lstrip().startswith("::") for line in written.splitlines())
    assert read(diagnostic)["temuan"][0]["pesan"] == text
    written.encode()
