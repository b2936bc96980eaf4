"""Shapes of headings × formats × troubles of rows: every row right, or asked about.

The workbooks are made here, so that what is in them is known to the letter. Each item has other
words in every cell: a cell in the wrong row or field would show.
"""

import itertools
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

import pytest

from ppid.handing_in.intake.report import account_of
from ppid.handing_in.intake.taking_in import opened, take_in
from ppid.handing_in.model import Intake, Target
from tests.handing_in.intake.tables import town
from tests.handing_in.intake.workbooks import Row, SheetOf, csv_text, docx, ods, odt, xls, xlsx

FIELDS = (
    "informasi",
    "dasar_hukum",
    "konsekuensi_dibuka",
    "konsekuensi_ditutup",
    "jangka_waktu",
    "penguasa",
    "catatan",
)
ITEMS: Sequence[Row] = (
    (1, "Denah ruang arsip", "UU 14/2008 Pasal 17 huruf c angka 2", "Ruang mudah dibobol",
     "Ruang terjaga", "2 tahun", "Bidang Aset", "Lihat denah lantai dua"),
    (2, "Sandi peladen utama", "UU 14/2008 Pasal 17 huruf c angka 6", "Peladen diretas",
     "Layanan aman", "3 tahun", "Bidang Data", "Diganti tiap bulan"),
    (3, "Hasil tes kejiwaan pelamar", "UU 14/2008 Pasal 17 huruf h angka 4", "Nama baik tercemar",
     "Pelamar terlindungi", "4 tahun", "Bidang Pegawai", "Hanya nilai akhir terbuka"),
    (4, "Surat penawaran rekanan", "UU 14/2008 Pasal 17 huruf b", "Persaingan tidak sehat",
     "Pasar tetap jujur", "6 tahun", "Bidang Pengadaan", "Terbuka sesudah kontrak"),
    (5, "Identitas saksi pelanggaran", "UU 14/2008 Pasal 17 huruf a angka 2", "Saksi terancam",
     "Saksi merasa aman", "7 tahun", "Bidang Hukum", "Nama samaran dipakai"),
)  # fmt: skip
USUAL = (
    "No", "Informasi", "Dasar Hukum", "Akibat Dibuka", "Manfaat Ditutup", "Jangka Waktu",
    "Unit Kerja", "Keterangan",
)  # fmt: skip
SHORT = (
    "No.", "Nama Dokumen / Informasi yg dikecualikan", "Dsr. Hkm", "Dampak jk dibuka",
    "Manfaat jk ditutup", "Jk. Wkt", "Satker", "Ket.",
)  # fmt: skip
TITLES = (["PEMERINTAH KOTA KECIL"], ["DAFTAR INFORMASI YANG DIKECUALIKAN"], ["TAHUN 2024"])
WIDE = ("A1:H1", "A2:H2", "A3:H3")
SPANNED: Sequence[Row] = (
    ("No", "Informasi", "Dasar Hukum", "Konsekuensi bagi Publik", None, "Jangka Waktu",
     "Unit Kerja", "Keterangan"),
    (None, None, None, "Dibuka", "Ditutup", None, None, None),
)  # fmt: skip


@dataclass(frozen=True)
class Shape:
    """Headings: rows above the items and the areas merged in them; `left`, `top` empty cells."""

    rows: Sequence[Row]
    merges: tuple[str, ...] = ()
    left: int = 0
    top: int = 0


def tall(first: int, last: int, letters: str = "ABCDEFGH") -> tuple[str, ...]:
    return tuple(f"{letter}{first}:{letter}{last}" for letter in letters)


SHAPES = {
    "satu-baris": Shape([USUAL]),
    "judul-di-atas": Shape([*TITLES, [], USUAL], WIDE),
    "gabung-dua": Shape([USUAL, []], tall(1, 2)),
    "gabung-tiga": Shape([USUAL, [], []], tall(1, 3)),
    "judul-lalu-gabung-dua": Shape([*TITLES, USUAL, []], (*WIDE, *tall(4, 5))),
    "anak-judul": Shape(SPANNED, (*tall(1, 2, "ABCFGH"), "D1:E1")),
    "anak-judul-dan-nomor-kolom": Shape(
        [*SPANNED, [f"({number})" for number in range(1, 9)]], (*tall(1, 2, "ABCFGH"), "D1:E1")
    ),
    "nomor-kolom": Shape([USUAL, list(range(1, 9))]),
    "singkatan": Shape([SHORT]),
    "singkatan-gabung": Shape([SHORT, []], tall(1, 2)),
    "huruf-besar": Shape([[text.upper().replace(" ", "\n") for text in USUAL]]),
    "nomor-kolom-huruf": Shape([USUAL, list("abcdefgh")]),
    "baris-kosong-di-dalam-judul": Shape([SPANNED[0], [], SPANNED[1]]),
    "terpisah-dua-baris": Shape(
        [
            ["No", "Informasi", "Dasar", "Akibat", "Manfaat", "Jangka", "Unit", "Keterangan"],
            [None, None, "Hukum", "Dibuka", "Ditutup", "Waktu", "Kerja", None],
        ]
    ),
    "tidak-dari-a1": Shape([USUAL], left=2, top=3),
}


