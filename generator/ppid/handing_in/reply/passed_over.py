"""What reading a workbook passes over: sheets and comments that an earlier answer of ours added."""

from dataclasses import replace

from ppid.handing_in.reply.package import LINES_READ, SIGN, is_ours
from ppid.reading.documents.book import Book


def without_our_answer(book: Book) -> Book:
    """Return a workbook as its clerk made it, without the sheets and comments of an answer."""
    return replace(
        book,
        sheets=tuple(
            replace(sheet, comments=tuple(c for c in sheet.comments if not c.text.startswith(SIGN)))
            for sheet in book.sheets
            if not is_ours(sheet.name, (c.text for c in sheet.cells if c.place.row <= LINES_READ))
        ),
    )
