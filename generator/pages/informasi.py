"""The four categories of information: what each means, and its counts by OPD and year."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from functools import lru_cache

from generator.check import Checked
from generator.corpus import Corpus
from generator.exports.csv_daftar import sheet_of_all
from generator.kinds.acuan.peraturan import Peraturan
from generator.kinds.badan import Badan
from generator.kinds.daftar import Daftar, DaftarDikecualikan, DaftarPublik
from generator.kinds.dik.model import InformasiDikecualikan
from generator.kinds.dip.model import InformasiPublik
from generator.page import Body, Cell, Download, Link, Page, Quote, Section, Table, url_of
from generator.pages.daftar import name_of
from generator.pages.daftar.tables import (
    COLUMNS_DIK,
    COLUMNS_DIP,
    cells_dik,
    cells_dip,
    filter_of,
)
from generator.wording import (
    ARTI_KATEGORI,
    BERANDA,
    DASAR_KATEGORI,
    KATEGORI,
    TENGGAT_KATEGORI,
    format_bulat,
)

INDEX = Link("Informasi", "informasi/")
Counts = dict[str, Counter[tuple[str, int]]]
_CLOSED = "dikecualikan"
_OPENING = ("Informasi", "Perangkat daerah")
_SHAPES = {
    "dik": ((*_OPENING, *COLUMNS_DIK), (("opd", 1), ("cakupan", 2), ("alasan", 3))),
    "dip": ((*_OPENING, *COLUMNS_DIP), (("opd", 1), ("bentuk", 3))),
}
"""Columns and menus of the page of a category and year."""


def count_by_category(corpus: Corpus) -> Counts:
    """Count the rows of every category by OPD and year."""
    counts: Counts = {category: Counter() for category in KATEGORI}
    for row in corpus.of(InformasiPublik):
        counts[row.klasifikasi][row.id.opd, row.id.tahun] += 1
    for excluded in corpus.of(InformasiDikecualikan):
        counts[_CLOSED][excluded.id.opd, excluded.id.tahun] += 1
    return counts


def pages(checked: Checked) -> Iterator[Page]:
    """Give the entrance, and of each category its page and a page for each year."""
    corpus = checked.corpus
    counts = count_by_category(corpus)
    yield _entrance(counts, corpus)
    for category in KATEGORI:
        yield _category(category, counts[category], corpus)
        years = _years(counts[category])
        for tahun in years:
            yield _year(category, tahun, years, corpus)


def _years(counted: Counter[tuple[str, int]]) -> list[int]:
    """Give the years of a category, newest first."""
    return sorted({tahun for _, tahun in counted}, reverse=True)


def _is_demonstration(corpus: Corpus) -> bool:
    return any(badan.contoh for badan in corpus.of(Badan))


def _entrance(counts: Counts, corpus: Corpus) -> Page:
    years = sorted({year for counted in counts.values() for year in _years(counted)}, reverse=True)
    rows = [
        (
            Cell(label, f"informasi/{category}/"),
            Cell(ARTI_KATEGORI[category]),
            *(_year_cell(category, year, counts[category]) for year in years),
        )
        for category, label in KATEGORI.items()
    ]
    columns = ("Kategori", "Artinya", *map(str, years))
    table = Table("Jumlah informasi menurut kategori dan tahun", columns, rows)
    lead = "Undang-Undang Keterbukaan Informasi Publik membagi informasi ke dalam empat kategori."
    return Page(
        url=INDEX.url,
        title="Informasi",
        description=lead,
        section="informasi",
        template="jenis/daftar.html",
        context=Body(
            f"{lead} Pilih kategorinya, atau angka untuk melihat isinya pada satu tahun.",
            sections=(Section("", table=table),),
            downloads=(_download("dip", corpus), _download("dik", corpus)),
        ),
        crumbs=(BERANDA,),
        name=INDEX.label,
        contoh=_is_demonstration(corpus),
    )


def _year_cell(category: str, year: int, counted: Counter[tuple[str, int]]) -> Cell:
    total = sum(count for (_, tahun), count in counted.items() if tahun == year)
    url = f"informasi/{category}/{year}/" if total else ""
    return Cell(format_bulat(total), url, number=True)


def _download(rows: str, corpus: Corpus) -> Download:
    sheet = sheet_of_all(rows, corpus)
    note = f"{format_bulat(sheet.rows)} baris"
    return Download(f"Unduh semua {rows.upper()} (CSV)", sheet.export.url, sheet.size, note)


def _category(category: str, counted: Counter[tuple[str, int]], corpus: Corpus) -> Page:
    title = f"Informasi {KATEGORI[category]}"
    sections = (
        Section(
            "Menurut perangkat daerah dan tahun",
            table=_matrix(category, counted, corpus),
            anchor="menurut-perangkat-daerah",
        ),
        Section(
            "Kata undang-undang",
            (TENGGAT_KATEGORI[category],),
            quotes=_quotes(category, corpus),
            anchor="kata-undang-undang",
        ),
    )
    return Page(
        url=f"informasi/{category}/",
        title=title,
        description=f"{title}: {ARTI_KATEGORI[category]}",
        section="informasi",
        template="jenis/daftar.html",
        context=Body(
            ARTI_KATEGORI[category],
            sections=sections,
            downloads=(_download("dik" if category == _CLOSED else "dip", corpus),),
        ),
        crumbs=(BERANDA, INDEX),
        name=KATEGORI[category],
        contoh=_is_demonstration(corpus),
    )


def _matrix(category: str, counted: Counter[tuple[str, int]], corpus: Corpus) -> Table:
    years = _years(counted)
    by_opd: dict[str, dict[int, int]] = defaultdict(dict)
    for (opd, tahun), count in counted.items():
        by_opd[opd][tahun] = count
    total = (Cell("Semua perangkat daerah"), *(_year_cell(category, y, counted) for y in years))
    rows = [
        (
            Cell(name_of(opd, corpus), f"opd/{opd}/"),
            *(_count(category, opd, year, by_opd[opd].get(year), corpus) for year in years),
        )
        for opd in sorted(by_opd, key=lambda slug: name_of(slug, corpus))
    ]
    caption = f"{format_bulat(counted.total())} catatan; angka membuka daftarnya"
    columns = ("Perangkat daerah", *map(str, years))
    if not rows:
        return Table(caption, columns, (), "Belum ada catatan dalam kategori ini.")
    narrow = filter_of([total, *rows], columns, (), label="Cari perangkat daerah", unit="baris")
    return Table(caption, columns, [total, *rows], filter=narrow, matrix=True)


def _count(category: str, opd: str, tahun: int, count: int | None, corpus: Corpus) -> Cell:
    """Link a number to what it counts; say “nihil” and “–” for what was stated and what is not."""
    model: type[Daftar] = DaftarDikecualikan if category == _CLOSED else DaftarPublik
    daftar = corpus.get(model, opd, tahun)
    if daftar is None:
        return Cell("–", number=True)
    if not count:
        return Cell("nihil" if daftar.nihil else "0", url_of(daftar.id), number=True)
    chosen = "" if category == _CLOSED else f"?klasifikasi={KATEGORI[category].replace(' ', '+')}"
    return Cell(format_bulat(count), url_of(daftar.id) + chosen, number=True)


def _quotes(category: str, corpus: Corpus) -> tuple[Quote, ...]:
    """Quote the passages about a category; one that is not on file is left out."""
    laws = {law.kode: law for law in corpus.of(Peraturan)}
    found = (
        Quote(f"{kode} {passage}", laws[kode].quote(passage))
        for kode, passage in DASAR_KATEGORI[category]
        if kode in laws
    )
    return tuple(quote for quote in found if quote.teks)


def _year(category: str, tahun: int, years: list[int], corpus: Corpus) -> Page:
    rows = _dik_rows(tahun, corpus) if category == _CLOSED else _dip_rows(category, tahun, corpus)
    columns, menus = _SHAPES["dik" if category == _CLOSED else "dip"]
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
            downloads=(_download("dik" if category == _CLOSED else "dip", corpus),),
        ),
        crumbs=(BERANDA, INDEX, Link(label, f"informasi/{category}/")),
        name=str(tahun),
        contoh=_is_demonstration(corpus),
    )


def _dip_rows(category: str, tahun: int, corpus: Corpus) -> list[tuple[Cell, ...]]:
    found = (row for row in _of_year(corpus)[tahun] if row.klasifikasi == category)
    rows = [
        (Cell(r.informasi, url_of(r.id)), Cell(name_of(r.id.opd, corpus)), *cells_dip(r, corpus))
        for r in found
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
        (Cell(r.informasi, url_of(r.id)), Cell(name_of(r.id.opd, corpus)), *cells_dik(r, corpus))
        for r in found
    ]
    return sorted(rows, key=lambda row: row[1].text)
