"""Days, months, years and periods: read exactly, every other form named for what it is.

Nothing of a text is dropped on the way: what a reading did not use is its remainder (`sisa`).
"""

import re
from calendar import monthrange
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import Enum
from functools import lru_cache
from itertools import pairwise
from typing import Final

from rapidfuzz.distance import OSA

from ppid.values.cells import EXCEL_EPOCH
from ppid.values.text import ValueReading
from ppid.values.time_words import TIME_WORDS, pattern_of


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
    PERIOD = "period"
    """“01 – 03 September 2024”, “Triwulan I 2024”: from one day to another."""
    SEVERAL = "several"
    """More than one date: “2 dan 3 Mei 2024”, a school year, a sentence with two."""
    MISSPELT = "misspelt"
    """“Januri 2022”: nearly the name of a month."""
    FAR_YEAR = "far year"
    """“1 Januari 2922”: a year that hardly anybody means."""
    MISREAD = "misread"
    """“2O24”: a letter where a figure belongs."""


@dataclass(frozen=True, slots=True)
class TanggalReading(ValueReading[date, MasalahTanggal]):
    """A text as a date; `sisa` is what of the text the candidates do not say."""

    sisa: str = ""


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
MONTH_PATTERN: Final = pattern_of(name for names in TIME_WORDS.bulan for name in names)
_MONTHS: Final = {name: n for n, names in enumerate(TIME_WORDS.bulan, 1) for name in names}
_WEEKDAYS: Final = {name: n for n, names in enumerate(TIME_WORDS.hari) for name in names}


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


@dataclass(frozen=True, slots=True)
class Kurun:
    """A period, with its first and its last day."""

    awal: date
    akhir: date

    def __str__(self) -> str:
        """Return the normal form `TTTT-BB-HH/TTTT-BB-HH` (an interval of ISO 8601)."""
        return f"{self.awal}/{self.akhir}"


@dataclass(frozen=True, slots=True)
class WaktuReading(ValueReading[Waktu | Kurun, MasalahTanggal]):
    """A text as a point in time or a period; `sisa` is what the candidates do not say."""

    sisa: str = ""


_EXACT: Final = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
_EXACT_MONTH: Final = re.compile(r"((?:19|20)[0-9]{2})(?:-(0[1-9]|1[0-2]))?")
_EXACT_PERIOD: Final = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2})/([0-9]{4}-[0-9]{2}-[0-9]{2})")
_EMPTY: Final = frozenset({"", "-", "–", "—"})


_LETTER: Final = re.compile(r"[^\W\d_]")


def holds_words(text: str) -> bool:
    """Tell whether a text says anything beside numbers and days, as a name or sentence does."""
    return _LETTER.search(read_tanggal(text).sisa) is not None


@lru_cache(maxsize=16384)
def read_tanggal(text: str) -> TanggalReading:
    """Read a date; only `TTTT-BB-HH` of a day that exists gives a value.

    `read_tanggal("03/04/2025")` has no value, the problem AMBIGUOUS_ORDER and two candidates.
    A period has both its ends for candidates.
    """
    if exact := _EXACT.fullmatch(text):
        day = day_of(*exact.groups())
        return TanggalReading(day, None if day else MasalahTanggal.NOT_A_DAY)
    if text.strip() in _EMPTY:
        return TanggalReading(None, MasalahTanggal.MISSING)
    found = _find(text)
    kind, points = found.kind, found.points
    if kind is MasalahTanggal.PERIOD:
        kind = MasalahTanggal.SEVERAL
    elif any(isinstance(point, Waktu) and not point.hari for point in points):
        # Of a year, or a year and a month, nobody can say which day is meant.
        return TanggalReading(None, kind, sisa=found.sisa)
    ends = (day for point in points for day in (point.awal, point.akhir))
    return TanggalReading(None, kind, tuple(dict.fromkeys(ends)), found.sisa)


