"""What a cell is read as: canonical, put right and said, asked, or kept with advice.

A row is (field, written, value, reason given, readings offered); “?” as value means a question.
"""

import csv
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ppid.handing_in.intake.reading.choices import ChoiceReader
from ppid.handing_in.intake.reading.fields import readers_for
from ppid.handing_in.intake.reading.texts import (
    KEEP,
    is_nothing,
    is_repeat,
    joined_title,
    read_title,
    tidy,
)
from ppid.handing_in.intake.reading.times import (
    read_moment,
    read_retention,
    read_term,
    split_place_and_time,
    undivided_place,
)
from ppid.handing_in.model import Target
from tests.handing_in.intake.tables import words

CHOICES = ChoiceReader(words())
DIK = readers_for(Target("dinas", "dik", 2026), words(), CHOICES)
DIP = readers_for(Target("dinas", "dip", 2026), words(), CHOICES)
READERS = {**DIK, **DIP}

H3 = "UU 14/2008 Pasal 17 huruf h angka 3"
CERTAIN = [
    # legal basis: every form has one normal form
    ("dasar_hukum", H3, H3, False),
    ("dasar_hukum", "UU No. 14 Tahun 2008 Pasal 17 huruf h angka 3", H3, True),
    ("dasar_hukum", "Pasal 17 huruf h angka 3 UU KIP", H3, True),
    ("dasar_hukum", "Pasal 17 huruf h angka 3: kondisi keuangan, aset seseorang", H3, True),
    ("dasar_hukum", "Pasal 17 huruf b", "UU 14/2008 Pasal 17 huruf b", True),
    (
        "dasar_hukum",
        "UU 14/2008 Pasal 17 huruf b dan huruf i",
        "UU 14/2008 Pasal 17 huruf b; UU 14/2008 Pasal 17 huruf i",
        True,
    ),
    # terms
    ("jangka_waktu", "5 tahun", "5 tahun", False),
    ("jangka_waktu", "1 (satu) Tahun", "1 tahun", True),
    ("jangka_waktu", "12 bulan", "12 bulan", False),
    ("jangka_waktu", "Tidak terbatas", "tidak terbatas", True),
    ("jangka_waktu", "Selamanya", "tidak terbatas", True),
    ("jangka_waktu", "Selama perjanjian berlaku", "selama perjanjian berlaku", True),
    ("jangka_waktu", "Selama diperlukan", "selama diperlukan", True),
    ("jangka_waktu", "s.d. 31 Desember 2027", "sampai 2027-12-31", True),
    ("jangka_waktu", "sampai 2027-12-31", "sampai 2027-12-31", False),
    ("jangka_waktu", "Dapat dibuka setelah lelang selesai", "sampai lelang selesai", True),
    # days
    ("mulai", "2025-04-03", "2025-04-03", False),
    ("mulai", "29 Mei 2024", "2024-05-29", True),
    ("mulai", "Rabu, 29 Mei 2024", "2024-05-29", True),
    ("mulai", "1 Pebruari 2024", "2024-02-01", True),
    ("mulai", "17 Agt 2024", "2024-08-17", True),
    ("mulai", "25/12/2024", "2024-12-25", True),
    ("mulai", "2024/12/25", "2024-12-25", True),
    ("diperbarui", "2 Nop 2025", "2025-11-02", True),
    # points in time
    ("waktu_pembuatan", "2025", "2025", False),
    ("waktu_pembuatan", "2025-03", "2025-03", False),
    ("waktu_pembuatan", "Tahun 2025", "2025", True),
    ("waktu_pembuatan", "Januari 2025", "2025-01", True),
    ("waktu_pembuatan", "12 Januari 2025", "2025-01-12", True),
    ("waktu_pembuatan", "2.025", "2025", True),
    ("waktu_pembuatan", "Bulan 3 Tahun 2022", "2022-03", True),
    ("waktu_pembuatan", "tgl 5 bln 3 thn 2022", "2022-03-05", True),
    ("mulai", "tgl. 5 bln. 3 thn. 2022", "2022-03-05", True),
    ("waktu_pembuatan", "Tahun Anggaran 2025", "2025", True),
    ("waktu_pembuatan", "01 – 03 September 2024", "2024-09-01/2024-09-03", True),
    ("waktu_pembuatan", "2024-2025", "2024-01-01/2025-12-31", True),
    ("waktu_pembuatan", "2024-01-01/2024-03-31", "2024-01-01/2024-03-31", False),
    # classes
    ("klasifikasi", "berkala", "berkala", False),
    ("klasifikasi", "Informasi Berkala", "berkala", True),
    ("klasifikasi", "TERSEDIA SETIAP SAAT", "setiap-saat", True),
    ("klasifikasi", "Serta Merta", "serta-merta", True),
    ("klasifikasi", "serta-merta", "serta-merta", False),
    ("klasifikasi", "BK", "berkala", True),
    ("klasifikasi", "TS", "setiap-saat", True),
    # forms
    ("bentuk", "Softcopy", "digital", True),
    ("bentuk", "Soft Copy / Hard Copy", "digital dan cetak", True),
    ("bentuk", "Hardcopy & online", "digital dan cetak", True),
    ("bentuk", "Tercetak dan elektronik", "digital dan cetak", True),
    ("bentuk", "digital", "digital", False),
    ("bentuk", "Buku", "cetak", True),
    # scope
    ("cakupan", "Seluruhnya", "seluruh", True),
    ("cakupan", "Sebagian (nama dan alamat)", "sebagian", True),
    # retention
    ("retensi", "5 (lima) tahun", "5 tahun", True),
    ("retensi", "Permanen", "permanen", True),
    ("retensi", "2 Tahun Setelah Pensiun", "2 tahun setelah Pensiun", True),
    ("retensi", "2 tahun aktif, 3 tahun inaktif", "aktif 2 tahun, inaktif 3 tahun", True),
    ("retensi", "20 tahun, setelah itu dimusnahkan", "20 tahun, musnah", True),
    ("retensi", "20 tahun, sesudahnya musnah", "20 tahun, musnah", True),
    ("retensi", "5 tahun - musnah", "5 tahun, musnah", True),
    ("retensi", "Sesuai Masa Retensi Arsip", "sesuai JRA", True),
    # addresses and codes
    ("tautan", "https://contoh.go.id/a.pdf", "https://contoh.go.id/a.pdf", False),
    ("tautan", "Link: https://contoh.go.id/a.pdf", "https://contoh.go.id/a.pdf", True),
    ("tautan", "dokumen/a.pdf", "dokumen/a.pdf", False),
    ("kode", "KES-01", "KES-01", False),
    ("kode", "kes 01/a", "KES-01-A", True),
    ("kewajiban", "berkala.a.a, berkala.c", "berkala.a.a; berkala.c", True),
]


