"""Headings of columns: which field their words mean, and where on a sheet they stand.

The words are data (`kinds.kata_daftar`). A heading means a field when it has all words of one
of its phrases and no word that is strange to the field; an emphatic phrase decides even beside
other words (“Penanggung Jawab di Bidang Perizinan”).
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from rapidfuzz import fuzz, process

from ppid.core.corpus import Corpus
from ppid.kinds.kata_daftar import (
    KLASIFIKASI_PREFIX,
    NOMOR,
    JudulKolom,
    headings_in,
    values_of,
    words_for,
)
from ppid.kinds.rows import MODELS
from ppid.reading.documents.book import FilledCell, SheetGrid

LONGEST_HEADING: Final = 200
_WORD: Final = re.compile(r"[^\W\d_]+")
_FIGURES: Final = re.compile(r"\d{1,3}/\d{4}|\d{5,}")
_BRACKETS: Final = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
_CAMEL: Final = re.compile(r"(?<=[a-z])(?=[A-Z])")
_SHORTEST_MISSPELT: Final = 5
_SHORT_WORD: Final = 6
_NEAR_SHORT, _NEAR_LONG = 80, 86
_MARGIN: Final = 8


@dataclass(frozen=True, slots=True)
class Meant:
    """The fields that a heading can mean, and with how many words it says so.

    `exact`: no word is left over. One field: certain. Several: only a person can tell.
    """

    fields: tuple[str, ...] = ()
    core: frozenset[str] = frozenset()
    exact: bool = False

    @property
    def field(self) -> str:
        """The only field that can be meant; empty when there are none or several."""
        return self.fields[0] if len(self.fields) == 1 else ""


@dataclass(frozen=True, slots=True)
class _Meaning:
    """A field and a set of words that mean it; `also` may stand beside them."""

    field: str
    core: frozenset[str]
    also: frozenset[str]
    strong: bool


def _meanings_of(isian: str, about: Sequence[JudulKolom]) -> Iterator[_Meaning]:
    """Yield what means a field, emphatic phrases first, from all records about it."""
    also = frozenset(word for one in about for word in one.boleh.lower().split())
    for strong in (True, False):
        for phrase in (p for one in about for p in (one.tegas if strong else one.frasa)):
            yield _Meaning(isian, frozenset(phrase.lower().split()), also, strong)


class HeadingWords:
    """What headings of a DIK or DIP mean to the offices of a body; remembers what it has read."""

    def __init__(self, corpus: Corpus, jenis: str) -> None:
        """Take the words from the records of a corpus."""
        self.jenis = jenis
        self.hints: dict[str, list[str]] = {}
        records: dict[str, list[JudulKolom]] = {}
        for one in headings_in(corpus, jenis):
            records.setdefault(one.isian, []).append(one)
            for word in one.petunjuk.lower().split():
                self.hints.setdefault(word, []).append(one.isian)
        self.meanings = [
            meaning for isian, about in records.items() for meaning in _meanings_of(isian, about)
        ]
        # A field that nobody has given headings yet is known by its own name and title.
        for name, info in MODELS[jenis].model_fields.items():
            if name not in records:
                for phrase in (name.replace("_", " "), (info.title or name).lower()):
                    core = frozenset(phrase.split())
                    self.meanings.append(_Meaning(name, core, frozenset(), strong=False))
        self.summaries = frozenset(words_for(corpus, "judul-ringkasan"))
        self._sides = values_of(corpus, "golongan")
        self.most_fields = len({one.field for one in self.meanings}) + len({*self._sides.values()})
        """How many different fields headings can name."""
        self._ignored = frozenset(words_for(corpus, "judul-diabaikan"))
        self._written_out = {
            **values_of(corpus, "judul-dirangkai"),
            **values_of(corpus, "judul-singkatan"),
        }
        known = {word for one in self.meanings for word in one.core | one.also}
        self._vocabulary = sorted(known | self.hints.keys())
        self._spelt: dict[str, str] = dict.fromkeys(self._vocabulary, "")
        self._read: dict[str, Meant] = {}

    def meant_by(self, text: str) -> Meant:
        """Read a heading, first with what stands in brackets, then without."""
        if len(text) > LONGEST_HEADING:
            return Meant()
        if text not in self._read:
            meant = self._meant(self.words_of(text))
            if not meant.exact and "(" in text:
                bare = self._meant(self.words_of(_BRACKETS.sub(" ", text)))
                meant = bare if bare.fields else meant
            self._read[text] = meant
        return self._read[text]

    def hints_in(self, text: str) -> tuple[str, ...]:
        """Return the fields at which single words of an unknown heading hint."""
        found = [
            field for word in sorted(self.words_of(text)) for field in self.hints.get(word, ())
        ]
        return tuple(dict.fromkeys(found))

    def class_named(self, text: str) -> Meant:
        """Read a heading as that of a class to be ticked: “Berkala”, “Terbuka”."""
        side = self._sides.get(" ".join(text.lower().split()))
        if side:
            return Meant((f"{KLASIFIKASI_PREFIX}{side}",), self.words_of(text), exact=True)
        meant = self.meant_by(text)
        return meant if meant.field.startswith(KLASIFIKASI_PREFIX) else Meant()

    def words_of(self, text: str) -> frozenset[str]:
        """Return the words that carry meaning, in lower case, misspelt ones put right."""
        plain = unicodedata.normalize("NFKC", _CAMEL.sub(" ", text)).lower()
        spelt = " ".join(self._written_out.get(word, word) for word in _WORD.findall(plain))
        return frozenset(
            self._put_right(word) for word in spelt.split() if word not in self._ignored
        )

    def _put_right(self, word: str) -> str:
        """Return the known word that is meant by a misspelt one, if only one is near."""
        if word not in self._spelt:
            self._spelt[word] = ""
            if len(word) >= _SHORTEST_MISSPELT:
                near = process.extract(word, self._vocabulary, scorer=fuzz.ratio, limit=2)
                enough = _NEAR_SHORT if len(word) <= _SHORT_WORD else _NEAR_LONG
                (best, score, _), (_, second, _) = near
                if score >= enough and score - second >= _MARGIN:
                    self._spelt[word] = best
        return self._spelt[word] or word

    def _meant(self, words: frozenset[str]) -> Meant:
        """Keep the meanings whose words are not part of those of another that fits as well."""
        found = [
            (one, exact)
            for one in self.meanings
            if one.core <= words and ((exact := words <= one.core | one.also) or one.strong)
        ]
        if any(exact for _, exact in found):
            found = [(one, exact) for one, exact in found if exact or one.strong]
        found = [
            (one, exact) for one, exact in found if not any(one.core < o.core for o, _ in found)
        ]
        # Emphatic phrases outweigh others: “Unit Penanggung Jawab” names no unit.
        decisive = [(one, exact) for one, exact in found if one.strong]
        if not decisive:
            most = max((len(one.core) for one, exact in found if exact), default=0)
            decisive = [(one, exact) for one, exact in found if exact and len(one.core) == most]
        return Meant(
            fields=tuple(dict.fromkeys(one.field for one, _ in decisive)),
            core=frozenset(word for one, _ in decisive for word in one.core),
            exact=bool(decisive) and all(exact for _, exact in decisive),
        )


_TALLEST: Final = 6
"""Rows that one heading may span, or that may be stacked; what is merged further is no heading."""
_LONGEST_PART: Final = 100
"""Characters of a heading below another; a cell of a list is soon longer."""
_CERTAIN, _LIKELY = 1.0, 0.6
_FEWEST_IN_BODY: Final = 3
_TOP: Final = 40
"""Filled rows in which a list begins, below its titles; further down only full headings count."""
_NEARLY_ALL: Final = 0.7
_ORDINAL: Final = re.compile(r"[0-9]{1,4}[.)]?", re.ASCII)
_SAMPLE: Final = 12
"""Rows below a heading that show whether it stands above a column or above the whole list."""
_REMOTE: Final = frozenset({NOMOR, "catatan"})
"""Fields whose headings are met in other tables as well."""


@dataclass(frozen=True, slots=True)
class HeadingColumn:
    """A column under a block of headings; `cells` from top to bottom."""

    number: int
    cells: tuple[FilledCell, ...]
    meant: Meant

    @property
    def text(self) -> str:
        """The whole heading on one line."""
        return " ".join(" ".join(cell.text.split()) for cell in self.cells)


@dataclass(frozen=True, slots=True)
class HeadingBlock:
    """One row of headings, or several that belong together, and what their columns mean."""

    first_row: int
    last_row: int
    columns: tuple[HeadingColumn, ...]

    @property
    def fields(self) -> frozenset[str]:
        """The fields by which a list is known."""
        found = {field for column in self.columns for field in column.meant.fields}
        return frozenset(found) - _REMOTE

    @property
    def text(self) -> str:
        """All headings, from left to right."""
        return " | ".join(column.text for column in self.columns)

    @property
    def score(self) -> float:
        """How many fields are found, once each; what is likely counts less than what is sure."""
        best: dict[str, float] = {}
        for column in self.columns:
            weight = _CERTAIN if column.meant.exact else _LIKELY
            for field in column.meant.fields:
                best[field] = max(best.get(field, 0), weight)
        return sum(best.values())

    def repeats(self, other: "HeadingBlock") -> bool:
        """Tell whether this is another block printed once more, as at the top of every page."""
        texts, others = (
            {column.number: column.text.lower() for column in block.columns}
            for block in (self, other)
        )
        meant, meant_there = (
            {column.number: column.meant.fields for column in block.columns}
            for block in (self, other)
        )
        return texts == others or (meant == meant_there and len(self.fields) >= _FEWEST_IN_BODY)


def heading_blocks(grid: SheetGrid, words: HeadingWords) -> list[HeadingBlock]:
    """Return the blocks of headings of a sheet from top to bottom; none of them overlap.

    Of blocks that overlap, the one that finds most fields in fewest rows is right: a title above
    the headings adds a row and no field.
    """
    found: list[HeadingBlock] = []
    taken: set[int] = set()
    for block in sorted(_candidates(grid, words), key=_by_worth):
        rows = range(block.first_row, block.last_row + 1)
        if taken.isdisjoint(rows):
            found.append(block)
            taken.update(rows)
    # What else looks like headings is a title, or a row that names a field by the way.
    real = [
        block
        for block in found
        if block is found[0]
        or block.repeats(found[0])
        or (
            2 * len(block.fields) > max(len(found[0].fields), 2 * _FEWEST_IN_BODY - 1)
            and not _is_numbered(grid, block, found[0])
        )
    ]
    return sorted(real, key=lambda block: block.first_row)


def _is_numbered(grid: SheetGrid, block: HeadingBlock, headings: HeadingBlock) -> bool:
    """Tell whether a row bears a number where the headings say so: it is content then.

    “Bidang Sarana | Digital | 5 tahun” may well be read as headings.
    """
    columns = (column.number for column in headings.columns if NOMOR in column.meant.fields)
    cells = (grid.at(block.first_row, number) for number in columns)
    return any(cell and _ORDINAL.fullmatch(cell.text.strip()) for cell in cells)


def _by_worth(block: HeadingBlock) -> tuple[float, int, int, int]:
    return -block.score, block.last_row - block.first_row, -len(block.columns), block.first_row


def _candidates(grid: SheetGrid, words: HeadingWords) -> Iterator[HeadingBlock]:
    for position, row in enumerate(grid.order):
        cells = grid.rows[row].values()
        named = {field for cell in cells for field in words.meant_by(cell.text).fields}
        if len(named) < (1 if position < _TOP else _FEWEST_IN_BODY) or _is_inside(grid, row):
            continue
        if len(cells) > 1 and any(_is_title(grid, cell) for cell in cells):
            continue
        last = _bottom(grid, row, words)
        if last:
            block = block_at(grid, row, last, words)
            if block.fields and _is_believable(grid, block):
                yield block


def block_at(grid: SheetGrid, first: int, last: int, words: HeadingWords) -> HeadingBlock:
    """Read the rows from `first` to `last` as headings, whatever they are."""
    columns = list(_columns(grid, first, last, words))
    return HeadingBlock(first, last, tuple(_with_classes(columns, words)))


def _with_classes(columns: Sequence[HeadingColumn], words: HeadingWords) -> Iterator[HeadingColumn]:
    """Yield the columns; those that name the classes below one heading mean these.

    “Dikecualikan” beside “Berkala” is a class, whatever the heading above both of them says.
    """
    named: dict[FilledCell, dict[int, Meant]] = {}
    for column in columns:
        lowest = words.class_named(column.cells[-1].text)
        if len(column.cells) > 1 and lowest.field:
            named.setdefault(column.cells[-2], {})[column.number] = lowest
    classes = {
        number: meant
        for below in named.values()
        if len(below) > 1
        for number, meant in below.items()
    }
    for column in columns:
        yield replace(column, meant=classes.get(column.number, column.meant))


def can_head(text: str) -> bool:
    """Tell whether a text is short, has words, and holds no number of a law or of a letter."""
    return len(text) <= _LONGEST_PART and bool(_WORD.search(text)) and not _FIGURES.search(text)


def _is_inside(grid: SheetGrid, row: int) -> bool:
    """Tell whether a heading above this row is merged down into it."""
    return any(row - cell.place.row <= _TALLEST for _, cell in grid.from_above(row))


def _is_title(grid: SheetGrid, cell: FilledCell) -> bool:
    """Tell whether a cell was merged over nearly all columns: what it heads is the whole list."""
    width = grid.width_of(cell)
    return width >= _FEWEST_IN_BODY and width >= _NEARLY_ALL * grid.last_column


def _bottom(grid: SheetGrid, first: int, words: HeadingWords) -> int:
    """Return the last row of the headings that begin in row `first`; 0 if there is no end.

    Rows into which one of them is merged belong to them, others only by evidence of their own.
    """
    last = first
    while last - first < _TALLEST:
        lowest = grid.lowest_merged(first, last, _TALLEST)
        if lowest > last:
            last = lowest
        elif (below := _next_filled(grid, last)) and _goes_on(grid, first, last, below, words):
            last = below
        else:
            return last
    return 0


def _next_filled(grid: SheetGrid, last: int) -> int:
    """Return the filled row below, beyond one that was left blank; 0 where there is none."""
    return next((row for row in (last + 1, last + 2) if row in grid.rows), 0)


def _goes_on(grid: SheetGrid, first: int, last: int, next_row: int, words: HeadingWords) -> bool:
    """Tell whether the row below the rows from `first` to `last` holds headings as well.

    Most of its cells must stand under a heading that spans several columns, or complete the words
    of the one above, or mean a field where nothing stands above; none may be content.
    """
    below = grid.rows[next_row]
    proofs = 0
    for column, cell in below.items():
        text = " ".join(cell.text.split())
        if not can_head(text):
            return False
        stacked = (grid.at(row, column) for row in range(last, first - 1, -1))
        above = next(filter(None, stacked), None) or _carried(grid, last, next_row, column)
        # Where merging was lost, the next column has a heading in this row only.
        spans = above and (
            above.place.column != column
            or grid.width_of(above) > 1
            or (column + 1 in below and not grid.at(last, column + 1))
        )
        together = f"{above.text}\n{text}" if above else text
        if spans or (words.words_of(text) and words.meant_by(together).exact):
            proofs += 1
        elif above is None or words.meant_by(above.text).fields:
            return False
    return 2 * proofs > len(below)


def _columns(
    grid: SheetGrid, first: int, last: int, words: HeadingWords
) -> Iterator[HeadingColumn]:
    """Yield the columns under the rows from `first` to `last` that have a heading."""
    for number in range(1, grid.last_column + 1):
        cells: dict[FilledCell, None] = {}  # from top to bottom, each once
        for row in range(first, last + 1):
            cell = grid.at(row, number)
            if cell is None and row < last:
                cell = _carried(grid, row, last, number)
            if cell:
                cells[cell] = None
        if cells:
            yield HeadingColumn(number, tuple(cells), _meant_together(tuple(cells), words))


def _carried(grid: SheetGrid, row: int, last: int, number: int) -> FilledCell | None:
    """Return the heading to the left that spans this column, where merging was lost (CSV)."""
    if grid.at(last, number) is None:
        return None
    for left in range(number - 1, 0, -1):
        if grid.at(last, left) is None:
            return None
        if cell := grid.at(row, left):
            return cell
    return None


def _meant_together(cells: tuple[FilledCell, ...], words: HeadingWords) -> Meant:
    """Read the stacked headings together; the lowest alone decides where both agree."""
    together = words.meant_by("\n".join(cell.text for cell in cells))
    lowest = words.meant_by(cells[-1].text)
    if len(cells) == 1 or not lowest.field:
        return together
    narrower = lowest.core < together.core and lowest.field != together.field
    if not together.fields or lowest.field in together.fields or (narrower and lowest.exact):
        return lowest
    return together


def _is_believable(grid: SheetGrid, block: HeadingBlock) -> bool:
    """Accept few headings only where they stand alone: not two words inside a filled row."""
    if len({cell for column in block.columns for cell in column.cells}) == 1:
        return _heads_one_column(grid, block)
    known = sum(bool(column.meant.fields) for column in block.columns)
    if 2 * known < len(block.columns):
        return _begins_the_table(grid, block)
    if len(block.fields) >= _FEWEST_IN_BODY:
        return True
    below = grid.order[-1] > block.last_row
    return below and all(c.meant.exact for c in block.columns if c.meant.fields)


def _heads_one_column(grid: SheetGrid, block: HeadingBlock) -> bool:
    """Tell whether below a lone heading there is a list of titles, numbered or not.

    “Daftar Informasi” heads a column in some lists; above other headings it is a title.
    """
    (number, *_), exact = (c.number for c in block.columns), block.columns[0].meant.exact
    below = [grid.rows[row] for row in _sample_below(grid, block)]
    alone = [
        number in cells
        and all(column == number or not _WORD.search(cells[column].text) for column in cells)
        for cells in below
    ]
    return exact and 2 * sum(alone) > len(alone) > 0


def _begins_the_table(grid: SheetGrid, block: HeadingBlock) -> bool:
    """Tell by where they stand that texts are headings, most of whose words nobody knows.

    They are the first to fill nearly all columns, are short, differ from each other, and at least
    one of them is sure to name a field.
    """
    texts = [column.text for column in block.columns]
    sure = {column.meant.field for column in block.columns if column.meant.exact}
    full = max(_FEWEST_IN_BODY, _NEARLY_ALL * len(texts))
    return (
        grid.widest_above(block.first_row) < full <= len(grid.rows[block.first_row])
        and any(field not in _REMOTE and "=" not in field for field in sure if field)
        and len(set(texts)) == len(texts)
        and all(map(can_head, texts))
        and any(2 * len(grid.rows[row]) >= len(texts) for row in _sample_below(grid, block))
    )


def _sample_below(grid: SheetGrid, block: HeadingBlock) -> Sequence[int]:
    return grid.between(block.last_row + 1, grid.order[-1], _SAMPLE)
