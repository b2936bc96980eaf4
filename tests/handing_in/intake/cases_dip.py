"""Lists of public information in the shapes in which they are handed in."""

import datetime as dt

from tests.handing_in.intake.cases import Case, subjects
from tests.handing_in.intake.workbooks import DIP_HEADINGS, SheetOf, csv_text, dip_row, xls, xlsx

H = list(DIP_HEADINGS)
TICKED = (
    [*H, "Jenis Informasi", None, None],
    [*([None] * 7), "Setiap Saat", "Berkala", "Serta Merta"],
)
TICKED_MERGED = (*(f"{letter}1:{letter}2" for letter in "ABCDEFG"), "H1:J1")
ONE = "Laporan kinerja tahunan"
ITEMS = ("Profil dinas", "Rencana kerja", "Peringatan banjir")


def _tables(*titles: str) -> list[list[object]]:
    rows: list[list[object]] = [["DAFTAR INFORMASI PUBLIK TAHUN 2024"], []]
    for title, item in zip(titles, ITEMS, strict=True):
        rows += [[title], H, dip_row(1, item), []]
    return rows


DIP_CASES = (
    Case(
        "lampiran-i",
        "dip",
        "dip.xlsx",
        lambda: xlsx(SheetOf([H, dip_row(1)])),
        [
            {
                "informasi": ONE,
                "penguasa": "Subbagian Perencanaan",
                "penanggung_jawab": "Kepala Subbagian Perencanaan",
                "tempat_waktu_pembuatan": "Bekasi, 2024",
                "bentuk": "Softcopy",
                "retensi": "5 tahun",
            }
        ],
    ),
    Case(
        "tanda-centang",
        "dip",
        "dip.xlsx",
        lambda: xlsx(SheetOf([*TICKED, [*dip_row(1), None, "√", None]], merges=TICKED_MERGED)),
        [{"klasifikasi=berkala": "√", "retensi": "5 tahun"}],
    ),
    Case(
        "tanda-centang-di-csv",
        "dip",
        "dip.csv",
        lambda: csv_text([*TICKED, [*dip_row(1), "√", "", ""]], "\t").encode("utf-16"),
        [{"klasifikasi=setiap-saat": "√"}],
    ),
    Case(
        "centang-benar-salah",
        "dip",
        "dip.xlsx",
        lambda: xlsx(SheetOf([*TICKED, [*dip_row(1), False, False, True]], merges=TICKED_MERGED)),
        [{"klasifikasi=serta-merta": "TRUE", "klasifikasi=berkala": "FALSE"}],
    ),
    Case(
        "waktu-dan-tempat-di-bawah-satu-judul",
        "dip",
        "dip.xlsx",
        lambda: xlsx(
            SheetOf(
                [
                    ["No", "Ringkasan Isi Informasi", "Waktu dan Tempat Pembuatan Informasi", None],
                    [None, None, "Waktu", "Tempat"],
                    [1, ONE, 2024, "Bekasi"],
                ],
                merges=("A1:A2", "B1:B2", "C1:D1"),
            )
        ),
        [{"waktu_pembuatan": "2024", "tempat_pembuatan": "Bekasi"}],
    ),
    Case(
        "bentuk-dengan-centang",
        "dip",
        "dip.xlsx",
        lambda: xlsx(
            SheetOf(
                [
                    ["No", "Ringkasan Isi Informasi", "Bentuk Informasi yang Tersedia", None],
                    [None, None, "Cetak", "Rekaman Elektronik"],
                    [1, ONE, "√", "√"],
                ],
                merges=("A1:A2", "B1:B2", "C1:D1"),
            )
        ),
        [{"bentuk=cetak": "√", "bentuk=digital": "√"}],
    ),
    Case(
        "satu-tabel-per-kategori",
        "dip",
        "dip.xlsx",
        lambda: xlsx(SheetOf(_tables("A. INFORMASI BERKALA", "B. SETIAP SAAT", "C. SERTA MERTA"))),
        subjects(*ITEMS),
        sections=("A. INFORMASI BERKALA", "B. SETIAP SAAT", "C. SERTA MERTA"),
        unused={"judul kolom diulang": 14, "judul di atas tabel": 1},
    ),
    Case(
        "satu-lembar-per-kategori",
        "dip",
        "dip.xlsx",
        lambda: xlsx(
            *(
                SheetOf([H, dip_row(1, item)], name=name)
                for name, item in zip(("Berkala", "Setiap Saat", "Serta-Merta"), ITEMS, strict=True)
            )
        ),
        subjects(*ITEMS),
    ),
    Case(
        "kategori-sebagai-baris",
        "dip",
        "dip.csv",
        lambda: csv_text(
            [
                H,
                ["I", "Informasi yang Wajib Diumumkan Secara Berkala"],
                dip_row(1, ITEMS[0]),
                ["II", "Informasi Setiap Saat"],
                dip_row(1, ITEMS[1]),
                ["III", "Informasi Serta Merta"],
                dip_row(1, ITEMS[2]),
            ],
            ";",
        ).encode("utf-8-sig"),
        subjects(*ITEMS),
        sections=(
            "I Informasi yang Wajib Diumumkan Secara Berkala",
            "II Informasi Setiap Saat",
            "III Informasi Serta Merta",
        ),
    ),
    Case(
        "jenis-informasi-berisi-klasifikasi",
        "dip",
        "dip.xlsx",
        lambda: xlsx(
            SheetOf(
                [
                    ["No", "Jenis Informasi", "Ringkasan Informasi", "Bentuk"],
                    [1, "Berkala", ITEMS[0], "cetak"],
                    [2, "Setiap Saat", ITEMS[1], "cetak"],
                ]
            )
        ),
        [{"klasifikasi": "Berkala"}, {"klasifikasi": "Setiap Saat"}],
    ),
    Case(
        "jenis-informasi-berisi-judul",
        "dip",
        "dip.xlsx",
        lambda: xlsx(
            SheetOf(
                [
                    ["No", "Jenis Informasi", "Ringkasan Informasi", "Bentuk"],
                    [1, "Profil", ITEMS[0], "cetak"],
                    [2, "Rencana", ITEMS[1], "cetak"],
                ]
            )
        ),
        [{"judul": "Profil", "informasi": ITEMS[0]}, {"judul": "Rencana"}],
    ),
    Case(
        "media-berisi-alamat",
        "dip",
        "dip.xlsx",
        lambda: xlsx(
            SheetOf(
                [
                    ["Ringkasan", "Penanggungjawab Informasi", "Jenis Media yang Memuat", "Bentuk"],
                    [ONE, "Sekretaris", "https://contoh.example/a.pdf", "digital"],
                ]
            )
        ),
        [{"tautan": "https://contoh.example/a.pdf"}],
    ),
    Case(
        "tahun-bulan-dan-persen",
        "dip",
        "dip.xlsx",
        lambda: xlsx(
            SheetOf(
                [
                    ["No", "Ringkasan", "Waktu Pembuatan", "Retensi", "Catatan", "Diperbarui"],
                    [1, ONE, dt.date(2024, 3, 1), 5.0, 0.25, dt.date(2024, 5, 17)],
                ],
                formats={"C2": "mmm-yy", "E2": "0%", "F2": "dd/mm/yyyy"},
            )
        ),
        [
            {
                "waktu_pembuatan": "2024-03",
                "retensi": "5",
                "catatan": "25%",
                "diperbarui": "2024-05-17",
            }
        ],
    ),
    Case(
        "bulan-di-xls-lama",
        "dip",
        "dip.xls",
        lambda: xls(
            SheetOf(
                [
                    ["No", "Ringkasan", "Waktu Pembuatan", "Retensi"],
                    [1, ONE, dt.date(2024, 3, 1), 5],
                ],
                formats={"C2": "mmmm yyyy"},
            )
        ),
        [{"waktu_pembuatan": "2024-03", "retensi": "5"}],
    ),
    Case(
        "judul-dan-ringkasan",
        "dip",
        "dip.csv",
        lambda: csv_text(
            [
                [
                    "judul",
                    "deskripsi",
                    "pejabat",
                    "penerbit",
                    "bentuk",
                    "tempat",
                    "waktu",
                    "jangka",
                    "tautan",
                ],
                [
                    "Profil",
                    ITEMS[0],
                    "Sekretariat",
                    "Sekretaris",
                    "Hardcopy",
                    "Bekasi",
                    "2024",
                    "1 Tahun",
                    "https://contoh.example/a.pdf",
                ],
            ]
        ).encode(),
        [
            {
                "judul": "Profil",
                "informasi": ITEMS[0],
                "penguasa": "Sekretariat",
                "penanggung_jawab": "Sekretaris",
                "tempat_pembuatan": "Bekasi",
                "waktu_pembuatan": "2024",
                "retensi": "1 Tahun",
            }
        ],
    ),
    Case(
        "daftar-yang-keliru",
        "dip",
        "dik.xlsx",
        lambda: xlsx(
            SheetOf(
                [
                    ["No", "Informasi", "Dasar Hukum", "Konsekuensi Dibuka", "Konsekuensi Ditutup"],
                    [1, ONE, "UU 14/2008", "a", "b"],
                ]
            )
        ),
        [],
        said=("lebih mirip daftar informasi yang dikecualikan",),
    ),
    Case(
        "penguasa-dan-unit-kerja",
        "dip",
        "dip.xlsx",
        lambda: xlsx(
            SheetOf(
                [
                    ["Ringkasan", "Unit Kerja", "Pejabat yang Menguasai", "Retensi"],
                    [ONE, "Sekretariat", "Sekretaris", "5 tahun"],
                ]
            )
        ),
        [{"penguasa": "Sekretariat + Sekretaris"}],
        asked=("kolom-ganda:penguasa",),
    ),
    Case(
        "serta-merta-nihil",
        "dip",
        "dip.xlsx",
        lambda: xlsx(
            SheetOf(
                [H, ["A. Berkala"], dip_row(1, ITEMS[0]), ["B. Serta Merta"], [None, "NIHIL"]],
                merges=("A2:G2", "A4:G4"),
            )
        ),
        subjects(ITEMS[0]),
        unused={"pernyataan nihil": 1, "teks tanpa baris di bawahnya": 1},
    ),
)
