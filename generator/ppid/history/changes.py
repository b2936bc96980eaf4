"""What changed from one list to the next: rows that came, went, moved or say something else."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum
from functools import cached_property, lru_cache

from ppid.core.corpus import Corpus
from ppid.core.record import Record
from ppid.diagnostics.places import RecordId
from ppid.history.differences import written
from ppid.history.matching import same_rows
from ppid.kinds.daftar import Daftar
from ppid.kinds.dik.model import InformasiDikecualikan, periode_of
from ppid.kinds.rows import MODELS, MOVING_FIELDS, Row, all_lists, rows_of
from ppid.values.titles import TitleRelation, relate


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


def compare_lists(
    before: Sequence[Row],
    after: Sequence[Row],
    ignored: frozenset[str] = MOVING_FIELDS,
    corpus: Corpus | None = None,
    years: int = 0,
) -> tuple[Change, ...]:
    """Compare the rows of two lists, of which the first is some `years` older.

    A row keeps its `kode`; one that only took another `kode` is the same row, too. Order does not
    count, nor do the `ignored` fields, nor a title that only moved on to another year. `corpus`
    knows on which day a list was decided, with which its terms begin.
    """
    earlier = {row.id.slug: row for row in before}
    known = {row.id.slug for row in after}
    gone = [row for row in before if row.id.slug not in known]
    came = [row for row in after if row.id.slug not in earlier]
    renamed = {new.id: old for old, new in same_rows(gone, came, years)}
    changes: list[Change] = []
    for row in after:
        old = earlier.get(row.id.slug) or renamed.get(row.id)
        changes += _fields(old, row, ignored, corpus) if old else [Change(ChangeKind.BARU, row)]
    kept = {old.id for old in renamed.values()}
    changes += (Change(ChangeKind.HILANG, row) for row in gone if row.id not in kept)
    return tuple(changes)


def _fields(old: Row, new: Row, ignored: frozenset[str], corpus: Corpus | None) -> Iterator[Change]:
    for name in type(new).model_fields:
        if name not in ignored and getattr(old, name, None) != getattr(new, name):
            was, now = (written(getattr(row, name, None)) for row in (old, new))
            if was != now and not (name == "informasi" and is_next_year(was, now)):
                starts = _start(old, corpus), _start(new, corpus)
                yield Change(ChangeKind.BERUBAH, new, name, was, now, starts=starts)


def _start(row: Row, corpus: Corpus | None) -> date | None:
    """Return the first day of an exclusion, as far as it is known."""
    if not isinstance(row, InformasiDikecualikan):
        return None
    return periode_of(row, corpus).mulai if corpus is not None else row.mulai


def is_next_year(before: str, after: str) -> bool:
    """Tell whether a title says what it said, only of another year."""
    return relate(before, after) is TitleRelation.LAIN_TAHUN


def moved(changes: Sequence[Change], other: Sequence[Row]) -> tuple[Change, ...]:
    """Mark the rows that are gone and stand in the `other` list of the same year.

    They are known by their `kode` or, failing that, by their title.
    """
    gone = [
        change.record
        for change in changes
        if change.kind is ChangeKind.HILANG and isinstance(change.record, Row)
    ]
    by_title = {old.id: new.id for old, new in same_rows(gone, other)}
    there = {row.id.slug: row.id for row in other}
    by_kode = {row.id: there[row.id.slug] for row in gone if row.id.slug in there}
    found = {**by_title, **by_kode}
    return tuple(
        Change(ChangeKind.PINDAH, change.record, moved_to=found[change.record.id])
        if change.kind is ChangeKind.HILANG and change.record.id in found
        else change
        for change in changes
    )


@lru_cache(maxsize=2)
def changes_of(corpus: Corpus) -> Mapping[RecordId, ListChanges]:
    """Compare every list with the one before it; the first list of an OPD has no entry.

    Only the last two corpora are remembered: a review compares two.
    """
    found: dict[RecordId, ListChanges] = {}
    newest: dict[tuple[str, str], Daftar] = {}
    for daftar in sorted(all_lists(corpus), key=lambda d: d.id.tahun):
        before = newest.get((daftar.rows, daftar.id.opd))
        newest[daftar.rows, daftar.id.opd] = daftar
        if before is not None:
            rows = rows_of(before, corpus), rows_of(daftar, corpus)
            years = daftar.id.tahun - before.id.tahun
            changes = compare_lists(*rows, corpus=corpus, years=years)
            found[daftar.id] = ListChanges(daftar, before, moved(changes, _other(daftar, corpus)))
    return found


def _other(daftar: Daftar, corpus: Corpus) -> Sequence[Row]:
    """Return the rows of the other list of the same OPD and year: the DIP beside a DIK."""
    model = MODELS["dip" if daftar.rows == "dik" else "dik"]
    return corpus.in_list(model, daftar.id.opd, daftar.id.tahun)
