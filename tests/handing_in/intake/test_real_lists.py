"""Real published lists, read from a folder beside the project where it exists."""

import csv
from pathlib import Path

import pytest

from ppid.reading.documents.opening import open_workbook
from ppid.values.cells import column_letters
from tests.handing_in.intake.tables import found
from tests.handing_in.intake.test_finding import assert_accounted
from tests.handing_in.intake.workbooks import SheetOf, ods, xlsx

REAL = Path(__file__).parents[4] / "shared" / "nyata"
LISTS = {
    "dik_foodstation_bumd_dki": 22,
    "dik_pktj_kemenhub": 15,
    "dik_upbu_tardamu_kemenhub": 10,
    "dip_foodstation_bumd_dki": 17,
    "dip_upbu_tardamu_kemenhub": 51,
}

ASKED = {"dik_pktj_kemenhub": ["kolom:source"]}
"""The added column is no address there, so that a person must say that it is not used."""

pytestmark = pytest.mark.skipif(
    not REAL.is_dir(), reason="daftar nyata tidak ikut di sini: pemiliknya tidak menyebut lisensi"
)


@pytest.mark.parametrize("name", LISTS)
def test_every_row_and_every_heading_is_recognised(name: str) -> None:
    content = (REAL / f"{name}.csv").read_bytes()
    book = open_workbook(f"{name}.csv", content)
    table = found(book, name[:3])
    assert_accounted(book, table)
    assert [question.key for question in table.questions] == ASKED.get(name, [])
    assert not table.remarks
    assert not table.repairs
    assert len(table.rows) == LISTS[name]
    assert {heading.text for heading in table.headings if not heading.field} == {"source"}
    kept = [cell for row in table.rows for cells in row.fields.values() for cell in cells]
    records = list(csv.reader((REAL / f"{name}.csv").read_text("utf-8").splitlines()))
    filled = sum(bool(cell.strip()) for record in records[1:] for cell in record[:-1])
    assert len(kept) == filled


@pytest.mark.parametrize("name", LISTS)
def test_the_same_list_as_a_printed_table_gives_the_same_rows(name: str) -> None:
    """A title above, column numbers below the headings, and a signature at the end."""
    records = list(csv.reader((REAL / f"{name}.csv").read_text("utf-8").splitlines()))
    plain = found(open_workbook("a.xlsx", xlsx(SheetOf(records))), name[:3])
    width = len(records[0])
    dressed = [
        ["DAFTAR INFORMASI"],
        [],
        records[0],
        list(range(1, width + 1)) if width > 2 else [],
        *records[1:],
        [],
        [None, "Ditetapkan di Kota Kecil"],
        [None, "Kepala Kantor"],
    ]
    table = found(open_workbook("a.xlsx", xlsx(SheetOf(dressed))), name[:3])
    assert texts(table) == texts(plain)
    assert [question.key for question in table.questions] == ASKED.get(name, [])


@pytest.mark.parametrize("kind", ["xlsx", "ods"])
@pytest.mark.parametrize("height", [2, 3])
@pytest.mark.parametrize("name", LISTS)
def test_merged_headings_take_nothing_from_the_same_list(name: str, height: int, kind: str) -> None:
    """A title over the whole width, headings merged downwards, notes and a signature below."""
    records = list(csv.reader((REAL / f"{name}.csv").read_text("utf-8").splitlines()))
    plain = found(open_workbook("a.xlsx", xlsx(SheetOf(records))), name[:3])
    letters = [column_letters(number) for number in range(1, len(records[0]) + 1)]
    rows = [
        ["PEMERINTAH KOTA KECIL"],
        [f"DAFTAR INFORMASI {'PUBLIK' if name[:3] == 'dip' else 'YANG DIKECUALIKAN'}"],
        records[0],
        *[[]] * (height - 1),
        *records[1:],
        [],
        [None, "Keterangan:"],
        [None, "1. Daftar ini ditinjau setiap tahun."],
        [None, "Kota Kecil, 2 Januari 2026"],
        [None, "Kepala Kantor"],
    ]
    merges = (
        *(f"A{row}:{letters[-1]}{row}" for row in (1, 2) if len(letters) > 1),
        *(f"{letter}3:{letter}{height + 2}" for letter in letters),
    )
    write = {"xlsx": xlsx, "ods": ods}[kind]
    table = found(open_workbook(f"a.{kind}", write(SheetOf(rows, merges=merges))), name[:3])
    assert texts(table) == texts(plain)
    assert [question.key for question in table.questions] == ASKED.get(name, [])


def texts(table: object) -> list[dict[str, list[str]]]:
    return [
        {field: [cell.text for cell in cells] for field, cells in row.fields.items()}
        for row in table.rows
    ]
