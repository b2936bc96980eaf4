"""Numbers: whole and decimal, read strictly, and written the Indonesian way."""

import re
from decimal import ROUND_HALF_UP, Decimal
from enum import Enum
from functools import lru_cache
from typing import Final

from ppid.values.text import ValueReading


class MasalahAngka(Enum):
    """Why a text is not a number that can be taken as it stands."""

    MISSING = "missing"
    AMBIGUOUS_THOUSANDS = "ambiguous thousands"
    """“1.000”, “1,000”: a thousand, or one with three decimals?"""
    THOUSANDS = "thousands"
    """“1.000.000”: only one reading, but separators have no place in a file."""
    NEGATIVE = "negative"
    EXPONENT = "exponent"
    """“1e3”, “1,5E+06”: what a spreadsheet makes of long numbers; digits may be lost."""
    NOT_WHOLE = "not whole"
    LEADING_ZERO = "leading zero"
    EXTRA_TEXT = "extra text"
    """“12 orang”, “Rp 5.000.000”, “77 %”."""
    TOO_PRECISE = "too precise"
    UNREADABLE = "unreadable"


class BulatReading(ValueReading[int, MasalahAngka]):
    """A text as a whole number."""


class DesimalReading(ValueReading[Decimal, MasalahAngka]):
    """A text as a decimal number."""


# Longer figures are codes, not amounts; Python refuses to convert very long ones at all.
_LONGEST: Final = 18
_WHOLE: Final = re.compile(rf"0|[1-9][0-9]{{0,{_LONGEST - 1}}}")
_DECIMAL: Final = re.compile(rf"(?:0|[1-9][0-9]{{0,{_LONGEST - 1}}})(?:[.,][0-9]{{1,2}})?")
_GROUPED: Final = re.compile(
    r"[1-9][0-9]{0,2}(?:(?P<separator>[., ’'\u00a0])[0-9]{3})(?:(?P=separator)[0-9]{3}){0,4}"
    r"(?P<rest>[.,][0-9]{1,2})?"
)
_EXPONENT: Final = re.compile(
    r"(?P<head>[0-9]{1,3}(?:[.,][0-9]{1,15})?)[eE]\+?(?P<power>[0-9]{1,2})"
)
_LONG_DECIMAL: Final = re.compile(r"[0-9]{1,15}[.,][0-9]{1,15}")
_INSIDE: Final = re.compile(r"[0-9][0-9.,]*")
_EMPTY: Final = frozenset({"", "-", "–", "—"})

_Found = tuple[MasalahAngka, tuple[Decimal, ...]]


@lru_cache(maxsize=8192)
def read_bulat(text: str) -> BulatReading:
    """Read a whole number; only plain digits give a value.

    `read_bulat("1.000")` has no value, the problem AMBIGUOUS_THOUSANDS and candidates 1000 and 1.
    """
    if _WHOLE.fullmatch(text):
        return BulatReading(int(text))
    problem, found = _explain(text.strip())
    whole = tuple(int(number) for number in found if number == number.to_integral_value())
    if problem is MasalahAngka.TOO_PRECISE or (problem is MasalahAngka.THOUSANDS and not whole):
        problem = MasalahAngka.NOT_WHOLE
    return BulatReading(None, problem, whole)


@lru_cache(maxsize=8192)
def read_desimal(text: str) -> DesimalReading:
    """Read a decimal number; one or two decimals after “,” or “.” give a value (`77,49`)."""
    if _DECIMAL.fullmatch(text):
        return DesimalReading(Decimal(text.replace(",", ".")))
    problem, found = _explain(text.strip())
    return DesimalReading(None, problem, found)


def _explain(text: str) -> _Found:
    if text in _EMPTY:
        return MasalahAngka.MISSING, ()
    if text[0] in "-\u2212–" and text[1:2].isdigit():
        return MasalahAngka.NEGATIVE, ()
    return _figure(text) or _amid_text(text)


def _figure(text: str) -> _Found | None:
    """Explain a text that holds nothing but one figure."""
    if grouped := _GROUPED.fullmatch(text):
        return _thousands(text, grouped["separator"], grouped["rest"] or "")
    if exponent := _EXPONENT.fullmatch(text):
        head = Decimal(exponent["head"].replace(",", "."))
        return MasalahAngka.EXPONENT, (_plain(head * 10 ** int(exponent["power"])),)
    if _LONG_DECIMAL.fullmatch(text):
        return MasalahAngka.TOO_PRECISE, (_plain(Decimal(text.replace(",", "."))),)
    if text.isascii() and text.isdigit() and len(text) <= _LONGEST:
        leading = text[0] == "0" and len(text) > 1
        kind = MasalahAngka.LEADING_ZERO if leading else MasalahAngka.EXTRA_TEXT
        return kind, (Decimal(int(text)),)
    return None


def _thousands(text: str, separator: str, rest: str) -> _Found:
    whole = Decimal(text.removesuffix(rest).replace(separator, ""))
    number = whole + Decimal(rest.replace(",", ".") or 0)
    if separator in ".," and text.count(separator) == 1 and not rest:
        return MasalahAngka.AMBIGUOUS_THOUSANDS, (whole, _plain(Decimal(text.replace(",", "."))))
    return MasalahAngka.THOUSANDS, (number,)


def _amid_text(text: str) -> _Found:
    """Offer the one figure inside a text; of several none is likelier than the others."""
    inside = [match[0].rstrip(".,") for match in _INSIDE.finditer(text)]
    if len(inside) != 1:
        return MasalahAngka.UNREADABLE, ()
    found = _figure(inside[0])
    if found is not None:
        return MasalahAngka.EXTRA_TEXT, found[1]
    if plain := _DECIMAL.fullmatch(inside[0]):
        return MasalahAngka.EXTRA_TEXT, (Decimal(plain[0].replace(",", ".")),)
    return MasalahAngka.UNREADABLE, ()


def _plain(number: Decimal) -> Decimal:
    """Drop zeros behind the decimal sign, without falling into exponents."""
    whole = number.to_integral_value()
    return Decimal(int(whole)) if whole == number else number.normalize()


def format_bulat(number: int) -> str:
    """Write a whole number: 1234 → “1.234”."""
    return f"{number:,}".replace(",", ".")


def format_desimal(number: Decimal) -> str:
    """Write a decimal number with the decimals that it has: Decimal("1077.40") → “1.077,40”."""
    return f"{number:,f}".translate(str.maketrans(",.", ".,"))


_STEP: Final = 1024
_ONE_DECIMAL_BELOW: Final = 10


def format_ukuran(size: int) -> str:
    """Write the size of a file as file managers do (steps of 1024): 1258291 → “1,2 MB”."""
    amount = Decimal(size)
    for unit in ("B", "KB", "MB", "GB"):
        places = Decimal("0.1") if amount < _ONE_DECIMAL_BELOW and unit != "B" else Decimal(1)
        rounded = amount.quantize(places, ROUND_HALF_UP)
        if rounded < _STEP or unit == "GB":
            return f"{format_desimal(_plain(rounded))} {unit}"
        amount /= _STEP
    return ""  # pragma: no cover — the loop always ends at GB
