"""The part of a source line around a span, shortened to a width, with the place to underline."""

from typing import NamedTuple

from ppid.diagnostics.inert import cells, joins_previous, shown_cells, visible

_CHARS_PER_CELL = 4
"""Combining marks take no room; this keeps thousands of them from being shown."""


class Excerpt(NamedTuple):
    """Text to print, and the columns (from 0) at which the underline begins and how long it is."""

    text: str
    indent: int
    length: int


def excerpt(line: str, start: int, end: int, room: int) -> Excerpt:
    """Show the characters `start` to `end` of a line with as much around them as `room` allows."""
    start = min(start, len(line))
    end = min(max(end, start), len(line))
    low, high = _window(line, start, end, room)
    left, right = ("…" if low else ""), ("…" if high < len(line) else "")
    return Excerpt(
        left + visible(line[low:high]) + right,
        cells(left + visible(line[low:start])),
        max(1, cells(visible(line[start : min(end, high)]))),
    )


def _window(line: str, start: int, end: int, room: int) -> tuple[int, int]:
    if len(line) <= room * _CHARS_PER_CELL and cells(visible(line)) <= room:
        return 0, len(line)
    room -= 2
    high, room = _reach(line, start, end, room)
    low, left_over = _reach_back(line, start, room // 2)
    high, room = _reach(line, high, len(line), room - room // 2 + left_over)
    low, _ = _reach_back(line, low, room)
    while low < start and joins_previous(line[low]):
        low += 1
    return low, high


def _reach(line: str, position: int, stop: int, room: int) -> tuple[int, int]:
    """Walk right while there is room; give where it ended and the room that is left."""
    ahead = line[position : min(stop, position + room)]
    if ahead.isascii() and ahead.isprintable():
        return position + len(ahead), room - len(ahead)
    stop = min(stop, position + room * _CHARS_PER_CELL)
    while position < stop and shown_cells(line[position]) <= room:
        room -= shown_cells(line[position])
        position += 1
    return position, room


def _reach_back(line: str, position: int, room: int) -> tuple[int, int]:
    """Walk left while there is room; give where it ended and the room that is left."""
    behind = line[max(0, position - room) : position]
    if behind.isascii() and behind.isprintable():
        return position - len(behind), room - len(behind)
    stop = max(0, position - room * _CHARS_PER_CELL)
    while position > stop and shown_cells(line[position - 1]) <= room:
        position -= 1
        room -= shown_cells(line[position])
    return position, room
