"""What a job without rights made enters the repository only as lists, or not at all."""

import shutil
from pathlib import Path

import pytest

from ppid.checking.submissions import waiting_of
from ppid.handing_in.proposal import LARGEST, MOST, examine
from tests.conftest import Run

KNOWN = {"dinkes"}
LIST = "data/opd/dinkes/dik/2026.csv"


def test_lists_pass() -> None:
    files = {LIST: b"kode,informasi\n", "data/opd/dinkes/dip/2026.yml": "catatan: “ya”\n".encode()}
    proposal = examine(files, KNOWN)
    assert proposal.files == files
    assert proposal.refused == ()
    assert proposal.lists == {("dinkes", "dik", 2026), ("dinkes", "dip", 2026)}


@pytest.mark.parametrize(
    "path",
    [
        ".github/workflows/periksa.yml",
        "generator/cli.py",
        "data/badan.yml",
        "data/opd/dinkes/profil.yml",
        "data/opd/dinkes/dik/2026.csv/../../profil.yml",
        "data/opd/lain/dik/2026.csv",
        "data/opd/dinkes/dik/1999.csv",
        "data/opd/dinkes/dik/2026.csv\n",
        "data/opd/dinkes/dik/2026.exe",
        "data/opd/../opd/dinkes/dik/2026.csv",
        "/data/opd/dinkes/dik/2026.csv",
        "data/opd/dinkes/dik/2026.csv (tautan simbolik)",
    ],
)
def test_any_other_path_is_refused(path: str) -> None:
    proposal = examine({path: b"x", LIST: b"x"}, KNOWN)
    assert len(proposal.refused) == 1
    assert path not in proposal.files


@pytest.mark.parametrize("content", [b"\xff\xfe", b"a\0b", b"x" * (LARGEST + 1)])
def test_any_other_content_is_refused(content: bytes) -> None:
    assert examine({LIST: content}, KNOWN).refused


NIL = b"nihil:\n  pernyataan: Tidak ada.\n  pejabat: Sekretaris\n  tanggal: 2026-02-02\n"


def test_a_faulty_list_stops_no_other_list() -> None:
    good, bad = "data/opd/dinkes/dip/2026.csv", LIST
    about = LIST.replace(".csv", ".yml")
    found = examine({bad: b"a\0b", about: b"sumber: x\n", good: b"kode\n"}, KNOWN)
    assert found.files == {good: b"kode\n"}
    assert len(found.refused) == 1
    assert not found.foreign


def test_nil_takes_the_rows_away() -> None:
    about = LIST.replace(".csv", ".yml")
    assert examine({about: NIL}, KNOWN).emptied == {LIST}
    assert examine({about: b"sumber: x\n"}, KNOWN).emptied == frozenset()
    both = examine({about: NIL, LIST: b"kode\n"}, KNOWN)
    assert both.files == {}
    assert "menyatakan nihil" in both.refused[0]


def test_too_many_files_are_refused() -> None:
    assert examine({f"{n}": b"" for n in range(MOST + 1)}, KNOWN) == examine(
        {f"{n}": b"" for n in range(MOST + 1)}, set()
    )
    assert examine({f"{n}": b"" for n in range(MOST + 1)}, KNOWN).files == {}


def test_one_foreign_file_stops_all(proyek: Path, tmp_path: Path, run: Run) -> None:
    made = tmp_path / "hasil"
    (made / "data/opd/dinkes/dik").mkdir(parents=True)
    (made / LIST).write_text("kode,informasi\n", "utf-8")
    (made / "mkdocs.yml").write_text("hooks: [jahat.py]\n", "utf-8")
    before = (proyek / "mkdocs.yml").read_text("utf-8")
    assert run("terapkan", str(made), at=proyek).returncode == 1
    assert not (proyek / LIST).exists()
    assert (proyek / "mkdocs.yml").read_text("utf-8") == before


def test_rows_that_nil_replaces_are_removed_and_named(
    proyek: Path, tmp_path: Path, run: Run
) -> None:
    made, place = tmp_path / "hasil", "data/opd/dinkes/dik/2021"
    assert (proyek / f"{place}.csv").is_file()
    (made / "data/opd/dinkes/dik").mkdir(parents=True)
    (made / f"{place}.yml").write_bytes(NIL)
    (made / LIST).write_bytes(b"a\0b")
    told = tmp_path / "ditolak.md"
    ended = run("terapkan", str(made), "--laporan", str(told), at=proyek)
    assert ended.returncode == 0, ended.stderr
    assert f"Dihapus, karena daftarnya nihil: {place}.csv" in ended.stdout
    assert not (proyek / f"{place}.csv").exists()
    assert (proyek / f"{place}.yml").read_bytes() == NIL
    assert "tanda kendali" in told.read_text("utf-8")