@pytest.mark.parametrize(("field", "written", "value", "put_right"), CERTAIN)
def test_one_reading_is_taken_and_said(
    field: str, written: str, value: str, *, put_right: bool
) -> None:
    read = READERS[field](written)
    assert (read.value, read.doubt) == (value, None)
    assert bool(read.reason) is put_right


@pytest.mark.parametrize(
    ("field", "written", "value", "left_out"),
    [
        ("retensi", "5 tahun sejak ditetapkan", "5 tahun", "sejak ditetapkan"),
        ("retensi", "5 tahun sejak tanggal ditetapkan", "5 tahun", "sejak tanggal ditetapkan"),
        ("jangka_waktu", "5 tahun sejak penetapan", "5 tahun", "sejak penetapan"),
        ("retensi", "sampai 17 Agustus 2045 pukul 10.00", "sampai 2045-08-17", "pukul 10.00"),
        ("mulai", "5 Mei 2024, 10.00 WIB", "2024-05-05", "10.00 WIB"),
        ("waktu_pembuatan", "1 Februari 2022*", "2022-02-01", "*"),
        ("waktu_pembuatan", "6 Mei 2024 09:15", "2024-05-06", "09:15"),
        ("waktu_pembuatan", "6 Mei 2024 09.15", "2024-05-06", "09.15"),
        ("waktu_pembuatan", "Mei 2024 **)", "2024-05", "**)"),
    ],
)
def test_what_a_normal_form_leaves_out_is_named(
    field: str, written: str, value: str, left_out: str
) -> None:
    read = READERS[field](written)
    assert (read.value, read.doubt) == (value, None)
    assert f"tanpa “{left_out}”" in read.reason
    assert "tanpa" not in READERS["retensi"]("2 tahun Setelah Penetapan SK diganti").reason
    assert "tanpa" not in READERS["jangka_waktu"]("2 tahun sejak penetapan lokasi baru").reason


