"""The history of the lists: an index of months, a page for each month, and one for each OPD.

What changed from list to list is told on the day of the list; edits by the keepers of the data
stand apart, folded.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from typing import Final

from ppid.core.page import Body, Cell, Link, Page, Section, Table
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
FOLLOW = Link("Cara mengikuti perubahan, juga lewat surel", f"{CHANGES_URL}ikuti/")
_TEMPLATE = "jenis/perubahan.html"
_MONTH, _EDITS = "bulan-", "suntingan-"
"""What the anchors of chapters begin with."""
_HOW_TO_FOLLOW: Final = (
    "1. Pasang pembaca langganan di ponsel atau komputer (RSS atau Atom; feed reader).",
    "2. Salin alamat Atom dari tabel di bawah, lalu tambahkan sebagai langganan baru.",
    "3. Ingin menerimanya lewat surel? Pakai layanan yang meneruskan langganan ke surel.",
    "Situs ini tidak meminta alamat surel Anda, dan tidak mengetahui siapa yang berlangganan.",
)
_IN_FULL: Final = 100
"""Rows that a page of many OPDs names one by one; beyond them it counts and leads to the OPD."""

_FOLDED: Final = 40
"""Rows of a page beyond which none is shown without being asked for: 20 screens of a phone."""


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
class Suntingan:
    """The edits of lists that were published: how many in words, and what they are in `kalimat`."""

    jumlah: str
    kalimat: str
    bab: tuple[Bab, ...]


@dataclass(frozen=True, slots=True)
class Kisah:
    """What the template of a month or an OPD needs."""

    lead: str
    bab: tuple[Bab, ...]
    suntingan: Suntingan | None = None
    langganan: tuple[Link, ...] = ()
    neighbours: tuple[Link, ...] = ()
    warnings: tuple[str, ...] = ()

    @property
    def panjang(self) -> bool:
        """Whether so many rows changed that all of them are folded."""
        return sum(event.jumlah for bab in self.bab for event in bab.peristiwa) > _FOLDED


def pages(publication: Publication) -> Iterator[Page]:
    """Yield the index, then the months, the newest first, then the OPDs that ever had a list."""
    months = _grouped(publication.events, lambda event: event.period)
    yield _index(publication)
    if publication.badan:
        yield _follow(publication)
    names = sorted(months, reverse=True)
    for position, period in enumerate(names):
        around = tuple(map(_period_link, beside(names, position)))
        yield _month(period, months[period], around, publication)
    followed = {event.opd for event in publication.news} if publication.badan else set()
    for opd, own in sorted(_grouped(publication.events, lambda event: event.opd).items()):
        profil = publication.corpus.get(ProfilOpd, opd)
        if profil:
            yield _owner(profil, own, followed=opd in followed)


def _follow(publication: Publication) -> Page:
    """Explain how to hear of changes without coming back: one place for all feeds."""
    owners = {event.opd for event in publication.news}
    profiles = sorted(
        (p for p in publication.corpus.of(ProfilOpd) if p.id.opd in owners),
        key=lambda p: (p.nama, p.id),
    )
    feeds = [("Semua daftar", INDEX.url), ("Kegiatan PPID", "kegiatan/")]
    feeds += [(profil.nama, owner_url(profil.id.opd)) for profil in profiles]
    table = table_of(
        f"{format_bulat(len(feeds))} langganan",
        feeds,
        {
            "Yang diikuti": lambda feed: Cell(feed[0], feed[1]),
            "Atom": lambda feed: Cell("Alamat Atom", f"{feed[1]}atom.xml"),
            "JSON Feed": lambda feed: Cell("Alamat JSON Feed", f"{feed[1]}feed.json"),
        },
    )
    sections = (
        Section("Tiga langkah", _HOW_TO_FOLLOW, anchor="langkah"),
        Section("Alamat langganan", table=table, anchor="alamat"),
    )
    return body_page(
        FOLLOW,
        Body(
            "Perubahan daftar dapat sampai kepada Anda tanpa membuka situs ini lagi.",
            sections=sections,
        ),
        title="Mengikuti perubahan",
        section="informasi",
        crumbs=(INDEX,),
    )


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


def _parted(events: Sequence[Event]) -> tuple[tuple[Event, ...], tuple[Event, ...]]:
    """Return the lists that were handed in, then the edits after publication."""
    handed_in = tuple(event for event in events if not event.mends)
    return handed_in, tuple(event for event in events if event.mends)


def _about_edits(events: Sequence[Event]) -> str:
    """Say what edits are, and that those of a demonstration change no list of anybody."""
    if all(event.contoh for event in events):
        return (
            "Data contoh di situs ini pernah disusun ulang oleh pengelolanya. Suntingan itu bukan "
            "perubahan daftar resmi mana pun."
        )
    return (
        "Suntingan pada berkas daftar yang sudah terbit, menurut hari pencatatannya. Perubahan "
        "antara dua daftar diceritakan terpisah."
    )


def _index(publication: Publication) -> Page:
    handed_in, edits = (
        _grouped(events, lambda event: event.period) for events in _parted(publication.events)
    )
    owners = {event.opd for event in publication.events}
    profiles = [p for p in publication.corpus.of(ProfilOpd) if p.id.opd in owners]
    links = tuple(
        Link(p.nama, owner_url(p.id.opd)) for p in sorted(profiles, key=lambda p: (p.nama, p.id))
    )
    table = _months(handed_in, "Daftar disampaikan", "bulan dengan daftar yang disampaikan")
    sections = [
        Section("Menurut bulan", table=table, anchor="bulan"),
        Section("Menurut perangkat daerah", links=links, anchor="perangkat-daerah"),
        Section("Mengikuti perubahan", links=(FOLLOW, *_feeds(INDEX.url)), anchor="mengikuti"),
        Section("Dari mana riwayat ini", tuple(_origin(publication.past)), anchor="sumber"),
    ]
    if edits:
        mended = [event for events in edits.values() for event in events]
        table = _months(edits, "Suntingan", "bulan dengan suntingan", "#suntingan")
        folded = f"Lihat {_edits_counted(mended)}"
        about = (_about_edits(mended),)
        sections.insert(
            2,
            Section(
                "Suntingan sesudah terbit", about, table=table, anchor="suntingan", folded=folded
            ),
        )
    sections.insert(0, _last_month(publication))
    return body_page(
        INDEX,
        Body(
            "Apa yang berubah dalam daftar informasi, bulan demi bulan.", sections=tuple(sections)
        ),
        section="informasi",
        template=LIST,
        contoh=any(event.contoh for event in publication.events),
    )


def _last_month(publication: Publication) -> Section:
    """Say in a sentence what was handed in during the last full month, and lead to its page."""
    today = publication.corpus.today
    period = f"{today.replace(day=1) - timedelta(days=1):%Y-%m}"
    events = [event for event in publication.events if event.period == period]
    handed_in, edits = _parted(events)
    name = _period_link(period).label
    said = _handed_in(handed_in)
    said = f"Pada {name}, {said[0].lower()}{said[1:]}"
    if edits:
        said += f" Sesudah terbit: {_edits_counted(edits)}."
    links = (Link(f"Perubahan daftar, {name}", _period_link(period).url),) if events else ()
    return Section("Bulan lalu", (said,), links=links, anchor="bulan-lalu")


def _handed_in(events: Sequence[Event]) -> str:
    if not events:
        return "Tidak ada daftar yang disampaikan."
    owners = format_bulat(len({event.opd for event in events}))
    return f"{format_bulat(len(events))} daftar disampaikan oleh {owners} perangkat daerah."


def _months(
    months: Mapping[str, tuple[Event, ...]], events: str, unit: str, anchor: str = ""
) -> Table:
    """Return a table with a row for each month, the newest first: how many rows of which sort."""

    def rows_named(period: str, name: str) -> int:
        groups = (group for event in months[period] for group in event.groups)
        return sum(len(group.isi) for group in groups if group.jangkar == name)

    return table_of(
        f"{format_bulat(len(months))} {unit}",
        sorted(months, reverse=True),
        {
            "Bulan": lambda period: Cell(
                _period_link(period).label, f"{_period_link(period).url}{anchor}"
            ),
            events: lambda period: len(months[period]),
            "Informasi baru": lambda period: rows_named(period, "baru"),
            "Tidak tercantum lagi": lambda period: rows_named(period, "tidak-tercantum"),
            "Berubah": lambda period: rows_named(period, "berubah"),
        },
        "Belum ada daftar di situs ini.",
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
    handed_in, edits = _parted(events)
    lead = _handed_in(handed_in)
    kisah = Kisah(
        lead,
        tuple(_by_owner(handed_in, publication)),
        _edits(edits, _by_owner(edits, publication, _EDITS)),
        neighbours=around,
    )
    return Page(
        url=link.url,
        title=f"Perubahan daftar, {link.label}",
        description=lead,
        section="informasi",
        template=_TEMPLATE,
        context=kisah,
        crumbs=(INDEX,),
        name=link.label,
        contoh=all(event.contoh for event in events),
    )


def _edits_counted(events: Sequence[Event]) -> str:
    """Say how often how many lists were edited, and how many changes of information that made."""
    times, lists = len(events), len({event.daftar for event in events})
    rows = sum(event.jumlah for event in events)
    of_lists = f"{format_bulat(times)} suntingan pada {format_bulat(lists)} daftar"
    return f"{of_lists}, {_rows_counted(rows)}"


def _rows_counted(rows: int) -> str:
    return f"{format_bulat(rows)} perubahan informasi" if rows else "keterangan daftar saja"


def _edits(events: Sequence[Event], chapters: Iterable[Bab]) -> Suntingan | None:
    if not events:
        return None
    return Suntingan(_edits_counted(events), _about_edits(events), tuple(chapters))


def _by_owner(events: Sequence[Event], publication: Publication, prefix: str = "") -> Iterator[Bab]:
    """Tell the events of one month, OPD by OPD in the order of their names."""
    whole = sum(event.jumlah for event in events) <= _IN_FULL
    names = {event.opd: publication.name_of(event.opd) for event in events}
    for opd in sorted(names, key=lambda opd: (names[opd], opd)):
        own = [event for event in events if event.opd == opd]
        known = publication.corpus.get(ProfilOpd, opd) is not None
        anchor, url = f"{prefix}{opd}", f"opd/{opd}/" if known else ""
        if whole or not known:
            yield Bab(names[opd], anchor, url, tuple(own), f"{anchor}-")
            continue
        counted = f"{_edits_counted(own) if prefix else _lists_counted(own)}."
        month = f"{prefix or _MONTH}{own[0].period}"
        more = Link("Selengkapnya", f"{owner_url(opd)}#{month}")
        yield Bab(names[opd], anchor, url, kalimat=counted, lengkap=more)


def _lists_counted(events: Sequence[Event]) -> str:
    lists = len({event.daftar for event in events})
    return f"{format_bulat(lists)} daftar, {_rows_counted(sum(event.jumlah for event in events))}"


def _owner(profil: ProfilOpd, events: tuple[Event, ...], *, followed: bool) -> Page:
    """Return the page that tells all events of one OPD in full, month by month."""
    lead = f"Apa yang berubah dalam daftar {profil.nama}, yang terbaru lebih dulu."
    handed_in, edits = _parted(events)
    url = owner_url(profil.id.opd)
    feeds = _feeds(url) if followed else ()
    kisah = Kisah(
        lead,
        tuple(_by_month(handed_in, _MONTH)),
        _edits(edits, _by_month(edits, _EDITS)),
        langganan=(FOLLOW, *feeds) if feeds else (),
    )
    return Page(
        url=url,
        title=f"Riwayat perubahan, {profil.nama}",
        description=lead,
        section="opd",
        template=_TEMPLATE,
        context=kisah,
        crumbs=(OPD_INDEX, Link(profil.nama, url_of(profil.id))),
        name=INDEX.label,
        contoh=all(event.contoh for event in events),
        alternates=tuple(feed.url for feed in feeds),
    )


def _by_month(events: Sequence[Event], prefix: str) -> Iterator[Bab]:
    for period, own in _grouped(events, lambda event: event.period).items():
        link = _period_link(period)
        yield Bab(link.label, f"{prefix}{period}", link.url, own)
