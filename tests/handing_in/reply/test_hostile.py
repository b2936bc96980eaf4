import random
import tracemalloc
from collections.abc import Iterator
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook

from ppid.diagnostics.diagnostic import Severity
from ppid.handing_in.model import CellRemark
from ppid.handing_in.reply import package as reply_package
from ppid.handing_in.reply.comments import add_boxes, anchored
from ppid.handing_in.reply.entries import Level, ReplyEntry
from ppid.handing_in.reply.package import MAIN, BrokenError, open_package, parse, sheets_of
from ppid.handing_in.reply.questions import read_answers
from ppid.handing_in.reply.workbook import MOST_BYTES, reply
from ppid.reading.documents import package as reading_package
from ppid.reading.documents.book import CellPlace
from ppid.reading.documents.package import Relation, ZipPackage, relations_in
from tests.growth import Work, assert_even
from tests.handing_in.reply.handed import CLASH, QUESTION, SHEET, TARGET, finding, intake, workbook
from tests.handing_in.reply.workbooks import ORDINARY, made

BOMB = (
    b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">'
    b'<!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><x>&b;</x>'
)
OUTSIDE = b'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/hostname">]><x>&a;</x>'


def with_part(content: bytes, name: str, part: bytes | None) -> bytes:
    """Add a part to a workbook, or take one away."""
    stream = BytesIO()
    with ZipFile(BytesIO(content)) as old, ZipFile(stream, "w", ZIP_DEFLATED) as new:
        for member in old.namelist():
            if member != name:
                new.writestr(member, old.read(member))
        if part is not None:
            new.writestr(name, part)
    return stream.getvalue()


def lines(content: bytes) -> str:
    sheet = load_workbook(BytesIO(content))["Perbaikan"]
    return "\n".join(str(row[0]) for row in sheet.iter_rows(values_only=True))


PARTS = (
    "[Content_Types].xml",
    "_rels/.rels",
    "xl/workbook.xml",
    "xl/_rels/workbook.xml.rels",
    "xl/styles.xml",
    "xl/worksheets/sheet1.xml",
    "xl/worksheets/_rels/sheet1.xml.rels",
    "xl/comments/comment1.xml",
    "xl/drawings/commentsDrawing1.vml",
)


@pytest.mark.parametrize("garbage", [None, b"", b"<a>", b"\0\1\2", BOMB, OUTSIDE, b"<x/>"])
@pytest.mark.parametrize("part", PARTS)
def test_a_damaged_part_still_gives_a_reply(part: str, garbage: bytes | None):
    content = with_part(made("komentar"), part, garbage)
    out = reply(
        "daftar.xlsx", content, intake(questions=(QUESTION, CLASH), findings=[finding("D7")])
    )
    assert "12 dari 14 baris siap" in lines(out)


@pytest.mark.parametrize("part", PARTS[2:7])
def test_a_workbook_written_anew_says_so(part: str):
    out = reply("daftar.xlsx", with_part(made("komentar"), part, b"<a>"), intake())
    assert "Susunan berkas semula tidak utuh" in lines(out)
    assert "Jawaban ini buku kerja .xlsx baru" in lines(out)


@pytest.mark.parametrize("content", [b"", b"PK", b"PK\x03\x04 rusak", b"\xd0\xcf\x11\xe0", b"%PDF"])
@pytest.mark.parametrize("name", ["daftar.xlsx", "daftar.xls", "daftar.ods", "daftar.csv", "x"])
def test_a_file_that_nobody_can_read_still_gives_the_list(name: str, content: bytes):
    assert "sel perlu diperbaiki" in lines(reply(name, content, intake()))


def test_a_csv_comes_back_as_a_workbook_with_its_values():
    rows = "No;Informasi;Mulai\r\n1;Naskah rencana;2025-04-03\r\n2;=1+1;3,5\r\n"
    name = "daftar informasi yang dikecualikan dinas [2026].csv"
    found = intake(remarks=(CellRemark(CellPlace(name[:-4], 2, 2), Severity.GALAT, "Keliru."),))
    out = reply(name, rows.encode(), found)
    book = load_workbook(BytesIO(out))
    sheet = book.worksheets[0]
    assert [cell.value for cell in sheet[1]] == ["No", "Informasi", "Mulai"]
    assert sheet["B3"].value == "=1+1"
    assert sheet["B3"].data_type == "s" or sheet["B3"].quotePrefix
    assert "Jawaban ini buku kerja .xlsx baru" in lines(out)


def test_an_entity_is_never_looked_up():
    for text in (BOMB, OUTSIDE):
        with pytest.raises(BrokenError):
            parse(text)


def test_a_bomb_is_not_unpacked():
    stream = BytesIO()
    with ZipFile(stream, "w", ZIP_DEFLATED) as archive:
        for number in range(3):
            archive.writestr(f"xl/{number}.xml", b"\0" * 80_000_000)
    with pytest.raises(BrokenError):
        open_package(stream.getvalue())


@pytest.mark.long
def test_a_reply_is_never_larger_than_its_bound():
    noise = random.Random(1).randbytes(MOST_BYTES + 1_000)  # noqa: S311 — not for secrets
    content = with_part(made("gambar"), "xl/media/image1.png", noise)
    out = reply("daftar.xlsx", content, intake())
    assert len(out) < 100_000
    assert "terlalu besar untuk dikirim kembali seutuhnya" in lines(out)


