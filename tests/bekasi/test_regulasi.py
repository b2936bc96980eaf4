"""The regulations of the city as they are on record, on their pages."""

from datetime import date

import pytest

from ppid.core.page import Body, Page
from ppid.publishing.pages import regulasi
from ppid.publishing.pages.regulasi import IsiRegulasi
from ppid.publishing.publication import Publication
from tests.conftest import this_body


@pytest.fixture(scope="module")
def pages() -> dict[str, Page]:
    publication = Publication(this_body(date(2025, 12, 31)), (), {})
    return {page.url: page for page in regulasi.pages(publication)}


def body_of(page: Page) -> IsiRegulasi:
    assert isinstance(page.context, IsiRegulasi)
    return page.context


def test_an_amended_regulation_is_in_force_with_its_amendment_and_a_doubt(pages: dict[str, Page]):
    lead = body_of(pages["regulasi/perwal-27-2017/"]).body.lead
    assert "berlaku dengan perubahan dalam Perwal 73/2018; statusnya belum dipastikan." in lead
    assert "Belum dipastikan apakah Perwal 10/2025 mengubah atau mencabutnya." in lead


def test_the_newest_regulation_says_what_is_not_known_of_it(pages: dict[str, Page]):
    body = body_of(pages["regulasi/perwal-10-2025/"])
    doubt = "Belum dipastikan apakah peraturan ini mengubah atau mencabut"
    assert f"{doubt} Perwal 27/2017 dan Perwal 73/2018." in body.body.lead
    assert body.gambar is not None
    assert "hubungannya belum dipastikan" in body.gambar.svg
    assert "Belum dipastikan apakah peraturan itu mengubah atau mencabut" in body.gambar.description


def test_the_index_shows_the_regulations_of_the_city_and_leads_to_the_laws(pages: dict[str, Page]):
    context = pages["regulasi/"].context
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
