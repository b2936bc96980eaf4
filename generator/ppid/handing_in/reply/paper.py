"""A table on a sheet of ours: title lines, frozen headings, filter, links to cells, page setup."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from openpyxl import Workbook
from openpyxl.utils import get_column_letter, quote_sheetname
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.hyperlink import Hyperlink
from openpyxl.worksheet.page import PageMargins

from ppid.handing_in.reply.brush import LOOKS, Brush, Look
from ppid.handing_in.reply.names import STAMP

_LINE_HEIGHT: Final = 14.5
_TALLEST: Final = 400
"""Points; programs do not show a row higher than 409."""
_HEADING_ROW: Final = 4


MOST_ROWS: Final = 10_000
"""Of one table; more is counted and not listed."""


@dataclass(frozen=True, slots=True)
class Goto:
    """A text that leads to a cell of the workbook, or to the top of a sheet."""

    text: str
    sheet: str
    cell: str = "A1"


@dataclass(frozen=True, slots=True)
class Choice:
    """A box in which a person chooses one of some letters, or writes words of their own."""

    letters: Sequence[str]


Content = str | int | Goto | Choice


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its heading, its width in letters, and whether it is for the program only."""

    title: str
    width: float
    machine: bool = False


@dataclass(frozen=True, slots=True)
class Paper:
    """A sheet before it is written: a sentence on top, a table, and lines below it.

    `filled` is the column (from 0) whose text also colours its cell, or -1.
    """

    name: str
    sentence: str
    advice: str
    columns: Sequence[Column]
    rows: Sequence[Sequence[Content]]
    pointer: Goto | None = None
    below: Sequence[str] = field(default=())
    filled: int = -1


def write(book: Workbook, paper: Paper) -> None:
    """Write a paper as the next sheet of a workbook."""
    sheet: Any = book.create_sheet(paper.name)
    _lay_out(sheet, paper)
    brush = Brush(sheet)
    _put(sheet.cell(1, 1), paper.sentence, brush, Look.TITLE)
    _put(sheet.cell(2, 1), f"{STAMP} {paper.advice}", brush, Look.LINE)
    if paper.pointer:
        _put(sheet.cell(3, 1), paper.pointer, brush, Look.LINE)
    sheet.row_dimensions[_HEADING_ROW].height = 2 * _LINE_HEIGHT
    for column, each in enumerate(paper.columns, 1):
        _put(sheet.cell(_HEADING_ROW, column), each.title, brush, Look.HEAD)
    for number, row in enumerate(paper.rows, _HEADING_ROW + 1):
        _write_row(sheet, number, row, paper, brush)
    for number, line in enumerate(paper.below, _HEADING_ROW + len(paper.rows) + 2):
        _put(sheet.cell(number, 1), line, brush, Look.LINE)


def _lay_out(sheet: Any, paper: Paper) -> None:  # noqa: ANN401 — openpyxl's sheets
    for number, column in enumerate(paper.columns, 1):
        sheet.column_dimensions[get_column_letter(number)].width = column.width
    last = get_column_letter(len(paper.columns))
    sheet.freeze_panes = f"A{_HEADING_ROW + 1}"
    sheet.auto_filter.ref = f"A{_HEADING_ROW}:{last}{_HEADING_ROW + max(1, len(paper.rows))}"
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", "9"
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.print_title_rows = f"{_HEADING_ROW}:{_HEADING_ROW}"
    sheet.page_margins = PageMargins(0.4, 0.4, 0.5, 0.7, 0.3, 0.3)
    sheet.oddFooter.left.text, sheet.oddFooter.right.text = "&A", "Halaman &P dari &N"


def _write_row(
    sheet: Any,  # noqa: ANN401
    number: int,
    row: Sequence[Content],
    paper: Paper,
    brush: Brush,
) -> None:
    lines = 1
    for index, (content, column) in enumerate(zip(row, paper.columns, strict=True)):
        look = Look.MACHINE if column.machine else _look_of(content, index == paper.filled)
        _put(sheet.cell(number, index + 1), content, brush, look)
        if isinstance(content, str) and not column.machine:
            lines = max(lines, _lines(content, column.width))
    sheet.row_dimensions[number].height = min(_TALLEST, lines * _LINE_HEIGHT)


def _look_of(content: Content, filled: bool) -> Look:  # noqa: FBT001
    if isinstance(content, Goto):
        return Look.LINK
    if isinstance(content, Choice):
        return Look.ENTRY
    return LOOKS.get(str(content), Look.TEXT) if filled else Look.TEXT


def _put(cell: Any, content: Content, brush: Brush, look: Look) -> None:  # noqa: ANN401
    brush.paint(cell, look)
    if isinstance(content, Goto):
        target = f"{quote_sheetname(content.sheet)}!{content.cell}"
        cell.value = content.text
        cell.hyperlink = Hyperlink(ref=cell.coordinate, location=target)
        brush.paint(cell, look)  # openpyxl has a look of its own for links
    elif isinstance(content, Choice):
        _offer(cell.parent, cell.coordinate, content)
    else:
        cell.value = content
    if isinstance(cell.value, str):
        cell.data_type = "s"  # a text also when it looks like a formula


def _offer(sheet: Any, cell: str, choice: Choice) -> None:  # noqa: ANN401
    if not choice.letters:
        return
    offers = {each.formula1: each for each in sheet.data_validations.dataValidation}
    formula = f'"{",".join(choice.letters)}"'
    offer = offers.get(formula)
    if offer is None:
        offer = DataValidation("list", formula1=formula, allow_blank=True, showErrorMessage=False)
        offer.promptTitle, offer.prompt = "Jawaban", "Pilih huruf, atau tulis kata sendiri."
        offer.showInputMessage = True
        sheet.add_data_validation(offer)
    offer.add(cell)


def _lines(text: str, width: float) -> int:
    return sum(1 + int(len(line) / width) for line in text.split("\n"))
