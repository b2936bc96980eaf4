"""A sheet as a list: rows below headings, or forms with labels beside values; nothing is lost."""

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from ppid.core.corpus import Corpus
from ppid.handing_in.intake.columns import Columns
from ppid.handing_in.intake.headings import HeadingBlock, HeadingWords
from ppid.handing_in.intake.lines import (
    Line,
    Lines,
    LineSort,
    Numbering,
    RowWords,
    numbering_of,
    sort_of,
)
from ppid.handing_in.intake.reading.choices import ChoiceReader
from ppid.handing_in.intake.reading.fields import readers_for
from ppid.handing_in.intake.reading.texts import Reader
from ppid.handing_in.model import (
    BLOK_TANDA_TANGAN,
    HandedRow,
    Heading,
    Question,
    Reading,
    Repair,
    Target,
    Unused,
)
from ppid.kinds.kata_daftar import JUDUL, NOMOR
from ppid.kinds.rows import MODELS
from ppid.reading.documents.book import BookSheet, FilledCell, SheetGrid
from ppid.values.text import quoted


@dataclass(frozen=True, slots=True)
class WantedList:
    """Which list is looked for, by which words it is known, and what was answered so far."""

    jenis: str
    tahun: int
    headings: Mapping[str, HeadingWords]
    """The words for both sorts of list, to know one for the other."""
    words: RowWords
    readers: Mapping[str, Reader]
    """How each field is read, to know by its content what a column or a line is."""
    answers: Mapping[str, str]

    @property
    def columns(self) -> HeadingWords:
        """What headings mean in the list that is looked for."""
        return self.headings[self.jenis]


def wanted_list(target: Target, corpus: Corpus, answers: Mapping[str, str]) -> WantedList:
    """Return what must be known to find a list, with the words of its body."""
    headings = {jenis: HeadingWords(corpus, jenis) for jenis in MODELS}
    choices = ChoiceReader(corpus)
    # A table that holds both lists has a class in each row, whichever of them is wanted.
    readers = {"klasifikasi": choices.read_class, **readers_for(target, corpus, choices)}
    return WantedList(
        jenis=target.jenis,
        tahun=target.tahun,
        headings=headings,
        words=RowWords(corpus),
        readers=readers,
        answers=answers,
    )


@dataclass(slots=True)
class SheetTable:
    """What a sheet gives to the table; filled while it is read."""

    sheet: str
    headings: list[Heading] = field(default_factory=list)
    rows: list[HandedRow] = field(default_factory=list)
    unused: list[Unused] = field(default_factory=list)
    repairs: list[Repair] = field(default_factory=list)
    questions: list[Question] = field(default_factory=list)
    nihil: str = ""

    def drop(self, cells: Iterable[FilledCell], reason: str) -> None:
        """Leave cells out, and say why."""
        self.unused += [Unused(cell, reason) for cell in cells]


_MOST_TITLES: Final = 2
ABOVE: Final = "judul di atas tabel"
AGAIN: Final = "judul kolom diulang"


def read_sheet(grid: SheetGrid, blocks: Sequence[HeadingBlock], wanted: WantedList) -> SheetTable:
    """Read a sheet from its headings down; every cell ends in a row, a heading or `unused`.

    Headings that are repeated on every page do not begin another list.
    """
    table = SheetTable(grid.sheet.name)
    titles = {row for block in blocks for row in _titles_above(grid, block, blocks, wanted.words)}
    first = blocks[0].first_row
    for row in grid.order:
        if row < first and row not in titles:
            table.drop(grid.rows[row].values(), ABOVE)
    parts: list[tuple[HeadingBlock, tuple[Heading, ...], list[int]]] = []
    ends = [block.first_row for block in blocks[1:]] + [grid.order[-1] + 1]
    for block, end in zip(blocks, ends, strict=True):
        below = [row for row in grid.order if block.last_row < row < end]
        shown = [
            cell
            for row in range(block.first_row, block.last_row + 1)
            for cell in grid.rows.get(row, {}).values()
        ]
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
        columns = Columns(block.columns, contents, wanted.columns, wanted.answers, wanted.readers)
        table.headings += columns.headings
        table.questions += columns.questions
        used = {cell for heading in columns.headings for cell in heading.cells}
        table.drop([cell for cell in shown if cell not in used], ABOVE)
        above = [] if parts else sorted(row for row in titles if row < first)
        parts.append((block, columns.headings, [*above, *below]))
    for _, headings, numbers in parts:
        lines = Lines(grid, numbers, headings, wanted.words)
        _BodyReader(lines, headings, wanted.answers, titles, table).read()
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
        for line, following in zip(lines, [*lines[1:], None], strict=True):
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
        names_class = len(self.lines.words.classes_in(text)) == 1
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
        answer = self.answers.get(key, "")
        if answer in {reading.value for reading in readings}:
            return _ANSWERS[answer]
        asks = f"Baris {line.number} berisi {quoted(line.text)} saja. Baris apakah ini?"
        self.table.questions.append(
            Question(key=key, place=place, written=line.text, asks=asks, readings=tuple(readings))
        )
        return LineSort.ROW


