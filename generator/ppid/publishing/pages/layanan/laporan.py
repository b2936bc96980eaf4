"""The reports of the service: all years, then each year, then each report."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from ppid.core.corpus import Corpus
from ppid.core.page import Body, Cell, Link, Page, Section, Table
from ppid.kinds.layanan import LaporanLayanan
from ppid.kinds.wording import number
from ppid.publishing.pages.layanan import laporan_opd, laporan_tahun
from ppid.publishing.pages.layanan.alamat import CRUMBS, REPORTS, year_link
from ppid.publishing.pages.layanan.angka import COLUMNS, outcomes_figure, sum_of, title_of
from ppid.values.text import joined

FILE = Link("Unduh semua angka (CSV)", f"{REPORTS.url}laporan-layanan.csv")
_LEAD = "Angka pelayanan informasi setiap tahun: permohonan, waktu, penolakan, dan keberatan."
_YEARLY = "Jumlah perangkat daerah yang melapor berbeda setiap tahun; bandingkan dengan hati-hati."


def pages(corpus: Corpus) -> Iterator[Page]:
    """Yield the index of reports, the pages of the years, and each report."""
    by_year: dict[int, list[LaporanLayanan]] = defaultdict(list)
    by_opd: dict[str, list[LaporanLayanan]] = defaultdict(list)
    for laporan in corpus.of(LaporanLayanan):
        by_year[laporan.id.tahun].append(laporan)
        by_opd[laporan.id.opd].append(laporan)
    yield _index(by_year)
    for tahun in sorted(by_year, reverse=True):
        yield laporan_tahun.page(tahun, by_year[tahun], sorted(by_year), corpus)
    for owned in by_opd.values():
        owned.sort(key=lambda laporan: laporan.id.tahun)
        for position in range(len(owned)):
            yield laporan_opd.page(owned, position, corpus)


def _index(by_year: Mapping[int, Sequence[LaporanLayanan]]) -> Page:
    found = [laporan for owned in by_year.values() for laporan in owned]
    sections = (_over_the_years(by_year, found),) if found else ()
    empty = Section("", table=Table("", (), (), "Belum ada laporan layanan."))
    return Page(
        url=REPORTS.url,
        title="Laporan layanan informasi",
        description=_LEAD,
        section="layanan",
        template="jenis/daftar.html",
        context=Body(_LEAD, sections=sections or (empty,)),
        crumbs=CRUMBS,
        name=REPORTS.label,
        contoh=any(laporan.contoh for laporan in found),
    )


def _over_the_years(
    by_year: Mapping[int, Sequence[LaporanLayanan]], found: Sequence[LaporanLayanan]
) -> Section:
    years = range(min(by_year), max(by_year) + 1)
    sums = {tahun: sum_of(by_year[tahun]) for tahun in years if tahun in by_year}
    gaps = [str(tahun) for tahun in years if tahun not in by_year]
    silent = f" Tidak ada laporan tahun {joined(gaps)}." if gaps else ""
    figure = outcomes_figure(
        "bagan-tahun",
        title_of("Permohonan informasi setiap tahun menurut hasilnya", found),
        f"Batang mendatar, satu untuk setiap tahun.{silent} Angkanya ada di tabel.",
        [(str(tahun), sums.get(tahun)) for tahun in years],
    )
    rows = [
        (Cell(str(tahun), year_link(tahun).url), number(len(by_year[tahun])), *sums[tahun].cells())
        for tahun in sorted(sums, reverse=True)
    ]
    caption = title_of(f"Permohonan pada {len(rows)} tahun laporan", found)
    return Section(
        "Permohonan setiap tahun",
        (_YEARLY,),
        table=Table(caption, ("Tahun", "Perangkat daerah", *COLUMNS), rows),
        links=(FILE,),
        figure=figure,
        anchor="tahun",
    )
