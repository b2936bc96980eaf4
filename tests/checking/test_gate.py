"""The gate on loose files and on a built site: what it lets pass, and what it holds back."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from ppid.checking.check import load_and_check
from ppid.checking.gate import (
    check_content,
    check_files,
    check_site,
    files_below,
    look_into,
    look_into_site,
)
from ppid.cli.output import render_findings
from ppid.core.document import Contents
from ppid.diagnostics.diagnostic import Severity
from ppid.reading.documents import inspection
from tests.conftest import DAY, TOWN, Run
from tests.reading.documents.files import book, hidden_sheet

INVENTED = "3139010101900007"  # DKI Jakarta has no regency 39
SECRET = b"Naskah contoh yang dikecualikan.\n"


def _found(targets: list[Path]) -> dict[str, Contents]:
    return {name: look_into(path) for name, path in files_below(targets)}


def test_a_clean_site_passes_and_a_leaking_one_does_not(
    situs: Path, kota_kecil: Path, tmp_path: Path
) -> None:
    checked = load_and_check(kota_kecil, date.fromisoformat(DAY))
    assert not [d for d in check_site(_found([situs]), checked) if d.severity is Severity.GALAT]
    copy = shutil.copytree(situs, tmp_path / "situs")
    (copy / "index.html").write_text(f"<p>{INVENTED}</p>", "utf-8")
    (copy / "lain.txt").write_bytes(SECRET)
    found = {(d.rule_id, d.span.path) for d in check_site(_found([copy]), checked)}
    assert ("PRI-001", "index.html") in found
    assert any(rule_id == "DIK-019" for rule_id, _ in found)


def test_a_file_of_the_site_that_is_not_read_to_its_end_is_told(
    situs: Path, kota_kecil: Path, tmp_path: Path
) -> None:
    checked = load_and_check(kota_kecil, date.fromisoformat(DAY))
    content = b"Laporan"
    for number in range(20):
        held = BytesIO()
        with ZipFile(held, "w") as package:
            package.writestr(f"{number}.zip", content)
        content = held.getvalue()
    (tmp_path / "paket.zip").write_bytes(content)
    shutil.copy(situs / "manifes.json", tmp_path)
    (found,) = check_site(_found([tmp_path]), checked)
    assert (found.rule_id, found.span.path) == ("BRK-012", "paket.zip")
    assert "terlalu bertingkat" in found.message


def test_what_the_program_made_may_take_longer_than_what_it_copied(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    allowed: list[float] = []

    @contextmanager
    def note(seconds: float) -> Iterator[None]:
        allowed.append(seconds)
        yield

    monkeypatch.setattr(inspection, "_limited", note)
    (tmp_path / "dokumen").mkdir()
    for place in ("angka.csv", "dokumen/angka.csv"):
        (tmp_path / place).write_text("1,2", "utf-8")
        look_into_site(tmp_path / place)
    look_into(tmp_path / "angka.csv")
    own, copied, loose = allowed
    assert own > 2 * copied
    assert copied == loose


@pytest.mark.long
def test_several_processors_find_what_one_finds(
    situs: Path, kota_kecil: Path, tmp_path: Path, spawn: Run
) -> None:
    copy = shutil.copytree(situs, tmp_path / "situs")
    for number, page in enumerate(sorted(copy.rglob("index.html"))[:20]):
        page.write_text(f"<p>{INVENTED}</p>" + number * "<p>lagi</p>", "utf-8")
    (copy / "lain.txt").write_bytes(SECRET)
    checked = load_and_check(kota_kecil, date.fromisoformat(DAY))
    expected = check_site(_found([copy]), checked)
    ended = spawn("gerbang", "--tanggal", DAY, "--format", "json", str(copy), at=kota_kecil)
    assert ended.returncode == 1
    assert ended.stdout.rstrip() == render_findings("json", expected, checked).rstrip()
    assert len({each.span.path for each in expected}) >= 21


def test_loose_files_are_held_against_every_list(tmp_path: Path) -> None:
    checked = load_and_check(TOWN, date.fromisoformat(DAY))
    (tmp_path / "rekap.xlsx").write_bytes(book(hidden_sheet("hidden")))
    (tmp_path / "biasa.txt").write_text("Laporan layanan informasi", "utf-8")
    (tmp_path / "tautan").symlink_to(tmp_path / "biasa.txt")
    os.mkfifo(tmp_path / "pipa.pdf")
    names = [name for name, _ in files_below([tmp_path])]
    assert names == ["biasa.txt", "pipa.pdf", "rekap.xlsx", "tautan"]
    found = check_files(_found([tmp_path]), checked)
    assert {d.span.path for d in found} == {"pipa.pdf", "rekap.xlsx", "tautan"}
    assert "PRI-006" in {d.rule_id for d in found}
    unread = [d for d in found if d.span.path in {"pipa.pdf", "tautan"}]
    assert {d.rule_id for d in unread} == {"BRK-012"}


def test_files_of_the_same_name_in_two_folders_are_both_looked_at(tmp_path: Path) -> None:
    for folder, text in (("satu", f"NIK {INVENTED}"), ("dua", "Laporan layanan informasi")):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "a.txt").write_text(text, "utf-8")
    checked = load_and_check(TOWN, date.fromisoformat(DAY))
    found = check_files(_found([tmp_path / "satu", tmp_path / "dua"]), checked)
    assert [(d.rule_id, d.span.path) for d in found] == [
        ("PRI-001", (tmp_path / "satu/a.txt").as_posix())
    ]


@pytest.mark.parametrize(
    "written",
    [
        "3204110609970001",
        "\uff13\uff12\uff10\uff14110609970001",
        "32041106&#48;9970001",
        r"3204110\u0036\u00309970001",
        "32\u200b04110609970001",
        "NIK 3.204.110.609.970.001",
        '="3204"&"1106"&"0997"&"0001"',
        "\t".join("3204110609970001") + "\t",
        "NPWP 01.312.166.0-091.000",
        "NPWP 13121660091000",
        "HP 812-1234-1100",
    ],
)
def test_a_public_sample_is_one_however_it_is_written(written: str) -> None:
    checked = load_and_check(TOWN, date.fromisoformat(DAY))
    assert check_content("a.txt", written.encode(), checked.corpus) == []
    other = written.replace("9970001", "9970002")
    if other != written:
        assert check_content("a.txt", other.encode(), checked.corpus)


def test_a_folder_without_files_is_not_called_clean(
    kota_kecil: Path, tmp_path: Path, run: Run
) -> None:
    (tmp_path / "kosong/lagi").mkdir(parents=True)
    ended = run("gerbang", str(tmp_path / "kosong"), at=kota_kecil)
    assert ended.returncode == 2
    assert "tidak ada berkas" in ended.stderr


@pytest.mark.parametrize("command", ["gerbang", "impor", "verifikasi"])
def test_what_is_no_file_is_refused_at_once(
    command: str, kota_kecil: Path, tmp_path: Path, run: Run
) -> None:
    os.mkfifo(tmp_path / "pipa.xlsx")
    for place in (tmp_path / "pipa.xlsx", Path("/dev/zero")):
        ended = run(command, str(place), at=kota_kecil)
        assert ended.returncode == 2
        assert "bukan berkas biasa" in ended.stderr


def test_the_command_says_so_by_its_exit_code(kota_kecil: Path, tmp_path: Path, run: Run) -> None:
    (tmp_path / "a.txt").write_text(f"NIK {INVENTED}", "utf-8")
    (tmp_path / "b.txt").write_text("Laporan", "utf-8")
    ended = run("gerbang", str(tmp_path / "a.txt"), at=kota_kecil)
    assert ended.returncode == 1
    assert INVENTED not in ended.stdout + ended.stderr
    assert run("gerbang", str(tmp_path / "b.txt"), at=kota_kecil).returncode == 0
    (tmp_path / "c.7z").write_bytes(b"7z\xbc\xaf\x27\x1c\0\4")
    ended = run("gerbang", str(tmp_path / "b.txt"), str(tmp_path / "c.7z"), at=kota_kecil)
    assert ended.returncode == 3
    assert "Tidak dapat diperiksa: arsip 7-Zip" in ended.stdout
    assert "Tidak ada temuan" not in ended.stdout
    sidik = run("gerbang", "--sidik", str(tmp_path / "b.txt"), at=kota_kecil)
    assert len(sidik.stdout.split()[0]) == 64
    assert run("gerbang", at=kota_kecil).returncode == 2
