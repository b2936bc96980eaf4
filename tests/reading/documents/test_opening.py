import io
import subprocess
import sys
import zipfile
from collections.abc import Callable

import pytest
from python_calamine import CalamineError

from ppid.handing_in.model import HandedTable
from ppid.reading.documents import calamine_worker
from ppid.reading.documents.book import Book, CellLook, Format, NoWorkbookError, StoredAs
from ppid.reading.documents.opening import open_workbook
from ppid.reading.documents.xlsx import SharedStrings
from tests.growth import Work, assert_even
from tests.handing_in.intake.tables import found
from tests.handing_in.intake.workbooks import (
    DIK_HEADINGS,
    SheetOf,
    archive,
    csv_text,
    dik_rows,
    ods,
    renamed_stream,
    with_parts,
    xls,
    xlsx,
)
from tests.reading.documents.files import refusal

H = list(DIK_HEADINGS)
PLAIN = SheetOf([H, *dik_rows(2)])
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
SHEET = "xl/worksheets/sheet1.xml"


def sheet_xml(rows: str) -> bytes:
    return f'<worksheet xmlns="{MAIN}"><sheetData>{rows}</sheetData></worksheet>'.encode()


def inline(cell: str, text: str) -> str:
    return f'<c r="{cell}" t="inlineStr"><is><t>{text}</t></is></c>'


LONG = inline("A1", "x" * 30_000)


def with_sheet(rows: str) -> bytes:
    return with_parts(xlsx(PLAIN), {SHEET: sheet_xml(rows)})


def with_wrong_size(content: bytes, member: str, size: int) -> bytes:
    """Let the directory of an archive claim another size of a part than it has."""
    changed = bytearray(content)
    name = member.encode()
    for signature, offset, length in ((b"PK\x01\x02", 24, 46), (b"PK\x03\x04", 22, 30)):
        start = 0
        while (start := changed.find(signature, start)) >= 0:
            if changed[start + length : start + length + len(name)] == name:
                changed[start + offset : start + offset + 4] = size.to_bytes(4, "little")
            start += 4
    return bytes(changed)


def ods_table(rows: str) -> bytes:
    content = ods(SheetOf([["x"]]))
    with zipfile.ZipFile(io.BytesIO(content)) as source:
        xml = source.read("content.xml").decode()
    start, end = xml.index("<table:table-row"), xml.index("</table:table>")
    return with_parts(content, {"content.xml": (xml[:start] + rows + xml[end:]).encode()})


RELATIONS = b"""<Relationships><Relationship Id="r" Target="%b"
    Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"/>
</Relationships>"""
TYPES = b"""<Types><Override PartName="/%b" ContentType="%b"/></Types>"""


def office_file(part: str, content_type: str) -> bytes:
    return archive(
        {
            "[Content_Types].xml": TYPES % (part.encode(), content_type.encode()),
            "_rels/.rels": RELATIONS % part.encode(),
            part: b"<x/>",
        }
    )


