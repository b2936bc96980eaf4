"""The time line of one item: what is said of each year, and nothing about years without a list."""

from collections.abc import Callable, Mapping, Sequence

import pytest

from ppid.core.corpus import Corpus
from ppid.history.model import NO_PAST
from ppid.kinds.dik.model import InformasiDikecualikan
from ppid.kinds.dip.model import InformasiPublik
from ppid.publishing.items.history import Histories

Town = Callable[..., Corpus]
Lists = Mapping[str, Sequence[Mapping[str, str]]]
OTHER = {"kode": "SET-2", "informasi": "Berkas lain"}


def said(corpus: Corpus) -> dict[str, str]:
    row = next(row for row in corpus.of(InformasiDikecualikan) if row.kode == "SET-1")
    history = Histories(corpus, NO_PAST).of(row)
    return {entry.label: " ".join(entry.words) for entry in history.entries}


CHANGES = {
    "nothing": ({}, {}, "Tidak berubah."),
    "shorter": (
        {"mulai": "2019-03-01"},
        {"mulai": "2019-03-01", "jangka_waktu": "3 tahun"},
        (
            "Jangka waktu dipersingkat dari “5 tahun” menjadi “3 tahun”. Akhir masanya menjadi "
            "28 Februari 2022; sebelumnya 29 Februari 2024."
        ),
    ),
    "longer": (
        {"jangka_waktu": "12 bulan"},
        {"jangka_waktu": "2 tahun"},
        (
            "Jangka waktu diperpanjang dari “12 bulan” menjadi “2 tahun”. Akhir masanya menjadi "
            "28 Februari 2022; sebelumnya 29 Februari 2020."
        ),
    ),
    "no longer a length": (
        {},
        {"jangka_waktu": "sampai pemenang diumumkan"},
        "Jangka waktu berubah dari “5 tahun” menjadi “sampai pemenang diumumkan”.",
    ),
    "no end any more": (
        {},
        {"jangka_waktu": "tidak terbatas"},
        "Jangka waktu diperpanjang dari “5 tahun” menjadi “tidak terbatas”.",
    ),
    "a later day": (
        {"jangka_waktu": "sampai 2027-12-31"},
        {"jangka_waktu": "sampai 2028-12-31"},
        (
            "Jangka waktu diperpanjang dari “sampai 2027-12-31” menjadi “sampai 2028-12-31”. "
            "Akhir masanya menjadi 31 Desember 2028; sebelumnya 31 Desember 2027."
        ),
    ),
    "term was missing": (
        {"jangka_waktu": ""},
        {"jangka_waktu": "selama diperlukan"},
        "Jangka waktu kini disebutkan: “selama diperlukan”.",
    ),
    "the same words, a new start": (
        {},
        {},
        "Akhir masanya menjadi 28 Februari 2025; sebelumnya 29 Februari 2024.",
    ),
    "partly opened": (
        {"mulai": "2019-03-01"},
        {"mulai": "2019-03-01", "cakupan": "sebagian", "bagian": "nama orang"},
        (
            "Kini dikecualikan sebagian, sebelumnya seluruhnya. "
            "Bagian yang dikecualikan kini disebutkan: “nama orang”."
        ),
    ),
    "closed again": (
        {"mulai": "2019-03-01", "cakupan": "sebagian", "bagian": "nama orang"},
        {"mulai": "2019-03-01"},
        "Kini dikecualikan seluruhnya, sebelumnya sebagian.",
    ),
    "ground": (
        {"mulai": "2019-03-01"},
        {"mulai": "2019-03-01", "dasar_hukum": "UU 14/2008 Pasal 17 huruf i; UU 43/2009"},
        "Alasan berubah dari Pasal 17 huruf h menjadi huruf i; dasar hukum ditambah UU 43/2009.",
    ),
    "holder and words": (
        {"mulai": "2019-03-01"},
        {"mulai": "2019-03-01", "penguasa": "Bagian Hukum", "konsekuensi_dibuka": "Lain."},
        (
            "Rumusan “Konsekuensi dibuka” diubah. "
            "Penguasa informasi berubah dari “Bagian Umum” menjadi “Bagian Hukum”."
        ),
    ),
    "title": (
        {"mulai": "2019-03-01"},
        {"mulai": "2019-03-01", "informasi": "Berkas uji tahun lalu"},
        "Informasi berubah dari “Berkas uji” menjadi “Berkas uji tahun lalu”.",
    ),
    "only the year in the title": (
        {"mulai": "2019-03-01", "informasi": "Berkas uji tahun 2019"},
        {"mulai": "2019-03-01", "informasi": "Berkas uji tahun 2020"},
        "Tidak berubah.",
    ),
}


@pytest.mark.parametrize("name", CHANGES)
def test_what_changed_is_said_in_words(name: str, town: Town) -> None:
    before, after, words = CHANGES[name]
    fixed = {"mulai": "2019-03-01"} if name == "nothing" else {}
    corpus = town({"dik/2019": [{**before, **fixed}], "dik/2020": [{**after, **fixed}]})
    assert said(corpus)["DIK 2020"] == words


