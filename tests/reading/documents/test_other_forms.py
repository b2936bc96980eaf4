"""Lists in documents that are no workbooks: Word, web pages, XML of Excel 2003, pasted texts."""

import io
import random
import re
import tracemalloc
from collections import Counter
from collections.abc import Callable, Mapping
from html import escape

import pytest
from docx import Document
from docx.document import Document as WordDocument
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.table import Table
from pypdf import PdfWriter
from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject

from ppid.handing_in.intake.report import as_text
from ppid.handing_in.intake.taking_in import opened, take_in
from ppid.handing_in.model import Intake, Target
from ppid.reading.documents.book import (
    Area,
    BookSheet,
    CellPlace,
    FilledCell,
    NoWorkbookError,
    SheetGrid,
)
from ppid.reading.documents.opening import open_workbook
from ppid.reading.documents.web_tables import read_web_page
from tests.growth import Work, assert_even
from tests.handing_in.intake.tables import town
from tests.handing_in.intake.workbooks import DIK_HEADINGS, DIP_HEADINGS, Row, dik_rows, dip_row
from tests.reading.documents.files import open_document, refusal

HEAD: Row = [*DIK_HEADINGS]
ROWS: list[Row] = [HEAD, *dik_rows(3)]
LINK = "https://dinkes.contoh.go.id/dok1.pdf"


def filled(table: Table, rows: list[Row]) -> Table:
    for row, values in zip(table.rows, rows, strict=True):
        for cell, value in zip(row.cells, values, strict=True):
            cell.text = "" if value is None else str(value)
    return table


def word(*tables: list[Row], between: str = "") -> bytes:
    document = Document()
    document.add_paragraph("DAFTAR INFORMASI YANG DIKECUALIKAN TAHUN 2024")
    for rows in tables:
        filled(document.add_table(len(rows), len(rows[0])), rows)
        document.add_paragraph(between)
    return saved(document)


def saved(document: WordDocument) -> bytes:
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def page(*tables: list[Row], between: str = "", head: str = '<meta charset="utf-8">') -> bytes:
    def lines(value: object) -> str:
        return escape("" if value is None else str(value)).replace("\n", "<br>")

    body = between.join(
        "<table>"
        + "".join("<tr>" + "".join(f"<td>{lines(v)}</td>" for v in row) + "</tr>" for row in rows)
        + "</table>"
        for rows in tables
    )
    return f"<html><head>{head}</head><body>{body}</body></html>".encode()


XML_2003 = """<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>
<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"
 xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet" xmlns:html="http://www.w3.org/TR/REC-html40">
<Styles><Style ss:ID="s1"><Font ss:StrikeThrough="1"/></Style>
<Style ss:ID="s2"><Interior ss:Color="#FF0000" ss:Pattern="Solid"/></Style>
<Style ss:ID="s3"><NumberFormat ss:Format="Short Date"/></Style></Styles>
{sheets}</Workbook>"""


def xml_2003(*tables: list[Row]) -> bytes:
    def cell(value: object) -> str:
        if value is None:
            return "<Cell/>"
        kind = "Number" if isinstance(value, int) else "String"
        return f'<Cell><Data ss:Type="{kind}">{escape(str(value))}</Data></Cell>'

    sheets = "".join(
        f'<Worksheet ss:Name="L{number}"><Table>'
        + "".join(f"<Row>{''.join(map(cell, row))}</Row>" for row in rows)
        + "</Table></Worksheet>"
        for number, rows in enumerate(tables, 1)
    )
    return XML_2003.format(sheets=sheets).encode()


def pasted(rows: list[Row]) -> bytes:
    lines = ("\t".join("" if v is None else str(v) for v in row) for row in rows)
    return ("\r\n".join(lines) + "\r\n").encode("utf-16")


def odt(*tables: list[Row], between: str = "") -> bytes:
    def cell(value: object) -> str:
        lines = escape("" if value is None else str(value)).split("\n")
        paragraphs = "".join(f"<text:p>{line}</text:p>" for line in lines)
        return f"<table:table-cell>{paragraphs}</table:table-cell>"

    body = f"<text:p>{between}</text:p>".join(
        "<table:table>"
        + "".join(f"<table:table-row>{''.join(map(cell, row))}</table:table-row>" for row in rows)
        + "</table:table>"
        for rows in tables
    )
    return odt_of(f"<text:p>DAFTAR INFORMASI YANG DIKECUALIKAN TAHUN 2024</text:p>{body}")


