"""What spreadsheet programs do to values: limits, names of columns, days, cells that would run."""

import re
from datetime import date
from functools import lru_cache
from typing import Final

LAST_COLUMN, LAST_ROW = 16_384, 1_048_576
"""Of a sheet; no program writes cells beyond these."""
LONGEST_CELL, LONGEST_SHEET_NAME = 32_767, 31
"""Characters that Excel holds in one cell, and in the name of a sheet."""
EXCEL_EPOCH: Final = date(1899, 12, 30)
"""The day from which workbooks count, for every day since March 1900."""

# Full-width signs too: spreadsheets set to an East Asian language run them like the narrow ones.
_RISKY: Final = re.compile(r"'*[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]")


def guarded(text: str) -> str:
    """Put an apostrophe before what a spreadsheet would run."""
    return f"'{text}" if _RISKY.match(text) else text


def unguarded(cell: str) -> str:
    """Take back what `guarded` did."""
    return cell[1:] if cell.startswith("'") and _RISKY.match(cell) else cell


@lru_cache(maxsize=1024)
def column_letters(column: int) -> str:
    """Name a column, counted from 1: “A” to “Z”, then “AA”."""
    letters = ""
    while column > 0:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


@lru_cache(maxsize=1024)
def column_number(letters: str) -> int:
    """Return the number of a column, from 1, by its name in capitals."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number


def cell_position(cell: str) -> tuple[int, int]:
    """Return the column and the row of a cell, both from 1: “B7” is 2 and 7."""
    letters = cell.rstrip("0123456789")
    return column_number(letters), int(cell.removeprefix(letters))
