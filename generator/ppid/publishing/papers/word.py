"""A paper as .docx: its blocks become WordprocessingML (ECMA-376) in a skeleton that all share.

`kerangka.docx` beside this holds styles, language and settings. It can be opened in Word and given
another look there; what stands in its pages is a sample and goes into no paper.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from copy import copy
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources
from io import BytesIO
from itertools import count, pairwise
from typing import Any, Final
from zipfile import ZipFile

from lxml import etree

from ppid.core.fixed_zip import fixed_zip
from ppid.diagnostics.inert import visible
from ppid.publishing.papers.model import (
    Blank,
    Block,
    HeadCell,
    PageField,
    Paper,
    PaperSection,
    PaperTable,
    Paragraph,
    Signatures,
    Style,
    Words,
)

DOTS: Final = "……………………"
LANGUAGE: Final = "id-ID"
HEADING, PART, TABLE, BLANK, CELL, HEAD_CELL = (
    "Heading1",
    "Heading2",
    "TabelNaskah",
    "Isian",
    "Sel",
    "KepalaTabel",
)
"""Ids of the styles in the skeleton that are not named after a `Style`."""
_STYLES: Final = {
    **{style: style.value for style in Style},
    Style.BAGIAN: PART,
    Style.TANDA_TANGAN_KIRI: Style.TANDA_TANGAN.value,
}
_LONG, _SHORT, _MARGIN, _FOOT_MARGIN = 16838, 11906, 1134, 567
"""A4, its margin of 2 cm, and that of head and foot, in twentieths of a point."""
_ROOM, _SIGNATURE_ROOM, _GAP, _LOW = 520, 700, 160, 120
"""Heights: of a row to write in by hand, and of the room for, above and below a signature."""
_NAMES: Final = {
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "cp": "http://schemas.openxmlformats.org/package/2006/metadata/core-properties",
    "dc": "http://purl.org/dc/elements/1.1/",
}
_SPACE: Final = "{http://www.w3.org/XML/1998/namespace}space"

Element = Any
"""An element of lxml, which publishes no types."""


@cache
def _qualified(tag: str) -> str:
    prefix, _, name = tag.partition(":")
    return f"{{{_NAMES[prefix]}}}{name}"


def _new(tag: str, *prefixes: str) -> Element:
    return etree.Element(_qualified(tag), nsmap={name: _NAMES[name] for name in prefixes})


def _add(parent: Element, tag: str, /, **attributes: str | int) -> Element:
    """Add an element; attributes are named without their prefix, which is always `w`."""
    element = etree.SubElement(parent, _qualified(tag))
    for name, value in attributes.items():
        element.set(_attribute(name), str(value))
    return element


@cache
def _attribute(name: str) -> str:
    return _qualified(f"w:{name}")


def _serialized(root: Element) -> bytes:
    written: bytes = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    return written


@dataclass(frozen=True, slots=True)
class _Skeleton:
    """The shared parts, packed once; `own` are the names of what each paper writes itself.

    `relations` are those by which a section finds its “header” and its “footer”.
    """

    shared: bytes
    own: tuple[str, ...]
    relations: Mapping[str, str]


@cache
def _skeleton() -> _Skeleton:
    content = resources.files(__package__).joinpath("kerangka.docx").read_bytes()
    with ZipFile(BytesIO(content)) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    related: dict[str, Element] = {
        str(relation.get("Type")).rpartition("/")[2]: relation
        for relation in etree.fromstring(parts["word/_rels/document.xml.rels"])
    }
    targets = (f"word/{related[tag].get('Target')}" for tag in ("header", "footer"))
    own = ("docProps/core.xml", "word/document.xml", *targets)
    shared = fixed_zip((name, part) for name, part in parts.items() if name not in own)
    return _Skeleton(shared, own, {tag: related[tag].get("Id") for tag in ("header", "footer")})


def docx_of(paper: Paper) -> bytes:
    """Return a paper as .docx; the same paper gives the same bytes."""
    skeleton = _skeleton()
    header = _header(paper.header)
    footer = _edge("w:ftr", Style.KETERANGAN, paper.footer)
    own = (_properties(paper), _document(paper), header, footer)
    return fixed_zip(zip(skeleton.own, own, strict=True), begun=skeleton.shared)


def _properties(paper: Paper) -> bytes:
    """Write what file managers show: no author, no clock."""
    root = _new("cp:coreProperties", "cp", "dc")
    mark = "CONTOH: " if paper.contoh else ""
    _add(root, "dc:title").text = visible(f"{mark}{paper.title}, {paper.about}")
    _add(root, "dc:subject").text = visible(paper.annex)
    _add(root, "dc:language").text = LANGUAGE
    return _serialized(root)


@lru_cache(maxsize=8)
def _header(words: Words) -> bytes:
    """Return the head of every page, which most papers of a body share."""
    return _edge("w:hdr", "Header", (words,))


def _edge(tag: str, style: str, lines: Iterable[Words]) -> bytes:
    """Write the head or the foot of every page: lines in its middle."""
    root = _new(tag, "w", "r")
    for words in lines:
        paragraph = _add(root, "w:p")
        _add(_styled(paragraph, style), "w:jc", val="center")
        _write_words(paragraph, words)
    return _serialized(root)


def _document(paper: Paper) -> bytes:
    root = _new("w:document", "w", "r")
    body = _add(root, "w:body")
    writer = _Writer(body)
    for section, following in pairwise((*paper.sections, None)):
        if section is None:
            continue
        writer.write(section.blocks, (_LONG if section.wide else _SHORT) - 2 * _MARGIN)
        # Blocks end with a paragraph, which carries the format of a section that others follow.
        _end_section(body[-1][0] if following else body, section)
    return _serialized(root)


def _end_section(parent: Element, section: PaperSection) -> None:
    """End a section; the format of its pages is said at its end."""
    element, skeleton = _add(parent, "w:sectPr"), _skeleton()
    for tag in ("header", "footer"):
        reference = _add(element, f"w:{tag}Reference", type="default")
        reference.set(_qualified("r:id"), skeleton.relations[tag])
    width, height = (_LONG, _SHORT) if section.wide else (_SHORT, _LONG)
    size = _add(element, "w:pgSz", w=width, h=height)
    if section.wide:
        size.set(_qualified("w:orient"), "landscape")
    sides = dict.fromkeys(("top", "right", "bottom", "left"), _MARGIN)
    _add(element, "w:pgMar", **sides, header=_FOOT_MARGIN, footer=_FOOT_MARGIN, gutter=0)


class _Writer:
    """Writes the blocks of one paper; names of bookmarks are unique within a document."""

    def __init__(self, body: Element) -> None:
        self._body = body
        self._numbers = count(1)
        self._marked: set[str] = set()

    def write(self, blocks: Iterable[Block], width: int) -> None:
        """Write blocks one after another; `width` is that of the text in twentieths of a point."""
        headed = False
        for block, after in pairwise((*blocks, None)):
            # A signature never begins a page.
            kept = isinstance(after, Signatures)
            if isinstance(block, PaperTable):
                self._write_table(block, width, kept=kept)
            elif isinstance(block, Signatures):
                self._write_signatures(block, width)
            elif block is not None:
                title = block.style is Style.JUDUL
                style = HEADING if title and not headed else _STYLES[block.style]
                self._write_paragraph(self._body, block, style, kept=kept)
                headed = headed or title

    def _write_paragraph(
        self, parent: Element, block: Paragraph, style: str, *, kept: bool
    ) -> None:
        paragraph = _add(parent, "w:p")
        form = _styled(paragraph, style, kept=kept)
        if block.words == ("",):
            _add(form, "w:spacing", before=_SIGNATURE_ROOM)
        label: Words = ()
        if block.style in {Style.KONSIDERANS, Style.DIKTUM}:
            label = (f"{block.label}\t:\t" if block.label else "\t\t",)
        self._write_marked(paragraph, (*label, *block.words), block.meets)

    def _write_signatures(self, block: Signatures, width: int) -> None:
        """Write signatures as a row without borders, which stays on one page with the notes."""
        table = _add(self._body, "w:tbl")
        form = _add(table, "w:tblPr")
        _add(form, "w:tblW", w=width, type="dxa")
        _add(form, "w:tblLayout", type="fixed")
        _add(_add(form, "w:tblCellMar"), "w:top", w=_GAP, type="dxa")
        columns = _add(table, "w:tblGrid")
        for _ in range(2):
            _add(columns, "w:gridCol", w=width // 2)
        self._write_unsplit(table, (block.left, block.right), width, kept=bool(block.notes))
        if block.notes:
            self._write_unsplit(table, (block.notes,), width, kept=False)
        self._end_table(kept=False)

    def _write_unsplit(
        self, table: Element, cells: Sequence[tuple[Paragraph, ...]], width: int, *, kept: bool
    ) -> None:
        """Write a row that stays on one page: one cell, or two whose last lines are level."""
        row = _add(table, "w:tr")
        _add(_add(row, "w:trPr"), "w:cantSplit")
        for lines in cells:
            cell = _add(row, "w:tc")
            form = _add(cell, "w:tcPr")
            _add(form, "w:tcW", w=width // len(cells), type="dxa")
            if len(cells) == 1:
                _add(form, "w:gridSpan", val=2)
            _add(form, "w:vAlign", val="bottom")
            for line in lines or (Paragraph(Style.TANDA_TANGAN, ("",)),):
                self._write_paragraph(cell, line, _STYLES[line.style], kept=kept)

    def _end_table(self, *, kept: bool) -> None:
        """Add what Word wants between two tables and at the end: a paragraph, as low as can be."""
        form = _styled(_add(self._body, "w:p"), CELL, kept=kept)
        _add(form, "w:spacing", before=0, after=0, line=_LOW, lineRule="exact")

    def _write_marked(self, paragraph: Element, words: Words, meets: Iterable[str]) -> None:
        """Put bookmarks around what the law asks for; the first place with a name keeps it."""
        names = [name for name in map(bookmark_of, meets) if name not in self._marked]
        self._marked.update(names)
        numbers = [next(self._numbers) for _ in names]
        for number, name in zip(numbers, names, strict=True):
            _add(paragraph, "w:bookmarkStart", id=number, name=name)
        _write_words(paragraph, words)
        for number in numbers:
            _add(paragraph, "w:bookmarkEnd", id=number)

    def _write_table(self, grid: PaperTable, width: int, *, kept: bool) -> None:
        """Write a table; `kept` holds its last row together with the signature that follows."""
        table = _add(self._body, "w:tbl")
        form = _add(table, "w:tblPr")
        _add(form, "w:tblStyle", val=TABLE)
        _add(form, "w:tblW", w=width, type="dxa")
        _add(form, "w:tblLayout", type="fixed")
        _add(form, "w:tblLook", val="0020", firstRow=1, lastRow=0, firstColumn=0, lastColumn=0)
        _add(form, "w:tblCaption", val=visible(grid.caption))
        _add(form, "w:tblDescription", val=f"Tabel dengan {len(grid.columns)} kolom")
        total = sum(column.lebar for column in grid.columns)
        widths = [width * column.lebar // total for column in grid.columns]
        columns = _add(table, "w:tblGrid")
        for each in widths:
            _add(columns, "w:gridCol", w=each)
        for level in _levels(grid):
            self._write_head_row(table, level, widths, kept=grid.roomy)
        last = len(grid.rows)
        empty = {together: _empty_row(grid, widths, kept=together) for together in (False, True)}
        for number, cells in enumerate(grid.rows, 1):
            together = grid.roomy if number < last else kept
            row = copy(empty[together])
            table.append(row)
            for words, cell in zip(cells, row[1:], strict=True):
                _write_words(cell[-1], words)
        self._end_table(kept=kept)

    def _write_head_row(
        self, table: Element, cells: Iterable["_Head"], widths: list[int], *, kept: bool
    ) -> None:
        row = _add(table, "w:tr")
        form = _add(row, "w:trPr")
        _add(form, "w:cantSplit")
        _add(form, "w:tblHeader")
        for head, first in cells:
            cell = _add(row, "w:tc")
            form = _add(cell, "w:tcPr")
            own = widths[head.column : head.column + head.columns]
            _add(form, "w:tcW", w=sum(own), type="dxa")
            if head.columns > 1:
                _add(form, "w:gridSpan", val=head.columns)
            if head.rows > 1:
                _add(form, "w:vMerge", val="restart" if first else "continue")
            _add(form, "w:vAlign", val="center")
            paragraph = _add(cell, "w:p")
            _styled(paragraph, HEAD_CELL, kept=kept)
            if first:
                self._write_marked(paragraph, (head.text,), head.meets)


def _empty_row(grid: PaperTable, widths: Iterable[int], *, kept: bool) -> Element:
    """Return a row to be copied: in a long list, rows made anew take most of the time."""
    row = _new("w:tr", "w")
    form = _add(row, "w:trPr")
    _add(form, "w:cantSplit")
    if grid.roomy:
        _add(form, "w:trHeight", val=_ROOM)
    for own in widths:
        cell = _add(row, "w:tc")
        _add(_add(cell, "w:tcPr"), "w:tcW", w=own, type="dxa")
        _styled(_add(cell, "w:p"), CELL, kept=kept)
    return row


_Head = tuple[HeadCell, bool]
"""A heading in a row of headings, and whether it begins there or comes down from above."""


def _levels(grid: PaperTable) -> Iterator[list[_Head]]:
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


def _styled(paragraph: Element, style: str, *, kept: bool = False) -> Element:
    """Set the style of a paragraph; `kept` holds it on the page of the next one."""
    form = _add(paragraph, "w:pPr")
    _add(form, "w:pStyle", val=style)
    if kept:
        _add(form, "w:keepNext")
    return form


def _write_words(paragraph: Element, words: Words) -> None:
    """Add texts and places to fill in; the note of a place says what belongs there."""
    for word in words:
        if isinstance(word, PageField):
            _write_field(paragraph, word.value)
        elif isinstance(word, Blank):
            _write_run(paragraph, f"{DOTS} ")
            _write_run(paragraph, f"[{word.note}]", style=BLANK)
        elif word:
            _write_run(paragraph, word)


def _write_field(paragraph: Element, field: str) -> None:
    """Add a field that Word computes; “1” stands there until it does."""
    for kind in ("begin", "", "separate", "1", "end"):
        run = _add(paragraph, "w:r")
        if kind == "":
            _add(run, "w:instrText").text = field
        elif kind == "1":
            _add(run, "w:t").text = kind
        else:
            _add(run, "w:fldChar", fldCharType=kind)


def _write_run(paragraph: Element, text: str, style: str = "") -> None:
    run = _add(paragraph, "w:r")
    if style:
        _add(_add(run, "w:rPr"), "w:rStyle", val=style)
    for line_number, line in enumerate(text.splitlines()):
        if line_number:
            _add(run, "w:br")
        for part_number, part in enumerate(line.split("\t")):
            if part_number:
                _add(run, "w:tab")
            written = _add(run, "w:t")
            written.text = visible(part)
            written.set(_SPACE, "preserve")
