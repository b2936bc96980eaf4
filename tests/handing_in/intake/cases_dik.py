"""Lists of excluded information in the shapes in which they are handed in."""

from tests.handing_in.intake.cases import Case, subjects
from tests.handing_in.intake.workbooks import (
    DIK_HEADINGS,
    SUBJECTS,
    SheetOf,
    csv_text,
    dik_row,
    dik_rows,
    ods,
    xls,
    xlsx,
)

TITLES = (
    ["DAFTAR INFORMASI YANG DIKECUALIKAN"],
    ["DINAS KESEHATAN KOTA KECIL"],
    ["TAHUN 2024"],
)
H = list(DIK_HEADINGS)
NUMBERS = list(range(1, len(H) + 1))
TWO_ROWS = (
    [
        "No.",
        "Informasi",
        "Dasar Hukum",
        "Konsekuensi / Pertimbangan Bagi Publik",
        None,
        "Jangka Waktu",
    ],
    [None, None, None, "Dibuka", "Ditutup", None],
)
TWO_ROWS_MERGED = ("A1:A2", "B1:B2", "C1:C2", "D1:E1", "F1:F2")
SHORT = dik_row(1)[:6]
THREE = SUBJECTS[:3]
SIGNED = (
    [None, None, None, None, None, None, "Ditetapkan di Kota Kecil"],
    [None, None, None, None, None, None, "pada tanggal 2 Januari 2024"],
    [None, None, None, None, None, None, "Kepala Dinas Kesehatan,"],
    [None, None, None, None, None, None, "Nama Pejabat"],
    [None, None, None, None, None, None, "NIP. -"],
)


def _one(rows: list[list[object]], **changes: object) -> bytes:
    return xlsx(SheetOf(rows, **changes))  # type: ignore[arg-type]


def _changed(number: object, **changes: object) -> list[object]:
    order = ["no", "informasi", "dasar", "dibuka", "ditutup", "jangka", "penguasa", "pj"]
    row = dict(zip(order, dik_row(number), strict=True))
    return list({**row, **changes}.values())


def _part(**filled: object) -> list[object]:
    return _changed("x", **{**dict.fromkeys(_ORDER), **filled})


_ORDER = ("no", "informasi", "dasar", "dibuka", "ditutup", "jangka", "penguasa", "pj")

