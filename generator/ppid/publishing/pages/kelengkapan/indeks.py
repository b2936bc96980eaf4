"""The overview: handed in and met, year by year, and what Komisi Informasi found."""

from collections.abc import Iterator
from dataclasses import dataclass

from ppid.assessing.assess import CategoryOverview
from ppid.assessing.findings import worded
from ppid.assessing.model import YearReport
from ppid.assessing.snapshot import trend
from ppid.assessing.timeliness import Jenis, Penyampaian, count_handed_in
from ppid.core.corpus import Corpus
from ppid.core.page import Cell, Link, Page, Section, Table
from ppid.kinds.acuan.saq import KuesionerSaq
from ppid.kinds.monev import HasilMonev
from ppid.publishing.charts import Chart, Series, draw
from ppid.publishing.page_parts import BERANDA, number
from ppid.publishing.pages.kelengkapan.saq import saq_url
from ppid.publishing.pages.kelengkapan.shared import (
    CALENDAR,
    CYCLE,
    EVALUATIONS,
    INDEX,
    METHOD,
    QUALITY,
    count_sentence,
    figure,
    tagged,
    year_link,
)
from ppid.publishing.publication import Publication
from ppid.values.dates import format_tanggal
from ppid.values.numbers import format_bulat

_LEAD = (
    "Apa yang wajib diumumkan setiap perangkat daerah, mana yang sudah ada buktinya, dan mana "
    "yang belum."
)
_HANDED_IN = (
    ("Tepat waktu", (Penyampaian.TEPAT,)),
    ("Nihil", (Penyampaian.NIHIL,)),
    ("Lewat batas", (Penyampaian.LEWAT,)),
    ("Belum ada, atau tanggalnya belum diketahui", (Penyampaian.BELUM, Penyampaian.TANPA_TANGGAL)),
)
"""What the chart of lists that were handed in tells apart."""


@dataclass(frozen=True, slots=True)
class IndeksKelengkapan:
    """What the template of the overview needs."""

    lead: str
    warnings: tuple[str, ...]
    pembuka: tuple[Section, ...]
    tahun: int
    kalimat: str
    batang: tuple[CategoryOverview, ...]
    bagian: tuple[Section, ...]


def page(publication: Publication) -> Page:
    """Return the overview."""
    corpus, years = publication.corpus, publication.completeness.years
    newest = years[-1] if years else None
    return Page(
        url=INDEX.url,
        title="Kelengkapan",
        description=_LEAD,
        section="kelengkapan",
        template="jenis/kelengkapan/indeks.html",
        context=IndeksKelengkapan(
            lead=_LEAD,
            warnings=() if years else ("Belum ada tahun yang dapat dinilai.",),
            pembuka=_entrance(years, corpus),
            tahun=newest.tahun if newest else 0,
            kalimat=count_sentence(newest.score, contoh=newest.contoh) if newest else "",
            batang=bars(newest) if newest else (),
            bagian=(
                *((_met(years), _handed_in(years, corpus), *_snapshots(corpus)) if years else ()),
                _evaluations(corpus),
            ),
        ),
        crumbs=(BERANDA,),
        name=INDEX.label,
        contoh=publication.contoh,
    )


def bars(year: YearReport) -> tuple[CategoryOverview, ...]:
    """Return one bar for each category of a year."""
    url = year_link(year.tahun).url
    return tuple(
        CategoryOverview(c.nama, score.terpenuhi, score.belum, f"{url}#{c.kode}")
        for c, score in year.categories
    )


def _entrance(years: tuple[YearReport, ...], corpus: Corpus) -> tuple[Section, Section]:
    questions = tuple(
        Link(f"Kuesioner penilaian {saq.id.tahun} dan buktinya", saq_url(saq.id.tahun))
        for saq in corpus.of(KuesionerSaq)
    )
    matrices = tuple(
        Link(f"Kelengkapan {year.tahun}", year_link(year.tahun).url) for year in reversed(years)
    )
    return (
        Section("Matriks dan perangkat daerah", links=matrices, anchor="tahun"),
        Section(
            "Cara, tenggat, dan pemeriksaan",
            links=(METHOD, CYCLE, CALENDAR, *questions, QUALITY),
            anchor="cara",
        ),
    )


