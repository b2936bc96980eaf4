"""Read a table in any dialect that a spreadsheet writes, and say what in it is no table."""

import csv
import io
import re
from array import array
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from enum import Enum
from functools import cached_property, lru_cache
from itertools import groupby, islice
from typing import NamedTuple

from ppid.diagnostics.diagnostic import Diagnostic, Note, Severity, diagnose
from ppid.diagnostics.places import Route, SourceText, Span
from ppid.reading.files.requirements import BRK_004, BRK_005, BRK_007
from ppid.values.cells import column_letters
from ppid.values.numbers import format_bulat
from ppid.values.text import KODE

SEPARATORS = {",": "koma", ";": "titik koma", "\t": "tab", "|": "garis tegak"}
DECLARATION = re.compile(r'"?sep=([,;\t|])"?[,;\t|]*(?:\r\n|\r|\n|$)', re.IGNORECASE)
"""The first line by which Excel is told the separator."""

# str.splitlines, the fastest way to give lines to the csv module, also breaks at these.
_OTHER_BREAKS = "\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029"
# A cell in quotes, in which two quotes stand for one; the closing one may have been forgotten.
_QUOTED = re.compile(r'"[^"]*(?:""[^"]*)*"?')
_UP_TO = {separator: re.compile(rf"[^{separator}\r\n]*") for separator in SEPARATORS}
_WORD = re.compile(r"[^0-9a-z]+")
_NOTHING = "".join(SEPARATORS) + '"\r\n '
_PROBE_RECORDS = 10
_PROBE_CHARACTERS = 200_000
_MIN_WIDTH_FOR_LONE = 3
"""Columns of a table in which a single filled cell is no row, and 1, 2, 3 are column numbers."""
_CODE = re.compile(KODE)


class BrokenRecord(list[str]):
    """Stands for a record whose quotes do not match; `reason` is what the csv module says."""

    def __init__(self, reason: str) -> None:
        """Hold no cells, only the reason."""
        super().__init__()
        self.reason = reason


def records(text: str, start: int, separator: str) -> Iterator[tuple[int, list[str]]]:
    """Yield each record with the number of its first line, counted from 0 at offset `start`.

    A broken record is given as such and reading goes on with the next line, so that both passes
    over a file number the records alike.
    """
    text = text[start:]
    odd = any(character in text for character in _OTHER_BREAKS)
    lines = io.StringIO(text, newline="") if odd else text.splitlines(keepends=True)
    reader = csv.reader(lines, delimiter=separator, strict=True)
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


MAX_COLUMNS = 500
MAX_ROWS = 10_000
"""Rows of a list that are checked within seconds; the longest known to us has some hundred."""


class TableLayout(NamedTuple):
    """Where the table begins and how its cells are separated.

    `start`: offset of the first record (behind a `sep=` line); `header_index`: the number of
    records above the heading; `written_width`: the cells of its record before empty ones at the
    end are dropped, which spreadsheets leave behind.
    """

    separator: str
    declared: bool
    start: int
    header_index: int
    header: list[str]
    written_width: int


