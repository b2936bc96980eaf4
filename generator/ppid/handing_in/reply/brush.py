"""How the cells of our sheets look; each look is worked out once for a sheet."""

from copy import copy
from enum import Enum
from typing import Any, Final

from openpyxl.styles import Alignment, Border, Font, PatternFill, Side

_LINE: Final = Side(style="thin", color="FFB8B8B0")
_BOX: Final = Border(left=_LINE, right=_LINE, top=_LINE, bottom=_LINE)
_SMALL, _LINK = "FF6B6B66", "FF0B5563"


class Look(Enum):
    """What a cell is, and so how it looks."""

    TITLE = "judul"
    LINE = "kalimat"
    HEAD = "kepala"
    TEXT = "teks"
    LINK = "tautan"
    ENTRY = "isian"
    MACHINE = "kunci"
    GALAT = "galat"
    PERTANYAAN = "pertanyaan"
    PERINGATAN = "peringatan"


_FILLS: Final = {
    Look.HEAD: "FFE6EEEC",
    Look.ENTRY: "FFFFF8DC",
    Look.GALAT: "FFFFC7CE",
    Look.PERTANYAAN: "FFFFE699",
    Look.PERINGATAN: "FFFFF2CC",
}
_FONTS: Final = {
    Look.TITLE: Font(name="Calibri", size=14, bold=True),
    Look.LINE: Font(name="Calibri", size=11),
    Look.HEAD: Font(name="Calibri", size=10, bold=True),
    Look.LINK: Font(name="Calibri", size=10, color=_LINK, underline="single"),
    Look.MACHINE: Font(name="Calibri", size=8, color=_SMALL),
}
_PLAIN: Final = Font(name="Calibri", size=10)
_UNBOXED: Final = frozenset({Look.TITLE, Look.LINE})
_UNWRAPPED: Final = frozenset({Look.TITLE, Look.LINE, Look.MACHINE})
LOOKS: Final = {
    "Galat": Look.GALAT,
    "Pertanyaan": Look.PERTANYAAN,
    "Peringatan": Look.PERINGATAN,
}
"""The looks of words that say how much something weighs."""


class Brush:
    """Styles the cells of one sheet."""

    def __init__(self, sheet: Any) -> None:  # noqa: ANN401 — openpyxl's sheets
        """Work out each look on a cell that is then taken away."""
        self._styles = {look: _style(sheet, look) for look in Look}

    def paint(self, cell: Any, look: Look) -> None:  # noqa: ANN401
        """Set the style of a cell."""
        cell._style = self._styles[look]  # noqa: SLF001 — setting it part by part takes far longer


def _style(sheet: Any, look: Look) -> Any:  # noqa: ANN401
    cell = sheet.cell(1, 1)
    cell.font = _FONTS.get(look, _PLAIN)
    cell.alignment = Alignment(
        vertical="top",
        wrap_text=look not in _UNWRAPPED,
        # What is only for the program is cut off at the edge of its cell.
        horizontal="fill" if look is Look.MACHINE else None,
    )
    cell.border = Border() if look in _UNBOXED else _BOX
    cell.fill = PatternFill("solid", fgColor=_FILLS[look]) if look in _FILLS else PatternFill()
    # A text stays a text also once somebody has opened the cell and closed it again.
    cell.quotePrefix = True
    return copy(cell._style)  # noqa: SLF001 — the cell goes on to the next look
