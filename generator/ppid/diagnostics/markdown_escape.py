"""Foreign text as Markdown shown letter by letter: nothing in it links, mentions or formats."""

import re

from ppid.diagnostics.inert import brief

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
