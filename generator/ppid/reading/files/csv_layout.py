"""How a table of text is laid out: its separator, its records, its cells, and where it begins."""

import csv
import io
import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import NamedTuple

SEPARATORS = {",": "koma", ";": "titik koma", "\t": "tab"}

# str.splitlines, the fastest way to give lines to the csv module, also breaks at these.
_OTHER_BREAKS = "\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029"
_DECLARATION = re.compile(r'"?sep=([,;\t])"?[,;\t]*(?:\r\n|\r|\n|$)', re.IGNORECASE)
_QUOTED = re.compile(r'"[^"]*(?:""[^"]*)*"?')
_UP_TO = {separator: re.compile(rf"[^{separator}\r\n]*") for separator in SEPARATORS}
_WORD = re.compile(r"[^0-9a-z]+")
_NOTHING = "".join(SEPARATORS) + '"\r\n '
_PROBE_RECORDS = 10
_PROBE_CHARACTERS = 200_000


class BrokenRecord(list[str]):
    """Stands for a record whose quotes do not match; `reason` is what the csv module says."""

    def __init__(self, reason: str) -> None:
        """Hold no cells, only the reason."""
        super().__init__()
        self.reason = reason


class Layout(NamedTuple):
    """Where the table begins and how its cells are separated.

    `start`: offset of the first record (behind a `sep=` line); `header_index`: the number of
    records above the heading; `written_width`: the cells of its record before empty ones at the
    end are dropped.
    """

    separator: str
    declared: bool
    start: int
    header_index: int
    header: list[str]
    written_width: int


def normal_heading(heading: str) -> str:
    """Reduce a heading to what matters when comparing: “Jangka Waktu ” is `jangka_waktu`."""
    return _WORD.sub("_", heading.lower()).strip("_")


def records(text: str, start: int, separator: str) -> Iterator[tuple[int, list[str]]]:
    """Give each record with the number of its first line, counted from 0 at offset `start`.

    A broken record is given as such and reading goes on with the next line, so that both passes
    over a file number the records alike.
    """
    reader = csv.reader(_lines(text[start:]), delimiter=separator, strict=True)
    line = 0
    while True:
        try:
            for cells in reader:
                yield line, cells
                line = reader.line_num
        except csv.Error as error:
            yield line, BrokenRecord(str(error))
            line = reader.line_num
        else:
            return


def _lines(text: str) -> Iterable[str]:
    if any(character in text for character in _OTHER_BREAKS):
        return io.StringIO(text, newline="")
    return text.splitlines(keepends=True)


def scan_cells(text: str, start: int, separator: str) -> Iterator[tuple[int, int]]:
    """Give the start and end of each cell as written, quotes included, of the record at `start`."""
    up_to_separator = _UP_TO[separator]
    while True:
        quoted = _QUOTED.match(text, start)
        found = up_to_separator.match(text, quoted.end() if quoted else start)
        end = found.end() if found else start
        yield start, end
        if not text.startswith(separator, end):
            return
        start = end + 1


def is_well_quoted(written: str) -> bool:
    """Tell whether the quotes of a cell as written match, with nothing behind the closing one."""
    quoted = _QUOTED.match(written)
    return quoted is None or (quoted.end() == len(written) and written.count('"') % 2 == 0)


def find_layout(text: str, known: Sequence[str]) -> Layout | None:
    """Look for the heading among the first records; None when the text holds no cell at all."""
    declaration = _DECLARATION.match(text)
    start = declaration.end() if declaration else 0
    if not text[start:].strip(_NOTHING):
        return None
    probe = text[start : start + _PROBE_CHARACTERS]
    wanted = frozenset(map(normal_heading, known))
    candidates = []
    for separator in [declaration[1]] if declaration else SEPARATORS:
        top = [cells for _, cells in islice(records(probe, 0, separator), _PROBE_RECORDS)]
        index = _header_index(top, wanted)
        if index is not None:
            header, width = _trimmed(top[index]), len(top[index])
            declared = declaration is not None
            candidates.append(Layout(separator, declared, start, index, header, width))
    return max(candidates, key=lambda layout: _fitness(layout, wanted), default=None)


def _header_index(top: Sequence[list[str]], known: frozenset[str]) -> int | None:
    """Choose the record with most known headings, else the first that looks like a heading."""
    scores = [_score(cells, known) for cells in top]
    if scores and max(scores) >= min(2, max(len(known), 1)):
        return scores.index(max(scores))
    filled = [sum(bool(cell.strip()) for cell in cells) for cells in top]
    several = [index for index, count in enumerate(filled) if count > 1]
    any_text = [index for index, count in enumerate(filled) if count]
    return next(iter([*several, *any_text]), None)


def _score(cells: list[str], known: frozenset[str]) -> int:
    return len({normal_heading(cell) for cell in cells} & known)


def _fitness(layout: Layout, known: frozenset[str]) -> tuple[int, int, int]:
    # Without a known heading the wrong separator shows itself by a heading of one cell, or by one
    # that is found only further down, in prose.
    return _score(layout.header, known), -layout.header_index, len(layout.header)


def _trimmed(cells: list[str]) -> list[str]:
    """Strip headings and drop the empty ones at the end, which spreadsheets leave behind."""
    stripped = [cell.strip() for cell in cells]
    while stripped and not stripped[-1]:
        stripped.pop()
    return stripped
