"""What changed between two lists: rows of (before, after, expected), half expecting none."""

from collections.abc import Mapping, Sequence
from datetime import date

import pytest

from ppid.core.corpus import Corpus
from ppid.core.record import Origin
from ppid.diagnostics.places import RecordId, SourceText
from ppid.history.changes import (
    Change,
    ChangeKind,
    changes_of,
    compare_lists,
    moved,
)
from ppid.history.wording import words_of
from ppid.kinds.daftar import DaftarDikecualikan, DaftarPublik, Penetapan
from ppid.kinds.dik.model import InformasiDikecualikan
from ppid.kinds.dip.model import InformasiPublik
from ppid.kinds.rows import Row
from ppid.reading.files.csv_file import read_csv

LOCATED, _ = read_csv(SourceText("data/opd/x/dik/2020.csv", "kode\nA-1"), ("kode",))
ORIGIN = Origin(LOCATED)
DIK = {
    "kode": "A-1",
    "informasi": "Rekam medis pasien",
    "cakupan": "seluruh",
    "dasar_hukum": "UU 14/2008 Pasal 17 huruf h angka 2",
    "konsekuensi_dibuka": "Riwayat penyakit seseorang diketahui orang lain.",
    "jangka_waktu": "3 tahun",
    "penguasa": "Bidang Pelayanan",
}
DIP = {
    "kode": "A-1",
    "informasi": "Rencana kerja 2020",
    "klasifikasi": "berkala",
    "penguasa": "Sekretariat",
    "penanggung_jawab": "Sekretaris",
    "waktu_pembuatan": "2020",
    "tempat_pembuatan": "Kota Kecil",
    "bentuk": "digital",
    "retensi": "5 tahun",
}
Fields = Mapping[str, str]


def row(fields: Fields, tahun: int, opd: str = "x") -> Row:
    model = InformasiPublik if "klasifikasi" in fields else InformasiDikecualikan
    made = model.model_validate(dict(fields))
    made.placed(RecordId(model.kind, opd, tahun, fields["kode"].lower()), ORIGIN)
    return made


def told(changes: Sequence[Change]) -> list[tuple[str, str, str]]:
    return [(c.kind.value, c.record.id.slug, c.field) for c in changes]


SILENT: list[tuple[list[Fields], list[Fields]]] = [
    ([], []),
    ([DIK], [DIK]),
    ([DIP], [DIP]),
    ([DIK, {**DIK, "kode": "A-2"}], [{**DIK, "kode": "A-2"}, DIK]),
    ([DIK], [{**DIK, "mulai": "2021-01-04"}]),
    ([DIK], [{**DIK, "catatan": "Ringkasan tetap terbuka."}]),
    ([DIP], [{**DIP, "diperbarui": "2021-02-01", "waktu_pembuatan": "2021"}]),
    ([DIP], [{**DIP, "informasi": "Rencana kerja 2021"}]),
    ([DIP], [{**DIP, "kewajiban": "berkala.a.a"}]),
    ([DIP], [{**DIP, "tautan": "https://kotakecil.example/renja.pdf"}]),
]
TELLING: list[tuple[list[Fields], list[Fields], list[tuple[str, str, str]]]] = [
    ([], [DIK], [("baru", "a-1", "")]),
    ([DIK], [], [("hilang", "a-1", "")]),
    ([DIK], [{**DIK, "jangka_waktu": "5 tahun"}], [("berubah", "a-1", "jangka_waktu")]),
    (
        [DIK],
        [{**DIK, "cakupan": "sebagian", "bagian": "nama pasien"}],
        [("berubah", "a-1", "cakupan"), ("berubah", "a-1", "bagian")],
    ),
    ([DIP], [{**DIP, "klasifikasi": "setiap-saat"}], [("berubah", "a-1", "klasifikasi")]),
    ([DIP], [{**DIP, "informasi": "Rencana strategis 2021"}], [("berubah", "a-1", "informasi")]),
    ([DIK], [{**DIK, "kode": "B-7"}], [("berubah", "b-7", "kode")]),
    (
        [DIK],
        [{**DIK, "kode": "B-7", "informasi": "Rekam-medis pasien", "jangka_waktu": "5 tahun"}],
        [
            ("berubah", "b-7", "kode"),
            ("berubah", "b-7", "informasi"),
            ("berubah", "b-7", "jangka_waktu"),
        ],
    ),
    (
        [DIK],
        [{**DIK, "kode": "A-2", "informasi": "Rekam jejak pegawai"}],
        [("baru", "a-2", ""), ("hilang", "a-1", "")],
    ),
    ([DIP, {**DIP, "kode": "A-2"}], [{**DIP, "kode": "A-2"}], [("hilang", "a-1", "")]),
]


@pytest.mark.parametrize(("before", "after"), SILENT)
def test_says_nothing(before: list[Fields], after: list[Fields]) -> None:
    old, new = [row(f, 2020) for f in before], [row(f, 2021) for f in after]
    assert compare_lists(old, new) == ()


@pytest.mark.parametrize(("before", "after", "expected"), TELLING)
def test_tells(
    before: list[Fields], after: list[Fields], expected: list[tuple[str, str, str]]
) -> None:
    old, new = [row(f, 2020) for f in before], [row(f, 2021) for f in after]
    assert told(compare_lists(old, new)) == expected


