"""A sheet as a list of rows below headings; every cell of it goes somewhere."""

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final

from ppid.handing_in.intake.columns import Columns
from ppid.handing_in.intake.headings import HeadingBlock
from ppid.handing_in.intake.lines import (
    Line,
    Lines,
    LineSort,
    Numbering,
    RowWords,
    numbering_of,
    sort_of,
)
from ppid.handing_in.intake.other_tables import OtherTables
from ppid.handing_in.intake.wanted import SheetTable, WantedList
from ppid.handing_in.model import (
    BLOK_TANDA_TANGAN,
    HandedRow,
    Heading,
    Question,
    Reading,
    Repair,
)
from ppid.reading.documents.book import FilledCell, SheetGrid
from ppid.values.text import quoted

_MOST_TITLES: Final = 2
ABOVE: Final = "judul di atas tabel"
AGAIN: Final = "judul kolom diulang"


def read_sheet(grid: SheetGrid, blocks: Sequence[HeadingBlock], wanted: WantedList) -> SheetTable:
    """Read a sheet from its headings down; every cell ends in a row, a heading or `unused`.

    Headings that are repeated on every page do not begin another list.
    """
    table = SheetTable(grid.sheet.name)
    others = OtherTables(grid, blocks, wanted)
    starts = others.all_blocks
    own = [block for block in starts if block not in others.blocks]
    titles = {row for block in own for row in _titles_above(grid, block, starts, wanted.words)}
    for row in grid.order:
        if row < starts[0].first_row and row not in titles:
            table.drop(grid.rows[row].values(), ABOVE)
    parts: list[tuple[HeadingBlock, tuple[Heading, ...], list[int]]] = []
    ends = [block.first_row for block in starts[1:]] + [grid.order[-1] + 1]
    for block, end in zip(starts, ends, strict=True):
        below = [row for row in grid.order if block.last_row < row < end]
        shown = [
            cell
            for row in range(block.first_row, block.last_row + 1)
            for cell in grid.rows.get(row, {}).values()
        ]
        if block in others.blocks and not others.take(block, below, table):
            continue
        if parts and block.repeats(parts[-1][0]):
            table.drop(shown, AGAIN)
            parts[-1][2].extend(below)
            continue
        contents = {
            column.number: [
                cell.text for row in below if (cell := grid.rows[row].get(column.number))
            ]
            for column in block.columns
        }
        columns = Columns(block.columns, contents, wanted)
        table.headings += columns.headings
        table.questions += columns.questions
        used = {cell for heading in columns.headings for cell in heading.cells}
        table.drop([cell for cell in shown if cell not in used], ABOVE)
        above = [] if parts else sorted(row for row in titles if row < starts[0].first_row)
        parts.append((block, columns.headings, [*above, *below]))
    for _, headings, numbers in parts:
        lines = Lines(grid, numbers, headings, wanted.words)
        _BodyReader(lines, headings, wanted.answers, titles, table).read()
    others.follow_references(table)
    return table


def _titles_above(
    grid: SheetGrid, block: HeadingBlock, blocks: Sequence[HeadingBlock], words: RowWords
) -> Iterator[int]:
    """Yield the rows right above a block that say what is in it: “B. Informasi Serta Merta”.

    Above the first block stands the title of the whole list, so there it must name one class.
    """
    row, found = block.first_row - 1, 0
    while row in grid.rows and found < _MOST_TITLES and len(grid.rows[row]) == 1:
        (cell,) = grid.rows[row].values()
        named = len(words.classes_in(cell.text)) == 1
        group = len(blocks) > 1 and not found and "daftar" not in cell.text.lower()
        inside = any(other.first_row <= row <= other.last_row for other in blocks)
        if inside or not (named or group):
            break
        yield row
        row, found = row - 1, found + 1


_ANSWERS: Final = {
    "lanjutan": LineSort.CONTINUATION,
    "baris": LineSort.ROW,
    "judul-kelompok": LineSort.SECTION,
}
_REASONS: Final = {
    LineSort.NUMBERS: "nomor kolom",
    LineSort.TOTAL: "baris jumlah",
    LineSort.NOTE: "keterangan di luar tabel",
    LineSort.NIHIL: "pernyataan nihil",
    LineSort.EMPTY: "nomor urut tanpa isi",
    LineSort.SIGNATURE: BLOK_TANDA_TANGAN,
}