@dataclass(frozen=True)
class Trouble:
    """What is done to the items; `answers` settle questions by how their keys begin.

    `asked` are the beginnings of keys of the questions that must come up about the table.
    """

    rows: Callable[[], list[Row]]
    answers: Mapping[str, str] = field(default_factory=dict)

    @property
    def asked(self) -> list[str]:
        return sorted(self.answers)


def items() -> list[Row]:
    return [list(row) for row in ITEMS]


def alone(text: object, column: int = 0) -> Row:
    return [*[None] * column, text]


def with_rows(*added: tuple[int, Row]) -> list[Row]:
    """Put rows before the items with these positions; 5 is behind the last."""
    rows: list[Row] = []
    for position, item in enumerate([*items(), None]):
        rows += [row for at, row in added if at == position]
        rows += [item] if item else []
    return rows


def without(column: int, *positions: int) -> list[Row]:
    return [
        [None if position in positions and at == column else value for at, value in enumerate(row)]
        for position, row in enumerate(ITEMS)
    ]


def wrapped() -> list[Row]:
    """Part an item over two lines in the middle of a sentence."""
    rows = items()
    rows[1] = [2, "Sandi peladen", "UU 14/2008 Pasal 17", "Peladen", *rows[1][4:]]
    rest = [None, "utama", "huruf c angka 6", "diretas", None, None, None, None]
    return [*rows[:2], rest, *rows[2:]]


def beside(*texts: object) -> list[Row]:
    """Put texts behind the items, under no heading."""
    return [[*row, text] for row, text in zip(ITEMS, texts, strict=True)]


SIGNED = (
    (5, []),
    (5, alone("Ditetapkan di Kota Kecil", 5)),
    (5, alone("pada tanggal 2 Januari 2024", 5)),
    (5, alone("Kepala Dinas,", 5)),
    (5, alone("Nama Pejabat", 5)),
    (5, alone("NIP. -", 5)),
)
NOTED = (
    (5, []),
    (5, alone("Catatan:", 1)),
    (5, alone("1. Daftar ini berlaku sejak ditetapkan", 1)),
    (5, alone("*) menunggu pembahasan", 1)),
)
PUBLIC = ["No", "Ringkasan Isi Informasi", "Klasifikasi", "Waktu Pembuatan", "Bentuk", "Retensi"]
TROUBLES = {
    "tanpa": Trouble(items),
    "tanda-tangan": Trouble(lambda: with_rows(*SIGNED)),
    "catatan-lalu-tanda-tangan": Trouble(lambda: with_rows(*NOTED, *SIGNED)),
    "kelompok-berhuruf": Trouble(
        lambda: with_rows((0, alone("A. Sekretariat")), (2, alone("B. Bidang Teknis")))
    ),
    "kelompok-romawi": Trouble(
        lambda: with_rows((0, ["I", "Rahasia jabatan"]), (3, ["II", "Rahasia usaha"]))
    ),
    "nomor-halaman": Trouble(
        lambda: with_rows((2, alone("Halaman 1 dari 2", 5)), (5, alone("Halaman 2 dari 2", 5)))
    ),
    "baris-kosong": Trouble(lambda: with_rows((1, []), (3, []), (3, []), (5, []))),
    "jumlah": Trouble(lambda: with_rows((5, ["Jumlah", 5]))),
    "terpotong": Trouble(wrapped),
    "nomor-terlupa": Trouble(lambda: without(0, 2)),
    "tanpa-nomor": Trouble(lambda: without(0, 0, 1, 2, 3, 4)),
    "tabel-rujukan": Trouble(
        lambda: with_rows((5, []), (5, ["No", "Dasar Hukum"]), (5, [1, "UU 27/2022"])),
        {"tabel:": "bukan"},
    ),
    "daftar-lain": Trouble(
        lambda: with_rows(
            (5, []),
            (5, alone("DAFTAR INFORMASI PUBLIK")),
            (5, PUBLIC),
            (5, [1, "Profil dinas", "Berkala", "2024", "Softcopy", "5 tahun"]),
        ),
        {"tabel:": "bukan"},
    ),
    "subbutir": Trouble(
        lambda: with_rows((2, alone("a. tingkat satu", 1)), (2, alone("b. tingkat dua", 1))),
        {"baris": "bukan"},
    ),
    "keterangan-bersyarat": Trouble(
        lambda: with_rows((5, []), (5, ["*) kecuali bagi penyidik yang berwenang"]), *SIGNED),
        {"keterangan:": "keterangan"},
    ),
    "kolom-tanpa-judul": Trouble(
        lambda: beside(*(f"Disetujui rapat bagian {name}" for name in "ABCDE")), {"kolom:": "-"}
    ),
    "kolom-kata": Trouble(lambda: beside("Umum", "Medis", None, "Umum", "Medis")),
    "kosong-sama": Trouble(lambda: without(5, 3), {"sama:": "kosong"}),
}
WRITERS: Mapping[str, Callable[[SheetOf], bytes]] = {
    "xlsx": xlsx,
    "ods": ods,
    "xls": xls,
    "docx": docx,
    "odt": odt,
    "csv": lambda sheet: csv_text(sheet.rows, ";").encode("utf-8-sig"),
}


