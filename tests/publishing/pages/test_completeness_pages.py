"""The pages on completeness say what was computed, no more, and the same as the command does."""

import json
import re
from datetime import date
from functools import cache

import pytest

from ppid.assessing.assess import assess
from ppid.assessing.model import State
from ppid.checking.check import load_and_check
from ppid.cli.main import main
from ppid.core.corpus import Corpus
from ppid.core.page import Body, Page
from ppid.publishing.pages import kelengkapan
from ppid.publishing.pages.kelengkapan.indeks import IndeksKelengkapan
from ppid.publishing.pages.kelengkapan.kategori import MatriksKategori
from ppid.publishing.pages.kelengkapan.opd import Golongan, KelengkapanOpd, Temuan, stretched
from ppid.publishing.pages.kelengkapan.tahun import TahunKelengkapan
from ppid.publishing.publication import Publication
from tests.assessing.test_cheats import judged, titled, with_rows
from tests.conftest import SMALL_LAW, TOWN, made_by

DAY = date(2021, 12, 31)
CHECKED = Publication.of(load_and_check(TOWN, DAY, SMALL_LAW))
PAGES = {page.url: page for page in made_by(kelengkapan, "pages", CHECKED)}


def words_of(page: Page) -> str:
    return repr(page.context)


@cache
def pages_by_national_law() -> dict[str, Page]:
    printed = made_by(kelengkapan, "pages", Publication.of(load_and_check(TOWN, DAY)))
    return {page.url: page for page in printed}


def body(url: str) -> Body:
    context = PAGES[url].context
    assert isinstance(context, Body)
    return context


@pytest.mark.parametrize(
    "address",
    [
        "kelengkapan/",
        "kelengkapan/2021/",
        "kelengkapan/2021/dinkes/",
        "kelengkapan/2021/kewajiban/berkala.d.a/",
        "kelengkapan/cara-menghitung/",
        "kelengkapan/siklus-pengecualian/",
        "kelengkapan/kalender/",
        "kelengkapan/saq/2021/",
        "kelengkapan/saq/2021/1-01/",
    ],
)
def test_addresses_are_permanent(address: str) -> None:
    assert address in PAGES


BESIDE = ("perlu_dilihat", "tercatat", "tidak_berlaku")


def test_figures_are_those_of_the_command(capsys: pytest.CaptureFixture[str]) -> None:
    options = ("--tahun", "2021", "--format", "json", "--tanggal", DAY.isoformat())
    with pytest.raises(SystemExit) as ended:
        main(["--proyek", str(TOWN), "kelengkapan", *options])
    assert ended.value.code == 0
    for told in json.loads(capsys.readouterr().out)["opd"]:
        page = pages_by_national_law()[f"kelengkapan/2021/{told['opd']}/"].context
        assert isinstance(page, KelengkapanOpd)
        beside = (page.perlu_dilihat, page.tercatat, page.tidak_berlaku)
        groups = (page.terpenuhi, page.belum, *beside)
        counts = [sum(group.jumlah for group in each) for each in groups]
        assert counts == [told[name] for name in ("terpenuhi", "belum", *BESIDE)]
        table = page.kategori.table
        assert table is not None
        assert table.rows[-1][-1].text == f"{told['nilai']:.1f}".replace(".", ",")
        shown = {t.kode: t.penilaian.state.value for each in groups for t in findings(each)}
        assert shown == {each["temuan"]: each["keadaan"] for each in told["kewajiban"]}


def findings(groups: tuple[Golongan, ...]) -> list[Temuan]:
    return [t for group in groups for k in group.kelompok for t in k.temuan]


def matrices() -> list[MatriksKategori]:
    urls = (url for url in PAGES if url.startswith("kelengkapan/2021/kategori/"))
    found = [PAGES[url].context for url in urls]
    assert found
    return [m for m in found if isinstance(m, MatriksKategori)]


def test_every_finding_has_its_anchor_in_the_matrix() -> None:
    year = assess(CHECKED.corpus).year(2021)
    assert year is not None
    letters = dict(zip(State, ("tl", "b", "p", "r", "n"), strict=True))
    shown = {
        (r.laporan.opd, kode): letter for m in matrices() for r in m.baris for letter, kode in r.sel
    }
    for report in year.reports:
        for a in report.assessments:
            assert shown.pop((report.opd, a.obligation.kode)) in letters[a.state]
    assert not shown


