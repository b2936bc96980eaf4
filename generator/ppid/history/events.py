"""What happened to lists, as events in time: handed in, mended after publication, removed."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from itertools import groupby

from ppid.core.corpus import Corpus
from ppid.core.page import Link
from ppid.diagnostics.places import RecordId
from ppid.history.changes import Change, ChangeKind, ListChanges, changes_of
from ppid.history.model import ListRevision, Past
from ppid.history.wording import Rewording, rewordings_of, words_of
from ppid.kinds import url_of
from ppid.kinds.daftar import list_name
from ppid.kinds.rows import all_lists, rows_of
from ppid.values.numbers import format_bulat
from ppid.values.text import joined

_KINDS = (
    ("baru", (ChangeKind.BARU,), "informasi baru"),
    ("tidak-tercantum", (ChangeKind.HILANG, ChangeKind.PINDAH), "informasi tidak tercantum lagi"),
    ("berubah", (ChangeKind.BERUBAH,), "informasi berubah"),
)


@dataclass(frozen=True, slots=True)
class InformasiBerubah:
    """One row that changed: its title with its page, what happened, and where it is now.

    `rumusan` are the texts that the sentence does not repeat.
    """

    tautan: Link
    kalimat: str = ""
    kini: Link | None = None
    rumusan: tuple[Rewording, ...] = ()


@dataclass(frozen=True, slots=True)
class Kelompok:
    """The rows to which the same happened, under the words that count them."""

    jangkar: str
    judul: str
    isi: tuple[InformasiBerubah, ...]


@dataclass(frozen=True, slots=True)
class Perubahan:
    """What changed since the list before; without groups the lists say the same."""

    sejak: Link
    kelompok: tuple[Kelompok, ...]


def changed_since(found: ListChanges | None) -> Perubahan | None:
    """Put the changes of a list into words; None for the first list of an OPD."""
    if found is None:
        return None
    gone = f"Terakhir tercantum dalam {list_name(found.before.id)}."
    link = Link(list_name(found.before.id), url_of(found.before.id))
    return Perubahan(link, groups_of(found.changes, gone))


def groups_of(
    changes: Sequence[Change], gone: str, has_page: Callable[[RecordId], bool] = lambda _: True
) -> tuple[Kelompok, ...]:
    """Group changes by what happened; `gone` is what is said of a row that is nowhere now.

    Rows that have no page (any more) are named without a link.
    """
    groups = (
        (anchor, words, tuple(_rows([c for c in changes if c.kind in kinds], gone, has_page)))
        for anchor, kinds, words in _KINDS
    )
    return tuple(
        Kelompok(anchor, f"{format_bulat(len(rows))} {words}", rows)
        for anchor, words, rows in groups
        if rows
    )


def counted(found: ListChanges | None) -> str:
    """Return the counts for a narrow cell: “+3 −1 ~2”; “sama” when nothing changed."""
    if found is None:
        return "daftar pertama"
    counts = (("+", found.added), ("−", found.gone), ("~", found.changed))
    return " ".join(f"{sign}{format_bulat(count)}" for sign, count in counts if count) or "sama"


def _rows(
    changes: Sequence[Change], gone: str, has_page: Callable[[RecordId], bool]
) -> Iterable[InformasiBerubah]:
    for _, group in groupby(changes, key=lambda change: change.record.id):
        members = tuple(group)
        first = members[0]
        url = url_of(first.record.id) if has_page(first.record.id) else ""
        link = Link(getattr(first.record, "informasi", ""), url)
        if first.kind is ChangeKind.BERUBAH:
            yield InformasiBerubah(link, words_of(members), rumusan=rewordings_of(members))
        elif first.kind is ChangeKind.BARU:
            yield InformasiBerubah(link)
        elif first.moved_to:
            opened = first.moved_to.kind == "dip"
            words = "Dibuka, kini dalam" if opened else "Kini dikecualikan, tercantum dalam"
            yield InformasiBerubah(
                link, words, Link(list_name(first.moved_to), url_of(first.moved_to))
            )
        else:
            yield InformasiBerubah(link, gone)


CHANGES_URL = "perubahan/"


def owner_url(opd: str) -> str:
    """Return the address of the page that tells all changes of one OPD."""
    return f"opd/{opd}/perubahan/"


@dataclass(frozen=True, slots=True)
class Event:
    """One thing that happened to one list.

    `period` is a month (“2025-03”), or a year where no day is known. `mends` tells an edit by the
    keepers of the data from a list that was handed in: it changes what a published list says, not
    what was decided in that month. `reason` is empty when nobody wrote one down.
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
    """Return every event, the newest first."""
    gone = {each.record.id for each in past.gone}

    def has_page(record: RecordId) -> bool:
        return record in gone or corpus.find(record) is not None

    def age(event: Event) -> tuple[int, str, str]:
        day = event.day or date(int(event.period[:4]), 1, 1)
        return (-day.toordinal(), event.opd, event.key)

    mended = (_mended(revision, has_page) for revision in past.revisions)
    return tuple(sorted([*_handed_in(corpus), *mended], key=age))


def _handed_in(corpus: Corpus) -> Iterator[Event]:
    for daftar in all_lists(corpus):
        day = daftar.disampaikan or daftar.ditetapkan
        told = changed_since(changes_of(corpus).get(daftar.id))
        if told is None:
            count = f"{format_bulat(len(rows_of(daftar, corpus)))} informasi"
            held = "dinyatakan nihil" if daftar.nihil else count
            sentence = f"Daftar pertama yang ada di situs ini: {held}."
        elif told.kelompok:
            counts = ", ".join(group.judul for group in told.kelompok)
            sentence = f"Dibandingkan dengan {told.sejak.label}: {counts}."
        else:
            sentence = f"Isinya sama dengan {told.sejak.label}."
        yield Event(
            key=url_of(daftar.id),
            period=f"{day:%Y-%m}" if day else str(daftar.id.tahun),
            day=day,
            daftar=daftar.id,
            tautan=Link(list_name(daftar.id), url_of(daftar.id)),
            kalimat=sentence,
            groups=told.kelompok if told else (),
            contoh=daftar.contoh,
        )


def _mended(revision: ListRevision, has_page: Callable[[RecordId], bool]) -> Event:
    name = revision.list
    groups = groups_of(revision.changes, "Dihapus dari daftar ini.", has_page)
    return Event(
        key=f"{url_of(name)}#{revision.commit[:12]}",
        period=f"{revision.day:%Y-%m}",
        day=revision.day,
        daftar=name,
        tautan=Link(list_name(name), url_of(name) if has_page(name) else ""),
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
        return "Disunting sesudah terbit; susunan berkas lamanya tidak dapat dibandingkan lagi."
    about = f"keterangan daftar ({joined([title.lower() for title in revision.about])})"
    parts = [*(group.judul for group in groups), *([about] if revision.about else [])]
    return f"Disunting sesudah terbit: {', '.join(parts)}."
