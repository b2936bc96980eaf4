"""Cells and pages of the working paper: text that cannot run, numbers, fixed bytes."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.page import PageMargins

_PAPER = {"A4": "9", "A3": "8"}
_LINE_HEIGHT = 13.5
ONE_DECIMAL, WHOLE, DAY = "[$-421]0.0", "[$-421]#,##0", "[$-421]d mmm yyyy"
"""Indonesian forms of numbers and dates, whatever the language of the reader's program."""
WEIGHT = "[$-421]0.000"
"""The form of a weight that is a fraction."""
_LINE = Side(style="thin", color="FFB8B8B0")
_BOX = Border(left=_LINE, right=_LINE, top=_LINE, bottom=_LINE)
_HEAD = PatternFill("solid", fgColor="FFE6EEEC")
_EDIT = PatternFill("solid", fgColor="FFFFF8DC")
_EPOCH = (1980, 1, 1, 0, 0, 0)
_STAMP = re.compile(rb"(<dcterms:modified[^>]*>)[^<]*(</dcterms:modified>)")


@dataclass(frozen=True, slots=True)
class Layout:
    """How a sheet is laid out: the row that repeats when printed, the paper, the frozen pane."""

    heading: int
    paper: str = "A4"
    frozen: str = ""


class Pen:
    """Makes cells. A style is worked out once and shared: a paper has fifty thousand cells."""

    def __init__(self, book: Workbook) -> None:
        """Write for `book`, which knows the styles."""
        self._sheet = book.create_sheet("Gaya")
        book.remove(self._sheet)
        self._styles: dict[tuple[object, ...], Any] = {}

    def text(self, text: str, *, bold: bool = False, wrap: bool = True, boxed: bool = False) -> Any:  # noqa: ANN401
        """Make a text cell; it stays text also when it looks like a formula."""
        wrapped = wrap and not bold
        cell = self._cell(text, bold=bold, wrap=wrapped, boxed=boxed)
        cell.data_type = "s"
        return cell

    def head(self, text: str, *, turned: bool = False) -> Any:  # noqa: ANN401
        """Make a heading; `turned` stands upright, for narrow columns."""
        cell = self._cell(text, bold=True, wrap=not turned, boxed=True, fill="head", turned=turned)
        cell.data_type = "s"
        return cell

    def sign(self, sign: str) -> Any:  # noqa: ANN401
        """Make a cell with one sign in its middle."""
        return self._cell(sign, boxed=True, centred=True)

    def number(self, value: float, form: str = WHOLE) -> Any:  # noqa: ANN401
        """Make a number; the program that opens it writes it in the reader's way."""
        return self._cell(value, boxed=True, form=form)

    def ordinal(self, value: int) -> Any:  # noqa: ANN401
        """Make the number of a row, clear of the text beside it."""
        return self._cell(value, boxed=True, centred=True)

    def day(self, value: date) -> Any:  # noqa: ANN401
        """Make a date."""
        return self._cell(value, boxed=True, form=DAY, centred=True)

    def formula(self, formula: str, form: str) -> Any:  # noqa: ANN401
        """Make a formula; only this program writes any."""
        return self._cell(formula, boxed=True, form=form, bold=True)

    def entry(self) -> Any:  # noqa: ANN401
        """Make an empty box to be filled in."""
        return self._cell(None, boxed=True, fill="edit", centred=True)

    def _cell(self, value: Any, **look: object) -> Any:  # noqa: ANN401
        cell: Any = WriteOnlyCell(self._sheet, value=value)
        key = tuple(sorted(look.items()))
        style = self._styles.get(key)
        if style is None:
            _dress(cell, look)
            self._styles[key] = cell._style  # noqa: SLF001 — see the class
        else:
            cell._style = style  # noqa: SLF001
        return cell


def _dress(cell: Any, look: dict[str, object]) -> None:  # noqa: ANN401
    middle = look.get("centred") or look.get("turned")
    cell.font = Font(name="Calibri", size=10, bold=bool(look.get("bold")))
    cell.alignment = Alignment(
        wrap_text=bool(look.get("wrap")),
        vertical="bottom" if look.get("turned") else "top",
        horizontal="center" if middle else None,
        text_rotation=90 if look.get("turned") else 0,
    )
    if look.get("boxed"):
        cell.border = _BOX
    if look.get("fill"):
        cell.fill = _HEAD if look["fill"] == "head" else _EDIT
    if look.get("form"):
        cell.number_format = str(look["form"])


class Paper:
    """A sheet that is written row by row, with rows as high as their text needs.

    Programs do not agree on who works out the height of a row whose text wraps; so it is said.
    """

    def __init__(self, book: Workbook, name: str, widths: Sequence[float], layout: Layout) -> None:
        """Set widths, frozen panes and the page: all that must be known before the first row."""
        self.sheet: Any = book.create_sheet(name)
        self._widths = widths
        self._row = 0
        for number, width in enumerate(widths, 1):
            self.sheet.column_dimensions[get_column_letter(number)].width = width
        self.sheet.freeze_panes = layout.frozen or f"A{layout.heading + 1}"
        self.sheet.print_title_rows = f"{layout.heading}:{layout.heading}"
        self.sheet.page_setup.orientation = "landscape"
        self.sheet.page_setup.paperSize = _PAPER[layout.paper]
        self.sheet.page_setup.fitToWidth, self.sheet.page_setup.fitToHeight = 1, 0
        self.sheet.sheet_properties.pageSetUpPr.fitToPage = True
        self.sheet.page_margins = PageMargins(0.4, 0.4, 0.5, 0.7, 0.3, 0.3)
        self.sheet.oddFooter.left.text = "&A"
        self.sheet.oddFooter.right.text = "Halaman &P dari &N"

    def line(self, *cells: object) -> None:
        """Write cells that may run over the columns beside them."""
        self._row += 1
        self.sheet.append(cells)

    def row(self, cells: Sequence[Any], height: float = 0) -> None:
        """Write a row of the table, as high as its longest text."""
        self._row += 1
        self.sheet.row_dimensions[self._row].height = height or _LINE_HEIGHT * max(
            _lines(cell.value, width)
            for cell, width in zip(cells, self._widths, strict=False)
            if cell is not None
        )
        self.sheet.append(cells)


def _lines(value: object, width: float) -> int:
    """Count the lines that a text takes; a formula takes one."""
    return 1 + int(len(value) / width) if isinstance(value, str) and value[:1] != "=" else 1


def fixed_bytes(written: bytes, moment: datetime) -> bytes:
    """Take the hour of writing out of a workbook, so that the same data gives the same bytes."""
    stamp = moment.strftime("%Y-%m-%dT%H:%M:%SZ").encode()
    stream = BytesIO()
    with ZipFile(BytesIO(written)) as old, ZipFile(stream, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            content = old.read(name)
            if name == "docProps/core.xml":
                content = _STAMP.sub(rb"\g<1>" + stamp + rb"\g<2>", content)
            entry = ZipInfo(name, _EPOCH)
            entry.compress_type = ZIP_DEFLATED
            new.writestr(entry, content)
    return stream.getvalue()
