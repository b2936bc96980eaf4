"""Findings that a change brings or solves; a row that only moved brings none."""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence

from ppid.diagnostics.diagnostic import Diagnostic, by_importance
from ppid.diagnostics.places import RecordId
from ppid.reviewing.places import Places

_NUMBERS = re.compile(r"\d+")
_Key = tuple[object, ...]


def compare_findings(
    before: Sequence[Diagnostic],
    after: Sequence[Diagnostic],
    places: Places,
    renamed: Mapping[RecordId, RecordId],
) -> tuple[tuple[Diagnostic, ...], tuple[Diagnostic, ...]]:
    """Return the new findings and the solved ones, gravest first.

    A finding is known by its rule, its record or file, and its sentence, never by its line. One of
    the same rule and record whose sentence counts otherwise (“3 dari 12 baris”) is the same too.
    `renamed` maps the ids of rows that took another `kode`.
    """

    def exact(d: Diagnostic) -> _Key:
        return (*known(d), d.message)

    def known(d: Diagnostic) -> _Key:
        if d.record is None:
            return d.rule_id, d.severity, places.path_now(d.span.path)
        record = renamed.get(d.record, d.record)
        return d.rule_id, d.severity, record._replace(opd=places.now(record.opd))

    def counted(d: Diagnostic) -> _Key:
        return (*known(d), _NUMBERS.sub("#", d.message))

    came, went = _without_common(before, after, exact)
    came, went = _without_common(went, came, counted)
    return tuple(by_importance(came)), tuple(by_importance(went))


def _without_common(
    before: Iterable[Diagnostic], after: Iterable[Diagnostic], key: Callable[[Diagnostic], _Key]
) -> tuple[list[Diagnostic], list[Diagnostic]]:
    """Return what only `after` has and what only `before` has; findings are paired one to one."""
    waiting: dict[_Key, list[Diagnostic]] = defaultdict(list)
    for diagnostic in before:
        waiting[key(diagnostic)].append(diagnostic)
    came: list[Diagnostic] = []
    used: Counter[_Key] = Counter()
    for diagnostic in after:
        known = key(diagnostic)
        if used[known] < len(waiting.get(known, ())):
            used[known] += 1
        else:
            came.append(diagnostic)
    return came, [d for known, listed in waiting.items() for d in listed[used[known] :]]
