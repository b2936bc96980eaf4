"""What a line below the headings is: a row, a part of one, a group title, or no row at all.

A line shows it by its words (signatures, notes, totals, “NIHIL”), by its numbering, and by how many
fields of the list it fills. The words are data (`kinds.kata_daftar`).
"""

import itertools
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from functools import cached_property
from typing import Final

from ppid.core.corpus import Corpus
from ppid.handing_in.intake.reading.texts import Reader, tidy
from ppid.handing_in.model import HandedRow, Heading
from ppid.kinds.kata_daftar import JUDUL, NOMOR, values_of, words_for
from ppid.reading.documents.book import FilledCell, SheetGrid

_MONTHS: Final = (
    "januari|februari|pebruari|maret|april|mei|juni|juli|agustus|september|oktober|november"
    "|nopember|desember"
)
_PLACE_AND_DAY: Final = (
    rf"[A-Z][\w. ]{{2,30}},\s*(?:tanggal\s*)?[\d.…_ ]{{0,8}}\s*(?:{_MONTHS})?\s*[\d.…_ ]{{2,8}}$"
)
"""“Ampana, 12 Januari 2026”, also with gaps to be filled in by hand."""
_DATED: Final = re.compile(_PLACE_AND_DAY, re.IGNORECASE)
_HANGING: Final = re.compile(r"(?:[,\-–(/]|\b(?:dan|atau|yang|di|dari|untuk|pada|dengan|oleh))\s*$")
_NOT_WORD: Final = re.compile(r"[\W_]+")
_LISTS: Final = {
    "dik": re.compile(r"\bdik\b|kecualikan|pengecualian", re.IGNORECASE),
    "dip": re.compile(r"\bdip\b|\bdidp\b|daftar informasi publik(?! yang di)", re.IGNORECASE),
}


