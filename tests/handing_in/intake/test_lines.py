"""Lines that are no row, or only a part of one; empty cells below filled ones."""

from collections.abc import Callable, Sequence

import pytest

from ppid.handing_in.intake.taking_in import opened, take_in
from ppid.handing_in.model import Intake, Question, Target
from ppid.reading.documents.opening import open_workbook
from tests.handing_in.intake.tables import found, town
from tests.handing_in.intake.test_accounting import assert_accounted
from tests.handing_in.intake.workbooks import (
    DIK_HEADINGS,
    Row,
    SheetOf,
    dik_row,
    dik_rows,
    docx,
    part_of,
    with_parts,
    xlsx,
)

H = list(DIK_HEADINGS)
NOTHING = [None] * len(H)


def taken(rows: list[Row], **answers: str) -> Intake:
    handed = opened("a.xlsx", xlsx(SheetOf([H, *rows])))
    intake = take_in(handed, Target("dinkes", "dik", 2024), town(), answers).intake
    assert_accounted(handed, intake)
    return intake


def about(intake: Intake, start: str) -> list[Question]:
    return [question for question in intake.questions if question.key.startswith(start)]


def titles(intake: Intake) -> list[str]:
    return [row.values["informasi"] for row in intake.rows]


def wrapped(number: int) -> list[Row]:
    """Write an item as Word does: on three rows, of which only the first is numbered."""
    first = [number, f"Berkas perkara {number}", "UU 14/2008 Pasal 17", "Merugikan", "Melindungi"]
    return [
        [*first, "5 tahun", "Bidang Hukum", "Kepala Bidang"],
        [None, "Yang Masih Disidik", "Huruf H", "Pihak Lain", "Pihak Itu", None, None, None],
        [None, "Di Tingkat Kota", "Angka 2", None, None, None, None, None],
    ]


def test_rows_that_word_wrapped_are_asked_about_once_for_all() -> None:
    rows = [line for number in range(1, 4) for line in wrapped(number)]
    intake = taken(rows)
    (question,) = about(intake, "baris")
    assert [place.row for place in question.places] == [3, 4, 6, 7, 9, 10]
    joined = taken(rows, **{question.key: "lanjutan"})
    assert titles(joined)[0] == "Berkas perkara 1 Yang Masih Disidik Di Tingkat Kota"
    assert len(joined.rows) == 3
    assert joined.rows[0].values["dasar_hukum"] == "UU 14/2008 Pasal 17 huruf h angka 2"
    assert not about(joined, "baris")
    assert len(taken(rows, **{question.key: "bukan"}).rows) == 3
    one_by_one = taken(rows, **{question.key: "satu-per-satu"})
    assert len(about(one_by_one, "baris:")) == 2  # equal lines are one question


def test_a_wrapped_row_that_goes_on_with_a_small_letter_is_joined() -> None:
    goes_on = [*NOTHING[:1], "Yang disidik", "dan Pasal 18", "pihak lain", *NOTHING[4:]]
    intake = taken([dik_row(1), goes_on, dik_row(2), dik_row(3)])
    assert len(intake.rows) == 3
    assert titles(intake)[0].endswith("Yang disidik")
    assert not about(intake, "baris")


def test_an_item_whose_number_was_forgotten_is_an_item() -> None:
    forgotten = [None, "Data Pasien Rujukan", *dik_row(2)[2:]]
    intake = taken([dik_row(1), forgotten, dik_row(3)])
    assert titles(intake)[1] == "Data Pasien Rujukan"
    assert not about(intake, "baris")


@pytest.mark.parametrize("text", ["Halaman 3 dari 3", "hal. 2", "- 4 -", "Page 1 of 9", "2 | Page"])
@pytest.mark.parametrize("column", [0, 1, 5, 7])
def test_numbers_of_pages_belong_to_no_row(text: str, column: int) -> None:
    page = [*NOTHING[:column], text]
    intake = taken([*dik_rows(2), page, dik_row(3), page])
    assert len(intake.rows) == 3
    assert all(text not in value for row in intake.rows for value in row.values.values())
    assert [u.cell.text for u in intake.unused if u.reason == "nomor halaman"] == [text] * 2
    assert not about(intake, "baris")


