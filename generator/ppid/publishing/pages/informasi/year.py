"""The page of a category and year: every row, with its OPD, in one table that can be filtered."""

from collections import defaultdict
from functools import lru_cache

from ppid.core.corpus import Corpus
from ppid.core.page import Body, Cell, Download, Link, Page, Section, Table
from ppid.kinds import url_of
from ppid.kinds.daftar import Daftar
from ppid.kinds.dik.model import InformasiDikecualikan
from ppid.kinds.dik.model import daftar_of as daftar_dik
from ppid.kinds.dip.model import InformasiPublik
from ppid.kinds.dip.model import daftar_of as daftar_dip
from ppid.kinds.rows import Row
from ppid.kinds.wording import ARTI_KATEGORI, BERANDA, KATEGORI, format_bulat
from ppid.publishing.pages.daftar import name_of
from ppid.publishing.pages.daftar.handed_in import example_mark
from ppid.publishing.pages.daftar.tables import (
    COLUMNS_DIK,
    COLUMNS_DIP,
    cells_dik,
    cells_dip,
    filter_of,
)
from ppid.publishing.publication import Publication

INDEX = Link("Informasi", "informasi/")
CLOSED = "dikecualikan"
_OPENING = ("Informasi", "Perangkat daerah")
_SHAPES = {
    "dik": (
        (*_OPENING, *COLUMNS_DIK),
        {"opd": "Perangkat daerah", "cakupan": "Cakupan", "alasan": "Alasan"},
    ),
    "dip": ((*_OPENING, *COLUMNS_DIP), {"opd": "Perangkat daerah", "bentuk": "Bentuk"}),
}
"""Columns and menus of the page of a category and year."""


def download_of(rows: str, publication: Publication) -> Download:
    """Return the file of all DIP or DIK rows."""
    sheet = publication.sheets_of_all[rows]
    note = f"{format_bulat(sheet.rows)} baris"
    return Download(f"Unduh semua {rows.upper()} (CSV)", sheet.export.url, sheet.size, note)


def year_page(category: str, tahun: int, years: list[int], publication: Publication) -> Page:
    """Return the page of one year; `years` are all of the category, newest first."""
    corpus = publication.corpus
    rows = _dik_rows(tahun, corpus) if category == CLOSED else _dip_rows(category, tahun, corpus)
    columns, menus = _SHAPES["dik" if category == CLOSED else "dip"]
    title = f"Informasi {KATEGORI[category]} {tahun}"
    opds = len({row[1].text for row in rows})
    caption = f"{format_bulat(len(rows))} informasi dari {opds} perangkat daerah, {tahun}"
    table = Table(caption, columns, rows, filter=filter_of(rows, columns, menus))
    position = years.index(tahun)
    around = (*years[position + 1 : position + 2], *years[max(0, position - 1) : position])
    label = KATEGORI[category]
    return Page(
        url=f"informasi/{category}/{tahun}/",
        title=title,
        description=f"{caption}. {ARTI_KATEGORI[category]}",
        section="informasi",
        template="jenis/daftar.html",
        context=Body(
            f"{caption}. {ARTI_KATEGORI[category]}",
            sections=(Section("", table=table),),
            neighbours=tuple(Link(f"{label} {y}", f"informasi/{category}/{y}/") for y in around),
            downloads=(download_of("dik" if category == CLOSED else "dip", publication),),
        ),
        crumbs=(BERANDA, INDEX, Link(label, f"informasi/{category}/")),
        name=str(tahun),
        contoh=publication.contoh,
    )


def _dip_rows(category: str, tahun: int, corpus: Corpus) -> list[tuple[Cell, ...]]:
    found = (row for row in _of_year(corpus)[tahun] if row.klasifikasi == category)
    rows = [
        (*_opening(row, daftar_dip(row, corpus), corpus), *cells_dip(row, corpus)) for row in found
    ]
    return sorted(rows, key=lambda row: row[1].text)


@lru_cache(maxsize=2)
def _of_year(corpus: Corpus) -> dict[int, list[InformasiPublik]]:
    found: dict[int, list[InformasiPublik]] = defaultdict(list)
    for row in corpus.of(InformasiPublik):
        found[row.id.tahun].append(row)
    return found


def _dik_rows(tahun: int, corpus: Corpus) -> list[tuple[Cell, ...]]:
    found = (row for row in corpus.of(InformasiDikecualikan) if row.id.tahun == tahun)
    rows = [
        (*_opening(row, daftar_dik(row, corpus), corpus), *cells_dik(row, corpus)) for row in found
    ]
    return sorted(rows, key=lambda row: row[1].text)


def _opening(row: Row, daftar: Daftar | None, corpus: Corpus) -> tuple[Cell, Cell]:
    name = f"{row.informasi}{example_mark(daftar, corpus)}"
    return Cell(name, url_of(row.id)), Cell(name_of(row.id.opd, corpus))