class RowWords:
    """Words by which a row shows that it is no row of the list, or to which class it belongs."""

    def __init__(self, corpus: Corpus) -> None:
        """Take the words from the records of a corpus."""
        signs = words_for(corpus, "awal-tanda-tangan")
        short = _any_of([word for word in signs if word.endswith(".")])  # “a.n.”
        begins = _any_of([word for word in signs if not word.endswith(".")])
        agrees = _any_of(words_for(corpus, "persetujuan"))
        alone = rf"{agrees}(?:\s+oleh)?\s*[,:]?\s*(?:\n.*)?$"
        self._ending = _pattern(rf"(?:{begins}|{short}\s|{alone}|{_PLACE_AND_DAY})")
        offices = _any_of(words_for(corpus, "jabatan-penanda-tangan"))
        self._office = _pattern(rf"(?:(?:plt|plh)\.?\s+)?{offices}")
        self._people = frozenset(words_for(corpus, "judul-tabel-orang"))
        notes = _any_of(words_for(corpus, "awal-keterangan"))
        self._note = _pattern(rf"(?:\*+\)?|{notes}\s*(?::|$)|√\s*=)")
        pages = _any_of(words_for(corpus, "nomor-halaman"))
        of_all = r"(?:\s*(?:dari|of|/)\s*\d{1,4})?"
        self._page = re.compile(
            rf"\W*(?:{pages}\s*[:.]?\s*\d{{1,4}}{of_all}|\d{{1,4}}\s*\|\s*{pages}|-\s*\d{{1,4}}\s*-)\W*",
            re.IGNORECASE,
        )
        totals = _any_of(words_for(corpus, "jumlah"))
        self._total = _pattern(rf"{totals}[\w ]{{0,30}}[:.]?\s*\d*\s*$")
        nothing = _any_of(words_for(corpus, "pernyataan-nihil"), spaced=True)
        self._nihil = re.compile(rf"[\W_]*{nothing}[\W_]*", re.IGNORECASE)
        conditions = _any_of(words_for(corpus, "syarat-dalam-keterangan"))
        self._condition = re.compile(rf"\b{conditions}", re.IGNORECASE)
        self._classes = [
            (value, re.compile(rf"\b{re.escape(word)}\b"))
            for word, value in values_of(corpus, "klasifikasi").items()
        ]

    def is_ending(self, text: str) -> bool:
        """Tell whether a cell begins the part where a list is signed."""
        return self._ending.match(text) is not None

    def is_dated(self, text: str) -> bool:
        """Tell whether a cell names where and when a list was signed: “Ampana, 12 Januari 2026”."""
        return _DATED.match(text) is not None

    def names_office(self, text: str) -> bool:
        """Tell whether a cell begins with the office of whoever signs."""
        return self._office.match(text) is not None

    def heads_people(self, texts: Iterable[str]) -> bool:
        """Tell whether cells head a table of people, as in Lampiran II (Nama, Jabatan, TTD)."""
        plain = {" ".join(text.lower().replace(".", "").split()) for text in texts}
        return "nama" in plain and len(plain & self._people) > 1

    def is_note(self, text: str) -> bool:
        """Tell whether a cell begins a note below the table: “Keterangan:”, “*)”, “√ =”."""
        return self._note.match(text) is not None

    def says_condition(self, text: str) -> bool:
        """Tell whether a note limits or excepts something: “kecuali bagi penyidik”."""
        return self._condition.search(text) is not None

    def is_page(self, text: str) -> bool:
        """Tell whether a cell is the number of a printed page: “Halaman 3 dari 7”, “- 3 -”."""
        return self._page.fullmatch(text) is not None

    def is_total(self, text: str) -> bool:
        """Tell whether a cell heads a line that counts the rows."""
        return self._total.match(text) is not None

    def is_nihil(self, text: str) -> bool:
        """Tell whether a cell says that there is nothing, also as “N I H I L”."""
        return self._nihil.fullmatch(text) is not None

    def classes_in(self, text: str) -> tuple[str, ...]:
        """Name the classes of information that a cell, a group title or a sheet's name names."""
        words = _NOT_WORD.sub(" ", text.lower())
        found = (value for value, pattern in self._classes if pattern.search(words))
        return tuple(dict.fromkeys(found))

    def lists_in(self, text: str) -> frozenset[str]:
        """Name the sorts of list that a title names, “dik” or “dip”."""
        return frozenset(jenis for jenis, named in _LISTS.items() if named.search(text))


def _pattern(form: str) -> re.Pattern[str]:
    return re.compile(rf"\s*{form}", re.IGNORECASE)


def _any_of(phrases: Sequence[str], *, spaced: bool = False) -> str:
    """Return a pattern for any of the phrases, each of which ends where a word ends.

    A phrase that ends in “…” may be followed by further words. `spaced`: a phrase of one word also
    counts with blanks between its letters. Without phrases it matches nothing.
    """
    return f"(?:{'|'.join(_phrase(phrase, spaced=spaced) for phrase in phrases) or '(?!)'})"


def _phrase(phrase: str, *, spaced: bool) -> str:
    goes_on = phrase.endswith("…")
    words = phrase.rstrip("… ").split()
    if spaced and len(words) == 1:
        return r"\s*".join(map(re.escape, words[0]))
    # Between the points of “a.n.” there may be blanks.
    pattern = r"\s+".join(re.sub(r"\\\.(?=\w)", r"\\.\\s*", re.escape(word)) for word in words)
    if goes_on:
        return rf"{pattern}[\w ]*"
    return pattern if phrase.endswith(".") else rf"{pattern}\b"


class NumberStyle(Enum):
    """The way in which a row or a group is numbered."""

    DIGIT = "1"
    LETTER = "A"
    SMALL = "a"
    ROMAN = "I"
    SUB = "1.1"
    NONE = ""


_MARK: Final = re.compile(r"\s*[(]?(\d+(?:\.\d+)+|\d+|[IVXL]+|[A-Z]|[a-z])(?:[.)]+(?=\s|$)|\s*$)")
_ROMAN: Final = re.compile(r"[IVXL]+")


