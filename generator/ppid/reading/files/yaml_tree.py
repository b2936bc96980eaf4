"""From the events of libyaml to plain values, noting where each was written, in one pass."""

from collections.abc import Iterator
from typing import NamedTuple

import yaml

from ppid.diagnostics.model import Diagnostic, Note, Requirement, diagnose
from ppid.diagnostics.span import Route, SourceText
from ppid.reading.files.requirements import BRK_002, BRK_003

YamlValue = dict[str, "YamlValue"] | list["YamlValue"] | str | None
"""Scalars stay text: the field that reads them decides (`0123` is not 83, `no` is not False)."""

MAX_DEPTH = 20


class Place(NamedTuple):
    """Offsets of a value and of its key; a value without key has an empty key at its start."""

    key_start: int
    key_end: int
    start: int
    end: int


class TooDeepError(Exception):
    """The nesting passed `MAX_DEPTH`; `index` says where."""

    def __init__(self, index: int) -> None:
        """Keep the offset at which the reader gave up."""
        super().__init__(index)
        self.index = index


class TreeBuilder:
    """Builds the value of one document; findings and places grow while it reads."""

    def __init__(self, source: SourceText, start: int, events: Iterator[yaml.Event]) -> None:
        """Read `events` of a text that begins at offset `start` of the source."""
        self.places: dict[Route, Place] = {}
        self.findings: list[Diagnostic] = []
        self._source = source
        self._start = start
        self._events = events

    def document(self) -> YamlValue:
        """Give the value of the only document, None when there is none."""
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
            raise TooDeepError(start)
        elif isinstance(event, yaml.MappingStartEvent):
            value, end = self._mapping(event, route, depth)
        elif isinstance(event, yaml.SequenceStartEvent):
            value, end = self._sequence(event, route, depth)
        self.places[route] = Place(*(key or (start, start)), start, end)
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
        """Give the name of a key; empty when it is none that a file may have."""
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