DOUBTFUL = [
    ("dasar_hukum", "UU 14/2008 Pasal 14 huruf j", ["UU 14/2008 Pasal 17 huruf j"]),
    ("dasar_hukum", "UU 14/2018 Pasal 17 huruf h", ["UU 14/2008 Pasal 17 huruf h"]),
    (
        "dasar_hukum",
        "UU 14/2008 Pasal 17 huruf l",
        ["UU 14/2008 Pasal 17 huruf i"],
    ),
    ("jangka_waktu", "5", ["5 tahun", "5 bulan"]),
    ("jangka_waktu", "1.000", ["1000 tahun", "1000 bulan", "1 tahun", "1 bulan"]),
    ("jangka_waktu", "5 (enam) tahun", ["5 tahun", "6 tahun"]),
    (
        "jangka_waktu",
        "1 Tahun / Diberikan jika ada persetujuan tertulis",
        ["1 tahun", "sampai ada persetujuan tertulis"],
    ),
    ("jangka_waktu", "Paling lama 5 tahun", ["paling lama 5 tahun", "5 tahun"]),
    ("jangka_waktu", "Minimal 5 tahun", ["minimal 5 tahun", "5 tahun"]),
    ("jangka_waktu", "1 Tahun dan dapat diperpanjang", ["1 tahun, dapat diperpanjang"]),
    ("jangka_waktu", "Perwal 27 Tahun 2017", ["sesuai Perwal 27/2017"]),
    ("jangka_waktu", "2-5 tahun", ["2 tahun", "5 tahun"]),
    ("jangka_waktu", "1 Januari - 31 Desember 2024", ["sampai 2024-12-31"]),
    ("jangka_waktu", "sampai Triwulan I 2027", ["sampai 2027-03-31"]),
    ("jangka_waktu", "sampai 1 januari 2O27", ["sampai 2027-01-01"]),
    ("jangka_waktu", "Permamen", ["tidak terbatas"]),
    ("jangka_waktu", "sampai tahun 2025", ["sampai 2025-12-31"]),
    ("jangka_waktu", "31 Desember 2027", ["sampai 2027-12-31"]),
    ("mulai", "03/04/2025", ["2025-04-03", "2025-03-04"]),
    ("mulai", "01/02/25", ["2025-02-01", "2025-01-02"]),
    ("mulai", "45000", ["2023-03-15"]),
    ("mulai", "2025", ["2025-01-01", "2025-12-31"]),
    ("mulai", "sejak rapat 29 Mei 2024", ["2024-05-29"]),
    ("mulai", "31 Februari 2025", []),
    ("mulai", "segera", []),
    ("waktu_pembuatan", "2024/2025", ["2024", "2025"]),
    ("waktu_pembuatan", "2 dan 3 Mei 2024", ["2024-05-02/2024-05-03", "2024-05-02", "2024-05-03"]),
    ("waktu_pembuatan", "Jan-24", ["2024-01"]),
    ("waktu_pembuatan", "2O24", ["2024"]),
    ("mulai", "01 – 03 September 2024", ["2024-09-01", "2024-09-03"]),
    ("mulai", "1 Januari - 31 Desember 2024", ["2024-01-01", "2024-12-31"]),
    ("waktu_pembuatan", "Tahun 2021/2022", ["2021", "2022", "2021-01-01/2022-12-31"]),
    ("waktu_pembuatan", "Januri 2022", ["2022-01", "2022"]),
    ("waktu_pembuatan", "5 Spetember 2022", ["2022-09-05"]),
    ("waktu_pembuatan", "Desember", ["2026-12", "2026"]),
    ("waktu_pembuatan", "15 Maret", ["2026-03-15", "2026"]),
    ("waktu_pembuatan", "Triwulan I", ["2026-01-01/2026-03-31", "2026"]),
    ("waktu_pembuatan", "Bulan 13 Tahun 2022", ["2022"]),
    ("mulai", "15 Marte 2022", ["2022-03-15"]),
    ("waktu_pembuatan", "Setiap tahun", ["2026"]),
    ("waktu_pembuatan", "Rapat anggaran 2025", ["2025"]),
    ("waktu_pembuatan", "03/04/2025", ["2025-04-03", "2025-03-04"]),
    ("klasifikasi", "Berkala / Setiap Saat", ["berkala", "setiap-saat"]),
    ("klasifikasi", "berkla", ["berkala"]),
    *(
        ("klasifikasi", text, ["berkala", "serta-merta", "setiap-saat", "dikecualikan"])
        for text in (
            "Bukan serta merta",
            "Setiap saat (kecuali lampiran)",
            "berkala?",
            "BK?",
            "SM",
            "Dikecualikan sebagian",
        )
    ),
    ("klasifikasi", "Berkala, dikecualikan sebagian", ["berkala", "dikecualikan"]),
    ("klasifikasi", "terbuka", ["berkala", "serta-merta", "setiap-saat", "dikecualikan"]),
    ("bentuk", "Arsip", ["digital", "cetak", "digital dan cetak"]),
    ("cakupan", "rahasia", ["seluruh", "sebagian"]),
    ("retensi", "5", ["5 tahun", "5 bulan"]),
    ("retensi", "2-5 tahun", ["2 tahun", "5 tahun"]),
    ("retensi", "PERMANAN", ["permanen"]),
    ("retensi", "20 tahun, setelah itu terbuka", ["20 tahun"]),
    ("retensi", "-1 tahun", ["1 tahun"]),
    ("retensi", "5 tahun - permanen", ["5 tahun", "permanen", "5 tahun, permanen"]),
    ("jangka_waktu", "20 tahun, setelah itu dimusnahkan", ["20 tahun"]),
    ("jangka_waktu", "20 tahun sesudahnya terbuka", ["20 tahun"]),
    ("jangka_waktu", "paling lama 20 tahun, lalu dibuka", ["paling lama 20 tahun"]),
    ("jangka_waktu", "5 tahun sejak ditetapkan, lalu musnah", ["5 tahun"]),
    ("jangka_waktu", "5 tahun setelah lelang, kemudian dibuka", ["5 tahun setelah lelang"]),
    ("jangka_waktu", "-1 tahun", ["1 tahun"]),
    ("jangka_waktu", "Selambat-lambatnya 5 tahun", ["paling lama 5 tahun", "5 tahun"]),
    ("tautan", "http://contoh.go.id/a.pdf", ["https://contoh.go.id/a.pdf"]),
    ("tautan", "www.contoh.go.id/a", ["https://www.contoh.go.id/a"]),
    ("tautan", "Website PPID", []),
    (
        "tautan",
        "https://a.go.id/1 dan https://a.go.id/2",
        ["https://a.go.id/1", "https://a.go.id/2"],
    ),
    ("informasi", "DP", []),
    ("informasi", f"Laporan kinerja. {'x' * 300}", ["Laporan kinerja"]),
    ("dasar_hukum", "UU 14/2008 Pasal 17 huruf h dan", ["UU 14/2008 Pasal 17 huruf h"]),
    ("dasar_hukum", "Pasal 322 KUHAP", ["UU 8/1981 Pasal 322"]),
    ("dasar_hukum", "Pearturan Pemerintah 61/2010 Pasal 3", ["PP 61/2010 Pasal 3"]),
    (
        "dasar_hukum",
        "UU 43/2009 Pasal 3, Pasal 4 UU 25/2009",
        ["UU 43/2009 Pasal 3; UU 43/2009 Pasal 4; UU 25/2009"],
    ),
]


