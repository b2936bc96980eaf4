"""The evidence of a year: what is in the pack, and that it proves itself and stays the same."""

import csv
import hashlib
import io
import zipfile
from datetime import date
from pathlib import Path

import pytest

from ppid.assessing.assess import assess
from ppid.assessing.model import State
from ppid.checking.check import load_and_check
from ppid.cli.main import main
from ppid.publishing import evidence_pack
from ppid.publishing.evidence_pack import pack

TOWN = Path(__file__).parents[1] / "kota-kecil"
CHECKED = load_and_check(TOWN, date(2021, 12, 31))
SITE = "https://ppid.kotakecil.example/"


def opened(content: bytes) -> zipfile.ZipFile:
    return zipfile.ZipFile(io.BytesIO(content))


def listed(archive: zipfile.ZipFile) -> list[dict[str, str]]:
    text = archive.read("daftar-bukti.csv").decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_the_same_data_gives_the_same_bytes() -> None:
    assert pack(CHECKED, 2021, TOWN, SITE) == pack(CHECKED, 2021, TOWN, SITE)


def test_every_file_agrees_with_its_digest() -> None:
    archive = opened(pack(CHECKED, 2021, TOWN, SITE))
    sums = dict(
        reversed(line.split("  ", 1))
        for line in archive.read("sha256sum.txt").decode("utf-8-sig").splitlines()
    )
    assert set(sums) == set(archive.namelist()) - {"sha256sum.txt"}
    for name, digest in sums.items():
        assert hashlib.sha256(archive.read(name)).hexdigest() == digest


def test_every_obligation_that_binds_is_listed_with_its_permanent_address() -> None:
    rows = listed(opened(pack(CHECKED, 2021, TOWN, SITE)))
    year = assess(CHECKED.corpus).year(2021)
    assert year is not None
    bound = {
        f"{SITE}kelengkapan/2021/{report.opd}/#{a.obligation.kode}"
        for report in year.reports
        for a in report.assessments
        if a.state is not State.TIDAK_BERLAKU
    }
    assert {row["temuan"] for row in rows} == bound
    assert any("1-01" in row["pertanyaan"] for row in rows)


def test_documents_lie_inside_with_the_digest_that_is_listed() -> None:
    archive = opened(pack(CHECKED, 2021, TOWN, SITE))
    inside = [row for row in listed(archive) if row["berkas"]]
    assert inside
    for row in inside:
        content = archive.read(row["berkas"])
        assert hashlib.sha256(content).hexdigest() == row["sha256"]
        assert len(content) <= evidence_pack.LARGEST


def test_a_large_document_stays_outside_but_keeps_its_digest(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(evidence_pack, "LARGEST", 0)
    archive = opened(pack(CHECKED, 2021, TOWN, SITE))
    assert not [name for name in archive.namelist() if name.startswith("dokumen/")]
    outside = [row for row in listed(archive) if "lebih dari 2 MB" in row["keterangan"]]
    assert outside
    assert all(len(row["sha256"]) == 64 for row in outside)


def test_no_cell_runs_as_a_formula() -> None:
    archive = opened(pack(CHECKED, 2021, TOWN, ""))
    cells = (cell for row in listed(archive) for cell in row.values())
    assert not any(cell.startswith(("=", "+", "-", "@")) for cell in cells)


def test_the_command_writes_the_pack(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    target = tmp_path / "bukti.zip"
    options = ("--tahun", "2021", "--keluaran", str(target), "--alamat", SITE)
    with pytest.raises(SystemExit) as ended:
        main(["--proyek", str(TOWN), "bukti", *options, "--tanggal", "2021-12-31"])
    assert ended.value.code == 0
    assert target.read_bytes() == pack(CHECKED, 2021, TOWN, SITE)
    assert "Ditulis" in capsys.readouterr().out


def test_a_year_without_lists_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["--proyek", str(TOWN), "bukti", "--tahun", "2001", "--tanggal", "2021-12-31"])
    assert ended.value.code == 2
    assert "Tahun 2001 tidak dapat dinilai" in capsys.readouterr().err
