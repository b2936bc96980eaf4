"""Conditions, limits, ranges and starts of a term or a retention: every part is kept or asked."""

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ppid.values.citations import read as read_citations
from ppid.values.durations import MasalahJangka
from ppid.values.retention import read as read_retensi
from ppid.values.terms import read as read_jangka_waktu
from ppid.values.text import is_respelling

TERMS = {
    # Only what happens ends a state.
    "selama tidak mengganggu penyidikan": "selama tidak mengganggu penyidikan",
    "selama tidak diperlukan": "selama tidak diperlukan",
    "selama belum/tidak diumumkan": "sampai diumumkan",
    "selama tidak atau belum dibuka pengadilan": "sampai dibuka pengadilan",
    "selama blm ditetapkan Perda": "sampai ditetapkan Perda",
    "selama tdk ada izin": "sampai ada izin",
    "5 th tmt ditetapkan": "5 tahun",
    "5 tahun tmt pensiun": "5 tahun setelah pensiun",
    "satu tahun enam bulan": "18 bulan",
    # An exception stays behind the term.
    "Tidak terbatas, kecuali dengan izin Kepala Dinas": (
        "tidak terbatas, kecuali dengan izin Kepala Dinas"
    ),
    "Permanen (kecuali atas perintah hakim)": "tidak terbatas, kecuali atas perintah hakim",
    "Selamanya kecuali untuk kepentingan penyidikan": (
        "tidak terbatas, kecuali untuk kepentingan penyidikan"
    ),
    "10 (sepuluh) Tahun, kecuali diminta auditor": "10 tahun, kecuali diminta auditor",
    "Sampai lelang selesai, kecuali nilai penawaran": (
        "sampai lelang selesai, kecuali nilai penawaran"
    ),
    "3 bulan setelah laporan diterima, kecuali diminta BPK": (
        "3 bulan setelah laporan diterima, kecuali diminta BPK"
    ),
    # A length that begins with an event keeps the event.
    "2 tahun setelah pegawai pensiun": "2 tahun setelah pegawai pensiun",
    "5 (lima) tahun sejak pasien terakhir berobat": "5 tahun setelah pasien terakhir berobat",
    "s.d. 3 tahun sesudah kontrak berakhir": "3 tahun setelah kontrak berakhir",
    "selama 1 tahun terhitung sejak sengketa diputus": "1 tahun setelah sengketa diputus",
    "Sejak perkara diputus selama 2 tahun": "2 tahun setelah perkara diputus",
    "1 tahun terhitung sejak tanggal penetapan": "1 tahun",
    # “Until needed” is not “while needed”; a purpose is not dropped.
    "Sampai dengan diperlukan untuk penyidikan": "sampai diperlukan untuk penyidikan",
    "Selama diperlukan untuk audit": "selama diperlukan untuk audit",
    "selama masih dibutuhkan": "selama diperlukan",
    # States.
    "Sepanjang yang bersangkutan masih hidup": "selama yang bersangkutan masih hidup",
    "Selama sistem masih digunakan": "selama sistem masih digunakan",
    "selama proses lelang 2024 berlangsung": "selama proses lelang 2024 berlangsung",
    "Sepanjang belum diumumkan secara resmi": "sampai diumumkan secara resmi",
    # What opens it ends it.
    "Apabila disetujui pemilik data": "sampai disetujui pemilik data",
    "Terbuka setelah diaudit Inspektorat": "sampai diaudit Inspektorat",
    "Hanya dapat dibuka apabila ada putusan pengadilan": "sampai ada putusan pengadilan",
    "Dapat dibuka setelah 25 tahun": "25 tahun",
    # Events with figures, as far as they say what happens.
    "sampai pemilu 2029 usai": "sampai pemilu 2029 usai",
    "sampai kontrak nomor 12 berakhir": "sampai kontrak nomor 12 berakhir",
    "sampai akhir masa jabatan": "sampai akhir masa jabatan",
    # Fractions.
    "1/2 tahun": "6 bulan",
    "satu setengah tahun": "18 bulan",
    "2 ½ tahun": "30 bulan",
    # A number said again, with its unit or without.
    "5 (lima tahun)": "5 tahun",
    "lima tahun (5)": "5 tahun",
    "5 tahun (lima tahun)": "5 tahun",
    # A start that the list knows, frames and abbreviations before an end.
    "sejak ditetapkan sampai dicabut": "sampai dicabut",
    "Sampai 3 tahunsetelah pegawai pensiun": "3 tahun setelah pegawai pensiun",
    "sampai denganselesainya lelang": "sampai selesainya lelang",
    "s/d dgn kontrak selesai": "sampai kontrak selesai",
    "Sampai ybs. pensiun": "sampai ybs. pensiun",
    "Sampai a.n. pejabat diganti": "sampai a.n. pejabat diganti",
    "sesuai ketentuan UU Kearsipan Pasal 3": "sesuai UU 43/2009 Pasal 3",
    # Archive schedules.
    "Menyesuaikan Jadwal Retensi Arsip": "sesuai JRA",
    "Dikecualikan untuk selamanya": "tidak terbatas",
    "tidak dibatasi waktu": "tidak terbatas",
}
LIMITS = {
    "Minimal 5 tahun": ("minimal 5 tahun", None),
    "Paling lama 5 tahun": ("paling lama 5 tahun", date(2027, 1, 4)),
    "Maks. 30 tahun": ("maksimal 30 tahun", date(2052, 1, 4)),
    "Sekurang-kurangnya 3 tahun": ("sekurang-kurangnya 3 tahun", None),
    "5 tahun (dapat diperpanjang)": ("5 tahun, dapat diperpanjang", date(2027, 1, 4)),
    "5 tahun, dapat diperpanjang": ("5 tahun, dapat diperpanjang", date(2027, 1, 4)),
    "1 Tahun dan dapat diperpanjang 1 tahun": (
        "1 tahun, dapat diperpanjang 1 tahun",
        date(2023, 1, 4),
    ),
    "Tidak terbatas, hanya untuk instansi berwenang": (
        "tidak terbatas, hanya untuk instansi berwenang",
        None,
    ),
}
ASKED = {
    "~ 3 tahun": ("UNREADABLE", [], "~ 3 tahun"),
    "2025 - selesai": ("OPEN_END", [], "2025 - selesai"),
    # Times after “sampai”.
    "sampai Jul-27": ("DATE_FORM", ["sampai 2027-07-31"], ""),
    "sampai Triwulan I 2027": ("DATE_FORM", ["sampai 2027-03-31"], ""),
    "s.d. semester 2 tahun 2026": ("DATE_FORM", ["sampai 2026-12-31"], ""),
    "sampai 1 januari 2O27": ("DATE_FORM", ["sampai 2027-01-01"], ""),
    "sampai dengan akhir 2028": ("DATE_FORM", ["sampai 2028-12-31"], ""),
    "sampai tahun anggaran 2027 berakhir": ("DATE_FORM", ["sampai 2027-12-31"], ""),
    "sampai 5 tahun ke depan": ("OPEN_END", ["5 tahun"], "ke depan"),
    "hingga dua tahun mendatang": ("OPEN_END", ["2 tahun"], "mendatang"),
    "sampai akhir tahun": ("OPEN_END", [], "sampai akhir tahun"),
    "sampai bulan Desember mendatang": ("OPEN_END", [], "sampai bulan Desember mendatang"),
    "sampai kontrak 2027": ("OPEN_END", [], "sampai kontrak 2027"),
    "sampai pertengahan 2027": ("OPEN_END", [], "pertengahan 2027"),
    # Periods and lists of days.
    "1 Januari - 31 Desember 2024": ("PERIOD", ["sampai 2024-12-31"], "mulai 2024-01-01"),
    "01 – 03 September 2024": ("PERIOD", ["sampai 2024-09-03"], "mulai 2024-09-01"),
    "2024-2029": ("PERIOD", ["sampai 2029-12-31"], "mulai 2024-01-01"),
    "2 dan 3 Mei 2024": ("DATE_FORM", ["sampai 2024-05-02", "sampai 2024-05-03"], ""),
    "Sejak 2020 selama 5 tahun": ("PERIOD", ["sampai 2024-12-31", "5 tahun"], "mulai 2020"),
    # Ranges and sums.
    "2-5 tahun": ("RANGE", ["2 tahun", "5 tahun"], ""),
    "2 s.d. 5 tahun": ("RANGE", ["2 tahun", "5 tahun"], ""),
    "dua (2) sampai lima (5) tahun": ("RANGE", ["2 tahun", "5 tahun"], ""),
    "6 bulan - 1 tahun": ("RANGE", ["6 bulan", "1 tahun"], ""),
    "2 + 3 tahun": ("RANGE", ["5 tahun", "2 tahun", "3 tahun"], ""),
    # Citations.
    "Perwal 27 Tahun 2017": ("CITATION", ["sesuai Perwal 27/2017"], ""),
    "UU No. 43 Tahun 2009": ("CITATION", ["sesuai UU 43/2009"], ""),
    "5 tahun (UU 43/2009)": ("COMPOUND", ["5 tahun", "sesuai UU 43/2009"], ""),
    "sesuai Jadwal Retensi Arsip (Perwal Nomor 30 Tahun 2020)": (
        "COMPOUND",
        ["sesuai Perwal 30/2020", "sesuai JRA"],
        "",
    ),
    "5 Tahun 2023": ("CITATION", [], "5 Tahun 2023"),
    # Permissions.
    "Dapat dibuka pada waktu pemeriksaan": (
        "PERMISSION",
        ["tidak terbatas, kecuali pada waktu pemeriksaan"],
        "",
    ),
    "Atas persetujuan ahli waris": (
        "PERMISSION",
        ["tidak terbatas, kecuali atas persetujuan ahli waris"],
        "",
    ),
    "mendapat izin Wali Kota": (
        "PERMISSION",
        ["sampai mendapat izin Wali Kota", "tidak terbatas, kecuali mendapat izin Wali Kota"],
        "",
    ),
    # Lists and second sentences.
    "a. Tidak terbatas, kecuali dengan izin Bupati; b. Sampai pengaduan selesai": (
        "COMPOUND",
        ["tidak terbatas, kecuali dengan izin Bupati", "sampai pengaduan selesai"],
        "",
    ),
    "a. Permanen; b. Atas perintah pengadilan": (
        "COMPOUND",
        ["tidak terbatas, kecuali atas perintah pengadilan", "tidak terbatas"],
        "",
    ),
    "Permanen. Sampai mendapat izin yang bersangkutan.": (
        "COMPOUND",
        ["tidak terbatas", "sampai mendapat izin yang bersangkutan"],
        "",
    ),
    "Sampai hasil diumumkan. Ringkasannya boleh diminta": (
        "COMPOUND",
        ["sampai hasil diumumkan"],
        "Ringkasannya boleh diminta",
    ),
    "sampai 31 Desember 2027 atau kontrak selesai": (
        "COMPOUND",
        ["sampai 2027-12-31", "sampai kontrak selesai"],
        "",
    ),
    "Sampai lelang selesai, paling lama 2 bulan": (
        "COMPOUND",
        ["sampai lelang selesai", "paling lama 2 bulan"],
        "",
    ),
    "5 tahun sejak dokumen dibuat atau sampai dicabut": (
        "COMPOUND",
        ["5 tahun setelah dokumen dibuat", "sampai dicabut"],
        "",
    ),
    "sesuai UU 43/2009 penyidikan": ("UNREADABLE", ["sesuai UU 43/2009"], "penyidikan"),
    "KUHAP": ("CITATION", ["sesuai UU 8/1981"], ""),
    "sejak 1 Januari 2024": ("OPEN_END", [], "sejak 1 Januari 2024"),
    "sampai tgl 5": ("OPEN_END", [], "sampai 5"),
    "sampai batas waktu yang ditentukan": (
        "OPEN_END",
        [],
        "sampai batas waktu yang ditentukan",
    ),
    "± 5 tahun": ("UNREADABLE", [], "± 5 tahun"),
    "sekitar 5 tahun": ("UNREADABLE", [], "sekitar 5 tahun"),
    # “For ever” beside another term.
    "selama-lamanya 5 tahun": (
        "COMPOUND",
        ["paling lama 5 tahun", "5 tahun", "tidak terbatas"],
        "",
    ),
    "permanen 5 tahun": ("COMPOUND", ["5 tahun", "tidak terbatas"], ""),
    "5 tahun dan permanen": ("COMPOUND", ["5 tahun", "tidak terbatas"], ""),
    "bersifat permanen selama 5 tahun": ("COMPOUND", ["5 tahun", "tidak terbatas"], ""),
    "tidak terbatas sampai diumumkan": ("COMPOUND", ["sampai diumumkan", "tidak terbatas"], ""),
    "Selama berlaku permanen": ("COMPOUND", ["selama berlaku", "tidak terbatas"], ""),
    "2 tahun setelah kontrak berakhir - 10 tahun": (
        "COMPOUND",
        ["2 tahun setelah kontrak berakhir", "10 tahun"],
        "",
    ),
    "sampai selesai audit selama masih menjabat": (
        "COMPOUND",
        ["sampai selesai audit", "selama masih menjabat"],
        "",
    ),
    "12": ("AMBIGUOUS_UNIT", ["12 tahun", "12 bulan"], ""),
    # A term and its law or schedule.
    "30 tahun (Pasal 20 UU KIP)": ("COMPOUND", ["30 tahun", "sesuai UU 14/2008 Pasal 20"], ""),
    "paling lama 30 tahun sesuai UU KIP": (
        "COMPOUND",
        ["paling lama 30 tahun", "sesuai UU 14/2008"],
        "",
    ),
    "sesuai JRA 5 tahun": ("COMPOUND", ["5 tahun", "sesuai JRA"], ""),
    # What comes after an event, or before it, has no end of its own.
    "setelah lelang selesai": ("OPEN_END", ["sampai lelang selesai"], "setelah"),
    "sebelum diumumkan": ("OPEN_END", ["sampai diumumkan"], "sebelum"),
    "1 Januari 2024 s.d. selesai": ("OPEN_END", [], "1 Januari 2024 s.d. selesai"),
    "sejak diterima sampai dicabut": ("PERIOD", ["sampai dicabut"], "mulai diterima"),
    "dibuka pada 1 Januari 2027": (
        "DATE_FORM",
        ["sampai 2027-01-01"],
        "dibuka pada 1 Januari 2027",
    ),
    "dikecualikan s.d. 31 Des 2027": ("DATE_FORM", ["sampai 2027-12-31"], ""),
    "5 (enam tahun)": ("AMBIGUOUS_NUMBER", ["5 tahun", "6 tahun"], ""),
    "sampai dgn selesai": ("OPEN_END", [], "sampai selesai"),
    # Near misses, and lengths whose words change them.
    "5 taun": ("MISSPELT", ["5 tahun"], ""),
    "sampi lelang selesai": ("MISSPELT", ["sampai lelang selesai"], ""),
    "Permamen": ("MISSPELT", ["tidak terbatas"], ""),
    "5 tahun *)": ("UNREADABLE", ["5 tahun"], "*)"),
    "sampai lelang selesai?": ("UNREADABLE", ["sampai lelang selesai"], "?"),
    "5 tahun 2)": ("UNREADABLE", ["5 tahun"], "2)"),
    "tidak terbatas?": ("UNREADABLE", ["tidak terbatas"], "?"),
    "5 tahun (aktif)": ("UNREADABLE", ["5 tahun"], "(aktif)"),
    "lebih dari 5 tahun": ("UNREADABLE", [], "lebih dari 5 tahun"),
    "1 tahun berjalan": ("UNREADABLE", [], "1 tahun berjalan"),
    "setiap 5 tahun": ("UNREADABLE", [], "setiap 5 tahun"),
}
RETENTIONS = {
    "Musnah stlh 10 thn": "10 tahun, musnah",
    "aktif 2 thn inaktif 3 thn ket. musnah": "aktif 2 tahun, inaktif 3 tahun, musnah",
    "2 tahun setelah tidak berlaku": "2 tahun setelah tidak berlaku",
    "3 (tiga) Tahun sejak serah terima": "3 tahun setelah serah terima",
    "Musnah setelah 10 tahun": "10 tahun, musnah",
    "10 tahun kemudian dimusnahkan": "10 tahun, musnah",
    "5 tahun lalu dinilai kembali": "5 tahun, dinilai kembali",
    "Aktif 2 tahun, inaktif 8 tahun, permanen": "aktif 2 tahun, inaktif 8 tahun, permanen",
    "1 tahun aktif; 4 tahun inaktif; musnah": "aktif 1 tahun, inaktif 4 tahun, musnah",
    "Masa aktif 2 tahun setelah kontrak selesai dan masa inaktif 3 tahun": (
        "aktif 2 tahun setelah kontrak selesai, inaktif 3 tahun"
    ),
    "Musnah kecuali laporan akhir": "musnah, kecuali laporan akhir",
    "Permanen, kecuali salinan": "permanen, kecuali salinan",
    "5 tahun, kecuali SK pengangkatan: permanen": "5 tahun, kecuali SK pengangkatan: permanen",
    "Selama masih dipakai": "selama masih dipakai",
    "Selama masih berlaku": "selama berlaku",
    "Sampai terbit peraturan pengganti": "sampai terbit peraturan pengganti",
    "Arsip permanen": "permanen",
    "disimpan 5 tahun": "5 tahun",
    "sesuai Perwal Nomor 30 Tahun 2020 tentang Jadwal Retensi Arsip": "sesuai Perwal 30/2020",
    "Masuk berkas perorangan": "masuk berkas perseorangan",
    "Minimal 5 tahun": "minimal 5 tahun",
    "5 tahun, setelah itu musnah": "5 tahun, musnah",
    "Musnah 10 tahun": "10 tahun, musnah",
    "2 th (aktif) 3 th (inaktif)": "aktif 2 tahun, inaktif 3 tahun",
    "Inaktif 4 tahun, aktif 1 tahun": "aktif 1 tahun, inaktif 4 tahun",
    "1 th aktif, inaktif 4 th": "aktif 1 tahun, inaktif 4 tahun",
    "4 tahun inaktif dan 1 tahun aktif": "aktif 1 tahun, inaktif 4 tahun",
    "2 tahun aktif + 3 tahun inaktif": "aktif 2 tahun, inaktif 3 tahun",
    "Inaktif 4 tahun, aktif 1 tahun, musnah": "aktif 1 tahun, inaktif 4 tahun, musnah",
    "5 tahun dan musnah": "5 tahun, musnah",
    "5 tahun (musnah)": "5 tahun, musnah",
    "5 tahun / musnah": "5 tahun, musnah",
    "sampai diganti lalu musnah": "sampai diganti, musnah",
    "selama berlaku; musnah": "selama berlaku, musnah",
    "Aktif 2 thn / Inaktif 3 thn / Permanen": "aktif 2 tahun, inaktif 3 tahun, permanen",
    "Aktif: 2 th, Inaktif: 3 th, Ket: Musnah": "aktif 2 tahun, inaktif 3 tahun, musnah",
    "(Aktif) 5 tahun, (Inaktif) 5 tahun": "aktif 5 tahun, inaktif 5 tahun",
    "5 tahun kemudian permanen": "5 tahun, permanen",
    "Selama berlaku permanen": "selama berlaku, permanen",
    "Aktif selama berlaku, inaktif 5 tahun": "aktif selama berlaku, inaktif 5 tahun",
}
ASKED_RETENTIONS = {
    "permanen & musnah": ("COMPOUND", ["permanen", "musnah"], ""),
    "Permanen, dinilai kembali": ("COMPOUND", ["permanen", "dinilai kembali"], ""),
    "2-5 tahun": ("RANGE", ["2 tahun", "5 tahun"], ""),
    "Selama berlaku (Pejabat Eselon III)": (
        "UNREADABLE",
        ["selama berlaku"],
        "(Pejabat Eselon III)",
    ),
    "5 tahun (permanen)": ("COMPOUND", ["5 tahun", "permanen", "5 tahun, permanen"], ""),
    "10 tahun / permanen": ("COMPOUND", ["10 tahun", "permanen", "10 tahun, permanen"], ""),
    "Permanen, 5 tahun": ("COMPOUND", ["5 tahun", "permanen", "5 tahun, permanen"], ""),
    "5 tahun dan permanen": ("COMPOUND", ["5 tahun", "permanen", "5 tahun, permanen"], ""),
    "selama-lamanya 5 tahun": ("COMPOUND", ["paling lama 5 tahun", "5 tahun", "permanen"], ""),
    "2 tahun setelah audit dan 3 tahun inaktif": (
        "COMPOUND",
        ["2 tahun setelah audit", "3 tahun"],
        "inaktif",
    ),
    "Aktif 2 Inaktif 3": (
        "AMBIGUOUS_UNIT",
        ["aktif 2 tahun, inaktif 3 tahun", "aktif 2 bulan, inaktif 3 bulan"],
        "",
    ),
    "musnah setelah 1O tahun": ("UNREADABLE", [], "musnah setelah 1O tahun"),
    "5 tahun aktif": ("UNREADABLE", ["5 tahun"], "aktif"),
    "5 taun": ("MISSPELT", ["5 tahun"], ""),
    "PERMANAN": ("MISSPELT", ["permanen"], ""),
    "Perwal Nomor 5 Tahun 2019": ("CITATION", ["sesuai Perwal 5/2019"], ""),
    "Jadwal Retensi Arsip (Perwal Nomor 5 Tahun 2019)": (
        "COMPOUND",
        ["sesuai Perwal 5/2019", "sesuai JRA"],
        "",
    ),
    "5 Tahun 2023": ("CITATION", [], "5 Tahun 2023"),
    "Softcopy": ("UNREADABLE", [], "Softcopy"),
}


