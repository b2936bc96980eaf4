"""What stands around a list: notes that limit its rows, other sheets, the decision behind it."""

from collections.abc import Mapping, Sequence

import pytest

from ppid.diagnostics.diagnostic import Severity
from ppid.handing_in.intake.report import account_of
from ppid.handing_in.intake.taking_in import opened, take_in
from ppid.handing_in.model import Intake, Question, Target
from tests.handing_in.intake.tables import town
from tests.handing_in.intake.workbooks import (
    DIK_HEADINGS,
    Row,
    SheetOf,
    csv_text,
    dik_rows,
    xlsx,
)


def taken(*sheets: SheetOf, answers: Mapping[str, str] | None = None) -> Intake:
    handed = opened("a.xlsx", xlsx(*sheets))
    intake = take_in(handed, Target("dinkes", "dik", 2024), town(), answers or {}).intake
    assert account_of(intake).hilang == 0
    return intake


def with_notes(*notes: str, marks: Mapping[int, str] | None = None) -> SheetOf:
    """Write a list of three rows; `marks` stand behind the titles of its rows, from 0."""
    rows = dik_rows(3)
    for row, mark in (marks or {}).items():
        rows[row][1] = f"{rows[row][1]}{mark}"
    signed: list[Row] = [[], [*[None] * 6, "Ditetapkan di Kota Kecil"], [*[None] * 6, "Kepala"]]
    return SheetOf([DIK_HEADINGS, *rows, [], *([note] for note in notes), *signed])


def asked(intake: Intake) -> list[Question]:
    return [one for one in intake.questions if one.key.startswith("keterangan:")]


def notes_of(intake: Intake) -> list[str]:
    return [row.values["catatan"] for row in intake.rows]


CONDITION = "Catatan: kecuali untuk penyidik"


@pytest.mark.parametrize(
    ("answer", "notes"),
    [
        ("semua", ["kecuali untuk penyidik"] * 3),
        ("1 dan 3", ["kecuali untuk penyidik", "", "kecuali untuk penyidik"]),
        ("2", ["", "kecuali untuk penyidik", ""]),
        ("keterangan", ["", "", ""]),
    ],
)
def test_a_condition_below_the_list_goes_where_the_answer_says(
    answer: str, notes: list[str]
) -> None:
    sheet = with_notes(CONDITION)
    (question,) = asked(taken(sheet))
    assert question.written == CONDITION
    assert "baris mana" in question.asks
    intake = taken(sheet, answers={question.key: answer})
    assert notes_of(intake) == notes
    assert not asked(intake)
    left_out = [one.cell.text for one in intake.unused]
    assert (CONDITION in left_out) is (answer == "keterangan")


@pytest.mark.parametrize("answer", ["7", "baris kedua", "1 sampai", "0"])
def test_an_answer_that_names_no_row_does_not_count(answer: str) -> None:
    (question,) = asked(taken(with_notes(CONDITION)))
    intake = taken(with_notes(CONDITION), answers={question.key: answer})
    assert [one.key for one in asked(intake)] == [question.key]
    assert notes_of(intake) == ["", "", ""]


def test_a_mark_leads_to_its_rows_and_goes_from_their_cells() -> None:
    sheet = with_notes("*) menunggu lelang", "**) terbuka setelah 2025", marks={0: "*)", 2: " **"})
    first, second = asked(taken(sheet))
    assert first.readings[0].means == "Baris 2, yang bertanda *; masuk ke catatannya"
    assert second.readings[0].means == "Baris 4, yang bertanda **; masuk ke catatannya"
    intake = taken(sheet, answers={first.key: "bertanda", second.key: "bertanda"})
    assert notes_of(intake) == ["menunggu lelang", "", "terbuka setelah 2025"]
    assert [row.values["informasi"] for row in intake.rows] == [row[1] for row in dik_rows(3)]
    marks = [one.before[-2:] for one in intake.repairs if one.reason.startswith("tanda *")]
    assert marks == ["*)", "**"]


@pytest.mark.parametrize(
    "note",
    ["Keterangan:", "Catatan: daftar ini ditinjau setiap tahun", "√ = hanya cetak", "*) contoh"],
)
def test_a_note_without_a_condition_stays_outside(note: str) -> None:
    intake = taken(with_notes(note))
    assert not asked(intake)
    assert note in [one.cell.text for one in intake.unused]


