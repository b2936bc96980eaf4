"""What is said about a faulty field, and the words by which a field is called."""

from typing import NamedTuple

from ppid.checking.field_fault import Fault
from ppid.diagnostics.model import Requirement
from ppid.values.near import quoted


class Said(NamedTuple):
    """The requirement that does not hold, the sentence, the next step, a certain replacement."""

    requirement: Requirement
    message: str
    hint: str = ""
    replacement: str = ""


def subject(fault: Fault) -> str:
    """Name the field at the beginning of a sentence."""
    if not fault.route:
        return "Bagian ini"
    last = fault.route[-1]
    if isinstance(last, int):
        within = f" isian {quoted(fault.title)}" if fault.title else ""
        return f"Butir ke-{last + 1}{within}"
    return f"{'Kolom' if fault.in_table else 'Isian'} {quoted(fault.title)}"


def description(fault: Fault) -> str:
    """Repeat what the field is for."""
    return (fault.info.description if fault.info else "") or ""


def after(sentence: str, more: str) -> str:
    """Join two sentences, either of which may be empty."""
    return f"{sentence} {more}".strip()
