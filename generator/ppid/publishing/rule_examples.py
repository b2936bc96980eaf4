"""Lists among the examples of a rule, shown as a table that people who work in Excel can read.

The page on a rule is also its test: its lists are written as CSV, with what must be found below.
"""

import csv
import re
from collections.abc import Callable
from dataclasses import dataclass
from io import StringIO
from typing import Final

from ppid.kinds import file_in_words, kind_of_file

_BLOCK: Final = re.compile(
    r'^```csv title="data/(?P<path>[^"\n]+)"\n(?P<text>.*?)^```\n'
    r"(?P<found>(?:\s*<!--[^\n]*-->\n)*)",
    re.MULTILINE | re.DOTALL,
)
_PLACE: Final = re.compile(r"baris (\d+) kolom (\w+)")
_UNTIDY: Final = re.compile(r"^\s|\s$|\s\s")
_FIRST: Final = 2
"""The line of the first row: above it stand the headings."""


@dataclass(frozen=True, slots=True)
class Isi:
    """What stands in a cell, and whether that is what the rule speaks of."""

    teks: str
    ditunjuk: bool


@dataclass(frozen=True, slots=True)
class Contoh:
    """A list turned on its side: a row for each column, so that long texts fit beside it."""

    judul: str
    baris: tuple[int, ...]
    kolom: tuple[tuple[str, tuple[Isi, ...]], ...]


def with_tables(markdown: str, show: Callable[[Contoh], str]) -> str:
    """Put a table, as `show` prints it, in the place of each list.

    Where the very form of a list is the example (headings, separators, spaces), those of the page
    stay as they are written.
    """
    blocks = list(_BLOCK.finditer(markdown))
    lists = [_read(block["path"], block["text"], block["found"]) for block in blocks]
    known = [contoh for contoh in lists if contoh]
    if len(known) < len(lists):
        return markdown
    shown = iter(known)
    return _BLOCK.sub(lambda block: f"{show(next(shown))}\n\n{block['found']}", markdown)


def _read(path: str, text: str, found: str) -> Contoh | None:
    known = kind_of_file(path)
    try:
        heading, *rows = csv.reader(StringIO(text), strict=True)
    except (csv.Error, ValueError):
        return None
    if known is None or not rows or any(len(row) != len(heading) for row in rows):
        return None
    fields = known[0].model.model_fields
    cells = [cell for row in rows for cell in row]
    if not {*heading} <= {*fields} or any(_UNTIDY.search(c) or not c.isprintable() for c in cells):
        return None
    pointed = {(int(line), name) for line, name in _PLACE.findall(found)}
    named = {name for _, name in pointed}
    return Contoh(
        file_in_words(f"data/{path}"),
        tuple(range(_FIRST, _FIRST + len(rows))),
        tuple(
            (
                fields[name].title or name,
                tuple(
                    Isi(row[at], (line, name) in pointed) for line, row in enumerate(rows, _FIRST)
                ),
            )
            for at, name in enumerate(heading)
            if name in named or any(row[at] for row in rows)
        ),
    )
