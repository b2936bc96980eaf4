"""All downloads in one place, with what their columns mean and on which terms they may be used."""

from collections.abc import Iterator
from dataclasses import replace

from ppid.core import manifest
from ppid.core.page import Body, Cell, Link, Page, Section, Table
from ppid.kinds.regulasi import Regulasi
from ppid.kinds.rows import MODELS
from ppid.kinds.wording import DAFTAR
from ppid.publishing.page_parts import LIST, body_page, filtered, table_of
from ppid.publishing.pages.daftar import example_mark
from ppid.publishing.publication import Publication
from ppid.publishing.sheets import (
    CATALOGUE_JSON_LD,
    CATALOGUE_RDF_XML,
    CKAN_URL,
    COMPLETENESS_SCHEMA,
    GROUNDS_SCHEMA,
    HANDING_IN_SCHEMA,
    INDEX_SCHEMA,
    INDEX_URL,
    JDIHN_URL,
    OPENAPI_URL,
    PACKAGE_URL,
    VERIFICATION_SCHEMA,
    Sheet,
    latest_url,
    list_schema_url,
    schema_url,
)
from ppid.publishing.tables import TABLES, DataTable
from ppid.values.law_kinds import LAW_KINDS
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
_BOTH_FORMS = (
    "Setiap baris menyebut badan publik dan kode wilayahnya, jadi tabel beberapa badan dapat "
    "digabungkan. Parquet menyimpan jenis setiap kolom: kode tetap teks, tanggal tetap tanggal."
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
        Section("Seluruh data", (_BOTH_FORMS,), table=_whole(publication), anchor="seluruh-data"),
        Section("Cara memakainya", (*licence, *_NOTES), anchor="cara-memakai"),
        *_lists(publication),
        _latest(publication),
        *(_columns(table) for table in TABLES),
        _for_programs(publication),
        _schemas(publication),
    )
    yield body_page(
        INDEX,
        Body(_LEAD, sections=sections),
        section="informasi",
        template=LIST,
        contoh=publication.contoh,
    )


def _whole(publication: Publication) -> Table:
    def csv_file(table: DataTable) -> Cell:
        if not table.csv:
            return Cell("per tahun", "kelengkapan/")
        return Cell(f"CSV, {format_ukuran(len(table.csv_content(publication)))}", table.csv)

    return table_of(
        "Semua perangkat daerah dan semua tahun dalam satu berkas; isinya selalu yang terkini",
        TABLES,
        {
            "Tabel": lambda table: Cell(table.title, f"{INDEX.url}#kolom-{table.name}"),
            "Isi": lambda table: table.description,
            "Untuk lembar kerja": csv_file,
            "Untuk program": lambda table: Cell("Parquet", table.parquet),
        },
    )


def _columns(of: DataTable) -> Section:
    table = table_of(
        f"{len(of.columns)} kolom dalam tabel {of.name}",
        of.columns,
        {
            "Kolom": lambda column: column.name,
            "Sebutan": lambda column: column.title,
            "Isinya": lambda column: column.description,
        },
    )
    return Section(
        of.title,
        table=table,
        links=(Link("Kolom-kolom ini untuk program (Table Schema)", of.schema),),
        anchor=f"kolom-{of.name}",
        folded=f"Tampilkan {table.caption}",
    )


def _latest(publication: Publication) -> Section:
    """Lead to the newest lists of each OPD under addresses that never change."""
    lists = {(daftar.id.opd, daftar.rows): daftar for daftar in publication.latest_lists}
    found = sorted({opd for opd, _ in lists}, key=publication.name_of)

    def cell(opd: str, rows: str, form: str) -> Cell:
        daftar = lists.get((opd, rows))
        if daftar is None or (form == "csv" and daftar.id not in publication.sheets):
            return Cell("–")
        mark = example_mark(daftar, publication)
        return Cell(f"{daftar.id.tahun}{mark}", latest_url(opd, rows, form))

    table = Table(
        "Daftar terakhir setiap perangkat daerah; alamatnya tetap, isinya mengikuti",
        (
            "Perangkat daerah",
            *(f"{rows.upper()} {form.upper()}" for rows in DAFTAR for form in ("csv", "json")),
        ),
        [
            (
                Cell(publication.name_of(opd), f"opd/{opd}/"),
                *(cell(opd, rows, form) for rows in DAFTAR for form in ("csv", "json")),
            )
            for opd in found
        ],
        "Belum ada daftar yang dapat diunduh.",
    )
    return Section("Daftar terakhir", table=table, anchor="terkini", folded="Tampilkan alamatnya")


