"""A template that comes back: it knows its list, its example is no row, and both sides survive."""

import csv
import io
import shutil
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from pathlib import Path

import openpyxl
import pytest

from ppid.checking.load import load
from ppid.cli.main import main
from ppid.handing_in.intake.report import account_of
from ppid.handing_in.intake.taking_in import Taken, opened, take_in
from ppid.handing_in.model import Target
from ppid.handing_in.template.form import FACTS_SHEET, NIL, NIL_DAY, NIL_OFFICER
from ppid.handing_in.template.prepared import prepare
from ppid.handing_in.template.workbook import workbook

TOWN = Path(__file__).parents[2] / "kota-kecil"
DAY = date(2022, 6, 1)
FIRST, LAST = 8, 10
Edit = Callable[[openpyxl.Workbook], None]


@pytest.fixture
def town(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    shutil.copytree(TOWN, tmp_path / "kota")
    monkeypatch.chdir(tmp_path / "kota")
    return tmp_path / "kota"


def template(town: Path, tahun: int, edit: Edit = lambda _: None) -> bytes:
    """Make the template of the health department's DIK and let a clerk work on it."""
    corpus = load(town, DAY).corpus
    book = openpyxl.load_workbook(
        io.BytesIO(workbook(prepare("dinkes", "dik", tahun, corpus), corpus))
    )
    edit(book)
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()


def column_of(book: openpyxl.Workbook, title: str) -> int:
    sheet = book["DIK 2021"] if "DIK 2021" in book.sheetnames else book["DIK 2022"]
    return next(cell.column for cell in sheet[6] if str(cell.value).startswith(title))


def write(book: openpyxl.Workbook, row: int, title: str, value: str) -> None:
    sheet = book["DIK 2021"] if "DIK 2021" in book.sheetnames else book["DIK 2022"]
    sheet.cell(row, column_of(book, title)).value = value


def take(town: Path, content: bytes, tahun: int, answers: Mapping[str, str] | None = None) -> Taken:
    handed = opened("templat.xlsx", content)
    target = Target("dinkes", "dik", tahun)
    return take_in(handed, target, load(town, DAY).corpus, answers or {})


def test_an_untouched_template_is_last_years_list(town: Path) -> None:
    intake = take(town, template(town, 2022), 2022).intake
    assert [row.values["kode"] for row in intake.rows] == [
        "KES-REKAM-MEDIS",
        "KES-VAKSIN",
        "KES-PELAPOR",
    ]
    assert intake.complete
    assert account_of(intake).hilang == 0
    assert not account_of(intake).tidak_dipakai


def test_both_sides_of_a_template_survive(town: Path) -> None:
    content = template(town, 2021, lambda book: write(book, FIRST, "Catatan", "Dari berkas."))
    stored = town / "data/opd/dinkes/dik/2021.csv"
    text = stored.read_text("utf-8")
    stored.write_text(text.replace("Daftar penerima vaksin", "Daftar penerima vaksinasi"), "utf-8")
    taken = take(town, content, 2021)
    assert taken.merged
    assert taken.intake.rows[0].values["catatan"] == "Dari berkas."
    assert taken.intake.rows[1].values["informasi"] == "Daftar penerima vaksinasi"
    assert account_of(taken.intake).hilang == 0


def test_a_field_that_both_changed_is_a_question(town: Path) -> None:
    content = template(town, 2021, lambda book: write(book, FIRST, "Penguasa", "Bidang Berkas"))
    stored = town / "data/opd/dinkes/dik/2021.csv"
    rows = list(csv.reader(io.StringIO(stored.read_text("utf-8"))))
    rows[1][rows[0].index("penguasa")] = "Bidang Tersimpan"
    with stored.open("w", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows(rows)
    (question,) = take(town, content, 2021).intake.questions
    assert question.key.startswith("gabung:KES-REKAM-MEDIS:penguasa:")
    for answer, value in (("berkas", "Bidang Berkas"), ("tersimpan", "Bidang Tersimpan")):
        done = take(town, content, 2021, {question.key: answer})
        assert done.intake.complete
        assert done.outdated == ()
        assert [q.key for q in done.intake.answered] == [question.key]
        assert done.intake.rows[0].values["penguasa"] == value
        assert account_of(done.intake).hilang == 0


def test_a_row_that_was_deleted_in_the_file_goes(town: Path) -> None:
    def delete(book: openpyxl.Workbook) -> None:
        book["DIK 2021"].delete_rows(LAST)

    taken = take(town, template(town, 2021, delete), 2021)
    codes = [row.values["kode"] for row in taken.intake.rows]
    assert codes == ["KES-REKAM-MEDIS", "KES-VAKSIN"]
    assert any("KES-PELAPOR" in remark.message for remark in taken.intake.remarks)


def say_nil(book: openpyxl.Workbook) -> None:
    said = {NIL: "ya", NIL_OFFICER: "Kepala Dinas", NIL_DAY: date(2022, 1, 31)}
    for row in book["Petunjuk"].iter_rows(max_col=2):
        if row[0].value in said:
            row[1].value = said[row[0].value]


def test_nil_beside_rows_is_asked_and_either_answer_is_kept(town: Path) -> None:
    content = template(town, 2022, say_nil)
    intake = take(town, content, 2022).intake
    (question,) = [one for one in intake.questions if one.key == "nihil-atau-baris"]
    assert not intake.complete
    assert [reading.value for reading in question.readings] == ["nihil", "baris"]
    nil = take(town, content, 2022, {question.key: "nihil"})
    assert (nil.intake.rows, nil.intake.complete, nil.outdated) == ((), True, ())
    assert nil.intake.about["nihil.pejabat"] == "Kepala Dinas"
    assert account_of(nil.intake).hilang == 0
    rows = take(town, content, 2022, {question.key: "baris"})
    assert len(rows.intake.rows) == len(intake.rows) > 0
    assert (rows.outdated, rows.intake.about) == ((), {})
    assert question.key not in {one.key for one in rows.intake.questions}


def test_nil_as_the_template_asks_for_it(town: Path) -> None:
    def nil(book: openpyxl.Workbook) -> None:
        book["DIK 2022"].delete_rows(FIRST, LAST - FIRST + 1)
        say_nil(book)

    intake = take(town, template(town, 2022, nil), 2022).intake
    assert (intake.rows, intake.complete) == ((), True)
    assert intake.about["nihil.pejabat"] == "Kepala Dinas"
    assert intake.about["nihil.tanggal"] == "2022-01-31"


def test_a_template_for_another_list_is_pointed_out(town: Path) -> None:
    messages = [r.message for r in take(town, template(town, 2022), 2023).intake.remarks]
    assert any("dibuat untuk DIK dinkes 2022" in message for message in messages)


def test_the_command_knows_the_list_from_the_template(
    town: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    changed = template(town, 2021, lambda book: write(book, FIRST, "Catatan", "Dari berkas."))
    (town / "isian.xlsx").write_bytes(changed)
    with pytest.raises(SystemExit):
        main(["impor", "isian.xlsx", "--tanggal", "2022-06-01"])
    out = capsys.readouterr().out
    assert "Ditulis: DIK Dinas Kesehatan" in out
    assert "Dari berkas." in (town / "data/opd/dinkes/dik/2021.csv").read_text("utf-8")
    assert "2021.yml" not in out.split("Ditulis:")[1].splitlines()[0]


FACTS = (
    *(("Nomor keputusan", "100.3/12/2022"), ("Tanggal keputusan", date(2022, 3, 1))),
    *(("Jabatan yang menetapkan", "PPID Utama"), ("Tempat ditetapkan", "Kota Kecil")),
    *(("Nomor uji konsekuensi", "UK-7"), ("Tanggal uji konsekuensi", "20 Februari 2022")),
    ("Tanggal disampaikan", "belum"),
)


def tell(book: openpyxl.Workbook, facts: Sequence[tuple[str, object]]) -> None:
    """Fill in the sheet of facts, each beside its label."""
    beside = {row[0].value: row[1] for row in book[FACTS_SHEET].iter_rows(max_col=2)}
    for label, value in facts:
        beside[label].value = value


def test_facts_in_the_template_are_facts_of_the_list(town: Path) -> None:
    intake = take(town, template(town, 2022, lambda book: tell(book, FACTS)), 2022).intake
    assert intake.complete
    assert intake.about == {
        "penetapan.nomor": "100.3/12/2022",
        "penetapan.tanggal": "2022-03-01",
        "penetapan.pejabat": "PPID Utama",
        "penetapan.tempat": "Kota Kecil",
        "uji_konsekuensi.nomor": "UK-7",
        "uji_konsekuensi.tanggal": "2022-02-20",
    }
    assert [offer.key for offer in intake.offers] == ["disampaikan"]


def test_facts_that_are_stored_stand_in_the_template_and_a_change_is_asked(town: Path) -> None:
    stored: dict[str, object] = {}

    def look(book: openpyxl.Workbook) -> None:
        rows = book[FACTS_SHEET].iter_rows(min_row=6, max_row=12, max_col=2, values_only=True)
        stored.update({str(label): value for label, value in rows})

    untouched = take(town, template(town, 2021, look), 2021).intake
    assert stored["Nomor keputusan"] == "188/05/2021"
    assert stored["Tanggal disampaikan"] == "2021-03-30"
    assert (untouched.complete, dict(untouched.about)) == (True, {})
    changed = template(town, 2021, lambda book: tell(book, [("Nomor keputusan", "9/BARU")]))
    (question,) = take(town, changed, 2021).intake.questions
    assert [reading.value for reading in question.readings] == ["9/BARU", "188/05/2021"]
    answered = take(town, changed, 2021, {question.key: "9/BARU"}).intake
    assert dict(answered.about) == {"penetapan.nomor": "9/BARU"}
    kept = take(town, changed, 2021, {question.key: "188/05/2021"}).intake
    assert (kept.complete, dict(kept.about)) == (True, {})


def test_a_fact_that_cannot_be_read_is_asked(town: Path) -> None:
    unclear = template(town, 2022, lambda book: tell(book, [("Tanggal uji konsekuensi", "besok")]))
    (question,) = take(town, unclear, 2022).intake.questions
    assert (question.written, question.place.sheet) == ("besok", FACTS_SHEET)


def test_what_the_template_wrote_itself_is_not_counted_nor_warned_about(town: Path) -> None:
    intake = take(town, template(town, 2022), 2022).intake
    assert not [remark for remark in intake.remarks if "rumus" in remark.message]
    account = account_of(intake)
    assert (account.hilang, account.sel) == (0, account.masuk + account.kepala)