def _find_layout(text: str, known: Sequence[str]) -> TableLayout | None:
    """Look for the heading among the first records; None when the text holds no cell at all."""
    declaration = DECLARATION.match(text)
    start = declaration.end() if declaration else 0
    if not text[start:].strip(_NOTHING):
        return None
    probe = text[start : start + _PROBE_CHARACTERS]
    wanted = frozenset(map(_normal_heading, known))

    def known_in(cells: Sequence[str]) -> int:
        return len(wanted.intersection(map(_normal_heading, cells)))

    # A bar is so rare that looking for it in every table would cost more than it finds.
    tried = [separator for separator in SEPARATORS if separator != "|" or separator in probe]
    layouts = []
    for separator in [declaration[1]] if declaration else tried:
        top = [cells for _, cells in islice(records(probe, 0, separator), _PROBE_RECORDS)]
        scores = list(map(known_in, top))
        filled = [sum(bool(cell.strip()) for cell in cells) for cells in top]
        # The record with most known headings, else the first that looks like a heading.
        if scores and max(scores) >= min(2, max(len(wanted), 1)):
            index = scores.index(max(scores))
        elif any(filled):
            index = next(i for i, count in enumerate(filled) if count >= min(2, max(filled)))
        else:
            continue
        header = [cell.strip() for cell in top[index]]
        while header and not header[-1]:
            header.pop()
        declared, width = declaration is not None, len(top[index])
        layouts.append(TableLayout(separator, declared, start, index, header, width))
        if index == 0 and scores[0] == len(wanted) > 1:
            break  # every known column in the first record: no other separator finds more
    # Without a known heading the wrong separator shows itself by a heading of one cell, or by one
    # that is found only further down, in prose.
    return max(
        layouts,
        key=lambda it: (known_in(it.header), -it.header_index, len(it.header)),
        default=None,
    )


@lru_cache(4096)  # every list has the same few
def _normal_heading(heading: str) -> str:
    """Reduce a heading to what matters when comparing: “Jangka Waktu ” is `jangka_waktu`."""
    return _WORD.sub("_", heading.lower()).strip("_")


class Stray(Enum):
    """What a record is when it is not a row of the table."""

    ABOVE = "above the heading"
    BLANK = "no filled cell"
    TRAILING = "no filled cell, below the last row"
    LONE = "one filled cell, like a section title"
    BELOW = "one filled cell below the last row, like a footnote or signature"
    HEADER = "the heading once more"
    NUMBERING = "column numbers, as below the heading of a printed table"
    SHORT = "too few cells"
    LONG = "too many cells"
    BROKEN = "quotes that do not match"


_MOST_SCANNED = 2_000
"""Of how many records the places of the cells are kept: a few megabytes."""
_MERGED = {Stray.ABOVE, Stray.BLANK, Stray.TRAILING, Stray.LONE, Stray.BELOW}
"""Of neighbouring ones one message is said, not one for each."""