def numbering_of(text: str) -> NumberStyle:
    """Tell how a cell begins: “1.”, “A.”, “a)”, “II.”, “1.2”; NONE for other text."""
    found = _MARK.match(text)
    if not found:
        return NumberStyle.NONE
    mark = found[1]
    if mark.isdigit():
        return NumberStyle.DIGIT
    if "." in mark:
        return NumberStyle.SUB
    if _ROMAN.fullmatch(mark) and mark not in {"L", "X", "C", "V"}:
        return NumberStyle.ROMAN
    return NumberStyle.SMALL if mark.islower() else NumberStyle.LETTER


def without_number(text: str) -> str:
    """Return what a title of a group says behind “A.” or “1)”; empty for a mark alone."""
    found = _MARK.match(text)
    return text[found.end() :].strip() if found else text.strip()


def hangs(text: str) -> bool:
    """Tell whether a text cannot end here: “pengadaan barang dan”."""
    return _HANGING.search(text) is not None


def runs_on(text: str) -> bool:
    """Tell whether a text cannot begin here: it starts with a small letter and is no “a.” item."""
    start = text.lstrip()[:1]
    return start.islower() and numbering_of(text) is NumberStyle.NONE


def are_column_numbers(texts: Sequence[str]) -> bool:
    """Tell whether cells count the columns: “1 2 3”, “(1) (2) (3)”, “1 2 3a 3b 4”, “a b c”."""
    marks = [text.strip().strip("()[]. ").lower() for text in texts]
    if len(marks) > 2 and marks == list("abcdefghijklmnopqrstuvwxyz"[: len(marks)]):  # noqa: PLR2004
        return True
    if len(marks) < 3 or not all(re.fullmatch(r"\d{1,2}[a-z]?", mark) for mark in marks):  # noqa: PLR2004
        return False
    numbers = [int(mark.rstrip("abcdefghijklmnopqrstuvwxyz")) for mark in marks]
    steps = [later - earlier for earlier, later in itertools.pairwise(numbers)]
    return numbers[0] in {0, 1} and all(step in {0, 1} for step in steps) and sum(steps) > 1


@dataclass(frozen=True)
class Line:
    """The cells of one row of a sheet: by field, merged down from above, and without a field."""

    number: int
    fields: Mapping[str, tuple[FilledCell, ...]]
    inherited: Mapping[str, tuple[FilledCell, ...]]
    strange: tuple[FilledCell, ...]

    @cached_property
    def cells(self) -> tuple[FilledCell, ...]:
        """All cells of the row itself, from left to right."""
        known = [cell for cells in self.fields.values() for cell in cells]
        return tuple(sorted((*known, *self.strange), key=lambda cell: cell.place))

    @property
    def text(self) -> str:
        """What the whole line says, its cells parted by “|”."""
        return " | ".join(cell.text for cell in self.cells)

    @cached_property
    def kept(self) -> Mapping[str, tuple[FilledCell, ...]]:
        """The fields that are kept: all but the running number."""
        return {name: cells for name, cells in self.fields.items() if name != NOMOR}

    @cached_property
    def subject(self) -> FilledCell | None:
        """The cell that says what the row is about."""
        cells = self.fields.get("informasi") or self.fields.get(JUDUL)
        return cells[0] if cells else None

    @property
    def mark(self) -> str:
        """The running number as written."""
        cells = self.fields.get(NOMOR, ())
        return cells[0].text.strip() if cells else ""

    @cached_property
    def beside_number(self) -> list[FilledCell]:
        """The cells of the line without the running number, unless it holds nothing else."""
        return [c for c in self.cells if c not in self.fields.get(NOMOR, ())] or list(self.cells)

    @cached_property
    def lone(self) -> FilledCell | None:
        """The only cell of the line, a running number beside it not counted."""
        cells = self.beside_number
        return cells[0] if len(cells) == 1 else None