@pytest.mark.parametrize(("field", "written", "offered"), DOUBTFUL)
def test_several_readings_are_asked_side_by_side(
    field: str, written: str, offered: list[str]
) -> None:
    read = READERS[field](written)
    assert read.value == written
    assert read.doubt is not None
    assert read.doubt.asks
    values = [reading.value for reading in read.doubt.readings]
    assert values[: len(offered)] == offered
    assert offered or set(values) <= {KEEP, "kosongkan"}


KEPT = [
    ("dasar_hukum", "sesuai ketentuan yang berlaku", "DIK-002"),
    ("dasar_hukum", "UU 14/2008 Pasal 17", "DIK-002"),
    ("jangka_waktu", "30 hari", "DIK-012"),
    ("jangka_waktu", "0 tahun", "DIK-012"),
    ("jangka_waktu", "sesuai peraturan perundang-undangan", "DIK-012"),
    ("retensi", "menunggu jadwal", "DIP-007"),
    ("retensi", "dua lima tahun", "DIP-007"),
    ("jangka_waktu", "dua lima tahun", "DIK-012"),
    ("informasi", "lnformasi keuangan daerah", ""),
]


@pytest.mark.parametrize(("field", "written", "rule_id"), KEPT)
def test_what_cannot_be_read_stays_and_is_pointed_out(
    field: str, written: str, rule_id: str
) -> None:
    read = READERS[field](written)
    assert (read.value, read.doubt, read.reason) == (written, None, "")
    assert read.advice is not None
    assert read.advice.rule_id == rule_id