class CsvFile:
    """A table: its heading, and its rows parsed anew on every pass.

    A row's index counts the records below the heading from 0, strays included, so that it always
    leads to the number that a spreadsheet shows. Of a row only the first line is kept.
    """

    def __init__(self, source: SourceText, layout: TableLayout) -> None:
        """Look at every record once."""
        self.source = source
        self.layout = layout
        self.header = tuple(layout.header)
        self.strays: dict[int, Stray] = {}
        """The records that are no rows, counted from the top of the file."""
        self.reasons: dict[int, str] = {}
        """Why records are broken, in the words of the csv module."""
        self._first_lines = array("I")
        self._first_row = layout.header_index + 1
        self._skipped_lines = 1 if layout.start else 0
        self._scanned: dict[int, list[tuple[int, int]]] = {}
        """The cells of records that were looked for: every rule goes through all records anew."""
        self._survey()

    def _survey(self) -> None:
        header, written_width = self.layout.header, self.layout.written_width
        width, last_row = len(header), self._first_row - 1
        add_line = self._first_lines.append
        unusual = {"", header[0], "1", "(1)"}
        for index, (line, cells) in enumerate(self._records()):
            add_line(line)
            # Nearly all rows leave here; what follows may take its time.
            fits = len(cells) == width or (len(cells) == written_width and not any(cells[width:]))
            ordinary = fits and index >= self._first_row and cells[0].strip() not in unusual
            if ordinary and width > 1 and cells[1].strip():
                last_row = index
                continue
            stray = self._stray_of(cells, index)
            if stray is None:
                last_row = max(index, last_row)
                continue
            self.strays[index] = stray
            if isinstance(cells, BrokenRecord):
                self.reasons[index] = cells.reason
        at_the_end = {Stray.BLANK: Stray.TRAILING, Stray.LONE: Stray.BELOW}
        for index, stray in self.strays.items():
            if index > last_row:
                self.strays[index] = at_the_end.get(stray, stray)

    def _stray_of(self, cells: list[str], index: int) -> Stray | None:
        """Return what a record is; None for a row, and for the heading."""
        stripped = [cell.strip() for cell in cells]
        filled = [cell for cell in stripped if cell]
        if index < self._first_row:
            above = Stray.ABOVE if filled else Stray.TRAILING
            return above if index < self._first_row - 1 else None
        width = len(self.header)
        numbers = [str(number) for number in range(1, len(filled) + 1)]
        kinds = (
            (Stray.BROKEN, isinstance(cells, BrokenRecord)),
            (Stray.BLANK, not filled),
            (Stray.HEADER, stripped[:width] == self.layout.header),
            (
                Stray.NUMBERING,
                len(filled) >= _MIN_WIDTH_FOR_LONE
                and [cell.strip("()") for cell in filled] == numbers,
            ),
            # A code alone is a row that somebody has begun: it must not vanish with a mere warning.
            (
                Stray.LONE,
                width >= _MIN_WIDTH_FOR_LONE
                and len(filled) == 1
                and _CODE.fullmatch(stripped[0]) is None,
            ),
            (Stray.SHORT, len(cells) < width),
            # An empty cell too many is no harm only where the heading has it as well. Elsewhere it
            # is what a comma in the text leaves behind, after moving every cell to the right.
            (Stray.LONG, any(stripped[width:]) or len(cells) > self.layout.written_width),
        )
        return next((stray for stray, holds in kinds if holds), None)

    def _records(self) -> Iterator[tuple[int, list[str]]]:
        return records(self.source.text, self.layout.start, self.layout.separator)

    @property
    def row_count(self) -> int:
        """How many rows `rows` yields."""
        below = len(self._first_lines) - self._first_row
        return below - sum(index >= self._first_row for index in self.strays)

    @property
    def filled_count(self) -> int:
        """How many records below the heading hold anything, rows or not."""
        blank = sum(stray in {Stray.BLANK, Stray.TRAILING} for stray in self.strays.values())
        return len(self._first_lines) - self._first_row - blank

    def rows(self) -> Iterator[tuple[int, list[str]]]:
        """Yield each row's index and its cells as they stand, as many as the heading has."""
        width, strays = len(self.header), self.strays
        for index, (_, cells) in enumerate(self._records(), -self._first_row):
            if index < 0 or index + self._first_row in strays:
                continue
            if len(cells) != width:
                cells = (cells + [""] * width)[:width]  # noqa: PLW2901 — the common case stays bare
            yield index, cells

    def span(self, route: Route = ()) -> Span:
        """Return the place of a cell `(row, heading)`, a row `(row,)`, or the heading `()`."""
        rows = range(len(self._first_lines) - self._first_row)
        if not route or not isinstance(route[0], int) or route[0] not in rows:
            return self._heading
        record = self._first_row + route[0]
        if len(route) > 1 and route[1] in self.header:
            column = self.header.index(str(route[1]))
            cell = next(islice(self._scan(record), column, None), None)
            if cell is not None:
                return self._cell_span(record, column, cell)
        return self.record_span(record)

    def key_span(self, route: Route) -> Span:
        """Return the place of the heading that the last name in `route` stands for."""
        names = [step for step in route if step in self.header]
        if not names:
            return self._heading
        return self.heading_span(self.header.index(str(names[-1])))

    def heading_span(self, column: int) -> Span:
        """Return the place of the heading number `column`, counted from 0."""
        return self._headings[column]

    @cached_property
    def _heading(self) -> Span:
        return self.record_span(self._first_row - 1)

    @cached_property
    def _headings(self) -> list[Span]:
        return self.cells_as_written(self._first_row - 1)

    def record_span(self, first: int, last: int | None = None) -> Span:
        """Return the place of whole records, counted from the top of the file."""
        last = first if last is None else last
        cells = self._scan(last)
        width = max(min(len(cells), len(self.header)), 1)
        cell = f"A{first + 1}:{column_letters(width)}{last + 1}"
        return self.source.span_between(self._offset_of(first), cells[-1][1], cell)

    def cells_as_written(self, record: int) -> list[Span]:
        """Return the place of every cell of a record, also of those beyond the heading."""
        return [self._cell_span(record, at, cell) for at, cell in enumerate(self._scan(record))]

    def route_at(self, offset: int) -> Route:
        """Return the route of the cell that covers `offset`; `()` in and above the heading."""
        line = bisect_right(self.source.line_starts, offset) - 1 - self._skipped_lines
        record = bisect_right(self._first_lines, line) - 1
        if record < self._first_row:
            return ()
        row = record - self._first_row
        for name, (start, end) in zip(self.header, self._scan(record), strict=False):
            if start <= offset <= end:
                return (row, name)
        return (row,)

    def _offset_of(self, record: int) -> int:
        return self.source.line_starts[self._first_lines[record] + self._skipped_lines]

    def _scan(self, record: int) -> list[tuple[int, int]]:
        """Return start and end of each cell of a record as written, quotes included."""
        if record not in self._scanned:
            if len(self._scanned) == _MOST_SCANNED:
                self._scanned.clear()
            self._scanned[record] = list(self._cells_of(record))
        return self._scanned[record]

    def _cells_of(self, record: int) -> Iterator[tuple[int, int]]:
        text, separator, start = self.source.text, self.layout.separator, self._offset_of(record)
        number = self._first_lines[record] + self._skipped_lines + 1
        line = self.source.line_text(number)
        if '"' not in line:
            # Nearly all records, and much the faster way: no cell can hold a separator or a line.
            for cell in line.split(separator):
                yield start, start + len(cell)
                start += len(cell) + 1
            return
        while True:
            quoted = _QUOTED.match(text, start)
            found = _UP_TO[separator].match(text, quoted.end() if quoted else start)
            end = found.end() if found else start
            yield start, end
            if not text.startswith(separator, end):
                return
            start = end + 1

    def _cell_span(self, record: int, column: int, cell: tuple[int, int]) -> Span:
        # A spreadsheet numbers records, not lines, and does not show the `sep=` line.
        return self.source.span_between(*cell, f"{column_letters(column + 1)}{record + 1}")


