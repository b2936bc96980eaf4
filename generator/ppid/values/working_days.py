"""Working days: Monday to Friday without national holidays and joint leave (cuti bersama).

The holidays come from the library `holidays`, which keeps what the government has announced and
estimates the rest. It is loaded for the first deadline that is counted; where the program was
packed for a browser, what the library knows lies beside this module instead.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from importlib.metadata import version
from importlib.resources import files
from typing import Final

_SATURDAY: Final = 5
_DAY: Final = timedelta(days=1)
_ESTIMATED: Final = " (perkiraan)"
_SPELLING: Final = ("Pegangti ", "Pengganti ")
"""What the library misspells, and what it means."""
# The library knows no others; a date far away is counted by weekdays alone.
_YEARS: Final = range(1990, 2077)
_BESIDE: Final = files(__package__) / "holidays.json"
"""What the library knows, where the program was packed for a browser."""


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
    return _stored()[tahun] if _BESIDE.is_file() else _counted(tahun)


def all_as_json() -> bytes:
    """Return all holidays that are known, for where the library cannot be had."""
    years = ((libur_of(tahun).values(), tahun) for tahun in _YEARS)
    return json.dumps(
        {
            tahun: [(x.tanggal.isoformat(), x.nama, x.cuti_bersama, x.perkiraan) for x in found]
            for found, tahun in years
        },
        separators=(",", ":"),
    ).encode()


@lru_cache
def _stored() -> Mapping[int, Mapping[date, Libur]]:
    return stored_in(_BESIDE.read_bytes())


def stored_in(content: bytes) -> Mapping[int, Mapping[date, Libur]]:
    """Return the holidays of every year from what `all_as_json` wrote."""
    told = json.loads(content)
    every = {
        int(tahun): [Libur(date.fromisoformat(day), *said) for day, *said in listed]
        for tahun, listed in told.items()
    }
    return {tahun: {one.tanggal: one for one in listed} for tahun, listed in every.items()}


def _counted(tahun: int) -> Mapping[date, Libur]:
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


def hari_kerja_after(start: date, count: int) -> date:
    """Return the last day of a term of at least one day: that of the event itself is not counted.

    `hari_kerja_after(Friday, 1)` is the Monday, unless that is a holiday.
    """
    try:
        return _moved(start, count, _DAY)
    except OverflowError:
        return date.max


@lru_cache(maxsize=4096)
def hari_kerja_before(end: date, count: int) -> date:
    """Return the working day that lies `count` working days before `end`.

    No day before is the day itself.
    """
    if count == 0:
        return end
    while not _is_working(end):
        end += _DAY
    return _moved(end, count, -_DAY)


def _moved(day: date, count: int, step: timedelta) -> date:
    """Return the day that is reached after some working days, one `step` at a time."""
    while count:
        day += step
        count -= _is_working(day)
    return day


def _is_working(day: date) -> bool:
    return day.weekday() < _SATURDAY and day not in libur_of(day.year)


def skipped(start: date, last: date) -> Iterator[Libur]:
    """Yield the holidays between an event and the last day of a term that are no weekend."""
    for tahun in range(start.year, last.year + 1):
        for day, libur in libur_of(tahun).items():
            if start < day <= last and day.weekday() < _SATURDAY:
                yield libur
