"""Words that readers see for the values of records: labels, counts, dates and sentences."""

from datetime import date

from ppid.core.page import Cell, Link
from ppid.values.dates import format_tanggal
from ppid.values.numbers import format_bulat

KLASIFIKASI = {
    "berkala": "Berkala",
    "serta-merta": "Serta Merta",
    "setiap-saat": "Setiap Saat",
}
KATEGORI = {**KLASIFIKASI, "dikecualikan": "Dikecualikan"}
ARTI_KATEGORI = {
    "berkala": "Diumumkan secara teratur, sekurang-kurangnya setiap enam bulan.",
    "serta-merta": "Diumumkan saat itu juga karena menyangkut hajat hidup orang banyak.",
    "setiap-saat": "Disediakan dan diberikan setiap kali ada yang meminta.",
    "dikecualikan": "Tidak dibuka untuk umum selama jangka waktu tertentu, dengan alasan hukum.",
}
TENGGAT_KATEGORI = {
    "berkala": (
        "Informasi ini wajib diumumkan paling sedikit enam bulan sekali "
        "(UU 14/2008 Pasal 9 ayat (3); PerKI 1/2021 Pasal 18)."
    ),
    "serta-merta": (
        "Penjelasan UU 14/2008 Pasal 10 ayat (1) mengartikan serta merta sebagai “spontan, pada "
        "saat itu juga”."
    ),
    "setiap-saat": (
        "Informasi ini harus tersedia kapan pun diminta. Permintaan dijawab paling lambat 10 hari "
        "kerja, dan dapat diperpanjang 7 hari kerja (UU 14/2008 Pasal 22 ayat (7) dan ayat (8))."
    ),
    "dikecualikan": (
        "Pengecualian menurut Pasal 17 huruf a sampai huruf f tidak bersifat permanen "
        "(UU 14/2008 Pasal 20 ayat (1))."
    ),
}
DASAR_KATEGORI = {
    "berkala": (
        ("UU 14/2008", "Pasal 9 ayat (1)"),
        ("UU 14/2008", "Pasal 9 ayat (3)"),
        ("PerKI 1/2021", "Pasal 14 ayat (1)"),
        ("PerKI 1/2021", "Pasal 18"),
    ),
    "serta-merta": (
        ("UU 14/2008", "Pasal 10 ayat (1)"),
        ("UU 14/2008", "Pasal 10 ayat (2)"),
        ("PerKI 1/2021", "Pasal 19 ayat (1)"),
    ),
    "setiap-saat": (
        ("UU 14/2008", "Pasal 11 ayat (1)"),
        ("PerKI 1/2021", "Pasal 21 ayat (1)"),
    ),
    "dikecualikan": (
        ("UU 14/2008", "Pasal 17"),
        ("UU 14/2008", "Pasal 19"),
        ("UU 14/2008", "Pasal 20 ayat (1)"),
    ),
}
"""The passages that say what a category is: law and address, quoted from the laws on file."""
DAFTAR = {
    "dik": "Daftar Informasi yang Dikecualikan",
    "dip": "Daftar Informasi Publik",
}
JENIS_OPD = {
    "sekretariat": "Sekretariat",
    "inspektorat": "Inspektorat",
    "dinas": "Dinas",
    "badan": "Badan",
    "kecamatan": "Kecamatan",
    "rsud": "Rumah sakit",
    "satuan": "Satuan",
    "lainnya": "Lainnya",
}
JENIS_KEGIATAN = {
    "rapat-koordinasi": "Rapat koordinasi",
    "kunjungan-kerja": "Kunjungan kerja",
    "sosialisasi": "Sosialisasi",
    "pelatihan": "Pelatihan",
    "monev": "Monitoring dan evaluasi",
    "penghargaan": "Penghargaan",
    "lainnya": "Lainnya",
}
JENIS_KANAL = {
    "telepon": "Telepon",
    "web": "Laman",
    "surel": "Surel",
    "media-sosial": "Media sosial",
    "loket": "Loket",
    "aplikasi": "Aplikasi",
    "sms": "SMS",
}
JENIS_REGULASI = {
    "uu": "Undang-Undang",
    "pp": "Peraturan Pemerintah",
    "perki": "Peraturan Komisi Informasi",
    "permendagri": "Peraturan Menteri Dalam Negeri",
    "perda": "Peraturan Daerah",
    "perwal": "Peraturan Wali Kota",
    "kepwal": "Keputusan Wali Kota",
    "instruksi": "Instruksi",
    "edaran": "Surat Edaran",
}
KODE_REGULASI = {
    "uu": "UU",
    "pp": "PP",
    "perki": "PerKI",
    "permendagri": "Permendagri",
    "perda": "Perda",
    "perwal": "Perwal",
    "kepwal": "Kepwal",
    "instruksi": "Instruksi",
    "edaran": "Surat Edaran",
}
HARI = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")
BERANDA = Link("Beranda", "")


def number(value: int) -> Cell:
    """Show a whole number, aligned with others of its column."""
    return Cell(format_bulat(value), number=True)


def sourced(text: str) -> Cell:
    """Show where something is known from; a source that is one address leads there."""
    address, _, rest = text.partition(" ")
    one = address.startswith("https://") and (not rest or rest.startswith("("))
    return Cell(text, address if one else "")


def format_hari(day: date) -> str:
    """Write a date with the day of the week: “Kamis, 31 Desember 2026”."""
    return f"{HARI[day.weekday()]}, {format_tanggal(day)}"


def brief(text: str, limit: int = 155) -> str:
    """Shorten a text to a description for search engines, at the end of a word."""
    if len(text) <= limit:
        return text
    return text[:limit].rsplit(" ", 1)[0].rstrip(",;:") + "…"


__all__ = [
    "ARTI_KATEGORI",
    "BERANDA",
    "DAFTAR",
    "DASAR_KATEGORI",
    "HARI",
    "JENIS_KANAL",
    "JENIS_KEGIATAN",
    "JENIS_OPD",
    "JENIS_REGULASI",
    "KATEGORI",
    "KLASIFIKASI",
    "KODE_REGULASI",
    "TENGGAT_KATEGORI",
    "brief",
    "format_bulat",
    "format_hari",
    "format_tanggal",
    "number",
    "sourced",
]
