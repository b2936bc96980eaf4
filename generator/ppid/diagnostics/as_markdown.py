"""Diagnostics as Markdown: for a job summary or a comment on a pull request."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from ppid.diagnostics.diagnostic import (
    Diagnostic,
    Severity,
    abridged,
    by_importance,
    count_by_severity,
    counts_in_words,
    summary_sentence,
)
from ppid.diagnostics.inert import code, literal
from ppid.values.numbers import format_bulat

_MANY = 20
_SHOWN_OF_MANY = 5
_LONGEST = 500
_TABLE_SHARE = 4
"""The table of files may take this part (a quarter) of the room."""
_RESERVE = 300
_TITLE = "## Hasil pemeriksaan data"
_TABLE_HEAD = "| Berkas | Galat | Peringatan | Saran |\n| :-- | --: | --: | --: |"
_END_OF_FILE = "\n</details>"

_Files = dict[str, list[Diagnostic]]


def as_markdown(diagnostics: Sequence[Diagnostic], *, limit_chars: int = 60_000) -> str:
    """Sum up, count by file, then tell the details, gravest files first, while there is room."""
    ordered = by_importance(list(diagnostics))
    headline = f"**{summary_sentence(ordered)}**"
    if count_by_severity(ordered)[Severity.GALAT]:
        headline += " Selama masih ada galat, situs tidak diterbitkan."
    opening = f"{_TITLE}\n\n{headline}\n"
    if not ordered:
        return opening
    # A file comes where its gravest finding came.
    files: _Files = defaultdict(list)
    for diagnostic in ordered:
        files[diagnostic.span.path].append(diagnostic)
    table = _table(files, (limit_chars - len(opening)) // _TABLE_SHARE)
    room = limit_chars - len(opening) - len(table) - _RESERVE
    details, covered_all = _details(files, room)
    if left := len(ordered) - covered_all:
        details += (
            f"\n{format_bulat(left)} temuan tidak dimuat di sini karena terlalu panjang. "
            "Jalankan `ppid periksa` untuk membaca semuanya.\n"
        )
    return opening + table + details


def _table(files: _Files, room: int) -> str:
    rows: list[str] = []
    for path, found in files.items():
        counts = count_by_severity(found)
        numbers = " | ".join(format_bulat(counts[level]) for level in Severity)
        row = f"| {code(path, _LONGEST)} | {numbers} |"
        room -= len(row) + 1
        if room < 0:
            rows.append(f"| dan {format_bulat(len(files) - len(rows))} berkas lain | … | … | … |")
            break
        rows.append(row)
    return "\n".join(["", _TABLE_HEAD, *rows, ""])


def _details(files: _Files, room: int) -> tuple[str, int]:
    """Return what fits, and how many findings that covers."""
    parts: list[str] = []
    covered_all = 0
    for path, found in files.items():
        summary = f"{code(path, _LONGEST)}: {counts_in_words(found)}"
        heading = f"<details>\n<summary>{summary}</summary>\n"
        room -= len(heading) + len(_END_OF_FILE) + 1
        fitting, covered, room = _fitting(found, room)
        if fitting:
            parts += [heading, *fitting, _END_OF_FILE]
            covered_all += covered
        if covered < len(found):
            break
    return "\n".join(["", *parts, ""]) if parts else "", covered_all


def _fitting(found: Sequence[Diagnostic], room: int) -> tuple[list[str], int, int]:
    """Return the findings that fit, how many they stand for, and the room that is left."""
    entries: list[str] = []
    covered = 0
    for diagnostic, left_out in abridged(found, above=_MANY, keep=_SHOWN_OF_MANY):
        entry = "\n".join(_entry(diagnostic, left_out))
        if len(entry) + 1 > room:
            break
        room -= len(entry) + 1
        covered += 1 + left_out
        entries.append(entry)
    return entries, covered, room


def _entry(diagnostic: Diagnostic, left_out: int) -> Iterator[str]:
    span = diagnostic.span
    cell = f", sel {literal(span.cell, _LONGEST)}" if span.cell else ""
    rule = f"{diagnostic.severity} {literal(diagnostic.rule_id, _LONGEST)}"
    place = f"baris {span.line}, kolom {span.column}{cell}"
    yield f"- **{rule}** {place}<br>{literal(diagnostic.message, _LONGEST)}"
    for note in diagnostic.notes:
        where = f"{code(note.span.path, _LONGEST)} baris {note.span.line}"
        yield f"  <br>Catatan: {literal(note.message, _LONGEST)} ({where})"
    if diagnostic.hint:
        yield f"  <br>Saran: {literal(diagnostic.hint, _LONGEST)}"
    if diagnostic.legal_basis:
        yield f"  <br>Dasar: {literal('; '.join(diagnostic.legal_basis), _LONGEST)}"
    if left_out:
        yield f"- … dan {format_bulat(left_out)} lainnya untuk aturan {rule} dalam berkas ini"
