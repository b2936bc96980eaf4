"""Read a YAML file, or the front matter of a Markdown file: text values with their places."""

from bisect import bisect_right
from collections.abc import Iterator
from functools import cached_property
from typing import NamedTuple

import yaml

from ppid.diagnostics.diagnostic import Diagnostic, Note, Requirement, diagnose
from ppid.diagnostics.places import Route, SourceText, Span
from ppid.law.yaml_loading import LOADER
from ppid.reading.files.requirements import BRK_002, BRK_003

MAX_CHARACTERS = 5_000_000
MAX_DEPTH = 20
MAX_FINDINGS = 1_000
"""Faults of one file that are named; whoever has mended these sees the next."""

YamlValue = dict[str, "YamlValue"] | list["YamlValue"] | str | None
"""Scalars stay text: the field that reads them decides (`0123` is not 83, `no` is not False)."""


class ValueOffsets(NamedTuple):
    """Offsets of a value and of its key; a value without key has an empty key at its start."""

    key_start: int
    key_end: int
    start: int
    end: int


class YamlFile:
    """The values of one YAML text and the places where they are written."""

    def __init__(
        self, source: SourceText, data: YamlValue, places: dict[Route, ValueOffsets], start: int = 0
    ) -> None:
        """Keep `data` as read; `start` is the offset in the source at which the YAML begins."""
        self.source = source
        self.data = data
        self._places = places
        self._start = start

    def span(self, route: Route = ()) -> Span:
        """Return the place of a value; of its key when the value is left empty."""
        place = self._nearest(route)
        if place.start == place.end:
            return self.source.span_between(place.key_start, place.key_end)
        return self.source.span_between(place.start, place.end)

    def key_span(self, route: Route) -> Span:
        """Return the place of the key that ends `route`, or of the nearest key above it."""
        while route and self._nearest(route).key_start == self._nearest(route).key_end:
            route = route[:-1]
        place = self._nearest(route)
        if place.key_start == place.key_end:
            return self.source.span_between(place.start, place.end)
        return self.source.span_between(place.key_start, place.key_end)

    def route_at(self, offset: int) -> Route:
        """Return the route of the innermost value at `offset`; a key belongs to its value."""
        starts, routes = self._by_start
        found = bisect_right(starts, offset) - 1
        route = routes[found] if found >= 0 else ()
        while route and offset >= self._places[route].end:
            route = route[:-1]
        return route

    def texts(self) -> list[tuple[Route, str]]:
        """Return every scalar that is not empty, with its route, in the order of the file."""
        return [
            (route, value)
            for route in self._by_start[1]
            if isinstance(value := self._at(route), str)
        ]

    def _at(self, route: Route) -> YamlValue:
        value = self.data
        for step in route:
            if isinstance(value, dict):
                value = value[str(step)]
            elif isinstance(value, list):
                value = value[int(step)]
        return value

    def _nearest(self, route: Route) -> ValueOffsets:
        while route and route not in self._places:
            route = route[:-1]
        return self._places.get(route) or ValueOffsets(
            self._start, self._start, self._start, self._start
        )

    @cached_property
    def _by_start(self) -> tuple[list[int], list[Route]]:
        # Parents before children where both begin at the same character.
        ordered = sorted(self._places, key=lambda at: (self._places[at].key_start, len(at)))
        return [self._places[route].key_start for route in ordered], ordered


