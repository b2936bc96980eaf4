"""The feeds of changes: one of all lists, and one of each OPD."""

from collections.abc import Iterator, Sequence
from datetime import date

from ppid.history.events import CHANGES_URL, Event, InformasiBerubah, Kelompok, owner_url
from ppid.kinds.badan import Badan
from ppid.kinds.opd import ProfilOpd
from ppid.publishing.feeds.model import NEWEST, Entry, Feed, moment, permanent_id
from ppid.publishing.publication import Publication

_TOLD = 20
"""Rows of a group that an entry names; the page has the rest."""


def change_feeds(publication: Publication, badan: Badan) -> Iterator[Feed]:
    """Gather the newest changes of all lists, then those of every OPD with a profile."""
    events = publication.events
    yield _feed(
        CHANGES_URL, f"Perubahan daftar informasi {badan.singkatan}", events, publication, badan
    )
    for profil in sorted(publication.corpus.of(ProfilOpd), key=lambda p: p.id):
        own = [event for event in events if event.opd == profil.id.opd]
        if own:
            title = f"Perubahan daftar informasi {profil.nama}"
            yield _feed(owner_url(profil.id.opd), title, own, publication, badan)


def _feed(
    folder: str, title: str, events: Sequence[Event], publication: Publication, badan: Badan
) -> Feed:
    entries = tuple(_entry(event, publication, badan) for event in events[:NEWEST])
    return Feed(
        folder=folder,
        id=permanent_id(folder, publication, badan),
        home=publication.site_url,
        title=title,
        publisher=badan.nama,
        rights=badan.lisensi,
        updated=entries[0].day if entries else moment(publication.corpus.today),
        entries=entries,
    )


def _entry(event: Event, publication: Publication, badan: Badan) -> Entry:
    profil = publication.corpus.get(ProfilOpd, event.opd)
    path = f"{owner_url(event.opd)}#{event.anchor}" if profil else event.tautan.url
    name = profil.nama if profil else event.opd
    mark = " (contoh)" if event.contoh else ""
    reason = f"Alasan yang dicatat: “{event.reason}”" if event.reason else ""
    told = (event.kalimat, reason, *(line for group in event.groups for line in _lines(group)))
    return Entry(
        id=permanent_id(path, publication, badan),
        url=publication.site_url + path if publication.site_url else "",
        path=path,
        title=f"{event.tautan.label}, {name}{mark}",
        day=moment(event.day or date(int(event.period[:4]), 12, 31)),
        kind="Perubahan sesudah terbit" if event.mends else "Daftar disampaikan",
        summary=event.kalimat,
        text="\n".join(filter(None, told)),
    )


def _lines(group: Kelompok) -> Iterator[str]:
    yield f"{group.judul[:1].upper()}{group.judul[1:]}:"
    for row in group.isi[:_TOLD]:
        yield f"- {_line(row)}"
    if len(group.isi) > _TOLD:
        yield f"- dan {len(group.isi) - _TOLD} lainnya"


def _line(row: InformasiBerubah) -> str:
    now = f" {row.kini.label}." if row.kini else ""
    return f"{row.tautan.label}. {row.kalimat}{now}" if row.kalimat else row.tautan.label
