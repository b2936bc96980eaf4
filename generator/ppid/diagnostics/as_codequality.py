"""Diagnostics as GitLab's code quality report, a subset of Code Climate's form."""

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from hashlib import sha256

from ppid.diagnostics.diagnostic import Diagnostic, Severity, in_order
from ppid.diagnostics.inert import brief

_WEIGHTS = {Severity.GALAT: "blocker", Severity.PERINGATAN: "minor", Severity.SARAN: "info"}
_LONGEST = 2000


def as_codequality(diagnostics: Sequence[Diagnostic]) -> str:
    """Write all findings as a JSON list."""
    found = list(_entries(in_order(list(diagnostics))))
    return json.dumps(found, ensure_ascii=True, indent=2) + "\n"


def _entries(ordered: Sequence[Diagnostic]) -> Iterator[dict[str, object]]:
    seen: Counter[str] = Counter()
    for diagnostic in ordered:
        mark = _mark(diagnostic)
        seen[mark] += 1
        yield {
            "description": brief(diagnostic.message, _LONGEST),
            "check_name": diagnostic.rule_id,
            "fingerprint": sha256(f"{mark}\0{seen[mark]}".encode()).hexdigest(),
            "severity": _WEIGHTS[diagnostic.severity],
            "location": {
                "path": brief(diagnostic.span.path, _LONGEST),
                "lines": {"begin": diagnostic.span.line, "end": diagnostic.span.end_line},
            },
        }


def _mark(diagnostic: Diagnostic) -> str:
    """Say what stays the same when lines are added above: not the line, but what is found.

    GitLab compares fingerprints to tell new findings from old ones.
    """
    path = diagnostic.span.path.encode(errors="surrogateescape").hex()
    record = "/".join(map(str, diagnostic.record)) if diagnostic.record else ""
    return f"{diagnostic.rule_id}\0{path}\0{record}\0{diagnostic.message}"
