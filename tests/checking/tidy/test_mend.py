"""Certain replacements: made at once, told one by one, never where the meaning may change."""

import errno
import json
import os
import re
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from ppid.checking import mend
from ppid.cli.main import main
from tests.conftest import DAY

DIK, LIST = "data/opd/setda/dik/2021.csv", "data/opd/setda/dik/2021.yml"
COPY = "data/opd/setda/dik/2020.csv"
DIP = "data/opd/dinkes/dip/2021.csv"


def run(*arguments: str, capsys: pytest.CaptureFixture[str]) -> tuple[int, str, str]:
    with pytest.raises(SystemExit) as ended:
        main(list(arguments))
    written = capsys.readouterr()
    return int(ended.value.code or 0), written.out, written.err


def change(root: Path, path: str, old: str, new: str) -> None:
    file = root / path
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), "utf-8")


def everything(root: Path) -> dict[str, bytes]:
    files = (path for path in (root / "data").rglob("*") if path.is_file())
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in files}


@pytest.fixture
def kota(proyek: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(proyek)
    return proyek


@pytest.mark.parametrize(
    ("path", "right", "wrong"),
    [
        (DIK, "UU 14/2008 Pasal 17 huruf h angka 4", "Pasal 17 huruf H angka 4 UU KIP"),
        (
            DIK,
            "UU 14/2008 Pasal 17 huruf h angka 4",
            "UU No. 14 Tahun 2008 pasal 17 h 4",
        ),
        (DIK, "4,Kelemahan seseorang", "4,Kelemahan  seseorang"),
        (DIK, ",5 tahun,", ",5 Tahun,"),
        (DIK, ",seluruh,", ",Seluruh,"),
        (DIP, ",serta-merta,", ",Serta Merta,"),
        (DIP, ",2021-10-04,", ",4 Oktober 2021,"),
        (LIST, "tanggal: 2021-02-15", "tanggal: 15 Februari 2021"),
    ],
)
def test_what_is_certain_is_put_right(
    path: str, right: str, wrong: str, kota: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = everything(kota)
    change(kota, path, right, wrong)
    _, out, _ = run("periksa", path, "--perbaiki", "--tanggal", DAY, capsys=capsys)
    assert everything(kota) == before
    assert f"]: {path}:" in out
    assert "” → “" in out


def fill_disk_at(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the disk be full when a file is put in its place."""
    replace = Path.replace

    def full(self: Path, target: Path) -> Path:
        if Path(target) == place:
            raise OSError(errno.ENOSPC, "penuh")
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", full)


def test_all_files_are_put_right_or_none(
    kota: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    change(kota, DIK, ",5 tahun,", ",5 Tahun,")
    change(kota, DIP, ",serta-merta,", ",Serta Merta,")
    before = everything(kota)
    fill_disk_at(kota / DIK, monkeypatch)
    code, out, err = run("periksa", "--perbaiki", "--tanggal", DAY, capsys=capsys)
    assert everything(kota) == before
    assert code == 2
    assert "Diperbaiki" not in out
    assert "Tidak ada yang berubah" in err
    assert "ruang penyimpanan penuh" in err


def test_all_rounds_are_written_at_once(
    kota: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    change(kota, DIK, ",5 tahun,", ",5 Tahun,")
    change(kota, DIK, ",seluruh,", ",Seluruh,")
    one_by_one = mend.mended
    monkeypatch.setattr(mend, "mended", lambda at, found, names: one_by_one(at, found[:1], names))
    writes: list[Mapping[str, bytes | None]] = []
    write = mend.write_together

    def counted(root: Path, files: Mapping[str, bytes | None]) -> list[str]:
        writes.append(files)
        return write(root, files)

    monkeypatch.setattr(mend, "write_together", counted)
    _, out, _ = run("periksa", "--perbaiki", "--tanggal", DAY, capsys=capsys)
    assert out.count("Diperbaiki[") > 1
    assert len(writes) == 1


def test_a_disk_that_fills_leaves_all_as_it_was_and_nothing_is_said_to_be_tidied(
    kota: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for path in (DIK, DIP):
        (kota / path).write_bytes((kota / path).read_bytes().replace(b"\n", b"\r\n"))
    before = everything(kota)
    fill_disk_at(kota / DIK, monkeypatch)
    code, out, err = run("rapikan", capsys=capsys)
    assert everything(kota) == before
    assert code == 2
    assert "Dirapikan" not in out
    assert "Tidak ada yang berubah" in err
    monkeypatch.undo()
    monkeypatch.chdir(kota)
    code, out, _ = run("rapikan", capsys=capsys)
    assert {DIK, DIP} <= set(re.findall(r"Dirapikan: (\S+)", out))


def test_a_pipe_among_the_data_is_left_alone(kota: Path) -> None:
    (kota / DIP).unlink()
    os.mkfifo(kota / DIP)
    command = [sys.executable, "-c", "from ppid.cli.main import main; main()", "rapikan"]
    ended = subprocess.run(command, cwd=kota, check=False, capture_output=True, timeout=60)
    assert ended.returncode in {0, 1}
    assert (kota / DIP).is_fifo()


def test_what_was_replaced_is_said_with_its_cell(
    kota: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    change(kota, DIK, ",5 tahun,", ",5 Tahun,")
    _, out, _ = run("periksa", DIK, "--perbaiki", "--tanggal", DAY, capsys=capsys)
    assert f"Diperbaiki[DIK-012]: {DIK}:2 (sel H2)\n  “5 Tahun” → “5 tahun”\n" in out


def test_several_defects_of_one_cell_are_all_put_right(
    kota: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = everything(kota)
    change(kota, DIK, ",5 tahun,", ", 5  Tahun ,")
    run("periksa", "--perbaiki", "--tanggal", DAY, capsys=capsys)
    assert (kota / DIK).read_bytes() == before[DIK]


@pytest.mark.parametrize(
    ("path", "right", "wrong"),
    [
        (DIP, ",2021-10-04,", ",1/2/2021,"),
        (DIK, "huruf h angka 4,", "huruf h angka 4: hasil penilaian,"),
        (DIK, "huruf h angka 4,", "huruf h angka 4 lembar 7,"),
        (DIK, "huruf h angka 4,", "huruf a - h,"),
        (DIK, "huruf h angka 4,", "huruf h angka 4; Peraturan Meteri Kesehatan 24/2022,"),
        (DIK, "UU 14/2008 Pasal", "UU 14/2008 tentang Rahasia UU 8/1981 Pasal"),
        (DIK, ",5 tahun,", ",selama 5 tahun sejak ditetapkan,"),
        (DIK, ",5 tahun,", ",Dapat dibuka pada waktu pemeriksaan,"),
        (DIK, ",5 tahun,", ",1 Januari - 31 Desember 2024,"),
        (DIK, ",5 tahun,", ",Perwal 27 Tahun 2017,"),
        (DIK, ",5 tahun,", ",2-5 tahun,"),
        (DIK, ",5 tahun,", ",Permamen,"),
        (COPY, ",1 tahun,", ",1 Tahun,"),
    ],
)
def test_what_may_mean_something_else_is_left_alone(
    path: str, right: str, wrong: str, kota: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    change(kota, path, right, wrong)
    before = (kota / path).read_bytes()
    run("periksa", path, "--perbaiki", "--tanggal", DAY, capsys=capsys)
    assert (kota / path).read_bytes() == before


def test_rows_whose_list_cannot_be_read_may_be_a_copy(
    kota: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    change(kota, DIK, ",5 tahun,", ",5 Tahun,")
    (kota / LIST).write_text("penetapan: [\n", "utf-8")
    before = (kota / DIK).read_bytes()
    code, _, _ = run("periksa", "--perbaiki", "--tanggal", DAY, capsys=capsys)
    assert code == 1
    assert (kota / DIK).read_bytes() == before


def test_only_the_named_files_are_touched(kota: Path, capsys: pytest.CaptureFixture[str]) -> None:
    change(kota, DIK, ",5 tahun,", ",5 Tahun,")
    before = everything(kota)
    run("periksa", DIP, "--perbaiki", "--tanggal", DAY, capsys=capsys)
    assert everything(kota) == before


def test_an_answer_for_machines_stays_one(kota: Path, capsys: pytest.CaptureFixture[str]) -> None:
    change(kota, DIK, ",5 tahun,", ",5 Tahun,")
    wanted = ("periksa", "--perbaiki", "--format", "json", "--tanggal", DAY)
    _, out, err = run(*wanted, capsys=capsys)
    assert json.loads(out)["ringkasan"]["galat"] == 0
    assert "Diperbaiki[DIK-012]" in err


def test_rapikan_changes_nothing_when_only_looking(
    kota: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = (kota / DIK).read_text("utf-8")
    (kota / DIK).write_bytes(b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode())
    before = everything(kota)
    code, out, _ = run("rapikan", "--lihat", DIK, capsys=capsys)
    assert (code, everything(kota)) == (0, before)
    assert f"Akan dirapikan: {DIK}" in out
    code, out, _ = run("rapikan", DIK, capsys=capsys)
    assert (code, (kota / DIK).read_text("utf-8")) == (0, text)
    assert "tanda BOM dihapus" in out


def test_rapikan_names_what_it_leaves(kota: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (kota / LIST).write_text("penetapan: [\n", "utf-8")
    code, out, err = run("rapikan", "data/opd/setda/dik", capsys=capsys)
    assert (code, f"Dibiarkan: {LIST}: Baris" in err) == (1, True)
    assert "1 dibiarkan" in out
    assert (kota / LIST).read_text("utf-8") == "penetapan: [\n"


@pytest.mark.usefixtures("kota")
def test_rapikan_outside_of_the_project_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert run("rapikan", "tidak-ada", capsys=capsys)[0] == 2