@lru_cache(maxsize=8192)
def read(text: str) -> WaktuReading:
    """Read a year, a month, a day or a period; only the normal forms of these give a value.

    “Sabu Raijua, 2025” (place and time in one cell) is YEAR_ONLY with the candidate 2025 and the
    remainder “Sabu Raijua”.
    """
    if exact := _EXACT_MONTH.fullmatch(text):
        return WaktuReading(Waktu(int(exact[1]), int(exact[2] or 0)))
    if period := _EXACT_PERIOD.fullmatch(text):
        awal, akhir = (read_tanggal(end).value for end in period.groups())
        in_order = awal is not None and akhir is not None and awal < akhir
        if awal and akhir and in_order:
            return WaktuReading(Kurun(awal, akhir))
        return WaktuReading(None, MasalahTanggal.NOT_A_DAY)
    day = read_tanggal(text)
    if day.value is not None:
        return WaktuReading(Waktu(day.value.year, day.value.month, day.value.day))
    if day.problem is MasalahTanggal.MISSING:
        return WaktuReading(None, day.problem)
    found = _find(text)
    return WaktuReading(None, found.kind, found.points, found.sisa)


def day_of(year: str, month: str, day: str) -> date | None:
    """Return the day that three figures name, or None when the calendar has none."""
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None


# ---------------------------------------------------------------- one point, whole or in part


@dataclass(frozen=True, slots=True)
class _Part:
    """A point as far as it was written: “5”, “5 Mei”, “Mei 2024”; 0 stands for what is missing.

    A part of a year (“Triwulan II”) has in `bulan` its first month and in `sampai` its last.
    """

    kind: MasalahTanggal
    tahun: int = 0
    bulan: int = 0
    hari: int = 0
    sampai: int = 0

    def beside(self, other: "_Part") -> "_Part":
        """Return it with the year and the month that it shares with a part to its right."""
        bulan = self.bulan or (other.bulan if self.hari and other.hari else 0)
        return replace(self, tahun=self.tahun or other.tahun, bulan=bulan)

    def after(self, other: "_Part") -> "_Part":
        """Return it with the year that it shares with a part to its left."""
        return replace(self, tahun=self.tahun or other.tahun)

    def point(self) -> Waktu | Kurun | None:
        """Return what it names; None where it is not whole, or the calendar has no such day."""
        if not self.tahun or (self.hari and not self.bulan):
            return None
        try:
            first = Waktu(self.tahun, self.bulan, self.hari)
            if not self.sampai:
                return first if first.awal <= first.akhir else None
            return Kurun(first.awal, Waktu(self.tahun, self.sampai).akhir)
        except ValueError:
            return None


