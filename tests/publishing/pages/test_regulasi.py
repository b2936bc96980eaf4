"""Every regulation has a page that leads to its text, and says in few words what changed it."""

from datetime import date

import pytest

from ppid.checking.load import load
from ppid.core.page import Page
from ppid.publishing.pages import regulasi
from ppid.publishing.pages.regulasi import IsiRegulasi
from ppid.publishing.publication import Publication
from tests.conftest import TOWN

CORPUS = load(TOWN, date(2021, 12, 31)).corpus
PAGES = {page.url: page for page in regulasi.pages(Publication(CORPUS, (), {}))}
SINGLE = [page for url, page in PAGES.items() if url != "regulasi/"]


def body_of(page: Page) -> IsiRegulasi:
    assert isinstance(page.context, IsiRegulasi)
    return page.context


@pytest.mark.parametrize("page", SINGLE, ids=lambda page: page.url)
def test_what_changed_is_said_in_at_most_three_sentences(page: Page) -> None:
    (told,) = body_of(page).perubahan.paragraphs
    sentences = [part for part in told.split(". ") if part]
    assert 1 <= len(sentences) <= 3
    assert all(len(sentence.split()) <= 25 for sentence in sentences)


@pytest.mark.parametrize("page", SINGLE, ids=lambda page: page.url)
def test_a_page_leads_to_the_text_or_says_that_there_is_none(page: Page) -> None:
    text = next(section for section in body_of(page).body.sections if section.anchor == "naskah")
    own = [link for link in text.links if "JDIH" not in link.label]
    assert bool(own) != bool(text.paragraphs)
    assert [link.url for link in text.links if "JDIH" in link.label]
