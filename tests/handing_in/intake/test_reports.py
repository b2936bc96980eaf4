"""What is told of an intake, and the file of answers: complete, harmless, and read back alike."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ppid.checking.load import load
from ppid.core.corpus import Corpus
from ppid.handing_in.intake.answers import AnswerFile, answers_text, read_answers
from ppid.handing_in.intake.report import as_markdown, as_text
from ppid.handing_in.intake.understand import understand
from ppid.handing_in.model import Intake, Target
from tests.handing_in.intake.tables import table

TARGET = Target("dinkes", "dik", 2022)
FIELDS = ("informasi", "cakupan", "dasar_hukum", "jangka_waktu", "penguasa")
HOSTILE = "Surat <script>alert(1)</script> [x](javascript:1) ::error:: ##[group] \x1b[31m |"


@pytest.fixture(scope="module")
def town() -> Corpus:
    return load(Path(__file__).parents[2] / "kota-kecil", date(2022, 6, 1)).corpus


def intake_of(town: Corpus, *rows: tuple[str, ...], **answers: str) -> Intake:
    return understand(table(FIELDS, rows), TARGET, town, answers)


def test_the_screen_shows_counts_repairs_and_numbered_readings(town: Corpus) -> None:
    row = ("Berkas satu", "Seluruhnya", "Pasal 17 huruf b", "5", "Bidang  A")
    text = as_text(intake_of(town, row), "daftar.xlsx", "Dinas Kesehatan")
    assert "0 dari 1 baris siap; 1 baris menunggu jawaban." in text
    assert "10 sel terisi: 5 masuk ke daftar (3 di antaranya dirapikan) dan 5 judul kolom." in text
    assert "1 × rujukan ditulis dalam bentuk baku; sel C2: “Pasal 17 huruf b” menjadi" in text
    assert "1. Jangka waktu, sel D2: tertulis “5”. Tahun atau bulan?" in text
    assert "(1) 5 tahun\n" in text
    assert "(2) 5 bulan\n" in text


def test_foreign_text_is_harmless_everywhere(town: Corpus) -> None:
    intake = intake_of(town, (HOSTILE, "rahasia", HOSTILE, HOSTILE, HOSTILE))
    screen = as_text(intake, f"{HOSTILE}.xlsx", "Dinas")
    assert "\x1b" not in screen
    assert "##[" not in screen
    report = as_markdown(intake, f"{HOSTILE}.xlsx", "Dinas")
    for dangerous in ("<script", "[x](", "\x1b"):
        assert dangerous not in report
    answers = answers_text(f"a\n{HOSTILE}.xlsx", intake, {}, ())
    assert "\x1b" not in answers
    assert all(
        line.startswith(("#", "cakupan", "jangka", "kode", "untuk: ")) for line in lines(answers)
    )


def lines(text: str) -> list[str]:
    return [line for line in text.splitlines() if line.strip()]


def test_the_report_names_every_cell_that_is_not_used(town: Corpus) -> None:
    handed = table((*FIELDS, "nomor"), [("Berkas satu", "seluruh", "", "5 tahun", "-", "1")])
    report = as_markdown(understand(handed, TARGET, town, {}), "a.xlsx", "Dinas")
    assert "nomor urut baris: 1 sel\n    - sel F2: “1”" in report
    assert "tanda bahwa sel tidak diisi: 1 sel\n    - sel E2: “-”" in report


def test_answers_are_written_to_be_filled_in_and_kept(town: Corpus) -> None:
    row = ("Berkas satu", "seluruh", "", "5", "Bidang A")
    empty = answers_text("a.xlsx", intake_of(town, row), {}, ())
    assert read_answers("a.yml", empty.encode()).answers == {}
    key = next(q.key for q in intake_of(town, row).questions if q.field == "jangka_waktu")
    filled = empty.replace(f"{key}:", f"{key}: 5 tahun")
    read = read_answers("a.yml", filled.encode())
    assert (read.answers, read.problems) == ({key: "5 tahun"}, ())
    done = intake_of(town, row, **read.answers)
    again = answers_text("a.xlsx", done, read.answers, ())
    assert read_answers("a.yml", again.encode()).answers == read.answers
    kept = answers_text("a.xlsx", done, {**read.answers, "lama": "x: y # z"}, ("lama",))
    assert read_answers("a.yml", kept.encode()).answers == {**read.answers, "lama": "x: y # z"}


@pytest.mark.parametrize(
    "content",
    [
        b"a: [1, 2]",
        b"a: {b: c}",
        b"a: &x [1]\nb: *x",
        b"- satu\n- dua",
        b"a: 1\na: 2",
        b"PK\x03\x04",
        b"\x00\x01",
        b"a: !!python/object:os.system x",
        b"a: " + b"x" * 6000,
        b"{" * 500,
    ],
)
def test_a_file_that_is_no_list_of_answers_is_said_to_be_none(content: bytes) -> None:
    read = read_answers("jawaban.yml", content)
    assert read.problems
    assert set(read.answers) <= {"a"}


def test_an_empty_file_of_answers_is_fine() -> None:
    assert read_answers("a.yml", b"") == AnswerFile({})
    assert read_answers("a.yml", b"# hanya komentar\n").answers == {}


@given(st.binary(max_size=200))
def test_no_bytes_make_reading_answers_raise(content: bytes) -> None:
    assert isinstance(read_answers("a.yml", content), AnswerFile)
