"""Every error of pydantic as a diagnostic: the field's title, what was written, the next step."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from pydantic import Field, ValidationError, create_model
from pydantic_core import ErrorDetails

from ppid.checking.field_messages import (
    REQUIREMENTS,
    Fault,
    Said,
    fault_of,
    missing_message,
    misspelt,
    say,
)
from ppid.core.record import Part
from ppid.diagnostics.diagnostic import Diagnostic, Fix, diagnose
from ppid.diagnostics.places import Located, RecordId, Route, Span
from ppid.values.text import nearest


def diagnose_fields(
    error: ValidationError,
    model: type[Part],
    located: Located,
    route: Route = (),
    *,
    record: RecordId | None = None,
) -> list[Diagnostic]:
    """Turn what pydantic found in the value at `route` into diagnostics."""
    place = _Place(located, route)
    in_table = place.is_row(model)
    raised = _without_echoes(error.errors(include_url=False))
    faults = [place.looked_up(fault_of(details, model, in_table=in_table)) for details in raised]
    return [place.diagnostic(fault, said, record) for fault, said in _with_misspelt_joined(faults)]


def diagnose_entries(data: object, entries: str, located: Located) -> list[Diagnostic]:
    """Check that a file holds just one list under the key `entries`; it may be empty."""
    shape = _file_of(entries)
    try:
        shape.model_validate(data)
    except ValidationError as error:
        return diagnose_fields(error, shape, located)
    return []


@cache
def _file_of(entries: str) -> type[Part]:
    about = Field(title=entries, description="Daftar catatan di berkas ini.")
    definition: Any = (list[Any] | None, about)
    return create_model(f"Berkas_{entries}", __base__=Part, **{entries: definition})


def _without_echoes(raised: list[ErrorDetails]) -> Iterator[ErrorDetails]:
    """Leave out “too few elements” where elements are counted out because they are faulty."""
    places = [details["loc"] for details in raised]
    for details in raised:
        loc = details["loc"]
        inside = any(len(other) > len(loc) and other[: len(loc)] == loc for other in places)
        if not (inside and details["type"] == "too_short"):
            yield details


def _with_misspelt_joined(faults: list[Fault]) -> Iterator[tuple[Fault, Said]]:
    """Say one sentence where an unknown key is nearly a required one that is missing."""
    missing = {fault.route: fault for fault in faults if fault.problem == "missing"}
    joined: dict[Route, Said] = {}
    for fault in faults:
        if fault.problem == "extra_forbidden":
            absent = {
                str(gone.route[-1]): gone for gone in missing.values() if _beside(gone, fault)
            }
            if meant := nearest(fault.name, absent):
                joined[fault.route] = misspelt(fault, meant)
                del missing[absent[meant].route]
    for fault in faults:
        if fault.problem != "missing" or fault.route in missing:
            yield fault, joined.get(fault.route) or say(fault)


def _beside(one: Fault, other: Fault) -> bool:
    return one.route[:-1] == other.route[:-1]


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a record stands, from which the place of each fault is found."""

    located: Located
    route: Route

    def is_row(self, model: type[Part]) -> bool:
        """Tell whether the record is a row of a table: then its fields lie in cells."""
        return bool(self.located.span((*self.route, *list(model.model_fields)[:1])).cell)

    def looked_up(self, fault: Fault) -> Fault:
        """Tell a key that stands there with nothing behind it from one that is not there."""
        route = (*self.route, *fault.route)
        absent = self.located.key_span(route) == self.located.key_span(route[:-1])
        if fault.problem != "missing" or fault.in_table or absent:
            return fault
        return replace(fault, problem="empty", written=None)

    def diagnostic(self, fault: Fault, said: Said, record: RecordId | None) -> Diagnostic:
        span = self._span(fault)
        return diagnose(
            said.requirement,
            span,
            said.message,
            hint=said.hint,
            record=record,
            fix=Fix(span, said.replacement) if said.replacement else None,
        )

    def _span(self, fault: Fault) -> Span:
        route = (*self.route, *fault.route)
        if fault.problem == "extra_forbidden":
            return self.located.key_span(route)
        if fault.problem == "missing" and not fault.in_table:
            return self._group(route[:-1])
        return self.located.span(route)

    def _group(self, route: Route) -> Span:
        """Point at the name of the group that lacks a field; an element has no name."""
        if route and isinstance(route[-1], str):
            return self.located.key_span(route)
        return self.located.span(route)


__all__ = ["REQUIREMENTS", "diagnose_entries", "diagnose_fields", "missing_message"]