def read_yaml(
    source: SourceText, start: int = 0, end: int | None = None
) -> tuple[YamlFile | None, list[Diagnostic]]:
    """Read the YAML between two offsets of `source`; None when its values cannot be trusted."""
    text = source.text[start:end]
    if len(text) > MAX_CHARACTERS:
        message = f"Berkas ini {len(text):,} karakter, lebih dari 5 juta".replace(",", ".")
        return None, [diagnose(BRK_003, source.span_between(start, start), message)]
    if text.startswith("\ufeff"):  # libyaml skips it without counting it
        text, start = text[1:], start + 1
    if not text.isascii():
        # Lone surrogates cannot be handed to libyaml; the check of characters reports them.
        text = text.encode("utf-8", "replace").decode("utf-8")
    builder = _TreeBuilder(source, start, yaml.parse(text, Loader=LOADER))
    try:
        data = builder.document()
    except yaml.YAMLError as error:
        return None, [*builder.findings, _syntax_diagnostic(source, start, text, error)]
    except _GaveUpError as error:
        span = source.span_between(error.index, error.index + 1)
        return None, [*builder.findings, diagnose(BRK_003, span, str(error))]
    if () not in builder.places:
        message = "Berkas YAML ini kosong"
        return None, [diagnose(BRK_003, source.span_between(start, start), message)]
    return YamlFile(source, data, builder.places, start), builder.findings


class _GaveUpError(Exception):
    """The reader went no further than the offset `index`; the message says why."""

    def __init__(self, message: str, index: int) -> None:
        super().__init__(message)
        self.index = index