_TO_OR_AND: Final = pattern_of((*TIME_WORDS.sampai, *TIME_WORDS.dan))
_YEAR_FIRST: Final = re.compile(
    r"([0-9]{4})\s?[-/.]\s?([0-9]{1,2})\s?[-/.]\s?([0-9]{1,2})|((?:19|20)[0-9]{2})([01][0-9])([0-3][0-9])"
)
_YEAR_LAST: Final = re.compile(
    r"([0-9]{1,2})\s?[-/.]\s?([0-9]{1,2})\s?[-/.]\s?([0-9]{4}|[0-9]{2})(?![0-9])"
)
_YEAR_PATTERN: Final = r"'?(?P<year>[0-9]{4}|[0-9]{2})(?![0-9])"
# A pair of figures before a month is its day: “1 Januari - 31 Desember 2024” has no year 31.
_NO_DAY_NEXT: Final = rf"(?!\s*[-/.,]?\s*{MONTH_PATTERN})"
_WRITTEN: Final = re.compile(
    rf"(?<![0-9])(?<!ke-)(?<!ke )(?P<day>[0-9]{{1,2}})\s*[-/.,]?\s*(?P<month>{MONTH_PATTERN})\.?"
    rf"\s*[-/.,]*\s*{_YEAR_PATTERN}{_NO_DAY_NEXT}",
    re.IGNORECASE,
)
_MONTH_FIRST: Final = re.compile(
    rf"(?P<month>{MONTH_PATTERN})\.?\s+(?P<day>[0-9]{{1,2}})\s*,\s*(?P<year>[0-9]{{4}})",
    re.IGNORECASE,
)
_DAY_MONTH: Final = re.compile(
    rf"(?P<day>[0-9]{{1,2}})\s*[-/.,]?\s*(?P<month>{MONTH_PATTERN})\.?", re.IGNORECASE
)
_MONTH_YEAR: Final = re.compile(
    rf"(?P<month>{MONTH_PATTERN})\.?\s*[-/.,]*\s*{_YEAR_PATTERN}", re.IGNORECASE
)
_MONTH: Final = re.compile(rf"(?P<month>{MONTH_PATTERN})\.?", re.IGNORECASE)
_FIGURE_MONTH: Final = re.compile(
    r"((?:19|20)[0-9]{2})[-/.]([0-9]{1,2})|([0-9]{1,2})[-/.]((?:19|20)[0-9]{2})"
)
_YEAR: Final = re.compile(r"((?:19|20)[0-9]{2})(?:[.,]0)?")
_DAY: Final = re.compile(r"[0-9]{1,2}")
_DAY_FIGURE: Final = re.compile(r"([0-9]{1,2})/([0-9]{1,2})")
_SERIAL: Final = re.compile(r"([0-9]{5})(?:[.,][0-9]+)?")
# 1954-10-03 … 2064-04-08: outside of it a five-digit number is hardly a date.
_SERIALS: Final = range(20000, 60001)
_ORDER: Final = {word: n for n, words in enumerate(TIME_WORDS.urutan, 1) for word in words}
_MONTHS_OF_PART: Final = {
    word: months
    for months, words in (
        (3, TIME_WORDS.triwulan),
        (4, TIME_WORDS.caturwulan),
        (6, TIME_WORDS.semester),
    )
    for word in words
}
_NTH: Final = rf"(?:{'|'.join(sorted(_ORDER, key=len, reverse=True))})(?![0-9a-z])"
_PART_NAME: Final = pattern_of(_MONTHS_OF_PART)
_PART_OF_YEAR: Final = re.compile(
    rf"(?P<part>{_PART_NAME})\s*(?:ke)?\s*[-.]?\s*(?P<n>{_NTH})"
    r"(?:\s*[-/,.]*\s*(?P<year>[0-9]{4})(?!-?[0-9]))?",
    re.IGNORECASE,
)
# “Triwulan I dan II 2024”: the second one goes without its name.
_PARTS_OF_YEAR: Final = re.compile(
    rf"(?P<part>{_PART_NAME})\s*(?P<first>{_NTH})(?P<sign>\s*(?:[-–—,/]|{_TO_OR_AND})\s*)"
    rf"(?P<last>{_NTH})(?=\s)",
    re.IGNORECASE,
)
_RECENT: Final = 50
"""Of two figures, those below are a year of this century, hence perhaps still something else."""


def _parts(text: str) -> Sequence[_Part]:
    """Return what a text can be as one point, whole or in part; two where its order is open."""
    named = _named(text)
    return (named,) if named else _figures(text)


