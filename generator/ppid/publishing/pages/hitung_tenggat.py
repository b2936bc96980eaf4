"""The deadline calculator: a table of all terms for today, which a script turns into a form."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from ppid.core.corpus import Corpus
from ppid.core.page import Page, Quote
from ppid.kinds.acuan.prosedur import BatasHari, Langkah
from ppid.publishing.page_parts import quotes_of
from ppid.publishing.pages.layanan import CRUMBS, TENGGAT, counted_steps
from ppid.publishing.publication import Publication
from ppid.values.working_days import Libur, hari_kerja_after, libur_of, source

_DAYS = "PerKI 1/2021 Pasal 1 angka 22"


@dataclass(frozen=True, slots=True)
class StartOfTerms:
    """Something from which days are counted, and the steps whose terms begin with it.

    Each step stands with its term, and its last day when the event happens today.
    """

    kode: str
    label: str
    terms: tuple[tuple[Langkah, BatasHari, date], ...]


@dataclass(frozen=True, slots=True)
class YearOfHolidays:
    """The holidays of a year and how sure they are."""

    tahun: int
    kata: str
    libur: tuple[Libur, ...]


@dataclass(frozen=True, slots=True)
class Calculator:
    """What the page of the calculator shows."""

    lead: str
    hari_ini: date
    events: tuple[StartOfTerms, ...]
    years: tuple[YearOfHolidays, ...]
    quotes: tuple[Quote, ...]
    sumber: str


def pages(publication: Publication) -> Iterator[Page]:
    """Yield the calculator where there are terms to count."""
    corpus = publication.corpus
    events = tuple(_events(corpus))
    if not events:
        return
    lead = "Tenggat layanan informasi dihitung dalam hari kerja."
    yield Page(
        url=TENGGAT.url,
        title="Hitung tenggat",
        description=f"{lead} Pilih peristiwa dan tanggalnya, lalu baca tenggatnya.",
        section="layanan",
        template="halaman/tenggat.html",
        context=Calculator(
            lead,
            corpus.today,
            events,
            tuple(map(_year, years_of(corpus))),
            quotes_of((_DAYS,), corpus),
            source(),
        ),
        crumbs=CRUMBS,
        name=TENGGAT.label,
    )


def years_of(corpus: Corpus) -> range:
    """Return the years whose holidays the page knows."""
    return range(corpus.today.year - 1, corpus.today.year + 3)


def _events(corpus: Corpus) -> Iterator[StartOfTerms]:
    """Yield every event with its terms; first the one with most: a request that was received."""
    by_event: dict[str, list[tuple[Langkah, BatasHari, date]]] = {}
    for langkah, batas in counted_steps(corpus):
        last = hari_kerja_after(corpus.today, batas.seluruhnya)
        by_event.setdefault(batas.sejak, []).append((langkah, batas, last))
    for label, terms in sorted(by_event.items(), key=lambda found: -len(found[1])):
        kode = "-".join("".join(c if c.isalnum() else " " for c in label.lower()).split())
        yield StartOfTerms(kode, f"{label[0].upper()}{label[1:]}", tuple(terms))


def _year(tahun: int) -> YearOfHolidays:
    found = tuple(libur_of(tahun).values())
    guessed = sum(libur.perkiraan for libur in found)
    words = f"{guessed} hari masih perkiraan." if guessed else "Tidak ada yang ditandai perkiraan."
    if not any(libur.cuti_bersama for libur in found):
        words += " Cuti bersamanya belum tercatat."
    return YearOfHolidays(tahun, words, found)
