"""The blocks of a paper as elements of a Word document; every text ends up inside `w:t`."""

from collections.abc import Iterable, Iterator
from itertools import count, pairwise
from typing import Final

from ppid.diagnostics.inert import visible
from ppid.publishing.papers.model import Blank, Block, Grid, HeadCell, Paragraph, Style, Words
from ppid.publishing.papers.word.names import Element, add
from ppid.publishing.papers.word.skeleton import BLANK, CELL, HEAD_CELL, HEADING, PART, TABLE

DOTS: Final = "……………………"
_SPACE: Final = "{http://www.w3.org/XML/1998/namespace}space"
_SIGNED_INDENT: Final = 0.5
_ROOM, _SIGNATURE_ROOM = "520", "700"
_STYLES: Final = {style: PART if style is Style.BAGIAN else style.value for style in Style}


class Writer:
    """Writes the blocks of one paper into the body of its document."""

    def __init__(self, body: Element) -> None:
        """Write into `body`; names of bookmarks are unique within a document."""
        self._body = body
        self._numbers = count(1)
        self._marked: set[str] = set()

    def write(self, blocks: Iterable[Block], width: int) -> None:
        """Write blocks one after another; `width` is that of the text in twentieths of a point."""
        headed = False
        for block, after in pairwise((*blocks, None)):
            if isinstance(block, Grid):
                self._grid(block, width, kept=_clings(after))
            elif block is not None:
                title = block.style is Style.JUDUL
                style = HEADING if title and not headed else _STYLES[block.style]
                self._paragraph(block, style, width, kept=_clings(after))
                headed = headed or title

    def _paragraph(self, block: Paragraph, style: str, width: int, *, kept: bool) -> None:
        paragraph = add(self._body, "w:p")
        form = _styled(paragraph, style, kept=kept)
        if block.style is Style.TANDA_TANGAN:
            if block.words == ("",):
                add(form, "w:spacing", before=_SIGNATURE_ROOM)
            add(form, "w:ind", left=str(int(width * _SIGNED_INDENT)))
        self._marked_words(paragraph, block.words, block.meets)

    def _marked_words(self, paragraph: Element, words: Words, meets: Iterable[str]) -> None:
        """Put bookmarks around what the law asks for; the first place with a name keeps it."""
        numbers = []
        for passage in meets:
            name = bookmark_of(passage)
            if name not in self._marked:
                self._marked.add(name)
                number = str(next(self._numbers))
                add(paragraph, "w:bookmarkStart", id=number, name=name)
                numbers.append(number)
        write_words(paragraph, words)
        for number in numbers:
            add(paragraph, "w:bookmarkEnd", id=number)

    def _grid(self, grid: Grid, width: int, *, kept: bool) -> None:
        """Write a table; `kept` holds its last row together with the signature that follows."""
        table = add(self._body, "w:tbl")
        total = sum(column.width for column in grid.columns)
        widths = [str(width * column.width // total) for column in grid.columns]
        _table_form(table, grid, width)
        columns = add(table, "w:tblGrid")
        for each in widths:
            add(columns, "w:gridCol", w=each)
        for level in _levels(grid):
            self._head_row(table, level, widths, kept=grid.roomy)
        last = len(grid.rows)
        for number, row in enumerate(grid.rows, 1):
            together = number < last if grid.roomy else kept and number == last
            _row(table, row, widths, roomy=grid.roomy, kept=together)
        # Word wants a paragraph between two tables
        _styled(add(self._body, "w:p"), CELL, kept=kept)

    def _head_row(
        self, table: Element, cells: Iterable["_Head"], widths: list[str], *, kept: bool
    ) -> None:
        row = add(table, "w:tr")
        form = add(row, "w:trPr")
        add(form, "w:cantSplit")
        add(form, "w:tblHeader")
        for head, first in cells:
            cell = add(row, "w:tc")
            form = add(cell, "w:tcPr")
            own = widths[head.column : head.column + head.columns]
            add(form, "w:tcW", w=str(sum(map(int, own))), type="dxa")
            if head.columns > 1:
                add(form, "w:gridSpan", val=str(head.columns))
            if head.rows > 1:
                add(form, "w:vMerge", val="restart" if first else "continue")
            add(form, "w:vAlign", val="center")
            paragraph = add(cell, "w:p")
            _styled(paragraph, HEAD_CELL, kept=kept)
            if first:
                self._marked_words(paragraph, (head.text,), head.meets)


_Head = tuple[HeadCell, bool]
"""A heading in a row of headings, and whether it begins there or comes down from above."""


def _levels(grid: Grid) -> Iterator[list[_Head]]:
    """Yield every row of headings with the cells that reach into it from above."""
    head = grid.head
    for level in range(len(head)):
        reaching = [
            (cell, above == level)
            for above, row in enumerate(head[: level + 1])
            for cell in row
            if above + cell.rows > level
        ]
        yield sorted(reaching, key=lambda pair: pair[0].column)


def bookmark_of(passage: str) -> str:
    """Name the place that answers a passage of the law: letters, digits and lines, up to 40."""
    kept = "".join(char if char.isalnum() else " " for char in passage)
    return "_".join(kept.split())[:40]


def write_words(paragraph: Element, words: Words) -> None:
    """Add texts and places to fill in; the note of a place says what belongs there."""
    for word in words:
        if isinstance(word, Blank):
            _run(paragraph, f"{DOTS} ")
            _run(paragraph, f"[{word.note}]", blank=True)
        elif word:
            _run(paragraph, word)


def _run(paragraph: Element, text: str, *, blank: bool = False) -> None:
    run = add(paragraph, "w:r")
    if blank:
        add(add(run, "w:rPr"), "w:rStyle", val=BLANK)
    for line_number, line in enumerate(text.splitlines()):
        if line_number:
            add(run, "w:br")
        for part_number, part in enumerate(line.split("\t")):
            if part_number:
                add(run, "w:tab")
            written = add(run, "w:t")
            written.text = visible(part)
            written.set(_SPACE, "preserve")


def _clings(block: Block | None) -> bool:
    """Tell whether a block never begins a page: a signature, and the note below it."""
    return isinstance(block, Paragraph) and block.style in {Style.TANDA_TANGAN, Style.KETERANGAN}


def _styled(paragraph: Element, style: str, *, kept: bool = False) -> Element:
    """Set the style of a paragraph; `kept` holds it on the page of the next one."""
    form = add(paragraph, "w:pPr")
    add(form, "w:pStyle", val=style)
    if kept:
        add(form, "w:keepNext")
    return form


def _table_form(table: Element, grid: Grid, width: int) -> None:
    form = add(table, "w:tblPr")
    add(form, "w:tblStyle", val=TABLE)
    add(form, "w:tblW", w=str(width), type="dxa")
    add(form, "w:tblLayout", type="fixed")
    add(form, "w:tblLook", val="0020", firstRow="1", lastRow="0", firstColumn="0", lastColumn="0")
    add(form, "w:tblCaption", val=visible(grid.caption))
    add(form, "w:tblDescription", val=f"Tabel dengan {len(grid.columns)} kolom")


def _row(
    table: Element, cells: tuple[Words, ...], widths: list[str], *, roomy: bool, kept: bool
) -> None:
    row = add(table, "w:tr")
    form = add(row, "w:trPr")
    add(form, "w:cantSplit")
    if roomy:
        add(form, "w:trHeight", val=_ROOM)
    for words, width in zip(cells, widths, strict=True):
        cell = add(row, "w:tc")
        add(add(cell, "w:tcPr"), "w:tcW", w=width, type="dxa")
        paragraph = add(cell, "w:p")
        _styled(paragraph, CELL, kept=kept)
        write_words(paragraph, words)
