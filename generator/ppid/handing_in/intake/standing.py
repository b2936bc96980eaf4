"""How a list stands: how many of its rows are ready, wait for an answer, or hold an error."""

from dataclasses import dataclass

from ppid.diagnostics.diagnostic import Severity
from ppid.handing_in.intake.first_check import heads_of, touches
from ppid.handing_in.merging.merge import is_conflict_key
from ppid.handing_in.model import Intake, Question, TakenRow
from ppid.reading.documents.book import CellPlace
from ppid.values.numbers import format_bulat


@dataclass(frozen=True, slots=True)
class Standing:
    """The rows of a list, each counted once: an error weighs more than an open question."""

    siap: int
    menunggu: int
    salah: int
    nihil: bool = False

    @property
    def total(self) -> int:
        """All rows of the list."""
        return self.siap + self.menunggu + self.salah

    def __str__(self) -> str:
        """Return the counts in words; rows of a sort that is not there are not mentioned."""
        if self.nihil:
            return "Daftar ini dinyatakan nihil"
        if not self.total:
            return "Belum ada baris daftar yang terbaca"
        if self.siap == self.total:
            return f"Semua {format_bulat(self.total)} baris siap"
        parts = [f"{format_bulat(self.siap)} dari {format_bulat(self.total)} baris siap"]
        if self.menunggu:
            parts.append(f"{format_bulat(self.menunggu)} baris menunggu jawaban")
        if self.salah:
            parts.append(f"{format_bulat(self.salah)} baris perlu diperbaiki")
        return "; ".join(parts)


def standing_of(intake: Intake) -> Standing:
    """Count the rows of an intake."""
    wrong = {
        (remark.place.sheet, remark.place.row)
        for remark in intake.remarks
        if remark.place and remark.severity is Severity.GALAT
    }
    heads = heads_of(intake)
    salah = menunggu = 0
    for row in intake.rows:
        lines = {(place.sheet, place.row) for found in row.places.values() for place in found}
        if not wrong.isdisjoint(lines):
            salah += 1
        elif any(_waits(question, row, lines, heads) for question in intake.questions):
            menunggu += 1
    nihil = not intake.rows and any(name.startswith("nihil.") for name in intake.about)
    return Standing(len(intake.rows) - menunggu - salah, menunggu, salah, nihil)


def _waits(
    question: Question, row: TakenRow, lines: set[tuple[str, int]], heads: frozenset[CellPlace]
) -> bool:
    """Tell whether a row cannot be kept before a question is answered.

    One that points to a heading speaks of the whole column, unless it is about a row that is gone.
    """
    places = {question.place, *question.places}
    if question.field in row.values and not is_conflict_key(question.key):
        return touches(question, row, heads)
    if any((place.sheet, place.row) in lines for place in places):
        return True
    return not is_conflict_key(question.key) and not places.isdisjoint(heads)
