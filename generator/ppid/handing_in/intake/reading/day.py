"""Days, months and years: what has one reading is written TTTT-BB-HH, the rest is asked."""

import re
from functools import lru_cache
from typing import Final

from ppid.handing_in.intake.model import Reading
from ppid.handing_in.intake.reading.verdict import LEFT_EMPTY, Doubt, Verdict, offers
from ppid.values.dates import (
    MONTH_PATTERN,
    MasalahTanggal,
    TanggalReading,
    format_tanggal,
    read_tanggal,
    read_waktu,
)
from ppid.values.numbers import read_bulat

_NORMAL: Final = "tanggal ditulis sebagai tahun-bulan-hari"
_CERTAIN: Final = frozenset(
    {MasalahTanggal.WRITTEN_OUT, MasalahTanggal.OTHER_ORDER, MasalahTanggal.OTHER_FORM}
)
_ASKS: Final = {
    MasalahTanggal.AMBIGUOUS_ORDER: "Tanggal berapa yang dimaksud?",
    MasalahTanggal.TWO_DIGIT_YEAR: "Tahunnya hanya dua angka. Tanggal berapa yang dimaksud?",
    MasalahTanggal.EXCEL_SERIAL: "Ini angka, mungkin tanggal yang kehilangan bentuknya. Benarkah?",
    MasalahTanggal.SEVERAL: "Ada lebih dari satu tanggal. Yang mana yang dipakai?",
    MasalahTanggal.YEAR_ONLY: "Hanya tahun yang tertulis. Tanggal berapa?",
    MasalahTanggal.YEAR_MONTH: "Hanya bulan dan tahun yang tertulis. Tanggal berapa?",
    MasalahTanggal.NOT_A_DAY: "Hari itu tidak ada di kalender. Tanggal berapa yang dimaksud?",
}
_NO_DATE: Final = "Ini bukan tanggal. Tanggal berapa yang dimaksud? Tulis TTTT-BB-HH."
_WORD: Final = re.compile(r"[^\W\d_']+")
_DAY_NAMES: Final = frozenset(
    ["senin", "selasa", "rabu", "kamis", "jumat", "jum'at", "sabtu", "minggu"]
)
_SAID_ANYWAY: Final = _DAY_NAMES | frozenset(
    ["tahun", "thn", "th", "bulan", "bln", "tanggal", "tgl"]
)
_LONGEST_DATE: Final = 40


@lru_cache(maxsize=8192)
def read_day(text: str) -> Verdict:
    """Read a day; “03/04/2025” is asked, “29 Mei 2024” is not."""
    reading = read_tanggal(text)
    if reading.value:
        return Verdict(text)
    if reading.problem in _CERTAIN and len(reading.candidates) == 1 and _is_bare(text):
        return Verdict(str(reading.candidates[0]), _NORMAL)
    days = _days(text, reading)
    asks = _ASKS.get(reading.problem or MasalahTanggal.NOT_A_DATE, _NO_DATE)
    if reading.problem in _CERTAIN:
        asks = "Ada tulisan lain di sekitar tanggalnya. Apakah ini tanggalnya?"
    return Verdict(text, doubt=Doubt(asks, (*days, LEFT_EMPTY)))


def _days(text: str, reading: TanggalReading) -> tuple[Reading, ...]:
    if reading.candidates:
        return tuple(Reading(str(day), format_tanggal(day)) for day in reading.candidates)
    point = read_waktu(text)
    ends = [day for one in point.candidates or () for day in (one.awal, one.akhir)]
    if point.value:
        ends = [point.value.awal, point.value.akhir]
    return tuple(Reading(str(day), format_tanggal(day)) for day in dict.fromkeys(ends))


def _is_bare(text: str) -> bool:
    """Tell whether nothing but a date was written: “Rabu, 29 Mei 2024”, but no sentence."""
    return len(text) <= _LONGEST_DATE and len(_names(text)) <= 1


