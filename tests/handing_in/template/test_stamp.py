"""What a template remembers of itself, after a clerk and a spreadsheet program had it in hand."""

import io
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook

from ppid.checking.load import load
from ppid.diagnostics.diagnostic import Severity
from ppid.handing_in.model import Target
from ppid.handing_in.template.filled_in import nil_in, read_nihil
from ppid.handing_in.template.form import NIL, NIL_DAY, NIL_OFFICER, STAMP, VERSION, list_sheet
from ppid.handing_in.template.prepared import PreparedRow, prepare
from ppid.handing_in.template.stamp import (
    Trust,
    base_rows,
    fingerprint,
    read_stamp,
    remarks_on,
    stamp_in,
    stamp_table,
)
from ppid.handing_in.template.workbook import workbook
from ppid.reading.documents.book import CellPlace
from tests.office import Office

TOWN = Path(__file__).parents[2] / "kota-kecil"
CORPUS = load(TOWN, date(2022, 2, 1)).corpus
PREPARED = prepare("setda", "dik", 2022, CORPUS)
BOOK = workbook(PREPARED, CORPUS)
TABLE = stamp_table(PREPARED)
TARGET = Target("setda", "dik", 2022)
PLACE = CellPlace(list_sheet("dik", 2022), 1, 1)
Change = Callable[[Workbook], None]


def changed(change: Change) -> bytes:
    book = load_workbook(io.BytesIO(BOOK))
    change(book)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def test_a_template_tells_for_whom_and_from_what_it_was_made() -> None:
    stamp = read_stamp(BOOK)
    assert stamp is not None
    about = (stamp.versi, stamp.opd, stamp.jenis, stamp.tahun, stamp.disiapkan, stamp.asal)
    assert about == (VERSION, "setda", "dik", 2022, date(2022, 2, 1), 2021)
    assert stamp.trust is Trust.SOUND
    assert list(stamp.base) == [dict(row.values) for row in PREPARED.rows]
    assert [row.values for row in base_rows(stamp)] == list(stamp.base)
    assert list(remarks_on(stamp, TARGET, PLACE)) == []


def test_the_base_stays_what_it_was_when_the_list_is_filled_in() -> None:
    def fill(book: Workbook) -> None:
        book[list_sheet("dik", 2022)]["C8"].value = "Judul yang lain"
        book[list_sheet("dik", 2022)].delete_rows(9)

    stamp = read_stamp(changed(fill))
    assert stamp is not None
    assert stamp.trust is Trust.SOUND
    assert list(stamp.base) == [dict(row.values) for row in PREPARED.rows]


@pytest.mark.parametrize(
    "form", ["xlsx", *(pytest.param(form, marks=pytest.mark.long) for form in ("ods", "xls"))]
)
def test_the_stamp_survives_other_programs_and_forms(form: str, office: Office) -> None:
    stamp = read_stamp(office.convert(BOOK, form))
    assert stamp is not None
    assert stamp.trust is Trust.SOUND
    assert len(stamp.base) == len(PREPARED.rows)


@pytest.mark.long
def test_the_stamp_survives_hostile_rows(office: Office) -> None:
    values = {**PREPARED.rows[0].values, "catatan": "=1+1", "bagian": "a  b\nc\t<d> & “e”"}
    hostile = replace(PREPARED, rows=(PreparedRow(values),))
    for content in (workbook(hostile, CORPUS), office.convert(workbook(hostile, CORPUS))):
        stamp = read_stamp(content)
        assert stamp is not None
        assert stamp.trust is Trust.SOUND
        assert stamp.base[0]["catatan"] == "=1+1"


def test_a_sheet_moved_to_another_workbook_has_no_stamp() -> None:
    def leave_only_the_list(book: Workbook) -> None:
        for name in set(book.sheetnames) - {list_sheet("dik", 2022)}:
            del book[name]

    assert read_stamp(changed(leave_only_the_list)) is None


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", b"bukan buku kerja", b"\xd0\xcf\x11\xe0"])
def test_what_is_no_workbook_has_no_stamp(content: bytes) -> None:
    assert read_stamp(content) is None
    assert read_nihil(content) is None


