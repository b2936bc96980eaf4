"""Days counted from other days: half a year back, and a day of the year that may not exist."""

from datetime import date

import pytest

from ppid.checking.rules.timeliness import day_of_year
from ppid.values.dates import months_before


@pytest.mark.parametrize(
    ("day", "before"),
    [
        (date(2019, 7, 1), date(2019, 1, 1)),
        (date(2019, 8, 31), date(2019, 2, 28)),
        (date(2020, 8, 31), date(2020, 2, 29)),
        (date(2019, 6, 30), date(2018, 12, 30)),
        (date(2019, 1, 15), date(2018, 7, 15)),
        (date(2019, 12, 31), date(2019, 6, 30)),
    ],
)
def test_half_a_year_before(day: date, before: date) -> None:
    assert months_before(day, 6) == before


@pytest.mark.parametrize(
    ("tahun", "written", "day"),
    [
        (2019, "03-31", date(2019, 3, 31)),
        (2019, "02-29", date(2019, 2, 28)),
        (2020, "02-29", date(2020, 2, 29)),
        (2019, "02-31", date(2019, 2, 28)),
        (2019, "04-31", date(2019, 4, 30)),
    ],
)
def test_day_of_year_is_clamped_to_the_month(tahun: int, written: str, day: date) -> None:
    assert day_of_year(tahun, written) == day
