"""Counting findings, and leaving out the many that say the same: shared by every output."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from ppid.diagnostics.model import Diagnostic, Severity


def number(count: int) -> str:
    """Write a count the Indonesian way: 1.234."""
    return f"{count:,}".replace(",", ".")


def count_by_severity(diagnostics: Iterable[Diagnostic]) -> Counter[Severity]:
    """Count how many findings there are of each severity."""
    return Counter(diagnostic.severity for diagnostic in diagnostics)


def counts_in_words(diagnostics: Iterable[Diagnostic]) -> str:
    """Say “2 galat, 5 peringatan”; severities without findings are not mentioned."""
    counts = count_by_severity(diagnostics)
    return ", ".join(f"{number(counts[level])} {level}" for level in Severity if counts[level])


def summary_sentence(diagnostics: Sequence[Diagnostic]) -> str:
    """Sum everything up in one sentence."""
    if not diagnostics:
        return "Tidak ada temuan."
    files = len({diagnostic.span.path for diagnostic in diagnostics})
    return f"{counts_in_words(diagnostics)} dalam {number(files)} berkas."


def abridged(
    diagnostics: Sequence[Diagnostic], *, above: int, keep: int
) -> Iterator[tuple[Diagnostic, int]]:
    """Give what to show, each with the number of its like that are left out after it.

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
