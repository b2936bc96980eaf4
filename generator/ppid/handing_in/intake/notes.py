"""Notes around a list that change what its rows mean: “*) kecuali bagi penyidik”.

Which rows they concern is asked; the answer puts them among the notes of these rows. Notes without
a condition, and without a mark that rows carry, stay outside.
"""

import hashlib
import re
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from ppid.core.corpus import Corpus
from ppid.handing_in.intake.body import OUTSIDE
from ppid.handing_in.intake.lines import RowWords, without_number
from ppid.handing_in.intake.reading.texts import CellValue, Doubt, tidy
from ppid.handing_in.intake.rows import Draft, Gathering
from ppid.handing_in.intake.table import ABOVE
from ppid.handing_in.model import HandedRow, Question, Reading, Unused, capitalized, rows_said
from ppid.kinds.kata_daftar import NOMOR, words_for
from ppid.reading.documents.book import CellPlace, FilledCell
from ppid.values.identifiers import withheld_in
from ppid.values.text import joined

_MARK: Final = re.compile(r"\s*(\*+)\)?\s*")
_LEGEND: Final = re.compile(r"\S{1,3}\s*=")
"""“√ = dikecualikan”, which explains the signs of a column."""
_NUMBERS: Final = re.compile(r"\d+(?:\s*(?:[,;&]|dan|\s)\s*\d+)*")
_OF_MARK, _OF_ALL, _OF_NONE = "bertanda", "semua", "keterangan"


@dataclass(frozen=True, slots=True)
class _Note:
    cell: FilledCell
    mark: str
    text: str


class Notes:
    """The notes of a table that hold a condition or a mark; `used` are those put into rows."""

    def __init__(self, unused: Sequence[Unused], corpus: Corpus) -> None:
        """Look for them among the cells that are left out."""
        self._words = RowWords(corpus)
        heads = sorted(words_for(corpus, "awal-keterangan"), key=len, reverse=True)
        shown = "|".join(map(re.escape, heads)) or "(?!)"
        self._head = re.compile(rf"\s*(?:{shown})\s*(?::\s*|$)", re.IGNORECASE)
        self._notes = list(self._among(unused))
        self._marked: dict[str, list[tuple[str, int]]] = {note.mark: [] for note in self._notes}
        self.used: set[CellPlace] = set()

    def _says_condition(self, text: str) -> bool:
        return self._words.says_condition(text) and not _LEGEND.match(text)

    def _among(self, unused: Sequence[Unused]) -> Iterator[_Note]:
        for each in unused:
            text = tidy(each.cell.text) if each.reason in {OUTSIDE, ABOVE} else ""
            mark = _MARK.match(text)
            said = text[mark.end() :] if mark else self._head.sub("", text, count=1)
            # A title above the table may well say “sampai dengan tahun 2026”.
            if each.reason == ABOVE and said == text:
                continue
            said = without_number(said)
            if said and not withheld_in(text) and (mark or self._says_condition(said)):
                yield _Note(each.cell, mark[1] if mark else "", said)

    def without_marks(self, rows: Sequence[HandedRow], gathering: Gathering) -> list[HandedRow]:
        """Return the rows without the marks that lead to a note; they are remembered here."""
        found: list[HandedRow] = []
        for row in rows:
            fields = dict(row.fields)
            for name, cells in row.fields.items():
                bare: list[FilledCell] = []
                for cell in cells:
                    text, mark = _without_mark(cell.text)
                    if text and mark and mark in self._marked:
                        self._marked[mark].append((row.sheet, row.row))
                        reason = f"tanda {mark} menunjuk keterangan di luar tabel"
                        gathering.repair([cell.place], cell.text, text, reason, name)
                        bare.append(replace(cell, text=text))
                    else:
                        bare.append(cell)
                fields[name] = tuple(bare)
            found.append(replace(row, fields=fields))
        return found

    def ask(self, drafts: Sequence[Draft], gathering: Gathering) -> None:
        """Ask of each note which rows it concerns, and put it there."""
        for note in self._notes:
            rows = self._marked[note.mark] if note.mark else []
            marked = [draft for draft in drafts if (draft.row.sheet, draft.row.row) in rows]
            if not marked and not self._says_condition(note.text):
                continue
            numbered = dict(zip(_numbers_of(drafts), drafts, strict=True))

            def named(text: str, known: Container[str] = numbered) -> CellValue:
                """Take numbers of rows; anything else is no answer."""
                numbers = re.findall(r"\d+", text) if _NUMBERS.fullmatch(text) else []
                whole = numbers and all(number in known for number in numbers)
                return CellValue(text, doubt=None if whole else Doubt(""))

            question = _question(note, marked, list(numbered))
            answer = gathering.ask(question, [note.cell.place], valid=named)
            if answer in {None, _OF_NONE}:
                continue
            chosen = {_OF_MARK: marked, _OF_ALL: list(drafts)}.get(str(answer))
            if chosen is None:
                chosen = [numbered[number] for number in re.findall(r"\d+", str(answer))]
            for draft in chosen:
                before = draft.values.get("catatan", "")
                text = f"{before.rstrip('.')}; {note.text}" if before else note.text
                draft.put("catatan", text, [note.cell.place])
            self.used.add(note.cell.place)


def _without_mark(text: str) -> tuple[str, str]:
    """Part “Rekam medis*)” into the text and its mark, which is empty for other texts."""
    whole = text.rstrip().removesuffix(")")
    bare = whole.rstrip("*")
    return bare.rstrip(), whole[len(bare) :]


def _numbers_of(drafts: Sequence[Draft]) -> list[str]:
    """Return how people call each row: its running number, else the row of the sheet."""
    marks = [
        "".join(cell.text for cell in draft.row.fields.get(NOMOR, ())).strip(" .)(")
        for draft in drafts
    ]
    numbered = all(map(str.isdecimal, marks)) and len(set(marks)) == len(marks)
    return marks if numbered else [str(draft.row.row) for draft in drafts]


def _question(note: _Note, marked: Sequence[Draft], numbers: Sequence[str]) -> Question:
    rows = rows_said([draft.place for draft in marked])
    carrying = Reading(
        _OF_MARK,
        f"{capitalized(rows)}, yang bertanda {note.mark}; masuk ke catatannya",
    )
    return Question(
        key=f"keterangan:{hashlib.sha256(note.cell.text.encode()).hexdigest()[:8]}",
        place=note.cell.place,
        written=note.cell.text,
        asks="Keterangan di luar tabel ini berlaku bagi baris mana? Pilih, atau tulis nomornya, "
        f"misalnya {joined(numbers[:2])}.",
        readings=(
            *([carrying] if marked else []),
            Reading(_OF_ALL, "Semua baris; masuk ke catatan tiap baris"),
            Reading(_OF_NONE, "Tidak satu pun; hanya keterangan, tidak masuk daftar"),
        ),
    )