@pytest.mark.parametrize(
    ("text", "hidden", "severity"),
    [
        ("Nomor 2 dikecualikan, kecuali bagi auditor", False, Severity.PERINGATAN),
        ("Disusun oleh bagian umum", False, Severity.SARAN),
        ("Boleh dibuka atas izin kepala dinas", True, Severity.PERINGATAN),
    ],
)
def test_another_sheet_is_named_with_what_it_says(
    text: str, hidden: object, severity: Severity
) -> None:
    other = SheetOf([["Lain-lain"], [text]], name="Lain", hidden=bool(hidden))
    intake = taken(SheetOf([DIK_HEADINGS, *dik_rows(3)]), other)
    (said,) = [one for one in intake.remarks if "“Lain”" in one.message]
    assert said.severity is severity
    assert text in said.message


# ------------------------------------------------------------------- the decision behind a list

TEST = "Lembar Uji Konsekuensi Nomor: UK/2/2023 tanggal 20 Desember 2023"
DECIDED: Mapping[str, tuple[Sequence[Row], Mapping[str, str]]] = {
    "lampiran-per-baris": (
        [["LAMPIRAN KEPUTUSAN WALI KOTA"], ["NOMOR 188.4/12/2024"], ["TANGGAL 3 Januari 2024"]],
        {"penetapan.nomor": "188.4/12/2024", "penetapan.tanggal": "2024-01-03"},
    ),
    "sel-sendiri": (
        [["Keputusan Kepala Dinas"], ["Nomor", ": 800/15/2024"], ["Tanggal", ": 5 Feb 2024"]],
        {"penetapan.nomor": "800/15/2024", "penetapan.tanggal": "2024-02-05"},
    ),
    "satu-kalimat": (
        [["Lampiran Keputusan PPID Nomor 5 Tahun 2024 tanggal 3 Januari 2024 tentang Daftar"]],
        {"penetapan.nomor": "5 Tahun 2024", "penetapan.tanggal": "2024-01-03"},
    ),
    "baris-dalam-sel": (
        [["LAMPIRAN KEPUTUSAN\nNOMOR : 9/SK\nTANGGAL : 3 Januari 2024"]],
        {"penetapan.nomor": "9/SK", "penetapan.tanggal": "2024-01-03"},
    ),
    "uji": (
        [[TEST]],
        {"uji_konsekuensi.nomor": "UK/2/2023", "uji_konsekuensi.tanggal": "2023-12-20"},
    ),
    "peraturan": ([["LAMPIRAN II PERATURAN KOMISI INFORMASI NOMOR 1 TAHUN 2021"]], {}),
    "dokumen": ([["Nomor dokumen: F-01/PPID"], ["Tanggal cetak 5 Januari 2024"]], {}),
}


@pytest.mark.parametrize("name", DECIDED)
@pytest.mark.parametrize("kind", ["xlsx", "csv"])
def test_what_stands_above_a_list_is_offered_with_its_cell(name: str, kind: str) -> None:
    above, facts = DECIDED[name]
    rows = [*above, [], DIK_HEADINGS, *dik_rows(3)]
    content = xlsx(SheetOf(rows)) if kind == "xlsx" else csv_text(rows, ";").encode("utf-8-sig")
    handed = opened(f"a.{kind}", content)
    intake = take_in(handed, Target("dinkes", "dik", 2024), town(), {}).intake
    offered = {
        one.key: one.readings[0].value
        for one in (*intake.questions, *intake.offers)
        if one.readings and "tertulis pada sel" in one.readings[0].means
    }
    assert offered == facts
    assert not intake.about


def test_a_signed_list_offers_its_place_and_day() -> None:
    signed: list[Row] = [[], [*[None] * 5, "Ditetapkan di Kota Baru"]]
    signed += [[*[None] * 5, "pada tanggal 2 Februari 2024"], [*[None] * 5, "Kepala Dinas"]]
    intake = taken(SheetOf([DIK_HEADINGS, *dik_rows(3), *signed]))
    first = {one.key: one.readings[0] for one in (*intake.questions, *intake.offers)}
    assert str(first["penetapan.tempat"]) == "Kota Baru – tertulis pada sel F6"
    assert str(first["penetapan.tanggal"]) == "2024-02-02 – tertulis pada sel F7"
