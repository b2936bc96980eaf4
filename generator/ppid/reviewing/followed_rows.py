"""The rows of one OPD before and after, put together across its lists and years.

What is left over in one list may have gone into another: that is looked for here, once, so that
nothing is a removal in one place and an addition in the other.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from ppid.history.matching import Pair, RowIndex, likely_rows, pair, same_rows, shared
from ppid.kinds.rows import Row
from ppid.values.titles import can_be_reworded

Lists = Mapping[tuple[str, int], Sequence[Row]]
"""Rows by the sort of their list (`dik`, `dip`) and its year."""


_SAME_ELSEWHERE = 0.5
"""The part of their fields that rows of two OPDs under different codes share at least."""


@dataclass(slots=True)
class Sorted:
    """What became of the rows of one OPD; every row that differs stands in exactly one place.

    `pairs` stayed in their list, `moved` went to another year, `carried` stand in a new list while
    the older one still has them (the older first), `closed` were public and are excluded, `opened`
    the other way round, `doubts` may be one thing and `likely_closed` one that was public and is
    excluded now. `dropped` stand in the older list, and a new
    list of the same sort lacks them.
    """

    pairs: list[Pair] = field(default_factory=list)
    moved: list[Pair] = field(default_factory=list)
    carried: list[Pair] = field(default_factory=list)
    closed: list[Pair] = field(default_factory=list)
    opened: list[Pair] = field(default_factory=list)
    doubts: list[Pair] = field(default_factory=list)
    likely_closed: list[Pair] = field(default_factory=list)
    dropped: list[Row] = field(default_factory=list)
    gone: list[Row] = field(default_factory=list)
    came: list[Row] = field(default_factory=list)


def sort_rows(before: Lists, after: Lists, fresh: frozenset[tuple[str, int]]) -> Sorted:
    """Follow every row of an OPD; `fresh` names the lists that were not there before."""
    found = Sorted()
    for key in sorted({*before, *after}):
        paired = pair(before.get(key, ()), after.get(key, ()))
        found.pairs += paired.pairs
        found.doubts += paired.doubts
        found.gone += paired.gone
        found.came += paired.came
    if found.gone or found.came or fresh:
        _across_years(found, after)
        _across_sorts(found, before, after)
        _doubt_across_sorts(found)
        found.dropped += _dropped(found, after, fresh)
    return found


def _across_years(found: Sorted, after: Lists) -> None:
    """Find what went to the list of another year, and what the list of a later year carries on."""
    gone = {kind: RowIndex(r for r in found.gone if r.kind == kind) for kind in ("dik", "dip")}
    kept = {kind: RowIndex(_rows(after, kind)) for kind in ("dik", "dip")}
    taken: set[int] = set()
    for row in found.came:
        old = next((r for r in gone[row.kind].same(row) if id(r) not in taken), None)
        older = [r for r in kept[row.kind].same(row) if r.id.tahun < row.id.tahun]
        if old is not None and not any(r.id.tahun >= old.id.tahun for r in older):
            found.moved.append((old, row))
            taken |= {id(old), id(row)}
        elif older:
            found.carried.append((max(older, key=lambda r: r.id.tahun), row))
            taken.add(id(row))
    _remove(found, taken)


def _across_sorts(found: Sorted, before: Lists, after: Lists) -> None:
    """Find what was public and is excluded now, and what was excluded and is public now."""
    was = {kind: RowIndex(_rows(before, kind)) for kind in ("dik", "dip")}
    still = {kind: RowIndex(_rows(after, kind)) for kind in ("dik", "dip")}
    taken: set[int] = set()
    for row in found.came:
        other = "dip" if row.kind == "dik" else "dik"
        same = was[other].same(row)
        if not same:
            continue
        last = max(same, key=lambda r: r.id.tahun)
        if row.kind == "dik":
            found.closed.append((last, row))
        elif _stays_excluded(row, still["dik"]):
            continue
        else:
            found.opened.append((last, row))
        taken |= {id(row), *map(id, same)}
    _remove(found, taken)


def _stays_excluded(row: Row, excluded: RowIndex) -> bool:
    """Tell whether a public row is beside an exclusion that lasts, or is of a part only."""
    return any(
        other.id.tahun >= row.id.tahun or getattr(other, "cakupan", "") == "sebagian"
        for other in excluded.same(row)
    )


def _doubt_across_sorts(found: Sorted) -> None:
    """Ask whether a new exclusion is, under another name, what the public list holds no more."""
    olds = [row for row in found.gone if row.kind == "dip"]
    news = [row for row in found.came if row.kind == "dik"]
    closed = list(same_rows(olds, news))
    taken = {id(row) for both in closed for row in both}
    found.closed += closed
    for pairs in (likely_rows, _of_one_kode, _reworded, _one_for_one):
        olds, news = ([row for row in rows if id(row) not in taken] for rows in (olds, news))
        for both in pairs(olds, news):
            if taken.isdisjoint(map(id, both)):
                found.likely_closed.append(both)
                taken.update(map(id, both))
    _remove(found, taken)


def _of_one_kode(olds: Sequence[Row], news: Sequence[Row]) -> Iterator[Pair]:
    return ((old, new) for new in news for old in olds if old.id.slug == new.id.slug)


def _reworded(olds: Sequence[Row], news: Sequence[Row]) -> Iterator[Pair]:
    return (
        (old, new) for new in news for old in olds if can_be_reworded(old.informasi, new.informasi)
    )


def _one_for_one(olds: Sequence[Row], news: Sequence[Row]) -> Iterator[Pair]:
    """Yield the one public row that went with the one exclusion that came at the same holder."""
    if len(olds) == len(news) == 1 and olds[0].penguasa == news[0].penguasa:
        yield olds[0], news[0]


def across_offices(offices: Mapping[str, Sorted]) -> list[Pair]:
    """Put together what one OPD gave up and another took; take both out of what is left over.

    Many OPDs have rows of one title: those are one information where their `kode` is the same too,
    or most of what else they say. A public row whose title another OPD excludes is always named.
    """
    left = {id(row): opd for opd, found in offices.items() for row in (*found.gone, *found.dropped)}
    gone = [row for found in offices.values() for row in (*found.gone, *found.dropped)]
    came = [(opd, row) for opd, found in offices.items() for row in found.came]
    if not gone or not came:
        return []
    index = RowIndex(gone)
    likely = sorted(
        (
            (old, new)
            for opd, new in came
            for old in index.same(new)
            if left[id(old)] != opd and _went_over(old, new)
        ),
        key=lambda both: (both[0].id.slug != both[1].id.slug, -shared(*both)),
    )
    taken: set[int] = set()
    pairs = []
    for both in likely:
        if taken.isdisjoint(map(id, both)):
            pairs.append(both)
            taken.update(map(id, both))
    for found in offices.values():
        _remove(found, taken)
    _doubt_across_offices(offices)
    return pairs


def _doubt_across_offices(offices: Mapping[str, Sorted]) -> None:
    """Ask what went over under another name: above all what was public and is excluded now."""
    olds = [row for found in offices.values() for row in found.gone if row.kind == "dip"]
    news = {id(row): found for found in offices.values() for row in found.came if row.kind == "dik"}
    came = [row for found in offices.values() for row in found.came if id(row) in news]
    taken: set[int] = set()
    for old, new in likely_rows(olds, came):
        news[id(new)].likely_closed.append((old, new))
        taken |= {id(old), id(new)}
    for kind in ("dip", "dik"):
        _doubt_moves(offices, kind, taken)
    for found in offices.values():
        _remove(found, taken)


def _doubt_moves(offices: Mapping[str, Sorted], kind: str, taken: set[int]) -> None:
    """Ask whether what one OPD gave up is, under another name and `kode`, what another took."""
    of = {id(r): opd for opd, found in offices.items() for r in (*found.gone, *found.came)}
    rest = [found for found in offices.values() if found.gone or found.came]
    olds = [r for found in rest for r in found.gone if r.kind == kind and id(r) not in taken]
    news = [r for found in rest for r in found.came if r.kind == kind and id(r) not in taken]
    for old, new in likely_rows(olds, news):
        if of[id(old)] != of[id(new)] and shared(old, new) >= _SAME_ELSEWHERE:
            offices[of[id(old)]].doubts.append((old, new))
            taken |= {id(old), id(new)}


def _went_over(old: Row, new: Row) -> bool:
    if old.kind != new.kind or old.id.slug == new.id.slug:
        return True
    return shared(old, new) >= _SAME_ELSEWHERE


def _dropped(found: Sorted, after: Lists, fresh: frozenset[tuple[str, int]]) -> Iterator[Row]:
    """Yield the rows of a list that the new list after it does not carry on."""
    ended = {_without_opd(old) for old, _ in (*found.carried, *found.closed, *found.opened)}
    for kind, tahun in sorted(fresh):
        earlier = [year for sort, year in after if sort == kind and year < tahun]
        if not earlier or any(sort == kind and year > tahun for sort, year in after):
            continue
        here = RowIndex(after.get((kind, tahun), ()))
        other = RowIndex(row for row in found.came if row.kind != kind)
        for row in after[kind, max(earlier)]:
            if _without_opd(row) not in ended and not here.same(row) and not other.same(row):
                yield row


def _without_opd(row: Row) -> tuple[str, int, str]:
    return row.id.kind, row.id.tahun, row.id.slug


def _rows(lists: Lists, kind: str) -> Iterator[Row]:
    return (row for (sort, _), rows in lists.items() if sort == kind for row in rows)


def _remove(found: Sorted, taken: set[int]) -> None:
    found.gone = [row for row in found.gone if id(row) not in taken]
    found.came = [row for row in found.came if id(row) not in taken]
    found.dropped = [row for row in found.dropped if id(row) not in taken]
