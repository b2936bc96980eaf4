"""Completeness at a glance: the newest year for which lists were handed in, by category."""

from dataclasses import dataclass

from ppid.assessing.assess import assess
from ppid.core.corpus import Corpus


@dataclass(frozen=True, slots=True)
class GlanceCategory:
    """A category with its counts; `url` is the part of the year's page that it is counted from."""

    nama: str
    terpenuhi: int
    belum: int
    url: str

    @property
    def berlaku(self) -> int:
        """How many obligations apply."""
        return self.terpenuhi + self.belum


@dataclass(frozen=True, slots=True)
class Glance:
    """The newest year; `contoh` says that it tells of a demonstration."""

    tahun: int
    url: str
    categories: tuple[GlanceCategory, ...]
    contoh: bool


def glance(corpus: Corpus) -> Glance | None:
    """Look at the newest year; None when no year can be assessed."""
    years = assess(corpus).years
    if not years:
        return None
    year = years[-1]
    url = f"kelengkapan/{year.tahun}/"
    categories = tuple(
        GlanceCategory(c.nama, score.terpenuhi, score.belum, f"{url}#{c.kode}")
        for c, score in year.categories
    )
    return Glance(year.tahun, url, categories, year.contoh)
