"""The history of the lists: an index of months, a page for each month, and one for each OPD."""

from collections.abc import Callable, Iterator, Mapping, Sequence

from ppid.core.corpus import Corpus
from ppid.core.page import Body, Cell, Link, Page, Section, Table
from ppid.history.events import CHANGES_URL, Event, owner_url
from ppid.history.model import Past
from ppid.kinds import url_of
from ppid.kinds.opd import ProfilOpd
from ppid.kinds.wording import BERANDA, format_bulat, format_tanggal, number
from ppid.publishing.pages.daftar import INDEX as OPD_INDEX
from ppid.publishing.pages.perubahan.story import (
    Kisah,
    by_owner,
    by_period,
    period_link,
    period_name,
)
from ppid.publishing.publication import Publication

INDEX = Link("Riwayat perubahan", CHANGES_URL)
_TEMPLATE = "jenis/perubahan.html"
_COUNTED = ("baru", "tidak-tercantum", "berubah")


def pages(publication: Publication) -> Iterator[Page]:
    """Yield the index, then the months, the newest first, then the OPDs that ever had a list."""
    events = publication.events
    months = _grouped(events, lambda event: event.period)
    owners = _grouped(events, lambda event: event.opd)
    yield _index(publication, events, months)
    names = sorted(months, reverse=True)
    for at, period in enumerate(names):
        near = (*names[max(at - 1, 0) : at], *names[at + 1 : at + 2])
        yield _month(period, months[period], tuple(map(period_link, near)), publication.corpus)
    for opd, own in sorted(owners.items()):
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


def _index(
    publication: Publication, events: Sequence[Event], months: Mapping[str, tuple[Event, ...]]
) -> Page:
    lead = "Apa yang berubah dalam daftar informasi, bulan demi bulan."
    sections = (
        Section("Menurut bulan", table=_months(months), anchor="bulan"),
        _owners(events, publication.corpus),
        Section("Berlangganan", (_SUBSCRIBE,), links=_feeds(INDEX.url), anchor="berlangganan"),
        Section("Dari mana riwayat ini", tuple(_origin(publication.past)), anchor="sumber"),
    )
    return Page(
        url=INDEX.url,
        title=INDEX.label,
        description=lead,
        section="informasi",
        template="jenis/daftar.html",
        context=Body(lead, sections=sections),
        crumbs=(BERANDA,),
        name=INDEX.label,
        contoh=any(event.contoh for event in events),
    )


def _feeds(folder: str) -> tuple[Link, ...]:
    return (
        Link("Langganan Atom", f"{folder}atom.xml"),
        Link("Langganan JSON Feed", f"{folder}feed.json"),
    )


_SUBSCRIBE = "Dengan pembaca langganan, perubahan baru sampai tanpa membuka situs ini."


def _months(months: Mapping[str, tuple[Event, ...]]) -> Table:
    rows = [_month_row(period, months[period]) for period in sorted(months, reverse=True)]
    columns = (
        *("Bulan", "Daftar disampaikan", "Perubahan sesudah terbit"),
        *("Informasi baru", "Tidak tercantum lagi", "Berubah"),
    )
    empty = "Belum ada daftar di situs ini."
    return Table(f"{format_bulat(len(rows))} bulan dengan perubahan", columns, rows, empty)


def _month_row(period: str, events: Sequence[Event]) -> tuple[Cell, ...]:
    link = period_link(period)
    mended = sum(event.mends for event in events)
    counts = (len(events) - mended, mended, *(_rows(events, name) for name in _COUNTED))
    return (Cell(link.label, link.url), *map(number, counts))


def _rows(events: Sequence[Event], name: str) -> int:
    return sum(len(g.isi) for event in events for g in event.groups if g.jangkar == name)


def _owners(events: Sequence[Event], corpus: Corpus) -> Section:
    profiles = (corpus.get(ProfilOpd, opd) for opd in {event.opd for event in events})
    known = sorted((p for p in profiles if p), key=lambda p: (p.nama, p.id))
    links = tuple(Link(p.nama, owner_url(p.id.opd)) for p in known)
    return Section("Menurut perangkat daerah", links=links, anchor="perangkat-daerah")


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


def _month(
    period: str, events: tuple[Event, ...], around: tuple[Link, ...], corpus: Corpus
) -> Page:
    name = period_name(period)
    owners = len({event.opd for event in events})
    lead = (
        f"{format_bulat(len(events))} perubahan daftar dari {format_bulat(owners)} "
        "perangkat daerah."
    )
    return Page(
        url=period_link(period).url,
        title=f"Perubahan daftar, {name}",
        description=lead,
        section="informasi",
        template=_TEMPLATE,
        context=Kisah(lead, tuple(by_owner(events, corpus)), neighbours=around),
        crumbs=(BERANDA, INDEX),
        name=name,
        contoh=all(event.contoh for event in events),
    )


def _owner(profil: ProfilOpd, events: tuple[Event, ...]) -> Page:
    lead = f"Apa yang berubah dalam daftar {profil.nama}, yang terbaru lebih dulu."
    return Page(
        url=owner_url(profil.id.opd),
        title=f"Riwayat perubahan, {profil.nama}",
        description=lead,
        section="opd",
        template=_TEMPLATE,
        context=Kisah(lead, tuple(by_period(events)), _feeds(owner_url(profil.id.opd))),
        crumbs=(BERANDA, OPD_INDEX, Link(profil.nama, url_of(profil.id))),
        name=INDEX.label,
        contoh=all(event.contoh for event in events),
    )
