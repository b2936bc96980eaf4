"""Which loader reads YAML: libyaml where it was built, else PyYAML's own in Python.

The second is ten times slower and runs where there is no compiled code: in a browser. There most
texts are known beforehand, so whoever prepares them parses them once (`events_of`) and sends the
events along (`remember`); the loader then replays what libyaml would have said.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from hashlib import sha256
from pathlib import Path
from typing import Any, Final

import yaml
from yaml.composer import Composer
from yaml.constructor import SafeConstructor
from yaml.resolver import Resolver

StoredEvent = Sequence[Any]
"""The name of an event, where it begins and ends, and what it says; as JSON can keep it."""

_SAYS: Final[Mapping[str, tuple[str, ...]]] = {
    "StreamStartEvent": (),
    "StreamEndEvent": (),
    "DocumentStartEvent": ("explicit",),
    "DocumentEndEvent": ("explicit",),
    "AliasEvent": ("anchor",),
    "ScalarEvent": ("anchor", "tag", "implicit", "value"),
    "SequenceStartEvent": ("anchor", "tag", "implicit"),
    "SequenceEndEvent": (),
    "MappingStartEvent": ("anchor", "tag", "implicit"),
    "MappingEndEvent": (),
}
_FLOW: Final = frozenset({"SequenceStartEvent", "MappingStartEvent"})
_BESIDE: Final = Path(__file__).with_name("yaml_events.json")
"""What is known from the first, where the program was packed for a browser."""
_known: Final[dict[str, Sequence[StoredEvent]]] = (
    json.loads(_BESIDE.read_text("utf-8")) if _BESIDE.is_file() else {}
)


def key_of(text: str) -> str:
    """Return the name under which the events of a text are kept."""
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def events_of(text: str) -> list[StoredEvent]:
    """Parse a text for those who cannot do it fast; raises yaml.YAMLError where it is none."""
    return [_stored(event) for event in yaml.parse(text, Loader=LOADER)]


def remember(events: Mapping[str, Sequence[StoredEvent]]) -> None:
    """Know the events of texts by their `key_of`; only the loader in Python asks for them."""
    _known.update(events)


def _stored(event: yaml.Event) -> StoredEvent:
    name = type(event).__name__
    said = [getattr(event, part) for part in _SAYS[name]]
    flow = [event.flow_style] if name in _FLOW else []  # type: ignore[attr-defined]
    start, end = event.start_mark, event.end_mark
    return [name, start.index if start else 0, end.index if end else 0, *said, *flow]


def _replayed(stored: StoredEvent) -> yaml.Event:
    name, start, end, *said = stored
    given = dict(zip((*_SAYS[name], "flow_style"), said, strict=False))
    if isinstance(given.get("implicit"), list):  # JSON knows no tuples
        given["implicit"] = tuple(given["implicit"])
    marks = {"start_mark": _mark(start), "end_mark": _mark(end)}
    event: yaml.Event = getattr(yaml, name)(**given, **marks)
    return event


def _mark(index: int) -> yaml.Mark:
    return yaml.Mark("", index, 0, 0, None, 0)


class SafeReplay(Composer, SafeConstructor, Resolver):
    """The safe loader in Python; a text that is known is not parsed again."""

    def __init__(self, stream: str) -> None:
        """Begin with a text."""
        known = _known.get(key_of(stream))
        self._rest: Iterator[yaml.Event] = (
            map(_replayed, known) if known else yaml.parse(stream, Loader=yaml.SafeLoader)
        )
        self._coming: yaml.Event | None = None
        Composer.__init__(self)
        SafeConstructor.__init__(self)
        Resolver.__init__(self)

    def check_event(self, *choices: type[yaml.Event]) -> bool:
        """Tell whether an event follows, of one of these sorts if any are named."""
        return isinstance(self.peek_event(), choices or yaml.Event)

    def peek_event(self) -> yaml.Event | None:
        """Return the event that follows; None at the end."""
        if self._coming is None:
            self._coming = next(self._rest, None)
        return self._coming

    def get_event(self) -> yaml.Event | None:
        """Return the event that follows, and go on behind it."""
        event, self._coming = self.peek_event(), None
        return event

    def dispose(self) -> None:
        """Nothing is held."""


LOADER: Final[Any] = getattr(yaml, "CSafeLoader", SafeReplay)
"""Safe either way. Of a text that is no YAML the two tell differently what is wrong."""
