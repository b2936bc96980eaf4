"""What comes together while a table is understood: repairs, remarks, questions, unused cells."""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from ppid.handing_in.intake.model import Question, Reading, Remark, Repair, Unused
from ppid.handing_in.intake.privacy import repeatable
from ppid.handing_in.intake.reading.verdict import EMPTY, KEEP, Advice, Reader, Verdict
from ppid.reading.documents.book import CellPlace, FilledCell
from ppid.values.titles import normal_title

ANSWERED: Final = "menurut jawaban"
_LONGEST_SLUG: Final = 24
_DIGEST: Final = 6


def key_of(name: str, written: str) -> str:
    """Make the key of a question about `written`: readable, and another for another text."""
    slug = normal_title(repeatable(written))[:_LONGEST_SLUG].strip().replace(" ", "-")
    digest = hashlib.sha256(written.encode("utf-8", "replace")).hexdigest()[:_DIGEST]
    return f"{name}.{slug}.{digest}" if slug else f"{name}.{digest}"


@dataclass(slots=True)
class Gathering:
    """The growing outcome; texts that go into it show no personal data."""

    answers: Mapping[str, str]
    repairs: list[Repair] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)
    unused: list[Unused] = field(default_factory=list)
    _open: dict[str, Question] = field(default_factory=dict)
    _answered: dict[str, Question] = field(default_factory=dict)
    _places: dict[str, dict[CellPlace, None]] = field(default_factory=dict)

    @property
    def questions(self) -> tuple[Question, ...]:
        """The questions that are still open, in the order of their first cells."""
        return self._in_order(self._open)

    @property
    def answered(self) -> tuple[Question, ...]:
        """The questions that have been answered."""
        return self._in_order(self._answered)

    def _in_order(self, questions: Mapping[str, Question]) -> tuple[Question, ...]:
        return tuple(
            replace(question, places=tuple(self._places[key]))
            for key, question in questions.items()
        )

    def repair(
        self, places: Sequence[CellPlace], before: str, after: str, reason: str, name: str
    ) -> None:
        """Note what was put right, once, at the first of its cells."""
        shown = repeatable(before), repeatable(after)
        self.repairs.append(Repair(places[0], *shown, reason, name))

    def remark(self, place: CellPlace, advice: Advice, name: str) -> None:
        """Note what a clerk should know or mend."""
        self.remarks.append(
            Remark(
                place,
                advice.severity,
                repeatable(advice.message),
                advice.advice,
                advice.example,
                advice.rule_id,
                name,
            )
        )

    def leave_out(self, cells: Iterable[FilledCell], reason: str) -> None:
        """Note cells that go nowhere, and why."""
        self.unused.extend(Unused(cell, reason) for cell in cells)

    def ask(
        self, question: Question, places: Sequence[CellPlace], *, valid: Reader | None
    ) -> str | None:
        """Ask once for all cells that raise the same question; give the answer if there is one.

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
        self, verdict: Verdict, places: Sequence[CellPlace], name: str, reader: Reader
    ) -> str:
        """Return the value of a cell: as read, as answered, or as written while it is doubtful."""
        if verdict.advice:
            self.remark(places[0], verdict.advice, name)
        if verdict.doubt is None:
            return verdict.value
        written, doubt = verdict.value, verdict.doubt
        key = key_of(name, written)
        question = Question(key, places[0], written, doubt.asks, doubt.readings, name)
        answer = self.ask(question, places, valid=reader)
        if answer in {None, KEEP}:
            return written
        value = "" if answer == EMPTY else answer or ""
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
    verdict = valid(given)
    return verdict.value if verdict.doubt is None and verdict.value else None
