"""Two years of one OPD: what changed is what differs, and only what can be compared is."""

from datetime import date
from functools import cache
from itertools import pairwise

import pytest

from ppid.assessing.assess import Completeness, assess
from ppid.assessing.comparison import compare_years, one_law, pairs_of_years
from ppid.checking.load import load
from tests.conftest import TOWN, of_the_city, this_body


@cache
def years_of(whose: str) -> Completeness:
    if whose == "town":
        return assess(load(TOWN, date(2021, 12, 31)).corpus)
    return assess(this_body(date(2025, 12, 31)))


@pytest.mark.parametrize("whose", ["town", pytest.param("city", marks=of_the_city)])
def test_what_changed_is_what_differs(whose: str) -> None:
    completeness, seen = years_of(whose), 0
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


@pytest.mark.parametrize("whose", ["town", pytest.param("city", marks=of_the_city)])
def test_years_follow_each_other_also_over_a_gap(whose: str) -> None:
    pairs = [(a.tahun, b.tahun) for a, b in pairs_of_years(years_of(whose))]
    years = [year.tahun for year in years_of(whose).years]
    assert pairs == list(pairwise(years))


@of_the_city
def test_years_of_two_regulations_are_not_alike() -> None:
    city = years_of("city")
    laws = {year.tahun: year.obligations.kumpulan.peraturan for year in city.years}
    for earlier, later in pairs_of_years(city):
        assert one_law(earlier, later) is (laws[earlier.tahun] == laws[later.tahun])
    assert len(set(laws.values())) == 2