@pytest.mark.parametrize("cell", ["B3", "B5", "B8", "A10", "C11", "A9"])
def test_a_stamp_that_was_changed_is_not_relied_on(cell: str) -> None:
    def change(book: Workbook) -> None:
        book[STAMP][cell].value = {"B3": "dinkes", "B5": "2023"}.get(cell, "LAIN")

    stamp = read_stamp(changed(change))
    assert stamp is not None
    assert stamp.trust is Trust.CHANGED
    assert base_rows(stamp) == ()
    remarks = list(remarks_on(stamp, TARGET, PLACE))
    assert remarks[0].severity is Severity.PERINGATAN
    assert "berubah sejak dibuat" in remarks[0].message


def test_a_row_taken_out_of_the_stamp_is_noticed() -> None:
    stamp = read_stamp(changed(lambda book: book[STAMP].delete_rows(11)))
    assert stamp is not None
    assert stamp.trust is Trust.CHANGED


@pytest.mark.parametrize("row", [0, 1, 5, 6])
def test_a_stamp_without_its_own_words_is_none(row: int) -> None:
    broken = [list(line) for line in TABLE]
    broken[row] = ["entah"] if row == 0 else [broken[row][0], "bukan bilangan"]
    if row == 1:
        broken[row] = ["versi", "satu"]
    assert stamp_in(broken) is None
    assert stamp_in(TABLE[:row]) is None


def of_version(versi: int) -> list[tuple[str, ...]]:
    fields, base = TABLE[8], TABLE[9:]
    told = (str(versi), *(line[1] for line in TABLE[2:7]))
    digest = fingerprint(told, fields, base)
    return [TABLE[0], ("versi", str(versi)), *TABLE[2:7], ("sidik", digest), fields, *base]


@pytest.mark.parametrize(
    ("versi", "trust", "rows"),
    [
        (VERSION - 1, Trust.OLDER, len(PREPARED.rows)),
        (VERSION + 1, Trust.NEWER, 0),
    ],
)
def test_templates_of_another_version_are_said(versi: int, trust: Trust, rows: int) -> None:
    stamp = stamp_in(of_version(versi))
    assert stamp is not None
    assert (stamp.trust, len(stamp.base)) == (trust, rows)
    (remark,) = remarks_on(stamp, TARGET, PLACE)
    assert remark.severity is Severity.PERINGATAN
    assert remark.message.startswith("Templat ini dibuat dengan bentuk yang ")


def test_a_template_of_another_list_is_said() -> None:
    stamp = read_stamp(BOOK)
    assert stamp is not None
    (remark,) = remarks_on(stamp, Target("dinkes", "dip", 2022), PLACE)
    assert remark.message == (
        "Templat ini dibuat untuk DIK setda 2022, bukan untuk daftar yang diisi sekarang"
    )


# ── the statement of nothing


def stated(yes: object, officer: object, day: object) -> bytes:
    def fill(book: Workbook) -> None:
        sheet = book["Petunjuk"]
        answers = {NIL: yes, NIL_OFFICER: officer, NIL_DAY: day}
        for row in sheet.iter_rows(max_col=2):
            if row[0].value in answers:
                row[1].value = answers[str(row[0].value)]

    return changed(fill)


@pytest.mark.parametrize("day", [date(2022, 1, 31), "2022-01-31"])
@pytest.mark.parametrize("yes", ["ya", " Ya "])
def test_a_statement_of_nothing_is_read_with_its_cells(yes: str, day: object) -> None:
    answer = read_nihil(stated(yes, "Sekretaris Daerah ", day))
    assert answer is not None
    assert (answer.pejabat, answer.tanggal) == ("Sekretaris Daerah", date(2022, 1, 31))
    assert set(answer.places) == {NIL, NIL_OFFICER, NIL_DAY}
    assert {place.sheet for place in answer.places.values()} == {"Petunjuk"}


@pytest.mark.parametrize("yes", [None, "tidak", ""])
def test_without_a_yes_there_is_no_statement(yes: object) -> None:
    assert read_nihil(stated(yes, "Sekretaris Daerah", date(2022, 1, 31))) is None
    assert read_nihil(BOOK) is None


def test_what_is_missing_from_a_statement_stays_empty() -> None:
    answer = read_nihil(stated("ya", None, "kapan-kapan"))
    assert answer is not None
    assert (answer.pejabat, answer.tanggal) == ("", None)
    assert nil_in([]) is None


@pytest.mark.long
def test_a_statement_survives_libreoffice(office: Office) -> None:
    answer = read_nihil(office.convert(stated("ya", "Sekretaris Daerah", date(2022, 1, 31)), "ods"))
    assert answer is not None
    assert (answer.pejabat, answer.tanggal) == ("Sekretaris Daerah", date(2022, 1, 31))
