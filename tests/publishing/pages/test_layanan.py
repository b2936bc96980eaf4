"""The service: steps that rest on words of the law, sums that agree, channels that are valid."""

import re
from datetime import date
from pathlib import Path

import pytest
from lxml import html
from yaml import safe_dump, safe_load

from ppid.checking.check import load_and_check
from ppid.core.corpus import Corpus
from ppid.core.page import Body, Page
from ppid.kinds.acuan.peraturan import Peraturan, split_citation
from ppid.kinds.acuan.prosedur import BatasHari, Prosedur
from ppid.kinds.badan import Badan
from ppid.kinds.layanan import LaporanLayanan
from ppid.publishing.pages import ajukan, english, hitung_tenggat, laporan_layanan, layanan, opd
from ppid.publishing.pages.ajukan import Acting
from ppid.publishing.pages.layanan import term_in_words
from ppid.publishing.publication import Publication
from tests.conftest import TOWN

TODAY = date(2026, 1, 31)
MODULES = (layanan, ajukan, hitung_tenggat, laporan_layanan)


@pytest.fixture(scope="module")
def checked() -> Publication:
    return Publication.of(load_and_check(TOWN, TODAY))


@pytest.fixture(scope="module")
def by_url(checked: Publication) -> dict[str, Page]:
    return {page.url: page for module in MODULES for page in module.pages(checked)}


def body(page: Page) -> Body:
    assert isinstance(page.context, Body)
    return page.context


def test_all_seven_standards_are_there(checked: Publication, by_url: dict[str, Page]) -> None:
    letters = sorted(p.huruf for p in checked.corpus.of(Prosedur) if p.huruf)
    assert letters == list("abcdefg")
    table = body(by_url["layanan/sop/"]).sections[0].table
    assert table is not None
    assert all(row[0].url in by_url for row in table.rows)


def test_pages_for_citizens_have_their_addresses(by_url: dict[str, Page]) -> None:
    names = ("permohonan", "keberatan", "sengketa", "biaya", "maklumat", "alur", "kanal")
    assert {f"layanan/{name}/" for name in names} <= set(by_url)
    assert "layanan/hitung-tenggat/" in by_url


def test_one_can_act_on_the_pages_of_request_and_objection(by_url: dict[str, Page]) -> None:
    for url, form in (("permohonan", "permintaan"), ("keberatan", "keberatan")):
        page = by_url[f"layanan/{url}/"]
        assert isinstance(page.context, Acting)
        acting = page.context
        assert acting.surat.recipient.surel == "ppid@kotakecil.example"
        assert acting.formulir is not None
        assert acting.formulir.export.url == f"layanan/naskah/formulir-{form}.docx"
        labels = [fact.label for fact in acting.tujuan]
        assert labels[:3] == ["Kepada", "Surel", "Datang langsung"]
        assert acting.ketentuan[0].anchor == "langkah"
    asked = by_url["layanan/permohonan/"].context
    assert isinstance(asked, Acting)
    assert asked.langsung is not None
    assert all(row[1].url.startswith("mailto:") for row in asked.langsung.rows)


def test_every_ground_says_how_to_object_to_it(by_url: dict[str, Page]) -> None:
    acting = by_url["layanan/keberatan/"].context
    assert isinstance(acting, Acting)
    assert [one.huruf for one in acting.alasan if one.keberatan] == list("abcdefghij")


def test_every_step_quotes_the_law_and_terms_stand_in_it(checked: Publication) -> None:
    laws = {law.kode: law for law in checked.corpus.of(Peraturan)}
    for prosedur in checked.corpus.of(Prosedur):
        for langkah in prosedur.langkah:
            quotes = [
                laws[kode].bunyi(passage) for kode, passage in map(split_citation, langkah.dasar)
            ]
            assert all(quotes), langkah.judul
            for kode, passage in map(split_citation, langkah.rincian):
                assert laws[kode].huruf_dari(passage), passage
            if langkah.tenggat:
                assert any(f"{langkah.tenggat.hari} (" in text for text in quotes), langkah.judul


