"""What every record is: a frozen model that knows who it is and where it was written."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from pydantic import BaseModel, ConfigDict

from ppid.diagnostics.places import Located, RecordId, Route, Span


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a record comes from: its file, its route inside it, and the OPD that owns the file."""

    located: Located
    route: Route = ()
    owner: str = ""


class Part(BaseModel):
    """A group of fields inside a record, such as a decision or a channel."""

    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True)


class Record(Part):
    """A record of some kind; it stores no line number but can ask for any."""

    kind: ClassVar[str]
    if TYPE_CHECKING:  # neither is a field: nobody writes them in a file
        id: RecordId
        """The key by which others refer to this record."""
        origin: Origin
        """Where the record comes from."""

    def placed(self, record_id: RecordId, origin: Origin) -> None:
        """Say once, on loading, who this record is and where it stands.

        Both go straight to the instance: a private attribute of pydantic takes twenty times as
        long to read, and every rule and page reads them.
        """
        self.__dict__.update(id=record_id, origin=origin)

    @property
    def owner(self) -> str:
        """The slug of the OPD in whose folder the record lies; empty for city-wide files."""
        return self.origin.owner

    @property
    def path(self) -> str:
        """The file that holds the record, relative to the project."""
        return self.origin.located.source.path

    def span(self, *route: str | int) -> Span:
        """Say where a field (or a part of it) is written, or the nearest place above it."""
        return self.origin.located.span((*self.origin.route, *route))

    def key_span(self, *route: str | int) -> Span:
        """Say where the name of a field is written."""
        return self.origin.located.key_span((*self.origin.route, *route))
