"""Labelled strings: what is personal data, and what only looks like it.

The numbers are samples of public documentation or invented; none belongs to anyone here.
"""

import random

import pytest

from ppid.checking.rules.privacy import npwp_severity
from ppid.diagnostics.diagnostic import Severity
from ppid.values.identifiers import DataPribadi, find_personal_data
from tests.growth import assert_even

POSITIVE = [
    # Samples in the documentation of public libraries.
    ("3204110609970001", DataPribadi.NIK),
    ("6408132511960005", DataPribadi.NIK),
    ("3329091003780012", DataPribadi.NIK),
    # The same, written in other ways.
    ("NIK3204110609970001", DataPribadi.NIK),
    ("cek?nik=3204110609970001&tahun=2019", DataPribadi.NIK),
    ("dokumen/ktp_3204110609970001.pdf", DataPribadi.NIK),
    ("320411 060997 0001", DataPribadi.NIK),
    ("3204.1106.0997.0001", DataPribadi.NIK),
    ("3204-1106-0997-0001", DataPribadi.NIK),
    ("32 0411 060997 0001", DataPribadi.NIK),
    ("32041106\n    09970001", DataPribadi.NIK),
    ("tahun 2019 3204110609970001 dan 2020", DataPribadi.NIK),
    ("3204114609970001", DataPribadi.NIK),  # 46 September: a woman, born on the 6th
    ("3204112902000001", DataPribadi.NIK),  # 29 February 2000
    ("6501110609970001", DataPribadi.NIK),  # a province that python-stdnum does not know
    ("9301110609970001", DataPribadi.NIK),  # one of the four of 2022
    ("01.312.166.0-091.000", DataPribadi.NPWP),
    ("48.903.841.4-722.000", DataPribadi.NPWP),
    ("02.183.241.5-000.000", DataPribadi.NPWP),
    ("NPWP: 016090524017000", DataPribadi.NPWP),
    ("NPWP 0016090524017000", DataPribadi.NPWP),
    ("0878-0291-5868", DataPribadi.PONSEL),
    ("0812 1234 1100", DataPribadi.PONSEL),
    ("081212341100", DataPribadi.PONSEL),
    ("+62 812 1234 1100", DataPribadi.PONSEL),
    ("+6281212341100", DataPribadi.PONSEL),
    ("https://wa.me/6281212341100", DataPribadi.PONSEL),
    ("rekening BJB 0012345678901", DataPribadi.REKENING),
    ("No. Rek. 1234567890", DataPribadi.REKENING),
    ("nomor rekening: 1234-01-000123-50-9", DataPribadi.REKENING),
    ("nama.contoh@gmail.com", DataPribadi.SUREL),
    ("Contoh@Yahoo.co.id", DataPribadi.SUREL),
    ("nama AT yahoo DOT com", DataPribadi.SUREL),
    ("nama at gmail.com", DataPribadi.SUREL),
    ("nama@gmail,com", DataPribadi.SUREL),
    ("nama\uff20gmail.com", DataPribadi.SUREL),
    # With a digit mistyped, but said to be one.
    ("NPWP 216090524017001", DataPribadi.NPWP),
    ("N.P.W.P. 01.234.567.8-901.000", DataPribadi.NPWP),
    ("62-812-1234-1100", DataPribadi.PONSEL),
    ("lahir Bekasi, 12 Mei 1980", DataPribadi.LAHIR),
]

NEGATIVE = [
    "3273010119800002",  # a sample whose month is 19
    "9999991501900001",  # no such province
    "3204000609970001",  # no such district
    "3204112902010001",  # 2001 had no 29 February
    "3204118109970001",  # python-stdnum takes the 81st for the first
    "3299110609970001",  # … any regency of a province that it knows
    "196707021994031004",  # NIP
    "NIP 19661111 199503 1 001",
    "3204110609970001000001",  # NITKU
    "8808320411060997",  # virtual account
    "0B3204110609970001xyz",  # id of a file on a drive
    "106.3204110609970001",  # a coordinate
    "-6.2349858123456789",
    "5.1.02.01.01.0024",  # budget code
    "1.01.1.01.01.00.01.5.2.2.01.01",
    "9786020000000",  # ISBN
    "1699920000000",  # milliseconds since 1970
    "Nomor 4846",
    "2021, No.741",
    "1997-2019",
    "01.234.567.8-901.234",  # wrong check digit
    "216090524017001",
    "NPWP 00.000.000.0-000.000",
    "NPWP, NIB 9120001234567, kode billing 216090524017001",
    "Peserta BPJS 2020 2021 2022 2023",
    "Lahir mati 12-05-2020",
    "rapat at hotel, ruang dot com",
    "016090524017000",  # right, but nothing says that it is an NPWP
    "(021) 88959980",
    "+62 21 88959980",
    "1500-444, 112, 119, 1708",
    "08-12-2019 10:20",
    "08-12-2019 2020-01-01",
    "2019-03-01,2019-04-01\n2020-01-01,2020-02-01",
    "800/13/2019",
    "kode rekening 510201010024",
    "rekening belanja 5.1.02.01.01.0024",
    "rekening kas umum daerah nomor 0012345678901",
    "rekening listrik 123456789012",
    "ppid@contoh.go.id",
    "nama@gmail.company",
    "gmail.com",
]