@pytest.mark.parametrize(("text", "normal"), TERMS.items())
def test_a_term_is_kept_whole(text: str, normal: str) -> None:
    reading = read_jangka_waktu(text)
    assert (reading.normal, reading.problem, reading.sisa) == (normal, None, "")
    again = read_jangka_waktu(normal)
    assert (again.value, again.is_normal) == (reading.value, True)


@pytest.mark.parametrize(("text", "said"), LIMITS.items())
def test_limits_and_additions_are_kept_but_left_open(
    text: str, said: tuple[str, date | None]
) -> None:
    normal, last = said
    reading = read_jangka_waktu(text)
    assert reading.value is not None
    assert (reading.normal, reading.value.leaves_open) == (normal, True)
    assert reading.value.berakhir(date(2022, 1, 5)) == last


@pytest.mark.parametrize(("text", "said"), ASKED.items())
def test_what_is_open_is_asked_with_every_part(text: str, said: tuple[str, list[str], str]) -> None:
    problem, candidates, sisa = said
    reading = read_jangka_waktu(text)
    assert reading.value is None
    assert reading.problem is MasalahJangka[problem]
    assert (list(reading.candidates), reading.sisa) == (candidates, sisa)


@pytest.mark.parametrize(("text", "normal"), RETENTIONS.items())
def test_a_retention_is_kept_whole(text: str, normal: str) -> None:
    reading = read_retensi(text)
    assert (reading.normal, reading.problem, reading.sisa) == (normal, None, "")
    assert read_retensi(normal).is_normal


