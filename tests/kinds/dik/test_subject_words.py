"""The word lists: every entry has a title that it means, and says where the law says so."""

import pytest

from ppid.kinds.dik.subject_words import NEVER_EXCLUDED, NOT_PERSONAL, PROCUREMENT, Subject
from ppid.kinds.dik.subjects import never_excluded, not_personal, procurement

NEVER = {
    "putusan badan peradilan": "Putusan Pengadilan Negeri tentang sengketa lahan",
    "surat perintah penghentian penyidikan atau penuntutan": "SP3 perkara reklame",
    "pertimbangan lembaga penegak hukum": "Pertimbangan hukum kejaksaan negeri",
    "rencana pengeluaran tahunan lembaga penegak hukum": "Rencana anggaran tahunan kepolisian",
    "laporan keuangan tahunan lembaga penegak hukum": "Laporan keuangan tahunan KPK",
    "laporan hasil pengembalian uang hasil korupsi": "Laporan pengembalian uang korupsi",
    "informasi yang telah dinyatakan terbuka lewat keberatan atau sengketa": (
        "Informasi publik yang telah dinyatakan terbuka"
    ),
    "ketetapan, keputusan, peraturan, atau surat edaran": "Surat Edaran Sekretaris Daerah",
}
BUYING = {
    "rencana umum pengadaan": "RUP tahun 2019",
    "kerangka acuan kerja": "Dokumen KAK",
    "harga perkiraan sendiri": "Rincian Harga Perkiraan Sendiri",
    "spesifikasi teknis": "Spesifikasi teknis pekerjaan jembatan",
    "rancangan kontrak": "Rancangan kontrak",
    "lembar data kualifikasi": "Lembar Data Kualifikasi",
    "lembar data pemilihan": "Lembar data pemilihan",
    "daftar kuantitas dan harga": "Daftar kuantitas dan harga",
    "gambar rancangan pekerjaan": "Gambar rancangan pekerjaan taman",
    "studi kelayakan dan dokumen lingkungan hidup": "Dokumen studi kelayakan pasar",
    "penawaran administratif": "Dokumen penawaran administratif",
    "surat penawaran penyedia": "Surat penawaran penyedia",
    "berita acara pemilihan penyedia": "Berita acara pemberian penjelasan",
    "laporan hasil pemilihan penyedia": "Laporan hasil pemilihan penyedia",
    "surat penunjukan penyedia barang/jasa": "SPPBJ pekerjaan jalan",
    "surat perjanjian kemitraan atau swakelola": "Surat perjanjian swakelola",
    "surat penugasan tim swakelola": "Surat penugasan tim swakelola",
    "nota kesepahaman": "MoU dengan perguruan tinggi",
    "kontrak yang telah ditandatangani": "Dokumen kontrak",
    "ringkasan kontrak": "Ringkasan kontrak tahun 2019",
    "surat perintah mulai kerja": "SPMK",
    "surat jaminan": "Surat jaminan uang muka",
    "surat pesanan": "Surat pesanan e-purchasing",
    "surat perintah membayar": "SPM dan SP2D",
    "surat perintah pencairan dana": "Surat Perintah Pencairan Dana",
    "laporan pekerjaan": "Laporan penyelesaian pekerjaan",
    "berita acara pemeriksaan atau serah terima pekerjaan": "BAST pekerjaan drainase",
}
BODY = {
    "keuangan badan publik": "Rekening koran kas daerah",
    "kontrak atau pengadaan badan publik": "Kontrak jasa konsultan",
    "laporan atau hasil audit badan publik": "Laporan hasil audit internal",
    "hal yang berkaitan dengan jabatan publik seseorang": "LHKPN kepala dinas",
}


def sebutan_of(subjects: tuple[Subject, ...]) -> list[str]:
    return [subject.sebutan for subject in subjects]


def test_every_subject_has_a_title() -> None:
    assert sebutan_of(NEVER_EXCLUDED) == list(NEVER)
    assert sebutan_of(PROCUREMENT) == list(BUYING)
    assert sebutan_of(NOT_PERSONAL) == list(BODY)


@pytest.mark.parametrize(("sebutan", "title"), NEVER.items())
def test_never_excluded(sebutan: str, title: str) -> None:
    found = never_excluded(title)
    assert found is not None
    assert found.sebutan == sebutan
    assert never_excluded(f"{title} yang belum ditetapkan") is None
    assert never_excluded(f"Catatan lapangan tentang {title}") is None


@pytest.mark.parametrize(("sebutan", "title"), BUYING.items())
def test_procurement(sebutan: str, title: str) -> None:
    found = procurement(title)
    assert found is not None
    assert found.sebutan == sebutan
    assert procurement(f"{title} sebelum diumumkan") is None
    assert procurement(f"Nomor rekening dalam {title}") is None


@pytest.mark.parametrize(("sebutan", "title"), BODY.items())
def test_not_personal(sebutan: str, title: str) -> None:
    found = not_personal(title)
    assert found is not None
    assert found.sebutan == sebutan


@pytest.mark.parametrize(
    "title",
    [
        "",
        "Peraturanku",
        "SKP pegawai",
        "Sk",
        "Surat ketetapan pajak daerah",
        "Keputusan rapat tim penilai",
        "Rahasia dagang pemohon izin",
        "Hasil pemeriksaan kesehatan",
        "SPM bidang kesehatan",
        "Kontrak kinerja",
        "Rekening koran pemohon",
        "Laporan keuangan wajib pajak",
        "Bahan " * 60,
    ],
)
def test_silent_when_in_doubt(title: str) -> None:
    assert (never_excluded(title), procurement(title), not_personal(title)) == (None, None, None)
