"""From a folder to a corpus: the only code that walks `data/` and `content/`."""

import os
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from generator import handed_in
from generator.corpus import Corpus
from generator.diagnostics.field_errors import diagnose_entries, diagnose_fields
from generator.diagnostics.model import Diagnostic, Requirement, Severity, diagnose
from generator.kind import Kind, Place
from generator.kinds import KINDS
from generator.record import Origin, Record
from generator.sources.csv_file import CsvFile, read_csv
from generator.sources.csv_header import check_header
from generator.sources.decode import decode
from generator.sources.markdown_file import MarkdownFile, read_markdown
from generator.sources.span import Located, Route, SourceText, Span
from generator.sources.text_checks import check_text
from generator.sources.yaml_file import YamlFile, read_yaml

BRK_006 = Requirement(
    "BRK-006",
    "Nama berkas dan folder dikenal",
    Severity.GALAT,
    "Samakan nama dan letaknya dengan susunan folder data/, atau hapus berkas ini.",
    no_basis="Nama yang tidak dikenal berarti isinya tidak akan pernah terbit.",
)
REQUIREMENTS = (BRK_006, handed_in.KRM_001)

_DOCUMENT = re.compile(
    r"opd/(?P<opd>[a-z][a-z0-9-]*)/dokumen/(?:[a-z0-9][a-z0-9._-]*/)*(?P<name>.+)"
)
_DOCUMENT_NAME = re.compile(
    r"[a-z0-9][a-z0-9._-]{0,150}\."
    r"(?:pdf|csv|xlsx?|ods|docx?|odt|txt|jpe?g|png|webp|json|geojson|mp3|mp4|zip)"
)
_IGNORED = {".gitkeep", ".gitignore"}
_KNOWN = ["profil.yml", "dik", "dip", "layanan", "kegiatan", "regulasi", "dokumen", "kiriman"]
_KNOWN += ["acuan", "opd", "potret", "sanggahan.yml"]


@dataclass(frozen=True, slots=True)
class Loaded:
    """What came of reading a folder: a corpus, what is wrong, and the texts to quote from."""

    corpus: Corpus
    diagnostics: list[Diagnostic]
    texts: Mapping[str, SourceText]


@dataclass(slots=True)
class _Harvest:
    """What has been gathered so far while one folder is being read."""

    records: list[Record] = field(default_factory=list)
    located: dict[str, Located] = field(default_factory=dict)
    texts: dict[str, SourceText] = field(default_factory=dict)
    documents: dict[str, int] = field(default_factory=dict)
    diagnostics: list[Diagnostic] = field(default_factory=list)


def load(root: Path, today: date) -> Loaded:
    """Read `root/data` and the Markdown below `root/content`; never raises for bad data."""
    harvest = _Harvest()
    for path in _files_below(root / "data", harvest, root):
        _take_data_file(root, path, harvest)
    for path in _files_below(root / "content", harvest, root):
        if path.endswith(".md"):
            _take_text(root, path, harvest)
    if not (root / "data" / "badan.yml").is_file():
        message = "Berkas “data/badan.yml” belum ada; tanpa itu situs tidak tahu milik siapa"
        hint = "Salin dari proyek lain lalu sesuaikan; isinya nama, alamat, dan kanal badan publik."
        harvest.diagnostics.append(diagnose(BRK_006, Span("data/badan.yml"), message, hint=hint))
    documents = frozenset(harvest.documents)
    corpus = Corpus(harvest.records, harvest.located, documents, today, harvest.documents)
    return Loaded(corpus, harvest.diagnostics, harvest.texts)


def _files_below(folder: Path, harvest: _Harvest, root: Path) -> Iterator[str]:
    """Give the paths of files relative to `root`, in a fixed order; links are refused."""
    for parent, folders, names in os.walk(folder):
        folders.sort()
        links = [name for name in folders if (Path(parent) / name).is_symlink()]
        for name in sorted([*names, *links]):
            path = (Path(parent) / name).relative_to(root).as_posix()
            if (Path(parent) / name).is_symlink():
                message = f"“{_shown(path)}” adalah tautan simbolik, bukan berkas"
                harvest.diagnostics.append(diagnose(BRK_006, Span(path), message))
            elif name not in _IGNORED:
                yield path