@pytest.mark.parametrize(("text", "said"), ASKED_RETENTIONS.items())
def test_what_is_open_of_a_retention_is_asked(text: str, said: tuple[str, list[str], str]) -> None:
    problem, candidates, sisa = said
    reading = read_retensi(text)
    assert reading.value is None
    assert reading.problem is MasalahJangka[problem]
    assert (list(reading.candidates), reading.sisa) == (candidates, sisa)


@pytest.mark.parametrize(
    ("term", "last"),
    [
        ("5 tahun, kecuali atas izin Wali Kota", date(2027, 1, 4)),
        ("2 tahun setelah pegawai pensiun", None),
        ("selama perjanjian berlaku", None),
        ("sesuai JRA", None),
        ("sampai 2027-12-31, kecuali bagi auditor", date(2027, 12, 31)),
    ],
)
def test_a_last_day_is_computed_as_far_as_it_can_be(term: str, last: date | None) -> None:
    reading = read_jangka_waktu(term)
    assert reading.is_normal
    assert reading.value is not None
    assert reading.value.berakhir(date(2022, 1, 5)) == last


@pytest.mark.parametrize(
    "term",
    [
        *("5 tahun", "18 bulan", "12 bulan", "sampai 2027-12-31", "sampai perjanjian berakhir"),
        *("selama diperlukan", "tidak terbatas", "sesuai UU 43/2009"),
        "sesuai UU 43/2009 Pasal 66 ayat (2)",
    ],
)
def test_terms_that_lists_hold_already_stay_as_they_are(term: str) -> None:
    reading = read_jangka_waktu(term)
    assert (reading.is_normal, reading.problem) == (True, None)