def _named(text: str) -> _Part | None:
    """Read a point with the name of a month, or of a part of the year."""
    if match := _WRITTEN.fullmatch(text) or _MONTH_FIRST.fullmatch(text):
        kind = MasalahTanggal.WRITTEN_OUT
        kind = MasalahTanggal.TWO_DIGIT_YEAR if _is_short(match["year"]) else kind
        return _Part(kind, _year(match["year"]), month_of(match["month"]), _stated(match["day"]))
    if match := _DAY_MONTH.fullmatch(text):
        return _Part(MasalahTanggal.WRITTEN_OUT, 0, month_of(match["month"]), _stated(match["day"]))
    if match := _MONTH_YEAR.fullmatch(text):
        kind = MasalahTanggal.YEAR_MONTH
        # “Jan-98” is as open as “Jan-24”: the figures may be a day.
        kind = MasalahTanggal.TWO_DIGIT_YEAR if len(match["year"]) == len("24") else kind
        return _Part(kind, _year(match["year"]), month_of(match["month"]))
    if match := _MONTH.fullmatch(text):
        return _Part(MasalahTanggal.YEAR_MONTH, 0, month_of(match["month"]))
    if match := _PART_OF_YEAR.fullmatch(text):
        months = _MONTHS_OF_PART[" ".join(match["part"].lower().split())]
        last = months * _ORDER[match["n"].lower()]
        return _Part(MasalahTanggal.PERIOD, int(match["year"] or 0), last - months + 1, 0, last)
    return None


def _figures(text: str) -> Sequence[_Part]:
    """Read a point in figures alone."""
    if (match := _SERIAL.fullmatch(text)) and (number := int(match[1])) in _SERIALS:
        day = EXCEL_EPOCH + timedelta(days=number)
        return (_Part(MasalahTanggal.EXCEL_SERIAL, day.year, day.month, day.day),)
    if match := _YEAR_FIRST.fullmatch(text):
        year, month, first = (figure for figure in match.groups() if figure)
        return (_Part(MasalahTanggal.OTHER_FORM, int(year), _stated(month), _stated(first)),)
    if match := _YEAR_LAST.fullmatch(text):
        return _year_last(*match.groups())
    if match := _YEAR.fullmatch(text):
        return (_Part(MasalahTanggal.YEAR_ONLY, int(match[1])),)
    if match := _FIGURE_MONTH.fullmatch(text):
        year, month = int(match[1] or match[4]), _stated(match[2] or match[3])
        return (_Part(MasalahTanggal.YEAR_MONTH, year, month),)
    if match := _DAY_FIGURE.fullmatch(text):  # “1/5 – 7/5/2024”
        orders = dict.fromkeys(((match[2], match[1]), (match[1], match[2])))
        return [
            _Part(MasalahTanggal.AMBIGUOUS_ORDER, 0, _stated(month), _stated(day))
            for month, day in orders
        ]
    is_day = _DAY.fullmatch(text)
    return (_Part(MasalahTanggal.NOT_A_DATE, 0, 0, _stated(text)),) if is_day else ()


def _year_last(first: str, second: str, year: str) -> Sequence[_Part]:
    # People here write the day first; the other order comes from English spreadsheets.
    orders = dict.fromkeys(((second, first), (first, second)))
    days = [(int(m), int(d)) for m, d in orders if day_of(str(_year(year)), m, d)]
    kind = MasalahTanggal.AMBIGUOUS_ORDER if len(days) > 1 else MasalahTanggal.OTHER_ORDER
    if _is_short(year):
        kind = MasalahTanggal.TWO_DIGIT_YEAR
    if not days:  # no order gives a day of the calendar
        days = [(_stated(second), _stated(first))]
    return [_Part(kind, _year(year), *day) for day in days]


def _stated(figures: str) -> int:
    """Return a day or a month that was written; “00” is one that no calendar has."""
    return int(figures) or _IN_NO_CALENDAR


_IN_NO_CALENDAR: Final = 99


def month_of(name: str) -> int:
    """Return the number of a month that `MONTH_PATTERN` matched."""
    return _MONTHS[name.lower()]


def _is_short(year: str) -> bool:
    """Tell whether two figures leave open which year is meant; “98” can only be 1998."""
    return len(year) == len("19") and int(year) < _RECENT


def _year(figures: str) -> int:
    if len(figures) == len("2019"):
        return int(figures)
    return int(figures) + (2000 if _is_short(figures) else 1900)


# ---------------------------------------------------------------- whole texts


