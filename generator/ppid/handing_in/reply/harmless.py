"""Texts for a reply: nothing of a person, nothing that a program would run, never too long."""

from typing import Final

from ppid.diagnostics.inert import brief
from ppid.handing_in.intake.privacy import repeatable

LONGEST: Final = 2_000
"""Characters of one text in a reply; spreadsheets allow 32,767 in a cell."""


def harmless(text: str, limit: int = LONGEST) -> str:
    """Mask personal data, make what cannot be seen visible, and keep at most `limit` characters.

    Line breaks stay. Nothing is done about “=”: in our sheets every text is stored as text.
    """
    lines = repeatable(text[: 4 * limit]).replace("\r\n", "\n").split("\n")
    written = "\n".join(brief(line, limit) for line in lines)
    return written if len(written) <= limit else written[: limit - 1] + "…"