def odt_of(body: str, styles: str = "") -> bytes:
    inside = f"<office:body><office:text>{body}</office:text></office:body>"
    formats = f"<number:date-style><number:text>/</number:text></number:date-style>{styles}"
    automatic = f"<office:automatic-styles>{formats}</office:automatic-styles>"
    return open_document(f"{automatic}{inside}", sort="text")


FORMS: Mapping[str, Callable[[list[Row]], bytes]] = {
    "daftar.docx": word,
    "daftar.odt": odt,
    "daftar.xls": page,
    "daftar.xml": xml_2003,
    "daftar.txt": pasted,
}


def taken(content: bytes, jenis: str = "dik", name: str = "a.docx") -> Intake:
    return take_in(opened(name, content), Target("dinkes", jenis, 2024), town(), {}).intake


def titles(intake: Intake) -> list[str]:
    return [row.values["informasi"] for row in intake.rows]


def only_sheet(content: bytes) -> BookSheet:
    (sheet,) = open_workbook("a", content).sheets
    return sheet


@pytest.mark.parametrize("name", FORMS)
def test_the_list_is_read_as_from_a_workbook(name: str) -> None:
    intake = taken(FORMS[name](ROWS), "dik", name)
    assert titles(intake) == [str(row[1]) for row in ROWS[1:]]
    assert {row.values["jangka_waktu"] for row in intake.rows} == {"5 tahun"}
    assert {row.values["dasar_hukum"] for row in intake.rows} == {ROWS[1][2]}


@pytest.mark.parametrize("make", [word, page, odt], ids=["word", "html", "odt"])
def test_a_table_that_was_split_over_pages_is_one_list(make: Callable[..., bytes]) -> None:
    rows = dik_rows(4)
    again = taken(make([HEAD, *rows[:2]], [HEAD, *rows[2:]]))
    assert titles(again) == [row[1] for row in rows]
    without = taken(make([HEAD, *rows[:2]], list(rows[2:])))
    assert titles(without) == [row[1] for row in rows]


def test_the_text_above_a_table_says_what_is_in_it() -> None:
    document = Document()
    for number, text in enumerate(("A. Informasi Berkala", "B. Informasi Setiap Saat"), 1):
        document.add_paragraph(text)
        filled(document.add_table(2, 7), [[*DIP_HEADINGS], dip_row(1, f"Laporan {number}")])
    intake = taken(saved(document), "dip")
    assert [row.values["klasifikasi"] for row in intake.rows] == ["berkala", "setiap-saat"]


def test_places_are_called_by_table_and_row() -> None:
    first, second = dik_rows(2)
    second[5] = "5"
    intake = taken(word([HEAD, first, second]))
    assert "tabel 1 baris 3 kolom 6" in as_text(intake, "a.docx", "X")
    assert "sel F" not in as_text(intake, "a.docx", "X")


def test_merged_cells_of_word() -> None:
    document = Document()
    table = filled(document.add_table(4, 8), [HEAD, *dik_rows(3)])
    for row in (2, 3):
        table.cell(row, 6).text = ""
    table.cell(1, 6).merge(table.cell(3, 6))
    intake = taken(saved(document))
    assert {row.values["penguasa"] for row in intake.rows} == {"Bidang Pelayanan"}
    wide = Document()
    above = filled(wide.add_table(1, 8), [["DAFTAR", *[None] * 7]])
    above.cell(0, 0).merge(above.cell(0, 7))
    grid = SheetGrid(only_sheet(saved(wide)))
    assert grid.width_of(grid.rows[1][1]) == 8


