"""Which sentence a clerk reads for which mistake in a YAML file or a table."""

from collections.abc import Callable

import pytest

from ppid.checking.field_errors import missing_message
from ppid.core.record import Part
from ppid.diagnostics.diagnostic import Diagnostic
from ppid.kinds.acuan.sinonim import Sinonim
from ppid.kinds.badan import BatasPenyampaian
from ppid.kinds.dik.model import InformasiDikecualikan
from ppid.kinds.dip.model import InformasiPublik
from ppid.kinds.layanan import LaporanLayanan
from ppid.kinds.opd import ProfilOpd

Read = Callable[[str, type[Part]], list[Diagnostic]]

PROFIL = """\
nama: Dinas Contoh
singkatan: Dincon
jenis: dinas
sumber: belum diverifikasi
"""

# Lines taken from the profile (-) and put into it (+); then the message and the hint (=).
CASES = """\
- sumber: belum diverifikasi
ISI-001: Isian wajib “Sumber” belum ada
= Tambahkan “sumber: …”. Dari mana profil ini, atau “belum diverifikasi”.

- singkatan: Dincon
+ singkatan:
ISI-001: Isian wajib “Singkatan” kosong
= Isi “singkatan: …”. Singkatan yang lazim.

+ nama_lain: [Contoh, ""]
ISI-001: Butir ke-2 isian “Nama lain” kosong
= Isi, atau hapus barisnya.

+ almat: Jalan Contoh 1
ISI-002: Isian “almat” tidak dikenal
= Mungkin maksudnya “alamat”.

+ kepala: {jabatan: Kepala, nip: 1}
ISI-002: Isian “nip” tidak dikenal
= Yang dikenal di sini: “jabatan”.

- singkatan: Dincon
+ singkatn: Dincon
ISI-002: Isian “singkatn” tidak dikenal; “singkatan” belum ada
= Mungkin maksudnya “singkatan”.

- jenis: dinas
+ jenis: Dinass
ISI-003: “Dinass” bukan salah satu pilihan untuk “Jenis”
= Mungkin maksudnya “dinas”. Pilihannya: “sekretariat”, “inspektorat”, “dinas”,
  “badan”, “kecamatan”, “kelurahan”, “desa”, “uptd”, “rsud”, “satuan”, “lainnya”.

+ layanan_langsung: Ya
ISI-003: “Ya” bukan salah satu pilihan untuk “Layanan langsung”
= Tulis “true”.

+ layanan_langsung: kadang
ISI-003: “kadang” bukan salah satu pilihan untuk “Layanan langsung”
= Tulis “true” untuk ya atau “false” untuk tidak.

+ aktif_mulai: 10 Januari 2019
ISI-004: “10 Januari 2019” untuk “Aktif mulai” ditulis dengan nama bulan
= Tulis 2019-01-10 (10 Januari 2019).

+ aktif_mulai: 03/04/2025
ISI-004: “03/04/2025” untuk “Aktif mulai” dapat dibaca dengan dua cara:
  3 April 2025 atau 4 Maret 2025
= Maksudnya 3 April 2025 (tulis 2025-04-03) atau 4 Maret 2025 (tulis 2025-03-04)?

+ aktif_mulai: 25/12/2019
ISI-004: “25/12/2019” untuk “Aktif mulai” ditulis dengan urutan lain
= Tulis 2019-12-25 (25 Desember 2019).

+ aktif_mulai: 43475
ISI-004: “43475” untuk “Aktif mulai” tampaknya nomor tanggal dari Excel
= Tulis 2019-01-10 (10 Januari 2019).

+ aktif_mulai: 2019-02-30
ISI-004: “2019-02-30” untuk “Aktif mulai” tidak ada dalam kalender
= Hari terakhir bulan itu 28 Februari 2019.

+ aktif_mulai: 2019
ISI-004: “2019” untuk “Aktif mulai” hanya menyebut tahun
= Tulis tahun, bulan, dan hari dengan angka, misalnya 2019-01-10.

+ aktif_mulai: tidak tahu
ISI-004: “tidak tahu” untuk “Aktif mulai” bukan tanggal yang dapat dibaca
= Tulis tahun, bulan, dan hari dengan angka, misalnya 2019-01-10.

+ telepon: 021 555
ISI-010: Isian “Telepon” berisi teks “021 555”, padahal harus berupa daftar
= Tulis tiap butir pada baris sendiri, diawali tanda hubung dan spasi (“- ”).

+ kepala: Kepala Dinas
ISI-010: Isian “Kepala” berisi teks “Kepala Dinas”, padahal harus berupa kelompok isian
= Tulis tiap isian pada baris sendiri, misalnya “jabatan: …”, menjorok dua spasi.

+ alamat: [Jalan A, Jalan B]
ISI-010: Isian “Alamat” berisi daftar, padahal harus berupa satu teks
= Tulis “alamat: …” dalam satu baris.

+ aktif_mulai: {tahun: 2019}
ISI-010: Isian “Aktif mulai” berisi kelompok isian, padahal harus berupa satu teks
= Tulis “aktif_mulai: …” dalam satu baris.
"""


