"""The word lists: every entry has a title that it means, and says where the law says so."""

from datetime import date
from pathlib import Path

import pytest

from ppid.checking.load import load
from ppid.core.corpus import Corpus
from ppid.kinds.acuan.kata_perihal import Golongan, KataPerihal, subject_of
from ppid.kinds.acuan.peraturan import split_citation


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Corpus:
    """What ships with the program, and nothing else."""
    return load(tmp_path_factory.mktemp("kosong"), date(2021, 12, 31)).corpus


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


EXAMPLES: dict[Golongan, dict[str, str]] = {
    "selalu-terbuka": NEVER,
    "pengadaan": BUYING,
    "bukan-pribadi": BODY,
}
ALL = [(group, *pair) for group, examples in EXAMPLES.items() for pair in examples.items()]


@pytest.mark.parametrize("group", EXAMPLES)
def test_every_subject_has_a_title(group: Golongan, corpus: Corpus) -> None:
    named = [one.sebutan for one in corpus.of(KataPerihal) if one.golongan == group]
    assert list(dict.fromkeys(named)) == list(EXAMPLES[group])


def test_every_subject_says_where_the_law_names_it(corpus: Corpus) -> None:
    for one in corpus.of(KataPerihal):
        if one.golongan in EXAMPLES:
            assert split_citation(one.dasar)[0] in {"UU 14/2008", "PerKI 1/2021"}, one.sebutan
            assert one.diam_bila, one.sebutan
        else:
            assert (one.sebutan, one.dasar, one.diam_bila) == ("", "", "")


@pytest.mark.parametrize(("group", "sebutan", "title"), ALL)
def test_a_title_is_known_by_its_head(
    group: Golongan, sebutan: str, title: str, corpus: Corpus
) -> None:
    found = subject_of(title, group, corpus)
    assert found is not None
    assert found.sebutan == sebutan
    assert subject_of(f"Catatan lapangan tentang {title}", group, corpus) is None
    silencing = {"belum-selesai": "yang belum ditetapkan", "orang": "milik pemohon"}
    assert subject_of(f"{title} {silencing[found.diam_bila]}", group, corpus) is None


def test_a_body_adds_a_phrase_with_one_line(tmp_path: Path) -> None:
    folder = tmp_path / "data/acuan"
    folder.mkdir(parents=True)
    (folder / "kata-perihal.yml").write_text(
        "perihal:\n"
        "  - golongan: selalu-terbuka\n"
        "    sebutan: keputusan camat\n"
        "    dasar: UU 14/2008 Pasal 18 ayat (1) huruf b\n"
        "    frasa:\n"
        "      - titah … camat\n",
        "utf-8",
    )
    loaded = load(tmp_path, date(2021, 12, 31))
    found = subject_of("Salinan titah lisan Bapak Camat", "selalu-terbuka", loaded.corpus)
    assert found is not None
    assert found.sebutan == "keputusan camat"
    assert subject_of("SK Camat", "selalu-terbuka", loaded.corpus) is not None
    assert [d for d in loaded.diagnostics if "kata-perihal" in d.span.path] == []


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
def test_silent_when_in_doubt(title: str, corpus: Corpus) -> None:
    assert [subject_of(title, group, corpus) for group in EXAMPLES] == [None, None, None]
