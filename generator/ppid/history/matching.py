"""Which rows are one information: pairs, questions, and what is left over.

Two titles are judged by `values.titles.relate`; here stands what follows from it for whole rows,
with their `kode` and with what else they share. The head of `tests/history/pasangan-judul.tsv`
says what every caller makes of every relation.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from ppid.history.differences import values_of
from ppid.kinds.rows import Row
from ppid.values.titles import (
    TitleRelation,
    can_be_reworded,
    moved_on,
    relate,
    related_between,
    title_key,
)

Pair = tuple[Row, Row]
_ASKED = frozenset({TitleRelation.MIRIP, TitleRelation.SERUPA})


@dataclass(slots=True)
class Paired:
    """The rows of a list before and after: those that are one, those left over, and the doubts."""

    pairs: list[Pair] = field(default_factory=list)
    doubts: list[Pair] = field(default_factory=list)
    gone: list[Row] = field(default_factory=list)
    came: list[Row] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class TitleMatch:
    """The earlier titles that a new one may continue, as positions, the nearest first.

    Where it is `certain`, there is one, and nothing to ask.
    """

    positions: tuple[int, ...] = ()
    certain: bool = False


def match_titles(olds: Sequence[str], news: Sequence[str], years: int) -> list[TitleMatch]:
    """Return what each new title continues of a list that is some `years` older.

    Years move on with the list: “Anggaran 2024” of the list of 2024 is “Anggaran 2025” of the next.
    Inside one list (`years` 0) two titles that name different years are two documents.
    """
    by_key: dict[str, list[int]] = defaultdict(list)
    for old, title in enumerate(olds):
        for key in {title_key(title), title_key(moved_on(title, years))} - {""}:
            by_key[key].append(old)
    matches = [_certain(by_key.get(title_key(title), [])) for title in news]
    # Only what is not settled by its very words is compared with everything.
    open_ones = [new for new, match in enumerate(matches) if match is None]
    same: dict[int, list[int]] = defaultdict(list)
    near: dict[int, list[int]] = defaultdict(list)
    for old, place, relation in related_between(olds, [news[new] for new in open_ones], years):
        if relation is TitleRelation.SAMA:
            same[open_ones[place]].append(old)
        elif years or relation is not TitleRelation.LAIN_TAHUN:
            near[open_ones[place]].append(old)
    return [
        match or _certain(same[new]) or TitleMatch((*same[new], *near[new]))
        for new, match in enumerate(matches)
    ]


def _certain(found: Sequence[int]) -> TitleMatch | None:
    return TitleMatch(tuple(found), certain=True) if len(found) == 1 else None


def same_rows(olds: Sequence[Row], news: Sequence[Row], years: int = 0) -> Iterator[Pair]:
    """Yield the rows that are one by their titles; of several those that share most."""
    related = related_between(_titles(olds), _titles(news), years)
    same = [(olds[o], news[n]) for o, n, relation in related if relation is TitleRelation.SAMA]
    return _each_once(sorted(same, key=lambda both: -shared(*both)), set())


def likely_rows(olds: Sequence[Row], news: Sequence[Row]) -> Iterator[Pair]:
    """Yield the rows of which somebody must say whether they are one, the nearest first."""
    related = related_between(_titles(olds), _titles(news))
    return _each_once(((olds[o], news[n]) for o, n, found in related if found in _ASKED), set())


def _each_once(pairs: Iterable[Pair], taken: set[int]) -> Iterator[Pair]:
    """Yield the pairs of which neither row was taken (by its `id`), and take both."""
    for old, new in pairs:
        if taken.isdisjoint({id(old), id(new)}):
            taken.update((id(old), id(new)))
            yield old, new


def _titles(rows: Iterable[Row]) -> list[str]:
    return [row.informasi for row in rows]


def pair(before: Sequence[Row], after: Sequence[Row]) -> Paired:
    """Pair the rows of two versions of one list.

    Rows of one `kode` and one title are one; then those of one title, whatever their `kode` is now;
    then those of one `kode` whose titles can be wordings of the same. What is only likely the same
    stays a doubt, and so does one `kode` for two different things.
    """
    firm, loose, gone, came = _by_kode(before, after)
    if not loose and not (gone and came):
        return Paired(firm, [], gone, came)
    olds, news = [*(old for old, _ in loose), *gone], [*(new for _, new in loose), *came]
    found = Paired([*firm, *same_rows(olds, news)])
    taken = {id(row) for both in found.pairs for row in both}

    def left(rows: Iterable[Row]) -> list[Row]:
        return [row for row in rows if id(row) not in taken]

    found.pairs += _each_once((both for both in loose if _can_be_one(*both)), taken)
    found.doubts += _each_once(likely_rows(left(olds), left(news)), taken)
    found.doubts += _each_once(loose, taken)
    found.gone, found.came = left(olds), left(news)
    return found


def _by_kode(
    before: Sequence[Row], after: Sequence[Row]
) -> tuple[list[Pair], list[Pair], list[Row], list[Row]]:
    """Pair rows of one `kode`: firmly where the title is the same, loosely otherwise."""
    firm: list[Pair] = []
    loose: list[Pair] = []
    came: list[Row] = []
    earlier: dict[str, list[Row]] = defaultdict(list)
    for row in before:
        earlier[row.id.slug].append(row)
    unsettled: list[Row] = []
    for row in after:
        olds = earlier.get(row.id.slug, [])
        same = next((old for old in olds if old is row or values_of(old) == values_of(row)), None)
        if same is None:
            unsettled.append(row)
        else:
            _take(olds, same)
    for row in unsettled:
        olds = earlier.get(row.id.slug, [])
        if olds:
            old = olds.pop(0)
            one_title = title_key(old.informasi) == title_key(row.informasi)
            (firm if one_title else loose).append((old, row))
        else:
            came.append(row)
    return firm, loose, [row for olds in earlier.values() for row in olds], came


def _take(rows: list[Row], row: Row) -> None:
    """Take one very row out: rows that say the same are equal, but not one."""
    del rows[next(place for place, other in enumerate(rows) if other is row)]


def _can_be_one(old: Row, new: Row) -> bool:
    return can_be_reworded(old.informasi, new.informasi)


def are_one(old: Row, new: Row) -> bool:
    """Tell whether two rows of lists of one OPD, the second not older, are one information."""
    if old.id.slug == new.id.slug:
        return True
    years = new.id.tahun - old.id.tahun
    titles = {old.informasi, moved_on(old.informasi, years)}
    return any(relate(title, new.informasi) is TitleRelation.SAMA for title in titles)


def shared(old: Row, new: Row) -> float:
    """Return the part of the fields that both rows have and fill alike, title and `kode` apart."""
    names = set(type(old).model_fields) & set(type(new).model_fields) - {"kode", "informasi"}
    counts = Counter(getattr(old, name) == getattr(new, name) for name in names)
    return counts[True] / len(names)


class RowIndex:
    """Rows of one OPD looked up by their `kode`, with a title that can be one, or by their title.

    Titles move on with the years of the lists, as everywhere.
    """

    def __init__(self, rows: Iterable[Row]) -> None:
        """Index the rows, of whatever lists."""
        self._by_kode: dict[str, list[Row]] = defaultdict(list)
        self._by_title: dict[tuple[int, str], list[Row]] = defaultdict(list)
        for row in rows:
            self._by_kode[row.id.slug].append(row)
            self._by_title[row.id.tahun, title_key(row.informasi)].append(row)
        self._years = sorted({tahun for tahun, _ in self._by_title})

    def same(self, row: Row) -> list[Row]:
        """Return the rows that are the same information, those of its `kode` first."""
        found = [other for other in self._by_kode.get(row.id.slug, ()) if _can_be_one(other, row)]
        as_it_is = [(tahun, row.informasi) for tahun in self._years]
        moved = [(tahun, moved_on(row.informasi, tahun - row.id.tahun)) for tahun in self._years]
        for tahun, title in (*as_it_is, *moved):
            named = self._by_title.get((tahun, title_key(title)), ())
            found += (other for other in named if other not in found)
        return found
