"""Figures from assessments: exact, so that the order in which they are added does not matter."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from math import lcm

from ppid.assessing.model import Assessment, CategoryScores, ObligationSet, OpdReport, Score, State

RUMUS = (
    "Nilai = jumlah bobot kewajiban yang terpenuhi dibagi jumlah bobot kewajiban yang berlaku,"
    " dikali 100, dibulatkan ke satu angka di belakang koma."
)
"""The formula in words, beside the code that computes it."""

EMPTY = Score(0, 0, 0, Fraction(0), Fraction(0))


class Weights:
    """The weights of a set as whole numbers over one denominator: exact, and quick to add."""

    def __init__(self, obligations: ObligationSet) -> None:
        """Bring the weights of a set to one denominator."""
        listed = obligations.obligations
        self._unit = lcm(*(o.bobot.denominator for o in listed)) if listed else 1
        self._whole = [int(o.bobot * self._unit) for o in listed]
        self._category = [o.kategori.kode for o in listed]
        self._categories = obligations.categories

    def score(self, assessments: Sequence[Assessment]) -> tuple[Score, CategoryScores]:
        """Add up the assessments of one OPD, which stand in the order of the set."""
        tallies = {category.kode: [0, 0, 0, 0, 0] for category in self._categories}
        for assessment, code, weight in zip(assessments, self._category, self._whole, strict=True):
            tally = tallies[code]
            if assessment.state is State.TERPENUHI:
                tally[0] += 1
                tally[3] += weight
                tally[4] += weight
            elif assessment.state is State.BELUM:
                tally[1] += 1
                tally[4] += weight
            else:
                tally[2] += 1
        scores = tuple((c, self._scored(tallies[c.kode])) for c in self._categories)
        return total(score for _, score in scores), scores

    def _scored(self, tally: list[int]) -> Score:
        met, open_, idle, weight_met, weight = tally
        return Score(
            met, open_, idle, Fraction(weight_met, self._unit), Fraction(weight, self._unit)
        )


def total(scores: Iterable[Score]) -> Score:
    """Add scores up."""
    listed = list(scores)
    return Score(
        sum(s.terpenuhi for s in listed),
        sum(s.belum for s in listed),
        sum(s.tidak_berlaku for s in listed),
        sum((s.bobot_terpenuhi for s in listed), Fraction(0)),
        sum((s.bobot_berlaku for s in listed), Fraction(0)),
    )


def total_by_category(reports: Sequence[CategoryScores]) -> CategoryScores:
    """Add the categories of many OPDs up; all have the same, in the same order."""
    return tuple(
        (column[0][0], total(score for _, score in column)) for column in zip(*reports, strict=True)
    )


def gain(score: Score, weight: Fraction) -> Decimal | None:
    """Return how many points more the figure would show; None when there is no figure.

    Both figures are computed and rounded as they are printed, so that readers can check the sum.
    """
    now = score.nilai
    then = replace(score, bobot_terpenuhi=score.bobot_terpenuhi + weight).nilai
    return None if now is None or then is None else then - now


class Gains(dict[Fraction, Decimal | None]):
    """The gains of one OPD by weight; its obligations share a handful of weights."""

    def __init__(self, report: OpdReport) -> None:
        """Start from the figure of a report."""
        super().__init__()
        self._score = report.score

    def __missing__(self, weight: Fraction) -> Decimal | None:
        self[weight] = found = gain(self._score, weight)
        return found