@dataclass(frozen=True, slots=True)
class _Found:
    """What a text can be, why that is no normal form, and what of it was not used."""

    kind: MasalahTanggal
    points: tuple[Waktu | Kurun, ...] = ()
    sisa: str = ""


_FILLERS: Final = pattern_of((*TIME_WORDS.pengisi_tanggal, *_WEEKDAYS), space=r"\s*")
_FILLER: Final = re.compile(rf"{_FILLERS}[.,:]?", re.IGNORECASE)
_WEEKDAY: Final = re.compile(pattern_of(_WEEKDAYS), re.IGNORECASE)
_CLOCK: Final = re.compile(
    r"[,;T ]\s*(?:(?:pukul|jam|pkl)\.?\s*)?[0-9]{1,2}[:.][0-9]{2}(?:[:.][0-9]{2}(?:\.[0-9]+)?)?Z?"
    r"(?:\s*wi(?:b|ta|t))?",
    re.IGNORECASE,
)
# At least one figure, and a letter that a typist or a scanner takes for another.
_MISREAD: Final = re.compile(r"(?<![^\W_])(?=[OoIl]*[0-9])(?=[0-9]*[OoIl])[0-9OoIl]{2,4}(?![^\W_])")
_FIGURES: Final = str.maketrans("OoIl", "0011")
_SPACE_AND_SIGNS: Final = " \t.,;:-–—'’()[]\""
_TO: Final = re.compile(
    rf"\s*[-–—]\s*|\s*(?:{pattern_of(TIME_WORDS.sampai)})\s*(?:dengan\s+)?", re.IGNORECASE
)
_OR: Final = "atau"
_AND: Final = re.compile(
    rf"(?:\s*(?:[,;/&]|{pattern_of((*TIME_WORDS.dan, _OR))}))+\s*", re.IGNORECASE
)
_MOST_SIGNS: Final = 200
"""A longer text is no date; looking for one in it would only cost time."""
_MOST_WORDS: Final = 12


# “Bulan 3 Tahun 2022”, “tgl 5 bln 3 thn 2022”: the words say what each figure is.
_LABELLED: Final = re.compile(
    rf"(?:\b(?:tanggal|tgl)\.?\s*(?P<day>0?[1-9]|[12][0-9]|3[01])\s*[,.]?\s*|(?<![0-9] ))"
    rf"(?:{pattern_of(TIME_WORDS.bulan_lama)})\s*(?P<month>0?[1-9]|1[0-2])\s*[,.]?\s*"
    rf"(?:(?:{pattern_of(TIME_WORDS.tahun)})\s*)?(?P<year>(?:19|20)[0-9]{{2}})(?![0-9])",
    re.IGNORECASE,
)
# “3 hari Mei 2024”, “5 tahun s.d. 2027”: a length, in which no word is a filler.
_COUNTED: Final = re.compile(
    rf"(?<!tanggal )(?<!tgl )(?<!tgl. )(?<![0-9/.-])[0-9]{{1,2}}\s*"
    rf"(?:(?:hari|minggu|pekan|{pattern_of(TIME_WORDS.bulan_lama)})(?![a-z])"
    rf"|(?:{pattern_of(TIME_WORDS.tahun)})(?!\s*[0-9]{{4}}))",
    re.IGNORECASE,
)
_LETTERS: Final = re.compile(r"[^\W\d_]{5,}")
_LONG_MONTHS: Final = sorted(name for name in _MONTHS if len(name) > len("juni"))


def _find(text: str) -> _Found:
    line = _LABELLED.sub(_in_figures, " ".join(text.split()))
    line = _SHORT_YEAR_PAIR.sub(_both_years, line)
    found = _find_in(line)
    if any(not _FIRST_YEAR <= point.awal.year <= _LAST_YEAR for point in found.points):
        return replace(found, kind=MasalahTanggal.FAR_YEAR)
    if len(line) > _MOST_SIGNS:
        return found
    respelt = _LETTERS.sub(lambda word: _nearest_month(word[0]), line)
    if respelt == line or not (meant := _find_in(respelt)).points:
        return found
    points = tuple(dict.fromkeys((*meant.points, *found.points)))
    return _Found(MasalahTanggal.MISSPELT, points, meant.sisa)