@pytest.mark.parametrize("field", sorted(READERS))
@given(text=st.text(max_size=80))
def test_readers_take_any_text(field: str, text: str) -> None:
    read = READERS[field](text)
    assert read.doubt is None or read.value == text


@pytest.mark.parametrize(
    ("written", "line"),
    [
        ("  Data\u00a0 pegawai ", "Data pegawai"),
        ("Data\npegawai", "Data pegawai"),
        ("1. Nama\n2. Alamat;\n3. Nomor", "1. Nama; 2. Alamat; 3. Nomor"),
        ("- Nama\n- Alamat\n  rumah", "Nama; Alamat rumah"),
        ("1. Nama bocor.\n2. Pasien enggan.", "1. Nama bocor; 2. Pasien enggan."),
        ("- Nama", "Nama"),
        ("Data\u200b pegawai\u202e", "Data pegawai"),
        ("'=1+1", "=1+1"),
        ("‘kutip’", "‘kutip’"),
        ("-5", "-5"),
    ],
)
def test_a_cell_on_one_line(written: str, line: str) -> None:
    assert tidy(written) == line


@pytest.mark.parametrize("text", ["", "-", "–", "…", "n/a", "Nihil", "#####", " . "])
def test_signs_for_nothing(text: str) -> None:
    assert is_nothing(text)


@pytest.mark.parametrize("text", ["idem", "Sda", "s.d.a.", '"', "〃"])
def test_signs_for_the_same(text: str) -> None:
    assert is_repeat(text)
    assert not is_nothing(text)


@pytest.mark.parametrize(
    ("written", "place", "time"),
    [
        ("Sabu Raijua, 2025", "Sabu Raijua", "2025"),
        ("Bekasi 2025", "Bekasi", "2025"),
        ("Bekasi, 12 Januari 2025", "Bekasi", "12 Januari 2025"),
        ("Bekasi Januari 2025", "Bekasi", "Januari 2025"),
        ("Bekasi/2025", "Bekasi", "2025"),
        ("Januari 2025", "", "Januari 2025"),
        ("Tahun Anggaran 2025", "", "Tahun Anggaran 2025"),
        ("Bekasi", "Bekasi", ""),
        ("2025", "", "2025"),
        ("Setiap tahun", "", "Setiap tahun"),
        ("Kota Kecil Januari s.d. Maret 2022", "Kota Kecil", "Januari s.d. Maret 2022"),
        ("Kota Kecil, 12 Mei s/d 14 Mei 2022", "Kota Kecil", "12 Mei s/d 14 Mei 2022"),
        ("Januari - Desember 2022, Kota Kecil", "Kota Kecil", "Januari - Desember 2022"),
        ("2022, Kota Kecil", "Kota Kecil", "2022"),
        ("Kota Kecil (Maret 2022)", "Kota Kecil", "Maret 2022"),
        ("Ruang 12, 2022", "Ruang 12", "2022"),
        ("Puskesmas 2 Danau, Maret 2022", "Puskesmas 2 Danau", "Maret 2022"),
        ("Puskesmas 2 Danau", "Puskesmas 2 Danau", ""),
        ("Kota Kecil, setiap bulan", "Kota Kecil", "setiap bulan"),
        ("Kota Kecil, akhir tahun 2022", "Kota Kecil", "akhir tahun 2022"),
        ("Kota Kecil, tahunan", "Kota Kecil", "tahunan"),
        ("Kota Kecil, Mei", "Kota Kecil", "Mei"),
        ("Kota Kecil, Januri 2022", "Kota Kecil", "Januri 2022"),
    ],
)
def test_place_and_time_in_one_cell(written: str, place: str, time: str) -> None:
    assert split_place_and_time(written) == (place, time)


