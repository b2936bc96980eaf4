from collections.abc import Callable
from dataclasses import replace
from datetime import date
from io import BytesIO

import pytest
from openpyxl import Workbook, load_workbook

from ppid.diagnostics.diagnostic import Severity
from ppid.handing_in.earlier_answer import STAMP, is_ours, without_our_answer
from ppid.handing_in.intake.first_check import with_remarks
from ppid.handing_in.merging.merge import is_conflict_key
from ppid.handing_in.model import CellRemark, Question, Reading, Unused
from ppid.handing_in.reply.comments import comment_of
from ppid.handing_in.reply.entries import by_cell, entries_of
from ppid.handing_in.reply.package import open_package, sheets_of, tag
from ppid.handing_in.reply.questions import read_answers
from ppid.handing_in.reply.workbook import reply
from ppid.reading.documents.book import CellPlace, FilledCell
from ppid.reading.documents.opening import open_workbook
from tests.growth import assert_even
from tests.handing_in.reply.handed import (
    CLASH,
    FIRST,
    QUESTION,
    RED,
    REPAIR,
    SHEET,
    TARGET,
    WARNING,
    finding,
    intake,
    workbook,
)
from tests.handing_in.reply.workbooks import ORDINARY, made

NIK = "3275012503900001"
NAME = "daftar.xlsx"


def opened(content: bytes) -> Workbook:
    return load_workbook(BytesIO(content))


def texts(content: bytes, sheet: str = "Perbaikan") -> list[list[object]]:
    return [list(row) for row in opened(content)[sheet].iter_rows(values_only=True)]


def rewritten(content: bytes, change: Callable[[Workbook], None]) -> bytes:
    """Save a workbook again with another program, as a clerk does."""
    book = opened(content)
    change(book)
    stream = BytesIO()
    book.save(stream)
    return stream.getvalue()


def test_the_first_line_says_how_the_list_stands():
    rows = texts(
        reply(NAME, workbook(), intake(questions=(QUESTION, CLASH), findings=[finding("D7")]))
    )
    assert rows[0][0] == (
        "12 dari 14 baris siap; 1 baris menunggu jawaban; 1 baris perlu diperbaiki; "
        "1 sel perlu diperbaiki; 1 pertanyaan menunggu jawaban; 1 bentrokan menunggu pilihan."
    )
    assert rows[1][0].startswith(STAMP)


def test_a_list_without_findings_is_called_good():
    out = reply(NAME, workbook(), intake(remarks=(), questions=(), repairs=()))
    assert texts(out)[0][0] == "Semua 14 baris siap."
    assert texts(out)[4][5] == "Tidak ada yang perlu diperbaiki."
    assert opened(out).sheetnames == [SHEET, "Perbaikan", "Perbaikan - Tidak dipakai"]


def test_a_list_without_rows_is_not_called_good():
    out = reply(NAME, workbook(rows=0), intake(rows=0, remarks=(), questions=(), repairs=()))
    assert texts(out)[0][0] == "Belum ada baris daftar yang terbaca."


def test_every_remark_has_a_line_with_what_where_how_and_example():
    rows = texts(reply(NAME, workbook(), intake()))
    assert rows[3] == [
        *("No", "Lembar", "Sel", "Kolom", "Tertulis", "Apa yang salah", "Cara memperbaiki"),
        *("Contoh", "Tingkat", "Aturan"),
    ]
    assert rows[4] == [
        *(1, SHEET, "D5", "Jangka waktu", "Tidak terbatas", RED.message, RED.advice),
        *("5 tahun", "Galat", "DIK-004"),
    ]
    assert [row[8] for row in rows[4:7]] == ["Galat", "Pertanyaan", "Peringatan"]


def test_lines_lead_to_their_cells():
    sheet = opened(reply(NAME, workbook(), intake()))["Perbaikan"]
    assert sheet["C5"].hyperlink.location == f"'{SHEET}'!D5"
    assert sheet["A3"].hyperlink.location == "'Perbaikan - Pertanyaan'!A1"


