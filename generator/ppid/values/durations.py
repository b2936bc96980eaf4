"""Lengths of time, and how long an archive is kept, read from the ways people write them."""

import re
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum
from functools import lru_cache
from typing import Final


class MasalahJangka(Enum):
    """Why a text is not a term that can be taken as it stands."""

    MISSING = "missing"
    UNREADABLE = "unreadable"
    COMPOUND = "compound"
    """Two terms in one cell: “1 Tahun / dibuka jika ada persetujuan”."""
    CONDITIONAL = "conditional"
    """“selama perjanjian berlaku”: a condition, not yet the event that ends the term."""
    AMBIGUOUS_UNIT = "ambiguous unit"
    """A bare “5”: years or months?"""
    AMBIGUOUS_NUMBER = "ambiguous number"
    """“5 (enam) tahun”: figure and word disagree."""
    OTHER_UNIT = "other unit"
    """Days or weeks."""
    NOT_POSITIVE = "not positive"
    DATE_FORM = "date form"
    """An end date, but not written `sampai TTTT-BB-HH`."""
    MISSING_CITATION = "missing citation"
    """“sesuai peraturan perundang-undangan” without saying which."""


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
_NAMES: Final = r"(?P<unit>tahun|thn|th|bulan|bln|hari|minggu|years?|months?|days?)\.?"
_LENGTH: Final = re.compile(rf"{_COUNT}\s*-?\s*{_NAMES}", re.IGNORECASE)
_BARE: Final = re.compile(_COUNT, re.IGNORECASE)
_ONE: Final = re.compile(r"se(?P<unit>tahun|bulan)", re.IGNORECASE)
_MIXED: Final = re.compile(
    r"(?P<years>[0-9]{1,3})\s*(?:\([a-z ]+\)\s*)?(?:tahun|thn|th)\.?\s*(?:dan|,)?\s*"
    r"(?P<months>[0-9]{1,2})\s*(?:\([a-z ]+\)\s*)?(?:bulan|bln)\.?",
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
    if mixed := _MIXED.fullmatch(text):
        return _positive(int(mixed["years"]) * MONTHS_IN_YEAR + int(mixed["months"]))
    if one := _ONE.fullmatch(text):
        return LamaReading(_in_months(Decimal(1), one["unit"]))
    if length := _LENGTH.fullmatch(text):
        return _length(length)
    if bare := _BARE.fullmatch(text):
        count = _count(bare)
        meant = (f"{count} tahun", f"{count} bulan") if count == int(count) and count else ()
        return LamaReading(0, MasalahJangka.AMBIGUOUS_UNIT, meant)
    return None


def lengths_in(text: str) -> tuple[str, ...]:
    """Return the normal forms of the lengths that occur inside a text, for offering them."""
    found = (read_lama(match[0]) for match in _LENGTH.finditer(text))
    return tuple(dict.fromkeys(length_text(one.bulan) for one in found if one and one.bulan))


def _length(match: re.Match[str]) -> LamaReading:
    unit = match["unit"].lower()
    if unit[0] in "hmd" and not unit.startswith("month"):
        return LamaReading(0, MasalahJangka.OTHER_UNIT)
    count, said = _count(match), _number(match["inner"] or "")
    if said is not None and said != count:
        meant = tuple(length_text(_in_months(number, unit)) for number in (count, said))
        return LamaReading(0, MasalahJangka.AMBIGUOUS_NUMBER, meant)
    if match["inner"] and said is None:
        return LamaReading(0, MasalahJangka.UNREADABLE, (length_text(_in_months(count, unit)),))
    months = count * (MONTHS_IN_YEAR if unit[0] in "ty" else 1)
    if months != int(months):
        return LamaReading(0, MasalahJangka.OTHER_UNIT)
    return _positive(int(months))


def _positive(bulan: int) -> LamaReading:
    return LamaReading(bulan) if bulan else LamaReading(0, MasalahJangka.NOT_POSITIVE)


def _in_months(count: Decimal, unit: str) -> int:
    return int(count * (MONTHS_IN_YEAR if unit[0].lower() in "ty" else 1))


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


class BentukRetensi(Enum):
    """The sorts of retention; the value is the normal form where there is no number."""

    LAMA = ""
    PERMANEN = "permanen"
    SELAMA_BERLAKU = "selama berlaku"
    SESUAI_JRA = "sesuai JRA"


@dataclass(frozen=True, slots=True)
class Retensi:
    """A retention; `bulan` is 0 unless it is a length of time."""

    bentuk: BentukRetensi
    bulan: int = 0

    def __str__(self) -> str:
        """Return the normal form: “5 tahun”, “permanen”, “selama berlaku”, “sesuai JRA”."""
        return self.bentuk.value or length_text(self.bulan)


@dataclass(frozen=True, slots=True)
class RetensiReading:
    """A text as a retention: a value with its normal form, or a problem with what may be meant."""

    value: Retensi | None
    normal: str = ""
    is_normal: bool = False
    problem: MasalahJangka | None = None
    candidates: tuple[str, ...] = ()


_ARCHIVE: Final = (
    r"(?:(?:sesuai|berdasarkan|menurut|mengikuti)\s+(?:dengan\s+)?(?:ketentuan\s+)?)?"
    r"(?:jra|(?:jadwal|masa|jangka\s+waktu)\s+retensi(?:\s+arsip)?)(?:\s*\(jra\))?"
)
_FORMS: Final = (
    (BentukRetensi.PERMANEN, re.compile(r"(?:arsip\s+)?permanen|selamanya", re.IGNORECASE)),
    (
        BentukRetensi.SELAMA_BERLAKU,
        re.compile(r"(?:selama|sepanjang)\s+(?:masih\s+)?berlaku(?:nya)?", re.IGNORECASE),
    ),
    (BentukRetensi.SESUAI_JRA, re.compile(_ARCHIVE, re.IGNORECASE)),
)
_ENDS: Final = " \t\r\n\u00a0.;:-–—"


@lru_cache(maxsize=8192)
def read_retensi(text: str) -> RetensiReading:
    """Read a retention. `read_retensi("Sesuai Masa Retensi Arsip")` is “sesuai JRA”."""
    core = " ".join(text.strip(_ENDS).split())
    if not core:
        return RetensiReading(None, problem=MasalahJangka.MISSING)
    for bentuk, form in _FORMS:
        if form.fullmatch(core):
            return _reading(text, Retensi(bentuk))
    lama = read_lama(core)
    if lama is None:
        meant = (*_forms_in(core), *lengths_in(core))
        kind = MasalahJangka.COMPOUND if len(meant) > 1 else MasalahJangka.UNREADABLE
        return RetensiReading(None, problem=kind, candidates=meant)
    if lama.problem:
        return RetensiReading(None, problem=lama.problem, candidates=lama.candidates)
    return _reading(text, Retensi(BentukRetensi.LAMA, lama.bulan))


def _reading(text: str, value: Retensi) -> RetensiReading:
    is_normal = str(value) == text or is_length_text(text, value.bulan)
    return RetensiReading(value, str(value), is_normal)


def _forms_in(text: str) -> tuple[str, ...]:
    return tuple(bentuk.value for bentuk, form in _FORMS if form.search(text))
