"""The page of an OPD shows what it has: newest lists with their documents, then whom to ask."""

import os
import re
from datetime import date
from pathlib import Path

from lxml import html

from ppid.checking.check import load_and_check
from ppid.kinds.badan import Badan
from ppid.kinds.opd import BesideOffices
from ppid.publishing.pages import opd
from ppid.publishing.publication import Publication
from tests.conftest import TOWN

FIRST = 10


def opened(situs: Path, path: str) -> html.HtmlElement:
    return html.fromstring((situs / path / "index.html").read_text("utf-8"))


def headings(page: html.HtmlElement) -> list[str]:
    return [" ".join(h.text_content().split()) for h in page.xpath("//article//h2")]


def test_newest_lists_come_first_then_whom_to_ask(situs: Path) -> None:
    shown = headings(opened(situs, "opd/dinkes"))
    assert shown[:2] == ["Informasi publik, 2021", "Informasi yang Dikecualikan, 2021"]
    assert shown[2].startswith("Hubungi PPID ")
    assert shown[3] == "Profil"


def test_a_row_leads_to_its_document_and_says_what_it_is(situs: Path) -> None:
    page = opened(situs, "opd/setda")
    (table,) = page.xpath("//section[@aria-labelledby='dip-terbaru']//table")
    rows = table.xpath("./tbody/tr")
    assert 0 < len(rows) <= FIRST
    for row in rows:
        item = row.xpath("./th/a/@href")[0]
        (document,) = row.xpath("./td[1]/a")
        words = document.text_content()
        asked = document.get("href") == f"{item}#minta"
        assert asked == (words == "minta salinannya")
        assert asked or " di " in words or "," in words or words == "dokumen"


def test_all_rows_and_each_category_are_one_link_away(situs: Path) -> None:
    page = opened(situs, "opd/setda")
    links = page.xpath("//section[@aria-labelledby='dip-terbaru']/ul/li/a")
    assert links[0].text_content().startswith("Semua ")
    assert links[0].get("href").endswith("opd/setda/dip/2021/#isi-daftar")
    assert all("?klasifikasi=" in link.get("href") for link in links[1:])
    total = int(links[0].text_content().split()[1])
    counts = [int(link.text_content().rpartition(": ")[2]) for link in links[1:]]
    assert sum(counts) == total


def test_what_is_shown_whole_is_not_counted_as_a_part_of_itself(situs: Path) -> None:
    shown = []
    for path in ("opd", "kelengkapan"):
        for file in (situs / path).rglob("index.html"):
            page = html.fromstring(file.read_text("utf-8"))
            said = page.xpath("//caption | //p[starts-with(., 'Alasan untuk ')]")
            shown += [" ".join(each.text_content().split()) for each in said]
    assert any(re.match(r"\d+ informasi dalam DIP", said) for said in shown)
    assert any(said.startswith("Alasan untuk ") for said in shown)
    assert [said for said in shown if re.search(r"\b(\d+) dari \1 (?:inf|kew|per)", said)] == []


def test_completeness_by_year_is_a_table_with_bars_that_leads_to_the_reasons(situs: Path) -> None:
    (section,) = opened(situs, "opd/setda").xpath("//section[@aria-labelledby='kelengkapan']")
    rows = section.xpath(".//tbody/tr")
    assert [row.xpath("string(th)") for row in rows] == ["2021", "2020", "2018"]
    assert rows[0].xpath("./th/a/@href") == ["../../kelengkapan/2021/setda/"]
    for row in rows:
        (figure,) = row.xpath("./td")
        tenths = int(float(figure.text_content().replace(",", ".")) // 10)
        assert ("p" + str(tenths) in figure.get("class").split()) == (tenths > 0)


def test_a_missing_contact_points_to_ppid_utama(proyek: Path) -> None:
    profile = proyek / "data/opd/dinkes/profil.yml"
    kept = [
        line
        for line in profile.read_text("utf-8").splitlines()
        if not line.startswith(("alamat:", "telepon:", "surel:", "situs:"))
    ]
    profile.write_text("\n".join(kept) + "\n", "utf-8")
    checked = load_and_check(proyek, date(2021, 12, 31))
    pages = {page.url: page.context for page in opd.pages(Publication.of(checked))}
    shown = pages["opd/dinkes/"]
    assert isinstance(shown, opd.IsiOpd)
    assert shown.kontak.paragraphs == (
        "Kontaknya sendiri belum tercatat di situs ini. Hubungi PPID Utama:",
    )
    badan = checked.corpus.get(Badan)
    assert badan is not None
    ways = {cell.text for fact in shown.kontak.facts for cell in fact.cells}
    assert {badan.surel, *badan.telepon} <= ways


def test_no_page_beside_those_of_offices_can_be_mistaken_for_one(situs: Path) -> None:
    offices = {each.name for each in (TOWN / "data/opd").iterdir()}
    beside: set[str] = set()
    places = 0
    for folder, _, _ in os.walk(situs):
        names = {each.name for each in Path(folder).iterdir() if each.is_dir()}
        if len(offices & names) > 1:
            places += 1
            beside |= names - offices
    assert places > 4
    assert beside == set(BesideOffices) - {BesideOffices.INDEX}


def test_what_is_not_on_record_is_said_with_whom_to_ask(situs: Path) -> None:
    """An OPD without a contact, or without a decision, leads to PPID Utama."""
    rows = opened(situs, "opd").xpath("//tbody/tr")
    assert rows
    for row in rows:
        contact = row.xpath("./td[last()]")[0]
        assert "diketahui" not in contact.text_content()
        assert contact.xpath(".//a/@href") or contact.text_content().strip()
    for row in rows:
        page = opened(situs, "opd/" + row.xpath("./th/a/@href")[0].split("opd/")[-1].strip("./"))
        for decided in page.xpath("//dt[text()='SK PPID Pelaksana']/.."):
            words = decided.text_content()
            assert "Nomor" in words
            if "belum ada di situs ini" in words:
                assert decided.xpath(".//a[contains(@href, 'layanan/kanal/')]")
