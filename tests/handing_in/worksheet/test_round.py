"""A round of assessors: worksheets go out, are marked, and come back as records."""

import csv
import shutil
from collections.abc import Callable, Iterator
from datetime import date
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.styles import Font

from ppid.assessing.assess import assess
from ppid.assessing.model import OpdReport
from ppid.assessing.verification import verified
from ppid.checking.load import load
from tests.conftest import DAY, Run
from tests.handing_in.worksheet.papers import FEW, columns, fill
from tests.office import Office

TODAY = date.fromisoformat(DAY)
PROVINCE, LEGAL = "Tim Monitoring Provinsi 1", "Bagian Hukum"
ASSIGNED = f"""pemantau:
  - nama: {PROVINCE}
    opd: [dinkes]
  - nama: {LEGAL}
    opd: [setda, kecamatan-tepi-danau]
sumber: Rekaan untuk pengujian
"""
ON = ("--tanggal", DAY)


@pytest.fixture
def town(proyek: Path) -> Path:
    """The town with an assignment and without a mark."""
    shutil.rmtree(proyek / "data/pemantauan/2021")
    (proyek / "data/pemantauan/2021.yml").write_text(ASSIGNED, "utf-8")
    return proyek


_MADE: dict[bytes, dict[str, bytes]] = {}
"""The worksheets of each state of the data: making them takes half the time of most tests here."""


def sent(town: Path, run: Run, folder: str = "kertas") -> dict[str, Path]:
    """Make the worksheets, of the same data once, and return them by assessor."""
    data = sorted(path for path in (town / "data").rglob("*") if path.is_file())
    state = sha256(
        b"".join(bytes(path.relative_to(town)) + path.read_bytes() for path in data)
    ).digest()
    papers = town / folder
    if made := _MADE.get(state):
        papers.mkdir(exist_ok=True)
        for name, content in made.items():
            (papers / name).write_bytes(content)
    else:
        ended = run("kertas-kerja", "--keluaran", str(papers), *ON, at=town)
        assert ended.returncode == 0, ended.stderr
        _MADE[state] = {path.name: path.read_bytes() for path in papers.iterdir()}
    names = {PROVINCE: "tim-monitoring-provinsi-1", LEGAL: "bagian-hukum"}
    return {who: papers / f"kertas-kerja-2021-{name}.xlsx" for who, name in names.items()}


def edit(paper: Path, change: Callable[[Workbook], None]) -> None:
    book = load_workbook(paper)
    change(book)
    book.save(paper)


def stored(town: Path, opd: str) -> dict[str, dict[str, str]]:
    """Return the marks of an OPD as its file holds them, by obligation."""
    with (town / f"data/pemantauan/2021/{opd}.csv").open(encoding="utf-8") as file:
        return {row["kode"]: row for row in csv.DictReader(file)}


def everything(town: Path, opd: str) -> Iterator[tuple[tuple[str, str], str]]:
    """Yield every obligation of an OPD that counts, with its state."""
    report = assess(load(town, TODAY).corpus).report(opd, 2021)
    assert report is not None
    for a in report.assessments:
        if a.state.counts:
            yield (opd, a.obligation.kode), a.state.value


def test_marks_come_back_as_records(town: Path, run: Run) -> None:
    paper = sent(town, run)[PROVINCE]
    fill(paper, FEW)
    ended = run("terima-kertas", str(paper), *ON, at=town)
    assert ended.returncode == 0, ended.stderr
    assert "3 tanda baru, 0 berubah, 0 tetap" in ended.stdout
    assert "Sanggahan" not in ended.stdout
    rows = stored(town, "dinkes")
    assert {kode: row["tanda"] for kode, row in rows.items()} == {
        "berkala.a.a": "ada",
        "berkala.a.c": "tidak-ada",
        "berkala.d.a": "ada",
    }
    assert {row["pemantau"] for row in rows.values()} == {PROVINCE}
    assert {row["tanggal"] for row in rows.values()} == {"2021-12-20"}
    assert rows["berkala.d.a"]["catatan"] == "Terpasang di papan pengumuman"
    assert rows["berkala.d.a"]["menurut_data"] == "belum"
    assert "contoh" not in rows["berkala.a.a"]  # nothing of it is a demonstration
    assert run("periksa", "data/pemantauan", *ON, at=town).returncode == 0


