"""Five small lists on their way in: asked about once, answered in the reply, and written."""

import re
import shutil
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import openpyxl
import pytest
import yaml

from ppid.cli.main import main
from ppid.core.corpus import Corpus
from ppid.handing_in.earlier_answer import SHEET
from ppid.handing_in.intake.report import account_of
from ppid.handing_in.intake.taking_in import opened, take_in
from ppid.handing_in.model import Target
from ppid.handing_in.reply.questions import JAWABAN, KUNCI
from tests.handing_in.intake.cases import Case
from tests.handing_in.intake.cases_dik import DIK_CASES
from tests.handing_in.intake.cases_dip import DIP_CASES
from tests.handing_in.intake.tables import town as small_town
from tests.handing_in.intake.workbooks import SheetOf, csv_text, docx, ods, odt, xls, xlsx

TOWN = Path(__file__).parents[1] / "kota-kecil"
DAY = ("--tanggal", "2022-06-01")
FACTS = {
    "Nomor keputusan": "100.3/12/2022",
    "Tanggal keputusan": "1 Maret 2022",
    "Jabatan yang menetapkan": "PPID Utama",
    "Tempat ditetapkan": "Kota Kecil",
    "Nomor uji konsekuensi": "UK-7",
    "Tanggal uji konsekuensi": "2022-02-20",
}


@dataclass(frozen=True)
class Handed:
    """A list as it is handed in; `wrong` are cells with an error that no answer takes away."""

    jenis: str
    rows: list[tuple[object, ...]]
    wrong: tuple[str, ...] = ()


LISTS = {
    "dik-lengkap": Handed(
        "dik",
        [
            ("No", "Informasi", "Dasar Hukum", "Konsekuensi Dibuka", "Jangka Waktu", "Cakupan"),
            (1, "Denah ruang peladen", "Pasal 17 huruf c", "Jaringan mudah diserang.", "5", "s"),
            (2, "Berkas pegawai sakit", "Pasal 17 huruf h", "Sakitnya diketahui.", "2 thn", "s"),
        ],
    ),
    "dik-judul": Handed(
        "dik",
        [("No", "Informasi yang Dikecualikan"), *((n, f"Surat rahasia {n}") for n in range(1, 6))],
    ),
    "dik-galat": Handed(
        "dik",
        [
            ("No", "Informasi", "Cakupan", "Dasar Hukum", "Konsekuensi Dibuka", "Jangka Waktu"),
            (1, "Kata sandi aplikasi", "sebagian", "Pasal 17 huruf c", "Datanya diubah.", "3"),
            (2, "Denah gudang", "seluruh", "Pasal 17 huruf c angka 9", "Dicuri.", "tetap"),
            (3, "Resep obat", "seluruh", "Pasal 17 huruf b", "Rahasia dagang bocor.", "5 tahun"),
        ],
        wrong=("C2", "D3"),
    ),
    "dip-lampiran": Handed(
        "dip",
        [
            ("No", "Judul", "Ringkasan", "Penguasa", "Tempat dan Waktu Pembuatan", "Bentuk"),
            (1, "Laporan realisasi anggaran", "Tahun 2021", "Keuangan", "Kota Kecil, 2022", "Soft"),
            (2, "Neraca", "Neraca tahun 2021", "Keuangan", "Kota Kecil, 2022", "Hardcopy"),
        ],
    ),
    "dip-judul": Handed(
        "dip",
        [
            ("Informasi", "Klasifikasi"),
            ("Struktur organisasi", "Berkala"),
            ("Daftar regulasi dan rancangan peraturan", "Setiap Saat"),
        ],
    ),
}


