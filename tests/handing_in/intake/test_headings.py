import pytest

from ppid.handing_in.intake.columns import Columns
from ppid.handing_in.intake.headings import HeadingColumn, HeadingWords, Meant
from ppid.handing_in.intake.wanted import wanted_list
from ppid.handing_in.model import Target
from ppid.kinds.rows import MODELS
from ppid.reading.documents.book import CellPlace, FilledCell
from tests.handing_in.intake.tables import words

WANTED = wanted_list(Target("dinkes", "dik", 2024), words(), {})
WORDS = {jenis: HeadingWords(words(), jenis) for jenis in MODELS}
DIK = {
    "No.": "nomor",
    "NO": "nomor",
    "Informasi": "informasi",
    "Informasi (berisi informasi tertentu yang akan dikecualikan)": "informasi",
    "Informasi Dikecualikan": "informasi",
    "Informasi yang Dikecualikan": "informasi",
    "Informasi Publik Yang Dikecualikan": "informasi",
    "Informasi yang di Kecualikan": "informasi",
    "Klasifikasi Informasi yang Dikecualikan": "informasi",
    "Dokumen Dikecualikan": "informasi",
    "KONTEN INFORMASI": "informasi",
    "detail": "informasi",
    "judul": "judul",
    "title": "judul",
    "Dasar Hukum Pengecualian Informasi": "dasar_hukum",
    "Dasar Hukum": "dasar_hukum",
    "dasar_hukum": "dasar_hukum",
    "DASAR": "dasar_hukum",
    "Konsekuensi / Pertimbangan Bagi Publik\nDibuka": "konsekuensi_dibuka",
    "Konsekuensi / Pertimbangan Bagi Publik\nDitutup": "konsekuensi_ditutup",
    "Konsekuensi/Pertimbangan Dibuka bagi Publik": "konsekuensi_dibuka",
    "Konsekuensi/Pertimbangan Ditutup bagi Publik": "konsekuensi_ditutup",
    "KONSEKUENSI: AKIBAT APABILA INFORMASI DIBUKA": "konsekuensi_dibuka",
    "KONSEKUENSI: AKIBAT APABILA INFORMASI DITUTUP": "konsekuensi_ditutup",
    "konsekuensi_dibuka": "konsekuensi_dibuka",
    "Jangka Waktu": "jangka_waktu",
    "Jangka Waktu (disebutkan jangka waktunya)": "jangka_waktu",
    "BATAS WAKTU PENGECUALIAN": "jangka_waktu",
    "jangka_waktu": "jangka_waktu",
    "Penanggung Jawab": "penanggung_jawab",
    "penanggung_jawab": "penanggung_jawab",
    "KETERANGAN": "catatan",
}
DIP = {
    "No": "nomor",
    "Ringkasan Isi Informasi": "informasi",
    "Ringkasan": "informasi",
    "Ringkasan Informasi": "informasi",
    "ringkasan": "informasi",
    "deskripsi": "informasi",
    "judul": "judul",
    "Jenis Informasi": "judul",
    "Pejabat/Unit Kerja/Satuan Kerja yang Menguasai Informasi": "penguasa",
    "Pejabat yang Menguasai Informasi": "penguasa",
    "Pejabat yang Menguasai": "penguasa",
    "Unit Yang Menguasai": "penguasa",
    "pejabat penguasa": "penguasa",
    "pejabat": "penguasa",
    "Penanggung Jawab Pembuatan atau Penerbitan Informasi": "penanggung_jawab",
    "Penanggungjawab Informasi": "penanggung_jawab",
    "Penanggung Jawab": "penanggung_jawab",
    "penanggung jawab/penerbit": "penanggung_jawab",
    "penerbit": "penanggung_jawab",
    "Unit Penanggung Jawab": "penanggung_jawab",
    "Waktu dan Tempat Pembuatan Informasi": "tempat_waktu_pembuatan",
    "tempat & waktu": "tempat_waktu_pembuatan",
    "Waktu (, tempat) Pembuatan": "tempat_waktu_pembuatan",
    "Waktu Pembuatan": "waktu_pembuatan",
    "waktu": "waktu_pembuatan",
    "Tahun": "waktu_pembuatan",
    "tempat": "tempat_pembuatan",
    "Bentuk Informasi yang Tersedia": "bentuk",
    "Bentuk Informasi": "bentuk",
    "Bentuk": "bentuk",
    "Jangka Waktu Penyimpanan atau Retensi Arsip": "retensi",
    "Jangka Waktu Penyimpanan": "retensi",
    "Jangka Waktu Menyimpan": "retensi",
    "Jangka Waktu (Tahun)": "retensi",
    "jangka waktu": "retensi",
    "jangka": "retensi",
    "Jenis Informasi\nSetiap Saat": "klasifikasi=setiap-saat",
    "Jenis Informasi\nBerkala": "klasifikasi=berkala",
    "Jenis Informasi\nSerta Merta": "klasifikasi=serta-merta",
    "Kategori": "klasifikasi",
    "klasifikasi": "klasifikasi",
    "tautan": "tautan",
}
REAL = [("dik", *pair) for pair in DIK.items()] + [("dip", *pair) for pair in DIP.items()]