def test_merged_cells_of_a_page() -> None:
    cells = "".join(f"<td rowspan=2>{each}</td>" for each in ("x", "y"))
    content = (
        f"<table><tr>{cells}<td colspan=2>lebar</td></tr><tr><td>a<td>b</tr>"
        "<tr><td>1<td>2<td>3<td>4</tr></table>"
    )
    places = {cell.text: cell.place.cell for cell in only_sheet(content.encode()).cells}
    assert places == {
        "x": "A1", "y": "B1", "lebar": "C1", "a": "C2", "b": "D2", "1": "A3", "2": "B3", "3": "C3",
        "4": "D3",
    }  # fmt: skip
    grid = SheetGrid(only_sheet(content.encode()))
    assert getattr(grid.at(2, 1), "text", "") == "x"


def test_a_merged_area_that_begins_inside_of_another_shows_nothing() -> None:
    """Many areas over each other would repeat one cell in every row below it."""
    place = CellPlace("A", 1, 1)
    below = [FilledCell(CellPlace("A", row, 1), f"b{row}") for row in (3, 40)]
    cells = (FilledCell(place, "a"), *below)
    over = tuple(Area(row, 1, 40, 12) for row in (3, 1, 1, 1))
    grid = SheetGrid(BookSheet("A", cells, over))
    assert [cell.text for _, cell in grid.from_above(30)] == ["a"]
    assert grid.at(3, 1) == cells[1]  # what is filled stays


def test_cells_merged_over_one_another_without_end_take_little_memory() -> None:
    """A thousand areas of twenty thousand rows each, as no program stores them."""
    cells = tuple(FilledCell(CellPlace("A", row, 1), "x") for row in (*range(1, 1_001), 20_000))
    merged = tuple(Area(row, 1, 20_000, 1) for row in range(1, 1_001))
    small = SheetGrid(BookSheet("A", cells, (Area(1, 1, 3, 2),)))
    assert small.at(3, 2) == cells[0]
    tracemalloc.start()
    try:
        grid = SheetGrid(BookSheet("A", cells, merged))
        assert grid.at(1_500, 1) == cells[0]
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert peak < 40_000_000


def test_automatic_numbers_of_word_are_read() -> None:
    document = Document()
    table = filled(document.add_table(3, 2), [["No", "Informasi"], [None, "satu"], [None, "dua"]])
    number = document.styles["List Number"].element.pPr.numPr.numId.val
    for row in (1, 2):
        properties = table.cell(row, 0).paragraphs[0].paragraph_format.element.get_or_add_pPr()
        properties.get_or_add_numPr().get_or_add_numId().val = number
    texts = {cell.place.cell: cell.text for cell in only_sheet(saved(document)).cells}
    assert [texts["A2"], texts["A3"]] == ["1.", "2."]


def test_struck_deleted_and_linked_text_of_word() -> None:
    document = Document()
    table = filled(document.add_table(2, 3), [["a", "b", "c"], ["", "", ""]])
    gone, left = (table.cell(1, 0).paragraphs[0].add_run(text) for text in ("5 tahun", " 10 tahun"))
    gone.font.strike = True
    assert not left.font.strike
    deleted = OxmlElement("w:del")
    deleted.append(table.cell(1, 1).paragraphs[0].add_run("lama")._r)  # noqa: SLF001 — python-docx has no other way
    table.cell(1, 1).paragraphs[0]._p.append(deleted)  # noqa: SLF001
    link = OxmlElement("w:hyperlink")
    part = document.part.relate_to(
        LINK,
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink",
        is_external=True,
    )
    link.set(qn("r:id"), part)
    link.append(table.cell(1, 2).paragraphs[0].add_run("Lihat")._r)  # noqa: SLF001
    table.cell(1, 2).paragraphs[0]._p.append(link)  # noqa: SLF001
    cells = {cell.place.cell: cell for cell in only_sheet(saved(document)).cells}
    assert (cells["A2"].text, cells["A2"].look.struck) == ("10 tahun", "5 tahun")
    assert cells["B2"].look.deleted
    assert (cells["C2"].text, cells["C2"].look.link) == ("Lihat", LINK)


def test_notes_of_word_are_named() -> None:
    document = Document()
    table = filled(document.add_table(3, 8), [HEAD, *dik_rows(2)])
    run = table.cell(2, 1).paragraphs[0].runs[0]
    document.add_comment(run, text="tolong dicek", author="penilai")
    said = " ".join(one.message for one in taken(saved(document)).remarks)
    assert "komentar pada sel tabel 1 baris 3 kolom 2" in said


