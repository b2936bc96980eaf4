"""The four categories of information: what each means, and its counts by OPD and year."""

from collections import Counter
from collections.abc import Iterator

from ppid.core.corpus import Corpus
from ppid.core.page import Body, Cell, Link, Page, Quote, Section, Table
from ppid.kinds import url_of
from ppid.kinds.acuan.peraturan import Peraturan
from ppid.kinds.daftar import Daftar, DaftarDikecualikan, DaftarPublik
from ppid.kinds.dik.model import InformasiDikecualikan
from ppid.kinds.dip.model import InformasiPublik
from ppid.kinds.wording import (
    ARTI_KATEGORI,
    BERANDA,
    DASAR_KATEGORI,
    KATEGORI,
    TENGGAT_KATEGORI,
    format_bulat,
)
from ppid.publishing.pages.daftar import name_of
from ppid.publishing.pages.daftar.handed_in import example_mark
from ppid.publishing.pages.daftar.tables import filter_of
from ppid.publishing.pages.informasi.year import (
    CLOSED,
    INDEX,
    download_of,
    year_page,
)
from ppid.publishing.publication import Publication

Counts = dict[str, Counter[tuple[str, int]]]


def count_by_category(corpus: Corpus) -> Counts:
    """Count the rows of every category by OPD and year."""
    counts: Counts = {category: Counter() for category in KATEGORI}
    for row in corpus.of(InformasiPublik):
        counts[row.klasifikasi][row.id.opd, row.id.tahun] += 1
    for excluded in corpus.of(InformasiDikecualikan):
        counts[CLOSED][excluded.id.opd, excluded.id.tahun] += 1
    return counts


def pages(publication: Publication) -> Iterator[Page]:
    """Yield the entrance, and of each category its page and a page for each year."""
    corpus = publication.corpus
    counts = count_by_category(corpus)
    yield _entrance(counts, publication)
    for category in KATEGORI:
        yield _category(category, counts[category], publication)
        years = _years(counts[category])
        for tahun in years:
            yield year_page(category, tahun, years, publication)


def _years(counted: Counter[tuple[str, int]]) -> list[int]:
    """Return the years of a category, newest first."""
    return sorted({tahun for _, tahun in counted}, reverse=True)


def _entrance(counts: Counts, publication: Publication) -> Page:
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
            downloads=(download_of("dip", publication), download_of("dik", publication)),
        ),
        crumbs=(BERANDA,),
        name=INDEX.label,
        contoh=publication.contoh,
    )


def _year_cell(category: str, year: int, counted: Counter[tuple[str, int]]) -> Cell:
    total = sum(count for (_, tahun), count in counted.items() if tahun == year)
    url = f"informasi/{category}/{year}/" if total else ""
    return Cell(format_bulat(total), url, number=True)


def _category(category: str, counted: Counter[tuple[str, int]], publication: Publication) -> Page:
    title = f"Informasi {KATEGORI[category]}"
    sections = (
        Section("Isinya menurut tahun", links=_year_links(category, counted), anchor="isinya"),
        Section(
            "Menurut perangkat daerah dan tahun",
            table=_matrix(category, counted, publication.corpus),
            anchor="menurut-perangkat-daerah",
        ),
        Section(
            "Kata undang-undang",
            (TENGGAT_KATEGORI[category],),
            quotes=_quotes(category, publication.corpus),
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
            downloads=(download_of("dik" if category == CLOSED else "dip", publication),),
        ),
        crumbs=(BERANDA, INDEX),
        name=KATEGORI[category],
        contoh=publication.contoh,
    )


def _year_links(category: str, counted: Counter[tuple[str, int]]) -> tuple[Link, ...]:
    totals: Counter[int] = Counter()
    for (_, tahun), count in counted.items():
        totals[tahun] += count
    return tuple(
        Link(f"{tahun}: {format_bulat(totals[tahun])} informasi", f"informasi/{category}/{tahun}/")
        for tahun in _years(counted)
    )


def _matrix(category: str, counted: Counter[tuple[str, int]], corpus: Corpus) -> Table:
    """Show the counts of every OPD that has a list, nihil or not."""
    lists = corpus.of(_model(category))
    years = sorted({daftar.id.tahun for daftar in lists}, reverse=True)
    names = {daftar.id.opd: name_of(daftar.id.opd, corpus) for daftar in lists}
    rows = [
        (
            Cell(names[opd], f"opd/{opd}/"),
            *(_count(category, opd, year, counted[opd, year], corpus) for year in years),
        )
        for opd in sorted(names, key=lambda slug: names[slug])
    ]
    caption = (
        f"{format_bulat(counted.total())} informasi dari {len(rows)} perangkat daerah; angka "
        "membuka daftarnya, tanda – berarti belum ada berkasnya di situs ini"
    )
    columns = ("Perangkat daerah", *map(str, years))
    empty = "Belum ada daftar dalam kategori ini."
    narrow = filter_of(rows, columns, {}, label="Cari perangkat daerah", unit="perangkat daerah")
    return Table(caption, columns, rows, empty, narrow, matrix=True)


def _model(category: str) -> type[Daftar]:
    return DaftarDikecualikan if category == CLOSED else DaftarPublik


def _count(category: str, opd: str, tahun: int, count: int, corpus: Corpus) -> Cell:
    """Link a number to what it counts; say “nihil” and “–” for what was stated and what is not."""
    daftar = corpus.get(_model(category), opd, tahun)
    if daftar is None:
        return Cell("–", number=True)
    if not count:
        return Cell("nihil" if daftar.nihil else "0", url_of(daftar.id), number=True)
    chosen = "" if category == CLOSED else f"?klasifikasi={KATEGORI[category].replace(' ', '+')}"
    mark = example_mark(daftar, corpus)
    return Cell(f"{format_bulat(count)}{mark}", url_of(daftar.id) + chosen, number=True)


def _quotes(category: str, corpus: Corpus) -> tuple[Quote, ...]:
    """Quote the passages about a category; one that is not on file is left out."""
    laws = {law.kode: law for law in corpus.of(Peraturan)}
    found = (
        Quote(f"{kode} {passage}", laws[kode].quote(passage))
        for kode, passage in DASAR_KATEGORI[category]
        if kode in laws
    )
    return tuple(quote for quote in found if quote.teks)
