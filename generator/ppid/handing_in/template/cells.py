"""How cells look, on templates and on replies: fills, borders, and the marks of wrong values.

Nothing is said by colour alone: what is missing has a broken border, what is wrong is bold and
underlined, and both are said in words beside the row.
"""

from typing import Final, Literal

from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side
from openpyxl.styles.differential import DifferentialStyle

DAY: Final = "yyyy\\-mm\\-dd"
"""Dates as files write them, the same whatever the language of the reader's program."""
TEXT: Final = "@"
"""A cell of this form takes what is typed as text: “2026-01” does not turn into a date."""
MISSING_COLOUR, WRONG_COLOUR, ADVISED_COLOUR = "FFFBD9D7", "FFFFC9A8", "FFFFF4CE"
_DARK_RED, _DARK_AMBER, _INK = "FF9C1C1C", "FF8A5A00", "FF1F2A2E"


def _box(style: Literal["thin", "dashed", "dotted"], colour: str) -> Border:
    side = Side(style=style, color=colour)
    return Border(left=side, right=side, top=side, bottom=side)


FONT: Final = Font(name="Calibri", size=10, color=_INK)
BOLD: Final = Font(name="Calibri", size=10, bold=True, color=_INK)
TITLE: Final = Font(name="Calibri", size=14, bold=True, color=_INK)
FAINT: Final = Font(name="Calibri", size=10, italic=True, color="FF55606A")
SAID: Final = Font(name="Calibri", size=10, color=_DARK_RED)
"""For what is said of a row."""
WRONG_FONT: Final = Font(name="Calibri", size=10, bold=True, underline="single", color=_DARK_RED)
TOP: Final = Alignment(wrap_text=True, vertical="top")
TOP_LEFT: Final = Alignment(wrap_text=True, vertical="top", horizontal="left")
"""For dates, which would stand at the right, close to the text of the next column."""
PLAIN: Final = Alignment(vertical="top")
HEAD_FILL: Final = PatternFill("solid", fgColor="FFDCE8E6")
EXAMPLE_FILL: Final = PatternFill("solid", fgColor="FFEFEFEC")
ENTRY_FILL: Final = PatternFill("solid", fgColor="FFFFFDF0")
MISSING_FILL: Final = PatternFill("solid", fgColor=MISSING_COLOUR)
WRONG_FILL: Final = PatternFill("solid", fgColor=WRONG_COLOUR)
ADVISED_FILL: Final = PatternFill("solid", fgColor=ADVISED_COLOUR)
LINE: Final = _box("thin", "FFB8B8B0")
MISSING_LINE: Final = _box("dashed", _DARK_RED)
WRONG_LINE: Final = _box("thin", _DARK_RED)
ADVISED_LINE: Final = _box("dotted", _DARK_AMBER)
OPEN: Final = Protection(locked=False)


def _on_top(fill: str, border: Border, font: Font | None = None) -> DifferentialStyle:
    # In a conditional format it is the background that a solid fill shows.
    return DifferentialStyle(
        fill=PatternFill("solid", bgColor=fill, fgColor=fill), border=border, font=font
    )


MISSING: Final = _on_top(MISSING_COLOUR, MISSING_LINE)
"""A cell that must be filled and is not."""
WRONG: Final = _on_top(
    WRONG_COLOUR, WRONG_LINE, Font(bold=True, underline="single", color=_DARK_RED)
)
"""A cell whose value cannot be right."""
ADVISED: Final = _on_top(ADVISED_COLOUR, ADVISED_LINE)
"""A cell that had better be filled."""