@pytest.mark.parametrize(("jenis", "written", "field"), REAL)
def test_headings_as_really_published(jenis: str, written: str, field: str) -> None:
    assert WORDS[jenis].meant_by(written).field == field
    for variant in (written.upper(), written.lower(), f" {written.replace(' ', '  ')} *"):
        assert WORDS[jenis].meant_by(variant).field == field


UNKNOWN_TO_MANY = {
    "dik": {
        "Informasi yg dikecualikan": "informasi",
        "Dokumen": "informasi",
        "Materi": "informasi",
        "Objek Informasi": "informasi",
        "Arsip": "informasi",
        "Jenis Dokumen": "judul",
        "Nama Berkas": "judul",
        "ESENSI INFORMASI": "judul",
        "DSR HUKUM": "dasar_hukum",
        "Dsr. Hkm.": "dasar_hukum",
        "Peraturan": "dasar_hukum",
        "Peraturan Perundang-undangan": "dasar_hukum",
        "Jk. Wkt.": "jangka_waktu",
        "Tgl. Mulai": "mulai",
        "Ket.": "catatan",
        "Unit Pengelola": "penguasa",
        "Pemilik Informasi": "penguasa",
        "Pengelola Informasi": "penguasa",
        "OPD": "penguasa",
        "Satker": "penguasa",
        "Seksi/Subbag": "penguasa",
        "Kategori": "klasifikasi",
    },
    "dip": {
        "Hard": "bentuk=cetak",
        "Soft": "bentuk=digital",
        "Bentuk Informasi\nHard": "bentuk=cetak",
        "Bentuk Informasi\nOnline": "bentuk=digital",
        "Unit Pengelola": "penguasa",
        "category": "klasifikasi",
    },
}


@pytest.mark.parametrize(
    ("jenis", "written", "field"),
    [(jenis, *pair) for jenis, headings in UNKNOWN_TO_MANY.items() for pair in headings.items()],
)
def test_short_forms_and_other_words_that_clerks_use(jenis: str, written: str, field: str) -> None:
    assert WORDS[jenis].meant_by(written).field == field


@pytest.mark.parametrize("jenis", MODELS)
def test_the_columns_of_our_own_files_and_their_labels(jenis: str) -> None:
    for name, info in MODELS[jenis].model_fields.items():
        assert WORDS[jenis].meant_by(name) == Meant(
            (name,), WORDS[jenis].meant_by(name).core, exact=True
        )
        assert WORDS[jenis].meant_by(str(info.title)).field == name
        assert WORDS[jenis].meant_by(f"{info.title} (wajib)").field == name


@pytest.mark.parametrize(
    ("jenis", "written", "field"),
    [
        ("dik", "Dasar Hukun Pengecualian", "dasar_hukum"),
        ("dik", "Konsekwensi Dibuka", "konsekuensi_dibuka"),
        ("dik", "Konsekuensi Ditutp", "konsekuensi_ditutup"),
        ("dik", "Penangung Jawab", "penanggung_jawab"),
        ("dip", "Ringksan Isi Infomasi", "informasi"),
        ("dip", "Pejabat yang Menguasi Informasi", "penguasa"),
        ("dip", "Retensi Arsif", "retensi"),
        ("dip", "Bentk Informasi", "bentuk"),
        ("dip", "Tempat dan Wkatu Pembuatan", "tempat_waktu_pembuatan"),
    ],
)
def test_misspelt_headings(jenis: str, written: str, field: str) -> None:
    assert WORDS[jenis].meant_by(written).field == field


@pytest.mark.parametrize(
    ("jenis", "written"),
    [
        ("dik", "status"),
        ("dik", "source"),
        ("dik", "Nomor SK"),
        ("dik", "file"),
        ("dik", "Jumlah Permohonan Informasi"),
        ("dip", "Bawaslu"),
        ("dip", "Nomor SK"),
        ("dip", "Nama Petugas"),
        ("dip", "Jenis Media yang Memuat"),
    ],
)
def test_other_headings_mean_nothing_and_are_not_asked_about(jenis: str, written: str) -> None:
    assert not WORDS[jenis].meant_by(written).fields
    assert not WORDS[jenis].hints_in(written)


@pytest.mark.parametrize(
    ("jenis", "written", "fields"),
    [
        ("dik", "Konsekuensi Dibuka/Ditutup", {"konsekuensi_dibuka", "konsekuensi_ditutup"}),
        ("dip", "Pejabat yang Menguasai dan Penanggung Jawab", {"penguasa", "penanggung_jawab"}),
    ],
)
def test_two_meanings_stay_two(jenis: str, written: str, fields: set[str]) -> None:
    assert set(WORDS[jenis].meant_by(written).fields) == fields
    assert not WORDS[jenis].meant_by(written).field


