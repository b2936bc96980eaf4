"""What a part of the campaign comes to: figures to be read, and every fault."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from tests.ketahanan.child import Ended, alone, ppid

_MEANT = {0, 1, 2, 3}
"""Exit codes with a meaning; 3 says that something could not be looked into."""
SLOWEST, LARGEST = 5.0, 300
"""Seconds of processor time and megabytes that no command on hostile input may exceed."""


@dataclass
class Report:
    """The figures of a part, in the order in which they were noted, and what went wrong."""

    figures: dict[str, object] = field(default_factory=dict)
    faults: list[str] = field(default_factory=list)

    def look(self, arguments: Sequence[str], at: Path, about: str) -> Ended:
        """Run a command that only looks, judge it, and return how it ended.

        A fork holds what the campaign has loaded for itself. What seems to exceed the bounds is
        measured again in a process of its own, as the command of a user is.
        """
        ended = ppid(arguments, at)
        if _exceeds(ended) and ended.code in _MEANT:
            ended = alone(arguments, at)
        self.judge(ended, about)
        return ended

    def judge(self, ended: Ended, about: str, *, bounded: bool = True) -> None:
        """Note a command that broke down, hung or took too much."""
        if ended.crashed or ended.code not in _MEANT:
            self.faults.append(f"{about}: kode {ended.code}, {ended.said[-300:]!r}")
        if bounded and _exceeds(ended):
            spent = f"{ended.processor:.1f} detik prosesor, {ended.megabytes} MB"
            self.faults.append(f"{about}: {spent}")
        slowest, largest = "detik prosesor terlama", "MB terbanyak"
        if bounded:
            self.figures[slowest] = round(max(self.number(slowest), ended.processor), 2)
            self.figures[largest] = max(self.number(largest), ended.megabytes)

    def number(self, name: str) -> float:
        """Return a figure that was noted, or nought."""
        value = self.figures.get(name, 0)
        return value if isinstance(value, int | float) else 0

    def count(self, name: str, by: int = 1) -> None:
        """Add to a figure."""
        self.figures[name] = int(self.number(name)) + by


def _exceeds(ended: Ended) -> bool:
    return ended.processor > SLOWEST or ended.megabytes > LARGEST
