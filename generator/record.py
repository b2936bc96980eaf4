"""What every record is: a frozen model that knows who it is and where it was written."""

from dataclasses import dataclass
from typing import ClassVar

from pydantic import BaseModel, ConfigDict, PrivateAttr

from generator.identity import RecordId
from generator.sources.span import Located, Route, Span


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
    _id: RecordId = PrivateAttr()
    _origin: Origin = PrivateAttr()

    def placed(self, record_id: RecordId, origin: Origin) -> None:
        """Say once, on loading, who this record is and where it stands."""
        self._id = record_id
        self._origin = origin

    @property
    def id(self) -> RecordId:
        """The key by which others refer to this record."""
        return self._id

    @property
    def owner(self) -> str:
        """The slug of the OPD in whose folder the record lies; empty for city-wide files."""
        return self._origin.owner

    @property
    def path(self) -> str:
        """The file that holds the record, relative to the project."""
        return self._origin.located.source.path

    def span(self, *route: str | int) -> Span:
        """Say where a field (or a part of it) is written, or the nearest place above it."""
        return self._origin.located.span((*self._origin.route, *route))

    def key_span(self, *route: str | int) -> Span:
        """Say where the name of a field is written."""
        return self._origin.located.key_span((*self._origin.route, *route))
