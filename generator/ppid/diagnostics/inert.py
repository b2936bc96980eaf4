"""Foreign text made harmless: what cannot be seen or would command a terminal becomes visible."""

import re
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


_BREAK = "&#8203;"
"""A zero-width space: GitHub looks for mentions in finished HTML, where no escape is left."""

_ENTITIES = {char: f"&#{ord(char)};" for char in "\\`*_[]{}|~<>&!"}
_ACTIVE = re.compile(
    r"(?P<char>[\\`*_\[\]{}|~<>&!])|(?P<money>\$)|(?P<call>[@#])"
    r"|(?P<scheme>:)(?=//|[\w+-]+:)|(?P<www>www)(?=\.)|(?P<issue>gh-)(?=\d)",
    re.IGNORECASE,
)


def literal(text: str, limit: int) -> str:
    """Write at most `limit` characters of a text so that Markdown and HTML show just them."""
    return _ACTIVE.sub(_escape, brief(text, limit))


def code(text: str, limit: int) -> str:
    """Write a text in a typewriter face, escaped as by `literal`."""
    return f"<code>{literal(text, limit)}</code>"


def _escape(found: re.Match[str]) -> str:
    char = found.group()
    if found.lastgroup == "char":
        return _ENTITIES[char]
    return "<span>$</span>" if found.lastgroup == "money" else char + _BREAK