_FEWEST_LABELS: Final = 3
_COLON: Final = re.compile(r"\s*:?\s*")


def read_forms(sheets: Sequence[BookSheet], wanted: WantedList) -> list[SheetTable]:
    """Read every sheet that is a form: labels on the left, values on the right.

    Other sheets are left out.
    """
    forms = [_Form(SheetGrid(s), wanted) for s in sheets if s.cells and not s.hidden]
    return [form.table for form in forms if len(form.labelled - {NOMOR}) >= _FEWEST_LABELS]


class _Form:
    """Goes down a form; a label that comes again begins the next item."""

    def __init__(self, grid: SheetGrid, wanted: WantedList) -> None:
        self.wanted = wanted
        self.table = SheetTable(grid.sheet.name)
        self.labelled: set[str] = set()
        self.fields: dict[str, tuple[FilledCell, ...]] = {}
        self.first_row = 0
        self.last_field = ""
        self.signing = False
        for row in grid.order:
            self._take([grid.rows[row][column] for column in sorted(grid.rows[row])])
        self._close()

    def _take(self, cells: list[FilledCell]) -> None:
        if self.signing or (self.fields and self._signs([cell.text for cell in cells])):
            self.signing = True
            self.table.drop(cells, BLOK_TANDA_TANGAN)
            return
        # The label is among the first two cells; a number may stand before it.
        for position, cell in enumerate(cells[:2]):
            meant = self.wanted.columns.meant_by(cell.text.rstrip(" :"))
            if meant.exact and meant.field not in {"", NOMOR} and len(cells) > position + 1:
                self.table.drop(cells[:position], "nomor isian")
                self._open(cell, meant.field)
                self._extend(cells[position + 1 :])
                return
        if self.last_field and cells[0].place.column > 1:
            self._extend(cells)
        else:
            self.table.drop(cells, "teks di luar isian")

    def _signs(self, texts: list[str]) -> bool:
        words = self.wanted.words
        ends = words.heads_people(texts) or any(map(words.is_ending, texts))
        return ends or words.names_office(texts[0])

    def _open(self, label: FilledCell, name: str) -> None:
        name = "informasi" if name == JUDUL and "informasi" not in self.fields else name
        if name in self.fields:
            self._close()
        self.first_row = self.first_row or label.place.row
        self.labelled.add(name)
        self.last_field = name
        heading = Heading(label.place.column, label.text.strip(" :"), (label,), name)
        self.table.headings.append(heading)
        self.fields[name] = ()

    def _extend(self, cells: list[FilledCell]) -> None:
        values = [cell for cell in cells if not _COLON.fullmatch(cell.text)]
        self.table.drop([cell for cell in cells if cell not in values], "tanda titik dua")
        self.fields[self.last_field] = (*self.fields.get(self.last_field, ()), *values)

    def _close(self) -> None:
        if any(self.fields.values()):
            fields = {name: cells for name, cells in self.fields.items() if cells}
            self.table.rows.append(HandedRow(self.first_row, fields, sheet=self.table.sheet))
        self.fields, self.first_row, self.last_field = {}, 0, ""
