"""The history of the lists: an index of months, a page for each month, and one for each OPD."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from ppid.core.page import Body, Cell, Link, Page, Section
from ppid.history.events import CHANGES_URL, Event, owner_url
from ppid.history.model import Past
from ppid.kinds import url_of
from ppid.kinds.opd import ProfilOpd
from ppid.publishing.page_parts import LIST, beside, body_page, table_of
from ppid.publishing.pages.daftar import INDEX as OPD_INDEX
from ppid.publishing.publication import Publication
from ppid.values.dates import BULAN, format_tanggal
from ppid.values.numbers import format_bulat

INDEX = Link("Riwayat perubahan", CHANGES_URL)
_TEMPLATE = "jenis/perubahan.html"
_IN_FULL: Final = 150
"""Rows that a page of many OPDs names one by one; beyond them it counts and leads to the OPD."""


@dataclass(frozen=True, slots=True)
class Bab:
    """The events under one heading; `url` is where the heading leads, if anywhere.

    `awalan` stands before the anchor of each event. Where there are too many to tell, `kalimat`
    counts them and `lengkap` leads to all of them.
    """

    judul: str
    jangkar: str
    url: str
    peristiwa: tuple[Event, ...] = ()
    awalan: str = ""
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


def pages(publication: Publication) -> Iterator[Page]:
    """Yield the index, then the months, the newest first, then the OPDs that ever had a list."""
    months = _grouped(publication.events, lambda event: event.period)
    yield _index(months, publication)
    names = sorted(months, reverse=True)
    for position, period in enumerate(names):
        around = tuple(map(_period_link, beside(names, position)))
        yield _month(period, months[period], around, publication)
    for opd, own in sorted(_grouped(publication.events, lambda event: event.opd).items()):
        profil = publication.corpus.get(ProfilOpd, opd)
        if profil:
            yield _owner(profil, own)


def _grouped(
    events: Sequence[Event], key: Callable[[Event], str]
) -> Mapping[str, tuple[Event, ...]]:
    found: dict[str, list[Event]] = {}
    for event in events:
        found.setdefault(key(event), []).append(event)
    return {name: tuple(own) for name, own in found.items()}


def _period_link(period: str) -> Link:
    """Return the page of a month (“Maret 2025”), or of a year of which no month is known."""
    year, _, month = period.partition("-")
    name = f"{BULAN[int(month) - 1]} {year}" if month else f"{year}, bulan tidak diketahui"
    return Link(name, f"{CHANGES_URL}{period}/")


def _feeds(folder: str) -> tuple[Link, ...]:
    return (
        Link("Langganan Atom", f"{folder}atom.xml"),
        Link("Langganan JSON Feed", f"{folder}feed.json"),
    )


def _index(months: Mapping[str, tuple[Event, ...]], publication: Publication) -> Page:
    def rows_named(period: str, anchor: str) -> int:
        groups = (group for event in months[period] for group in event.groups)
        return sum(len(group.isi) for group in groups if group.jangkar == anchor)

    table = table_of(
        f"{format_bulat(len(months))} bulan dengan perubahan",
        sorted(months, reverse=True),
        {
            "Bulan": lambda period: Cell(_period_link(period).label, _period_link(period).url),
            "Daftar disampaikan": lambda period: sum(not e.mends for e in months[period]),
            "Perubahan sesudah terbit": lambda period: sum(e.mends for e in months[period]),
            "Informasi baru": lambda period: rows_named(period, "baru"),
            "Tidak tercantum lagi": lambda period: rows_named(period, "tidak-tercantum"),
            "Berubah": lambda period: rows_named(period, "berubah"),
        },
        "Belum ada daftar di situs ini.",
    )
    owners = {event.opd for event in publication.events}
    profiles = [p for p in publication.corpus.of(ProfilOpd) if p.id.opd in owners]
    links = tuple(
        Link(p.nama, owner_url(p.id.opd)) for p in sorted(profiles, key=lambda p: (p.nama, p.id))
    )
    subscribe = "Dengan pembaca langganan, perubahan baru sampai tanpa membuka situs ini."
    sections = (
        Section("Menurut bulan", table=table, anchor="bulan"),
        Section("Menurut perangkat daerah", links=links, anchor="perangkat-daerah"),
        Section("Berlangganan", (subscribe,), links=_feeds(INDEX.url), anchor="berlangganan"),
        Section("Dari mana riwayat ini", tuple(_origin(publication.past)), anchor="sumber"),
    )
    return body_page(
        INDEX,
        Body("Apa yang berubah dalam daftar informasi, bulan demi bulan.", sections=sections),
        section="informasi",
        template=LIST,
        contoh=any(event.contoh for event in publication.events),
    )


def _origin(past: Past) -> Iterator[str]:
    yield (
        "Perubahan antara dua tahun didapat dengan membandingkan daftar tahun itu dengan daftar "
        "sebelumnya. Bulannya adalah bulan daftar diterima PPID atau ditetapkan. Tanggal, tahun "
        "dalam judul, tautan, dan catatan tidak ikut dibandingkan."
    )
    if past.since is None:
        yield "Perubahan sesudah daftar terbit tidak diketahui, karena riwayat berkasnya tidak ada."
        return
    yield (
        "Perubahan sesudah daftar terbit didapat dari riwayat berkas data, yang dimulai pada "
        f"{format_tanggal(past.since)}. Tanggalnya adalah hari perubahan itu dicatat."
    )
    if not past.whole:
        yield "Salinan riwayat itu tidak lengkap: perubahan yang lebih lama tidak terlihat."


# ---- a month, an OPD


def _month(
    period: str, events: tuple[Event, ...], around: tuple[Link, ...], publication: Publication
) -> Page:
    link = _period_link(period)
    owners = len({event.opd for event in events})
    lead = (
        f"{format_bulat(len(events))} perubahan daftar dari {format_bulat(owners)} "
        "perangkat daerah."
    )
    return Page(
        url=link.url,
        title=f"Perubahan daftar, {link.label}",
        description=lead,
        section="informasi",
        template=_TEMPLATE,
        context=Kisah(lead, tuple(_by_owner(events, publication)), neighbours=around),
        crumbs=(INDEX,),
        name=link.label,
        contoh=all(event.contoh for event in events),
    )


def _by_owner(events: Sequence[Event], publication: Publication) -> Iterator[Bab]:
    """Tell the events of one month, OPD by OPD in the order of their names."""
    whole = sum(event.jumlah for event in events) <= _IN_FULL
    names = {event.opd: publication.name_of(event.opd) for event in events}
    for opd in sorted(names, key=lambda opd: (names[opd], opd)):
        own = [event for event in events if event.opd == opd]
        known = publication.corpus.get(ProfilOpd, opd) is not None
        if whole or not known:
            url = f"opd/{opd}/" if known else ""
            yield Bab(names[opd], opd, url, tuple(own), f"{opd}-")
            continue
        lists = len({event.daftar for event in own})
        rows = sum(event.jumlah for event in own)
        changed = f"{format_bulat(rows)} perubahan informasi" if rows else "keterangan daftar saja"
        counted = f"{format_bulat(lists)} daftar, {changed}."
        more = Link("Selengkapnya", f"{owner_url(opd)}#bulan-{own[0].period}")
        yield Bab(names[opd], opd, f"opd/{opd}/", kalimat=counted, lengkap=more)


def _owner(profil: ProfilOpd, events: tuple[Event, ...]) -> Page:
    """Return the page that tells all events of one OPD in full, month by month."""
    lead = f"Apa yang berubah dalam daftar {profil.nama}, yang terbaru lebih dulu."
    months = []
    for period, own in _grouped(events, lambda event: event.period).items():
        link = _period_link(period)
        months.append(Bab(link.label, f"bulan-{period}", link.url, own))
    url = owner_url(profil.id.opd)
    return Page(
        url=url,
        title=f"Riwayat perubahan, {profil.nama}",
        description=lead,
        section="opd",
        template=_TEMPLATE,
        context=Kisah(lead, tuple(months), _feeds(url)),
        crumbs=(OPD_INDEX, Link(profil.nama, url_of(profil.id))),
        name=INDEX.label,
        contoh=all(event.contoh for event in events),
    )