def test_numbers_from_a_style_of_word_are_read() -> None:
    document = Document()
    table = filled(document.add_table(3, 2), [["No", "Informasi"], [None, "satu"], [None, "dua"]])
    for row in (1, 2):
        table.cell(row, 0).paragraphs[0].style = document.styles["List Number"]
    texts = {cell.place.cell: cell.text for cell in only_sheet(saved(document)).cells}
    assert [texts["A2"], texts["A3"]] == ["1.", "2."]


OPEN_STYLES = """<style:style style:name="T1">
<style:text-properties style:text-line-through-style="solid"/></style:style>
<style:style style:name="C1">
<style:table-cell-properties fo:background-color="#ff0000"/></style:style>
<text:list-style style:name="L1"><text:list-level-style-number text:level="1" style:num-suffix="."
style:num-format="1"/><text:list-level-style-number text:level="2" style:num-suffix=")"
style:num-format="a"/></text:list-style>"""
OPEN_TABLE = """<text:tracked-changes><text:p>terhapus</text:p></text:tracked-changes><table:table>
<table:table-row>
<table:table-cell table:number-rows-spanned="2"><text:p>No</text:p></table:table-cell>
<table:table-cell table:number-columns-spanned="2"><text:p>lebar</text:p></table:table-cell>
<table:covered-table-cell/></table:table-row>
<table:table-row><table:covered-table-cell/>
<table:table-cell><text:p>a<text:s/>b<text:line-break/>c</text:p></table:table-cell>
<table:table-cell><text:p><text:a xlink:href="https://x.example/a">Lihat</text:a></text:p>
</table:table-cell></table:table-row>
<table:table-row><table:table-cell><text:list text:style-name="L1"><text:list-item><text:p/>
</text:list-item></text:list></table:table-cell>
<table:table-cell table:style-name="C1"><text:p><text:span text:style-name="T1">lama</text:span>
 baru</text:p></table:table-cell>
<table:table-cell><text:p>x</text:p><text:list text:style-name="L1"><text:list-item>
<text:p>y</text:p><text:list><text:list-item><text:p>dalam</text:p></text:list-item></text:list>
</text:list-item></text:list></table:table-cell></table:table-row>
<table:table-row><table:table-cell><text:list text:style-name="L1" text:continue-numbering="true">
<text:list-item><text:p/></text:list-item></text:list></table:table-cell>
<table:table-cell><text:p>u<office:annotation><text:p>tolong</text:p></office:annotation></text:p>
</table:table-cell><table:table-cell><text:p>v</text:p></table:table-cell></table:table-row>
</table:table>"""


def test_numbers_looks_and_merged_cells_of_an_open_document() -> None:
    sheet = only_sheet(odt_of(OPEN_TABLE, OPEN_STYLES))
    cells = {cell.place.cell: cell for cell in sheet.cells}
    assert {name: cell.text for name, cell in cells.items()} == {
        "A1": "No", "B1": "lebar", "B2": "a b\nc", "C2": "Lihat", "A3": "1.", "B3": "baru",
        "C3": "x\n1. y\na) dalam", "A4": "2.", "B4": "u", "C4": "v",
    }  # fmt: skip
    assert cells["B3"].look.struck == "lama"
    assert cells["B3"].look.colours == ("FF0000",)
    assert cells["C2"].look.link == "https://x.example/a"
    assert [each.cell for each in sheet.comments] == ["tabel 1 baris 4 kolom 2"]
    grid = SheetGrid(sheet)
    assert getattr(grid.at(2, 1), "text", "") == "No"
    assert grid.width_of(cells["B1"]) == 2


@pytest.mark.parametrize(
    ("content", "words", "advice"),
    [
        (
            odt_of("<text:p>Tanpa tabel</text:p>"),
            "(.odt), dan di dalamnya tidak ada tabel",
            "templat",
        ),
        (open_document("", sort="presentation"), "bukan lembar kerja atau naskah", "templat"),
    ],
)
def test_an_open_document_without_a_table_is_refused(
    content: bytes, words: str, advice: str
) -> None:
    with pytest.raises(NoWorkbookError) as refused:
        open_workbook("a.odt", content)
    assert words in refused.value.sentence
    assert advice in refused.value.advice


