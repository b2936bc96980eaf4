"""One table of cases: the gate, the intake, the reply and the reader of data answer alike.

Each case is a file, and what is true of it. Whoever opens it must find the same cells hidden, or
refuse it; this is what several readers of the same formats once disagreed about.
"""

import io
import re
import zipfile
from collections.abc import Callable, Mapping
from typing import NamedTuple

import pytest

from ppid.handing_in.earlier_answer import without_our_answer
from ppid.handing_in.model import Intake, Target
from ppid.handing_in.reply.package import BrokenError, open_package, sheets_of
from ppid.handing_in.reply.workbook import reply
from ppid.reading.documents.book import NoWorkbookError
from ppid.reading.documents.inspection import inspect
from ppid.reading.documents.opening import open_workbook
from ppid.reading.files.csv_file import read_csv
from ppid.reading.files.decode import decode
from tests.handing_in.intake.workbooks import SheetOf, archive, csv_text, ods, with_parts, xls, xlsx

NIK = "3204110609970001"
SEEN = SheetOf([["Bulan", "Jumlah"], ["Januari", "dua"], ["Februari", "tiga"]], name="Rekap")
SECRET = SheetOf([["Nama", "Nomor"], ["Karangan", NIK]], name="Rahasia", hidden=True)
BOOK, RELATIONS = "xl/workbook.xml", "xl/_rels/workbook.xml.rels"
FIRST_SHEET = "xl/worksheets/sheet1.xml"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
BINARY = "application/vnd.ms-excel.sheet.binary.macroEnabled.12"
NO_WORK = Intake(Target("dinas-contoh", "dik", 2026), "", (), (), (), (), (), (), 0)


class Hidden(NamedTuple):
    """What is hidden in a file: the cells, and what the gate says of them."""

    cells: frozenset[str] = frozenset()
    said: str = ""


NOTHING = Hidden()
SHEET = Hidden(frozenset({"A1", "B1", "A2", "B2"}), "Lembar “Rahasia” tersembunyi dan berisi 4 sel")
DEEPLY = SHEET._replace(said="Lembar “Rahasia” tersembunyi rapat dan berisi 4 sel")
ROW = Hidden(
    frozenset({"A2", "B2"}),
    "Ada 1 baris tersembunyi yang berisi, mulai baris 2, pada lembar “Rekap”",
)
COLUMN = Hidden(
    frozenset({"B1", "B2", "B3"}), "Ada 1 kolom tersembunyi yang berisi (B) pada lembar “Rekap”"
)


