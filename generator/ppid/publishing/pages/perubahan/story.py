"""Events in time as a page tells them: under headings, in full where there are not too many."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from ppid.core.corpus import Corpus
from ppid.core.page import Link
from ppid.history.events import CHANGES_URL, Event, Kelompok, owner_url
from ppid.kinds.opd import ProfilOpd
from ppid.kinds.wording import format_bulat
from ppid.values.dates import format_tanggal

_IN_FULL: Final = 150
"""Rows that a page of many OPDs names one by one; beyond them it counts and leads to the OPD."""
_FEW: Final = 6
"""Rows that are shown without being asked for."""


@dataclass(frozen=True, slots=True)
class Peristiwa:
    """One event: when, which list, what in a sentence, and the rows of which it tells."""

    jangkar: str
    hari: str
    tautan: Link
    kalimat: str
    alasan: str
    kelompok: tuple[Kelompok, ...]
    perbaikan: bool
    sedikit: bool
    contoh: bool


@dataclass(frozen=True, slots=True)
class Bab:
    """The events under one heading; `url` is where the heading leads, if anywhere.

    Where there are too many to tell, `kalimat` counts them and `lengkap` leads to all of them.
    """

    judul: str
    jangkar: str
    url: str
    peristiwa: tuple[Peristiwa, ...] = ()
    kalimat: str = ""
    lengkap: Link | None = None


@dataclass(frozen=True, slots=True)
class Kisah:
    """What the template of a month or an OPD needs."""

    lead: str
    bab: tuple[Bab, ...]
    langganan: tuple[Link, ...] = ()
    neighbours: tuple[Link, ...] = ()
    warnings: tuple[str, ...] = ()


def period_name(period: str) -> str:
    """Name a month (“Maret 2025”), or a year of which no month is known."""
    if "-" not in period:
        return f"{period}, bulan tidak diketahui"
    year, month = period.split("-")
    return f"{_MONTHS[int(month) - 1]} {year}"


_MONTHS: Final = (
    *("Januari", "Februari", "Maret", "April", "Mei", "Juni"),
    *("Juli", "Agustus", "September", "Oktober", "November", "Desember"),
)


def period_link(period: str) -> Link:
    """Return the page of a month."""
    return Link(period_name(period), f"{CHANGES_URL}{period}/")


def by_owner(events: Sequence[Event], corpus: Corpus) -> Iterator[Bab]:
    """Tell the events of one month, OPD by OPD in the order of their names."""
    whole = sum(event.jumlah for event in events) <= _IN_FULL
    owners = {event.opd: corpus.get(ProfilOpd, event.opd) for event in events}
    names = {opd: profil.nama if profil else opd for opd, profil in owners.items()}
    for opd in sorted(owners, key=lambda opd: (names[opd], opd)):
        own = [event for event in events if event.opd == opd]
        if whole or owners[opd] is None:
            url = f"opd/{opd}/" if owners[opd] else ""
            yield Bab(names[opd], opd, url, tuple(_told(event, f"{opd}-") for event in own))
        else:
            more = Link("Selengkapnya", f"{owner_url(opd)}#bulan-{events[0].period}")
            yield Bab(names[opd], opd, f"opd/{opd}/", kalimat=_counted(own), lengkap=more)


def _counted(events: Sequence[Event]) -> str:
    lists = len({event.daftar for event in events})
    rows = sum(event.jumlah for event in events)
    changed = f"{format_bulat(rows)} perubahan informasi" if rows else "keterangan daftar saja"
    return f"{format_bulat(lists)} daftar, {changed}."


def by_period(events: Iterable[Event]) -> Iterator[Bab]:
    """Tell the events of one OPD, month by month, all in full."""
    periods: dict[str, list[Event]] = {}
    for event in events:
        periods.setdefault(event.period, []).append(event)
    for period, own in periods.items():
        link = period_link(period)
        told = tuple(_told(event) for event in own)
        yield Bab(link.label, f"bulan-{period}", link.url, told)


def _told(event: Event, before: str = "") -> Peristiwa:
    return Peristiwa(
        jangkar=before + event.anchor,
        hari=format_tanggal(event.day) if event.day else "",
        tautan=event.tautan,
        kalimat=event.kalimat,
        alasan=event.reason,
        kelompok=event.groups,
        perbaikan=event.mends,
        sedikit=event.jumlah <= _FEW,
        contoh=event.contoh,
    )
