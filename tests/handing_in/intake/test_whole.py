"""What a reader loses is noticed: letters, numbers, rows and columns of a good list."""

import random
from collections.abc import Sequence

import pytest

from ppid.handing_in.intake import belonging, body, rows
from ppid.handing_in.intake.reading.texts import CellValue
from ppid.handing_in.intake.report import account_of
from ppid.handing_in.intake.taking_in import HandedFile, opened, take_in
from ppid.handing_in.model import HandedRow, Intake, Target
from ppid.reading.documents.book import (
    PLAIN,
    Area,
    Book,
    BookSheet,
    CellLook,
    CellPlace,
    FilledCell,
    Format,
)
from tests.handing_in.intake.tables import town
from tests.handing_in.intake.workbooks import DIK_HEADINGS, SheetOf, dik_rows, xlsx

H = [*DIK_HEADINGS, "Cakupan", "Mulai"]
TITLES = ("Denah gudang", "Sandi aplikasi", "Hasil psikotes", "Penawaran penyedia")
ROWS = [
    [row[0], f"{title} nomor {700 + number}", *row[2:], "seluruh", "2024-01-02"]
    for number, (row, title) in enumerate(zip(dik_rows(4), TITLES, strict=True))
]
GOOD = xlsx(SheetOf([H, *ROWS]))


def taken(content: bytes = GOOD, **answers: str) -> Intake:
    return take_in(opened("a.xlsx", content), Target("dinkes", "dik", 2024), town(), answers).intake


def losses(intake: Intake) -> list[str]:
    return [remark.place.cell for remark in intake.remarks if "tidak masuk:" in remark.message]


def assert_noticed(intake: Intake) -> None:
    assert account_of(intake).hilang > 0
    assert any(f"{len(H)} sel tidak masuk" in remark.message for remark in intake.remarks)


def test_of_a_good_list_nothing_is_lost() -> None:
    intake = taken()
    assert (len(intake.rows), account_of(intake).hilang, losses(intake)) == (4, 0, [])
    assert intake.complete


@pytest.mark.parametrize(
    "spoilt",
    [
        lambda text: text[:-1],
        lambda text: text.replace("70", "7"),
        lambda text: text.split(" nomor")[0],
        lambda text: text.replace("o", "", 1),
    ],
    ids=["last character", "a figure of a number", "a number", "a letter"],
)
def test_a_reader_that_drops_something_is_noticed(
    monkeypatch: pytest.MonkeyPatch, spoilt: object
) -> None:
    spoil = spoilt if callable(spoilt) else str
    changed = lambda text: CellValue(spoil(text))  # noqa: E731
    every = rows.RowReader._value  # noqa: SLF001 — the one place through which every cell goes

    def losing(self: rows.RowReader, name: str, text: str, places: Sequence[object]) -> str:
        said = every(self, name, text, places)  # type: ignore[arg-type]
        return changed(said).value if name == "informasi" else said

    monkeypatch.setattr(rows.RowReader, "_value", losing)
    assert losses(taken()) == ["B2", "B3", "B4", "B5"]


def test_a_row_that_vanishes_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    def own(_: belonging.Belonging, found: Sequence[HandedRow]) -> list[HandedRow]:
        return list(found[1:])

    monkeypatch.setattr(belonging.Belonging, "own", own)
    assert_noticed(taken())


def test_a_row_that_is_not_taken_up_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    add = body._Body._add  # noqa: SLF001 — what makes a row of a line

    def but_one(self: body._Body, line: object) -> None:
        if line.number != 3:  # type: ignore[attr-defined]
            add(self, line)  # type: ignore[arg-type]

    monkeypatch.setattr(body._Body, "_add", but_one)  # noqa: SLF001
    assert_noticed(taken())


@pytest.mark.parametrize(
    ("column", "name"), [(1, "informasi"), (2, "dasar_hukum"), (6, "penguasa"), (8, "cakupan")]
)
def test_a_column_under_a_heading_that_nobody_knows_is_asked_about(column: int, name: str) -> None:
    headings = [*H[:column], "Xyzzy", *H[column + 1 :]]
    content = xlsx(SheetOf([headings, *ROWS]))
    intake = taken(content)
    (question,) = [one for one in intake.questions if one.key.startswith("kolom:")]
    assert name in {reading.value for reading in question.readings}
    assert str(ROWS[0][column])[:20] in question.asks
    assert account_of(intake).hilang == 0
    done = taken(content, **{question.key: name})
    assert [row.values for row in done.rows] == [row.values for row in taken().rows]


TEXTS = (
    "No", "Informasi", "Jenis Informasi", "Dasar Hukum", "Dibuka", "Ditutup", "Jangka Waktu",
    "Keterangan", "Kategori", "Berkala", "Dikecualikan", "Status", "Terbuka", "Aktif", "Inaktif",
    "Nasib Akhir", "1", "2", "3", "I",
    "A. Bidang", "a. butir", "UU 14/2008 Pasal 17 huruf h", "5 tahun", "Denah gedung arsip",
    "yang dirawat di", "Halaman 2 dari 3", "Catatan:", "NIHIL", "Jumlah", "Ditetapkan di Kota",
    "Kepala Dinas", "v", "x", "2024", "Softcopy", "Sebagian", "DAFTAR INFORMASI PUBLIK",
    "Dinas Kesehatan", "Lihat dasar hukum nomor 1", "idem", "-", "Unit Kerja", "Xyzzy", "Cetak",
    "*) kecuali bagi penyidik", "Catatan: hanya sampai selesai", "Denah gudang*)", "Musnah",
    "Keputusan Nomor 5/SK tanggal 3 Januari 2024", "Kota Kecil, 2 Januari 2024",
)  # fmt: skip
HEADS = 16
STRUCK = CellLook(struck="dicoret", deleted=True)


def scribbled(chosen: random.Random) -> Book:
    """Make a sheet of headings and of anything below them, some of it merged."""
    height, width = chosen.randint(1, 12), chosen.randint(1, 8)
    area = Area(chosen.randint(1, height), chosen.randint(1, width), height, width)
    cells = [
        FilledCell(
            CellPlace("Daftar", row, column),
            chosen.choice(TEXTS[:HEADS] if row == 1 else TEXTS),
            look=STRUCK if row > 1 and chosen.random() < 0.1 else PLAIN,
        )
        for row in range(1, height + 1)
        for column in range(1, width + 1)
        if chosen.random() < (0.9 if row == 1 else 0.6)
        and ((row, column) == (area.first_row, area.first_column) or not area.holds(row, column))
    ]
    return Book("a.xlsx", Format.XLSX, (BookSheet("Daftar", tuple(cells), (area,)),))


@pytest.mark.parametrize("seed", range(40))
@pytest.mark.parametrize("jenis", ["dik", "dip"])
def test_whatever_a_sheet_holds_no_cell_of_it_is_lost(seed: int, jenis: str) -> None:
    chosen = random.Random(seed)  # noqa: S311 — the same sheets each time, not a secret
    handed = HandedFile("a.xlsx", b"", scribbled(chosen), None)
    answers: dict[str, str] = {}
    for _ in range(3):
        intake = take_in(handed, Target("dinkes", jenis, 2024), town(), answers).intake
        assert account_of(intake).hilang == 0
        assert not losses(intake)
        given = {q.key: chosen.choice(q.readings).value for q in intake.questions if q.readings}
        answers |= given