@pytest.mark.long
def test_the_same_file_twice_changes_nothing(town: Path, run: Run) -> None:
    paper = sent(town, run)[PROVINCE]
    fill(paper, FEW)
    run("terima-kertas", str(paper), *ON, at=town)
    before = (town / "data/pemantauan/2021/dinkes.csv").read_bytes()
    ended = run("terima-kertas", str(paper), *ON, "--dinilai", "2021-12-30", at=town)
    assert ended.returncode == 0
    assert "Semuanya sudah tersimpan; tidak ada yang ditulis." in ended.stdout
    assert (town / "data/pemantauan/2021/dinkes.csv").read_bytes() == before


@pytest.mark.long
def test_a_worksheet_without_a_mark_is_said_to_be_one(town: Path, run: Run) -> None:
    paper = sent(town, run)[PROVINCE]
    fill(paper, {})
    ended = run("terima-kertas", str(paper), *ON, at=town)
    assert ended.returncode == 0
    assert f"{paper.name}: belum ada yang ditandai." in ended.stdout
    assert not (town / "data/pemantauan/2021").exists()


def test_everything_is_told_at_once(town: Path, run: Run) -> None:
    paper = sent(town, run)[PROVINCE]
    fill(paper, {**FEW, ("dinkes", "berkala.a.a"): ("v", "Hubungi 0812-3456-7890")}, "")
    ended = run("terima-kertas", str(paper), *ON, at=town)
    for said in ("sel B5: Hari penilaian", "sel N7: “v”", "sel O7: Terbaca", ": 3 hal perlu"):
        assert said in ended.stderr


def test_looking_writes_nothing(town: Path, run: Run) -> None:
    paper = sent(town, run)[PROVINCE]
    fill(paper, FEW)
    assert run("terima-kertas", str(paper), "--lihat", *ON, at=town).returncode == 0
    assert not (town / "data/pemantauan/2021").exists()


def test_known_marks_are_in_the_next_worksheet_and_stay(town: Path, run: Run) -> None:
    paper = sent(town, run)[PROVINCE]
    fill(paper, FEW)
    run("terima-kertas", str(paper), *ON, at=town)
    again = sent(town, run, "lagi")[PROVINCE]
    sheet = load_workbook(again)["Penilaian"]
    at = columns(sheet)
    marks = [sheet.cell(row, at["Tanda pemantau"]).value for row in range(7, sheet.max_row + 1)]
    assert [mark for mark in marks if mark] == ["Ada", "Tidak ada", "Ada"]
    fill(again, {("dinkes", "berkala.a.a"): ("Tidak ada", "Halamannya kosong")}, "2021-12-29")
    ended = run("terima-kertas", str(again), *ON, at=town)
    assert "0 tanda baru, 1 berubah, 2 tetap" in ended.stdout
    days = {kode: row["tanggal"] for kode, row in stored(town, "dinkes").items()}
    assert days["berkala.a.a"] == "2021-12-29"
    assert days["berkala.a.c"] == "2021-12-20"


@pytest.mark.long
def test_a_mark_whose_cell_was_emptied_stays_until_it_is_withdrawn(town: Path, run: Run) -> None:
    paper = sent(town, run)[PROVINCE]
    fill(paper, FEW)
    run("terima-kertas", str(paper), *ON, at=town)
    again = sent(town, run, "lagi")[PROVINCE]
    fill(again, {("dinkes", "berkala.a.c"): ("", "")})
    ended = run("terima-kertas", str(again), *ON, at=town)
    assert ended.returncode == 0, ended.stderr
    assert "tandanya tetap tersimpan: 1, misalnya dinkes berkala.a.c (lembar" in ended.stdout
    assert len(stored(town, "dinkes")) == len(FEW)
    ended = run("terima-kertas", str(again), "--cabut", *ON, at=town)
    assert "Dicabut: 1 tanda yang selnya dikosongkan, misalnya dinkes berkala.a.c" in ended.stdout
    assert stored(town, "dinkes").keys() == {"berkala.a.a", "berkala.d.a"}
    fill(again, dict.fromkeys(FEW, ("", "")))
    assert run("terima-kertas", str(again), "--cabut", *ON, at=town).returncode == 0
    assert not stored(town, "dinkes")
    assert run("periksa", *ON, at=town).returncode == 0


