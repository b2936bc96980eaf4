"""The four categories of information: what each means, its counts, and all its rows of a year."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from typing import Final

from pydantic import BaseModel, ConfigDict

from ppid.core.page import Body, Cell, Download, Link, Page, Section, Table
from ppid.kinds import url_of
from ppid.kinds.daftar import Daftar, DaftarDikecualikan, DaftarPublik
from ppid.kinds.rows import Row, all_rows
from ppid.kinds.wording import ARTI_KATEGORI, KATEGORI
from ppid.law import words_in
from ppid.publishing.page_parts import LIST, beside, body_page, filtered, quotes_of
from ppid.publishing.pages.daftar import (
    COLUMNS_DIK,
    COLUMNS_DIP,
    cells_of,
    example_mark,
    filtered_url,
)
from ppid.publishing.publication import Publication
from ppid.publishing.topics import A_TO_Z, TOPICS
from ppid.values.numbers import format_bulat

INDEX = Link("Informasi", "informasi/")
CLOSED = "dikecualikan"


class CategoryLaw(BaseModel):
    """What the law says of a category: its deadline in our words, and the passages to quote."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    batas: str
    ketentuan: tuple[str, ...]


CATEGORY_LAW: Final = words_in("kategori-informasi.yml", dict[str, CategoryLaw])

RowsByYear = Mapping[int, list[Row]]


def pages(publication: Publication) -> Iterator[Page]:
    """Yield the entrance, and of each category its page and a page for each year."""
    found = rows_by_category(publication)
    yield _entrance(found, publication)
    for category, by_year in found.items():
        yield _category(category, by_year, publication)
        years = sorted(by_year)
        for position, tahun in enumerate(years):
            yield _year(category, by_year[tahun], beside(years, position), publication)


def rows_by_category(publication: Publication) -> Mapping[str, RowsByYear]:
    """Return the rows of every category by the year of their list."""
    found: dict[str, dict[int, list[Row]]] = {category: defaultdict(list) for category in KATEGORI}
    for row in all_rows(publication.corpus):
        found[getattr(row, "klasifikasi", CLOSED)][row.id.tahun].append(row)
    return found


def category_link(category: str) -> Link:
    """Lead to the page of a category."""
    return Link(KATEGORI[category], f"informasi/{category}/")


def _kind(category: str) -> str:
    return "dik" if category == CLOSED else "dip"


def _download(kind: str, publication: Publication) -> Download:
    sheet = publication.sheets_of_all[kind]
    note = f"{format_bulat(sheet.rows)} baris"
    return Download(f"Unduh semua {kind.upper()} (CSV)", sheet.export.url, sheet.size, note)


def _entrance(found: Mapping[str, RowsByYear], publication: Publication) -> Page:
    years = sorted({year for by_year in found.values() for year in by_year}, reverse=True)
    rows = [
        (
            Cell(KATEGORI[category], f"informasi/{category}/"),
            Cell(ARTI_KATEGORI[category]),
            *(
                Cell(
                    format_bulat(len(by_year.get(year, ()))),
                    f"informasi/{category}/{year}/" if year in by_year else "",
                    number=True,
                )
                for year in years
            ),
        )
        for category, by_year in found.items()
    ]
    columns = ("Kategori", "Artinya", *map(str, years))
    table = Table("Jumlah informasi menurut kategori dan tahun", columns, rows)
    lead = "Undang-Undang Keterbukaan Informasi Publik membagi informasi ke dalam empat kategori."
    return body_page(
        INDEX,
        Body(
            f"{lead} Pilih kategorinya, atau angka untuk melihat isinya pada satu tahun.",
            sections=(
                Section("", table=table),
                Section(
                    "Yang sering dicari",
                    links=(*(topik.link for topik in TOPICS), A_TO_Z),
                    anchor="topik",
                ),
            ),
            downloads=(_download("dip", publication), _download("dik", publication)),
        ),
        description=lead,
        section="informasi",
        template=LIST,
        contoh=publication.contoh,
    )


# ---- a category


def _title(category: str) -> str:
    """Name a category as the law does: “Informasi yang Dikecualikan”."""
    return f"Informasi {'yang ' if category == CLOSED else ''}{KATEGORI[category]}"


