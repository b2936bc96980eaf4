"""Completeness: how far each OPD has met what it must announce, with its evidence and method."""

from collections.abc import Iterator

from ppid.assessing.assess import assess
from ppid.checking.check import Checked
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


def pages(checked: Checked) -> Iterator[Page]:
    """Give the overview, the pages of every year, and those that explain and look ahead."""
    completeness = assess(checked.corpus)
    yield indeks.page(completeness, checked)
    yield cara.page(completeness, checked.corpus)
    yield siklus.page(checked.corpus)
    yield kalender.page(checked.corpus)
    yield from saq.pages(completeness, checked.corpus)
    for year in completeness.years:
        yield tahun.page(year, completeness, checked.corpus)
        yield from opd.pages(year, completeness, checked)
        yield from kewajiban.pages(year, completeness, checked.corpus)