@pytest.mark.parametrize(("text", "sort"), POSITIVE)
def test_personal_data_is_found_and_masked(text: str, sort: DataPribadi) -> None:
    found = list(find_personal_data(f"Catatan: {text}, selesai"))
    assert [sighting.sort for sighting in found] == [sort]
    shown = found[0].masked
    assert "…" in shown
    assert shown not in text


@pytest.mark.parametrize("text", NEGATIVE)
def test_what_only_looks_like_it_stays_silent(text: str) -> None:
    assert list(find_personal_data(f"Catatan: {text}, selesai")) == []
    assert list(find_personal_data(text)) == []


@pytest.mark.parametrize(
    ("written", "before", "severity"),
    [
        ("01.312.166.0-091.000", "NPWP pemohon ", Severity.GALAT),
        ("01.312.166.0-091.001", "NPWP pemohon ", Severity.GALAT),  # of a branch
        ("01.312.166.1-091.000", "NPWP pemohon ", Severity.PERINGATAN),
        ("01.312.166.1-091.000", "NPWP ", Severity.PERINGATAN),
        ("01.312.166.1-091.000", "NPWP penyedia ", None),
    ],
)
def test_what_is_not_proven_of_an_npwp_holds_nothing_up(
    written: str, before: str, severity: Severity | None
) -> None:
    assert npwp_severity("", written, before, "") is severity


def test_places_are_exact() -> None:
    text = "a,081212341100,b\nc,nama@gmail.com,3204110609970001\n"
    found = [text[s.start : s.end] for s in find_personal_data(text)]
    assert found == ["081212341100", "nama@gmail.com", "3204110609970001"]


def test_random_codes_are_rarely_taken_for_a_nik() -> None:
    digits = random.Random(1)  # noqa: S311 — the same codes every time
    codes = [f"{digits.randrange(10**16):016}" for _ in range(20_000)]
    found = sum(1 for code in codes for _ in find_personal_data(code))
    assert 0 < found < 20_000 * 0.015


@pytest.mark.long
@pytest.mark.parametrize(
    "part",
    [
        *("1 ", "1-", "12 34-56.78 ", "08", "0812 ", "62 81", "31 71 01 ", f"{POSITIVE[0][0]} "),
        *("@gmail.com", "a@b.", "rek", "rek 1 ", "bank bca ", "npwp 1 2 3 ", "&#51;", "%30", "é 1"),
        *(
            "3\t",
            "| 3 ",
            "3</td>\n<td>",
            "1.234.",
            "1,234,",
            "1 234 ",
            '1"&"',
            "hp 8",
            "nib 0 ",
            "nik 3\t",
        ),
        *("nik ", "nik 32 75 ", "nik (3)", "nik <b>", "3</b><b>", "nik 3\n", "kk 3<b> ", "hp 08 "),
        *("hp\n0", "bank a ", "bank a b c d e ", "(bca) ", "bpd jateng ", "1234567890 (", "1 an "),
        *("alamat rumah ", "jl 1, rt 1-", "paspor A 1 ", "A 1 2 3 paspor ", "1OOO", "aO", "kel 1"),
        *("\u00b2", "3\u0300", "\u0663", "rukun tetangga 1 ", "r.t. 1 ", "ab3275014507900002"),
        *("nik 3275 0145 0790 0002 ", "nopol b ", "mobil A 1", "jaminan kesehatan 000"),
        *("800/", "rt 1 dan ", "kode a ", "surat nomor ", "npwp 1.", "Rp3"),
        *("rt 1 ", "rt/rw ", "lahir di ", "bpjs ", "paspor A", "mobil B 1 ", "x", "kata lain "),
    ],
)
def test_no_input_takes_long(part: str) -> None:
    assert_even(lambda size: lambda: list(find_personal_data(part * (size // len(part)))), 50_000)