_SAVE_AGAIN = (
    "Isinya terbaca. Agar seragam: di LibreOffice pilih Simpan Sebagai, “Text CSV”, pemisah “,”; "
    "di Excel ubah dahulu pemisah daftar Windows (Region, List separator) menjadi koma."
)
TOO_MANY_ROWS = (
    "Daftar satu perangkat daerah biasanya memuat puluhan sampai ratusan baris. Hapus baris yang "
    "berulang atau yang bukan bagian daftar."
)
_NOT_PARSED = "Baris ini tidak ikut dibaca."
_QUOTED_LENGTH = 60

# The csv module keeps its limit for the length of a cell (131,072 characters) as global state. It
# is left alone: a cell that long is a forgotten quote, and other libraries rely on the setting.
_TOO_LONG = "field larger than field limit"


def read_csv(
    source: SourceText, known: Sequence[str] = ()
) -> tuple[CsvFile | None, list[Diagnostic]]:
    """Read a table whose heading is the record with most of the `known` columns."""
    layout = _find_layout(source.text, known)
    if layout is None:
        message = "Berkas tabel ini kosong; baris judul kolom pun tidak ada"
        return None, [diagnose(BRK_004, source.span_between(0, 0), message)]
    if len(layout.header) > MAX_COLUMNS:
        number = format_bulat(len(layout.header))
        message = f"Tabel ini mempunyai {number} kolom; tidak ada daftar yang sebanyak itu"
        return None, [diagnose(BRK_004, source.span_between(0, 1), message)]
    table = CsvFile(source, layout)
    if table.filled_count > MAX_ROWS:
        number = format_bulat(table.filled_count)
        message = f"Tabel ini memuat {number} baris; paling banyak {format_bulat(MAX_ROWS)} dibaca"
        severity, span = Severity.GALAT, table.record_span(0)
        return None, [diagnose(BRK_007, span, message, severity=severity, hint=TOO_MANY_ROWS)]
    return table, [*_separator_findings(table), *_stray_findings(table)]


