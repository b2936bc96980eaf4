"""Lists written as forms: labels on the left, values on the right, one sheet or block an item."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from ppid.handing_in.intake.heading_meaning import meant_by
from ppid.handing_in.intake.model import BLOK_TANDA_TANGAN, JUDUL, NOMOR, HandedRow, Heading, Unused
from ppid.handing_in.intake.row_words import heads_people, is_ending, names_office
from ppid.handing_in.intake.sheet_table import SheetTable
from ppid.reading.documents.book import BookSheet, FilledCell, SheetGrid

_FEWEST_LABELS: Final = 3
_COLON: Final = re.compile(r"\s*:?\s*")
_SUBJECTS: Final = ("informasi", JUDUL)


@dataclass(frozen=True, slots=True)
class Form:
    """A sheet that is a form, and what it gives to the table."""

    sheet: str
    table: SheetTable


def read_forms(sheets: Sequence[BookSheet], jenis: str) -> list[Form]:
    """Read every sheet that is a form; other sheets are left out."""
    readers = [
        _Form(SheetGrid(sheet), jenis) for sheet in sheets if sheet.cells and not sheet.hidden
    ]
    return [
        Form(reader.grid.sheet.name, reader.table)
        for reader in readers
        if len(reader.fields_seen - {NOMOR}) >= _FEWEST_LABELS
    ]


class _Form:
    """Goes down a form; a label that comes again begins the next item."""

    def __init__(self, grid: SheetGrid, jenis: str) -> None:
        self.grid, self.jenis = grid, jenis
        self.table = SheetTable()
        self.fields_seen: set[str] = set()
        self.fields: dict[str, tuple[FilledCell, ...]] = {}
        self.first_row = 0
        self.last_field = ""
        self.signing = False
        for row in grid.order:
            self._take([grid.rows[row][column] for column in sorted(grid.rows[row])])
        self._close()

    def _take(self, cells: list[FilledCell]) -> None:
        texts = [cell.text for cell in cells]
        if self.signing or (self.fields and self._signs(texts)):
            self.signing = True
            self._drop(cells, BLOK_TANDA_TANGAN)
            return
        position = self._label_at(cells)
        if position is not None:
            self._open(cells, position)
        elif self.last_field and cells[0].place.column > 1:
            self._extend(cells)
        else:
            self._drop(cells, "teks di luar isian")

    def _signs(self, texts: list[str]) -> bool:
        return heads_people(texts) or any(map(is_ending, texts)) or names_office(texts[0])

    def _label_at(self, cells: list[FilledCell]) -> int | None:
        """Find the label among the first two cells; a number may stand before it."""
        for position, cell in enumerate(cells[:2]):
            meant = meant_by(cell.text.rstrip(" :"), self.jenis)
            if meant.field and meant.exact and meant.field != NOMOR and len(cells) > position + 1:
                return position
        return None

    def _open(self, cells: list[FilledCell], position: int) -> None:
        label = cells[position]
        name = meant_by(label.text.rstrip(" :"), self.jenis).field
        name = "informasi" if name == JUDUL and "informasi" not in self.fields else name
        if name in self.fields:
            self._close()
        self.first_row = self.first_row or label.place.row
        self.fields_seen.add(name)
        self.last_field = name
        heading = Heading(label.place.column, label.text.strip(" :"), (label,), name)
        self.table.headings.append(heading)
        self._drop(cells[:position], "nomor isian")
        self.fields[name] = ()
        self._extend(cells[position + 1 :])

    def _extend(self, cells: list[FilledCell]) -> None:
        values = [cell for cell in cells if not _COLON.fullmatch(cell.text)]
        self._drop([cell for cell in cells if cell not in values], "tanda titik dua")
        self.fields[self.last_field] = (*self.fields.get(self.last_field, ()), *values)

    def _close(self) -> None:
        if any(self.fields.values()):
            fields = {name: cells for name, cells in self.fields.items() if cells}
            row = HandedRow(self.first_row, fields, sheet=self.grid.sheet.name)
            self.table.rows.append(row)
        self.fields, self.first_row, self.last_field = {}, 0, ""

    def _drop(self, cells: Sequence[FilledCell], reason: str) -> None:
        self.table.unused += [Unused(cell, reason) for cell in cells]