_FIRST_YEAR, _LAST_YEAR = 1900, 2100


def _in_figures(labelled: re.Match[str]) -> str:
    day = f"-{labelled['day']:0>2}" if labelled["day"] else ""
    return f"{labelled['year']}-{labelled['month']:0>2}{day}"


# “2023/24”; but “2011/12” is a month.
_SHORT_YEAR_PAIR: Final = re.compile(
    r"(?<![0-9/.-])(?P<first>(?:19|20)[0-9]{2})(?P<sign>\s?[-–/]\s?)(?P<last>[0-9]{2})(?![0-9/.-])"
)


def _both_years(pair: re.Match[str]) -> str:
    year = int(pair["first"]) + 1
    follows = year % 100 == int(pair["last"]) > len(BULAN)
    return f"{pair['first']}{pair['sign']}{year}" if follows else pair[0]


def _nearest_month(word: str) -> str:
    """Return the month that a word differs from by one letter; any other word as it is."""
    lower = word.lower()
    if lower in _MONTHS:
        return word
    near = (name for name in _LONG_MONTHS if name[0] == lower[0])
    return next((name for name in near if OSA.distance(lower, name, score_cutoff=1) == 1), word)


def _find_in(line: str) -> _Found:
    mended = _MISREAD.sub(lambda token: token[0].translate(_FIGURES), line)
    bare = _said(mended)
    if len(bare) > _MOST_SIGNS or _COUNTED.search(mended):
        return _anywhere(mended)
    found = _whole(bare)
    if found is None:
        return _inside(mended)
    said = {_WEEKDAYS[name.lower()] for name in _WEEKDAY.findall(line)}
    days = {day.weekday() for point in found.points for day in (point.awal, point.akhir)}
    if said and len(found.points) == 1 and not said <= days:  # “Senin, 29 Mei 2024”, a Wednesday
        return _Found(found.kind, found.points, " ".join(_WEEKDAY.findall(line)))
    if open_end := _OPEN_END.search(mended):  # “2020 –”
        return _Found(found.kind, found.points, open_end[0])
    if mended != line and found.points:
        return _Found(MasalahTanggal.MISREAD, found.points)
    return found


_YEAR_BEFORE: Final = re.compile(
    rf"(?P<year>(?:19|20)[0-9]{{2}})\s*[-/.,]?\s*(?P<rest>(?:{MONTH_PATTERN}|{_PART_NAME}.*))",
    re.IGNORECASE,
)


def _whole(bare: str) -> _Found | None:
    """Read a text that is a point, a period or a list of points, and nothing else."""
    bare = _YEAR_BEFORE.sub(r"\g<rest> \g<year>", bare) if _YEAR_BEFORE.fullmatch(bare) else bare
    parts = _parts(bare)
    if not parts and (clock := _CLOCK.search(bare)) and clock.end() == len(bare):
        parts = [part for part in _parts(bare[: clock.start()].strip()) if part.hari]
    if parts and parts[0].tahun:
        points = [point for part in parts if (point := part.point())]
        if points:
            return _Found(parts[0].kind, tuple(dict.fromkeys(points)))
        # “31-02-2024”: its month, or its year, can be meant all the same.
        wider = replace(parts[0], hari=0).point() or Waktu(parts[0].tahun)
        return _Found(MasalahTanggal.NOT_A_DAY, (wider,), bare)
    bare = _PARTS_OF_YEAR.sub(r"\g<part> \g<first>\g<sign>\g<part> \g<last>", bare)
    return _period(bare) or _list(bare)


