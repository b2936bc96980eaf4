"""A sheet, or a table, that holds more than the list: each row goes into the right one."""

from datetime import date

import pytest

from ppid.checking.load import load
from ppid.handing_in.intake.bodies import BodyNames
from ppid.handing_in.intake.taking_in import opened, take_in
from ppid.handing_in.model import Intake, Target
from ppid.kinds.opd import ProfilOpd
from tests.conftest import REGENCY
from tests.handing_in.intake.tables import town
from tests.handing_in.intake.test_accounting import assert_accounted
from tests.handing_in.intake.workbooks import DIK_HEADINGS, SheetOf, csv_text, dik_rows, xlsx

H = list(DIK_HEADINGS)
PUBLIC = ["No", "Ringkasan Isi Informasi", "Klasifikasi", "Penguasa", "Waktu Pembuatan", "Bentuk"]
PROFILE = [1, "Profil dinas", "Berkala", "Sekretariat", "2024", "Softcopy"]


def taken(content: bytes, jenis: str, name: str = "a.xlsx", **answers: str) -> Intake:
    handed = opened(name, content)
    intake = take_in(handed, Target("dinkes", jenis, 2024), town(), answers).intake
    assert_accounted(handed, intake)
    return intake


def titles(intake: Intake) -> list[str]:
    return [row.values["informasi"] for row in intake.rows]


def asked(intake: Intake, start: str) -> list[str]:
    return [question.key for question in intake.questions if question.key.startswith(start)]


TWO_LISTS = xlsx(
    SheetOf(
        [
            ["DAFTAR INFORMASI YANG DIKECUALIKAN"],
            H,
            *dik_rows(3),
            [],
            ["DAFTAR INFORMASI PUBLIK"],
            PUBLIC,
            PROFILE,
        ]
    )
)
EXCLUDED = [row[1] for row in dik_rows(3)]


@pytest.mark.parametrize(("jenis", "own"), [("dik", EXCLUDED), ("dip", ["Profil dinas"])])
def test_the_other_list_on_the_sheet_is_asked_about_and_stays_out(
    jenis: str, own: list[str]
) -> None:
    intake = taken(TWO_LISTS, jenis)
    assert titles(intake) == own
    (key,) = asked(intake, "tabel:")
    assert intake.questions[0].key == key
    assert titles(taken(TWO_LISTS, jenis, **{key: "bukan"})) == own
    assert not asked(taken(TWO_LISTS, jenis, **{key: "bukan"}), "tabel:")


def test_a_table_that_goes_in_by_answer_goes_in_whole() -> None:
    rows = [H, *dik_rows(2), [], ["No", "Nama Informasi", "Dasar Hukum"], [3, EXCLUDED[2], LAWS[1]]]
    content = xlsx(SheetOf(rows))
    (key,) = asked(taken(content, "dik"), "tabel:")
    assert titles(taken(content, "dik")) == EXCLUDED[:2]
    assert titles(taken(content, "dik", **{key: "ikut"})) == EXCLUDED


def test_no_answer_brings_a_public_row_into_a_list_of_exclusions() -> None:
    (key,) = asked(taken(TWO_LISTS, "dik"), "tabel:")
    assert titles(taken(TWO_LISTS, "dik", **{key: "ikut"})) == EXCLUDED


def test_the_list_of_another_year_below_is_no_part_of_this_one() -> None:
    years = [
        [f"DAFTAR INFORMASI DIKECUALIKAN TAHUN {year}"] if isinstance(year, int) else year
        for year in (2023, H, *dik_rows(1), [], 2024, H, *dik_rows(2, 2))
    ]
    intake = taken(xlsx(SheetOf(years)), "dik")
    assert titles(intake) == [row[1] for row in dik_rows(2, 2)]
    assert len(asked(intake, "tabel:")) == 1


def test_a_table_beside_the_list_is_asked_about_and_stays_out() -> None:
    left = [["No", "Informasi", "Dasar Hukum"], *(row[:3] for row in dik_rows(3))]
    right = [["No", "Informasi", "Waktu"], *([n, f"Laporan bulan {n}", "2024"] for n in (1, 2, 3))]
    rows = [[*one, None, *other] for one, other in zip(left, right, strict=True)]
    intake = taken(xlsx(SheetOf(rows)), "dik")
    assert titles(intake) == EXCLUDED
    (key,) = asked(intake, "tabel:")
    both = taken(xlsx(SheetOf(rows)), "dik", **{key: "ikut"})
    assert titles(both) == [*EXCLUDED, *(row[1] for row in right[1:])]