@pytest.mark.long
def test_nobody_withdraws_the_mark_of_another(town: Path, run: Run) -> None:
    paper = sent(town, run)[PROVINCE]
    fill(paper, FEW)
    run("terima-kertas", str(paper), *ON, at=town)
    swapped = ASSIGNED.replace("[dinkes]", "[setda]").replace("[setda, kec", "[dinkes, kec")
    (town / "data/pemantauan/2021.yml").write_text(swapped, "utf-8")
    other = sent(town, run, "lain")[LEGAL]
    fill(other, dict.fromkeys(FEW, ("", "")))
    ended = run("terima-kertas", str(other), "--cabut", *ON, at=town)
    assert "Dicabut" not in ended.stdout
    assert len(stored(town, "dinkes")) == len(FEW)


@pytest.mark.long
def test_a_second_sheet_of_marks_is_said_not_to_be_read(town: Path, run: Run) -> None:
    paper = sent(town, run)[PROVINCE]
    fill(paper, FEW)
    edit(paper, lambda book: book.copy_worksheet(book["Penilaian"]))
    ended = run("terima-kertas", str(paper), *ON, at=town)
    assert (
        "lembar “Penilaian Copy” memuat tabel penilaian juga, tetapi tidak dibaca" in ended.stdout
    )


def earlier_marks(town: Path, run: Run, tahun: int, day: str) -> dict[str, str]:
    """Return what the worksheet of dinkes says of the marks of the year before."""
    (town / f"data/pemantauan/{tahun}.yml").write_text(ASSIGNED, "utf-8")
    asked = ("--tahun", str(tahun), "--keluaran", str(town / f"kertas-{tahun}"), "--tanggal", day)
    ended = run("kertas-kerja", "--pemantau", PROVINCE.upper(), *asked, at=town)
    assert ended.returncode == 0, ended.stderr
    (paper,) = (town / f"kertas-{tahun}").iterdir()
    sheet = load_workbook(paper)["Penilaian"]
    at = columns(sheet)
    told = {
        str(sheet.cell(row, at["Kode"]).value): sheet.cell(row, at["Tanda tahun lalu"]).value
        for row in range(7, sheet.max_row + 1)
    }
    return {kode: str(mark) for kode, mark in told.items() if mark}


@pytest.mark.long
def test_marks_of_the_year_before_are_carried_over(town: Path, run: Run) -> None:
    paper = sent(town, run)[PROVINCE]
    fill(paper, FEW)
    run("terima-kertas", str(paper), *ON, at=town)
    for ending in ("csv", "yml"):
        lists = town / "data/opd/dinkes/dip"
        text = (lists / f"2021.{ending}").read_text("utf-8").replace("2021-0", "2022-0")
        (lists / f"2022.{ending}").write_text(text, "utf-8")
    assert earlier_marks(town, run, 2022, "2022-12-31") == {
        "berkala.a.a": "Ada",
        "berkala.a.c": "Tidak ada",
        "berkala.d.a": "Ada",
    }


def test_marks_under_another_regulation_are_not_carried_over(town: Path, run: Run) -> None:
    old = town / "data/pemantauan/2020/dinkes.csv"
    old.parent.mkdir()
    heading = "kode,tanda,pemantau,tanggal,menurut_data,sidik,catatan"
    before, now = (
        {a.obligation.kode for a in report_of(town, tahun).assessments} for tahun in (2020, 2021)
    )
    assert before & now  # the same code, another obligation
    rows = [f"{kode},ada,{PROVINCE},2020-12-14,,," for kode in sorted(before & now)]
    old.write_text("\n".join([heading, *rows, ""]), "utf-8")
    assert earlier_marks(town, run, 2021, DAY) == {}


def report_of(town: Path, tahun: int) -> OpdReport:
    report = assess(load(town, TODAY).corpus).report("dinkes", tahun)
    assert report is not None
    return report


