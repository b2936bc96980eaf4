"""What a paper consists of before anything prints it: paragraphs, tables and places to fill in."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True, slots=True)
class Blank:
    """A place that the data does not fill; `note` says what belongs there."""

    note: str


Words = tuple[str | Blank, ...]
"""Text with places to fill in; texts of the data are not escaped yet."""


class Style(StrEnum):
    """What a paragraph is; the value names the style of the paper that prints it."""

    JUDUL = "judul"
    """A line of the title; the first one is the heading of the paper."""
    BAGIAN = "bagian"
    """The heading of a part of the paper."""
    TENGAH = "tengah"
    ISI = "isi"
    BUTIR = "butir"
    """A numbered sentence; its first word is the number."""
    TANDA_TANGAN = "tanda-tangan"
    KETERANGAN = "keterangan"
    CONTOH = "contoh"


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph; `meets` names the passages of the law that ask for what it says."""

    style: Style
    words: Words
    meets: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table: its headings from the outermost to its own, and its share of the width.

    `meets` as in `Paragraph`.
    """

    headings: tuple[str, ...]
    width: int
    meets: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class HeadCell:
    """A heading with the first column that it covers, and how many columns and rows it covers."""

    text: str
    column: int
    columns: int
    rows: int
    meets: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Grid:
    """A table; `caption` says what it holds. `roomy` rows are high enough to write in by hand."""

    caption: str
    columns: tuple[Column, ...]
    rows: Sequence[tuple[Words, ...]]
    roomy: bool = False

    @property
    def head(self) -> tuple[tuple[HeadCell, ...], ...]:
        """The rows of headings: equal headings of columns side by side become one cell."""
        depth = max(len(column.headings) for column in self.columns)
        return tuple(tuple(self._head_row(level, depth)) for level in range(depth))

    def _head_row(self, level: int, depth: int) -> Iterator[HeadCell]:
        position = 0
        while position < len(self.columns):
            column = self.columns[position]
            path = column.headings[: level + 1]
            own = len(column.headings) == level + 1
            span = 1 if own else self._covered(position, path)
            if level < len(column.headings):
                rows = depth - level if own else 1
                yield HeadCell(path[-1], position, span, rows, column.meets if own else ())
            position += span

    def _covered(self, start: int, path: tuple[str, ...]) -> int:
        """Count the columns from `start` on that stand below the same headings."""
        end = start + 1
        while end < len(self.columns) and self.columns[end].headings[: len(path)] == path:
            end += 1
        return end - start


Block = Paragraph | Grid


@dataclass(frozen=True, slots=True)
class Sheet:
    """Pages of one format; `wide` ones lie."""

    blocks: tuple[Block, ...]
    wide: bool = False


@dataclass(frozen=True, slots=True)
class Proof:
    """From which file a paper was made: its address, its SHA-256, and the date of the list."""

    list_name: str
    file_url: str
    sha256: str
    list_date: Words

    @property
    def file_name(self) -> str:
        return self.file_url.rpartition("/")[2]


@dataclass(frozen=True, slots=True)
class Paper:
    """A paper, ready to be printed; `name` is its part of an address, `annex` its model."""

    name: str
    title: str
    annex: str
    about: str
    sheets: tuple[Sheet, ...]
    proof: Proof
    contoh: bool

    @property
    def blanks(self) -> tuple[str, ...]:
        """What remains to be filled in, each thing once, in the order of the paper."""
        found = (word.note for words in self._texts() for word in words if isinstance(word, Blank))
        return tuple(dict.fromkeys(found))

    def _texts(self) -> Iterator[Words]:
        for block in (block for sheet in self.sheets for block in sheet.blocks):
            if isinstance(block, Paragraph):
                yield block.words
            else:
                yield from (cell for row in block.rows for cell in row)
