"""What happened to lists, as events in time: handed in, mended after publication, removed."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from ppid.core.corpus import Corpus
from ppid.core.page import Link, url_of
from ppid.diagnostics.identity import RecordId
from ppid.history.changes import changes_of, rows_of
from ppid.history.model import ListRevision, Past
from ppid.history.told import Kelompok, changed_since, groups_of, name_of
from ppid.kinds.daftar import Daftar, DaftarDikecualikan, DaftarPublik
from ppid.kinds.wording import format_bulat
from ppid.values.joined import joined

CHANGES_URL = "perubahan/"


def owner_url(opd: str) -> str:
    """Give the address of the page that tells all changes of one OPD."""
    return f"opd/{opd}/perubahan/"


@dataclass(frozen=True, slots=True)
class Event:
    """One thing that happened to one list.

    `period` is a month (“2025-03”), or a year where no day is known. `mends` tells a change after
    publication from a list that was handed in. `reason` is empty when nobody wrote one down.
    """

    key: str
    period: str
    day: date | None
    daftar: RecordId
    tautan: Link
    kalimat: str
    reason: str = ""
    groups: tuple[Kelompok, ...] = ()
    mends: bool = False
    contoh: bool = False

    @property
    def opd(self) -> str:
        """The OPD whose list it is."""
        return self.daftar.opd

    @property
    def anchor(self) -> str:
        """The name of the event inside a page of its OPD."""
        inside = self.key.removeprefix(f"opd/{self.opd}/")
        return inside.replace("/#", "-").replace("/", "-").strip("-")

    @property
    def jumlah(self) -> int:
        """Count the rows that are told of."""
        return sum(len(group.isi) for group in self.groups)


@lru_cache(maxsize=2)
def events_of(corpus: Corpus, past: Past) -> tuple[Event, ...]:
    """Give every event, the newest first."""
    gone = {each.record.id for each in past.gone}

    def has_page(record: RecordId) -> bool:
        return record in gone or corpus.find(record) is not None

    mended = (_mended(revision, has_page) for revision in past.revisions)
    found = [*_handed_in(corpus), *mended]
    return tuple(sorted(found, key=_age))


def _age(event: Event) -> tuple[int, str, str]:
    day = event.day or date(int(event.period[:4]), 1, 1)
    return (-day.toordinal(), event.opd, event.key)


def _handed_in(corpus: Corpus) -> Iterator[Event]:
    lists: list[Daftar] = [*corpus.of(DaftarPublik), *corpus.of(DaftarDikecualikan)]
    for daftar in lists:
        day = daftar.disampaikan or (daftar.penetapan.tanggal if daftar.penetapan else None)
        told = changed_since(changes_of(corpus).get(daftar.id))
        yield Event(
            key=url_of(daftar.id),
            period=f"{day:%Y-%m}" if day else str(daftar.id.tahun),
            day=day,
            daftar=daftar.id,
            tautan=Link(name_of(daftar.id), url_of(daftar.id)),
            kalimat=_compared(told.sejak.label, told.kelompok) if told else _first(daftar, corpus),
            groups=told.kelompok if told else (),
            contoh=daftar.contoh,
        )


def _first(daftar: Daftar, corpus: Corpus) -> str:
    count = len(rows_of(daftar, corpus))
    held = "dinyatakan nihil" if daftar.nihil else f"{format_bulat(count)} informasi"
    return f"Daftar pertama yang ada di situs ini: {held}."


def _compared(before: str, groups: tuple[Kelompok, ...]) -> str:
    if not groups:
        return f"Isinya sama dengan {before}."
    return f"Dibandingkan dengan {before}: {', '.join(group.judul for group in groups)}."


def _mended(revision: ListRevision, has_page: Callable[[RecordId], bool]) -> Event:
    name = revision.list
    groups = groups_of(revision.changes, "Dihapus dari daftar ini.", has_page)
    return Event(
        key=f"{url_of(name)}#{revision.commit[:12]}",
        period=f"{revision.day:%Y-%m}",
        day=revision.day,
        daftar=name,
        tautan=Link(name_of(name), url_of(name) if has_page(name) else ""),
        kalimat=_sentence(revision, groups),
        reason=revision.reason,
        groups=groups,
        mends=True,
        contoh=revision.contoh,
    )


def _sentence(revision: ListRevision, groups: tuple[Kelompok, ...]) -> str:
    if revision.removed:
        return "Daftar ini dihapus dari situs."
    if not revision.readable:
        return "Diubah sesudah terbit; susunan berkas lamanya tidak dapat dibandingkan lagi."
    about = f"keterangan daftar ({joined([title.lower() for title in revision.about])})"
    parts = [*(group.judul for group in groups), *([about] if revision.about else [])]
    return f"Diubah sesudah terbit: {', '.join(parts)}."
