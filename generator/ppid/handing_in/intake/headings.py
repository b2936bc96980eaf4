"""Headings of columns: which field their words mean, where they stand, what each column holds.

The words are data (`kinds.kata_daftar`). A heading means a field when it has all words of one
of its phrases and no word that is strange to the field; an emphatic phrase decides even beside
other words (“Penanggung Jawab di Bidang Perizinan”).
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from rapidfuzz import fuzz, process

from ppid.core.corpus import Corpus
from ppid.handing_in.model import Heading, Question, Reading
from ppid.kinds.kata_daftar import (
    BENTUK_PREFIX,
    JUDUL,
    KLASIFIKASI_PREFIX,
    NOMOR,
    TEMPAT_WAKTU,
    JudulKolom,
    headings_in,
    values_of,
    words_for,
)
from ppid.kinds.rows import MODELS, field_title
from ppid.reading.documents.book import FilledCell, SheetGrid
from ppid.values.cells import column_letters
from ppid.values.text import quoted

LONGEST_HEADING: Final = 200
_WORD: Final = re.compile(r"[^\W\d_]+")
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
        self._ignored = frozenset(words_for(corpus, "judul-diabaikan"))
        self._parted = values_of(corpus, "judul-dirangkai")
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

    def words_of(self, text: str) -> frozenset[str]:
        """Return the words that carry meaning, in lower case, misspelt ones put right."""
        plain = unicodedata.normalize("NFKC", _CAMEL.sub(" ", text)).lower()
        parted = " ".join(self._parted.get(word, word) for word in _WORD.findall(plain)).split()
        return frozenset(self._put_right(word) for word in parted if word not in self._ignored)

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


_TALLEST: Final = 4
_CERTAIN, _LIKELY = 1.0, 0.6
_FEWEST_IN_BODY: Final = 3
_TOP: Final = 40
"""Filled rows in which a list begins, below its titles; further down only full headings count."""
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
    """One row of headings, or two or three that belong together, and what their columns mean."""

    first_row: int
    last_row: int
    columns: tuple[HeadingColumn, ...]

    @property
    def fields(self) -> frozenset[str]:
        """The fields by which a list is known."""
        found = {field for column in self.columns for field in column.meant.fields}
        return frozenset(found) - _REMOTE

    @property
    def texts(self) -> list[str]:
        """The headings in lower case, to know a block that is repeated on every page."""
        return [column.text.lower() for column in self.columns]

    @property
    def score(self) -> float:
        """How many fields are found, once each; what is likely counts less than what is sure."""
        best: dict[str, float] = {}
        for column in self.columns:
            weight = _CERTAIN if column.meant.exact else _LIKELY
            for field in column.meant.fields:
                best[field] = max(best.get(field, 0), weight)
        return sum(best.values())


def heading_blocks(grid: SheetGrid, words: HeadingWords) -> list[HeadingBlock]:
    """Return the blocks of headings of a sheet from top to bottom; none of them overlap.

    Of blocks that overlap, the one that finds most fields in fewest rows is right: a title above
    the headings adds a row and no field.
    """
    found: list[HeadingBlock] = []
    for block in sorted(_candidates(grid, words), key=_by_worth):
        if all(
            block.last_row < other.first_row or other.last_row < block.first_row for other in found
        ):
            found.append(block)
    # What else looks like headings is a title, or a row that names a field by the way.
    real = [
        block
        for block in found
        if block is found[0]
        or block.texts == found[0].texts
        or 2 * len(block.fields) > max(len(found[0].fields), 2 * _FEWEST_IN_BODY - 1)
    ]
    return sorted(real, key=lambda block: block.first_row)


def _by_worth(block: HeadingBlock) -> tuple[float, bool, int, int, int]:
    # “Daftar Informasi” heads a column in some lists, but alone in a row it is a title.
    title = len(block.columns) == 1 and block.columns[0].text.lower().startswith("daftar")
    height = block.last_row - block.first_row
    return -block.score, title, height, -len(block.columns), block.first_row


def _candidates(grid: SheetGrid, words: HeadingWords) -> Iterator[HeadingBlock]:
    for position, row in enumerate(grid.order):
        cells = grid.rows[row].values()
        named = {field for cell in cells for field in words.meant_by(cell.text).fields}
        if len(named) < (1 if position < _TOP else _FEWEST_IN_BODY):
            continue
        for last in range(row, row + _TALLEST):
            if last in grid.rows and not grid.is_cut(row - 1) and not grid.is_cut(last):
                block = HeadingBlock(row, last, tuple(_columns(grid, row, last, words)))
                if block.fields and _is_believable(grid, block):
                    yield block


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
    known = sum(bool(column.meant.fields) for column in block.columns)
    if 2 * known < len(block.columns):
        return False
    if len(block.fields) >= _FEWEST_IN_BODY:
        return True
    below = any(row > block.last_row for row in grid.order)
    return below and all(c.meant.exact for c in block.columns if c.meant.fields)


_JOINT: Final = {
    TEMPAT_WAKTU: "Tempat dan waktu pembuatan dalam satu sel",
    NOMOR: "Nomor urut",
    JUDUL: "Judul singkat",
}
_PARTS: Final = {TEMPAT_WAKTU: ("tempat_pembuatan", "waktu_pembuatan")}
_SKIP: Final = "-"
"""The answer to a question about a column that belongs nowhere."""
_SKIPPED: Final = Reading(_SKIP, "Kolom ini tidak dipakai")
_CLASSES: Final = re.compile(
    r"\W*(?:informasi\W+)?(?:berkala|setiap\W*saat|serta\W*merta)\W*", re.IGNORECASE
)
_ADDRESS: Final = re.compile(r"\s*(?:https?://|www\.)\S+\s*", re.IGNORECASE)
_MOST: Final = 0.8


class Columns:
    """The columns while they are being decided: first what is certain, then what is left.

    `headings` says what each column holds, `questions` what must be asked about them.
    """

    def __init__(
        self,
        columns: Sequence[HeadingColumn],
        contents: Mapping[int, Sequence[str]],
        words: HeadingWords,
        answers: Mapping[str, str],
    ) -> None:
        """Decide on each column; `contents` are the texts that stand below its heading."""
        self.columns, self.contents, self.words, self.answers = columns, contents, words, answers
        self.fields = {column.number: column.meant.field for column in columns}
        self.questions: list[Question] = []
        self._look_inside()
        self._settle_titles()
        for column in columns:
            answer = answers.get(_key(column), "")
            if answer == _SKIP:
                self.fields[column.number] = ""
            elif answer in MODELS[words.jenis].model_fields or answer in _JOINT:
                self.fields[column.number] = answer
        counts = Counter(field for field in self.fields.values() if field and field != NOMOR)
        for field, count in counts.items():
            if count > 1:
                self._settle_double(field)
        for column in columns:
            if not self.fields[column.number] and contents.get(column.number):
                self._ask(column)
        self.headings = tuple(
            Heading(column.number, column.text, column.cells, self.fields[column.number])
            for column in columns
        )

    def _look_inside(self) -> None:
        """Let the content decide where a heading is used for several things in practice."""
        if self.words.jenis != "dip":
            return
        for column in self.columns:
            field = self.fields[column.number]
            if field == JUDUL and "jenis" in self.words.words_of(column.text):
                if self._most(column, _CLASSES):
                    self.fields[column.number] = "klasifikasi"
            elif field in {"", "catatan"} and self._most(column, _ADDRESS):
                self.fields[column.number] = "tautan"

    def _most(self, column: HeadingColumn, pattern: re.Pattern[str]) -> bool:
        texts = self.contents.get(column.number, ())
        return bool(texts) and sum(map(bool, map(pattern.fullmatch, texts))) >= _MOST * len(texts)

    def _settle_titles(self) -> None:
        """Take a title for the information itself where no summary stands beside it."""
        named = [column for column in self.columns if self.fields[column.number] == "informasi"]
        summaries = [c for c in named if self.words.words_of(c.text) & self.words.summaries]
        if len(named) == 2 and len(summaries) == 1:  # noqa: PLR2004 — a title and a summary
            (title,) = (column for column in named if column not in summaries)
            self.fields[title.number] = JUDUL
        titles = [c for c in self.columns if self.fields[c.number] == JUDUL]
        if not named and len(titles) == 1:
            self.fields[titles[0].number] = "informasi"

    def _settle_double(self, field: str) -> None:
        """Let an answer choose among columns for one field; until then all of them count."""
        same = [column for column in self.columns if self.fields[column.number] == field]
        chosen = [c for c in same if self.contents.get(c.number)] or same[:1]
        if len(chosen) > 1:
            key = f"kolom-ganda:{field}"
            letters = [column_letters(column.number) for column in chosen]
            readings = (
                *(
                    Reading(letter, f"Kolom {letter}, {quoted(column.text)}")
                    for letter, column in zip(letters, chosen, strict=True)
                ),
                Reading("+".join(letters), "Semuanya, digabung menurut urutan kolom"),
            )
            answer = self.answers.get(key, "")
            if answer in {reading.value for reading in readings}:
                wanted = answer.split("+")
                chosen = [c for c in chosen if column_letters(c.number) in wanted]
            else:
                question = Question(
                    key=key,
                    place=chosen[0].cells[-1].place,
                    written=" | ".join(column.text for column in chosen),
                    asks=f"Ada {len(chosen)} kolom untuk “{_title_of(field, self.words.jenis)}”. "
                    "Kolom mana yang dipakai?",
                    readings=readings,
                    field=field,
                )
                self.questions.append(question)
        for column in same:
            if column not in chosen:
                self.fields[column.number] = ""

    def _ask(self, column: HeadingColumn) -> None:
        """Ask about a heading only if it may hold a field that no other column holds."""
        if self.answers.get(_key(column)) == _SKIP:
            return
        held = set(self.fields.values())
        for joint, parts in _PARTS.items():
            held |= set(parts) if joint in held else set()
        if any(field.startswith(KLASIFIKASI_PREFIX) for field in held):
            held.add("klasifikasi")
        candidates = column.meant.fields or self.words.hints_in(column.text)
        readings = [
            Reading(field, _title_of(field, self.words.jenis))
            for field in candidates
            if field not in held
        ]
        if readings:
            question = Question(
                key=_key(column),
                place=column.cells[-1].place,
                written=column.text,
                asks=f"Kolom berjudul {quoted(column.text)} memuat apa?",
                readings=(*readings, _SKIPPED),
            )
            self.questions.append(question)


def _key(column: HeadingColumn) -> str:
    return f"kolom:{' '.join(column.text.lower().split())}"


def _title_of(field: str, jenis: str) -> str:
    """Return the Indonesian name of a field, or of a column that serves one."""
    for prefix, name in ((KLASIFIKASI_PREFIX, "Klasifikasi"), (BENTUK_PREFIX, "Bentuk")):
        if field.startswith(prefix):
            return f"{name}: {field.removeprefix(prefix).replace('-', ' ')}"
    return _JOINT.get(field) or field_title(field, jenis) or field
