"""Headings and words of lists are data: one line of YAML makes what a clerk writes known."""

import shutil
from collections.abc import Callable
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import load_workbook

from ppid.checking.load import load
from ppid.core.corpus import Corpus
from ppid.handing_in.intake.lines import RowWords
from ppid.handing_in.intake.reading.choices import ChoiceReader
from ppid.handing_in.intake.taking_in import opened, take_in
from ppid.handing_in.model import Intake, Target
from ppid.handing_in.reply.workbook import reply
from ppid.kinds.kata_daftar import JudulKolom, KataDaftar
from ppid.law import LAW
from tests.handing_in.intake.workbooks import SheetOf, csv_text, xlsx

TOWN = Path(__file__).parents[2] / "kota-kecil"
DAY = date(2024, 6, 1)
TARGET = Target("dinkes", "dik", 2024)
HEADING = ("No", "Obyek Rahasia", "Cakupan", "Dasar Hukum", "Unit yang Menguasai")
ROWS = (
    HEADING,
    (1, "Denah ruang peladen", "seluruh", "UU 14/2008 Pasal 17 huruf c angka 9", "Bagian Umum"),
    (2, "Rencana pengamanan", "seluruh", "UU 14/2008 Pasal 17 huruf a angka 1", "Bagian Umum"),
)
BOOKS = {
    "daftar.xlsx": xlsx(SheetOf(ROWS)),
    "daftar.csv": csv_text(ROWS).encode(),
}
INFORMASI = "  - isian: informasi\n    frasa:\n"
LINE = "      - obyek rahasia\n"


def with_line(folder: Path) -> Path:
    """Copy the words of the program with one line more; nothing else is touched."""
    law = Path(shutil.copytree(LAW, folder / "law"))
    file = law / "judul-kolom.yml"
    text = file.read_text("utf-8")
    assert text.count(INFORMASI) == 1
    file.write_text(text.replace(INFORMASI, INFORMASI + LINE), "utf-8")
    return law


def taken(name: str, corpus: Corpus) -> Intake:
    return take_in(opened(name, BOOKS[name]), TARGET, corpus, {}).intake


def left_out(name: str, intake: Intake) -> str:
    """Return what the reply says of the cells that were left out."""
    book = load_workbook(BytesIO(reply(name, BOOKS[name], intake)))
    sheets = [sheet for sheet in book.worksheets if sheet.title.endswith("Tidak dipakai")]
    rows = (row for sheet in sheets for row in sheet.iter_rows(values_only=True))
    return " ".join(str(text) for row in rows for text in row if text)


@pytest.mark.parametrize("name", BOOKS)
def test_one_line_makes_a_heading_known(name: str, tmp_path: Path) -> None:
    before = taken(name, load(TOWN, DAY).corpus)
    assert [row.values["informasi"] for row in before.rows] == ["", ""]
    assert "Obyek Rahasia" in left_out(name, before)
    after = taken(name, load(TOWN, DAY, with_line(tmp_path)).corpus)
    titles = [row.values["informasi"] for row in after.rows]
    assert titles == ["Denah ruang peladen", "Rencana pengamanan"]
    assert "Obyek Rahasia" not in left_out(name, after)


@pytest.fixture
def own(tmp_path: Path) -> Callable[[str, str], list[str]]:
    """Load the town with a file of its own words; return what is said of that file."""
    town = Path(shutil.copytree(TOWN, tmp_path / "kota"))

    def loaded(name: str, text: str) -> list[str]:
        (town / "data/acuan" / name).write_text(text, "utf-8")
        found = load(town, DAY).diagnostics
        return [f"{d.message} {d.hint}" for d in found if d.span.path == f"data/acuan/{name}"]

    return loaded


def test_a_body_adds_headings_of_its_own(
    own: Callable[[str, str], list[str]], tmp_path: Path
) -> None:
    line = "judul_kolom:\n  - {isian: informasi, frasa: [obyek rahasia]}\n"
    assert own("judul-kolom.yml", line) == []
    intake = taken("daftar.xlsx", load(tmp_path / "kota", DAY).corpus)
    assert intake.rows[0].values["informasi"] == "Denah ruang peladen"


def test_a_body_adds_words_of_its_own(own: Callable[[str, str], list[str]], tmp_path: Path) -> None:
    text = (
        "kata_daftar:\n"
        "  - {guna: jabatan-penanda-tangan, kata: [rektor]}\n"
        "  - {guna: bentuk, arti: cetak, kata: [lembar lepas]}\n"
        "  - {guna: pernyataan-nihil, kata: [nol]}\n"
    )
    assert own("kata-daftar.yml", text) == []
    corpus = load(tmp_path / "kota", DAY).corpus
    assert RowWords(corpus).names_office("Rektor Universitas")
    assert RowWords(corpus).is_nihil("N O L")
    assert ChoiceReader(corpus).read_form("Lembar-lepas").value == "cetak"


def test_what_is_wrong_in_them_is_said_where_it_stands(
    own: Callable[[str, str], list[str]],
) -> None:
    (said,) = own("judul-kolom.yml", "judul_kolom:\n  - {isian: informasih, frasa: [objek]}\n")
    assert "“informasih” bukan salah satu pilihan" in said
    assert "Mungkin maksudnya “informasi”" in said
    (said,) = own("kata-daftar.yml", "kata_daftar:\n  - {guna: jumlahan, kata: [rekap]}\n")
    assert "“jumlahan” bukan salah satu pilihan" in said
    assert "Mungkin maksudnya “jumlah”" in said


def test_the_words_of_the_program_are_sound() -> None:
    loaded = load(TOWN, DAY)
    assert [d for d in loaded.diagnostics if "law/" in d.span.path] == []
    assert loaded.corpus.of(JudulKolom)
    assert loaded.corpus.of(KataDaftar)


def test_without_words_nothing_is_taken_for_them() -> None:
    nothing = Corpus((), {}, frozenset(), DAY)
    words, choices = RowWords(nothing), ChoiceReader(nothing)
    assert not any((words.is_ending("Kepala Dinas"), words.is_nihil(""), words.is_total("Jumlah")))
    assert choices.read_form("digital").doubt is not None
    assert choices.read_scope("").doubt is not None
