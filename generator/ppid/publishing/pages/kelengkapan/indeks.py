"""The overview: handed in and met, year by year, and what Komisi Informasi found."""

from collections.abc import Iterator
from dataclasses import dataclass

from ppid.assessing.assess import CategoryOverview, category_overview
from ppid.assessing.findings import worded
from ppid.assessing.model import Jenis, Penyampaian, YearReport
from ppid.assessing.snapshot import Point, trend
from ppid.assessing.timeliness import count_handed_in
from ppid.core.corpus import Corpus
from ppid.core.page import Cell, Link, Page, Section, Table
from ppid.kinds.acuan.saq import KuesionerSaq
from ppid.kinds.monev import HasilMonev
from ppid.kinds.potret import Potret, SitusPotret
from ppid.publishing.charts import Chart, Series, draw
from ppid.publishing.page_parts import Columns, number, table_of
from ppid.publishing.pages.kelengkapan import shared
from ppid.publishing.pages.kelengkapan.banding import INDEX as COMPARE
from ppid.publishing.pages.kelengkapan.penyerahan import penyerahan_link
from ppid.publishing.pages.kelengkapan.saq import saq_url
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
    ("Terlambat", (Penyampaian.TERLAMBAT,)),
    (
        "Belum ada, belum jatuh tempo, atau harinya tidak diketahui",
        (Penyampaian.BELUM, Penyampaian.BELUM_JATUH_TEMPO, Penyampaian.TIDAK_DIKETAHUI),
    ),
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
        url=shared.INDEX.url,
        title="Kelengkapan",
        description=_LEAD,
        section="kelengkapan",
        template="jenis/kelengkapan/indeks.html",
        context=IndeksKelengkapan(
            lead=_LEAD,
            warnings=() if years else ("Belum ada tahun yang dapat dinilai.",),
            pembuka=_entrance(years, corpus),
            tahun=newest.tahun if newest else 0,
            kalimat=shared.count_sentence(newest.score, contoh=newest.contoh) if newest else "",
            batang=bars(newest) if newest else (),
            bagian=(
                *((_met(years), _handed_in(years), *_snapshots(corpus)) if years else ()),
                _evaluations(corpus),
            ),
        ),
        name=shared.INDEX.label,
        contoh=publication.contoh,
    )


def bars(year: YearReport) -> tuple[CategoryOverview, ...]:
    """Return one bar for each category of a year."""
    return tuple(category_overview(c, score, year.tahun) for c, score in year.categories)


def _entrance(years: tuple[YearReport, ...], corpus: Corpus) -> tuple[Section, Section]:
    questions = tuple(
        Link(f"Kuesioner penilaian {saq.id.tahun} dan buktinya", saq_url(saq.id.tahun))
        for saq in corpus.of(KuesionerSaq)
    )
    matrices = tuple(
        Link(f"Kelengkapan {each.tahun}", shared.year_link(each.tahun).url)
        for each in reversed(years)
    )
    return (
        Section("Matriks dan perangkat daerah", links=matrices, anchor="tahun"),
        Section(
            "Cara, tenggat, dan pemeriksaan",
            links=(
                *(COMPARE, shared.OBLIGATIONS, shared.METHOD, shared.CYCLE, shared.CALENDAR),
                *(*questions, shared.QUALITY),
            ),
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
        (Cell(name), *(shared.figure(s[name].nilai) if name in s else apart for s in shares))
        for name in names
    ]
    rows.append((Cell("Seluruh kewajiban"), *(shared.figure(year.score.nilai) for year in years)))
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
        title=shared.tagged("Bagian seluruh kewajiban yang terpenuhi", contoh=contoh),
        description="Dalam persen, satu batang untuk setiap tahun. Angkanya ada dalam tabel.",
        categories=tuple(str(year.tahun) for year in years),
        series=(percent,),
        marks=(0, 25, 50, 75, 100),
    )
    return Section(
        "Yang terpenuhi dari tahun ke tahun",
        (told,),
        figure=draw(chart),
        table=Table(shared.tagged(caption, contoh=contoh), columns, rows, matrix=True),
        anchor="tren",
    )


