"""Two years of one OPD: what changed is what differs, and only what can be compared is."""

from datetime import date
from itertools import pairwise

import pytest

from ppid.assessing.assess import assess
from ppid.assessing.comparison import compare_years, one_law, pairs_of_years
from ppid.checking.load import load
from tests.conftest import ROOT, TOWN, of_the_city

TOWN_YEARS = assess(load(TOWN, date(2021, 12, 31)).corpus)
CITY_YEARS = assess(load(ROOT, date(2025, 12, 31)).corpus)


@pytest.mark.parametrize("completeness", [TOWN_YEARS, CITY_YEARS], ids=["town", "city"])
def test_what_changed_is_what_differs(completeness: type[TOWN_YEARS]) -> None:
    seen = 0
    for opd in sorted({opd for opd, _ in completeness.by_opd}):
        for compared in compare_years(opd, completeness):
            before = {a.obligation.kode: a.state for a in compared.before.assessments}
            after = {a.obligation.kode: a.state for a in compared.after.assessments}
            if not compared.alike:
                assert compared.changed == ()
                assert compared.same == 0
                continue
            both = before.keys() & after.keys()
            differing = {kode for kode in both if before[kode] is not after[kode]}
            assert {new.obligation.kode for _, new in compared.changed} == differing
            assert {old.obligation.kode for old, _ in compared.changed} == differing
            assert compared.same == len(both) - len(differing)
            seen += len(differing)
    assert seen


def test_years_follow_each_other_also_over_a_gap() -> None:
    pairs = [(a.tahun, b.tahun) for a, b in pairs_of_years(CITY_YEARS)]
    years = [year.tahun for year in CITY_YEARS.years]
    assert pairs == list(pairwise(years))


@of_the_city
def test_years_of_two_regulations_are_not_alike() -> None:
    laws = {year.tahun: year.obligations.kumpulan.peraturan for year in CITY_YEARS.years}
    for earlier, later in pairs_of_years(CITY_YEARS):
        assert one_law(earlier, later) is (laws[earlier.tahun] == laws[later.tahun])
    assert len(set(laws.values())) == 2
