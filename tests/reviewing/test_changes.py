"""What a review says of a change: rows of (edits, expected changes), half of them expecting none.

The edits are made to the invented town of `tests/kota-kecil/`.
"""

import csv
import io
from collections.abc import Callable

import pytest
import yaml

from ppid.history.wording import row_changes, sentence
from ppid.kinds.dik.model import InformasiDikecualikan
from tests.reviewing.edits import (
    Edits,
    added,
    both,
    cell,
    checked,
    edited,
    put,
    reviewed,
    table,
    town,
    without,
)

DINKES, SETDA, CAMAT = "data/opd/dinkes", "data/opd/setda", "data/opd/kecamatan-tepi-danau"
KES_DIK, KES_DIP = f"{DINKES}/dik/2021.csv", f"{DINKES}/dip/2021.csv"
SET_DIK, SET_DIP = f"{SETDA}/dik/2021.csv", f"{SETDA}/dip/2021.csv"
COPY = f"{SETDA}/dik/2020.csv"
PERWAL = f"{SETDA}/regulasi/perwal-4-2019.yml"
STORY = f"{DINKES}/kegiatan/2021-12-14-pelatihan-arsip.md"
PAGE = "content/tentang/aksesibilitas.md"
LIST_NEW = b"penetapan: {nomor: 1/2022, tanggal: 2022-01-10, pejabat: Sekda, tempat: Kota Kecil}\n"
TESTED = b"uji_konsekuensi: {nomor: 2/2022, tanggal: 2022-01-05}\n"
TOWN_FILES = town()
RECORDS = "  - kata: [rekam medis, catatan kesehatan pasien]\n"
CHANNEL = """\
  - nama: Surel layanan
    jenis: surel
    alamat: ppid@kotakecil.example
    untuk: Permohonan informasi
"""
NOTHING = b"nihil: {pernyataan: Tidak ada., pejabat: Sekretaris, tanggal: 2022-01-03}\n"
Expected = set[tuple[str, str, str]]


def shuffled(rows: list[dict[str, str]]) -> list[dict[str, str]]:
    return rows[::-1]


def dialect(**options: object) -> Callable[[bytes], bytes]:
    def edit(raw: bytes) -> bytes:
        written = io.StringIO()
        rows = csv.reader(io.StringIO(raw.decode()))
        csv.writer(written, lineterminator="\n", **options).writerows(rows)  # type: ignore[arg-type]
        return written.getvalue().encode()

    return edit


def columns_turned(raw: bytes) -> bytes:
    rows = [row[::-1] for row in csv.reader(io.StringIO(raw.decode()))]
    written = io.StringIO()
    csv.writer(written, lineterminator="\n").writerows(rows)
    return written.getvalue().encode()


def keys_turned(raw: bytes) -> bytes:
    loaded = yaml.load(raw, yaml.BaseLoader)  # noqa: S506 — keeps every scalar as text
    return yaml.safe_dump(
        dict(reversed(loaded.items())), sort_keys=False, allow_unicode=True
    ).encode()


def crlf(raw: bytes) -> bytes:
    return raw.replace(b"\n", b"\r\n")


def bom(raw: bytes) -> bytes:
    return b"\xef\xbb\xbf" + raw


def flow(raw: bytes) -> bytes:
    loaded = yaml.load(raw, yaml.BaseLoader)  # noqa: S506 — keeps every scalar as text
    return yaml.safe_dump(loaded, default_flow_style=True, allow_unicode=True).encode()


def of(name: str) -> bytes:
    return TOWN_FILES[name]