def test_cells_get_colour_and_a_comment_by_ppid_only():
    out = reply(NAME, workbook(), intake(findings=[finding("D7")]))
    sheet = opened(out)[SHEET]
    package = open_package(out)
    root = package.read(sheets_of(package)[0].part)
    formats = root.findall(tag("conditionalFormatting"))
    assert {each.get("sqref") for each in formats} == {"D5", "E5", "B6 D9"}
    assert {each.text for each in root.iter(tag("formula"))} == {'N("PPID")=0'}
    comments = {c.coordinate: c.comment for row in sheet for c in row if c.comment}
    assert set(comments) == {"D5", "E5", "B6", "D9"}
    assert {comment.author for comment in comments.values()} == {"PPID"}
    assert comments["D5"].text == (
        "PPID: perlu diperbaiki\n\n“Tidak terbatas” tidak boleh untuk alasan Pasal 17 huruf a.\n"
        "Tulis jangka waktu.\nContoh: 5 tahun"
    )


def test_a_finding_of_the_project_reaches_the_cell_of_the_clerk():
    out = reply(NAME, workbook(), intake(remarks=(), questions=(), findings=[finding("D3")]))
    assert texts(out)[4][2:6] == [
        "D5",
        "Jangka waktu",
        "Tidak terbatas",
        "Jangka waktunya tidak jelas.",
    ]


@pytest.mark.parametrize(
    ("cell", "place"),
    [("A2", "A4"), ("F3", "A5"), ("ZZ3", "A5"), ("D999", "seluruh daftar"), ("", "seluruh daftar")],
)
def test_a_finding_without_a_cell_of_its_own_goes_to_its_row_or_to_the_list(cell: str, place: str):
    out = reply(NAME, workbook(), intake(remarks=(), questions=(), findings=[finding(cell)]))
    assert texts(out)[4][2] == place


def test_a_finding_about_an_empty_value_goes_below_the_heading_of_its_column():
    found = intake(remarks=(), questions=())
    rows = list(found.rows)
    rows[1] = type(rows[1])(
        {**rows[1].values, "mulai": ""},
        {name: places for name, places in rows[1].places.items() if name != "mulai"},
    )
    changed = replace(found, rows=tuple(rows))
    out = reply(NAME, workbook(), with_remarks(changed, [finding("E3")]))
    assert texts(out)[4][2] == "E5"


def test_a_finding_is_left_out_where_a_question_decides():
    rows = texts(
        reply(NAME, workbook(), intake(findings=[finding("E3", "Tanggalnya tidak terbaca.")]))
    )
    assert not any("Tanggalnya tidak terbaca." in row for row in rows)


def test_repairs_and_unused_cells_have_sheets_of_their_own():
    out = reply(NAME, workbook(), intake())
    assert texts(out, "Perbaikan - Dirapikan")[4] == [
        *(1, SHEET, "C4", "Dasar hukum", REPAIR.before, REPAIR.after, REPAIR.reason),
        "Sudah dirapikan",
    ]
    assert texts(out, "Perbaikan - Tidak dipakai")[4] == [1, "Judul di atas tabel.", 1, SHEET, "A1"]


def test_questions_show_their_readings_side_by_side_and_offer_letters():
    sheet = opened(reply(NAME, workbook(), intake()))["Perbaikan - Pertanyaan"]
    assert [cell.value for cell in sheet[4]][7:10] == ["Pilihan A", "Pilihan B", "Jawaban"]
    assert [cell.value for cell in sheet[5]][7:10] == [
        "2025-04-03 – 3 April 2025",
        "2025-03-04 – 4 Maret 2025",
        None,
    ]
    (offer,) = sheet.data_validations.dataValidation
    assert (offer.formula1, str(offer.sqref)) == ('"A,B"', "J5")


