"""Registers and letters of the service: a place for all that the law asks for, nobody's data."""

import re
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document
from openpyxl import load_workbook

from ppid.checking.load import load
from ppid.core.corpus import Corpus
from ppid.publishing.exports.layanan import register_workbook
from ppid.publishing.papers.model import Paper, PaperTable, Paragraph
from ppid.publishing.papers.of_service import is_register, service_papers
from tests.publishing.papers.test_command import run
from tests.publishing.papers.test_content import answers, paragraphs, tables, text_of

LAW = Path(__file__).parents[4] / "shared" / "hukum" / "perki-1-2021.txt"
ASKED = {
    "formulir-permintaan": ("Pasal 29 ayat (5)", "abcdefghij"),
    "formulir-keberatan": ("Pasal 41 ayat (5)", "abcdefgh"),
    "register-permintaan": ("Pasal 32 ayat (1)", "abcdefghijklmno"),
    "register-keberatan": ("Pasal 43 ayat (2)", "abcdefghi"),
    "tanggapan-keberatan": ("Pasal 44 ayat (2)", "abc"),
}


@pytest.fixture(scope="module")
def papers(corpus: Corpus) -> dict[str, Paper]:
    return {paper.name: paper for paper in service_papers(corpus)}


def passages(paper: Paper) -> set[str]:
    found = {passage for block in paragraphs(paper) for passage in block.meets}
    return found | {p for t in tables(paper) for column in t.columns for p in column.memenuhi}


@pytest.mark.parametrize("name", ASKED)
def test_everything_that_the_law_asks_for_has_a_place(name: str, papers: dict[str, Paper]) -> None:
    passage, letters = ASKED[name]
    assert {f"{passage} huruf {letter}" for letter in letters} <= passages(papers[name])


@pytest.mark.parametrize("name", ASKED)
def test_the_letters_above_are_those_of_the_law(name: str) -> None:
    if not LAW.is_file():
        pytest.skip("naskah peraturan tidak ada di sebelah proyek")
    passage, letters = ASKED[name]
    article, clause = passage.removesuffix(")").split(" ayat (")
    body = LAW.read_text("utf-8").partition(f"\n{article}\n")[2].partition("\nPasal ")[0]
    lines = body.partition(f"({clause})")[2].partition(f"\n({int(clause) + 1})")[0].splitlines()
    assert "".join(line[0] for line in lines if line[1:3] == ". ") == letters


def test_a_refusal_names_its_grounds_and_what_can_be_done(papers: dict[str, Paper]) -> None:
    paper = papers["keputusan-penolakan"]
    (reasons,) = {*answers(paper, "Pasal 34 ayat (1)")}
    assert reasons.startswith("[Pasal 17 huruf")
    text = text_of(paper)
    assert "Permintaan Informasi Publik ditolak, PPID wajib menyampaikan pemberitahuan" in text
    assert "30 (tiga puluh) hari kerja" in text
    assert "Peraturan Wali Kota Kecil Nomor 2 Tahun 2017" in text
    labels = [b.label for b in paragraphs(paper) if isinstance(b, Paragraph) and b.label]
    assert labels == [
        *("Menimbang", "Mengingat", "Memperhatikan", "Menetapkan"),
        *("KESATU", "KEDUA", "KETIGA", "KEEMPAT", "KELIMA"),
    ]


def test_they_hold_no_list_and_are_marked_by_no_example(papers: dict[str, Paper]) -> None:
    assert list(papers) == [
        *("formulir-permintaan", "formulir-keberatan"),
        *("register-permintaan", "register-keberatan"),
        *("keputusan-penolakan", "tanggapan-keberatan"),
    ]
    for paper in papers.values():
        assert paper.proof is None
        assert not paper.contoh
        assert "Kode isi daftar" not in str(paper.footer)


def test_a_register_is_a_workbook_too(papers: dict[str, Paper]) -> None:
    registers = [paper for paper in papers.values() if is_register(paper)]
    assert [paper.name for paper in registers] == ["register-permintaan", "register-keberatan"]
    for paper in registers:
        content = register_workbook(paper)
        assert content == register_workbook(paper)
        sheet = load_workbook(BytesIO(content)).active
        wanted = {
            c.judul[-1] for t in tables(paper) if isinstance(t, PaperTable) for c in t.columns
        }
        written = [cell.value for row in sheet.iter_rows(max_row=10) for cell in row if cell.value]
        assert wanted <= set(written)
        assert written.count("Nomor Pendaftaran") <= 1
        assert "tidak diumumkan" in sheet["A2"].value
        assert sheet["C20"].number_format == "@"  # sixteen digits stay sixteen digits


def test_blank_forms_of_a_demonstration_can_be_used(proyek: Path) -> None:
    """They hold nothing of the sample lists; an address in doubt is left to be filled in."""
    about = proyek / "data/badan.yml"
    text = about.read_text("utf-8").replace("contoh: false", "contoh: true")
    counter = "alamat: Jalan Pohon Jambu Nomor 1, lantai dasar\n"
    assert counter in text
    mentioned = "alamat: Jalan Pohon Jambu Nomor 1, Kota Kecil\n    terakhir_disebut: 2019-01-10\n"
    about.write_text(text.replace(counter, mentioned), "utf-8")
    papers = service_papers(load(proyek, date(2021, 12, 31)).corpus)
    assert papers
    for paper in papers:
        assert not paper.contoh
        assert "CONTOH" not in text_of(paper)
        assert "Jalan Pohon Jambu" not in text_of(paper)


def test_a_form_names_the_regulation_of_every_passage(papers: dict[str, Paper]) -> None:
    for name in ("formulir-permintaan", "formulir-keberatan"):
        words = text_of(papers[name])
        assert re.findall(r"(?<!PerKI 1/2021 )Pasal \d+", words) == []
        assert "surat kuasa khusus bermeterai" in words


@pytest.mark.usefixtures("kota")
def test_they_are_written_by_a_command(kota: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = run("surat", "layanan", "--keluaran", "surat", capsys=capsys)
    assert code == 0
    assert "perlu diisi: nomor pendaftaran" in out
    assert sorted(path.name for path in (kota / "surat").iterdir()) == [
        "formulir-keberatan.docx",
        "formulir-permintaan.docx",
        "keputusan-penolakan.docx",
        "register-keberatan.docx",
        "register-keberatan.xlsx",
        "register-permintaan.docx",
        "register-permintaan.xlsx",
        "tanggapan-keberatan.docx",
    ]
    assert Document(str(kota / "surat/register-permintaan.docx")).tables


@pytest.mark.usefixtures("kota")
@pytest.mark.parametrize(
    ("arguments", "answer"),
    [
        (("dik",), "Belum ada pilihan --opd."),
        (("dip", "--opd", "setda"), "Belum ada pilihan --tahun."),
        (("layanan", "--opd", "setda"), "tidak memakai --opd dan --tahun"),
    ],
)
def test_what_a_paper_needs_is_said(
    arguments: tuple[str, ...], answer: str, capsys: pytest.CaptureFixture[str]
) -> None:
    code, _, err = run("surat", *arguments, capsys=capsys)
    assert (code, answer in err) == (2, True)