@pytest.mark.parametrize(
    ("lists", "expected"),
    [
        ({"dik/2019": [{}]}, {"DIK 2019": "first"}),
        (
            {"dik/2019": [{}], "dik/2021": [OTHER], "dik/2022": [OTHER]},
            {"DIK 2019": "first", "DIK 2021": "Tidak tercantum lagi."},
        ),
        (
            {"dik/2019": [{}], "dik/2020": []},
            {"DIK 2019": "first", "DIK 2020": "Tidak tercantum lagi; daftar ini dinyatakan nihil."},
        ),
        (
            {"dik/2018": [OTHER], "dik/2019": [{}], "dip/2018": [OTHER]},
            {"DIK 2019": "first"},
        ),
        (
            {
                "dik/2019": [{"mulai": "2019-01-01"}],
                "dik/2020": [OTHER],
                "dik/2021": [{"mulai": "2019-01-01"}],
            },
            {
                "DIK 2019": "first",
                "DIK 2020": "Tidak tercantum lagi.",
                "DIK 2021": "Tercantum kembali.",
            },
        ),
        (
            {"dik/2019": [{}], "dik/2020": [OTHER], "dip/2020": [{"diperbarui": "2020-04-02"}]},
            {
                "DIK 2019": "first",
                "DIK 2020": "Tidak tercantum lagi.",
                "DIP 2020": "Dibuka: tercantum sebagai informasi berkala. Diperbarui 2 April 2020.",
            },
        ),
        (
            {"dik/2019": [{}], "dip/2019": [{}]},
            {
                "DIK 2019": "first",
                "DIP 2019": "Pertama kali tercantum sebagai informasi berkala.",
            },
        ),
    ],
)
def test_years_in_which_a_list_says_something(
    lists: Lists, expected: dict[str, str], town: Town
) -> None:
    first = "Pertama kali tercantum: dikecualikan seluruhnya, jangka waktu “5 tahun”."
    assert said(town(lists)) == {k: first if v == "first" else v for k, v in expected.items()}


def test_a_public_item_over_the_years(town: Town) -> None:
    corpus = town(
        {
            "dip/2019": [{"diperbarui": "2019-02-01"}],
            "dip/2020": [{"diperbarui": "2019-02-01", "bentuk": "cetak", "retensi": "permanen"}],
            "dip/2021": [
                {
                    "diperbarui": "2021-02-01",
                    "bentuk": "cetak",
                    "retensi": "permanen",
                    "klasifikasi": "setiap-saat",
                    "tautan": "https://setda.kotakecil.example/a.pdf",
                }
            ],
        }
    )
    entries = Histories(corpus, NO_PAST).of(corpus.of(InformasiPublik)[0]).entries
    assert [" ".join(entry.words) for entry in entries[1:]] == [
        (
            "Bentuk yang tersedia berubah dari “digital” menjadi “cetak”. "
            "Penyimpanan berubah dari “5 tahun” menjadi “permanen”."
        ),
        (
            "Klasifikasi berubah dari Berkala menjadi Setiap Saat. Alamat dokumennya dicantumkan. "
            "Diperbarui 1 Februari 2021."
        ),
    ]


@pytest.mark.parametrize(
    ("lists", "words", "url", "listed"),
    [
        ({"dik/2019": [{}]}, "", "", 0),
        ({"dik/2019": [{}], "dik/2020": [{}]}, "terbaru", "opd/setda/dik/2020/set-1/", 1),
        ({"dik/2019": [{}], "dik/2020": [OTHER]}, "tidak tercantum lagi", "opd/setda/dik/2020/", 0),
        (
            {"dik/2019": [{}], "dik/2020": [OTHER], "dip/2020": [{}], "dip/2021": [{}]},
            "Sekarang ada dalam",
            "opd/setda/dip/2021/set-1/",
            0,
        ),
        (
            {"dik/2019": [{}], "dik/2020": [OTHER], "dip/2020": [{}], "dip/2021": [OTHER]},
            "tidak tercantum lagi",
            "opd/setda/dik/2020/",
            0,
        ),
        (
            {"dik/2019": [{}], "dik/2020": [{}], "dik/2021": [OTHER]},
            "Terakhir tercantum dalam",
            "opd/setda/dik/2020/set-1/",
            0,
        ),
    ],
)
def test_an_older_page_points_to_the_newest_word(
    lists: Lists, words: str, url: str, listed: int, town: Town
) -> None:
    corpus = town(lists)
    row = corpus.of(InformasiDikecualikan)[0]
    notice = Histories(corpus, NO_PAST).of(row).later(row)
    assert (notice is None) == (not words)
    if notice:
        assert words in notice.words
        assert (notice.link.url, notice.listed) == (url, bool(listed))