@pytest.mark.parametrize("said", ["B", "b", " b. ", "B)"])
def test_a_chosen_letter_is_an_answer(said: str):
    def choose(book: Workbook) -> None:
        book["Perbaikan - Pertanyaan"]["J5"] = said
        book["Perbaikan - Bentrokan"]["K5"] = "A"

    out = rewritten(reply(NAME, workbook(), intake(questions=(QUESTION, CLASH))), choose)
    assert read_answers(out, TARGET) == {QUESTION.key: "2025-03-04", CLASH.key: "tersimpan"}


@pytest.mark.parametrize(
    ("said", "answer"),
    [("C", "C"), (" 3 April 2025", "3 April 2025"), (5, "5"), (date(2025, 4, 3), "2025-04-03")],
)
def test_an_answer_may_be_in_words_of_ones_own(said: object, answer: str):
    def choose(book: Workbook) -> None:
        book["Perbaikan - Pertanyaan"]["J5"] = said

    out = rewritten(reply(NAME, workbook(), intake()), choose)
    assert read_answers(out, TARGET) == {QUESTION.key: answer}


def test_an_answer_about_another_list_of_the_workbook_is_none():
    def choose(book: Workbook) -> None:
        book["Perbaikan - Pertanyaan"]["J5"] = "B"

    out = rewritten(reply(NAME, workbook(), intake()), choose)
    assert read_answers(out, TARGET)
    for other in (replace(TARGET, jenis="dip"), replace(TARGET, tahun=2025)):
        assert read_answers(out, other) == {}


@pytest.mark.parametrize("said", [None, "", "  "])
def test_an_empty_box_is_no_answer(said: object):
    def choose(book: Workbook) -> None:
        book["Perbaikan - Pertanyaan"]["J5"] = said

    assert read_answers(rewritten(reply(NAME, workbook(), intake()), choose), TARGET) == {}


def test_a_question_without_readings_is_asked_and_answered_in_words():
    asked = Question("penetapan.tempat", CellPlace(SHEET, 3, 1), "", "Di mana ditetapkan?", ())

    def choose(book: Workbook) -> None:
        assert not book["Perbaikan - Pertanyaan"].data_validations.dataValidation
        book["Perbaikan - Pertanyaan"]["H5"] = "Bekasi"

    out = rewritten(reply(NAME, workbook(), intake(questions=(asked,))), choose)
    assert read_answers(out, TARGET) == {"penetapan.tempat": "Bekasi"}


def test_a_question_about_several_cells_marks_all_and_is_listed_once():
    places = tuple(CellPlace(SHEET, row, 5) for row in range(5, 9))
    asked = replace(QUESTION, places=places)
    out = reply(NAME, workbook(), intake(remarks=(), questions=(asked,)))
    package = open_package(out)
    root = package.read(sheets_of(package)[0].part)
    assert root.find(tag("conditionalFormatting")).get("sqref") == "E5 E6 E7 E8"
    assert texts(out)[4][5].endswith("(berlaku juga untuk 3 sel lain)")
    assert texts(out)[0][0].startswith("10 dari 14 baris siap; 4 baris menunggu jawaban; ")


def test_conflicts_show_what_was_what_is_there_and_what_is_here():
    out = reply(NAME, workbook(), intake(questions=(CLASH,)))
    rows = texts(out, "Perbaikan - Bentrokan")
    assert rows[0][0] == "1 isian berubah di berkas ini dan di daftar tersimpan."
    assert rows[4][3:10] == [
        "DIK-06",
        "Informasi",
        "di berkas",
        "Informasi diubah di berkas ini dan juga di daftar yang tersimpan",
        "pakai isi yang tersimpan: “di situs”",
        "pakai isi berkas: “di berkas”",
        "kembali ke isi semula: “lama”",
    ]
    assert is_conflict_key(CLASH.key)
    assert not is_conflict_key(QUESTION.key)


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", b"a;b", made("nama lembar terpakai")])
def test_a_file_without_our_sheet_holds_no_answers(content: bytes):
    assert read_answers(content, TARGET) == {}


