"""The assessors' workbooks as their writer and their reader know them: sheets, columns, identity.

Columns are found by their headings and rows by what stands in them, so that sorting moves nothing.
The identity lies on a hidden sheet. It is no proof, since anybody can write one: it keeps marks of
one office, year or state of the data from being taken for those of another by a slip.
"""

import hashlib
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from ppid.assessing.model import State
from ppid.diagnostics.inert import visible
from ppid.handing_in.template.stamp import cells_of_sheet
from ppid.kinds.wording import TANDA
from ppid.reading.documents.book import Book, BookSheet, CellPlace, FilledCell, SheetGrid
from ppid.values.cells import guarded
from ppid.values.dates import read_tanggal
from ppid.values.identifiers import find_nips, find_personal_data

GUIDE, OVERVIEW, BY_CATEGORY, MARKS = "Petunjuk", "Ringkasan", "Kategori", "Penilaian"
OBJECTIONS, IDENTITY = "Sanggahan", "Identitas"
DAY_LABEL: Final = "Hari penilaian oleh pemantau"
"""Beside it, on the guide, stands the day of the marks."""
STATES: Final = dict(
    zip(State, ("Terpenuhi", "Belum", "Perlu dilihat", "Tercatat", "Tidak berlaku"), strict=True)
)
"""What the data shows, in the words of the sheet."""
OPD, YEAR, CODE, PRINT = "OPD", "Tahun", "Kode", "Sidik"
"""The headings of what a row is about: OPD, year, obligation, and the state that was judged."""
MARK, NOTE = "Tanda pemantau", "Catatan pemantau"
"""The headings of what an assessor fills in."""
FINDING, ARRIVED, PARTY, WORDS, LINK = (
    *("Kode temuan", "Tanggal diterima", "Pihak", "Isi sanggahan", "Alamat naskah"),
)
"""The headings of a sheet of objections."""
PARTIES: Final = {
    "perangkat-daerah": "Perangkat daerah",
    "pemantau": "Pemantau",
    "masyarakat": "Masyarakat",
}
"""Who may object, in the words of the sheet."""
LONGEST_NOTE: Final = 1000
VERSION: Final = 1
_MAGIC: Final = "Catatan kertas kerja PPID; jangan diubah"
_NO_WORD: Final = re.compile(r"[\s\-_./]+")
_SHORT: Final = re.compile(r"\b(?:tdk|tak)\b")
_PARTY_OF: Final = {label.lower(): code for code, label in PARTIES.items()}
_MARK_OF: Final = {label.lower(): code for code, label in TANDA.items()}


def read_mark(text: str) -> str:
    """Return the mark that a text can only mean, as data writes it; empty where it is none.

    “ada”, “Ada ” and “tdk. ada” are spellings; “v”, “x” or “ya” may mean one thing or another.
    """
    return _MARK_OF.get(_SHORT.sub("tidak", _NO_WORD.sub(" ", text.lower()).strip()), "")


def read_party(text: str) -> str:
    """Return the party that a text names, as data writes it; empty where it names none."""
    return _PARTY_OF.get(_NO_WORD.sub(" ", text.lower()).strip(), "")


def read_day(text: str) -> date | None:
    """Return the day that a text can only mean: “22 Januari 2026”, but not “3/4/2026”."""
    reading = read_tanggal(text)
    sure = len(reading.candidates) == 1 and not reading.sisa
    return reading.value or (reading.candidates[0] if sure else None)


@dataclass(frozen=True, slots=True)
class Identity:
    """For whom a workbook was made, and from which state of the data.

    `isi` says what it holds: MARKS or OBJECTIONS. Without an assessor it is for anybody to look at
    and cannot be handed in.
    """

    isi: str
    tahun: int
    pemantau: str
    dibuat: date
    contoh: bool

    def cells(self) -> list[tuple[str, str]]:
        """Return the rows of the hidden sheet."""
        said = (
            ("isi", self.isi),
            ("tahun", str(self.tahun)),
            ("pemantau", self.pemantau),
            ("dibuat", self.dibuat.isoformat()),
            ("contoh", "ya" if self.contoh else "tidak"),
        )
        return [(_MAGIC, str(VERSION)), *said, ("sidik", _digest(said))]


@dataclass(frozen=True, slots=True)
class Problem:
    """Why a workbook cannot be taken in: in which file, at which cell, and what to do next.

    `command` is what else may be done by whoever takes it in, at a terminal.
    """

    file: str
    place: str
    sentence: str
    advice: str
    command: str = ""

    @property
    def said(self) -> str:
        """Return everything in one line, safe to print."""
        where = ", ".join(filter(None, (self.file, self.place)))
        said = " ".join(filter(None, (self.sentence, self.advice, self.command)))
        return visible(f"{where}: {said}" if where else said)


class NoIdentityError(Exception):
    """A workbook does not say for whom it was made; the message also says with which command.

    `sentence` and `advice` are for whoever has no terminal.
    """

    def __init__(self, sentence: str, advice: str, command: str) -> None:
        """Put the message together."""
        super().__init__(f"{sentence} {advice} {command}")
        self.sentence, self.advice = sentence, advice


_ANEW: Final = "Minta kertas kerja yang baru kepada yang mengirimnya."
_MAKE: Final = "Buat dengan: ppid kertas-kerja"


def is_worksheet(content: bytes) -> bool:
    """Tell whether a workbook bears our identity, be it sound or not."""
    table = cells_of_sheet(content, IDENTITY)
    return bool(table and table[0] and table[0][0] == _MAGIC)