@pytest.mark.parametrize("kept", ["10 tahun", "permanen", "selama berlaku", "sesuai JRA"])
def test_retentions_that_lists_hold_already_stay_as_they_are(kept: str) -> None:
    assert read_retensi(kept).is_normal


WORDS = (
    "1 2 5 18 2024 2027 31 Desember Mei tahun bulan hari (lima) lima satu 1/2 - + s.d. sampai",
    "dengan selama setelah sejak pensiun kontrak selesai berlaku kecuali izin auditor atas paling",
    "lama minimal dapat diperpanjang tidak terbatas permanen dibuka pada waktu pemeriksaan apabila",
    "UU_43/2009 Perwal_27_Tahun_2017 sesuai JRA a. b. ; . , / atau dan ( ) aktif inaktif musnah",
    "selama-lamanya selamanya (lima_tahun) seumur ybs. a.n. sesudah sebelum dgn taun sampi menurut",
    "triwulan I depan diperlukan untuk penyidikan belum diumumkan hanya penyidik Halaman 3",
)
TEXTS = st.lists(st.sampled_from(" ".join(WORDS).split()), max_size=9).map(
    lambda words: " ".join(words).replace("_", " ")
)
# Words that have a meaning of their own wherever they stand: none of them may vanish.
TELLING = frozenset(
    {"pensiun", "kontrak", "izin", "auditor", "pemeriksaan", "penyidikan", "penyidik", "hanya"}
    | {"minimal", "diperpanjang", "diumumkan", "aktif", "inaktif", "halaman", "belum"}
    | {"kecuali", "musnah"}
)


