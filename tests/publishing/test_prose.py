"""Names become links, once each, and never inside code, links or the names of others."""

import re
from datetime import date
from pathlib import Path

import pytest

from ppid.checking.load import load
from ppid.publishing.prose import Terms, print_story, terms_of

TOWN = Path(__file__).parents[1] / "kota-kecil"


@pytest.fixture(scope="module")
def terms() -> Terms:
    return terms_of(load(TOWN, date(2021, 12, 31)).corpus)


def links(text: str, terms: Terms) -> list[tuple[str, str]]:
    return re.findall(r'<a href="([^"]*)">(.*?)</a>', print_story(text, terms, "../"))


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("Menurut Perwal 4/2019, begitu.", "../regulasi/perwal-4-2019/"),
        ("Menurut Perwal\n4/2019, begitu.", "../regulasi/perwal-4-2019/"),
        ("Peraturan Wali Kota Nomor 4 Tahun 2019", "../regulasi/perwal-4-2019/"),
        ("UU 14/2008 mengaturnya", "../tentang/dasar-hukum/uu-14-2008/"),
        ("kepada Dinkes.", "../opd/dinkes/"),
        ("kepada Dinkes Kota Kecil.", "../opd/dinkes/"),
        ("**PPID Utama** hadir", "../tentang/ppid/"),
    ],
)
def test_a_name_becomes_a_link(text: str, address: str, terms: Terms):
    assert [url for url, _ in links(text, terms)] == [address]


@pytest.mark.parametrize(
    "text",
    [
        "`Perwal 4/2019`",
        "    Perwal 4/2019",
        "Perwal 4/20199 dan Perwal 14/2019 dan XPerwal 4/2019",
        "Dinkes Kabupaten Lain, Dinkes Provinsi Rekaan",
        "![Perwal 4/2019](dokumen/x.png)",
        "tidak ada nama di sini",
    ],
)
def test_what_is_no_name_stays(text: str, terms: Terms):
    assert links(text, terms) == []


def test_a_link_of_the_writer_is_left_alone(terms: Terms):
    text = "[lihat **Perwal 4/2019**](https://contoh.example/)"
    assert print_story(text, terms, "../").count("<a ") == 1


def test_a_thing_is_linked_once(terms: Terms):
    text = "Perwal 4/2019 lalu Perwal 4/2019.\n\nPeraturan Wali Kota Nomor 4 Tahun 2019"
    assert len(links(text, terms)) == 1


def test_words_are_the_same_with_and_without_links(terms: Terms):
    text = "Rapat *PPID Utama*\ndan Dinkes & <b>lain</b>  \nmenurut Perwal 4/2019."
    bare = re.sub(r"</?a\b[^>]*>", "", print_story(text, terms, "../"))
    assert bare.split() == print_story(text).split()


def test_hostile_text_is_shown_as_written(terms: Terms):
    html = print_story("<script>alert(1)</script> Perwal 4/2019 [x](javascript:alert(1))", terms)
    assert "<script" not in html
    assert 'href="javascript' not in html
    assert 'href="regulasi/perwal-4-2019/"' in html
