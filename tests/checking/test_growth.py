"""Checking takes time in proportion to what a cell holds, whatever it holds and wherever."""

import csv
import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from ppid.checking.check import Checked, load_and_check
from ppid.kinds.rows import MODELS
from tests.growth import Work, assert_even

pytestmark = pytest.mark.long

BASE = Path(__file__).parents[1] / "aturan" / "dasar"
DAY = date(2020, 1, 31)

SHAPES: dict[str, Callable[[int], str]] = {
    "one long word": lambda n: "a" * n,
    "many words": lambda n: "kata lain " * (n // 10),
    "different words": lambda n: " ".join(f"kata{i}" for i in range(n // 8)),
    "digits": lambda n: "1234567890" * (n // 10),
    "spaced digits": lambda n: "12 34-56.78 " * (n // 12),
    "an address": lambda n: "https://contoh.go.id/" + "-".join(f"a{i}" for i in range(n // 5)),
    "an address of one word": lambda n: "https://contoh.go.id/" + "%41" * (n // 3),
    "brackets": lambda n: "(" * (n // 2) + ")" * (n // 2),
    "citations": lambda n: "UU 14/2008 Pasal 17 huruf a; " * (n // 29),
    "articles": lambda n: "Pasal 17 huruf a, b, dan c, " * (n // 28),
    "terms": lambda n: "sampai 5 tahun setelah " * (n // 23),
    "days": lambda n: "1 Januari 2019 - 3 Mei 2020, " * (n // 29),
    "homes": lambda n: "rt 1 rw 2 lahir di " * (n // 19),
    "identities": lambda n: "3204110609970001 0812-1234-1100 " * (n // 32),
    "characters by number": lambda n: "&#51; %30 " * (n // 10),
    "accounts": lambda n: "rek bca 12 34 " * (n // 14),
    "at signs": lambda n: "a@b." * (n // 4),
    "quotes": lambda n: '"' * n,
    "blanks": lambda n: "x" + " " * n + "x",
}


CHOSEN = {"cakupan", "mulai", "klasifikasi", "waktu_pembuatan", "bentuk", "diperbarui"}
"""Columns that take only some words, or days; the others take any text."""
LONGEST = 4_900
"""Characters, a few less than most columns may have; the rules see no row with more of them."""


def project(folder: Path, rows: str, written: str, *, chosen: bool) -> Path:
    """Lay out a small body in which the columns of one list's row hold the same text."""
    shutil.copytree(BASE, folder)
    path = folder / f"data/opd/dinas-contoh/{rows}/2019.csv"
    with path.open(encoding="utf-8", newline="") as file:
        right = next(csv.DictReader(file))
    changed = {name: written for name in right if (name in CHOSEN) == chosen}
    if not chosen:
        changed |= {"kode": "CTH-01", "informasi": f"Laporan {written}"[:300].strip()}
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(right))
        writer.writeheader()
        writer.writerow(right | changed)
    return folder


@pytest.mark.parametrize("rows", ["dik", "dip"])
@pytest.mark.parametrize("shape", SHAPES)
def test_a_long_cell_costs_in_proportion(shape: str, rows: str, tmp_path: Path) -> None:
    def prepare(size: int) -> Work[Checked]:
        folder = project(tmp_path / str(size), rows, SHAPES[shape](size), chosen=False)
        return lambda: load_and_check(folder, DAY)

    checked = assert_even(prepare, LONGEST // 4)
    assert [row.kode for row in checked.corpus.of(MODELS[rows])] == ["CTH-01"]  # rules see it


@pytest.mark.parametrize("rows", ["dik", "dip"])
@pytest.mark.parametrize("shape", SHAPES)
def test_a_long_choice_is_refused_in_proportion(shape: str, rows: str, tmp_path: Path) -> None:
    def prepare(size: int) -> Work[Checked]:
        folder = project(tmp_path / str(size), rows, SHAPES[shape](size), chosen=True)
        return lambda: load_and_check(folder, DAY)

    checked = assert_even(prepare, 4_000)
    refused = {found.rule_id for found in checked.findings if found.span.cell}
    assert refused >= {"ISI-003", "ISI-004"}


ROW = (
    "{},Rencana kerja dinas tahun berjalan,setiap-saat,setiap-saat.d,Sekretariat,Sekretaris,"
    "2019-01,Kota Contoh,digital,5 tahun,,2019-03-01,"
)
HEADING = (
    "kode,informasi,klasifikasi,kewajiban,penguasa,penanggung_jawab,waktu_pembuatan,"
    "tempat_pembuatan,bentuk,retensi,tautan,diperbarui,catatan"
)
FILES: dict[str, tuple[str, Callable[[int], str]]] = {
    "unknown keys": ("dip/2019.yml", lambda n: "".join(f"kunci{i}: {i}\n" for i in range(n))),
    "aliases": ("dip/2019.yml", lambda n: "a: &a [x]\nb: [" + "*a, " * n + "x]\n"),
    "columns": (
        "dip/2019.csv",
        lambda n: ",".join([HEADING, *(f"kolom{i}" for i in range(n // 9))]) + "\nx\n",
    ),
    "rows without cells": ("dip/2019.csv", lambda n: f"{HEADING}\n" + "\n" * 10 * n),
    "rows of one title": (
        "dip/2019.csv",
        lambda n: "\n".join([HEADING, *(ROW.format(f"K{i}") for i in range(n // 4))]),
    ),
}


FOUND: dict[str, set[str]] = {
    "unknown keys": {"ISI-002"},
    "aliases": {"BRK-003"},
    "columns": {"BRK-004", "BRK-007"},
    "rows without cells": set(),
    "rows of one title": {"DUP-002"},
}
"""What shows that a file was read through, and not refused at its first line."""


@pytest.mark.parametrize("shape", FILES)
def test_a_long_file_costs_in_proportion(shape: str, tmp_path: Path) -> None:
    path, make = FILES[shape]

    def prepare(size: int) -> Work[Checked]:
        folder = shutil.copytree(BASE, tmp_path / str(size))
        rows = (folder / "data/opd/dinas-contoh/dip/2019.csv").read_text("utf-8")
        assert rows.startswith(HEADING)
        closed = folder / "data/opd/dinas-contoh/dik/2019.csv"
        one = closed.read_text("utf-8").splitlines()
        title = next(csv.DictReader(one))["informasi"]
        same = one[1].replace(title, "Rencana kerja dinas tahun berjalan")
        again = [same.replace("CTH-01", f"CTH-{number}", 1) for number in range(size // 4)]
        closed.write_text("\n".join([one[0], *again, ""]), "utf-8")
        (folder / f"data/opd/dinas-contoh/{path}").write_text(make(size), "utf-8")
        return lambda: load_and_check(folder, DAY)

    checked = assert_even(prepare, 1_000)
    found = {one.rule_id for one in checked.findings if one.span.path.endswith(path)}
    assert found >= FOUND[shape]