@pytest.mark.parametrize(
    ("written", "offered"),
    [
        ("Jl. 17 Agustus 1945, Maret 2022", "Jl. 17 Agustus 1945"),
        ("Jalan 17 Agustus 1945, Maret 2022", "Jalan 17 Agustus 1945"),
        ("Kecamatan Pasar Minggu, 2022", "Kecamatan Pasar Minggu"),
        ("Kota Kecil (Maret 2022) dan Kota Besar (Juni 2022)", ""),
        ("Ruang 12 2022", ""),
        (f"{'a, ' * 3000}2022", ""),
        ("Kota Kecil pada Maret 2022", ""),
        ("Kota Kecil dan 2022", ""),
        ("Kota Kecil, 12", "Kota Kecil"),
        ("Kota Kecil Januri 2022", ""),
        ("Ruang 12 Mei 2022", ""),
        ("Kota Kecil s.d. 2022", ""),
    ],
)
def test_a_place_that_cannot_be_told_from_its_time_is_asked(written: str, offered: str) -> None:
    assert split_place_and_time(written) is None
    doubt = undivided_place(written).doubt
    assert doubt is not None
    assert not offered or offered in {reading.value for reading in doubt.readings}
    assert DIP["waktu_pembuatan"](written).doubt is not None


@given(text=st.text(st.sampled_from("Kota Mei2.,;/-()sd 1 20"), max_size=30))
def test_place_and_time_take_any_text(text: str) -> None:
    parts = split_place_and_time(text)
    assert parts is not None or undivided_place(text).doubt is not None


def test_ticks() -> None:
    assert CHOICES.read_class_ticks({"berkala": "√", "setiap-saat": ""}).value == "berkala"
    assert CHOICES.read_class_ticks({"berkala": "-", "setiap-saat": "x"}).value == "setiap-saat"
    assert CHOICES.read_class_ticks({"berkala": "", "serta-merta": "1"}).value == "serta-merta"
    assert CHOICES.read_class_ticks({"berkala": "0", "serta-merta": "Tidak"}).value == ""
    two = CHOICES.read_class_ticks({"berkala": "v", "setiap-saat": "v"}).doubt
    assert two is not None
    assert [reading.value for reading in two.readings] == ["berkala", "setiap-saat"]
    assert CHOICES.read_class_ticks({"berkala": "√", "setiap-saat": "x"}).doubt is not None
    assert CHOICES.read_class_ticks({"berkala": "lihat situs"}).doubt is not None


def test_ticks_for_forms_may_be_two() -> None:
    assert CHOICES.read_form_ticks({"cetak": "v", "digital": "v"}).value == "digital dan cetak"
    assert CHOICES.read_form_ticks({"cetak": "v", "digital": "x"}).doubt is not None
    assert CHOICES.read_form_ticks({"cetak": "", "digital": "✓"}).value == "digital"


def test_title_and_summary() -> None:
    assert joined_title("Profil", "Alamat dan tugas") == ("Profil: Alamat dan tugas", "")
    assert joined_title("Profil", "Profil: alamat") == ("Profil: alamat", "")
    assert joined_title("Profil", "x" * 299) == ("Profil", "x" * 299)
    assert joined_title("", "Alamat") == ("Alamat", "")


def test_the_part_that_is_withheld() -> None:
    assert CHOICES.part_named("Sebagian (nama dan alamat)") == "nama dan alamat"
    assert CHOICES.part_named("sebagian: nama") == "nama"
    assert CHOICES.part_named("seluruh") == ""