def test_a_list_in_two_halves_beside_each_other_is_one_list() -> None:
    rows = [[*H, None, *H], [*dik_rows(1)[0], None, *dik_rows(1, 2)[0]]]
    intake = taken(xlsx(SheetOf(rows)), "dik")
    assert titles(intake) == EXCLUDED[:2]
    assert not asked(intake, "tabel:")


def test_sheets_that_hold_other_lists_are_named_as_such() -> None:
    sheets = [SheetOf([H, *dik_rows(year - 2021)], name=str(year)) for year in (2022, 2023, 2024)]
    public = SheetOf([PUBLIC, PROFILE], name="DIP")
    intake = taken(xlsx(*sheets, public), "dik")
    assert len(intake.rows) == 3
    said = [one.message for one in intake.remarks if one.message.startswith("Lembar")]
    assert said == [
        "Lembar “2022” memuat daftar tahun 2022; tidak dipakai",
        "Lembar “2023” memuat daftar tahun 2023; tidak dipakai",
        "Lembar “DIP” memuat daftar informasi publik; tidak dipakai",
    ]
    assert not [one for one in intake.unused if "tidak memuat daftar" in one.reason]


def test_a_sheet_with_the_other_list_is_no_sheet_without_a_list() -> None:
    sheets = (SheetOf([PUBLIC, PROFILE], name="DIP"), SheetOf([H, *dik_rows(2)], name="Tertutup"))
    for jenis, other in (("dip", "Tertutup"), ("dik", "DIP")):
        intake = taken(xlsx(*sheets), jenis)
        said = [one.message for one in intake.remarks if one.message.startswith("Lembar")]
        name = "informasi yang dikecualikan" if jenis == "dip" else "informasi publik"
        assert said == [f"Lembar “{other}” memuat daftar {name}; tidak dipakai"]


def test_a_column_without_a_heading_is_asked_about_and_a_note_in_the_margin_is_not() -> None:
    holders = ["Bidang Aset", "Bidang Data", "Bidang Hukum"]
    rows = [[*row[:6], holder] for row, holder in zip(dik_rows(3), holders, strict=True)]
    content = xlsx(SheetOf([H[:6], *rows, [], [*[None] * 6, "Ditetapkan di Kota Kecil"]]))
    (key,) = asked(taken(content, "dik"), "kolom:")
    filled = taken(content, "dik", **{key: "penguasa"})
    assert [row.values["penguasa"] for row in filled.rows] == holders
    assert not asked(taken(content, "dik", **{key: "-"}), "kolom:")
    margin = [[*rows[0][:6], "cek lagi"], *(row[:6] for row in rows[1:])]
    assert not asked(taken(xlsx(SheetOf([H[:6], *margin])), "dik"), "kolom:")


LAWS = ["UU 14/2008 Pasal 17 huruf h angka 2", "UU 14/2008 Pasal 17 huruf b"]
REFERRING = xlsx(
    SheetOf(
        [
            H,
            *([*row[:2], f"Lihat dasar hukum nomor {row[0]}", *row[3:]] for row in dik_rows(2)),
            [],
            ["No", "Dasar Hukum"],
            *enumerate(LAWS, 1),
        ]
    )
)


def test_a_small_table_of_laws_is_no_list_and_references_to_it_can_be_followed() -> None:
    intake = taken(REFERRING, "dik")
    assert titles(intake) == EXCLUDED[:2]
    (key,) = asked(intake, "tabel:")
    followed = taken(REFERRING, "dik", **{key: "rujukan"})
    assert [row.values["dasar_hukum"] for row in followed.rows] == LAWS
    left = taken(REFERRING, "dik", **{key: "bukan"})
    assert left.rows[0].values["dasar_hukum"] == "Lihat dasar hukum nomor 1"


MIXED = [
    ["category", "group_title", "title", "detail", "status", "dasar_hukum"],
    ["dikecualikan", "Kepegawaian", "Berkas kesehatan", "Hasil periksa.", "Ketat", LAWS[0]],
    ["dikecualikan", "Pengadaan", "Surat penawaran", "Harga penyedia.", "Ketat", LAWS[1]],
    ["berkala", "Profil", "Profil bidang", "Alamat dan tugas.", "Terbuka", ""],
    ["serta-merta", "Peringatan", "Peringatan banjir", "Saat siaga.", "Terbuka", ""],
    ["setiap-saat", "Data Teknis", "Daftar rumah pompa", "Letaknya.", "Terbuka", ""],
]


