"""The deadline calculator: a table of all terms for today, which a script turns into a form."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from ppid.core.corpus import Corpus
from ppid.core.page import Page, Quote
from ppid.kinds.acuan.prosedur import Langkah, Prosedur
from ppid.kinds.wording import format_hari
from ppid.publishing.pages.layanan.alamat import CRUMBS, TENGGAT
from ppid.publishing.pages.layanan.prosedur import quote_of
from ppid.values.working_days import Libur, hari_kerja_after, libur_of, source

_DAYS = "PerKI 1/2021 Pasal 1 angka 22"


@dataclass(frozen=True, slots=True)
class Term:
    """A term with its last day when the event happens today."""

    nama: str
    pelaku: str
    hari: int
    dasar: str
    tanggal: str
    kata: str


@dataclass(frozen=True, slots=True)
class Event:
    """Something from which days are counted, and the terms that begin with it."""

    kode: str
    label: str
    terms: tuple[Term, ...]


@dataclass(frozen=True, slots=True)
class DayOff:
    """A holiday in words."""

    tanggal: str
    kata: str
    nama: str
    jenis: str
    cuti_bersama: bool


@dataclass(frozen=True, slots=True)
class Year:
    """The holidays of a year and how sure they are."""

    tahun: int
    kata: str
    libur: tuple[DayOff, ...]


@dataclass(frozen=True, slots=True)
class Calculator:
    """What the page of the calculator shows."""

    lead: str
    hari_ini: str
    events: tuple[Event, ...]
    years: tuple[Year, ...]
    quotes: tuple[Quote, ...]
    sumber: str


def pages(corpus: Corpus) -> Iterator[Page]:
    """Yield the calculator where there are terms to count."""
    if not has_terms(corpus):
        return
    lead = "Tenggat layanan informasi dihitung dalam hari kerja."
    context = Calculator(
        lead,
        format_hari(corpus.today),
        tuple(_events(corpus)),
        tuple(_year(tahun) for tahun in years_of(corpus)),
        tuple(quote_of(_DAYS, corpus)),
        source(),
    )
    yield Page(
        url=TENGGAT.url,
        title="Hitung tenggat",
        description=f"{lead} Pilih peristiwa dan tanggalnya, lalu baca tenggatnya.",
        section="layanan",
        template="halaman/tenggat.html",
        context=context,
        crumbs=CRUMBS,
        name=TENGGAT.label,
    )


def years_of(corpus: Corpus) -> range:
    """Return the years whose holidays the page knows."""
    return range(corpus.today.year - 1, corpus.today.year + 3)


def has_terms(corpus: Corpus) -> bool:
    """Tell whether any step has a term that can be counted."""
    return any(True for _ in _terms(corpus))


def _terms(corpus: Corpus) -> Iterator[Langkah]:
    for prosedur in corpus.of(Prosedur):
        for langkah in prosedur.langkah:
            if langkah.tenggat and langkah.tenggat.dihitung:
                yield langkah


def _events(corpus: Corpus) -> Iterator[Event]:
    """Yield every event with its terms; first the one with most: a request that was received."""
    by_event: dict[str, list[Term]] = {}
    for langkah in _terms(corpus):
        assert langkah.tenggat  # noqa: S101 — `_terms` gives no others
        term = _term(langkah, langkah.tenggat.seluruhnya, corpus.today)
        by_event.setdefault(langkah.tenggat.sejak, []).append(term)
    for label, terms in sorted(by_event.items(), key=lambda found: -len(found[1])):
        kode = "-".join("".join(c if c.isalnum() else " " for c in label.lower()).split())
        yield Event(kode, f"{label[0].upper()}{label[1:]}", tuple(terms))


def _term(langkah: Langkah, days: int, today: date) -> Term:
    last = hari_kerja_after(today, days)
    dasar = langkah.dasar[0] if langkah.dasar else ""
    return Term(langkah.judul, langkah.pelaku, days, dasar, last.isoformat(), format_hari(last))


def _year(tahun: int) -> Year:
    found = tuple(libur_of(tahun).values())
    return Year(tahun, _certainty(found), tuple(map(_day_off, found)))


def _certainty(found: tuple[Libur, ...]) -> str:
    guessed = sum(libur.perkiraan for libur in found)
    joint = any(libur.cuti_bersama for libur in found)
    words = f"{guessed} hari masih perkiraan." if guessed else "Tidak ada yang ditandai perkiraan."
    return words if joint else f"{words} Cuti bersamanya belum tercatat."


def _day_off(libur: Libur) -> DayOff:
    jenis = "Cuti bersama" if libur.cuti_bersama else "Libur nasional"
    return DayOff(
        libur.tanggal.isoformat(),
        format_hari(libur.tanggal),
        libur.nama,
        f"{jenis}, perkiraan" if libur.perkiraan else jenis,
        libur.cuti_bersama,
    )
