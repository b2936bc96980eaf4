"""Feeds: what is new, for those who subscribe; the formats are in `exports/`."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final
from urllib.parse import urlsplit

from markupsafe import Markup

from ppid.history.events import CHANGES_URL, Event, Kelompok, owner_url
from ppid.kinds import url_of
from ppid.kinds.badan import Badan
from ppid.kinds.kegiatan import Kegiatan
from ppid.kinds.opd import ProfilOpd
from ppid.kinds.wording import JENIS_KEGIATAN
from ppid.publishing.pages.kegiatan import newest_first
from ppid.publishing.prose import print_story
from ppid.publishing.publication import Publication
from ppid.values.dates import format_tanggal

_NEWEST: Final = 50
_ROWS_NAMED: Final = 20
"""Rows of a group that an entry names; the page has the rest."""
_MINTED: Final = "2026-01-01"
"""The day in every tag URI (RFC 4151): fixed once, since an id never changes."""
_NO_HTML: Final = Markup()


@dataclass(frozen=True, slots=True)
class FeedEntry:
    """One thing in a feed, told in `html` or in plain `text`; `path` is relative to the root."""

    id: str
    path: str
    title: str
    day: str
    kind: str
    summary: str
    html: Markup = _NO_HTML
    text: str = ""


@dataclass(frozen=True, slots=True)
class Feed:
    """The feed itself.

    `folder` is the address of the page that shows the same, in which the feed lies; `home` is the
    address of the site, empty when unknown.
    """

    folder: str
    id: str
    home: str
    title: str
    publisher: str
    rights: str
    updated: str
    entries: tuple[FeedEntry, ...]


def feeds_of(publication: Publication) -> Iterator[Feed]:
    """Yield the feed of activities, of all lists, and of each OPD; none without a body."""
    badan = publication.badan
    if badan is None:
        return
    newest = newest_first(publication.corpus)[:_NEWEST]
    told = [_of_activity(kegiatan, publication, badan) for kegiatan in newest]
    yield _feed("kegiatan/", f"Kegiatan PPID {badan.singkatan}", told, publication, badan)
    changed = f"Perubahan daftar informasi {badan.singkatan}"
    yield _of_events(CHANGES_URL, changed, publication.news, publication, badan)
    for profil in sorted(publication.corpus.of(ProfilOpd), key=lambda p: p.id):
        own = [event for event in publication.news if event.opd == profil.id.opd]
        if own:
            title = f"Perubahan daftar informasi {profil.nama}"
            yield _of_events(owner_url(profil.id.opd), title, own, publication, badan)


def _feed(
    folder: str, title: str, entries: Sequence[FeedEntry], publication: Publication, badan: Badan
) -> Feed:
    return Feed(
        folder=folder,
        id=_permanent_id(folder, publication, badan),
        home=publication.site_url,
        title=f"{title} (contoh)" if publication.contoh else title,
        publisher=badan.nama,
        rights=badan.lisensi,
        # Without entries the day of the data stands in: a feed must say when it changed.
        updated=entries[0].day if entries else _moment(publication.corpus.today),
        entries=tuple(entries),
    )


def _of_activity(kegiatan: Kegiatan, publication: Publication, badan: Badan) -> FeedEntry:
    url = url_of(kegiatan.id)
    kind = JENIS_KEGIATAN[kegiatan.jenis]
    place = f" di {kegiatan.tempat}" if kegiatan.tempat else ""
    return FeedEntry(
        id=_permanent_id(url, publication, badan),
        path=url,
        title=kegiatan.judul,
        day=_moment(kegiatan.tanggal),
        kind=kind,
        summary=f"{kind}, {format_tanggal(kegiatan.tanggal)}{place}.",
        html=print_story(kegiatan.isi),
    )


def _of_events(
    folder: str, title: str, events: Sequence[Event], publication: Publication, badan: Badan
) -> Feed:
    entries = [_of_event(event, publication, badan) for event in events[:_NEWEST]]
    return _feed(folder, title, entries, publication, badan)


def _of_event(event: Event, publication: Publication, badan: Badan) -> FeedEntry:
    known = publication.corpus.get(ProfilOpd, event.opd) is not None
    path = f"{owner_url(event.opd)}#{event.anchor}" if known else event.tautan.url
    mark = " (contoh)" if event.contoh else ""
    reason = f"Alasan yang dicatat: “{event.reason}”" if event.reason else ""
    lines = (event.kalimat, reason, *(line for group in event.groups for line in _lines(group)))
    return FeedEntry(
        id=_permanent_id(path, publication, badan),
        path=path,
        title=f"{event.tautan.label}, {publication.name_of(event.opd)}{mark}",
        day=_moment(event.day or date(int(event.period[:4]), 12, 31)),
        kind="Suntingan sesudah terbit" if event.mends else "Daftar disampaikan",
        summary=event.kalimat,
        text="\n".join(filter(None, lines)),
    )


def _lines(group: Kelompok) -> Iterator[str]:
    yield f"{group.judul[:1].upper()}{group.judul[1:]}:"
    for row in group.isi[:_ROWS_NAMED]:
        now = f" {row.kini.label}." if row.kini else ""
        yield f"- {row.tautan.label}" + (f". {row.kalimat}{now}" if row.kalimat else "")
        for one in row.rumusan:
            yield f"  {one.label}, semula: “{one.before}”; sekarang: “{one.after}”"
    if len(group.isi) > _ROWS_NAMED:
        yield f"- dan {len(group.isi) - _ROWS_NAMED} lainnya"


def _moment(day: date) -> str:
    """Write a day as a moment. Midnight UTC is the morning of that day in all of Indonesia."""
    return f"{day.isoformat()}T00:00:00Z"


def _permanent_id(path: str, publication: Publication, badan: Badan) -> str:
    """Return a permanent id: the address, or a tag URI of the body without an address yet."""
    if publication.site_url:
        return publication.site_url + path
    host = urlsplit(badan.situs).hostname or badan.surel.rpartition("@")[2] or "ppid.invalid"
    return f"tag:{host},{_MINTED}:{path}"