def shifted(shape: Shape, rows: Sequence[Row]) -> SheetOf:
    moved = [[*[None] * shape.left, *row] if row else [] for row in (*shape.rows, *rows)]
    return SheetOf([*[[]] * shape.top, *moved], merges=shape.merges)


def taken(content: bytes, kind: str, answers: Mapping[str, str]) -> Intake:
    handed = opened(f"daftar.{kind}", content)
    intake = take_in(handed, Target("dinkes", "dik", 2024), town(), answers).intake
    assert account_of(intake).hilang == 0
    assert not [one for one in intake.remarks if "tidak masuk" in one.message]
    return intake


def about_the_table(intake: Intake) -> list[str]:
    starts = ("keterangan:", "baris", "tabel:", "sama:", "kolom:", "kolom-ganda:", "lembar")
    return [one.key for one in intake.questions if one.key.startswith(starts)]


def expected(name: str) -> list[tuple[str, ...]]:
    rows = [[str(value) for value in row[1:]] for row in ITEMS]
    if name == "kosong-sama":
        rows[3][4] = ""
    return [tuple(row) for row in rows]


def read(intake: Intake) -> list[tuple[str, ...]]:
    return [tuple(row.values[name] for name in FIELDS) for row in intake.rows]


def shapes_for(trouble: str, kind: str) -> list[str]:
    """Return every third shape, so that each meets each trouble in two formats of the six."""
    turn = list(TROUBLES).index(trouble) + list(WRITERS).index(kind)
    return [name for position, name in enumerate(SHAPES) if (position + turn) % 3 == 0]


def test_the_corpus_is_large_enough() -> None:
    cases = [
        (shape, trouble, kind)
        for trouble, kind in itertools.product(TROUBLES, WRITERS)
        for shape in shapes_for(trouble, kind)
    ]
    assert len(cases) >= 300
    assert {case[:2] for case in cases} == set(itertools.product(SHAPES, TROUBLES))


@pytest.mark.parametrize("kind", WRITERS)
@pytest.mark.parametrize("trouble", TROUBLES)
def test_every_row_is_right_or_asked_about(trouble: str, kind: str) -> None:
    """Where nothing is asked about the table, the rows are right; where it is, an answer does."""
    case = TROUBLES[trouble]
    for name in shapes_for(trouble, kind):
        content = WRITERS[kind](shifted(SHAPES[name], case.rows()))
        intake = taken(content, kind, {})
        asked = about_the_table(intake)
        starts = [next((one for one in case.asked if key.startswith(one)), key) for key in asked]
        assert sorted(starts) == case.asked, name
        if asked:
            given = {key: case.answers[start] for key, start in zip(asked, starts, strict=True)}
            intake = taken(content, kind, given)
        assert read(intake) == expected(trouble), name
