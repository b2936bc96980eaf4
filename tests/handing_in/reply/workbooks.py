"""Workbooks as they come in: everything that must stay, and everything that must go."""

from collections.abc import Callable
from io import BytesIO

from openpyxl import Workbook
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.chart import BarChart, Reference
from openpyxl.comments import Comment
from openpyxl.drawing.image import Image
from openpyxl.formatting.rule import CellIsRule, DataBarRule
from openpyxl.styles import Alignment, Font, PatternFill, Protection
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.pagebreak import Break
from openpyxl.worksheet.table import Table
from PIL import Image as Picture

from ppid.handing_in.reply.package import (
    MAIN,
    REL,
    EditedPackage,
    open_package,
    parse,
    sheets_of,
    tag,
    workbook_part,
)
from tests.handing_in.reply.handed import SHEET, workbook

_X14 = "http://schemas.microsoft.com/office/spreadsheetml/2009/9/main"
_BINARY = "application/octet-stream"
_XML = "application/xml"


def _picture() -> BytesIO:
    stream = BytesIO()
    Picture.new("RGB", (24, 16), "#336699").save(stream, "PNG")
    stream.seek(0)
    return stream


def _image(book: Workbook) -> None:
    book[SHEET].add_image(Image(_picture()), "G2")


def _chart(book: Workbook) -> None:
    chart = BarChart()
    chart.add_data(Reference(book[SHEET], min_col=1, min_row=4, max_row=10))
    book[SHEET].add_chart(chart, "G8")


def _chart_sheet(book: Workbook) -> None:
    chart = BarChart()
    chart.add_data(Reference(book[SHEET], min_col=1, min_row=4, max_row=10))
    book.create_chartsheet("Bagan").add_chart(chart)


def _conditional(book: Workbook) -> None:
    fill = PatternFill("solid", bgColor="FF00FF00")
    book[SHEET].conditional_formatting.add("A4:A17", CellIsRule("greaterThan", ["5"], fill=fill))
    bar = DataBarRule("min", 0, "max", 9, "FF638EC6")
    book[SHEET].conditional_formatting.add("A4:A17", bar)


def _names(book: Workbook) -> None:
    book.defined_names["Daftar"] = DefinedName("Daftar", attr_text=f"'{SHEET}'!$A$3:$E$17")
    book.create_sheet("Rujukan")["A1"] = "Pasal 17"
    book["Rujukan"].defined_names["Setempat"] = DefinedName("Setempat", attr_text="Rujukan!$A$1")


def _merges(book: Workbook) -> None:
    book[SHEET].merge_cells("B5:B6")
    book[SHEET].merge_cells("C8:D9")


def _print(book: Workbook) -> None:
    sheet = book[SHEET]
    sheet.print_area, sheet.print_title_rows = "A1:E17", "3:3"
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", 9
    sheet.oddHeader.center.text, sheet.print_options.gridLines = "Daftar", True
    sheet.row_breaks.append(Break(id=10))


def _hidden(book: Workbook) -> None:
    sheet = book[SHEET]
    sheet.row_dimensions[7].hidden = True
    sheet.column_dimensions["C"].hidden = True
    book.create_sheet("Arsip").sheet_state = "hidden"
    sheet.sheet_view.zoomScale, sheet.freeze_panes = 70, "C4"


def _validations(book: Workbook) -> None:
    rule = DataValidation("list", formula1='"5 tahun,10 tahun"')
    rule.add("D4:D17")
    book[SHEET].add_data_validation(rule)


def _web_links(book: Workbook) -> None:
    book[SHEET]["B4"].hyperlink = "https://ppid.contoh.go.id/daftar?a=1&b=2"
    book[SHEET]["B5"].hyperlink = "mailto:ppid@contoh.go.id"


def _rich_text(book: Workbook) -> None:
    bold = TextBlock(InlineFont(b=True, color="FFFF0000"), "tebal")
    book[SHEET]["B4"] = CellRichText("biasa ", bold, " biasa")