_FEWEST_COLUMNS, _WIDE_LIST = 3, 3
_FORMAL: Final = ("dasar_hukum", "jangka_waktu", "klasifikasi", "bentuk", "retensi")
"""Fields that show by how they are written whether they are whole."""
_FULL: Final = 0.6
_USUAL: Final = 0.75


class Lines:
    """All lines below a block of headings, and what is typical of them."""

    def __init__(
        self,
        grid: SheetGrid,
        numbers: Sequence[int],
        headings: Sequence[Heading],
        words: RowWords,
        readers: Mapping[str, Reader],
    ) -> None:
        """See the rows with these `numbers` through the headings above them."""
        self.grid, self.words = grid, words
        self.formal = {name: readers[name] for name in _FORMAL if name in readers}
        self.fields = {heading.column: heading.field for heading in headings if heading.field}
        self.heads = {cell for heading in headings for cell in heading.cells}
        self.titles = {heading.column: heading.text for heading in headings}
        self.width = len(headings)
        self.lines = [self._line(number) for number in numbers]

    def _line(self, number: int) -> Line:
        fields: dict[str, tuple[FilledCell, ...]] = {}
        strange: list[FilledCell] = []
        for column, cell in sorted(self.grid.rows[number].items()):
            if name := self.fields.get(column):
                fields[name] = (*fields.get(name, ()), cell)
            else:
                strange.append(cell)
        inherited: dict[str, tuple[FilledCell, ...]] = {}
        for column, cell in self.grid.from_above(number):
            # A heading that was merged too far down says nothing about a row.
            if (name := self.fields.get(column)) and cell not in self.heads:
                inherited[name] = (*inherited.get(name, ()), cell)
        return Line(number, fields, inherited, tuple(strange))

    @cached_property
    def typical(self) -> int:
        """How many fields a row has, running number left out.

        Three quarters of the way up, so that group titles between short groups do not count.
        """
        counts = sorted(len(line.kept) for line in self.lines if line.subject)
        return counts[int(_USUAL * (len(counts) - 1))] if counts else 0

    @cached_property
    def numbered(self) -> bool:
        """Whether rows have running numbers, so that a line without one is something else.

        Numbers that count on say so even where most lines are without: rows wrapped over several.
        """
        subjects = [line for line in self.lines if line.subject]
        if 2 * sum(bool(line.mark) for line in subjects) > len(subjects):
            return True
        marks = [line.mark.strip(" .)(") for line in subjects if line.mark]
        numbers = [int(mark) for mark in marks if mark.isdecimal()]
        steps = [later - earlier for earlier, later in itertools.pairwise(numbers)]
        return len(numbers) == len(marks) and bool(steps) and set(steps) == {1}

    @cached_property
    def numbering(self) -> NumberStyle:
        """The way most rows are numbered."""
        rows = [line for line in self.lines if line.mark and self.is_full(line)]
        styles = Counter(numbering_of(line.mark) for line in rows)
        return styles.most_common(1)[0][0] if styles else NumberStyle.NONE

    @cached_property
    def last_full(self) -> int:
        """The number of the last line that fills about as many fields as others; 0 if none does.

        In a list of few columns that is no sign, so that every line beyond doubt counts.
        """
        if self.typical < _WIDE_LIST:
            return self.last_complete
        full = (line.number for line in self.lines if line.subject and self.is_full(line))
        return max(full, default=self.last_complete)

    @cached_property
    def begins_small(self) -> frozenset[str]:
        """The fields that are written with a small first letter as a habit."""
        starts: dict[str, list[bool]] = {}
        for line in self.lines:
            for name, cells in line.kept.items() if line.mark or not self.numbered else ():
                starts.setdefault(name, []).append(runs_on(cells[0].text))
        return frozenset(name for name, small in starts.items() if 2 * sum(small) >= len(small))

    def stands_alone(self, line: Line) -> bool:
        """Tell whether a full line without a number shows by its cells that it is an item.

        Its grounds, its term and what else has a form of its own are there and read as a whole.
        """
        told = [name for name in self.formal if name in self.fields.values()]
        if not told or not self.is_full(line):
            return False
        cells = [line.fields.get(name, ()) for name in told]
        texts = [tidy(" ".join(cell.text for cell in group)) for group in cells]
        read = [self.formal[name](text) for name, text in zip(told, texts, strict=True)]
        return all(texts) and not any(value.doubt or value.advice for value in read)

    def is_formal(self, line: Line) -> bool:
        """Tell whether every cell has a form of its own, and reads as what its column holds."""
        if line.strange or not line.kept.keys() <= self.formal.keys():
            return False
        read = (
            self.formal[name](tidy(" ".join(cell.text for cell in cells)))
            for name, cells in line.kept.items()
        )
        return not any(value.doubt or value.advice for value in read)

    @cached_property
    def last_complete(self) -> int:
        """The number of the last line that is a row beyond doubt; 0 if there is none."""
        return max((line.number for line in self.lines if self.is_complete(line)), default=0)

    @cached_property
    def last_in_table(self) -> int:
        """The number of the last line that stands in a table of a document."""
        tables = (n.number for n in self.lines if n.cells[0].place.row_name.startswith("tabel"))
        return max(tables, default=0)

    @cached_property
    def tail(self) -> int:
        """The number of the line at which a list of titles alone has ended; 0 without a sign.

        Every line of it has one cell, so that only words, behind a blank row or with a place and a
        day, tell notes and signatures from further titles.
        """
        if self.typical > 1 or self.numbered:
            return 0
        for before, line in itertools.pairwise(self.lines):
            text = line.lone.text if line.lone else ""
            apart = line.number - before.number > 1
            if (apart and self.words.is_note(text)) or (
                self.words.is_ending(text) and (apart or self.words.is_dated(text))
            ):
                return line.number
        return 0

    def is_complete(self, line: Line) -> bool:
        """Tell whether a line is a row beyond doubt."""
        if self.tail and line.number >= self.tail:
            return False
        enough = min(_FEWEST_COLUMNS, max(self.typical, 1))
        return bool(line.subject) and (bool(line.mark) or len(line.kept) >= enough)

    def is_full(self, line: Line) -> bool:
        """Tell whether a line has about as many fields as others have."""
        return len(line.kept) >= _FULL * self.typical

    def is_wide(self, cell: FilledCell) -> bool:
        """Tell whether a cell was merged over so many columns that it heads what is below."""
        width = self.grid.width_of(cell)
        return width >= _FEWEST_COLUMNS or (width > 1 and 2 * width >= self.width)