@pytest.mark.long
def test_a_paper_that_was_filled_in_is_not_written_over(town: Path, run: Run) -> None:
    paper = sent(town, run)[PROVINCE]
    again = run("kertas-kerja", "--keluaran", str(paper.parent), *ON, at=town)
    assert again.returncode == 0  # nothing has been filled in yet: the same bytes
    fill(paper, FEW)
    before = paper.read_bytes()
    again = run("kertas-kerja", "--keluaran", str(paper.parent), *ON, at=town)
    assert again.returncode == 2
    assert "sudah ada dan mungkin sudah diisi" in again.stderr
    assert paper.read_bytes() == before


@pytest.mark.long
@pytest.mark.parametrize("typed", ["ada", "ADA ", "Ada.", "tdk ada", "Tidak-ada", "tdk. berlaku"])
def test_spellings_of_one_mark_are_that_mark(town: Path, run: Run, typed: str) -> None:
    paper = sent(town, run)[PROVINCE]
    fill(paper, {("dinkes", "berkala.a.a"): (typed, "Diketik")})
    assert run("terima-kertas", str(paper), *ON, at=town).returncode == 0
    mark = stored(town, "dinkes")["berkala.a.a"]["tanda"]
    letters = "".join(filter(str.isalpha, typed.lower().replace("tdk", "tidak")))
    assert mark.replace("-", "") == letters


REFUSED = {
    "v": ({("dinkes", "berkala.a.a"): ("v", "")}, "sel N7: “v” bukan tanda yang dikenal. Pilih"),
    "ya": ({("dinkes", "berkala.a.a"): ("ya", "")}, "“ya” bukan tanda yang dikenal"),
    "formula": ({("dinkes", "berkala.a.a"): ('="Ada"', "")}, "dihitung dengan rumus"),
    "note alone": ({("dinkes", "berkala.a.a"): ("", "Ada?")}, "tandanya kosong"),
    "note runs": ({("dinkes", "berkala.a.a"): ("Ada", "=1+1")}, "Catatannya dihitung dengan rumus"),
    "long note": ({("dinkes", "berkala.a.a"): ("Ada", "a" * 1001)}, "sel O7: Teksnya 1001 huruf"),
    "runs": ({("dinkes", "berkala.a.a"): ("Ada", "'-cmd|1")}, "Teksnya diawali “'”"),
    "private": (
        {("dinkes", "berkala.a.a"): ("Ada", "Kata pegawai di 0812-3456-7890")},
        "sel O7: Terbaca nomor ponsel",
    ),
}


@pytest.mark.long
@pytest.mark.parametrize("case", REFUSED)
def test_what_cannot_be_taken_is_named_with_its_cell(town: Path, run: Run, case: str) -> None:
    marks, said = REFUSED[case]
    paper = sent(town, run)[PROVINCE]
    fill(paper, {**FEW, **marks})
    ended = run("terima-kertas", str(paper), *ON, at=town)
    assert ended.returncode == 1
    assert said in ended.stderr
    assert "Belum ada yang ditulis: 1 hal perlu diperbaiki dahulu." in ended.stderr
    assert not (town / "data/pemantauan/2021").exists()


@pytest.mark.long
@pytest.mark.parametrize("form", ["xlsx", "ods"])
@pytest.mark.parametrize("column", ["Tanda pemantau", "Catatan pemantau"])
def test_what_was_struck_through_is_asked_about(
    town: Path, run: Run, office: Office, column: str, form: str
) -> None:
    paper = sent(town, run)[PROVINCE]
    fill(paper, {("dinkes", "berkala.a.a"): ("Ada", "Terpasang di papan")})
    book = load_workbook(paper)
    sheet = book["Penilaian"]
    at = columns(sheet)
    (row,) = (n for n in range(7, sheet.max_row + 1) if sheet.cell(n, at["Tanda pemantau"]).value)
    sheet.cell(row, at[column]).font = Font(strike=True)
    book.save(paper)
    handed = paper.with_suffix(f".{form}")
    if form != "xlsx":
        handed.write_bytes(office.convert(paper.read_bytes(), form))
    ended = run("terima-kertas", str(handed), *ON, at=town)
    assert ended.returncode == 1
    assert f"sel {sheet.cell(row, at[column]).coordinate}: Isinya dicoret." in ended.stderr


