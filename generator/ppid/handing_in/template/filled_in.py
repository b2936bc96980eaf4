"""What a clerk filled in beside the rows of a template: facts of the list, or that it is empty."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from ppid.handing_in.facts import FACTS
from ppid.handing_in.template.form import FACTS_SHEET, GUIDE, NIL, NIL_DAY, NIL_OFFICER, YES
from ppid.handing_in.template.stamp import cells_of_sheet
from ppid.reading.documents.book import CellPlace, FilledCell
from ppid.reading.documents.stored import Value, shown
from ppid.values.dates import read_tanggal


def read_facts(content: bytes) -> Mapping[str, FilledCell]:
    """Read what a template says of its list, by the name of the fact; empty without the sheet."""
    table = cells_of_sheet(content, FACTS_SHEET)
    return facts_in(table) if table else {}


def facts_in(table: Sequence[Sequence[Value]]) -> Mapping[str, FilledCell]:
    """Find the facts among the cells of the sheet: each stands beside its label."""
    names = {fact.label: fact.name for facts in FACTS.values() for fact in facts}
    found: dict[str, FilledCell] = {}
    for number, row in enumerate(table, 1):
        name = names.get(str(row[0]).strip()) if row else None
        if name and len(row) > 1 and (text := shown(row[1])[0].strip()):
            found[name] = FilledCell(CellPlace(FACTS_SHEET, number, 2), text)
    return found


@dataclass(frozen=True, slots=True)
class NilAnswer:
    """What was filled in instead of rows; what is not readable or missing is empty or None.

    `places` leads from each label (`NIL`, `NIL_OFFICER`, `NIL_DAY`) to the cell beside it.
    """

    pejabat: str
    tanggal: date | None
    places: Mapping[str, CellPlace]


def read_nihil(content: bytes) -> NilAnswer | None:
    """Read the statement of a template; None when there is none, or no template."""
    table = cells_of_sheet(content, GUIDE)
    return None if table is None else nil_in(table)


def nil_in(table: Sequence[Sequence[object]]) -> NilAnswer | None:
    """Find the statement among the cells of the sheet."""
    found: dict[str, object] = {}
    places: dict[str, CellPlace] = {}
    for number, row in enumerate(table, 1):
        if len(row) > 1 and row[0] in {NIL, NIL_OFFICER, NIL_DAY}:
            found[str(row[0])] = row[1]
            places[str(row[0])] = CellPlace(GUIDE, number, 2)
    if str(found.get(NIL, "")).strip().casefold() != YES:
        return None
    written = found.get(NIL_DAY, "")
    day = read_tanggal(str(written)[:10] if isinstance(written, date) else str(written))
    return NilAnswer(str(found.get(NIL_OFFICER, "")).strip(), day.value, places)
