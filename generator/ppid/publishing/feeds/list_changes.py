"""The feeds of changes: one of all lists, and one of each OPD."""

from collections.abc import Iterator, Sequence
from datetime import date

from ppid.checking.check import Checked
from ppid.history.events import CHANGES_URL, Event, events_of, owner_url
from ppid.history.told import InformasiBerubah, Kelompok
from ppid.kinds.badan import Badan
from ppid.kinds.opd import ProfilOpd
from ppid.publishing.feeds.model import NEWEST, Entry, Feed, moment, permanent_id

_TOLD = 20
"""Rows of a group that an entry names; the page has the rest."""


def change_feeds(checked: Checked, badan: Badan) -> Iterator[Feed]:
    """Gather the newest changes of all lists, then those of every OPD with a profile."""
    events = events_of(checked.corpus, checked.past)
    yield _feed(
        CHANGES_URL, f"Perubahan daftar informasi {badan.singkatan}", events, checked, badan
    )
    for profil in sorted(checked.corpus.of(ProfilOpd), key=lambda p: p.id):
        own = [event for event in events if event.opd == profil.id.opd]
        if own:
            title = f"Perubahan daftar informasi {profil.nama}"
            yield _feed(owner_url(profil.id.opd), title, own, checked, badan)


def _feed(folder: str, title: str, events: Sequence[Event], checked: Checked, badan: Badan) -> Feed:
    entries = tuple(_entry(event, checked, badan) for event in events[:NEWEST])
    return Feed(
        folder=folder,
        id=permanent_id(folder, checked, badan),
        home=checked.site_url,
        title=title,
        publisher=badan.nama,
        rights=badan.lisensi,
        updated=entries[0].day if entries else moment(checked.corpus.today),
        entries=entries,
    )


def _entry(event: Event, checked: Checked, badan: Badan) -> Entry:
    profil = checked.corpus.get(ProfilOpd, event.opd)
    path = f"{owner_url(event.opd)}#{event.anchor}" if profil else event.tautan.url
    name = profil.nama if profil else event.opd
    mark = " (contoh)" if event.contoh else ""
    reason = f"Alasan yang dicatat: “{event.reason}”" if event.reason else ""
    told = (event.kalimat, reason, *(line for group in event.groups for line in _lines(group)))
    return Entry(
        id=permanent_id(path, checked, badan),
        url=checked.site_url + path if checked.site_url else "",
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