def _take_data_file(root: Path, path: str, harvest: _Harvest) -> None:
    inside = path.removeprefix("data/")
    document = _DOCUMENT.fullmatch(inside)
    if document:
        harvest.documents[path] = (root / path).stat().st_size
        harvest.diagnostics.extend(_check_document(path, document["name"]))
        return
    if waiting := handed_in.finding_of(path):
        harvest.diagnostics.append(waiting)
        return
    matched = [
        (kind, place) for kind in KINDS for shape in kind.files if (place := shape.match(inside))
    ]
    if not matched:
        harvest.diagnostics.append(_unknown_file(path))
        return
    kind, place = matched[0]
    located = _take_text(root, path, harvest, kind)
    if located is not None:
        for outcome in _records_of(kind, place, located):
            if isinstance(outcome, Record):
                harvest.records.append(outcome)
            else:
                harvest.diagnostics.append(outcome)


def _take_text(
    root: Path, path: str, harvest: _Harvest, kind: Kind | None = None
) -> Located | None:
    source, found = decode(path, (root / path).read_bytes())
    harvest.diagnostics.extend(found)
    if source is None:
        return None
    harvest.texts[path] = source
    located, found = _parse(source, kind)
    harvest.diagnostics.extend(found)
    if located is None:
        return None
    harvest.located[path] = located
    if kind is not None:
        harvest.diagnostics.extend(check_text(located))
    return located


def _parse(source: SourceText, kind: Kind | None) -> tuple[Located | None, list[Diagnostic]]:
    if source.path.endswith(".csv"):
        columns = tuple(kind.model.model_fields) if kind else ()
        return read_csv(source, columns)
    if source.path.endswith(".md"):
        return read_markdown(source)
    return read_yaml(source)


def _records_of(kind: Kind, place: Place, located: Located) -> Iterator[Record | Diagnostic]:
    """Turn one parsed file into its records, or into what is wrong with them."""
    if isinstance(located, CsvFile):
        yield from _records_of_table(kind, place, located)
    elif isinstance(located, MarkdownFile):
        front = located.front.data if isinstance(located.front.data, dict) else {}
        yield from _record(kind, place, located, (), {**front, kind.body: located.body.strip()})
    elif isinstance(located, YamlFile):
        yield from _records_of_yaml(kind, place, located)


def _records_of_table(kind: Kind, place: Place, table: CsvFile) -> Iterator[Record | Diagnostic]:
    fields = kind.model.model_fields
    required = [name for name, info in fields.items() if info.is_required()]
    wrong = check_header(table, required, tuple(fields))
    yield from wrong
    if any(d.severity is Severity.GALAT for d in wrong):
        return
    header = table.header
    for index, cells in table.rows():
        filled = {name: cell for name, cell in zip(header, cells, strict=False) if cell.strip()}
        yield from _record(kind, place, table, (index,), filled)


def _records_of_yaml(kind: Kind, place: Place, file: YamlFile) -> Iterator[Record | Diagnostic]:
    if not kind.entries:
        yield from _record(kind, place, file, (), file.data)
        return
    yield from diagnose_entries(file.data, kind.entries, file)
    entries = file.data.get(kind.entries) if isinstance(file.data, dict) else None
    for index, entry in enumerate(entries if isinstance(entries, list) else ()):
        yield from _record(kind, place, file, (kind.entries, index), entry)


def _record(
    kind: Kind,
    place: Place,
    located: Located,
    route: Route,
    values: Any,  # noqa: ANN401
) -> Iterator[Record | Diagnostic]:
    try:
        record = kind.model.model_validate(_without_gaps(values))
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


def _unknown_file(path: str) -> Diagnostic:
    parts = path.split("/")
    near = [
        match
        for part in parts[1:]
        for match in get_close_matches(part, _KNOWN, 1, 0.7)
        if match != part
    ]
    message = f"Berkas “{_shown(path)}” tidak dikenal di dalam folder data/"
    hint = f"Mungkin maksudnya “{near[0]}”. {BRK_006.hint}" if near else ""
    return diagnose(BRK_006, Span(path), message, hint=hint)


def _check_document(path: str, name: str) -> Iterator[Diagnostic]:
    if _DOCUMENT_NAME.fullmatch(name) is None:
        message = (
            f"Nama dokumen “{_shown(name)}” memakai huruf, tanda, atau jenis yang tidak diterima"
        )
        hint = "Pakai huruf kecil, angka, dan tanda hubung, misalnya “laporan-2019.pdf”."
        yield diagnose(BRK_006, Span(path), message, hint=hint)


def _shown(path: str) -> str:
    """Make a file name safe to print: names may hold bytes that are no text at all."""
    return "".join(c if c.isprintable() and not "\ud800" <= c <= "\udfff" else "�" for c in path)
