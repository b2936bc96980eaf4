"""Values read by calamine, joined with the facts of their sheet into cells."""

from collections.abc import Iterator, Mapping
from typing import Final

from ppid.reading.documents.book import BookSheet, CellPlace, FilledCell, NoWorkbookError, StoredAs
from ppid.reading.documents.facts import Facts
from ppid.reading.documents.shown import shown
from ppid.reading.documents.stored_values import StoredSheet
from ppid.reading.documents.zip_bounds import damaged

LONGEST_TEXT: Final = 32_767
"""Characters in a cell; Excel holds no more either."""


def sheet_of(values: Mapping[str, StoredSheet], facts: Facts) -> BookSheet:
    """Join the values and the facts of a sheet."""
    found = values.get(facts.name)
    if found is None:
        raise damaged()
    cells = {cell.place: cell for cell in _cells(found, facts)}
    for (row, column), word in facts.errors.items():
        place = CellPlace(facts.name, row, column)
        cells[place] = _cell(place, word, StoredAs.GALAT, facts)
    for row, column in facts.uncached:
        place = CellPlace(facts.name, row, column)
        if place not in cells:
            cells[place] = _cell(place, "(rumus tanpa hasil)", StoredAs.GALAT, facts)
    ordered = tuple(cells[place] for place in sorted(cells))
    merged = tuple(facts.merged) or found.merged
    return BookSheet(facts.name, ordered, merged, facts.hidden)


def check_length(cell: FilledCell) -> None:
    if len(cell.text) > LONGEST_TEXT:
        length = f"{len(cell.text):,}".replace(",", ".")
        raise NoWorkbookError(
            f"Sel {cell.place.cell} pada lembar “{cell.place.sheet}” memuat {length} karakter; "
            "sebuah sel paling banyak memuat 32.767 karakter.",
            "Ringkas isi sel itu. Pada CSV, periksa juga tanda kutip yang tidak ditutup.",
        )


def _cells(sheet: StoredSheet, facts: Facts) -> Iterator[FilledCell]:
    for row, column, value in sheet.values:
        text, stored = shown(value, facts.shapes.get((row, column)))
        if text.strip():
            cell = _cell(CellPlace(facts.name, row, column), text, stored, facts)
            check_length(cell)
            yield cell


def _cell(place: CellPlace, text: str, stored: StoredAs, facts: Facts) -> FilledCell:
    position = (place.row, place.column)
    hidden = facts.hidden or place.row in facts.hidden_rows or place.column in facts.hidden_columns
    return FilledCell(place, text, stored, position in facts.formulas, hidden)
