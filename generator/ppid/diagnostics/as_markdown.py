"""Diagnostics as Markdown: for a job summary or a comment on a pull request."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from ppid.diagnostics.diagnostic import (
    Diagnostic,
    Severity,
    abridged,
    by_importance,
    count_by_severity,
    counts_in_words,
    number,
    summary_sentence,
)
from ppid.diagnostics.inert import code, literal

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
    opening = f"{_TITLE}\n\n{_headline(ordered)}\n"
    if not ordered:
        return opening
    files = _by_file(ordered)
    table = _table(files, (limit_chars - len(opening)) // _TABLE_SHARE)
    room = limit_chars - len(opening) - len(table) - _RESERVE
    details, told = _details(files, room)
    return opening + table + details + _left_out(len(ordered) - told)


def _headline(diagnostics: Sequence[Diagnostic]) -> str:
    sentence = f"**{summary_sentence(diagnostics)}**"
    if count_by_severity(diagnostics)[Severity.GALAT]:
        return f"{sentence} Selama masih ada galat, situs tidak diterbitkan."
    return sentence


def _by_file(ordered: Iterable[Diagnostic]) -> _Files:
    """Gather the findings of each file; a file comes where its gravest finding came."""
    files: defaultdict[str, list[Diagnostic]] = defaultdict(list)
    for diagnostic in ordered:
        files[diagnostic.span.path].append(diagnostic)
    return files


def _table(files: _Files, room: int) -> str:
    rows: list[str] = []
    for path, found in files.items():
        row = _row(path, found)
        room -= len(row) + 1
        if room < 0:
            rows.append(f"| dan {number(len(files) - len(rows))} berkas lain | … | … | … |")
            break
        rows.append(row)
    return "\n".join(["", _TABLE_HEAD, *rows, ""])


def _row(path: str, found: Sequence[Diagnostic]) -> str:
    counts = count_by_severity(found)
    numbers = " | ".join(number(counts[level]) for level in Severity)
    return f"| {code(path, _LONGEST)} | {numbers} |"


def _details(files: _Files, room: int) -> tuple[str, int]:
    """Tell what fits; give also how many findings that covers."""
    parts: list[str] = []
    told = 0
    for path, found in files.items():
        heading = _heading(path, found)
        room -= len(heading) + len(_END_OF_FILE) + 1
        fitting, covered, room = _fitting(found, room)
        if fitting:
            parts += [heading, *fitting, _END_OF_FILE]
            told += covered
        if covered < len(found):
            break
    return "\n".join(["", *parts, ""]) if parts else "", told


def _heading(path: str, found: Sequence[Diagnostic]) -> str:
    summary = f"{code(path, _LONGEST)}: {counts_in_words(found)}"
    return f"<details>\n<summary>{summary}</summary>\n"


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
        yield f"- … dan {number(left_out)} lainnya untuk aturan {rule} dalam berkas ini"


def _left_out(count: int) -> str:
    if not count:
        return ""
    return (
        f"\n{number(count)} temuan tidak dimuat di sini karena terlalu panjang. "
        "Jalankan `ppid periksa` untuk membaca semuanya.\n"
    )
