"""Data files in normal form: the same values, written the one way; nothing here touches a file."""

import codecs
import csv
import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from io import StringIO

from markdown_it import MarkdownIt

from ppid.checking.field_errors import part_in
from ppid.core.kind import Kind
from ppid.core.record import Part
from ppid.diagnostics.diagnostic import Severity
from ppid.diagnostics.places import Route, SourceText, Span
from ppid.kinds import kind_of_file
from ppid.reading.files.csv_file import CsvFile, Stray, check_header, read_csv, records, survey
from ppid.reading.files.decode import decode
from ppid.reading.files.markdown_file import MarkdownFile, read_markdown
from ppid.reading.files.yaml_file import YamlFile, read_yaml

_EMPTY = {Stray.BLANK, Stray.TRAILING}


def tidy_table(path: str, text: str, columns: Sequence[str]) -> tuple[str, tuple[str, ...]]:
    """Return a table in normal form and what changed in it.

    Raises CannotTidyError where something would be lost: a broken record, an unknown column, or
    text outside of the rows.
    """
    table = _read(path, text, columns)
    order = [name for name in columns if name in table.header]
    rows = [[cell for _, cell in _cells(table, cells, order)] for _, cells in table.rows()]
    written = _written([order, *rows])
    again = _read(path, written, columns)
    if [cells for _, cells in again.rows()] != rows:
        raise CannotTidyError("Hasil rapihannya tidak sama isinya; laporkan sebagai cacat program")
    return written, tuple(_changes(table, order, text, written))


def _read(path: str, text: str, columns: Sequence[str]) -> CsvFile:
    table, found = read_csv(SourceText(path, text), columns)
    if table is None:
        raise CannotTidyError(found[0].message)
    found = [*found, *check_header(table, (), columns)]
    worst = next((d for d in found if d.severity is Severity.GALAT), None)
    if worst is not None:
        message = f"Baris {worst.span.line}: {worst.message}"
        raise CannotTidyError(message)
    _refuse_strays(table)
    return table


def _refuse_strays(table: CsvFile) -> None:
    """Raise for text that stands outside of the rows: it would be lost. Empty rows may go."""
    layout = table.layout
    seen = survey(records(table.source.text, layout.start, layout.separator), layout)
    lost = sorted(n for n, stray in seen.strays.items() if stray not in _EMPTY)
    if lost:
        line = table.record_span(lost[0]).line
        message = f"Baris {line} memuat tulisan di luar tabel; pindahkan atau hapus dahulu"
        raise CannotTidyError(message)


def _cells(table: CsvFile, cells: Sequence[str], order: Sequence[str]) -> Iterator[tuple[str, str]]:
    by_name = dict(zip(table.header, cells, strict=True))
    for name in order:
        yield name, unified(by_name[name]).strip()


def _written(table: Sequence[Sequence[str]]) -> str:
    text = StringIO(newline="")
    csv.writer(text, lineterminator="\n").writerows(table)
    return text.getvalue()


def _changes(table: CsvFile, order: Sequence[str], before: str, after: str) -> Iterator[str]:
    if table.layout.separator != "," or table.layout.declared:
        yield "pemisah sel menjadi koma"
    if list(table.header) != list(order):
        yield "urutan kolom mengikuti bentuk baku"
    if table.layout.written_width > len(table.header):
        yield "kolom kosong di belakang dihapus"
    if any(cell != cell.strip() for _, cells in table.rows() for cell in cells):
        yield "spasi di tepi sel dihapus"
    if unified(before).removesuffix("\n") != after.removesuffix("\n"):
        yield "tanda kutip, baris kosong, dan tepi tabel dirapikan"


_FIRST = ("contoh", "salinan_resmi", "penetapan", "uji_konsekuensi")
"""What a reader wants to know first: whether it is real, and by what a list was decided."""


def key_order(model: type[Part]) -> tuple[str, ...]:
    """Return the order in which a model's keys are written: that of its fields, marks first."""
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
    """Return the groups of a model, the outermost last; groups inside lists keep their order."""
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
    """Return the entries of a block mapping in the file's order; none where it is not plain."""
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
    """Return the line from which comments may belong to the first key.

    At the top of a file the first block of comments speaks of the file; it ends with a blank line.
    """
    if column > 1:
        return line
    above = lines[: line - 1]
    blank = [number for number, text in enumerate(above, 1) if not text.strip()]
    return blank[-1] + 1 if blank else line


def _first_line(lines: Sequence[str], top: int, line: int, column: int) -> int:
    """Return the first line of the comments above a key; deeper ones belong to what is above."""
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


_SINGLE = re.compile(r"'([^'\"\\\n]*)'")
_TRAILING = re.compile(r"[ \t]+$")


def tidy_yaml(path: str, text: str, model: type[Part] | None) -> tuple[str, tuple[str, ...]]:
    """Return a text in normal form and what changed; `model` is None where no order is known.

    Raises CannotTidyError for a text that cannot be read.
    """
    start = unified(text)
    before = _read_of_yaml_text(path, start)
    quoted = _double_quoted(before)
    stripped = ended(_without_trailing(path, quoted))
    written = in_order(stripped, model) if model else stripped
    if _read_of_yaml_text(path, written).data != before.data:
        raise CannotTidyError("Hasil rapihannya tidak sama isinya; laporkan sebagai cacat program")
    steps = (
        ("tanda kutip diseragamkan", quoted != start),
        ("spasi di akhir baris dan baris kosong di akhir berkas dihapus", stripped != quoted),
        ("urutan kunci mengikuti bentuk baku", written != stripped),
    )
    return written, tuple(words for words, changed in steps if changed)


