"""The sheets and comments of an earlier answer of ours, by which a returned workbook is known."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from ppid.reading.documents.book import Book

SHEET: Final = "Perbaikan"
"""The first of our sheets; the names of the others begin with it."""
STAMP: Final = "Lembar ini dibuat otomatis oleh PPID."
"""How the second line of each of our sheets begins."""
SIGN: Final = "PPID: "
"""How each of our comments begins; some programs forget who wrote a comment."""
LINES_READ: Final = 4
"""In how many lines from the top the stamp is looked for."""


def is_ours(name: str, texts: Iterable[str]) -> bool:
    """Tell whether a sheet is ours from its name and the texts of its first `LINES_READ` rows."""
    return name.startswith(SHEET) and any(text.startswith(STAMP) for text in texts)


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