@pytest.mark.parametrize("case", CASES.split("\n\n"))
def test_profile(case: str, of_yaml: Read) -> None:
    text, expected = PROFIL, ""
    for line in case.replace("\n  ", " ").splitlines():
        if line.startswith("- "):
            text = text.replace(line[2:] + "\n", "")
        elif line.startswith("+ "):
            text += line[2:] + "\n"
        else:
            expected += line + "\n"
    shown = [f"{d.rule_id}: {d.message}\n= {d.hint}\n" for d in of_yaml(text, ProfilOpd)]
    assert shown == [expected]


PERMOHONAN = "permohonan: {dikabulkan_seluruhnya: 9, dikabulkan_sebagian: 1, ditolak: 0, "
OTHERS = [
    (
        LaporanLayanan,
        PERMOHONAN + "diterima: 1.000}",
        "ISI-006: “1.000” untuk “Diterima” dapat dibaca dengan dua cara: 1000 atau 1",
        "Tulis 1000 atau 1, sesuai maksudnya.",
    ),
    (
        LaporanLayanan,
        PERMOHONAN + "diterima: banyak}",
        "ISI-006: “banyak” untuk “Diterima” bukan bilangan yang dapat dibaca",
        "Tulis angkanya saja tanpa pemisah ribuan, misalnya 1250.",
    ),
    (
        Sinonim,
        "kata: [izin]",
        "ISI-005: Isian “Kata” berisi 1 butir; paling sedikit 2 butir",
        (
            "Tambahkan butirnya. "
            "Tulis tiap butir pada baris sendiri, diawali tanda hubung dan spasi (“- ”)."
        ),
    ),
    (
        BatasPenyampaian,
        "dik: 31-03\ndip: 03-31",
        "ISI-010: “31-03” tidak sesuai bentuk “Batas DIK”",
        "Tulis bulan dan hari masing-masing dua angka, misalnya 03-31.",
    ),
    (
        Sinonim,
        "- izin\n- perizinan",
        "ISI-010: Bagian ini berisi daftar, padahal harus berupa kelompok isian",
        "Tulis tiap isian pada baris sendiri, misalnya “kata: …”, menjorok dua spasi.",
    ),
]


@pytest.mark.parametrize(("model", "text", "message", "hint"), OTHERS)
def test_others(model: type[Part], text: str, message: str, hint: str, of_yaml: Read) -> None:
    (diagnostic,) = of_yaml(text, model)
    assert f"{diagnostic.rule_id}: {diagnostic.message}" == message
    assert diagnostic.hint == hint


DIK = (
    "kode,informasi,cakupan,bagian,dasar_hukum,konsekuensi_dibuka,konsekuensi_ditutup,"
    "jangka_waktu,mulai,penguasa,penanggung_jawab,catatan\n"
)


