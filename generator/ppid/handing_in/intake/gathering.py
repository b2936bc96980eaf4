"""What comes together while a table is understood: repairs, remarks, questions, unused cells.

Nothing of it shows personal data, and some is kept out of what is written.
"""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import Final

from ppid.handing_in.intake.reading.texts import EMPTY, KEEP, Advice, CellValue, Reader
from ppid.handing_in.model import CellRemark, Question, Reading, Repair, Unused
from ppid.reading.documents.book import CellPlace, FilledCell
from ppid.values.identifiers import DataPribadi, find_personal_data
from ppid.values.titles import normal_title

_FEWEST_DIGITS: Final = 8


@lru_cache(maxsize=32768)
def personal_in(text: str) -> DataPribadi | None:
    """Return the gravest sort of personal data in a text, or None."""
    if "@" not in text and sum(map(str.isdigit, text)) < _FEWEST_DIGITS:
        return None
    found = {sighting.sort for sighting in find_personal_data(text)}
    return next((sort for sort in DataPribadi if sort in found), None)


def repeatable(text: str) -> str:
    """Return a text as it may stand in a report: personal data with its ends only."""
    if personal_in(text) is None:
        return text
    parts, last = [], 0
    for sighting in sorted(find_personal_data(text), key=lambda sighting: sighting.start):
        if sighting.start >= last:
            parts += [text[last : sighting.start], sighting.masked]
            last = sighting.end
    return "".join([*parts, text[last:]])


ANSWERED: Final = "menurut jawaban"
_LONGEST_SLUG: Final = 24
_DIGEST: Final = 6


def key_of(name: str, written: str) -> str:
    """Return the key of a question about `written`: readable, and another for another text."""
    slug = normal_title(repeatable(written))[:_LONGEST_SLUG].strip().replace(" ", "-")
    digest = hashlib.sha256(written.encode("utf-8", "replace")).hexdigest()[:_DIGEST]
    return f"{name}.{slug}.{digest}" if slug else f"{name}.{digest}"


@dataclass(slots=True)
class Gathering:
    """The growing outcome."""

    answers: Mapping[str, str]
    repairs: list[Repair] = field(default_factory=list)
    remarks: list[CellRemark] = field(default_factory=list)
    unused: list[Unused] = field(default_factory=list)
    _open: dict[str, Question] = field(default_factory=dict)
    _answered: dict[str, Question] = field(default_factory=dict)
    _places: dict[str, dict[CellPlace, None]] = field(default_factory=dict)

    @property
    def questions(self) -> tuple[Question, ...]:
        """The questions that are still open, in the order of their first cells."""
        return self._with_places(self._open)

    @property
    def answered(self) -> tuple[Question, ...]:
        """The questions that have been answered."""
        return self._with_places(self._answered)

    def _with_places(self, questions: Mapping[str, Question]) -> tuple[Question, ...]:
        return tuple(
            replace(question, places=tuple(self._places[key]))
            for key, question in questions.items()
        )

    def repair(
        self, places: Sequence[CellPlace], before: str, after: str, reason: str, name: str
    ) -> None:
        """Note what was put right, once, at the first of its cells."""
        self.repairs.append(Repair(places[0], repeatable(before), repeatable(after), reason, name))

    def remark(self, place: CellPlace, advice: Advice, name: str) -> None:
        """Note what a clerk should know or mend."""
        self.remarks.append(
            CellRemark(
                place=place,
                severity=advice.severity,
                message=repeatable(advice.message),
                advice=advice.advice,
                example=advice.example,
                rule_id=advice.rule_id,
                field=name,
            )
        )

    def leave_out(self, cells: Iterable[FilledCell], reason: str) -> None:
        """Note cells that go nowhere, and why."""
        self.unused.extend(Unused(cell, reason) for cell in cells)

    def ask(
        self, question: Question, places: Sequence[CellPlace], *, valid: Reader | None
    ) -> str | None:
        """Ask once for all cells that raise the same question; return the answer if there is one.

        An answer counts when it names a reading or when `valid` reads it without doubt.
        """
        key = question.key
        self._places.setdefault(key, {}).update(dict.fromkeys(places))
        given = self.answers.get(key, "").strip()
        answer = _accepted(given, question.readings, valid) if given else None
        shown = tuple(
            Reading(repeatable(one.value), repeatable(one.means)) for one in question.readings
        )
        kept = replace(question, written=repeatable(question.written), readings=shown)
        (self._open if answer is None else self._answered).setdefault(key, kept)
        return answer

    def decide(
        self, read: CellValue, places: Sequence[CellPlace], name: str, reader: Reader
    ) -> str:
        """Return the value of a cell: as read, as answered, or as written while it is doubtful."""
        if read.advice:
            self.remark(places[0], read.advice, name)
        if read.doubt is None:
            return read.value
        written, doubt = read.value, read.doubt
        key = key_of(name, written)
        question = Question(key, places[0], written, doubt.asks, doubt.readings, name)
        answer = self.ask(question, places, valid=reader)
        if answer is None or answer == KEEP:
            return written
        value = "" if answer == EMPTY else answer
        self.repair(places, written, value, ANSWERED, name)
        return value


def _accepted(given: str, readings: Sequence[Reading], valid: Reader | None) -> str | None:
    """Return the value that an answer stands for, or None when it cannot be used."""
    for reading in readings:
        # What a report may not repeat is named by its masked form.
        if given in {reading.value, repeatable(reading.value)}:
            return reading.value
    if given in {KEEP, EMPTY} or valid is None:
        return None
    read = valid(given)
    return read.value if read.doubt is None and read.value else None