def test_rows_can_be_compared_in_full() -> None:
    old, new = row(DIP, 2021), row({**DIP, "diperbarui": "2021-02-01"}, 2021)
    (change,) = compare_lists([old], [new], frozenset())
    assert (change.field, change.before, change.after) == ("diperbarui", "", "2021-02-01")
    assert change.record is new


@pytest.mark.parametrize(
    ("public", "there"),
    [
        ({**DIP, "kode": "A-1"}, "a-1"),
        ({**DIP, "kode": "Z-9", "informasi": "Rekam medis untuk pasien"}, "z-9"),
        ({**DIP, "kode": "Z-9", "informasi": "Rekam medis dokter"}, ""),
    ],
)
def test_what_was_opened_is_found_in_the_other_list(public: Fields, there: str) -> None:
    gone = compare_lists([row(DIK, 2020)], [])
    (change,) = moved(gone, [row(public, 2021)])
    assert change.kind is (ChangeKind.PINDAH if there else ChangeKind.HILANG)
    assert (change.moved_to.slug if change.moved_to else "") == there


@pytest.mark.parametrize(
    ("before", "after", "sentence"),
    [
        (
            DIK,
            {**DIK, "jangka_waktu": "5 tahun"},
            "Jangka waktu diperpanjang dari “3 tahun” menjadi “5 tahun”.",
        ),
        (
            DIK,
            {**DIK, "jangka_waktu": "6 bulan"},
            "Jangka waktu dipersingkat dari “3 tahun” menjadi “6 bulan”.",
        ),
        (
            DIK,
            {**DIK, "jangka_waktu": "selama diperlukan"},
            "Jangka waktu diperpanjang dari “3 tahun” menjadi “selama diperlukan”.",
        ),
        (
            DIK,
            {**DIK, "jangka_waktu": "tidak terbatas"},
            "Jangka waktu diperpanjang dari “3 tahun” menjadi “tidak terbatas”.",
        ),
        (
            {**DIK, "jangka_waktu": "sampai 2027-12-31"},
            {**DIK, "jangka_waktu": "sampai 2028-12-31"},
            "Jangka waktu diperpanjang dari “sampai 2027-12-31” menjadi “sampai 2028-12-31”.",
        ),
        (
            DIK,
            {**DIK, "dasar_hukum": "UU 14/2008 Pasal 17 huruf b; UU 14/2008 Pasal 17 huruf a"},
            "Alasan berubah dari Pasal 17 huruf h menjadi huruf a dan b.",
        ),
        (
            DIK,
            {**DIK, "dasar_hukum": "UU 14/2008 Pasal 17 huruf h angka 3"},
            (
                "Dasar hukum ditambah UU 14/2008 Pasal 17 huruf h angka 3; tidak lagi menyebut "
                "UU 14/2008 Pasal 17 huruf h angka 2."
            ),
        ),
        (
            DIK,
            {**DIK, "cakupan": "sebagian", "bagian": "nama pasien"},
            (
                "Kini dikecualikan sebagian, sebelumnya seluruhnya; bagian yang dikecualikan kini "
                "disebutkan: “nama pasien”."
            ),
        ),
        (
            {**DIK, "penanggung_jawab": "Kepala Bidang"},
            DIK,
            "Penanggung jawab tidak disebutkan lagi, sebelumnya “Kepala Bidang”.",
        ),
        (
            DIK,
            {**DIK, "konsekuensi_dibuka": "Pasien enggan berobat karena takut diketahui."},
            "Rumusan “Konsekuensi dibuka” diubah.",
        ),
        (
            DIP,
            {**DIP, "klasifikasi": "setiap-saat"},
            "Klasifikasi berubah dari Berkala menjadi Setiap Saat.",
        ),
    ],
)
def test_is_said_in_words(before: Fields, after: Fields, sentence: str) -> None:
    assert words_of(compare_lists([row(before, 2020)], [row(after, 2021)])) == sentence


def corpus_of(*lists: tuple[type, str, int, list[Fields]]) -> Corpus:
    records: list[object] = []
    for model, opd, tahun, rows in lists:
        daftar = model(penetapan=Penetapan(tanggal=date(tahun, 2, 1)))
        daftar.placed(RecordId(model.kind, opd, tahun), ORIGIN)
        records += [daftar, *(row(fields, tahun, opd) for fields in rows)]
    return Corpus(records, {}, frozenset(), date(2021, 12, 31))


def test_lists_are_compared_with_the_one_before_whatever_its_year() -> None:
    corpus = corpus_of(
        (DaftarDikecualikan, "x", 2018, [DIK]),
        (DaftarDikecualikan, "x", 2021, []),
        (DaftarPublik, "x", 2021, [DIP]),
        (DaftarDikecualikan, "y", 2020, [DIK]),
    )
    (found,) = changes_of(corpus).values()
    assert (found.before.id.tahun, found.now.id.tahun) == (2018, 2021)
    assert (found.added, found.gone, found.changed) == (0, 1, 0)
    assert found.changes[0].moved_to == RecordId("dip", "x", 2021, "a-1")
