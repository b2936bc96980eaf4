"""What a look at one sort of evidence comes to."""

from datetime import date
from typing import NamedTuple

from ppid.assessing.model import Evidence, State


class Found(NamedTuple):
    """The state that one sort of evidence shows, with what was found and why in one sentence.

    `diperbarui` is the day to hold against the clock.
    """

    state: State
    reason: str
    evidence: tuple[Evidence, ...] = ()
    diperbarui: date | None = None


def met(reason: str, *evidence: Evidence, day: date | None = None) -> Found:
    """Say that the obligation was met."""
    return Found(State.TERPENUHI, reason, evidence, day)


def not_yet(reason: str, *evidence: Evidence) -> Found:
    """Say that nothing shows that it was met; what does not suffice may stand beside."""
    return Found(State.BELUM, reason, evidence)


def idle(reason: str) -> Found:
    """Say that there was nothing to do."""
    return Found(State.TIDAK_BERLAKU, reason)
