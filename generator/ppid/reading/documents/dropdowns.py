"""Lists of choices on hidden sheets: the menu of a cell shows them, so they are not hidden."""

import re
from typing import Final

_RANGE: Final = re.compile(
    r"(?:(?:'((?:[^']|'')+)'|([\w.]+))!)?\$?([A-Z]{1,3})\$?([0-9]{0,7})"
    r"(?::\$?([A-Z]{1,3})\$?([0-9]{0,7}))?"
)
_LAST_ROW: Final = 1_048_576
_HEADING_ROW: Final = 1

Area = tuple[int, int, int, int]
"""First and last column, first and last row."""


class Choices:
    """The ranges from which cells with a menu take what can be chosen."""

    def __init__(self) -> None:
        """Begin without any."""
        self._names: dict[str, str] = {}
        self._areas: dict[str, list[Area]] = {}

    def define(self, name: str, range_: str) -> None:
        """Keep a name that a workbook gives to a range."""
        self._names[name.casefold()] = range_

    def use(self, formula: str, sheet: str) -> None:
        """Keep the range that a menu on `sheet` takes its choices from."""
        written = formula.strip().removeprefix("=")
        found = _RANGE.fullmatch(self._names.get(written.casefold(), written).strip())
        if found is None:
            return
        quoted, plain, left, top, right, bottom = found.groups()
        name = quoted.replace("''", "'") if quoted else plain or sheet
        area = (
            _number(left),
            _number(right or left),
            int(top or 1),
            int(bottom or (top if right is None and top else _LAST_ROW)),
        )
        self._areas.setdefault(name, []).append(area)

    def show_all(self, sheet: str, filled: set[tuple[int, int]]) -> bool:
        """Tell whether all cells (column, row) below the headings of a sheet are in some menu."""
        areas = self._areas.get(sheet, [])
        below = [cell for cell in filled if cell[1] > _HEADING_ROW]
        return bool(areas) and all(any(_holds(area, *cell) for area in areas) for cell in below)


def _holds(area: Area, column: int, row: int) -> bool:
    left, right, top, bottom = area
    return left <= column <= right and top <= row <= bottom


def _number(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number
