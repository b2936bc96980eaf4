"""`ppid surat` as a clerk would type it, in a copy of the invented town."""

from io import BytesIO
from pathlib import Path

import pytest
from docx import Document

from ppid.cli.main import main
from tests.conftest import DAY

WANTED = ("surat", "dik", "--opd", "setda", "--tahun", "2021", "--tanggal", DAY)


def run(*arguments: str, capsys: pytest.CaptureFixture[str]) -> tuple[int, str, str]:
    with pytest.raises(SystemExit) as ended:
        main(list(arguments))
    written = capsys.readouterr()
    return int(ended.value.code or 0), written.out, written.err


def test_papers_are_written_and_what_is_missing_is_said(
    kota: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, out, _ = run(*WANTED, "--keluaran", "surat/2021", capsys=capsys)
    assert code == 0
    names = sorted(path.name for path in (kota / "surat/2021").iterdir())
    assert names == [
        "keputusan-pengecualian-setda-2021.docx",
        "keputusan-pengubahan-setda-2021.docx",
        "lembar-pengubahan-setda-2021.docx",
        "lembar-pengujian-setda-2021.docx",
    ]
    assert "perlu diisi: tempat pengujian" in out
    content = (kota / "surat/2021/keputusan-pengecualian-setda-2021.docx").read_bytes()
    said = [paragraph.text for paragraph in Document(BytesIO(content)).paragraphs]
    assert "NOMOR 188/03/2021 TAHUN 2021" in said


@pytest.mark.usefixtures("kota")
def test_a_demonstration_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    wanted = ("surat", "dip", "--opd", "dinkes", "--tahun", "2020", "--tanggal", DAY)
    code, out, _ = run(*wanted, capsys=capsys)
    assert (code, "bertanda CONTOH" in out) == (0, True)


@pytest.mark.usefixtures("kota")
@pytest.mark.parametrize(
    ("arguments", "answer"),
    [
        (("--opd", "setdaa", "--tahun", "2021"), "Mungkin maksudnya “setda”."),
        (("--opd", "setda", "--tahun", "2031"), "Tidak ada data/opd/setda/dik/2031.yml"),
        (("--opd", "kecamatan-tepi-danau", "--tahun", "2021"), "nihil atau belum berisi"),
    ],
)
def test_what_cannot_be_made_is_explained(
    arguments: tuple[str, ...], answer: str, capsys: pytest.CaptureFixture[str]
) -> None:
    code, _, err = run("surat", "dik", *arguments, "--tanggal", DAY, capsys=capsys)
    assert code == 2
    assert answer in err


def test_a_list_with_errors_gives_no_paper(kota: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rows = kota / "data/opd/setda/dik/2021.csv"
    rows.write_text(rows.read_text("utf-8").replace(",seluruh,", ",separuh,"), "utf-8")
    code, _, err = run(*WANTED, capsys=capsys)
    assert code == 2
    assert "ppid periksa data/opd/setda/dik/2021" in err
    assert not list(kota.glob("*.docx"))


def test_a_place_that_is_taken_is_explained(kota: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (kota / "surat").write_text("berkas, bukan folder")
    code, _, err = run(*WANTED, "--keluaran", "surat/2021", capsys=capsys)
    assert (code, "pilih tempat lain" in err) == (2, True)
