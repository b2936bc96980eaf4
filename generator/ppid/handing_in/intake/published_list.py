"""A list as the site offers it for download, known by its exact headings and by nothing less.

It says itself which list it is, in columns that the site added. These are no part of the list, so
nobody is asked about them; in any other file columns of the same name are asked about.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from ppid.diagnostics.diagnostic import Severity
from ppid.handing_in.model import CellRemark, Target, Unused
from ppid.kinds.daftar import Daftar
from ppid.kinds.rows import ADDED_COLUMNS, MODELS, published_columns
from ppid.reading.documents.book import Book, BookSheet, CellPlace, NoWorkbookError, SheetGrid
from ppid.values.cells import unguarded
from ppid.values.numbers import format_bulat

OF_SITE: Final = "kolom yang ditambahkan situs saat daftarnya diunduh"
"""The reason of unused cells that the site put beside a list."""
_ONE_LIST: Final = (
    "Periksa satu daftar setiap kali: buka halaman daftar itu di situs ini, lalu unduh CSV di sana."
)


@dataclass(frozen=True, slots=True)
class PublishedList:
    """Which list was downloaded, whether its data is for demonstration, and its added columns."""

    target: Target
    contoh: bool
    columns: frozenset[int]


def published_list(book: Book) -> PublishedList | None:
    """Recognise a list that was downloaded; None for every other file.

    Raise `NoWorkbookError` for a download that holds several lists.
    """
    filled = [sheet for sheet in book.sheets if sheet.cells]
    grid = SheetGrid(filled[0]) if len(filled) == 1 else None
    jenis = _kind_of(grid) if grid else ""
    if grid is None or not jenis:
        return None
    heading = published_columns(jenis)
    place = {name: heading.index(name) + 1 for name in heading if name in ADDED_COLUMNS}
    lists = {
        (said["opd"], said["tahun"])
        for said in _rows(grid, place)
        if said["opd"] and said["tahun"].isdecimal()
    }
    if len(lists) > 1:
        sentence = (
            f"Berkas ini memuat {format_bulat(len(lists))} daftar sekaligus: unduhan dari beberapa "
            "perangkat daerah atau tahun."
        )
        raise NoWorkbookError(sentence, _ONE_LIST)
    if not lists:
        return None
    opd, tahun = lists.pop()
    contoh = any(said["contoh"] == "ya" for said in _rows(grid, place))
    return PublishedList(Target(opd, jenis, int(tahun)), contoh, frozenset(place.values()))


def _kind_of(grid: SheetGrid) -> str:
    """Return the kind of list whose published headings are the first row; empty for none."""
    first = grid.rows[grid.order[0]]
    texts = tuple(first[column].text for column in sorted(first))
    in_order = tuple(sorted(first)) == tuple(range(1, len(first) + 1))
    return next((j for j in MODELS if in_order and texts == published_columns(j)), "")


def _rows(grid: SheetGrid, place: dict[str, int]) -> Iterator[dict[str, str]]:
    """Yield what each row says in the added columns, by their names."""
    for row in grid.order[1:]:
        cells = grid.rows[row]
        yield {n: cells[c].text.strip() if c in cells else "" for n, c in place.items()}


def as_stored(book: Book) -> Book:
    """Take back the apostrophes by which the site keeps texts from being run as formulas."""
    sheets = (
        replace(s, cells=tuple(replace(c, text=unguarded(c.text)) for c in s.cells))
        for s in book.sheets
    )
    return replace(book, sheets=tuple(sheets))


def parted(book: Book, published: PublishedList | None) -> tuple[Book, Sequence[Unused]]:
    """Return a workbook without the columns that the site added, and the cells of these."""
    if published is None:
        return book, ()
    unused = [
        Unused(cell, OF_SITE)
        for sheet in book.sheets
        for cell in sheet.cells
        if cell.place.column in published.columns
    ]
    sheets = tuple(_without(sheet, published.columns) for sheet in book.sheets)
    return replace(book, sheets=sheets), unused


def _without(sheet: BookSheet, columns: frozenset[int]) -> BookSheet:
    return replace(sheet, cells=tuple(c for c in sheet.cells if c.place.column not in columns))


def remarks_on_published(
    published: PublishedList, target: Target, known: Daftar | None, place: CellPlace
) -> Iterator[CellRemark]:
    """Say where a download is taken for another list, or demonstration for what is official."""
    own = published.target
    if own != target:
        made = f"{own.jenis.upper()} {own.opd} {own.tahun}"
        message = f"Berkas ini unduhan {made}, bukan daftar yang diperiksa sekarang"
        yield CellRemark(place=place, severity=Severity.PERINGATAN, message=message)
    if published.contoh and not (known and known.contoh):
        yield CellRemark(
            place=place,
            severity=Severity.PERINGATAN,
            message="Berkas ini unduhan data peragaan, bukan data resmi",
            advice="Jangan diserahkan sebagai daftar perangkat daerah.",
        )