def _handed_in(years: tuple[YearReport, ...]) -> Section:
    """Show how many came in on time, late, as a statement of nothing, or not yet."""
    contoh = any(year.contoh for year in years)
    counted = {year.tahun: count_handed_in(year) for year in reversed(years)}
    states = [state for state in Penyampaian if state is not Penyampaian.ADA]  # of appointments
    rows = [
        (
            Cell(str(tahun), penyerahan_link(tahun).url),
            Cell(jenis),
            *(number(counts[jenis][state]) for state in states),
        )
        for tahun, counts in counted.items()
        for jenis in Jenis
        if jenis.tahunan
    ]
    columns = ("Tahun", "Daftar", *(state.words.capitalize() for state in states))
    caption = f"Penyampaian daftar dan laporan dalam {format_bulat(len(years))} tahun"
    lists = [(t, jenis, c) for t, c in counted.items() for jenis in (Jenis.DIK, Jenis.DIP)]
    chart = Chart(
        name="penyampaian",
        title=shared.tagged("Bagaimana DIK dan DIP disampaikan", contoh=contoh),
        description="Jumlah perangkat daerah. Angkanya ada dalam tabel.",
        categories=tuple(f"{jenis} {tahun}" for tahun, jenis, _ in lists),
        series=tuple(
            Series(label, tuple(float(sum(c[jenis][s] for s in states)) for _, jenis, c in lists))
            for label, states in _HANDED_IN
        ),
    )
    limits = "Batas penyampaian ditetapkan Badan Publik sendiri"
    told = worded(
        "Yang belum ada berarti belum tercatat di sini; daftarnya mungkin sudah disusun.",
        contoh=contoh,
    )
    return Section(
        "Penyampaian daftar",
        (f"{shared.tagged(limits, contoh=contoh)}.", told),
        figure=draw(chart),
        table=Table(shared.tagged(caption, contoh=contoh), columns, rows),
        anchor="penyampaian",
    )


def _snapshots(corpus: Corpus) -> Iterator[Section]:
    """Show the figures that were kept every quarter."""
    points = trend(corpus)
    if not points:
        return
    columns: Columns[Point] = {
        "Triwulan": lambda point: f"{point.triwulan[0].upper()}{point.triwulan[1:]}",
        "Disimpan": lambda point: format_tanggal(point.tanggal),
        "Tahun yang dinilai": lambda point: str(point.tahun),
        "Data": lambda point: "contoh" if point.contoh else "resmi",
        "Nilai": lambda point: shared.figure(point.nilai),
    }
    table = table_of(f"{len(points)} potret triwulan", reversed(points), columns)
    told = (
        "Angka disimpan setiap triwulan, agar perubahan sesudahnya dapat dibandingkan.",
        (
            "Potret 31 Desember sama dengan angka tahun itu di atas; potret sebelum hari itu "
            "menunjukkan keadaan sementara."
        ),
    )
    yield Section("Potret triwulan", told, table=table, anchor="potret")
    sites = [kept.situs for kept in corpus.of(Potret) if kept.situs]
    if sites:
        sites.sort(key=lambda situs: situs.tanggal)
        fingerprints: Columns[SitusPotret] = {
            "Situs": lambda situs: format_tanggal(situs.tanggal),
            "Sidik manifes (SHA-256)": lambda situs: situs.sidik,
        }
        table = table_of(f"{len(sites)} sidik situs", reversed(sites), fingerprints)
        proof = (
            "Sidik membuktikan isi setiap berkas situs pada hari itu. Catatlah di luar situs ini, "
            "lalu bandingkan dengan salinan yang Anda simpan."
        )
        links = (Link("Cara memeriksa salinan situs", "panduan/memeriksa-salinan/"),)
        title = "Sidik situs yang disimpan"
        yield Section(title, (proof,), table=table, links=links, anchor="sidik")


def _evaluations(corpus: Corpus) -> Section:
    found = sorted(corpus.of(HasilMonev), key=lambda hasil: -hasil.tahun)
    columns: Columns[HasilMonev] = {
        "Tahun": lambda hasil: str(hasil.tahun),
        "Hasil": lambda hasil: hasil.kategori,
        "Diumumkan": lambda hasil: (
            format_tanggal(hasil.tanggal) if hasil.tanggal else "tanggalnya tidak disebut sumbernya"
        ),
        "Penilai": lambda hasil: hasil.penyelenggara,
        "Sumber": lambda hasil: hasil.sumber,
    }
    empty = "Belum ada hasil penilaian."
    table = table_of(f"{len(found)} tahun penilaian", found, columns, empty)
    told = (
        "Ini hasil Komisi Informasi sebagaimana diberitakan sumbernya, bukan hitungan situs ini. "
        "Tahun yang tidak disebut berarti hasilnya belum ditemukan."
    )
    title, links = "Hasil penilaian Komisi Informasi", (shared.EVALUATIONS,)
    return Section(title, (told,), table=table, links=links, anchor="komisi-informasi")
