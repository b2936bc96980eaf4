"""The desk of the page “Periksa daftar”: what it says, and that nothing is asked again later."""

import csv
import io
import json
import re
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from ppid.assessing.assess import assess
from ppid.checking.check import check
from ppid.checking.load import Memory, load_from
from ppid.cli.main import main
from ppid.core.corpus import Corpus
from ppid.core.project_files import DiskFolder
from ppid.diagnostics.places import RecordId
from ppid.handing_in.desk import ClerkDesk, Outcome, Work
from ppid.handing_in.intake.edits import CellEdit
from ppid.handing_in.intake.first_check import ReadProject
from ppid.handing_in.intake.parcel import NOTE, fingerprint, unpack
from ppid.handing_in.intake.published_list import OF_SITE
from ppid.handing_in.intake.taking_in import opened
from ppid.handing_in.reference import common_reference, reference_of, round_reference
from ppid.handing_in.worksheet.judged import Judged
from ppid.kinds.rows import ADDED_COLUMNS, MODELS
from ppid.publishing.sheets import sheets_of, sheets_of_all
from ppid.reading.documents.book import NoWorkbookError
from tests.conftest import Run
from tests.handing_in.intake.cases import Case
from tests.handing_in.intake.cases_dik import DIK_CASES
from tests.handing_in.intake.cases_dip import DIP_CASES
from tests.handing_in.intake.workbooks import SheetOf, renamed_stream, xls, xlsx

ROOT = Path(__file__).parents[2]
TOWN = ROOT / "tests" / "kota-kecil"
DAY = "2022-06-01"
HEADING = ("No", "Informasi", "Cakupan", "Dasar Hukum", "Konsekuensi Dibuka", "Jangka Waktu")
ROWS = (
    (1, "Denah ruang peladen", "Seluruhnya", "Pasal 17 huruf c", "Jaringan mudah diserang.", "5"),
    (2, "Kata sandi aplikasi", "seluruh", "Pasal 17 huruf c", "Data dapat diubah.", "5 Tahun"),
)
WORK = Work("daftar.xlsx", "dinkes", "dik", 2022)
OF_LIST = ("--opd", "dinkes", "--jenis", "dik", "--tahun", "2022", "--tanggal", DAY)
CASES = [*DIK_CASES, *DIP_CASES]
NIK = "3275010101900001"
FACTS = {
    "penetapan.nomor": "100.3/12/2022",
    "penetapan.tanggal": "2022-03-03",
    "penetapan.pejabat": "PPID Utama",
    "penetapan.tempat": "Kota Kecil",
    "uji_konsekuensi.nomor": "UK-7",
    "uji_konsekuensi.tanggal": "2022-02-20",
}


@cache
def desk() -> ClerkDesk:
    """Return a desk with the whole project on it."""
    folder, memory = DiskFolder(TOWN), Memory()
    corpus = load_from(folder, date.fromisoformat(DAY), memory).corpus
    made = ClerkDesk(ReadProject(folder, corpus, memory))
    made.know_round(rounds())
    return made


@cache
def references() -> list[bytes]:
    folder = DiskFolder(TOWN)
    return [common_reference(folder).as_json(), reference_of("dinkes", folder).as_json()]


@cache
def rounds() -> bytes:
    """Return what a site offers for the worksheets of its assessors."""
    corpus = corpus_of_town()
    judged = Judged.of(assess(corpus))
    return round_reference(judged, corpus.today, DiskFolder(TOWN)).as_json()


@cache
def desk_of_site() -> ClerkDesk:
    """Return a desk with what a site offers of the project."""
    made = ClerkDesk.with_references(references(), DAY)
    made.know_round(rounds())
    return made


def as_json(work: Work) -> str:
    told = {name: getattr(work, name) for name in ("nama", "opd", "jenis", "tahun")}
    edits = [
        {"sheet": e.sheet, "row": e.row, "column": e.column, "text": e.text} for e in work.suntingan
    ]
    return json.dumps({**told, "jawaban": dict(work.jawaban or {}), "suntingan": edits})


def answered(work: Work, content: bytes) -> tuple[Work, Outcome]:
    """Answer what is asked: facts by `FACTS`, a choice by its first reading, the rest in words."""
    answers = dict(work.jawaban or {})
    for _ in range(8):
        outcome = desk_of_site().outcome(replace(work, jawaban=answers), content)
        open_ones = [each for each in outcome.pertanyaan if not each.jawaban]
        for each in open_ones:
            said = each.pilihan[0].jawaban if each.pilihan else "Bagian Umum"
            answers[each.kunci] = FACTS.get(each.kunci, said)
        if not any(each.wajib for each in open_ones):
            break
    work = replace(work, jawaban=answers)
    return work, desk_of_site().outcome(work, content)


