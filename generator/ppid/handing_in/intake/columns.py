"""Which field each column of a list holds; where headings leave a doubt, a question."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from openpyxl.utils import get_column_letter

from ppid.handing_in.intake.fields_of_lists import SKIPPED, is_field, reading_of, title_of
from ppid.handing_in.intake.heading_meaning import hints_in, words_of
from ppid.handing_in.intake.heading_rows import Column
from ppid.handing_in.intake.model import (
    JUDUL,
    KLASIFIKASI_PREFIX,
    NOMOR,
    SKIP_COLUMN,
    TEMPAT_WAKTU,
    Heading,
    Question,
    Reading,
)
from ppid.values.text import quoted

_CLASSES: Final = re.compile(
    r"\W*(?:informasi\W+)?(?:berkala|setiap\W*saat|serta\W*merta)\W*", re.IGNORECASE
)
_ADDRESS: Final = re.compile(r"\s*(?:https?://|www\.)\S+\s*", re.IGNORECASE)
_SUMMARY: Final = frozenset(
    ["ringkasan", "uraian", "deskripsi", "description", "detail", "rincian"]
)
_MOST: Final = 0.8
_PARTS: Final = {TEMPAT_WAKTU: ("tempat_pembuatan", "waktu_pembuatan")}


@dataclass(frozen=True, slots=True)
class Assigned:
    """The headings with their fields, and what must be asked about them."""

    headings: tuple[Heading, ...]
    questions: tuple[Question, ...]


def assign(
    columns: Sequence[Column],
    contents: Mapping[int, Sequence[str]],
    jenis: str,
    answers: Mapping[str, str],
) -> Assigned:
    """Decide on each column; `contents` are the texts that stand below its heading."""
    return _Assignment(columns, contents, jenis, answers).result()


class _Assignment:
    """The columns while they are being decided: first what is certain, then what is left."""

    def __init__(
        self,
        columns: Sequence[Column],
        contents: Mapping[int, Sequence[str]],
        jenis: str,
        answers: Mapping[str, str],
    ) -> None:
        self.columns, self.contents, self.jenis, self.answers = columns, contents, jenis, answers
        self.fields = {column.number: column.meant.field for column in columns}
        self.questions: list[Question] = []

    def result(self) -> Assigned:
        self._look_inside()
        self._settle_titles()
        for column in self.columns:
            self._answer(column)
        self._settle_doubles()
        for column in self.columns:
            if not self.fields[column.number] and self.contents.get(column.number):
                self._ask(column)
        headings = tuple(
            Heading(column.number, column.text, column.cells, self.fields[column.number])
            for column in self.columns
        )
        return Assigned(headings, tuple(self.questions))

    def _look_inside(self) -> None:
        """Let the content decide where a heading is used for several things in practice."""
        for column in self.columns:
            field, words = self.fields[column.number], words_of(column.text, self.jenis)
            if self.jenis == "dip" and field == JUDUL and "jenis" in words:
                if self._most(column, _CLASSES):
                    self.fields[column.number] = "klasifikasi"
            elif self.jenis == "dip" and field in {"", "catatan"} and self._most(column, _ADDRESS):
                self.fields[column.number] = "tautan"

    def _most(self, column: Column, pattern: re.Pattern[str]) -> bool:
        texts = self.contents.get(column.number, ())
        return bool(texts) and sum(map(bool, map(pattern.fullmatch, texts))) >= _MOST * len(texts)

    def _settle_titles(self) -> None:
        """Read a title as the information itself where no summary stands beside it."""
        named = [column for column in self.columns if self.fields[column.number] == "informasi"]
        if len(named) > 1:
            summaries = [c for c in named if words_of(c.text, self.jenis) & _SUMMARY]
            if len(summaries) == 1 and len(named) == 2:  # noqa: PLR2004 — a title and a summary
                (title,) = (column for column in named if column not in summaries)
                self.fields[title.number] = JUDUL
        if not named:
            titles = [c for c in self.columns if self.fields[c.number] == JUDUL]
            if len(titles) == 1:
                self.fields[titles[0].number] = "informasi"

    def _answer(self, column: Column) -> None:
        answer = self.answers.get(_key(column), "")
        if answer == SKIP_COLUMN:
            self.fields[column.number] = ""
        elif is_field(answer, self.jenis):
            self.fields[column.number] = answer

    def _settle_doubles(self) -> None:
        counts = Counter(field for field in self.fields.values() if field and field != NOMOR)
        for field, count in counts.items():
            if count > 1:
                self._settle_double(field)

    def _settle_double(self, field: str) -> None:
        same = [column for column in self.columns if self.fields[column.number] == field]
        filled = [column for column in same if self.contents.get(column.number)]
        readings = _readings_of_doubles(filled)
        answer = self.answers.get(f"kolom-ganda:{field}", "")
        chosen = [filled[0].number] if filled else [same[0].number]
        if len(filled) > 1 and answer in {reading.value for reading in readings}:
            chosen = [c.number for c in filled if get_column_letter(c.number) in answer.split("+")]
        elif len(filled) > 1:
            chosen = [column.number for column in filled]
            self.questions.append(
                Question(
                    f"kolom-ganda:{field}",
                    filled[0].cells[-1].place,
                    " | ".join(column.text for column in filled),
                    f"Ada {len(filled)} kolom untuk “{title_of(field, self.jenis)}”. "
                    "Kolom mana yang dipakai?",
                    readings,
                    field,
                )
            )
        for column in same:
            if column.number not in chosen:
                self.fields[column.number] = ""

    def _ask(self, column: Column) -> None:
        """Ask about a heading only if it may hold a field that no other column holds."""
        if self.answers.get(_key(column)) == SKIP_COLUMN:
            return
        held = set(self.fields.values())
        for joint, parts in _PARTS.items():
            held |= set(parts) if joint in held else set()
        if any(field.startswith(KLASIFIKASI_PREFIX) for field in held):
            held.add("klasifikasi")
        candidates = column.meant.fields or hints_in(column.text, self.jenis)
        open_fields = [field for field in candidates if field not in held]
        if open_fields:
            readings = [reading_of(field, self.jenis) for field in open_fields]
            self.questions.append(
                Question(
                    _key(column),
                    column.cells[-1].place,
                    column.text,
                    f"Kolom berjudul {quoted(column.text)} memuat apa?",
                    (*readings, SKIPPED),
                )
            )


def _readings_of_doubles(columns: Sequence[Column]) -> tuple[Reading, ...]:
    letters = [get_column_letter(column.number) for column in columns]
    single = [
        Reading(letter, f"Kolom {letter}, {quoted(column.text)}")
        for letter, column in zip(letters, columns, strict=True)
    ]
    return (*single, Reading("+".join(letters), "Semuanya, digabung menurut urutan kolom"))


def _key(column: Column) -> str:
    return f"kolom:{' '.join(column.text.lower().split())}"
