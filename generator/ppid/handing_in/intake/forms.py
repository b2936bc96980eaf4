"""A sheet as forms: labels on the left, values on the right, one form for each item."""

import re
from collections.abc import Sequence
from typing import Final

from ppid.handing_in.intake.wanted import SheetTable, WantedList
from ppid.handing_in.model import BLOK_TANDA_TANGAN, HandedRow, Heading
from ppid.kinds.kata_daftar import JUDUL, NOMOR
from ppid.reading.documents.book import BookSheet, FilledCell, SheetGrid

_FEWEST_LABELS: Final = 3
_COLON: Final = re.compile(r"\s*:?\s*")


def read_forms(sheets: Sequence[BookSheet], wanted: WantedList) -> list[SheetTable]:
    """Read every sheet that is a form: labels on the left, values on the right.

    Other sheets are left out.
    """
    forms = [_Form(SheetGrid(s), wanted) for s in sheets if s.cells and not s.hidden]
    return [form.table for form in forms if len(form.labelled - {NOMOR}) >= _FEWEST_LABELS]


class _Form:
    """Goes down a form; a label that comes again begins the next item."""

    def __init__(self, grid: SheetGrid, wanted: WantedList) -> None:
        self.wanted = wanted
        self.table = SheetTable(grid.sheet.name)
        self.labelled: set[str] = set()
        self.fields: dict[str, tuple[FilledCell, ...]] = {}
        self.first_row = 0
        self.last_field = ""
        self.signing = False
        for row in grid.order:
            self._take([grid.rows[row][column] for column in sorted(grid.rows[row])])
        self._close()

    def _take(self, cells: list[FilledCell]) -> None:
        if self.signing or (self.fields and self._signs([cell.text for cell in cells])):
            self.signing = True
            self.table.drop(cells, BLOK_TANDA_TANGAN)
            return
        # The label is among the first two cells; a number may stand before it.
        for position, cell in enumerate(cells[:2]):
            meant = self.wanted.columns.meant_by(cell.text.rstrip(" :"))
            if meant.exact and meant.field not in {"", NOMOR} and len(cells) > position + 1:
                self.table.drop(cells[:position], "nomor isian")
                self._open(cell, meant.field)
                self._extend(cells[position + 1 :])
                return
        if self.last_field and cells[0].place.column > 1:
            self._extend(cells)
        else:
            self.table.drop(cells, "teks di luar isian")

    def _signs(self, texts: list[str]) -> bool:
        words = self.wanted.words
        ends = words.heads_people(texts) or any(map(words.is_ending, texts))
        return ends or words.names_office(texts[0])

    def _open(self, label: FilledCell, name: str) -> None:
        name = "informasi" if name == JUDUL and "informasi" not in self.fields else name
        if name in self.fields:
            self._close()
        self.first_row = self.first_row or label.place.row
        self.labelled.add(name)
        self.last_field = name
        heading = Heading(label.place.column, label.text.strip(" :"), (label,), name)
        self.table.headings.append(heading)
        self.fields[name] = ()

    def _extend(self, cells: list[FilledCell]) -> None:
        values = [cell for cell in cells if not _COLON.fullmatch(cell.text)]
        self.table.drop([cell for cell in cells if cell not in values], "tanda titik dua")
        self.fields[self.last_field] = (*self.fields.get(self.last_field, ()), *values)

    def _close(self) -> None:
        if any(self.fields.values()):
            fields = {name: cells for name, cells in self.fields.items() if cells}
            self.table.rows.append(HandedRow(self.first_row, fields, sheet=self.table.sheet))
        self.fields, self.first_row, self.last_field = {}, 0, ""