def test_a_list_is_understood_and_asked_about_beside_its_cells() -> None:
    outcome = desk_of_site().outcome(WORK, xlsx(SheetOf([HEADING, *ROWS])))
    assert [column.judul for column in outcome.kolom][:3] == ["Kode", "Informasi", "Cakupan"]
    assert [row.sebutan for row in outcome.baris] == ["baris 2", "baris 3"]
    asking = next(each for each in outcome.pertanyaan if each.kunci.startswith("jangka_waktu."))
    assert asking.tertulis == "5"
    assert asking.tempat is not None
    assert asking.tempat.sebutan == "sel F2"
    assert ("Informasi", "Denah ruang peladen") in asking.sekitar
    assert asking.pilihan
    assert not outcome.dapat_diserahkan
    assert outcome.hasil == ""


def test_what_is_handed_in_is_taken_in_without_a_question_and_gives_the_same_bytes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    content = xlsx(SheetOf([HEADING, *ROWS]))
    work, outcome = answered(WORK, content)
    assert outcome.dapat_diserahkan, outcome.temuan
    assert re.fullmatch(r"Lulus: 2 baris, 0 galat, \d+ peringatan", outcome.hasil)
    parcel = desk_of_site().hand_in(as_json(work), content)
    shutil.copytree(TOWN, tmp_path / "kota")
    monkeypatch.chdir(tmp_path / "kota")
    Path("kiriman.zip").write_bytes(parcel)
    with pytest.raises(SystemExit) as ended:
        main(["impor", "kiriman.zip", "--tanggal", DAY])
    said = capsys.readouterr().out
    assert ended.value.code in {0, None}, said
    assert "Ditulis: DIK" in said
    assert "lain daripada yang dilihat" not in said
    with zipfile.ZipFile(io.BytesIO(parcel)) as package:
        for ending in ("csv", "yml"):
            written = Path(f"data/opd/dinkes/dik/2022.{ending}").read_bytes()
            assert package.read(f"hasil/2022.{ending}") == written