def _read_of_yaml_text(path: str, text: str) -> YamlFile:
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
    file = _read_of_yaml_text(path, text)
    inside: set[int] = set()
    for route, _ in file.texts():
        span = file.span(route)
        inside.update(range(span.line, span.end_line + (span.end_line > span.line)))
    lines = text.split("\n")
    return "\n".join(
        line if number in inside else _TRAILING.sub("", line)
        for number, line in enumerate(lines, 1)
    )


class CannotTidyError(Exception):
    """A file that must be left as it is; the message says why, for the person who wrote it."""


@dataclass(frozen=True, slots=True)
class Tidied:
    """A file before and after; `changes` says what differs, `left` why it was left alone."""

    path: str
    before: bytes
    after: bytes
    changes: tuple[str, ...] = ()
    left: str = ""

    @property
    def differs(self) -> bool:
        return self.before != self.after


_OTHER_LINE_END = re.compile(r"\r\n?")


def text_of(path: str, raw: bytes) -> str:
    """Decode a file. Raises CannotTidyError for what is no text, or not for certain."""
    source, found = decode(path, raw)
    if source is None:
        worst = next((d.message for d in found if d.severity is Severity.GALAT), "bukan teks")
        raise CannotTidyError(worst)
    return source.text.removeprefix("\ufeff")


def encoding_changes(raw: bytes, text: str) -> Iterator[str]:
    """Say what `unified` and writing as UTF-8 change in a file."""
    if raw.startswith(codecs.BOM_UTF8):
        yield "tanda BOM dihapus"
    elif raw != text.encode("utf-8", "surrogatepass"):
        yield "disimpan sebagai UTF-8"
    if "\r" in text:
        yield "akhir baris diseragamkan (LF)"
    if not unicodedata.is_normalized("NFC", text):
        yield "huruf bertanda disatukan (NFC)"


def unified(text: str) -> str:
    """Write line ends as LF and characters in their composed form."""
    return unicodedata.normalize("NFC", _OTHER_LINE_END.sub("\n", text))


def ended(text: str) -> str:
    """End a text with one line end; an empty one stays empty."""
    kept = text.rstrip("\n \t")
    return f"{kept}\n" if kept else ""


_ONE_SPACE = re.compile(r"(?<=\S)[ \t]$")


def tidy_story(path: str, text: str, model: type[Part]) -> tuple[str, tuple[str, ...]]:
    """Return a file in normal form and what changed; raise CannotTidyError if it is unreadable."""
    start = unified(text)
    file = _read_of_files(path, start)
    front = start[: file.body_start]
    changes: tuple[str, ...] = ()
    if file.front.data:
        opening, rest = front.split("\n", 1)
        inside, closing = rest.rstrip("\n").rsplit("\n", 1)
        tidied, changes = tidy_yaml(path, f"{inside}\n", model)
        front = f"{opening.rstrip()}\n{tidied}{closing.rstrip()}\n"
    body = _tidy_body(file.body)
    written = front + body
    if _read_of_files(path, written).front.data != file.front.data:
        raise CannotTidyError("Hasil rapihannya tidak sama isinya; laporkan sebagai cacat program")
    return written, (*changes, *_changes_of_files(file.body, body))


def _read_of_files(path: str, text: str) -> MarkdownFile:
    file, found = read_markdown(SourceText(path, text))
    if file is None:
        raise CannotTidyError(f"Baris {found[0].span.line}: {found[0].message}")
    return file


def _tidy_body(body: str) -> str:
    """Drop single spaces at line ends; two of them break a line and stay.

    Where that would print anything else (inside code, say), the story is left as it is.
    """
    stripped = "\n".join(_ONE_SPACE.sub("", line) for line in ended(body).split("\n"))
    html = MarkdownIt("commonmark").render
    whole = body if body.endswith("\n") or not body else f"{body}\n"
    return stripped if html(stripped) == html(body) else whole


def _changes_of_files(before: str, after: str) -> Iterator[str]:
    if before != after:
        yield "spasi di akhir baris dan baris kosong di akhir berkas dihapus"


_SORTS = (".csv", ".yml", ".md")


def kind_of(path: str) -> Kind | None:
    """Find the kind of records that lie in a file; None for documents and unknown files.

    Published documents belong to whoever issued them and are never touched.
    """
    inside = path.removeprefix("data/")
    if inside == path or not path.endswith(_SORTS) or "/dokumen/" in inside:
        return None
    found = kind_of_file(inside)
    return found[0] if found else None


def tidy_file(path: str, raw: bytes, kind: Kind) -> Tidied:
    """Put a file into normal form; one that cannot be read is left as it is, with the reason."""
    try:
        text = text_of(path, raw)
        written, changes = _tidied(path, text, kind)
    except CannotTidyError as error:
        return Tidied(path, raw, raw, left=str(error))
    after = written.encode("utf-8", "surrogatepass")
    return Tidied(path, raw, after, (*encoding_changes(raw, text), *changes))


def _tidied(path: str, text: str, kind: Kind) -> tuple[str, tuple[str, ...]]:
    if path.endswith(".csv"):
        return tidy_table(path, unified(text), tuple(kind.model.model_fields))
    if path.endswith(".md"):
        return tidy_story(path, text, kind.model)
    return tidy_yaml(path, text, None if kind.entries else kind.model)
