"""Labelled strings: what the privacy gate must find, and what only looks like it.

No number or name here is known to belong to anyone. A NIK is made of the code of a province, a
regency that the province does not have (DKI Jakarta has no regency 39), a day, and a serial; an
NPWP of nine random digits with the right check digit; mobile and account numbers of random digits;
all of them by `random.Random(SEED)`. Names are invented. The few public samples are those that the
documentation of software libraries prints.
"""

import random
from collections.abc import Iterator
from typing import NamedTuple

SEED = 20190110


class Labelled(NamedTuple):
    """A text, the rule that must speak of it (empty: none), and whether it is a document author."""

    text: str
    rule_id: str = ""
    author: bool = False


def nik(rng: random.Random) -> str:
    day = rng.randint(1, 28) + rng.choice((0, 40))
    return (
        f"3139{rng.randint(1, 60):02}{day:02}{rng.randint(1, 12):02}"
        f"{rng.randint(0, 99):02}{rng.randint(1, 9999):04}"
    )


def npwp(rng: random.Random) -> str:
    head = f"{rng.randint(1, 99_999_999):08}"
    for check in "0123456789":
        digits = head + check
        doubled = [int(d) * 2 for d in digits[-2::-2]]
        if (sum(map(int, digits[::-2])) + sum(n // 10 + n % 10 for n in doubled)) % 10 == 0:
            return f"{digits}{rng.randint(1, 999):03}000"
    raise AssertionError


def mobile(rng: random.Random) -> str:
    prefix = rng.choice(("0811", "0812", "0813", "0821", "0857", "0878", "0896", "0838"))
    return prefix + f"{rng.randint(1_000_000, 99_999_999)}"


def account(rng: random.Random, digits: int) -> str:
    return f"{rng.randint(10 ** (digits - 1), 10**digits - 1)}"


NIK_FRAMES = (
    "{}",
    "NIK {}",
    "NIK: {}",
    "NIK.{}",
    "NIK{}",
    "N I K : {}",
    "No. KK {}",
    "Nomor Kartu Keluarga: {}",
    "KTP {}.",
    "({})",
    "[{}](https://contoh.go.id)",
    "atas nama pemohon dengan NIK {}, alamat Kota Contoh",
    '{{"nik": "{}"}}',
    '{{"nik":{},"tahun":2019}}',
    "1,Pemohon,{},Kota Contoh",
    "1;Pemohon;{};Kota Contoh",
    "1\tPemohon\t{}\tKota Contoh",
    "'{}",
    "nik: '{}'  # diketik dari formulir",
    "https://contoh.go.id/cek?nik={}&tahun=2019",
    "https://contoh.go.id/berkas/{}.pdf",
    "dokumen/ktp_{}.jpg",
    "dokumen/kk-{}-scan.pdf",
    "ktp-{}_rev2.docx",
    "<td>{}</td>",
    "**{}**",
    "Surat keterangan nomor 470/12/2019 untuk {}",
    "tahun 2019 {} dan 2020",
    "no identitas={}",
    "Penerima bantuan ({}) sudah didatangi",
    "{}/Kota Contoh",
    "ID: {}; tanggal 2019-02-01",
)
NIK_GROUPS = (
    "{0}.{1}.{2}.{3}",
    "{0} {1} {2} {3}",
    "{0}-{1}-{2}-{3}",
    "NIK {0}\u00a0{1}\u00a0{2}\u00a0{3}",
    "NIK {0}\u2013{1}\u2013{2}\u2013{3}",
    "{0}{1}\n{2}{3}",
    "{0}{1}\r\n  {2}{3}",
)
NPWP_DOTTED = (
    "NPWP {}",
    "NPWP: {}",
    "{}",
    "npwp pribadi {}",
    "NPWP pegawai: {}",
    "Nomor Pokok Wajib Pajak {}",
    "1,Pegawai,{},Kota Contoh",
    "wajib pajak perorangan ({})",
    "<td>{}</td>",
    "NPWP.{}",
)
NPWP_PLAIN = (
    "NPWP {}",
    "NPWP: {}",
    "npwp={}",
    "NPWP pegawai {}",
    "NPWP. {}",
    "nomor NPWP {} atas nama pemohon",
    "NPWP 0{}",
    "npwp-{}.pdf",
)
MOBILE_FRAMES = (
    "{}",
    "HP {}",
    "HP.{}",
    "WA: {}",
    "hubungi {} (pribadi)",
    "No. HP: {}",
    "telp. {}",
    "1,Pemohon,{},Kota Contoh",
    "<a href='tel:{}'>",
    "Kontak pemohon {}.",
    "+62{0:.11}",
    "WA{}",
    "narahubung ({})",
)
MAILS = (
    "{}@gmail.com",
    "surel: {}@yahoo.com",
    "<{}@yahoo.co.id>",
    "{}@hotmail.com,Kota Contoh",
    "mailto:{}@outlook.com",
    "kirim ke {}@icloud.com.",
    "{}@ymail.com",
    "{}@rocketmail.com; 2019",
    "{}@live.com",
    "{}@proton.me",
    "{}@protonmail.com",
    "{}@outlook.co.id",
    "{}@googlemail.com",
    "({}@gmail.com)",
    "{}@GMAIL.COM",
    "{}@msn.com",
    "{}@yandex.com",
    "{}@zoho.com",
)
BOXES = ("karangan.satu", "wiraseta88", "anindita_k", "pemohon-informasi", "s.karangan+ppid")
ACCOUNTS = (
    ("rekening {}", 10),
    ("Rekening BCA {}", 10),
    ("No. Rek. {}", 10),
    ("No Rek: {}", 13),
    ("nomor rekening bank bjb {}", 13),
    ("Nomor Rekening Mandiri: {}", 13),
    ("rek. BRI {}", 15),
    ("norek {}", 10),
    ("no.rek {}", 12),
    ("rekening atas nama pemohon {}", 10),
    ("transfer ke rekening BNI {} a.n. pemohon", 10),
    ("Rekening penerima: {}", 14),
    ("No. Rekening\t{}", 12),
    ("rekening tabungan {}", 10),
    ("nomor rekening pribadi {}", 11),
)
NAMES = (
    "Siti Wiraseta",
    "Dr. Siti Wiraseta, S.H., M.H.",
    "Drs. Karangan Wiraseta, M.Si",
    "Ir. Anindita Karangan, M.T.",
    "H. Ahmad Karangan",
    "anindita karangan",
    "WIRASETA",
    "Rangga W.",
    "Ratna Karangan, S.Kom",
    "Muhammad Wiraseta, A.Md.",
    "Yohanes Karangan",
    "I Made Wiraseta",
)

LOOKALIKES = """
Nomor 4846
2021, No.741
1997-2019
2019-2024
Undang-Undang Nomor 14 Tahun 2008 tentang Keterbukaan Informasi Publik
Peraturan Wali Kota Bekasi Nomor 27 Tahun 2017
Lembaran Negara Republik Indonesia Tahun 2008 Nomor 61, Tambahan Lembaran Negara Nomor 4846
Keputusan Nomor 800/Kep.123-Diskominfostandi/I/2019
SK 555/1234/SETDA.TU/2019 tanggal 10 Januari 2019
800/13/2019
027/001.1/PPK/2019
NIP 196707021994031004
NIP 19661111 199503 1 001
196611111995031001
NIP. 19850317 201001 2 015
(NIP 198503172010012015)
NIPPPK 198503172021212001
5.1.02.01.01.0024
5.1.02.02.01.0013.00012
1.01.1.01.01.00.01.5.2.2.01.01
kode rekening 5.1.02.01.01.0024
kode rekening 510201010024
rekening belanja 5.1.02.01.01.0024
Kode Rekening: 4.1.01.06.07.0001
rekening belanja 510202010013
rekening kas umum daerah nomor 0012345678901
Rekening Kas Umum Daerah (RKUD) 0012345678901
rekening listrik 123456789012
rekening air PDAM 1234567890
rekening retribusi daerah 0012345678901
rekening penerimaan 0012345678901
rekening koran bulan 201901 sampai 201912
DPA/A.1/2.16.0.00.0.00.01.0000/001/2021
DPA SKPD Nomor 2.16.2.20.2.21.01.0000
Rp1.250.000.000,00
Rp 12.345.678.901,00
Rp. 3.139.600.101.990,00
1.234.567.890.123,45
12345678901,50
31.396.001.019.900
total 1 234 567 890 rupiah
ISBN 9786020000000
ISBN 978-602-00-0000-0
ISBN 978 623 00 1234 5
ISSN 2086-1234
EAN 8991234567890
barcode 8998765432101
DOI 10.1234/jip.2019.001234
106.99238412345678
-6.238270, 106.975571
-6.2349858123456789
lat=-6.23827012345678&lon=106.97557112345678
koordinat 6°14'17.8"S 106°58'32.1"E
48M 718526 9310187
UTM 718526.123 9310187.456
2019-01-10
10/01/2019
10-01-2019 10:20:30
2019-01-10T10:20:30.123456Z
20190110102030
20190110 102030
1547112030
1699920000000
1699920000000123
08-12-2019 10:20
08-12-2019 2020-01-01
08.30-16.00
08.00 - 11.30 dan 13.00 - 15.30
0811-2019
(021) 88959980
(021) 8895-9980 pesawat 123
021-88959980
+62 21 88959980
02188959980
0251 8321234
1500-444, 112, 119, 1708
1500444
112
SMS BKSKOTA ke 1708
Call Center 1500444 dan 112
ppid@bekasikota.go.id
diskominfostandi@bekasikota.go.id
humas@kota.example
info@pengadilan.mahkamahagung.go.id
admin@universitas.ac.id
nama@gmail.company
gmail.com
@gmail
mail.google.com/mail/u/0
https://www.gmail.com/
layanan@kantor.co.id
@yahoo
NUP 0000000123
NUP 000001 s.d. 000045
Kode barang 1.3.2.05.02.06.001
Kode barang 1320502060010000012
Kode barang 3.02.01.01.003
1.3.2.02.01.01.003.000012
Kode RUP 31396001
ID paket RUP 52345678
Kode tender 10034567
Kode paket 9999991501900001
Kode paket 3273010119800002
ID 3204000609970001
kode 3204112902010001
kode 3204110609970000
ID paket 0031396001019900
3204110609970001000001
NITKU 0013121660091000000000
virtual account 8808320411060997
VA 88083139600101990012
Kode billing 820190110123456
NTPN 1A2B3C4D5E6F7G8H
kode bayar 3275190110000123
SHA-256 e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855
sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08
md5 d41d8cd98f00b204e9800998ecf8427e
123e4567-e89b-12d3-a456-426614174000
550e8400-e29b-41d4-a716-446655440000
0B3204110609970001xyz
https://drive.google.com/file/d/1A3204110609970001bZ/view
https://contoh.go.id/berkas/2019/01/10/laporan-2019.pdf
https://contoh.go.id/?id=123456789
https://peta.contoh.go.id/@-6.2349858,106.9755711,15z
https://www.youtube.com/watch?v=08123456abc
git 1234567890abcdef1234567890abcdef12345678
versi 1.2.3.4567890
10.13.20.100
192.168.100.200:8080
2001:0db8:85a3:0000:0000:8a2e:0370:7334
Nomor peta 1209-442
Lembar peta 1209-4421 skala 1:25.000
NOP 32.75.010.001.001-0001.0
NOP 327501000100100010
Sertipikat Hak Pakai Nomor 12345
Nomor induk sekolah 20222945
NPSN 20222945
Kode pos 17141
Kode wilayah 32.75
Kode wilayah 32.75.01.1001
32.75.01.1001
kode faskes 3275012
NIB 1234567890123
NIB 9120001234567
STR 1234567890123456
Nomor registrasi 3100000000000001
01.234.567.8-901.234
NPWP 216090524017001
016090524017000
13.121.660.9-1000
Ringkasan kontrak, NPWP penyedia 01.312.166.0-091.000
Kontrak nomor 027/12/SPK/2019, NPWP 02.183.241.5-000.000
Penyedia: CV Karangan; NPWP 48.903.841.4-722.000
1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16
2015 2016 2017 2018 2019 2020 2021
10 20 30 40 50 60 70 80 90 100
12.345 23.456 34.567 45.678
120 130 140 150 160
0,25 0,50 0,75 1,00
1-2-3-4-5-6-7-8-9-10
2019-03-01,2019-04-01
2019-03-01,2019-04-01\\n2020-01-01,2020-02-01
No. 1234567890/2019
Nomor arsip 1234567890
Nomor agenda 0123456789
Nomor surat 0012345678901
resi JNE 012345678901234
nomor seri A12345678901
luas 12.345.678 meter persegi
Panjang jalan 1.234.567,89 m
volume 1234567890 liter
penduduk 2.543.676 jiwa
Pasal 17 huruf h angka 3
Pasal 4 ayat (2) dan Pasal 15 ayat (9) huruf c angka 2
halaman 1-24
tahun anggaran 2019/2020
Rapat tanggal 10-01-2019 pukul 08.12-10.30
Hubungi loket layanan pada jam kerja
rekening bank
Nama bank dan nomor rekening tidak diumumkan
NIK tidak ditampilkan
NIK: ****************
NIK 3204************
HP 0812xxxxxxx
0812-xxxx-xxxx
nomor rekening: -
NPWP: -
Salinan KTP (NIK ditutup)
Permohonan nomor 0001/PPID/2019
Nomor polisi kendaraan dinas B 1234 XYZ
Jalan Jenderal Ahmad Yani Nomor 1, Kota Bekasi 17141
tanggal lahir tidak diumumkan
""".strip().splitlines()

OFFICES = """
Dinas Komunikasi dan Informatika
Diskominfostandi
DISKOMINFO KOTA BEKASI
Bagian Hukum Setda
Sekretariat DPRD
PPID Utama
Pemkot Bekasi
Subbag Umum dan Kepegawaian
BPKAD
Bappelitbangda
Kecamatan Bekasi Timur
Satpol PP
user
User
USER-PC
Admin
Administrator
Microsoft Office User
Windows User
openpyxl
python-docx
LibreOffice
ACER
asus
Lenovo
HP
Toshiba
PC-01
Canva
iLovePDF
Microsoft Word - Laporan
Unknown
Dinkes
Disdukcapil
RSUD
UPTD Puskesmas
Operator
Tim Penyusun
CV Karangan Jaya
PT Contoh
""".strip().splitlines()


def _numbers(rng: random.Random) -> Iterator[Labelled]:
    for frame in NIK_FRAMES:
        yield Labelled(frame.format(nik(rng)), "PRI-001")
    for frame in NIK_GROUPS:
        digits = nik(rng)
        groups = [digits[at : at + 4] for at in range(0, 16, 4)]
        yield Labelled(frame.format(*groups), "PRI-001")
    for cuts in ((6, 12), (2, 6, 12), (2, 4, 6, 12), (6, 8, 10, 12)):
        digits, ends = nik(rng), (*cuts, 16)
        parts = [digits[a:b] for a, b in zip((0, *cuts), ends, strict=True)]
        yield Labelled(" ".join(parts), "PRI-001")
    for frame in NPWP_DOTTED:
        n = npwp(rng)
        dotted = f"{n[:2]}.{n[2:5]}.{n[5:8]}.{n[8]}-{n[9:12]}.{n[12:]}"
        yield Labelled(frame.format(dotted), "PRI-005")
    for frame in NPWP_PLAIN:
        yield Labelled(frame.format(npwp(rng)), "PRI-005")


def _contacts(rng: random.Random) -> Iterator[Labelled]:
    for frame in MOBILE_FRAMES:
        digits = mobile(rng)
        yield Labelled(frame.format(digits[1:] if "+62" in frame else digits), "PRI-002")
    for gap in "- .\u00a0":
        digits = mobile(rng)[:12].ljust(12, "7")
        yield Labelled(gap.join((digits[:4], digits[4:8], digits[8:])), "PRI-002")
        yield Labelled(f"+62{gap}" + gap.join((digits[1:4], digits[4:8], digits[8:])), "PRI-002")
        yield Labelled(f"HP {digits[:4]}{gap}{digits[4:]}", "PRI-002")
    digits = mobile(rng)[:12].ljust(12, "7")
    yield Labelled(f"({digits[:4]}) {digits[4:8]}-{digits[8:]}", "PRI-002")
    yield Labelled(f"https://wa.me/62{digits[1:]}", "PRI-002")
    for number, frame in enumerate(MAILS):
        yield Labelled(frame.format(BOXES[number % len(BOXES)]), "PRI-004")
    for frame, length in ACCOUNTS:
        yield Labelled(frame.format(account(rng, length)), "PRI-003")


def _samples() -> Iterator[Labelled]:
    for sample in ("3204110609970001", "6408132511960005", "3329091003780012"):
        yield Labelled(sample, "PRI-001")
    for sample in ("01.312.166.0-091.000", "48.903.841.4-722.000", "02.183.241.5-000.000"):
        yield Labelled(sample, "PRI-005")
    yield Labelled("NPWP 016090524017000", "PRI-005")
    yield Labelled("0878-0291-5868", "PRI-002")
    yield Labelled("0812 1234 1100", "PRI-002")


def labelled() -> list[Labelled]:
    """Return all strings; the same ones every time."""
    rng = random.Random(SEED)  # noqa: S311 — invented numbers, not secrets
    return [
        *_numbers(rng),
        *_contacts(rng),
        *_samples(),
        *(Labelled(name, "PRI-007", author=True) for name in NAMES),
        *(Labelled(text.replace("\\n", "\n")) for text in LOOKALIKES),
        *(Labelled(office, author=True) for office in OFFICES),
    ]
