"""A workbook that is planned, then written from its first sheet to its last: looks, rows, pages.

XlsxWriter writes row after row and keeps no cell in memory; the only clock in the file is the day
that is given.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from io import BytesIO
from typing import TYPE_CHECKING, Final, NamedTuple, cast

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

if TYPE_CHECKING:
    from xlsxwriter.format import Format

# Indonesian forms of numbers and dates, whatever the language of the reader's program.
_ONE_DECIMAL, _WHOLE, _WEIGHT = "[$-421]0.0", "[$-421]#,##0", "[$-421]0.000"
_BOX: Final = {"border": 1, "border_color": "#B8B8B0"}
_HEAD: Final = {**_BOX, "bold": True, "bg_color": "#E6EEEC"}
_CENTRED: Final = {**_BOX, "align": "center"}
_LOOKS: Final[Mapping[str, Mapping[str, object]]] = {
    "plain": {},
    "bold": {"bold": True},
    "text": {**_BOX, "text_wrap": True},
    "head": {**_HEAD, "text_wrap": True},
    "upright": {**_HEAD, "align": "center", "valign": "bottom", "rotation": 90},
    "centred": _CENTRED,
    "entry": {**_CENTRED, "bg_color": "#FFF8DC", "locked": False},
    "entry text": {**_BOX, "bg_color": "#FFF8DC", "text_wrap": True, "locked": False},
    "entry day": {
        **_CENTRED,
        "bg_color": "#FFF8DC",
        "locked": False,
        "num_format": "yyyy\\-mm\\-dd",
    },
    "small": {**_BOX, "font_size": 8, "font_color": "#6A6A64"},
    "day": {**_CENTRED, "num_format": "[$-421]d mmm yyyy"},
    "whole": {**_BOX, "num_format": _WHOLE},
    "weight": {**_BOX, "num_format": _WEIGHT},
    "sum": {**_BOX, "bold": True, "num_format": _WHOLE},
    "share": {**_BOX, "bold": True, "num_format": _ONE_DECIMAL},
}
"""How cells look, by the names that rows use; text is cut off unless its look wraps it."""


class Formula(NamedTuple):
    """A formula, with what it gives before the monitor has marked anything.

    Programs that only show a workbook print that; others work it out when they open it.
    """

    text: str
    value: float | str


Cell = tuple[str | float | date | Formula | None, str] | None
"""A value and the name of its look; None leaves the cell unwritten."""


class _Look(NamedTuple):
    """The name of a look among the arguments of a step."""

    name: str


@dataclass(frozen=True, slots=True)
class PlannedSheet:
    """What is asked of a sheet, step by step, under the names of XlsxWriter's own methods.

    It is noted in plain values, so that the same paper is known without being written.
    """

    title: str
    steps: list[tuple[str, tuple[object, ...], dict[str, object]]] = field(default_factory=list)

    def __getattr__(self, method: str) -> Callable[..., None]:
        """Note a step of that name."""

        def note(*arguments: object, **named: object) -> None:
            self.steps.append((method, arguments, named))

        return note


@dataclass(frozen=True, slots=True)
class PlannedPaper:
    """What a workbook will hold."""

    title: str
    day: date
    sheets: list[PlannedSheet] = field(default_factory=list)


def written(plan: PlannedPaper) -> bytes:
    """Return a workbook as .xlsx; the same plan gives the same bytes."""
    stream = BytesIO()
    book = Workbook(stream, {"constant_memory": True})
    made = datetime(plan.day.year, plan.day.month, plan.day.day)  # noqa: DTZ001 — a day only
    book.set_properties({"title": plan.title, "author": "PPID", "created": made})
    shared = {"font_name": "Calibri", "font_size": 10, "valign": "top"}
    looks = {name: book.add_format({**shared, **look}) for name, look in _LOOKS.items()}
    for planned in plan.sheets:
        sheet = book.add_worksheet(planned.title)
        for method, arguments, named in planned.steps:
            given = (looks[a.name] if isinstance(a, _Look) else a for a in arguments)
            getattr(sheet, method)(*given, **named)
    book.close()
    return stream.getvalue()


class WorkingPaper:
    """A workbook that is planned from its first sheet to its last, row after row."""

    _LINE: Final = 13.5
    """The height of a line of text in points."""

    def __init__(self, title: str, day: date) -> None:
        self.planned = PlannedPaper(title, day)

    def begin(
        self, name: str, columns: Mapping[str, float], heading: int, lines: Iterable[str]
    ) -> Worksheet:
        """Begin a sheet for A4 lying on its side, with bold lines at its head.

        `columns` are headings and widths; `heading` is the row in which they stand, from 1 on. It
        repeats on every page.
        """
        self.planned.sheets.append(PlannedSheet(name))
        self._sheet = cast("Worksheet", self.planned.sheets[-1])
        self._columns, self._row = columns, 0
        for number, width in enumerate(columns.values()):
            self._sheet.set_column_pixels(number, number, round(width * 7))
        self._sheet.freeze_panes(heading, 0)
        self._sheet.repeat_rows(heading - 1)
        self._sheet.set_landscape()
        self._sheet.set_paper(9)
        self._sheet.fit_to_pages(1, 0)
        self._sheet.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.7)
        self._sheet.set_header("", {"margin": 0.3})
        self._sheet.set_footer("&L&A&RHalaman &P dari &N", {"margin": 0.3})
        for line in lines:
            self.line((line, "bold"))
        return self._sheet

    def line(self, *cells: Cell) -> None:
        """Write cells that may run over the columns beside them."""
        for column, cell in enumerate(cells):
            if cell is not None:
                self._write(column, *cell)
        self._row += 1

    def row(self, *cells: Cell, height: float = 0) -> None:
        """Write a row of the table, as high as its longest text.

        Programs do not agree on who works out the height of a row whose text wraps; so it is said.
        """
        lines = (
            1 + int(len(cell[0]) / width) if cell and isinstance(cell[0], str) else 1
            for cell, width in zip(cells, self._columns.values(), strict=False)
        )
        self._sheet.set_row(self._row, height or self._LINE * max(lines))
        self.line(*cells)

    def texts(self, *texts: str, look: str = "text") -> None:
        """Write a row of the table that holds only texts."""
        self.row(*((text, look) for text in texts))

    def headings(self) -> None:
        """Write the headings of the columns."""
        self.texts(*self._columns, look="head")

    def _write(self, column: int, value: str | float | date | Formula | None, look: str) -> None:
        sheet, form = self._sheet, cast("Format", _Look(look))
        if isinstance(value, str):  # text stays text also when it looks like a formula
            sheet.write_string(self._row, column, value, form)
        elif isinstance(value, Formula):
            sheet.write_formula(self._row, column, value.text, form, value.value)
        elif isinstance(value, date):
            sheet.write_datetime(self._row, column, value, form)
        elif value is None:
            sheet.write_blank(self._row, column, None, form)
        else:
            sheet.write_number(self._row, column, value, form)

    def protect(self) -> None:
        """Lock all cells of the sheet but its entries; there is no password.

        Programs refuse to sort locked cells, so whoever wants to sort unlocks the sheet first.
        """
        allowed = ("autofilter", "sort", "format_columns", "format_rows")
        self._sheet.protect("", dict.fromkeys(allowed, True))

    def written(self) -> bytes:
        """Write the workbook."""
        return written(self.planned)