def test_terms_in_words() -> None:
    assert term_in_words(None) == ""
    since = "permintaan diterima"
    assert (
        term_in_words(BatasHari(hari=10, sejak=since)) == "10 hari kerja sejak permintaan diterima"
    )
    longer = BatasHari(hari=7, sejak=since, sesudah=10)
    assert longer.seluruhnya == 17
    assert "seluruhnya 17" in term_in_words(longer)
    assert term_in_words(BatasHari(hari=100, sejak="x", dihitung=False)) == "100 hari kerja"


def test_a_replacement_is_a_known_channel(checked: Publication) -> None:
    badan = next(iter(checked.corpus.of(Badan)))
    names = {kanal.nama for kanal in badan.kanal}
    assert {kanal.diganti_oleh for kanal in badan.kanal if kanal.diganti_oleh} <= names


def test_sums_agree(checked: Publication, by_url: dict[str, Page]) -> None:
    reports = checked.corpus.of(LaporanLayanan)
    table = body(by_url["layanan/laporan/"]).sections[0].table
    assert table is not None
    for row in table.rows:
        tahun = int(row[0].text)
        figures = [int(cell.text.replace(".", "")) for cell in row[1:]]
        asked = [r.permohonan for r in reports if r.id.tahun == tahun]
        assert figures[0] == len(asked)
        assert figures[1] == sum(one.diterima for one in asked) == sum(figures[2:])
        year = body(by_url[f"layanan/laporan/{tahun}/"]).sections[0].table
        assert year is not None
        assert sum(int(r[1].text.replace(".", "")) for r in year.rows) == figures[1]


def test_demonstrations_are_marked_once_by_the_page_and_on_pictures(
    checked: Publication, by_url: dict[str, Page]
) -> None:
    flags: dict[str, set[bool]] = {}
    for report in checked.corpus.of(LaporanLayanan):
        for address in (f"{report.id.tahun}/", f"{report.id.tahun}/{report.id.opd}/"):
            flags.setdefault(f"layanan/laporan/{address}", set()).add(report.contoh)
    assert {True} in flags.values()
    assert {True, False} in flags.values()
    for url, found in flags.items():
        sections = body(by_url[url]).sections
        pictures = [section.figure for section in sections if section.figure]
        assert by_url[url].contoh is (True in found)
        tables = [section.table for section in sections if section.table]
        if f"{url.rstrip('/')}/".count("/") == 3:  # a year: its pictures are about that year alone
            assert all(one.title.endswith("(contoh)") is (True in found) for one in pictures)
            marked = [one for one in tables if "contoh" in one.caption or "Data" in one.columns]
            assert bool(marked) is (len(found) > 1), url


def test_two_charts_of_a_page_have_two_names(by_url: dict[str, Page]) -> None:
    for page in by_url.values():
        if isinstance(page.context, Body):
            drawn = [s.figure.svg for s in page.context.sections if s.figure]
            names = [svg.split('<title id="')[1].split('"')[0] for svg in drawn]
            assert len(names) == len(set(names))


def doubted_pages(project: Path) -> tuple[Corpus, dict[str, Page]]:
    """Return the pages of the town if its address, mail and number were known from old news."""
    about = project / "data/badan.yml"
    badan = safe_load(about.read_text("utf-8"))
    ways = {"loket": badan["alamat"], "surel": badan["surel"], "telepon": badan["telepon"][0]}
    badan["kanal"] = [
        {"nama": kind, "jenis": kind, "alamat": way, "terakhir_disebut": "2019-01-10"}
        for kind, way in ways.items()
    ]
    about.write_text(safe_dump(badan), "utf-8")
    profile = project / "data/opd/setda/profil.yml"
    office = safe_load(profile.read_text("utf-8"))
    for known in ("alamat", "surel", "telepon", "situs", "kanal", "jadwal"):
        office.pop(known)
    profile.write_text(safe_dump(office), "utf-8")
    publication = Publication.of(load_and_check(project, date(2021, 12, 31)))
    modules = (ajukan, english, opd)
    return publication.corpus, {p.url: p for module in modules for p in module.pages(publication)}


