"""The index at build time: what is read from a page, which words are one family, fixed bytes."""

import json
import re
import shutil
from datetime import date
from pathlib import Path

import pytest

from ppid.checking.check import load_and_check
from ppid.checking.load import load
from ppid.core.corpus import Corpus
from ppid.kinds.acuan.sinonim import groups_in
from ppid.publishing.search import INDEX, SearchError, index_site
from ppid.publishing.search.pages import page_told, read_page, told_of, without_set_phrases
from ppid.publishing.search.postings import index_of, prior_of, weights_of
from ppid.publishing.search.words import (
    ASKED_AWAY,
    HELPS,
    PAGE_WORDS,
    USUAL,
    acronyms_in,
    families_of,
    heads_of,
    known_groups,
    phrases_of,
    right_words,
    root_of,
    roots_in,
    terms_of,
    words_of,
)
from tests.conftest import ROOT, TOWN
from tests.publishing.test_build import tree

CORPUS = Corpus((), {}, frozenset(), date(2021, 12, 31))
PAGE = """<html><body><article class="x" data-cari-isi>
<div hidden data-jenis="Informasi Publik" data-tahun="{tahun}"
 data-cari-segi="jenis[data-jenis], tahun[data-tahun]"></div>
<h1>Tarif layanan &amp; biaya</h1>
<dl><div><dt>Kode</dt> <dd>KES-1</dd></div></dl>
<p>Dibayar <b>di loket</b>.</p>
<div class="ppid-hukum"><p>bunyi pasal</p></div>
<p data-cari-abaikan>tidak dicari <br> sama sekali</p>
<nav><ul><li>tetangga</li></ul></nav>
</article></body></html>"""


def _site(folder: Path) -> Path:
    for tahun in ("2019", "2021"):
        page = folder / "opd" / "x" / "dip" / tahun / "kes-1"
        page.mkdir(parents=True)
        (page / "index.html").write_text(PAGE.format(tahun=tahun), "utf-8")
    return folder


def test_page_is_read_without_what_is_left_out() -> None:
    page = read_page("opd/x/dip/2021/kes-1/", PAGE.format(tahun="2021"))
    assert page is not None
    assert page.title == "Tarif layanan & biaya"
    assert page.lines == ("Kode: KES-1", "Dibayar di loket.")
    assert page.facets == {"jenis": ("Informasi Publik",), "tahun": ("2021",)}
    assert page.group == "opd/x/dip/*/kes-1/"
    assert read_page("404/", "<article>tanpa tanda</article>") is None


def test_lines_that_most_pages_share_are_left_out() -> None:
    one = PAGE.replace("KES-1", "KES-{n}")
    found = [read_page(f"{n}/", one.replace("{n}", str(n))) for n in range(30)]
    kept = without_set_phrases(page for page in found if page)
    assert kept[7].lines == ("Kode: KES-7",)


@pytest.mark.parametrize(
    ("word", "root"),
    [
        *(("kepegawaian", "pegawai"), ("pengecualian", "kecuali"), ("dikecualikan", "kecuali")),
        *(("pelaporan", "lapor"), ("melaporkan", "lapor"), ("rincian", "rinci")),
        *(("pengadaan", "pengadaan"), ("keadaan", "keadaan"), ("pendapatan", "pendapatan")),
        *(("ppid", "ppid"), ("covid19", "covid19")),
    ],
)
def test_families_have_one_root(word: str, root: str) -> None:
    assert root_of(word) == root


def test_words_are_cut_as_the_browser_cuts_a_question() -> None:
    cases = json.loads((ROOT / "tests/js/potongan.json").read_text("utf-8"))
    for text, words in cases:
        assert words_of(text) == words


def test_vocabulary_is_written_by_family() -> None:
    counts = {"pegawai": 9, "kepegawaian": 1, "ikan": 2, "2021": 5, "melaporkan": 1}
    assert (
        families_of(roots_in(counts), counts)
        == "ikan1\n=lapor melaporkan0\n=pegawai kepegawaian0 pegawai3"
    )


def test_groups_without_a_word_of_the_site_are_dropped() -> None:
    groups = [("KTP", "kartu tanda penduduk"), ("amdal", "UKL-UPL")]
    assert known_groups(groups, {"ktp": 1}) == [["ktp", "kartu tanda penduduk"]]


