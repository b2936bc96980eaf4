"""What one more obligation brings is what the figure shows after it, minus what it shows now."""

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ppid.assessing.model import Score, State
from ppid.assessing.score import Gains, gain
from tests.assessing.test_assess import NOT, report


def score(met: int | Fraction, bound: int | Fraction) -> Score:
    return Score(0, 0, 0, Fraction(met), Fraction(bound))


@pytest.mark.parametrize(
    ("met", "bound", "weight", "points"),
    [
        (8, 10, Fraction(2), "20.0"),
        (1, 7, Fraction(1), "14.3"),  # 28.6 - 14.3
        (1, 3, Fraction(1), "33.4"),  # 66.7 - 33.3: as printed, not as exact
        (10, 60, Fraction(1, 23), "0.0"),
    ],
)
def test_known_gains(met: int, bound: int, weight: Fraction, points: str) -> None:
    assert gain(score(met, bound), weight) == Decimal(points)


def test_no_figure_has_no_gain() -> None:
    assert gain(score(0, 0), Fraction(1)) is None


@given(st.integers(0, 50), st.integers(1, 50), st.fractions(0, 3))
def test_a_gain_is_never_a_loss(met: int, unmet: int, weight: Fraction) -> None:
    found = gain(score(met, met + unmet + 3), weight)
    assert found is not None
    assert found >= 0


def test_every_gain_of_a_report_is_the_difference_of_two_figures() -> None:
    found = report("setda")
    gains = Gains(found)
    unmet = [a for a in found.assessments if a.state is NOT]
    assert unmet
    for a in unmet:
        more = found.score.bobot_terpenuhi + a.obligation.bobot
        then = replace(found.score, bobot_terpenuhi=more).nilai
        assert then is not None
        assert found.score.nilai is not None
        assert gains[a.obligation.bobot] == then - found.score.nilai
    assert {a.state for a in unmet} == {State.BELUM}
