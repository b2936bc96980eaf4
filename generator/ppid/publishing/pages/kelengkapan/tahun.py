"""One year: by category, then the OPDs in the order of their names."""

from collections.abc import Iterator
from dataclasses import dataclass

from ppid.assessing.assess import CategoryOverview
from ppid.assessing.findings import category_address, report_address
from ppid.assessing.model import Jenis, OpdReport, YearReport
from ppid.core.page import Cell, Facets, Link, Page, Section, Table
from ppid.publishing.page_parts import beside
from ppid.publishing.pages.kelengkapan import shared
from ppid.publishing.pages.kelengkapan.indeks import bars
from ppid.publishing.pages.kelengkapan.penyerahan import penyerahan_link, state_cell
from ppid.publishing.pages.kelengkapan.verifikasi import links_of_year
from ppid.publishing.publication import Publication
from ppid.values.dates import format_tanggal
from ppid.values.numbers import format_bulat


@dataclass(frozen=True, slots=True)
class Isian:
    """How much of a category an OPD has met: in words, with its address, and in tenths to draw."""

    teks: str
    url: str
    persepuluh: int


@dataclass(frozen=True, slots=True)
class Baris:
    """An OPD with what it has met of each category."""

    laporan: OpdReport
    url: str
    isian: tuple[Isian, ...]


@dataclass(frozen=True, slots=True)
class TahunKelengkapan:
    """What the template of a year needs."""

    lead: str
    warnings: tuple[str, ...]
    pembuka: tuple[str, ...]
    batang: tuple[CategoryOverview, ...]
    baris: tuple[Baris, ...]
    penutup: tuple[Section, ...]
    neighbours: tuple[Link, ...]
    tahun: int


def page(year: YearReport, publication: Publication) -> Page:
    """Return the page of one year."""
    years = publication.completeness.years
    law = year.obligations.kumpulan.peraturan
    total = format_bulat(len(year.obligations.obligations))
    about = (
        f"Yang dinilai adalah {total} kewajiban menurut {law}, dalam "
        f"{len(year.categories)} kategori, pada {format_tanggal(year.hari)}. "
        "Perangkat daerah disebut menurut abjad; tidak ada peringkat."
    )
    return Page(
        url=shared.year_link(year.tahun).url,
        title=f"Kelengkapan {year.tahun}",
        description=f"Kewajiban pengumuman {year.tahun} menurut {law}, per perangkat daerah.",
        section="kelengkapan",
        template="jenis/kelengkapan/tahun.html",
        context=TahunKelengkapan(
            lead=shared.count_sentence(year.score, contoh=year.contoh),
            warnings=(),
            pembuka=(about,),
            batang=bars(year),
            baris=tuple(_rows(year)),
            penutup=(_offices(year), *_more(year, publication)),
            neighbours=tuple(
                Link(f"Kelengkapan {other.tahun}", shared.year_link(other.tahun).url)
                for other in beside(years, years.index(year))
            ),
            tahun=year.tahun,
        ),
        crumbs=(shared.INDEX,),
        name=str(year.tahun),
        facets=Facets("Kelengkapan", tahun=str(year.tahun)),
        contoh=year.contoh,
        alternates=tuple(f"{_stem(year.tahun)}.{form}" for form in ("csv", "json")),
    )


def _stem(tahun: int) -> str:
    return f"kelengkapan/{tahun}/kelengkapan-{tahun}"


def _rows(year: YearReport) -> Iterator[Baris]:
    for report in shared.by_name(year.reports):
        met = tuple(
            Isian(
                f"{score.terpenuhi} / {score.berlaku}" if score.berlaku else "–",
                f"{category_address(category.kode, year.tahun)}#{report.opd}",
                10 * score.terpenuhi // score.berlaku if score.berlaku else 0,
            )
            for category, score in report.categories
        )
        yield Baris(report, report_address(report.opd, year.tahun), met)


def _offices(year: YearReport) -> Section:
    rows = [_office(report, year.tahun) for report in shared.by_name(year.reports)]
    lists = (jenis for jenis in Jenis if jenis.tahunan)
    columns = ("Perangkat daerah", *lists, *shared.COUNTED, "Nilai", "Kesegaran")
    caption = f"{len(rows)} perangkat daerah menurut abjad, {year.tahun}"
    table = Table(shared.tagged(caption, contoh=year.contoh), columns, rows, matrix=True)
    told = (
        "Nilai adalah bagian bobot yang terpenuhi, dalam persen. Bacalah bersama kriterianya: "
        "kewajiban tiap perangkat daerah tidak sama. Kesegaran adalah bagian yang buktinya "
        "diperbarui dalam enam bulan, dari yang terpenuhi dan harus diperbarui berkala."
    )
    links = (penyerahan_link(year.tahun),)
    return Section("Perangkat daerah", (told,), table=table, links=links, anchor="perangkat-daerah")


def _office(report: OpdReport, tahun: int) -> tuple[Cell, ...]:
    handed = {each.jenis: each for each in report.penyerahan}
    return (
        Cell(report.profil.nama, report_address(report.opd, tahun)),
        *(state_cell(handed.get(jenis)) for jenis in Jenis if jenis.tahunan),
        *shared.counts(report.score),
        shared.figure(report.score.nilai) if report.mulai else Cell("belum mulai"),
        shared.figure(report.score.kesegaran),
    )


def _more(year: YearReport, publication: Publication) -> Iterator[Section]:
    stem = _stem(year.tahun)
    downloads = (
        Link("Kertas kerja pemantau (XLSX)", f"{stem}.xlsx"),
        Link("Satu baris untuk setiap kewajiban (CSV)", f"{stem}.csv"),
        Link("Semua temuan untuk program komputer (JSON)", f"{stem}.json"),
    )
    yield Section("Unduhan", links=downloads, anchor="unduhan")
    law = f"Naskah {year.obligations.kumpulan.peraturan} yang dikutip"
    links = (
        penyerahan_link(year.tahun),
        *links_of_year(year, publication),
        *(shared.METHOD, Link(law, "tentang/dasar-hukum/"), shared.QUALITY),
    )
    yield Section("Lebih jauh", links=links, anchor="lebih-jauh")
