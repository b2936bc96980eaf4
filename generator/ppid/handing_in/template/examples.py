"""The example row of each template: invented, complete, and read by the same models as any row."""

from collections.abc import Mapping
from typing import Final

EXAMPLES: Final[Mapping[str, Mapping[str, str]]] = {
    "dik": {
        "kode": "BID-NAMA-01",
        "informasi": "Berkas pengaduan masyarakat yang sedang diperiksa",
        "cakupan": "sebagian",
        "bagian": "nama dan alamat pelapor",
        "dasar_hukum": "UU 14/2008 Pasal 17 huruf a angka 2",
        "konsekuensi_dibuka": "Pelapor dapat dikenali sehingga orang enggan melapor.",
        "konsekuensi_ditutup": "Pelapor terlindungi selama laporannya diperiksa.",
        "jangka_waktu": "2 tahun",
        "mulai": "{tahun}-01-15",
        "penguasa": "Subbagian Umum",
        "penanggung_jawab": "Kepala Subbagian Umum",
        "catatan": "Jumlah pengaduan per bulan tetap terbuka.",
    },
    "dip": {
        "kode": "BID-NAMA-01",
        "informasi": "Laporan kinerja tahun lalu",
        "klasifikasi": "berkala",
        "kewajiban": "berkala.d.a",
        "penguasa": "Subbagian Perencanaan",
        "penanggung_jawab": "Kepala Subbagian Perencanaan",
        "waktu_pembuatan": "{tahun}-01",
        "tempat_pembuatan": "Kota Contoh",
        "bentuk": "digital dan cetak",
        "retensi": "5 tahun",
        "tautan": "https://opd.contoh.go.id/laporan-kinerja.pdf",
        "diperbarui": "{tahun}-01-15",
        "catatan": "",
    },
}
"""Text for every field, with the year left open."""


def example_of(jenis: str, tahun: int) -> Mapping[str, str]:
    """Return the example row for a year; on the sheet, `kode` gives way to the mark of it."""
    return {field: text.format(tahun=tahun) for field, text in EXAMPLES[jenis].items()}
