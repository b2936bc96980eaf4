"""By what our own additions to a workbook are known, so that they can be replaced or passed over.

Reading a handed-in workbook skips every sheet for which `is_ours` holds.
"""

from collections.abc import Iterable
from itertools import chain, count
from typing import Final

SHEET: Final = "Perbaikan"
"""The first of our sheets; the names of the others begin with it."""
STAMP: Final = "Lembar ini dibuat otomatis oleh PPID."
"""How the second line of each of our sheets begins."""
AUTHOR: Final = "PPID"
"""The only author of our comments; no name of a person is written."""
SIGN: Final = "PPID: "
"""How each of our comments begins; some programs forget who wrote a comment."""
_LONGEST: Final = 31
LINES_READ: Final = 4
"""In how many lines from the top the stamp is looked for."""


def is_ours(name: str, texts: Iterable[str]) -> bool:
    """Tell whether a sheet is ours from its name and the texts of its first `LINES_READ` rows."""
    return name.startswith(SHEET) and any(text.startswith(STAMP) for text in texts)


def free_name(wanted: str, taken: Iterable[str]) -> str:
    """Return a name that no other sheet has: “Perbaikan”, or else “Perbaikan (2)”.

    Spreadsheets do not tell capitals from small letters, and allow 31 characters.
    """
    known = {name.lower() for name in taken}
    numbered = (f"{wanted[: _LONGEST - 6].rstrip()} ({number})" for number in count(2))
    return next(name for name in chain([wanted], numbered) if name.lower() not in known)
