"""Foreign text made harmless: what cannot be seen or would command a terminal becomes visible."""

import unicodedata
from functools import lru_cache

_CONTROL_PICTURES = 0x2400
_DELETE = "\x7f"


def visible(text: str) -> str:
    """Replace control, bidirectional, zero-width and unassigned characters by visible ones."""
    if text.isprintable():
        return text
    return "".join(char if char.isprintable() else _substitute(char) for char in text)


def brief(text: str, limit: int) -> str:
    """Make a text visible and keep at most `limit` characters of it."""
    return visible(text if len(text) <= limit else text[: limit - 1] + "…")


def cells(text: str) -> int:
    """Count the terminal columns that a visible text takes."""
    return len(text) if text.isascii() else sum(map(_cells_of, text))


@lru_cache(maxsize=4096)
def shown_cells(char: str) -> int:
    """Count the terminal columns of one character once it has been made visible."""
    return cells(visible(char))


def joins_previous(char: str) -> bool:
    """Tell whether a character is drawn onto the one before it."""
    return unicodedata.category(char) in {"Mn", "Me"}


@lru_cache(maxsize=4096)
def _cells_of(char: str) -> int:
    if joins_previous(char):
        return 0
    return 2 if unicodedata.east_asian_width(char) in {"W", "F"} else 1


def _substitute(char: str) -> str:
    if unicodedata.category(char) == "Zs":
        return " "
    if char < " ":
        return chr(_CONTROL_PICTURES + ord(char))
    return "␡" if char == _DELETE else f"⟨U+{ord(char):04X}⟩"
