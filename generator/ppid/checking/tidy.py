"""Data files in normal form: the same values, written the one way; nothing here touches a file.

Every tidier reads its result again and refuses one that says anything else.
"""

import codecs
import csv
import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from io import StringIO

from markdown_it import MarkdownIt

from ppid.core.kind import Kind
from ppid.core.record import Part
from ppid.diagnostics.diagnostic import Severity
from ppid.diagnostics.places import Route, SourceText
from ppid.kinds import kind_of_file
from ppid.kinds.fields import part_in
from ppid.reading.files.csv_file import CsvFile, Stray, check_header, read_csv
from ppid.reading.files.decode import decode
from ppid.reading.files.markdown_file import read_markdown
from ppid.reading.files.yaml_file import YamlFile, read_yaml

_SORTS = (".csv", ".yml", ".md")
_OTHER_LINE_END = re.compile(r"\r\n?")
_NOT_THE_SAME = "Hasil rapihannya tidak sama isinya; laporkan sebagai cacat program"


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
    source, found = decode(path, raw)
    if source is None:
        worst = next((d.message for d in found if d.severity is Severity.GALAT), "bukan teks")
        return Tidied(path, raw, raw, left=worst)
    text = source.text.removeprefix("\ufeff")
    try:
        if path.endswith(".csv"):
            written, changes = _tidy_table(path, _unified(text), tuple(kind.model.model_fields))
        elif path.endswith(".md"):
            written, changes = _tidy_story(path, text, kind.model)
        else:
            written, changes = _tidy_yaml(path, text, None if kind.entries else kind.model)
    except CannotTidyError as error:
        return Tidied(path, raw, raw, left=str(error))
    after = written.encode("utf-8", "surrogatepass")
    return Tidied(path, raw, after, (*_encoding_changes(raw, text), *changes))


def _encoding_changes(raw: bytes, text: str) -> Iterator[str]:
    """Say what `_unified` and writing as UTF-8 change in a file."""
    if raw.startswith(codecs.BOM_UTF8):
        yield "tanda BOM dihapus"
    elif raw != text.encode("utf-8", "surrogatepass"):
        yield "disimpan sebagai UTF-8"
    if "\r" in text:
        yield "akhir baris diseragamkan (LF)"
    if not unicodedata.is_normalized("NFC", text):
        yield "huruf bertanda disatukan (NFC)"


def _unified(text: str) -> str:
    """Write line ends as LF and characters in their composed form."""
    return unicodedata.normalize("NFC", _OTHER_LINE_END.sub("\n", text))


def _ended(text: str) -> str:
    """End a text with one line end; an empty one stays empty."""
    kept = text.rstrip("\n \t")
    return f"{kept}\n" if kept else ""


# ---------------------------------------------------------------- tables


def _tidy_table(path: str, text: str, columns: Sequence[str]) -> tuple[str, tuple[str, ...]]:
    """Return a table in normal form and what changed in it.

    Lines above the heading stay as they are. Raises CannotTidyError where something would be lost:
    a broken record, an unknown column, or text outside of the rows.
    """
    table = _read_table(path, text, columns)
    above = table.record_span(table.layout.header_index).line - 1
    if Stray.ABOVE not in table.strays.values():
        above = 0
    order = [name for name in columns if name in table.header]
    rows = []
    for _, cells in table.rows():
        by_name = dict(zip(table.header, cells, strict=True))
        rows.append([_unified(by_name[name]).strip() for name in order])
    target = StringIO(newline="")
    target.write("".join(_unified(text).splitlines(keepends=True)[:above]))
    csv.writer(target, lineterminator="\n").writerows([order, *rows])
    written = target.getvalue()
    if [cells for _, cells in _read_table(path, written, columns).rows()] != rows:
        raise CannotTidyError(_NOT_THE_SAME)
    edges = any(cell != cell.strip() for _, cells in table.rows() for cell in cells)
    signs = _unified(text).removesuffix("\n") != written.removesuffix("\n")
    layout = table.layout
    steps = (
        ("pemisah sel menjadi koma", layout.separator != "," or layout.declared),
        ("urutan kolom mengikuti bentuk baku", list(table.header) != order),
        ("kolom kosong di belakang dihapus", layout.written_width > len(table.header)),
        ("spasi di tepi sel dihapus", edges),
        ("tanda kutip, baris kosong, dan tepi tabel dirapikan", signs),
    )
    return written, tuple(words for words, changed in steps if changed)


def _read_table(path: str, text: str, columns: Sequence[str]) -> CsvFile:
    table, found = read_csv(SourceText(path, text), columns)
    if table is None:
        raise CannotTidyError(found[0].message)
    found = [*found, *check_header(table, (), columns)]
    worst = next((d for d in found if d.severity is Severity.GALAT), None)
    if worst is not None:
        message = f"Baris {worst.span.line}: {worst.message}"
        raise CannotTidyError(message)
    # Text beside and below the rows would be lost; empty rows may go, and lines above them stay.
    kept = {Stray.BLANK, Stray.TRAILING}
    if not table.layout.declared:
        kept.add(Stray.ABOVE)
    if lost := sorted(n for n, stray in table.strays.items() if stray not in kept):
        line = table.record_span(lost[0]).line
        message = f"Baris {line} memuat tulisan di luar tabel; pindahkan atau hapus dahulu"
        raise CannotTidyError(message)
    return table


