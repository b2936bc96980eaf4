"""The command that makes a template, and the templates that the site offers."""

import io
from pathlib import Path

import pytest
from openpyxl import load_workbook

from ppid.handing_in.template.stamp import read_stamp
from tests.conftest import Run

DAY = ("--tanggal", "2022-02-01")


def test_a_template_is_made_where_it_was_asked_for(
    kota_kecil: Path, run: Run, tmp_path: Path
) -> None:
    target = tmp_path / "dik.xlsx"
    asked = ("dik", "--opd", "setda", "--tahun", "2022", "--keluaran", str(target))
    ended = run("templat", *asked, *DAY, at=kota_kecil)
    assert ended.returncode == 0
    assert ended.stdout.splitlines()[1] == "Terisi awal dari DIK 2021, 4 baris."
    assert load_workbook(target).sheetnames[1] == "DIK 2022"


def test_without_a_year_it_is_the_one_that_is_collected(
    kota_kecil: Path, run: Run, tmp_path: Path
) -> None:
    target = tmp_path / "dip.xlsx"
    asked = ("dip", "--opd", "dinkes", "--keluaran", str(target))
    assert run("templat", *asked, *DAY, at=kota_kecil).returncode == 0
    stamp = read_stamp(target.read_bytes())
    assert stamp is not None
    assert (stamp.opd, stamp.jenis, stamp.tahun) == ("dinkes", "dip", 2022)


def test_without_a_list_before_the_template_is_empty(
    kota_kecil: Path, run: Run, tmp_path: Path
) -> None:
    asked = ("dik", "--opd", "setda", "--tahun", "2018", "--keluaran", str(tmp_path / "a.xlsx"))
    ended = run("templat", *asked, *DAY, at=kota_kecil)
    assert "Belum ada daftar sebelumnya; templatnya kosong." in ended.stdout


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("dik", "--opd", "setdaa"), "Mungkin maksudnya “setda”."),
        (("dik", "--opd", "xyz"), "Yang ada: dinkes, kecamatan-tepi-danau, setda."),
        (("lain", "--opd", "setda"), "pilih salah satu dari dik, dip."),
        (("dik",), "--opd"),
        (("dik", "--opd", "setda", "--tahun", "1999"), "tulis tahun dari 2000 sampai 2099"),
        (("dik", "--opd", "setda", "--keluaran", "/tidak/ada/x.xlsx"), "tidak dapat ditulis"),
    ],
)
def test_misuse_is_explained(
    kota_kecil: Path, run: Run, arguments: tuple[str, ...], said: str
) -> None:
    ended = run("templat", *arguments, *DAY, at=kota_kecil)
    assert ended.returncode == 2
    assert said in ended.stderr
    assert "Traceback" not in ended.stderr


def test_nothing_is_made_of_data_with_errors(proyek: Path, run: Run, tmp_path: Path) -> None:
    (proyek / "data/badan.yml").write_text("nama: saja\n", "utf-8")
    target = tmp_path / "dik.xlsx"
    asked = ("dik", "--opd", "setda", "--keluaran", str(target))
    ended = run("templat", *asked, *DAY, at=proyek)
    assert ended.returncode == 2
    assert "ppid periksa" in ended.stderr
    assert not target.exists()


# ── on the site, built for 31 December 2021


@pytest.mark.parametrize("opd", ["setda", "dinkes", "kecamatan-tepi-danau"])
@pytest.mark.parametrize("jenis", ["dik", "dip"])
def test_every_department_finds_its_templates(situs: Path, opd: str, jenis: str) -> None:
    content = (situs / f"opd/{opd}/templat/{jenis}-2021.xlsx").read_bytes()
    assert load_workbook(io.BytesIO(content)).sheetnames[1] == f"{jenis.upper()} 2021"
    page = (situs / f"opd/{opd}/serahkan/index.html").read_text("utf-8")
    assert f"Templat Excel untuk mengisi {jenis.upper()} 2021" in page
    assert f"opd/{opd}/templat/{jenis}-2021.xlsx" in page


def test_templates_stand_on_the_page_of_the_staff_alone(situs: Path) -> None:
    public = ("opd/setda", "opd/setda/dik", "opd/setda/dik/2021")
    for page in public:
        assert "templat/" not in (situs / page / "index.html").read_text("utf-8")
    assert 'href="../../opd/setda/serahkan/"' in (situs / "opd/setda/index.html").read_text("utf-8")
