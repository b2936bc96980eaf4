"""What reading a cell comes to: a value, and why it differs, what is doubtful, what to mend."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from ppid.diagnostics.diagnostic import Severity
from ppid.handing_in.intake.model import Reading

KEEP: Final = "apa-adanya"
"""The answer that leaves a cell as it was written."""
EMPTY: Final = "kosongkan"
"""The answer that leaves the field empty."""
AS_WRITTEN: Final = Reading(KEEP, "dibiarkan seperti tertulis")
LEFT_EMPTY: Final = Reading(EMPTY, "dikosongkan")


@dataclass(frozen=True, slots=True)
class Doubt:
    """More than one reading: what to ask, and the readings side by side."""

    asks: str
    readings: tuple[Reading, ...] = ()


@dataclass(frozen=True, slots=True)
class Advice:
    """What a clerk should know of a value that is taken over all the same."""

    severity: Severity
    message: str
    advice: str = ""
    example: str = ""
    rule_id: str = ""


@dataclass(frozen=True, slots=True)
class Verdict:
    """A reading: `reason` says why `value` is not what was written; empty when it is.

    With a doubt, `value` is what was written, until somebody answers.
    """

    value: str
    reason: str = ""
    doubt: Doubt | None = None
    advice: Advice | None = None


Reader = Callable[[str], Verdict]


def offers(*values: str) -> tuple[Reading, ...]:
    """Make readings of values that explain themselves, each once."""
    return tuple(Reading(value, value) for value in dict.fromkeys(values) if value)
