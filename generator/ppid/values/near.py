"""Finding what was probably meant: the closest of the words that are allowed."""

import re
from collections.abc import Iterable
from difflib import get_close_matches

_NOT_WORD = re.compile(r"[\W_]+")
_LONGEST = 100
_CUTOFF = 0.6


def nearest(written: str, choices: Iterable[str]) -> str:
    """Give the choice that is most like `written`; empty when none is near."""
    by_bare = {_bare(choice): choice for choice in choices}
    found = get_close_matches(_bare(written[:_LONGEST]), by_bare, n=1, cutoff=_CUTOFF)
    return by_bare[found[0]] if found else ""


def same_word(written: str, choice: str) -> bool:
    """Tell whether two spellings differ only in capitals, spaces and hyphens."""
    return _bare(written) == _bare(choice)


def quoted(text: str, longest: int = 60) -> str:
    """Put a text between quotation marks, shortened when it is long."""
    return f"“{text if len(text) <= longest else text[: longest - 1] + '…'}”"


def listed(words: Iterable[str]) -> str:
    """List words in quotation marks: “a”, “b”, “c”."""
    return ", ".join(quoted(word) for word in words)


def _bare(text: str) -> str:
    return _NOT_WORD.sub("-", text.casefold()).strip("-")
