"""Lengths of time, read from the ways people write them."""

import re
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum
from typing import Final

from ppid.values.time_words import TIME_WORDS, pattern_of


class MasalahJangka(Enum):
    """Why a text is not a term that can be taken as it stands."""

    MISSING = "missing"
    UNREADABLE = "unreadable"
    MISSPELT = "misspelt"
    """“Permamen”: nearly a known term."""
    COMPOUND = "compound"
    """Two terms in one cell, or a list: “1 Tahun / dibuka jika ada persetujuan”."""
    PERMISSION = "permission"
    """“atas izin Wali Kota”, “dibuka pada waktu pemeriksaan”: who may see it, not until when."""
    OPEN_END = "open end"
    """“sampai Triwulan berikutnya”: a time after “sampai” that names no day."""
    AMBIGUOUS_UNIT = "ambiguous unit"
    """A bare “5”: years or months?"""
    AMBIGUOUS_NUMBER = "ambiguous number"
    """“5 (enam) tahun”: figure and word disagree."""
    RANGE = "range"
    """“2-5 tahun”, “2 + 3 tahun”: two lengths, and no word on which of them holds."""
    OTHER_UNIT = "other unit"
    """Days or weeks."""
    NOT_POSITIVE = "not positive"
    DATE_FORM = "date form"
    """An end date, but not written `sampai TTTT-BB-HH`."""
    PERIOD = "period"
    """“1 Januari – 31 Desember 2024”: the beginning stands in the same cell."""
    MISSING_CITATION = "missing citation"
    """“sesuai peraturan perundang-undangan” without saying which."""
    CITATION = "citation"
    """“Perwal 27 Tahun 2017”: a regulation, and no word on what it says of the term."""


@dataclass(frozen=True, slots=True)
class LamaReading:
    """A text as a length of time: months (0 when there is a problem), or a problem."""

    bulan: int = 0
    problem: MasalahJangka | None = None
    candidates: tuple[str, ...] = ()


MONTHS_IN_YEAR: Final = 12
# A term of more than four digits is a slip of the pen, and a date beyond year 9999 cannot be given.
_FIGURE: Final = r"[0-9]{1,4}(?:[.,]5)?"
_UNITS: Final = ("satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan")
_UNIT: Final = "(?:" + "|".join(_UNITS) + ")"
_WORD: Final = (
    rf"(?:{_UNIT}\s*puluh(?:\s*{_UNIT})?|{_UNIT}\s*belas|sebelas|sepuluh|seratus|{_UNIT})"
)
_COUNT: Final = (
    rf"(?:(?P<figure>{_FIGURE})|(?P<word>{_WORD}))\s*(?:\(\s*(?P<inner>[a-z0-9 ]+?)\s*\))?"
)
_YEARS: Final = pattern_of(TIME_WORDS.tahun)
_MONTHS: Final = pattern_of(TIME_WORDS.bulan_lama)
_OTHER: Final = pattern_of(TIME_WORDS.satuan_lain)
# What follows the unit is no year: in “27 Tahun 2017” the first number is that of a law.
_NAMES: Final = (
    rf"(?:(?P<years>{_YEARS})|(?P<months>{_MONTHS})|(?P<other>{_OTHER}))\.?(?!\s*[0-9]{{4}})"
)
_LENGTH: Final = re.compile(rf"(?<![0-9/.,-]){_COUNT}\s*-?\s*{_NAMES}", re.IGNORECASE)
# “dua lima tahun” is neither five years nor seven.
_NUMBER_BEFORE: Final = re.compile(rf"\b(?:{_WORD}|[0-9]+)\s+$", re.IGNORECASE)
_BARE: Final = re.compile(_COUNT, re.IGNORECASE)
# “lima tahun (5)”, “5 (lima tahun)”, “5 tahun (lima tahun)”
_SAID_AGAIN: Final = re.compile(
    rf"(?P<count>{_FIGURE}|{_WORD})\s*(?P<unit>{_YEARS}|{_MONTHS})?\s*"
    rf"\(\s*(?P<again>[a-z0-9 ]+?)\s*(?P<inside>{_YEARS}|{_MONTHS})?\s*\)",
    re.IGNORECASE,
)
_CALENDAR_YEAR: Final = re.compile(r"(?:19|20)[0-9]{2}")
_ONE: Final = re.compile(r"se(?P<unit>tahun|bulan)", re.IGNORECASE)
_MIXED: Final = re.compile(
    rf"(?P<years>[0-9]{{1,3}}|{_WORD})\s*(?:\([a-z ]+\)\s*)?{_YEARS}\.?\s*(?:dan|,)?\s*"
    rf"(?P<months>[0-9]{{1,2}}|{_WORD})\s*(?:\([a-z ]+\)\s*)?{_MONTHS}\.?",
    re.IGNORECASE,
)
_HALVES: Final = {"½": "1/2", "¼": "1/4", "¾": "3/4"}
# “1/2 tahun”, “setengah tahun”, “2 1/2 tahun”, “satu setengah tahun”
_FRACTION: Final = re.compile(
    rf"(?:(?P<whole>[0-9]{{1,3}}|{_WORD})\s+)?(?:(?P<over>[123])\s?/\s?(?P<under>[24])|setengah)"
    rf"\s*{_YEARS}",
    re.IGNORECASE,
)
_INNER: Final = r"\s*(?:\(\s*[a-z0-9 ]+?\s*\))?"
_TO: Final = rf"\s*(?:[-–—+/]|{pattern_of((*TIME_WORDS.sampai, *TIME_WORDS.dan, 'atau'))})\s*"
_RANGE: Final = re.compile(
    rf"(?:antara\s+)?(?P<first>(?:{_FIGURE}|{_WORD}){_INNER})\s*(?P<unit>{_YEARS}|{_MONTHS})?\.?"
    rf"(?P<sign>{_TO})(?P<last>(?:{_FIGURE}|{_WORD}){_INNER}\s*(?P<same>{_YEARS}|{_MONTHS})\.?)",
    re.IGNORECASE,
)


