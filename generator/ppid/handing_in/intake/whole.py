"""Whether all that a cell says has come into the list, or somebody is told what has not.

This is the last look at what was read: whatever reads a cell, no word or number of it may be gone
without a repair, a question or a remark at that cell.
"""

import re
from collections import Counter
from collections.abc import Iterator
from typing import Final

from ppid.diagnostics.diagnostic import Severity
from ppid.handing_in.intake.reading.texts import tidy
from ppid.handing_in.model import CellRemark, Intake
from ppid.reading.documents.book import Book, CellPlace
from ppid.values.identifiers import masked
from ppid.values.text import joined, quoted

_TICKED: Final = frozenset({"klasifikasi", "bentuk"})
"""Fields whose value comes from where a mark or a title stands, not from its letters."""
_WORD: Final = re.compile(r"[^\W_]+")


_ADVICE: Final = "Tulis isinya dengan cara lain, lalu ulangi."
_MOST_NAMED: Final = 5


def remarks_on_losses(intake: Intake, book: Book) -> Iterator[CellRemark]:
    """Yield a remark on what is neither in a row nor spoken of: whole cells, and words of cells."""
    cells = {cell.place: cell for sheet in book.sheets for cell in sheet.cells}
    if forgotten := sorted(cells.keys() - set(_places_in(intake))):
        names = [place.cell for place in forgotten[:_MOST_NAMED]]
        more = ["lainnya"] if forgotten[_MOST_NAMED:] else []
        yield CellRemark(
            place=forgotten[0],
            severity=Severity.GALAT,
            message=f"{len(forgotten)} sel tidak masuk ke mana pun: {joined([*names, *more])}",
            advice=_ADVICE,
        )
    spoken_of = set(_spoken_of(intake))
    for row in intake.rows:
        # What is said of a field is said at the first of its cells, and holds for all of them.
        for name, places in row.places.items():
            if any((place, name) in spoken_of for place in places):
                spoken_of.update((place, name) for place in places)
        taken: dict[CellPlace, dict[str, str]] = {}
        for name, places in row.places.items():
            for place in places if name not in _TICKED else ():
                taken.setdefault(place, {})[name] = row.values.get(name, "")
        for place, values in taken.items():
            text = cells[place].text if place in cells else ""
            about = {(place, name) for name in ("", *values)}
            if about & spoken_of or tidy(text) in values.values():
                continue
            if lost := _words(text) - _words(" ".join(values.values())):
                spoken_of.add((place, ""))
                message = f"Sebagian isi sel ini tidak masuk: {quoted(' '.join(lost))}"
                yield CellRemark(
                    place=place, severity=Severity.GALAT, message=masked(message), advice=_ADVICE
                )


def _spoken_of(intake: Intake) -> Iterator[tuple[CellPlace, str]]:
    """Yield cells about which something is said, each with the field of which it is said."""
    for repair in intake.repairs:
        yield repair.place, repair.field
    for remark in intake.remarks:
        if remark.place:
            yield remark.place, remark.field
    for question in (*intake.questions, *intake.answered):
        for place in (question.place, *question.places):
            yield place, question.field


def _places_in(intake: Intake) -> Iterator[CellPlace]:
    """Yield every cell that an intake names."""
    for row in intake.rows:
        for places in row.places.values():
            yield from places
    yield from (cell.place for heading in intake.headings for cell in heading.cells)
    yield from (unused.cell.place for unused in intake.unused)
    yield from (place for place, _ in _spoken_of(intake))


def _words(text: str) -> Counter[str]:
    return Counter(word.lower() for word in _WORD.findall(text))
