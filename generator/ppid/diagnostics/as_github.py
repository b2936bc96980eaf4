"""Diagnostics as workflow commands: the annotations that GitHub shows beside changed lines."""

from collections.abc import Iterator, Sequence

from ppid.diagnostics.diagnostic import Diagnostic, Severity, abridged, by_importance, number
from ppid.diagnostics.inert import brief
from ppid.diagnostics.places import Span

_COMMANDS = {
    Severity.GALAT: "error",
    Severity.PERINGATAN: "warning",
    Severity.SARAN: "notice",
}
_LONGEST = 2000

_Shown = tuple[Diagnostic, int]
"""A finding and how many of its like it stands for besides itself."""


def as_github(diagnostics: Sequence[Diagnostic], *, limit: int = 10) -> str:
    """Write at most `limit` commands of each level: GitHub silently drops what is beyond ten.

    Findings of one rule in one file share a command; when there are still too many, the last
    command of a level says how many more there are and where to read them.
    """
    ordered = by_importance(list(diagnostics))
    groups = list(abridged(ordered, above=1, keep=1))
    lines = [
        line
        for level in Severity
        for line in _level([group for group in groups if group[0].severity is level], limit)
    ]
    return "".join(f"{line}\n" for line in lines)


def _level(groups: list[_Shown], limit: int) -> Iterator[str]:
    if len(groups) <= limit:
        yield from (_command(*group) for group in groups)
    elif limit > 0:
        yield from (_command(*group) for group in groups[: limit - 1])
        yield _remainder(groups[limit - 1 :])


def _command(diagnostic: Diagnostic, left_out: int) -> str:
    title = f"{diagnostic.severity} {diagnostic.rule_id}"
    if diagnostic.span.cell:
        title += f" (sel {diagnostic.span.cell})"
    place = ",".join(f"{key}={_property(value)}" for key, value in _place(diagnostic.span))
    message = "%0A".join(map(_data, _sentences(diagnostic, left_out)))
    return f"::{_COMMANDS[diagnostic.severity]} {place},title={_property(title)}::{message}"


def _place(span: Span) -> Iterator[tuple[str, str]]:
    """Name the place; a longer one by its first line, since GitHub shows the note at the last."""
    yield "file", span.path
    yield "line", str(span.line)
    yield "col", str(span.column)
    yield "endLine", str(span.line)
    if span.end_line == span.line:
        yield "endColumn", str(span.end_column)


def _sentences(diagnostic: Diagnostic, left_out: int) -> Iterator[str]:
    yield diagnostic.message
    if left_out:
        yield f"… dan {number(left_out)} temuan sejenis dalam berkas ini."
    for note in diagnostic.notes:
        yield f"Catatan: {note.message} ({note.span.path}:{note.span.line})"
    if diagnostic.hint:
        yield f"Saran: {diagnostic.hint}"
    if diagnostic.legal_basis:
        yield f"Dasar: {'; '.join(diagnostic.legal_basis)}"


def _remainder(groups: list[_Shown]) -> str:
    level = groups[0][0].severity
    findings = sum(1 + left_out for _, left_out in groups)
    files = len({diagnostic.span.path for diagnostic, _ in groups})
    message = (
        f"Masih ada {number(findings)} {level} lain dalam {number(files)} berkas. "
        "Semuanya dapat dibaca dalam ringkasan pekerjaan (job summary)."
    )
    return f"::{_COMMANDS[level]} title={_property(f'{level} lainnya')}::{_data(message)}"


def _data(text: str) -> str:
    """Escape as the runner expects, and break the older form of a command."""
    shown = brief(text, _LONGEST).replace("##[", "##⟦")
    return shown.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