def test_looks_of_a_page() -> None:
    content = (
        "<html><style>.xl7 {text-decoration:line-through}</style><table><tr>"
        f'<td><s>5 tahun</s> 10 tahun<td class=xl7>gugur<td bgcolor=red>x<td><a href="{LINK}">y</a>'
        '<td x:num="3204110609970001">3.2E+15</tr></table>'
    )
    first, second, third, fourth, fifth = only_sheet(content.encode()).cells
    assert (first.text, first.look.struck) == ("10 tahun", "5 tahun")
    assert second.look.deleted
    assert third.look.colours == ("FF0000",)
    assert fourth.look.link == LINK
    assert fifth.text == "3204110609970001"


def test_looks_of_xml_2003() -> None:
    row = (
        '<Row ss:Index="3"><Cell ss:StyleID="s1"><Data ss:Type="String">gugur</Data></Cell>'
        '<Cell ss:Index="3" ss:StyleID="s2" ss:MergeAcross="1"><Data ss:Type="String">x</Data>'
        "</Cell>"
        f'<Cell ss:HRef="{LINK}"><Data ss:Type="String">y</Data><Comment><ss:Data>lihat</ss:Data>'
        '</Comment></Cell><Cell><ss:Data ss:Type="String"><html:S>5</html:S> 10</ss:Data></Cell>'
        '<Cell ss:StyleID="s3"><Data ss:Type="DateTime">2024-01-31T00:00:00.000</Data></Cell></Row>'
    )
    sheets = (
        f'<Worksheet ss:Name="A"><Table>{row}</Table></Worksheet><Worksheet ss:Name="B"><Table/>'
        "<WorksheetOptions><Visible>SheetHidden</Visible></WorksheetOptions></Worksheet>"
    )
    shown, hidden = open_workbook("a.xml", XML_2003.format(sheets=sheets).encode()).sheets
    gone, red, link, part, day = shown.cells
    assert [cell.place.cell for cell in shown.cells] == ["A3", "C3", "E3", "F3", "G3"]
    assert gone.look.deleted
    assert red.look.colours == ("FF0000",)
    assert link.look.link == LINK
    assert (part.text, part.look.struck) == ("10", "5")
    assert day.text == "2024-01-31"
    assert [(each.cell, each.text) for each in shown.comments] == [("E3", "lihat")]
    assert hidden.hidden


def test_a_saved_page_is_read_as_its_page() -> None:
    text = page(ROWS).decode()
    content = (
        'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="b"\r\n\r\n--b\r\n'
        f"Content-Type: text/html; charset=utf-8\r\n\r\n{text}\r\n--b--\r\n"
    )
    assert titles(taken(content.encode(), name="a.mht")) == [str(row[1]) for row in ROWS[1:]]


def test_old_letters_of_a_page_are_read_or_asked() -> None:
    rows: list[Row] = [HEAD, [*ROWS[1][:1], "Data – “kafé”", *ROWS[1][2:]]]
    for head in ('<meta charset="windows-1252">', ""):
        content = page(rows, head=head).decode().encode("cp1252")
        assert titles(taken(content, name="a.xls")) == ["Data – “kafé”"]


def test_a_page_inside_of_a_page_is_read_once() -> None:
    inner = page(ROWS).decode().partition("<body>")[2].partition("</body>")[0]
    content = f"<html><table><tr><td>Menu</td><td>{inner}</td></tr></table></html>"
    assert titles(taken(content.encode(), name="a.xls")) == [str(row[1]) for row in ROWS[1:]]


SOUP = (
    *("table", "table", "/table", "tr", "tr", "/tr", "td", "td", "td", "/td", "th", "tbody"),
    *("thead", "caption", "/caption", "p", "/p", "div", "/div", "b", "/b", "s", "/s", "br", "/br"),
    *("ul", "li", "dl", "dt", "dd", "span", "/span", "font", "form", "/form", "o:p"),
    *("html", "/html", "body"),
)


