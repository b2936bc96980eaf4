"""Rows of which a clerk wrote that they no longer count: “4 (dibatalkan)”, “DIHAPUS - Rincian …”.

Whether they go is asked. Whatever the answer, the mark is no part of a number, a code or a title.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from ppid.core.corpus import Corpus
from ppid.handing_in.intake.body import UNHEADED
from ppid.handing_in.intake.reading.texts import tidy
from ppid.handing_in.intake.rows import Gathering, key_of
from ppid.handing_in.model import (
    HandedRow,
    Question,
    Reading,
    Unused,
    capitalized,
    rows_said,
)
from ppid.kinds.kata_daftar import JUDUL, NOMOR, words_for
from ppid.reading.documents.book import FilledCell
from ppid.values.text import listed

_GONE, _STAYS, _EACH = "hapus", "tetap", "satu-per-satu"
_MARKED: Final = "ditandai dihapus"
_NO_PART: Final = "tanda bahwa sebuah baris dihapus, bukan isinya"
_MOST_SHOWN: Final = 3
_AROUND: Final = " ()[]{}<>=*#|-–—:"
_LOOKED_AT: Final = frozenset({NOMOR, "kode", JUDUL, "informasi", "catatan"})
_BEFORE: Final = r"(?:(?:sudah|telah|mohon|harap|tolong|agar|minta|akan|supaya|baris|ini) ){0,4}"
_AFTER: Final = r"(?:(?: dari)?(?: daftar)?(?: ini)?(?: lagi| saja| ya)?)"
_APART: Final = r"(?:[-–—:=>|#*)\]}]|→)"
_BEGINS: Final = r"(?:[-–—:<|#*(\[{]|→)"
_FARTHEST: Final = 80
"""Letters at the end of a title among which a mark is looked for."""


class RemovalWords:
    """Finds the marks that say of a row that it no longer counts."""

    def __init__(self, corpus: Corpus) -> None:
        """Take the words that ship with the program and those of the body."""
        words = sorted(words_for(corpus, "dihapus"), key=len, reverse=True)
        mark = rf"{_BEFORE}(?:{'|'.join(map(re.escape, words)) or '(?!)'}){_AFTER}"
        self._whole = re.compile(rf"\W*{mark}\W*", re.IGNORECASE)
        self._within = re.compile(rf"\b{mark}\b", re.IGNORECASE)
        self._opening = re.compile(rf"\W*{mark}\b", re.IGNORECASE)
        self._with_reason = re.compile(rf"\W*{mark}\s*[,;.:(–-]", re.IGNORECASE)
        self._before = re.compile(rf"\W*{mark}\s*{_APART}\W*", re.IGNORECASE)
        self._behind = re.compile(
            rf"(?:{_BEGINS}\s*{mark}|(?:[(\[{{]|<-+|←)\s*{mark}\s*[,;].*)\W*$",
            re.IGNORECASE | re.DOTALL,
        )

    def without_mark(self, text: str, name: str) -> tuple[str, str]:
        """Part the text of a cell under `name` into what it says and its mark, or an empty one.

        In a title a mark stands apart or in capitals: “Barang yang dihapus” has none.
        """
        if self.is_mark_alone(text):
            return "", text
        if name == "catatan":
            return text, ""
        if name == NOMOR and (found := self._within.search(text)):
            return text[: found.start()].strip(_AROUND), text[found.start() :]
        if found := self._before.match(text):
            return text[found.end() :], found[0]
        if found := self._behind.search(text, max(len(text) - _FARTHEST, 0)):
            return text[: found.start()].rstrip(_AROUND), found[0]
        shouted = self._opening.match(text)
        if shouted and shouted[0].isupper() and not text.isupper():
            return text[shouted.end() :].lstrip(), shouted[0]
        return text, ""

    def is_mark_alone(self, text: str) -> bool:
        """Tell whether a cell says nothing but that its row goes."""
        return self._whole.fullmatch(text) is not None

    def says_gone(self, text: str, *, headed: bool) -> bool:
        """Tell whether a cell beside a row says that it goes, alone or with the reason."""
        beside = self._with_reason if headed else self._opening
        return self.is_mark_alone(text) or beside.match(text) is not None


@dataclass(frozen=True, slots=True)
class _Looked:
    """A row without its marks, and what they were."""

    handed: HandedRow
    row: HandedRow
    marks: tuple[tuple[FilledCell, str], ...]
    """The cells that hold a mark, each with the mark alone."""


def rows_that_count(
    rows: Sequence[HandedRow], unused: Sequence[Unused], corpus: Corpus, gathering: Gathering
) -> list[HandedRow]:
    """Return the rows without marks of removal, and without those that an answer gives up.

    `unused` are the cells beside the rows: a mark may stand where no column is.
    """
    words = RemovalWords(corpus)
    beside: dict[tuple[str, int], list[Unused]] = defaultdict(list)
    for each in unused:
        if each.reason.startswith("kolom "):
            beside[each.cell.place.sheet, each.cell.place.row].append(each)
    looked = [_look_at(row, beside[row.sheet, row.row], words) for row in rows]
    gone = _given_up([one for one in looked if one.marks], gathering)
    stays = [one for one in looked if (one.row.sheet, one.row.row) not in gone]
    kept = {cell.place for one in stays for cell in _cells_of(one.handed)}
    for one in looked:
        if (one.row.sheet, one.row.row) in gone:
            left = [cell for cell in _cells_of(one.handed) if cell.place not in kept]
            gathering.leave_out(dict.fromkeys(left), _MARKED)
        elif one.marks:
            _say_what_was_taken(one, gathering)
    return [one.row for one in stays]


def _cells_of(row: HandedRow) -> Iterator[FilledCell]:
    yield from (cell for cells in row.fields.values() for cell in cells)
    yield from row.section


def _look_at(row: HandedRow, beside: Sequence[Unused], words: RemovalWords) -> _Looked:
    marks: list[tuple[FilledCell, str]] = []
    fields = dict(row.fields)
    for name in _LOOKED_AT & row.fields.keys():
        left: list[FilledCell] = []
        for cell in row.fields[name]:
            text, mark = words.without_mark(cell.text, name)
            if mark:
                marks.append((cell, mark))
            elif name == "catatan" and words.says_gone(text, headed=True):
                marks.append((cell, text))
            if text:
                left.append(replace(cell, text=text) if mark else cell)
        fields[name] = tuple(left)
    marks += [
        (each.cell, each.cell.text)
        for each in beside
        if words.says_gone(each.cell.text, headed=each.reason != UNHEADED)
    ]
    fields = {name: cells for name, cells in fields.items() if cells}
    marks.sort(key=lambda mark: mark[0].place)
    return _Looked(row, replace(row, fields=fields), tuple(marks))


def _say_what_was_taken(one: _Looked, gathering: Gathering) -> None:
    for name in sorted(_LOOKED_AT & one.handed.fields.keys()):
        left = {cell.place: cell.text for cell in one.row.fields.get(name, ())}
        for cell in one.handed.fields[name]:
            if cell.place not in left:
                gathering.leave_out([cell], _NO_PART)
            elif left[cell.place] != cell.text:
                gathering.repair([cell.place], cell.text, left[cell.place], _NO_PART, name)


def _given_up(marked: Sequence[_Looked], gathering: Gathering) -> set[tuple[str, int]]:
    """Ask of all marked rows at once, or one by one where the answer says so."""
    answer = _ask(marked, gathering) if len(marked) > 1 else _EACH
    return {
        (one.row.sheet, one.row.row)
        for one in marked
        if (_ask([one], gathering) if answer == _EACH else answer) == _GONE
    }


def _ask(marked: Sequence[_Looked], gathering: Gathering) -> str | None:
    marks = [mark for one in marked for mark in one.marks]
    shown = list(dict.fromkeys(tidy(text).strip(_AROUND) for _, text in marks))
    more = " dan lainnya" if shown[_MOST_SHOWN:] else ""
    rows = capitalized(rows_said([one.handed.place_in(1) for one in marked]))
    each = Reading(_EACH, "Berbeda-beda; tanyakan satu per satu")
    question = Question(
        key=key_of("ditandai", "|".join(f"{cell.place.row_said} {text}" for cell, text in marks)),
        place=marks[0][0].place,
        written=marks[0][0].text,
        asks=f"{rows} bertanda {listed(shown[:_MOST_SHOWN])}{more}. Apakah ikut masuk daftar?",
        readings=(
            Reading(_GONE, "Tidak, dihapus dari daftar"),
            Reading(_STAYS, "Ya, tetap masuk, tanpa tandanya"),
            *([each] if len(marked) > 1 else []),
        ),
    )
    return gathering.ask(question, [cell.place for cell, _ in marks], valid=None)
