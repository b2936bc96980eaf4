"""Diagnostics as workflow commands: the annotations that GitHub shows beside changed lines."""

from collections.abc import Iterator, Sequence

from ppid.diagnostics.diagnostic import Diagnostic, Severity, abridged, by_importance
from ppid.diagnostics.inert import brief
from ppid.values.numbers import format_bulat

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
        rest = groups[limit - 1 :]
        level = rest[0][0].severity
        findings = format_bulat(sum(1 + left_out for _, left_out in rest))
        files = format_bulat(len({diagnostic.span.path for diagnostic, _ in rest}))
        message = (
            f"Masih ada {findings} {level} lain dalam {files} berkas. "
            "Semuanya dapat dibaca dalam ringkasan pekerjaan (job summary)."
        )
        yield f"::{_COMMANDS[level]} title={_property(f'{level} lainnya')}::{_data(message)}"


def _command(diagnostic: Diagnostic, left_out: int) -> str:
    title = f"{diagnostic.severity} {diagnostic.rule_id}"
    if diagnostic.span.cell:
        title += f" (sel {diagnostic.span.cell})"
    span = diagnostic.span
    # A longer place is named by its first line, since GitHub shows the note at the last.
    place = f"file={_property(span.path)},line={span.line},col={span.column},endLine={span.line}"
    if span.end_line == span.line:
        place += f",endColumn={span.end_column}"
    message = "%0A".join(map(_data, _sentences(diagnostic, left_out)))
    return f"::{_COMMANDS[diagnostic.severity]} {place},title={_property(title)}::{message}"


def _sentences(diagnostic: Diagnostic, left_out: int) -> Iterator[str]:
    yield diagnostic.message
    if left_out:
        yield f"… dan {format_bulat(left_out)} temuan sejenis dalam berkas ini."
    for note in diagnostic.notes:
        yield f"Catatan: {note.message} ({note.span.path}:{note.span.line})"
    if diagnostic.hint:
        yield f"Saran: {diagnostic.hint}"
    if diagnostic.legal_basis:
        yield f"Dasar: {'; '.join(diagnostic.legal_basis)}"


def _data(text: str) -> str:
    """Escape as the runner expects, and break the older form of a command."""
    shown = brief(text, _LONGEST).replace("##[", "##⟦")
    return shown.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
