"""What a sheet says beside its values: what is hidden, merged, computed or broken, and its extent.

Readers of each format collect these before a value is read, so that a sheet that would take all
memory is refused first.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

from openpyxl.utils import get_column_letter

from ppid.reading.documents.book import Area, NoWorkbookError
from ppid.reading.documents.shown import Shape
from ppid.reading.documents.zip_bounds import damaged

_MOST_CELLS: Final = 250_000
"""Filled cells of a workbook; the longest list known to us has about 5,000."""
_MOST_SHEETS: Final = 100
_MOST_COLUMNS: Final = 250
"""Columns with something in them; a list has twelve."""
_LAST_ROW, _LAST_COLUMN = 1_048_576, 16_384
"""No program writes cells beyond these."""
_WIDEST_REACH: Final = 4_000_000
"""Cells of the rectangle around everything filled: it is laid out in memory as a whole."""


@dataclass(slots=True)
class Facts:
    """Collected while a sheet is scanned; rows and columns count from 1.

    `uncached` are formulas whose result was not stored; `errors` hold words such as “#REF!”.
    """

    name: str
    hidden: bool = False
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    merged: list[Area] = field(default_factory=list)
    formulas: set[tuple[int, int]] = field(default_factory=set)
    uncached: set[tuple[int, int]] = field(default_factory=set)
    errors: dict[tuple[int, int], str] = field(default_factory=dict)
    shapes: dict[tuple[int, int], Shape] = field(default_factory=dict)
    filled: int = 0
    columns: set[int] = field(default_factory=set)
    first_row: int = 0
    last_row: int = 0

    def fill(self, row: int, column: int, times: int = 1) -> None:
        """Note a filled cell, or several in a row; refuse more of them than a list can have."""
        if row > _LAST_ROW or column > _LAST_COLUMN:
            raise damaged()
        self.filled += times
        self.columns.add(column)
        self.first_row = min(self.first_row or row, row)
        self.last_row = max(self.last_row, row)
        if self.filled > _MOST_CELLS:
            raise _too_many_cells()

    @property
    def reach(self) -> int:
        """How many cells the rectangle around everything filled has."""
        if not self.columns:
            return 0
        width = max(self.columns) - min(self.columns) + 1
        return width * (self.last_row - self.first_row + 1)


def check_extents(all_facts: Sequence[Facts]) -> None:
    """Refuse a workbook whose sheets are too many, too full, too wide, or filled too far out."""
    if len(all_facts) > _MOST_SHEETS:
        raise NoWorkbookError(
            f"Buku kerja ini memuat {len(all_facts)} lembar; paling banyak {_MOST_SHEETS} lembar "
            "dapat dibaca.",
            "Simpan lembar yang memuat daftar ke berkas tersendiri.",
        )
    for facts in all_facts:
        if len(facts.columns) > _MOST_COLUMNS:
            raise NoWorkbookError(
                f"Lembar “{facts.name}” terisi pada {len(facts.columns)} kolom; "
                f"paling banyak {_MOST_COLUMNS} kolom dapat dibaca.",
                "Hapus kolom yang bukan bagian dari daftar, lalu simpan lagi.",
            )
        if facts.reach > _WIDEST_REACH:
            raise _too_far(facts)
    if sum(facts.filled for facts in all_facts) > _MOST_CELLS:
        raise _too_many_cells()
    if sum(facts.reach for facts in all_facts) > _WIDEST_REACH:
        raise _too_far(max(all_facts, key=lambda facts: facts.reach))


def _too_far(facts: Facts) -> NoWorkbookError:
    corner = f"{get_column_letter(max(facts.columns))}{facts.last_row}"
    return NoWorkbookError(
        f"Lembar “{facts.name}” terisi sampai sekitar sel {corner}, "
        "jauh di luar ukuran sebuah daftar.",
        "Hapus isi yang tertinggal jauh di bawah atau di kanan tabel (Ctrl+End "
        "menunjukkannya), lalu simpan lagi.",
    )


def _too_many_cells() -> NoWorkbookError:
    most = f"{_MOST_CELLS:,}".replace(",", ".")
    return NoWorkbookError(
        f"Buku kerja ini memuat lebih dari {most} sel terisi.",
        "Simpan lembar yang memuat daftar ke berkas tersendiri.",
    )
