"""GitLab's code quality report: the keys it needs, and fingerprints that outlive moved lines."""

import json
import re
from dataclasses import replace

import jsonschema

from ppid.diagnostics.as_codequality import as_codequality
from ppid.diagnostics.diagnostic import Diagnostic, Severity
from ppid.diagnostics.places import RecordId, Span

# docs.gitlab.com: the keys of an issue that GitLab reads, and the severities that it knows.
SCHEMA = {
    "type": "array",
    "items": {
        "type": "object",
        "required": ["description", "check_name", "fingerprint", "severity", "location"],
        "properties": {
            "description": {"type": "string", "minLength": 1},
            "check_name": {"type": "string"},
            "fingerprint": {"type": "string", "pattern": "^[0-9a-f]{64}$"},
            "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
            "location": {
                "type": "object",
                "required": ["path", "lines"],
                "properties": {
                    "path": {"type": "string", "pattern": "^(?!\\./|/)"},
                    "lines": {"type": "object", "required": ["begin"]},
                },
            },
        },
    },
}
ROW = Diagnostic(
    "DIK-004",
    Severity.GALAT,
    "“Tidak terbatas” tidak boleh untuk alasan Pasal 17 huruf a",
    Span("data/opd/satpol-pp/dik/2019.csv", 7, 88, 9, 102, "H7"),
    record=RecordId("dik", "satpol-pp", 2019, "pol-01"),
)
BARE = Diagnostic("BRK-001", Severity.SARAN, "Rusak", Span("data/badan.yml"))


def read(*diagnostics: Diagnostic) -> list[dict[str, object]]:
    report = json.loads(as_codequality(diagnostics))
    jsonschema.Draft202012Validator(SCHEMA).validate(report)
    return report


def fingerprints(*diagnostics: Diagnostic) -> list[object]:
    return [entry["fingerprint"] for entry in read(*diagnostics)]


def test_report() -> None:
    bare, row = read(ROW, BARE)
    assert bare["severity"] == "info"
    assert row == {
        "description": ROW.message,
        "check_name": "DIK-004",
        "fingerprint": row["fingerprint"],
        "severity": "blocker",
        "location": {"path": ROW.span.path, "lines": {"begin": 7, "end": 9}},
    }


def test_nothing_found_is_an_empty_list() -> None:
    assert read() == []


def test_a_finding_is_known_again_when_lines_are_added_above() -> None:
    moved = replace(ROW, span=ROW.span._replace(line=8, end_line=10))
    assert fingerprints(moved) == fingerprints(ROW)


def test_findings_that_say_the_same_are_told_apart() -> None:
    again = replace(ROW, span=ROW.span._replace(line=12, end_line=12))
    elsewhere = replace(ROW, span=ROW.span._replace(path="data/opd/dinkes/dik/2019.csv"))
    marks = fingerprints(ROW, again, elsewhere)
    assert len(set(marks)) == 3


def test_what_a_log_would_obey_is_made_visible() -> None:
    nasty = replace(BARE, message="satu\x1b[31m\u202edua", span=Span("data/\udcff.yml"))
    (entry,) = read(nasty)
    written = as_codequality([nasty])
    assert written.isascii()
    assert not re.search(r"\\u001b|\\u202e|\\udcff", written)
    assert "dua" in str(entry["description"])
