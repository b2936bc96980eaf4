"""Values read by calamine, joined with the facts of their sheet into cells."""

from collections.abc import Iterator, Mapping
from typing import Final

from ppid.diagnostics.diagnostic import Severity
from ppid.handing_in.intake.archive import damaged
from ppid.handing_in.intake.book import Sheet, UnreadableError
from ppid.handing_in.intake.facts import Facts
from ppid.handing_in.intake.model import Cell, Place, Remark, Stored
from ppid.handing_in.intake.shown import shown
from ppid.handing_in.intake.stored_values import StoredSheet

LONGEST_TEXT: Final = 32_767
"""Characters in a cell; Excel holds no more either."""


def sheet_of(values: Mapping[str, StoredSheet], facts: Facts) -> Sheet:
    """Join the values and the facts of a sheet."""
    found = values.get(facts.name)
    if found is None:
        raise damaged()
    cells = {cell.place: cell for cell in _cells(found, facts)}
    for (row, column), word in facts.errors.items():
        place = Place(facts.name, row, column)
        cells[place] = _cell(place, word, Stored.GALAT, facts)
    for row, column in facts.uncached:
        place = Place(facts.name, row, column)
        if place not in cells:
            cells[place] = _cell(place, "(rumus tanpa hasil)", Stored.GALAT, facts)
    ordered = tuple(cells[place] for place in sorted(cells))
    merged = tuple(facts.merged) or found.merged
    return Sheet(facts.name, ordered, merged, facts.hidden)


def remarks_on_values(sheet: Sheet) -> Iterator[Remark]:
    """Point at the cells whose value is an error or was not stored."""
    for cell in sheet.cells:
        if cell.stored is not Stored.GALAT:
            continue
        if cell.text.startswith("#"):
            message = f"Sel {cell.place.cell} berisi galat {cell.text}."
            advice = "Perbaiki rumusnya, atau ketik nilainya."
        else:
            message = f"Sel {cell.place.cell} berisi rumus yang hasilnya tidak tersimpan."
            advice = "Buka dengan Excel atau LibreOffice lalu simpan lagi, atau ketik nilainya."
        yield Remark(cell.place, Severity.PERINGATAN, message, advice)


def check_length(cell: Cell) -> None:
    if len(cell.text) > LONGEST_TEXT:
        length = f"{len(cell.text):,}".replace(",", ".")
        raise UnreadableError(
            f"Sel {cell.place.cell} pada lembar “{cell.place.sheet}” memuat {length} karakter; "
            "sebuah sel paling banyak memuat 32.767 karakter.",
            "Ringkas isi sel itu. Pada CSV, periksa juga tanda kutip yang tidak ditutup.",
        )


def _cells(sheet: StoredSheet, facts: Facts) -> Iterator[Cell]:
    for row, column, value in sheet.values:
        text, stored = shown(value, facts.shapes.get((row, column)))
        if text.strip():
            cell = _cell(Place(facts.name, row, column), text, stored, facts)
            check_length(cell)
            yield cell


def _cell(place: Place, text: str, stored: Stored, facts: Facts) -> Cell:
    position = (place.row, place.column)
    hidden = facts.hidden or place.row in facts.hidden_rows or place.column in facts.hidden_columns
    return Cell(place, text, stored, position in facts.formulas, hidden)
