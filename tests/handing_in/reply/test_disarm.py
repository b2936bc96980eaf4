from io import BytesIO

import pytest
from openpyxl import load_workbook

from ppid.handing_in.reply.package import (
    REL,
    EditedPackage,
    open_package,
    sheets_of,
    tag,
    workbook_part,
)
from ppid.handing_in.reply.workbook import reply
from ppid.reading.documents.opening import open_workbook
from tests.handing_in.reply.handed import SHEET, intake
from tests.handing_in.reply.workbooks import ARMED, made

SAID = {
    "makro": "Makro (kode program) dihapus.",
    "lembar makro": "Makro (kode program) dihapus.",
    "buku kerja lain": "Tautan ke buku kerja lain dihapus.",
    "sambungan": "Sambungan ke sumber data luar dihapus; isinya yang terakhir tetap.",
    "objek": "Objek yang disisipkan (berkas, kontrol, atau program) dihapus.",
    "tautan berbahaya": (
        "2 tautan ke berkas di komputer atau jaringan, atau yang menjalankan perintah, "
        "dimatikan; tulisannya tetap."
    ),
    "gambar luar": "Isi yang diambil dari alamat luar, misalnya gambar, tidak ikut.",
    "tanda tangan": "Aplikasi tambahan dihapus.",
}
GONE = {
    "makro": (b"vba", b"customUI", b"macroEnabled"),
    "lembar makro": (b"macrosheet",),
    "buku kerja lain": (b"[1]", b"externalLink", b"externalReference", b"calcChain"),
    "sambungan": (b"connection", b"queryTable", b"DataMashup", b"pivotCache"),
    "objek": (b"oleObject", b"activeX", b"embeddings", b"<mc:Choice"),
    "tautan berbahaya": (b"file:", b"javascript", b"<hyperlink "),
    "gambar luar": (b"pelacak", b"r:link", b"file:"),
    "tanda tangan": (b"sigs", b"taskpanes"),
}


def lines_below(content: bytes) -> list[str]:
    sheets = {sheet.name: sheet for sheet in open_workbook("daftar.xlsx", content).sheets}
    cells = sheets["Perbaikan"].cells
    return [cell.text for cell in cells if cell.place.column == 1 and cell.place.row > 4]


@pytest.mark.parametrize("name", ARMED)
def test_what_runs_or_leads_outside_is_gone_and_said(name: str):
    before = open_package(made(name))
    assert any(word in part + content for word in GONE[name] for part, content in _all(before))
    out = reply("daftar.xlsm", made(name), intake())
    assert SAID[name] in lines_below(out)
    package = open_package(out)
    ours = {s.part for s in sheets_of(package) if s.name.startswith("Perbaikan")}
    for part, content in _all(package):
        if part.decode() not in ours:
            assert not [word for word in GONE[name] if word in part + content], part


def _all(package: EditedPackage) -> list[tuple[bytes, bytes]]:
    return [(part.encode(), content) for part, content in package.parts.items()]


@pytest.mark.parametrize("name", ARMED)
def test_nothing_points_to_what_is_gone(name: str):
    package = open_package(reply("daftar.xlsm", made(name), intake()))
    for part in package.reachable() - {""}:
        relations = package.relations(part)
        assert all(r.external or r.target in package.parts for r in relations)
        if relations and part.endswith(".xml"):
            ids = {relation.id for relation in relations}
            named = {
                value
                for element in package.read(part).iter("*")
                for attribute, value in element.attrib.items()
                if attribute.startswith(f"{{{REL}}}")
            }
            assert named <= ids, part


@pytest.mark.parametrize("name", ARMED)
def test_the_values_stay(name: str):
    was = open_workbook("daftar.xlsx", made("tata cetak" if name == "lembar makro" else name))
    now = open_workbook("daftar.xlsx", reply("daftar.xlsm", made(name), intake()))
    known = {sheet.name: sheet for sheet in now.sheets}
    for sheet in was.sheets:
        kept = {(c.place, c.text) for c in known[sheet.name].cells}
        assert kept == {(c.place, c.text) for c in sheet.cells}


def test_the_place_of_every_sheet_stays_when_a_sheet_of_macros_goes():
    package = open_package(reply("daftar.xlsm", made("lembar makro"), intake()))
    assert [sheet.name for sheet in sheets_of(package)][:2] == ["Makro1", SHEET]


def test_a_formula_from_another_workbook_becomes_its_last_value():
    out = reply("daftar.xlsx", made("buku kerja lain"), intake())
    assert (
        "1 sel yang rumusnya mengambil isi dari buku kerja lain kini berisi nilai terakhirnya."
        in lines_below(out)
    )
    assert load_workbook(BytesIO(out))[SHEET]["A18"].value == 42


def test_links_to_pages_and_mail_stay():
    out = reply("daftar.xlsx", made("tautan web"), intake())
    sheet = load_workbook(BytesIO(out))[SHEET]
    assert sheet["B4"].hyperlink.target == "https://ppid.contoh.go.id/daftar?a=1&b=2"
    assert sheet["B5"].hyperlink.target == "mailto:ppid@contoh.go.id"
    assert not any("dimatikan" in str(line) for line in lines_below(out))


def test_a_table_that_a_query_filled_becomes_an_ordinary_one():
    package = open_package(reply("daftar.xlsx", made("sambungan"), intake()))
    table = package.read("xl/tables/table9.xml")
    assert table.get("tableType") is None
    assert [column.attrib for column in table.iter(tag("tableColumn"))] == [
        {"id": "1", "name": "No"}
    ]
    assert not list(package.related(workbook_part(package), "pivotCacheDefinition"))


def test_a_pivot_of_the_workbook_itself_stays():
    package = open_package(reply("daftar.xlsx", made("pivot"), intake()))
    assert "xl/pivotTables/pivotTable1.xml" in package.parts
    assert b"pivotCache" in package.parts["xl/workbook.xml"]
