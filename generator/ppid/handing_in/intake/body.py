"""The rows below a block of headings: which are rows of the list, and what the others are."""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from ppid.handing_in.intake.body_lines import Line, Lines
from ppid.handing_in.intake.model import (
    BLOK_TANDA_TANGAN,
    HandedRow,
    Heading,
    Question,
    Reading,
    Repair,
    Unused,
)
from ppid.handing_in.intake.row_sort import RowSort, sort_of
from ppid.handing_in.intake.row_words import Numbering, classes_in, numbering_of
from ppid.reading.documents.book import FilledCell
from ppid.values.text import quoted

_ANSWERS: Final = {
    "lanjutan": RowSort.CONTINUATION,
    "baris": RowSort.ROW,
    "judul-kelompok": RowSort.SECTION,
}
_REASONS: Final = {
    RowSort.NUMBERS: "nomor kolom",
    RowSort.TOTAL: "baris jumlah",
    RowSort.NOTE: "keterangan di luar tabel",
    RowSort.NIHIL: "pernyataan nihil",
    RowSort.EMPTY: "nomor urut tanpa isi",
    RowSort.SIGNATURE: BLOK_TANDA_TANGAN,
}


@dataclass(frozen=True, slots=True)
class Body:
    """What was read below one block of headings."""

    rows: tuple[HandedRow, ...]
    unused: tuple[Unused, ...]
    repairs: tuple[Repair, ...]
    questions: tuple[Question, ...]
    nihil: str = ""


def read_body(
    lines: Lines,
    headings: Sequence[Heading],
    answers: Mapping[str, str],
    titles: frozenset[int] = frozenset(),
) -> Body:
    """Read the lines below headings; `titles` are rows known to head a group of others."""
    return _Reader(lines, headings, answers, titles).body()


class _Reader:
    """Goes down the lines and keeps the row that is open, the group it is in, and leftovers."""

    def __init__(
        self,
        lines: Lines,
        headings: Sequence[Heading],
        answers: Mapping[str, str],
        titles: frozenset[int],
    ) -> None:
        self.lines, self.answers, self.group_rows = lines, answers, titles
        self.titles = {heading.column: heading.text for heading in headings}
        self.rows: list[HandedRow] = []
        self.groups: list[tuple[object, tuple[FilledCell, ...]]] = []
        self.used_groups: set[FilledCell] = set()
        self.all_groups: list[FilledCell] = []
        self.unused: list[Unused] = []
        self.repairs: list[Repair] = []
        self.questions: list[Question] = []
        self.nihil = ""
        self.signing = False

    def body(self) -> Body:
        for position, line in enumerate(self.lines.lines):
            following = self.lines.lines[position + 1 : position + 2]
            self._take(line, following[0] if following else None)
        self._drop(
            [cell for cell in self.all_groups if cell not in self.used_groups],
            "teks tanpa baris di bawahnya",
        )
        nihil = "" if self.rows else self.nihil
        return Body(
            tuple(self.rows),
            tuple(self.unused),
            tuple(self.repairs),
            tuple(self.questions),
            nihil,
        )

    def _take(self, line: Line, following: Line | None) -> None:
        last = self.rows[-1] if self.rows else None
        if line.number in self.group_rows:
            self.signing = False
            self._open_group(line)
            return
        sort = sort_of(line, following, last, self.lines, signing=self.signing)
        if sort is RowSort.DOUBTFUL:
            sort = self._asked(line, last)
        self.signing = sort is RowSort.SIGNATURE
        if reason := _REASONS.get(sort):
            self._drop(line.cells, reason)
            if sort is RowSort.NIHIL:
                self.nihil = self.nihil or " ".join(cell.text for cell in line.cells)
        elif sort is RowSort.SECTION:
            self._open_group(line)
        elif sort is RowSort.CONTINUATION and last:
            self._join(line, last)
        else:
            self._add(line)

    def _add(self, line: Line) -> None:
        self._drop_strange(line)
        if not line.fields:
            return
        fields = {
            name: (*line.inherited.get(name, ()), *cells) for name, cells in line.fields.items()
        }
        for name, cells in line.inherited.items():
            if name not in fields:
                fields[name] = cells
        section = tuple(cell for _, cells in self.groups for cell in cells)
        self.used_groups.update(section)
        self.rows.append(HandedRow(line.number, fields, section, self.lines.grid.sheet.name))

    def _join(self, line: Line, last: HandedRow) -> None:
        """Put the cells of a line to those of the row above, which it continues."""
        self._drop_strange(line)
        if not line.fields:
            return
        fields = dict(last.fields)
        for name, cells in line.fields.items():
            fields[name] = (*fields.get(name, ()), *cells)
        self.rows[-1] = replace(last, fields=fields)
        written = " | ".join(cell.text for cell in line.cells)
        self.repairs.append(
            Repair(
                line.cells[0].place,
                written,
                f"digabung dengan baris {last.row}",
                f"Baris {line.number} lanjutan baris {last.row}: tidak bernomor dan tidak berdiri "
                "sendiri.",
            )
        )

    def _open_group(self, line: Line) -> None:
        """Begin a group; one of the same style ends the earlier one, another lies inside it."""
        cells = line.cells
        text = " ".join(cell.text for cell in cells)
        style: object = "kelas" if classes_in(text) == 1 else numbering_of(text)
        styles = [earlier for earlier, _ in self.groups]
        if style in styles:
            self.groups = self.groups[: styles.index(style)]
        elif style is Numbering.NONE:
            self.groups = []
        self.groups.append((style, cells))
        self.all_groups += cells

    def _asked(self, line: Line, last: HandedRow | None) -> RowSort:
        """Use the answer to what a line is, or ask; until then it stays a row of its own."""
        written = " | ".join(cell.text for cell in line.cells)
        digest = hashlib.sha256(written.encode()).hexdigest()[:8]
        key = f"baris:{line.cells[0].place.sheet}:{digest}"
        readings = [Reading("baris", "Baris tersendiri")]
        if last:
            readings.insert(0, Reading("lanjutan", f"Lanjutan baris {last.row}"))
        if line.lone:
            readings.append(Reading("judul-kelompok", "Judul kelompok bagi baris di bawahnya"))
        answer = self.answers.get(key, "")
        if answer in {reading.value for reading in readings}:
            return _ANSWERS[answer]
        place = line.cells[0].place
        asks = f"Baris {line.number} berisi {quoted(written)} saja. Baris apakah ini?"
        self.questions.append(Question(key, place, written, asks, tuple(readings)))
        return RowSort.ROW

    def _drop_strange(self, line: Line) -> None:
        for cell in line.strange:
            title = self.titles.get(cell.place.column, "")
            reason = f"kolom {quoted(title)} tidak termasuk dalam daftar"
            self.unused.append(Unused(cell, reason if title else "kolom tanpa judul"))

    def _drop(self, cells: Sequence[FilledCell], reason: str) -> None:
        self.unused += [Unused(cell, reason) for cell in cells]
