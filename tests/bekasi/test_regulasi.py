"""The regulations of the city as they are on record, on their pages."""

from datetime import date
from pathlib import Path

import pytest
from ppid.checking.load import load
from ppid.core.page import Body, Page
from ppid.publishing.pages import regulasi
from ppid.publishing.pages.regulasi import IsiRegulasi
from ppid.publishing.publication import Publication

ROOT = Path(__file__).parents[3]
CORPUS = load(ROOT, date(2025, 12, 31)).corpus
PAGES = {page.url: page for page in regulasi.pages(Publication(CORPUS, (), {}))}
SINGLE = [page for url, page in PAGES.items() if url != "regulasi/"]


def body_of(page: Page) -> IsiRegulasi:
    assert isinstance(page.context, IsiRegulasi)
    return page.context


@pytest.mark.parametrize("page", SINGLE, ids=lambda page: page.url)
def test_what_changed_is_said_in_at_most_three_sentences(page: Page):
    (told,) = body_of(page).perubahan.paragraphs
    sentences = [part for part in told.split(". ") if part]
    assert 1 <= len(sentences) <= 3
    assert all(len(sentence.split()) <= 25 for sentence in sentences)


@pytest.mark.parametrize("page", SINGLE, ids=lambda page: page.url)
def test_a_page_leads_to_the_text_or_says_that_there_is_none(page: Page):
    text = next(section for section in body_of(page).body.sections if section.anchor == "naskah")
    own = [link for link in text.links if "JDIH" not in link.label]
    assert bool(own) != bool(text.paragraphs)
    assert [link.url for link in text.links if "JDIH" in link.label]


def test_an_amended_regulation_is_in_force_with_its_amendment_and_a_doubt():
    lead = body_of(PAGES["regulasi/perwal-27-2017/"]).body.lead
    assert "berlaku dengan perubahan dalam Perwal 73/2018." in lead
    assert "Belum diketahui apakah Perwal 10/2025 mengubah atau mencabutnya." in lead


def test_the_newest_regulation_says_what_is_not_known_of_it():
    body = body_of(PAGES["regulasi/perwal-10-2025/"])
    doubt = "Belum diketahui apakah peraturan ini mengubah atau mencabut"
    assert f"{doubt} Perwal 27/2017 dan Perwal 73/2018." in body.body.lead
    assert body.gambar is not None
    assert "pengaruhnya belum diketahui" in body.gambar.svg
    assert "Belum diketahui apakah peraturan itu mengubah atau mencabut" in body.gambar.description


def test_the_index_shows_the_regulations_of_the_city_and_leads_to_the_laws():
    context = PAGES["regulasi/"].context
    assert isinstance(context, Body)
    first, *_, last = context.sections
    assert first.title == "Peraturan Wali Kota"
    assert first.table is not None
    assert [row[0].text for row in first.table.rows] == [
        "Perwal 10/2025",
        "Perwal 73/2018",
        "Perwal 27/2017",
    ]
    assert "tentang/dasar-hukum/" in [link.url for link in last.links]