TABLE = """\
C2 ISI-003: “Seluruh” bukan salah satu pilihan untuk “Cakupan”
= Mungkin maksudnya “seluruh”. Pilihannya: “seluruh”, “sebagian”.
A3 ISI-010: “kes 02” tidak sesuai bentuk “Kode”
= Pakai 2 sampai 24 huruf besar, angka, titik, atau tanda hubung,
  diawali huruf besar atau angka. Misalnya “KES-02”.
B3 ISI-005: Kolom “Informasi” hanya berisi “SO” (2 karakter); paling sedikit 3 karakter
= Tulis lebih lengkap agar dapat dipahami tanpa keterangan lain.
I3 ISI-004: “10/01/19” untuk “Mulai” hanya menyebut dua angka tahun:
  10 Januari 2019 atau 1 Oktober 2019
= Maksudnya 10 Januari 2019 (tulis 2019-01-10) atau 1 Oktober 2019 (tulis 2019-10-01)?
J3 ISI-001: Kolom “Penguasa informasi” kosong, padahal wajib diisi
= Isi sel ini. Pejabat atau unit yang menguasai informasi.
"""


def test_table(of_csv: Read) -> None:
    rows = (
        "KES-01,Rekam medis pasien,Seluruh,,x,x,x,5 tahun,,Kepala,,\n"
        "kes 02,SO,seluruh,,x,x,x,5 tahun,10/01/19,,,\n"
    )
    found = of_csv(DIK + rows, InformasiDikecualikan)
    shown = [f"{d.span.cell} {d.rule_id}: {d.message}\n= {d.hint}\n" for d in found]
    assert "".join(shown) == TABLE.replace("\n  ", " ")


def test_too_long_is_quoted_by_its_beginning(of_csv: Read) -> None:
    (diagnostic,) = of_csv(
        DIK + f"KES-01,{'Rekam medis pasien ' * 20},seluruh,,,,,,,Kepala,,\n", InformasiDikecualikan
    )
    assert diagnostic.message == (
        "Kolom “Informasi” yang berawal “Rekam medis pasien Rekam medis pasien R…” berisi 379 "
        "karakter; paling banyak 300 karakter"
    )


def test_point_in_time(of_csv: Read) -> None:
    columns = (
        "kode,informasi,klasifikasi,penguasa,penanggung_jawab,waktu_pembuatan,tempat_pembuatan,"
    )
    rows = ["Maret 2019", "2019-02-30", "Bekasi, 2019", "entah"]
    text = "".join(f'\nKES-01,Laporan,berkala,A,B,"{row}",Bekasi,cetak,1 tahun' for row in rows)
    found = of_csv(columns + "bentuk,retensi" + text, InformasiPublik)
    assert [(d.message, d.hint) for d in found] == [
        (
            "“Maret 2019” untuk “Waktu pembuatan” menyebut bulan, tetapi tidak ditulis TTTT-BB",
            "Tulis 2019-03 (Maret 2019).",
        ),
        (
            "“2019-02-30” untuk “Waktu pembuatan” tidak ada dalam kalender",
            "Tulis 2019-02 (Februari 2019). “2019-02-30” belum termasuk di dalamnya.",
        ),
        (
            "“Bekasi, 2019” untuk “Waktu pembuatan” memuat keterangan lain selain tahun",
            "Tulis 2019 (2019). “Bekasi” belum termasuk di dalamnya.",
        ),
        (
            "“entah” untuk “Waktu pembuatan” bukan tahun, bulan, atau tanggal",
            (
                "Tulis tahun (2019), tahun dan bulan (2019-03), tanggal (2019-03-10), atau kurun "
                "(2019-01-01/2019-03-31)."
            ),
        ),
    ]


def test_missing_message_for_rules() -> None:
    assert missing_message("Dasar hukum", in_table=True) == (
        "Kolom “Dasar hukum” kosong, padahal wajib diisi"
    )
