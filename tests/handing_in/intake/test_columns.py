"""Columns that nobody asked for, and those that together say one thing: nothing goes in silence."""

from collections.abc import Mapping, Sequence

import pytest

from ppid.diagnostics.diagnostic import Severity
from ppid.handing_in.intake.report import account_of
from ppid.handing_in.intake.taking_in import opened, take_in
from ppid.handing_in.model import Intake, Target
from tests.handing_in.intake.tables import town
from tests.handing_in.intake.workbooks import (
    DIK_HEADINGS,
    DIP_HEADINGS,
    Row,
    SheetOf,
    dik_row,
    dik_rows,
    dip_row,
    xlsx,
)


def taken(sheet: SheetOf, jenis: str, answers: Mapping[str, str] | None = None) -> Intake:
    target = Target("dinkes", jenis, 2024)
    intake = take_in(opened("a.xlsx", xlsx(sheet)), target, town(), answers or {}).intake
    assert account_of(intake).hilang == 0
    return intake


# ------------------------------------------------------------------- columns without a meaning

FULL = (*DIK_HEADINGS, "Cakupan", "Bagian", "Mulai", "Catatan")
MORE = ("seluruh", "", "2024-01-02", "Lihat arsip")


def beside(heads: Sequence[str], more: Sequence[str], texts: Sequence[str | None]) -> SheetOf:
    """Put a column without a heading beside a list."""
    rows = zip(dik_rows(len(texts)), texts, strict=True)
    return SheetOf([heads, *([*row, *more, text] for row, text in rows)])


@pytest.mark.parametrize(
    ("heads", "more", "texts", "must"),
    [
        (FULL, MORE, ["Disetujui rapat", "Ditunda rapat", "Disetujui rapat"], True),
        (FULL, MORE, ["Umum", "Medis", "Umum"], False),
        (FULL, MORE, ["12", "14", "15"], False),
        (DIK_HEADINGS, (), ["Menunggu izin kepala dinas", None, None], False),
    ],
)
def test_what_stands_below_no_heading_is_asked_or_offered_with_its_cells(
    heads: Sequence[str], more: Sequence[str], texts: Sequence[str | None], must: object
) -> None:
    intake = taken(beside(heads, more, texts), "dik")
    asked = intake.questions if must else intake.offers
    (about,) = [one for one in asked if one.key.startswith("kolom:")]
    assert f"tanpa judul (isinya “{texts[0]}”" in about.asks
    assert "catatan" in [reading.value for reading in about.readings]


def test_an_answer_puts_a_column_beside_the_other_notes() -> None:
    sheet = beside(FULL, MORE, ["Umum", "Medis", "Umum"])
    intake = taken(sheet, "dik", {"kolom:M": "catatan"})
    notes = [row.values["catatan"] for row in intake.rows]
    assert notes == ["Lihat arsip; Umum", "Lihat arsip; Medis", "Lihat arsip; Umum"]
    assert not [one for one in (*intake.questions, *intake.offers) if "kolom:" in one.key]
    assert [one.key for one in intake.answered if one.key == "kolom:M"]


@pytest.mark.parametrize("heading", ["Unit Pengolah", "Status", "Bentuk"])
def test_a_heading_without_a_place_in_the_list_is_offered_too(heading: str) -> None:
    heads = [*FULL, heading]
    rows = [[*row, *MORE, "Softcopy"] for row in dik_rows(3)]
    intake = taken(SheetOf([heads, *rows]), "dik")
    asked = [one for one in (*intake.questions, *intake.offers) if one.key.startswith("kolom")]
    assert [one.asks.count("Softcopy") for one in asked] == [1] or heading == "Unit Pengolah"


# ------------------------------------------------------------------- a retention in its columns

LETTERS = "ABCDEF"
SPANNED = (*(f"{letter}1:{letter}2" for letter in LETTERS),)
HEADS = list(DIP_HEADINGS[:-1])


def kept(top: Sequence[str | None], below: Sequence[str], *parts: Row) -> SheetOf:
    rows = [[*dip_row(n, f"Laporan {n}")[:-1], *part] for n, part in enumerate(parts, 1)]
    if not below:
        return SheetOf([[*HEADS, *top], *rows])
    last = "GHI"[len(below) - 1]
    heads = [[*HEADS, *top], [*[None] * len(HEADS), *below]]
    return SheetOf([*heads, *rows], merges=(*SPANNED, f"G1:{last}1"))


@pytest.mark.parametrize(
    ("sheet", "read"),
    [
        (
            kept(["Retensi"], ["Aktif", "Inaktif"], ["1 tahun", "4 tahun"]),
            "aktif 1 tahun, inaktif 4 tahun",
        ),
        (
            kept(["Jangka Simpan (Tahun)"], ["Aktif", "Inaktif", "Keterangan"], [1, 4, "Musnah"]),
            "aktif 1 tahun, inaktif 4 tahun, musnah",
        ),
        (
            kept(["JRA"], ["Aktif (thn)", "In Aktif (thn)", "Nasib Akhir"], [2, 3, "PERMANEN"]),
            "aktif 2 tahun, inaktif 3 tahun, permanen",
        ),
        (
            kept(["Retensi Aktif", "Retensi Inaktif", "Penyusutan Akhir"], [],
                 ["1 thn setelah TA berakhir", "4 thn", "Dinilai kembali"]),
            "aktif 1 tahun setelah TA berakhir, inaktif 4 tahun, dinilai kembali",
        ),
        (kept(["Retensi"], ["Aktif", "Inaktif", "Nasib"], [None, None, "Permanen"]), "permanen"),
    ],
)  # fmt: skip
def test_ages_and_fate_in_columns_make_one_retention(sheet: SheetOf, read: str) -> None:
    intake = taken(sheet, "dip")
    assert [row.values["retensi"] for row in intake.rows] == [read]
    assert not [one for one in intake.questions if "retensi" in one.key]
    assert [one.after for one in intake.repairs if one.field == "retensi"] == [read]


@pytest.mark.parametrize(
    ("answer", "read"),
    [("tahun", "aktif 1 tahun, inaktif 4 tahun"), ("bulan", "aktif 1 bulan, inaktif 4 bulan")],
)
def test_the_unit_of_bare_numbers_is_asked_once(answer: str, read: str) -> None:
    sheet = kept(["Retensi"], ["Aktif", "Inaktif"], [1, 4], [1, 4], [2, 3])
    asked = [one for one in taken(sheet, "dip").questions if "retensi" in one.key]
    assert [one.key for one in asked] == ["satuan.retensi"]
    assert len(asked[0].places) == 6
    intake = taken(sheet, "dip", {"satuan.retensi": answer})
    assert intake.rows[0].values["retensi"] == read
    assert not [one for one in intake.questions if "retensi" in one.key]


def test_an_age_without_the_other_is_not_made_to_fit() -> None:
    intake = taken(kept(["Retensi"], ["Aktif", "Inaktif"], ["2 tahun", None]), "dip")
    assert [one.field for one in intake.questions if one.field == "retensi"]


# ------------------------------------------------------------------- short titles


@pytest.mark.parametrize("title", ["Gaji", "LKIP", "DBD", "LHKPN", "RKA"])
def test_a_short_title_is_taken(title: str) -> None:
    intake = taken(SheetOf([DIK_HEADINGS, dik_row(1, title)]), "dik")
    assert intake.rows[0].values["informasi"] == title
    assert not [one for one in intake.questions if one.field == "informasi"]
    told = [one.severity for one in intake.remarks if one.field == "informasi"]
    assert told == [Severity.SARAN] * (len(title) < 5)
