"""Who and where: the id of a record, and places in files, computed when asked for."""

import re
from bisect import bisect_right
from functools import cached_property
from typing import NamedTuple, Protocol

Route = tuple[str | int, ...]
"""Where a value sits inside its file: (3, "jangka_waktu") or ("penetapan", "tanggal")."""

_LINE_END = re.compile(r"\r\n|\n|\r")


class Span(NamedTuple):
    """A stretch of a file: lines and columns count from 1, columns in characters, end exclusive.

    `cell` is the name a spreadsheet gives to the place (“C14”), empty outside tables.
    """

    path: str
    line: int = 1
    column: int = 1
    end_line: int = 1
    end_column: int = 1
    cell: str = ""


class SourceText:
    """The decoded text of one file, and the arithmetic between offsets and lines."""

    def __init__(self, path: str, text: str) -> None:
        """Keep `path` (relative to the project, with `/`) and the whole decoded `text`."""
        self.path = path
        self.text = text

    @cached_property
    def line_starts(self) -> list[int]:
        """Offsets at which lines begin; line n starts at `line_starts[n - 1]`."""
        return [0, *(match.end() for match in _LINE_END.finditer(self.text))]

    def span_between(self, start: int, end: int, cell: str = "") -> Span:
        """Return the span of the characters `start` to `end` (exclusive), clamped to the text."""
        start = min(max(start, 0), len(self.text))
        end = min(max(end, start), len(self.text))
        line, end_line = bisect_right(self.line_starts, start), bisect_right(self.line_starts, end)
        column = start - self.line_starts[line - 1] + 1
        end_column = end - self.line_starts[end_line - 1] + 1
        return Span(self.path, line, column, end_line, end_column, cell)

    def offset_of(self, line: int, column: int) -> int:
        """Return the offset of a 1-based line and column, clamped to the text."""
        if line > len(self.line_starts):
            return len(self.text)
        return min(self.line_starts[max(line, 1) - 1] + column - 1, len(self.text))

    def line_text(self, number: int) -> str:
        """Return line `number` (from 1) without its line end; empty when there is no such line."""
        if not 1 <= number <= len(self.line_starts):
            return ""
        start = self.line_starts[number - 1]
        stop = _LINE_END.search(self.text, start)
        return self.text[start : stop.start() if stop else len(self.text)]


class Located(Protocol):
    """A parsed file that can say where each of its values is written."""

    source: SourceText

    def span(self, route: Route = ()) -> Span:
        """Return the place of the value at `route`, or of its nearest existing parent."""

    def key_span(self, route: Route) -> Span:
        """Return the place of the key (YAML) or column heading (CSV) that ends `route`."""

    def route_at(self, offset: int) -> Route:
        """Return the route of the innermost value that covers the character at `offset`."""


class RecordId(NamedTuple):
    """`kind` names the kind of record; parts that do not apply are empty (`tahun`: 0)."""

    kind: str
    opd: str = ""
    tahun: int = 0
    slug: str = ""

    def __str__(self) -> str:
        """Return a readable key such as `dik/dinkes/2019/kes-rekam-medis`."""
        parts = (self.kind, self.opd, str(self.tahun) if self.tahun else "", self.slug)
        return "/".join(part for part in parts if part)
