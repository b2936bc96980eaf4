"""Cells as a file stores them, and the text that a person sees of each.

The readers of .xlsx, .ods and .xls hand over the same rows, so that what one program shows or hides
is judged alike for every format, by the gate and by the intake.
"""

import datetime as dt
import re
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from decimal import Decimal
from enum import Enum
from typing import Final, NamedTuple

from ppid.reading.documents.book import PLAIN, Area, CellComment, CellLook, StoredAs
from ppid.values.cells import EXCEL_EPOCH

Value = str | int | float | bool | dt.date | dt.datetime | dt.time | dt.timedelta | None

_DIGITS: Final = 15
"""Spreadsheet programs keep this many digits of a number; what follows is noise."""
EPOCH_1904: Final = dt.date(1904, 1, 1)
"""Day 0 of workbooks that say so; programs on old Macintoshes wrote them."""
_LEAP_DAY: Final = 60
"""Excel counts a 29 February 1900, so that the days before it are one further on."""
_SECONDS: Final = 86_400
# Of a format code: literal text in quotes, one character behind \, _ or *, and what stands in
# brackets, such as colours, currencies and locales, but for [h], [mm] and [ss].
_LITERAL: Final = re.compile(r'"[^"]*"?|[\\_*].|\[(?!h+\]|m+\]|s+\])[^\]]*\]', re.IGNORECASE)


class Shape(Enum):
    """How a number format shows a number, where that changes what is read."""

    PERCENT = "persen"
    DATE = "tanggal"
    MONTH = "bulan dan tahun"
    YEAR = "tahun"
    DURATION = "lama"


BUILTIN_SHAPES: Final = {
    **dict.fromkeys((9, 10), Shape.PERCENT),
    **dict.fromkeys((14, 15, 16, 18, 19, 20, 21, 22, 45, 47), Shape.DATE),
    17: Shape.MONTH,
    46: Shape.DURATION,
}
"""Of the number formats that a workbook need not define (ECMA-376 part 1, 18.8.30)."""


INDEXED_COLOURS: Final = tuple(
    (
        "000000 FFFFFF FF0000 00FF00 0000FF FFFF00 FF00FF 00FFFF "
        * 2
        + "800000 008000 000080 808000 800080 008080 C0C0C0 808080 9999FF 993366 FFFFCC CCFFFF "
        "660066 FF8080 0066CC CCCCFF 000080 FF00FF FFFF00 00FFFF 800080 800000 008080 0000FF "
        "00CCFF CCFFFF CCFFCC FFFF99 99CCFF FF99CC CC99FF FFCC99 3366FF 33CCCC 99CC00 FFCC00 "
        "FF9900 FF6600 666699 969696 003366 339966 003300 333300 993300 993366 333399 333333"
    ).split()
)
"""The colours that old workbooks count (ECMA-376 part 1, 18.8.27), in six digits each."""


_LONGEST_CODE: Final = 255
"""Of a number format; programs allow no more."""


def shape_of(code: str) -> Shape | None:
    """Return what a number format code such as “0.00%”, “mmm-yy” or “yyyy” does to a number."""
    bare = _LITERAL.sub("", code[:_LONGEST_CODE].partition(";")[0]).lower()
    if "%" in bare:
        return Shape.PERCENT
    if "[" in bare:
        return Shape.DURATION
    if bare == "general" or not any(letter in bare for letter in "ymdhs"):
        return None
    if "y" in bare and "d" not in bare and "h" not in bare:
        return Shape.MONTH if "m" in bare else Shape.YEAR
    return Shape.DATE


class StoredCell(NamedTuple):
    """A cell with something in it; `value` is text as the file has it, numbers and dates too.

    `formula` is None where there is none, and may be empty where it is that of another cell.
    `aside` is stored at the cell but not shown in it: a note, or what lies below a merged cell.
    `times` counts the cell and its neighbours to the right that are the same.
    """

    column: int
    stored: StoredAs
    value: str
    formula: str | None = None
    shape: Shape | None = None
    aside: str = ""
    times: int = 1
    look: CellLook = PLAIN


class Run(NamedTuple):
    """A stretch of the text of a cell; `struck` is None where the cell says it for all of it."""

    text: str
    struck: bool | None


def with_runs(runs: Sequence[Run], *, struck: bool, look: CellLook) -> tuple[str, CellLook]:
    """Return the text that is left of a cell, and its look with what was struck through.

    Where nothing is left the cell is deleted as a whole, and keeps its text.
    """
    gone = [run.text for run in runs if (struck if run.struck is None else run.struck)]
    left = [run.text for run in runs if not (struck if run.struck is None else run.struck)]
    if not any(map(str.strip, gone)):
        return "".join(run.text for run in runs), look
    if not any(map(str.strip, left)):
        whole = "".join(run.text for run in runs)
        return whole, replace(look, struck=whole, deleted=True)
    return "".join(left).strip(), replace(look, struck="".join(gone).strip())


_OFF: Final = frozenset({"0", "false", "off"})


def is_on(value: str) -> bool:
    """Return whether an element such as “strike” says that something is so."""
    return value not in _OFF


_LINK_FORMULA: Final = re.compile(
    r'^(?:of:)?=?(?:_xlfn\.)?HYPERLINK\(\s*(?:"((?:[^"]|"")*)"|([^;,()]+))', re.IGNORECASE
)