def identity_in(book: Book) -> Identity:
    """Read for whom a workbook was made; raise NoIdentityError where that cannot be known."""
    sheet = next((sheet for sheet in book.sheets if sheet.name == IDENTITY), None)
    rows = _pairs(sheet) if sheet else []
    if not rows or rows[0][0] != _MAGIC:
        sentence = "Berkas ini bukan kertas kerja dari program ini."
        raise NoIdentityError(sentence, _ANEW, _MAKE)
    if rows[0][1] != str(VERSION):
        raise NoIdentityError("Kertas kerja ini dibuat dengan bentuk lain.", _ANEW, _MAKE)
    said = dict(rows[1:])
    noted = said.pop("sidik", "")
    day = read_tanggal(said.get("dibuat", "")).value
    if _digest(tuple(said.items())) != noted or day is None or not said["tahun"].isdecimal():
        sentence = (
            "Catatan tersembunyi di kertas kerja ini berubah, sehingga tidak jelas milik siapa."
        )
        advice = f"{_ANEW} Lalu salin tandanya ke sana."
        raise NoIdentityError(sentence, advice, _MAKE)
    return Identity(
        isi=said["isi"],
        tahun=int(said["tahun"]),
        pemantau=said["pemantau"],
        dibuat=day,
        contoh=said["contoh"] == "ya",
    )


def _digest(said: tuple[tuple[str, str], ...]) -> str:
    return hashlib.sha256(json.dumps(said, ensure_ascii=False).encode()).hexdigest()


def _pairs(sheet: BookSheet) -> list[tuple[str, str]]:
    grid = SheetGrid(sheet)
    texts = ([cell.text if (cell := grid.at(row, c)) else "" for c in (1, 2)] for row in grid.order)
    return [(name, value) for name, value in texts if name]


@dataclass(frozen=True, slots=True)
class SheetRow:
    """A row below the headings: its number and its filled cells by heading."""

    number: int
    cells: Mapping[str, FilledCell]

    def place(self, heading: str, sheet: str) -> str:
        """Say where the cell under a heading stands: “lembar Penilaian sel N14”."""
        cell = self.cells.get(heading)
        return f"lembar {sheet} {cell.place.said if cell else f'baris {self.number}'}"

    def text(self, heading: str) -> str:
        """Return what stands under a heading, in one line and without spaces around it."""
        cell = self.cells.get(heading)
        return " ".join(cell.text.split()) if cell else ""

    def is_formula(self, heading: str) -> bool:
        """Tell whether a program works out what stands under a heading."""
        cell = self.cells.get(heading)
        return cell is not None and cell.formula

    def is_struck(self, heading: str) -> bool:
        """Tell whether what stands under a heading, or a part of it, was struck through."""
        cell = self.cells.get(heading)
        return cell is not None and bool(cell.look.struck)


STRUCK: Final = "Isinya dicoret.", "Hapus coretannya bila masih berlaku, atau kosongkan selnya."
"""What is said of a cell of which nobody can tell whether it still holds, and what to do."""


class NoTableError(Exception):
    """A sheet lacks its table; the message is a sentence with a next step."""


def rows_below(book: Book, name: str, headings: tuple[str, ...]) -> Iterator[SheetRow]:
    """Yield the rows of a sheet below the row that holds all of these headings, each once.

    Raise NoTableError where there is none, or where rows of it were merged into one.
    """
    sheet = next((sheet for sheet in book.sheets if sheet.name == name), None)
    if sheet is None:
        message = f"Lembar “{name}” tidak ada. Pulihkan namanya, atau pakai kertas kerja asli."
        raise NoTableError(message)
    grid = SheetGrid(sheet)
    texts = {row: [cell.text.strip() for cell in grid.rows[row].values()] for row in grid.order}
    number = max(texts, key=lambda row: len(set(headings) & set(texts[row])), default=0)
    found = texts.get(number, [])
    for heading in headings:
        if (times := found.count(heading)) != 1:
            how = "tidak ada" if not times else "ada lebih dari satu kali"
            message = (
                f"Judul kolom “{heading}” {how} di lembar {name} baris {number}. Pulihkan judulnya "
                "seperti pada kertas kerja asli."
            )
            raise NoTableError(message)
    if merged := next((a for a in sheet.merged if number < a.last_row != a.first_row), None):
        first, last = (
            (merged.first_row, merged.first_column),
            (merged.last_row, merged.last_column),
        )
        area = "–".join(CellPlace(name, *each).cell for each in (first, last))
        message = (
            f"Sel {area} di lembar {name} digabung, sehingga tidak jelas baris mana yang diisi. "
            "Pisahkan lagi, lalu isi setiap baris."
        )
        raise NoTableError(message)
    columns = {column: cell.text.strip() for column, cell in grid.rows[number].items()}
    for later in grid.order:
        cells = {columns[c]: cell for c, cell in grid.rows[later].items() if c in columns}
        if later > number and cells:
            yield SheetRow(later, cells)


def personal_in(text: str) -> str:
    """Say which personal data a text holds, without its digits; empty where there is none."""
    for sighting in find_personal_data(text):
        return f"{sighting.sort.value} ({sighting.masked})"
    return "NIP, yang menunjuk seseorang" if any(find_nips(text)) else ""


def unfit(text: str, longest: int = LONGEST_NOTE) -> tuple[str, str] | None:
    """Say why a text cannot be published as it is, and what to do; None where it can."""
    if len(text) > longest:
        sentence = f"Teksnya {len(text)} huruf; paling panjang {longest}."
        return sentence, "Ringkas, atau sebut alamat dokumennya."
    if guarded(text) != text:
        sentence = f"Teksnya diawali “{text[0]}”, sehingga dapat dijalankan sebagai rumus."
        return sentence, "Dahului dengan kata."
    if found := personal_in(text):
        return f"Terbaca {found}.", "Hapus; teks ini terbit di situs."
    return None
