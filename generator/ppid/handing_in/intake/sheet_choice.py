"""Which sheets of a workbook hold the list; where several may, a question."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from ppid.diagnostics.diagnostic import Severity
from ppid.handing_in.intake.heading_rows import heading_blocks
from ppid.handing_in.intake.model import Question, Reading, Remark
from ppid.handing_in.intake.row_words import classes_in
from ppid.reading.documents.book import Book, CellPlace, SheetGrid

KEY: Final = "lembar"
ALL: Final = "*"
_OTHER: Final = {"dik": "dip", "dip": "dik"}
_NAMES: Final = {"dik": "informasi yang dikecualikan", "dip": "informasi publik"}
_SAYS: Final = {
    "dik": re.compile(r"\bdik\b|kecualikan|pengecualian", re.IGNORECASE),
    "dip": re.compile(r"\bdip\b|\bdidp\b|berkala|setiap\W*saat|serta\W*merta", re.IGNORECASE),
}
_YEAR: Final = re.compile(r"(?<!\d)20\d\d(?!\d)")
_ENOUGH: Final = 0.6
_WIDE: Final = 3


class Candidate:
    """A sheet with headings on it."""

    def __init__(self, grid: SheetGrid, jenis: str) -> None:
        self.grid, self.jenis = grid, jenis
        self.blocks = heading_blocks(grid, jenis)

    @property
    def name(self) -> str:
        return self.grid.sheet.name

    @cached_property
    def worth(self) -> int:
        return max((len(block.fields) for block in self.blocks), default=0)

    @cached_property
    def worth_as_other(self) -> int:
        """How well the headings fit the other sort of list."""
        blocks = heading_blocks(self.grid, _OTHER[self.jenis])
        return max((len(block.fields) for block in blocks), default=0)

    @cached_property
    def title(self) -> str:
        """The name of the sheet and what stands above its headings."""
        above = [row for row in self.grid.order if row < self.blocks[0].first_row]
        texts = [cell.text for row in above for cell in self.grid.rows[row].values()]
        return " ".join([self.name.replace("_", " "), *texts])

    @cached_property
    def has_rows(self) -> bool:
        return self.grid.order[-1] > self.blocks[0].last_row


@dataclass(frozen=True, slots=True)
class Choice:
    """The sheets to be read, and what must be asked or said about choosing them."""

    chosen: tuple[Candidate, ...]
    questions: tuple[Question, ...] = ()
    remarks: tuple[Remark, ...] = ()

    @property
    def is_wide(self) -> bool:
        """Whether a sheet has so many headings beside each other that it is no form."""
        return any(candidate.worth >= _WIDE for candidate in self.chosen)


def choose_sheets(book: Book, jenis: str, tahun: int, answers: Mapping[str, str]) -> Choice:
    """Choose the sheet that clearly holds the list, or all of them if each is one category."""
    sheets = [Candidate(SheetGrid(sheet), jenis) for sheet in book.sheets if sheet.cells]
    found = [candidate for candidate in sheets if candidate.blocks]
    visible = [candidate for candidate in found if not candidate.grid.sheet.hidden]
    left = _narrowed(visible or found, jenis, tahun)
    if not left:
        other = [candidate for candidate in sheets if candidate.worth_as_other >= _WIDE]
        return Choice((), remarks=tuple(_other_list(other[:1], jenis)))
    answer = answers.get(KEY, "")
    if answer == ALL and len(left) > 1:
        return Choice(tuple(left))
    if named := [candidate for candidate in found if candidate.name == answer]:
        return Choice(tuple(named))
    if len(left) == 1 or _are_categories(left, jenis):
        return Choice(tuple(left), remarks=_remarks(left, jenis, hidden=not visible))
    return Choice((left[0],), (_question(left),))


def _narrowed(found: Sequence[Candidate], jenis: str, tahun: int) -> list[Candidate]:
    """Drop in turn what is a poorer, empty, different or older list, as long as one is left."""
    left = list(found)
    most = max((candidate.worth for candidate in left), default=0)
    left = [candidate for candidate in left if candidate.worth >= _ENOUGH * most]
    if len(left) > 1:
        left = [c for c in left if c.worth >= c.worth_as_other] or left
        left = [c for c in left if c.has_rows] or left
        left = [c for c in left if not _is_other(c.title, jenis)] or left
        left = _of_year(left, tahun)
    return left


def _is_other(title: str, jenis: str) -> bool:
    return bool(_SAYS[_OTHER[jenis]].search(title)) and not _SAYS[jenis].search(title)


def _of_year(found: list[Candidate], tahun: int) -> list[Candidate]:
    """Keep the sheets of the year, if every sheet names one year and some name this one."""
    years = [set(_YEAR.findall(c.name)) or set(_YEAR.findall(c.title)) for c in found]
    if not all(len(named) == 1 for named in years):
        return found
    same = [c for c, named in zip(found, years, strict=True) if str(tahun) in named]
    return same or found


def _are_categories(found: Sequence[Candidate], jenis: str) -> bool:
    """Tell whether each sheet holds one category of a DIP: “Berkala”, “Setiap Saat”."""
    names = [c.name if classes_in(c.name) else c.title for c in found]
    return jenis == "dip" and all(classes_in(name) == 1 for name in names)


def _question(found: Sequence[Candidate]) -> Question:
    names = [candidate.name for candidate in found]
    readings = [Reading(name, f"Hanya lembar “{name}”") for name in names]
    readings.append(Reading(ALL, "Semua lembar itu, digabung"))
    asks = f"Ada {len(names)} lembar yang memuat daftar. Lembar mana yang diserahkan?"
    place = CellPlace(names[0], found[0].blocks[0].first_row, 1)
    return Question(KEY, place, ", ".join(names), asks, tuple(readings))


def _remarks(left: Sequence[Candidate], jenis: str, *, hidden: bool) -> tuple[Remark, ...]:
    first = left[0]
    place = CellPlace(first.name, first.blocks[0].first_row, 1)
    found = []
    if hidden:
        message = f"Daftarnya berada pada lembar tersembunyi, “{first.name}”."
        advice = "Tampilkan lembar itu agar orang lain melihat isi yang sama."
        found.append(Remark(place, Severity.PERINGATAN, message, advice))
    if first.worth < first.worth_as_other:
        found += _other_list([first], jenis, Severity.PERINGATAN)
    return tuple(found)


def _other_list(
    found: Sequence[Candidate], jenis: str, severity: Severity = Severity.GALAT
) -> Iterator[Remark]:
    other = _OTHER[jenis]
    for candidate in found:
        message = (
            f"Judul kolom lembar “{candidate.name}” lebih mirip daftar {_NAMES[other]} "
            f"({other.upper()}), padahal yang diserahkan daftar {_NAMES[jenis]} "
            f"({jenis.upper()})."
        )
        place = CellPlace(candidate.name, 1, 1)
        yield Remark(place, severity, message, "Periksa apakah berkasnya benar.")
