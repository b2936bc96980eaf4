"""Days, months and years; how long something is withheld (DIK) or kept (DIP).

What has one reading is written in its normal form, the rest is asked.
"""

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Final

from ppid.diagnostics.diagnostic import Severity
from ppid.handing_in.intake.reading.texts import (
    AS_WRITTEN,
    LEFT_EMPTY,
    Advice,
    CellValue,
    Doubt,
    offers,
)
from ppid.handing_in.model import Reading
from ppid.values.dates import (
    MONTH_PATTERN,
    MasalahTanggal,
    format_tanggal,
    read_tanggal,
    read_waktu,
)
from ppid.values.durations import MasalahJangka, read_retensi
from ppid.values.numbers import MasalahAngka, read_bulat
from ppid.values.terms import read_jangka_waktu

_CERTAIN: Final = frozenset(
    {MasalahTanggal.WRITTEN_OUT, MasalahTanggal.OTHER_ORDER, MasalahTanggal.OTHER_FORM}
)
"""Ways to write a day that leave no doubt which one it is."""
_ASKS_DAY: Final = {
    MasalahTanggal.AMBIGUOUS_ORDER: "Tanggal berapa yang dimaksud?",
    MasalahTanggal.TWO_DIGIT_YEAR: "Tahunnya hanya dua angka. Tanggal berapa yang dimaksud?",
    MasalahTanggal.EXCEL_SERIAL: "Ini angka, mungkin tanggal yang kehilangan bentuknya. Benarkah?",
    MasalahTanggal.SEVERAL: "Ada lebih dari satu tanggal. Yang mana yang dipakai?",
    MasalahTanggal.YEAR_ONLY: "Hanya tahun yang tertulis. Tanggal berapa?",
    MasalahTanggal.YEAR_MONTH: "Hanya bulan dan tahun yang tertulis. Tanggal berapa?",
    MasalahTanggal.NOT_A_DAY: "Hari itu tidak ada di kalender. Tanggal berapa yang dimaksud?",
    **dict.fromkeys(_CERTAIN, "Ada tulisan lain di sekitar tanggalnya. Apakah ini tanggalnya?"),
}
_NO_DATE: Final = "Ini bukan tanggal. Tanggal berapa yang dimaksud? Tulis TTTT-BB-HH."
_WORD: Final = re.compile(r"[^\W\d_']+")
_SAID_ANYWAY: Final = frozenset(
    {"senin", "selasa", "rabu", "kamis", "jumat", "jum'at", "sabtu", "minggu"}
    | {"tahun", "thn", "th", "bulan", "bln", "tanggal", "tgl"}
)
"""Words beside a date that say nothing more."""
_LONGEST_DATE: Final = 40


@lru_cache(maxsize=8192)
def read_day(text: str) -> CellValue:
    """Read a day; “03/04/2025” is asked, “29 Mei 2024” is not."""
    reading = read_tanggal(text)
    if reading.value:
        return CellValue(text)
    # “Rabu, 29 Mei 2024” says nothing but a date; a sentence around it may say more.
    bare = len(text) <= _LONGEST_DATE and len(_names(text)) <= 1
    if reading.problem in _CERTAIN and len(reading.candidates) == 1 and bare:
        return CellValue(str(reading.candidates[0]), "tanggal ditulis sebagai tahun-bulan-hari")
    days = reading.candidates
    if not days:
        moment = read_waktu(text)
        points = [moment.value] if moment.value else moment.candidates or ()
        days = tuple(dict.fromkeys(day for one in points for day in (one.awal, one.akhir)))
    readings = tuple(Reading(str(day), format_tanggal(day)) for day in days)
    asks = _ASKS_DAY.get(reading.problem or MasalahTanggal.NOT_A_DATE, _NO_DATE)
    return CellValue(text, doubt=Doubt(asks, (*readings, LEFT_EMPTY)))


def _names(text: str) -> list[str]:
    """Return the words that are neither days of the week nor “tanggal”, “bulan”, “tahun”."""
    return [word for word in _WORD.findall(text.lower()) if word not in _SAID_ANYWAY]


_YEARS: Final = range(1950, 2100)
_ONE_POINT: Final = _CERTAIN | {MasalahTanggal.YEAR_ONLY, MasalahTanggal.YEAR_MONTH}


@lru_cache(maxsize=8192)
def read_moment(text: str, tahun: int) -> CellValue:
    """Read a year, a month or a day; where there is none, the year of the list is offered."""
    reading = read_waktu(text)
    if reading.value:
        return CellValue(text)
    # Spreadsheets that put marks into thousands show a year as “2.025”.
    in_thousands = (number for number in read_bulat(text).candidates if number in _YEARS)
    points = tuple(map(str, reading.candidates or in_thousands))
    if len(points) == 1 and reading.problem in _ONE_POINT and _says_only_when(text):
        return CellValue(points[0], "waktu ditulis sebagai tahun, bulan, atau tanggal")
    if reading.problem is MasalahTanggal.AMBIGUOUS_ORDER:
        return read_day(text)
    asks = "Ada lebih dari satu waktu. Yang mana yang dipakai?"
    if len(points) <= 1:
        asks = "Kapan informasi ini dibuat? Tulis tahun, tahun-bulan, atau tahun-bulan-hari."
    own = Reading(str(tahun), f"{tahun}, tahun daftar ini")
    return CellValue(text, doubt=Doubt(asks, offers(*points) or (own,)))


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
    ["anggaran", "setiap", "tiap", "semester", "triwulan", "periode", "awal", "akhir", "sejak"]
)


