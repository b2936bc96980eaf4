"""Applies certain replacements to the data until none is left, and checks the data again."""

import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from io import StringIO
from pathlib import Path

from yaml.emitter import Emitter

from ppid.checking.check import Checked, check_folder, load_and_check
from ppid.checking.read_file import parse
from ppid.checking.tidy import kind_of
from ppid.core.corpus import Corpus
from ppid.core.project_files import ChangedFolder, DiskFolder, Folder
from ppid.core.writing import write_together
from ppid.diagnostics.diagnostic import Diagnostic, Fix, has_errors
from ppid.diagnostics.places import Located, Route, SourceText, Span
from ppid.reading.files.csv_file import CsvFile
from ppid.reading.files.markdown_file import BODY, MarkdownFile
from ppid.reading.files.yaml_file import YamlFile

_QUOTES = ('"', "'")
_ROUNDS = 5
"""Replacements in one cell may wait for each other; more rounds than this would mean a circle."""
_BOM = b"\xef\xbb\xbf"


@dataclass(frozen=True, slots=True)
class Mended:
    """One replacement that was made: by which rule, where, what stood there and stands there."""

    rule_id: str
    span: Span
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Mending:
    """The data as it is now, and what was replaced on the way."""

    checked: Checked
    done: tuple[Mended, ...]


def mend(root: Path, day: date, wanted: Callable[[Diagnostic], bool]) -> Mending:
    """Make every certain replacement among the `wanted` findings; all files change, or none.

    A faithful copy of a decision (`salinan_resmi`) is never changed, nor a file in another
    encoding than UTF-8.
    """
    checked = load_and_check(root, day)
    done: list[Mended] = []
    written: dict[str, bytes] = {}
    folder = ChangedFolder(written, DiskFolder(root))
    for _ in range(_ROUNDS):
        by_file: dict[str, list[Diagnostic]] = defaultdict(list)
        for finding in checked.findings:
            if finding.fix is not None and wanted(finding):
                by_file[finding.span.path].append(finding)
        made: list[Mended] = []
        for path, found in by_file.items():
            if not is_copy(path, checked.corpus):
                mended_here, content = _mend_file(folder, checked, path, found)
                made += mended_here
                written |= {path: content} if mended_here else {}
        if not made:
            break
        done += made
        checked = check_folder(folder, day)
    write_together(root, written)
    return Mending(checked, tuple(done))


def _mend_file(
    folder: Folder, checked: Checked, path: str, found: list[Diagnostic]
) -> tuple[tuple[Mended, ...], bytes]:
    located, kind = checked.corpus.sources.get(path), kind_of(path)
    if located is None or kind is None:
        return (), b""
    raw = folder.read(path)
    mark = _BOM if raw.startswith(_BOM) else b""
    if mark + located.source.text.encode("utf-8", "replace") != raw:
        return (), raw
    text, done = mended(located, found, tuple(kind.model.model_fields))
    return done, mark + text.encode()


def is_copy(path: str, corpus: Corpus) -> bool:
    """Tell whether a file belongs to a faithful copy of a decision, or may do so.

    Rows whose .yml cannot be read may be such a copy.
    """
    if not path.endswith((".csv", ".yml")):
        return False
    list_file = corpus.sources.get(f"{path.rpartition('.')[0]}.yml")
    if not isinstance(list_file, YamlFile) or not isinstance(list_file.data, dict):
        return path.endswith(".csv")
    return list_file.data.get("salinan_resmi") == "true"


def mended(
    located: Located, found: Sequence[Diagnostic], columns: Sequence[str]
) -> tuple[str, tuple[Mended, ...]]:
    """Return the text of a file with the replacements of some findings, and what was replaced.

    Of replacements that overlap only the first is made. Where the text then says something else
    than meant, it is returned as it was, with no replacement.
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
    """Yield the replacements from the top of the file on, none of which touches another."""
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
        signs = (located.layout.separator, '"', "\n", "\r")
        in_quotes = any(sign in fix.text for sign in signs)
        return '"' + fix.text.replace('"', '""') + '"' if in_quotes else fix.text
    start, _ = _offsets(located.source, fix.span)
    if located.source.text[start] not in _QUOTES:
        scalar = Emitter(StringIO()).analyze_scalar(fix.text)
        if scalar.allow_block_plain and scalar.allow_flow_plain:
            return fix.text
    return json.dumps(fix.text, ensure_ascii=False)


def _whole_of(located: Located, span: Span) -> Route | None:
    """Return the route of the value that a span covers from end to end, if there is one."""
    start, end = _offsets(located.source, span)
    route = located.route_at(start)
    whole = _offsets(located.source, located.span(route)) == (start, end)
    return route if whole and route and route != (BODY,) else None


def _is_as_meant(located: Located, text: str, fixes: Sequence[Fix], columns: Sequence[str]) -> bool:
    """Read the new text: every value that was not to change must be what it was."""
    again, faults = parse(SourceText(located.source.path, text), columns)
    if again is None or has_errors(faults):
        return False
    old, new = _values(located), _values(again)
    wholes = {_whole_of(located, fix.span): fix.text for fix in fixes}
    touched = {located.route_at(_offsets(located.source, fix.span)[0]) for fix in fixes}
    if old.keys() != new.keys():
        return False
    exact = all(new[route] == text for route, text in wholes.items() if route)
    return exact and all(new[route] == old[route] or route in touched for route in old)


def _values(located: Located) -> Mapping[Route, str]:
    """Return every text of a file by its route."""
    if isinstance(located, CsvFile):
        return {
            (row, name): cell
            for row, cells in located.rows()
            for name, cell in zip(located.header, cells, strict=True)
        }
    if isinstance(located, MarkdownFile):
        return {**dict(located.front.texts()), (BODY,): located.body}
    return dict(located.texts()) if isinstance(located, YamlFile) else {}
