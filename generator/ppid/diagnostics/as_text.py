"""Diagnostics for a terminal: each with the line it speaks of, the place underlined."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from ppid.diagnostics.diagnostic import (
    Diagnostic,
    Severity,
    abridged,
    in_order,
    summary_sentence,
)
from ppid.diagnostics.inert import brief, cells, joins_previous, shown_cells, visible
from ppid.diagnostics.places import SourceText, Span
from ppid.values.numbers import format_bulat

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
    """Walk right while there is room; return where it ended and the room that is left."""
    ahead = line[position : min(stop, position + room)]
    if ahead.isascii() and ahead.isprintable():
        return position + len(ahead), room - len(ahead)
    stop = min(stop, position + room * _CHARS_PER_CELL)
    while position < stop and shown_cells(line[position]) <= room:
        room -= shown_cells(line[position])
        position += 1
    return position, room


def _reach_back(line: str, position: int, room: int) -> tuple[int, int]:
    """Walk left while there is room; return where it ended and the room that is left."""
    behind = line[max(0, position - room) : position]
    if behind.isascii() and behind.isprintable():
        return position - len(behind), room - len(behind)
    stop = max(0, position - room * _CHARS_PER_CELL)
    while position > stop and shown_cells(line[position - 1]) <= room:
        position -= 1
        room -= shown_cells(line[position])
    return position, room


_MANY = 20
_SHOWN_OF_MANY = 5
_LONGEST_SENTENCE = 1000
_NARROWEST_LINE = 20
_BOLD, _BLUE = "1", "34"
_COLOURS = {Severity.GALAT: "31", Severity.PERINGATAN: "33", Severity.SARAN: "36"}


def as_text(
    diagnostics: Sequence[Diagnostic],
    texts: Mapping[str, SourceText],
    *,
    colour: bool,
    width: int = 100,
) -> str:
    """Print the findings in order of place, then one sentence that sums them up."""
    ordered = in_order(list(diagnostics))
    private = frozenset(d.span[:2] for d in ordered if not d.quotable)
    terminal = _Terminal(texts, width, colour, private)
    blocks = [
        "\n".join(terminal.block(diagnostic, left_out))
        for diagnostic, left_out in abridged(ordered, above=_MANY, keep=_SHOWN_OF_MANY)
    ]
    text = "\n\n".join([*blocks, summary_sentence(ordered)]) + "\n"
    # A log of GitHub Actions would obey the old form of a command anywhere in a line.
    return text.replace("##[", "##⟦")


@dataclass(frozen=True, slots=True)
class _Terminal:
    texts: Mapping[str, SourceText]
    width: int
    colour: bool
    private: frozenset[tuple[str, int]]
    """Path and line of what must not be repeated, whichever finding points there."""

    def block(self, diagnostic: Diagnostic, left_out: int) -> Iterator[str]:
        hue = _COLOURS[diagnostic.severity]
        lines = [diagnostic.span.line, *(note.span.line for note in diagnostic.notes)]
        margin = len(str(max(lines))) + 1
        head = self._paint(f"{diagnostic.severity}[{_sentence(diagnostic.rule_id)}]", hue)
        yield head + self._paint(f": {_sentence(diagnostic.message)}", _BOLD)
        yield from self._place(diagnostic.span, margin, hue)
        for note in diagnostic.notes:
            yield self._label(margin, "catatan", note.message)
            yield from self._place(note.span, margin, _BLUE)
        for label, text in _closing(diagnostic):
            yield self._label(margin, label, text)
        if left_out:
            text = f"dan {format_bulat(left_out)} lainnya untuk aturan ini dalam berkas ini"
            yield f"{' ' * margin} {self._paint('=', _BLUE)} {text}"

    def _place(self, span: Span, margin: int, hue: str) -> Iterator[str]:
        cell = f" (sel {_sentence(span.cell)})" if span.cell else ""
        arrow = self._paint("-->", _BLUE)
        yield f"{' ' * margin}{arrow} {_sentence(span.path)}:{span.line}:{span.column}{cell}"
        line = self._line(span)
        if not line:
            return
        end = span.end_column if span.end_line == span.line else len(line) + 1
        room = max(self.width - margin - 3, _NARROWEST_LINE)
        text, indent, length = excerpt(line, span.column - 1, end - 1, room)
        bar = self._paint("|", _BLUE)
        yield f"{' ' * margin} {bar}"
        yield f"{self._paint(f'{span.line:>{margin}}', _BLUE)} {bar} {text}"
        yield f"{' ' * margin} {bar} {' ' * indent}{self._paint('^' * length, hue)}"

    def _line(self, span: Span) -> str:
        source = self.texts.get(span.path)
        shown = source is not None and span[:2] not in self.private
        return source.line_text(span.line) if source and shown else ""

    def _label(self, margin: int, label: str, text: str) -> str:
        return f"{' ' * margin} {self._paint(f'= {label}:', _BLUE)} {_sentence(text)}"

    def _paint(self, text: str, code: str) -> str:
        return f"\x1b[{code}m{text}\x1b[0m" if self.colour else text


def _closing(diagnostic: Diagnostic) -> Iterator[tuple[str, str]]:
    if diagnostic.hint:
        yield "saran", diagnostic.hint
    if diagnostic.legal_basis:
        yield "dasar", "; ".join(diagnostic.legal_basis)
    yield "lihat", f"/aturan/{diagnostic.rule_id}/"


def _sentence(text: str) -> str:
    return brief(text, _LONGEST_SENTENCE)
