"""What reading a workbook passes over: the sheets that an earlier answer of ours added."""

from dataclasses import replace

from ppid.handing_in.reply.names import LINES_READ, is_ours
from ppid.reading.documents.book import Book


def without_our_sheets(book: Book) -> Book:
    """Return a workbook as its clerk made it, without the sheets of an answer to it."""
    ours = {
        sheet.name
        for sheet in book.sheets
        if is_ours(sheet.name, (c.text for c in sheet.cells if c.place.row <= LINES_READ))
    }
    return replace(book, sheets=tuple(sheet for sheet in book.sheets if sheet.name not in ours))
