"""From the findings of the project, which name cells of the CSV, back to the clerk's own cells."""

from typing import Final

from openpyxl.utils.cell import column_index_from_string, coordinate_from_string

from ppid.diagnostics.diagnostic import Diagnostic
from ppid.handing_in.intake.model import Intake, TakenRow
from ppid.reading.documents.book import CellPlace

_FIRST_ROW: Final = 2
"""Of the CSV: the line of headings is the first."""


def places_of(found: Diagnostic, intake: Intake) -> tuple[CellPlace, ...]:
    """Return the cell of the clerk's workbook in which the value of a finding began.

    A value that was empty has no cell; then the first cell of its row stands for it. A finding
    about the file as a whole has no place.
    """
    target = intake.target
    ours = found.span.path.endswith(f"/{target.opd}/{target.jenis}/{target.tahun}.csv")
    if not ours or not found.span.cell:
        return ()
    letters, number = coordinate_from_string(found.span.cell)
    index = number - _FIRST_ROW
    if not 0 <= index < len(intake.rows):
        return ()
    row, column = intake.rows[index], column_index_from_string(letters) - 1
    name = tuple(row.values)[column] if column < len(row.values) else ""
    return row.places.get(name, ())[:1] or _empty_cell(intake, row, name)


def _empty_cell(intake: Intake, row: TakenRow, name: str) -> tuple[CellPlace, ...]:
    """Return the empty cell under the heading of a field, or else the first cell of the row."""
    known = sorted(place for places in row.places.values() for place in places)
    if not known:
        return ()
    heading = next((heading for heading in intake.headings if heading.field == name), None)
    if heading is None:
        return (known[0],)
    return (CellPlace(known[0].sheet, known[0].row, heading.column),)
