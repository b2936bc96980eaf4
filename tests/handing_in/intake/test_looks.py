"""What a cell says beside its words: where it leads, what was struck through, and its colour."""

from collections.abc import Callable, Mapping

import pytest

from ppid.diagnostics.diagnostic import Severity
from ppid.handing_in.intake.deleted import colour_name
from ppid.handing_in.intake.report import account_of
from ppid.handing_in.intake.taking_in import opened, take_in
from ppid.handing_in.model import Intake, Target
from tests.handing_in.intake.tables import town
from tests.handing_in.intake.workbooks import (
    DIK_HEADINGS,
    DIP_HEADINGS,
    Rich,
    Row,
    SheetOf,
    dik_rows,
    dip_row,
    ods,
    part_of,
    with_parts,
    xls,
    xlsx,
)

WRITERS: Mapping[str, Callable[[SheetOf], bytes]] = {"a.xlsx": xlsx, "a.xls": xls, "a.ods": ods}
FIRST, SECOND = "https://dinkes.contoh.go.id/dok1.pdf", "https://dinkes.contoh.go.id/dok2.pdf"


Answers = Mapping[str, str]
Write = Callable[[SheetOf], bytes]


def taken(content: bytes, name: str, jenis: str, answers: Answers | None = None) -> Intake:
    target = Target("dinkes", jenis, 2024)
    intake = take_in(opened(name, content), target, town(), answers or {}).intake
    assert account_of(intake).hilang == 0
    return intake


def dip(write: Write, links: Mapping[str, str], shown: str = "Lihat di sini") -> bytes:
    rows: list[Row] = [[*dip_row(n, f"Laporan {n}"), shown] for n in (1, 2)]
    return write(SheetOf([[*DIP_HEADINGS, "Tautan"], *rows], links=links))


@pytest.mark.parametrize("name", ["a.xlsx", "a.ods"])
def test_a_link_is_read_as_its_address(name: str) -> None:
    intake = taken(dip(WRITERS[name], {"H2": FIRST, "H3": SECOND}), name, "dip")
    assert [row.values["tautan"] for row in intake.rows] == [FIRST, SECOND]
    assert {(r.before, r.after) for r in intake.repairs if r.field == "tautan"} == {
        ("Lihat di sini", FIRST),
        ("Lihat di sini", SECOND),
    }
    assert not [one for one in intake.questions if one.field == "tautan"]


@pytest.mark.parametrize("formula", [f'=HYPERLINK("{FIRST}","Unduh")', f'=HYPERLINK("{FIRST}")'])
def test_a_formula_leads_to_its_address(formula: str) -> None:
    rows: list[Row] = [[*dip_row(n, f"Laporan {n}"), formula] for n in (1, 2)]
    intake = taken(xlsx(SheetOf([[*DIP_HEADINGS, "Tautan"], *rows])), "a.xlsx", "dip")
    assert [row.values["tautan"] for row in intake.rows] == [FIRST, FIRST]


@pytest.mark.parametrize(
    ("link", "shown", "offered"),
    [
        ("http://dinkes.contoh.go.id/a.pdf", "Lihat", "https://dinkes.contoh.go.id/a.pdf"),
        (FIRST, SECOND, FIRST),
        (FIRST, SECOND, SECOND),
        ("file:///D:/arsip/a.pdf", "Lihat", ""),
        ("mailto:ppid@bekasikota.go.id", "Lihat", ""),
        ("#Sheet1!A1", "Lihat", ""),
    ],
)
def test_a_doubtful_link_is_asked(link: str, shown: str, offered: str) -> None:
    intake = taken(dip(xlsx, {"H2": link}, shown), "a.xlsx", "dip")
    asked = [one for one in intake.questions if one.field == "tautan"]
    assert asked
    assert not offered or offered in [r.value for one in asked for r in one.readings]


def test_a_link_that_says_the_same_as_its_text_is_no_matter() -> None:
    content = dip(xlsx, {"H2": f"{FIRST}/", "H3": FIRST}, FIRST)
    intake = taken(content, "a.xlsx", "dip")
    assert [row.values["tautan"] for row in intake.rows] == [FIRST, FIRST]
    assert not [one for one in intake.repairs if one.field == "tautan"]