@pytest.fixture
def town(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    shutil.copytree(TOWN, tmp_path / "kota")
    monkeypatch.chdir(tmp_path / "kota")
    return tmp_path / "kota"


Impor = Callable[..., str]


@pytest.fixture
def impor(capsys: pytest.CaptureFixture[str]) -> Impor:
    def run(*arguments: str) -> str:
        with pytest.raises(SystemExit):
            main(["impor", *arguments, *DAY, "--laporan", "laporan.md"])
        written = capsys.readouterr()
        return written.out + written.err

    return run


def answer(reply: Path) -> None:
    """Answer as a clerk does: a known fact in words, else the first choice."""
    book = openpyxl.load_workbook(reply)
    for sheet in book.worksheets:
        for row in sheet.iter_rows():
            heads = {cell.value: cell.column for cell in row}
            if JAWABAN in heads and KUNCI in heads:
                for number in range(row[0].row + 1, sheet.max_row + 1):
                    if sheet.cell(number, heads[KUNCI]).value:
                        said = FACTS.get(str(sheet.cell(number, heads["Kolom"]).value), "A")
                        sheet.cell(number, heads[JAWABAN]).value = said
    book.save(reply)


def galat(out: str) -> set[str]:
    return {line.split("(")[0] for line in out.splitlines() if line.startswith("  galat")}


@pytest.mark.parametrize("name", LISTS)
def test_a_list_goes_in_after_one_round(name: str, town: Path, impor: Impor) -> None:
    handed = LISTS[name]
    (town / "daftar.xlsx").write_bytes(xlsx(SheetOf(handed.rows)))
    target = ("--opd", "dinkes", "--jenis", handed.jenis, "--tahun", "2022")
    first = impor("daftar.xlsx", *target, "--balasan", "balasan.xlsx")
    assert not (town / f"data/opd/dinkes/{handed.jenis}/2022.csv").exists()
    answer(town / "balasan.xlsx")
    second = impor("balasan.xlsx", *target)
    assert "Ditulis: " in second, second
    assert galat(second) <= galat(first)
    said = "\n".join(galat(first))
    assert [cell for cell in handed.wrong if f"sel {cell}" not in said] == []
    about = yaml.safe_load((town / f"data/opd/dinkes/{handed.jenis}/2022.yml").read_text("utf-8"))
    assert about["penetapan"]["nomor"] == "100.3/12/2022"
    assert str(about["penetapan"]["tanggal"]) == "2022-03-01"
    assert str(about["disampaikan"]) == "2022-06-01"
    assert ("uji_konsekuensi" in about) is (handed.jenis == "dik")


FORMS: Mapping[str, Callable[[SheetOf], bytes]] = {
    "xls": xls,
    "ods": ods,
    "docx": docx,
    "odt": odt,
    "csv": lambda sheet: csv_text(sheet.rows, ";").encode("utf-8-sig"),
}


@pytest.mark.parametrize("kind", FORMS)
def test_every_form_goes_in_after_one_round(kind: str, town: Path, impor: Impor) -> None:
    rows = [["LAMPIRAN KEPUTUSAN NOMOR 7/SK/2022"], *LISTS["dik-lengkap"].rows]
    (town / f"daftar.{kind}").write_bytes(FORMS[kind](SheetOf(rows, name="Lampiran")))
    target = ("--opd", "dinkes", "--jenis", "dik", "--tahun", "2022")
    first = impor(f"daftar.{kind}", *target, "--balasan", "balasan.xlsx")
    assert "Jawab di balasan.xlsx, simpan, lalu serahkan balasan.xlsx" in first
    assert "jawaban.yml" not in first
    book = openpyxl.load_workbook(town / "balasan.xlsx")
    assert book.sheetnames[0] == {"csv": "daftar", "docx": "Dokumen", "odt": "Dokumen"}.get(
        kind, "Lampiran"
    )
    answer(town / "balasan.xlsx")
    assert "Ditulis: DIK" in impor("balasan.xlsx", *target)
    rows_now = (town / "data/opd/dinkes/dik/2022.csv").read_text("utf-8").splitlines()
    assert len(rows_now) == len(LISTS["dik-lengkap"].rows)


def test_a_column_that_is_not_there_is_said_once(town: Path, impor: Impor) -> None:
    (town / "daftar.xlsx").write_bytes(xlsx(SheetOf(LISTS["dik-judul"].rows)))
    target = ("--opd", "dinkes", "--jenis", "dik", "--tahun", "2022")
    out = impor("daftar.xlsx", *target, "--lihat", "--balasan", "balasan.xlsx")
    about = [line for line in out.splitlines() if "Kolom “Dasar hukum” kosong" in line]
    assert len(about) == 1
    assert about[0].startswith("  peringatan, seluruh daftar: ")
    assert about[0].endswith("(5 baris) (ISI-001)")
    sheet = openpyxl.load_workbook(town / "balasan.xlsx")[SHEET]
    mends = [str(row[6].value) for row in sheet.iter_rows(min_row=5) if row[6].value]
    assert not [mend for mend in mends if mend.startswith("Isi sel ini")]


def test_units_in_the_file_are_offered_for_the_holder(town: Path, impor: Impor) -> None:
    rows = [
        ("Informasi", "Klasifikasi", "Penanggung Jawab"),
        ("Struktur organisasi", "Berkala", "Bagian Umum"),
        ("Daftar regulasi", "Setiap Saat", "Bagian Hukum"),
        ("Daftar rancangan peraturan", "Setiap Saat", "Bagian Hukum"),
    ]
    (town / "daftar.xlsx").write_bytes(xlsx(SheetOf(rows)))
    out = impor("daftar.xlsx", "--opd", "dinkes", "--jenis", "dip", "--tahun", "2022", "--lihat")
    asked = out[out.index("Penguasa informasi: ") :].splitlines()
    assert asked[1].strip() == "(1) Bagian Hukum – tertulis dalam berkas ini"
    assert asked[2].strip() == "(2) Bagian Umum – tertulis dalam berkas ini"


def test_a_clean_list_goes_in_at_once_and_its_facts_follow(town: Path, impor: Impor) -> None:
    rows = [
        ("Informasi", "Klasifikasi", "Penguasa", "Penanggung Jawab", "Waktu Pembuatan", "Tempat"),
        ("Neraca", "Berkala", "Keuangan", "Kepala Keuangan", "2022", "Kota Kecil"),
    ]
    more = (("Bentuk", "Retensi"), ("digital", "permanen"))
    whole = [(*row, *rest) for row, rest in zip(rows, more, strict=True)]
    (town / "daftar.xlsx").write_bytes(xlsx(SheetOf(whole)))
    target = ("--opd", "dinkes", "--jenis", "dip", "--tahun", "2022")
    first = impor("daftar.xlsx", *target, "--balasan", "balasan.xlsx")
    assert "Semua 1 baris siap." in first
    assert "Ditulis: DIP" in first
    answer(town / "balasan.xlsx")
    assert "Ditulis: DIP" in impor("balasan.xlsx", *target)
    assert "berkala.d.b" in (town / "data/opd/dinkes/dip/2022.csv").read_text("utf-8")
    assert "100.3/12/2022" in (town / "data/opd/dinkes/dip/2022.yml").read_text("utf-8")


def test_duties_are_chosen_in_their_own_words(town: Path, impor: Impor) -> None:
    (town / "daftar.xlsx").write_bytes(xlsx(SheetOf(LISTS["dip-lampiran"].rows)))
    target = ("--opd", "dinkes", "--jenis", "dip", "--tahun", "2022")
    impor("daftar.xlsx", *target, "--balasan", "balasan.xlsx")
    sheet = openpyxl.load_workbook(town / "balasan.xlsx")[f"{SHEET} - Kewajiban"]
    offered = [cell.value for cell in next(sheet.iter_rows(min_row=6, max_row=6))]
    assert any(str(text).startswith("Neraca (PerKI 1/2021 Pasal") for text in offered)
    assert "bukan salah satu dari itu" in offered


def test_duties_are_offered_by_the_words_that_the_assessment_knows(
    town: Path, impor: Impor
) -> None:
    rows = [
        ("Informasi", "Klasifikasi", "Penguasa", "Waktu Pembuatan", "Bentuk", "Retensi"),
        ("Ringkasan DPA 2022", "Berkala", "Keuangan", "2022", "digital", "permanen"),
        ("Papan nama kantor", "Berkala", "Umum", "2022", "digital", "permanen"),
    ]
    (town / "daftar.xlsx").write_bytes(xlsx(SheetOf(rows)))
    target = ("--opd", "dinkes", "--jenis", "dip", "--tahun", "2022")
    impor("daftar.xlsx", *target, "--balasan", "balasan.xlsx")
    sheet = openpyxl.load_workbook(town / "balasan.xlsx")[f"{SHEET} - Kewajiban"]
    texts = [str(cell.value) for row in sheet for cell in row if cell.value]
    assert any(text.startswith("Rencana anggaran dan laporan realisasi") for text in texts)
    assert "Papan nama kantor" not in texts


# ------------------------------------------------------------------------------ words for clerks

MACHINE_WORDS = re.compile(
    r"\b(?:data|content|opd|generator)/|/tmp|\w+\.yml:|-->|\b[a-z]+_[a-z]+\b|\bkolom [0-9]"
    r"|artefak|\bkunci\b|\{|\[[A-Z]{3}-[0-9]{3}\]",
    re.IGNORECASE,
)


def texts_of(book: openpyxl.Workbook) -> Iterator[str]:
    """Yield what a person sees of our sheets, and our comments."""
    for sheet in book.worksheets:
        hidden = {name for name, d in sheet.column_dimensions.items() if d.hidden}
        for row in sheet.iter_rows():
            for cell in row:
                if cell.comment:
                    yield cell.comment.text
                if sheet.title.startswith(SHEET) and cell.column_letter not in hidden:
                    yield str(cell.value or "")


@pytest.mark.parametrize("name", LISTS)
def test_nothing_of_the_machine_is_said_to_a_clerk(name: str, town: Path, impor: Impor) -> None:
    (town / "daftar.xlsx").write_bytes(xlsx(SheetOf(LISTS[name].rows)))
    target = ("--opd", "dinkes", "--jenis", LISTS[name].jenis, "--tahun", "2022")
    said = [impor("daftar.xlsx", *target, "--lihat", "--balasan", "balasan.xlsx")]
    said += [(town / "laporan.md").read_text("utf-8").replace("&#95;", "_")]
    said += texts_of(openpyxl.load_workbook(town / "balasan.xlsx"))
    answer(town / "balasan.xlsx")
    said += [impor("balasan.xlsx", *target, "--balasan", "akhir.xlsx")]
    said += texts_of(openpyxl.load_workbook(town / "akhir.xlsx"))
    found = [
        (match[0], text[max(0, match.start() - 40) : match.end() + 40])
        for text in said
        for match in MACHINE_WORDS.finditer(text)
    ]
    assert found == []


CASES = (*DIK_CASES, *DIP_CASES)


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    return small_town()


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.jenis}-{case.name}")
def test_no_reading_speaks_like_a_machine(case: Case, corpus: Corpus) -> None:
    """What is asked, repaired and left out of every sort of table that the tests know."""
    handed = opened(case.file, case.content())
    intake = take_in(handed, Target("dinkes", case.jenis, 2024), corpus, case.answers).intake
    asked = (*intake.questions, *intake.answered, *intake.offers)
    said = [
        *(question.asks for question in asked),
        *(str(reading) for question in asked for reading in question.readings),
        *(repair.reason for repair in intake.repairs),
        *(f"{remark.message} {remark.advice} {remark.example}" for remark in intake.remarks),
        *(unused.reason for unused in intake.unused),
        str(account_of(intake)),
    ]
    theirs = " ".join(cell.text for sheet in handed.book.sheets for cell in sheet.cells)
    found = [m[0] for text in said for m in MACHINE_WORDS.finditer(text) if m[0] not in theirs]
    assert found == []
