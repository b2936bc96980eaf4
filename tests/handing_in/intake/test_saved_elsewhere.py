"""What LibreOffice makes of one list in other formats says the same beside its words."""

from pathlib import Path

import pytest

from ppid.reading.documents.book import CellLook
from ppid.reading.documents.opening import open_workbook
from tests.handing_in.intake.workbooks import DIK_HEADINGS, Rich, SheetOf, dik_rows, xlsx
from tests.office import Office

LINK = "https://dinkes.contoh.go.id/dok1.pdf"


@pytest.fixture(scope="module")
def saved(office: Office, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("daftar")
    first, second, third = dik_rows(3)
    first[5] = Rich("5 tahun", " 10 tahun")
    sheet = SheetOf(
        [DIK_HEADINGS, first, second, third],
        links={"B2": LINK},
        struck=("B3", "C3"),
        fills={"B4": "FF0000"},
        comments={"B4": "tolong dicek"},
    )
    (folder / "daftar.xlsx").write_bytes(xlsx(sheet))
    for sort in ("xls", "ods", "xlsx"):
        office.save_as(sort, [folder / "daftar.xlsx"], folder / "hasil")
    return folder / "hasil"


@pytest.mark.parametrize("sort", ["xls", "ods", "xlsx"])
def test_looks_are_the_same_in_every_format(saved: Path, sort: str) -> None:
    name = f"daftar.{sort}"
    (sheet,) = open_workbook(name, (saved / name).read_bytes()).sheets
    looks = {cell.place.cell: cell.look for cell in sheet.cells}
    assert looks["B2"].link == LINK
    assert looks["F2"] == CellLook(struck="5 tahun")
    assert [cell for cell, look in looks.items() if look.deleted] == ["B3", "C3"]
    assert looks["B4"].colours == ("FF0000",)
    assert [comment.cell for comment in sheet.comments] == ["B4"]