def _formats(book: Workbook) -> None:
    cell = book[SHEET]["D5"]
    cell.fill, cell.font = PatternFill("solid", fgColor="FFFFFF00"), Font(italic=True, size=13)
    cell.number_format, cell.alignment = "0.000", Alignment(wrap_text=True)
    cell.protection = Protection(locked=False)
    book[SHEET].protection.sheet = True
    book[SHEET].row_dimensions[5].height = 41
    book[SHEET].auto_filter.ref = "A3:E17"


def _table(book: Workbook) -> None:
    book[SHEET].add_table(Table(displayName="Daftar", ref="A3:E17"))


def _comments(book: Workbook) -> None:
    book[SHEET]["D5"].comment = Comment("Sudah ditanyakan.", "Staf")
    book[SHEET]["A9"].comment = Comment("Nomor lama.", "Staf")


def _taken_name(book: Workbook) -> None:
    book.create_sheet("perbaikan")["A1"] = "Catatan kami sendiri"


def _formulas(book: Workbook) -> None:
    book[SHEET]["A18"] = "=SUM(A4:A17)"


def _many_columns(book: Workbook) -> None:
    for column in range(6, 301):
        book[SHEET].cell(3, column, f"Kolom {column}")


ORDINARY: dict[str, Callable[[Workbook], None]] = {
    "polos": lambda _: None,
    "gambar": _image,
    "bagan": _chart,
    "lembar bagan": _chart_sheet,
    "format bersyarat": _conditional,
    "nama": _names,
    "sel gabungan": _merges,
    "tata cetak": _print,
    "tersembunyi": _hidden,
    "validasi": _validations,
    "tautan web": _web_links,
    "teks kaya": _rich_text,
    "format sel": _formats,
    "tabel": _table,
    "komentar": _comments,
    "nama lembar terpakai": _taken_name,
    "rumus": _formulas,
    "300 kolom": _many_columns,
}
"""Made by openpyxl."""


def _first(package: EditedPackage) -> str:
    return sheets_of(package)[0].part


def _stored_results(package: EditedPackage) -> None:
    for formula in package.edit(_first(package)).iter(tag("f")):
        formula.getnext().text = "105"
    book = workbook_part(package)
    chain = f'<calcChain xmlns="{MAIN}"><c r="A18" i="1"/></calcChain>'.encode()
    package.put("xl/calcChain.xml", chain, _XML)
    package.relate(book, "calcChain", "xl/calcChain.xml")


def _extensions(package: EditedPackage) -> None:
    """Put in what newer programs write: a rule and a validation of the second sort, a slicer."""
    text = (
        f'<extLst xmlns="{MAIN}" xmlns:x14="{_X14}"><ext uri="{{78C0D931}}">'
        "<x14:conditionalFormattings><x14:conditionalFormatting "
        'xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main">'
        '<x14:cfRule type="expression" priority="1" id="{A}"><xm:f>$A$4&gt;1</xm:f></x14:cfRule>'
        "<xm:sqref>A4</xm:sqref></x14:conditionalFormatting></x14:conditionalFormattings>"
        '</ext><ext uri="{CCE6A557}"><x14:dataValidations count="1"/></ext></extLst>'
    )
    package.edit(_first(package)).append(parse(text.encode()))
    package.put("xl/slicers/slicer1.xml", b"<slicers/>", _XML)
    package.relate(_first(package), "slicer", "xl/slicers/slicer1.xml")
    package.put("xl/printerSettings/printerSettings1.bin", b"\0printer", _BINARY)
    package.relate(_first(package), "printerSettings", "xl/printerSettings/printerSettings1.bin")


