"""Working days, counted the quick way and the slow way."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.values.hari_kerja import working_days, working_days_before

DAYS = st.dates(date(2015, 1, 1), date(2035, 12, 31))


def one_by_one(start: date, end: date) -> int:
    days = (start + timedelta(days=n) for n in range(1, (end - start).days + 1))
    return sum(day.weekday() < 5 for day in days)


@given(DAYS, st.integers(-10, 200))
def test_counting_by_weeks_is_counting_day_by_day(start: date, length: int) -> None:
    end = start + timedelta(days=length)
    assert working_days(start, end) == one_by_one(start, end)


@given(DAYS, st.integers(0, 60))
def test_the_day_before_leaves_enough_working_days(end: date, count: int) -> None:
    day = working_days_before(end, count)
    assert day.weekday() < 5
    assert one_by_one(day, end) >= count


@pytest.mark.parametrize(
    ("end", "count", "day"),
    [
        (date(2026, 11, 27), 1, date(2026, 11, 26)),
        (date(2026, 11, 30), 1, date(2026, 11, 27)),  # over a weekend
        (date(2026, 11, 29), 5, date(2026, 11, 20)),  # ends on a Sunday
    ],
)
def test_known_days(end: date, count: int, day: date) -> None:
    assert working_days_before(end, count) == day