def _category(category: str, by_year: RowsByYear, publication: Publication) -> Page:
    title = _title(category)
    years = tuple(
        Link(
            f"{tahun}: {format_bulat(len(by_year[tahun]))} informasi",
            f"informasi/{category}/{tahun}/",
        )
        for tahun in sorted(by_year, reverse=True)
    )
    grounds = f"informasi/{CLOSED}/alasan/"
    why = (Link("Alasan pengecualian menurut perangkat daerah dan tahun", grounds),)
    sections = (
        Section("Isinya menurut tahun", links=years, anchor="isinya"),
        *((Section("Menurut alasan", links=why),) if category == CLOSED and by_year else ()),
        Section(
            "Menurut perangkat daerah dan tahun",
            table=_matrix(category, by_year, publication),
            anchor="menurut-perangkat-daerah",
        ),
        Section(
            "Kata undang-undang",
            (CATEGORY_LAW[category].batas,),
            quotes=quotes_of(CATEGORY_LAW[category].ketentuan, publication.corpus),
            anchor="kata-undang-undang",
        ),
    )
    return body_page(
        category_link(category),
        Body(
            ARTI_KATEGORI[category],
            sections=sections,
            downloads=(_download(_kind(category), publication),),
        ),
        title=title,
        description=f"{title}: {ARTI_KATEGORI[category]}",
        section="informasi",
        template=LIST,
        crumbs=(INDEX,),
        contoh=publication.contoh,
    )


def _matrix(category: str, by_year: RowsByYear, publication: Publication) -> Table:
    """Show the counts of every OPD that has a list, nihil or not."""
    model: type[Daftar] = DaftarDikecualikan if category == CLOSED else DaftarPublik
    lists = {(d.id.opd, d.id.tahun): d for d in publication.corpus.of(model)}
    years = sorted({tahun for _, tahun in lists}, reverse=True)
    names = {opd: publication.name_of(opd) for opd, _ in lists}
    counts = Counter((row.id.opd, tahun) for tahun, found in by_year.items() for row in found)
    # The number opens the list where it shows only this category.

    def cell(opd: str, tahun: int) -> Cell:
        daftar, count = lists.get((opd, tahun)), counts[opd, tahun]
        if daftar is None:
            return Cell("–", number=True)
        if not count:
            return Cell("nihil" if daftar.nihil else "0", url_of(daftar.id), number=True)
        text = f"{format_bulat(count)}{example_mark(daftar, publication)}"
        url = url_of(daftar.id)
        chosen = url if category == CLOSED else filtered_url(url, KATEGORI[category])
        return Cell(text, chosen, number=True)

    rows = [
        (Cell(names[opd], f"opd/{opd}/"), *(cell(opd, year) for year in years))
        for opd in sorted(names, key=lambda slug: names[slug])
    ]
    newest = max(by_year, default=None)
    total = f"{format_bulat(len(by_year[newest]))} informasi pada {newest}; " if newest else ""
    caption = f"{total}angka membuka daftarnya, tanda – berarti belum ada berkasnya di situs ini"
    columns = ("Perangkat daerah", *map(str, years))
    empty = "Belum ada daftar dalam kategori ini."
    table = Table(caption, columns, rows, empty, matrix=True)
    return filtered(table, {}, label="Cari perangkat daerah", unit="perangkat daerah")


# ---- a category and year


def _year(
    category: str, found: list[Row], around: tuple[int, ...], publication: Publication
) -> Page:
    """Return the page of one year: every row, with its OPD, in one table that can be filtered."""
    corpus, tahun, label = publication.corpus, found[0].id.tahun, KATEGORI[category]
    columns: tuple[str, ...] = ("Informasi", "Perangkat daerah", *COLUMNS_DIP)
    menus = {"opd": "Perangkat daerah", "bentuk": "Bentuk"}
    if category == CLOSED:
        columns = ("Informasi", "Perangkat daerah", *COLUMNS_DIK)
        menus = {"opd": "Perangkat daerah", "cakupan": "Cakupan", "alasan": "Alasan"}
    model: type[Daftar] = DaftarDikecualikan if category == CLOSED else DaftarPublik
    rows: list[tuple[Cell, ...]] = []
    for row in found:
        mark = example_mark(corpus.get(model, row.id.opd, tahun), publication)
        name = Cell(f"{row.informasi}{mark}", url_of(row.id))
        rows.append((name, Cell(publication.name_of(row.id.opd)), *cells_of(row, corpus)))
    rows.sort(key=lambda row: row[1].text)
    opds = len({row[1].text for row in rows})
    caption = f"{format_bulat(len(rows))} informasi dari {opds} perangkat daerah, {tahun}"
    table = filtered(Table(caption, columns, rows), menus)
    return body_page(
        Link(str(tahun), f"informasi/{category}/{tahun}/"),
        Body(
            f"{caption}. {ARTI_KATEGORI[category]}",
            sections=(Section("", table=table),),
            neighbours=tuple(Link(f"{label} {y}", f"informasi/{category}/{y}/") for y in around),
            downloads=(_download(_kind(category), publication),),
        ),
        title=f"{_title(category)} {tahun}",
        section="informasi",
        template=LIST,
        crumbs=(INDEX, category_link(category)),
        contoh=publication.contoh,
    )
