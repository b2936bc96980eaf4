"""All downloads in one place, with what their columns mean and on which terms they may be used."""

from collections.abc import Iterator

from ppid.core.page import Body, Cell, Link, Page, Section, Table
from ppid.kinds.daftar import Daftar
from ppid.kinds.rows import MODELS
from ppid.kinds.wording import DAFTAR
from ppid.publishing.page_parts import BERANDA, filter_of, number
from ppid.publishing.publication import Publication
from ppid.publishing.sheets import ADDED, Sheet, columns_of
from ppid.values.numbers import format_bulat, format_ukuran

INDEX = Link("Unduhan", "unduhan/")
_NOTES = (
    ("Kolom “contoh” menandai data peragaan. Jangan pakai baris bertanda “ya” sebagai data resmi."),
    (
        "Teks berkas berkode UTF-8 dengan tanda urutan bita, agar Excel langsung membacanya dengan "
        "benar. Koma memisahkan kolom; teks yang memuat koma diapit tanda kutip."
    ),
    (
        "Sel yang oleh lembar kerja akan dijalankan sebagai rumus diberi tanda petik tunggal (') "
        "di depannya. Hapus satu tanda petik itu untuk memperoleh teks aslinya."
    ),
)
_LEAD = (
    "Semua daftar di situs ini dapat diunduh sebagai CSV: tabel biasa yang dibuka dengan Excel, "
    "LibreOffice, atau program lain."
)


def pages(publication: Publication) -> Iterator[Page]:
    """Yield the page of downloads."""
    badan = publication.badan
    licence = (f"Lisensi data: {badan.lisensi}.",) if badan and badan.lisensi else ()
    sections = (
        Section("Seluruh data", table=_whole(publication), anchor="seluruh-data"),
        Section("Cara memakainya", (*licence, *_NOTES), anchor="cara-memakai"),
        *(_columns(rows) for rows in publication.sheets_of_all),
        _lists(publication),
    )
    yield Page(
        url=INDEX.url,
        title="Unduhan",
        description=_LEAD,
        section="informasi",
        template="jenis/daftar.html",
        context=Body(_LEAD, sections=sections),
        crumbs=(BERANDA,),
        name=INDEX.label,
        contoh=publication.contoh,
    )


def _whole(publication: Publication) -> Table:
    cells = [
        (
            Cell(f"{rows}.csv", sheet.export.url),
            Cell(f"Semua {DAFTAR[rows]}"),
            number(sheet.rows),
            _size(sheet),
        )
        for rows, sheet in publication.sheets_of_all.items()
    ]
    caption = "Semua perangkat daerah dan semua tahun dalam satu berkas"
    return Table(caption, ("Berkas", "Isi", "Baris", "Ukuran"), cells)


def _columns(rows: str) -> Section:
    fields = MODELS[rows].model_fields
    described = [
        (Cell(name), Cell(fields[name].title or name), Cell(fields[name].description or ""))
        if name in fields
        else (Cell(name), Cell(name.capitalize()), Cell(ADDED[name]))
        for name in columns_of(rows)
    ]
    caption = f"{len(described)} kolom dalam berkas {rows.upper()}"
    table = Table(caption, ("Kolom", "Sebutan", "Isinya"), described)
    return Section(f"Kolom {DAFTAR[rows]}", table=table, anchor=f"kolom-{rows}")


def _lists(publication: Publication) -> Section:
    found = sorted(publication.sheets.items(), key=lambda pair: (pair[0].opd, -pair[0].tahun))
    rows = []
    for key, sheet in found:
        daftar = publication.corpus.find(key)
        contoh = isinstance(daftar, Daftar) and daftar.contoh
        rows.append(
            (
                Cell(sheet.export.url.rpartition("/")[2], sheet.export.url),
                Cell(publication.name_of(key.opd)),
                Cell(key.kind.removeprefix("daftar-").upper()),
                Cell(str(key.tahun)),
                Cell("contoh" if contoh else "resmi"),
                number(sheet.rows),
                _size(sheet),
            )
        )
    columns = ("Berkas", "Perangkat daerah", "Daftar", "Tahun", "Data", "Baris", "Ukuran")
    menus = {"opd": "Perangkat daerah", "daftar": "Daftar", "tahun": "Tahun"}
    narrow = filter_of(rows, columns, menus, label="Cari berkas", unit="berkas")
    caption = f"{format_bulat(len(rows))} berkas, satu untuk setiap daftar"
    table = Table(caption, columns, rows, "Belum ada daftar yang dapat diunduh.", narrow)
    return Section("Berkas menurut perangkat daerah dan tahun", table=table, anchor="per-daftar")


def _size(sheet: Sheet) -> Cell:
    return Cell(format_ukuran(sheet.size), number=True, order=f"{sheet.size:09}")
