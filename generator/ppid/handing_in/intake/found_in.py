"""Findings about a list that was just written, led back to the cells of the workbook."""

from collections.abc import Iterable
from dataclasses import replace

from openpyxl.utils.cell import column_index_from_string, coordinate_from_string

from ppid.diagnostics.diagnostic import Diagnostic, Note
from ppid.diagnostics.places import Span
from ppid.handing_in.intake.list_files import place_of
from ppid.handing_in.intake.model import Intake
from ppid.kinds.rows import MODELS
from ppid.reading.documents.book import CellPlace


def found_in(intake: Intake, name: str, findings: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Keep the findings about the two files of the list; each also names its cell in `name`."""
    place = place_of(intake)
    own = (d for d in findings if d.span.path in {f"{place}.csv", f"{place}.yml"})
    return [_led_back(diagnostic, intake, name) for diagnostic in own]


def _led_back(diagnostic: Diagnostic, intake: Intake, name: str) -> Diagnostic:
    source = source_of(diagnostic.span, intake)
    if source is None:
        return diagnostic
    span = Span(name, source.row, source.column, source.row, source.column + 1, source.cell)
    note = Note(f"di lembar “{source.sheet}” berkas asalnya", span)
    return replace(diagnostic, notes=(*diagnostic.notes, note))


def source_of(span: Span, intake: Intake) -> CellPlace | None:
    """Return the cell of the workbook from which a cell of the CSV came, or None."""
    if not span.cell:
        return None
    letters, row = coordinate_from_string(span.cell)
    columns = tuple(MODELS[intake.target.jenis].model_fields)
    column, index = column_index_from_string(letters) - 1, row - 2
    if not (0 <= index < len(intake.rows) and column < len(columns)):
        return None
    places = intake.rows[index].places
    found = places.get(columns[column]) or places.get("informasi") or ()
    return found[0] if found else None
