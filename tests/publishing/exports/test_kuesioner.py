"""The filled-in form as files: its columns, its rows, its bytes, and cells that run nothing."""

import csv
import io
from dataclasses import replace
from datetime import date

import pytest
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from ppid.assessing.questionnaire import FormRow
from ppid.checking.check import load_and_check
from ppid.core.page import Body
from ppid.kinds.acuan.saq import KuesionerSaq
from ppid.publishing.exports import kuesioner
from ppid.publishing.exports.kuesioner import Form, workbook
from ppid.publishing.pages import kelengkapan
from ppid.publishing.publication import Publication
from tests.conftest import TOWN, made_by

SITE = "https://ppid.kotakecil.example/"
PUBLICATION = Publication.of(load_and_check(TOWN, date(2021, 12, 31)), SITE)
STEM = "kelengkapan/saq/2021/"
COLUMNS = ["NO", "VARIABEL", "INDIKATOR", "SUB-INDIKATOR", "ADA", "BUKTI", "TOTAL NILAI"]


def sheet_in(content: bytes) -> Worksheet:
    return load_workbook(io.BytesIO(content)).worksheets[0]


def table_in(content: bytes) -> list[dict[str, str]]:
    rows = [[str(cell or "") for cell in row] for row in sheet_in(content).values]
    top = next(number for number, row in enumerate(rows) if row[0] == "NO")
    return [dict(zip(rows[top], row, strict=True)) for row in rows[top + 1 :]]


@pytest.fixture(scope="module")
def files() -> dict[str, bytes]:
    return {export.url: export.content for export in made_by(kuesioner, "exports", PUBLICATION)}


def test_there_is_a_form_for_the_body_and_for_each_opd(files: dict[str, bytes]) -> None:
    opd = [report.opd for report in PUBLICATION.completeness.by_year[2021].reports]
    forms = {f"{STEM}opd/{slug}/kuesioner-2021-{slug}.xlsx" for slug in opd}
    assert set(files) == {f"{STEM}kuesioner-2021.xlsx", f"{STEM}kuesioner-2021.csv", *forms}
    linked = {
        cell.url
        for page in made_by(kelengkapan, "pages", PUBLICATION)
        if isinstance(page.context, Body)
        for section in page.context.sections
        for cell in (
            *section.links,
            *(cell for row in (section.table.rows if section.table else ()) for cell in row),
        )
    }
    assert set(files) <= linked


def test_the_columns_are_those_of_the_form(files: dict[str, bytes]) -> None:
    for url, content in files.items():
        if url.endswith(".xlsx"):
            assert list(table_in(content)[0]) == [*COLUMNS, "KETERANGAN"]


def test_the_table_of_all_holds_every_row_of_every_form(files: dict[str, bytes]) -> None:
    text = files[f"{STEM}kuesioner-2021.csv"].decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text, newline="")))
    for url, content in files.items():
        if url.endswith(".xlsx"):
            opd = url.split("/")[4] if "/opd/" in url else ""
            own = [row for row in rows if row["opd"] == opd]
            form = table_in(content)
            assert [row["no"] for row in own] == [row["NO"] for row in form]
            assert [row["ada"] for row in own] == [row["ADA"] for row in form]
            assert [row["bukti"].split() for row in own] == [row["BUKTI"].split() for row in form]


def test_evidence_is_an_address_that_can_be_opened_from_anywhere(files: dict[str, bytes]) -> None:
    form = table_in(files[f"{STEM}opd/dinkes/kuesioner-2021-dinkes.xlsx"])
    addresses = [address for row in form for address in row["BUKTI"].split()]
    assert addresses
    assert all(address.startswith("https://") for address in addresses)


def test_the_same_data_gives_the_same_bytes(files: dict[str, bytes]) -> None:
    again = Publication.of(load_and_check(TOWN, date(2021, 12, 31)), SITE)
    assert {export.url: export.content for export in made_by(kuesioner, "exports", again)} == files


def test_no_cell_runs_as_a_formula() -> None:
    saq = PUBLICATION.corpus.get(KuesionerSaq, tahun=2021)
    assert saq is not None
    evil = ("=1+1", "+1", "-1", "@a", "{=1}")
    row = FormRow(evil[0], evil[1], evil[2], evil[3], evil[4], ("=HYPERLINK(1)",), "=2", "", "=3")
    form = Form(saq, date(2021, 12, 31), "dinkes", "=4", contoh=True, situs="", rows=(row,))
    written = sheet_in(workbook(form))
    assert {cell.data_type for line in written.iter_rows() for cell in line} <= {
        "s",
        "n",
        "inlineStr",
    }
    assert not any(cell.data_type == "f" for line in written.iter_rows() for cell in line)
    assert table_in(workbook(form))[0]["NO"] == "=1+1"
    assert sheet_in(workbook(form)).cell(3, 1).value.startswith("CONTOH: data peragaan")
    real = workbook(replace(form, contoh=False))
    assert not any("CONTOH" in str(cell) for line in sheet_in(real).values for cell in line)
