"""What rules say of a list before it is written: all that is certain, and nothing that hangs."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from ppid.checking.load import Memory, load_from
from ppid.core.project_files import DiskFolder
from ppid.handing_in.intake.first_check import ReadProject, with_findings
from ppid.handing_in.intake.standing import standing_of
from ppid.handing_in.intake.taking_in import opened, take_in
from ppid.handing_in.model import Intake, Question, Reading, Target
from tests.handing_in.intake.workbooks import SheetOf, xlsx

TOWN = Path(__file__).parents[2] / "kota-kecil"
TARGET = Target("dinkes", "dik", 2022)
HEADS = ("Informasi", "Cakupan", "Bagian", "Dasar Hukum", "Konsekuensi Dibuka", "Jangka Waktu")
WHO = ("Penguasa", "Penanggung Jawab", "Mulai")
GOOD = (
    *("Denah ruang peladen", "seluruh", "", "UU 14/2008 Pasal 17 huruf c"),
    *("Jaringan rumah sakit mudah diserang orang.", "5 tahun", "Umum", "Kepala", "2022-03-01"),
)


@pytest.fixture(scope="module")
def project() -> ReadProject:
    memory, folder = Memory(), DiskFolder(TOWN)
    return ReadProject(folder, load_from(folder, date(2022, 6, 1), memory).corpus, memory)


def found(
    project: ReadProject, *rows: tuple[str, ...], answers: Mapping[str, str] | None = None
) -> Intake:
    handed = opened("a.xlsx", xlsx(SheetOf([(*HEADS, *WHO), *rows])))
    intake = take_in(handed, TARGET, project.corpus, answers or {}).intake
    return with_findings(intake, "a.xlsx", project)


def changed(**fields: str) -> tuple[str, ...]:
    order = ("informasi", "cakupan", "bagian", "dasar_hukum", "konsekuensi", "jangka_waktu")
    names = (*order, "penguasa", "penanggung_jawab", "mulai")
    return tuple(fields.get(name, text) for name, text in zip(names, GOOD, strict=True))


def said(intake: Intake) -> set[tuple[str, str]]:
    return {(remark.rule_id, remark.place.cell) for remark in intake.remarks if remark.place}


def test_an_error_beside_an_open_question_is_told_at_once(project: ReadProject) -> None:
    intake = found(project, GOOD, changed(informasi="Sandi", cakupan="sebagian", jangka_waktu="5"))
    assert [question.field for question in intake.questions] == ["jangka_waktu"]
    assert ("DIK-014", "B3") in said(intake)
    standing = standing_of(intake)
    assert (standing.siap, standing.menunggu, standing.salah) == (1, 0, 1)


def test_what_a_row_without_a_needed_choice_has_wrong_is_told_all_the_same(
    project: ReadProject,
) -> None:
    intake = found(project, changed(cakupan="", dasar_hukum="UU 14/2008 Pasal 17 huruf c angka 9"))
    assert [question.field for question in intake.questions] == ["cakupan"]
    assert ("DIK-003", "D2") in said(intake)
    assert not [rule for rule, cell in said(intake) if cell == "B2"]


def test_what_no_question_asks_about_does_not_hide_the_rest_of_its_row(
    project: ReadProject,
) -> None:
    intake = found(project, changed(dasar_hukum="UU 14/2008 Pasal 17 huruf c angka 9"))
    (row,) = intake.rows
    broken = replace(row, values={**row.values, "penguasa": ""})
    bare = replace(intake, rows=(broken,), remarks=())
    told = said(with_findings(bare, "a.xlsx", project))
    assert {("ISI-001", "G2"), ("DIK-003", "D2")} <= told


def test_what_the_day_of_the_decision_takes_away_is_not_said_while_it_is_open(
    project: ReadProject,
) -> None:
    row = changed(jangka_waktu="sampai putusan dibacakan", mulai="")
    intake = found(project, row)
    assert "penetapan.tanggal" in {offer.key for offer in intake.offers}
    assert "DIK-012" not in {rule for rule, _ in said(intake)}
    known = found(project, row, answers={"penetapan.tanggal": "2022-03-01"})
    assert said(known) <= said(intake)


def test_a_field_that_an_unknown_column_may_hold_is_not_called_empty(project: ReadProject) -> None:
    intake = found(project, changed(penguasa=""))
    asked = Question(
        key="judul.x",
        place=intake.headings[0].cells[0].place,
        written="Yang Memegang",
        asks="Kolom ini memuat apa?",
        readings=(Reading("penguasa", "Penguasa informasi"),),
    )
    told = with_findings(replace(intake, questions=(asked,), remarks=()), "a.xlsx", project)
    assert not [cell for rule, cell in said(told) if rule == "ISI-001" and cell == "G2"]
    assert standing_of(told).menunggu == 1


def test_a_question_about_two_columns_of_one_field_holds_every_row(project: ReadProject) -> None:
    handed = opened("a.xlsx", xlsx(SheetOf([(*HEADS, *WHO, "Penguasa"), (*GOOD, "Bagian Lain")])))
    intake = with_findings(take_in(handed, TARGET, project.corpus, {}).intake, "a.xlsx", project)
    assert intake.questions
    assert standing_of(intake).siap == 0


def test_a_list_that_is_nil_is_called_so(project: ReadProject) -> None:
    handed = opened("a.xlsx", xlsx(SheetOf([HEADS, ("NIHIL",)])))
    answers = {"nihil.pernyataan": "Tidak ada informasi yang dikecualikan."}
    intake = take_in(handed, TARGET, project.corpus, answers).intake
    assert str(standing_of(intake)) == "Daftar ini dinyatakan nihil"
