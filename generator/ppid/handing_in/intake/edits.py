"""What a clerk mends at the desk: cells of a workbook with the texts that are to be read there."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from ppid.reading.documents.book import Book, BookSheet, CellPlace, FilledCell


@dataclass(frozen=True, slots=True)
class CellEdit:
    """A cell with its new text; an empty text leaves nothing in the cell."""

    sheet: str
    row: int
    column: int
    text: str


def edited(book: Book, edits: Iterable[CellEdit]) -> Book:
    """Return a workbook with other texts in some cells; of two edits of a cell the last counts."""
    last = {(edit.sheet, edit.row, edit.column): edit.text for edit in edits}
    if not last:
        return book
    return replace(book, sheets=tuple(_edited(sheet, last) for sheet in book.sheets))


def _edited(sheet: BookSheet, texts: dict[tuple[str, int, int], str]) -> BookSheet:
    mine = {
        (row, column): text for (name, row, column), text in texts.items() if name == sheet.name
    }
    if not mine:
        return sheet
    cells = {(cell.place.row, cell.place.column): cell for cell in sheet.cells}
    names = {cell.place.row: cell.place.row_name for cell in sheet.cells}
    for (row, column), text in mine.items():
        if text.strip():
            place = CellPlace(sheet.name, row, column, names.get(row, ""))
            cells[row, column] = FilledCell(place, text)
        else:
            cells.pop((row, column), None)
    return replace(sheet, cells=tuple(cells[place] for place in sorted(cells)))


def cells_around(book: Book, place: CellPlace) -> Iterator[FilledCell]:
    """Yield the filled cells of the row in which a cell stands."""
    for sheet in book.sheets:
        if sheet.name == place.sheet:
            yield from (cell for cell in sheet.cells if cell.place.row == place.row)