@pytest.mark.parametrize(
    ("written", "title"),
    [
        ("a. Data tahanan; b. Identitas pelapor", "Data tahanan; Identitas pelapor"),
        ("b. hukuman disiplin", "hukuman disiplin"),
        ("2) Data pegawai", "Data pegawai"),
        ("Dokumen terkait : a. DED b. HPS c. RAB", "Dokumen terkait : DED; HPS; RAB"),
        ("Pengaduan: 1. Nama; 2. Alamat", "Pengaduan: Nama; Alamat"),
        ("Notula rapat a.n. Kepala Dinas", "Notula rapat a.n. Kepala Dinas"),
        ("Laporan kinerja bulan 1. dan 2.", "Laporan kinerja bulan 1. dan 2."),
        ("Pasal 17 huruf a. angka 2", "Pasal 17 huruf a. angka 2"),
        (
            "Pasal 1. Ketentuan umum perjanjian 2. Ruang lingkup",
            "Pasal 1. Ketentuan umum perjanjian 2. Ruang lingkup",
        ),
        ("1. Pasal 1. Umum 2. Khusus", "Pasal 1. Umum 2. Khusus"),
        ("c. q. Sekretariat", "c. q. Sekretariat"),
        ("a. n. Kepala Dinas", "a. n. Kepala Dinas"),
        ("12 peta rawan banjir", "12 peta rawan banjir"),
    ],
)
def test_the_marks_of_a_list_are_no_part_of_a_title(written: str, title: str) -> None:
    read = read_title(tidy(written))
    assert read.value == title
    assert bool(read.reason) is (written != title)


@pytest.mark.parametrize(
    ("written", "value", "left_out"),
    [
        (
            "UU KIP Pasal 17 huruf h angka 2 yaitu riwayat sakit pegawai",
            "UU 14/2008 Pasal 17 huruf h angka 2",
            "riwayat sakit pegawai",
        ),
        (
            "Perlem LKPP No. 12 Tahun 2021 Lampiran II",
            "Perlem LKPP 12/2021",
            "Lampiran II",
        ),
        (
            "PP 94/2021 tentang perubahan PP 53/2010; UU 14/2008 Pasal 17 huruf b",
            "PP 94/2021; UU 14/2008 Pasal 17 huruf b",
            "perubahan PP 53/2010",
        ),
    ],
)
def test_what_is_no_part_of_a_citation_is_left_out_with_a_notice(
    written: str, value: str, left_out: str
) -> None:
    read = READERS["dasar_hukum"](written)
    assert (read.value, read.doubt) == (value, None)
    assert read.advice is not None
    assert f"“{left_out}” bukan rujukan" in read.advice.message


def test_either_between_grounds_has_a_sentence_of_its_own() -> None:
    read = READERS["dasar_hukum"]("UU KIP Pasal 17 huruf b atau huruf i karena tender")
    assert read.advice is not None
    said, left_out = read.advice.message.split(". ")
    assert said.startswith("Kata “atau” di antara rujukan diganti titik koma")
    assert left_out.startswith("“tender” bukan rujukan")
    assert "hapus yang lain" in read.advice.advice


def test_an_offer_says_which_words_it_leaves_out() -> None:
    read = READERS["dasar_hukum"]("UU KIP Pasal 17 huruf h lembar 7")
    assert read.doubt is not None
    offer = read.doubt.readings[0]
    assert offer.value == "UU 14/2008 Pasal 17 huruf h"
    assert offer.means == f"{offer.value} (tanpa “lembar 7”)"


TIMES = Path(__file__).with_name("waktu.tsv")
READ = {
    "jangka_waktu": read_term,
    "retensi": read_retention,
    "tanggal": lambda text: read_moment(text, 2024),
}


def test_times_of_a_stranger_are_read_right_or_asked_about() -> None:
    lines = (line for line in TIMES.read_text("utf-8").splitlines() if not line.startswith("#"))
    wrong = []
    for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
        found = READ[row["isian"]](row["teks"])
        said = "TANYA" if found.doubt or found.advice else found.value
        if said != row["bacaan"]:
            wrong.append((*row.values(), said))
    assert wrong == []
