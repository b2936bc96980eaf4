"""Other tables on the sheet of a list: the other sort of list, another year's, a table of laws.

Such a table never goes into the list by itself: a person says whether it belongs there.
"""

import hashlib
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final

from ppid.handing_in.intake.headings import HeadingBlock, block_at, can_head
from ppid.handing_in.intake.wanted import OTHER_LIST, SheetTable, WantedList
from ppid.handing_in.model import BLOK_TANDA_TANGAN, Question, Reading
from ppid.kinds.kata_daftar import NOMOR
from ppid.reading.documents.book import FilledCell, SheetGrid
from ppid.values.text import quoted

YEAR: Final = re.compile(r"(?<!\d)20\d\d(?!\d)")
LEFT_OUT: Final = "tabel lain pada lembar yang sama"
_FOLLOWED: Final = "rujukan ke tabel lain, diganti dengan isinya"
_APART, _WITHIN, _FOLLOW = "bukan", "ikut", "rujukan"
_REFERENCE: Final = re.compile(
    r"(?:lihat|sesuai|vide|cf\.?)?[\w /]{0,30}?\b(?:nomor|no\.?|angka|butir)\s*(\d{1,3})\W*",
    re.IGNORECASE,
)
"""“Lihat dasar hukum nomor 3”."""
_MOST_TITLES: Final = 3
_FEWEST, _FEWEST_ABOVE = 2, 3
"""Columns of such a table; above the list two cells may be “Nomor” and the number of a letter."""


class OtherTables:
    """The tables of a sheet that are not known to be the list that is handed in.

    `all_blocks` are the headings of all tables from top to bottom, `blocks` those of the others.
    """

    def __init__(self, grid: SheetGrid, blocks: Sequence[HeadingBlock], wanted: WantedList) -> None:
        """Tell the tables apart by what their headings and the titles above them say."""
        self.grid, self.wanted = grid, wanted
        small = [*_small_tables(grid, blocks, wanted)]
        self.all_blocks = sorted((*blocks, *small), key=lambda block: block.first_row)
        titles = [self._title(block) for block in blocks]
        this_year = any(str(wanted.tahun) in YEAR.findall(title) for title in titles)
        strange: list[HeadingBlock] = []
        for block, title in zip(blocks, titles, strict=True):
            years = set(YEAR.findall(title))
            other_year = this_year and bool(years) and str(wanted.tahun) not in years
            follows = not title and bool(strange) and block.repeats(strange[-1])
            if other_year or follows or self._is_other_list(block, title):
                strange.append(block)
        # Where no table fits better, they are what is handed in.
        self.blocks = [*small, *(strange if len(strange) < len(blocks) else [])]
        self._followed: dict[FilledCell, FilledCell] = {}
        self._referring_in: dict[str, list[tuple[FilledCell, str]]] = {}

    def _title(self, block: HeadingBlock) -> str:
        """Return the lines right above a block that name a list."""
        texts: list[str] = []
        row = block.first_row - 1
        while len(texts) < _MOST_TITLES and len(self.grid.rows.get(row, {})) == 1:
            texts += [cell.text for cell in self.grid.rows[row].values()]
            row -= 1
        said = " ".join(texts)
        return said if "daftar" in said.lower() or YEAR.search(said) else ""

    def _is_other_list(self, block: HeadingBlock, title: str) -> bool:
        jenis = self.wanted.jenis
        named = self.wanted.words.lists_in(title)
        if named == {OTHER_LIST[jenis]}:
            return True
        words = self.wanted.headings[OTHER_LIST[jenis]]
        other = block_at(self.grid, block.first_row, block.last_row, words)
        return jenis not in named and len(other.fields) > len(block.fields) + 1

    def take(self, block: HeadingBlock, below: Sequence[int], table: SheetTable) -> bool:
        """Ask about another table and return whether it goes in; else leave it out, and say so."""
        title = self._title(block)
        named = f", {quoted(title)}" if title else ""
        references = self._references(block, below)
        count = sum(len(self.grid.rows[row]) > 1 for row in below)
        asks = (
            f"Pada {block.columns[0].cells[0].place.row_said} mulai tabel lain{named}, "
            f"{count} baris. "
            "Apakah tabel itu bagian daftar yang diserahkan?"
        )
        question = table_question(block, table.sheet, asks, refers=bool(references))
        answer = table.ask(question, self.wanted.answers)
        if answer == _FOLLOW:
            self._followed |= references
        if answer != _WITHIN:
            self._leave_out(range(block.first_row, block.last_row + 1), below, table)
        return answer == _WITHIN

    def _leave_out(self, heads: Sequence[int], below: Sequence[int], table: SheetTable) -> None:
        """Drop a whole table, except for what is put in place of references to it."""
        kept = set(self._followed.values())
        signing = False
        for row in (*heads, *below):
            cells = [c for c in self.grid.rows.get(row, {}).values() if c not in kept]
            signing = signing or any(self.wanted.words.is_ending(cell.text) for cell in cells)
            table.drop(cells, BLOK_TANDA_TANGAN if signing else LEFT_OUT)

    def _references(
        self, block: HeadingBlock, below: Sequence[int]
    ) -> Mapping[FilledCell, FilledCell]:
        """Return the cells of the list that name a row of a numbered table, with what it says.

        Such a table has two columns, a number and a field of the list.
        """
        numbers = [c.number for c in block.columns if c.meant.field == NOMOR]
        others = [c for c in block.columns if c.meant.field not in {"", NOMOR}]
        if len(numbers) != 1 or len(others) != 1 or len(block.columns) != 2:  # noqa: PLR2004
            return {}
        said = {
            cells[numbers[0]].text.strip(" .)("): cells[others[0].number]
            for cells in map(self.grid.rows.__getitem__, below)
            if numbers[0] in cells and others[0].number in cells
        }
        inside = range(below[0], below[-1] + 1) if below else ()
        return {
            cell: said[number]
            for cell, number in self._referring(others[0].meant.field)
            if number in said and cell.place.row not in inside
        }

    def _referring(self, field: str) -> Sequence[tuple[FilledCell, str]]:
        """Return the cells that name a number where the list has a field, with that number."""
        if field not in self._referring_in:
            strange = {block.first_row for block in self.blocks}
            columns = {
                column.number
                for block in self.all_blocks
                for column in block.columns
                if block.first_row not in strange and column.meant.field == field
            }
            self._referring_in[field] = [
                (cell, named[1])
                for row in self.grid.order
                for column, cell in self.grid.rows[row].items()
                if column in columns and (named := _REFERENCE.fullmatch(cell.text.strip()))
            ]
        return self._referring_in[field]

    def follow_references(self, table: SheetTable) -> None:
        """Put what a reference names in its place, once the rows of the list are known."""
        for position, row in enumerate(table.rows):
            fields = {
                name: tuple(self._followed.get(cell, cell) for cell in cells)
                for name, cells in row.fields.items()
            }
            table.rows[position] = replace(row, fields=fields)
        table.drop(self._followed, _FOLLOWED)