def test_the_overview_shows_the_figures_of_every_year() -> None:
    page = PAGES["kelengkapan/"].context
    assert isinstance(page, IndeksKelengkapan)
    years = assess(CHECKED.corpus).years
    table = page.bagian[0].table
    assert table is not None
    assert table.columns[1:] == tuple(str(year.tahun) for year in years)
    shown = [cell.text for cell in table.rows[-1][1:]]
    assert shown == [f"{year.score.nilai:.1f}".replace(".", ",") for year in years]
    counted = [(bar.nama, bar.terpenuhi, bar.belum) for bar in page.batang]
    assert counted == [(c.nama, s.terpenuhi, s.belum) for c, s in years[-1].categories]


def test_offices_stand_in_the_order_of_their_names() -> None:
    page = PAGES["kelengkapan/2021/"].context
    assert isinstance(page, TahunKelengkapan)
    table = page.penutup[0].table
    assert table is not None
    names = [row[0].text for row in table.rows]
    assert names == sorted(names)
    assert [r.laporan.profil.nama for r in page.baris] == names


def test_a_matrix_is_sorted_by_the_short_names_that_it_shows() -> None:
    for matrix in matrices():
        shown = [r.laporan.profil.singkatan.casefold() for r in matrix.baris]
        assert shown == sorted(shown)


def test_the_table_of_a_year_leads_from_each_figure_to_its_row() -> None:
    page = PAGES["kelengkapan/2021/"].context
    assert isinstance(page, TahunKelengkapan)
    for row in page.baris:
        for (category, score), met in zip(row.laporan.categories, row.isian, strict=True):
            url, _, anchor = met.url.partition("#")
            context = PAGES[url].context
            assert isinstance(context, MatriksKategori)
            assert context.nama == category.nama
            assert anchor in {r.laporan.opd for r in context.baris}
            assert met.teks in {"–", f"{score.terpenuhi} / {score.berlaku}"}


def test_a_reason_is_said_once() -> None:
    page = pages_by_national_law()["kelengkapan/2021/setda/"].context
    assert isinstance(page, KelengkapanOpd)
    assert page.umum.startswith("Alasan untuk ")
    usual = page.umum.partition(": ")[2].removesuffix(
        " Alasan yang lain ditulis pada kewajibannya."
    )
    for each in (page.belum, page.terpenuhi, page.tidak_berlaku):
        for category in each:
            said = [k.alasan for k in category.kelompok if k.alasan]
            said += [t.alasan for k in category.kelompok for t in k.temuan if t.alasan]
            assert len(said) == len(set(said))
            assert each is not page.belum or usual not in said


def test_one_document_for_many_duties_is_shown_however_it_is_spelled() -> None:
    one = "https://kecamatan.kotakecil.example/dokumen/a.pdf"
    corpus = with_rows(
        titled(f"{one}?v={{}}", f"{one}#{{}}", one.upper().replace("HTTPS", "https"))
    )
    section = stretched(judged(corpus), corpus)
    assert section is not None
    assert section.table is not None
    ((document, named, answered),) = section.table.rows
    assert document.text.casefold().startswith(one)
    assert int(named.text) > 30
    assert 1 <= int(answered.text) <= 3
    apart = with_rows(titled("https://kecamatan.kotakecil.example/dokumen/{}.pdf"))
    assert stretched(judged(apart), apart) is None


def test_a_file_of_a_list_is_named_by_its_title_and_not_by_its_path() -> None:
    corpus = with_rows(titled("dokumen/a.csv"))
    section = stretched(judged(corpus), corpus)
    assert section is not None
    assert section.table is not None
    document = section.table.rows[0][0]
    assert document.text.endswith(" (CSV)")
    assert "dokumen/" not in document.text
    assert document.url.startswith("opd/")