def split_place_and_time(text: str) -> tuple[str, str]:
    """Return place and time of “Sabu Raijua, 2025”; what was not said is empty.

    “Ampana, 12 Januari 2025” is cut at the comma, “Ampana 2025” before the figures. “Januari 2025”
    has no place.
    """
    line = " ".join(text.split())
    cut = _COMMA.fullmatch(line) or _PLACE_AND_TIME.fullmatch(line)
    if cut is None:
        return ("", line) if any(char.isdigit() for char in line) else (line, "")
    place, time = cut["place"].strip(), cut["time"].strip()
    if _MONTH.fullmatch(place) or not _NO_PLACE.isdisjoint(place.lower().split()):
        return "", line
    *before, last = place.split()
    if before and _MONTH.fullmatch(last):  # “Ampana Januari 2025”
        return " ".join(before), f"{last} {time}"
    return place, time


_ASKS_TERM: Final[Mapping[MasalahJangka | None, str]] = {
    MasalahJangka.AMBIGUOUS_UNIT: "Tahun atau bulan?",
    MasalahJangka.AMBIGUOUS_NUMBER: "Angka dan katanya tidak sama. Yang mana yang benar?",
    MasalahJangka.COMPOUND: "Ada lebih dari satu jangka waktu. Yang mana yang berlaku?",
    MasalahJangka.CONDITIONAL: "Ini keadaan, bukan akhirnya. Kapan pengecualian berakhir?",
    MasalahJangka.DATE_FORM: "Apakah ini hari terakhir pengecualian?",
}
_SAYS_OF_TERM: Final[Mapping[MasalahJangka | None, str]] = {
    MasalahJangka.OTHER_UNIT: "tidak ditulis dalam tahun atau bulan",
    MasalahJangka.NOT_POSITIVE: "tidak menunjukkan lamanya",
    MasalahJangka.MISSING_CITATION: "tidak menyebut peraturannya",
}
_UNTIL: Final = re.compile(
    r"(?:sampai|hingga|s\.?\s?/?\s?d\.?)\s+(?:dengan\s+)?(?:tanggal\s+|tgl\.?\s+)?(?P<day>.+)",
    re.IGNORECASE,
)


@lru_cache(maxsize=8192)
def read_term(text: str) -> CellValue:
    """Read a term of exclusion (PerKI 1/2021 Pasal 49 ayat (6) huruf e)."""
    reading = read_jangka_waktu(text)
    normal = "jangka waktu ditulis dalam bentuk baku"
    if reading.value:
        return _in_normal_form(text, reading.normal, reading.is_normal, normal)
    if day := _last_day(text):
        return CellValue(f"sampai {day}", normal)
    if doubt := _which_length(text, reading.candidates, reading.problem):
        return CellValue(text, doubt=doubt)
    says = _SAYS_OF_TERM.get(reading.problem, "tidak dapat dibaca sebagai jangka waktu")
    advice = Advice(
        severity=Severity.PERINGATAN,
        message=f"Jangka waktu ini {says}",
        advice="Tulis lamanya, hari terakhirnya, atau peristiwa yang mengakhirinya.",
        example="5 tahun; sampai 2027-12-31; sampai diumumkan; sesuai UU 43/2009",
        rule_id="DIK-012",
    )
    return CellValue(text, advice=advice)


def _last_day(text: str) -> str:
    """Return the day of “sampai 31 Desember 2027”, which can be no other; empty otherwise."""
    until = _UNTIL.fullmatch(" ".join(text.split()))
    if until is None:
        return ""
    day = read_tanggal(until["day"].rstrip("."))
    if len(day.candidates) != 1 or day.problem not in _CERTAIN:
        return ""
    # A sentence around the date may say more than the date.
    most_words = len(("31", "Desember", "2027"))
    written_out = day.problem is MasalahTanggal.WRITTEN_OUT
    if written_out and len(until["day"].split()) > most_words:
        return ""
    return str(day.candidates[0])


@lru_cache(maxsize=4096)
def read_retention(text: str) -> CellValue:
    """Read a retention (PerKI 1/2021 Pasal 21 ayat (2) huruf g)."""
    reading = read_retensi(text)
    if reading.value:
        return _in_normal_form(text, reading.normal, reading.is_normal, "retensi dalam bentuk baku")
    if doubt := _which_length(text, reading.candidates, reading.problem):
        return CellValue(text, doubt=doubt)
    advice = Advice(
        severity=Severity.SARAN,
        message="Retensi ini tidak dapat dibaca",
        advice="Tulis lamanya atau dasar penyimpanannya.",
        example="5 tahun; permanen; selama berlaku; sesuai JRA",
        rule_id="DIP-007",
    )
    return CellValue(text, advice=advice)


def _in_normal_form(text: str, normal: str, is_normal: bool, reason: str) -> CellValue:  # noqa: FBT001
    return CellValue(text) if is_normal or normal == text else CellValue(normal, reason)


def _which_length(
    text: str, candidates: tuple[str, ...], problem: MasalahJangka | None
) -> Doubt | None:
    """Ask which of several lengths is meant; None where nothing can be offered."""
    number = read_bulat(text)
    if not candidates and number.problem is MasalahAngka.AMBIGUOUS_THOUSANDS:
        # A bare “1.000” is a thousand or one, of years or of months.
        candidates = tuple(f"{n} {unit}" for n in number.candidates for unit in ("tahun", "bulan"))
    asks = _ASKS_TERM.get(problem, "Apakah ini yang dimaksud?")
    return Doubt(asks, (*offers(*candidates), AS_WRITTEN)) if candidates else None