def column(number: int, text: str, jenis: str) -> HeadingColumn:
    return HeadingColumn(
        number, (FilledCell(CellPlace("Daftar", 1, number), text),), WORDS[jenis].meant_by(text)
    )


def test_a_doubtful_heading_is_asked_about_only_where_its_field_is_missing() -> None:
    headings = ["Informasi", "HASIL UJI KONSEKUENSI", "Jangka Waktu"]
    columns = [column(number, text, "dik") for number, text in enumerate(headings, start=1)]
    contents = {number: ["isi"] for number in range(1, 9)}
    (asked,) = Columns(columns, contents, WANTED).questions
    assert asked.key == "kolom:hasil uji konsekuensi"
    offered = [reading.value for reading in asked.readings]
    # What is likely comes first, then every other field that is open.
    assert offered[:2] == ["konsekuensi_dibuka", "konsekuensi_ditutup"]
    assert offered[2:] == [
        *("cakupan", "dasar_hukum", "penguasa", "penanggung_jawab", "catatan", "-")
    ]
    others = ["Dibuka", "Ditutup", "Dasar Hukum", "Cakupan", "Penguasa"]
    all_there = [*columns, *(column(number, text, "dik") for number, text in enumerate(others, 4))]
    assert not Columns(all_there, contents, WANTED).questions


def test_an_empty_column_is_not_asked_about() -> None:
    assert not Columns([column(1, "Tanggal", "dik")], {1: []}, WANTED).questions


@pytest.mark.parametrize(
    ("written", "field"),
    [
        ("AKIBAT JIKA DIBERIKAN", "konsekuensi_dibuka"),
        ("Akibat Jika Tidak Diberikan", "konsekuensi_ditutup"),
        ("Akibat apabila tidak dibuka", "konsekuensi_ditutup"),
        ("Kepentingan yang dilindungi", "konsekuensi_ditutup"),
        ("Seluruh/Sebagian", "cakupan"),
    ],
)
def test_consequences_and_scope_in_other_words(written: str, field: str) -> None:
    assert WORDS["dik"].meant_by(written).field == field


@pytest.mark.parametrize("written", ["Dampak Negatif", "Kerugian bagi publik", "Sifat"])
def test_a_column_that_hints_at_an_open_field_is_asked_about(written: str) -> None:
    columns = [column(1, "Informasi", "dik"), column(2, written, "dik")]
    contents = {1: ["Berkas perkara", "Berkas aduan"], 2: ["Bocor", "Rahasia"]}
    (asked,) = Columns(columns, contents, WANTED).questions
    offered = {reading.value for reading in asked.readings}
    assert {"konsekuensi_dibuka", "konsekuensi_ditutup", "cakupan"} <= offered
    assert "klasifikasi" not in offered


def test_sentences_are_asked_about_as_long_as_a_consequence_is_open() -> None:
    held = [name for name in MODELS["dik"].model_fields if name != "konsekuensi_ditutup"]
    columns = [column(number, name, "dik") for number, name in enumerate(held, start=1)]
    columns += [column(20, "judul", "dik"), column(21, "Maslahat", "dik")]
    contents = {21: ["Warga tetap berani mengadu", "Pasien tetap mau berobat"]}
    (asked,) = Columns(columns, contents, WANTED).questions
    assert [reading.value for reading in asked.readings] == ["konsekuensi_ditutup", "catatan", "-"]


def test_columns_with_the_same_heading_are_asked_about_one_by_one() -> None:
    headings = ["Informasi", "Konsekuensi", "Konsekuensi"]
    columns = [column(number, text, "dik") for number, text in enumerate(headings, start=1)]
    contents = {1: ["Rekam medis"], 2: ["Privasi bocor"], 3: ["Privasi aman"]}
    first, second = Columns(columns, contents, WANTED).questions
    assert first.key != second.key
    assert "Kolom B " in first.asks
    assert "Privasi bocor" in first.asks
    assert "Kolom C " in second.asks
    assert "Privasi aman" in second.asks
    answers = {first.key: "konsekuensi_dibuka", second.key: "konsekuensi_ditutup"}
    told = wanted_list(Target("dinkes", "dik", 2024), words(), answers)
    done = Columns(columns, contents, told)
    assert [heading.field for heading in done.headings] == ["informasi", *answers.values()]
    assert not done.questions


def test_an_end_below_a_term_may_be_the_term() -> None:
    cells = [
        FilledCell(CellPlace("Daftar", number, 2), text)
        for number, text in enumerate(["Jangka Waktu", "s.d."], start=1)
    ]
    end = HeadingColumn(2, tuple(cells), WORDS["dik"].meant_by("Jangka Waktu s.d."))
    columns = [column(1, "Informasi", "dik"), end, column(3, "Lama pengecualian", "dik")]
    contents = {1: ["Rekam medis"], 2: ["Inkracht"], 3: ["5 tahun"]}
    (asked,) = Columns(columns, contents, WANTED).questions
    assert "jangka_waktu" in [reading.value for reading in asked.readings]
