"""The keys of a YAML mapping in the order of the model; comments stay with the key below them.

Done on lines rather than by printing the values anew: what people wrote (comments, folded texts,
blank lines) stays as it is.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from ppid.checking.field_fault import part_in
from ppid.core.record import Part
from ppid.diagnostics.span import Route, SourceText
from ppid.reading.files.yaml_file import YamlFile, read_yaml

_FIRST = ("contoh", "salinan_resmi", "penetapan", "uji_konsekuensi")
"""What a reader wants to know first: whether it is real, and by what a list was decided."""


def key_order(model: type[Part]) -> tuple[str, ...]:
    """Give the order in which the keys of a model are written: that of its fields, marks first."""
    names = tuple(model.model_fields)
    first = tuple(name for name in _FIRST if name in names)
    return (*first, *(name for name in names if name not in first))


def in_order(text: str, model: type[Part]) -> str:
    """Put the keys of a file, and of the groups below them, into order."""
    for route, part in _mappings(model):
        file, _ = read_yaml(SourceText("", text))
        if file is not None:
            text = _sorted(text, file, route, key_order(part))
    return text


def _mappings(model: type[Part]) -> list[tuple[Route, type[Part]]]:
    """Give the groups of a model, the outermost last; groups inside lists keep their order."""
    groups: list[tuple[Route, type[Part]]] = []
    for name, info in model.model_fields.items():
        part = part_in(info.annotation)
        if part is not None:
            groups.extend(((name, *route), inner) for route, inner in _mappings(part))
    return [*groups, ((), model)]


@dataclass(frozen=True, slots=True)
class _Entry:
    """A key with its lines, from the comments above it to the end of its value; counted from 1."""

    name: str
    first: int
    last: int


def _sorted(text: str, file: YamlFile, route: Route, order: Sequence[str]) -> str:
    entries = _entries(text, file, route)
    rank = {name: place for place, name in enumerate(order)}
    wanted = sorted(entries, key=lambda entry: rank.get(entry.name, len(rank)))
    if wanted == entries:
        return text
    lines = text.splitlines(keepends=True)
    before, after = lines[: entries[0].first - 1], lines[entries[-1].last :]
    moved = ["".join(lines[e.first - 1 : e.last]) for e in wanted]
    joined = "".join(part if part.endswith("\n") else f"{part}\n" for part in moved)
    if entries[0].first == 1:
        joined = joined.lstrip("\n")
    return "".join((*before, joined, *after))


def _entries(text: str, file: YamlFile, route: Route) -> list[_Entry]:
    """Give the entries of a block mapping in the order of the file; none where it is not plain."""
    value: object = file.data
    for step in route:
        value = value.get(str(step)) if isinstance(value, dict) else None
    if not isinstance(value, dict):
        return []
    lines = text.split("\n")
    entries: list[_Entry] = []
    column = 0
    for name in value:
        key, end = file.key_span((*route, name)), file.span((*route, name))
        own = lines[key.line - 1]
        if own[: key.column - 1].strip() or (column and key.column != column):
            return []  # a flow mapping, or a list entry: left as it is
        column = key.column
        top = entries[-1].last + 1 if entries else _top(lines, key.line, column)
        first = _first_line(lines, top, key.line, column)
        if entries and first > entries[-1].last + 1:
            previous = entries.pop()
            entries.append(_Entry(previous.name, previous.first, first - 1))
        entries.append(_Entry(name, first, max(_last_line(end.end_line, end.end_column), key.line)))
    return entries if [e.first for e in entries] == sorted({e.first for e in entries}) else []


def _top(lines: Sequence[str], line: int, column: int) -> int:
    """Give the line from which comments may belong to the first key.

    At the top of a file the first block of comments speaks of the file; it ends with a blank line.
    """
    if column > 1:
        return line
    above = lines[: line - 1]
    blank = [number for number, text in enumerate(above, 1) if not text.strip()]
    return blank[-1] + 1 if blank else line


def _first_line(lines: Sequence[str], top: int, line: int, column: int) -> int:
    """Give the first line of the comments above a key; deeper ones belong to what stands above."""
    first = line
    while first > top:
        above = lines[first - 2]
        indent = len(above) - len(above.lstrip())
        if above.strip() and (not above.lstrip().startswith("#") or indent >= column):
            break
        first -= 1
    return first


def _last_line(end_line: int, end_column: int) -> int:
    return end_line - 1 if end_column == 1 else end_line