@pytest.mark.long
def test_one_mark_over_several_rows_is_asked_about(town: Path, run: Run) -> None:
    paper = sent(town, run)[PROVINCE]
    fill(paper, FEW)
    book = load_workbook(paper)
    sheet = book["Penilaian"]
    column = columns(sheet)["Tanda pemantau"]
    sheet.merge_cells(start_row=8, end_row=10, start_column=column, end_column=column)
    book.save(paper)
    ended = run("terima-kertas", str(paper), *ON, at=town)
    assert ended.returncode == 1
    assert "Sel N8–N10 di lembar Penilaian digabung" in ended.stderr


@pytest.mark.long
@pytest.mark.parametrize(
    ("day", "said"),
    [
        ("", "lembar Petunjuk sel B5: Hari penilaian belum diisi."),
        ("2022-01-01", "1 Januari 2022 belum tiba"),
        ("2020-12-31", "31 Desember 2020 sebelum tahun 2021 mulai"),
    ],
)
def test_the_day_of_the_marks_must_be_one(town: Path, run: Run, day: str, said: str) -> None:
    paper = sent(town, run)[PROVINCE]
    fill(paper, FEW, day)
    ended = run("terima-kertas", str(paper), *ON, at=town)
    assert ended.returncode == 1
    assert said in ended.stderr
    said_so = run("terima-kertas", str(paper), *ON, "--dinilai", "2021-12-21", at=town)
    assert said_so.returncode == 0
    assert {row["tanggal"] for row in stored(town, "dinkes").values()} == {"2021-12-21"}


@pytest.mark.long
def test_another_assessor_with_another_mark_is_refused_with_both_names(
    town: Path, run: Run
) -> None:
    paper = sent(town, run)[PROVINCE]
    fill(paper, FEW)
    run("terima-kertas", str(paper), *ON, at=town)
    swapped = ASSIGNED.replace("[dinkes]", "[setda]").replace("[setda, ", "[dinkes, ", 1)
    (town / "data/pemantauan/2021.yml").write_text(swapped, "utf-8")
    other = sent(town, run, "lagi")[LEGAL]
    fill(other, {("dinkes", "berkala.a.a"): ("Tidak ada", "Kosong")}, "2021-12-21")
    ended = run("terima-kertas", str(other), *ON, at=town)
    assert ended.returncode == 1
    assert f"“Tidak ada” oleh “{LEGAL}”" in ended.stderr
    assert f"sudah tersimpan “Ada” oleh “{PROVINCE}” pada 20 Desember 2021" in ended.stderr
    assert stored(town, "dinkes")["berkala.a.a"]["tanda"] == "ada"
    assert run("terima-kertas", str(other), "--timpa", *ON, at=town).returncode == 0
    row = stored(town, "dinkes")["berkala.a.a"]
    assert (row["tanda"], row["pemantau"]) == ("tidak-ada", LEGAL)
    # The first paper is no longer that of the assigned office.
    late = run("terima-kertas", str(paper), *ON, at=town)
    assert f"“dinkes” ditugaskan kepada “{LEGAL}”" in late.stderr


@pytest.mark.long
def test_two_files_that_contradict_each_other_are_refused(town: Path, run: Run) -> None:
    paper = sent(town, run)[PROVINCE]
    fill(paper, FEW)
    copy = paper.with_name("salinan.xlsx")
    shutil.copy(paper, copy)
    fill(copy, {("dinkes", "berkala.a.a"): ("Tidak ada", "Kosong")})
    ended = run("terima-kertas", str(paper), str(copy), *ON, at=town)
    assert ended.returncode == 1
    assert "salinan.xlsx, lembar Penilaian sel N7: dinkes berkala.a.a ditandai" in ended.stderr
    assert paper.name in ended.stderr
    assert not (town / "data/pemantauan/2021").exists()


@pytest.mark.long
def test_an_older_paper_does_not_undo_a_later_mark(town: Path, run: Run) -> None:
    paper = sent(town, run)[PROVINCE]
    old = paper.with_name("lama.xlsx")
    shutil.copy(paper, old)
    fill(paper, FEW, "2021-12-28")
    fill(old, {("dinkes", "berkala.a.a"): ("Tidak ada", "Kosong")}, "2021-12-20")
    run("terima-kertas", str(paper), *ON, at=town)
    ended = run("terima-kertas", str(old), *ON, at=town)
    assert ended.returncode == 1
    assert "sudah ditandai “Ada” oleh" in ended.stderr
    assert "sesudah hari penilaian kertas ini" in ended.stderr


