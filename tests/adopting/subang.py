"""Kabupaten Subang with invented offices, kept in loose workbooks as offices keep them.

Only the name of the regency is real. No office, list, number or address here is.
"""

from pathlib import Path

from openpyxl import Workbook

ANSWERS = """\
# Jawaban untuk mencoba `ppid mulai`; semua isinya rekaan.
jenis: kabupaten
nama: Pemerintah Kabupaten Subang
kode_wilayah: "32.13"
provinsi: Provinsi Contoh
alamat: Jalan Rekaan Nomor 1, Subang
surel: ppid@subang.example
telepon: (0000) 123000
tahun_pertama: 2025
tahun_berjalan: 2026
ppid_utama:
  opd: Diskominfo
  jabatan: Kepala Dinas Komunikasi dan Informatika
  mulai: 2025-01-02
peraturan:
  jenis: perbup
  nomor: "12"
  tahun: 2024
  tentang: Pedoman Layanan Informasi Publik
  tanggal_penetapan: 2024-02-26
perangkat_daerah: perangkat-daerah.xlsx
tempat: sendiri
alamat_situs: https://contoh.example/ppid/
daftar:
  - berkas: kiriman lama.xlsx
    opd: Disperta
    jenis: dip
    tahun: 2026
"""
OFFICES = (
    (
        "Dinas Komunikasi dan Informatika",
        "Diskominfo",
        "Jl. Rekaan No. 2",
        "info@subang.example",
    ),
    ("Dinas Pertanian Rekaan", "Disperta", "Jl. Rekaan No. 3", "tani@subang.example"),
    ("Dinas Pasar dan Perdagangan Rekaan", "Dispas", "Jl. Rekaan No. 4", ""),
    ("Kecamatan Kebun Contoh", "", "Jl. Rekaan No. 5", "kebun@subang.example"),
    ("UPTD Bengkel Rekaan", "UPTD Bengkel", "", ""),
)
DIP = (
    "No",
    "Ringkasan Isi Informasi",
    "Kategori",
    "Pejabat/Unit Kerja yang Menguasai",
    "Penanggung Jawab Pembuatan",
    "Waktu dan Tempat Pembuatan",
    "Bentuk Informasi",
    "Jangka Waktu Penyimpanan",
)
DIK = (
    "No.",
    "Jenis Informasi",
    "Dasar Hukum Pengecualian",
    "Konsekuensi bila dibuka",
    "Konsekuensi bila ditutup",
    "Jangka Waktu",
    "Unit yang menguasai",
)


def book(path: Path, sheet: str, rows: list[tuple[object, ...]]) -> None:
    book = Workbook()
    page = book.active
    assert page is not None
    page.title = sheet
    for row in rows:
        page.append(list(row))
    path.parent.mkdir(parents=True, exist_ok=True)
    book.save(path)


def write(folder: Path) -> tuple[Path, Path]:
    """Write the answers, the table of offices and a folder of lists; return answers and lists."""
    folder.mkdir(parents=True, exist_ok=True)
    answers, lists = folder / "mulai.yml", folder / "daftar"
    answers.write_text(ANSWERS, "utf-8")
    table: list[tuple[object, ...]] = [
        ("DAFTAR PERANGKAT DAERAH KABUPATEN SUBANG",),
        (),
        ("No", "Nama Perangkat Daerah", "Singkatan", "Alamat Kantor", "E-mail"),
    ]
    table += [(number, *office) for number, office in enumerate(OFFICES, 1)]
    book(folder / "perangkat-daerah.xlsx", "OPD", table)
    book(
        lists / "DIP Diskominfo 2026.xlsx",
        "Sheet1",
        [
            ("DAFTAR INFORMASI PUBLIK",),
            ("DINAS KOMUNIKASI DAN INFORMATIKA TAHUN 2026",),
            (),
            DIP,
            (
                1,
                "Profil dinas dan susunan organisasinya",
                "Berkala",
                "Sekretariat",
                "Sekretaris Dinas",
                "Januari 2026, Subang",
                "Digital",
                "Selama berlaku",
            ),
            (
                2,
                "Rencana kerja dinas tahun 2026",
                "Setiap Saat",
                "Bagian Perencanaan",
                "Sekretaris Dinas",
                "Februari 2026, Subang",
                "Digital dan cetak",
                "5 tahun",
            ),
        ],
    )
    book(
        lists / "pertanian" / "dik_disperta_2026.xlsx",
        "DIK",
        [
            ("Daftar Informasi yang Dikecualikan",),
            ("Dinas Pertanian Rekaan",),
            (),
            DIK,
            (
                1,
                "Data pribadi petani penerima bantuan",
                "UU 14/2008 Pasal 17 huruf h angka 3",
                "Keadaan keuangan mereka diketahui",
                "Petani terlindungi",
                "5 tahun",
                "Bidang Sarana",
            ),
        ],
    )
    (lists / "pertanian" / "dik_disperta_2026.jawaban.yml").write_text(
        "kolom.cakupan: seluruh\npenetapan.tanggal: 2026-02-02\n", "utf-8"
    )
    book(
        lists / "kiriman lama.xlsx",
        "Sheet1",
        [
            DIP,
            (
                1,
                "Laporan tanam per musim",
                "Berkala",
                "Bidang Tanaman",
                "Kepala Bidang Tanaman",
                "2026, Subang",
                "Digital",
                "10 tahun",
            ),
            (
                2,
                "Harga pupuk bersubsidi per kecamatan",
                "Setiap Saat",
                "Bidang Sarana",
                "Kepala Bidang Sarana",
                "2026, Subang",
                "Digital",
                "5 tahun",
            ),
        ],
    )
    book(lists / "tanpa nama.xlsx", "Sheet1", [("Catatan",), ("tidak ada apa-apa",)])
    return answers, lists
