"""Registers and letters of the service as files: .docx, and registers as workbooks too.

In a workbook every cell is text: a NIK has sixteen digits, of which a number keeps fifteen.
"""

from collections.abc import Iterator
from datetime import UTC, datetime
from io import BytesIO
from typing import Final

from xlsxwriter import Workbook

from ppid.core.page import Export
from ppid.publishing.papers.model import Paper, PaperTable, Paragraph, Style
from ppid.publishing.papers.of_service import is_register, workbook_url
from ppid.publishing.publication import Publication

_ROWS: Final = 500
"""Rows that are ready to be filled in; more can be added by copying one."""
_WIDTH: Final = 1.3
"""Letters of a column in a workbook for each part of its width on paper."""
_HEAD_HEIGHT: Final = 48
"""In points: the longest heading has three lines."""
_NO_CLOCK: Final = datetime(1980, 1, 1, tzinfo=UTC)
_BOX: Final = {"border": 1, "text_wrap": True, "valign": "top", "num_format": "@"}
_HEAD: Final = {**_BOX, "bold": True, "align": "center", "valign": "vcenter", "bg_color": "#E6EEEC"}


def exports(publication: Publication) -> Iterator[Export]:
    """Yield every paper of the service, and its workbook where it is a register."""
    for printed in publication.service_papers:
        yield printed.export
        if is_register(printed.paper):
            yield Export(workbook_url(printed.paper), register_workbook(printed.paper))


def register_workbook(paper: Paper) -> bytes:
    """Return a register as .xlsx: its tables side by side, a column that is repeated only once."""
    blocks = [block for section in paper.sections for block in section.blocks]
    grids = [block for block in blocks if isinstance(block, PaperTable)]
    columns = tuple({c.judul: c for grid in grids for c in grid.columns}.values())
    head = PaperTable(paper.title, columns, ()).head
    notes = [b.words for b in blocks if isinstance(b, Paragraph) and b.style is Style.KETERANGAN]
    stream = BytesIO()
    with Workbook(stream, {"in_memory": True}) as book:
        book.set_properties({"title": paper.title, "created": _NO_CLOCK})
        box, heading = book.add_format(_BOX), book.add_format(_HEAD)
        sheet = book.add_worksheet("Register")
        bold = book.add_format({"bold": True})
        mark = "CONTOH: " if paper.contoh else ""
        sheet.write_string(0, 0, f"{mark}{paper.title}, {paper.about}", bold)
        for row, words in enumerate(notes, 1):
            sheet.write_string(row, 0, "".join(word for word in words if isinstance(word, str)))
        top = len(notes) + 2
        for level, cells in enumerate(head, top):
            for cell in cells:
                place = (level, cell.column)
                corner = (level + cell.rows - 1, cell.column + cell.columns - 1)
                if place == corner:
                    sheet.write_string(*place, cell.text, heading)
                else:
                    sheet.merge_range(*place, *corner, cell.text, heading)
        first = top + len(head)
        sheet.set_row(first - 1, _HEAD_HEIGHT)
        for number, column in enumerate(columns):
            sheet.set_column(number, number, column.lebar * _WIDTH)
            for row in range(first, first + _ROWS):
                sheet.write_blank(row, number, None, box)
        sheet.freeze_panes(first, 1)
        sheet.set_landscape()
        sheet.set_paper(8)  # A3
        sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(top, first - 1)
    return stream.getvalue()