@pytest.mark.parametrize(
    ("text", "together"),
    [
        ("UU 14/2008 Pasal 17 huruf h", ["uu:14", "14/2008", "pasal:17", "huruf:h"]),
        ("Peraturan Wali Kota Nomor 27 Tahun 2017", ["nomor:27", "27/2017"]),
        ("Perwal 27/2017", ["perwal:27", "27/2017"]),
        ("dua belas hari", []),
    ],
)
def test_citations_and_numbers_are_terms_of_their_own(text: str, together: list[str]) -> None:
    terms = terms_of(text)
    assert terms[: len(words_of(text))] == words_of(text)
    assert sorted(terms[len(words_of(text)) :]) == sorted(together)


def test_acronyms_are_known_by_what_they_stand_for() -> None:
    texts = ("Tabel Nilai Jual Objek Pajak (NJOP) tahun 2021", "Surat (asli)", "Dua Kata (XYZ)")
    assert acronyms_in(texts) == [("NJOP", "Nilai Jual Objek Pajak")]


def test_words_of_the_dictionary_beside_one_of_the_site_are_no_slips() -> None:
    right = right_words({"massa": "massa", "biaya": "biaya"})
    assert "massal" in right
    assert "biasa" not in right_words({"biasa": "biasa"})
    assert not {"massa", "pegawai"} & set(right)


def test_first_sentence_is_shown_and_counted_only_where_it_tells() -> None:
    left_out = (
        '<p class="ppid-jawaban" data-cari-abaikan><a class="ppid-tombol">Unduh CSV</a> 3 KB</p>'
    )
    page = read_page("a/", PAGE.format(tahun="2021").replace("</h1>", f"</h1>{left_out}"))
    assert page is not None
    assert page.answer == "Unduh CSV 3 KB"
    assert "Unduh CSV 3 KB" not in page.lines
    assert not page.contoh


def test_page_of_a_year_has_that_year_also_where_it_is_only_in_the_address() -> None:
    plain = re.sub(r"<div hidden.*?></div>", "", PAGE, flags=re.DOTALL)
    page = read_page("layanan/laporan/2021/", plain)
    assert page is not None
    assert page.facets == {"tahun": ("2021",)}


def test_search_reads_what_is_said_in_place_of_a_button_and_of_a_long_label() -> None:
    button = (
        '<p class="ppid-jawaban" data-cari-abaikan data-cari-sebut="Ada berkas CSV &amp; PDF.">'
        '<a class="ppid-tombol">Unduh CSV</a> <span>3 KB</span></p>'
        '<dl><div><dt data-cari-sebut="Penguasa">Unit yang menguasai</dt> <dd>Bidang A</dd></div>'
        "</dl>"
    )
    page = read_page("a/", PAGE.format(tahun="2021").replace("</h1>", f"</h1>{button}"))
    assert page is not None
    assert page.answer == "Ada berkas CSV & PDF."
    assert page.lines == ("Penguasa: Bidang A", "Kode: KES-1", "Dibayar di loket.")


def test_what_is_over_comes_after_what_holds() -> None:
    html = PAGE.format(tahun="2021")
    now = read_page("opd/x/dip/2021/kes-1/", html)
    over = read_page("opd/x/dik/2019/kes-1/", html.replace("<h1>", "<h1 data-cari-lampau>"))
    assert now is not None
    assert over is not None
    assert over.lampau
    assert not now.lampau
    assert prior_of(over) < prior_of(now)


def test_older_years_are_over_where_the_newest_is() -> None:
    html = {year: PAGE.format(tahun=year) for year in ("2018", "2019", "2021")}
    html["2019"] = html["2019"].replace("<h1>", "<h1 data-cari-lampau>")
    addresses = ("2018/kes-1", "2019/kes-1", "2019/kes-2", "2021/kes-2")
    pages = [read_page(f"opd/x/dip/{at}/", html[at[:4]]) for at in addresses]
    table = index_of([page for page in pages if page]).table
    assert table["lanjut"] == [0, 1, 0, 1]
    assert table["bobot"] == [9, 9, 10, 9]


def test_how_something_is_done_comes_before_how_much_of_it_there_is() -> None:
    html = PAGE.format(tahun="2021").replace("Tarif layanan &amp; biaya", "{}")
    guide, figures = (
        read_page("opd/x/dip/2021/a/", html.replace("{}", title))
        for title in ("Tata cara melapor", "Jumlah pelapor")
    )
    assert guide is not None
    assert figures is not None
    assert prior_of(guide) > prior_of(figures)