def test_broken_keys_are_no_answers():
    def choose(book: Workbook) -> None:
        sheet = book["Perbaikan - Pertanyaan"]
        sheet["J5"] = "A"
        sheet["K5"] = '{"kunci": 1, "pilihan": ["x"]}'

    assert read_answers(rewritten(reply(NAME, workbook(), intake()), choose), TARGET) == {}


def test_a_question_with_many_readings_shows_all():
    readings = tuple(Reading(str(n), f"arti {n}") for n in range(30))
    asked = Question("k", CellPlace(SHEET, 5, 5), "x", "Yang mana?", readings)
    out = reply(NAME, workbook(), intake(questions=(asked,)))
    heads = texts(out, "Perbaikan - Pertanyaan")[3]
    assert heads[7] == "Pilihan A"
    assert heads[32] == "Pilihan Z"


@pytest.mark.parametrize("name", ORDINARY)
def test_an_answer_to_an_answer_replaces_the_first(name: str):
    first = reply(NAME, made(name), intake(questions=(QUESTION, CLASH), findings=[finding("D7")]))
    second = reply(NAME, first, intake(questions=(QUESTION, CLASH), findings=[finding("D7")]))
    one, two = open_package(first), open_package(second)
    assert [s.name for s in sheets_of(two)] == [s.name for s in sheets_of(one)]
    sheet = sheets_of(one)[0].part
    comments = [
        {c.coordinate: c.comment.text for row in opened(content)[SHEET] for c in row if c.comment}
        for content in (first, second)
    ]
    assert comments[0] == comments[1]
    for element in ("conditionalFormatting", "legacyDrawing"):
        assert len(one.read(sheet).findall(tag(element))) == len(
            two.read(sheet).findall(tag(element))
        )
    assert len(open_package(first).parts) == len(open_package(second).parts)
    boxes = [next(p.related(sheet, "vmlDrawing")) for p in (one, two)]
    assert one.parts[boxes[0]].count(b"ClientData") == two.parts[boxes[1]].count(b"ClientData")


def test_the_box_of_a_comment_names_its_cell_as_programs_do():
    package = open_package(reply(NAME, made("polos"), intake(remarks=(RED,), questions=())))
    part = next(package.related(sheets_of(package)[0].part, "vmlDrawing"))
    row, column = RED.place.row - 1, RED.place.column - 1
    assert f"<x:Row>{row}</x:Row><x:Column>{column}</x:Column>".encode() in package.parts[part]


@pytest.mark.parametrize("name", ["polos", "komentar", "format bersyarat", "nama"])
def test_an_answer_that_another_program_saved_is_replaced_too(name: str):
    def move(book: Workbook) -> None:
        book.move_sheet("Perbaikan", -len(book.sheetnames))

    first = rewritten(reply(NAME, made(name), intake()), move)
    second = reply(NAME, first, intake(remarks=(RED,), questions=()))
    book = opened(second)
    assert sorted(n for n in book.sheetnames if n.startswith("Perbaikan")) == [
        "Perbaikan",
        "Perbaikan - Dirapikan",
        "Perbaikan - Tidak dipakai",
    ]
    found = {c.coordinate: c.comment.text for row in book[SHEET] for c in row if c.comment}
    assert sum(text.count("PPID: ") for text in found.values()) == 1
    assert "E5" not in found


def test_what_a_clerk_wrote_in_a_comment_stays():
    out = reply(NAME, made("komentar"), intake())
    found = {c.coordinate: c.comment for row in opened(out)[SHEET] for c in row if c.comment}
    assert found["A9"].text == "Nomor lama."
    assert found["A9"].author == "Staf"
    assert found["D5"].text.startswith("Sudah ditanyakan.\n\nPPID: perlu diperbaiki")
    mended = reply(NAME, out, intake(remarks=(), questions=()))
    found = {c.coordinate: c.comment for row in opened(mended)[SHEET] for c in row if c.comment}
    assert {cell: comment.text for cell, comment in found.items()} == {
        "A9": "Nomor lama.",
        "D5": "Sudah ditanyakan.",
    }


