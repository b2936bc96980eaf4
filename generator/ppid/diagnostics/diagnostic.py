"""A diagnostic as plain data: which requirement, what is wrong, where, and the next step."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import KW_ONLY, dataclass
from enum import StrEnum

from ppid.diagnostics.places import RecordId, Span
from ppid.values.numbers import format_bulat
from ppid.values.text import quoted_line


class Severity(StrEnum):
    """How much a finding weighs; the order of the members is the order of importance."""

    GALAT = "galat"
    """Blocks publication."""
    PERINGATAN = "peringatan"
    """Published, counted and shown."""
    SARAN = "saran"
    """A matter of style."""


@dataclass(frozen=True, slots=True)
class Requirement:
    """Something that must hold, stated once: `title` is the statement, `hint` the next step.

    `legal_basis` holds citations in normal form; where there is none, `no_basis` says why.
    `softened` marks what is only a warning in a faithful copy of a decision (`salinan_resmi`);
    `quotable` is false where the line in question holds what must not be repeated in a log.
    """

    id: str
    title: str
    severity: Severity
    hint: str
    _: KW_ONLY
    legal_basis: tuple[str, ...] = ()
    no_basis: str = ""
    softened: bool = False
    quotable: bool = True


@dataclass(frozen=True, slots=True)
class Note:
    """A second place that belongs to the same finding, with what is to be seen there."""

    message: str
    span: Span


@dataclass(frozen=True, slots=True)
class Fix:
    """A replacement that is certain: putting `text` at `span` loses nothing."""

    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One finding at one place; knows nothing about how it will be shown."""

    rule_id: str
    severity: Severity
    message: str
    span: Span
    _: KW_ONLY
    notes: tuple[Note, ...] = ()
    hint: str = ""
    legal_basis: tuple[str, ...] = ()
    record: RecordId | None = None
    fix: Fix | None = None
    quotable: bool = True


_WEIGHT = {severity: weight for weight, severity in enumerate(Severity)}


def in_order(diagnostics: list[Diagnostic]) -> list[Diagnostic]:
    """Sort by path, line, column and id; the same id, place and message appear once."""
    unique = {(d.span, d.rule_id, d.message): d for d in reversed(diagnostics)}
    return sorted(unique.values(), key=lambda d: (d.span, d.rule_id, d.message))


def by_importance(diagnostics: list[Diagnostic]) -> list[Diagnostic]:
    """Sort the gravest first, then as `in_order`; for outputs that must cut off."""
    return sorted(in_order(diagnostics), key=lambda d: _WEIGHT[d.severity])


def diagnose(  # noqa: PLR0913 — a diagnostic simply has this many parts
    requirement: Requirement,
    span: Span,
    message: str,
    *,
    notes: tuple[Note, ...] = (),
    severity: Severity | None = None,
    hint: str = "",
    record: RecordId | None = None,
    fix: Fix | None = None,
) -> Diagnostic:
    """State that `requirement` does not hold at `span`; severity and hint may be overridden."""
    return Diagnostic(
        rule_id=requirement.id,
        severity=severity or requirement.severity,
        message=message,
        span=span,
        notes=notes,
        hint=hint or requirement.hint,
        legal_basis=requirement.legal_basis,
        record=record,
        fix=fix,
        quotable=requirement.quotable,
    )


def offer(*meant: str) -> str:
    """Write what may have been meant as a hint; empty when nothing can be offered."""
    offers = [quoted_line(text, 120) for text in meant if text]
    return f"Mungkin maksudnya {' atau '.join(offers)}." if offers else ""


def has_errors(diagnostics: Iterable[Diagnostic]) -> bool:
    """Tell whether anything forbids publication."""
    return any(diagnostic.severity is Severity.GALAT for diagnostic in diagnostics)


def count_by_severity(diagnostics: Iterable[Diagnostic]) -> Counter[Severity]:
    """Count how many findings there are of each severity."""
    return Counter(diagnostic.severity for diagnostic in diagnostics)


def counts_in_words(diagnostics: Iterable[Diagnostic]) -> str:
    """Say “2 galat, 5 peringatan”; severities without findings are not mentioned."""
    counts = count_by_severity(diagnostics)
    return ", ".join(
        f"{format_bulat(counts[level])} {level}" for level in Severity if counts[level]
    )


def summary_sentence(diagnostics: Sequence[Diagnostic]) -> str:
    """Sum everything up in one sentence."""
    if not diagnostics:
        return "Tidak ada temuan."
    files = len({diagnostic.span.path for diagnostic in diagnostics})
    return f"{counts_in_words(diagnostics)} dalam {format_bulat(files)} berkas."


def abridged(
    diagnostics: Sequence[Diagnostic], *, above: int, keep: int
) -> Iterator[tuple[Diagnostic, int]]:
    """Yield what to show, each with the number of its like that are left out after it.

    Where one rule has more than `above` findings of one severity in one file, `keep` are shown.
    """
    totals = Counter(map(_likeness, diagnostics))
    seen: Counter[tuple[str, str, Severity]] = Counter()
    for diagnostic in diagnostics:
        likeness = _likeness(diagnostic)
        total = totals[likeness]
        shown = total if total <= above else keep
        seen[likeness] += 1
        if seen[likeness] <= shown:
            yield diagnostic, total - shown if seen[likeness] == shown else 0


def _likeness(diagnostic: Diagnostic) -> tuple[str, str, Severity]:
    return diagnostic.rule_id, diagnostic.span.path, diagnostic.severity
