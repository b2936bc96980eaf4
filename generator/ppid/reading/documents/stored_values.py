"""The values that a workbook stores, read by calamine in a process of its own."""

import datetime as dt
import json
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from ppid.reading.documents.book import Area
from ppid.reading.documents.shown import Value
from ppid.reading.documents.zip_bounds import damaged

_WORKER: Final = Path(__file__).with_name("calamine_worker.py")
_MOST_SECONDS: Final = 30
_DECODERS: Final[dict[str, Callable[[str], Value]]] = {
    "date": dt.date.fromisoformat,
    "datetime": dt.datetime.fromisoformat,
}


@dataclass(frozen=True, slots=True)
class StoredSheet:
    """The values of a sheet by row and column, and its merged ranges where calamine tells them."""

    values: tuple[tuple[int, int, Value], ...]
    merged: tuple[Area, ...]


def read_values(content: bytes) -> Mapping[str, StoredSheet]:
    """Read all sheets of a workbook by name; whatever goes wrong there, the file is damaged."""
    try:
        done = subprocess.run(  # noqa: S603 — our own script, no word of it from outside
            [sys.executable, "-I", str(_WORKER)],
            input=content,
            capture_output=True,
            check=True,
            timeout=_MOST_SECONDS,
        )
    except (subprocess.SubprocessError, OSError) as error:
        raise damaged() from error
    sheets = json.loads(done.stdout)
    return {
        sheet["name"]: StoredSheet(
            tuple(
                (row, column, _decoded(sort, value)) for row, column, sort, value in sheet["cells"]
            ),
            tuple(_areas(sheet["merged"])),
        )
        for sheet in sheets
    }


def _decoded(sort: str, value: str | float | bool) -> Value:  # noqa: FBT001 — a value as stored
    decode = _DECODERS.get(sort)
    return decode(str(value)) if decode else value


def _areas(merged: list[tuple[tuple[int, int], tuple[int, int]]]) -> Iterator[Area]:
    for (top, left), (bottom, right) in merged:
        yield Area(top + 1, left + 1, bottom + 1, right + 1)
