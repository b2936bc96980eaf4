"""Completeness: how far each OPD has met what it must announce, with its evidence and method."""

from collections.abc import Iterator

from ppid.core.page import Page
from ppid.publishing.pages.kelengkapan import (
    cara,
    indeks,
    kalender,
    kewajiban,
    opd,
    saq,
    siklus,
    tahun,
)
from ppid.publishing.publication import Publication


def pages(publication: Publication) -> Iterator[Page]:
    """Yield the overview, the pages of every year, and those that explain and look ahead."""
    completeness = publication.completeness
    yield indeks.page(completeness, publication)
    yield cara.page(completeness, publication.corpus)
    yield siklus.page(publication.corpus)
    yield kalender.page(publication.corpus)
    yield from saq.pages(completeness, publication.corpus)
    for year in completeness.years:
        yield tahun.page(year, completeness, publication.corpus)
        yield from opd.pages(year, completeness, publication)
        yield from kewajiban.pages(year, completeness, publication.corpus)