@pytest.mark.parametrize("name", ORDINARY)
def test_every_truncated_workbook_gives_a_reply(name: str):
    content = made(name)
    assert reply("daftar.xlsx", content[: len(content) // 2], intake())


@pytest.mark.long
@given(st.binary(max_size=300))
def test_any_bytes_give_a_reply_and_no_answers(content: bytes):
    assert reply("daftar.xlsx", content, intake())
    assert read_answers(content, TARGET) == {}


@pytest.mark.long
@given(st.integers(0, 6_000), st.integers(0, 255))
def test_a_changed_byte_never_makes_it_fail(at: int, byte: int):
    content = bytearray(workbook())
    content[at % len(content)] = byte
    assert reply("daftar.xlsx", bytes(content), intake())


@pytest.mark.long
@given(st.text(max_size=60))
def test_any_words_can_be_said(words: str):
    remark = CellRemark(CellPlace(SHEET, 5, 4), Severity.GALAT, words, words, words, words)
    out = reply("daftar.xlsx", workbook(), intake(remarks=(remark,)))
    assert load_workbook(BytesIO(out))["Perbaikan"]["I5"].value == "Galat"


def test_places_that_lie_nowhere_do_no_harm():
    remarks = (
        CellRemark(CellPlace("Lembar lain", 3, 3), Severity.GALAT, "Keliru."),
        CellRemark(CellPlace(SHEET, 1_048_576, 16_384), Severity.GALAT, "Jauh sekali."),
    )
    out = reply("daftar.xlsx", workbook(), intake(remarks=remarks))
    assert "2 sel perlu diperbaiki" in lines(out)


XML_2003 = (
    '<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>'
    '<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"'
    ' xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="Daftar"><Table>'
    "{rows}</Table></Worksheet></Workbook>"
)


@pytest.mark.parametrize(
    ("rows", "down", "across", "last"),
    [
        (1, 1_048_575, 16_383, "A1:XFD1048576"),
        (2, 1_048_575, 16_383, "A2:XFD1048576"),  # reaches beyond the last row
        (500, 0, 1, "A500:B500"),
    ],
)
def test_what_is_merged_costs_nothing_by_its_size(rows: int, down: int, across: int, last: str):
    """A cell merged over a whole sheet, in a file of half a kilobyte, once took all memory."""
    cell = f'<Cell ss:MergeDown="{down}" ss:MergeAcross="{across}"><Data ss:Type="String">a</Data>'
    content = XML_2003.format(rows=f"<Row>{cell}</Cell></Row>" * rows).encode()
    reply("daftar.xls", content, intake())
    tracemalloc.start()
    try:
        out = reply("daftar.xls", content, intake())
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert peak < 20_000_000
    sheet = ZipFile(BytesIO(out)).read("xl/worksheets/sheet1.xml").decode()
    assert sheet.count("<mergeCell ") == rows
    assert f'ref="{last}"' in sheet


def test_merged_areas_over_each_other_are_not_gone_through_without_bound():
    entry = ReplyEntry(Level.SARAN, None, "Judul", "a", "Periksa.")

    def prepare(count: int) -> Work[object]:
        areas = "".join(f'<mergeCell ref="A2:L{count + n}"/>' for n in range(count))
        sheet = parse(
            f'<worksheet xmlns="{MAIN}"><mergeCells>{areas}</mergeCells></worksheet>'.encode()
        )
        cells = {
            CellPlace("a", row, column): [entry] for row in range(2, count) for column in (2, 3)
        }
        return lambda: anchored(sheet, cells)

    assert assert_even(prepare, 150)


def test_the_columns_of_a_sheet_are_looked_up_once_for_all_boxes():
    def prepare(count: int) -> Work[object]:
        columns = "".join(
            f'<col min="{n}" max="{n}" width="0.1"/>' for n in range(500, 500 + count)
        )
        sheet = parse(f'<worksheet xmlns="{MAIN}"><cols>{columns}</cols></worksheet>'.encode())
        texts = {CellPlace("a", row, 2): "Periksa." for row in range(2, count)}
        return lambda: add_boxes(b"", sheet, texts)

    assert assert_even(prepare, 500)


def test_relationships_are_read_once_however_many_are_added(monkeypatch: pytest.MonkeyPatch):
    read: list[str] = []

    def counted(content: bytes, owner: str) -> Iterator[Relation]:
        read.append(owner)
        return relations_in(content, owner)

    monkeypatch.setattr(reply_package, "relations_in", counted)
    monkeypatch.setattr(reading_package, "relations_in", counted)
    content = made("gambar")
    edited = open_package(content)
    sheet = sheets_of(edited)[0].part
    first = edited.relate(sheet, "comments", "xl/a.xml")
    second = edited.relate(sheet, "vmlDrawing", "xl/b.vml")
    edited.unrelate(sheet, {first})
    told = {each.id: each for each in edited.relations(sheet)}
    assert first not in told
    assert told[second] == Relation(second, "vmlDrawing", "xl/b.vml", external=False)
    assert read.count(sheet) == 1
    written = ZipPackage(edited.to_bytes())
    assert told[second] in written.related(sheet)  # as it stands in the file
    read.clear()
    for _ in range(3):
        assert list(written.related(sheet))
        written.links(sheet)
    assert len(read) <= 1