def _lists(publication: Publication) -> Iterator[Section]:
    """Yield for each kind of list a table of its files, by OPD and year."""
    for kind, name in DAFTAR.items():
        found = {
            (daftar.id.opd, daftar.id.tahun): (sheet, example_mark(daftar, publication))
            for daftar in publication.lists
            if daftar.rows == kind and (sheet := publication.sheets.get(daftar.id))
        }
        years = sorted({tahun for _, tahun in found}, reverse=True)
        names = {opd: publication.name_of(opd) for opd, _ in found}
        rows = [
            (
                Cell(names[opd], f"opd/{opd}/"),
                *(_file(found.get((opd, tahun))) for tahun in years),
            )
            for opd in sorted(names, key=lambda slug: names[slug])
        ]
        table = Table(
            f"{format_bulat(len(found))} berkas {kind.upper()} (CSV) dari {len(rows)} perangkat "
            "daerah, dengan ukurannya; tanda – berarti tidak ada berkasnya",
            ("Perangkat daerah", *map(str, years)),
            rows,
            "Belum ada daftar yang dapat diunduh.",
            matrix=True,
        )
        label = f"Cari perangkat daerah dalam berkas {kind.upper()}"
        table = filtered(table, {}, label=label, unit="perangkat daerah")
        yield Section(
            f"{name} menurut perangkat daerah",
            table=table,
            anchor=f"berkas-{kind}",
            folded=f"Tampilkan {format_bulat(len(found))} berkas",
        )


def _file(found: tuple[Sheet, str] | None) -> Cell:
    if found is None:
        return Cell("–", number=True)
    (sheet, mark), size = found, _size(found[0])
    return replace(size, text=f"{size.text}{mark}", url=sheet.export.url)


def _for_programs(publication: Publication) -> Section:
    """Lead to the descriptions of the files of data, and to what proves a copy of the site."""
    described = (
        Link("Indeks: setiap berkas data, ukuran, dan sidik SHA-256-nya (JSON)", INDEX_URL),
        Link("Uraian semua alamat (OpenAPI 3.1)", OPENAPI_URL),
        Link("Semua tabel dengan kolomnya (Data Package)", PACKAGE_URL),
    )
    catalogues = (
        Link("Katalog DCAT-AP 3 (JSON-LD)", CATALOGUE_JSON_LD),
        Link("Katalog DCAT-AP 3 (RDF/XML)", CATALOGUE_RDF_XML),
        Link("Katalog untuk CKAN (data.json)", CKAN_URL),
    )
    own = any(LAW_KINDS[each.jenis].pembuat for each in publication.corpus.of(Regulasi))
    law = (Link("Regulasi dalam bentuk JDIHN (JSON)", JDIHN_URL),)
    links = (
        *described,
        *(law if own and publication.site_url else ()),
        *(catalogues if publication.site_url else ()),
        Link("Manifes: sidik SHA-256 setiap berkas situs ini", manifest.LIST),
        Link("Ringkasan manifes: hari, data, dan sidik manifes itu sendiri", manifest.SUMMARY),
    )
    told = (
        "Setiap daftar dan setiap informasi juga tersedia sebagai JSON, di bagian bawah "
        "halamannya. Katalog menyebut setiap daftar, setiap tabel, dan setiap informasi yang "
        "dikecualikan: alasannya, dasar hukumnya, dan hari berakhirnya, tanpa isinya."
    )
    return Section("Untuk program komputer", (told,), links=links, anchor="untuk-program")


def _schemas(publication: Publication) -> Section:
    """Lead to the schemas of the JSON files that are on this site."""
    assessed, marked = publication.completeness.years, publication.verifications
    excluded = any(daftar.rows == "dik" for daftar in publication.lists)
    schemas = (
        *(Link(DAFTAR[rows], list_schema_url(rows)) for rows in MODELS),
        *(Link(f"Satu informasi dalam {DAFTAR[rows]}", schema_url(rows)) for rows in MODELS),
        Link("Indeks", INDEX_SCHEMA),
        *((Link("Penilaian kelengkapan", COMPLETENESS_SCHEMA),) if assessed else ()),
        *((Link("Penyerahan daftar", HANDING_IN_SCHEMA),) if assessed else ()),
        *((Link("Verifikasi pemantau", VERIFICATION_SCHEMA),) if marked else ()),
        *((Link("Alasan pengecualian", GROUNDS_SCHEMA),) if excluded else ()),
    )
    table = table_of(
        f"Skema {len(schemas)} bentuk berkas JSON",
        schemas,
        {"Isi berkas": lambda link: Cell(link.label, link.url)},
    )
    return Section(
        "Skema JSON", table=table, anchor="skema", folded=f"Tampilkan {len(schemas)} skema"
    )


def _size(sheet: Sheet) -> Cell:
    return Cell(format_ukuran(sheet.size), number=True, order=f"{sheet.size:09}")