class LineSort(Enum):
    """The sorts of lines; a DOUBTFUL one has several readings."""

    ROW = "row"
    CONTINUATION = "continues the row above"
    SECTION = "title of a group"
    NUMBERS = "column numbers"
    TOTAL = "total"
    NOTE = "note"
    PAGE = "number of a page"
    NIHIL = "statement that there is nothing"
    EMPTY = "running number only"
    SIGNATURE = "signature block"
    DOUBTFUL = "doubtful"


_FEW_CELLS: Final = 3
_SHORT: Final = 120
_LONGEST_MARK: Final = 6


def sort_of(
    line: Line, following: Line | None, last: HandedRow | None, lines: Lines, begun: LineSort
) -> LineSort:
    """Decide what a line is; `last` is the row above.

    `begun` is the sort of the line before: signatures and notes go on to the end.
    """
    if begun is LineSort.SIGNATURE and not _resumes(line, last):
        return LineSort.SIGNATURE
    for sort, holds in _sorts_by_words(line, lines):
        if holds:
            return sort
    if begun is LineSort.NOTE and len(line.kept) <= 1:
        return LineSort.NOTE
    if line.lone:
        return _lone(line, line.lone, following, last, lines)
    return _several(line, following, last, lines)


def _resumes(line: Line, last: HandedRow | None) -> bool:
    """Tell whether the list goes on after a signature: its running numbers do."""
    mark, earlier = line.mark.rstrip(".)"), _number_of(last).rstrip(".)")
    goes_on = mark.isdigit() and earlier.isdigit() and int(mark) == int(earlier) + 1
    return goes_on and line.subject is not None


