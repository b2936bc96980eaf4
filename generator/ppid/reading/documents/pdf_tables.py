"""The ruled tables of a PDF, with the texts above, between and below them.

A PDF holds no cells, only lines and texts at places of a page. Lines that run from one upright line
to another part the rows; a text belongs to the cell in which it begins. A table without lines is
not guessed at. What is drawn through the middle of a text strikes it through.
"""

import math
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any, Final, NamedTuple

from pypdf import PageObject
from pypdf.generic import ArrayObject, DictionaryObject

from ppid.reading.documents.flow import Flow, FlowCell, UnclearTableError
from ppid.reading.documents.package import DAMAGED
from ppid.reading.documents.pdf import drawing_cost, opened
from ppid.reading.documents.pdf_unseen import inside
from ppid.reading.documents.stored import Run
from ppid.reading.documents.xml_stream import TooMuchError, UnreadableError

_MOST_PAGES: Final = 100
_MOST_DRAWING: Final = 1_500_000
"""Bytes of drawing instructions in all pages."""
_MOST_LINES: Final = 6_000
"""Of a page; a page full of cells has about a thousand."""
_MOST_LINKS: Final = 1_000
_SLIM_LETTER, _WIDE_LETTER = 0.35, 0.55
"""Of its size: so wide are the letters of a text at least and at most, on the average."""
_NARROWEST_LETTER: Final = 0.2
_CLOSE: Final = 0.7
"""Of its size: so narrow are letters at least, and so close are the lines of a text."""
_TORN: Final = (
    "Kolom tabel dalam PDF ini sempit, sehingga kata yang terpotong di ujung baris tidak dapat "
    "dibedakan dari kata yang utuh."
)
_OVERPRINTED: Final = (
    "Tulisan dalam tabel PDF ini saling menindih, karena barisnya terlalu rendah, sehingga tidak "
    "dapat dipisahkan."
)
_STRUCK_IN_PART: Final = (
    "PDF ini memuat tulisan yang dicoret sebagian, dan bagian mana yang dicoret tidak tersimpan."
)
_SAME: Final = 2.0
"""Points (1/72 inch) within which two lines are one, and the thickness of one drawn as a box."""
_STROKING: Final = frozenset({b"S", b"s", b"B", b"B*", b"b", b"b*"})
_PAINTING: Final = _STROKING | {b"f", b"F", b"f*"}
_FEWEST: Final = 3
"""Upright lines of a table with two columns."""


class Chunk(NamedTuple):
    """A piece of text where it begins: points from the left and from the bottom; its size."""

    x: float
    y: float
    size: float
    text: str


class _Line(NamedTuple):
    """A line: how far from the left when it is upright, else from the bottom; where it ends."""

    at: float
    start: float
    end: float


