"""The way of one item through the lists of the years: listed, changed, opened, no longer listed."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import groupby

from ppid.core.corpus import Corpus
from ppid.core.page import Link
from ppid.diagnostics.places import RecordId
from ppid.history.changes import Change, ChangeKind
from ppid.history.events import name_of, owner_url
from ppid.history.model import ListRevision, Past
from ppid.history.wording import row_sentences, words_of
from ppid.kinds import url_of
from ppid.kinds.daftar import Butir, Daftar, DaftarDikecualikan, DaftarPublik
from ppid.kinds.dik.model import InformasiDikecualikan
from ppid.kinds.dip.model import InformasiPublik
from ppid.kinds.wording import KLASIFIKASI, format_tanggal


@dataclass(frozen=True, slots=True)
class Entry:
    """What one list says of an item; `url` is its page, or that of the list that lacks it."""

    label: str
    words: tuple[str, ...]
    url: str
    listed: bool = True


@dataclass(frozen=True, slots=True)
class Notice:
    """A sentence that must be seen before an older word on an item is believed."""

    words: str
    link: Link
    listed: bool = False
    """Whether the later list is of the same sort and still holds the item."""


@dataclass(frozen=True, eq=False, slots=True)
class ItemHistory:
    """All entries of one `kode` of an OPD in order, and the newest of each sort of list.

    One object for all pages of the item, so that it is printed once.
    """

    entries: tuple[Entry, ...]
    newest: Mapping[str, Entry]

    def later(self, row: Butir) -> Notice | None:
        """Say what a later list says of the item; None where this row is the newest word."""
        newest = self.newest[row.kind]
        link = Link(newest.label, newest.url)
        if newest.label == f"{row.kind.upper()} {row.id.tahun}":
            return None
        if newest.listed:
            words = "Catatan ini dari daftar lama. Catatan terbaru ada dalam"
            return Notice(words, link, listed=True)
        opened = self.newest.get("dip")
        if row.kind == "dik" and opened and opened.listed:
            words = "Informasi ini tidak tercantum lagi sebagai dikecualikan. Sekarang ada dalam"
            return Notice(words, Link(opened.label, opened.url))
        return Notice("Informasi ini tidak tercantum lagi dalam", link)


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
        self._mended = _mended(past)
        self._items: dict[tuple[str, str], _Item] = {}
        self._known: dict[tuple[str, str], ItemHistory] = {}
        for row in corpus.of(InformasiDikecualikan):
            self._items.setdefault((row.id.opd, row.id.slug), _Item()).dik[row.id.tahun] = row
        for public in corpus.of(InformasiPublik):
            key = (public.id.opd, public.id.slug)
            self._items.setdefault(key, _Item()).dip[public.id.tahun] = public
        self._lists = {
            "dik": _by_opd(corpus.of(DaftarDikecualikan)),
            "dip": _by_opd(corpus.of(DaftarPublik)),
        }

    def of(self, row: Butir) -> ItemHistory:
        """Return the history of the item that a row belongs to."""
        key = (row.id.opd, row.id.slug)
        found = self._known.get(key)
        if found is None:
            found = self._known[key] = self._history(key[0], self._items[key])
        return found

    def _history(self, opd: str, item: _Item) -> ItemHistory:
        excluded = list(self._excluded(opd, item))
        public = list(self._public(opd, item))
        rows = (*item.dik.values(), *item.dip.values())
        mended = [dated for row in rows for dated in self._mended.get(row.id, ())]
        ordered = sorted([*excluded, *public, *mended], key=lambda dated: dated[0])
        ends = (("dik", excluded), ("dip", public))
        newest = {rows: dated[-1][1] for rows, dated in ends if dated}
        return ItemHistory(tuple(entry for _, entry in ordered), newest)

    def _excluded(self, opd: str, item: _Item) -> Iterator[tuple[int, Entry]]:
        before: InformasiDikecualikan | None = None
        gone = False
        for daftar in self._since("dik", opd, item.dik):
            label, row = f"DIK {daftar.id.tahun}", item.dik.get(daftar.id.tahun)
            if row is None:
                if not gone:
                    yield daftar.id.tahun, _absent(daftar, label)
                gone = True
                continue
            words = list(row_sentences(before, row, self._corpus)) if before else ()
            first = _returned(gone=gone) if before else (_first_excluded(row),)
            said = (*first, *words) or ("Tidak berubah.",)
            yield daftar.id.tahun, Entry(label, said, url_of(row.id))
            before, gone = row, False

    def _public(self, opd: str, item: _Item) -> Iterator[tuple[int, Entry]]:
        before: InformasiPublik | None = None
        gone = False
        for daftar in self._since("dip", opd, item.dip):
            tahun = daftar.id.tahun
            label, row = f"DIP {tahun}", item.dip.get(tahun)
            if row is None:
                if not gone:
                    yield tahun, _absent(daftar, label)
                gone = True
                continue
            words = list(row_sentences(before, row, self._corpus)) if before else ()
            first = _returned(gone=gone) if before else (_first_public(row, item.dik),)
            said = (*first, *words, *_updated(before, row)) or ("Tidak berubah.",)
            yield tahun, Entry(label, said, url_of(row.id))
            before, gone = row, False

    def _since(self, rows: str, opd: str, years: Mapping[int, Butir]) -> list[Daftar]:
        """Return the lists from the first that names the item; a year without list says nothing."""
        if not years:
            return []
        first = min(years)
        return [daftar for daftar in self._lists[rows].get(opd, ()) if daftar.id.tahun >= first]


def _mended(past: Past) -> dict[RecordId, list[tuple[int, Entry]]]:
    """Return what happened to each row after its list was published."""
    found: dict[RecordId, list[tuple[int, Entry]]] = {}
    for revision in past.revisions:
        for record, group in groupby(revision.changes, key=lambda change: change.record.id):
            entry = _mending(revision, record, tuple(group))
            if entry:
                found.setdefault(record, []).append((record.tahun, entry))
    return found


def _mending(revision: ListRevision, record: RecordId, changes: tuple[Change, ...]) -> Entry | None:
    kind = changes[0].kind
    if kind is ChangeKind.HILANG:
        return None
    words = "Ditambahkan sesudah daftar terbit." if kind is ChangeKind.BARU else words_of(changes)
    reason = (f"Alasan yang dicatat: “{revision.reason}”",) if revision.reason else ()
    label = f"{name_of(record)}, diubah {format_tanggal(revision.day)}"
    return Entry(label, (words, *reason), owner_url(record.opd))


def _by_opd(lists: Iterable[Daftar]) -> dict[str, list[Daftar]]:
    found: dict[str, list[Daftar]] = {}
    for daftar in sorted(lists, key=lambda daftar: daftar.id.tahun):
        found.setdefault(daftar.id.opd, []).append(daftar)
    return found


def _absent(daftar: Daftar, label: str) -> Entry:
    words = f"Tidak tercantum lagi{'; daftar ini dinyatakan nihil' if daftar.nihil else ''}."
    return Entry(label, (words,), url_of(daftar.id), listed=False)


def _returned(*, gone: bool) -> tuple[str, ...]:
    return ("Tercantum kembali.",) if gone else ()


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


def _updated(before: InformasiPublik | None, row: InformasiPublik) -> Iterator[str]:
    if row.diperbarui and (before is None or before.diperbarui != row.diperbarui):
        yield f"Diperbarui {format_tanggal(row.diperbarui)}."