def test_what_one_more_would_bring_is_said_of_what_is_missing_only() -> None:
    page = PAGES["kelengkapan/2021/setda/"].context
    assert isinstance(page, KelengkapanOpd)
    missing = [(k, t) for g in page.belum for k in g.kelompok for t in k.temuan]
    assert missing
    for k, t in missing:
        assert re.match(r"Terpenuhi bila ada .+\.$", t.syarat or k.syarat or page.syarat["belum"])
    groups = [k for each in (page.terpenuhi, page.tidak_berlaku) for g in each for k in g.kelompok]
    assert not any(k.poin or t.poin for k in groups for t in k.temuan)
    # 2 of 11 weigh setiap-saat.r: from 81,8 to 100,0.
    assert [t.poin or k.poin for k, t in missing] == ["Nilai lalu naik 18,2."]


def test_what_would_meet_most_of_them_is_said_once() -> None:
    page = pages_by_national_law()["kelengkapan/2021/setda/"].context
    assert isinstance(page, KelengkapanOpd)
    usual = page.syarat["belum"]
    assert re.match(r"Terpenuhi bila ada .+\.$", usual)
    groups = [k for g in page.belum for k in g.kelompok]
    assert any(k.poin and not k.syarat for k in groups)
    assert usual not in [said for k in groups for said in (k.syarat, *(t.syarat for t in k.temuan))]


def test_the_law_is_quoted_on_the_page_of_an_obligation() -> None:
    pages = {url: page.context for url, page in pages_by_national_law().items()}
    page = pages["kelengkapan/2021/kewajiban/berkala.d.a/"]
    assert isinstance(page, Body)
    shown = {quote.rujukan: quote.teks for quote in page.sections[0].quotes}
    assert shown["PerKI 1/2021 Pasal 15 ayat (4) huruf a"].startswith("rencana dan laporan")
    for url, each in pages.items():
        if "/kewajiban/" in url:
            assert isinstance(each, Body)
            assert each.sections[0].quotes, url


def test_a_law_that_is_not_on_file_is_not_quoted() -> None:
    section = body("kelengkapan/2021/kewajiban/berkala.d.a/").sections[0]
    assert not section.quotes
    assert "belum tercatat" in section.paragraphs[0]


def test_the_page_of_an_obligation_names_every_office_once() -> None:
    sections = body("kelengkapan/2021/kewajiban/berkala.d.a/").sections
    rows = [row for s in sections[1:4] if s.table for row in s.table.rows]
    assert sorted(row[0].text for row in rows) == sorted(
        report.profil.nama for report in assess(CHECKED.corpus).years[-1].reports
    )


def test_the_example_adds_up() -> None:
    found = next(
        s
        for s in body("kelengkapan/cara-menghitung/").sections
        if s.table and "Hitungan" in s.table.caption
    )
    assert found.table is not None
    *parts, total = found.table.rows
    for column in (1, 2):
        assert sum(int(row[column].text) for row in parts) == int(total[column].text)


def test_the_method_lists_every_obligation_of_every_set() -> None:
    text = words_of(PAGES["kelengkapan/cara-menghitung/"])
    for year in assess(CHECKED.corpus).years:
        assert all(o.kode in text for o in year.obligations.obligations)


def test_the_calendar_holds_the_days_of_the_body_and_of_the_law() -> None:
    text = words_of(PAGES["kelengkapan/kalender/"])
    assert "DIK 2022 disampaikan ke PPID Utama" in text
    assert "31 Maret 2022" in text
    assert "PerKI 1/2021 Pasal 56 ayat (1)" in text


def test_a_question_without_evidence_says_so() -> None:
    assert "Belum ada yang tercatat" in body("kelengkapan/saq/2021/1-03/").lead
    assert body("kelengkapan/saq/2021/1-02/").sections[1].links[0].url == "kegiatan/"


def test_a_site_without_lists_still_explains_itself() -> None:
    corpus = Corpus([], {}, frozenset(), DAY)
    urls = [page.url for page in kelengkapan.pages(Publication(corpus, (), {}))]
    assert urls == [
        "kelengkapan/",
        "kelengkapan/cara-menghitung/",
        "kelengkapan/siklus-pengecualian/",
        "kelengkapan/kalender/",
    ]


def test_the_page_of_handing_in_says_what_of_it_is_unknown() -> None:
    said = [s for part in body("kelengkapan/2021/penyerahan/").sections for s in part.paragraphs]
    assert any("yang SK-nya tidak tercatat di situs ini: Dinkes" in sentence for sentence in said)
