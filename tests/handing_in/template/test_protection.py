"""What a clerk can and cannot do at the screen of LibreOffice, with the commands of its menus."""

import shutil
from datetime import date
from pathlib import Path

from openpyxl import load_workbook

from ppid.checking.load import load
from ppid.handing_in.template.form import FIRST_ROW, HEADING_ROW, list_sheet
from ppid.handing_in.template.prepared import prepare
from ppid.handing_in.template.workbook import workbook
from tests.office import Office

TOWN = Path(__file__).parents[2] / "kota-kecil"
MACRO = Path(__file__).parent / "klerk.xba"
CORPUS = load(TOWN, date(2022, 2, 1)).corpus
PREPARED = prepare("setda", "dik", 2022, CORPUS)
BOOK = workbook(PREPARED, CORPUS)


def test_rows_come_and_go_and_headings_stay(office: Office, tmp_path: Path) -> None:
    office.convert(BOOK)  # makes the profile in which the macro then lies
    shutil.copy(MACRO, office.profile / "user/basic/Standard/Module1.xba")
    source, target = tmp_path / "templat.xlsx", tmp_path / "diisi.xlsx"
    source.write_bytes(BOOK)
    office.run(f"macro:///Standard.Module1.Klerk({source.as_uri()},{target.as_uri()})")
    sheet = load_workbook(target)[list_sheet("dik", 2022)]
    kept = [row.values["kode"] for row in PREPARED.rows if row is not PREPARED.rows[1]]
    rows = range(FIRST_ROW, FIRST_ROW + 4)
    assert [sheet.cell(row, 2).value for row in rows] == [kept[0], kept[1], None, kept[2]]
    assert sheet["C10"].value == "Ditulis di baris sisipan"
    assert sheet["I8"].value == "7 tahun"
    assert sheet.cell(HEADING_ROW, 3).value == "Informasi\n(wajib)"
