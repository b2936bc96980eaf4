"""One file of `data/` or `content/`: from its bytes to records and to what is wrong with them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from pydantic import ValidationError

from ppid.checking.field_errors import diagnose_entries, diagnose_fields
from ppid.core.kind import WHOLE_FILE, FilePlace, Kind
from ppid.core.record import Origin, Record
from ppid.diagnostics.diagnostic import Diagnostic, has_errors
from ppid.diagnostics.places import Located, Route, SourceText
from ppid.reading.files.csv_file import CsvFile, check_header, read_csv
from ppid.reading.files.decode import decode
from ppid.reading.files.markdown_file import MarkdownFile, read_markdown
from ppid.reading.files.text_checks import check_text
from ppid.reading.files.yaml_file import YamlFile, read_yaml


@dataclass(frozen=True, slots=True)
class FileRead:
    """What came of one file; a file that is no text has no `source`, one without form no `located`.

    The same path and bytes always give the same, so that two corpora may share it.
    """

    source: SourceText | None
    located: Located | None
    records: tuple[Record, ...]
    diagnostics: tuple[Diagnostic, ...]


def read_file(path: str, raw: bytes, kind: Kind | None, place: FilePlace | None) -> FileRead:
    """Read a file; without a kind it is a hand-written page, of which nothing is a record."""
    source, found = decode(path, raw)
    if source is None:
        return FileRead(None, None, (), tuple(found))
    located, wrong = parse(source, tuple(kind.model.model_fields) if kind else ())
    found += wrong
    if located is None or kind is None or place is None:
        return FileRead(source, located, (), tuple(found))
    if kind.entries != WHOLE_FILE:  # how others write is not ours to mend
        found += check_text(located)
    outcomes = list(_records_of(kind, place, located))
    records = tuple(outcome for outcome in outcomes if isinstance(outcome, Record))
    found += [outcome for outcome in outcomes if not isinstance(outcome, Record)]
    return FileRead(source, located, records, tuple(found))


def parse(source: SourceText, columns: Sequence[str]) -> tuple[Located | None, list[Diagnostic]]:
    """Find the form of a text by the ending of its name; `columns` are those of a table."""
    if source.path.endswith(".csv"):
        return read_csv(source, columns)
    if source.path.endswith(".md"):
        return read_markdown(source)
    return read_yaml(source)


def _records_of(kind: Kind, place: FilePlace, located: Located) -> Iterator[Record | Diagnostic]:
    """Turn one parsed file into its records, or into what is wrong with them."""
    if isinstance(located, CsvFile):
        yield from _records_of_table(kind, place, located)
    elif isinstance(located, MarkdownFile):
        front = located.front.data if isinstance(located.front.data, dict) else {}
        values = _without_gaps({**front, kind.body: located.body.strip()})
        yield from _record(kind, place, located, (), values)
    elif isinstance(located, YamlFile):
        yield from _records_of_yaml(kind, place, located)


def _records_of_table(
    kind: Kind, place: FilePlace, table: CsvFile
) -> Iterator[Record | Diagnostic]:
    fields = kind.model.model_fields
    required = [name for name, info in fields.items() if info.is_required()]
    wrong = check_header(table, required, tuple(fields))
    yield from wrong
    if has_errors(wrong):
        return
    header = table.header
    for index, cells in table.rows():
        filled = {name: cell for name, cell in zip(header, cells, strict=False) if cell.strip()}
        yield from _record(kind, place, table, (index,), filled)


def _records_of_yaml(kind: Kind, place: FilePlace, file: YamlFile) -> Iterator[Record | Diagnostic]:
    if not kind.entries:
        yield from _record(kind, place, file, (), _without_gaps(file.data))
        return
    if kind.entries == WHOLE_FILE:
        whole = file.data if isinstance(file.data, list) else [file.data]
        for index, entry in enumerate(whole):
            route = (index,) if whole is file.data else ()
            yield from _record(kind, place, file, route, _without_gaps(entry))
        return
    yield from diagnose_entries(file.data, kind.entries, file)
    entries = file.data.get(kind.entries) if isinstance(file.data, dict) else None
    for index, entry in enumerate(entries if isinstance(entries, list) else ()):
        yield from _record(kind, place, file, (kind.entries, index), _without_gaps(entry))


def _record(
    kind: Kind,
    place: FilePlace,
    located: Located,
    route: Route,
    values: Any,  # noqa: ANN401 — as `_without_gaps`
) -> Iterator[Record | Diagnostic]:
    try:
        record = kind.model.model_validate(values)
    except ValidationError as error:
        yield from diagnose_fields(error, kind.model, located, route)
        return
    record.placed(kind.identify(place, record), Origin(located, route, place.opd))
    yield record


def _without_gaps(values: Any) -> Any:  # noqa: ANN401 — YAML holds values of any shape
    """Drop keys without a value: an empty place in a form says nothing."""
    if isinstance(values, dict):
        return {
            key: _without_gaps(value) for key, value in values.items() if value not in (None, "")
        }
    if isinstance(values, list):
        return [_without_gaps(value) for value in values]
    return values