# ---------------------------------------------------------------- YAML

_SINGLE = re.compile(r"'([^'\"\\\n]*)'")
_TRAILING = re.compile(r"[ \t]+$")
_FIRST = ("contoh", "salinan_resmi", "penetapan", "uji_konsekuensi")
"""What a reader wants to know first: whether it is real, and by what a list was decided."""


def _tidy_yaml(path: str, text: str, model: type[Part] | None) -> tuple[str, tuple[str, ...]]:
    """Return a text in normal form and what changed; `model` is None where no order is known.

    Raises CannotTidyError for a text that cannot be read.
    """
    start = _unified(text)
    before = _read_yaml(path, start)
    quoted = _double_quoted(before)
    stripped = _ended(_without_trailing(path, quoted))
    written = _in_order(stripped, model) if model else stripped
    if _read_yaml(path, written).data != before.data:
        raise CannotTidyError(_NOT_THE_SAME)
    steps = (
        ("tanda kutip diseragamkan", quoted != start),
        ("spasi di akhir baris dan baris kosong di akhir berkas dihapus", stripped != quoted),
        ("urutan kunci mengikuti bentuk baku", written != stripped),
    )
    return written, tuple(words for words, changed in steps if changed)


def _read_yaml(path: str, text: str) -> YamlFile:
    file, found = read_yaml(SourceText(path, text))
    worst = next((d for d in found if d.severity is Severity.GALAT), None)
    if file is None or worst is not None:
        shown = worst or found[0]
        raise CannotTidyError(f"Baris {shown.span.line}: {shown.message}")
    return file


def _double_quoted(file: YamlFile) -> str:
    """Write 'text' as "text", where that says the same."""
    source, text = file.source, file.source.text
    for route, _ in sorted(file.texts(), key=lambda found: file.span(found[0]), reverse=True):
        span = file.span(route)
        start = source.offset_of(span.line, span.column)
        end = source.offset_of(span.end_line, span.end_column)
        if single := _SINGLE.fullmatch(text, start, end):
            text = f'{text[:start]}"{single[1]}"{text[end:]}'
    return text


def _without_trailing(path: str, text: str) -> str:
    """Drop spaces at the ends of lines, except inside texts of several lines: there they count."""
    file = _read_yaml(path, text)
    inside: set[int] = set()
    for route, _ in file.texts():
        span = file.span(route)
        inside.update(range(span.line, span.end_line + (span.end_line > span.line)))
    lines = text.split("\n")
    return "\n".join(
        line if number in inside else _TRAILING.sub("", line)
        for number, line in enumerate(lines, 1)
    )


def key_order(model: type[Part]) -> tuple[str, ...]:
    """Return the order in which a model's keys are written: that of its fields, marks first."""
    names = tuple(model.model_fields)
    first = tuple(name for name in _FIRST if name in names)
    return (*first, *(name for name in names if name not in first))


def _in_order(text: str, model: type[Part]) -> str:
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
class _KeyLines:
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


def _entries(text: str, file: YamlFile, route: Route) -> list[_KeyLines]:
    """Return the entries of a block mapping in the file's order; none where it is not plain."""
    value: object = file.data
    for step in route:
        value = value.get(str(step)) if isinstance(value, dict) else None
    if not isinstance(value, dict):
        return []
    lines = text.split("\n")
    entries: list[_KeyLines] = []
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
            entries.append(_KeyLines(previous.name, previous.first, first - 1))
        last = end.end_line - 1 if end.end_column == 1 else end.end_line
        entries.append(_KeyLines(name, first, max(last, key.line)))
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


# ---------------------------------------------------------------- stories

_ONE_SPACE = re.compile(r"(?<=\S)[ \t]$")


def _tidy_story(path: str, text: str, model: type[Part]) -> tuple[str, tuple[str, ...]]:
    """Return a story in normal form and what changed; raise CannotTidyError if it is unreadable."""
    start = _unified(text)
    file, found = read_markdown(SourceText(path, start))
    if file is None:
        raise CannotTidyError(f"Baris {found[0].span.line}: {found[0].message}")
    front = start[: file.body_start]
    changes: tuple[str, ...] = ()
    if file.front.data:
        opening, rest = front.split("\n", 1)
        inside, closing = rest.rstrip("\n").rsplit("\n", 1)
        tidied, changes = _tidy_yaml(path, f"{inside}\n", model)
        front = f"{opening.rstrip()}\n{tidied}{closing.rstrip()}\n"
    body = _tidy_body(file.body)
    again, _ = read_markdown(SourceText(path, front + body))
    if again is None or again.front.data != file.front.data:
        raise CannotTidyError(_NOT_THE_SAME)
    if body != file.body:
        changes += ("spasi di akhir baris dan baris kosong di akhir berkas dihapus",)
    return front + body, changes


def _tidy_body(body: str) -> str:
    """Drop single spaces at line ends; two of them break a line and stay.

    Where that would print anything else (inside code, say), the story is left as it is.
    """
    stripped = "\n".join(_ONE_SPACE.sub("", line) for line in _ended(body).split("\n"))
    html = MarkdownIt("commonmark").render
    whole = body if body.endswith("\n") or not body else f"{body}\n"
    return stripped if html(stripped) == html(body) else whole
