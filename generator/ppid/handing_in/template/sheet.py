"""Writing a fixed sheet row by row: cells with a look, heights that fit, and the printed page."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from openpyxl.styles import Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.page import PageMargins
from openpyxl.worksheet.worksheet import Worksheet

from ppid.handing_in.template.cells import BOLD, FONT, HEAD_FILL, LINE, PLAIN, TITLE, TOP

_LINE_HEIGHT: Final = 13.5
TITLE_HEIGHT: Final = 22
"""Points for a line in the size of a title."""
_PAPER: Final = {"A4": "9", "A3": "8"}


@dataclass(frozen=True, slots=True)
class Look:
    """How a cell is dressed; without a box its text may run over the cells beside it."""

    font: Font = FONT
    fill: PatternFill | None = None
    boxed: bool = False


PLAIN_LOOK: Final = Look()
TITLE_LOOK: Final = Look(TITLE)
BOLD_LOOK: Final = Look(BOLD)
HEAD_LOOK: Final = Look(BOLD, HEAD_FILL, boxed=True)
BOXED_LOOK: Final = Look(boxed=True)


class Writer:
    """Writes one row after the other and knows where it is."""

    def __init__(self, sheet: Worksheet, widths: Sequence[float]) -> None:
        """Set the widths of the columns; rows grow with the text in them."""
        self.sheet = sheet
        self.row = 0
        self._widths = widths
        for number, width in enumerate(widths, 1):
            sheet.column_dimensions[get_column_letter(number)].width = width

    def line(self, *texts: str, look: Look = PLAIN_LOOK) -> int:
        """Write texts into the next row and give its number."""
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
        """Dress a cell of the row last written; what looks like a formula stays text."""
        cell: Any = self.sheet.cell(self.row, column, text)
        cell.data_type = "s"
        cell.font, cell.alignment = look.font, TOP if look.boxed else PLAIN
        if look.fill:
            cell.fill = look.fill
        if look.boxed:
            cell.border = LINE


def height_of(texts: Sequence[str], widths: Sequence[float]) -> float:
    """Return the height in points of a row whose texts wrap; spreadsheet programs do not agree."""
    return _LINE_HEIGHT * max(map(_lines, texts, widths), default=1)


def _lines(text: str, width: float) -> int:
    return sum(1 + int(len(line) / width) for line in text.split("\n"))


def lay_out(sheet: Any, heading: int, paper: str = "A4") -> None:  # noqa: ANN401 — types-openpyxl thinks half of it missing
    """Print a sheet on landscape paper, as wide as it, with the heading on every page."""
    if heading:
        sheet.print_title_rows = f"{heading}:{heading}"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = _PAPER[paper]
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
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