@pytest.fixture
def town(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    shutil.copytree(TOWN, tmp_path / "kota")
    monkeypatch.chdir(tmp_path / "kota")
    return tmp_path / "kota"


@cache
def handed_in() -> bytes:
    content = xlsx(SheetOf([HEADING, *ROWS]))
    work, _ = answered(WORK, content)
    return desk_of_site().hand_in(as_json(work), content)


def repacked(parcel: bytes, change: Callable[[str, bytes], bytes]) -> bytes:
    with zipfile.ZipFile(io.BytesIO(parcel)) as package:
        return archive({name: change(name, package.read(name)) for name in package.namelist()})


def taken_in(
    parcel: bytes, capsys: pytest.CaptureFixture[str], *options: str
) -> tuple[int, str, str]:
    Path("kiriman.zip").write_bytes(parcel)
    with pytest.raises(SystemExit) as ended:
        main(["impor", "kiriman.zip", "--tanggal", DAY, *options])
    said = capsys.readouterr()
    return int(ended.value.code or 0), said.out, said.err


def noted(parcel: bytes, **said: object) -> bytes:
    """Return what is handed in with another note, its parts as they were."""

    def change(name: str, text: bytes) -> bytes:
        return json.dumps(json.loads(text) | said).encode() if name == NOTE else text

    return repacked(parcel, change)


def other_number(name: str, text: bytes) -> bytes:
    return text.replace(b"100.3/12/2022", b"100.3/13/2022") if name == NOTE else text


def other_row(name: str, text: bytes) -> bytes:
    return text.replace(b"Kata sandi", b"Kode masuk") if name.endswith(".csv") else text


def other_row_and_print(name: str, text: bytes) -> bytes:
    """Change a row of the result, and its fingerprint with it."""
    if name != NOTE:
        return other_row(name, text)
    with zipfile.ZipFile(io.BytesIO(handed_in())) as package:
        changed = other_row("2022.csv", package.read("hasil/2022.csv"))
    note = json.loads(text)
    return json.dumps(note | {"sidik": note["sidik"] | {"csv": fingerprint(changed)}}).encode()


@pytest.mark.parametrize("options", [(), ("--lihat",)])
@pytest.mark.parametrize(
    ("change", "said"),
    [
        (other_number, "lain daripada yang dilihat pengirim, yaitu keterangan daftarnya"),
        (
            other_row_and_print,
            "lain daripada yang dilihat pengirim, yaitu baris KES-KATA-SANDI, jadi",
        ),
    ],
)
def test_what_gives_something_else_than_was_seen_is_an_error_and_nothing_is_written(
    change: Callable[[str, bytes], bytes],
    said: str,
    options: tuple[str, ...],
    town: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    parcel = repacked(handed_in(), change)
    before = {path for path in town.rglob("*") if path.is_file()} | {town / "kiriman.zip"}
    code, _, told = taken_in(parcel, capsys, *options)
    assert code == 1
    assert said in told
    assert "Minta pengirim membuat berkas serahannya lagi" in told
    assert {path for path in town.rglob("*") if path.is_file()} == before


def test_where_the_data_have_changed_since_a_different_result_is_written_with_a_warning(
    town: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    parcel = repacked(handed_in(), other_number)
    profil = town / "data/opd/dinkes/profil.yml"
    profil.write_text(f"{profil.read_text('utf-8')}\n# diperbarui\n", "utf-8")
    code, told, _ = taken_in(parcel, capsys)
    assert code == 0
    assert "Peringatan: hasilnya lain daripada yang dilihat pengirim" in told
    assert "data yang dibandingkan sudah berubah sesudah itu" in told
    assert (town / "data/opd/dinkes/dik/2022.csv").is_file()


def test_where_it_was_answered_otherwise_since_a_different_result_is_written_with_a_warning(
    town: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert taken_in(handed_in(), capsys)[0] == 0
    answers = town / "kiriman.jawaban.yml"
    told_so = answers.read_text("utf-8")
    answers.write_text(told_so.replace("100.3/12/2022", "100.3/14/2022"), "utf-8")
    code, told, _ = taken_in(handed_in(), capsys, "--timpa")
    assert code == 0
    assert "Sebabnya jawabannya tidak sama lagi" in told


DAMAGE: dict[str, tuple[Callable[[bytes], bytes], str]] = {
    "hasil diubah": (
        lambda parcel: repacked(parcel, other_row),
        "Berkas serahan ini diubah sesudah dibuat: isi daftarnya di dalamnya lain",
    ),
    "sidik nol": (
        lambda parcel: noted(parcel, sidik={"csv": "0" * 64, "yml": "0" * 64}),
        "Berkas serahan ini diubah sesudah dibuat: isi daftarnya dan keterangan daftarnya",
    ),
    "hasil hilang": (
        lambda parcel: noted(parcel, sidik={}),
        "Berkas serahan ini diubah sesudah dibuat: isi daftarnya dan keterangan daftarnya",
    ),
    "jawaban bukan tabel": (
        lambda parcel: noted(parcel, jawaban="xxx"),
        "Berkas serahan ini rusak",
    ),
    "tanpa asli": (
        lambda parcel: archive({NOTE: zipfile.ZipFile(io.BytesIO(parcel)).read(NOTE)}),
        "Berkas serahan ini rusak",
    ),
    "catatan kosong": (
        lambda parcel: repacked(parcel, lambda name, text: b"" if name == NOTE else text),
        "Berkas serahan ini rusak",
    ),
    "terpotong": (lambda parcel: parcel[: len(parcel) // 2], "Berkas serahan ini rusak"),
}
"""How what was handed in may have been damaged, and what is said of it."""


@pytest.mark.parametrize("damage", DAMAGE)
def test_what_is_no_longer_as_it_was_made_is_refused_on_both_ways_in(
    damage: str, town: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    make, said = DAMAGE[damage]
    parcel = make(handed_in())
    outcome = desk_of_site().outcome(Work("kiriman.zip"), parcel)
    assert outcome.ditolak.startswith(said)
    assert outcome.saran.startswith("Buat lagi di halaman “Periksa daftar”")
    code, _, told = taken_in(parcel, capsys)
    assert code == 1
    assert f"kiriman.zip: {outcome.ditolak} {outcome.saran}" in told
    assert not (town / "data/opd/dinkes/dik/2022.csv").is_file()


NIHIL = xlsx(SheetOf([HEADING, (None, "NIHIL")]))
NOTHING = {
    "nihil.pernyataan": "Pada tahun 2022 tidak ada informasi yang dikecualikan.",
    "nihil.pejabat": "Sekretaris Dinas Kesehatan",
    "nihil.tanggal": "2022-02-01",
}


@pytest.mark.parametrize("name", ["nihil.pernyataan", "nihil.pejabat"])
@pytest.mark.parametrize("text", ["2022-02-01", "1 Februari 2022", "Februari 2022", "17", "-3-"])
def test_an_office_and_a_statement_are_words(
    name: str, text: str, town: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    work = replace(WORK, jawaban=NOTHING)
    assert desk_of_site().outcome(work, NIHIL).hasil.startswith("Lulus: pernyataan nihil")
    work = replace(WORK, jawaban=NOTHING | {name: text})
    outcome = desk_of_site().outcome(work, NIHIL)
    assert not outcome.dapat_diserahkan
    assert [each.kunci for each in outcome.pertanyaan if each.wajib] == [name]
    (town / "daftar.xlsx").write_bytes(NIHIL)
    answers = "".join(f"{key}: '{said}'\n" for key, said in (NOTHING | {name: text}).items())
    (town / "daftar.jawaban.yml").write_text(answers, "utf-8")
    with pytest.raises(SystemExit) as ended:
        main(["impor", "daftar.xlsx", *OF_LIST])
    assert ended.value.code == 1
    assert f"Jawaban “{text}” belum dapat dipakai." in capsys.readouterr().out
    assert not (town / "data/opd/dinkes/dik/2022.yml").exists()


def test_who_decided_is_said_in_words() -> None:
    content = xlsx(SheetOf([HEADING, *ROWS]))
    work, outcome = answered(WORK, content)
    assert outcome.dapat_diserahkan
    said = {**(work.jawaban or {}), "penetapan.pejabat": "2022-03-03"}
    again = desk_of_site().outcome(replace(work, jawaban=said), content)
    assert not again.dapat_diserahkan
    assert "penetapan.pejabat" in [each.kunci for each in again.pertanyaan if each.wajib]


def test_what_was_answered_about_one_list_says_nothing_of_another() -> None:
    content = xlsx(SheetOf([HEADING, *ROWS]))
    work, outcome = answered(WORK, content)
    assert "100.3/12/2022" in str(outcome.keterangan)
    parcel = desk_of_site().hand_in(as_json(work), content)
    same = desk_of_site().outcome(Work("kiriman.zip"), parcel)
    assert same.keterangan == outcome.keterangan
    other = desk_of_site().outcome(Work("kiriman.zip", tahun=2021), parcel)
    assert "100.3/12/2022" not in str(other.keterangan)


def test_the_corrected_workbook_says_the_same_and_asks_nothing() -> None:
    content = xlsx(SheetOf([HEADING, *ROWS]))
    work, outcome = answered(WORK, content)
    corrected = desk_of_site().corrected(as_json(work), content)
    again = desk_of_site().outcome(Work("dik-2022-dinkes.xlsx"), corrected)
    assert again.opd == "dinkes"
    assert again.tahun == 2022
    assert [each for each in again.pertanyaan if each.wajib] == []
    values = [
        {c.judul: cell.isi for c, cell in zip(one.kolom, row.sel, strict=True) if cell.isi}
        for one in (outcome, again)
        for row in one.baris
    ]
    assert values[:2] == values[2:]
    assert again.dapat_diserahkan


def test_a_cell_is_mended_on_the_desk_and_mended_in_what_is_handed_in() -> None:
    wrong = (3, "Denah gudang", "seluruh", "Pasal 17 huruf c angka 9", "Dicuri.", "3 tahun")
    content = xlsx(SheetOf([HEADING, *ROWS, wrong]))
    work, outcome = answered(WORK, content)
    fault = next(each for each in outcome.temuan if each.tingkat == "galat")
    assert fault.tempat is not None
    assert fault.tempat.sebutan == "sel D4"
    assert not outcome.dapat_diserahkan
    assert desk_of_site().hand_in(as_json(work), content) == b""
    place = fault.tempat
    edit = CellEdit(place.lembar, place.baris, place.kolom, "Pasal 17 huruf c")
    work, outcome = answered(replace(work, suntingan=(edit,)), content)
    assert outcome.dapat_diserahkan, outcome.temuan
    parcel = unpack(desk_of_site().hand_in(as_json(work), content))
    assert parcel is not None
    assert parcel.edits == (edit,)
    assert parcel.content == content


def test_a_row_can_be_emptied_and_an_empty_cell_filled() -> None:
    lacking = (3, "Denah gudang", "", "Pasal 17 huruf c", "Dicuri.", "3 tahun")
    content = xlsx(SheetOf([HEADING, *ROWS, lacking]))
    outcome = desk_of_site().outcome(WORK, content)
    assert len(outcome.baris) == 3
    cell = outcome.baris[2].sel[[c.isian for c in outcome.kolom].index("cakupan")]
    assert cell.tempat is not None
    assert cell.tempat.sebutan == "sel C4"
    filled = CellEdit(cell.tempat.lembar, 4, 3, "seluruh")
    again = desk_of_site().outcome(replace(WORK, suntingan=(filled,)), content)
    assert again.baris[2].sel[[c.isian for c in again.kolom].index("cakupan")].isi == "seluruh"
    gone = tuple(CellEdit(cell.tempat.lembar, 4, column, "") for column in range(1, 7))
    assert len(desk_of_site().outcome(replace(WORK, suntingan=gone), content).baris) == 2


def test_a_nik_must_go_before_anything_can_be_saved() -> None:
    for column in (1, 4):
        row = list(ROWS[0])
        row[column] = f"{row[column]} milik {NIK}"
        content = xlsx(SheetOf([HEADING, row, ROWS[1]]))
        work, outcome = answered(WORK, content)
        told = (*outcome.pribadi, *(each.kalimat for each in outcome.temuan))
        assert any("NIK" in each for each in told), told
        assert not outcome.dapat_diserahkan
        assert desk_of_site().hand_in(as_json(work), content) == b""
        assert desk_of_site().corrected(as_json(work), content) == b""


def test_a_nik_beside_the_list_keeps_the_workbook_from_being_handed_in() -> None:
    notes = SheetOf([("Catatan", NIK)], name="Lembar lain")
    content = xlsx(SheetOf([HEADING, *ROWS]), notes)
    work, outcome = answered(WORK, content)
    assert any("NIK" in each for each in outcome.pribadi)
    assert not outcome.dapat_diserahkan
    assert desk_of_site().hand_in(as_json(work), content) == b""


STRANGE: dict[str, tuple[Callable[[], bytes], str]] = {
    "kosong.xlsx": (lambda: b"", "Berkas ini kosong."),
    "kunci.xlsx": (
        lambda: renamed_stream(xls(SheetOf([HEADING, *ROWS])), "EncryptedPackage"),
        "Buku kerja ini dikunci dengan kata sandi.",
    ),
    "besar.xlsx": (lambda: b"PK\3\4" + b"\0" * 60_000_000, "Berkas ini 60 MB; paling besar 25 MB"),
    "kumpulan.zip": (
        lambda: archive({"daftar.xlsx": xlsx(SheetOf([HEADING, *ROWS]))}),
        "Berkas ini arsip ZIP yang memuat berkas lain.",
    ),
    "foto.zip": (lambda: archive({"foto.jpg": b"x"}), "Berkas ini arsip ZIP, yang tidak dapat"),
    "rusak.xlsx": (lambda: xlsx(SheetOf([HEADING, *ROWS]))[:900], "Berkas ini rusak"),
    "acak.xlsx": (lambda: bytes(range(256)) * 9, "Berkas ini"),
}
"""Files with which no list can be read, and how the sentence about each begins."""


def archive(files: Mapping[str, bytes]) -> bytes:
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as package:
        for name, content in files.items():
            package.writestr(name, content)
    return written.getvalue()


@pytest.mark.parametrize("name", STRANGE)
def test_a_strange_file_is_refused_in_the_same_words_with_the_next_step(
    name: str, proyek: Path, run: Run
) -> None:
    make, begins = STRANGE[name]
    content = make()
    outcome = desk_of_site().outcome(replace(WORK, nama=name), content)
    assert outcome.ditolak.startswith(begins)
    assert outcome.saran
    (proyek / name).write_bytes(content)
    of_list = ("--opd", "dinkes", "--jenis", "dik", "--tahun", "2022", "--tanggal", DAY)
    ended = run("impor", name, *of_list, at=proyek)
    assert ended.returncode == 1
    assert f"{name}: {outcome.ditolak} {outcome.saran}" in ended.stderr


ODD_NAMES = (
    "Daftar “DIK” <b>&amp; 🗂 2022.xlsx",
    "daftar\nbaru.xlsx",
    "\u202exslx.fdp",
    "../../etc/daftar.xlsx",
    "C:\\Users\\A\\daftar.xlsx",
    "=1+1.xlsx",
    "n" * 250 + ".xlsx",
)


@pytest.mark.parametrize("name", ODD_NAMES, ids=ascii)
def test_a_file_of_an_odd_name_is_handed_in_and_opened_again(name: str) -> None:
    content = xlsx(SheetOf([HEADING, *ROWS]))
    work, outcome = answered(replace(WORK, nama=name), content)
    assert outcome.dapat_diserahkan
    parcel = desk_of_site().hand_in(as_json(work), content)
    with zipfile.ZipFile(io.BytesIO(parcel)) as package:
        assert all(re.fullmatch(r"[A-Za-z0-9._/-]+", each) for each in package.namelist())
        assert not [each for each in package.namelist() if ".." in each]
    again = desk_of_site().outcome(Work("kiriman.zip"), parcel)
    assert (again.hasil, again.sidik) == (outcome.hasil, outcome.sidik)


def test_a_photo_is_refused_with_the_next_step() -> None:
    photo = b"\xff\xd8\xff\xe0" + b"\0" * 2000
    outcome = desk_of_site().outcome(WORK, photo)
    assert desk_of_site().hand_in(as_json(WORK), photo) == b""
    assert desk_of_site().corrected(as_json(WORK), photo) == b""
    assert "gambar (JPEG)" in outcome.ditolak
    assert "Serahkan berkas Word atau Excel aslinya" in outcome.saran


HEADING_OF_DIP = ("No", "Informasi", "Klasifikasi", "Penguasa", "Waktu Pembuatan", "Retensi")


@pytest.mark.parametrize(("jenis", "heading"), [("dik", HEADING), ("dip", HEADING_OF_DIP)])
def test_headings_without_rows_are_told_what_to_do_next(
    jenis: str, heading: tuple[str, ...]
) -> None:
    work = replace(WORK, jenis=jenis)
    outcome = desk_of_site().outcome(work, xlsx(SheetOf([heading])))
    (found,) = outcome.temuan
    assert (found.tingkat, found.kalimat) == ("galat", "Di bawah judul kolomnya belum ada isi")
    assert found.saran.startswith("Isi satu baris untuk setiap informasi")
    assert not outcome.dapat_diserahkan
    if "tulis Nihil" in found.saran:  # then it is understood
        said = desk_of_site().outcome(work, xlsx(SheetOf([heading, (None, "Nihil")])))
        assert any(each.kunci.startswith("nihil.") for each in said.pertanyaan)
    assert ("tulis Nihil" in found.saran) is (jenis == "dik")


def test_what_is_not_known_of_the_list_is_said() -> None:
    content = xlsx(SheetOf([HEADING, *ROWS]))
    assert desk_of_site().outcome(Work("a.xlsx"), content).kurang == ("opd", "jenis", "tahun")
    assert desk_of_site().outcome(Work("a.xlsx", "dinkes"), content).kurang == ("jenis", "tahun")


def test_what_a_title_says_of_the_list_is_offered_and_not_taken() -> None:
    title = ("DAFTAR INFORMASI YANG DIKECUALIKAN TAHUN 2024",)
    outcome = desk_of_site().outcome(
        Work("a.xlsx", "dinkes"), xlsx(SheetOf([title, HEADING, *ROWS]))
    )
    assert outcome.kurang == ("jenis", "tahun")
    assert (outcome.jenis, outcome.tahun) == ("dik", 2024)
    assert not outcome.baris


def test_a_name_that_the_title_gainsays_offers_no_kind() -> None:
    title = ("DAFTAR INFORMASI PUBLIK TAHUN 2024",)
    content = xlsx(SheetOf([title, HEADING, *ROWS]))
    outcome = desk_of_site().outcome(Work("dik-dinkes.xlsx", "dinkes"), content)
    assert (outcome.jenis, outcome.tahun) == ("", 2024)
    assert desk_of_site().outcome(Work("dip.xlsx", "dinkes"), content).jenis == "dip"


@pytest.mark.parametrize("jenis", ["dik", "dip"])
def test_a_list_as_a_proposal_has_it_is_shown_with_what_the_check_says_of_it(jenis: str) -> None:
    place = f"data/opd/setda/{jenis}/2021.csv"
    corpus = load_from(DiskFolder(TOWN), date.fromisoformat(DAY), Memory()).corpus
    said = {each.message for each in check(corpus) if each.span.path == place}
    work = Work("2021.csv", "setda", jenis, 2021)
    outcome = desk().outcome(work, (TOWN / place).read_bytes())
    assert len(outcome.baris) == 4
    assert [each for each in outcome.pertanyaan if each.wajib] == []
    assert said
    assert said <= {each.kalimat for each in outcome.temuan}


def downloads() -> list[tuple[RecordId, bytes]]:
    """Return the files of all lists as a site offers them."""
    return [(each, sheet.export.content) for each, sheet in sheets_of(corpus_of_town()).items()]


def corpus_of_town() -> Corpus:
    return load_from(DiskFolder(TOWN), date.fromisoformat(DAY), Memory()).corpus


def test_a_list_downloaded_from_the_site_is_checked_and_its_added_columns_are_not_asked_about() -> (
    None
):
    corpus = corpus_of_town()
    said = check(corpus)
    for (kind, opd, tahun, _), content in downloads():
        jenis = kind.removeprefix("daftar-")
        outcome = desk().outcome(Work("unduhan.csv"), content)
        assert (outcome.opd, outcome.jenis, outcome.tahun) == (opd, jenis, tahun)
        asked = [each.kunci for each in outcome.pertanyaan if each.wajib]
        assert not [key for key in asked if key.startswith("kolom")], asked
        assert [each.isian for each in outcome.kolom if each.isian in ADDED_COLUMNS] == []
        assert [each.sebab for each in outcome.disisihkan] == [OF_SITE]
        model = MODELS[jenis]
        as_stored = [
            {name: str(getattr(row, name) or "") for name in model.model_fields}
            for row in corpus.in_list(model, opd, tahun)
        ]
        seen = [
            {c.isian: cell.isi for c, cell in zip(outcome.kolom, row.sel, strict=True)}
            for row in outcome.baris
        ]
        assert seen == [{c.isian: row[c.isian] for c in outcome.kolom} for row in as_stored]
        path = f"data/opd/{opd}/{jenis}/{tahun}.csv"
        if not asked:
            wanted = {each.message for each in said if each.span.path == path}
            assert wanted <= {each.kalimat for each in outcome.temuan}


def test_what_the_site_guards_in_a_download_is_read_as_it_was() -> None:
    content = downloaded("dik", 2021)
    text = content.decode("utf-8-sig")
    guarded = text.replace("Isi rekam medis pasien di puskesmas", "'-Isi rekam medis pasien")
    outcome = desk_of_site().outcome(Work("a.csv"), guarded.encode("utf-8-sig"))
    first = outcome.baris[0].sel[[c.isian for c in outcome.kolom].index("informasi")]
    assert first.isi == "-Isi rekam medis pasien"


def downloaded(jenis: str, tahun: int) -> bytes:
    return next(
        content
        for (kind, opd, year, _), content in downloads()
        if (kind, opd, year) == (f"daftar-{jenis}", "dinkes", tahun)
    )


def test_a_download_saved_again_as_a_workbook_is_known_as_well() -> None:
    lines = list(csv.reader(io.StringIO(downloaded("dik", 2021).decode("utf-8-sig"))))
    outcome = desk_of_site().outcome(Work("a.xlsx"), xlsx(SheetOf([*map(tuple, lines)])))
    assert (outcome.opd, outcome.jenis, outcome.tahun) == ("dinkes", "dik", 2021)
    assert [each.kunci for each in outcome.pertanyaan if each.wajib] == []


def test_several_lists_in_one_download_are_refused_with_what_to_do() -> None:
    corpus = corpus_of_town()
    for sheet in sheets_of_all(sheets_of(corpus)).values():
        for work in (Work("semua.csv"), Work("semua.csv", "dinkes", "dik", 2021)):
            outcome = desk_of_site().outcome(work, sheet.export.content)
            assert re.match(r"Berkas ini memuat \d+ daftar sekaligus", outcome.ditolak)
            assert "unduh CSV di sana" in outcome.saran


def test_columns_of_the_same_names_in_another_file_are_asked_about() -> None:
    lines = list(csv.reader(io.StringIO(downloaded("dik", 2021).decode("utf-8-sig"))))
    told = (("opd", "perangkat daerah"), ("kode_wilayah", "wilayah"))
    for old, new in told:
        heading = [new if name == old else name for name in lines[0]]
        content = xlsx(SheetOf([tuple(heading), *map(tuple, lines[1:])]))
        assert desk_of_site().outcome(Work("a.xlsx"), content).kurang == ("opd", "jenis", "tahun")
        asked = desk_of_site().outcome(replace(WORK, tahun=2021), content).pertanyaan
        assert [each for each in asked if each.wajib and each.kunci.startswith("kolom")]


def test_a_download_taken_for_another_list_is_warned_of() -> None:
    outcome = desk_of_site().outcome(replace(WORK, tahun=2022), downloaded("dik", 2021))
    told = [each.kalimat for each in outcome.temuan if each.tingkat == "peringatan"]
    assert "Berkas ini unduhan DIK dinkes 2021, bukan daftar yang diperiksa sekarang" in told


def test_demonstration_is_not_handed_in_as_official_without_a_word() -> None:
    content = downloaded("dip", 2020)
    told = "Berkas ini unduhan data peragaan, bukan data resmi"
    for tahun, expected in ((2020, False), (2022, True)):
        work = Work("a.csv", "dinkes", "dip", tahun)
        found = [each.kalimat for each in desk_of_site().outcome(work, content).temuan]
        assert (told in found) is expected


def test_a_title_of_two_years_offers_none() -> None:
    title = ("DAFTAR INFORMASI YANG DIKECUALIKAN TAHUN 2023 DAN 2024",)
    outcome = desk_of_site().outcome(
        Work("a.xlsx", "dinkes"), xlsx(SheetOf([title, HEADING, *ROWS]))
    )
    assert (outcome.jenis, outcome.tahun) == ("dik", 0)


@pytest.mark.parametrize("case", CASES, ids=[case.name for case in CASES])
def test_what_a_site_offers_is_enough_for_the_same_outcome(case: Case) -> None:
    content = case.content()
    work = Work(case.file, "dinkes", case.jenis, 2024, dict(case.answers))
    assert desk_of_site().outcome(work, content) == desk().outcome(work, content)


@pytest.mark.parametrize(
    "content",
    [
        b"PK\x03\x04",
        xlsx(SheetOf([HEADING, *ROWS])),
        b"PK\x05\x06" + b"\0" * 18,
    ],
)
def test_other_archives_are_no_parcels(content: bytes) -> None:
    assert unpack(content) is None


@pytest.mark.parametrize(
    "note",
    [
        b"{}",
        b"[]",
        b"\xff",
        b'{"versi": 2}',
        b'{"versi":1,"opd":"../x","jenis":"dik","tahun":2022,"berkas":"a"}',
    ],
)
def test_a_parcel_with_a_strange_note_is_damaged(note: bytes) -> None:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as package:
        package.writestr("serahan.json", note)
        package.writestr("asli/a.xlsx", xlsx(SheetOf([HEADING, *ROWS])))
    with pytest.raises(NoWorkbookError, match="Berkas serahan ini rusak"):
        unpack(made.getvalue())


def test_a_parcel_in_a_parcel_is_not_opened() -> None:
    content = xlsx(SheetOf([HEADING, *ROWS]))
    work, _ = answered(WORK, content)
    inner = desk_of_site().hand_in(as_json(work), content)
    made = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(inner)) as old,
        zipfile.ZipFile(made, "w") as new,
    ):
        new.writestr("serahan.json", old.read("serahan.json"))
        new.writestr("asli/a.zip", inner)
        for ending in ("csv", "yml"):
            new.writestr(f"hasil/2022.{ending}", old.read(f"hasil/2022.{ending}"))
    with pytest.raises(Exception, match="arsip ZIP"):
        opened("a.zip", made.getvalue())


_BLOCKED = """
import sys
class Without:
    names = {"numpy", "pandas", "lxml", "PIL", "cryptography", "jinja2", "mkdocs", "rich", "arro3",
             "charset_normalizer", "xlsxwriter", "pygal"}
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in self.names or name == "yaml._yaml" or "_cpp" in name \\
                or name.startswith("markupsafe._speed"):
            raise ModuleNotFoundError(name, name=name)
sys.meta_path.insert(0, Without())
import json, subprocess
from pathlib import Path
from ppid.law import yaml_loading
from ppid.handing_in.desk import ClerkDesk
assert yaml_loading.LOADER is yaml_loading.SafeReplay
subprocess.run = None
sys.platform = "emscripten"
folder = Path(sys.argv[1])
parts = [(folder / name).read_bytes() for name in ("a.json", "b.json")]
desk = ClerkDesk.with_references(parts, sys.argv[2])
for path in sorted(folder.glob("*.work")):
    content = path.with_suffix(".bytes").read_bytes()
    print(desk.look(path.read_text("utf-8"), content).decode())
"""


@pytest.mark.long
def test_the_same_without_anything_compiled_that_a_browser_lacks(tmp_path: Path) -> None:
    content = xlsx(SheetOf([HEADING, *ROWS]))
    tried = [(WORK, content), (replace(WORK, nama="a.xls"), xls(SheetOf([HEADING, *ROWS])))]
    tried += [
        (Work(case.file, "dinkes", case.jenis, 2024, dict(case.answers)), case.content())
        for case in CASES[::6]
    ]
    for name, part in zip(("a.json", "b.json"), references(), strict=True):
        (tmp_path / name).write_bytes(part)
    for number, (work, given) in enumerate(tried):
        (tmp_path / f"{number:03}.work").write_text(as_json(work), "utf-8")
        (tmp_path / f"{number:03}.bytes").write_bytes(given)
    done = subprocess.run(
        [sys.executable, "-c", _BLOCKED, str(tmp_path), DAY],
        capture_output=True,
        text=True,
        check=False,
        env={"PYTHONPATH": str(ROOT / "generator"), "PYTHONUTF8": "1"},
    )
    assert done.returncode == 0, done.stderr[-2000:]
    here = [desk_of_site().look(as_json(work), given).decode() for work, given in tried]
    assert done.stdout.splitlines() == here
