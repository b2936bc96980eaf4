"""Completeness: how far each OPD has met what it must announce, with its evidence and method."""

from collections.abc import Iterator

from ppid.core.page import Page
from ppid.publishing.pages.kelengkapan import (
    banding,
    cara,
    indeks,
    kategori,
    kewajiban,
    opd,
    penyerahan,
    saq,
    tahun,
    tenggat,
    verifikasi,
)
from ppid.publishing.publication import Publication


def pages(publication: Publication) -> Iterator[Page]:
    """Yield the overview, the pages of every year, and those that explain and look ahead."""
    yield indeks.page(publication)
    yield cara.page(publication)
    yield from tenggat.pages(publication)
    yield from saq.pages(publication)
    yield from verifikasi.pages(publication)
    yield from banding.page(publication)
    for year in publication.completeness.years:
        yield tahun.page(year, publication)
        yield penyerahan.page(year, publication)
        yield from kategori.pages(year, publication)
        yield from kewajiban.pages(year, publication)


def pages_of_opd(slug: str, publication: Publication) -> Iterator[Page]:
    """Yield the pages of an OPD for every year in which it was assessed, or marked."""
    yield from opd.pages(slug, publication)
    yield from verifikasi.pages_of_opd(slug, publication)
    yield from banding.pages_of_opd(slug, publication)
    yield from saq.pages_of_opd(slug, publication)