def test_an_address_in_doubt_says_so_wherever_it_is_offered(proyek: Path) -> None:
    corpus, shown = doubted_pages(proyek)
    badan = corpus.get(Badan)
    assert badan is not None
    doubt = "belum dipastikan; terakhir disebut 10 Januari 2019"
    offered = {badan.alamat, badan.surel, badan.telepon[0]}
    for url in ("layanan/permohonan/", "layanan/keberatan/", "opd/setda/"):
        context = shown[url].context
        assert isinstance(context, Acting | opd.IsiOpd)
        facts = context.tujuan if isinstance(context, Acting) else context.kontak.facts
        cells = [[cell.text for cell in fact.cells] for fact in facts]
        said = {texts[0] for texts in cells if doubt in texts}
        assert said >= offered, url
        assert context.surat.recipient.ragu == doubt
        assert f"{badan.alamat} [{doubt}]" in context.surat.text()
    summary = shown["en/"].context
    assert isinstance(summary, english.Summary)
    assert set(summary.ragu) == offered
    assert set(summary.ragu.values()) == {
        "not confirmed to be still in use; last mentioned in 2019"
    }


def test_an_office_whose_contact_is_unknown_is_asked_through_ppid_utama(proyek: Path) -> None:
    """The first sentence, the contact and the letter of its page agree."""
    _, shown = doubted_pages(proyek)
    context = shown["opd/setda/"].context
    assert isinstance(context, opd.IsiOpd)
    assert context.lead.endswith("dapat diajukan melalui PPID Utama.")
    assert context.kontak.paragraphs[0].startswith("Kontaknya sendiri belum tercatat")
    assert "\nmelalui PPID Utama Pemerintah Kota Kecil\n" in context.surat.text()
    assert "\nPerangkat daerah: Sekretariat Daerah\n" in context.surat.text()


WITH_A_LETTER = (
    *("layanan/permohonan", "layanan/keberatan", "cari", "opd/setda"),
    *("opd/setda/dik/2021/set-memo-1", "opd/setda/dip/2021/set-rencana-panjang"),
)


def words_of(situs: Path, url: str) -> str:
    page = html.fromstring((situs / url / "index.html").read_text("utf-8"))
    return " ".join(page.xpath("//article")[0].text_content().split())


def test_every_letter_comes_with_the_same_instruction(situs: Path) -> None:
    said = (
        "Isi bagian dalam kurung siku, lalu kirim suratnya lewat surel atau serahkan langsung. "
        "Situs ini tidak mengirim dan tidak menyimpan apa pun. Kirim NIK dan fotokopi KTP hanya "
        "kepada PPID."
    )
    assert [url for url in WITH_A_LETTER if words_of(situs, url).count(said) != 1] == []
    sample = words_of(situs, "opd/dinkes/dip/2020/kes-kebijakan")
    mark = "Daftar contoh hanya peragaan: jangan kirim surat tentang isinya."
    assert sample.count(mark) == sample.count(said) == 1
    assert [url for url in WITH_A_LETTER if mark in words_of(situs, url)] == []


def test_how_one_may_ask_is_said_with_both_laws(situs: Path) -> None:
    for url in ("", "layanan/tanya-jawab", "layanan/permohonan"):
        words = words_of(situs, url)
        assert "idak tertulis juga boleh, dan wajib dicatat" in words, url
        assert "UU 14/2008 Pasal 22 ayat (1)" in words, url
        assert "PerKI 1/2021 Pasal 28 ayat (2)" in words, url
        assert "lisan" not in re.findall(r"\w+", words), url
