"""The words by which Indonesian lists head their columns: data, and nothing but data.

From PerKI 1/2021 (Lampiran I and II) and from lists as really published. A heading means a field
when it has all words of one `core` and no word that is not in `also`; a `strong` core decides
even beside other words (“Penanggung Jawab di Bidang Perizinan”).
"""

from dataclasses import dataclass
from typing import Final

from ppid.handing_in.intake.model import (
    BENTUK_PREFIX,
    JUDUL,
    KLASIFIKASI_PREFIX,
    NOMOR,
    TEMPAT_WAKTU,
)


@dataclass(frozen=True, slots=True)
class Meaning:
    """A field and the words that mean it; `cores` are alternatives."""

    field: str
    cores: tuple[frozenset[str], ...]
    also: frozenset[str] = frozenset()
    strong: bool = False


def _meaning(field: str, cores: str, also: str = "", *, strong: bool = False) -> Meaning:
    sets = tuple(frozenset(core.split()) for core in cores.split("|"))
    return Meaning(field, sets, frozenset(also.split()), strong)


_OFFICE = "pejabat unit kerja satuan bidang informasi publik opd skpd perangkat daerah ppid"
_SUBJECT = "informasi publik dikecualikan kecualikan dokumen data daftar tertentu klasifikasi isi"
_MADE = "pembuatan penerbitan pembuat penerbit informasi publik dokumen dibuat diterbitkan terbit"
_TICK = "informasi publik jenis klasifikasi kategori sifat wajib tersedia disediakan diumumkan"
_FORM = "bentuk informasi publik tersedia format dokumen file berkas salinan"
_HARM = "konsekuensi pertimbangan akibat dampak informasi publik masyarakat uji alasan analisis"

_EITHER: Final = (
    _meaning(NOMOR, "no|nomor|nmr", "urut"),
    _meaning("kode", "kode", "informasi dokumen"),
    _meaning(JUDUL, "judul|title|nama informasi|nama dokumen|jenis informasi", _SUBJECT),
    _meaning(
        "informasi",
        "informasi|ringkasan|uraian|deskripsi|description|konten|detail|rincian"
        "|dokumen dikecualikan",
        _SUBJECT + " singkat nama",
    ),
    _meaning("penguasa", "menguasai|penguasa", _OFFICE, strong=True),
    _meaning("penguasa", "pejabat|unit|unit kerja|satuan kerja|bidang", _OFFICE),
    _meaning("penanggung_jawab", "penanggung jawab", f"{_OFFICE} {_MADE}", strong=True),
    _meaning("penanggung_jawab", "penerbit|pembuat|pj", f"{_OFFICE} {_MADE}"),
    _meaning("catatan", "catatan|keterangan|ket", "tambahan lain informasi"),
)
_DIK: Final = (
    _meaning("cakupan", "cakupan", "pengecualian informasi"),
    _meaning("bagian", "bagian", "dikecualikan dokumen informasi"),
    _meaning("dasar_hukum", "dasar hukum|landasan hukum", "pengecualian informasi", strong=True),
    _meaning("dasar_hukum", "dasar|pasal", "pengecualian informasi hukum undang"),
    _meaning("konsekuensi_dibuka", "dibuka|terbuka", _HARM, strong=True),
    _meaning("konsekuensi_ditutup", "ditutup|tertutup", _HARM + " manfaat", strong=True),
    _meaning(
        "jangka_waktu",
        "jangka waktu|batas waktu|jangka|masa pengecualian|lama pengecualian|masa berlaku",
        "jangka waktu pengecualian berlaku masa tahun informasi dikecualikan publik disebutkan",
    ),
    _meaning("mulai", "mulai|tmt", "tanggal pengecualian berlaku dikecualikan waktu"),
)
_DIP: Final = (
    _meaning("klasifikasi", "klasifikasi|kategori", "informasi publik jenis"),
    _meaning(f"{KLASIFIKASI_PREFIX}berkala", "berkala", f"{_TICK} bk secara"),
    _meaning(f"{KLASIFIKASI_PREFIX}setiap-saat", "setiap saat|setiapsaat", f"{_TICK} ts ss"),
    _meaning(f"{KLASIFIKASI_PREFIX}serta-merta", "serta merta|sertamerta", f"{_TICK} sm secara"),
    _meaning(f"{KLASIFIKASI_PREFIX}dikecualikan", "dikecualikan", _TICK),
    _meaning("kewajiban", "kewajiban", "kode pengumuman"),
    _meaning(TEMPAT_WAKTU, "tempat waktu|tempat tanggal|tempat tahun", _MADE + " tanggal waktu"),
    _meaning("waktu_pembuatan", "waktu|tahun|tanggal", f"{_MADE} bulan tahun tanggal"),
    _meaning("tempat_pembuatan", "tempat|lokasi", f"{_MADE} kota"),
    _meaning("bentuk", "bentuk|format", _FORM + " cetak digital hardcopy softcopy"),
    _meaning(f"{BENTUK_PREFIX}cetak", "cetak|hardcopy|hard copy|tercetak", _FORM),
    _meaning(
        f"{BENTUK_PREFIX}digital",
        "digital|softcopy|soft copy|elektronik|rekaman|rekam",
        f"{_FORM} digital elektronik rekaman",
    ),
    _meaning(
        "retensi",
        "retensi|jangka waktu|jangka|masa simpan|jra|waktu penyimpanan|lama penyimpanan",
        "retensi arsip penyimpanan simpan menyimpan disimpan informasi tahun waktu jangka jadwal"
        " masa publik dokumen",
    ),
    _meaning(
        "tautan",
        "tautan|link|url|unduh|unduhan|download|alamat web|alamat tautan|alamat dokumen",
        "dokumen informasi akses berkas alamat file website",
    ),
    _meaning(
        "diperbarui",
        "diperbarui|pemutakhiran|dimutakhirkan|update|pembaruan",
        "tanggal terakhir informasi waktu",
    ),
)
MEANINGS: Final = {"dik": (*_EITHER, *_DIK), "dip": (*_EITHER, *_DIP)}
"""For each sort of list; “jangka waktu” means another field in each."""