def test_the_link_of_a_title_is_taken_where_there_is_no_other() -> None:
    rows = [dip_row(n, f"Laporan {n}") for n in (1, 2)]
    intake = taken(xlsx(SheetOf([DIP_HEADINGS, *rows], links={"B2": FIRST})), "a.xlsx", "dip")
    assert [row.values["tautan"] for row in intake.rows] == [FIRST, ""]
    assert [one.after for one in intake.repairs if one.field == "tautan"] == [FIRST]


def test_a_link_that_has_no_place_is_named() -> None:
    rows = dik_rows(2)
    intake = taken(xlsx(SheetOf([DIK_HEADINGS, *rows], links={"B2": FIRST})), "a.xlsx", "dik")
    assert [one.place.cell for one in intake.remarks if FIRST in one.message] == ["B2"]


def test_a_link_behind_several_cells_of_a_row_is_named_once_with_their_number() -> None:
    links = {"B2": FIRST, "C2": FIRST, "D2": FIRST, "E2": SECOND, "B3": FIRST}
    content = xlsx(SheetOf([DIK_HEADINGS, *dik_rows(2)], links=links))
    said = [one for one in taken(content, "a.xlsx", "dik").remarks if "bertautan" in one.message]
    assert [(one.place.cell, one.message.partition(" bertautan")[0]) for one in said] == [
        ("B2", "Sel ini dan 2 sel lain di barisnya"),
        ("E2", "Sel ini"),
        ("B3", "Sel ini"),
    ]


@pytest.mark.parametrize("name", WRITERS)
def test_a_struck_row_counts_as_deleted_and_is_named(name: str) -> None:
    rows = dik_rows(4)
    struck = tuple(f"{letter}3" for letter in "ABCDEFGH")
    intake = taken(WRITERS[name](SheetOf([DIK_HEADINGS, *rows], struck=struck)), name, "dik")
    titles = [row.values["informasi"] for row in intake.rows]
    assert titles == [rows[0][1], rows[2][1], rows[3][1]]
    said = [
        one for one in intake.remarks if one.severity is Severity.PERINGATAN and one.place.row == 3
    ]
    assert [one.place.cell for one in said] == ["B3"]
    assert str(rows[1][1]) in said[0].message
    assert len([one for one in intake.unused if one.reason.startswith("dicoret")]) == 8


@pytest.mark.parametrize("name", WRITERS)
def test_a_struck_part_of_a_cell_is_left_out_and_named(name: str) -> None:
    first, second = dik_rows(2)
    first[5] = Rich("5 tahun", " 10 tahun")
    intake = taken(WRITERS[name](SheetOf([DIK_HEADINGS, first, second])), name, "dik")
    assert [row.values["jangka_waktu"] for row in intake.rows] == ["10 tahun", "5 tahun"]
    (said,) = [one for one in intake.remarks if "dicoret" in one.message]
    assert said.place.cell == "F2"
    assert "“5 tahun”" in said.message


def coloured(legend: str, colour: str) -> SheetOf:
    rows: list[Row] = [[legend], DIK_HEADINGS, *dik_rows(4)]
    fills = {f"{letter}4": colour for letter in "ABCDEFGH"} | {
        f"{letter}5": "00FF00" for letter in "ABCDEFGH"
    }
    return SheetOf(rows, fills=fills)


@pytest.mark.parametrize("name", WRITERS)
@pytest.mark.parametrize(
    "legend",
    [
        "Keterangan: warna hijau = baru, merah = dihapus",
        "Ket.: Merah: tidak berlaku lagi; hijau: baru",
        "Baris yang berwarna merah sudah dicabut",
    ],
)
def test_rows_of_a_colour_that_means_deleted_are_asked_about(legend: str, name: str) -> None:
    content = WRITERS[name](coloured(legend, "FF0000"))
    intake = taken(content, name, "dik")
    (question,) = [one for one in intake.questions if one.key.startswith("warna")]
    assert "Baris 4 berwarna merah" in question.asks
    assert len(intake.rows) == 4
    without = taken(content, name, "dik", {question.key: "hapus"})
    assert [row.values["informasi"] for row in without.rows] == [
        row[1] for row in (dik_rows(4)[0], *dik_rows(4)[2:])
    ]
    assert question.key in [one.key for one in without.answered]
    kept = taken(content, name, "dik", {question.key: "tetap"})
    assert len(kept.rows) == 4
    assert question.key in [one.key for one in kept.answered]