SILENT: dict[str, Edits] = {
    "nothing": {},
    "rows in another order": {KES_DIP: table(shuffled)},
    "rows of a DIK in another order": {SET_DIK: table(shuffled)},
    "rows of a copy in another order": {COPY: table(shuffled)},
    "columns in another order": {KES_DIP: columns_turned},
    "columns of a DIK in another order": {SET_DIK: columns_turned},
    "Windows line ends": {KES_DIK: crlf},
    "Windows line ends in YAML": {f"{SETDA}/profil.yml": crlf},
    "Windows line ends in Markdown": {STORY: crlf},
    "Windows line ends in a page": {PAGE: crlf},
    "a byte order mark": {KES_DIP: bom},
    "UTF-16": {KES_DIP: lambda raw: raw.decode().encode("utf-16")},
    "every cell in quotes": {SET_DIP: dialect(quoting=csv.QUOTE_ALL)},
    "semicolons": {KES_DIP: dialect(delimiter=";")},
    "tabs": {KES_DIK: dialect(delimiter="\t")},
    "spaces at the ends of a cell": {KES_DIK: put(",Sekretariat Dinas,", ", Sekretariat Dinas ,")},
    "doubled spaces in a cell": {KES_DIK: put("Sekretariat Dinas", "Sekretariat  Dinas")},
    "no line end at the end": {KES_DIP: lambda raw: raw.rstrip(b"\n")},
    "blank lines at the end": {KES_DIP: lambda raw: raw + b"\n\n"},
    "a column without values left out": {
        f"{DINKES}/dip/2021.csv": lambda raw: (
            b"\n".join(
                line.removesuffix(b",catatan").removesuffix(b",") for line in raw.splitlines()
            )
            + b"\n"
        )
    },
    "keys of a list in another order": {f"{SETDA}/dik/2021.yml": keys_turned},
    "keys of a profile in another order": {f"{SETDA}/profil.yml": keys_turned},
    "comments": {f"{SETDA}/dik/2021.yml": lambda raw: b"# Catatan\n" + raw + b"# Akhir\n"},
    "flow style": {f"{DINKES}/dip/2021.yml": flow},
    "quoted scalars": {PERWAL: put("pemrakarsa: setda", 'pemrakarsa: "setda"')},
    "a folded scalar": {PERWAL: put("ringkasan: Tugas PPID", "ringkasan: >-\n  Tugas PPID")},
    "an empty key": {f"{DINKES}/profil.yml": lambda raw: raw + b"alamat:\n"},
    "a default written out": {f"{SETDA}/dik/2021.yml": lambda raw: raw + b"contoh: false\n"},
    "words of a list in another order": {
        f"{SETDA}/profil.yml": put("  - hukum\n  - pengadaan", "  - pengadaan\n  - hukum")
    },
    "entries of a file in another order": {
        "data/acuan/sinonim.yml": both(put(RECORDS, ""), lambda raw: raw + RECORDS.encode())
    },
    "channels in another order": {
        "data/badan.yml": both(put(CHANNEL, ""), lambda raw: raw + CHANNEL.encode())
    },
    "a regulation under another file name": {
        PERWAL: None,
        f"{SETDA}/regulasi/perwal-04-2019.yml": of(PERWAL),
    },
    "an activity under another file name": {
        STORY: None,
        f"{DINKES}/kegiatan/2021-12-14-pelatihan.md": of(STORY),
    },
    "a page under another file name": {PAGE: None, "content/tentang/akses.md": of(PAGE)},
    "a page that is only wrapped": {PAGE: lambda raw: raw.replace(b". ", b".\n")},
    "an ignored file": {f"{DINKES}/dokumen/.gitkeep": b""},
}
TELLING: dict[str, tuple[Edits, Expected]] = {
    "public information is excluded": (
        {
            KES_DIP: without("KES-RENSTRA"),
            KES_DIK: added("KES-RENSTRA", "KES-PELAPOR", informasi="Rencana strategis dinas"),
        },
        {("publik-ke-dikecualikan", "dik/dinkes/2021/kes-renstra", "daftar")},
    ),
    "public information is excluded under another code": (
        {
            KES_DIP: without("KES-RENSTRA"),
            KES_DIK: added("KES-X9", "KES-PELAPOR", informasi="Rencana Strategis Dinas"),
        },
        {("publik-ke-dikecualikan", "dik/dinkes/2021/kes-x9", "daftar")},
    ),
    "public information is excluded in a list of another year": (
        {
            f"{DINKES}/dik/2022.yml": LIST_NEW + TESTED,
            f"{DINKES}/dik/2022.csv": both(
                added("KES-RENSTRA", "KES-PELAPOR", informasi="Rencana strategis dinas"),
                without("KES-PELAPOR"),
            )(of(KES_DIK)),
        },
        {
            ("daftar-baru", "daftar-dik/dinkes/2022", "daftar"),
            ("publik-ke-dikecualikan", "dik/dinkes/2022/kes-renstra", "daftar"),
            ("dilanjutkan", "dik/dinkes/2022/kes-rekam-medis", "daftar"),
            ("jangka-diperpanjang", "dik/dinkes/2022/kes-rekam-medis", "mulai"),
            ("dilanjutkan", "daftar-dik/dinkes/2022", "daftar"),
            ("tidak-dilanjutkan", "dik/dinkes/2021/kes-pelapor", "daftar"),
        },
    ),
    "public information may be excluded under another name": (
        {
            KES_DIP: without("KES-RENSTRA"),
            KES_DIK: added("KES-X9", "KES-PELAPOR", informasi="Rencana strategis dinas kesehatan"),
        },
        {
            ("publik-ke-dikecualikan", "dik/dinkes/2021/kes-x9", "daftar"),
            ("mungkin-sama", "dik/dinkes/2021/kes-x9", "kode"),
        },
    ),
    "a public row is gone": (
        {KES_DIP: without("KES-RENSTRA")},
        {("hilang", "dip/dinkes/2021/kes-renstra", "daftar")},
    ),
    "an excluded row is gone": (
        {KES_DIK: without("KES-VAKSIN")},
        {("hilang", "dik/dinkes/2021/kes-vaksin", "daftar")},
    ),
    "a whole list is gone": (
        {f"{DINKES}/dip/2020.yml": None, f"{DINKES}/dip/2020.csv": None},
        {("daftar-hilang", "daftar-dip/dinkes/2020", "daftar")},
    ),
    "nothing is declared where rows were": (
        {
            KES_DIK: None,
            f"{DINKES}/dik/2021.yml": lambda raw: (
                raw + b"nihil: {pernyataan: Tidak ada., pejabat: Sekretaris, tanggal: 2021-02-22}\n"
            ),
        },
        {("nihil-menggantikan-isi", "daftar-dik/dinkes/2021", "nihil")},
    ),
    "nothing is declared for the year after": (
        {f"{DINKES}/dip/2022.yml": NOTHING},
        {("nihil-menggantikan-isi", "daftar-dip/dinkes/2022", "nihil")},
    ),
    "a copy changes": (
        {COPY: cell("SET-NILAI-PEGAWAI", penguasa="Bagian Umum")},
        {
            ("berubah", "dik/setda/2020/set-nilai-pegawai", "penguasa"),
            ("salinan-resmi-berubah", "daftar-dik/setda/2020", "salinan_resmi"),
        },
    ),
    "a list is a copy no more": (
        {f"{SETDA}/dik/2020.yml": put("salinan_resmi: true", "salinan_resmi: false")},
        {
            ("salinan-resmi-berubah", "daftar-dik/setda/2020", "salinan_resmi"),
        },
    ),
    "a new exclusion": (
        {KES_DIK: added("KES-BARU", "KES-PELAPOR", informasi="Denah gudang obat dan vaksin")},
        {("dikecualikan-baru", "dik/dinkes/2021/kes-baru", "daftar")},
    ),
    "a part becomes the whole": (
        {KES_DIK: cell("KES-VAKSIN", cakupan="seluruh")},
        {("cakupan-diperluas", "dik/dinkes/2021/kes-vaksin", "cakupan")},
    ),
    "the whole becomes a part": (
        {KES_DIK: cell("KES-PELAPOR", cakupan="sebagian", bagian="nama pelapor")},
        {
            ("cakupan-dipersempit", "dik/dinkes/2021/kes-pelapor", "cakupan"),
            ("berubah", "dik/dinkes/2021/kes-pelapor", "bagian"),
        },
    ),
    "a longer term": (
        {SET_DIK: cell("SET-MEMO-1", jangka_waktu="10 tahun")},
        {("jangka-diperpanjang", "dik/setda/2021/set-memo-1", "jangka_waktu")},
    ),
    "a term without end": (
        {SET_DIK: cell("SET-MEMO-1", jangka_waktu="selama diperlukan")},
        {("jangka-diperpanjang", "dik/setda/2021/set-memo-1", "jangka_waktu")},
    ),
    "a term of another form that ends later": (
        {SET_DIK: cell("SET-MEMO-1", jangka_waktu="sampai 2040-12-31")},
        {("jangka-diperpanjang", "dik/setda/2021/set-memo-1", "jangka_waktu")},
    ),
    "a term that begins later": (
        {SET_DIK: cell("SET-NEGOSIASI", mulai="2021-10-04")},
        {("jangka-diperpanjang", "dik/setda/2021/set-negosiasi", "mulai")},
    ),
    "a shorter term": (
        {KES_DIK: cell("KES-REKAM-MEDIS", jangka_waktu="20 tahun")},
        {("jangka-dipersingkat", "dik/dinkes/2021/kes-rekam-medis", "jangka_waktu")},
    ),
    "another ground": (
        {SET_DIK: cell("SET-HPS-BERJALAN", dasar_hukum="UU 14/2008 Pasal 17 huruf d")},
        {("alasan-berubah", "dik/setda/2021/set-hps-berjalan", "dasar_hukum")},
    ),
    "the same ground in other words": (
        {SET_DIK: cell("SET-HPS-BERJALAN", dasar_hukum="Pasal 17 huruf b UU 14/2008")},
        {("berubah", "dik/setda/2021/set-hps-berjalan", "dasar_hukum")},
    ),
    "a new code": (
        {KES_DIP: cell("KES-RENSTRA", kode="KES-PLAN-7")},
        {("kode-berubah", "dip/dinkes/2021/kes-plan-7", "kode")},
    ),
    "a new code and another spelling": (
        {
            KES_DIP: cell(
                "KES-REALISASI", kode="K-2", informasi="Laporan realisasi anggaran semester-pertama"
            )
        },
        {
            ("kode-berubah", "dip/dinkes/2021/k-2", "kode"),
            ("berubah", "dip/dinkes/2021/k-2", "informasi"),
        },
    ),
    "every code moves on by one": (
        {
            KES_DIP: table(
                lambda rows: [
                    {**row, "kode": later["kode"]}
                    for row, later in zip(rows, [*rows[1:], rows[0]], strict=True)
                ]
            )
        },
        {
            ("kode-berubah", "dip/dinkes/2021/kes-realisasi", "kode"),
            ("kode-berubah", "dip/dinkes/2021/kes-siaga-dbd", "kode"),
            ("kode-berubah", "dip/dinkes/2021/kes-renstra", "kode"),
            ("kode-berubah", "dip/dinkes/2021/kes-puskesmas", "kode"),
        },
    ),
    "one code for something else": (
        {KES_DIP: cell("KES-RENSTRA", informasi="Jadwal dokter jaga malam")},
        {("mungkin-sama", "dip/dinkes/2021/kes-renstra", "kode")},
    ),
    "a longer title": (
        {KES_DIP: cell("KES-RENSTRA", informasi="Rencana strategis dinas 2021–2026")},
        {("berubah", "dip/dinkes/2021/kes-renstra", "informasi")},
    ),
    "excluded information is opened": (
        {
            KES_DIK: without("KES-VAKSIN"),
            KES_DIP: added("KES-VAKSIN", "KES-RENSTRA", informasi="Daftar penerima vaksin"),
        },
        {("dikecualikan-ke-publik", "dip/dinkes/2021/kes-vaksin", "daftar")},
    ),
    "another classification": (
        {KES_DIP: cell("KES-REALISASI", klasifikasi="setiap-saat")},
        {("berubah", "dip/dinkes/2021/kes-realisasi", "klasifikasi")},
    ),
    "an address is taken away": (
        {SET_DIP: cell("SET-PROFIL", tautan="")},
        {("tautan-hilang", "dip/setda/2021/set-profil", "tautan")},
    ),
    "a public row comes": (
        {KES_DIP: added("KES-TARIF", "KES-RENSTRA", informasi="Tarif layanan laboratorium")},
        {("baru", "dip/dinkes/2021/kes-tarif", "daftar")},
    ),
    "a row goes to the list of another year": (
        {
            KES_DIP: without("KES-SIAGA-DBD"),
            f"{DINKES}/dip/2020.csv": both(
                added(
                    "KES-SIAGA-DBD",
                    "KES-PUSKESMAS",
                    informasi="Peringatan dini wabah demam berdarah di sekitar danau",
                    klasifikasi="serta-merta",
                    kewajiban="serta-merta.a",
                    penguasa="Bidang Pencegahan Penyakit",
                    penanggung_jawab="Kepala Bidang Pencegahan Penyakit",
                    waktu_pembuatan="2021-11-08",
                    retensi="2 tahun",
                    tautan="https://dinkes.kotakecil.example/siaga/dbd-2021-11-08.html",
                    diperbarui="2021-11-08",
                )
            ),
        },
        {("pindah", "daftar-dip/dinkes/2020", "daftar")},
    ),
    "a list for the next year": (
        {
            f"{DINKES}/dip/2022.yml": LIST_NEW,
            f"{DINKES}/dip/2022.csv": without("KES-RENSTRA")(of(KES_DIP)),
        },
        {
            ("daftar-baru", "daftar-dip/dinkes/2022", "daftar"),
            ("dilanjutkan", "daftar-dip/dinkes/2022", "daftar"),
            ("tidak-dilanjutkan", "dip/dinkes/2021/kes-renstra", "daftar"),
        },
    ),
    "a decision changes": (
        {f"{SETDA}/dip/2021.yml": put("188/04/2021", "188/44/2021")},
        {("keputusan-berubah", "daftar-dip/setda/2021", "penetapan.nomor")},
    ),
    "a demonstration becomes real": (
        {f"{DINKES}/dip/2020.yml": put("contoh: true", "contoh: false")},
        {("keputusan-berubah", "daftar-dip/dinkes/2020", "contoh")},
    ),
    "a column that cannot be read": (
        {KES_DIP: cell("KES-RENSTRA", klasifikasi="kadang-kadang")},
        {("tidak-terbaca", "dip/dinkes/2021/kes-renstra", "daftar")},
    ),
    "a profile changes": (
        {f"{DINKES}/profil.yml": put("jabatan: Sekretaris Dinas", "jabatan: Kepala Dinas")},
        {("berubah", "opd/dinkes", "ppid_pelaksana.jabatan")},
    ),
    "a channel changes": (
        {"data/badan.yml": put("(0999) 555200", "(0999) 555300")},
        {("berubah", "badan", "kanal[Pusat panggilan].alamat")},
    ),
    "a channel goes": (
        {f"{SETDA}/profil.yml": put("    untuk: Permohonan informasi\n", "")},
        {("berubah", "opd/setda", "kanal[Loket Setda].untuk")},
    ),
    "a regulation goes": (
        {f"{SETDA}/regulasi/kepwal-9-2020.yml": None},
        {("hilang", "regulasi/kepwal-9-2020", "")},
    ),
    "a regulation goes to another folder": (
        {
            f"{SETDA}/regulasi/kepwal-9-2020.yml": None,
            f"{DINKES}/regulasi/kepwal-9-2020.yml": of(f"{SETDA}/regulasi/kepwal-9-2020.yml"),
        },
        {("pindah-perangkat-daerah", "regulasi/kepwal-9-2020", "")},
    ),
    "an activity changes": (
        {STORY: put("berlatih menata arsip", "belajar menata arsip")},
        {("berubah", "kegiatan/2021-12-14-pelatihan-arsip", "isi")},
    ),
    "service figures change": (
        {
            f"{DINKES}/layanan/2020.yml": both(
                put("diterima: 4", "diterima: 5"), put("ditolak: 2", "ditolak: 3")
            )
        },
        {
            ("berubah", "layanan/dinkes/2020", "permohonan.diterima"),
            ("berubah", "layanan/dinkes/2020", "permohonan.ditolak"),
        },
    ),
    "a rule is excepted": (
        {
            "data/acuan/pengecualian-aturan.yml": lambda raw: (
                raw
                + b"  - aturan: DIK-010\n    berkas: opd/setda/dik/2021.csv\n    alasan: Uji\n"
                + b"    sampai: 2022-06-30\n"
            )
        },
        {("acuan-berubah", "pengecualian-aturan/DIK-010:opd/setda/dik/2021.csv:", "")},
    ),
    "a document goes": (
        {f"{SETDA}/dokumen/perwal-4-2019.txt": None},
        {("dokumen-hilang", f"{SETDA}/dokumen/perwal-4-2019.txt", "")},
    ),
    "a document changes": (
        {f"{SETDA}/dokumen/sk-dik-2021.txt": lambda raw: raw.swapcase()},
        {("dokumen-berubah", f"{SETDA}/dokumen/sk-dik-2021.txt", "")},
    ),
    "a document comes": (
        {f"{SETDA}/dokumen/baru.txt": b"isi\n"},
        {("dokumen-baru", f"{SETDA}/dokumen/baru.txt", "")},
    ),
    "a page goes, another comes": (
        {PAGE: None, "content/tentang/lain.md": b"# Lain\n"},
        {
            ("halaman-hilang", PAGE, ""),
            ("halaman-baru", "content/tentang/lain.md", ""),
        },
    ),
    "a page changes": (
        {PAGE: lambda raw: raw + b"\nSatu kalimat lagi.\n"},
        {("halaman-berubah", PAGE, "")},
    ),
}