class _TreeBuilder:
    """Builds the value of one document; findings and places grow while it reads."""

    def __init__(self, source: SourceText, start: int, events: Iterator[yaml.Event]) -> None:
        """Read `events` of a text that begins at offset `start` of the source."""
        self.places: dict[Route, ValueOffsets] = {}
        self.findings: list[Diagnostic] = []
        self._source = source
        self._start = start
        self._events = events

    def document(self) -> YamlValue:
        """Return the value of the only document, None when there is none."""
        data: YamlValue = None
        documents = 0
        for event in self._events:
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    self._report(BRK_003, event, "Berkas memuat lebih dari satu dokumen YAML")
                    break
                data = self._value(next(self._events), (), None, 0)
        return data

    def _value(
        self, event: yaml.Event, route: Route, key: tuple[int, int] | None, depth: int
    ) -> YamlValue:
        start, end = self._span_of(event)
        self._check_plainness(event)
        value: YamlValue = None
        if isinstance(event, yaml.ScalarEvent):
            value = None if event.value == "" and start == end else event.value
            end = start + len(self._source.text[start:end].rstrip())
        elif depth >= MAX_DEPTH and isinstance(event, yaml.CollectionStartEvent):
            message = f"Susunan bersarang lebih dari {MAX_DEPTH} tingkat"
            raise _GaveUpError(message, start)
        elif isinstance(event, yaml.MappingStartEvent):
            value, end = self._mapping(event, route, depth)
        elif isinstance(event, yaml.SequenceStartEvent):
            value, end = self._sequence(event, route, depth)
        self.places[route] = ValueOffsets(*(key or (start, start)), start, end)
        return value

    def _mapping(
        self, opening: yaml.MappingStartEvent, route: Route, depth: int
    ) -> tuple[dict[str, YamlValue], int]:
        data: dict[str, YamlValue] = {}
        end = self._span_of(opening)[1]
        for event in self._events:
            if isinstance(event, yaml.MappingEndEvent):
                return data, self._span_of(event)[1] if opening.flow_style else end
            name = self._key(event, depth)
            if not name or name in data:
                self._report_duplicate(event, name, (*route, name))
                end = self._aside(depth + 1)
                continue
            key, target = self._span_of(event), (*route, name)
            data[name] = self._value(next(self._events), target, key, depth + 1)
            end = max(key[1], self.places[target].end)
        return data, end

    def _sequence(
        self, opening: yaml.SequenceStartEvent, route: Route, depth: int
    ) -> tuple[list[YamlValue], int]:
        data: list[YamlValue] = []
        end = self._span_of(opening)[1]
        for event in self._events:
            if isinstance(event, yaml.SequenceEndEvent):
                return data, self._span_of(event)[1] if opening.flow_style else end
            target = (*route, len(data))
            data.append(self._value(event, target, None, depth + 1))
            end = self.places[target].end
        return data, end

    def _key(self, event: yaml.Event, depth: int) -> str:
        """Return the name of a key; empty when it is none that a file may have."""
        if not isinstance(event, yaml.ScalarEvent):
            self._report(BRK_003, event, "Kunci harus berupa satu kata, bukan susunan")
            self._aside(depth + 1, event)
            return ""
        self._check_plainness(event)
        name = str(event.value)
        if name == "<<":
            self._report(BRK_003, event, "Penggabungan dengan “<<” tidak dipakai di sini")
            return ""
        if not name.strip():
            self._report(BRK_003, event, "Ada isi tanpa nama kunci di depannya")
            return ""
        return name

    def _check_plainness(self, event: yaml.Event) -> None:
        if isinstance(event, yaml.AliasEvent):
            message = f"Rujukan “*{event.anchor}” tidak dipakai di sini"
            self._report(BRK_003, event, message, "Tulis isinya sekali lagi di tempat ini.")
        elif isinstance(event, yaml.NodeEvent) and event.anchor is not None:
            message = f"Penanda “&{event.anchor}” tidak dipakai di sini"
            self._report(BRK_003, event, message, "Hapus penanda itu, atau apit teksnya.")
        if isinstance(event, yaml.ScalarEvent | yaml.CollectionStartEvent) and event.tag:
            message = f"Tanda jenis “{event.tag}” tidak dipakai di sini"
            self._report(BRK_003, event, message, "Hapus tanda itu, atau apit teksnya.")

    def _span_of(self, event: yaml.Event) -> tuple[int, int]:
        # Only the index counts characters as SourceText does. The marks' lines and columns do not:
        # libyaml also breaks lines at U+0085, U+2028 and U+2029.
        start, end = event.start_mark, event.end_mark
        assert start is not None  # noqa: S101 — libyaml always sets both; the stubs cannot know
        assert end is not None  # noqa: S101
        return self._start + start.index, self._start + end.index

    def _aside(self, depth: int, event: yaml.Event | None = None) -> int:
        """Read a value for its findings only, and give the offset at which it ends."""
        kept, self.places = self.places, {}
        self._value(event or next(self._events), (), None, depth)
        end, self.places = self.places[()].end, kept
        return end

    def _report_duplicate(self, event: yaml.Event, name: str, route: Route) -> None:
        first = self.places.get(route)
        if first is None:  # a key that was refused for another reason
            return
        span = self._source.span_between(first.key_start, first.key_end)
        note = Note(f"“{name}” yang pertama", span)
        self._report(BRK_002, event, f"Kunci “{name}” ditulis dua kali", note=note)

    def _report(
        self,
        requirement: Requirement,
        event: yaml.Event,
        message: str,
        hint: str = "",
        note: Note | None = None,
    ) -> None:
        start, end = self._span_of(event)
        span = self._source.span_between(start, max(end, start + 1))
        notes = (note,) if note else ()
        self.findings.append(diagnose(requirement, span, message, hint=hint, notes=notes))
        if len(self.findings) == MAX_FINDINGS:
            message = "Cacat susunannya terlalu banyak; perbaiki dahulu yang sudah disebut"
            raise _GaveUpError(message, start)


_QUOTE = "Apit seluruh teksnya dengan tanda kutip ganda."
_INDENT = "Samakan jumlah spasi di awal baris dengan baris setingkatnya."

_TAB = ("Awal baris memakai tab", "Ganti tab dengan spasi.")

