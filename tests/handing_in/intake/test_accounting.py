"""Every filled cell of a workbook ends in a row, in the report, or among those left out."""

import random
from collections.abc import Iterator
from pathlib import Path

import pytest

from ppid.core.corpus import Corpus
from ppid.handing_in.intake.report import account_of, as_markdown, as_text
from ppid.handing_in.intake.taking_in import HandedFile, opened, take_in
from ppid.handing_in.model import Intake, Target
from ppid.reading.documents.book import CellPlace
from ppid.values.numbers import format_bulat
from tests.growth import Work, assert_even
from tests.handing_in.intake.cases import Case
from tests.handing_in.intake.cases_dik import DIK_CASES
from tests.handing_in.intake.cases_dip import DIP_CASES
from tests.handing_in.intake.tables import town
from tests.handing_in.intake.workbooks import SheetOf, xlsx

ROOT = Path(__file__).parents[3]
CASES = (*DIK_CASES, *DIP_CASES)
NYATA = sorted((ROOT.parent / "shared" / "nyata").glob("d*.csv"))


@pytest.fixture(scope="module", name="town")
def _town() -> Corpus:
    return town()


def places_named(intake: Intake) -> Iterator[CellPlace]:
    for row in intake.rows:
        for places in row.places.values():
            yield from places
    yield from (cell.place for heading in intake.headings for cell in heading.cells)
    yield from (unused.cell.place for unused in intake.unused)
    yield from (remark.place for remark in intake.remarks if remark.place)
    yield from (repair.place for repair in intake.repairs)
    for question in (*intake.questions, *intake.answered):
        yield from (question.place, *question.places)


def assert_accounted(handed: HandedFile, intake: Intake) -> None:
    filled = {cell.place for sheet in handed.book.sheets for cell in sheet.cells}
    assert filled - set(places_named(intake)) == set()
    account = account_of(intake)
    assert (account.sel, account.hilang) == (len(filled), 0)
    assert format_bulat(account.sel) in as_text(intake, "a.xlsx", "Dinas")


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.jenis}-{case.name}")
def test_no_cell_is_lost(case: Case, town: Corpus) -> None:
    handed = opened(case.file, case.content())
    target = Target("dinkes", case.jenis, 2024)
    intake = take_in(handed, target, town, case.answers).intake
    assert_accounted(handed, intake)
    answers = {q.key: q.readings[0].value for q in intake.questions if q.readings}
    again = take_in(handed, target, town, {**case.answers, **answers})
    assert_accounted(handed, again.intake)
    assert as_markdown(again.intake, case.file, "Dinas").count("\n## ") > 0


@pytest.mark.skipif(not NYATA, reason="daftar nyata tidak ada di komputer ini")
@pytest.mark.parametrize("path", NYATA, ids=lambda path: path.stem)
def test_every_row_of_real_lists_is_accounted_for(path: Path, town: Corpus) -> None:
    handed = opened(path.name, path.read_bytes())
    intake = take_in(handed, Target("dinkes", path.name[:3], 2024), town, {}).intake
    rows = {cell.place.row for sheet in handed.book.sheets for cell in sheet.cells}
    assert len(intake.rows) == len(rows) - 1
    assert_accounted(handed, intake)


GROUNDS = (
    "Pasal 17 huruf h angka 3 UU KIP",
    "UU No 14 Tahun 2008 Pasal 17 huruf b",
    "Pasal 17 huruf i",
)
WORDS = [
    "berkas",
    "hasil",
    "pemeriksaan",
    "pegawai",
    "kontrak",
    "penawaran",
    "rekam",
    "pasien",
    "peladen",
    "wajib",
    "pajak",
]


def large_list(count: int) -> bytes:
    chosen = random.Random(7)  # noqa: S311 — the same rows each time, not a secret
    rows = [
        (
            number,
            f"{' '.join(chosen.sample(WORDS, 5))} nomor {number}",
            "Seluruhnya",
            f"{chosen.choice(GROUNDS)}",
            f"Merugikan pihak  {number} bila dibuka",
            chosen.choice(("1 Tahun", "5 (lima) tahun", "s.d. 31 Desember 2029")),
            chosen.choice(("29 Mei 2024", "1 Pebruari 2024", "2024-05-02")),
            f"Bidang {number % 9}",
        )
        for number in range(1, count + 1)
    ]
    heading = ("No", "Informasi", "Cakupan", "Dasar Hukum", "Konsekuensi Dibuka", "Jangka Waktu")
    return xlsx(SheetOf([(*heading, "Mulai", "Pejabat/Unit yang Menguasai"), *rows]))


def test_a_list_four_times_as_long_takes_about_four_times_as_long(town: Corpus) -> None:
    target = Target("dinkes", "dik", 2024)

    def take(count: int) -> Work[Intake]:
        content = large_list(count)
        return lambda: take_in(opened("besar.xlsx", content), target, town, {}).intake

    intake = assert_even(take, 240)
    assert len(intake.rows) == 960
    assert intake.complete
    assert_accounted(opened("besar.xlsx", large_list(960)), intake)


def test_no_sheet_is_named_where_none_holds_a_list(town: Corpus) -> None:
    handed = opened("a.xlsx", xlsx(SheetOf([["catatan"], ["rapat"]])))
    intake = take_in(handed, Target("dinkes", "dip", 2024), town, {}).intake
    assert as_text(intake, "a.xlsx", "Dinas").startswith("DIP Dinas 2024, dari a.xlsx\n")
    assert "Berkas a.xlsx.\n" in as_markdown(intake, "a.xlsx", "Dinas")