HINTS: Final = {
    "dik": {
        "konsekuensi": ("konsekuensi_dibuka", "konsekuensi_ditutup"),
        "pertimbangan": ("konsekuensi_dibuka", "konsekuensi_ditutup", "catatan"),
        "alasan": ("dasar_hukum", "konsekuensi_dibuka"),
        "hukum": ("dasar_hukum",),
        "pengecualian": ("informasi", "dasar_hukum", "jangka_waktu"),
        "waktu": ("jangka_waktu", "mulai"),
        "jangka": ("jangka_waktu",),
        "tanggal": ("mulai", "catatan"),
        "tahun": ("mulai", "jangka_waktu"),
    },
    "dip": {
        "waktu": ("waktu_pembuatan", "retensi"),
        "tahun": ("waktu_pembuatan", "retensi"),
        "tanggal": ("waktu_pembuatan", "diperbarui"),
        "simpan": ("retensi",),
        "penyimpanan": ("retensi",),
        "bentuk": ("bentuk",),
        "tempat": ("tempat_pembuatan",),
        "kategori": ("klasifikasi",),
        "klasifikasi": ("klasifikasi",),
    },
}
"""Single words that hint at fields without deciding: a question is asked if these are missing."""

IGNORED: Final = frozenset(
    [
        "yang",
        "dan",
        "atau",
        "dari",
        "di",
        "pada",
        "bagi",
        "untuk",
        "oleh",
        "apabila",
        "jika",
        "bila",
        "dengan",
        "ke",
        "suatu",
        "sesuai",
        "nya",
        "wajib",
        "diisi",
        "berisi",
        "serta",
    ]
) - {"serta"}
ONE_WORD: Final = {
    "penanggungjawab": "penanggung jawab",
    "pananggungjawab": "penanggung jawab",
    "hardcopy": "hardcopy",
    "dasarhukum": "dasar hukum",
    "jangkawaktu": "jangka waktu",
    "keterangannya": "keterangan",
}
"""Words that are often written together."""
