"""The overview: handed in and met, year by year, and what Komisi Informasi found."""

from collections.abc import Iterator
from dataclasses import dataclass

from ppid.assessing.model import Completeness, YearReport
from ppid.core.corpus import Corpus
from ppid.core.page import Cell, Link, Page, Section, Table
from ppid.kinds.acuan.saq import KuesionerSaq
from ppid.kinds.monev import HasilMonev
from ppid.kinds.wording import BERANDA, format_tanggal
from ppid.publishing.pages.kelengkapan.penyampaian import handed_in
from ppid.publishing.pages.kelengkapan.tren import met, snapshots
from ppid.publishing.pages.kelengkapan.words import (
    CALENDAR,
    CYCLE,
    EVALUATIONS,
    INDEX,
    METHOD,
    QUALITY,
    count_sentence,
    is_demonstration,
    year_link,
)
from ppid.publishing.publication import Publication

_LEAD = (
    "Apa yang wajib diumumkan setiap perangkat daerah, mana yang sudah ada buktinya, dan mana "
    "yang belum."
)


@dataclass(frozen=True, slots=True)
class Batang:
    """One bar: a category with its counts, and what they are counted from."""

    judul: str
    terpenuhi: int
    belum: int
    url: str


@dataclass(frozen=True, slots=True)
class IndeksKelengkapan:
    """What the template of the overview needs."""

    lead: str
    warnings: tuple[str, ...]
    pembuka: tuple[Section, ...]
    tahun: int
    kalimat: str
    batang: tuple[Batang, ...]
    bagian: tuple[Section, ...]


def page(completeness: Completeness, publication: Publication) -> Page:
    """Return the overview."""
    corpus, years = publication.corpus, completeness.years
    newest = years[-1] if years else None
    return Page(
        url=INDEX.url,
        title="Kelengkapan",
        description=_LEAD,
        section="kelengkapan",
        template="jenis/kelengkapan/indeks.html",
        context=IndeksKelengkapan(
            _LEAD,
            () if years else ("Belum ada tahun yang dapat dinilai.",),
            _entrance(years, corpus),
            newest.tahun if newest else 0,
            count_sentence(newest.score, contoh=newest.contoh) if newest else "",
            tuple(bars(newest)) if newest else (),
            tuple(_sections(years, corpus)),
        ),
        crumbs=(BERANDA,),
        name=INDEX.label,
        contoh=is_demonstration(corpus),
    )


def bars(year: YearReport) -> Iterator[Batang]:
    """Yield one bar for each category of a year."""
    for c, score in year.categories:
        url = f"kelengkapan/{year.tahun}/#{c.kode}"
        yield Batang(c.nama, score.terpenuhi, score.belum, url)


def _entrance(years: tuple[YearReport, ...], corpus: Corpus) -> tuple[Section, Section]:
    questions = tuple(
        Link(f"Kuesioner penilaian {saq.id.tahun} dan buktinya", f"kelengkapan/saq/{saq.id.tahun}/")
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


def _sections(years: tuple[YearReport, ...], corpus: Corpus) -> Iterator[Section]:
    if years:
        yield met(years)
        yield handed_in(years, corpus)
        yield from snapshots(corpus)
    yield _evaluations(corpus)


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