def test_a_conversation_is_left_alone_but_listed():
    out = reply(NAME, made("percakapan"), intake())
    assert opened(out)[SHEET]["D5"].comment.text == "Sudah ditanyakan."
    assert texts(out)[4][2] == "D5"


def test_a_name_that_is_taken_is_not_taken_away():
    out = reply(NAME, made("nama lembar terpakai"), intake())
    book = opened(out)
    assert book["perbaikan"]["A1"].value == "Catatan kami sendiri"
    assert "Perbaikan (2)" in book.sheetnames
    assert is_ours("Perbaikan (2)", [row[0] for row in texts(out, "Perbaikan (2)")[:4] if row[0]])


def test_personal_data_is_not_repeated():
    remark = CellRemark(
        CellPlace(SHEET, 5, 4), Severity.GALAT, f"Ada NIK {NIK} di sini.", f"Hapus {NIK}.", NIK
    )
    unused = Unused(FilledCell(CellPlace(SHEET, 20, 1), NIK), f"Catatan {NIK}")
    asked = Question("k", CellPlace(SHEET, 20, 1), NIK, f"Apa arti {NIK}?", (Reading("-", NIK),))
    found = intake(remarks=(remark,), questions=(asked,))
    changed = replace(found, unused=(unused,))
    package = open_package(
        reply(NAME, workbook(), with_remarks(changed, [finding("D3", f"NIK {NIK}")]))
    )
    assert not [part for part, content in package.parts.items() if NIK.encode() in content]


def test_texts_that_look_like_formulas_stay_texts():
    remark = CellRemark(CellPlace(SHEET, 5, 4), Severity.GALAT, "=HYPERLINK(1)", "+1", "@x")
    package = open_package(reply(NAME, workbook(), intake(remarks=(remark,))))
    for sheet in sheets_of(package)[1:]:
        assert not list(package.read(sheet.part).iter(tag("f")))
    assert b'quotePrefix="1"' in package.parts["xl/styles.xml"]


def test_invisible_and_forbidden_characters_are_shown():
    remark = CellRemark(
        CellPlace(SHEET, 5, 4), Severity.GALAT, "a\x00b\u202ec\ufffe\ud800", "\x1b[31m"
    )
    rows = texts(reply(NAME, workbook(), intake(remarks=(remark,))))
    assert rows[4][5] == "a␀b⟨U+202E⟩c⟨U+FFFE⟩⟨U+D800⟩"


def test_a_long_comment_is_cut_and_points_to_the_list():
    remark = CellRemark(CellPlace(SHEET, 5, 4), Severity.GALAT, "kata " * 5_000)
    out = reply(NAME, workbook(), intake(remarks=(remark,)))
    comment = opened(out)[SHEET]["D5"].comment.text
    assert len(comment) < 1_100
    assert comment.endswith("… (lihat lembar “Perbaikan”)")
    assert len(texts(out)[4][5]) <= 2_000


def test_a_cell_inside_a_merged_one_is_marked_where_it_can_be_seen():
    inside = CellRemark(CellPlace(SHEET, 6, 2), Severity.GALAT, "Judulnya sama.")
    out = reply(NAME, made("sel gabungan"), intake(remarks=(inside,)))
    package = open_package(out)
    root = package.read(sheets_of(package)[0].part)
    assert root.find(tag("conditionalFormatting")).get("sqref") == "B5"
    assert "Judulnya sama." in opened(out)[SHEET]["B5"].comment.text