def length_text(bulan: int) -> str:
    """Return the normal form of a number of months: 60 → “5 tahun”, 18 → “18 bulan”."""
    years, months = divmod(bulan, MONTHS_IN_YEAR)
    return f"{bulan} bulan" if months else f"{years} tahun"


def is_length_text(text: str, bulan: int) -> bool:
    """Tell whether a length is written as files allow: “1 tahun”, but “12 bulan” as well."""
    return bulan > 0 and text in (length_text(bulan), f"{bulan} bulan")


def read_lama(text: str) -> LamaReading | None:
    """Read a text that is a length of time and nothing else; None when it is none."""
    for sign, spelt in _HALVES.items():
        text = text.replace(sign, f" {spelt}").strip()
    twice = _SAID_AGAIN.fullmatch(text)
    if twice and _number(twice["again"]) is not None:
        units = {unit.lower() for unit in twice.group("unit", "inside") if unit}
        if len(units) == 1:
            text = f"{twice['count']} ({twice['again']}) {units.pop()}"
    if mixed := _MIXED.fullmatch(text):
        years, months = (int(_number(mixed[name]) or 0) for name in ("years", "months"))
        return _positive(years * MONTHS_IN_YEAR + months)
    if one := _ONE.fullmatch(text):
        return LamaReading(MONTHS_IN_YEAR if one["unit"].lower() == "tahun" else 1)
    if length := _LENGTH.fullmatch(text):
        return _length(length)
    if part := _FRACTION.fullmatch(text):
        whole = _number(part["whole"] or "") or Decimal(0)
        months = MONTHS_IN_YEAR * int(part["over"] or 1) // int(part["under"] or 2)
        return _positive(int(whole) * MONTHS_IN_YEAR + months)
    if between := _RANGE.fullmatch(text):
        return _range(between)
    bare = _BARE.fullmatch(text)
    if bare and not _CALENDAR_YEAR.fullmatch(text):
        count = _count(bare)
        meant = (f"{count} tahun", f"{count} bulan") if count == int(count) and count else ()
        return LamaReading(0, MasalahJangka.AMBIGUOUS_UNIT, meant)
    return None


def lengths_in(text: str) -> tuple[re.Match[str], ...]:
    """Return where lengths that can be read occur inside a text."""
    found = (
        (match, read_lama(match[0]))
        for match in _LENGTH.finditer(text)
        if not _NUMBER_BEFORE.search(text[: match.start()])
    )
    return tuple(match for match, one in found if one and one.bulan)


def _range(match: re.Match[str]) -> LamaReading:
    """Offer both ends of a range; of a sum also the whole."""
    ends = (f"{match['first']} {match['unit'] or match['same']}", match["last"])
    lengths = [one.bulan for end in ends if (one := read_lama(end)) and one.bulan]
    if len(lengths) < len(ends):
        return LamaReading(0, MasalahJangka.UNREADABLE)
    meant = [sum(lengths), *lengths] if "+" in match["sign"] else lengths
    return LamaReading(0, MasalahJangka.RANGE, tuple(dict.fromkeys(map(length_text, meant))))


def _length(match: re.Match[str]) -> LamaReading:
    if match["other"]:
        return LamaReading(0, MasalahJangka.OTHER_UNIT)
    of_unit = MONTHS_IN_YEAR if match["years"] else 1
    count, said = _count(match), _number(match["inner"] or "")
    if said is not None and said != count:
        meant = tuple(length_text(int(number * of_unit)) for number in (count, said))
        return LamaReading(0, MasalahJangka.AMBIGUOUS_NUMBER, meant)
    if match["inner"] and said is None:
        return LamaReading(0, MasalahJangka.UNREADABLE)
    months = count * of_unit
    if months != int(months):
        return LamaReading(0, MasalahJangka.OTHER_UNIT)
    return _positive(int(months))


def _positive(bulan: int) -> LamaReading:
    return LamaReading(bulan) if bulan else LamaReading(0, MasalahJangka.NOT_POSITIVE)


def _count(match: re.Match[str]) -> Decimal:
    number = _number(match["figure"] or match["word"])
    return number if number is not None else Decimal(0)


def _number(text: str) -> Decimal | None:
    """Read a count in figures or in words; None when it is neither."""
    bare = re.sub(r"\s+", "", text.lower())
    if re.fullmatch(_FIGURE, bare):
        return Decimal(bare.replace(",", "."))
    known = _NUMBERS.get(bare)
    return Decimal(known) if known else None


def _counted() -> dict[str, int]:
    """Spell the numbers from one to a hundred, without spaces."""
    units = dict(enumerate(_UNITS, start=1))
    numbers = {word: n for n, word in units.items()}
    numbers |= {"sepuluh": 10, "sebelas": 11, "seratus": 100}
    numbers |= {f"{word}belas": 10 + n for n, word in units.items() if n > 1}
    for n, word in units.items():
        if n > 1:
            numbers[f"{word}puluh"] = 10 * n
            numbers |= {f"{word}puluh{unit}": 10 * n + m for m, unit in units.items()}
    return numbers


_NUMBERS: Final = _counted()