@pytest.mark.parametrize("seed", range(40))
def test_no_letter_of_a_page_is_lost_however_its_tags_are_mixed(seed: int) -> None:
    rng = random.Random(seed)  # noqa: S311 — not for secrets
    for _ in range(10):
        tags = [f"<{rng.choice(SOUP)}>" for _ in range(rng.randint(3, 30))]
        marked = "".join(f"{tag}x{number};" for number, tag in enumerate(tags))
        flow, _ = read_web_page(f"<table><tr><td>{marked}".encode(), "")
        cells = [cell for row in flow.rows for cell in row.cells]
        told = "".join(c.value + ("" if c.look.deleted else c.look.struck) for c in cells)
        assert Counter(re.findall(r"x[0-9]+;", told)) == Counter(re.findall(r"x[0-9]+;", marked))


PAGES = {
    "<table><tr><td><s>5 tahun<td>10 tahun</table>": ["A1 5 tahun", "B1 10 tahun"],
    "<table><td>1<td>2<tr><td>3</table>": ["A1 1", "B1 2", "A2 3"],
    "<table><caption>Daftar 2024</caption><tr><td>1</table>": ["A1 Daftar 2024", "A2 1"],
    "<table><tr><td>1</td> di sisi </tr> di antara <tr><td>2</table>": [
        "A1 1",
        "A2 2",
        "A3 di sisi di antara",
    ],
    "<table><thead><tr><th>No<th>Isi<tbody><tr><td>1<td><ul><li>a<li>b</ul></table>": [
        "A1 No",
        "B1 Isi",
        "A2 1",
        "B2 a\nb",
    ],
    "<table><tr><td>1 < 2 &amp; 3 &gt; 2&nbsp;<td>&#8211; &euro;<td>a</p>b</br>c</table>": [
        "A1 1 < 2 & 3 > 2",
        "B1 – €",
        "C1 a\nb\nc",
    ],
    "<title>Judul</title><script>'<td>x'</script><xml><x:Name>L1</x:Name></xml><!-- <td>y -->"
    "<![if !vml]><table><tr><td>1<![endif]><!--[if gte mso 9]><td>z<![endif]--></table>": ["A1 1"],
    "<table><tr><td><div>a</div>b<p>c</p> <p>d</p><td>5<s>x </s> 10</table>": [
        "A1 a\nb\nc\nd",
        "B1 5 10",
    ],
    "<TABLE BORDER=1><TR ><TD title='a > b' NOWRAP>1</TD ></TABLE": ["A1 1"],
    "<table><tr><td>1</table></html><html><body><table><tr><td>2</table>": ["A1 1", "A2 2"],
}


@pytest.mark.parametrize("text", PAGES)
def test_a_page_is_read_as_a_browser_shows_it(text: str) -> None:
    cells = only_sheet(f"<html>{text}".encode()).cells
    assert [f"{cell.place.cell} {cell.text}" for cell in cells] == PAGES[text]


def test_an_address_keeps_what_only_looks_like_a_sign() -> None:
    content = b"<table><tr><td><a href='https://a.example/?a=1&copy=2&amp;b=3'>y</a></table>"
    (cell,) = only_sheet(content).cells
    assert cell.look.link == "https://a.example/?a=1&copy=2&b=3"


WIDTHS = (30, 100, 100, 80, 80, 60, 70, 70)


def pdf_of(*pages: list[Row], turned: int = 0, below: str = "", extra: str = "") -> bytes:
    """Write tables, one a page; each text of a cell on lines that are parted by line breaks."""
    writer = PdfWriter()
    for rows in pages:
        drawn = [extra, "q 0 0 900 600 re W n"]
        top = 560.0
        for row in rows:
            bottom, left = top - 40, 20.0
            for width, value in zip(WIDTHS, row, strict=False):
                drawn.append(f"{left} {bottom} {width} {top - bottom} re S")
                for number, line in enumerate(str(value or "").split("\n")):
                    place = f"{left + 3} {top - 12 - 10 * number}"
                    drawn.append(f"BT /F1 8 Tf {place} Td ({line}) Tj ET")
                left += width
            top = bottom
        drawn.append(f"BT /F1 8 Tf 20 {top - 30} Td ({below}) Tj ET Q")
        page = writer.add_blank_page(900, 600)
        font = DictionaryObject(
            {
                NameObject("/Type"): NameObject("/Font"),
                NameObject("/Subtype"): NameObject("/Type1"),
                NameObject("/BaseFont"): NameObject("/Helvetica"),
            }
        )
        fonts = DictionaryObject({NameObject("/F1"): font})
        page[NameObject("/Resources")] = DictionaryObject({NameObject("/Font"): fonts})
        stream = DecodedStreamObject()
        stream.set_data("\n".join(drawn).encode("latin-1"))
        page[NameObject("/Contents")] = writer._add_object(stream)  # noqa: SLF001 — no other way
        if turned:
            page.rotate(turned)
    written = io.BytesIO()
    writer.write(written)
    return written.getvalue()


