"""Tables of text from anywhere (CSV): their encoding, their separator and their records."""

import csv
import io
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import suppress
from itertools import islice
from typing import Final, NamedTuple

from ppid.reading.documents.old_encodings import OldText, read_old_text
from ppid.reading.documents.xml_stream import UnreadableError
from ppid.reading.files.csv_file import DECLARATION, SEPARATORS
from ppid.reading.files.decode import encoding_shown

_CONTROLS: Final = re.compile(r"[\x00-\x08\x0e-\x1f]")
_PROBE_RECORDS: Final = 60
_PROBE: Final = 400_000
_RARELY: Final = 0.2
_FEWEST_ALIKE: Final = 3
"""Records of the same width, a heading among them, that make a table of several columns."""


def decoded(content: bytes, chosen: str = "") -> OldText:
    """Decode a text as office programs write it; raise UnreadableError when it is none.

    `chosen` is the encoding that a person named where nothing in the text decides.
    """
    encoding = encoding_shown(content)
    try:
        found = OldText(content.decode(encoding))
    except UnicodeDecodeError as error:
        if encoding != "utf-8":
            raise UnreadableError("isinya bukan teks") from error
        found = read_old_text(content, chosen)
    if _CONTROLS.search(found.text):
        raise UnreadableError("isinya bukan teks")
    return found


def _separator_of(text: str) -> str:
    """Choose the separator that cuts most records into the same number of cells, above one.

    A list of one column has none: what cuts a title here and there in two stands in its text.
    """
    # Where a comma cuts as evenly as another one, it stands in numbers.
    best = max(SEPARATORS, key=lambda separator: (_evenness(text, separator), separator != ","))
    alike, _ = _evenness(text, best)
    lines = [line for line in text.splitlines()[:_PROBE_RECORDS] if line.strip()]
    if alike < _FEWEST_ALIKE and sum(best in line for line in lines) < _RARELY * len(lines):
        return next((one for one in SEPARATORS if one not in text), best)
    return best


def _evenness(text: str, separator: str) -> tuple[int, int]:
    """Return how many records have the same number of cells, above one, and that number."""
    widths: Counter[int] = Counter()
    try:
        for record in islice(csv.reader(io.StringIO(text), delimiter=separator), _PROBE_RECORDS):
            widths[len(record)] += 1
    except csv.Error:
        return (0, 0)
    del widths[1], widths[0]
    return max(((count, width) for width, count in widths.items()), default=(0, 0))


_LINE_END: Final = re.compile(r"\r\n|\r|\n")


class TableFault(NamedTuple):
    """A line (from 1) whose cells are not those that were meant.

    It opens a quotation mark that is not closed, or has `cells` where the others have `usual`.
    """

    line: int
    cells: int = 0
    usual: int = 0


class TextTable:
    """A text cut into records by its separator."""

    def __init__(self, text: str) -> None:
        """Find the separator: that which the first line declares, or that which cuts evenly."""
        declaration = DECLARATION.match(text)
        self.separator = declaration[1] if declaration else _separator_of(text[:_PROBE])
        self.first = 2 if declaration else 1
        """The number of the first record; the line that declares the separator is counted."""
        self.text = text[declaration.end() :] if declaration else text
        cut = re.escape(self.separator)
        # A separator inside of prose has a space or the end of a line beside it, or stands in a
        # number; one between two cells has not.
        self._tight = re.compile(rf"(?<![\s]){cut}(?!\s)(?<!\d{cut}(?=\d))")
        self._cell = re.compile(
            rf'(?:"[^"]*(?:""[^"]*)*"|[^"{cut}\r\n][^{cut}\r\n]*|)(?:{cut}|\r\n|\r|\n|\Z)'
        )

    def records(self) -> Iterator[tuple[int, list[str]]]:
        """Yield each record with the number by which spreadsheet programs show it."""
        lines = io.StringIO(self.text, newline="")
        return enumerate(csv.reader(lines, delimiter=self.separator), self.first)

    def fault(self) -> TableFault | None:
        """Return the first place where quotes or separators cut the text into wrong cells.

        A quotation mark that is not closed where it should be swallows the rows below it, and the
        csv module objects only when no later cell happens to close it. Otherwise the cell shows
        it: whole rows stand there, separators and all.
        """
        width = next(iter(self._widths()), 0)
        lines = io.StringIO(self.text, newline="")
        reader = csv.reader(lines, delimiter=self.separator, strict=True)
        line = self.first
        try:
            for cells in reader:
                if fault := self._fault_of(cells, width, line):
                    return fault
                line = self.first + reader.line_num
        except csv.Error:
            at = self._misquoted_cell(line)
            return None if at is None else TableFault(at)
        return None

    def _widths(self) -> list[int]:
        """Return how wide the first records are that are as wide as most of them, or wider."""
        widths: list[int] = []
        with suppress(csv.Error):
            widths += (len(cells) for _, cells in islice(self.records(), _PROBE_RECORDS) if cells)
        usual = Counter(widths).most_common(1)
        return [width for width in widths if width >= usual[0][0]]

    def _fault_of(self, cells: Sequence[str], width: int, line: int) -> TableFault | None:
        if len(cells) > width and any(cell.strip() for cell in cells[width:]):
            swallowed = next((cell for cell in cells if "\n" in cell or "\r" in cell), None)
            if swallowed is None or not self._tight.search(swallowed):
                return TableFault(line, len(cells), width)
        for index, cell in enumerate(cells):
            inside = len(self._tight.findall(cell))
            wrapped = "\n" in cell or "\r" in cell
            narrow = wrapped or len(cells) > width // 2
            if (wrapped and inside >= width - 1) or (len(cells) != width and inside and narrow):
                before = "".join(cells[:index])
                return TableFault(line + len(_LINE_END.findall(before)))
        return None

    def _misquoted_cell(self, line: int) -> int | None:
        """Return the line of the first cell, from a line on, whose quotes do not match."""
        ends = islice(_LINE_END.finditer(self.text), line - self.first)
        at = max((found.end() for found in ends), default=0)
        while found := self._cell.match(self.text, at):
            at = found.end()
            if at == len(self.text):
                return None
        return self.first + len(_LINE_END.findall(self.text, 0, at))