def _pivot(package: EditedPackage, source: str = '<cacheSource type="worksheet"/>') -> None:
    book = workbook_part(package)
    store = f'<pivotCacheDefinition xmlns="{MAIN}">{source}</pivotCacheDefinition>'.encode()
    package.put("xl/pivotCache/pivotCacheDefinition1.xml", store, _XML)
    package.put("xl/pivotTables/pivotTable1.xml", b"<pivotTableDefinition/>", _XML)
    target = "xl/pivotCache/pivotCacheDefinition1.xml"
    rid = package.relate(book, "pivotCacheDefinition", target)
    package.relate("xl/pivotTables/pivotTable1.xml", "pivotCacheDefinition", target)
    package.relate(_first(package), "pivotTable", "xl/pivotTables/pivotTable1.xml")
    caches = parse(
        f'<pivotCaches xmlns="{MAIN}" xmlns:r="{REL}">'
        f'<pivotCache cacheId="1" r:id="{rid}"/></pivotCaches>'.encode()
    )
    package.edit(book).append(caches)


def _threaded(package: EditedPackage) -> None:
    package.put("xl/threadedComments/threadedComment1.xml", b"<ThreadedComments/>", _XML)
    package.relate(_first(package), "threadedComment", "xl/threadedComments/threadedComment1.xml")


def _no_styles(package: EditedPackage) -> None:
    book = workbook_part(package)
    ids = {rel.id for rel in package.relations(book) if rel.type == "styles"}
    package.unrelate(book, ids)
    for cell in package.edit(_first(package)).iter(tag("c")):
        cell.attrib.pop("s", None)


EDITED: dict[str, tuple[str, Callable[[EditedPackage], None]]] = {
    "hasil rumus": ("rumus", _stored_results),
    "perluasan": ("format bersyarat", _extensions),
    "pivot": ("polos", _pivot),
    "percakapan": ("komentar", _threaded),
    "tanpa gaya": ("polos", _no_styles),
}
"""With parts that openpyxl cannot make: first the workbook to start from, then the change."""


def _macros(package: EditedPackage) -> None:
    book = workbook_part(package)
    package.declare(book, "application/vnd.ms-excel.sheet.macroEnabled.main+xml")
    package.put("xl/vbaProject.bin", b"\xd0\xcf\x11\xe0vba", _BINARY)
    package.relate(book, "vbaProject", "xl/vbaProject.bin")
    package.put("customUI/customUI.xml", b'<customUI onLoad="Jalan"/>', _XML)
    package.relate("", "extensibility", "customUI/customUI.xml")


def _macro_sheet(package: EditedPackage) -> None:
    book = workbook_part(package)
    package.put("xl/macrosheets/sheet1.xml", b"<macrosheet/>", _XML)
    rid = package.relate(book, "xlMacrosheet", "xl/macrosheets/sheet1.xml")
    entry = f'<sheet xmlns="{MAIN}" xmlns:r="{REL}" name="Makro1" sheetId="77" r:id="{rid}"/>'
    package.edit(book).find(tag("sheets")).insert(0, parse(entry.encode()))


def _external_book(package: EditedPackage) -> None:
    book = workbook_part(package)
    part = "xl/externalLinks/externalLink1.xml"
    package.put(part, f'<externalLink xmlns="{MAIN}"/>'.encode(), _XML)
    rid = package.relate(book, "externalLink", part)
    root = package.edit(book)
    references = parse(
        f'<externalReferences xmlns="{MAIN}" xmlns:r="{REL}">'
        f'<externalReference r:id="{rid}"/></externalReferences>'.encode()
    )
    names = f'<definedNames xmlns="{MAIN}"><definedName name="Luar">[1]Data!$A$1</definedName>'
    root.find(tag("sheets")).addnext(references)
    references.addnext(parse(f"{names}</definedNames>".encode()))
    for formula in package.edit(_first(package)).iter(tag("f")):
        formula.text = "VLOOKUP(B4,'[1]Data Lama'!$A$1:$B$9,2)+[1]Data!A1"
        formula.getnext().text = "42"


