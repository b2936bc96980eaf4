"""Certain replacements put into a text; the result is read again before anybody trusts it."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from io import StringIO

from yaml.emitter import Emitter

from ppid.diagnostics.model import Diagnostic, Fix, Severity
from ppid.diagnostics.span import Located, Route, SourceText, Span
from ppid.reading.files.csv_file import CsvFile, read_csv
from ppid.reading.files.markdown_file import BODY, MarkdownFile, read_markdown
from ppid.reading.files.yaml_file import YamlFile, read_yaml

_QUOTES = ('"', "'")


@dataclass(frozen=True, slots=True)
class Mended:
    """One replacement that was made: by which rule, where, what stood there and stands there."""

    rule_id: str
    span: Span
    before: str
    after: str


def mended(
    located: Located, found: Sequence[Diagnostic], columns: Sequence[str]
) -> tuple[str, tuple[Mended, ...]]:
    """Give the text of a file with the replacements of some findings, and what was replaced.

    Of replacements that overlap only the first is made. Where the text then says something else
    than meant, it is given back as it was, with no replacement.
    """
    source = located.source
    chosen = tuple(_chosen(source, found))
    text = source.text
    for start, end, _, fix in reversed(chosen):
        text = f"{text[:start]}{_encoded(located, fix)}{text[end:]}"
    if not chosen or not _is_as_meant(located, text, [fix for *_, fix in chosen], columns):
        return source.text, ()
    done = (
        Mended(finding.rule_id, fix.span, source.text[start:end], fix.text)
        for start, end, finding, fix in chosen
    )
    return text, tuple(done)


_Place = tuple[int, int, Diagnostic, Fix]


def _chosen(source: SourceText, found: Iterable[Diagnostic]) -> Iterator[_Place]:
    """Give the replacements from the top of the file on, none of which touches another."""
    places = [(*_offsets(source, d.fix.span), d, d.fix) for d in found if d.fix is not None]
    reached = -1
    for place in sorted(places, key=lambda place: (place[0], -place[1])):
        start, end, *_ = place
        if start >= reached and start < end:
            reached = end
            yield place


def _offsets(source: SourceText, span: Span) -> tuple[int, int]:
    start = source.offset_of(span.line, span.column)
    return start, source.offset_of(span.end_line, span.end_column)


def _encoded(located: Located, fix: Fix) -> str:
    """Write a text the way the file needs it; a part of a value stands there as it is."""
    if _whole_of(located, fix.span) is None:
        return fix.text
    if isinstance(located, CsvFile):
        return _as_cell(fix.text, located.layout.separator)
    start, _ = _offsets(located.source, fix.span)
    quoted = located.source.text[start] in _QUOTES
    plain = not quoted and _is_plain(fix.text)
    return fix.text if plain else json.dumps(fix.text, ensure_ascii=False)


def _whole_of(located: Located, span: Span) -> Route | None:
    """Give the route of the value that a span covers from end to end, if there is one."""
    start, end = _offsets(located.source, span)
    route = located.route_at(start)
    whole = _offsets(located.source, located.span(route)) == (start, end)
    return route if whole and route and route != (BODY,) else None


def _as_cell(text: str, separator: str) -> str:
    if any(sign in text for sign in (separator, '"', "\n", "\r")):
        return '"' + text.replace('"', '""') + '"'
    return text


def _is_plain(text: str) -> bool:
    analysis = Emitter(StringIO()).analyze_scalar(text)
    return bool(analysis.allow_block_plain and analysis.allow_flow_plain)


def _is_as_meant(located: Located, text: str, fixes: Sequence[Fix], columns: Sequence[str]) -> bool:
    """Read the new text: every value that was not to change must be what it was."""
    again = _read(SourceText(located.source.path, text), columns)
    if again is None:
        return False
    old, new = _values(located), _values(again)
    wholes = {_whole_of(located, fix.span): fix.text for fix in fixes}
    touched = {located.route_at(_offsets(located.source, fix.span)[0]) for fix in fixes}
    if old.keys() != new.keys():
        return False
    exact = all(new[route] == text for route, text in wholes.items() if route)
    return exact and all(new[route] == old[route] or route in touched for route in old)


def _read(source: SourceText, columns: Sequence[str]) -> Located | None:
    located: Located | None
    if source.path.endswith(".csv"):
        located, found = read_csv(source, columns)
    elif source.path.endswith(".md"):
        located, found = read_markdown(source)
    else:
        located, found = read_yaml(source)
    return None if any(d.severity is Severity.GALAT for d in found) else located


def _values(located: Located) -> Mapping[Route, str]:
    """Give every text of a file by its route."""
    if isinstance(located, CsvFile):
        return {
            (row, name): cell
            for row, cells in located.rows()
            for name, cell in zip(located.header, cells, strict=True)
        }
    if isinstance(located, MarkdownFile):
        return {**dict(located.front.texts()), (BODY,): located.body}
    return dict(located.texts()) if isinstance(located, YamlFile) else {}