def test_half_of_the_rows_expect_nothing() -> None:
    assert len(SILENT) + len(TELLING) >= 80
    assert len(SILENT) >= 36


@pytest.mark.parametrize("name", SILENT)
def test_says_nothing(name: str, files: dict[str, bytes]) -> None:
    after = edited(files, SILENT[name])
    found = reviewed(files, after)
    assert [(c.sort, c.record, c.details) for c in found.changes] == []
    assert found.effects == ()
    assert found.decisions == () or found.blocked
    back = reviewed(after, files)
    assert back.changes == ()


@pytest.mark.parametrize("name", TELLING)
def test_tells(name: str, files: dict[str, bytes]) -> None:
    edits, expected = TELLING[name]
    found = reviewed(files, edited(files, edits))
    told = {(str(d.sort), c.record, d.field) for c in found.changes for d in c.details}
    assert told == expected


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("5 tahun", "tidak terbatas"),
        ("5 tahun", "selama diperlukan"),
        ("10 tahun", "18 bulan"),
        ("sampai 2027-12-31", "sampai 2028-12-31"),
    ],
)
def test_citizens_and_reviewers_read_the_same_words(
    before: str, after: str, files: dict[str, bytes]
) -> None:
    earlier = edited(files, {SET_DIK: cell("SET-MEMO-1", jangka_waktu=before)})
    later = edited(files, {SET_DIK: cell("SET-MEMO-1", jangka_waktu=after)})
    told = {d.words for change in reviewed(earlier, later).changes for d in change.details}
    one, other = (
        corpus.get(InformasiDikecualikan, "setda", 2021, "set-memo-1")
        for corpus in (checked(earlier).corpus, checked(later).corpus)
    )
    assert one is not None
    assert other is not None
    sentences = [said for said, _ in row_changes(one, other, checked(later).corpus)]
    assert {sentence(words) for words in told} & {*sentences}