@pytest.mark.parametrize(
    ("legend", "colour"),
    [
        ("Keterangan: hijau = baru", "FF0000"),
        ("Daftar ini menggantikan daftar yang dicabut", "FF0000"),
        ("merah = dihapus", "FFFF00"),
    ],
)
def test_other_colours_mean_nothing(legend: str, colour: str) -> None:
    intake = taken(xlsx(coloured(legend, colour)), "a.xlsx", "dik")
    assert not [one for one in intake.questions if one.key.startswith("warna")]


@pytest.mark.parametrize(
    ("rgb", "name"),
    [
        ("FF0000", "merah"), ("FFC7CE", "merah"), ("C00000", "merah"), ("FFFF00", "kuning"),
        ("FFC000", "jingga"), ("92D050", "hijau"), ("C6EFCE", "hijau"), ("00B0F0", "biru"),
        ("7030A0", "ungu"), ("FFFFFF", ""), ("D9D9D9", ""),
    ],
)  # fmt: skip
def test_colours_are_called_as_people_call_them(rgb: str, name: str) -> None:
    assert colour_name(rgb) == name


@pytest.mark.parametrize("name", ["a.xlsx", "a.ods"])
def test_comments_are_named(name: str) -> None:
    content = xlsx(SheetOf([DIK_HEADINGS, *dik_rows(2)], comments={"B2": "tolong dicek"}))
    if name == "a.ods":
        content = ods(SheetOf([DIK_HEADINGS, *dik_rows(2)]))
        note = "<office:annotation><text:p>tolong dicek</text:p></office:annotation>"
        first = f"<text:p>{dik_rows(1)[0][1]}</text:p>"
        xml = part_of(content, "content.xml").replace(first, note + first, 1)
        content = with_parts(content, {"content.xml": xml.encode()})
    said = " ".join(one.message for one in taken(content, name, "dik").remarks)
    assert "komentar pada sel B2" in said


STRUCK_TITLE = "coret:Daftar"


@pytest.mark.parametrize("name", WRITERS)
@pytest.mark.parametrize(("answer", "left"), [("", 4), ("tetap", 4), ("hapus", 3)])
def test_of_a_row_whose_title_alone_is_struck_it_is_asked(
    name: str, answer: str, left: int
) -> None:
    content = WRITERS[name](SheetOf([DIK_HEADINGS, *dik_rows(4)], struck=("B3",)))
    intake = taken(content, name, "dik", {STRUCK_TITLE: answer} if answer else {})
    assert len(intake.rows) == left
    assert all(row.values["informasi"] for row in intake.rows)
    asked = [one for one in intake.questions if one.key == STRUCK_TITLE]
    assert [one.asks.split(",")[0] for one in asked] == ["Judul pada baris 3 dicoret"][
        bool(answer) :
    ]


@pytest.mark.parametrize("struck", ["BCDEFGH", "ABCDEFGH", "BCDEF"])
def test_a_row_that_is_struck_goes_as_a_whole_and_is_named(struck: str) -> None:
    cells = tuple(f"{letter}3" for letter in struck)
    content = xlsx(SheetOf([DIK_HEADINGS, *dik_rows(4)], struck=cells))
    intake = taken(content, "a.xlsx", "dik")
    assert len(intake.rows) == 3
    assert not [one for one in intake.questions if one.key.startswith(("coret", "sama"))]
    (said,) = [one.message for one in intake.remarks if "dicoret" in one.message]
    assert said.endswith("tidak ikut masuk: “Nilai ujian kompetensi pegawai” dan 7 sel lain.")


def test_a_struck_title_does_not_put_the_rest_into_the_row_above() -> None:
    rows = [row[1:] for row in dik_rows(4)]
    content = xlsx(SheetOf([DIK_HEADINGS[1:], *rows], struck=("A3",)))
    intake = taken(content, "a.xlsx", "dik", {STRUCK_TITLE: "hapus"})
    terms = [row.values["jangka_waktu"] for row in intake.rows]
    assert terms == ["5 tahun"] * 3
    assert not [one for one in intake.repairs if "lanjutan" in one.reason]


