"""A small province body with invented offices and one list, as an operator would begin with it."""

from pathlib import Path

from tests.adopting import subang

ANSWERS = """\
# Jawaban untuk mencoba `ppid mulai`; semua isinya rekaan.
jenis: provinsi
nama: Pemerintah Provinsi Teluk Angan
kode_wilayah: "98"
alamat: Jalan Rekaan Nomor 9, Muara Angan
surel: ppid@angan.example
telepon: (0000) 900900
tahun_pertama: 2025
tahun_berjalan: 2026
ppid_utama:
  opd: Diskominfo
  jabatan: Kepala Dinas Komunikasi dan Informatika
  mulai: 2025-01-02
peraturan:
  jenis: pergub
  nomor: "7"
  tahun: 2025
  tentang: Pedoman Layanan Informasi Publik
  tanggal_penetapan: 2025-02-26
perangkat_daerah:
  - nama: Dinas Komunikasi dan Informatika
    singkatan: Diskominfo
  - nama: Dinas Kelautan Rekaan
    singkatan: Dislaut
tempat: sendiri
alamat_situs: https://contoh.example/ppid/
"""


def write(folder: Path) -> tuple[Path, Path]:
    """Write the answers and a folder with one list; return both."""
    folder.mkdir(parents=True, exist_ok=True)
    answers, lists = folder / "mulai.yml", folder / "daftar"
    answers.write_text(ANSWERS, "utf-8")
    rows: list[tuple[object, ...]] = [("DAFTAR INFORMASI PUBLIK",), (), subang.DIP]
    for number, title in enumerate(("Luas hutan bakau per teluk", "Harga ikan per pelabuhan"), 1):
        held = ("Bidang Pesisir", "Kepala Bidang Pesisir", "Januari 2026, Muara Angan")
        rows.append((number, title, "Setiap Saat", *held, "Digital", "10 tahun"))
    subang.book(lists / "DIP Dislaut 2026.xlsx", "Sheet1", rows)
    return answers, lists
