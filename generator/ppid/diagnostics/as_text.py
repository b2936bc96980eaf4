"""Diagnostics for a terminal: each with the line it speaks of, the place underlined."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from ppid.diagnostics.excerpt import excerpt
from ppid.diagnostics.inert import brief
from ppid.diagnostics.model import Diagnostic, Severity, in_order
from ppid.diagnostics.span import SourceText, Span
from ppid.diagnostics.tally import abridged, number, summary_sentence

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
            text = f"dan {number(left_out)} lainnya untuk aturan ini dalam berkas ini"
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
