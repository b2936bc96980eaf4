"""How a list stands: how many of its rows are ready, wait for an answer, or hold an error."""

from collections.abc import Iterable
from dataclasses import dataclass

from ppid.diagnostics.diagnostic import Severity
from ppid.handing_in.intake.first_check import Asked, heads_of
from ppid.handing_in.merging.merge import is_conflict_key
from ppid.handing_in.model import Intake, TakenRow
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
    waits = _Waiting(intake)
    salah = menunggu = 0
    for row in intake.rows:
        lines = {(place.sheet, place.row) for found in row.places.values() for place in found}
        if not wrong.isdisjoint(lines):
            salah += 1
        elif waits.includes(row, lines):
            menunggu += 1
    nihil = not intake.rows and any(name.startswith("nihil.") for name in intake.about)
    return Standing(len(intake.rows) - menunggu - salah, menunggu, salah, nihil)


class _Waiting:
    """Which rows of an intake cannot be kept before a question is answered."""

    def __init__(self, intake: Intake) -> None:
        conflicts = [q for q in intake.questions if is_conflict_key(q.key)]
        others = [q for q in intake.questions if not is_conflict_key(q.key)]
        self._heads = heads_of(intake)
        self._asked = Asked(others, self._heads)
        self._conflicts = _lines_of(place for q in conflicts for place in (q.place, *q.places))
        self._lines = {field: _lines_of(cells) for field, cells in self._asked.cells.items()}

    def includes(self, row: TakenRow, lines: set[tuple[str, int]]) -> bool:
        """Tell whether a row waits; a question that points to a heading is about every row.

        Unless it is about a row that is gone.
        """
        if not self._conflicts.isdisjoint(lines):
            return True
        return any(
            self._asked.touches(field, row)
            if field in row.values
            else not (self._lines[field].isdisjoint(lines) and cells.isdisjoint(self._heads))
            for field, cells in self._asked.cells.items()
        )


def _lines_of(places: Iterable[CellPlace]) -> set[tuple[str, int]]:
    return {(place.sheet, place.row) for place in places}
