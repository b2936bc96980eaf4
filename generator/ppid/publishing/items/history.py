"""The way of one item through the lists of the years: listed, changed, opened, no longer listed."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from itertools import groupby
from typing import TypeVar

from ppid.core.corpus import Corpus
from ppid.core.page import Link
from ppid.diagnostics.places import RecordId
from ppid.history.changes import ChangeKind
from ppid.history.events import owner_url
from ppid.history.model import Past
from ppid.history.wording import Rewording, rewordings_of, row_changes, words_of
from ppid.kinds import url_of
from ppid.kinds.daftar import Butir, Daftar, DaftarDikecualikan, DaftarPublik, list_name
from ppid.kinds.dik.model import InformasiDikecualikan
from ppid.kinds.dip.model import InformasiPublik
from ppid.kinds.wording import KLASIFIKASI
from ppid.values.dates import format_tanggal

B = TypeVar("B", bound=Butir)
_Said = tuple[str, Rewording | None]
"""A sentence on a row, with the texts that it does not repeat."""


@dataclass(frozen=True, slots=True)
class HistoryEntry:
    """What one list says of an item; `url` is its page, or that of the list that lacks it.

    `rumusan` are the texts that the words do not repeat.
    """

    label: str
    words: tuple[str, ...]
    url: str
    listed: bool = True
    rumusan: tuple[Rewording, ...] = ()


@dataclass(frozen=True, slots=True)
class Notice:
    """A sentence that must be seen before an older word on an item is believed."""

    words: str
    link: Link
    listed: bool = False
    """Whether the newest list of the same sort still holds the item."""
    followed: bool = False
    """Whether a later list of the same sort holds it, the newest or not."""
    opened: bool = False
    """Whether what was excluded is public information by now."""


@dataclass(frozen=True, eq=False, slots=True)
class ItemHistory:
    """All entries of one `kode` of an OPD in order, and the newest of each sort of list.

    `last` are the newest of those that list it.
    `edits` are what the keepers of the data changed in those lists later, in order of time. One
    object for all pages of the item, so that it is printed once.
    """

    entries: tuple[HistoryEntry, ...]
    edits: tuple[HistoryEntry, ...]
    newest: Mapping[str, HistoryEntry]
    last: Mapping[str, HistoryEntry]

    def later(self, row: Butir) -> Notice | None:
        """Say what a later list says of the item; None where this row is the newest word."""
        newest, last = self.newest[row.kind], self.last[row.kind]
        label = f"{row.kind.upper()} {row.id.tahun}"
        if newest.label == label:
            return None
        followed = last.label != label
        if newest.listed:
            words = "Halaman ini dari daftar lama. Yang terbaru ada dalam"
            return Notice(words, Link(last.label, last.url), listed=True, followed=True)
        opened = self.newest.get("dip")
        if row.kind == "dik" and opened and opened.listed:
            words = "Informasi ini tidak tercantum lagi sebagai dikecualikan. Sekarang ada dalam"
            link = Link(opened.label, opened.url)
            return Notice(words, link, followed=followed, opened=True)
        if followed:
            words = "Halaman ini dari daftar lama. Terakhir tercantum dalam"
            return Notice(words, Link(last.label, last.url), followed=True)
        return Notice("Informasi ini tidak tercantum lagi dalam", Link(newest.label, newest.url))


@dataclass(slots=True)
class _Item:
    """The rows of one `kode` by year."""

    dik: dict[int, InformasiDikecualikan] = field(default_factory=dict)
    dip: dict[int, InformasiPublik] = field(default_factory=dict)


class Histories:
    """The histories of a corpus; each row is looked at once, each list once for every item."""

    def __init__(self, corpus: Corpus, past: Past) -> None:
        """Put the rows of every `kode` together."""
        self._corpus = corpus
        self._edits = _edited(past)
        self._items: dict[tuple[str, str], _Item] = {}
        self._known: dict[tuple[str, str], ItemHistory] = {}
        for row in corpus.of(InformasiDikecualikan):
            self._items.setdefault((row.id.opd, row.id.slug), _Item()).dik[row.id.tahun] = row
        for public in corpus.of(InformasiPublik):
            key = (public.id.opd, public.id.slug)
            self._items.setdefault(key, _Item()).dip[public.id.tahun] = public
        self._lists: dict[tuple[str, str], list[Daftar]] = {}
        lists: list[Daftar] = [*corpus.of(DaftarDikecualikan), *corpus.of(DaftarPublik)]
        for daftar in sorted(lists, key=lambda daftar: daftar.id.tahun):
            self._lists.setdefault((daftar.rows, daftar.id.opd), []).append(daftar)

    def of(self, row: Butir) -> ItemHistory:
        """Return the history of the item that a row belongs to."""
        key = (row.id.opd, row.id.slug)
        found = self._known.get(key)
        if found is None:
            found = self._known[key] = self._history(key[0], self._items[key])
        return found

    def _history(self, opd: str, item: _Item) -> ItemHistory:
        def excluded_words(
            before: InformasiDikecualikan | None, row: InformasiDikecualikan
        ) -> Iterator[_Said]:
            if before:
                yield from row_changes(before, row, self._corpus)
            else:
                yield _first_excluded(row), None

        def public_words(before: InformasiPublik | None, row: InformasiPublik) -> Iterator[_Said]:
            if before:
                yield from row_changes(before, row, self._corpus)
            else:
                yield _first_public(row, item.dik), None
            if row.diperbarui and (before is None or before.diperbarui != row.diperbarui):
                yield f"Diperbarui {format_tanggal(row.diperbarui)}.", None

        told = {
            "dik": list(_told(self._lists.get(("dik", opd), ()), item.dik, excluded_words)),
            "dip": list(_told(self._lists.get(("dip", opd), ()), item.dip, public_words)),
        }
        ordered = sorted([*told["dik"], *told["dip"]], key=lambda dated: dated[0])
        newest = {kind: dated[-1][1] for kind, dated in told.items() if dated}
        last = {
            kind: [entry for _, entry in dated if entry.listed][-1]
            for kind, dated in told.items()
            if dated
        }
        rows = (*item.dik.values(), *item.dip.values())
        edits = [dated for row in rows for dated in self._edits.get(row.id, ())]
        edits.sort(key=lambda dated: (dated[0], dated[1].label))
        return ItemHistory(_undated(ordered), _undated(edits), newest, last)


def _undated(told: Iterable[tuple[object, HistoryEntry]]) -> tuple[HistoryEntry, ...]:
    return tuple(entry for _, entry in told)


def _told(
    lists: Iterable[Daftar], rows: Mapping[int, B], words: Callable[[B | None, B], Iterable[_Said]]
) -> Iterator[tuple[int, HistoryEntry]]:
    """Tell list by list, from the first that names the item; a year without list says nothing."""
    before: B | None = None
    gone = False
    for daftar in lists:
        tahun = daftar.id.tahun
        label, row = f"{daftar.rows.upper()} {tahun}", rows.get(tahun)
        if row:
            found = list(words(before, row))
            returned = ("Tercantum kembali.",) if gone else ()
            said = (*returned, *(sentence for sentence, _ in found)) or ("Tidak berubah.",)
            rumusan = tuple(texts for _, texts in found if texts)
            yield tahun, HistoryEntry(label, said, url_of(row.id), rumusan=rumusan)
            before, gone = row, False
        elif before and not gone:
            nihil = "; daftar ini dinyatakan nihil" if daftar.nihil else ""
            said = (f"Tidak tercantum lagi{nihil}.",)
            yield tahun, HistoryEntry(label, said, url_of(daftar.id), listed=False)
            gone = True


def _first_excluded(row: InformasiDikecualikan) -> str:
    term = f", jangka waktu “{row.jangka_waktu}”" if row.jangka_waktu else ""
    much = "sebagian" if row.cakupan == "sebagian" else "seluruhnya"
    return f"Pertama kali tercantum: dikecualikan {much}{term}."


def _first_public(row: InformasiPublik, excluded: Mapping[int, InformasiDikecualikan]) -> str:
    category = f"informasi {KLASIFIKASI[row.klasifikasi].lower()}"
    before = any(tahun < row.id.tahun for tahun in excluded)
    if before and row.id.tahun not in excluded:
        return f"Dibuka: tercantum sebagai {category}."
    return f"Pertama kali tercantum sebagai {category}."


def _edited(past: Past) -> dict[RecordId, list[tuple[date, HistoryEntry]]]:
    """Return what happened to each row after its list was published, but for rows that went.

    Edits of a demonstration change no list of anybody and are not told of its items.
    """
    found: dict[RecordId, list[tuple[date, HistoryEntry]]] = {}
    for revision in past.revisions:
        for record, group in groupby(revision.changes, key=lambda change: change.record.id):
            changes = tuple(group)
            if revision.contoh or changes[0].kind is ChangeKind.HILANG:
                continue
            new = changes[0].kind is ChangeKind.BARU
            words = "Ditambahkan sesudah daftar terbit." if new else words_of(changes)
            reason = (f"Alasan yang dicatat: “{revision.reason}”",) if revision.reason else ()
            entry = HistoryEntry(
                f"{format_tanggal(revision.day)}, {list_name(record)}",
                (words, *reason),
                owner_url(record.opd),
                rumusan=() if new else rewordings_of(changes),
            )
            found.setdefault(record, []).append((revision.day, entry))
    return found