def _met(years: tuple[YearReport, ...]) -> Section:
    """Show what share was met, by category and year."""
    contoh = any(year.contoh for year in years)
    names = dict.fromkeys(c.nama for year in years for c in year.obligations.categories)
    shares = [{c.nama: score for c, score in year.categories} for year in years]
    apart = Cell("tidak dinilai", number=True)
    rows = [
        (Cell(name), *(figure(s[name].nilai) if name in s else apart for s in shares))
        for name in names
    ]
    rows.append((Cell("Seluruh kewajiban"), *(figure(year.score.nilai) for year in years)))
    columns = ("Kategori", *(str(year.tahun) for year in years))
    caption = "Bagian kewajiban yang terpenuhi, dalam persen, dari tahun ke tahun"
    laws = dict.fromkeys(year.obligations.kumpulan.peraturan for year in years)
    told = (
        "Setiap tahun dinilai dengan peraturan yang berlaku pada 31 Desember tahun itu "
        f"({', '.join(laws)}). Angka dari peraturan yang berbeda tidak dapat dibandingkan."
    )
    values = (year.score.nilai for year in years)
    percent = Series("Persen", tuple(None if v is None else float(v) for v in values))
    chart = Chart(
        name="tren",
        title=tagged("Bagian seluruh kewajiban yang terpenuhi", contoh=contoh),
        description="Dalam persen, satu batang untuk setiap tahun. Angkanya ada dalam tabel.",
        categories=tuple(str(year.tahun) for year in years),
        series=(percent,),
        marks=(0, 25, 50, 75, 100),
    )
    return Section(
        "Yang terpenuhi dari tahun ke tahun",
        (told, worded("Angka di bawah ini dihitung dari daftar yang tercatat.", contoh=contoh)),
        figure=draw(chart),
        table=Table(tagged(caption, contoh=contoh), columns, rows),
        anchor="tren",
    )


def _handed_in(years: tuple[YearReport, ...], corpus: Corpus) -> Section:
    """Show how many came in on time, late, as a statement of nothing, or not yet."""
    contoh = any(year.contoh for year in years)
    counted = {year.tahun: count_handed_in(year.tahun, corpus) for year in reversed(years)}
    rows = [
        (
            Cell(str(tahun), year_link(tahun).url),
            Cell(jenis),
            *(number(counts[jenis][state]) for state in Penyampaian),
        )
        for tahun, counts in counted.items()
        for jenis in Jenis
    ]
    columns = ("Tahun", "Daftar", *(state.value.capitalize() for state in Penyampaian))
    caption = f"Penyampaian daftar dan laporan dalam {format_bulat(len(years))} tahun"
    lists = [(t, jenis, c) for t, c in counted.items() for jenis in (Jenis.DIP, Jenis.DIK)]
    chart = Chart(
        name="penyampaian",
        title=tagged("Bagaimana DIP dan DIK disampaikan", contoh=contoh),
        description="Jumlah perangkat daerah. Angkanya ada dalam tabel.",
        categories=tuple(f"{jenis} {tahun}" for tahun, jenis, _ in lists),
        series=tuple(
            Series(label, tuple(float(sum(c[jenis][s] for s in states)) for _, jenis, c in lists))
            for label, states in _HANDED_IN
        ),
    )
    limits = "Batas penyampaian ditetapkan Badan Publik sendiri dan tercatat di data/badan.yml"
    told = worded(
        "Yang belum ada berarti belum tercatat di sini; daftarnya mungkin sudah disusun.",
        contoh=contoh,
    )
    return Section(
        "Penyampaian daftar",
        (f"{tagged(limits, contoh=contoh)}.", told),
        figure=draw(chart),
        table=Table(tagged(caption, contoh=contoh), columns, rows),
        anchor="penyampaian",
    )


def _snapshots(corpus: Corpus) -> Iterator[Section]:
    """Show the figures that were kept every quarter."""
    rows = [
        (
            Cell(f"{point.triwulan[0].upper()}{point.triwulan[1:]}"),
            Cell(format_tanggal(point.tanggal)),
            Cell(str(point.tahun)),
            Cell("contoh" if point.contoh else "resmi"),
            figure(point.nilai),
        )
        for point in reversed(trend(corpus))
    ]
    if not rows:
        return
    columns = ("Triwulan", "Disimpan", "Tahun yang dinilai", "Data", "Nilai")
    table = Table(f"{len(rows)} potret triwulan", columns, rows)
    told = (
        "Angka disimpan setiap triwulan, agar perubahan sesudahnya dapat dibandingkan.",
        "Potret dapat berbeda dari tabel di atas: kewajiban tahunan baru diminta sesudah batasnya.",
    )
    yield Section("Potret triwulan", told, table=table, anchor="potret")


def _evaluations(corpus: Corpus) -> Section:
    found = sorted(corpus.of(HasilMonev), key=lambda hasil: -hasil.tahun)
    rows = [
        (
            Cell(str(hasil.tahun)),
            Cell(hasil.kategori),
            Cell(format_tanggal(hasil.tanggal) if hasil.tanggal else "tanggal belum diketahui"),
            Cell(hasil.penyelenggara),
            Cell(hasil.sumber),
        )
        for hasil in found
    ]
    columns = ("Tahun", "Hasil", "Diumumkan", "Penilai", "Sumber")
    table = Table(f"{len(rows)} tahun penilaian", columns, rows, "Belum ada hasil penilaian.")
    told = (
        "Ini hasil Komisi Informasi sebagaimana diberitakan sumbernya, bukan hitungan situs ini. "
        "Tahun yang tidak disebut berarti hasilnya belum ditemukan."
    )
    return Section(
        "Hasil penilaian Komisi Informasi",
        (told,),
        table=table,
        links=(EVALUATIONS,),
        anchor="komisi-informasi",
    )
