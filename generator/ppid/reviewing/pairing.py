"""Which row of a list is which row of the same list before, also where its `kode` changed.

A pair is made where nothing speaks against it; where two rows are only likely the same, that stays
a question for the reviewer.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

import numpy as np
from rapidfuzz import fuzz, process

from ppid.history.wording import values_of
from ppid.kinds.rows import Row
from ppid.values.titles import differ_in_spelling_only, normal_title, telling_words, title_key

Pair = tuple[Row, Row]
_NEAR: Final = 85
"""From here on titles that differ in spelling only are one (0 to 100)."""
_LIKELY: Final = 70
_ALIKE: Final = 50
"""Below this share of common words two titles name different things, as in rule KTR-003."""
_INCLUDED: Final = 90
_COMMON: Final = 0.75


@dataclass(slots=True)
class Paired:
    """The rows of a list before and after: those that are one, those left over, and the doubts."""

    pairs: list[Pair] = field(default_factory=list)
    doubts: list[Pair] = field(default_factory=list)
    gone: list[Row] = field(default_factory=list)
    came: list[Row] = field(default_factory=list)


def pair(before: Sequence[Row], after: Sequence[Row]) -> Paired:
    """Pair the rows of one list; pairs of the very same object say nothing and are left out."""
    firm, loose, gone, came = _by_kode(before, after)
    if not loose and not (gone and came):
        return Paired(firm, [], gone, came)
    olds, news = [*(old for old, _ in loose), *gone], [*(new for _, new in loose), *came]
    found = Paired(firm)
    renamed = list(_by_title(olds, news))
    found.pairs += renamed
    taken = {id(row) for both in renamed for row in both}
    for old, new in loose:
        if id(old) not in taken and id(new) not in taken and alike(old, new):
            found.pairs.append((old, new))
            taken |= {id(old), id(new)}
    _by_likeness(_left(olds, taken), _left(news, taken), loose, found)
    return found


def _left(rows: Iterable[Row], taken: set[int]) -> list[Row]:
    return [row for row in rows if id(row) not in taken]


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


def _by_title(olds: Sequence[Row], news: Sequence[Row]) -> Iterator[Pair]:
    """Pair rows of one title; where several have it, those that share most come together."""
    waiting: dict[str, list[Row]] = defaultdict(list)
    for row in news:
        waiting[title_key(row.informasi)].append(row)
    for old in olds:
        same = waiting.get(title_key(old.informasi))
        if same:
            best = max(same, key=lambda new: shared(old, new))
            _take(same, best)
            yield old, best


def _take(rows: list[Row], row: Row) -> None:
    """Take one very row out: rows that say the same are equal, but not one."""
    if rows[0] is row:
        del rows[0]
        return
    del rows[next(place for place, other in enumerate(rows) if other is row)]


def _by_likeness(
    olds: Sequence[Row], news: Sequence[Row], loose: Sequence[Pair], found: Paired
) -> None:
    taken: set[int] = set()
    unsure: list[Pair] = []
    for old, new in likely(olds, news):
        if id(old) in taken or id(new) in taken:
            continue
        if surely_same(old, new):
            found.pairs.append((old, new))
            taken |= {id(old), id(new)}
        else:
            unsure.append((old, new))
    open_ = {id(row) for row in (*olds, *news)}
    for old, new in (*unsure, *loose):
        if {id(old), id(new)} <= open_ - taken:
            found.doubts.append((old, new))
            taken |= {id(old), id(new)}
    found.gone += _left(olds, taken)
    found.came += _left(news, taken)


def likely(olds: Sequence[Row], news: Sequence[Row]) -> Iterator[Pair]:
    """Yield the pairs whose titles are near or include one another, the nearest first."""
    if not olds or not news:
        return
    one, other = ([normal_title(row.informasi) for row in rows] for rows in (olds, news))
    near = process.cdist(one, other, scorer=fuzz.ratio, score_cutoff=_LIKELY, dtype=np.uint8)
    within = process.cdist(
        one, other, scorer=fuzz.token_set_ratio, score_cutoff=_INCLUDED, dtype=np.uint8
    )
    pairs = [(olds[i], news[j], near[i, j]) for i, j in np.argwhere(near | within).tolist()]
    pairs.sort(key=lambda found: -int(found[2]))
    for old, new, nearness in pairs:
        if nearness or shared(old, new) >= _COMMON:
            yield old, new


def surely_same(old: Row, new: Row) -> bool:
    """Tell whether two titles differ in spelling only, and in nothing that tells things apart."""
    one, other = normal_title(old.informasi), normal_title(new.informasi)
    if title_key(old.informasi) == title_key(new.informasi):
        return True
    return (
        telling_words(one) == telling_words(other)
        and fuzz.ratio(one, other) >= _NEAR
        and differ_in_spelling_only(one, other)
    )


def alike(old: Row, new: Row) -> bool:
    """Tell whether two titles under one `kode` can be wordings of the same thing."""
    one, other = normal_title(old.informasi), normal_title(new.informasi)
    return fuzz.token_set_ratio(one, other) >= _ALIKE


def shared(old: Row, new: Row) -> float:
    """Return the part of the fields that both rows have and fill alike, title and `kode` apart."""
    names = set(type(old).model_fields) & set(type(new).model_fields) - {"kode", "informasi"}
    counts = Counter(getattr(old, name) == getattr(new, name) for name in names)
    return counts[True] / len(names)