def test_several_findings_of_a_cell_share_one_comment():
    other = CellRemark(RED.place, Severity.SARAN, "Huruf kapital.", "Tulis huruf kecil.")
    out = reply(NAME, workbook(), intake(remarks=(other, RED)))
    text = opened(out)[SHEET]["D5"].comment.text
    assert text.index(RED.message) < text.index(other.message)
    assert text.count("PPID: ") == 1


def test_the_comment_of_a_cell_is_headed_by_its_gravest_finding():
    entries = by_cell(entries_of(intake(remarks=(RED,))))
    assert comment_of(entries[RED.place]).startswith("PPID: perlu diperbaiki")
    assert comment_of(entries[QUESTION.place]).startswith("PPID: perlu jawaban")


def test_the_same_arguments_give_the_same_bytes():
    content, found = workbook(), intake(questions=(QUESTION, CLASH))
    one, two = (reply(NAME, content, with_remarks(found, [finding("D7")])) for _ in range(2))
    assert one == two


def test_a_workbook_written_anew_holds_no_hour():
    package = open_package(reply("daftar.ods", workbook(), intake()))
    assert not [part for part in package.parts if part.startswith("docProps")]


def test_two_thousand_rows_with_five_hundred_remarks_are_quick():
    def answer(rows: int) -> Callable[[], bytes]:
        remarks = tuple(
            CellRemark(
                CellPlace(SHEET, FIRST + n * 4, 4),
                Severity.GALAT,
                f"Keliru {n}",
                "Perbaiki.",
                "5 tahun",
            )
            for n in range(rows // 4)
        )
        content, found = workbook(rows=rows), intake(rows, remarks, ())
        return lambda: reply(NAME, content, found)

    out = assert_even(answer, 500)
    assert texts(out)[0][0] == (
        "1.500 dari 2.000 baris siap; 500 baris perlu diperbaiki; 500 sel perlu diperbaiki."
    )


def test_comments_are_bounded_and_the_rest_is_said():
    remarks = tuple(
        CellRemark(CellPlace(SHEET, FIRST + n, c), Severity.PERINGATAN, "Periksa.")
        for n in range(1_500)
        for c in (2, 4)
    )
    out = reply(NAME, workbook(rows=1_500), intake(1_500, remarks, ()))
    comments = open_package(out).parts["xl/comments1.xml"]
    assert comments.count(b"<comment ") == 2_000
    assert ["1.000 sel hanya diberi warna, tanpa komentar, karena terlalu banyak."] in [
        row[:1] for row in texts(out)
    ]


def test_comments_of_one_question_about_many_cells_are_bounded_too():
    places = tuple(CellPlace(SHEET, FIRST + n, c) for n in range(1_500) for c in (2, 4))
    asked = replace(QUESTION, place=places[0], places=places)
    out = reply(NAME, workbook(rows=1_500), intake(1_500, (), (asked,)))
    assert open_package(out).parts["xl/comments1.xml"].count(b"<comment ") == 2_000
    assert "1.000 sel hanya diberi warna, tanpa komentar" in str(texts(out))


def test_warnings_do_not_make_a_row_bad():
    out = reply(NAME, workbook(), intake(remarks=(WARNING,), questions=(), repairs=()))
    assert texts(out)[0][0] == "Semua 14 baris siap."


def test_sheets_of_an_answer_are_known_again():
    out = reply(NAME, workbook(), intake(questions=(QUESTION, CLASH)))
    ours = [
        sheet.name
        for sheet in open_workbook(NAME, out).sheets
        if is_ours(sheet.name, [cell.text for cell in sheet.cells if cell.place.row <= 4])
    ]
    assert ours == [n for n in opened(out).sheetnames if n.startswith("Perbaikan")]
    assert not is_ours("Perbaikan", ["Daftar perbaikan jalan"])


def test_reading_passes_over_an_answer():
    content = workbook()
    out = reply(NAME, content, intake(questions=(QUESTION, CLASH)))
    handed = open_workbook(NAME, content)
    assert without_our_answer(open_workbook(NAME, out)).sheets == handed.sheets
