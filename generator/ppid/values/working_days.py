"""Working days: Monday to Friday without national holidays and joint leave (cuti bersama).

The holidays come from the library `holidays`, which keeps what the government has announced and
estimates the rest; it is loaded for the first deadline that is counted, not before.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from importlib.metadata import version
from typing import Final

_SATURDAY: Final = 5
_DAY: Final = timedelta(days=1)
_ESTIMATED: Final = " (perkiraan)"
_SPELLING: Final = ("Pegangti ", "Pengganti ")
"""What the library misspells, and what it means."""
# The library knows no others; a date far away is counted by weekdays alone.
_YEARS: Final = range(1990, 2077)


@dataclass(frozen=True, slots=True)
class Libur:
    """A day on which offices are closed, although it is no weekend."""

    tanggal: date
    nama: str
    cuti_bersama: bool = False
    perkiraan: bool = False


@lru_cache(maxsize=128)
def libur_of(tahun: int) -> Mapping[date, Libur]:
    """Return the holidays of a year by their day, in order."""
    if tahun not in _YEARS:
        return {}
    from holidays.countries.indonesia import Indonesia  # noqa: PLC0415 — see above

    national = Indonesia(years=[tahun], language="id", categories=("public",))
    joint = Indonesia(years=[tahun], language="id", categories=("government",))
    found = {day: _libur(day, name, cuti_bersama=True) for day, name in joint.items()}
    found |= {day: _libur(day, name, cuti_bersama=False) for day, name in national.items()}
    return dict(sorted(found.items()))


def _libur(day: date, name: str, *, cuti_bersama: bool) -> Libur:
    words = name.replace(_ESTIMATED, "").replace(*_SPELLING)
    return Libur(day, words, cuti_bersama, _ESTIMATED in name)


def source() -> str:
    """Say where the holidays come from."""
    return f"pustaka holidays {version('holidays')}"


def is_weekend(day: date) -> bool:
    """Tell whether a day is a Saturday or Sunday."""
    return day.weekday() >= _SATURDAY


def is_hari_kerja(day: date) -> bool:
    """Tell whether offices work on a day."""
    return not is_weekend(day) and day not in libur_of(day.year)


def days_after(day: date) -> Iterator[date]:
    """Yield every day after `day`, to the end of the calendar."""
    while day < date.max:
        day += _DAY
        yield day


def hari_kerja_after(start: date, count: int) -> date:
    """Return the last day of a term: the day of the event itself is not counted.

    `hari_kerja_after(Friday, 1)` is the Monday, unless that is a holiday.
    """
    day = start
    for day in days_after(start):
        count -= is_hari_kerja(day)
        if count <= 0:
            break
    return day


@lru_cache(maxsize=4096)
def hari_kerja_before(end: date, count: int) -> date:
    """Return the working day that lies `count` working days before `end`."""
    day = end
    while count > 0:
        day -= _DAY
        count -= is_hari_kerja(day)
    return day


def skipped(start: date, last: date) -> Iterator[Libur]:
    """Yield the holidays between an event and the last day of a term that are no weekend."""
    for day in days_after(start):
        if day > last:
            return
        if not is_weekend(day) and day in libur_of(day.year):
            yield libur_of(day.year)[day]