_SENTENCES = {
    "did not find expected key": (
        "Baris ini tidak sejalan dengan susunan di atasnya",
        "Periksa jumlah spasi di awal baris, “- ” yang salah tempat, dan teks sesudah kutip tutup.",
    ),
    "did not find expected '-' indicator": (
        "Baris ini tidak diawali “- ” seperti baris lain dalam deretnya",
        _INDENT,
    ),
    "mapping values are not allowed in this context": (
        "Ada titik dua di tempat yang tidak semestinya",
        "Apit teks yang memuat “: ” dengan tanda kutip ganda; periksa juga spasi di awal baris.",
    ),
    "block sequence entries are not allowed in this context": (
        "Deret yang diawali “- ” harus dimulai di baris baru",
        "Pindahkan “- ” ke baris berikutnya, atau apit teksnya dengan tanda kutip ganda.",
    ),
    "could not find expected ':'": (
        "Titik dua sesudah nama kunci tidak ada",
        "Tulis “kunci: isi”, dengan satu spasi sesudah titik dua.",
    ),
    "did not find expected ',' or ']'": ("Kurung siku “[” tidak ditutup", "Tambahkan “]”."),
    "did not find expected ',' or '}'": ("Kurung kurawal “{” tidak ditutup", "Tambahkan “}”."),
    "found unexpected end of stream": (
        "Tanda kutip di sini tidak ditutup",
        "Tambahkan tanda kutip penutup di akhir teksnya.",
    ),
    "found unexpected document indicator": (
        "Tanda kutip di sini tidak ditutup sebelum baris “---”",
        "Tambahkan tanda kutip penutup di akhir teksnya.",
    ),
    "found unknown escape character": (
        "Garis miring terbalik di dalam kutip ganda bukan tanda yang dikenal",
        "Pakai kutip tunggal, atau tulis garis miring terbalik dua kali.",
    ),
    "found a tab character that violates indentation": _TAB,
    "did not find expected <document start>": ("Ada teks sesudah akhir dokumen YAML", ""),
    "did not find expected node content": ("Isi yang semestinya di sini tidak ada", ""),
}
# Here the opening sign is the place to look at; libyaml points at the end of the file.
_AT_OPENING = {
    "did not find expected ',' or ']'",
    "did not find expected ',' or '}'",
    "found unexpected end of stream",
    "found unexpected document indicator",
}


def _syntax_diagnostic(
    source: SourceText, start: int, text: str, error: yaml.YAMLError
) -> Diagnostic:
    """Translate the error that stopped libyaml in `text`, which begins at `start` of the source."""
    if isinstance(error, yaml.reader.ReaderError):
        # It has no mark, only the number of bytes that libyaml had accepted so far.
        accepted = text.encode("utf-8", "replace")[: error.position].decode("utf-8", "ignore")
        index = start + len(accepted)
        code = ord(source.text[index]) if index < len(source.text) else 0
        message = f"Karakter kendali U+{code:04X} tidak boleh ada dalam YAML"
        return diagnose(BRK_003, source.span_between(index, index + 1), message)
    if not isinstance(error, yaml.MarkedYAMLError):
        return diagnose(BRK_003, source.span_between(start, start), "Berkas YAML ini tidak terbaca")
    opening, place, problem = error.context_mark, error.problem_mark, error.problem or ""
    if problem in _AT_OPENING and opening is not None:
        opening, place = None, opening
    index = start + (place.index if place is not None else 0)
    message, hint = _SENTENCES.get(problem, ("Baris ini tidak dapat dibaca sebagai YAML", ""))
    if problem == "found character that cannot start any token":
        character = text[index - start : index - start + 1]
        message, hint = f"Teks tidak boleh diawali “{character}” tanpa tanda kutip", _QUOTE
        if character == "\t":
            message, hint = _TAB
    notes: tuple[Note, ...] = ()
    if opening is not None and start + opening.index != index:
        span = source.span_between(start + opening.index, start + opening.index + 1)
        notes = (Note("Susunan yang sedang dibaca dimulai di sini", span),)
    line = source.span_between(index, index).line
    end = source.offset_of(line, len(source.line_text(line).rstrip()) + 1)
    span = source.span_between(index, max(end, index + 1))
    return diagnose(BRK_003, span, message, notes=notes, hint=hint)