@pytest.mark.parametrize(("jenis", "rows"), [("dik", (1, 2)), ("dip", (3, 4, 5))])
def test_one_table_fills_both_lists_by_the_class_of_each_row(
    jenis: str, rows: tuple[int, ...]
) -> None:
    intake = taken(csv_text(MIXED).encode(), jenis, "campuran.csv")
    assert titles(intake) == [f"{MIXED[row][2]}: {MIXED[row][3]}" for row in rows]
    assert {heading.cells[0].place.row for heading in intake.headings} == {1}
    (said,) = [one.message for one in intake.remarks if "jadi tidak masuk" in one.message]
    others = [str(row + 1) for row in range(1, 6) if row not in rows]
    assert said.endswith(", ".join(others))
    assert not asked(intake, "sama:")


@pytest.mark.parametrize("jenis", ["dik", "dip"])
def test_ticks_and_groups_name_the_class_as_well(jenis: str) -> None:
    public, excluded = ["Profil dinas", "Laporan kinerja"], ["Rekam medis pasien", "Berkas aduan"]
    ticked = xlsx(
        SheetOf(
            [
                ["No", "Informasi", "Berkala", "Serta Merta", "Setiap Saat", "Dikecualikan"],
                [1, public[0], "v", None, None, None],
                [2, excluded[0], None, None, None, "v"],
                [3, public[1], None, None, "v", None],
                [4, excluded[1], None, None, None, "v"],
            ]
        )
    )
    grouped = xlsx(
        SheetOf(
            [
                ["No", "Informasi", "Penguasa", "Penanggung Jawab"],
                ["A. Informasi Berkala"],
                *(
                    [number, title, "Sekretariat", "Sekretaris"]
                    for number, title in enumerate(public, 1)
                ),
                ["B. Informasi yang Dikecualikan"],
                *(
                    [number, title, "Sekretariat", "Sekretaris"]
                    for number, title in enumerate(excluded, 1)
                ),
            ],
            merges=("A2:D2", "A5:D5"),
        )
    )
    for content in (ticked, grouped):
        assert titles(taken(content, jenis)) == (excluded if jenis == "dik" else public)


@pytest.mark.parametrize("parent", ["Jenis Informasi", "Informasi", "Kategori", "Keadaan"])
@pytest.mark.parametrize(("jenis", "own"), [("dik", ["Rekam medis"]), ("dip", ["Profil dinas"])])
def test_classes_below_one_heading_are_classes_whatever_it_says(
    parent: str, jenis: str, own: list[str]
) -> None:
    rows = [
        ["No", "Ringkasan Isi Informasi", "Penguasa", parent, None, None, None],
        [None, None, None, "Berkala", "Serta Merta", "Setiap Saat", "Dikecualikan"],
        [1, "Profil dinas", "Sekretariat", "v", None, None, None],
        [2, "Rekam medis", "Bidang Pelayanan", None, None, None, "v"],
    ]
    assert titles(taken(xlsx(SheetOf(rows, merges=("D1:G1",))), jenis)) == own


@pytest.mark.parametrize("parent", ["Sifat Informasi", "Jenis Informasi"])
@pytest.mark.parametrize("withheld", ["Rahasia/Dikecualikan", "Dikecualikan", "Tertutup"])
def test_ticks_under_open_and_secret_tell_the_lists_apart(parent: str, withheld: str) -> None:
    rows = [
        ["No", "Ringkasan Isi Informasi", "Penguasa", parent, None],
        [None, None, None, "Terbuka", withheld],
        [1, "Profil dinas", "Sekretariat", "v", None],
        [2, "Rekam medis", "Bidang Pelayanan", None, "v"],
    ]
    content = xlsx(SheetOf(rows, merges=("D1:E1",)))
    assert titles(taken(content, "dik")) == ["Rekam medis"]
    public = taken(content, "dip")
    assert titles(public) == ["Profil dinas"]
    (question,) = [each for each in public.questions if each.field == "klasifikasi"]
    assert "setiap-saat" in [reading.value for reading in question.readings]
    done = taken(content, "dip", **{question.key: "setiap-saat"})
    assert [row.values["klasifikasi"] for row in done.rows] == ["setiap-saat"]
    assert not titles(taken(content, "dip", **{question.key: "dikecualikan"}))


def test_the_answer_that_an_open_row_is_withheld_keeps_it_out_of_the_public_list() -> None:
    rows = [
        ["No", "Ringkasan Isi Informasi", "Penguasa", "Klasifikasi"],
        [1, "Profil dinas", "Sekretariat", "Berkala"],
        [2, "Rekam medis", "Bidang Pelayanan", "Terbuka"],
    ]
    content = xlsx(SheetOf(rows))
    (question,) = [q for q in taken(content, "dip").questions if q.field == "klasifikasi"]
    withheld = taken(content, "dip", **{question.key: "dikecualikan"})
    assert titles(withheld) == ["Profil dinas"]


