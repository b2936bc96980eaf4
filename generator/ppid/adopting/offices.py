"""The offices of a body, from a table in whatever form, or as they were written down."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from ppid.adopting.answers import Mulai, NoAnswersError, PerangkatDaerah
from ppid.core.kind import OPD_FOLDER
from ppid.diagnostics.inert import visible
from ppid.kinds.wording import JENIS_OPD
from ppid.law import words_in
from ppid.reading.documents.book import NoWorkbookError, SheetGrid
from ppid.reading.documents.opening import open_workbook
from ppid.values.text import quoted
from ppid.values.titles import normal_title


@dataclass(frozen=True, slots=True)
class OfficeWords:
    """Headings of tables of offices by field, and beginnings of names by kind of office."""

    kolom: Mapping[str, tuple[str, ...]]
    jenis: Mapping[str, tuple[str, ...]]


_WORDS: Final = words_in("kolom-perangkat-daerah.yml", OfficeWords)
_FIRST_ROWS: Final = 30
"""Above the table stand a title and perhaps a letterhead, not more."""


@dataclass(frozen=True, slots=True)
class Office:
    """An office with its folder, as its profile will say it."""

    folder: str
    nama: str
    singkatan: str
    jenis: str
    alamat: str = ""
    surel: str = ""
    telepon: str = ""
    ppid_pelaksana: str = ""


def offices_of(answers: Mulai, beside: Path) -> tuple[Office, ...]:
    """Return the offices; a named table lies in the folder `beside`, or where its path leads.

    Raise `NoAnswersError` with everything that is wrong.
    """
    given = answers.perangkat_daerah
    found = _in_table(beside / given) if isinstance(given, str) else given
    offices = [_office(each) for each in found]
    wrong = list(_faults(offices))
    if wrong:
        raise NoAnswersError("\n".join(wrong))
    return tuple(offices)


def _in_table(path: Path) -> tuple[PerangkatDaerah, ...]:
    if not path.is_file():
        message = f"Berkas perangkat daerah {quoted(visible(path.name))} tidak ada."
        raise NoAnswersError(message)
    try:
        book = open_workbook(path.name, path.read_bytes())
    except NoWorkbookError as error:
        message = f"{visible(path.name)}: {visible(str(error))}"
        raise NoAnswersError(message) from error
    for sheet in book.sheets:
        grid = SheetGrid(sheet)
        headings = {
            number: _columns({c: cell.text for c, cell in grid.rows[number].items()})
            for number in grid.order[:_FIRST_ROWS]
        }
        # A title (“Daftar perangkat daerah …”) looks like one heading; headings stand side by side.
        best = max(headings, key=lambda number: len(headings[number]), default=0)
        if "nama" in headings.get(best, {}).values():
            return tuple(_rows(grid, best, headings[best]))
    message = (
        f"{visible(path.name)}: tidak ada kolom nama perangkat daerah. "
        "Beri kolomnya judul “Perangkat Daerah”, lalu ulangi."
    )
    raise NoAnswersError(message)


def _columns(headings: Mapping[int, str]) -> dict[int, str]:
    """Say which field each column holds, by its heading; a field is taken from one column."""
    found: dict[int, str] = {}
    for field, phrases in _WORDS.kolom.items():
        for phrase in phrases:
            column = next(
                (c for c, text in headings.items() if phrase in text.lower() and c not in found),
                None,
            )
            if column is not None:
                found[column] = field
                break
    return found


def _rows(grid: SheetGrid, heading: int, columns: Mapping[int, str]) -> Iterator[PerangkatDaerah]:
    for number in grid.order:
        if number <= heading:
            continue
        cells = grid.rows[number]
        values = {
            field: " ".join(cells[column].text.split())
            for column, field in columns.items()
            if column in cells
        }
        if re.search(r"[^\W\d]", values.get("nama", "")):  # no row of column numbers
            yield PerangkatDaerah(**values)


def _office(given: PerangkatDaerah) -> Office:
    short = given.singkatan or given.nama
    return Office(
        folder=given.folder or folder_of(short),
        nama=given.nama,
        singkatan=short,
        jenis=_kind_of(given),
        alamat=given.alamat,
        surel=given.surel,
        telepon=given.telepon,
        ppid_pelaksana=given.ppid_pelaksana,
    )


def _kind_of(given: PerangkatDaerah) -> str:
    stated = given.jenis.lower()
    if stated in JENIS_OPD:
        return stated
    for text in (stated, normal_title(given.nama)):
        for kind, beginnings in _WORDS.jenis.items():
            if text.startswith(beginnings):
                return kind
    return "lainnya"


def folder_of(name: str) -> str:
    """Make the name of a folder from that of an office; empty where it has no letters for one."""
    return re.sub(r"[^a-z0-9]+", "-", name.lower().replace("&", " dan ")).strip("-")


def _faults(offices: list[Office]) -> Iterator[str]:
    if not offices:
        yield "Belum ada satu pun perangkat daerah."
    seen: dict[str, Office] = {}
    for office in offices:
        if not re.fullmatch(OPD_FOLDER, office.folder):
            name = f"Nama folder {quoted(office.folder)} bagi {quoted(office.nama)}"
            yield f"{name} tidak dapat dipakai: mulai dengan huruf, lalu huruf kecil dan angka."
        elif office.folder in seen:
            both = f"{quoted(seen[office.folder].nama)} dan {quoted(office.nama)}"
            yield f"{both} mendapat folder yang sama; beri singkatan atau folder yang berbeda."
        seen[office.folder] = office


def office_named(text: str, offices: tuple[Office, ...]) -> Office | None:
    """Find the office that a text means by its folder, short name or name."""
    wanted = normal_title(text)
    for office in offices:
        if text == office.folder or wanted in map(normal_title, (office.nama, office.singkatan)):
            return office
    return None
