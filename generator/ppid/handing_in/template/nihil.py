"""The statement on the sheet “Petunjuk” that there is nothing to list this year."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from io import BytesIO

from python_calamine import CalamineError, CalamineWorkbook

from ppid.handing_in.template.form import GUIDE
from ppid.handing_in.template.guide_sheet import NIL, NIL_DAY, NIL_OFFICER, YES
from ppid.reading.documents.book import CellPlace
from ppid.values.dates import read_tanggal


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
    try:
        book = CalamineWorkbook.from_filelike(BytesIO(content))
        if GUIDE not in book.sheet_names:
            return None
        table = book.get_sheet_by_name(GUIDE).to_python(skip_empty_area=False)
    except (CalamineError, OSError, ValueError):
        return None
    return nil_in(table)


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