def test_demonstrations_are_known_by_the_table_and_the_titles(tmp_path: Path) -> None:
    mark = '</h1><span class="ppid-tanda ppid-tanda--contoh">contoh</span>'
    for name, html in (("a", PAGE), ("b", PAGE.replace("</h1>", mark))):
        (tmp_path / name).mkdir()
        (tmp_path / name / "index.html").write_text(html.format(tahun="2021"), "utf-8")
    index_site(tmp_path, CORPUS)
    folder = tmp_path / INDEX
    assert json.loads((folder / "catatan.json").read_bytes())["contoh"] == [0, 1]
    titles = json.loads((folder / "saran.json").read_bytes())
    assert [(url, is_example) for _, url, _, is_example in titles] == [("a/", 0), ("b/", 1)]


def test_the_name_of_the_body_tells_nothing_the_rest_of_it_little(situs: Path) -> None:
    words = json.loads((situs / INDEX / "kata.json").read_bytes())
    (name,) = (word for word in words["abai"].split() if word not in ASKED_AWAY)
    assert name not in words["umum"].split()
    assert "kota" in words["umum"].split()


def test_what_is_public_comes_before_what_is_withheld() -> None:
    html = PAGE.format(tahun="2021")
    public = read_page("opd/x/dip/2021/a/", html)
    kind = "Informasi yang Dikecualikan"
    withheld = read_page("opd/x/dik/2021/a/", html.replace("Informasi Publik", kind))
    assert public is not None
    assert withheld is not None
    assert prior_of(withheld) < prior_of(public)


def test_a_hit_does_not_say_its_answer_twice() -> None:
    said = '<p class="ppid-jawaban">Dikecualikan sampai 2029.</p><p>Nomor: 5, kode KES-1</p>'
    page = read_page("a/", PAGE.format(tahun="2021").replace("</h1>", f"</h1>{said}"))
    assert page is not None
    ((_, _, answer, lines),) = index_of([page]).lines[0]
    assert answer == "Dikecualikan sampai 2029."
    assert lines == "Dibayar di loket."


def test_title_of_a_guide_or_of_figures_helps_who_asks_for_one() -> None:
    html = PAGE.format(tahun="2021").replace("Tarif layanan &amp; biaya", "{}")
    guide, figures = (
        read_page("a/", html.replace("{}", title)) for title in ("Cara melapor", "Jumlah pelapor")
    )
    assert guide is not None
    assert figures is not None
    assert "tolong:0" in weights_of(guide)
    assert "cara" not in weights_of(guide)
    assert "tolong:1" in weights_of(figures)
    assert "tolong:0" not in weights_of(figures)


def test_page_of_an_office_is_found_by_who_looks_for_a_contact() -> None:
    html = PAGE.format(tahun="2021")
    office, list_of_it = read_page("opd/dinkes/", html), read_page("opd/dinkes/dip/", html)
    assert office is not None
    assert list_of_it is not None
    assert {"kontak", "telepon", "siapa"} <= set(weights_of(office))
    assert not {"kontak", "siapa"} & set(weights_of(list_of_it))


def test_labels_of_a_form_do_not_count() -> None:
    found = [read_page(f"{n}/", PAGE.replace("KES-1", f"KES-{n}")) for n in range(30)]
    kept = without_set_phrases(page for page in found if page)
    assert "Kode: KES-7" in kept[7].lines
    assert "KES-7" in kept[7].counted


@pytest.mark.parametrize(
    ("asked", "other"),
    [
        *(("parkir", "KIR"), ("parkir", "terminal"), ("makam", "rusunawa"), ("PHK", "UMK")),
        *(("PKH", "disabilitas"), ("guru", "siswa"), ("buku", "arsip"), ("stunting", "posyandu")),
        *(("pensiun", "mutasi pegawai"), ("UMKM", "koperasi"), ("sungai", "drainase")),
    ],
)
def test_what_one_office_deals_with_does_not_say_the_same(asked: str, other: str) -> None:
    groups = groups_in(load(TOWN, date(2021, 12, 31)).corpus)
    assert any(asked in group for group in groups)
    assert not any(asked in group and other in group for group in groups)


def test_who_lost_a_paper_or_looks_for_a_place_is_helped_by_such_titles() -> None:
    html = PAGE.format(tahun="2021").replace("Tarif layanan &amp; biaya", "{}")
    terms, address = (read_page("a/", html.replace("{}", title)) for title in ("Syarat", "Alamat"))
    assert terms is not None
    assert address is not None
    helps = {word: f"tolong:{at}" for at, (asked, _) in enumerate(HELPS) for word in asked}
    assert helps["hilang"] in weights_of(terms)
    assert helps["terdekat"] in weights_of(address)
    assert helps["hilang"] not in weights_of(address)
    assert {"hilang", "rusak", "gratis", "lokasi", "jam"} <= {*USUAL}
    assert not {"hilang", "rusak"} & ASKED_AWAY


