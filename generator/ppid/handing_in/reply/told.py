"""All that a reply says, before it is laid out on sheets."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from ppid.handing_in.intake.model import Intake, Question, TakenRow
from ppid.handing_in.intake.said import field_title
from ppid.handing_in.reply.entries import Entry
from ppid.handing_in.reply.harmless import harmless
from ppid.handing_in.reply.paper import Goto
from ppid.handing_in.reply.questions import kode_of
from ppid.reading.documents.book import CellPlace


@dataclass(frozen=True, slots=True)
class Told:
    """All that the sheets say; `notes` are sentences about the file as a whole.

    `tabs` gives the sheets of the reply by the name that the intake knows.
    """

    intake: Intake
    entries: Sequence[Entry]
    notes: Sequence[str] = ()
    tabs: Mapping[str, str] = field(default_factory=dict)

    def tab(self, place: CellPlace) -> str:
        """Name the sheet on which a place lies in the reply."""
        return harmless(self.tabs.get(place.sheet, place.sheet))

    def kode(self, question: Question) -> str:
        """Return the `kode` of the row that a question is about, as far as it is known."""
        at_place = (row for row in self.intake.rows if _holds(row, question.place))
        return kode_of(question) or next((row.values.get("kode", "") for row in at_place), "")

    def title(self, question: Question) -> str:
        """Name the field that a question is about."""
        return field_title(question.field, self.intake.target)

    def goto(self, place: CellPlace) -> Goto | str:
        """Lead to a place, if its sheet is in the reply."""
        tab = self.tabs.get(place.sheet)
        return Goto(place.cell, tab, place.cell) if tab else place.cell


def _holds(row: TakenRow, place: CellPlace) -> bool:
    return any(place in places for places in row.places.values())