def parts_of(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        return {name: package.read(name) for name in package.namelist()}


def changed(content: bytes, part: str, old: str, new: str) -> bytes:
    """Write a part of a package otherwise; what is to be changed must stand there."""
    written, count = re.subn(old, new, parts_of(content)[part].decode())
    assert count, written
    return with_parts(content, {part: written.encode()})


def renamed(content: bytes, old: str, new: str) -> bytes:
    """Give parts other names, and call them by these wherever they are named."""
    return archive(
        {
            name.replace(old, new): part.replace(old.encode(), new.encode())
            for name, part in parts_of(content).items()
        }
    )


def xlsx_with(state: str = "hidden", target: str = "/xl/worksheets/") -> bytes:
    content = changed(xlsx(SEEN, SECRET), BOOK, 'state="hidden"', f'state="{state}"')
    return changed(content, RELATIONS, 'Target="/xl/worksheets/', f'Target="{target}')


def with_object(kind: str) -> bytes:
    """Put an object into a workbook, so that its type stands in the list of types as well."""
    listed = f'<Override PartName="/xl/embeddings/objek.bin" ContentType="{kind}"/></Types>'
    content = changed(xlsx_with(), "[Content_Types].xml", "</Types>", listed)
    return with_parts(content, {"xl/embeddings/objek.bin": b"isi"})


def row_with(attributes: str) -> bytes:
    return changed(xlsx(SEEN), FIRST_SHEET, '<row r="2"', f'<row r="2" {attributes}')


def column_with(attributes: str) -> bytes:
    column = f'<cols><col min="2" max="2" {attributes}/></cols><sheetData>'
    return changed(xlsx(SEEN), FIRST_SHEET, "<sheetData>", column)


def ods_row(visibility: str) -> bytes:
    hidden = SheetOf(SEEN.rows, name="Rekap", hidden_rows=(2,))
    return changed(
        ods(hidden), "content.xml", 'visibility="collapse"', f'visibility="{visibility}"'
    )


def ods_column() -> bytes:
    columns = '<table:table-column/><table:table-column table:visibility="collapse"/>'
    named = '(<table:table table:name="Rekap">)'
    return changed(ods(SEEN), "content.xml", named, rf"\1{columns}")


def ods_with_other_prefixes() -> bytes:
    content = changed(ods(SEEN, SECRET), "content.xml", "(?<=[ </])table:", "t:")
    return changed(content, "content.xml", "xmlns:table=", "xmlns:t=")


CASES: Mapping[str, tuple[str, Callable[[], bytes], Hidden]] = {
    "lembar": ("a.xlsx", xlsx_with, SHEET),
    "lembar, rapat": ("a.xlsx", lambda: xlsx_with("veryHidden"), DEEPLY),
    "lembar, keadaan tak dikenal": ("a.xlsx", lambda: xlsx_with("lainnya"), SHEET),
    "alamat ./": ("a.xlsx", lambda: xlsx_with(target="./worksheets/"), SHEET),
    "alamat tanpa garis miring": ("a.xlsx", lambda: xlsx_with(target="worksheets/"), SHEET),
    "alamat ../xl": ("a.xlsx", lambda: xlsx_with(target="../xl/worksheets/"), SHEET),
    "alamat memutar": ("a.xlsx", lambda: xlsx_with(target="./a/../worksheets/"), SHEET),
    "buku kerja bernama lain": (
        "a.xlsx",
        lambda: renamed(xlsx_with(), "workbook.xml", "buku.xml"),
        SHEET,
    ),
    "buku kerja di akar": ("a.xlsx", lambda: renamed(xlsx_with(), "xl/", ""), SHEET),
    "bagian dalam UTF-16": (
        "a.xlsx",
        lambda: with_parts(
            xlsx_with(), {BOOK: parts_of(xlsx_with())[BOOK].decode().encode("utf-16")}
        ),
        SHEET,
    ),
    "garis miring terbalik": (
        "a.xlsx",
        lambda: archive({n.replace("/", "\\"): p for n, p in parts_of(xlsx_with()).items()}),
        SHEET,
    ),
    "berisi objek Word": ("a.xlsx", lambda: with_object(WORD), SHEET),
    "berisi objek xlsb": ("a.xlsx", lambda: with_object(BINARY), SHEET),
    "baris": ("a.xlsx", lambda: row_with('hidden="1"'), ROW),
    "baris, true": ("a.xlsx", lambda: row_with('hidden="true"'), ROW),
    "baris, tinggi 0": ("a.xlsx", lambda: row_with('ht="0" customHeight="1"'), ROW),
    "baris, tinggi 0.0": ("a.xlsx", lambda: row_with('ht="0.0"'), ROW),
    "baris biasa": ("a.xlsx", lambda: row_with('ht="15" hidden="0"'), NOTHING),
    "kolom": ("a.xlsx", lambda: column_with('width="9" hidden="1"'), COLUMN),
    "kolom, lebar 0": ("a.xlsx", lambda: column_with('width="0"'), COLUMN),
    "kolom, lebar 0.00": ("a.xlsx", lambda: column_with('width="0.00"'), COLUMN),
    "ods, lembar": ("a.ods", lambda: ods(SEEN, SECRET), SHEET),
    "ods, awalan lain": ("a.ods", ods_with_other_prefixes, SHEET),
    "ods, jenis berspasi": (
        "a.ods",
        lambda: with_parts(
            ods(SEEN, SECRET), {"mimetype": b" application/vnd.oasis.opendocument.spreadsheet\r\n"}
        ),
        SHEET,
    ),
    "ods, baris": ("a.ods", lambda: ods_row("collapse"), ROW),
    "ods, baris tersaring": ("a.ods", lambda: ods_row("filter"), ROW),
    "ods, kolom": ("a.ods", ods_column, COLUMN),
    "xls, lembar": ("a.xls", lambda: xls(SEEN, SECRET), SHEET),
    "xls, baris": ("a.xls", lambda: xls(SheetOf(SEEN.rows, name="Rekap", hidden_rows=(2,))), ROW),
    "tidak ada": ("a.xlsx", lambda: xlsx(SEEN), NOTHING),
}


def hidden_cells(name: str, content: bytes) -> set[str]:
    sheets = without_our_answer(open_workbook(name, content)).sheets
    return {cell.place.cell for sheet in sheets for cell in sheet.cells if cell.hidden}


@pytest.mark.parametrize("case", CASES)
def test_the_same_is_hidden_for_all(case: str) -> None:
    name, made, hidden = CASES[case]
    content = made()
    said = [r.message for r in inspect(name, content).remarks if r.kind.value == "tersembunyi"]
    assert said == [hidden.said] * bool(hidden.said)
    assert hidden_cells(name, content) == hidden.cells
    answer = reply(name, content, NO_WORK)
    if name == "a.xlsx" or hidden in {SHEET, DEEPLY}:  # what is written anew shows all rows
        assert hidden_cells("a.xlsx", answer) == hidden.cells
    if name == "a.xlsx":
        found = [sheet.name for sheet in open_workbook(name, content).sheets]
        assert [sheet.name for sheet in sheets_of(open_package(content))] == found


def with_flag_of_a_password(content: bytes) -> bytes:
    """Say in the directory of an archive that its first member is locked."""
    at = content.index(b"PK\x01\x02") + 8
    return content[:at] + bytes([content[at] | 1]) + content[at + 1 :]


def with_smaller_size(content: bytes, part: str) -> bytes:
    """Let the directory of an archive claim that a part has ten bytes."""
    at = content.index(part.encode(), content.index(b"PK\x01\x02")) - 46 + 24
    return content[:at] + (10).to_bytes(4, "little") + content[at + 4 :]


LAUGHS = b'<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><worksheet>&b;</worksheet>'
REFUSED: Mapping[str, tuple[Callable[[], bytes], str]] = {
    "kata sandi": (lambda: with_flag_of_a_password(xlsx(SEEN)), "terkunci kata sandi"),
    "terpotong": (lambda: xlsx(SEEN)[:-300], "rusak"),
    "bukan lembar": (lambda: with_parts(xlsx(SEEN), {FIRST_SHEET: b"<worksheet>"}), "rusak"),
    "entitas": (lambda: with_parts(xlsx(SEEN), {FIRST_SHEET: LAUGHS}), "berbahaya"),
    "lembar tanpa bagian": (
        lambda: changed(xlsx(SEEN), RELATIONS, "sheet1.xml", "sheet9.xml"),
        "rusak",
    ),
    "bom": (lambda: with_parts(xlsx(SEEN), {FIRST_SHEET: b" " * 250_000_000}), "terlalu besar"),
    "bom berukuran palsu": (
        lambda: with_smaller_size(
            with_parts(xlsx(SEEN), {FIRST_SHEET: b" " * 250_000_000}), FIRST_SHEET
        ),
        "rusak",
    ),
    "terlalu banyak bagian": (
        lambda: with_parts(xlsx(SEEN), {f"xl/media/{n}.txt": b"" for n in range(6_000)}),
        "terlalu banyak",
    ),
}


def read_all_sheets(content: bytes) -> None:
    package = open_package(content)
    for sheet in sheets_of(package):
        package.read(sheet.part)


@pytest.mark.parametrize("case", REFUSED)
def test_the_same_is_refused_by_all(case: str) -> None:
    made, said = REFUSED[case]
    content = made()
    messages = [r.message for r in inspect("a.xlsx", content).remarks]
    assert any(said in message for message in messages), messages
    with pytest.raises(NoWorkbookError):
        open_workbook("a.xlsx", content)
    with pytest.raises(BrokenError):
        read_all_sheets(content)


TABLE = [["nama", "nomor"], ["Karangan; “satu”", NIK], ["Contoh", "dua"]]
TEXTS: Mapping[str, bytes] = {
    "koma": csv_text(TABLE).encode(),
    "titik koma": csv_text(TABLE, ";").encode(),
    "tab": csv_text(TABLE, "\t").encode(),
    "garis tegak": csv_text(TABLE, "|").encode(),
    "sep= dengan garis tegak": b"sep=|\r\n" + csv_text(TABLE, "|").encode(),
    "UTF-8 dengan BOM": csv_text(TABLE).encode("utf-8-sig"),
    "UTF-16": csv_text(TABLE).encode("utf-16"),
    "UTF-16 LE tanpa BOM": csv_text(TABLE, ";").encode("utf-16-le"),
    "UTF-16 BE tanpa BOM": csv_text(TABLE, "\t").encode("utf-16-be"),
    "Windows-1252": csv_text(TABLE, ";").encode("cp1252"),
}


@pytest.mark.parametrize("case", TEXTS)
def test_a_table_of_text_is_the_same_for_all(case: str) -> None:
    content = TEXTS[case]
    row = 3 if case.startswith("sep=") else 2
    assert [trace.place for trace in inspect("a.csv", content).traces] == [f"sel B{row}"]
    (sheet,) = open_workbook("a.csv", content).sheets
    assert [cell.text for cell in sheet.cells] == [text for record in TABLE for text in record]
    assert {cell.place.cell for cell in sheet.cells if cell.text == NIK} == {f"B{row}"}
    source, _ = decode("data/a.csv", content)
    assert source is not None
    table, _ = read_csv(source, TABLE[0])
    assert table is not None
    assert [cells for _, cells in table.rows()] == TABLE[1:]