@pytest.mark.long
def test_marks_of_a_state_that_has_changed_are_told(town: Path, run: Run) -> None:
    paper = sent(town, run)[PROVINCE]
    fill(paper, FEW)
    rows = town / "data/opd/dinkes/dip/2021.csv"
    rows.write_text(rows.read_text("utf-8").replace("KES-PUSKESMAS", "KES-ALAMAT"), "utf-8")
    ended = run("terima-kertas", str(paper), *ON, at=town)
    assert ended.returncode == 0, ended.stderr
    assert "Datanya berubah sejak kertas ini dibuat: dinkes berkala.a.a" in ended.stdout
    corpus = load(town, TODAY).corpus
    report = assess(corpus).report("dinkes", 2021)
    assert report is not None
    changed = [p.assessment.obligation.kode for p in verified(report, corpus).marked if p.berubah]
    assert changed == ["berkala.a.a"]
    sheet = load_workbook(sent(town, run, "lagi")[PROVINCE])["Penilaian"]
    at = columns(sheet)
    assert sheet.cell(7, at["Kode"]).value == "berkala.a.a"
    assert sheet.cell(7, at["Tanda pemantau"]).value is None  # to be looked at again


@pytest.mark.long
def test_rows_and_sheets_of_another_make_are_refused(town: Path, run: Run) -> None:
    papers = sent(town, run)

    def refused(name: str, change: Callable[[Workbook], None]) -> str:
        copy = town / f"{name}.xlsx"
        shutil.copy(papers[PROVINCE], copy)
        fill(copy, FEW)
        edit(copy, change)
        ended = run("terima-kertas", str(copy), *ON, at=town)
        assert ended.returncode == 1
        assert not (town / "data/pemantauan/2021").exists()
        return ended.stderr

    def other_year(book: Workbook) -> None:
        book["Penilaian"]["S7"].value = 2020

    def other_office(book: Workbook) -> None:
        book["Identitas"]["B4"].value = LEGAL

    def no_print(book: Workbook) -> None:
        book["Penilaian"]["T7"].value = "lain"

    def no_sheet(book: Workbook) -> None:
        book["Penilaian"].title = "Lembar1"

    def no_heading(book: Workbook) -> None:
        book["Penilaian"]["N6"].value = "Tanda"

    def two_headings(book: Workbook) -> None:
        book["Penilaian"]["M6"].value = "Tanda pemantau"

    def sorted_apart(book: Workbook) -> None:
        sheet = book["Penilaian"]
        sheet["T7"].value, sheet["T8"].value = sheet["T8"].value, sheet["T7"].value

    def twice(book: Workbook) -> None:
        sheet = book["Penilaian"]
        sheet.append([cell.value for cell in sheet[7]])

    assert "Tidak ada kewajiban “berkala.a.a” bagi “dinkes” tahun 2020" in refused("a", other_year)
    assert "Catatan tersembunyi di kertas kerja ini berubah" in refused("b", other_office)
    assert "sel T7: Sidik baris ini berubah" in refused("c", no_print)
    assert "Lembar “Penilaian” tidak ada. Pulihkan namanya" in refused("d", no_sheet)
    told = refused("h", no_heading)
    assert "Judul kolom “Tanda pemantau” tidak ada di lembar Penilaian baris 6" in told
    told = refused("i", two_headings)
    assert "Judul kolom “Tanda pemantau” ada lebih dari satu kali" in told
    told = refused("j", sorted_apart)
    assert "sel T7: Kodenya “berkala.a.a”, sidiknya milik “berkala.a.b”" in told
    assert "dinkes berkala.a.a sudah ada di lembar Penilaian sel N7" in refused("e", twice)
    blank = Workbook()
    blank.save(town / "lain.xlsx")
    (town / "rusak.xlsx").write_bytes(b"PK\x03\x04 rusak")
    ended = run("terima-kertas", str(town / "lain.xlsx"), str(town / "rusak.xlsx"), *ON, at=town)
    assert ended.returncode == 1
    assert "lain.xlsx: Berkas ini bukan kertas kerja dari program ini" in ended.stderr
    assert "rusak.xlsx: " in ended.stderr
    assert "2 hal perlu diperbaiki" in ended.stderr


