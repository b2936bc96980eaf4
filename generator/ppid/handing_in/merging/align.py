"""Which rows of three lists are the same row: by `kode`, else by what it was, else by its title."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from ppid.handing_in.model import TakenRow
from ppid.values.titles import TitleRelation, relate, related_between, title_key

KODE, INFORMASI = "kode", "informasi"
KODE_SEMULA: Final = "kode_semula"
"""A value of a handed-in row beside its fields: the `kode` with which its row was prefilled.

It tells a `kode` that was changed by hand from a new row, and never stands in the outcome.
"""

Pairs = dict[int, int]
"""Position in one list → position in another."""


def title_of(row: TakenRow | None) -> str:
    """Return the title of a row; empty when there is no row."""
    return row.values.get(INFORMASI, "") if row else ""


@dataclass(frozen=True, slots=True)
class AlignedRow:
    """The same row in the three lists, as far as it is there."""

    base: TakenRow | None
    ours: TakenRow | None
    theirs: TakenRow | None


@dataclass(frozen=True, slots=True)
class Aligned:
    """All entries, and for each list the numbers of its entries in its order.

    `same_code` and `same_title` pair entries that were added on both sides and may be one.
    """

    entries: tuple[AlignedRow, ...]
    base: tuple[int, ...]
    ours: tuple[int, ...]
    theirs: tuple[int, ...]
    same_code: tuple[tuple[int, int], ...]
    same_title: tuple[tuple[int, int], ...]


def align(
    base: Sequence[TakenRow], ours: Sequence[TakenRow], theirs: Sequence[TakenRow]
) -> Aligned:
    """Find what belongs together. Rows that share a `kode` within a list are paired in order."""
    of_ours, of_theirs = _with_base(base, ours), _with_base(base, theirs)
    to_ours = {b: o for o, b in of_ours.items()}
    to_theirs = {b: t for t, b in of_theirs.items()}
    new_ours = [o for o in range(len(ours)) if o not in of_ours]
    new_theirs = [t for t in range(len(theirs)) if t not in of_theirs]
    added = _both_added(ours, new_ours, theirs, new_theirs)
    joined = {o: t for o, t in added.items() if _is_one(ours[o], theirs[t])}
    taken = set(joined.values())
    triples: list[tuple[int | None, int | None, int | None]] = [
        *((b, to_ours.get(b), to_theirs.get(b)) for b in range(len(base))),
        *((None, o, joined.get(o)) for o in new_ours),
        *((None, None, t) for t in new_theirs if t not in taken),
    ]
    number_o = {o: n for n, (_, o, _) in enumerate(triples) if o is not None}
    number_t = {t: n for n, (*_, t) in enumerate(triples) if t is not None}
    apart = [(o, t) for o, t in added.items() if o not in joined]
    pairs = [(_code(ours[o]) == _code(theirs[t]), number_o[o], number_t[t]) for o, t in apart]
    return Aligned(
        entries=tuple(
            AlignedRow(_at(base, b), _at(ours, o), _at(theirs, t)) for b, o, t in triples
        ),
        base=tuple(range(len(base))),
        ours=tuple(number_o[o] for o in range(len(ours))),
        theirs=tuple(number_t[t] for t in range(len(theirs))),
        same_code=tuple((o, t) for same, o, t in pairs if same),
        same_title=tuple((o, t) for same, o, t in pairs if not same),
    )


def _at(rows: Sequence[TakenRow], position: int | None) -> TakenRow | None:
    return None if position is None else rows[position]


def _code(row: TakenRow) -> str:
    return row.values.get(KODE, "").casefold()


def _with_base(base: Sequence[TakenRow], rows: Sequence[TakenRow]) -> Pairs:
    found = _equal_or_named(rows, range(len(rows)), base, range(len(base)))
    _add_renamed(found, rows, base)
    paired = set(found.values())
    free = [b for b in range(len(base)) if b not in paired]
    left = [r for r in range(len(rows)) if r not in found]
    found |= _by_title(rows, left, base, free)
    return found


def _equal_or_named(
    rows: Sequence[TakenRow],
    left: Sequence[int],
    others: Sequence[TakenRow],
    free: Sequence[int],
) -> Pairs:
    """Pair rows that say the same, then those of one `kode`: a doubled one stays with its row."""
    found = _by(_whole, rows, left, others, free)
    taken = set(found.values())
    more = [row for row in left if row not in found]
    return found | _by(_code, rows, more, others, [o for o in free if o not in taken])


def _whole(row: TakenRow) -> str:
    filled = [(name, text) for name, text in row.values.items() if text and name != KODE_SEMULA]
    return repr(sorted(filled))


def _by(
    name: Callable[[TakenRow], str],
    rows: Sequence[TakenRow],
    left: Iterable[int],
    others: Sequence[TakenRow],
    free: Iterable[int],
) -> Pairs:
    """Pair rows of the same name, the first with the first; rows without a name stay alone."""
    waiting: dict[str, list[int]] = defaultdict(list)
    for other in free:
        waiting[name(others[other])].append(other)
    found: Pairs = {}
    for row in left:
        named = name(rows[row])
        if named and waiting[named]:
            found[row] = waiting[named].pop(0)
    return found


def _add_renamed(found: Pairs, rows: Sequence[TakenRow], base: Sequence[TakenRow]) -> None:
    """Pair rows whose `kode` was changed by hand, where they still are the same information."""
    taken = set(found.values())
    free = {_code(row): b for b, row in enumerate(base) if b not in taken}
    for position, row in enumerate(rows):
        earlier = free.get(row.values.get(KODE_SEMULA, "").casefold())
        if position in found or earlier is None:
            continue
        if same_information(row, base[earlier]) or _mostly_equal(row, base[earlier]):
            found[position] = earlier
            del free[_code(base[earlier])]


def _mostly_equal(one: TakenRow, other: TakenRow) -> bool:
    filled = [name for name, text in other.values.items() if text and name != KODE]
    same = sum(one.values.get(name) == other.values[name] for name in filled)
    return bool(filled) and 2 * same >= len(filled)


def _by_title(
    rows: Sequence[TakenRow], left: Sequence[int], others: Sequence[TakenRow], free: Sequence[int]
) -> Pairs:
    """Pair rows by a title that stands once on either side."""
    once = _once(rows), _once(others)
    mine = [position for position in left if position in once[0]]
    theirs = [position for position in free if position in once[1]]
    return _related(rows, mine, others, theirs, TitleRelation.SAMA)


def _once(rows: Sequence[TakenRow]) -> set[int]:
    """Return the positions of the rows whose title stands once among all of them."""
    keys = [title_key(title_of(row)) for row in rows]
    counts = Counter(keys)
    return {position for position, key in enumerate(keys) if key and counts[key] == 1}


def _related(
    rows: Sequence[TakenRow],
    left: Sequence[int],
    others: Sequence[TakenRow],
    free: Sequence[int],
    wanted: TitleRelation,
) -> Pairs:
    """Pair rows whose titles are related so, the nearest first, each row once."""
    mine = [title_of(rows[position]) for position in left]
    theirs = [title_of(others[position]) for position in free]
    found: Pairs = {}
    taken: set[int] = set()
    for other, row, relation in related_between(theirs, mine):
        if relation is wanted and left[row] not in found and free[other] not in taken:
            found[left[row]] = free[other]
            taken.add(free[other])
    return found


def _both_added(
    ours: Sequence[TakenRow],
    new_ours: Sequence[int],
    theirs: Sequence[TakenRow],
    new_theirs: Sequence[int],
) -> Pairs:
    """Pair rows that both sides added: of one `kode`, else of one title, else to be asked about."""
    found = _equal_or_named(ours, new_ours, theirs, new_theirs)
    for relation in (TitleRelation.SAMA, TitleRelation.MIRIP):
        taken = set(found.values())
        left = [o for o in new_ours if o not in found]
        free = [t for t in new_theirs if t not in taken]
        found |= _related(ours, left, theirs, free, relation)
    return found


def _is_one(ours: TakenRow, theirs: TakenRow) -> bool:
    """Tell whether two added rows are one: a `kode` that one of them lacks is no difference."""
    codes = {_code(ours), _code(theirs)} - {""}
    return len(codes) <= 1 and same_information(ours, theirs)


def same_information(one: TakenRow, other: TakenRow) -> bool:
    """Tell whether two titles name the same information, in another spelling or another year."""
    mine, theirs = title_of(one), title_of(other)
    return mine == theirs or relate(mine, theirs) in {TitleRelation.SAMA, TitleRelation.LAIN_TAHUN}