def link_in(formula: str | None) -> str:
    """Return where a formula leads: its address, or what stands in its place; empty without one."""
    found = _LINK_FORMULA.match(formula or "")
    if found is None:
        return ""
    return found[2].strip() if found[1] is None else found[1].replace('""', '"')


class StoredRow(NamedTuple):
    """A row of a sheet with its filled cells; `times` counts it and the same rows below it.

    `name` is what people call it where rows have no numbers: “tabel 1 baris 3”.
    """

    number: int
    cells: list[StoredCell]
    hidden: bool = False
    times: int = 1
    name: str = ""


@dataclass(slots=True, eq=False)
class StoredSheet:
    """A sheet; all of it is known only when its rows have been read.

    `hiding` says how it is hidden (“tersembunyi”), and is empty when it is not. `part` is its part
    of the package. The cells of a `program` are commands of a macro.
    """

    name: str
    hiding: str = ""
    part: str = ""
    program: bool = False
    hidden_columns: list[tuple[int, int]] = field(default_factory=list)
    merged: list[Area] = field(default_factory=list)
    menus: list[str] = field(default_factory=list)
    """From where menus of its cells take their choices, such as “Pilihan!$A$2:$A$9”."""
    links: list[tuple[Area, str]] = field(default_factory=list)
    """Where a click on a cell of an area leads."""
    comments: list[CellComment] = field(default_factory=list)
    beside: list[tuple[str, str]] = field(default_factory=list)
    """Texts of the sheet that are no cells, such as its print header, each with its element."""
    beside_whole: bool = True
    """Whether these are all of them."""
    unseen: list[str] = field(default_factory=list)
    """Cells whose text nobody sees: white on white, or of a format that shows nothing."""

    def hides_column(self, column: int) -> bool:
        """Return whether a column is hidden."""
        return any(first <= column <= last for first, last in self.hidden_columns)


_LEAST_SIZE: Final = 0.5
"""Points of a row, or letters of a column, in which something can be seen."""


def is_hidden(hidden: str, size: str) -> bool:
    """Return whether a row or column is hidden by its flag, or by its height or width."""
    if hidden in {"1", "true"}:
        return True
    with suppress(ValueError):
        return bool(size) and float(size) < _LEAST_SIZE
    return False


def seen(cell: StoredCell, epoch: dt.date = EXCEL_EPOCH) -> tuple[str, StoredAs]:
    """Return the text that is seen in a cell, if any, and the way of storing."""
    if cell.stored is StoredAs.TEKS:
        return _lines(cell.value), StoredAs.TEKS
    if cell.formula is not None and not cell.value:
        return "(rumus tanpa hasil)", StoredAs.GALAT
    if cell.stored is StoredAs.GALAT:
        return cell.value, StoredAs.GALAT
    if cell.stored is StoredAs.ANGKA and len(cell.value) > _DIGITS and cell.value.isdecimal():
        # Other programs keep all digits of such a number; they say whose it is.
        return cell.value, StoredAs.ANGKA
    return shown(value_of(cell, epoch), cell.shape)


def value_of(cell: StoredCell, epoch: dt.date = EXCEL_EPOCH) -> Value:
    """Return the value of a cell: a number in the format of a date is that date."""
    if cell.stored is StoredAs.LOGIKA:
        return cell.value in {"1", "true"}
    with suppress(ValueError, OverflowError):
        if cell.stored is StoredAs.ANGKA:
            return _moment(float(cell.value), cell.shape, epoch)
        if cell.stored is StoredAs.TANGGAL:
            moment = dt.datetime.fromisoformat(cell.value)
            return moment if "T" in cell.value else moment.date()
    return cell.value


def _moment(serial: float, shape: Shape | None, epoch: dt.date) -> Value:
    """Return the date or time for which a number stands in a format of dates, else the number."""
    if shape is None or shape is Shape.PERCENT or serial < 0:
        return serial
    days, seconds = divmod(round(serial * _SECONDS), _SECONDS)
    if shape is Shape.DURATION:
        return dt.timedelta(days, seconds)
    if days < _LEAP_DAY and epoch == EXCEL_EPOCH:
        days += 1
    moment = dt.datetime.combine(epoch, dt.time()) + dt.timedelta(days, seconds)
    if serial < 1:
        return moment.time()
    return moment if seconds else moment.date()


def shown(value: Value, shape: Shape | None = None) -> tuple[str, StoredAs]:
    """Return the text that is seen and the way of storing; empty text where nothing is seen."""
    if isinstance(value, str):
        return _lines(value), StoredAs.TEKS
    if isinstance(value, bool):
        return ("TRUE" if value else "FALSE"), StoredAs.LOGIKA
    if isinstance(value, int | float):
        percent = shape is Shape.PERCENT
        return (f"{_decimal(value * 100)}%" if percent else _decimal(value)), StoredAs.ANGKA
    if isinstance(value, dt.date):
        return _date(value, shape), StoredAs.TANGGAL
    if isinstance(value, dt.time):
        return value.strftime("%H:%M"), StoredAs.TEKS
    return ("" if value is None else str(value)), StoredAs.TEKS


def _lines(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text


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
