"""One error of pydantic with the model beside it: which field it is, what was written there."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Any, Literal, get_args, get_origin

from pydantic.fields import FieldInfo
from pydantic_core import ErrorDetails

from ppid.core.record import Part
from ppid.diagnostics.span import Route


@dataclass(frozen=True, slots=True)
class Fault:
    """What a sentence can be made of; `problem` is pydantic's name for the type of error.

    `route` leads from the record to the value; `part` is the group of fields around it; `info` is
    missing when the name is unknown or the whole record is meant.
    """

    problem: str
    route: Route
    part: type[Part]
    info: FieldInfo | None
    written: object
    details: Mapping[str, Any]
    in_table: bool

    @property
    def name(self) -> str:
        """The key that was written or is missing."""
        return next((step for step in reversed(self.route) if isinstance(step, str)), "")

    @property
    def title(self) -> str:
        """What readers call the field."""
        return (self.info.title if self.info else "") or self.name

    @property
    def text(self) -> str:
        """What was written, as text."""
        return str(self.details.get("teks", self.written)).strip()

    @property
    def is_empty(self) -> bool:
        """Whether the key stands there with nothing behind it."""
        return self.written is None or (isinstance(self.written, str) and not self.written.strip())

    @property
    def is_structure(self) -> bool:
        """Whether a list or a group of fields was written."""
        return isinstance(self.written, Mapping | list | tuple)

    @property
    def choices(self) -> tuple[str, ...]:
        """The values that the field allows; empty when it has no fixed choices."""
        return tuple(_choices(self.info.annotation)) if self.info else ()

    @property
    def siblings(self) -> tuple[str, ...]:
        """All keys known in the group of fields around this one."""
        return tuple(self.part.model_fields)


def fault_of(error: ErrorDetails, model: type[Part], *, in_table: bool) -> Fault:
    """Follow the error's location through the model; labels of unions are no part of the route."""
    part, info = model, None
    route: list[str | int] = []
    for index, step in enumerate(error["loc"]):
        inside = part_in(info.annotation) if info else model
        if isinstance(step, int):
            route.append(step)
        elif inside and step in inside.model_fields:
            part, info = inside, inside.model_fields[step]
            route.append(step)
        elif inside and index == len(error["loc"]) - 1 and error["type"] == "extra_forbidden":
            part, info = inside, None
            route.append(step)
    return Fault(
        problem=error["type"],
        route=tuple(route),
        part=part,
        info=info,
        written=error["input"],
        details=error.get("ctx", {}),
        in_table=in_table,
    )


def _leaves(annotation: Any) -> Iterator[Any]:  # noqa: ANN401 — annotations have no common type
    if get_origin(annotation) is Literal or not get_args(annotation):
        yield annotation
    else:
        for argument in get_args(annotation):
            yield from _leaves(argument)


def part_in(annotation: object) -> type[Part] | None:
    """Find the group of fields that an annotation speaks of."""
    parts = (leaf for leaf in _leaves(annotation) if isinstance(leaf, type))
    return next((part for part in parts if issubclass(part, Part)), None)


def _choices(annotation: object) -> Iterator[str]:
    for leaf in _leaves(annotation):
        if get_origin(leaf) is Literal:
            yield from map(str, get_args(leaf))
        elif isinstance(leaf, type) and issubclass(leaf, Enum):
            yield from (str(member.value) for member in leaf)
