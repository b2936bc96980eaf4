"""Dates: a day (read in `hari`), or where the DIP allows it a month or a year."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Final

from ppid.values.hari import (
    MONTH_PATTERN,
    MasalahTanggal,
    TanggalReading,
    format_tanggal,
    month_of,
    read_tanggal,
)

__all__ = [
    "MasalahTanggal",
    "TanggalReading",
    "Waktu",
    "WaktuReading",
    "format_tanggal",
    "months_before",
    "read_tanggal",
    "read_waktu",
]


@dataclass(frozen=True, slots=True)
class Waktu:
    """A year, a month of it (`bulan` 1–12) or a day of that; 0 stands for what was not said."""

    tahun: int
    bulan: int = 0
    hari: int = 0

    def __str__(self) -> str:
        """Give the normal form: `TTTT`, `TTTT-BB` or `TTTT-BB-HH`."""
        text = f"{self.tahun:04}"
        text += f"-{self.bulan:02}" if self.bulan else ""
        return text + (f"-{self.hari:02}" if self.hari else "")

    @property
    def awal(self) -> date:
        """The first day that it covers."""
        return date(self.tahun, self.bulan or 1, self.hari or 1)

    @property
    def akhir(self) -> date:
        """The last day that it covers."""
        bulan = self.bulan or 12
        return date(self.tahun, bulan, self.hari or monthrange(self.tahun, bulan)[1])


@dataclass(frozen=True, slots=True)
class WaktuReading:
    """A text as a point in time: a value, or a problem with the likely readings."""

    value: Waktu | None
    problem: MasalahTanggal | None = None
    candidates: tuple[Waktu, ...] = ()


_EXACT: Final = re.compile(r"((?:19|20)[0-9]{2})(?:-(0[1-9]|1[0-2]))?")
_YEAR: Final = re.compile(r"(?<![0-9])((?:19|20)[0-9]{2})(?![0-9])")
_NAMED_MONTH: Final = re.compile(
    rf"(?<![a-z])({MONTH_PATTERN})\.?\s*,?\s*(?:tahun\s+)?((?:19|20)[0-9]{{2}})(?![0-9])",
    re.IGNORECASE,
)
_FIGURE_MONTH: Final = re.compile(
    r"(?:((?:19|20)[0-9]{2})[-/.]([0-9]{1,2})|([0-9]{1,2})[-/.]((?:19|20)[0-9]{2}))"
)
_MONTHS: Final = range(1, 13)


@lru_cache(maxsize=8192)
def read_waktu(text: str) -> WaktuReading:
    """Read a year, a month or a day; only the forms of `Waktu.__str__` give a value.

    “Sabu Raijua, 2025” (place and time in one cell) is YEAR_ONLY with the candidate 2025.
    """
    if exact := _EXACT.fullmatch(text):
        return WaktuReading(Waktu(int(exact[1]), int(exact[2] or 0)))
    day = read_tanggal(text)
    if day.value is not None:
        return WaktuReading(Waktu(day.value.year, day.value.month, day.value.day))
    if day.candidates:
        points = tuple(Waktu(d.year, d.month, d.day) for d in day.candidates)
        return WaktuReading(None, day.problem, points)
    if day.problem in (MasalahTanggal.MISSING, MasalahTanggal.NOT_A_DAY):
        return WaktuReading(None, day.problem)
    return _month(text.strip()) or _years(text)


def _month(text: str) -> WaktuReading | None:
    if named := _NAMED_MONTH.search(text):
        point = Waktu(int(named[2]), month_of(named[1]))
        return WaktuReading(None, MasalahTanggal.YEAR_MONTH, (point,))
    figure = _FIGURE_MONTH.fullmatch(text)
    if figure is None:
        return None
    year, month = int(figure[1] or figure[4]), int(figure[2] or figure[3])
    if month not in _MONTHS:
        return WaktuReading(None, MasalahTanggal.NOT_A_DAY)
    return WaktuReading(None, MasalahTanggal.YEAR_MONTH, (Waktu(year, month),))


def _years(text: str) -> WaktuReading:
    years = dict.fromkeys(int(year) for year in _YEAR.findall(text))
    if not years:
        return WaktuReading(None, MasalahTanggal.NOT_A_DATE)
    kind = MasalahTanggal.SEVERAL if len(years) > 1 else MasalahTanggal.YEAR_ONLY
    return WaktuReading(None, kind, tuple(map(Waktu, years)))


def months_before(day: date, months: int) -> date:
    """Give the day some months earlier, or the last day of that month when it is shorter."""
    year, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