def test_a_stray_number_is_asked_about_and_joins_nothing_by_itself() -> None:
    intake = taken([*dik_rows(2), [*NOTHING[:5], 7], dik_row(3)])
    (question,) = about(intake, "baris")
    assert "bukan" in {reading.value for reading in question.readings}
    assert [row.values["jangka_waktu"] for row in intake.rows if row.values["informasi"]] == [
        "5 tahun"
    ] * 3


@pytest.mark.parametrize("column", [1, 2, 3, 6])
def test_the_title_of_a_group_may_stand_in_any_column(column: int) -> None:
    lettered = [[*NOTHING[:column], f"{letter}. Bidang {letter}"] for letter in "AB"]
    intake = taken([lettered[0], dik_row(1), dik_row(2), lettered[1], dik_row(3)])
    assert len(intake.rows) == 3
    assert not about(intake, "baris")
    bare = [[*NOTHING[:column], f"Bidang {name}"] for name in ("Umum", "Keuangan")]
    rows = [bare[0], dik_row(1), dik_row(2), bare[1], dik_row(3)]
    (question,) = about(taken(rows), "baris")
    assert len(taken(rows, **{question.key: "judul-kelompok"}).rows) == 3


NOTES = [["Catatan:"], [None, "1. Daftar ini berlaku sejak ditetapkan"], [None, "*) menunggu"]]


@pytest.mark.parametrize("head", ["Catatan:", "Catatan", "Keterangan :", "Ket.:", "NB:"])
def test_footnotes_are_left_out_by_name(head: str) -> None:
    intake = taken([*dik_rows(3), [], [None, head], *NOTES[1:], [None, "Ditetapkan di Kota"]])
    assert len(intake.rows) == 3
    left = [unused.cell.text for unused in intake.unused if "keterangan" in unused.reason]
    assert left == [head, NOTES[1][1], NOTES[2][1]]
    assert not about(intake, "baris")


def test_no_part_of_the_list_is_always_a_choice() -> None:
    intake = taken([dik_row(1), [None, "Data Lain-Lain"], dik_row(2)])
    (question,) = about(intake, "baris")
    assert {reading.value for reading in question.readings} > {"baris", "bukan"}
    without = taken([dik_row(1), [None, "Data Lain-Lain"], dik_row(2)], **{question.key: "bukan"})
    assert len(without.rows) == 2


def test_a_line_that_says_nihil_below_filled_rows_is_asked_about() -> None:
    rows = [*dik_rows(2), [None, "NIHIL"]]
    (question,) = about(taken(rows), "nihil-atau-baris")
    assert len(taken(rows, **{question.key: "baris"}).rows) == 2
    nil = taken(rows, **{question.key: "nihil"})
    assert not nil.rows
    assert about(nil, "nihil.pernyataan")


def test_empty_below_filled_is_one_question_for_the_columns_that_share_it() -> None:
    sparse = [[*row[:2], None, *row[3:5], None, *row[6:]] for row in dik_rows(3)]
    rows = [dik_row(1), *sparse[1:], [4, *dik_row(1)[1:]]]
    intake = taken(rows)
    (question,) = about(intake, "sama:")
    assert [place.cell for place in question.places] == ["C3", "F3", "C4", "F4"]
    assert [row.values["jangka_waktu"] for row in intake.rows] == ["5 tahun", "", "", "5 tahun"]
    same = taken(rows, **{question.key: "sama"})
    assert {row.values["jangka_waktu"] for row in same.rows} == {"5 tahun"}
    assert {row.values["dasar_hukum"] for row in same.rows} == {rows[0][2]}
    empty = taken(rows, **{question.key: "kosong"})
    assert [row.values["jangka_waktu"] for row in empty.rows] == ["5 tahun", "", "", "5 tahun"]
    assert not about(empty, "sama:")


