"""Whatever is done to a file, it is read or refused with a sentence: nothing else is raised."""

import io
import zipfile

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ppid.reading.documents.book import NoWorkbookError
from ppid.reading.documents.opening import open_workbook
from tests.handing_in.intake.tables import found
from tests.handing_in.intake.test_finding import assert_accounted
from tests.handing_in.intake.workbooks import (
    DIK_HEADINGS,
    SheetOf,
    csv_text,
    dik_rows,
    ods,
    with_parts,
    xls,
)
from tests.handing_in.intake.workbooks import xlsx as write_xlsx

SHEET = SheetOf([["DAFTAR"], list(DIK_HEADINGS), *dik_rows(3), [None, "Ditetapkan di X"]])
WHOLE = {
    "a.xlsx": write_xlsx(SHEET),
    "a.xls": xls(SHEET),
    "a.ods": ods(SHEET),
    "a.csv": csv_text(SHEET.rows).encode(),
}
PIECES = st.sampled_from([b"<", b">", b'"', b"9999999999", b"-1", b"A0", b"&#0;", b"\0", b"\xff"])
HURTS = st.lists(st.tuples(st.floats(0, 1, exclude_max=True), PIECES), min_size=1, max_size=4)
QUIET = settings(
    max_examples=15,
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)


def hurt(content: bytes, hurts: list[tuple[float, bytes]]) -> bytes:
    for share, piece in hurts:
        start = int(share * len(content))
        content = content[:start] + piece + content[start + len(piece) :]
    return content


def read_or_refuse(name: str, content: bytes) -> None:
    try:
        book = open_workbook(name, content)
    except NoWorkbookError:
        return
    assert_accounted(book, found(book, "dik"))


@pytest.mark.parametrize("name", WHOLE)
@QUIET
@given(hurts=HURTS)
def test_a_damaged_file(name: str, hurts: list[tuple[float, bytes]]) -> None:
    read_or_refuse(name, hurt(WHOLE[name], hurts))


@pytest.mark.parametrize("name", ["a.xlsx", "a.ods"])
@QUIET
@given(hurts=HURTS, choice=st.integers(0, 30))
def test_a_damaged_part(name: str, hurts: list[tuple[float, bytes]], choice: int) -> None:
    with zipfile.ZipFile(io.BytesIO(WHOLE[name])) as archive:
        names = archive.namelist()
        part = names[choice % len(names)]
        content = archive.read(part)
    read_or_refuse(name, with_parts(WHOLE[name], {part: hurt(content, hurts)}))


TEXTS = st.sampled_from(
    [None, "", " ", "1", "2", "A", "a.", "Informasi", "No", "Jangka Waktu", "Dasar Hukum",
     "Berkala", "NIHIL", "Jumlah", "Ditetapkan di X", "Kepala Dinas", "NIP. -", "lanjutan kalimat",
     "Laporan hasil pemeriksaan", "Keterangan: x", "Nama", "Jabatan", "√", "UU 14/2008"]
)  # fmt: skip
ROWS = st.lists(st.lists(TEXTS, max_size=7), min_size=1, max_size=14)
AREAS = st.lists(st.sampled_from(["A1:C1", "A2:A4", "B3:B5", "A6:G6", "C2:D3"]), unique=True)


@pytest.mark.long
@settings(max_examples=300, deadline=None, derandomize=True, database=None)
@given(rows=ROWS, jenis=st.sampled_from(["dik", "dip"]))
def test_every_cell_of_any_table_is_accounted_for(rows: list[list[str]], jenis: str) -> None:
    try:
        book = open_workbook("a.csv", csv_text(rows).encode())
    except NoWorkbookError:
        return
    assert_accounted(book, found(book, jenis))


@QUIET
@given(rows=ROWS, merges=AREAS)
def test_merged_cells_are_accounted_for_as_well(rows: list[list[str]], merges: list[str]) -> None:
    try:
        book = open_workbook("a.ods", ods(SheetOf(rows, merges=tuple(merges))))
    except NoWorkbookError:
        return
    assert_accounted(book, found(book, "dik"))