def test_pages_for_clerks_come_after_what_the_public_reads() -> None:
    html = PAGE.format(tahun="2021")
    desk, office = read_page("periksa/x/", html), read_page("opd/x/dip/", html)
    assert desk is not None
    assert office is not None
    assert prior_of(desk) < prior_of(office) / 2


def test_what_says_the_same_is_filed_together() -> None:
    groups = [["anggaran", "belanja rutin", "biaya"], ["pasien", "biaya", "bergaji"]]
    groups.append(["upah buruh", "pengupahan"])
    roots = {"anggaran": "anggar", "biaya": "biaya", "pasien": "pasien", "bergaji": "gaji"}
    assert heads_of(groups, roots) == {
        "anggar": "anggar",
        "biaya": "anggar",
        "pasien": "pasien",
        "gaji": "pasien",
        "belanja rutin": "anggar",
        "upah buruh": "upah buruh",
        "pengupahan": "upah buruh",
    }
    page = read_page("a/", PAGE.format(tahun="2021"))
    assert page is not None
    index = index_of([page], [["tarif", "loket"], ["zzz", "yyy"]])
    assert index.groups == [["tarif", "loket"]]
    (words,) = (list(shard) for shard in index.shards)
    assert words.index("loket") == words.index("tarif") - 1


def test_phrase_of_synonyms_is_a_term_where_it_stands_word_for_word() -> None:
    html = "<main data-cari-isi><h1>{}</h1><p>{}</p></main>".format
    plan = read_page("a/", html("Rencana kerja 2021", "Rencana kerja."))
    other = read_page("b/", html("Rencana umum pengadaan tenaga kerja", "Kerja, rencana."))
    told = read_page("c/", html("Lain", "Menurut rencana kerja."))
    assert plan is not None
    assert other is not None
    assert told is not None
    phrases = phrases_of([["Renja", "rencana kerja"]])
    assert "rencana kerja" not in weights_of(other, phrases)
    assert weights_of(plan, phrases)["rencana kerja"] > weights_of(told, phrases)["rencana kerja"]
    index = index_of([plan, other, told], [["Renja", "rencana kerja"]])
    (shard,) = index.shards
    assert "rencana kerja" in shard
    assert "rencana kerja" not in index.roots, "the vocabulary is of words"


def test_what_is_known_of_a_page_can_be_kept() -> None:
    for page in (read_page("a/", PAGE.format(tahun="2021")), None):
        assert page_told(json.loads(json.dumps(told_of(page)))) == page


def test_the_index_of_a_build_is_that_of_the_files(
    situs: Path, kota_kecil: Path, tmp_path: Path
) -> None:
    """A build reads the part of a page that is searched; whoever reads the files finds the same."""
    copy = tmp_path / "situs"
    shutil.copytree(situs, copy, ignore=shutil.ignore_patterns("indeks"))
    index_site(copy, load_and_check(kota_kecil, date(2021, 12, 31)).corpus)
    assert tree(copy / INDEX) == tree(situs / INDEX)


def test_words_are_kept_for_pages_that_exist(situs: Path) -> None:
    missing = [address for address in PAGE_WORDS if not [*situs.glob(f"{address}index.html")]]
    assert missing == []


def test_title_weighs_more_than_text() -> None:
    page = read_page("a/", PAGE.format(tahun="2021"))
    assert page is not None
    weights = weights_of(page)
    assert weights["tarif"] > weights["publik"] > weights["loket"] >= 1
    assert "bunyi" not in weights


def test_newest_year_of_a_record_comes_first(tmp_path: Path) -> None:
    site = _site(tmp_path)
    pages = [read_page(f"opd/x/dip/{y}/kes-1/", PAGE.format(tahun=y)) for y in ("2019", "2021")]
    index = index_of([page for page in pages if page])
    assert index.table["lanjut"] == [0, 1]
    assert index.lines[0][0][0] == "opd/x/dip/2021/kes-1/"
    assert site.is_dir()


def test_same_site_gives_the_same_bytes(tmp_path: Path) -> None:
    made = []
    for name in ("a", "b"):
        site = _site(tmp_path / name)
        index_site(site, CORPUS)
        folder = site / INDEX
        made.append({p.relative_to(folder): p.read_bytes() for p in folder.rglob("*.json")})
    assert made[0] == made[1]
    assert {"catatan.json", "kata.json", "saran.json", "benar.json"} <= {
        path.as_posix() for path in made[0]
    }


def test_site_without_pages_cannot_be_searched(tmp_path: Path) -> None:
    with pytest.raises(SearchError, match="data-cari-isi"):
        index_site(tmp_path, CORPUS)