def test_titles_printed_again_on_every_page_belong_to_no_row() -> None:
    title = ["DAFTAR INFORMASI YANG DIKECUALIKAN DINAS KESEHATAN"]
    handed = opened(
        "a.xlsx", xlsx(SheetOf([title, H, *dik_rows(2), title, H, *dik_rows(2, 3), title]))
    )
    intake = take_in(handed, Target("dinkes", "dik", 2024), town(), {}).intake
    assert_accounted(handed, intake)
    assert len(intake.rows) == 4
    assert not about(intake, "baris")


@pytest.mark.parametrize("label", ["TOTAL", "Jumlah", "Sub Total:"])
def test_a_total_in_the_column_of_numbers_is_no_row_whatever_stands_beside_it(label: str) -> None:
    total = [label, "2 dokumen", *NOTHING[2:]]
    counted = [2, "Jumlah kasus per kecamatan", *dik_row(2)[2:]]
    intake = taken([dik_row(1), counted, total, dik_row(3)])
    assert titles(intake) == [dik_row(1)[1], "Jumlah kasus per kecamatan", dik_row(3)[1]]
    assert {each.reason for each in intake.unused if each.cell.place.row == 4} == {"baris jumlah"}


def test_what_stands_below_a_number_without_a_text_is_asked_about() -> None:
    more = [*NOTHING[:2], "dan Pasal 18", *NOTHING[3:]]
    rows = [dik_row(1), dik_row(2), [3, *NOTHING[1:]], more, dik_row(4)]
    (question,) = about(taken(rows), "baris")
    assert question.place.row == 5
    assert question.readings[0].value == "lanjutan"
    joined = taken(rows, **{question.key: "lanjutan"})
    assert len(joined.rows) == 3
    assert joined.rows[1].values["dasar_hukum"].endswith("Pasal 18")
    assert len(taken(rows, **{question.key: "bukan"}).rows) == 3


# ------------------------------------------------------------- lists of titles alone

TITLES = ("Data pelanggan", "NIP dan NPWP pegawai", "Keterangan saksi", "Gaji, tunjangan, dan upah")
SIGNED = ("Kota Kecil, 2 Januari 2024", "Kepala Kantor", "Nama Terang")


def titles_in(content: bytes, name: str) -> list[str]:
    table = found(open_workbook(name, content), "dik")
    return [cell.text for row in table.rows for cell in row.fields["informasi"]]


@pytest.mark.parametrize(
    "below",
    [
        ((), ("Keterangan: ditinjau setiap tahun",), *((text,) for text in SIGNED)),
        ((), *((text,) for text in SIGNED)),
        tuple((text,) for text in SIGNED),
        ((), ("Ditetapkan di Kota Kecil",), ("pada tanggal 2 Januari 2024",), ("Kepala",)),
    ],
)
@pytest.mark.parametrize("write", [xlsx, docx], ids=["xlsx", "docx"])
def test_what_follows_a_list_of_titles_is_no_title(
    below: Sequence[Row], write: Callable[[SheetOf], bytes]
) -> None:
    rows = [["Informasi yang Dikecualikan"], *([title] for title in TITLES), *below]
    assert titles_in(write(SheetOf(rows)), "a.xlsx") == list(TITLES)


def test_a_title_keeps_its_commas_where_there_is_one_column() -> None:
    text = "\r\n".join(["Informasi yang Dikecualikan", *TITLES, *map(str, range(5))])
    assert titles_in(text.encode(), "a.csv")[:4] == list(TITLES)


def test_text_below_the_table_of_a_document_is_no_row() -> None:
    body = docx(SheetOf([["Informasi"], *([title] for title in TITLES)]))
    text = part_of(body, "word/document.xml")
    below = "<w:p><w:r><w:t>Demikian daftar ini dibuat.</w:t></w:r></w:p></w:body>"
    content = with_parts(body, {"word/document.xml": text.replace("</w:body>", below).encode()})
    assert titles_in(content, "a.docx") == list(TITLES)