def table_question(block: HeadingBlock, sheet: str, asks: str, *, refers: bool = False) -> Question:
    """Ask whether a table belongs to the list; `refers`: the list names numbers of its rows."""
    readings = [
        Reading(_APART, "Bukan bagian daftar; tabel itu tidak dipakai"),
        Reading(_WITHIN, "Baris-baris tabel itu ikut masuk daftar"),
    ]
    if refers:
        means = "Nomor yang dirujuk dalam daftar diganti dengan isi tabel itu"
        readings.insert(0, Reading(_FOLLOW, means))
    return Question(
        key=f"tabel:{sheet}:{hashlib.sha256(block.text.encode()).hexdigest()[:8]}",
        place=block.columns[0].cells[0].place,
        written=block.text,
        asks=asks,
        readings=tuple(readings),
    )


def within(answer: str) -> bool:
    """Tell whether an answer says that a table belongs to the list."""
    return answer == _WITHIN


def _small_tables(
    grid: SheetGrid, blocks: Sequence[HeadingBlock], wanted: WantedList
) -> Iterator[HeadingBlock]:
    """Yield headings that head something else than the list: “No | Dasar Hukum”.

    They are known by “No” where the list has its numbers, or because every cell is a heading. A
    table of people who sign is none of them.
    """
    first = blocks[0]
    numbers = {column.number for column in first.columns if column.meant.field == NOMOR}
    heads = {row for block in blocks for row in range(block.first_row, block.last_row + 1)}
    vocabularies = wanted.columns, wanted.headings[OTHER_LIST[wanted.jenis]]
    for row in grid.order:
        cells = grid.rows[row]
        texts = [cell.text for cell in cells.values()]
        if row in heads or len(cells) < (_FEWEST if row > first.last_row else _FEWEST_ABOVE):
            continue
        if wanted.words.heads_people(texts) or not all(map(can_head, texts)):
            continue
        counted = any(
            wanted.columns.meant_by(cells[number].text).field == NOMOR
            for number in numbers & cells.keys()
        )
        if counted or any(all(words.meant_by(t).exact for t in texts) for words in vocabularies):
            yield block_at(grid, row, row, wanted.columns)
