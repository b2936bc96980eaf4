"""A YAML text in normal form: keys in order, double quotes, no spaces at line ends."""

import re
from collections.abc import Iterator

from ppid.checking.tidy.lines import ended, unified
from ppid.checking.tidy.model import CannotTidyError
from ppid.checking.tidy.yaml_order import in_order
from ppid.core.record import Part
from ppid.diagnostics.model import Severity
from ppid.diagnostics.span import SourceText, Span
from ppid.reading.files.yaml_file import YamlFile, read_yaml

_SINGLE = re.compile(r"'([^'\"\\\n]*)'")
_TRAILING = re.compile(r"[ \t]+$")


def tidy_yaml(path: str, text: str, model: type[Part] | None) -> tuple[str, tuple[str, ...]]:
    """Give a text in normal form and what changed; `model` is None where no order is known.

    Raises CannotTidyError for a text that cannot be read.
    """
    start = unified(text)
    before = _read(path, start)
    quoted = _double_quoted(before)
    stripped = ended(_without_trailing(path, quoted))
    written = in_order(stripped, model) if model else stripped
    if _read(path, written).data != before.data:
        raise CannotTidyError("Hasil rapihannya tidak sama isinya; laporkan sebagai cacat program")
    steps = (
        ("tanda kutip diseragamkan", quoted != start),
        ("spasi di akhir baris dan baris kosong di akhir berkas dihapus", stripped != quoted),
        ("urutan kunci mengikuti bentuk baku", written != stripped),
    )
    return written, tuple(words for words, changed in steps if changed)


def _read(path: str, text: str) -> YamlFile:
    file, found = read_yaml(SourceText(path, text))
    worst = next((d for d in found if d.severity is Severity.GALAT), None)
    if file is None or worst is not None:
        shown = worst or found[0]
        raise CannotTidyError(f"Baris {shown.span.line}: {shown.message}")
    return file


def _double_quoted(file: YamlFile) -> str:
    """Write 'text' as "text", where that says the same."""
    text = file.source.text
    for start, end in sorted(_scalars(file), reverse=True):
        single = _SINGLE.fullmatch(text, start, end)
        if single:
            text = f'{text[:start]}"{single[1]}"{text[end:]}'
    return text


def _scalars(file: YamlFile) -> Iterator[tuple[int, int]]:
    for route, _ in file.texts():
        yield _offsets(file, file.span(route))


def _offsets(file: YamlFile, span: Span) -> tuple[int, int]:
    source = file.source
    start = source.offset_of(span.line, span.column)
    return start, source.offset_of(span.end_line, span.end_column)


def _without_trailing(path: str, text: str) -> str:
    """Drop spaces at the ends of lines, except inside texts of several lines: there they count."""
    file = _read(path, text)
    inside: set[int] = set()
    for route, _ in file.texts():
        span = file.span(route)
        inside.update(range(span.line, span.end_line + (span.end_line > span.line)))
    lines = text.split("\n")
    return "\n".join(
        line if number in inside else _TRAILING.sub("", line)
        for number, line in enumerate(lines, 1)
    )