@pytest.mark.long
def test_rows_that_are_gone_and_a_macro_are_told(town: Path, run: Run) -> None:
    paper = sent(town, run)[PROVINCE]
    fill(paper, FEW)
    whole = run("terima-kertas", str(paper), *ON, at=town)
    assert "tidak ada lagi" not in whole.stdout
    assert "makro" not in whole.stdout
    edit(paper, lambda book: book["Penilaian"].delete_rows(8, 4))
    with ZipFile(paper, "a") as package:
        package.writestr("xl/vbaProject.bin", b"\xd0\xcf\x11\xe0")
    ended = run("terima-kertas", str(paper), *ON, at=town)
    assert ended.returncode == 0, ended.stderr
    assert f"{paper.name} memuat makro; makronya tidak dijalankan" in ended.stdout
    assert "lembar Penilaian: 4 kewajiban" in ended.stdout
    assert "tidak ada lagi, misalnya berkala.a.b. Tanda yang sudah" in ended.stdout
    assert len(stored(town, "dinkes")) == len(FEW)


@pytest.mark.long
def test_a_published_worksheet_has_no_assessor_and_is_not_taken(town: Path, run: Run) -> None:
    paper = town / "umum.xlsx"
    run("kelengkapan", "--format", "xlsx", "--keluaran", str(paper), *ON, at=town)
    fill(paper, FEW)
    ended = run("terima-kertas", str(paper), *ON, at=town)
    assert ended.returncode == 1
    assert "tidak dibuat untuk seorang pemantau" in ended.stderr


@pytest.mark.long
def test_a_demonstration_stays_one(town: Path, run: Run) -> None:
    for kind in ("dip", "dik"):
        about = town / f"data/opd/dinkes/{kind}/2021.yml"
        about.write_text(f"{about.read_text('utf-8')}contoh: true\n", "utf-8")
    paper = sent(town, run)[PROVINCE]
    assert "CONTOH" in str(load_workbook(paper)["Penilaian"]["A3"].value)
    fill(paper, FEW)
    assert run("terima-kertas", str(paper), *ON, at=town).returncode == 0
    assert {row["contoh"] for row in stored(town, "dinkes").values()} == {"true"}


# ── the whole round, with the figures worked out anew


def play(town: Path, run: Run, save: Callable[[Path], Path]) -> None:
    """Mark all three offices and hold every figure against the marks themselves."""
    papers = sent(town, run)
    offices = {PROVINCE: ("dinkes",), LEGAL: ("setda", "kecamatan-tepi-danau")}
    given: dict[tuple[str, str], str] = {}
    for who, paper in papers.items():
        marks = {}
        for opd in offices[who]:
            for number, (key, state) in enumerate(everything(town, opd)):
                mark = "Ada" if state == "terpenuhi" else "Tidak ada"
                mark = "Ada" if number % 7 == 3 else mark  # some are found that the data lacks
                marks[key] = (mark, "Dilihat di kantor" if number % 7 == 3 else "")
        given |= {key: mark for key, (mark, _) in marks.items()}
        fill(paper, marks)
    files = [str(save(paper)) for paper in papers.values()]
    ended = run("terima-kertas", *files, *ON, at=town)
    assert ended.returncode == 0, ended.stderr
    corpus = load(town, TODAY).corpus
    for opd in ("dinkes", "setda", "kecamatan-tepi-danau"):
        report = assess(corpus).report(opd, 2021)
        assert report is not None
        found = verified(report, corpus)
        weight = {a.obligation.kode: a.bobot for a in report.assessments}
        there = sum(weight[kode] for (o, kode), mark in given.items() if o == opd and mark == "Ada")
        asked = sum(weight[kode] for (o, kode) in given if o == opd)
        assert found.tally.nilai is not None
        assert abs(float(found.tally.nilai) - float(100 * there / asked)) <= 0.05
        assert found.tally.belum == 0
        assert len(stored(town, opd)) == sum(o == opd for o, _ in given)
        states = dict(everything(town, opd))
        agree = {"terpenuhi": "Ada", "belum": "Tidak ada"}
        expected = sum(agree[states[key]] != mark for key, mark in given.items() if key[0] == opd)
        assert sum(pair.selisih == "berbeda" for pair in found.pairs) == expected > 0