def _separator_findings(table: CsvFile) -> Iterator[Diagnostic]:
    layout = table.layout
    name = SEPARATORS[layout.separator]
    if layout.declared:
        message = f"Sel dipisah dengan {name} menurut baris “sep=” di awal berkas"
        span = table.source.span_between(0, len(table.source.line_text(1)))
    elif layout.separator != ",":
        message = f"Sel dipisah dengan {name}, bukan koma"
        first = table.heading_span(0)
        end = table.source.offset_of(first.end_line, first.end_column)
        span = table.source.span_between(end, end + 1)
    else:
        return
    yield diagnose(BRK_004, span, message, severity=Severity.SARAN, hint=_SAVE_AGAIN)


def _stray_findings(table: CsvFile) -> Iterator[Diagnostic]:
    def run(item: tuple[int, tuple[int, Stray]]) -> tuple[Stray, int]:
        position, (index, stray) = item
        return stray, index - position if stray in _MERGED else index

    for (stray, _), group in groupby(enumerate(sorted(table.strays.items())), key=run):
        indexes = [index for _, (index, _) in group]
        first, last = indexes[0], indexes[-1]
        if stray is Stray.BROKEN:
            yield _broken(table, first)
        elif stray in {Stray.SHORT, Stray.LONG}:
            yield _miscounted(table, first, stray)
        elif stray is not Stray.TRAILING:
            message = _stray_message(table, stray, first, last)
            yield diagnose(BRK_007, table.record_span(first, last), message)


def _broken(table: CsvFile, record: int) -> Diagnostic:
    cells, reason = table.cells_as_written(record), table.reasons[record]
    hint = 'Tambahkan kutip penutup; tanda kutip di dalam teks ditulis dua kali ("").'
    if reason.startswith(_TOO_LONG):
        place = max(cells, key=lambda cell: len(_written(table, cell)))
        message = "Sel ini lebih dari 131.072 karakter; mungkin tanda kutipnya tidak ditutup"
        hint = ""
    else:
        place = next((cell for cell in cells if not _is_well_quoted(table, cell)), cells[-1])
        if reason.startswith("unexpected end"):
            message = "Tanda kutip yang dibuka di sini tidak ditutup sampai akhir berkas"
        else:
            message = "Tanda kutip yang dibuka di sini ditutup di tengah teks"
    first_character = place._replace(end_line=place.line, end_column=place.column + 1)
    return diagnose(BRK_005, first_character, message, hint=hint)


def _is_well_quoted(table: CsvFile, cell: Span) -> bool:
    """Return whether the quotes of a cell match, with nothing behind the closing one."""
    written = _written(table, cell)
    quoted = _QUOTED.match(written)
    return quoted is None or (quoted.end() == len(written) and written.count('"') % 2 == 0)


def _miscounted(table: CsvFile, record: int, stray: Stray) -> Diagnostic:
    cells, width = table.cells_as_written(record), len(table.header)
    message = f"Baris ini memuat {len(cells)} sel, padahal judul kolomnya {width}"
    span = table.record_span(record)
    if stray is Stray.LONG:
        # Point at the first cell that has no heading and is not empty.
        beyond = cells[width:]
        span = next((cell for cell in beyond if _written(table, cell).strip('" ')), span)
    return diagnose(BRK_005, span, message)