def _names(text: str) -> list[str]:
    """Return the words that are neither days of the week nor “tanggal”, “bulan”, “tahun”."""
    return [word for word in _WORD.findall(text.lower()) if word not in _SAID_ANYWAY]


@lru_cache(maxsize=8192)
def read_moment(text: str, tahun: int) -> Verdict:
    """Read a year, a month or a day; where there is none, the year of the list is offered."""
    verdict = _moment(text)
    if verdict.doubt and not verdict.doubt.readings:
        own = Reading(str(tahun), f"{tahun}, tahun daftar ini")
        return Verdict(text, doubt=Doubt(verdict.doubt.asks, (own,)))
    return verdict


_SEVERAL: Final = "Ada lebih dari satu waktu. Yang mana yang dipakai?"
_WHEN: Final = "Kapan informasi ini dibuat? Tulis tahun, tahun-bulan, atau tahun-bulan-hari."
_YEARS: Final = range(1950, 2100)
_ONE_POINT: Final = _CERTAIN | {MasalahTanggal.YEAR_ONLY, MasalahTanggal.YEAR_MONTH}


def _moment(text: str) -> Verdict:
    reading = read_waktu(text)
    if reading.value:
        return Verdict(text)
    points = tuple(map(str, reading.candidates or _years_in_thousands(text)))
    if len(points) == 1 and reading.problem in _ONE_POINT and _says_only_when(text):
        return Verdict(points[0], "waktu ditulis sebagai tahun, bulan, atau tanggal")
    if reading.problem is MasalahTanggal.AMBIGUOUS_ORDER:
        return read_day(text)
    asks = _SEVERAL if len(points) > 1 else _WHEN
    return Verdict(text, doubt=Doubt(asks, offers(*points)))


def _years_in_thousands(text: str) -> tuple[int, ...]:
    """Return the year of “2.025”, as spreadsheets show it that put marks into thousands."""
    return tuple(number for number in read_bulat(text).candidates if number in _YEARS)


def _says_only_when(text: str) -> bool:
    """Tell whether only figures, one month and words like “tahun” were written."""
    names = _names(text)
    # “Anggaran 2025” names no month: then the word says something else.
    year_alone = read_waktu(text).problem is MasalahTanggal.YEAR_ONLY
    return not names if year_alone else len(names) <= 1


_PLACE_AND_TIME: Final = re.compile(
    r"(?P<place>[^\W\d_][^\d,;]*?)\s*[,;/\n-]?\s*(?P<time>(?:tahun\s+|tgl\.?\s+|tanggal\s+)?\d.*)",
    re.IGNORECASE | re.DOTALL,
)
_COMMA: Final = re.compile(r"(?P<place>[^\W\d_][^\d]*?)\s*[,;/]\s*(?P<time>.*\d.*)", re.DOTALL)


_MONTH: Final = re.compile(MONTH_PATTERN, re.IGNORECASE)
_NO_PLACE: Final = _SAID_ANYWAY | frozenset(
    ("anggaran", "setiap", "tiap", "semester", "triwulan", "periode", "awal", "akhir", "sejak")
)


def split_place_and_time(text: str) -> tuple[str, str]:
    """Return place and time of “Sabu Raijua, 2025”; what was not said is empty.

    “Bekasi, 12 Januari 2025” is cut at the comma, “Bekasi 2025” before the figures. “Januari 2025”
    has no place.
    """
    line = " ".join(text.split())
    cut = _COMMA.fullmatch(line) or _PLACE_AND_TIME.fullmatch(line)
    if cut is None:
        return ("", line) if any(char.isdigit() for char in line) else (line, "")
    place, time = cut["place"].strip(), cut["time"].strip()
    if _is_month(place) or not _NO_PLACE.isdisjoint(place.lower().split()):
        return "", line
    *before, last = place.split()
    if before and _is_month(last):  # “Bekasi Januari 2025”
        return " ".join(before), f"{last} {time}"
    return place, time


def _is_month(word: str) -> bool:
    return _MONTH.fullmatch(word) is not None
