"""The order of merged rows: that of the side which moved rows, with the other's new rows put in."""

from collections.abc import Collection, Sequence

from ppid.handing_in.merging.align import Aligned


def merged_order(aligned: Aligned) -> list[int]:
    """Return the numbers of all entries that stand in either list.

    The stored order is kept unless only the handed-in list moved rows. A row that only the other
    list has comes behind the row that it follows there.
    """
    ours, theirs = aligned.ours, aligned.theirs
    only_theirs_moved = _moved(theirs, aligned.base) and not _moved(ours, aligned.base)
    first, second = (theirs, ours) if only_theirs_moved else (ours, theirs)
    order = list(first)
    known, others = set(first), set(second)
    for position, entry in enumerate(second):
        if entry not in known:
            before = second[position - 1] if position else None
            _put_behind(order, entry, before, others)
            known.add(entry)
    return order


def _moved(rows: Sequence[int], base: Collection[int]) -> bool:
    """Tell whether rows of the base stand in another order; those have the lowest numbers."""
    kept = [entry for entry in rows if entry < len(base)]
    return kept != sorted(kept)


def _put_behind(order: list[int], entry: int, before: int | None, others: set[int]) -> None:
    """Put an entry behind another, and behind what the first list put there of its own."""
    place = 0 if before is None else order.index(before) + 1
    while place < len(order) and order[place] not in others:
        place += 1
    order.insert(place, entry)