def _period(bare: str) -> _Found | None:
    """Read “01 – 03 September 2024”, “Des 2023 s.d. Jan 2024”: two points and a sign between."""
    for sign in _TO.finditer(bare):
        left, right = _parts(bare[: sign.start()].strip()), _parts(bare[sign.end() :].strip())
        ends = [
            (one.beside(other).point(), other.after(one).point(), one)
            for one in left
            for other in right
        ]
        found: dict[Waktu | Kurun, None] = {}
        # “20 Mei 2024 – 3 Juni” names the year of its end only before it, “Maret s.d. 2023” no
        # month of it.
        certain = len(ends) == 1 and right[0].tahun > 0 and bool(left[0].tahun or right[0].bulan)
        for first, last, part in ends:
            if first is None or last is None:
                continue
            if first.awal < last.akhir:
                found[Kurun(first.awal, last.akhir)] = None
            elif not part.tahun and isinstance(first, Waktu):
                # “29 Des – 3 Jan 2024” begins in the year before, though nobody says so.
                before = Waktu(first.tahun - 1, first.bulan, first.hari)
                found[Kurun(before.awal, last.akhir)] = None
                certain = False
            else:
                found |= dict.fromkeys((first, last))
                certain = False
        if found:
            return _Found(
                MasalahTanggal.PERIOD if certain else MasalahTanggal.SEVERAL, tuple(found)
            )
    return None


def _list(bare: str) -> _Found | None:
    """Read “2 dan 3 Mei 2024”, “2023/2024”: each of them, and all together where they adjoin."""
    pieces = [_parts(piece) for piece in _AND.split(bare)]
    if len(pieces) < 2 or not all(len(piece) == 1 for piece in pieces):  # noqa: PLR2004 — a pair
        return None
    parts = [piece[0] for piece in pieces]
    for n in range(len(parts) - 2, -1, -1):
        parts[n] = parts[n].beside(parts[n + 1])
    points = [point for part in parts if (point := part.point())]
    if len(points) < len(parts):
        return None
    adjoining = all(b.awal - a.akhir == timedelta(days=1) for a, b in pairwise(points))
    school_year = "/" in bare and not any(part.bulan for part in parts)
    # “Juni atau Juli 2024” is one of them, never both.
    together = adjoining and _OR not in bare.lower()
    whole = [Kurun(points[0].awal, points[-1].akhir)] if together else []
    # Of “2023/2024” either year may be meant before both of them whole.
    ways = (*points, *whole) if school_year else (*whole, *points)
    return _Found(MasalahTanggal.SEVERAL, tuple(dict.fromkeys(ways)))


_DATED: Final = re.compile(
    "|".join(
        re.sub(r"\?P<\w+>", "?:", pattern.pattern)
        for pattern in (_WRITTEN, _MONTH_FIRST, _PART_OF_YEAR, _MONTH_YEAR)
    )
    + r"|(?<![0-9])[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(?![0-9])"
    r"|(?<![0-9/.-])[0-9]{1,2}[-/.][0-9]{1,2}[-/.][0-9]{4}(?![0-9])"
    r"|(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])",
    re.IGNORECASE,
)
_EDGE: Final = re.compile(
    rf"({pattern_of(TIME_WORDS.awal)})|({pattern_of(TIME_WORDS.akhir)})", re.IGNORECASE
)


def _inside(line: str) -> _Found:
    """Find the points that a longer text names; all else is the remainder."""
    return _at_its_end(line) or _anywhere(line)


def _at_its_end(line: str) -> _Found | None:
    """Read “Kota Kecil, 1 – 3 Mei 2024”: words, then a point, a period or a list."""
    words = line.split()
    for n in range(1, min(len(words), _MOST_WORDS)):
        before = _said(" ".join(words[:n]))
        if any(char.isdigit() for char in before):
            return None
        found = _whole(_said(" ".join(words[n:])))
        if found and found.points:
            points = dict.fromkeys(found.points)
            if len(points) == 1 and (edge := _EDGE.fullmatch(before)):
                points |= _at_the_edge(found.points[0], first=bool(edge[1]))
            return _Found(found.kind, tuple(points), before)
    return None