@dataclass(slots=True)
class _Drawn:
    """What was found on a page, turned as a reader sees it."""

    turned: int = 0
    chunks: list[Chunk] = field(default_factory=list)
    upright: list[_Line] = field(default_factory=list)
    level: list[_Line] = field(default_factory=list)
    paths: list[list[tuple[float, float]]] = field(default_factory=list)
    """The corners of what has not been painted so far."""

    def text(
        self, text: str, cm: Sequence[float], tm: Sequence[float], _: object, size: float
    ) -> None:
        """Take a text; called by pypdf."""
        if text.strip():
            x, y = self.seen(*_moved(tm[4], tm[5], cm))
            height = size * math.hypot(tm[2], tm[3]) * math.hypot(cm[2], cm[3])
            self.chunks.append(Chunk(x, y, height or 1.0, text))

    def drawing(
        self, operator: bytes, given: Sequence[Any], cm: Sequence[float], _: object
    ) -> None:
        """Take an instruction that draws; called by pypdf."""
        if operator == b"m":
            self.paths.append([_moved(float(given[0]), float(given[1]), cm)])
        elif operator == b"l" and self.paths:
            self.paths[-1].append(_moved(float(given[0]), float(given[1]), cm))
        elif operator == b"h" and self.paths:
            self.paths[-1].append(self.paths[-1][0])
        elif operator == b"re":
            x, y, width, height = map(float, given)
            across, up = (x + width, y), (x, y + height)
            corners = [(x, y), across, (x + width, y + height), up, (x, y)]
            self.paths.append([_moved(*corner, cm) for corner in corners])
        elif operator in _PAINTING:
            self._paint(stroked=operator in _STROKING)
        elif operator == b"n":  # the path only bounds what is drawn next
            self.paths = []

    def _paint(self, *, stroked: bool) -> None:
        """Note the lines of the paths; of what is filled only what is as thin as a line."""
        if len(self.upright) + len(self.level) + len(self.paths) > _MOST_LINES:
            raise TooMuchError("garis di dalamnya terlalu banyak")
        for path in self.paths:
            seen = [self.seen(*corner) for corner in path]
            wide = max(x for x, _ in seen) - min(x for x, _ in seen)
            high = max(y for _, y in seen) - min(y for _, y in seen)
            if stroked or min(wide, high) <= _SAME:
                for start, end in pairwise(seen):
                    self._line(start, end)
        self.paths = []

    def _line(self, start: tuple[float, float], end: tuple[float, float]) -> None:
        (left, bottom), (right, top) = start, end
        if abs(left - right) < _SAME < abs(bottom - top):
            self.upright.append(_Line(left, min(bottom, top), max(bottom, top)))
        elif abs(bottom - top) < _SAME < abs(left - right):
            self.level.append(_Line(bottom, min(left, right), max(left, right)))

    def seen(self, x: float, y: float) -> tuple[float, float]:
        """Return a place on the page as it is turned for its reader."""
        return {90: (y, -x), 180: (-x, -y), 270: (-y, x)}.get(self.turned, (x, y))


def _moved(x: float, y: float, by: Sequence[float]) -> tuple[float, float]:
    return x * by[0] + y * by[2] + by[4], x * by[1] + y * by[3] + by[5]


def read_pdf(content: bytes) -> Flow:
    """Read the tables of a document; one page after another.

    Raise UnreadableError for a damaged one. A flow without tables has no ruled table; without rows
    it has no text at all.
    """
    flow = Flow()
    try:
        _read_pages(content, flow)
    except UnreadableError:
        raise
    except Exception as error:  # what pypdf raises for foreign bytes is not foreseeable
        raise UnreadableError(DAMAGED) from error
    flow.finish()
    return flow


def _read_pages(content: bytes, flow: Flow) -> None:
    reader, left = opened(content), _MOST_DRAWING
    if len(reader.pages) > _MOST_PAGES:
        raise TooMuchError("halamannya terlalu banyak")
    pages = []
    for page in reader.pages:
        drawing = page.get_contents()
        left -= drawing_cost(page, drawing.get_data() if drawing is not None else b"")
        if left < 0:
            raise TooMuchError("gambar di dalamnya terlalu banyak")
        drawn = _Drawn((page.rotation or 0) % 360)
        page.extract_text(visitor_text=drawn.text, visitor_operand_before=drawn.drawing)
        pages.append((page, drawn))
    # Columns are those of the whole document: a table that goes on has no headings of its own.
    columns = _apart(line.at for _, drawn in pages for line in drawn.upright)
    for page, drawn in pages:
        _read_page(page, drawn, columns, flow)


def _read_page(page: PageObject, drawn: _Drawn, columns: Sequence[float], flow: Flow) -> None:
    # Some programs draw a text twice to make it bold.
    chunks = list({(round(c.x), round(c.y), c.text.strip()): c for c in drawn.chunks}.values())
    drawn.level.sort()
    grid = _Grid(columns, drawn.upright, drawn.level)
    flow.page()
    flow.tables += bool(grid.bands)
    inside_of, outside = _sorted_into(chunks, grid)
    links = _links_in(page, grid, drawn)
    tops = [(-line[0].y, [Run(_joined([line]), None)]) for line in _lines_of(outside)]
    for number, band in enumerate(grid.bands):
        while tops and -tops[0][0] > band.top:
            flow.paragraph(tops.pop(0)[1])
        cells = []
        for index, (left, right) in enumerate(pairwise(band.edges)):
            own = (number, index)
            lines = _lines_of(inside_of.get(own, []))
            if _are_overprinted(lines):
                raise UnclearTableError(_OVERPRINTED)
            if any(_is_torn(*pair, columns[right] - columns[left]) for pair in pairwise(lines)):
                raise UnclearTableError(_TORN)
            cell = FlowCell(
                runs=_runs_of(lines, drawn.level),
                columns=right - left,
                continues=grid.roots[own] != own,
                link=links.get(own, ""),
            )
            cells.append(cell)
        flow.row(cells, band.edges[0])
    for _, runs in tops:
        flow.paragraph(runs)