def _connections(package: EditedPackage) -> None:
    book = workbook_part(package)
    package.put(
        "xl/connections.xml", b'<connections><connection url="http://x"/></connections>', _XML
    )
    package.relate(book, "connections", "xl/connections.xml")
    _pivot(package, '<cacheSource type="external" connectionId="1"/>')
    table = "xl/tables/table9.xml"
    package.put(
        table,
        f'<table xmlns="{MAIN}" id="9" name="T" displayName="T" ref="A3:B4" tableType="queryTable">'
        '<tableColumns count="1"><tableColumn id="1" name="No" queryTableFieldId="1"/>'
        "</tableColumns></table>".encode(),
        "application/vnd.openxmlformats-officedocument.spreadsheetml.table+xml",
    )
    package.put("xl/queryTables/queryTable1.xml", b"<queryTable/>", _XML)
    package.relate(table, "queryTable", "xl/queryTables/queryTable1.xml")
    package.relate(_first(package), "table", table)
    package.put("customXml/item1.xml", b"<DataMashup>AAAA</DataMashup>", _XML)
    package.relate(book, "customXml", "customXml/item1.xml")


def _objects(package: EditedPackage) -> None:
    first = _first(package)
    package.put("xl/embeddings/oleObject1.bin", b"\xd0\xcf\x11\xe0ole", _BINARY)
    rid = package.relate(first, "oleObject", "xl/embeddings/oleObject1.bin")
    package.put("xl/activeX/activeX1.xml", b"<ocx/>", _XML)
    control = package.relate(first, "control", "xl/activeX/activeX1.xml")
    compatible = "http://schemas.openxmlformats.org/markup-compatibility/2006"
    root = package.edit(first)
    for name, inner in (
        ("oleObjects", f'<oleObject progId="Package" shapeId="1" r:id="{rid}"/>'),
        ("controls", f'<control shapeId="2" r:id="{control}" name="Tombol"/>'),
    ):
        text = (
            f'<{name} xmlns="{MAIN}" xmlns:r="{REL}" xmlns:mc="{compatible}"><mc:AlternateContent>'
            f'<mc:Choice Requires="x14">{inner}</mc:Choice><mc:Fallback>{inner}</mc:Fallback>'
            f"</mc:AlternateContent></{name}>"
        )
        root.append(parse(text.encode()))


def _bad_links(package: EditedPackage) -> None:
    first = _first(package)
    rels = package.edit("xl/worksheets/_rels/sheet1.xml.rels")
    for entry, address in zip(
        rels,
        (r"file:///\\server\rahasia.xlsx", "javascript:alert(1)"),
        strict=True,
    ):
        entry.set("Target", address)
    assert package.read(first).find(tag("hyperlinks")) is not None


def _outside_picture(package: EditedPackage) -> None:
    drawing = next(package.related(_first(package), "drawing"))
    rid = package.relate(drawing, "image", "xl/media/tidak-ada.png")
    for entry in package.edit("xl/drawings/_rels/drawing1.xml.rels"):
        if entry.get("Id") == rid:
            entry.set("Target", "file://server/pelacak.png")
            entry.set("TargetMode", "External")
    for blip in package.edit(drawing).iter("{*}blip"):
        blip.set(f"{{{REL}}}link", rid)


def _signature(package: EditedPackage) -> None:
    package.put("_xmlsignatures/origin.sigs", b"", _BINARY)
    package.relate("", "origin", "_xmlsignatures/origin.sigs")
    package.put("xl/webextensions/taskpanes.xml", b"<taskpanes/>", _XML)
    package.relate("", "webextensiontaskpanes", "xl/webextensions/taskpanes.xml")


ARMED: dict[str, tuple[str, Callable[[EditedPackage], None]]] = {
    "makro": ("polos", _macros),
    "lembar makro": ("tata cetak", _macro_sheet),
    "buku kerja lain": ("rumus", _external_book),
    "sambungan": ("polos", _connections),
    "objek": ("polos", _objects),
    "tautan berbahaya": ("tautan web", _bad_links),
    "gambar luar": ("gambar", _outside_picture),
    "tanda tangan": ("polos", _signature),
}
"""With parts that run or lead outside."""


def made(name: str) -> bytes:
    """Make a workbook of one of the sorts above."""
    if name in ORDINARY:
        return workbook(ORDINARY[name])
    start, change = (EDITED | ARMED)[name]
    package = open_package(workbook(ORDINARY[start]))
    change(package)
    return package.to_bytes()