def _said(text: str) -> str:
    """Return a text without words that say nothing beside a date, and signs at its ends."""
    return " ".join(_FILLER.sub(" ", text).split()).strip(_SPACE_AND_SIGNS)


def _anywhere(line: str) -> _Found:
    dated = [(match, _parts(match[0])) for match in _DATED.finditer(line)]
    matches = [match for match, parts in dated if any(part.point() for part in parts)]
    named = (part.point() for _, parts in dated for part in parts)
    points: dict[Waktu | Kurun, None] = {point: None for point in named if point}
    rest = _rest(line, matches)
    if not points:
        impossible = any(part.tahun for _, parts in dated for part in parts)
        kind = MasalahTanggal.NOT_A_DAY if impossible else MasalahTanggal.NOT_A_DATE
        return _Found(kind, (), rest)
    if any(char.isdigit() for char in rest):
        # “1-3 dan 5 Mei 2024”: more days than were read; their month covers them.
        days = [point for point in points if isinstance(point, Waktu) and point.hari]
        points |= {Waktu(point.tahun, point.bulan): None for point in days}
    kind = _parts(matches[0][0])[0].kind if len(matches) == 1 else MasalahTanggal.SEVERAL
    return _Found(kind, tuple(points), rest)


def _rest(line: str, matches: Sequence[re.Match[str]]) -> str:
    ends = [0, *(match.end() for match in matches)]
    starts = [*(match.start() for match in matches), len(line)]
    pieces = (_said(line[a:b]) for a, b in zip(ends, starts, strict=True))
    return " … ".join(piece for piece in pieces if _SAYS_SOMETHING.search(piece))


_OPEN_END: Final = re.compile(r"(?<=[0-9 ])[-–—]$")
# “±2024”, “2024?”; marks of a note say nothing of the time.
_SAYS_SOMETHING: Final = re.compile(r"[^\W_]|[±?~<>≤≥≈=+%]")


def _at_the_edge(point: Waktu | Kurun, *, first: bool) -> dict[Waktu | Kurun, None]:
    """Return the month that “awal tahun 2024” or “akhir tahun 2024” may mean beside the year."""
    if not isinstance(point, Waktu) or point.bulan:
        return {}
    return {Waktu(point.tahun, 1 if first else 12): None}


# ---------------------------------------------------------------- for readers


@lru_cache(maxsize=4096)
def format_tanggal(day: date) -> str:
    """Write a date for readers: “31 Desember 2027”."""
    return f"{day.day} {BULAN[day.month - 1]} {day.year}"


def format_waktu(point: Waktu | Kurun) -> str:
    """Write a year, a month, a day or a period: “2024”, “Mei 2024”, “Januari sampai Maret 2024”."""
    if isinstance(point, Kurun):
        return " sampai ".join(_ends_of(point))
    if point.hari:
        return format_tanggal(point.awal)
    return f"{BULAN[point.bulan - 1]} {point.tahun}" if point.bulan else str(point.tahun)


def _ends_of(kurun: Kurun) -> Iterator[str]:
    """Yield both ends, without days where whole months are meant, nor months of whole years."""
    first, last = kurun.awal, kurun.akhir
    years = first == Waktu(first.year).awal and last == Waktu(last.year).akhir
    months = first.day == 1 and last == Waktu(last.year, last.month).akhir
    if years and first.year < last.year:
        yield from (str(first.year), str(last.year))
    elif months and (first.year, first.month) < (last.year, last.month):
        year = "" if first.year == last.year else f" {first.year}"
        yield from (f"{BULAN[first.month - 1]}{year}", f"{BULAN[last.month - 1]} {last.year}")
    else:
        yield from (format_tanggal(first), format_tanggal(last))


def months_before(day: date, months: int) -> date:
    """Return the day some months earlier, or the last day of that month when it is shorter."""
    year, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
