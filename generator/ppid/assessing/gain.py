"""What the figure of an OPD would be if one more of its obligations were met."""

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

from ppid.assessing.model import OpdReport, Score


def gain(score: Score, weight: Fraction) -> Decimal | None:
    """Give how many points more the figure would show; None when there is no figure.

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
