"""Working days as far as they are known here: Mondays to Fridays, without public holidays."""

from datetime import date, timedelta

_WEEK, _WORKING = 7, 5


def working_days(start: date, end: date) -> int:
    """Count the working days after `start` up to `end`; 0 when `end` does not lie after it."""
    if end <= start:
        return 0
    weeks, rest = divmod((end - start).days, _WEEK)
    tail = (end - timedelta(days=n) for n in range(rest))
    return weeks * _WORKING + sum(day.weekday() < _WORKING for day in tail)


def working_days_before(end: date, count: int) -> date:
    """Give the latest working day from which at least `count` working days remain up to `end`."""
    day = end - timedelta(days=count // _WORKING * _WEEK)
    while working_days(day, end) < count:
        day -= timedelta(days=1)
    while working_days(day + timedelta(days=1), end) >= count and day < end:
        day += timedelta(days=1)
    while day.weekday() >= _WORKING:
        day -= timedelta(days=1)
    return day
