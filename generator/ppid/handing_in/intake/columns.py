"""Which field each column of a list holds; where headings leave a doubt, a question."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Final

from openpyxl.utils import get_column_letter

from ppid.handing_in.intake.headings import HeadingColumn, HeadingWords
from ppid.handing_in.model import Heading, Question, Reading
from ppid.kinds.acuan.kata_daftar import (
    BENTUK_PREFIX,
    JUDUL,
    KLASIFIKASI_PREFIX,
    NOMOR,
    TEMPAT_WAKTU,
)
from ppid.kinds.rows import MODELS, field_title
from ppid.values.text import quoted

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
            letters = [get_column_letter(column.number) for column in chosen]
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
                chosen = [c for c in chosen if get_column_letter(c.number) in wanted]
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