def test_what_stands_already_is_not_said_to_be_written(
    proyek: Path, tmp_path: Path, run: Run
) -> None:
    place = "data/opd/dinkes/dip/2021"
    shutil.copytree(proyek / "data/opd/dinkes/dip", tmp_path / "hasil/data/opd/dinkes/dip")
    rows = tmp_path / f"hasil/{place}.csv"
    rows.write_bytes(rows.read_bytes().replace(b"Laporan realisasi", b"Naskah realisasi"))
    ended = run("terapkan", str(tmp_path / "hasil"), at=proyek)
    assert ended.returncode == 0, ended.stderr
    assert f"Ditulis: {place}.csv" in ended.stdout
    assert f"Sudah sama, tidak ditulis: {place}.yml" in ended.stdout
    assert f"Ditulis: {place}.yml" not in ended.stdout
    assert b"Naskah realisasi" in (proyek / f"{place}.csv").read_bytes()


def test_links_are_not_followed_in_either_direction(proyek: Path, tmp_path: Path, run: Run) -> None:
    secret = tmp_path / "rahasia.csv"
    secret.write_text("rahasia\n", "utf-8")
    made = tmp_path / "hasil"
    (made / "data/opd/dinkes/dik").mkdir(parents=True)
    (made / LIST).symlink_to(secret)
    ended = run("terapkan", str(made), at=proyek)
    assert ended.returncode == 1
    assert "tautan simbolik" in ended.stderr

    (made / LIST).unlink()
    (made / LIST).write_text("kode\n", "utf-8")
    (proyek / LIST).symlink_to(secret)
    assert run("terapkan", str(made), at=proyek).returncode == 2
    assert secret.read_text("utf-8") == "rahasia\n"


def test_a_workbook_goes_when_its_list_comes(proyek: Path, tmp_path: Path, run: Run) -> None:
    waiting = proyek / "data/opd/dinkes/kiriman"
    waiting.mkdir()
    for name in ("DIK 2026 final.xlsx", "dip-2026.xlsx", "tanpa nama.xlsx", "dik 2026;id.xlsx"):
        (waiting / name).write_bytes(b"PK")
    listed = run("kiriman", at=proyek)
    assert listed.stdout.splitlines() == [
        "data/opd/dinkes/kiriman/DIK 2026 final.xlsx\tdinkes\tdik\t2026",
        "data/opd/dinkes/kiriman/dip-2026.xlsx\tdinkes\tdip\t2026",
    ]
    assert listed.stderr.count("Dilewati") == 2

    made = tmp_path / "hasil"
    (made / "data/opd/dinkes/dik").mkdir(parents=True)
    (made / LIST).write_text("kode,informasi\n", "utf-8")
    assert run("terapkan", str(made), at=proyek).returncode == 0
    left = sorted(path.name for path in waiting.iterdir())
    assert left == ["dik 2026;id.xlsx", "dip-2026.xlsx", "tanpa nama.xlsx"]
    assert (proyek / LIST).read_text("utf-8") == "kode,informasi\n"


@pytest.mark.parametrize(
    ("path", "known"),
    [
        ("data/opd/dinkes/kiriman/dik-2026.xlsx", ("dik", 2026)),
        ("data/opd/dinkes/kiriman/dik-2026.zip", ("dik", 2026)),
        ("data/opd/dinkes/kiriman/DIP_2026.XLSX", ("dip", 2026)),
        ("data/opd/dinkes/dik2026.ods", ("dik", 2026)),
        ("data/opd/dinkes/kiriman/dik dip 2026.xlsx", ("", 2026)),
        ("data/opd/dinkes/kiriman/dik 2025-2026.xlsx", ("dik", 0)),
        ("data/opd/dinkes/kiriman/daftar.xlsx", ("", 0)),
        ("data/opd/dinkes/kiriman/predikat 2026.xlsx", ("", 2026)),
    ],
)
def test_a_name_says_what_it_says(path: str, known: tuple[str, int]) -> None:
    waiting = waiting_of(path)
    assert waiting is not None
    assert (waiting.jenis, waiting.tahun) == known


@pytest.mark.parametrize(
    "path",
    [
        "data/opd/dinkes/dik/2026.csv",
        "data/opd/dinkes/daftar.csv",
        "data/opd/dinkes/dokumen/laporan.xlsx",
        "data/opd/dinkes/kiriman/dalam/dik-2026.xlsx",
        "data/opd/dinkes/kiriman/dik.pdf",
        "data/opd/Dinkes/kiriman/dik-2026.xlsx",
    ],
)
def test_other_files_are_not_handed_in(path: str) -> None:
    assert waiting_of(path) is None
