"""Down the lines below headings: rows, what continues them, the groups in which they stand.

What a line is may be in doubt. Doubts of one kind make one question, whose answer does for all.
"""

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from ppid.handing_in.intake.lines import Line, Lines, LineSort, NumberStyle, numbering_of, sort_of
from ppid.handing_in.intake.wanted import SheetTable
from ppid.handing_in.model import (
    BLOK_TANDA_TANGAN,
    HandedRow,
    Question,
    Reading,
    Repair,
    capitalized,
    rows_said,
)
from ppid.reading.documents.book import FilledCell
from ppid.values.text import quoted

AGAIN: Final = "judul kolom diulang"
LINE_KEYS: Final = ("baris:", "baris-baris:")
"""How the keys of questions about what a line is begin."""
_ANSWERS: Final = {
    "lanjutan": LineSort.CONTINUATION,
    "baris": LineSort.ROW,
    "judul-kelompok": LineSort.SECTION,
    "bukan": LineSort.NOTE,
}
_EACH: Final = "satu-per-satu"
OUTSIDE: Final = "keterangan di luar tabel"
UNHEADED: Final = "kolom tanpa judul"
_REASONS: Final = {
    LineSort.NUMBERS: "nomor kolom",
    LineSort.TOTAL: "baris jumlah",
    LineSort.NOTE: OUTSIDE,
    LineSort.PAGE: "nomor halaman",
    LineSort.NIHIL: "pernyataan nihil",
    LineSort.EMPTY: "nomor urut tanpa isi",
    LineSort.SIGNATURE: BLOK_TANDA_TANGAN,
}


@dataclass(frozen=True, slots=True)
class _Doubt:
    """A line that may be several things, with the row above it."""

    line: Line
    last: HandedRow | None

    @property
    def kind(self) -> tuple[bool, NumberStyle]:
        """What doubts have in common that one answer can settle."""
        lone = self.line.lone
        return (lone is not None, numbering_of(lone.text) if lone else NumberStyle.NONE)


def read_body(
    lines: Lines,
    group_rows: set[int],
    running: set[str],
    answers: Mapping[str, str],
    table: SheetTable,
) -> None:
    """Add to `table` what the lines hold, and ask what is in doubt.

    `group_rows` are rows known to head a group of others; `running` are the titles above the list,
    in small letters, which some programs print again on every page.
    """
    body = _Body(lines, group_rows, running, table.sheet, {})
    decided = _decided(body.doubts, table, answers)
    if decided:
        known = {doubt.line.number for doubt in body.doubts}
        body = _Body(lines, group_rows, running, table.sheet, decided)
        # An answer may put what follows in another light.
        _decided([doubt for doubt in body.doubts if doubt.line.number not in known], table, {})
    if body.nihil and body.table.rows and not body.all_groups:
        _nihil_or_rows(body.table, body.nihil, table, answers)
    table.add(body.table)


def _nihil_or_rows(
    body: SheetTable, nihil: Sequence[FilledCell], table: SheetTable, answers: Mapping[str, str]
) -> None:
    """Ask which is right where a line says that there is nothing and others are filled."""
    said = " ".join(cell.text for cell in nihil)
    question = Question(
        key=f"nihil-atau-baris:{body.sheet}",
        place=nihil[0].place,
        written=said,
        asks=f"{capitalized(nihil[0].place.row_said)} menyatakan nihil, tetapi ada "
        f"{len(body.rows)} baris terisi. Mana yang benar?",
        readings=(
            Reading("baris", "Baris terisi itu yang diserahkan"),
            Reading("nihil", "Daftar ini nihil; baris terisi itu tidak diserahkan"),
        ),
    )
    if table.ask(question, answers) == "nihil":
        for row in body.rows:
            cells = [cell for group in row.fields.values() for cell in group]
            body.drop(dict.fromkeys(cells), "baris yang tidak diserahkan: daftar ini nihil")
        body.rows.clear()
        body.nihil = said


def _decided(
    doubts: Sequence[_Doubt], table: SheetTable, answers: Mapping[str, str]
) -> Mapping[int, LineSort]:
    """Ask about lines in doubt, those of one kind at once; return what the answered ones are."""
    kinds: dict[tuple[bool, NumberStyle], list[_Doubt]] = {}
    for doubt in doubts:
        kinds.setdefault(doubt.kind, []).append(doubt)
    decided: dict[int, LineSort] = {}
    for same in kinds.values():
        answer = table.ask(_about_all(same, table.sheet), answers) if len(same) > 1 else _EACH
        for doubt in same:
            said = table.ask(_about(doubt), answers) if answer == _EACH else answer
            if said:
                decided[doubt.line.number] = _ANSWERS[said]
    return decided


def _about(doubt: _Doubt) -> Question:
    line = doubt.line
    place = line.cells[0].place
    digest = hashlib.sha256(line.text.encode()).hexdigest()[:8]
    above = f"Lanjutan {doubt.last.said}" if doubt.last else ""
    return Question(
        key=f"baris:{place.sheet}:{digest}",
        place=place,
        written=line.text,
        asks=f"{capitalized(place.row_said)} berisi {quoted(line.text)} saja. Baris apakah ini?",
        readings=_readings(above, "Baris tersendiri", heads=line.lone is not None),
    )