DIK_CASES = (
    Case("polos", "dik", "dik.xlsx", lambda: _one([H, *dik_rows(3)]), subjects(*THREE)),
    Case(
        "judul-besar-di-atas",
        "dik",
        "dik.xlsx",
        lambda: _one([*TITLES, [], H, *dik_rows(3)], merges=("A1:H1", "A2:H2", "A3:H3")),
        subjects(*THREE),
        unused={"judul di atas tabel": 3},
    ),
    Case(
        "judul-dua-baris-digabung",
        "dik",
        "dik.xlsx",
        lambda: _one([*TWO_ROWS, SHORT], merges=TWO_ROWS_MERGED),
        [{"konsekuensi_dibuka": "Rahasia pribadi seseorang terungkap.", "jangka_waktu": "5 tahun"}],
    ),
    *(
        Case(
            f"judul-setinggi-{height}-baris-tanpa-anak-judul-{name}",
            "dik",
            f"dik.{name}",
            lambda height=height, write=write: write(
                SheetOf(
                    [["DAFTAR INFORMASI"], H, *[[]] * (height - 1), *dik_rows(3)],
                    merges=("A1:H1", *(f"{letter}2:{letter}{height + 1}" for letter in "ABCDEFGH")),
                )
            ),
            subjects(*THREE),
            unused={"judul di atas tabel": 1},
        )
        for height in (2, 3)
        for name, write in (("xlsx", xlsx), ("xls", xls), ("ods", ods))
    ),
    Case(
        "judul-lebar-di-atas-judul-kolom-yang-asing",
        "dik",
        "dik.xlsx",
        lambda: _one(
            [
                ["DAFTAR INFORMASI"],
                ["informasi", "dasar_hkm", "akibat_buka", "manfaat_ttp", "lama", "unit_kita"],
                *(row[1:7] for row in dik_rows(3)),
            ],
            merges=("A1:F1",),
        ),
        subjects(*THREE),
        unused={"judul di atas tabel": 1},
        asked=("kolom:akibat_buka", "kolom:manfaat_ttp", "kolom:lama", "kolom:unit_kita"),
    ),
    Case(
        "judul-dua-baris-di-csv",
        "dik",
        "dik.csv",
        lambda: csv_text([*TWO_ROWS, SHORT], ";").encode(),
        [{"konsekuensi_ditutup": "Rahasia pribadi seseorang terjaga.", "jangka_waktu": "5 tahun"}],
    ),
    Case(
        "judul-dua-baris-lalu-nomor-kolom",
        "dik",
        "dik.xlsx",
        lambda: _one([*TWO_ROWS, [1, 2, 3, 4, 5, 6], SHORT], merges=TWO_ROWS_MERGED),
        subjects(SUBJECTS[0]),
        unused={"nomor kolom": 6},
    ),
    Case(
        "judul-tiga-baris",
        "dik",
        "dik.xlsx",
        lambda: _one(
            [
                ["No", "Uraian", None, "Konsekuensi", None, "Jangka Waktu"],
                [None, "Informasi", "Dasar Hukum", "bagi Publik bila Informasi", None, None],
                [None, None, None, "Dibuka", "Ditutup", None],
                SHORT,
            ],
            merges=("A1:A3", "B1:C1", "B2:B3", "C2:C3", "D1:E1", "D2:E2", "F1:F3"),
        ),
        [{"informasi": SUBJECTS[0], "konsekuensi_ditutup": "Rahasia pribadi seseorang terjaga."}],
    ),
    Case(
        "nomor-kolom-berkurung",
        "dik",
        "dik.xlsx",
        lambda: _one([H, [f"({n})" for n in NUMBERS], *dik_rows(2)]),
        subjects(*SUBJECTS[:2]),
        unused={"nomor kolom": 8},
    ),
    Case(
        "judul-diulang-tiap-halaman",
        "dik",
        "dik.xlsx",
        lambda: _one([H, NUMBERS, *dik_rows(2), H, NUMBERS, *dik_rows(1, 3)]),
        subjects(*THREE),
        unused={"judul kolom diulang": 8, "nomor kolom": 16},
    ),
    Case(
        "baris-terpotong-halaman",
        "dik",
        "dik.xlsx",
        lambda: _one([H, dik_row(1), _part(dasar="UU 27/2022 Pasal 4"), dik_row(2)]),
        [
            {"dasar_hukum": "UU 14/2008 Pasal 17 huruf h angka 2 + UU 27/2022 Pasal 4"},
            {"informasi": SUBJECTS[1]},
        ],
    ),
    Case(
        "baris-terpotong-di-tengah-kalimat",
        "dik",
        "dik.xlsx",
        lambda: _one(
            [
                H,
                _changed(1, informasi="Rincian harga perkiraan sendiri dan"),
                _part(informasi="daftar penawaran", dibuka="sebelum lelang selesai."),
                dik_row(2),
            ]
        ),
        subjects("Rincian harga perkiraan sendiri dan + daftar penawaran", SUBJECTS[1]),
    ),
    Case(
        "baris-terpotong-nomor-diulang",
        "dik",
        "dik.xlsx",
        lambda: _one([H, dik_row(1), _part(no=1, dibuka="lanjutan kalimat."), dik_row(2)]),
        [
            {"konsekuensi_dibuka": "Rahasia pribadi seseorang terungkap. + lanjutan kalimat."},
            {"informasi": SUBJECTS[1]},
        ],
    ),
    Case(
        "subnomor-di-bawah-judul-bernomor",
        "dik",
        "dik.xlsx",
        lambda: _one(
            [
                H,
                [1, "Kepegawaian"],
                _changed("a.", informasi="Data pribadi"),
                _changed("b.", informasi="Hukuman disiplin"),
                [2, "Keuangan"],
                _changed("a.", informasi="Rekening"),
            ]
        ),
        subjects("Data pribadi", "Hukuman disiplin", "Rekening"),
        sections=("1 Kepegawaian", "1 Kepegawaian", "2 Keuangan"),
    ),
    Case(
        "baris-yang-informasinya-kosong",
        "dik",
        "dik.xlsx",
        lambda: _one([H, dik_row(1), _changed(2, informasi=None), dik_row(3)]),
        subjects(SUBJECTS[0], "", SUBJECTS[2]),
    ),
    Case(
        "dua-tanda-tangan-berdampingan",
        "dik",
        "dik.xlsx",
        lambda: _one(
            [
                H,
                *dik_rows(2),
                [],
                ["Mengetahui,", *([None] * 4), "Kota Kecil, 2 Januari 2024"],
                ["Kepala Dinas", *([None] * 4), "PPID Pelaksana"],
                ["Nama Pertama", *([None] * 4), "Nama Kedua"],
            ]
        ),
        subjects(*SUBJECTS[:2]),
        unused={"blok tanda tangan": 6},
    ),
    Case(
        "baris-terpotong-judul-di-antaranya",
        "dik",
        "dik.xlsx",
        lambda: _one([H, dik_row(1), H, _part(dibuka="lanjutan kalimat."), dik_row(2)]),
        subjects(*SUBJECTS[:2]),
        unused={"judul kolom diulang": 8},
    ),
    Case(
        "lanjutan-yang-meragukan",
        "dik",
        "dik.xlsx",
        lambda: _one([H, dik_row(1), _part(informasi="Data Pasien Rujukan"), dik_row(2)]),
        subjects(SUBJECTS[0], "Data Pasien Rujukan", SUBJECTS[1]),
        asked=("baris:Daftar:",),
    ),
    Case(
        "seksi-per-unit",
        "dik",
        "dik.xlsx",
        lambda: _one(
            [H, ["PPID Utama"], dik_row(1), ["Bidang Aset"], dik_row(2), dik_row(3)],
            merges=("A2:H2", "A4:H4"),
        ),
        subjects(*THREE),
        sections=("PPID Utama", "Bidang Aset", "Bidang Aset"),
    ),
    Case(
        "seksi-huruf-dengan-subnomor",
        "dik",
        "dik.xlsx",
        lambda: _one(
            [
                H,
                ["A", "Kepegawaian"],
                dik_row(1),
                dik_row(2),
                ["B", "Keuangan"],
                dik_row(1, "Laporan keuangan sebelum diaudit"),
            ]
        ),
        subjects(*SUBJECTS[:2], "Laporan keuangan sebelum diaudit"),
        sections=("A Kepegawaian", "A Kepegawaian", "B Keuangan"),
    ),
    Case(
        "seksi-bertingkat",
        "dik",
        "dik.xlsx",
        lambda: _one(
            [
                H,
                ["I. Sekretariat"],
                ["A. Kepegawaian"],
                dik_row(1),
                ["B. Keuangan"],
                dik_row(2),
                ["II. Bidang"],
                dik_row(3),
            ],
            merges=("A2:H2", "A3:H3", "A5:H5", "A7:H7"),
        ),
        subjects(*THREE),
        sections=(
            "I. Sekretariat A. Kepegawaian",
            "I. Sekretariat B. Keuangan",
            "II. Bidang",
        ),
    ),
    Case(
        "seksi-di-csv",
        "dik",
        "dik.csv",
        lambda: csv_text(
            [H, ["A. PPID Utama"], dik_row(1), ["B. Bidang Aset"], dik_row(2)]
        ).encode(),
        subjects(*SUBJECTS[:2]),
        sections=("A. PPID Utama", "B. Bidang Aset"),
    ),
    Case(
        "blok-tanda-tangan",
        "dik",
        "dik.xlsx",
        lambda: _one([H, *dik_rows(3), [], *SIGNED]),
        subjects(*THREE),
        unused={"blok tanda tangan": 5},
    ),
    Case(
        "tabel-penguji-lampiran-ii",
        "dik",
        "dik.xlsx",
        lambda: _one(
            [
                ["LEMBAR PENGUJIAN KONSEKUENSI NOMOR 1 TAHUN 2024"],
                ["Pada hari ini Selasa tanggal 2 Januari 2024 telah dilakukan pengujian."],
                [
                    "Informasi (berisi informasi tertentu yang akan dikecualikan)",
                    "Dasar Hukum Pengecualian Informasi",
                    (
                        "Konsekuensi/Pertimbangan Bagi Publik (berisi uraian konsekuensi/"
                        "pertimbangannya)"
                    ),
                    None,
                    "Jangka Waktu (disebutkan jangka waktunya)",
                ],
                [None, None, "Dibuka", "Ditutup", None],
                SHORT[1:],
                [],
                ["No", "Nama", "Jabatan", "Unit Kerja", "TTD"],
                [1, "Orang Pertama", "Kepala Bidang", "Dinas", None],
                [2, "Orang Kedua", "Sekretaris", "Dinas", None],
                ["Menyetujui,"],
                ["Kepala Dinas"],
            ],
            merges=("A1:E1", "A2:E2", "A3:A4", "B3:B4", "C3:D3", "E3:E4"),
        ),
        [{"informasi": SUBJECTS[0], "jangka_waktu": "5 tahun"}],
        unused={"judul di atas tabel": 2, "blok tanda tangan": 15},
    ),
    Case(
        "lampiran-ii-tegak",
        "dik",
        "dik.xlsx",
        lambda: _one(
            [
                ["LEMBAR PENGUJIAN KONSEKUENSI"],
                [1, "Informasi", ":", SUBJECTS[0]],
                [2, "Dasar Hukum Pengecualian Informasi", ":", "UU 14/2008 Pasal 17 huruf h"],
                [3, "Konsekuensi bila dibuka", ":", "Rahasia terungkap."],
                [4, "Konsekuensi bila ditutup", ":", "Rahasia terjaga."],
                [None, None, None, "Kepercayaan terjaga."],
                [5, "Jangka Waktu", ":", "5 tahun"],
                [],
                ["Mengetahui,"],
                ["Nama Pejabat"],
            ]
        ),
        [
            {
                "informasi": SUBJECTS[0],
                "konsekuensi_ditutup": "Rahasia terjaga. + Kepercayaan terjaga.",
                "jangka_waktu": "5 tahun",
            }
        ],
        unused={"nomor isian": 5, "tanda titik dua": 5, "blok tanda tangan": 2},
    ),
    Case(
        "lampiran-ii-selembar-satu-informasi",
        "dik",
        "dik.xlsx",
        lambda: xlsx(
            *(
                SheetOf(
                    [
                        ["Informasi :", subject],
                        ["Dasar Hukum :", "UU 14/2008 Pasal 17 huruf i"],
                        ["Jangka Waktu :", "1 tahun"],
                    ],
                    name=f"Uji {number}",
                )
                for number, subject in enumerate(THREE, start=1)
            )
        ),
        subjects(*THREE),
    ),
    Case(
        "nihil",
        "dik",
        "dik.xlsx",
        lambda: _one([H, [1, "NIHIL"]]),
        [],
        nihil="1 NIHIL",
        unused={"pernyataan nihil": 2},
    ),
    Case(
        "nihil-digabung-dan-ditandatangani",
        "dik",
        "dik.xlsx",
        lambda: _one([*TITLES, H, ["N I H I L"], *SIGNED], merges=("A5:H5",)),
        [],
        nihil="N I H I L",
        unused={"pernyataan nihil": 1, "blok tanda tangan": 5, "judul di atas tabel": 3},
    ),
    Case(
        "nihil-dengan-tanda-hubung",
        "dik",
        "dik.csv",
        lambda: csv_text([H, ["-", "Nihil", "-", "-", "-", "-", "-", "-"]]).encode(),
        [],
        nihil="- Nihil - - - - - -",
    ),
    Case(
        "judul-saja-bernomor",
        "dik",
        "dik.xlsx",
        lambda: _one([["No", "Judul"], [1, THREE[0]], [2, THREE[1]], [3, THREE[2]]]),
        subjects(*THREE),
    ),
    Case(
        "judul-saja-tanpa-nomor",
        "dik",
        "dik.csv",
        lambda: csv_text([["Informasi yang Dikecualikan"], *([text] for text in THREE)]).encode(),
        subjects(*THREE),
    ),
    Case(
        "dasar-hukum-digabung",
        "dik",
        "dik.xlsx",
        lambda: _one(
            [H, dik_row(1), _changed(2, dasar=None), _changed(3, dasar=None)], merges=("C2:C4",)
        ),
        [{"dasar_hukum": "UU 14/2008 Pasal 17 huruf h angka 2"}] * 3,
    ),
    Case(
        "satu-informasi-tiga-dasar-hukum",
        "dik",
        "dik.xlsx",
        lambda: _one(
            [H, dik_row(1), _part(dasar="UU 27/2022"), _part(dasar="UU 1/2023"), dik_row(2)],
            merges=("A2:A4", "B2:B4", "D2:D4", "E2:E4", "F2:F4", "G2:G4", "H2:H4"),
        ),
        [
            {"dasar_hukum": "UU 14/2008 Pasal 17 huruf h angka 2 + UU 27/2022 + UU 1/2023"},
            {"informasi": SUBJECTS[1]},
        ],
    ),
    Case(
        "kolom-tanggal-yang-meragukan",
        "dik",
        "dik.xlsx",
        lambda: _one([[*H, "Tanggal"], [*dik_row(1), "2024-01-02"]]),
        subjects(SUBJECTS[0]),
        asked=("kolom:tanggal",),
    ),
    Case(
        "kolom-tanggal-sudah-dijawab",
        "dik",
        "dik.xlsx",
        lambda: _one([[*H, "Tanggal"], [*dik_row(1), "2024-01-02"]]),
        [{"mulai": "2024-01-02"}],
        answers={"kolom:tanggal": "mulai"},
    ),
    Case(
        "lampiran-iv-semula-dan-pengubahan",
        "dik",
        "dik.xlsx",
        lambda: _one(
            [
                ["Informasi yang Dikecualikan", "Dasar Hukum Pengecualian", None, "Jangka Waktu"],
                [None, "Semula", "Pengubahan", None],
                [THREE[0], "UU lama", "UU baru", "5 tahun"],
            ],
            merges=("A1:A2", "B1:C1", "D1:D2"),
        ),
        [{"dasar_hukum": "UU lama + UU baru", "jangka_waktu": "5 tahun"}],
        asked=("kolom-ganda:dasar_hukum",),
    ),
    Case(
        "lampiran-iv-sudah-dijawab",
        "dik",
        "dik.xlsx",
        lambda: _one(
            [
                ["Informasi yang Dikecualikan", "Dasar Hukum Pengecualian", None, "Jangka Waktu"],
                [None, "Semula", "Pengubahan", None],
                [THREE[0], "UU lama", "UU baru", "5 tahun"],
            ],
            merges=("A1:A2", "B1:C1", "D1:D2"),
        ),
        [{"dasar_hukum": "UU baru"}],
        answers={"kolom-ganda:dasar_hukum": "C"},
        unused={"kolom “Dasar Hukum Pengecualian Semula” tidak termasuk dalam daftar": 1},
    ),
    Case(
        "tabel-tidak-mulai-di-a1",
        "dik",
        "dik.xlsx",
        lambda: _one([[], [], [None, None, *H], *([None, None, *row] for row in dik_rows(2))]),
        subjects(*SUBJECTS[:2]),
    ),
    Case(
        "kolom-tak-dikenal",
        "dik",
        "dik.xlsx",
        lambda: _one([[*H, "Nomor SK"], [*dik_row(1), "188/2024"], [*dik_row(2), "188/2024"]]),
        subjects(*SUBJECTS[:2]),
        unused={"kolom “Nomor SK” tidak termasuk dalam daftar": 2},
    ),
    Case(
        "kolom-tanpa-judul",
        "dik",
        "dik.xlsx",
        lambda: _one([H, [*dik_row(1), "cek lagi"], dik_row(2)]),
        subjects(*SUBJECTS[:2]),
        unused={"kolom tanpa judul": 1},
    ),
    Case(
        "judul-salah-eja",
        "dik",
        "dik.xlsx",
        lambda: _one(
            [
                [
                    "Nomer",
                    "Infomasi",
                    "Dasar Hukun",
                    "Konsekwensi Dibuka",
                    "Konsekuensi Ditutp",
                    "Jangka Wkatu",
                    "Penguasa Infromasi",
                    "Penangung Jawab",
                ],
                dik_row(1),
            ]
        ),
        [
            {
                "informasi": SUBJECTS[0],
                "dasar_hukum": "UU 14/2008 Pasal 17 huruf h angka 2",
                "konsekuensi_ditutup": "Rahasia pribadi seseorang terjaga.",
                "jangka_waktu": "5 tahun",
                "penguasa": "Bidang Pelayanan",
                "penanggung_jawab": "Kepala Bidang Pelayanan",
            }
        ],
    ),
    Case(
        "judul-huruf-besar-berganti-baris",
        "dik",
        "dik.xlsx",
        lambda: _one([[str(text).upper().replace(" ", "\n") for text in H], dik_row(1)]),
        [{"informasi": SUBJECTS[0], "penguasa": "Bidang Pelayanan"}],
    ),
    Case(
        "judul-csv-sendiri",
        "dik",
        "2024.csv",
        lambda: csv_text(
            [
                [
                    "kode",
                    "informasi",
                    "cakupan",
                    "bagian",
                    "dasar_hukum",
                    "konsekuensi_dibuka",
                    "konsekuensi_ditutup",
                    "jangka_waktu",
                    "mulai",
                    "penguasa",
                    "penanggung_jawab",
                    "catatan",
                ],
                [
                    "KES-1",
                    THREE[0],
                    "sebagian",
                    "nama pasien",
                    "UU 14/2008",
                    "a",
                    "b",
                    "5 tahun",
                    "2024-01-02",
                    "Bidang",
                    "Kepala Bidang",
                    "catatan kecil",
                ],
            ]
        ).encode(),
        [
            {
                "kode": "KES-1",
                "bagian": "nama pasien",
                "mulai": "2024-01-02",
                "catatan": "catatan kecil",
            }
        ],
    ),
    Case(
        "lembar-petunjuk-dan-pilihan",
        "dik",
        "dik.xlsx",
        lambda: xlsx(
            SheetOf([["PETUNJUK PENGISIAN"], ["Isi lembar Daftar."]], name="Petunjuk"),
            SheetOf([H, *dik_rows(2)]),
            SheetOf([["seluruh"], ["sebagian"]], name="Pilihan", hidden=True),
        ),
        subjects(*SUBJECTS[:2]),
        unused={"lembar ini tidak memuat daftar": 2, "lembar tersembunyi": 2},
    ),
    Case(
        "daftar-di-lembar-tersembunyi",
        "dik",
        "dik.xlsx",
        lambda: xlsx(SheetOf([["Sampul"]], name="Sampul"), SheetOf([H, *dik_rows(2)], hidden=True)),
        subjects(*SUBJECTS[:2]),
        said=("lembar tersembunyi",),
    ),
    Case(
        "lembar-per-tahun",
        "dik",
        "dik.xlsx",
        lambda: xlsx(
            SheetOf([H, *dik_rows(1)], name="DIK 2023"),
            SheetOf([H, *dik_rows(2)], name="DIK 2024"),
        ),
        subjects(*SUBJECTS[:2]),
    ),
    Case(
        "lembar-kembar",
        "dik",
        "dik.xlsx",
        lambda: xlsx(
            SheetOf([H, *dik_rows(1)], name="Lama"), SheetOf([H, *dik_rows(2)], name="Baru")
        ),
        subjects(SUBJECTS[0]),
        asked=("lembar",),
    ),
    Case(
        "lembar-kembar-sudah-dijawab",
        "dik",
        "dik.xlsx",
        lambda: xlsx(
            SheetOf([H, *dik_rows(1)], name="Lama"), SheetOf([H, *dik_rows(2)], name="Baru")
        ),
        subjects(*SUBJECTS[:2]),
        answers={"lembar": "Baru"},
    ),
    Case(
        "buku-dengan-dip-dan-dik",
        "dik",
        "daftar.xlsx",
        lambda: xlsx(
            SheetOf(
                [
                    [
                        "No",
                        "Ringkasan Isi Informasi",
                        "Penguasa",
                        "Penanggung Jawab",
                        "Waktu Pembuatan",
                        "Tempat Pembuatan",
                        "Bentuk",
                        "Retensi",
                    ],
                    [
                        1,
                        "Profil dinas",
                        "Sekretariat",
                        "Sekretaris",
                        2024,
                        "Bekasi",
                        "cetak",
                        "5 tahun",
                    ],
                ],
                name="DIP",
            ),
            SheetOf([H, *dik_rows(2)], name="DIK"),
        ),
        subjects(*SUBJECTS[:2]),
    ),
    Case(
        "rumus-dan-galat",
        "dik",
        "dik.xlsx",
        lambda: _one([H, _changed(1, jangka='=5&" tahun"', pj="#REF!"), dik_row(2)]),
        [{"jangka_waktu": "(rumus tanpa hasil)", "penanggung_jawab": "#REF!"}, {}],
        said=("hasilnya tidak tersimpan", "galat #REF!"),
    ),
    Case(
        "baris-jumlah",
        "dik",
        "dik.xlsx",
        lambda: _one([H, *dik_rows(2), ["Jumlah", 2]]),
        subjects(*SUBJECTS[:2]),
        unused={"baris jumlah": 2},
    ),
    Case(
        "nomor-tanpa-isi",
        "dik",
        "dik.xlsx",
        lambda: _one([H, *dik_rows(2), [3], [4], [5]]),
        subjects(*SUBJECTS[:2]),
        unused={"nomor urut tanpa isi": 3},
    ),
    Case(
        "keterangan-di-bawah-tabel",
        "dik",
        "dik.xlsx",
        lambda: _one([H, *dik_rows(2), [], ["Keterangan: daftar ini ditinjau tiap tahun."]]),
        subjects(*SUBJECTS[:2]),
        unused={"keterangan di luar tabel": 1},
    ),
    Case(
        "baris-kosong-di-antaranya",
        "dik",
        "dik.xlsx",
        lambda: _one([H, dik_row(1), [], [None, " "], dik_row(2), [], []]),
        subjects(*SUBJECTS[:2]),
    ),
    Case(
        "baris-dan-kolom-tersembunyi",
        "dik",
        "dik.xlsx",
        lambda: _one([H, *dik_rows(2)], hidden_rows=(3,), hidden_columns=("C",)),
        subjects(*SUBJECTS[:2]),
    ),
    Case(
        "komentar-pada-sel",
        "dik",
        "dik.xlsx",
        lambda: _one([H, *dik_rows(1)], comments={"B2": "tolong diperbaiki"}),
        subjects(SUBJECTS[0]),
        said=("komentar pada sel B2",),
    ),
    Case(
        "xls-lama",
        "dik",
        "dik.xls",
        lambda: xls(SheetOf([*TITLES, H, *dik_rows(2)], merges=("A1:H1",))),
        subjects(*SUBJECTS[:2]),
    ),
    Case(
        "ods-dengan-gabungan",
        "dik",
        "dik.ods",
        lambda: ods(SheetOf([*TWO_ROWS, SHORT], merges=TWO_ROWS_MERGED)),
        [{"konsekuensi_ditutup": "Rahasia pribadi seseorang terjaga.", "jangka_waktu": "5 tahun"}],
    ),
    Case(
        "daftar-bernomor-dalam-sel",
        "dik",
        "dik.xlsx",
        lambda: _one([H, _changed(1, dibuka="1. Rahasia terungkap.\n2. Pasien enggan berobat.")]),
        [{"konsekuensi_dibuka": "1. Rahasia terungkap.\n2. Pasien enggan berobat."}],
    ),
)
