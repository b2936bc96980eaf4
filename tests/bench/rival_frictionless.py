"""`frictionless validate` with a schema that says what our model of a DIP row says.

As a program: `python rival_frictionless.py <table.csv>` prints one JSON object.
"""

import json
import sys
import time
from importlib.util import find_spec
from pathlib import Path

from vocabulary import CSV_DIP, DUTIES, FORMS

_CONSTRAINTS: dict[str, dict[str, object]] = {
    "kode": {"required": True, "pattern": r"[A-Z0-9][A-Z0-9.-]{1,23}"},
    "informasi": {"required": True, "minLength": 3, "maxLength": 300},
    "klasifikasi": {"required": True, "enum": list(DUTIES)},
    "penguasa": {"required": True, "maxLength": 5000},
    "penanggung_jawab": {"required": True, "maxLength": 5000},
    "waktu_pembuatan": {
        "required": True,
        "pattern": r"(19|20)\d\d(-(0[1-9]|1[0-2])(-[0-3]\d)?)?",
    },
    "tempat_pembuatan": {"required": True, "maxLength": 5000},
    "bentuk": {"required": True, "enum": list(FORMS)},
    "retensi": {"required": True, "maxLength": 5000},
}


def missing() -> str:
    """Return the sentence that says why this cannot run; empty when it can."""
    return "" if find_spec("frictionless") else "frictionless belum terpasang (pip: frictionless)."


def schema() -> dict[str, object]:
    """Return the table schema: thirteen columns, one of them a date."""
    fields = [
        {
            "name": name,
            "type": "date" if name == "diperbarui" else "string",
            "constraints": _CONSTRAINTS.get(name, {}),
        }
        for name in CSV_DIP
    ]
    return {"fields": fields}


def main() -> None:
    """Validate a table and print how long that took."""
    from frictionless import Resource, Schema  # noqa: PLC0415 — it may be missing

    path = Path(sys.argv[1])
    resource = Resource(
        path=path.name, basepath=str(path.parent), schema=Schema.from_descriptor(schema())
    )
    clock, processor = time.perf_counter(), time.process_time()
    report = resource.validate()
    figures = {
        "validate_s": time.perf_counter() - clock,
        "validate_cpu_s": time.process_time() - processor,
        "validate_rows": report.tasks[0].stats.get("rows", 0),
        "validate_errors": report.stats.get("errors", 0),
    }
    print(json.dumps(figures))


if __name__ == "__main__":
    main()
