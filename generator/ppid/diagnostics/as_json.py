"""Diagnostics for machines; the form is described in `periksa.schema.json` beside this file."""

import json
import re
from collections.abc import Sequence

from ppid.diagnostics.diagnostic import Diagnostic, Severity, count_by_severity, in_order

_UNSEEN = re.compile(r"[^\x20-\x7E]|(?<=##)\[")


def as_json(diagnostics: Sequence[Diagnostic], *, berkas: int, catatan: int) -> str:
    """Write all findings in order of place; `berkas` and `catatan`: how much was checked."""
    ordered = in_order(list(diagnostics))
    counts = count_by_severity(ordered)
    summary = {str(level): counts[level] for level in Severity}
    report = {
        "ringkasan": summary | {"berkas": berkas, "catatan": catatan},
        "temuan": [finding(diagnostic) for diagnostic in ordered],
    }
    return dumped(report)


def dumped(report: object) -> str:
    """Write JSON that people can read, with nothing in it that a terminal or log would obey."""
    written = json.dumps(report, ensure_ascii=False, indent=2)
    return "\n".join(_UNSEEN.sub(_escape, line) for line in written.split("\n")) + "\n"


def finding(diagnostic: Diagnostic) -> dict[str, object]:
    """Return one finding in the published form."""
    return {
        "aturan": diagnostic.rule_id,
        "tingkat": str(diagnostic.severity),
        "pesan": diagnostic.message,
        "berkas": diagnostic.span.path,
        "baris": diagnostic.span.line,
        "kolom": diagnostic.span.column,
        "sel": diagnostic.span.cell,
        "saran": diagnostic.hint,
        "dasar": list(diagnostic.legal_basis),
        "tautan": f"aturan/{diagnostic.rule_id}/",
        "catatan_lain": [
            {
                "pesan": note.message,
                "berkas": note.span.path,
                "baris": note.span.line,
                "kolom": note.span.column,
            }
            for note in diagnostic.notes
        ],
    }


def _escape(found: re.Match[str]) -> str:
    """Write what cannot be seen, or what a log would obey (`##[`), as JSON's own escapes."""
    char = found.group()
    if char.isprintable() and char != "[":
        return char
    return json.dumps(char)[1:-1] if char != "[" else "\\u005b"
