"""The four categories of information, each by OPD and year."""

from collections import Counter, defaultdict
from collections.abc import Iterator

from generator.check import Checked
from generator.corpus import Corpus
from generator.kinds.daftar import Daftar, DaftarDikecualikan, DaftarPublik
from generator.kinds.dik.model import InformasiDikecualikan
from generator.kinds.dip.model import InformasiPublik
from generator.page import Body, Cell, Link, Page, Section, Table, url_of
from generator.pages.daftar import name_of
from generator.wording import ARTI_KATEGORI, BERANDA, KATEGORI, format_bulat, number

INDEX = Link("Informasi", "informasi/")
Counts = dict[str, Counter[tuple[str, int]]]


def count_by_category(corpus: Corpus) -> Counts:
    """Count the rows of every category by OPD and year."""
    counts: Counts = {category: Counter() for category in KATEGORI}
    for row in corpus.of(InformasiPublik):
        counts[row.klasifikasi][row.id.opd, row.id.tahun] += 1
    for excluded in corpus.of(InformasiDikecualikan):
        counts["dikecualikan"][excluded.id.opd, excluded.id.tahun] += 1
    return counts


def pages(checked: Checked) -> Iterator[Page]:
    """Give the entrance and the page of each category."""
    counts = count_by_category(checked.corpus)
    yield _entrance(counts)
    for category in KATEGORI:
        yield _category(category, counts[category], checked.corpus)


def _entrance(counts: Counts) -> Page:
    rows = [
        (
            Cell(label, f"informasi/{category}/"),
            Cell(ARTI_KATEGORI[category]),
            number(counts[category].total()),
        )
        for category, label in KATEGORI.items()
    ]
    table = Table("Empat kategori informasi", ("Kategori", "Artinya", "Jumlah catatan"), rows)
    lead = "Undang-Undang Keterbukaan Informasi Publik membagi informasi ke dalam empat kategori."
    return Page(
        url="informasi/",
        title="Informasi",
        description=lead,
        section="informasi",
        template="jenis/daftar.html",
        context=Body(lead, sections=(Section("", table=table),)),
        crumbs=(BERANDA,),
        name=INDEX.label,
    )


def _category(category: str, counted: Counter[tuple[str, int]], corpus: Corpus) -> Page:
    years: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for (opd, tahun), count in sorted(counted.items()):
        years[opd].append((tahun, count))
    model: type[Daftar] = DaftarDikecualikan if category == "dikecualikan" else DaftarPublik
    rows = []
    for opd in sorted(years, key=lambda slug: name_of(slug, corpus)):
        for tahun, count in reversed(years[opd]):
            daftar = corpus.get(model, opd, tahun)
            rows.append(
                (
                    Cell(name_of(opd, corpus), url_of(daftar.id) if daftar else ""),
                    Cell(str(tahun)),
                    number(count),
                    Cell("contoh" if daftar and daftar.contoh else "resmi"),
                )
            )
    title = f"Informasi {KATEGORI[category]}"
    caption = f"{format_bulat(counted.total())} catatan dalam {len(rows)} daftar"
    columns = ("Perangkat daerah", "Tahun", "Jumlah", "Data")
    url = f"informasi/{category}/"
    table = Table(caption, columns, rows, "Belum ada catatan dalam kategori ini.")
    return Page(
        url=url,
        title=title,
        description=f"{title}: {ARTI_KATEGORI[category]}",
        section="informasi",
        template="jenis/daftar.html",
        context=Body(ARTI_KATEGORI[category], sections=(Section("", table=table),)),
        crumbs=(BERANDA, INDEX),
        name=KATEGORI[category],
        contoh=any(row[3].text == "contoh" for row in rows),
    )