def _number_of(row: HandedRow | None) -> str:
    cells = row.fields.get(NOMOR, ()) if row else ()
    return cells[0].text.strip() if cells else ""


def _sorts_by_words(line: Line, lines: Lines) -> Iterator[tuple[LineSort, bool]]:
    """Test in turn for what a line shows by its words alone."""
    words, texts = lines.words, [cell.text for cell in line.cells]
    yield LineSort.NUMBERS, are_column_numbers(texts)
    yield LineSort.SIGNATURE, _begins_signatures(line, lines, texts)
    yield LineSort.NIHIL, _says_nothing(line, words)
    figures = (text.replace(".", "").replace(",", "").strip() for text in texts[1:])
    # No row is numbered “TOTAL”; a title may well begin with “Jumlah”.
    counts = words.is_total(texts[0]) and all(map(str.isdigit, figures))
    yield LineSort.TOTAL, counts or words.is_total(line.mark)
    # What stands in no table of a document is a row of none.
    name = line.cells[0].place.row_name
    if name.startswith("teks di bawah") and line.number > lines.last_in_table:
        yield LineSort.NOTE, True
    below = line.number > lines.last_full
    yield LineSort.PAGE, line.lone is not None and words.is_page(line.lone.text)
    yield LineSort.NOTE, below and line.lone is not None and words.is_note(line.lone.text)
    # The number, or else the subject, is merged down into this line.
    inside = NOMOR in line.inherited or "informasi" in line.inherited
    yield LineSort.CONTINUATION, inside and not line.mark and not line.subject


def _begins_signatures(line: Line, lines: Lines, texts: list[str]) -> bool:
    words = lines.words
    if words.heads_people(texts):
        return True
    if lines.is_complete(line) or len(texts) > _FEW_CELLS:
        return False
    if any(map(words.is_ending, texts)):
        return line.number > lines.last_complete or line.subject is None
    if line.number <= lines.last_complete or not any(map(words.names_office, texts)):
        return False
    later = [other for other in lines.lines if other.number > line.number]
    return any(words.is_ending(cell.text) for other in later for cell in other.cells)


def _says_nothing(line: Line, words: RowWords) -> bool:
    said = [cell.text for cell in line.beside_number if any(map(str.isalnum, cell.text))]
    about = line.subject is None or words.is_nihil(line.subject.text)
    first = line.lone is not None or line.subject is not None
    return bool(said) and all(map(words.is_nihil, said)) and about and first


def _lone(
    line: Line, cell: FilledCell, following: Line | None, last: HandedRow | None, lines: Lines
) -> LineSort:
    """Decide on a line with a single cell, or with a running number and one more."""
    if line.subject is None and not lines.is_wide(cell):
        return _lone_elsewhere(line, cell, last, lines)
    names_class = len(lines.words.classes_in(cell.text)) == 1 and len(cell.text) < _SHORT
    if line.mark and not lines.is_wide(cell):
        return LineSort.SECTION if _heads_group(line, following, lines) else LineSort.ROW
    if lines.is_wide(cell) or (names_class and lines.typical > 1):
        return LineSort.SECTION
    if lines.typical < _WIDE_LIST and not lines.numbered:
        return LineSort.ROW
    if last and (runs_on(cell.text) or hangs(_subject_of(last))):
        return LineSort.CONTINUATION
    lettered = numbering_of(cell.text) in {NumberStyle.LETTER, NumberStyle.ROMAN}
    return LineSort.SECTION if lettered and lines.typical >= _WIDE_LIST else LineSort.DOUBTFUL


