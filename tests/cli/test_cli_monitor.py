"""The commands of those who assess, as they are typed."""

import csv
import io
import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import load_workbook

from tests.conftest import assemble

Run = Callable[..., subprocess.CompletedProcess[str]]
DAY = ("--tanggal", "2021-12-31")


def test_figures_of_every_opd(kota_kecil: Path, run: Run) -> None:
    ended = run("kelengkapan", *DAY, at=kota_kecil)
    assert ended.returncode == 0
    lines = {line.split()[0]: line.split()[1:] for line in ended.stdout.splitlines() if line}
    assert lines["dinkes"] == ["21,7", "9", "59", "0", "0", "90", "100,0"]
    assert lines["kecamatan-tepi-danau"] == ["13,0", "1", "63", "0", "0", "94", "–"]
    assert lines["setda"] == ["23,5", "19", "95", "0", "0", "44", "37,5"]


def test_every_obligation_of_one_opd(kota_kecil: Path, run: Run) -> None:
    ended = run("kelengkapan", "--opd", "setda", "--tahun", "2021", *DAY, at=kota_kecil)
    assert "Sekretariat Daerah: 23,5" in ended.stdout
    assert "○ setiap-saat.r" in ended.stdout
    assert "dinkes" not in ended.stdout


def test_tables_hold_the_same_figures(kota_kecil: Path, run: Run, tmp_path: Path) -> None:
    told = json.loads(run("kelengkapan", "--format", "json", *DAY, at=kota_kecil).stdout)
    rows = list(
        csv.DictReader(
            io.StringIO(run("kelengkapan", "--format", "csv", *DAY, at=kota_kecil).stdout)
        )
    )
    assert len(rows) == sum(len(opd["kewajiban"]) for opd in told["opd"]) == 3 * 158
    paper = tmp_path / "kertas.xlsx"
    written = ("--format", "xlsx", "--opd", "setda", "--keluaran", str(paper))
    assert run("kelengkapan", *written, *DAY, at=kota_kecil).returncode == 0
    overview = load_workbook(paper)["Ringkasan"]
    assert [cell.value for cell in overview["B"][6:]] == ["setda", None]


def test_lists_without_a_profile_are_not_judged(tmp_path: Path, run: Run) -> None:
    town = assemble(tmp_path)
    for profile in town.glob("data/opd/*/profil.yml"):
        profile.unlink()
    ended = run("kelengkapan", *DAY, at=town)
    assert ended.returncode == 2
    assert "Belum ada profil perangkat daerah yang terbaca" in ended.stderr


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--format", "xlsx"), "--keluaran"),
        (("--tahun", "2015"), "Yang dapat: 2018, 2020, 2021"),
        (("--opd", "setdaa"), "Mungkin maksudnya “setda”"),
        (("--tahun", "1999"), "tulis tahun dari 2000 sampai 2099"),
        (("--tahun", "dua"), "tulis tahun dari 2000 sampai 2099"),
        (("--format", "csv", "--keluaran", "/tidak/ada/hasil.csv"), "tidak dapat ditulis"),
        (("--format", "csv", "--keluaran", "/"), "adalah folder, bukan berkas."),
    ],
)
def test_misuse_is_explained(
    kota_kecil: Path, run: Run, arguments: tuple[str, ...], said: str
) -> None:
    ended = run("kelengkapan", *arguments, *DAY, at=kota_kecil)
    assert ended.returncode == 2
    assert said in ended.stderr
    assert "cacat program" not in ended.stderr
