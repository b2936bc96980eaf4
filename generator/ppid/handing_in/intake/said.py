"""Words that every report of an intake shares: names of fields and lists of cells."""

from collections.abc import Sequence
from functools import cache
from typing import Final

from ppid.handing_in.intake.model import Question, Target
from ppid.kinds.rows import MODELS
from ppid.reading.documents.book import CellPlace
from ppid.values.text import joined

_MOST: Final = 4
_LISTS: Final = {"penetapan": "Keputusan", "nihil": "Pernyataan nihil"}


def field_title(name: str, target: Target) -> str:
    """Return the title of a field of the rows or of the list; empty when there is none."""
    return _title(name, target.jenis)


@cache
def _title(name: str, jenis: str) -> str:
    info = MODELS[jenis].model_fields.get(name)
    return (info.title or name) if info else _LISTS.get(name.partition(".")[0], "")


def cells_of(places: Sequence[CellPlace], sheet: str) -> str:
    """Name cells: “sel F4”, “sel F4 dan F9”, “sel F4, F9, F12, F13, dan 7 lainnya”."""
    names = [
        place.cell if place.sheet == sheet else f"{place.cell} di lembar “{place.sheet}”"
        for place in places
    ]
    if len(names) <= _MOST:
        return f"sel {joined(names)}"
    return f"sel {', '.join(names[:_MOST])}, dan {len(names) - _MOST} lainnya"


def subject_of(question: Question, target: Target, sheet: str) -> str:
    """Name what a question is about: its field and its cells; a column that is missing has none."""
    places = question.places or ((question.place,) if question.written else ())
    where = cells_of(places, sheet) if places else ""
    return ", ".join(filter(None, (field_title(question.field, target), where)))
