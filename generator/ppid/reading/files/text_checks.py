"""Checks on the text of every data file, whatever its kind; run once for each file."""

import re
from collections.abc import Iterator
from html import unescape
from itertools import chain, islice

from ppid.diagnostics.model import Diagnostic, Fix, diagnose
from ppid.diagnostics.span import Located, Route, Span
from ppid.reading.files.cell_checks import check_value, may_fail
from ppid.reading.files.characters import hidden_runs, odd_characters, unnormalised_words
from ppid.reading.files.csv_table import CsvFile
from ppid.reading.files.markdown_file import BODY, MarkdownFile
from ppid.reading.files.requirements import BRK_009, ISI_009
from ppid.reading.files.spelling import may_misspell, misspelt
from ppid.reading.files.yaml_file import YamlFile

_ROWS_AT_ONCE = 200  # larger chunks leave the processor's cache and are a fifth slower
_ENTITY = re.compile(r"&#?\w{1,32};")
# Fields that repeat what somebody else wrote, or where to find it, keep its spelling.
_QUOTING_FIELDS = {
    *("nama_lain", "kata", "sumber", "tentang"),
    *("tautan", "situs", "surel", "dasar_hukum"),
}


def check_text(located: Located) -> Iterator[Diagnostic]:
    """Report BRK-008, BRK-009, BRK-010, ISI-008 and ISI-009 wherever they do not hold."""
    yield from _characters(located)
    if isinstance(located, CsvFile):
        yield from _in_table(located)
    elif isinstance(located, MarkdownFile):
        yield from _in_scalars(located.front)
        yield from _in_body(located)
    elif isinstance(located, YamlFile):
        yield from _in_scalars(located)


def _characters(located: Located) -> Iterator[Diagnostic]:
    """Look at the file as it stands, comments and titles included."""
    text = located.source.text
    odd = odd_characters(text)
    for start, end, name in hidden_runs(text, odd):
        more = f" sebanyak {end - start}" if end - start > 1 else ""
        message = f"Ada karakter tersembunyi {name}{more}"
        yield diagnose(BRK_009, _at(located, start, end), message)
    for start, end, composed in unnormalised_words(text, odd):
        span = _at(located, start, end)
        message = f"“{composed}” ditulis dengan tanda terpisah dari hurufnya (bukan bentuk NFC)"
        yield diagnose(BRK_009, span, message, fix=Fix(span, composed))


def _in_table(table: CsvFile) -> Iterator[Diagnostic]:
    rows = table.rows()
    while chunk := list(islice(rows, _ROWS_AT_ONCE)):
        if not _is_clean(chain.from_iterable(cells for _, cells in chunk)):
            for row, cells in chunk:
                yield from _in_row(table, row, cells)


def _in_row(table: CsvFile, row: int, cells: list[str]) -> Iterator[Diagnostic]:
    if not _is_clean(cells):
        for name, value in zip(table.header, cells, strict=True):
            yield from _in_value(table, (row, name), value, name)


def _in_scalars(yaml_file: YamlFile) -> Iterator[Diagnostic]:
    texts = yaml_file.texts()
    if "\\" in yaml_file.source.text:
        for route, value in texts:
            yield from _escaped(yaml_file, route, value)
    for route, value in texts:
        if _is_clean([value]):
            continue
        name = next((str(step) for step in reversed(route) if isinstance(step, str)), "")
        yield from _in_value(yaml_file, route, value, name)


def _escaped(yaml_file: YamlFile, route: Route, value: str) -> Iterator[Diagnostic]:
    """Report hidden characters that are written as an escape: the file shows only its number."""
    span = yaml_file.span(route)
    written = _written(yaml_file, span)
    if "\\" in written:
        for start, end, name in hidden_runs(value, odd_characters(value)):
            if value[start:end] not in written:
                message = f"Ada karakter tersembunyi {name}, ditulis dengan garis miring terbalik"
                yield diagnose(BRK_009, span, message)


def _in_body(markdown: MarkdownFile) -> Iterator[Diagnostic]:
    body = markdown.body
    for entity in _ENTITY.finditer(body):
        character = unescape(entity[0])
        for _, _, name in hidden_runs(character, odd_characters(character)):
            span = _at(markdown, *(markdown.body_start + at for at in entity.span()))
            yield diagnose(BRK_009, span, f"“{entity[0]}” berarti karakter tersembunyi {name}")
    if may_misspell(body.encode("utf-8", "replace").lower()):
        for offset, word, right in misspelt(body):
            start = markdown.body_start + offset
            yield _misspelling(_at(markdown, start, start + len(word)), word, right)


def _in_value(located: Located, route: Route, value: str, name: str) -> Iterator[Diagnostic]:
    for requirement, message, replacement in check_value(value, name):
        span = located.span(route)
        # What is written on several lines is folded or indented: only people know how.
        certain = replacement and span.line == span.end_line
        fix = Fix(span, replacement) if certain else None
        yield diagnose(requirement, span, message, fix=fix)
    if name not in _QUOTING_FIELDS:
        for offset, word, right in misspelt(value):
            span = _inside(located, located.span(route), value, offset, word)
            yield _misspelling(span, word, right)


def _misspelling(span: Span, word: str, right: str) -> Diagnostic:
    return diagnose(ISI_009, span, f"“{word}” ejaan bakunya “{right}”", fix=Fix(span, right))


def _is_clean(values: Iterator[str] | list[str]) -> bool:
    joined = "\0" + "\0".join(values) + "\0"
    lowered = joined.encode("utf-8", "replace").lower()
    return not may_fail(joined, lowered) and not may_misspell(lowered)


def _inside(located: Located, span: Span, value: str, offset: int, word: str) -> Span:
    """Narrow the span of a value down to one word; the whole value when escapes hide the word."""
    written = _written(located, span)
    start = located.source.offset_of(span.line, span.column)
    for quote in ('"', "'"):
        if written == f"{quote}{value.replace(quote, quote * 2)}{quote}":
            start += 1 + offset + value[:offset].count(quote)
            return located.source.span_between(start, start + len(word), span.cell)
    if written == value:
        found = offset
    else:
        places = [match.start() for match in re.finditer(re.escape(word), written)]
        earlier = value[:offset].count(word)
        if earlier >= len(places):
            return span
        found = places[earlier]
    return located.source.span_between(start + found, start + found + len(word), span.cell)


def _written(located: Located, span: Span) -> str:
    source = located.source
    start = source.offset_of(span.line, span.column)
    return source.text[start : source.offset_of(span.end_line, span.end_column)]


def _at(located: Located, start: int, end: int) -> Span:
    """Give the place of some characters, with the name of the cell they stand in."""
    route = located.route_at(start)
    cell = located.span(route).cell if route and route != (BODY,) else ""
    return located.source.span_between(start, end, cell)
