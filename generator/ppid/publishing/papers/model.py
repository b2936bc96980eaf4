"""What a paper consists of before anything prints it: paragraphs, tables and places to fill in."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum, StrEnum
from itertools import takewhile

from ppid.core.page import Export
from ppid.kinds.acuan.surat import Kolom


@dataclass(frozen=True, slots=True)
class Blank:
    """A place that the data does not fill; `note` says what belongs there."""

    note: str


class PageField(Enum):
    """A number that a word processor works out; the value is its name there."""

    PAGE = "PAGE"
    PAGES = "NUMPAGES"


Words = tuple[str | Blank | PageField, ...]
"""Text with places to fill in; texts of the data are not escaped yet."""


class Style(StrEnum):
    """What a paragraph is; the value names the style of the paper that prints it."""

    KOP = "kop"
    """A line of the letterhead."""
    JUDUL = "judul"
    """A line of the title; the first one is the heading of the paper."""
    BAGIAN = "bagian"
    """The heading of a part of the paper."""
    TENGAH = "tengah"
    ISI = "isi"
    BUTIR = "butir"
    """A numbered sentence; its first word is the number."""
    KONSIDERANS = "konsiderans"
    """A numbered sentence of those that one label introduces, such as “Menimbang”."""
    DIKTUM = "diktum"
    """What is decided, behind its label, such as “KESATU”."""
    TANDA_TANGAN = "tanda-tangan"
    """A line of a signature; an empty one is the room for it."""
    TANDA_TANGAN_KIRI = "tanda-tangan-kiri"
    """A line of the signature to the left of that one."""
    KETERANGAN = "keterangan"
    CONTOH = "contoh"


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph; `meets` names the passages of the law that ask for what it says.

    `label` stands before a colon at the left of it; further paragraphs below a label have none.
    """

    style: Style
    words: Words
    meets: tuple[str, ...] = ()
    label: str = ""


@dataclass(frozen=True, slots=True)
class Signatures:
    """Signatures side by side with the notes below them, never split over two pages.

    The left one may be missing.
    """

    left: tuple[Paragraph, ...]
    right: tuple[Paragraph, ...]
    notes: tuple[Paragraph, ...] = ()

    @property
    def lines(self) -> tuple[Paragraph, ...]:
        """All that stands in the block."""
        return (*self.left, *self.right, *self.notes)


@dataclass(frozen=True, slots=True)
class HeadCell:
    """A heading with the first column that it covers, and how many columns and rows it covers."""

    text: str
    column: int
    columns: int
    rows: int
    meets: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PaperTable:
    """A table; `caption` says what it holds. `roomy` rows are high enough to write in by hand."""

    caption: str
    columns: tuple[Kolom, ...]
    rows: Sequence[tuple[Words, ...]]
    roomy: bool = False

    @property
    def head(self) -> tuple[tuple[HeadCell, ...], ...]:
        """The rows of headings: equal headings of columns side by side become one cell."""
        depth = max(len(column.judul) for column in self.columns)
        return tuple(tuple(self._head_row(level, depth)) for level in range(depth))

    def _head_row(self, level: int, depth: int) -> Iterator[HeadCell]:
        position = 0
        while position < len(self.columns):
            column = self.columns[position]
            path = column.judul[: level + 1]
            own = len(column.judul) == level + 1
            below = () if own else self.columns[position + 1 :]
            covered = takewhile(bool, (each.judul[: len(path)] == path for each in below))
            end = position + 1 + sum(covered)
            if level < len(column.judul):
                rows = depth - level if own else 1
                meets = column.memenuhi if own else ()
                yield HeadCell(
                    text=path[-1], column=position, columns=end - position, rows=rows, meets=meets
                )
            position = end


Block = Paragraph | PaperTable | Signatures


@dataclass(frozen=True, slots=True)
class PaperSection:
    """Pages of one format; `wide` ones lie."""

    blocks: tuple[Block, ...]
    wide: bool = False


@dataclass(frozen=True, slots=True)
class Proof:
    """From which file a paper was made, its SHA-256, and the version of its canonical form."""

    export: Export
    sha256: str
    version: int

    @property
    def code(self) -> str:
        """The beginning of the SHA-256, 64 bits of it, grouped for people who compare it by eye."""
        return " ".join(self.sha256[start : start + 4] for start in range(0, 16, 4))


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """A paper, ready to be printed; `name` is its part of an address, `annex` its model.

    `header` and `footer` stand on every page of a file; the header is empty but for demonstrations.
    """

    name: str
    title: str
    annex: str
    about: str
    sections: tuple[PaperSection, ...]
    header: Words
    footer: tuple[Words, ...]
    proof: Proof | None
    contoh: bool

    @property
    def blanks(self) -> tuple[str, ...]:
        """What remains to be filled in, each thing once, in the order of the paper."""
        texts: list[Words] = []
        for block in (block for section in self.sections for block in section.blocks):
            if isinstance(block, Paragraph):
                texts.append(block.words)
            elif isinstance(block, Signatures):
                texts += (line.words for line in block.lines)
            else:
                texts += (cell for row in block.rows for cell in row)
        found = (word.note for words in texts for word in words if isinstance(word, Blank))
        return tuple(dict.fromkeys(found))
