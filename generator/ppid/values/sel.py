"""What may stand in a cell of a CSV file: no text that a spreadsheet would run as a formula.

A risky cell gets an apostrophe in front, as OWASP advises (“CSV Injection”); so does one that would
look like such a cell afterwards, so that taking one apostrophe away gives back every text.
"""

import re
from typing import Final

# Full-width signs too: spreadsheets set to an East Asian language run them like the narrow ones.
_RISKY: Final = re.compile(r"'*[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]")


def guarded(text: str) -> str:
    """Put an apostrophe before what a spreadsheet would run."""
    return f"'{text}" if _RISKY.match(text) else text


def unguarded(cell: str) -> str:
    """Take back what `guarded` did."""
    return cell[1:] if cell.startswith("'") and _RISKY.match(cell) else cell