def _stray_message(table: CsvFile, stray: Stray, first: int, last: int) -> str:
    count = last - first + 1
    text = _shown(table, first)
    more = f" dan {count - 1} baris sesudahnya" if count > 1 else ""
    return {
        Stray.ABOVE: f"“{text}”{more} berada di atas judul kolom",
        Stray.BLANK: f"Ada {count} baris kosong di tengah tabel",
        Stray.LONE: f"“{text}”{more} berdiri sendiri di tengah tabel, seperti judul kelompok",
        Stray.BELOW: f"“{text}”{more} berada di bawah tabel, seperti catatan atau tanda tangan",
        Stray.HEADER: "Judul kolom ditulis lagi di tengah tabel",
        Stray.NUMBERING: "Baris ini hanya memuat nomor kolom",
    }[stray] + ("" if stray is Stray.BLANK else f". {_NOT_PARSED}")


def _shown(table: CsvFile, record: int) -> str:
    """Return the first filled cell of a record, shortened."""
    for cell in table.cells_as_written(record):
        text = " ".join(_written(table, cell).strip('" ').split())
        if text:
            return text if len(text) <= _QUOTED_LENGTH else text[: _QUOTED_LENGTH - 1] + "…"
    return ""


def _written(table: CsvFile, cell: Span) -> str:
    start = table.source.offset_of(cell.line, cell.column)
    return table.source.text[start : table.source.offset_of(cell.end_line, cell.end_column)]


_CLOSE = 0.7


def check_header(
    csv_file: CsvFile, required: Sequence[str], known: Sequence[str]
) -> list[Diagnostic]:
    """Say in one message what is missing, unknown or misspelt; repeated headings one by one."""
    mismatch = _mismatch(csv_file, required, known)
    return [*([mismatch] if mismatch else []), *_repeated(csv_file)]


def _mismatch(
    csv_file: CsvFile, required: Sequence[str], known: Sequence[str]
) -> Diagnostic | None:
    present = set(csv_file.header)
    unknown = list(dict.fromkeys(name for name in csv_file.header if name not in known))
    likely = _likely(unknown, [name for name in known if name not in present])
    missing = [name for name in required if name not in present | set(likely.values())]
    strange = [name for name in unknown if name not in likely]
    if not unknown and not missing:
        return None
    parts = [f"“{name}” mungkin maksudnya “{meant}”" for name, meant in likely.items()]
    parts += [f"kolom {_listed(missing)} belum ada"] if missing else []
    parts += [f"kolom {_listed(strange)} tidak dikenal"] if strange else []
    spans = [csv_file.heading_span(csv_file.header.index(name)) for name in unknown]
    notes = tuple(
        Note(f"“{name}” tidak dikenal", span)
        for name, span in zip(unknown[1:], spans[1:], strict=True)
    )
    place = spans[0] if spans else csv_file.span(())
    message = "; ".join(parts)
    return diagnose(BRK_004, place, message[0].upper() + message[1:], notes=notes)


def _likely(unknown: Sequence[str], absent: Sequence[str]) -> dict[str, str]:
    """Pair unknown headings with absent ones, the closest first, each at most once."""
    scored = sorted(
        (
            (_likeness(name, meant), name, meant)
            for name in unknown
            for meant in absent
            if _likeness(name, meant) >= _CLOSE
        ),
        key=lambda pair: -pair[0],
    )
    pairs: dict[str, str] = {}
    for _, name, meant in scored:
        if name not in pairs and meant not in pairs.values():
            pairs[name] = meant
    return {name: pairs[name] for name in unknown if name in pairs}


def _likeness(name: str, meant: str) -> float:
    return SequenceMatcher(None, _normal_heading(name)[:80], meant).ratio()


def _repeated(csv_file: CsvFile) -> Iterator[Diagnostic]:
    for column, name in enumerate(csv_file.header):
        first = csv_file.header.index(name)
        if name and first != column:
            note = Note(f"“{name}” yang pertama", csv_file.heading_span(first))
            message = f"Judul kolom “{name}” ditulis dua kali"
            yield diagnose(BRK_004, csv_file.heading_span(column), message, notes=(note,))


def _listed(names: Sequence[str]) -> str:
    return ", ".join(f"“{name}”" if name else "tanpa judul" for name in names)
