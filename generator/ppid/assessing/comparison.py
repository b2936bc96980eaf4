"""What became of one OPD from a year to the next one that was assessed."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from ppid.assessing.model import Assessment, Completeness, OpdReport, YearReport


@dataclass(frozen=True, slots=True)
class YearsCompared:
    """Two years of one OPD.

    `alike` says that both were judged by one regulation; only then can figures and duties be
    compared. `changed` are the duties whose state is another one; `same` counts the others.
    """

    before: OpdReport
    after: OpdReport
    alike: bool
    changed: tuple[tuple[Assessment, Assessment], ...]
    same: int


def pairs_of_years(completeness: Completeness) -> Sequence[tuple[YearReport, YearReport]]:
    """Return each year that was assessed with the one after it, oldest first."""
    return tuple(pairwise(completeness.years))


def compare_years(opd: str, completeness: Completeness) -> Iterator[YearsCompared]:
    """Compare every year of an OPD with the one after it, oldest first."""
    for earlier, later in pairs_of_years(completeness):
        before = completeness.report(opd, earlier.tahun)
        after = completeness.report(opd, later.tahun)
        if before and after:
            yield _compared(before, after, alike=one_law(earlier, later))


def one_law(earlier: YearReport, later: YearReport) -> bool:
    """Tell whether two years were judged by one regulation."""
    return earlier.obligations.kumpulan is later.obligations.kumpulan


def _compared(before: OpdReport, after: OpdReport, *, alike: bool) -> YearsCompared:
    old = {a.obligation.kode: a for a in before.assessments}
    pairs = (
        [(old[a.obligation.kode], a) for a in after.assessments if a.obligation.kode in old]
        if alike
        else []
    )
    changed = tuple(pair for pair in pairs if pair[0].state is not pair[1].state)
    return YearsCompared(before, after, alike, changed, len(pairs) - len(changed))