PDF_ROWS: list[Row] = [
    ["No", "Informasi", "Dasar Hukum", "Konsekuensi", "Konsekuensi\nDitutup", "Jangka\nWaktu"],
    ["1", "Rekam medis pasien\npuskesmas", "UU 14/2008 Pasal 17\nhuruf h angka 2", "Rahasia\nBocor",
     "Rahasia\nTerjaga", "5 tahun"],
    ["2", "Nilai ujian pegawai", "UU 14/2008 Pasal 17\nhuruf h angka 2", "Rahasia\nBocor",
     "Rahasia\nTerjaga", "10 tahun"],
]  # fmt: skip
PDF_ROWS[0] = [*PDF_ROWS[0][:3], "Konsekuensi\nDibuka", *PDF_ROWS[0][4:]]


@pytest.mark.parametrize("pages", [1, 2])
def test_a_ruled_table_of_a_pdf(pages: int) -> None:
    tables = [PDF_ROWS] if pages == 1 else [PDF_ROWS[:2], PDF_ROWS[2:]]
    intake = taken(pdf_of(*tables, below="Bekasi, 2 Januari 2024"), name="a.pdf")
    assert titles(intake) == ["Rekam medis pasien puskesmas", "Nilai ujian pegawai"]
    assert [row.values["jangka_waktu"] for row in intake.rows] == ["5 tahun", "10 tahun"]
    place = intake.rows[1].places["jangka_waktu"][0]
    assert place.said == ("halaman 1 baris 3 kolom 6", "halaman 2 baris 1 kolom 6")[pages - 1]
    assert any("dibaca dari PDF" in remark.message for remark in intake.remarks)


def test_a_row_that_a_page_of_a_pdf_may_have_parted_is_asked_about() -> None:
    bare = [row[1:] for row in PDF_ROWS]
    rest = ["Siber", "UU 27/2022", "x", "y", None, None, None]
    intake = taken(pdf_of(bare, [bare[0], rest]), name="a.pdf")
    (asked,) = [one for one in intake.questions if one.key.startswith("baris")]
    assert asked.asks.startswith("Halaman 2 baris 2 berisi")
    assert str(asked.readings[0]) == "Lanjutan halaman 1 baris 3"


def test_a_line_through_a_text_of_a_pdf_strikes_it() -> None:
    # Through the middle of the first item's title; the second line is an underline.
    lines = "53 510.4 m 120 510.4 l S 53 507 m 90 507 l S"
    cells = {c.place.cell: c for c in only_sheet(pdf_of(PDF_ROWS, extra=lines)).cells}
    assert [cell for cell, found in cells.items() if found.look.struck] == ["B2"]
    assert cells["B2"].look.struck == "Rekam medis pasien"
    assert cells["B2"].text == "puskesmas"


