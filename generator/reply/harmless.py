"""Texts for a reply: nothing of a person, nothing that a program would run, never too long."""

from typing import Final

from generator.diagnostics.inert import brief
from generator.values.personal_data import find_personal_data

LONGEST: Final = 2_000
"""Characters of one text in a reply; spreadsheets allow 32,767 in a cell."""


def harmless(text: str, limit: int = LONGEST) -> str:
    """Mask personal data, make what cannot be seen visible, and keep at most `limit` characters.

    Line breaks stay. Nothing is done about “=”: in our sheets every text is stored as text.
    """
    lines = masked(text[: 4 * limit]).replace("\r\n", "\n").split("\n")
    written = "\n".join(brief(line, limit) for line in lines)
    return written if len(written) <= limit else written[: limit - 1] + "…"


def masked(text: str) -> str:
    """Replace each number or address of a person by its first and last characters."""
    for seen in sorted(find_personal_data(text), key=lambda seen: seen.start, reverse=True):
        text = text[: seen.start] + seen.masked + text[seen.end :]
    return text
