"""What a rule is, and how it says “this place, this sentence”; nothing here lists rules."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import KW_ONLY, dataclass, field
from typing import Any

from ppid.core.record import Record
from ppid.diagnostics.diagnostic import Diagnostic, Fix, Note, Requirement, Severity, diagnose
from ppid.diagnostics.places import RecordId, Route, Span
from ppid.values.text import is_respelling, quoted

Check = Callable[..., Iterable["Finding"]]
"""A rule of one kind takes `(record, corpus)`; a rule that looks across kinds takes `(corpus)`."""


@dataclass(frozen=True, slots=True)
class Finding:
    """What a rule yields: a place and a sentence; id and severity are added by the caller."""

    span: Span
    message: str
    record: RecordId | None = None
    _: KW_ONLY
    notes: tuple[Note, ...] = ()
    severity: Severity | None = None
    hint: str = ""
    fix: Fix | None = None


@dataclass(frozen=True, slots=True)
class Rule:
    """A requirement together with the function that finds where it does not hold."""

    requirement: Requirement
    check: Check = field(compare=False)


def rule(  # noqa: PLR0913 — mirrors the parts of a requirement
    rule_id: str,
    *,
    title: str,
    severity: Severity,
    hint: str,
    legal_basis: tuple[str, ...] = (),
    no_basis: str = "",
    softened: bool = False,
    quotable: bool = True,
) -> Callable[[Check], Rule]:
    """Make a rule of a generator function; see `Requirement` for the meaning of the parts."""
    stated = Requirement(
        rule_id,
        title,
        severity,
        hint,
        legal_basis=legal_basis,
        no_basis=no_basis,
        softened=softened,
        quotable=quotable,
    )
    return lambda check: Rule(stated, check)


def at(  # noqa: PLR0913 — mirrors the parts of a diagnostic
    record: Record,
    route: str | Route,
    message: str,
    *,
    notes: tuple[Note, ...] = (),
    severity: Severity | None = None,
    hint: str = "",
    fix: Fix | None = None,
) -> Finding:
    """Point at a field of a record (`route`: its name, a route, or "" for the whole record)."""
    steps = route if isinstance(route, tuple) else (route,) if route else ()
    return Finding(
        record.span(*steps),
        message,
        record.id,
        notes=notes,
        severity=severity,
        hint=hint,
        fix=fix,
    )


def not_normal(
    record: Record, name: str, subject: str, normal: str, *, certain: bool | None = None
) -> Finding:
    """Say that a field can be read but is spelt in another way; certain ones can be mended.

    A reader that does not say itself what is certain leaves it to the words of both texts.
    """
    if certain is None:
        certain = is_respelling(getattr(record, name), normal)
    fix = Fix(record.span(name), normal) if certain else None
    message, hint = f"{subject} belum ditulis dalam bentuk baku", f"Tulis “{normal}”."
    return at(record, name, message, severity=Severity.SARAN, hint=hint, fix=fix)


def codes_taken(record: Record, field: str, codes: Iterable[str]) -> Iterator[Finding]:
    """Yield the elements of `field` whose `kode` one before them has, capitals apart."""
    taken: set[str] = set()
    for index, kode in enumerate(codes):
        if kode.lower() in taken:
            yield at(
                record, (field, index, "kode"), f"Kode {quoted(kode)} sudah dipakai {field} lain"
            )
        taken.add(kode.lower())


def diagnostic_of(rule: Rule, finding: Finding, severity: Severity | None = None) -> Diagnostic:
    """Join a finding with what its rule knows; `severity` overrides the finding's own."""
    return diagnose(
        rule.requirement,
        finding.span,
        finding.message,
        notes=finding.notes,
        severity=severity or finding.severity,
        hint=finding.hint,
        record=finding.record,
        fix=finding.fix,
    )


def rules_in(namespace: Mapping[str, Any], model: type[Record] | None = None) -> tuple[Rule, ...]:
    """Collect the rules of a module: pass its `globals()`.

    Where a module judges several kinds, `model` picks the rules whose first parameter is of it.
    """
    rules = (value for value in namespace.values() if isinstance(value, Rule))
    return tuple(r for r in rules if model is None or model in r.check.__annotations__.values())
