"""The rows of lists as tables that can be filtered, for one list or for a whole category."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import lru_cache

from ppid.core.corpus import Corpus
from ppid.core.page import Cell, Choice, Filter, Table
from ppid.kinds import url_of
from ppid.kinds.acuan.alasan import Alasan
from ppid.kinds.daftar import Daftar
from ppid.kinds.dik.model import InformasiDikecualikan, alasan_of, periode_of
from ppid.kinds.dip.model import InformasiPublik
from ppid.kinds.wording import KLASIFIKASI, format_bulat, format_tanggal
from ppid.values.terms import read_jangka_waktu

_UNIT = "informasi"
Rows = Sequence[tuple[Cell, ...]]


def table_dik(daftar: Daftar, corpus: Corpus) -> Table:
    """Show the rows of a DIK."""
    found = corpus.in_list(InformasiDikecualikan, daftar.id.opd, daftar.id.tahun)
    rows = [(*_named(row), *cells_dik(row, corpus)) for row in found]
    columns = ("Informasi", "Kode", *COLUMNS_DIK)
    empty = "Tahun ini tidak ada informasi yang dikecualikan."
    menus = {"cakupan": "Cakupan", "alasan": "Alasan"}
    return Table(_caption(daftar, len(rows)), columns, rows, empty, filter_of(rows, columns, menus))


def table_dip(daftar: Daftar, corpus: Corpus) -> Table:
    """Show the rows of a DIP."""
    found = corpus.in_list(InformasiPublik, daftar.id.opd, daftar.id.tahun)
    rows = [
        (*_named(row), Cell(KLASIFIKASI[row.klasifikasi]), *cells_dip(row, corpus)) for row in found
    ]
    columns = ("Informasi", "Kode", "Klasifikasi", *COLUMNS_DIP)
    menus = {"klasifikasi": "Klasifikasi", "bentuk": "Bentuk"}
    empty = "Daftar ini belum berisi."
    return Table(_caption(daftar, len(rows)), columns, rows, empty, filter_of(rows, columns, menus))


COLUMNS_DIK = ("Cakupan", "Alasan", "Dasar hukum", "Jangka waktu", "Berakhir")
COLUMNS_DIP = ("Penguasa informasi", "Bentuk", "Diperbarui")


def cells_dik(row: InformasiDikecualikan, corpus: Corpus) -> tuple[Cell, ...]:
    """Return what a table says of an excluded row, in the order of COLUMNS_DIK."""
    labels = _labels(corpus)
    letters = dict.fromkeys(ground.huruf for ground in alasan_of(row))
    grounds = "; ".join(labels(letter) for letter in letters)
    term = read_jangka_waktu(row.jangka_waktu).value
    return (
        Cell(row.cakupan),
        Cell(grounds),
        Cell(row.dasar_hukum),
        Cell(row.jangka_waktu, order=f"{term.bulan:05}" if term and term.bulan else ""),
        _end_cell(periode_of(row, corpus).berakhir, corpus.today),
    )


def _end_cell(day: date | None, today: date) -> Cell:
    """Show the last day of a term, and in words when it is over."""
    cell = day_cell(day)
    return replace(cell, text=f"{cell.text} (sudah lewat)") if day and day < today else cell


def ended(daftar: Daftar, corpus: Corpus) -> str:
    """Say how many rows of a DIK are withheld no more; empty when none."""
    found = corpus.in_list(InformasiDikecualikan, daftar.id.opd, daftar.id.tahun)
    ends = (periode_of(row, corpus).berakhir for row in found) if daftar.rows == "dik" else ()
    count = sum(day is not None and day < corpus.today for day in ends)
    return f"Masa pengecualian {format_bulat(count)} informasi sudah lewat." if count else ""


def cells_dip(row: InformasiPublik, corpus: Corpus) -> tuple[Cell, ...]:
    """Return what a table says of a public row, in the order of COLUMNS_DIP."""
    del corpus  # the same call as for excluded rows
    return (Cell(row.penguasa), Cell(row.bentuk), day_cell(row.diperbarui))


def _named(row: InformasiDikecualikan | InformasiPublik) -> tuple[Cell, Cell]:
    return Cell(row.informasi, url_of(row.id)), Cell(row.kode)


def day_cell(day: date | None) -> Cell:
    """Show a day, sorted as a day."""
    return Cell(format_tanggal(day), order=str(day)) if day else Cell("")


@lru_cache(maxsize=2)
def _labels(corpus: Corpus) -> Callable[[str], str]:
    known = {alasan.huruf: alasan.label for alasan in corpus.of(Alasan)}

    @lru_cache(maxsize=32)
    def label(huruf: str) -> str:
        return f"{known[huruf]} (huruf {huruf})" if huruf in known else f"huruf {huruf}"

    return label


def filter_of(
    rows: Rows,
    columns: Sequence[str],
    menus: Mapping[str, str],
    *,
    label: str = "Cari dalam daftar ini",
    unit: str = _UNIT,
) -> Filter:
    """Make a filter row; `menus` gives the heading of a column for each name in the address.

    A menu with a single value would choose nothing and is left out.
    """
    choices = (
        Choice(name, heading, _values(rows, columns.index(heading)))
        for name, heading in menus.items()
    )
    return Filter(label, unit, tuple(choice for choice in choices if len(choice.values) > 1))


def _values(rows: Rows, column: int) -> tuple[str, ...]:
    texts = {row[column].text for row in rows}
    return tuple(sorted({part for text in texts for part in text.split("; ") if part}))


def _caption(daftar: Daftar, count: int) -> str:
    contoh = ", contoh" if daftar.contoh else ""
    return f"{format_bulat(count)} informasi dalam {daftar.rows.upper()} {daftar.id.tahun}{contoh}"
