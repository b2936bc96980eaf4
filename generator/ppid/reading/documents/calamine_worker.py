"""Runs calamine in a process of its own: a workbook that makes it fail takes nothing else along.

calamine aborts the process on some damaged .xls files (it asks for 48 GB); an abort cannot be
caught from inside. Started as a script: the workbook comes in on stdin, JSON goes out on stdout.
"""

import datetime as dt
import io
import json
import sys
from contextlib import suppress

from python_calamine import CalamineSheet, CalamineWorkbook

_MOST_MEMORY = 512 * 1024 * 1024
_MOST_SECONDS = 20


def main() -> None:
    """Read a workbook; print the filled cells of each sheet."""
    _limit()
    sys.stdout.buffer.write(values_in(sys.stdin.buffer.read()))


def values_in(content: bytes) -> bytes:
    """Return the filled cells of each sheet of a workbook, as JSON."""
    workbook = CalamineWorkbook.from_filelike(io.BytesIO(content))
    sheets = [_sheet(workbook.get_sheet_by_index(n)) for n in range(len(workbook.sheet_names))]
    return json.dumps(sheets, ensure_ascii=False, separators=(",", ":")).encode()


def _limit() -> None:
    try:
        import resource  # noqa: PLC0415 — there is none on Windows
    except ImportError:
        return
    with suppress(OSError, ValueError):  # macOS knows the limit on memory and refuses to set it
        resource.setrlimit(resource.RLIMIT_CPU, (_MOST_SECONDS, _MOST_SECONDS))
        resource.setrlimit(resource.RLIMIT_AS, (_MOST_MEMORY, _MOST_MEMORY))


def _sheet(sheet: CalamineSheet) -> dict[str, object]:
    top, left = sheet.start or (0, 0)
    cells = [
        (row, column, *_encoded(value))
        for row, values in enumerate(sheet.to_python(), start=top + 1)
        for column, value in enumerate(values, start=left + 1)
        if value != ""
    ]
    return {"name": sheet.name, "cells": cells}


def _encoded(value: object) -> tuple[str, str]:
    """Return how a value is stored, in the words of the parent process, and the value as text."""
    if isinstance(value, dt.datetime | dt.date):
        return "tanggal", value.isoformat()
    if isinstance(value, bool):
        return "logika", "1" if value else "0"
    if isinstance(value, int | float):
        return "angka", repr(value)
    return "teks", value.strftime("%H:%M") if isinstance(value, dt.time) else str(value)


if __name__ == "__main__":
    main()
