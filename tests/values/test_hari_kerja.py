"""Working days: weekends, national holidays and joint leave are not counted; the event is day 0."""

from datetime import date, timedelta

import pytest

from ppid.values.working_days import (
    hari_kerja_after,
    hari_kerja_before,
    libur_of,
    skipped,
    source,
)


def _is_hari_kerja(day: date) -> bool:
    return hari_kerja_after(day - timedelta(days=1), 1) == day


@pytest.mark.parametrize(
    ("day", "works"),
    [
        (date(2025, 1, 2), True),
        (date(2025, 1, 1), False),  # New Year
        (date(2025, 1, 4), False),  # Saturday
        (date(2025, 4, 7), False),  # joint leave after Idul Fitri
        (date(2025, 4, 8), True),
        (date(2019, 4, 17), False),  # election day
    ],
)
def test_a_day_is_worked_or_not(day: date, works: bool) -> None:  # noqa: FBT001
    assert _is_hari_kerja(day) is works


@pytest.mark.parametrize(
    ("start", "count", "last"),
    [
        (date(2025, 2, 3), 10, date(2025, 2, 17)),
        (date(2025, 2, 7), 1, date(2025, 2, 10)),  # a Friday
        (date(2025, 2, 8), 1, date(2025, 2, 10)),  # a Saturday
        (date(2025, 3, 24), 10, date(2025, 4, 16)),  # over Idul Fitri
        (date(2025, 12, 22), 7, date(2026, 1, 5)),  # over the turn of the year
    ],
)
def test_a_term_ends_on_a_working_day(start: date, count: int, last: date) -> None:
    assert hari_kerja_after(start, count) == last


def test_a_term_holds_as_many_working_days_as_it_says() -> None:
    for offset in range(0, 700, 13):
        start = date(2024, 1, 1) + timedelta(days=offset)
        last = hari_kerja_after(start, 30)
        days = [start + timedelta(days=n) for n in range(1, (last - start).days + 1)]
        assert sum(map(_is_hari_kerja, days)) == 30
        assert _is_hari_kerja(last)
        assert (last - start).days < 70  # what DIK-009 rests on


def test_skipped_holidays_are_named() -> None:
    found = list(skipped(date(2025, 3, 24), date(2025, 4, 16)))
    assert [libur.tanggal.day for libur in found] == [28, 31, 1, 2, 3, 4, 7]
    assert not any(libur.tanggal.weekday() >= 5 for libur in found)
    assert [libur.cuti_bersama for libur in found] == [True, False, False, True, True, True, True]


def test_a_far_year_is_counted_by_weekdays() -> None:
    assert libur_of(2500) == {}
    assert hari_kerja_after(date.max, 10) == date.max


def test_estimates_are_marked_and_the_source_is_named() -> None:
    assert not any(libur.perkiraan for libur in libur_of(2024).values())
    assert any(libur.perkiraan for libur in libur_of(2030).values())
    assert not any("perkiraan" in libur.nama for libur in libur_of(2030).values())
    assert source().startswith("pustaka holidays ")


@pytest.mark.parametrize(
    ("end", "count", "before"),
    [
        (date(2024, 1, 9), 1, date(2024, 1, 8)),
        (date(2024, 1, 8), 1, date(2024, 1, 5)),  # over a weekend
        (date(2024, 1, 7), 1, date(2024, 1, 5)),  # ends on a Sunday
        (date(2024, 1, 7), 0, date(2024, 1, 7)),
        (date(2025, 4, 8), 1, date(2025, 3, 27)),  # over Idul Fitri
    ],
)
def test_days_are_counted_back(end: date, count: int, before: date) -> None:
    assert hari_kerja_before(end, count) == before