class _Band(NamedTuple):
    """A row: its top and bottom, and the places (among those of the page) of its upright lines."""

    top: float
    bottom: float
    edges: list[int]


class _Grid:
    """The cells that the lines of a page make."""

    def __init__(
        self, columns: Sequence[float], upright: Sequence[_Line], level: Sequence[_Line]
    ) -> None:
        self.columns = columns
        ruling = [line for line in level if self._at_edge(line.start) and self._at_edge(line.end)]
        heights = _apart(line.at for line in ruling)
        self.level = _covered(ruling, heights)
        standing = _covered(upright, self.columns)
        self.heights = heights
        self.bands: list[_Band] = []
        self.roots: dict[tuple[int, int], tuple[int, int]] = {}
        """The uppermost part of each cell, which a merged cell is."""
        if len(self.columns) < _FEWEST:
            return
        for bottom, top in reversed(list(pairwise(heights))):
            middle = (bottom + top) / 2
            edges = [
                index
                for index, lines in enumerate(standing)
                if any(start <= middle <= end for start, end in lines)
            ]
            if len(edges) > 1:
                self._add(_Band(top, bottom, edges))

    def _add(self, band: _Band) -> None:
        """Take the next row; where no line parts a cell from the one above it, they are one."""
        number, above = len(self.bands), self.bands[-1] if self.bands else None
        pairs = list(pairwise(band.edges))
        before = list(pairwise(above.edges)) if above else []
        for index, pair in enumerate(pairs):
            root = (number, index)
            if above and pair in before and self._is_open(above, band, *pair):
                root = self.roots[number - 1, before.index(pair)]
            self.roots[number, index] = root
        self.bands.append(band)

    def _at_edge(self, x: float) -> bool:
        """Return whether an upright line stands where a level one ends: underlines end anywhere."""
        at = bisect_right(self.columns, x)
        return any(abs(edge - x) <= _SAME for edge in self.columns[max(0, at - 1) : at + 1])

    def cell_at(self, x: float, y: float) -> tuple[int, int] | None:
        """Return the row and the place in it of a point; None outside of all cells."""
        for number, band in enumerate(self.bands):
            if band.bottom <= y < band.top:
                places = [self.columns[edge] for edge in band.edges]
                index = bisect_right(places, x + _SAME) - 1
                return self.roots.get((number, index))
        return None

    def _is_open(self, above: _Band, band: _Band, left: int, right: int) -> bool:
        middle = (self.columns[left] + self.columns[right]) / 2
        if above.bottom - band.top > _SAME:
            return False
        at = bisect_right(self.heights, band.top + _SAME) - 1
        return not any(start <= middle <= end for start, end in self.level[at])


def _apart(places: Iterable[float]) -> list[float]:
    """Return places in their order, those that are as good as the same once."""
    found: list[float] = []
    for place in sorted(places):
        if not found or place - found[-1] > _SAME:
            found.append(place)
    return found


def _covered(lines: Sequence[_Line], places: Sequence[float]) -> list[list[tuple[float, float]]]:
    """Return for each place the stretches that are drawn there, joined where they touch."""
    found: list[list[tuple[float, float]]] = [[] for _ in places]
    for line in sorted(lines, key=lambda line: line.start):
        stretches = found[bisect_right(places, line.at) - 1]
        if stretches and line.start - stretches[-1][1] <= _SAME:
            stretches[-1] = (stretches[-1][0], max(stretches[-1][1], line.end))
        else:
            stretches.append((line.start, line.end))
    return found


