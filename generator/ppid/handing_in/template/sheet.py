"""Writing a fixed sheet row by row: cells with a look, heights that fit, and the printed page."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final, Literal

from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side
from openpyxl.styles.differential import DifferentialStyle
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.page import PageMargins
from openpyxl.worksheet.worksheet import Worksheet

DAY: Final = "yyyy\\-mm\\-dd"
"""Dates as files write them, the same whatever the language of the reader's program."""
TEXT: Final = "@"
"""A cell of this form takes what is typed as text: “2026-01” does not turn into a date."""
MISSING_COLOUR, WRONG_COLOUR, ADVISED_COLOUR = "FFFBD9D7", "FFFFC9A8", "FFFFF4CE"
_DARK_RED, _DARK_AMBER, _INK = "FF9C1C1C", "FF8A5A00", "FF1F2A2E"


def _box(style: Literal["thin", "dashed", "dotted"], colour: str) -> Border:
    side = Side(style=style, color=colour)
    return Border(left=side, right=side, top=side, bottom=side)


FONT: Final = Font(name="Calibri", size=10, color=_INK)
BOLD: Final = Font(name="Calibri", size=10, bold=True, color=_INK)
TITLE: Final = Font(name="Calibri", size=14, bold=True, color=_INK)
FAINT: Final = Font(name="Calibri", size=10, italic=True, color="FF55606A")
SAID: Final = Font(name="Calibri", size=10, color=_DARK_RED)
"""For what is said of a row."""
WRONG_FONT: Final = Font(name="Calibri", size=10, bold=True, underline="single", color=_DARK_RED)
TOP: Final = Alignment(wrap_text=True, vertical="top")
TOP_LEFT: Final = Alignment(wrap_text=True, vertical="top", horizontal="left")
"""For dates, which would stand at the right, close to the text of the next column."""
PLAIN: Final = Alignment(vertical="top")
HEAD_FILL: Final = PatternFill("solid", fgColor="FFDCE8E6")
EXAMPLE_FILL: Final = PatternFill("solid", fgColor="FFEFEFEC")
ENTRY_FILL: Final = PatternFill("solid", fgColor="FFFFFDF0")
MISSING_FILL: Final = PatternFill("solid", fgColor=MISSING_COLOUR)
WRONG_FILL: Final = PatternFill("solid", fgColor=WRONG_COLOUR)
ADVISED_FILL: Final = PatternFill("solid", fgColor=ADVISED_COLOUR)
LINE: Final = _box("thin", "FFB8B8B0")
MISSING_LINE: Final = _box("dashed", _DARK_RED)
WRONG_LINE: Final = _box("thin", _DARK_RED)
ADVISED_LINE: Final = _box("dotted", _DARK_AMBER)
OPEN: Final = Protection(locked=False)


def _on_top(fill: str, border: Border, font: Font | None = None) -> DifferentialStyle:
    # In a conditional format it is the background that a solid fill shows.
    return DifferentialStyle(
        fill=PatternFill("solid", bgColor=fill, fgColor=fill), border=border, font=font
    )


MISSING: Final = _on_top(MISSING_COLOUR, MISSING_LINE)
"""A cell that must be filled and is not."""
WRONG: Final = _on_top(
    WRONG_COLOUR, WRONG_LINE, Font(bold=True, underline="single", color=_DARK_RED)
)
"""A cell whose value cannot be right."""
ADVISED: Final = _on_top(ADVISED_COLOUR, ADVISED_LINE)
"""A cell that had better be filled."""


_LINE_HEIGHT: Final = 13.5
TITLE_HEIGHT: Final = 22
"""Points for a line in the size of a title."""
_A4: Final = "9"


@dataclass(frozen=True, slots=True)
class Look:
    """How a cell looks; without a box its text may run over the cells beside it."""

    font: Font = FONT
    fill: PatternFill | None = None
    boxed: bool = False


PLAIN_LOOK: Final = Look()
TITLE_LOOK: Final = Look(TITLE)
BOLD_LOOK: Final = Look(BOLD)
HEAD_LOOK: Final = Look(BOLD, HEAD_FILL, boxed=True)
BOXED_LOOK: Final = Look(boxed=True)


class SheetWriter:
    """Writes one row after the other and knows where it is."""

    def __init__(self, sheet: Worksheet, widths: Sequence[float]) -> None:
        """Set the widths of the columns; rows grow with the text in them."""
        self.sheet = sheet
        self.row = 0
        self._widths = widths
        for number, width in enumerate(widths, 1):
            sheet.column_dimensions[get_column_letter(number)].width = width

    def line(self, *texts: str, look: Look = PLAIN_LOOK) -> int:
        """Write texts into the next row and return its number."""
        self.row += 1
        for number, text in enumerate(texts, 1):
            if text or look.boxed:
                self.put(number, text, look)
        if look.font is TITLE:
            self.sheet.row_dimensions[self.row].height = TITLE_HEIGHT
        if look.boxed:
            self.sheet.row_dimensions[self.row].height = height_of(texts, self._widths)
        return self.row

    def put(self, column: int, text: str, look: Look) -> None:
        """Style a cell of the row last written; what looks like a formula stays text."""
        cell: Any = self.sheet.cell(self.row, column, text)
        cell.data_type = "s"
        cell.font, cell.alignment = look.font, TOP if look.boxed else PLAIN
        if look.fill:
            cell.fill = look.fill
        if look.boxed:
            cell.border = LINE


def height_of(texts: Sequence[str], widths: Sequence[float]) -> float:
    """Return the height in points of a row whose texts wrap; spreadsheet programs do not agree."""
    return _LINE_HEIGHT * max(map(lines_of, texts, widths), default=1)


def lines_of(text: str, width: float) -> int:
    """Return how many lines a text fills in a column of some letters."""
    return sum(1 + int(len(line) / width) for line in text.split("\n"))


def lay_out(sheet: Any, heading: int, pages: int = 1) -> None:  # noqa: ANN401 — types-openpyxl thinks half of it missing
    """Print a sheet on landscape paper, as wide as it, with the heading on every page."""
    if heading:
        sheet.print_title_rows = f"{heading}:{heading}"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = _A4
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = pages, 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.page_margins = PageMargins(0.4, 0.4, 0.5, 0.7, 0.3, 0.3)
    sheet.oddFooter.left.text = "&A"
    sheet.oddFooter.right.text = "Halaman &P dari &N"


def protect(sheet: Worksheet) -> None:
    """Keep what is locked from slips of the hand; there is no password, and most stays possible."""
    shield = sheet.protection
    shield.sheet = True
    # In the file these say what is forbidden.
    shield.insertRows = shield.deleteRows = shield.sort = shield.autoFilter = False
    shield.formatColumns = shield.formatRows = False