@pytest.mark.long
def test_a_round_of_three_offices(town: Path, run: Run) -> None:
    play(town, run, lambda paper: paper)


@pytest.mark.parametrize("form", ["xlsx", pytest.param("ods", marks=pytest.mark.long)])
def test_a_round_saved_by_libreoffice(town: Path, run: Run, office: Office, form: str) -> None:
    def save(paper: Path) -> Path:
        target = paper.with_name(f"{paper.stem}-disimpan.{form}")
        target.write_bytes(office.convert(paper.read_bytes(), form))
        shown = load_workbook(BytesIO(office.convert(paper.read_bytes())), data_only=True)
        progress = str(shown["Ringkasan"]["L7"].value).split(" dari ")
        assert progress[0] == progress[1]  # the workbook says so too, once it is worked out
        return target

    play(town, run, save)


MACRO = Path(__file__).with_name("pemantau.xba")


@pytest.mark.long
@pytest.mark.parametrize(
    ("form", "filter_name"), [("xlsx", "Calc MS Excel 2007 XML"), ("ods", "calc8")]
)
def test_an_assessor_marks_and_sorts_at_the_screen(
    town: Path, run: Run, office: Office, form: str, filter_name: str
) -> None:
    paper = sent(town, run)[PROVINCE]
    office.convert(paper.read_bytes())  # makes the profile in which the macro then lies
    shutil.copy(MACRO, office.profile / "user/basic/Standard/Module1.xba")
    saved = paper.with_name(f"ditandai.{form}")
    places = f"{paper.as_uri()},{saved.as_uri()},{filter_name}"
    office.run(f"macro:///Standard.Module1.Pemantau({places})")
    shown = load_workbook(BytesIO(office.convert(saved.read_bytes(), given=form)), data_only=True)
    sheet = shown["Penilaian"]
    at = columns(sheet)
    rows = [
        {name: sheet.cell(row, column).value for name, column in at.items()}
        for row in range(7, sheet.max_row + 1)
    ]
    codes = [row["Kode"] for row in rows if row["Kode"]]
    assert codes == sorted(codes, reverse=True) != sorted(codes)
    first = next(row for row in rows if row["Kode"] == "berkala.a.a")
    assert first["Menurut data"] == "Terpenuhi"  # a locked cell takes nothing
    assert (first["Tanda pemantau"], first["Selisih"]) == ("Tidak ada", "berbeda")
    # Worked out from the weights themselves: everything agrees with the data, save one.
    report = assess(load(town, TODAY).corpus).report("dinkes", 2021)
    assert report is not None
    counting = {a.obligation.kode: a for a in report.assessments if a.state.counts}
    there = sum(
        a.bobot for kode, a in counting.items() if a.state == "terpenuhi" and kode != "berkala.a.a"
    )
    nilai = float(100 * there / sum(a.bobot for a in counting.values()))
    overview = {
        cell.value: shown["Ringkasan"].cell(7, cell.column).value for cell in shown["Ringkasan"][6]
    }
    assert overview["Nilai pemantau"] == pytest.approx(nilai, abs=0.05)
    assert overview["Berbeda dari data"] == 1
    assert overview["Kemajuan"] == f"{len(counting)} dari {len(counting)}"
    ended = run("terima-kertas", str(saved), *ON, at=town)
    assert ended.returncode == 0, ended.stderr
    assert f"{len(counting)} tanda baru" in ended.stdout
    marks = stored(town, "dinkes")
    assert marks["berkala.a.a"]["tanda"] == "tidak-ada"
    assert marks["berkala.a.a"]["catatan"] == "Tautannya kosong"
    corpus = load(town, TODAY).corpus
    tally = verified(report, corpus).tally
    assert float(tally.nilai or 0) == pytest.approx(nilai, abs=0.05)
