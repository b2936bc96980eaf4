"""What changed from one list to the next: rows that came, went, moved or say something else.

`compare` works on any two sequences of records, so that a review of a pull request can use it too;
`changes_of` pairs the lists of a corpus.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum
from functools import cached_property, lru_cache
from typing import Final, TypeVar

from ppid.core.corpus import Corpus
from ppid.core.record import Record
from ppid.diagnostics.places import RecordId
from ppid.kinds.daftar import Butir, Daftar, DaftarDikecualikan, DaftarPublik
from ppid.kinds.rows import MODELS, MOVING_FIELDS, Row, rows_of
from ppid.values.titles import title_key

R = TypeVar("R", bound=Record)
_YEAR: Final = re.compile(r"\b20[0-9]{2}\b")


class ChangeKind(Enum):
    """What happened to a record."""

    BARU = "baru"
    HILANG = "hilang"
    BERUBAH = "berubah"
    PINDAH = "pindah"


@dataclass(frozen=True, slots=True)
class Change:
    """One difference.

    `record` is the record as it is now, or as it was when it is gone. A changed record gives one
    change for each `field`, with what stood there `before` and stands there `after`. Of a record
    that moved to the other list, `moved_to` is where it is now.
    """

    kind: ChangeKind
    record: Record
    field: str = ""
    before: str = ""
    after: str = ""
    moved_to: RecordId | None = None
    starts: tuple[date | None, date | None] = (None, None)


@dataclass(frozen=True)
class ListChanges:
    """What changed in the list `now` since `before`, the list before it of the same OPD."""

    now: Daftar
    before: Daftar
    changes: tuple[Change, ...]

    def of(self, *kinds: ChangeKind) -> tuple[Change, ...]:
        """Return the changes of some kinds, in order."""
        return tuple(change for change in self.changes if change.kind in kinds)

    @cached_property
    def added(self) -> int:
        return len(self.of(ChangeKind.BARU))

    @cached_property
    def gone(self) -> int:
        """Count the rows that this list holds no more, wherever they are now."""
        return len(self.of(ChangeKind.HILANG, ChangeKind.PINDAH))

    @cached_property
    def changed(self) -> int:
        """Count the rows, not the fields, that say something else."""
        return len({change.record.id for change in self.of(ChangeKind.BERUBAH)})


def compare(
    before: Sequence[R], after: Sequence[R], ignored: frozenset[str] = frozenset()
) -> Iterator[Change]:
    """Yield every difference between two sequences of records.

    Records are the same when the last parts of their ids are (for rows: `kode`); `ignored` names
    fields that do not count. Order does not count either.
    """
    earlier = {record.id.slug: record for record in before}
    known = {record.id.slug for record in after}
    for record in after:
        old = earlier.get(record.id.slug)
        if old is None:
            yield Change(ChangeKind.BARU, record)
        else:
            yield from _fields(old, record, ignored)
    for record in before:
        if record.id.slug not in known:
            yield Change(ChangeKind.HILANG, record)


def _fields(old: Record, new: Record, ignored: frozenset[str]) -> Iterator[Change]:
    for name in type(new).model_fields:
        if name not in ignored:
            was, now = getattr(old, name), getattr(new, name)
            if was != now:
                yield Change(ChangeKind.BERUBAH, new, name, _written(was), _written(now))


def _written(value: object) -> str:
    return "" if value is None else str(value)


def compare_lists(
    before: Sequence[Row], after: Sequence[Row], ignored: frozenset[str] = MOVING_FIELDS
) -> tuple[Change, ...]:
    """Compare the rows of two lists, by default of two years.

    A row that only took another `kode` is the same row; a title that only moved on to another year
    (“Anggaran 2020”, “Anggaran 2021”) is the same title.
    """
    found = tuple(compare(before, after, ignored))
    came = {title_key(_row(c).informasi): _row(c) for c in found if c.kind is ChangeKind.BARU}
    renamed: dict[RecordId, Row] = {}
    for change in found:
        if change.kind is ChangeKind.HILANG:
            same = came.pop(title_key(_row(change).informasi), None)
            if same is not None:
                renamed[same.id] = renamed[change.record.id] = _row(change)
    changes: list[Change] = []
    for change in found:
        old = renamed.get(change.record.id)
        if old is None:
            changes.append(change)
        elif change.kind is ChangeKind.BARU:
            changes.extend(_fields(old, change.record, ignored))
    return tuple(change for change in changes if not _only_another_year(change))


def _only_another_year(change: Change) -> bool:
    return change.field == "informasi" and same_but_year(change.before, change.after)


def same_but_year(before: str, after: str) -> bool:
    """Tell whether two titles differ in nothing but the year that they name."""
    return _YEAR.sub("", before) == _YEAR.sub("", after)


def _row(change: Change) -> Row:
    assert isinstance(change.record, Row)  # noqa: S101 — only rows go in
    return change.record


def moved(changes: Sequence[Change], other: Sequence[Butir]) -> tuple[Change, ...]:
    """Mark the rows that are gone and stand in the `other` list of the same year.

    They are known by their `kode` or, failing that, by their title.
    """
    by_kode = {row.id.slug: row.id for row in other}
    by_title = {title_key(getattr(row, "informasi", "")): row.id for row in other}
    return tuple(_moved(change, by_kode, by_title) for change in changes)


def _moved(
    change: Change, by_kode: Mapping[str, RecordId], by_title: Mapping[str, RecordId]
) -> Change:
    if change.kind is not ChangeKind.HILANG:
        return change
    there = by_kode.get(change.record.id.slug) or by_title.get(title_key(_row(change).informasi))
    return Change(ChangeKind.PINDAH, change.record, moved_to=there) if there else change


@lru_cache(maxsize=2)
def changes_of(corpus: Corpus) -> Mapping[RecordId, ListChanges]:
    """Compare every list with the one before it; the first list of an OPD has no entry.

    Only the last two corpora are remembered: a review compares two.
    """
    found: dict[RecordId, ListChanges] = {}
    newest: dict[tuple[str, str], Daftar] = {}
    lists: list[Daftar] = [*corpus.of(DaftarPublik), *corpus.of(DaftarDikecualikan)]
    for daftar in sorted(lists, key=lambda d: d.id.tahun):
        before = newest.get((daftar.rows, daftar.id.opd))
        newest[daftar.rows, daftar.id.opd] = daftar
        if before is not None:
            changes = compare_lists(rows_of(before, corpus), rows_of(daftar, corpus))
            found[daftar.id] = ListChanges(daftar, before, moved(changes, _other(daftar, corpus)))
    return found


def _other(daftar: Daftar, corpus: Corpus) -> Sequence[Row]:
    """Return the rows of the other list of the same OPD and year: the DIP beside a DIK."""
    model = MODELS["dip" if daftar.rows == "dik" else "dik"]
    return corpus.in_list(model, daftar.id.opd, daftar.id.tahun)


def newest_changes(corpus: Corpus, limit: int) -> tuple[ListChanges, ...]:
    """Return the lists that changed last, newest first; lists without a difference are left out."""
    differing = (entry for entry in changes_of(corpus).values() if entry.changes)
    return tuple(sorted(differing, key=_newness)[:limit])


def _newness(entry: ListChanges) -> tuple[int, int, RecordId]:
    daftar = entry.now
    day = daftar.disampaikan or (daftar.penetapan.tanggal if daftar.penetapan else None)
    return (-daftar.id.tahun, -day.toordinal() if day else 0, daftar.id)
