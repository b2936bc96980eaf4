"""A line of a sheet below its headings, seen through them, and what is typical of such lines."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from ppid.handing_in.intake.model import JUDUL, NOMOR, Heading
from ppid.handing_in.intake.row_words import Numbering, numbering_of
from ppid.reading.documents.book import FilledCell, SheetGrid

_FEWEST_COLUMNS: Final = 3
_FULL: Final = 0.6
_USUAL: Final = 0.75


@dataclass(frozen=True, slots=True)
class Line:
    """The cells of one row of a sheet: by field, merged down from above, and without a field."""

    number: int
    fields: Mapping[str, tuple[FilledCell, ...]]
    inherited: Mapping[str, tuple[FilledCell, ...]]
    strange: tuple[FilledCell, ...]

    @property
    def cells(self) -> tuple[FilledCell, ...]:
        known = [cell for cells in self.fields.values() for cell in cells]
        return tuple(sorted((*known, *self.strange), key=lambda cell: cell.place))

    @property
    def kept(self) -> Mapping[str, tuple[FilledCell, ...]]:
        """The fields that are kept: all but the running number."""
        return {name: cells for name, cells in self.fields.items() if name != NOMOR}

    @property
    def subject(self) -> FilledCell | None:
        """The cell that says what the row is about."""
        cells = self.fields.get("informasi") or self.fields.get(JUDUL)
        return cells[0] if cells else None

    @property
    def mark(self) -> str:
        """The running number as written."""
        cells = self.fields.get(NOMOR, ())
        return cells[0].text.strip() if cells else ""

    @property
    def lone(self) -> FilledCell | None:
        """The only cell of the line, a running number beside it not counted."""
        cells = [cell for cell in self.cells if cell not in self.fields.get(NOMOR, ())]
        cells = cells or list(self.cells)
        return cells[0] if len(cells) == 1 else None


class Lines:
    """All lines below a block of headings, and what is typical of them."""

    def __init__(
        self, grid: SheetGrid, numbers: Sequence[int], headings: Sequence[Heading]
    ) -> None:
        self.grid = grid
        self.fields = {heading.column: heading.field for heading in headings if heading.field}
        self.width = len(headings)
        self.lines = [self._line(number) for number in numbers]

    def _line(self, number: int) -> Line:
        fields: dict[str, tuple[FilledCell, ...]] = {}
        strange: list[FilledCell] = []
        for column, cell in sorted(self.grid.rows[number].items()):
            if name := self.fields.get(column):
                fields[name] = (*fields.get(name, ()), cell)
            else:
                strange.append(cell)
        inherited: dict[str, tuple[FilledCell, ...]] = {}
        for column, cell in self.grid.from_above(number):
            if name := self.fields.get(column):
                inherited[name] = (*inherited.get(name, ()), cell)
        return Line(number, fields, inherited, tuple(strange))

    @cached_property
    def typical(self) -> int:
        """How many fields a row has, running number left out.

        Three quarters of the way up, so that group titles between short groups do not count.
        """
        counts = sorted(len(line.kept) for line in self.lines if line.subject)
        return counts[int(_USUAL * (len(counts) - 1))] if counts else 0

    @cached_property
    def numbered(self) -> bool:
        """Whether rows have running numbers, so that a line without one is something else."""
        subjects = [line for line in self.lines if line.subject]
        return 2 * sum(bool(line.mark) for line in subjects) > len(subjects)

    @cached_property
    def numbering(self) -> Numbering:
        """The way most rows are numbered."""
        rows = [line for line in self.lines if line.mark and self.is_full(line)]
        styles = Counter(numbering_of(line.mark) for line in rows)
        return styles.most_common(1)[0][0] if styles else Numbering.NONE

    @cached_property
    def last_complete(self) -> int:
        """The number of the last line that is a row beyond doubt; 0 if there is none."""
        return max((line.number for line in self.lines if self.is_complete(line)), default=0)

    def is_complete(self, line: Line) -> bool:
        enough = min(_FEWEST_COLUMNS, max(self.typical, 1))
        return bool(line.subject) and (bool(line.mark) or len(line.kept) >= enough)

    def is_full(self, line: Line) -> bool:
        """Tell whether a line has about as many fields as others have."""
        return len(line.kept) >= _FULL * self.typical

    def is_wide(self, cell: FilledCell) -> bool:
        """Tell whether a cell was merged over so many columns that it heads what is below."""
        width = self.grid.width_of(cell)
        return width >= _FEWEST_COLUMNS or (width > 1 and 2 * width >= self.width)
