"""The text of a stored value as a person sees it in the spreadsheet program."""

import datetime as dt
from decimal import Decimal
from enum import Enum
from typing import Final

from ppid.reading.documents.book import StoredAs

Value = str | int | float | bool | dt.date | dt.datetime | dt.time | dt.timedelta | None

_DIGITS: Final = 15
"""Spreadsheet programs keep this many digits of a number; what follows is noise."""


class Shape(Enum):
    """How a number format shows a number, where that changes what is read."""

    PERCENT = "persen"
    MONTH = "bulan dan tahun"
    YEAR = "tahun"


def shown(value: Value, shape: Shape | None = None) -> tuple[str, StoredAs]:
    """Return the text and the way of storing; empty text where there is nothing to see."""
    if isinstance(value, str):
        return value.replace("\r\n", "\n").replace("\r", "\n"), StoredAs.TEKS
    if isinstance(value, bool):
        return ("TRUE" if value else "FALSE"), StoredAs.LOGIKA
    if isinstance(value, int | float):
        return _number(value, shape), StoredAs.ANGKA
    if isinstance(value, dt.date):
        return _date(value, shape), StoredAs.TANGGAL
    if isinstance(value, dt.time):
        return value.strftime("%H:%M"), StoredAs.TANGGAL
    return ("" if value is None else str(value)), StoredAs.TEKS


def shape_of(code: str) -> Shape | None:
    """Tell what a number format code such as “0.00%”, “mmm-yy” or “yyyy” does to a number."""
    bare = _outside_quotes(code).lower().split(";")[0]
    if "%" in bare:
        return Shape.PERCENT
    if "y" in bare and "d" not in bare and "h" not in bare:
        return Shape.MONTH if "m" in bare else Shape.YEAR
    return None


def _outside_quotes(code: str) -> str:
    """Leave out literal text, colours and locales: “"per" yyyy”, “[$-421]mmmm yyyy”."""
    kept = "".join(code.split('"')[::2])
    return "".join(part.rpartition("]")[2] for part in kept.split("["))


def _number(value: float, shape: Shape | None) -> str:
    if shape is Shape.PERCENT:
        return f"{_decimal(float(value) * 100)}%"
    return _decimal(value)


def _decimal(value: float) -> str:
    """Write a number without “.0” and without powers of ten, with the Indonesian comma."""
    if value != value or value in {float("inf"), float("-inf")}:  # noqa: PLR0124 — NaN
        return ""
    written = format(Decimal(f"{value:.{_DIGITS}g}"), "f")
    if "." in written:
        written = written.rstrip("0").rstrip(".")
    return written.replace(".", ",")


def _date(value: dt.date, shape: Shape | None) -> str:
    if shape is Shape.YEAR:
        return f"{value.year:04}"
    if shape is Shape.MONTH:
        return f"{value.year:04}-{value.month:02}"
    if isinstance(value, dt.datetime) and value.time() != dt.time():
        return value.strftime("%Y-%m-%d %H:%M")
    return f"{value.year:04}-{value.month:02}-{value.day:02}"