@pytest.mark.parametrize(
    ("content", "words", "advice"),
    [
        (pdf_of([]), "tidak memuat tulisan", "aslinya"),
        (pdf_of([], below="tanpa tabel"), "tidak memuat tabel bergaris", "Word"),
        (
            pdf_of([["No", "Infor\nmasi", "Dasar"], ["1", "pertanggung\njawabankeuangan", "x"]]),
            "sempit",
            "Word",
        ),
        (pdf_of(PDF_ROWS, extra="53 510.4 m 70 510.4 l S"), "dicoret sebagian", "Word"),
        (
            pdf_of(
                [
                    ["No", "Informasi", "Dasar"],
                    ["1", "a b\nc d\ne f\ng h\ni j", "x"],
                    ["2", "Denah gudang", "y"],
                ]
            ),
            "saling menindih",
            "Word",
        ),
        (b"%PDF-1.7\n%...", "rusak", "."),
        (pdf_of(PDF_ROWS)[:400], "rusak", "."),
    ],
    ids=["pindai", "tanpa garis", "kata terpotong", "tercoret", "menindih", "kosong", "terpotong"],
)
def test_a_pdf_that_cannot_be_separated_is_refused(content: bytes, words: str, advice: str) -> None:
    with pytest.raises(NoWorkbookError) as caught:
        open_workbook("a.pdf", content)
    assert words in caught.value.sentence
    assert advice in caught.value.advice


def test_reading_a_pdf_grows_evenly() -> None:
    def read(count: int) -> Work[object]:
        content = pdf_of(*[PDF_ROWS] * count)
        return lambda: open_workbook("a.pdf", content)

    assert_even(read, 8)


def test_a_page_that_is_too_deep_is_refused_rather_than_cut() -> None:
    deep = b"<table><tr><td>a</td></tr></table>" + b"<div>" * 2_000 + page(ROWS)
    with pytest.raises(NoWorkbookError):
        open_workbook("a.xls", b"<html>" + deep)
    open_workbook("a.xls", b"<html>" + deep.replace(b"<div>" * 1_900, b""))


HOSTILE: Mapping[str, Callable[[int], bytes]] = {
    "tabel bersarang": lambda n: nested(b"<table><tr><td>", b"</table>", n),
    "tabel bersarang tanpa batas": lambda n: b"<table><tr><td>" * n,
    "sel yang lebar": lambda n: b"<table>" + b"<tr><td colspan=999 rowspan=3>x" * (n // 4),
    "sel yang sangat lebar": lambda n: b"<table><tr>" + b"<td colspan=999 rowspan=99999>x" * n,
    "sel yang menjulur": lambda n: b"<table><tr>" + b"<td rowspan=9999>" * 200 + b"<tr><td>" * n,
    "gaya": lambda n: b"<style>" + b".a{" * n + b"</style><table><tr><td>x</table>",
    "coretan bersarang": lambda n: b"<table><tr><td>" + nested(b"<s>", b"</s>", n) + b"</table>",
    "coretan bersarang tanpa batas": lambda n: b"<table><tr><td>" + b"<s>" * n + b"x",
    "baris kosong": lambda n: b"<table>" + b"<tr>" * n + b"</table>",
    "xml bersarang": lambda n: XML_2003.format(sheets=("<a>" * 8 + "</a>" * 8) * n).encode(),
    "xml yang tidak ditutup": lambda n: XML_2003.format(sheets="<a>" * (16 * n)).encode(),
}
TOO_MUCH = {
    "tabel bersarang tanpa batas": "jauh lebih besar daripada ukurannya",
    "coretan bersarang tanpa batas": "jauh lebih besar daripada ukurannya",
    "sel yang sangat lebar": "paling banyak 250 kolom",
    "xml yang tidak ditutup": "rusak atau tidak utuh",
}
"""What is refused, with words that say why; all the others are opened."""


def nested(begin: bytes, end: bytes, count: int) -> bytes:
    """Return so many elements, never more than thirty within each other."""
    return (begin * 30 + b"x" + end * 30) * (count // 30)


@pytest.mark.long
@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_pages_take_work_that_grows_evenly(name: str) -> None:
    def read(count: int) -> Work[str]:
        content = HOSTILE[name](count)
        return lambda: refusal("a.xls", content)

    for said in (read(5_000)(), assert_even(read, 5_000)):
        assert bool(said) == (name in TOO_MUCH), said
        assert TOO_MUCH.get(name, "") in said


@pytest.mark.long
def test_cells_that_reach_down_in_steps_are_not_passed_without_bound() -> None:
    stairs = (b"<tr>" + b"<td rowspan=9999>a" * 2) * 3_000
    assert "jauh lebih besar daripada ukurannya" in refusal("a.xls", b"<table>" + stairs)
