"""The account of a workbook: where each of its cells has gone, counted so that the parts add up."""

from collections.abc import Iterator
from dataclasses import dataclass

from ppid.handing_in.intake.model import Intake
from ppid.reading.documents.book import CellPlace


@dataclass(frozen=True, slots=True)
class Account:
    """How many filled cells went where; each is counted once, in the first of these that it fits.

    `masuk`: into a row; `kepala`: part of the heading; `dilaporkan`: named by a remark, a question
    or a repair; `tidak_dipakai`: left out with a reason; `hilang`: none of these (our bug).
    """

    sel: int
    masuk: int
    kepala: int
    dilaporkan: int
    tidak_dipakai: int

    @property
    def hilang(self) -> int:
        return self.sel - self.masuk - self.kepala - self.dilaporkan - self.tidak_dipakai

    def __str__(self) -> str:
        """Return the account in one sentence."""
        return (
            f"{self.sel} sel terisi: {self.masuk} masuk, {self.kepala} kepala tabel, "
            f"{self.dilaporkan} hanya dilaporkan, {self.tidak_dipakai} tidak dipakai."
        )


def account_of(intake: Intake) -> Account:
    """Count the cells of an intake."""
    used = frozenset(
        place for row in intake.rows for places in row.places.values() for place in places
    )
    heads = frozenset(cell.place for heading in intake.headings for cell in heading.cells)
    unused = frozenset(each.cell.place for each in intake.unused)
    heads -= used
    unused -= used | heads
    # A question about an empty cell names a place where nothing stands: only filled ones count.
    filled = intake.filled - used - heads - unused
    reported = frozenset(_reported(intake)) & filled
    return Account(intake.cells, len(used), len(heads), len(reported), len(unused))


def _reported(intake: Intake) -> Iterator[CellPlace]:
    yield from (remark.place for remark in intake.remarks)
    yield from (repair.place for repair in intake.repairs)
    for question in (*intake.questions, *intake.answered):
        yield question.place
        yield from question.places