class _BodyReader:
    """Goes down the lines below headings and keeps the row that is open and the group it is in.

    `group_rows` are rows known to head a group of others.
    """

    def __init__(
        self,
        lines: Lines,
        headings: Sequence[Heading],
        answers: Mapping[str, str],
        group_rows: set[int],
        table: SheetTable,
    ) -> None:
        self.lines, self.answers, self.group_rows, self.table = lines, answers, group_rows, table
        self.titles = {heading.column: heading.text for heading in headings}
        self.rows: list[HandedRow] = []
        self.groups: list[tuple[object, tuple[FilledCell, ...]]] = []
        self.used_groups: set[FilledCell] = set()
        self.all_groups: list[FilledCell] = []
        self.nihil = ""
        self.signing = False

    def read(self) -> None:
        lines = self.lines.lines
        for line, following in zip(lines, [*lines, None][1:], strict=True):
            self._take(line, following)
        left = [cell for cell in self.all_groups if cell not in self.used_groups]
        self.table.drop(left, "teks tanpa baris di bawahnya")
        self.table.rows += self.rows
        if not self.rows:
            self.table.nihil = self.table.nihil or self.nihil

    def _take(self, line: Line, following: Line | None) -> None:
        last = self.rows[-1] if self.rows else None
        if line.number in self.group_rows:
            self.signing = False
            self._open_group(line)
            return
        sort = sort_of(line, following, last, self.lines, signing=self.signing)
        if sort is LineSort.DOUBTFUL:
            sort = self._asked(line, last)
        self.signing = sort is LineSort.SIGNATURE
        if reason := _REASONS.get(sort):
            self.table.drop(line.cells, reason)
            if sort is LineSort.NIHIL:
                self.nihil = self.nihil or " ".join(cell.text for cell in line.cells)
        elif sort is LineSort.SECTION:
            self._open_group(line)
        else:
            for cell in line.strange:
                title = self.titles.get(cell.place.column, "")
                reason = f"kolom {quoted(title)} tidak termasuk dalam daftar"
                self.table.drop([cell], reason if title else "kolom tanpa judul")
            if sort is LineSort.CONTINUATION and last:
                self._join(line, last)
            else:
                self._add(line)

    def _add(self, line: Line) -> None:
        if line.fields:
            above = line.inherited
            fields = {name: (*above.get(name, ()), *cells) for name, cells in line.fields.items()}
            fields |= {name: cells for name, cells in above.items() if name not in fields}
            section = tuple(cell for _, cells in self.groups for cell in cells)
            self.used_groups.update(section)
            sheet = self.table.sheet
            self.rows.append(HandedRow(line.number, fields, section, sheet))

    def _join(self, line: Line, last: HandedRow) -> None:
        """Put the cells of a line to those of the row above, which it continues."""
        if line.fields:
            fields = dict(last.fields)
            for name, cells in line.fields.items():
                fields[name] = (*fields.get(name, ()), *cells)
            self.rows[-1] = replace(last, fields=fields)
            repair = Repair(
                place=line.cells[0].place,
                before=line.text,
                after=f"digabung dengan baris {last.row}",
                reason=f"Baris {line.number} lanjutan baris {last.row}: tidak bernomor dan tidak "
                "berdiri sendiri.",
            )
            self.table.repairs.append(repair)

    def _open_group(self, line: Line) -> None:
        """Begin a group; one of the same style ends the earlier one, another lies inside it."""
        cells = line.cells
        text = " ".join(cell.text for cell in cells)
        words = self.lines.words
        names_class = len(words.classes_in(text)) == 1 or words.lists_in(text) == {"dik"}
        style: object = "kelas" if names_class else numbering_of(text)
        styles = [earlier for earlier, _ in self.groups]
        if style in styles:
            self.groups = self.groups[: styles.index(style)]
        elif style is Numbering.NONE:
            self.groups = []
        self.groups.append((style, cells))
        self.all_groups += cells

    def _asked(self, line: Line, last: HandedRow | None) -> LineSort:
        """Use the answer to what a line is, or ask; until then it stays a row of its own."""
        place = line.cells[0].place
        digest = hashlib.sha256(line.text.encode()).hexdigest()[:8]
        key = f"baris:{place.sheet}:{digest}"
        readings = [Reading("baris", "Baris tersendiri")]
        if last:
            readings.insert(0, Reading("lanjutan", f"Lanjutan baris {last.row}"))
        if line.lone:
            readings.append(Reading("judul-kelompok", "Judul kelompok bagi baris di bawahnya"))
        asks = f"Baris {line.number} berisi {quoted(line.text)} saja. Baris apakah ini?"
        question = Question(
            key=key, place=place, written=line.text, asks=asks, readings=tuple(readings)
        )
        return _ANSWERS.get(self.table.ask(question, self.answers), LineSort.ROW)
