"""All that a reply says, before it is laid out on sheets."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from generator.intake.model import Intake, Place
from generator.reply.entries import Entry
from generator.reply.harmless import harmless
from generator.reply.paper import Goto
from generator.reply.questions import Clash


@dataclass(frozen=True, slots=True)
class Told:
    """All that the sheets say; `notes` are sentences about the file as a whole.

    `tabs` gives the sheets of the reply by the name that the intake knows.
    """

    intake: Intake
    entries: Sequence[Entry]
    clashes: Sequence[Clash]
    notes: Sequence[str] = ()
    tabs: Mapping[str, str] = field(default_factory=dict)

    def tab(self, place: Place) -> str:
        """Name the sheet on which a place lies in the reply."""
        return harmless(self.tabs.get(place.sheet, place.sheet))

    def goto(self, place: Place) -> Goto | str:
        """Lead to a place, if its sheet is in the reply."""
        tab = self.tabs.get(place.sheet)
        return Goto(place.cell, tab, place.cell) if tab else place.cell
