"""What a reply says, as plain entries: remarks and questions, the gravest of a cell first."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import Final

from ppid.diagnostics.diagnostic import Severity
from ppid.diagnostics.inert import brief
from ppid.handing_in.intake.report import title_of
from ppid.handing_in.intake.standing import standing_of
from ppid.handing_in.merging.merge import is_conflict_key
from ppid.handing_in.model import BLOK_TANDA_TANGAN, Heading, Intake
from ppid.reading.documents.book import CellPlace
from ppid.values.identifiers import masked
from ppid.values.numbers import format_bulat

LONGEST: Final = 2_000
"""Characters of one text in a reply; spreadsheets allow 32,767 in a cell."""
MOST_ROWS: Final = 1_000
"""Rows of a file that can be sent back: every cell of it lies in memory while it is edited."""
TOO_LONG: Final = (
    (
        f"Berkas ini lebih dari {format_bulat(MOST_ROWS)} baris, sehingga balasannya tidak ditulis "
        "sebagai buku kerja."
    ),
    (
        "Jawab pertanyaannya dan perbaiki selnya di halaman “Periksa daftar”, lalu serahkan berkas "
        "dari sana. Bila situsnya tidak mempunyai halaman itu, perbaiki berkas aslinya menurut "
        "laporan ini, lalu serahkan lagi."
    ),
)
"""What is said of a longer one instead, and what to do."""


@lru_cache(maxsize=512)  # the same is often said of many cells in turn
def harmless(text: str, limit: int = LONGEST) -> str:
    """Mask personal data, make what cannot be seen visible, and keep at most `limit` characters.

    Line breaks stay. Nothing is done about “=”: in our sheets every text is stored as text.
    """
    lines = masked(text[: 4 * limit]).replace("\r\n", "\n").split("\n")
    written = "\n".join(brief(line, limit) for line in lines)
    return written if len(written) <= limit else written[: limit - 1] + "…"


class Level(StrEnum):
    """How much an entry asks of the clerk, by the word that the sheet shows; gravest first."""

    GALAT = "Galat"
    PERTANYAAN = "Pertanyaan"
    PERINGATAN = "Peringatan"
    SARAN = "Saran"


FILLS: Final = {
    Level.GALAT: "FFFFC7CE",
    Level.PERTANYAAN: "FFFFE699",
    Level.PERINGATAN: "FFFFF2CC",
}
"""Colours of what needs a person, gravest first: red to be mended, yellow for the others."""
LEVELS: Final = {
    Severity.GALAT: Level.GALAT,
    Severity.PERINGATAN: Level.PERINGATAN,
    Severity.SARAN: Level.SARAN,
}
_WEIGHT: Final = {level: weight for weight, level in enumerate(Level)}
_WRITTEN: Final = 300
"""Characters of what stands in a cell that are repeated."""
_ANSWER: Final = "Pilih jawabannya di lembar pertanyaan, kolom Jawaban."


@dataclass(frozen=True, slots=True)
class ReplyEntry:
    """A line of the list; every text in it may be shown. Without a place it is about the file.

    `also` are further cells about which the same is to be said.
    """

    level: Level
    place: CellPlace | None
    column: str
    written: str
    wrong: str
    mend: str = ""
    example: str = ""
    rule_id: str = ""
    also: tuple[CellPlace, ...] = ()


class CellTexts:
    """What stands in the cells of a workbook, and how their columns are headed."""

    def __init__(self, intake: Intake) -> None:
        self._headings = intake.headings
        self._texts: dict[CellPlace, str] = {}
        for row in intake.rows:
            for name, places in row.places.items():
                for place in places:
                    self._texts.setdefault(place, row.values.get(name, ""))
        self._texts |= {
            unused.cell.place: unused.cell.text
            for unused in intake.unused
            if unused.reason != BLOK_TANDA_TANGAN
        }
        for heading in intake.headings:
            self._texts |= {cell.place: cell.text for cell in heading.cells}
        self._texts |= {repair.place: repair.before for repair in intake.repairs}
        self._texts |= {question.place: question.written for question in intake.questions}

    def at(self, place: CellPlace) -> str:
        """Return what stands in a cell, as far as it may be repeated."""
        return harmless(self._texts.get(place, ""), _WRITTEN)

    def title(self, place: CellPlace) -> str:
        """Return the heading of the column in which a cell lies, the nearest above it.

        Tables below each other may have their columns in another order.
        """
        same = [heading for heading in self._headings if heading.column == place.column]
        above = [heading for heading in same if _stands_above(heading, place)]
        nearest = max(above, key=_row_of, default=same[0] if same else None)
        return harmless(" ".join(nearest.text.split()), _WRITTEN) if nearest else ""


def _stands_above(heading: Heading, place: CellPlace) -> bool:
    return any(c.place.sheet == place.sheet and c.place.row < place.row for c in heading.cells)


def _row_of(heading: Heading) -> int:
    return max(cell.place.row for cell in heading.cells)


def entries_of(intake: Intake) -> tuple[ReplyEntry, ...]:
    """Return everything that a clerk should look at, cell by cell, the gravest of a cell first."""
    written = CellTexts(intake)
    found = {*_remarks(intake, written), *_questions(intake, written)}
    return tuple(sorted(found, key=_order))


def by_cell(entries: Iterable[ReplyEntry]) -> Mapping[CellPlace, Sequence[ReplyEntry]]:
    """Gather the entries of each cell, the gravest first; those about the file are left out."""
    cells: defaultdict[CellPlace, list[ReplyEntry]] = defaultdict(list)
    for entry in entries:
        for place in filter(None, (entry.place, *entry.also)):
            cells[place].append(entry)
    return {place: sorted(found, key=weight) for place, found in cells.items()}


def weight(entry: ReplyEntry) -> int:
    """Order entries by gravity: the gravest comes first."""
    return _WEIGHT[entry.level]


def _order(entry: ReplyEntry) -> tuple[object, ...]:
    place = entry.place
    where = (place.sheet, place.row, place.column) if place else ("", 0, 0)
    return (*where, weight(entry), entry.rule_id, entry.wrong, entry.mend)


def _remarks(intake: Intake, written: CellTexts) -> Iterable[ReplyEntry]:
    for remark in intake.remarks:
        yield ReplyEntry(
            level=LEVELS[remark.severity],
            place=remark.place,
            column=written.title(remark.place) if remark.place else "",
            written=written.at(remark.place) if remark.place else "",
            wrong=harmless(remark.message),
            mend=harmless(remark.advice),
            example=harmless(remark.example, _WRITTEN),
            rule_id=harmless(remark.rule_id, _WRITTEN),
        )


def _questions(intake: Intake, written: CellTexts) -> Iterable[ReplyEntry]:
    heads = {cell.place for heading in intake.headings for cell in heading.cells}
    for question in intake.questions:
        means = "; ".join(map(str, question.readings))
        # A question about a column that is not there points at the headings.
        named = harmless(title_of(question.field, intake), _WRITTEN)
        more = len(set(question.places) - {question.place})
        elsewhere = f" (berlaku juga untuk {format_bulat(more)} sel lain)" if more else ""
        yield ReplyEntry(
            level=Level.PERTANYAAN,
            place=question.place,
            column=named if question.place in heads and named else written.title(question.place),
            written=written.at(question.place),
            wrong=harmless(question.asks) + elsewhere,
            mend=_ANSWER,
            example=harmless(means, _WRITTEN),
            also=tuple(place for place in question.places if place != question.place),
        )


def summary_line(intake: Intake, entries: Sequence[ReplyEntry]) -> str:
    """Say how a list stands: its rows, then what is to be done."""
    wrong = {e.place for e in entries if e.level is Level.GALAT and e.place}
    about_file = sum(e.level is Level.GALAT and e.place is None for e in entries)
    conflicts = sum(is_conflict_key(question.key) for question in intake.questions)
    asked = len(intake.questions) - conflicts
    said = [str(standing_of(intake))]
    if wrong:
        said.append(f"{format_bulat(len(wrong))} sel perlu diperbaiki")
    if about_file:
        said.append(f"{format_bulat(about_file)} hal tentang seluruh daftar perlu diperbaiki")
    if asked:
        said.append(f"{format_bulat(asked)} pertanyaan menunggu jawaban")
    if conflicts:
        said.append(f"{format_bulat(conflicts)} bentrokan menunggu pilihan")
    return f"{'; '.join(said)}."
