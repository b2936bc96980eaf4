"""A foreign workbook as it was opened: its sheets and cells, or why it cannot be read."""

from dataclasses import dataclass
from enum import Enum

from ppid.handing_in.intake.model import Cell, Remark


class Format(Enum):
    """What the content of a file is, whatever its name says."""

    XLSX = "buku kerja Excel (.xlsx)"
    XLS = "buku kerja Excel lama (.xls)"
    ODS = "lembar kerja OpenDocument (.ods)"
    CSV = "tabel teks (CSV)"


class UnreadableError(Exception):
    """The file cannot be read as a workbook: one Indonesian sentence, and what to do next."""

    def __init__(self, sentence: str, advice: str) -> None:
        super().__init__(f"{sentence} {advice}")
        self.sentence = sentence
        self.advice = advice


@dataclass(frozen=True, slots=True)
class Area:
    """A rectangle of cells; rows and columns count from 1, the last ones belong to it."""

    first_row: int
    first_column: int
    last_row: int
    last_column: int

    def holds(self, row: int, column: int) -> bool:
        return (
            self.first_row <= row <= self.last_row
            and self.first_column <= column <= self.last_column
        )


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet: its filled cells row by row, and the ranges that were merged into one cell."""

    name: str
    cells: tuple[Cell, ...]
    merged: tuple[Area, ...] = ()
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class Book:
    """A workbook; a CSV file is one with a single sheet, named like the file."""

    name: str
    format: Format
    sheets: tuple[Sheet, ...]
    remarks: tuple[Remark, ...] = ()
