"""Projects that the campaign works on: small ones, and what stands in their files."""

import csv
import io
import shutil
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Final

BASE: Final = Path(__file__).parents[1] / "aturan" / "dasar"
TOWN: Final = Path(__file__).parents[1] / "kota-kecil"
OPD: Final = "dinas-contoh"
DAY: Final = ("--tanggal", "2020-01-31")


def small(folder: Path) -> Path:
    """Lay out a body with one OPD, one DIP and one DIK of a single row each."""
    shutil.copytree(BASE, folder)
    shutil.copytree(TOWN / "content", folder / "content")
    (folder / "mkdocs.yml").write_text(
        "site_name: PPID Contoh\ndocs_dir: content\nplugins: [ppid]\n", "utf-8"
    )
    return folder


def heading(project: Path, kind: str) -> list[str]:
    """Return the columns of a list."""
    path = project / f"data/opd/{OPD}/{kind}/2019.csv"
    return next(csv.reader(path.read_text("utf-8").splitlines()))


def row_of(project: Path, kind: str) -> dict[str, str]:
    """Return the one row of a list."""
    path = project / f"data/opd/{OPD}/{kind}/2019.csv"
    return next(iter(csv.DictReader(path.read_text("utf-8").splitlines())))


def table(rows: Iterable[Mapping[str, str]]) -> str:
    """Write rows below the columns of the first."""
    listed = list(rows)
    written = io.StringIO()
    writer = csv.DictWriter(written, list(listed[0]), lineterminator="\n")
    writer.writeheader()
    writer.writerows(listed)
    return written.getvalue()


def contents(folder: Path) -> dict[str, bytes]:
    """Return every file below a folder by its path."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def restore(folder: Path, kept: Mapping[str, bytes]) -> None:
    """Bring a folder to exactly these files."""
    shutil.rmtree(folder, ignore_errors=True)
    for path, content in kept.items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