WORD = office_file(
    "word/document.xml",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
)
REFUSED: dict[str, tuple[str, Callable[[], bytes], str]] = {
    "kosong": ("a.xlsx", lambda: b"", "kosong"),
    "spasi-saja": ("a.csv", lambda: b" \r\n \r\n", "kosong"),
    "terpotong": ("a.xlsx", lambda: xlsx(PLAIN)[:3000], "rusak"),
    "xls-terpotong": ("a.xls", lambda: xls(PLAIN)[:1500], "rusak"),
    "ods-xml-rusak": (
        "a.ods",
        lambda: with_parts(ods(PLAIN), {"content.xml": b"<office:document"}),
        "rusak",
    ),
    "lembar-xml-rusak": (
        "a.xlsx",
        lambda: with_parts(xlsx(PLAIN), {SHEET: b"<worksheet><sheetData>"}),
        "rusak",
    ),
    "tipe-dokumen-di-xml": (
        "a.xlsx",
        lambda: with_parts(xlsx(PLAIN), {SHEET: b'<!DOCTYPE x [<!ENTITY a "b">]>' + sheet_xml("")}),
        "rusak",
    ),
    "bom-zip": (
        "a.xlsx",
        lambda: with_parts(xlsx(PLAIN), {SHEET: b" " * 200_000_000}),
        "jauh lebih besar",
    ),
    "bom-zip-berukuran-palsu": (
        "a.xlsx",
        lambda: with_wrong_size(with_parts(xlsx(PLAIN), {SHEET: b" " * 200_000_000}), SHEET, 1_000),
        "rusak",
    ),
    "kata-sandi": (
        "a.xlsx",
        lambda: renamed_stream(xls(PLAIN), "EncryptedPackage"),
        "kata sandi",
    ),
    "word-lama": ("a.xls", lambda: renamed_stream(xls(PLAIN), "WordDocument"), "Office lama"),
    "word-rusak": ("daftar.xlsx", lambda: WORD, "tidak ada tabel"),
    "pdf-rusak": ("daftar.xlsx", lambda: b"%PDF-1.7\n%...", "rusak"),
    "hasil-pindai": ("a.tif", lambda: b"II*\0....", "tulisan di dalamnya tidak dapat dibaca"),
    "gambar": ("daftar.xls", lambda: b"\x89PNG\r\n\x1a\n....", "gambar"),
    "arsip-berisi-buku": (
        "daftar.zip",
        lambda: archive({"dik.xlsx": xlsx(PLAIN)}),
        "arsip ZIP yang memuat berkas lain",
    ),
    "halaman-tanpa-tabel": ("a.xls", lambda: b"<html><body>isi</body></html>", "tidak ada tabel"),
    "mhtml-tanpa-halaman": ("a.xls", lambda: b"MIME-Version: 1.0\r\nContent-Type: x", "rusak"),
    "xml-lain": ("a.xls", lambda: b'<?xml version="1.0"?><daftar/>', "dokumen XML"),
    "xml-2003-rusak": (
        "a.xls",
        lambda: (
            b'<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"'
        ),
        "rusak",
    ),
    "numbers": ("a.xlsx", lambda: archive({"Index/Document.iwa": b"x"}), "dokumen Numbers"),
    "xlsb": (
        "a.xlsx",
        lambda: office_file(
            "xl/workbook.bin", "application/vnd.ms-excel.sheet.binary.macroEnabled.main"
        ),
        "buku kerja Excel biner",
    ),
    "biner-acak": ("a.csv", lambda: bytes(range(256)) * 40, "bukan tabel teks"),
    "300-kolom": (
        "a.xlsx",
        lambda: xlsx(SheetOf([[f"kolom {n}" for n in range(300)]])),
        "terisi pada 300 kolom",
    ),
    "satu-baris-csv": (
        "a.csv",
        lambda: ",".join(f"kolom{n}" for n in range(40_000)).encode(),
        "terisi pada 40000 kolom",
    ),
    "jauh-di-bawah-csv": (
        "a.csv",
        lambda: b"Informasi,Waktu\r\n" + b"\n" * 1_048_576 + b"a,b\n",
        "jauh di luar ukuran",
    ),
    "10-mb-dalam-satu-sel": (
        "a.xlsx",
        lambda: with_sheet(f'<row r="1">{inline("A1", "x" * 10_000_000)}</row>'),
        "memuat 10.000.000 karakter",
    ),
    "10-mb-dalam-satu-sel-csv": (
        "a.csv",
        lambda: b'Informasi,Jangka Waktu\r\n"' + b"x" * 10_000_000 + b'"',
        "lebih panjang",
    ),
    "kutip-tidak-ditutup": (
        "a.csv",
        lambda: b'Informasi,Jangka Waktu\r\n"' + b"x" * 10_000_000,
        "dibuka pada baris 2",
    ),
    "sel-tertinggal-jauh-di-bawah": (
        "a.xlsx",
        lambda: with_sheet(
            f'<row r="1">{inline("A1", "No")}</row><row r="1048576">{inline("L1048576", "x")}</row>'
        ),
        "sekitar sel L1048576",
    ),
    "terlalu-banyak-sel": (
        "a.xlsx",
        lambda: with_sheet(
            "".join(
                f'<row r="{row}">' + "<c><v>1</v></c>" * 100 + "</row>" for row in range(1, 3_001)
            )
        ),
        "lebih dari 50.000 sel",
    ),
    "ods-sel-diulang-sejuta-kali": (
        "a.ods",
        lambda: ods_table(
            '<table:table-row table:number-rows-repeated="1048576"><table:table-cell '
            'table:number-columns-repeated="16384" office:value-type="string"><text:p>x</text:p>'
            "</table:table-cell></table:table-row>"
        ),
        "lebih dari 50.000 sel",
    ),
    "xls-sel-tertinggal-jauh": (
        "a.xls",
        lambda: xls(SheetOf([["x"], *([[]] * 65_000), [*([None] * 255), "x"]])),
        "sekitar sel",
    ),
    "terlalu-banyak-karakter": (
        "a.xlsx",
        lambda: with_sheet("".join(f'<row r="{n}">{LONG}</row>' for n in range(1, 80))),
        "lebih dari 2.000.000 karakter",
    ),
    "tautan-bertindihan": (
        "a.xlsx",
        lambda: with_sheet(
            "".join(map(written, range(1, 301)))
            + around(
                "hyperlinks",
                "".join(f'<hyperlink ref="A1:J{n}" location="a"/>' for n in range(300, 700)),
            )
        ),
        "saling menindih",
    ),
    "terlalu-banyak-lembar": (
        "a.xlsx",
        lambda: xlsx(*(SheetOf([["x"]], name=f"L{number}") for number in range(120))),
        "120 lembar",
    ),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_cannot_be_read_is_said_in_one_sentence(name: str) -> None:
    file, content, words = REFUSED[name]
    with pytest.raises(NoWorkbookError) as caught:
        open_workbook(file, content())
    assert words in caught.value.sentence
    assert caught.value.advice.endswith(".")


_PEAK = r"""
import re, sys
from pathlib import Path
from ppid.reading.documents.opening import open_workbook
from ppid.reading.documents.book import NoWorkbookError
content = sys.stdin.buffer.read()
try:
    open_workbook("a.xlsx", content)
except NoWorkbookError:
    pass
peak = re.search(r"VmHWM:\s*(\d+) kB", Path("/proc/self/status").read_text())
print(int(peak[1]) / 1024)
"""


def written(row: int) -> str:
    return f'<row r="{row}">{"".join(inline(f"{c}{row}", "isi" * 9) for c in "ABCDEFGHIJ")}</row>'


def around(element: str, inside: str) -> str:
    """Return an element of a sheet between rows."""
    return f"</sheetData><{element}>{inside}</{element}><sheetData>"


def styles(looks: int, font: str = "", code: str = "0") -> bytes:
    return (
        f'<styleSheet xmlns="{MAIN}"><numFmts><numFmt numFmtId="200" formatCode="{code}"/>'
        f"</numFmts><fonts><font>{font}</font></fonts><cellXfs>"
        + '<xf numFmtId="200" fontId="0"/>' * looks
        + "</cellXfs></styleSheet>"
    ).encode()


OF_SHEET = "xl/worksheets/_rels/sheet1.xml.rels"


def related(count: int) -> bytes:
    """Lead from a sheet to its comments again and again."""
    each = '<Relationship Id="r{}" Type="x/comments" Target="/xl/comments9.xml"/>'
    return f"<Relationships>{''.join(map(each.format, range(count)))}</Relationships>".encode()


def commented(count: int) -> bytes:
    each = '<comment ref="A2"><text><t>catatan</t></text></comment>'
    return f"<comments>{each * count}</comments>".encode()


EMPTY = '<c s="0"/>'
HEAD = f'<row r="1">{inline("A1", "Informasi")}</row>'
HEAVY: dict[str, Callable[[int], bytes]] = {
    "bom-zip": lambda n: with_parts(xlsx(PLAIN), {SHEET: b" " * n * 50_000}),
    "bom-zip-berukuran-palsu": lambda n: with_wrong_size(
        with_parts(xlsx(PLAIN), {SHEET: b" " * n * 50_000}), SHEET, 1_000
    ),
    "sel-panjang": lambda n: with_sheet(f'<row r="1">{inline("A1", "x" * n * 2_500)}</row>'),
    "sel-tertinggal-jauh-di-bawah": lambda n: with_sheet(
        f'{HEAD}<row r="{n * 250}">{inline(f"L{n * 250}", "x")}</row>'
    ),
    "ods-sel-diulang": lambda n: ods_table(
        f'<table:table-row table:number-rows-repeated="{n * 250}"><table:table-cell '
        f'table:number-columns-repeated="{n * 4}" office:value-type="string"><text:p>x</text:p>'
        "</table:table-cell></table:table-row>"
    ),
    "xls-sel-tertinggal-jauh": lambda n: xls(
        SheetOf([["x"], *([[]] * 15 * n), [*([None] * 255), "x"]])
    ),
    "baris-kosong": lambda n: with_sheet(
        HEAD + "".join(f'<row r="{number}" spans="1:12"/>' for number in range(2, n * 250))
    ),
    "sel-berformat-kosong": lambda n: with_sheet(
        HEAD + "".join(f'<row r="{at}">{EMPTY * 10}</row>' for at in range(2, n * 25))
    ),
    "isi-sampai-batas": lambda n: with_sheet("".join(map(written, range(1, n * 6 // 5 + 1)))),
    "gaya-banyak-warna": lambda n: with_parts(
        xlsx(PLAIN), {"xl/styles.xml": styles(n * 10, '<color rgb="FF112233"/>' * n * 10)}
    ),
    "bentuk-angka-panjang": lambda n: with_parts(
        xlsx(PLAIN), {"xl/styles.xml": styles(1, code="[" * n * 20)}
    ),
    "kolom-tersembunyi": lambda n: with_sheet(
        "".join(map(written, range(1, n + 1)))
        + around("cols", '<col min="500" max="600" hidden="1"/>' * n)
    ),
    "komentar-berulang": lambda n: with_parts(
        xlsx(PLAIN), {OF_SHEET: related(n), "xl/comments9.xml": commented(n)}
    ),
}
"""Files that are heavy to open; at 4,000 they are as heavy as they may become."""


TOO_HEAVY = {
    "bom-zip": "rusak atau tidak utuh",
    "bom-zip-berukuran-palsu": "rusak atau tidak utuh",
    "sel-panjang": "paling banyak memuat 32.767 karakter",
    "ods-sel-diulang": "lebih dari 50.000 sel terisi",
}
"""What is refused, with words that say why; all the others are opened."""


@pytest.mark.long
@pytest.mark.parametrize("name", HEAVY)
def test_opening_a_heavy_file_grows_evenly(name: str) -> None:
    def opening(size: int) -> Work[str]:
        content = HEAVY[name](size)
        return lambda: refusal("a.xlsx", content)

    for said in (opening(250)(), assert_even(opening, 250)):
        assert bool(said) == (name in TOO_HEAVY), said
        assert TOO_HEAVY.get(name, "") in said


def test_a_shared_text_is_put_together_once_for_all_its_cells() -> None:
    def prepare(count: int) -> Work[list[tuple[str, CellLook]]]:
        pieces = "<r><rPr><strike/></rPr><t>a</t></r><r><t>b</t></r>" * count
        strings = SharedStrings("", f'<sst xmlns="{MAIN}"><si>{pieces}</si></sst>'.encode())
        return lambda: [strings.take("0", struck=False, look=CellLook()) for _ in range(count)]

    assert assert_even(prepare, 500)[-1] == ("b" * 2_000, CellLook(struck="a" * 2_000))


@pytest.mark.long
@pytest.mark.skipif(sys.platform != "linux", reason="puncak memori dibaca dari /proc")
@pytest.mark.parametrize("name", HEAVY)
def test_heavy_files_stay_within_300_mb(name: str) -> None:
    done = subprocess.run(
        [sys.executable, "-c", _PEAK], input=HEAVY[name](4_000), capture_output=True, check=True
    )
    assert float(done.stdout) < 300


def table_texts(book: Book) -> list[dict[str, list[str]]]:
    table = found(book, "dik")
    return [
        {name: [cell.text for cell in cells] for name, cells in row.fields.items()}
        for row in table.rows
    ]


SAME = SheetOf(
    [["DAFTAR INFORMASI YANG DIKECUALIKAN"], H, *dik_rows(5), [], [None] * 6 + ["Ditetapkan di X"]],
    merges=("A1:H1",),
)


def test_the_format_makes_no_difference() -> None:
    books = [
        open_workbook("a.xlsx", xlsx(SAME)),
        open_workbook("a.xls", xls(SAME)),
        open_workbook("a.ods", ods(SAME)),
        open_workbook("a.csv", csv_text(SAME.rows).encode()),
    ]
    assert [book.format for book in books] == [Format.XLSX, Format.XLS, Format.ODS, Format.CSV]
    first, *others = map(table_texts, books)
    assert len(first) == 5
    assert others == [first] * 3


def test_the_content_decides_and_not_the_name() -> None:
    assert open_workbook("daftar.xlsx", xls(PLAIN)).format is Format.XLS
    assert open_workbook("daftar.xls", csv_text(PLAIN.rows, ";").encode()).format is Format.CSV
    assert open_workbook("daftar.csv", xlsx(PLAIN)).format is Format.XLSX


def test_a_folder_before_the_name_is_left_out() -> None:
    book = open_workbook("C:\\Users\\seseorang\\dik 2024.csv", csv_text(PLAIN.rows).encode())
    assert book.name == "dik 2024.csv"
    assert book.sheets[0].name == "dik 2024"


DIALECTS = {
    "koma-utf-8": (",", "utf-8", ""),
    "titik-koma-bom": (";", "utf-8-sig", ""),
    "tab-utf-16": ("\t", "utf-16", ""),
    "tab-utf-16-tanpa-bom": ("\t", "utf-16-le", ""),
    "garis-tegak": ("|", "utf-8", ""),
    "titik-koma-cp1252": (";", "cp1252", ""),
    "titik-koma-mac": (";", "mac_roman", ""),
    "sep-disebut": (";", "cp1252", "sep=;\r\n"),
}


@pytest.mark.parametrize("name", DIALECTS)
def test_csv_of_any_dialect(name: str) -> None:
    separator, encoding, before = DIALECTS[name]
    rows = [
        [*row[:4], "Rahasia “pribadi” – terjaga; baris\nkedua, akhir…", *row[5:]]
        for row in dik_rows(6)
    ]
    content = (before + csv_text([H, [], *rows], separator)).encode(encoding)
    found = table_texts(open_workbook("daftar.csv", content))
    assert len(found) == 6
    assert {row["konsekuensi_ditutup"][0] for row in found} == {rows[0][4]}


def test_rows_are_counted_as_a_spreadsheet_program_shows_them() -> None:
    text = 'sep=;\nNo;Informasi\n\n1;"dua\nbaris"\n2;akhir\n'
    cells = open_workbook("a.csv", text.encode()).sheets[0].cells
    assert [(cell.place.cell, cell.text) for cell in cells] == [
        ("A2", "No"), ("B2", "Informasi"), ("A4", "1"), ("B4", "dua\nbaris"), ("A5", "2"),
        ("B5", "akhir"),
    ]  # fmt: skip


def test_macros_and_links_are_noted_and_left_alone() -> None:
    content = with_parts(
        xlsx(PLAIN),
        {"xl/vbaProject.bin": b"x", "xl/externalLinks/externalLink1.xml": b"<externalLink/>"},
    )
    book = open_workbook("a.xlsm", content)
    assert book.macros
    assert book.links_to_files
    assert not open_workbook("a.xlsx", xlsx(PLAIN)).macros


@pytest.mark.parametrize(
    ("value", "code", "text", "stored"),
    [
        (1.0, "General", "1", StoredAs.ANGKA),
        (2024, "0", "2024", StoredAs.ANGKA),
        (1.5, "General", "1,5", StoredAs.ANGKA),
        (0.1 + 0.2, "General", "0,3", StoredAs.ANGKA),
        (1e15, "General", "1000000000000000", StoredAs.ANGKA),
        (0.255, "0.0%", "25,5%", StoredAs.ANGKA),
        (45292, "dd/mm/yyyy", "2024-01-01", StoredAs.TANGGAL),
        (45292, "mmm-yy", "2024-01", StoredAs.TANGGAL),
        (45292, '"tahun "yyyy', "2024", StoredAs.TANGGAL),
        (45292, "[$-421]dd mmmm yyyy", "2024-01-01", StoredAs.TANGGAL),
        (True, "General", "TRUE", StoredAs.LOGIKA),
        ("a\r\nb", "General", "a\nb", StoredAs.TEKS),
    ],
)
def test_values_are_shown_as_a_person_sees_them(
    value: object, code: str, text: str, stored: StoredAs
) -> None:
    book = open_workbook("a.xlsx", xlsx(SheetOf([[value]], formats={"A1": code})))
    (cell,) = book.sheets[0].cells
    assert (cell.text, cell.stored) == (text, stored)


def test_hidden_cells_are_marked_in_every_format() -> None:
    sheet = SheetOf([["a"], ["b"], ["c"]], hidden_rows=(2,))
    for name, write in (("a.xlsx", xlsx), ("a.xls", xls), ("a.ods", ods)):
        cells = open_workbook(name, write(sheet)).sheets[0].cells
        assert [cell.hidden for cell in cells] == [False, True, False], name
    book = open_workbook("a.xlsx", xlsx(PLAIN, SheetOf([["x"]], name="Y", hidden=True)))
    assert [sheet.hidden for sheet in book.sheets] == [False, True]
    assert book.sheets[1].cells[0].hidden


def test_a_list_of_2000_rows_is_read_in_time() -> None:
    def read(count: int) -> Work[HandedTable]:
        content = xlsx(SheetOf([H, *dik_rows(count)]))
        return lambda: found(open_workbook("a.xlsx", content), "dik")

    assert len(assert_even(read, 500).rows) == 2_000


def test_where_there_are_no_processes_old_workbooks_read_the_same(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    content = xls(SAME)
    by_worker = open_workbook("a.xls", content)
    monkeypatch.setattr(sys, "platform", "emscripten")
    monkeypatch.setattr(subprocess, "run", None)
    assert open_workbook("a.xls", content) == by_worker

    def fail(_: bytes) -> bytes:
        raise CalamineError("a record that makes no sense")

    monkeypatch.setattr(calamine_worker, "values_in", fail)
    assert "rusak" in refusal("a.xls", content)