def _sorted_into(
    chunks: Sequence[Chunk], grid: _Grid
) -> tuple[dict[tuple[int, int], list[Chunk]], list[Chunk]]:
    """Return the texts of each cell, and those outside of all cells."""
    cells: dict[tuple[int, int], list[Chunk]] = {}
    outside = []
    for chunk in chunks:
        place = grid.cell_at(chunk.x, chunk.y + chunk.size / 4)
        if place is None:
            outside.append(chunk)
        else:
            cells.setdefault(place, []).append(chunk)
    return cells, outside


def _links_in(page: PageObject, grid: _Grid, drawn: _Drawn) -> dict[tuple[int, int], str]:
    """Return the address to which each cell leads."""
    found: dict[tuple[int, int], str] = {}
    for note in (page.annotations or [])[:_MOST_LINKS]:
        look = note.get_object()
        area = look.get("/Rect") if isinstance(look, DictionaryObject) else None
        if isinstance(look, DictionaryObject) and isinstance(area, ArrayObject):
            address = inside(look, "/A").get("/URI")
            x, y, right, top = map(float, area)
            place = grid.cell_at(*drawn.seen((x + right) / 2, (y + top) / 2))
            if place and isinstance(address, str):
                found.setdefault(place, str(address))
    return found


def _lines_of(chunks: Sequence[Chunk]) -> list[list[Chunk]]:
    """Return texts line by line, from the top and from the left."""
    lines: list[list[Chunk]] = []
    for chunk in sorted(chunks, key=lambda chunk: (-chunk.y, chunk.x)):
        if lines and lines[-1][0].y - chunk.y < chunk.size / 2:
            lines[-1].append(chunk)
        else:
            lines.append([chunk])
    return [sorted(line, key=lambda chunk: chunk.x) for line in lines]


def _are_overprinted(lines: Sequence[Sequence[Chunk]]) -> bool:
    """Return whether texts of a cell lie on each other, as where a row is too low for its lines.

    What runs out of a cell at its bottom begins in the one below, and would be read there.
    """
    close = any(
        upper[0].y - lower[0].y < _CLOSE * min(upper[0].size, lower[0].size)
        for upper, lower in pairwise(lines)
    )
    return close or any(
        right.x < left.x + len(left.text.strip()) * left.size * _NARROWEST_LETTER
        for line in lines
        for left, right in pairwise(line)
    )


def _joined(lines: Sequence[Sequence[Chunk]]) -> str:
    return "\n".join(" ".join(chunk.text.strip() for chunk in line) for line in lines)


def _is_torn(line: Sequence[Chunk], following: Sequence[Chunk], width: float) -> bool:
    """Return whether a word may go on in the next line of a cell so many points wide.

    A program tears a word only where it does not fit on a line of its own; it leaves no sign.
    """
    whole = " ".join(chunk.text for chunk in line)
    before, after = whole.strip(), following[0].text.strip()
    at_a_space = whole.rstrip("\n").endswith(" ")
    if at_a_space or " " in before or not (before[-1:] + after[:1]).islower():
        return False
    torn = len(before) + len(after.split(" ")[0])
    return torn * line[0].size * _WIDE_LETTER > width


def _runs_of(lines: Sequence[Sequence[Chunk]], level: Sequence[_Line]) -> list[Run]:
    """Return the text of a cell; a line through the middle of a piece strikes that."""
    runs: list[Run] = []
    for number, line in enumerate(lines):
        for index, chunk in enumerate(line):
            gap = " " if index else "\n" if number else ""
            middle, near = chunk.y + chunk.size * 0.3, chunk.size * 0.15
            first = bisect_right(level, middle - near, key=lambda drawn: drawn.at)
            last = bisect_right(level, middle + near, key=lambda drawn: drawn.at)
            through = [
                drawn for drawn in level[first:last] if drawn.start - _SAME <= chunk.x < drawn.end
            ]
            text = chunk.text.strip()
            if any(line.end < chunk.x + len(text) * chunk.size * _SLIM_LETTER for line in through):
                raise UnclearTableError(_STRUCK_IN_PART)
            runs.append(Run(f"{gap}{text}", True if through else None))
    return runs
