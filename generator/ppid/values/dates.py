"""Days, months and years: read exactly, every other form named for what it is, and written out."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum
from functools import lru_cache
from typing import Final

from ppid.values.cells import EXCEL_EPOCH
from ppid.values.text import ValueReading


class MasalahTanggal(Enum):
    """Why a text is not a date as files need it."""

    MISSING = "missing"
    NOT_A_DATE = "not a date"
    NOT_A_DAY = "not a day"
    """“2019-02-30”: the form of a date, but the calendar has no such day."""
    WRITTEN_OUT = "written out"
    """“10 Januari 2019”, alone or inside a sentence."""
    OTHER_ORDER = "other order"
    """“25/12/2019”: day, month, year (or month first), with one possible reading."""
    AMBIGUOUS_ORDER = "ambiguous order"
    """“03/04/2025”: 3 April, or 4 March?"""
    TWO_DIGIT_YEAR = "two-digit year"
    EXCEL_SERIAL = "excel serial"
    """“43475”: the number that a spreadsheet keeps instead of a date."""
    YEAR_ONLY = "year only"
    YEAR_MONTH = "year and month"
    OTHER_FORM = "other form"
    """The right order in another dress: “2019/01/10”, “2019-1-5”, “2019-01-10 00:00:00”."""
    SEVERAL = "several"
    """More than one date: a period, or a sentence with two."""


class TanggalReading(ValueReading[date, MasalahTanggal]):
    """A text as a date."""


BULAN: Final = (
    "Januari",
    "Februari",
    "Maret",
    "April",
    "Mei",
    "Juni",
    "Juli",
    "Agustus",
    "September",
    "Oktober",
    "November",
    "Desember",
)
# Older spellings, abbreviations and the English names that spreadsheets put in.
_MONTH_NAMES: Final = (
    r"jan(?:uari|uary)?",
    r"(?:f|p)ebruari|february|[fp]eb",
    r"mar(?:et|ch)?|mrt",
    r"apr(?:il)?",
    r"mei|may",
    r"jun[ie]?",
    r"jul[iy]?",
    r"agustus|agust?|august?|agt|ags|aug",
    r"sep(?:tember|t)?",
    r"o[kc]t(?:ober)?",
    r"no[pv](?:ember)?",
    r"de[sc](?:ember)?",
)
MONTH_PATTERN: Final = "(?:" + "|".join(_MONTH_NAMES) + ")"
_MONTH_RES: Final = [re.compile(names, re.IGNORECASE) for names in _MONTH_NAMES]

_EXACT: Final = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
_YEAR_FIRST: Final = re.compile(
    r"([0-9]{4})\s?[-/.]\s?([0-9]{1,2})\s?[-/.]\s?([0-9]{1,2})"
    r"(?:[T ]\s?[0-9]{1,2}[:.][0-9]{2}(?:[:.][0-9]{2}(?:\.[0-9]+)?)?Z?)?"
    r"|((?:19|20)[0-9]{2})([01][0-9])([0-3][0-9])"
)
_YEAR_LAST: Final = re.compile(
    r"([0-9]{1,2})\s?[-/.]\s?([0-9]{1,2})\s?[-/.]\s?([0-9]{4}|[0-9]{2})"
    r"(?: [0-9]{1,2}[:.][0-9]{2}(?:[:.][0-9]{2})?)?"
)
_WRITTEN: Final = re.compile(
    rf"(?<![0-9])([0-9]{{1,2}})\s*[-/., ]?\s*({MONTH_PATTERN})\.?\s*[-/., ]?\s*"
    r"([0-9]{4}|[0-9]{2})(?![0-9])",
    re.IGNORECASE,
)
_MONTH_YEAR: Final = re.compile(
    rf"(?:bulan\s+)?({MONTH_PATTERN})\.?\s*(?:tahun\s+)?([0-9]{{4}})|([0-9]{{4}})[-/.]([0-9]{{1,2}})"
    r"|([0-9]{1,2})[-/.]([0-9]{4})",
    re.IGNORECASE,
)
_YEAR: Final = re.compile(r"(?:tahun\s+|th\.?\s*)?((?:19|20)[0-9]{2})", re.IGNORECASE)
_SERIAL: Final = re.compile(r"([0-9]{5})(?:[.,][0-9]+)?")
# 1954-10-03 … 2064-04-08: outside of it a five-digit number is hardly a date.
_SERIALS: Final = range(20000, 60001)
_PERIOD: Final = re.compile(r"\s+(?:-|–|s\.?/?d\.?|sampai(?:\s+dengan)?|hingga|dan)\s+")
_EMPTY: Final = frozenset({"", "-", "–", "—"})


@lru_cache(maxsize=16384)
def read_tanggal(text: str) -> TanggalReading:
    """Read a date; only `TTTT-BB-HH` of a day that exists gives a value.

    `read_tanggal("03/04/2025")` has no value, the problem AMBIGUOUS_ORDER and two candidates.
    """
    if exact := _EXACT.fullmatch(text):
        day = day_of(*exact.groups())
        return TanggalReading(day, None if day else MasalahTanggal.NOT_A_DAY)
    text = text.strip()
    if text in _EMPTY:
        return TanggalReading(None, MasalahTanggal.MISSING)
    if match := _YEAR_FIRST.fullmatch(text):
        year, month, first = (figure for figure in match.groups() if figure)
        return _problem(MasalahTanggal.OTHER_FORM, day_of(year, month, first))
    if match := _YEAR_LAST.fullmatch(text):
        return _year_last(*match.groups())
    if matches := list(_WRITTEN.finditer(text)):
        days = [day_of(_century(m[3]), str(month_of(m[2])), m[1]) for m in matches]
        kind = MasalahTanggal.WRITTEN_OUT
        if len(set(days)) > 1:
            kind = MasalahTanggal.SEVERAL
        elif _is_short(matches[0][3]):
            kind = MasalahTanggal.TWO_DIGIT_YEAR
        return _problem(kind, *days)
    if (match := _SERIAL.fullmatch(text)) and (number := int(match[1])) in _SERIALS:
        return _problem(MasalahTanggal.EXCEL_SERIAL, EXCEL_EPOCH + timedelta(days=number))
    # Of a year, or a year and a month, nobody can say which day is meant.
    if _YEAR.fullmatch(text):
        return TanggalReading(None, MasalahTanggal.YEAR_ONLY)
    if _MONTH_YEAR.fullmatch(text):
        return TanggalReading(None, MasalahTanggal.YEAR_MONTH)
    if len(parts := _PERIOD.split(text)) > 1:
        read = map(read_tanggal, parts)
        found = [day for r in read for day in ((r.value,) if r.value else r.candidates)]
        if len(found) > 1:
            return _problem(MasalahTanggal.SEVERAL, *found)
    return TanggalReading(None, MasalahTanggal.NOT_A_DATE)


def day_of(year: str, month: str, day: str) -> date | None:
    """Return the day that three figures name, or None when the calendar has none."""
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None


def month_of(name: str) -> int:
    """Return the number of a month that `MONTH_PATTERN` matched."""
    return next(n for n, names in enumerate(_MONTH_RES, start=1) if names.fullmatch(name))


def _problem(kind: MasalahTanggal, *days: date | None) -> TanggalReading:
    found = tuple(dict.fromkeys(day for day in days if day is not None))
    return TanggalReading(None, kind if found else MasalahTanggal.NOT_A_DAY, found)


def _year_last(first: str, second: str, year: str) -> TanggalReading:
    # People here write the day first; the other order comes from English spreadsheets.
    days = [day_of(_century(year), second, first), day_of(_century(year), first, second)]
    if _is_short(year):
        return _problem(MasalahTanggal.TWO_DIGIT_YEAR, *days)
    both = None not in days and days[0] != days[1]
    kind = MasalahTanggal.AMBIGUOUS_ORDER if both else MasalahTanggal.OTHER_ORDER
    return _problem(kind, *days)


def _is_short(year: str) -> bool:
    return len(year) == len("19")


def _century(year: str) -> str:
    return f"20{year}" if _is_short(year) else year


@lru_cache(maxsize=4096)
def format_tanggal(day: date) -> str:
    """Write a date for readers: “31 Desember 2027”."""
    return f"{day.day} {BULAN[day.month - 1]} {day.year}"


@dataclass(frozen=True, slots=True)
class Waktu:
    """A year, a month of it (`bulan` 1–12) or a day of that; 0 stands for what was not said."""

    tahun: int
    bulan: int = 0
    hari: int = 0

    def __str__(self) -> str:
        """Return the normal form: `TTTT`, `TTTT-BB` or `TTTT-BB-HH`."""
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


class WaktuReading(ValueReading[Waktu, MasalahTanggal]):
    """A text as a point in time."""


_EXACT_MONTH: Final = re.compile(r"((?:19|20)[0-9]{2})(?:-(0[1-9]|1[0-2]))?")
_YEAR_INSIDE: Final = re.compile(r"(?<![0-9])((?:19|20)[0-9]{2})(?![0-9])")
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
    if exact := _EXACT_MONTH.fullmatch(text):
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
    years = dict.fromkeys(int(year) for year in _YEAR_INSIDE.findall(text))
    if not years:
        return WaktuReading(None, MasalahTanggal.NOT_A_DATE)
    kind = MasalahTanggal.SEVERAL if len(years) > 1 else MasalahTanggal.YEAR_ONLY
    return WaktuReading(None, kind, tuple(map(Waktu, years)))


def months_before(day: date, months: int) -> date:
    """Return the day some months earlier, or the last day of that month when it is shorter."""
    year, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
