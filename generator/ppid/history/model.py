"""What is known of earlier states of the data."""

from dataclasses import dataclass
from datetime import date
from typing import Final

from ppid.core.record import Record
from ppid.diagnostics.places import RecordId
from ppid.history.changes import Change


@dataclass(frozen=True, slots=True)
class ListRevision:
    """What one commit did to a list that had been published before.

    `changes` are about its rows; `about` names the fields of the list itself that say something
    else now. A list that is not `readable` was written in a shape that no longer fits. `reason` is
    empty when nobody wrote one down.
    """

    list: RecordId
    day: date
    commit: str
    reason: str
    changes: tuple[Change, ...] = ()
    about: tuple[str, ...] = ()
    readable: bool = True
    removed: bool = False
    contoh: bool = False


@dataclass(frozen=True, slots=True)
class Gone:
    """A record that the data holds no more, with the day it went and where it is now, if known."""

    record: Record
    day: date
    reason: str
    moved_to: RecordId | None = None
    contoh: bool = False


@dataclass(frozen=True, eq=False, slots=True)
class Past:
    """All that is known; `since` is the first day of the history, None where there is none.

    A history that is not `whole` was cut off when the repository was copied.
    """

    revisions: tuple[ListRevision, ...] = ()
    gone: tuple[Gone, ...] = ()
    since: date | None = None
    whole: bool = True


NO_PAST: Final = Past()
