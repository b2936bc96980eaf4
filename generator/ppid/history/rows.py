"""Two states of one CSV file without the rows that both hold: a long list changes in few places."""

import csv
import io
from collections.abc import Iterable, Sequence

_Row = tuple[str, ...]


def differing(before: bytes, after: bytes) -> tuple[bytes, bytes]:
    """Leave out of both files the rows that stand in both, wherever they stand.

    Files of another form than ours (another separator, other columns, not UTF-8) are given back
    as they are.
    """
    old, new = _rows(before), _rows(after)
    if not old or not new or old[0] != new[0]:
        return before, after
    kept, known = set(new), set(old)
    return (
        _written([old[0], *(row for row in old[1:] if row not in kept)]),
        _written([new[0], *(row for row in new[1:] if row not in known)]),
    )


def _rows(content: bytes) -> Sequence[_Row]:
    """Give the heading and the rows; nothing when the file is not plainly of our form."""
    try:
        text = content.decode("utf-8-sig")
        rows = [tuple(row) for row in csv.reader(io.StringIO(text, newline=""), strict=True)]
    except (UnicodeDecodeError, csv.Error):
        return ()
    ours = bool(rows) and len(rows[0]) > 1 and all(len(row) == len(rows[0]) for row in rows)
    return rows if ours else ()


def _written(rows: Iterable[_Row]) -> bytes:
    target = io.StringIO(newline="")
    csv.writer(target, lineterminator="\n").writerows(rows)
    return target.getvalue().encode("utf-8")