def said_by(*texts: str) -> set[str]:
    return set(re.findall(r"[^\W_]+", " ".join(texts).casefold()))


@given(TEXTS)
def test_no_telling_word_vanishes(text: str) -> None:
    if len(read_citations(text).citations) > 1:
        return
    for reading in (read_jangka_waktu(text), read_retensi(text)):
        if reading.value or reading.candidates:
            kept = said_by(reading.normal, *reading.candidates, reading.sisa)
            if "sampai" in kept:  # “selama belum X” lasts until X
                kept.add("belum")
            if "kecuali" in kept:  # “hanya dengan izin”: for ever, except with it
                kept.add("hanya")
            assert said_by(text) & TELLING <= kept


@given(TEXTS)
def test_no_number_of_a_term_vanishes(text: str) -> None:
    reading = read_jangka_waktu(text)
    meant = [reading.normal] if reading.value else list(reading.candidates)
    if not meant:
        return
    kept = said_by(*meant, reading.sisa)
    months = {int(n) for one in meant for n in re.findall(r"\d+", one)}
    for figure in re.findall(r"(?<![\d/])\d+(?![\d/])", text):
        number = int(figure)
        # Lengths are written in years where they are whole ones, and ranges with a sum beside.
        parts = {number, number * 12, number // 12} | {m - number for m in months}
        mixed = any((m - number) % 12 == 0 or m > number for m in months)
        assert figure in kept or parts & months or mixed, (figure, reading)


@given(TEXTS)
def test_nothing_is_left_over_of_a_value(text: str) -> None:
    for reading in (read_jangka_waktu(text), read_retensi(text)):
        assert (reading.value is None) == (reading.problem is not None)
        assert not (reading.value and reading.sisa)
        for candidate in reading.candidates:
            again = (read_jangka_waktu(candidate).value, read_retensi(candidate).value)
            assert any(again)


@given(TEXTS)
def test_a_certain_mend_of_a_term_loses_no_word(text: str) -> None:
    reading = read_jangka_waktu(text)
    if reading.value and is_respelling(text, reading.normal):
        assert said_by(text) & TELLING <= said_by(reading.normal)
