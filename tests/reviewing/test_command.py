"""The command `tinjau` as it is typed, in real repositories."""

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import jsonschema
import pytest
from click.testing import CliRunner, Result

from ppid.cli.main import ppid
from ppid.cli.options import speak_indonesian
from tests.reviewing.edits import cell, without
from tests.reviewing.repositories import HOSTILE_BRANCH, KES, change, git
from tests.reviewing.test_outputs import SCHEMA

Run = Callable[..., subprocess.CompletedProcess[str]]


def tinjau(at: Path, *arguments: str) -> Result:
    day = ("--tanggal", "2021-12-31")
    speak_indonesian()  # as `main` does: click keeps the words of --help from the first use on
    return CliRunner().invoke(ppid, ["--proyek", str(at), "tinjau", *day, *arguments])


def test_the_terminal(project: Path) -> None:
    change(project, KES, without("KES-RENSTRA"))
    result = tinjau(project)
    assert result.exit_code == 0
    assert "Tidak tercantum lagi (1)" in result.stdout
    assert "\x1b" not in result.stdout


def test_json_keeps_its_schema(project: Path) -> None:
    change(project, KES, without("KES-RENSTRA"))
    report = json.loads(tinjau(project, "--format", "json").stdout)
    jsonschema.Draft202012Validator(SCHEMA).validate(report)
    assert report["perubahan"][0]["catatan"] == "dip/dinkes/2021/kes-renstra"
    assert report["kelengkapan"][0]["kewajiban"][0]["kode"] == "setiap-saat.h"


def test_the_whole_report_is_written(project: Path, tmp_path: Path) -> None:
    change(project, KES, without("KES-RENSTRA"))
    target = tmp_path / "laporan.md"
    result = tinjau(project, "--format", "markdown", "--keluaran", str(target))
    assert result.stdout == target.read_text("utf-8")
    assert "Laporan lengkap ditulis" in result.stderr


def test_only_new_errors_end_with_one(project: Path, run: Run) -> None:
    at = {"at": project}
    day = ("--tanggal", "2021-12-31")
    change(project, KES, cell("KES-RENSTRA", klasifikasi="kadang-kadang"))
    broken = run("tinjau", *day, **at)
    assert broken.returncode == 1, broken.stderr
    assert "galat ISI-003" in broken.stdout
    git(project, "commit", "-q", "-a", "-m", "Rusak")
    assert run("tinjau", *day, "--dasar", "HEAD", **at).returncode == 0
    change(project, KES, cell("KES-RENSTRA", klasifikasi="setiap-saat"))
    solved = run("tinjau", *day, "--dasar", "HEAD", **at)
    assert solved.returncode == 0
    assert "Temuan yang selesai" in solved.stdout


@pytest.mark.parametrize("form", ["teks", "markdown", "json"])
def test_a_hostile_name_is_inert(project: Path, form: str) -> None:
    git(project, "branch", HOSTILE_BRANCH, "main")
    shown = tinjau(project, "--dasar", HOSTILE_BRANCH, "--format", form).stdout
    assert "##[" not in shown
    assert "/" in shown
    if form == "markdown":
        assert "<img" not in shown
        assert "@ketua" not in shown


@pytest.mark.parametrize("name", ["x\n::error::y", "\x1b[31m", "a" * 3000])
def test_an_unknown_name_is_repeated_harmlessly(project: Path, name: str) -> None:
    result = tinjau(project, "--dasar", name)
    assert result.exit_code == 1
    said = result.stderr.strip().removeprefix("Error: ")
    assert said.isprintable()
    assert len(said) < 300


def test_a_report_that_cannot_be_written(project: Path) -> None:
    result = tinjau(project, "--keluaran", "/nonexistent/laporan.md")
    assert result.exit_code == 1
    assert "tidak dapat ditulis" in result.stderr
