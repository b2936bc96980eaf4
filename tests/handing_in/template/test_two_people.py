"""Two clerks take the same template home, and hand it in days apart."""

import io
from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook

from ppid.checking.load import load
from ppid.handing_in.merging.align import KODE_SEMULA
from ppid.handing_in.merging.merge import MergeEffect, merge
from ppid.handing_in.model import TakenRow
from ppid.handing_in.template.form import (
    EARLIER_CODE,
    HEADING_ROW,
    columns_of,
    is_example,
    list_sheet,
)
from ppid.handing_in.template.prepared import prepare
from ppid.handing_in.template.stamp import base_rows, read_stamp
from ppid.handing_in.template.workbook import workbook
from ppid.reading.documents.book import CellPlace

TOWN = Path(__file__).parents[2] / "kota-kecil"
CORPUS = load(TOWN, date(2022, 2, 1)).corpus
SHEET = list_sheet("dik", 2022)
BOOK = workbook(prepare("setda", "dik", 2022, CORPUS), CORPUS)
STAMP = read_stamp(BOOK)
assert STAMP is not None
BASE = base_rows(STAMP)


def handed(cells: Mapping[str, str | None], *, without: int = 0) -> list[TakenRow]:
    """Fill some cells in, delete a row, and read the list with the columns that the form names."""
    book = load_workbook(io.BytesIO(BOOK))
    sheet = book[SHEET]
    for name, value in cells.items():
        sheet[name].value = value
    if without:
        sheet.delete_rows(without)
    fields = {column.heading: column.field for column in columns_of("dik")}
    fields[EARLIER_CODE] = KODE_SEMULA
    heads = {c.column: fields[str(c.value)] for c in sheet[HEADING_ROW] if str(c.value) in fields}
    found = []
    for number in range(HEADING_ROW + 1, sheet.max_row + 1):
        values = {f: _text(sheet.cell(number, c).value) for c, f in heads.items()}
        if any(values.values()) and not is_example(values["kode"]):
            places = {f: (CellPlace(SHEET, number, c),) for c, f in heads.items()}
            found.append(TakenRow(values, places))
    return found


def _text(value: object) -> str:
    return str(getattr(value, "date", lambda: value)()) if value is not None else ""


def kodes(rows: tuple[TakenRow, ...]) -> list[str]:
    return [row.values["kode"] for row in rows]


def test_a_template_that_comes_back_untouched_changes_nothing() -> None:
    merged = merge(BASE, BASE, handed({}))
    assert [dict(row.values) for row in merged.rows] == [dict(row.values) for row in BASE]
    assert (merged.conflicts, merged.changes) == ((), ())


def test_what_both_did_goes_together() -> None:
    """One lengthens a term and adds a row; the other deletes a row and mends another field."""
    new = {"B12": "SET-BARU-1", "C12": "Denah ruang peladen", "D12": "seluruh"}
    first = merge(BASE, BASE, handed({"I8": "6 tahun", **new})).rows
    second = merge(BASE, first, handed({"M8": "Ringkasannya terbuka."}, without=11))
    assert second.conflicts == ()
    assert kodes(second.rows) == [*kodes(BASE)[:3], "SET-BARU-1"]
    one = second.rows[0].values
    assert (one["jangka_waktu"], one["catatan"]) == ("6 tahun", "Ringkasannya terbuka.")
    assert {change.effect for change in second.changes} == {
        MergeEffect.TETAP,
        MergeEffect.UBAH,
        MergeEffect.HAPUS,
        MergeEffect.BERTAHAN,
    }


def test_where_they_differ_the_cell_is_named() -> None:
    first = merge(BASE, BASE, handed({"I8": "6 tahun"})).rows
    second = merge(BASE, first, handed({"I8": "7 tahun"}))
    (conflict,) = second.conflicts
    told = (conflict.base, conflict.ours, conflict.theirs)
    assert told == ("5 tahun", "6 tahun", "7 tahun")
    assert [(place.sheet, place.cell) for place in conflict.places] == [(SHEET, "I8")]


@pytest.mark.parametrize("title", [None, "Hasil penilaian kemampuan pegawai, satu per satu"])
def test_a_code_changed_by_hand_is_known_by_the_column_beside_it(title: str | None) -> None:
    cells: dict[str, str | None] = {"B8": "SET-LAIN"}
    if title:
        cells["C8"] = title
    merged = merge(BASE, BASE, handed(cells))
    assert kodes(merged.rows) == ["SET-LAIN", *kodes(BASE)[1:]]
    fields = {(change.effect, change.field) for change in merged.changes}
    assert (MergeEffect.UBAH, "kode") in fields
    assert not {effect for effect, _ in fields} & {MergeEffect.TAMBAH, MergeEffect.HAPUS}