def _about_all(doubts: Sequence[_Doubt], sheet: str) -> Question:
    texts = [doubt.line.text for doubt in doubts]
    lone = doubts[0].line.lone is not None
    how = "berisi satu sel saja" if lone else "tidak bernomor"
    above = "Semuanya lanjutan baris di atasnya" if all(doubt.last for doubt in doubts) else ""
    readings = _readings(above, "Semuanya baris tersendiri", heads=lone)
    places = tuple(doubt.line.cells[0].place for doubt in doubts)
    return Question(
        key=f"baris-baris:{sheet}:{hashlib.sha256('|'.join(texts).encode()).hexdigest()[:8]}",
        place=places[0],
        written=texts[0],
        asks=f"{len(doubts)} baris {how}: {rows_said(places)}. Baris apakah itu?",
        readings=(*readings, Reading(_EACH, "Berbeda-beda; tanyakan satu per satu")),
        places=places,
    )


def _readings(above: str, alone: str, *, heads: bool) -> tuple[Reading, ...]:
    """Return what a line can be; `above` says how it continues a row, if there is one."""
    return (
        *([Reading("lanjutan", above)] if above else []),
        Reading("baris", alone),
        *([Reading("judul-kelompok", "Judul kelompok bagi baris di bawahnya")] if heads else []),
        Reading("bukan", "Bukan bagian daftar"),
    )


class _Body:
    """Goes down the lines and keeps the row that is open and the group it is in.

    `decided` says what lines are that were in doubt; until then each is a row of its own.
    """

    def __init__(
        self,
        lines: Lines,
        group_rows: set[int],
        running: set[str],
        sheet: str,
        decided: Mapping[int, LineSort],
    ) -> None:
        self.lines, self.group_rows, self.running = lines, group_rows, running
        self.decided = decided
        self.table = SheetTable(sheet)
        self.doubts: list[_Doubt] = []
        self.rows = self.table.rows
        self.groups: list[tuple[object, tuple[FilledCell, ...]]] = []
        self.used_groups: set[FilledCell] = set()
        self.all_groups: list[FilledCell] = []
        self.begun = LineSort.ROW
        self.nihil: tuple[FilledCell, ...] = ()
        for line, following in zip(lines.lines, [*lines.lines, None][1:], strict=True):
            sort = self._take(line, following)
            if sort is LineSort.NIHIL:
                self.nihil = self.nihil or line.cells
        left = [cell for cell in self.all_groups if cell not in self.used_groups]
        self.table.drop(left, "teks tanpa baris di bawahnya")
        self.table.nihil = "" if self.rows else " ".join(cell.text for cell in self.nihil)

    def _take(self, line: Line, following: Line | None) -> LineSort:
        last = self.rows[-1] if self.rows else None
        if line.number in self.group_rows:
            self.begun = LineSort.SECTION
            self._open_group(line)
            return LineSort.SECTION
        if line.lone and line.lone.text.strip().lower() in self.running:
            self.table.drop(line.cells, "judul di atas tabel, diulang")
            return LineSort.PAGE
        sort = sort_of(line, following, last, self.lines, self.begun)
        # What stands below a number without a text may continue the row above, or belong to it.
        over_a_gap = sort is LineSort.CONTINUATION and self.begun is LineSort.EMPTY
        if sort is LineSort.DOUBTFUL or over_a_gap:
            self.doubts.append(_Doubt(line, last))
            sort = self.decided.get(line.number, LineSort.ROW)
        # What was answered for one line says nothing of the lines below it.
        self.begun = LineSort.ROW if line.number in self.decided else sort
        if reason := _REASONS.get(sort):
            self.table.drop(line.cells, reason)
        elif sort is LineSort.SECTION:
            self._open_group(line)
        else:
            for cell in line.strange:
                title = self.lines.titles.get(cell.place.column, "")
                reason = f"kolom {quoted(title)} tidak termasuk dalam daftar"
                self.table.drop([cell], reason if title else UNHEADED)
            if sort is LineSort.CONTINUATION and last:
                self._join(line, last)
            else:
                self._add(line)
        return sort

    def _add(self, line: Line) -> None:
        if line.fields:
            above = line.inherited
            fields = {name: (*above.get(name, ()), *cells) for name, cells in line.fields.items()}
            fields |= {name: cells for name, cells in above.items() if name not in fields}
            section = tuple(cell for _, cells in self.groups for cell in cells)
            self.used_groups.update(section)
            self.rows.append(HandedRow(line.number, fields, section, self.table.sheet))

    def _join(self, line: Line, last: HandedRow) -> None:
        """Put the cells of a line to those of the row above, which it continues."""
        if line.fields:
            fields = dict(last.fields)
            for name, cells in line.fields.items():
                fields[name] = (*fields.get(name, ()), *cells)
            self.rows[-1] = replace(last, fields=fields)
            repair = Repair(
                place=line.cells[0].place,
                before=line.text,
                after=f"digabung dengan {last.said}",
                reason=f"{capitalized(line.cells[0].place.row_said)} lanjutan {last.said}: "
                "tidak bernomor dan tidak berdiri sendiri.",
            )
            self.table.repairs.append(repair)

    def _open_group(self, line: Line) -> None:
        """Begin a group; one of the same style ends the earlier one, another lies inside it."""
        cells = line.cells
        text = " ".join(cell.text for cell in cells)
        words = self.lines.words
        names_class = len(words.classes_in(text)) == 1 or words.lists_in(text) == {"dik"}
        # Its number may stand in a cell of its own: “A | Profil”.
        style: object = "kelas" if names_class else numbering_of(cells[0].text)
        styles = [earlier for earlier, _ in self.groups]
        if style in styles:
            self.groups = self.groups[: styles.index(style)]
        elif style is NumberStyle.NONE:
            self.groups = []
        self.groups.append((style, cells))
        self.all_groups += cells