@pytest.mark.parametrize(("jenis", "own"), [("dik", ["Rekam medis"]), ("dip", ["Profil dinas"])])
def test_a_column_of_other_words_says_the_same(jenis: str, own: list[str]) -> None:
    head = ["No", "Judul Informasi", "Status", "Unit"]
    rows = [head, [1, "Profil dinas", "Terbuka", "A"], [2, "Rekam medis", "Tertutup", "B"]]
    assert titles(taken(xlsx(SheetOf(rows)), jenis)) == own


def test_a_sheet_or_group_called_umum_is_a_unit() -> None:
    intake = taken(xlsx(SheetOf([H, ["A. Umum"], *dik_rows(2)], name="Umum")), "dik")
    assert titles(intake) == EXCLUDED[:2]


def test_rows_of_several_bodies_are_asked_about() -> None:
    names = [profil.nama for profil in town().of(ProfilOpd)]
    own = next(profil.nama for profil in town().of(ProfilOpd) if profil.id.opd == "dinkes")
    other = next(name for name in names if name != own)
    rows = [
        [*row[:6], name, *row[7:]] for row, name in zip(dik_rows(3), (own, other, own), strict=True)
    ]
    content = xlsx(SheetOf([[*H[:6], "Perangkat Daerah", H[7]], *rows]))
    intake = taken(content, "dik")
    assert titles(intake) == EXCLUDED
    (key,) = asked(intake, "perangkat-daerah")
    assert titles(taken(content, "dik", **{key: "semua"})) == EXCLUDED
    kept = taken(content, "dik", **{key: "sendiri"})
    assert titles(kept) == [EXCLUDED[0], EXCLUDED[2]]
    assert not asked(kept, "perangkat-daerah")
    units = [[*row[:6], "Bidang Aset", *row[7:]] for row in rows]
    assert not asked(taken(xlsx(SheetOf([H, *units])), "dik"), "perangkat-daerah")


@pytest.mark.parametrize("known", [True, False])
@pytest.mark.parametrize("answers", [{}, {"kolom-ganda:penguasa": "G"}])
def test_a_column_of_bodies_beside_that_of_holders_counts(
    answers: dict[str, str],
    known: bool,  # noqa: FBT001 — a parameter of the test
) -> None:
    other = "Setda" if known else "Badan Penanggulangan Bencana"
    bodies = ["Dinkes", other, "Dinkes", "Dinkes", other]
    rows = [[*row[:7], body] for row, body in zip(dik_rows(5), bodies, strict=True)]
    content = xlsx(SheetOf([[*H[:7], "Perangkat Daerah"], *rows]))
    intake = taken(content, "dik", **answers)
    (question,) = (q for q in intake.questions if q.key == "perangkat-daerah")
    assert "(baris 3 dan 6)" in question.asks
    assert [place.row for place in question.places] == [3, 6]
    kept = taken(content, "dik", **answers, **{"perangkat-daerah": "sendiri"})
    assert titles(kept) == [row[1] for row in (rows[0], rows[2], rows[3])]


def test_units_in_a_column_of_bodies_are_no_bodies() -> None:
    rows = [[*row[:6], unit] for row, unit in zip(dik_rows(2), ("Umum", "Aset"), strict=True)]
    content = xlsx(SheetOf([[*H[:6], "Perangkat Daerah"], *rows]))
    assert not asked(taken(content, "dik"), "perangkat-daerah")


def test_a_list_with_no_row_of_its_own_says_so() -> None:
    rows = [["No", "Kategori", "Judul Informasi", "Unit Kerja"], [1, "Berkala", "Profil", "Umum"]]
    intake = taken(xlsx(SheetOf(rows)), "dik")
    assert not intake.rows
    assert any(str(one.severity) == "galat" for one in intake.remarks)


def test_an_office_is_known_with_the_name_of_its_regency() -> None:
    names = BodyNames(load(REGENCY, date(2025, 12, 31)).corpus)
    for text in (
        "Dinas Komunikasi dan Informatika Kabupaten Bukit Rekaan",
        "DINAS KOMUNIKASI DAN INFORMATIKA PEMERINTAH KABUPATEN BUKIT REKAAN",
    ):
        assert names.body_of(text) == "dinas-kominfo"
    assert names.body_of("Dinas Komunikasi dan Informatika Kabupaten Lain") == ""
