"""Several objections on one sheet, taken in together or not at all."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook
from openpyxl.styles import Font

from ppid.checking.load import load
from ppid.kinds.sanggahan import Sanggahan
from tests.conftest import DAY, Run
from tests.handing_in.worksheet.papers import OBJECTIONS, Objection, write_objections
from tests.office import Office

ON = ("--tanggal", DAY)
GOOD = OBJECTIONS


def made(town: Path, run: Run, rows: Sequence[Objection]) -> Path:
    """Make the sheet for an OPD and write rows into it."""
    paper = town / "sanggahan.xlsx"
    asked = ("--opd", "dinkes", "--keluaran", str(paper))
    ended = run("kertas-sanggahan", *asked, *ON, at=town)
    assert ended.returncode == 0, ended.stderr
    write_objections(paper, rows)
    return paper


def test_objections_are_added_behind_those_on_file(proyek: Path, run: Run) -> None:
    before = (proyek / "data/sanggahan.yml").read_text("utf-8")
    paper = made(proyek, run, GOOD)
    ended = run("terima-kertas", str(paper), *ON, at=proyek)
    assert ended.returncode == 0, ended.stderr
    assert "Sanggahan: 2 baru, 0 sudah tercatat." in ended.stdout
    after = (proyek / "data/sanggahan.yml").read_text("utf-8")
    assert after.startswith(before.rstrip())
    found = load(proyek, date.fromisoformat(DAY)).corpus.of(Sanggahan)[1:]
    assert [(s.temuan, str(s.tanggal), s.pihak, s.isi, s.tautan) for s in found] == [
        (GOOD[0][0], GOOD[0][1], "perangkat-daerah", GOOD[0][3], ""),
        (GOOD[1][0], GOOD[1][1], "masyarakat", GOOD[1][3], GOOD[1][4]),
    ]
    assert {s.keadaan for s in found} == {"diperiksa"}
    again = run("terima-kertas", str(paper), *ON, at=proyek)
    assert "Sanggahan: 0 baru, 2 sudah tercatat." in again.stdout
    assert (proyek / "data/sanggahan.yml").read_text("utf-8") == after


def test_objections_of_one_day_are_taken_in_together(proyek: Path, run: Run) -> None:
    rows = tuple((finding, "2021-12-10", *rest) for finding, _, *rest in GOOD)
    ended = run("terima-kertas", str(made(proyek, run, rows)), *ON, at=proyek)
    assert ended.returncode == 0, ended.stderr
    found = load(proyek, date.fromisoformat(DAY)).corpus.of(Sanggahan)[1:]
    assert [str(each.tanggal) for each in found] == ["2021-12-10", "2021-12-10"]


@pytest.mark.parametrize("typed", ["10 Desember 2021", "31-12-2021"])
def test_a_day_that_can_only_be_one_is_read(proyek: Path, run: Run, typed: str) -> None:
    paper = made(proyek, run, ((GOOD[0][0], typed, *GOOD[0][2:]),))
    assert run("terima-kertas", str(paper), *ON, at=proyek).returncode == 0
    found = load(proyek, date.fromisoformat(DAY)).corpus.of(Sanggahan)[1:]
    assert [each.tanggal.month for each in found] == [12]


@pytest.mark.parametrize("stored", [None, "sanggahan: []\n", "# Belum ada\nsanggahan:\n"])
def test_the_first_objections_need_no_file(proyek: Path, run: Run, stored: str | None) -> None:
    file = proyek / "data/sanggahan.yml"
    file.unlink() if stored is None else file.write_text(stored, "utf-8")
    assert run("terima-kertas", str(made(proyek, run, GOOD)), *ON, at=proyek).returncode == 0
    assert len(load(proyek, date.fromisoformat(DAY)).corpus.of(Sanggahan)) == 2


@pytest.mark.parametrize(
    ("place", "text", "said"),
    [
        (0, "2021/dinkes/berkala.zz", "sel A7: “2021/dinkes/berkala.zz” bukan kode temuan"),
        (0, "abc", "“abc” bukan kode temuan yang dikenal"),
        (1, "kemarin", "sel B7: “kemarin” bukan tanggal"),
        (1, "2022-01-05", "5 Januari 2022 belum tiba"),
        (1, "2019-12-11", "sel B7: 11 Desember 2019 sebelum tahun 2021 mulai"),
        (1, "3/4/2021", "sel B7: “3/4/2021” bukan tanggal"),
        (2, "Wali Kota", "sel C7: “Wali Kota” bukan pihak yang dikenal"),
        (3, "", "Sanggahannya kosong"),
        (3, "- bukan belum", "sel D7: Teksnya diawali “-”"),
        (3, "=1+1", "sel D7: Isinya dihitung dengan rumus"),
        (3, "Hubungi 0812-3456-7890", "sel D7: Terbaca nomor ponsel"),
        (4, "http://kotakecil.example", "bukan alamat yang mulai dengan https://"),
    ],
)
def test_one_fault_keeps_all_of_them_out(
    proyek: Path, run: Run, place: int, text: str, said: str
) -> None:
    before = (proyek / "data/sanggahan.yml").read_bytes()
    wrong = list(GOOD[1])
    wrong[place] = text
    paper = made(proyek, run, (GOOD[0], tuple(wrong)))  # type: ignore[arg-type]
    ended = run("terima-kertas", str(paper), *ON, at=proyek)
    assert ended.returncode == 1
    assert said in ended.stderr
    assert (proyek / "data/sanggahan.yml").read_bytes() == before


def test_an_objection_that_was_struck_through_is_asked_about(proyek: Path, run: Run) -> None:
    paper = made(proyek, run, GOOD)
    book = load_workbook(paper)
    book["Sanggahan"]["D7"].font = Font(strike=True)
    book.save(paper)
    ended = run("terima-kertas", str(paper), *ON, at=proyek)
    assert ended.returncode == 1
    assert "sel D7: Isinya dicoret." in ended.stderr


def test_the_sheet_is_the_same_each_time(proyek: Path, run: Run) -> None:
    papers = [proyek / name for name in ("a.xlsx", "b.xlsx")]
    for paper in papers:
        run("kertas-sanggahan", "--opd", "dinkes", "--keluaran", str(paper), *ON, at=proyek)
    assert papers[0].read_bytes() == papers[1].read_bytes()


def test_a_sheet_saved_by_libreoffice(proyek: Path, run: Run, office: Office) -> None:
    paper = made(proyek, run, GOOD)
    saved = paper.with_suffix(".ods")
    saved.write_bytes(office.convert(paper.read_bytes(), "ods"))
    ended = run("terima-kertas", str(saved), *ON, at=proyek)
    assert "Sanggahan: 2 baru, 0 sudah tercatat." in ended.stdout, ended.stderr