def marked(number: object, title: str, note: str = "", beside: str = "") -> bytes:
    """Make a list of three rows whose second is marked."""
    rows = [*dik_rows(3)]
    rows[1] = [number, title, *rows[1][2:], note, beside]
    return xlsx(SheetOf([[*DIK_HEADINGS, "Keterangan"], *rows]))


@pytest.mark.parametrize(
    ("number", "title", "note", "beside"),
    [
        ("2 (dibatalkan)", "Denah gedung", "", ""),
        ("2. batal", "Denah gedung", "", ""),
        (2, "DIHAPUS - Denah gedung", "", ""),
        (2, "[dicoret] Denah gedung", "", ""),
        (2, "DIBATALKAN Denah gedung", "", ""),
        (2, "Denah gedung (tidak berlaku lagi)", "", ""),
        (2, "Denah gedung -- hapus", "", ""),
        (2, "Denah gedung <-- hapus, sudah masuk DIP", "", ""),
        (2, "Denah gedung", "Batal", ""),
        (2, "Denah gedung", "sudah dihapus", ""),
        (2, "Denah gedung", "", "<-- hapus, sudah masuk DIP"),
        (2, "Denah gedung", "", "mohon dicoret saja"),
    ],
)
def test_a_row_marked_as_removed_is_asked_about(
    number: object, title: str, note: str, beside: str
) -> None:
    content = marked(number, title, note, beside)
    intake = taken(content, "a.xlsx", "dik")
    (question,) = (one for one in intake.questions if one.key.startswith("ditandai"))
    assert question.asks.startswith("Baris 3 bertanda")
    assert intake.rows[1].values["informasi"] == "Denah gedung"
    assert "HAPUS" not in intake.rows[1].values["kode"]
    stays = taken(content, "a.xlsx", "dik", {question.key: "tetap"})
    assert [row.values["catatan"] for row in stays.rows] == ["", "", ""]
    gone = taken(content, "a.xlsx", "dik", {question.key: "hapus"})
    assert [row.values["informasi"] for row in gone.rows] == [dik_rows(3)[n][1] for n in (0, 2)]


@pytest.mark.parametrize(
    ("title", "note"),
    [
        ("Daftar barang yang dihapus", ""),
        ("Penghapusan - barang milik daerah", ""),
        ("Laporan pajak (tidak termasuk denda)", ""),
        ("Perda pajak (dibatalkan Mahkamah Agung)", ""),
        ("Merah = dihapus", ""),
        ("DOKUMEN LELANG BATAL", ""),
        ("Denah gedung", "Tidak berlaku bagi penyidik"),
    ],
)
def test_words_of_removal_in_a_title_or_a_condition_are_no_mark(title: str, note: str) -> None:
    intake = taken(marked(2, title, note), "a.xlsx", "dik")
    assert intake.rows[1].values["informasi"] == title
    assert intake.rows[1].values["catatan"] == note
    assert not [one for one in intake.questions if one.key.startswith("ditandai")]


def test_several_marked_rows_make_one_question_or_one_each() -> None:
    rows = [[f"{row[0]} (batal)", *row[1:]] for row in dik_rows(2)] + dik_rows(1, 3)
    content = xlsx(SheetOf([DIK_HEADINGS, *rows]))
    (all_of_them,) = marks_asked(content, {})
    assert len(taken(content, "a.xlsx", "dik", {all_of_them: "hapus"}).rows) == 1
    first, second = marks_asked(content, each := {all_of_them: "satu-per-satu"})
    kept = taken(content, "a.xlsx", "dik", {**each, first: "hapus", second: "tetap"})
    assert [row.values["informasi"] for row in kept.rows] == [row[1] for row in rows[1:]]


def marks_asked(content: bytes, answers: Answers) -> list[str]:
    questions = taken(content, "a.xlsx", "dik", answers).questions
    return [one.key for one in questions if one.key.startswith("ditandai")]