def _lone_elsewhere(line: Line, cell: FilledCell, last: HandedRow | None, lines: Lines) -> LineSort:
    """Tell a bare number from a group title and from more of the row above."""
    if line.mark and len(line.cells) > 1:
        return _without_subject(line, last, lines)
    if line.mark:
        bare = numbering_of(cell.text) is not NumberStyle.NONE and len(cell.text) < _LONGEST_MARK
        return LineSort.EMPTY if bare else LineSort.SECTION
    if not any(map(str.isalpha, cell.text)):
        return LineSort.DOUBTFUL  # a stray number may as well be that of a page
    if numbering_of(cell.text) in {NumberStyle.LETTER, NumberStyle.ROMAN} and not lines.is_formal(
        line
    ):
        return LineSort.SECTION
    if not line.fields:
        return LineSort.ROW
    (name,) = line.fields
    above = last.fields.get(name, ()) if last else ()
    if runs_on(cell.text) or any(hangs(one.text) for one in above[-1:]) or lines.is_formal(line):
        return LineSort.CONTINUATION if last else LineSort.DOUBTFUL
    # Alone in its column it may as well be the title of a group.
    return LineSort.DOUBTFUL if lines.typical >= _WIDE_LIST else LineSort.CONTINUATION


def _heads_group(line: Line, following: Line | None, lines: Lines) -> bool:
    """Tell whether “A | Kepegawaian” heads the rows below it, which are numbered otherwise."""
    if lines.typical < _WIDE_LIST:
        return False
    style = numbering_of(line.mark)
    below = numbering_of(following.mark) if following and following.mark else NumberStyle.NONE
    if style in {NumberStyle.LETTER, NumberStyle.ROMAN} and style is not lines.numbering:
        return True
    return below in {NumberStyle.SUB, NumberStyle.SMALL} and below is not style


def _several(line: Line, following: Line | None, last: HandedRow | None, lines: Lines) -> LineSort:
    """Decide on a line with several cells."""
    if line.subject is None:
        return _without_subject(line, last, lines)
    if line.mark and not lines.is_full(line) and _heads_group(line, following, lines):
        return LineSort.SECTION if len(line.kept) == 1 else LineSort.ROW
    if line.mark or last is None:
        return LineSort.ROW
    if _begins_page(line, last) and len(line.kept) < lines.typical:
        return LineSort.DOUBTFUL
    if not lines.numbered and lines.is_full(line):
        return LineSort.ROW
    small = {"informasi", JUDUL} & lines.begins_small
    if (runs_on(line.subject.text) and not small) or hangs(_subject_of(last)):
        return LineSort.CONTINUATION
    if not lines.numbered or lines.stands_alone(line):
        return LineSort.ROW
    goes_on = any(
        name in last.fields and name not in lines.begins_small and runs_on(cells[0].text)
        for name, cells in line.kept.items()
    )
    return LineSort.CONTINUATION if goes_on else LineSort.DOUBTFUL


def _begins_page(line: Line, last: HandedRow) -> bool:
    """Tell whether a page of a document begins here, which may part a row."""
    page, _, row = line.cells[0].place.row_name.rpartition(" baris ")
    return page.startswith("halaman") and bool(row) and not last.said.startswith(f"{page} ")


def _without_subject(line: Line, last: HandedRow | None, lines: Lines) -> LineSort:
    if last is None or "kode" in line.fields or "informasi" in line.inherited:
        return LineSort.ROW
    if line.mark:
        return LineSort.CONTINUATION if _number_of(last) == line.mark else LineSort.ROW
    if lines.is_full(line) and lines.typical >= _WIDE_LIST:
        return LineSort.DOUBTFUL
    return LineSort.CONTINUATION


def _subject_of(row: HandedRow) -> str:
    cells = row.fields.get("informasi", ())
    return cells[-1].text if cells else ""
