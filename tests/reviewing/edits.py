"""The invented town in memory, edited file by file, and reviewed against itself."""

import csv
import io
from collections.abc import Callable, Mapping
from datetime import date
from functools import lru_cache
from pathlib import Path

from ppid.checking.check import Checked, check_folder
from ppid.checking.load import Memory
from ppid.core.project_files import StoredFolder
from ppid.reviewing.model import ComparedBase, Review, TouchedFiles
from ppid.reviewing.report import review

TOWN = Path(__file__).parents[1] / "kota-kecil"
DAY = date(2021, 12, 31)
BASE = ComparedBase("origin/main", "0123456789abcdef0123456789abcdef01234567")
MEMORY = Memory()

Edit = Callable[[bytes], bytes]
Edits = Mapping[str, "Edit | bytes | None"]
"""What happens to files by path below the project: edited, written, or (None) taken away."""


def town() -> dict[str, bytes]:
    paths = (path for top in ("data", "content") for path in (TOWN / top).rglob("*"))
    return {p.relative_to(TOWN).as_posix(): p.read_bytes() for p in paths if p.is_file()}


def edited(files: Mapping[str, bytes], edits: Edits) -> dict[str, bytes]:
    found = dict(files)
    for path, edit in edits.items():
        if edit is None:
            del found[path]
        else:
            found[path] = edit if isinstance(edit, bytes) else edit(found[path])
    return found


@lru_cache(maxsize=8)
def _checked(files: frozenset[tuple[str, bytes]]) -> Checked:
    sizes = {path: len(raw) for path, raw in files}
    return check_folder(StoredFolder(dict(files), sizes), DAY, MEMORY)


def checked(files: Mapping[str, bytes]) -> Checked:
    """Check a project; most tests compare with the town as it is, which is checked once."""
    return _checked(frozenset(files.items()))


def reviewed(before: Mapping[str, bytes], after: Mapping[str, bytes]) -> Review:
    """Review as `tinjau` does; git would name every path whose bytes differ."""
    paths = {*before, *after}
    changed = frozenset(path for path in paths if before.get(path) != after.get(path))
    return review(checked(before), checked(after), BASE, TouchedFiles(changed))


def put(old: str, new: str) -> Edit:
    """Replace a text that must be there."""

    def edit(raw: bytes) -> bytes:
        assert old.encode() in raw, old
        return raw.replace(old.encode(), new.encode(), 1)

    return edit


def table(change: Callable[[list[dict[str, str]]], list[dict[str, str]]]) -> Edit:
    """Change the rows of a CSV."""

    def edit(raw: bytes) -> bytes:
        rows = list(csv.DictReader(io.StringIO(raw.decode())))
        written = io.StringIO()
        writer = csv.DictWriter(written, rows[0].keys(), lineterminator="\n")
        writer.writeheader()
        writer.writerows(change(rows))
        return written.getvalue().encode()

    return edit


def cell(kode: str, /, **cells: str) -> Edit:
    """Fill cells of one row otherwise."""

    def change(rows: list[dict[str, str]]) -> list[dict[str, str]]:
        assert any(row["kode"] == kode for row in rows), kode
        return [{**row, **cells} if row["kode"] == kode else row for row in rows]

    return table(change)


def without(*codes: str) -> Edit:
    """Take rows out."""
    return table(lambda rows: [row for row in rows if row["kode"] not in codes])


def added(kode: str, like: str, /, **cells: str) -> Edit:
    """Add a row that is like another one but for some cells."""

    def change(rows: list[dict[str, str]]) -> list[dict[str, str]]:
        model = next(row for row in rows if row["kode"] == like)
        return [*rows, {**model, "kode": kode, **cells}]

    return table(change)


def both(*edits: Edit) -> Edit:
    """Apply edits one after the other."""

    def edit(raw: bytes) -> bytes:
        for each in edits:
            raw = each(raw)
        return raw

    return edit
