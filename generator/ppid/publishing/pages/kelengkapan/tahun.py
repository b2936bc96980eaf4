"""One year: by category, how lists came in, the matrix, and the OPDs in the order of names."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ppid.assessing.findings import obligation_address, report_address
from ppid.assessing.handing_in import Handed, Jenis, handed_in
from ppid.assessing.model import Assessment, Completeness, Obligation, OpdReport, State, YearReport
from ppid.core.corpus import Corpus
from ppid.core.page import Cell, Facets, Link, Page, Section, Table
from ppid.kinds.acuan.kewajiban import Kategori
from ppid.kinds.wording import BERANDA, format_bulat, format_tanggal
from ppid.publishing.pages.kelengkapan.indeks import Batang, bars
from ppid.publishing.pages.kelengkapan.words import (
    INDEX,
    METHOD,
    QUALITY,
    around,
    by_name,
    count_sentence,
    counts,
    figure,
    hand_in_cell,
    is_late,
    tagged,
    year_link,
)

_SHORT_HEAD = 4
_STATES = {State.TERPENUHI: "t", State.BELUM: "b", State.TIDAK_BERLAKU: "n"}


@dataclass(frozen=True, slots=True)
class Kepala:
    """The head of a column: the last parts of a code, what it stands for, and its page.

    `tegak` turns a long one.
    """

    kode: str
    label: str
    teks: str
    url: str
    tegak: bool


@dataclass(frozen=True, slots=True)
class Baris:
    """An OPD in a matrix; `sel` are one letter for each state: t, l (met, but late), b, n."""

    singkatan: str
    nama: str
    opd: str
    sel: tuple[tuple[str, str], ...]
    terpenuhi: int
    berlaku: int


@dataclass(frozen=True, slots=True)
class Matriks:
    """The matrix of one category."""

    kode: str
    nama: str
    kepala: tuple[Kepala, ...]
    baris: tuple[Baris, ...]


@dataclass(frozen=True, slots=True)
class TahunKelengkapan:
    """What the template of a year needs."""

    lead: str
    warnings: tuple[str, ...]
    pembuka: tuple[str, ...]
    batang: tuple[Batang, ...]
    matriks: tuple[Matriks, ...]
    penutup: tuple[Section, ...]
    neighbours: tuple[Link, ...]
    tahun: int


def page(year: YearReport, completeness: Completeness, corpus: Corpus) -> Page:
    """Return the page of one year."""
    law = year.obligations.kumpulan.peraturan
    total = format_bulat(len(year.obligations.obligations))
    about = (
        f"Yang dinilai adalah {total} kewajiban menurut {law}, dalam "
        f"{len(year.categories)} kategori, pada {format_tanggal(year.hari)}. "
        "Perangkat daerah disebut menurut abjad; tidak ada peringkat."
    )
    years = [year_link(each.tahun) for each in completeness.years]
    return Page(
        url=year_link(year.tahun).url,
        title=f"Kelengkapan {year.tahun}",
        description=f"Kewajiban pengumuman {year.tahun} menurut {law}, per perangkat daerah.",
        section="kelengkapan",
        template="jenis/kelengkapan/tahun.html",
        context=TahunKelengkapan(
            count_sentence(year.score, contoh=year.contoh),
            (),
            (about,),
            tuple(bars(year)),
            tuple(_matrices(year)),
            (_offices(year, corpus), *_more(year)),
            around(
                [Link(f"Kelengkapan {y.label}", y.url) for y in years], _place(year, completeness)
            ),
            year.tahun,
        ),
        crumbs=(BERANDA, INDEX),
        name=str(year.tahun),
        facets=Facets("Kelengkapan", tahun=str(year.tahun)),
        contoh=year.contoh,
    )


def _place(year: YearReport, completeness: Completeness) -> int:
    return completeness.years.index(year)


def _matrices(year: YearReport) -> Iterator[Matriks]:
    reports = by_name(year.reports)
    for category, _ in year.categories:
        places = [
            (i, o)
            for i, o in enumerate(year.obligations.obligations)
            if o.kategori.kode == category.kode
        ]
        heads = tuple(_heads([o for _, o in places], year.tahun))
        rows = tuple(_row(report, category, [i for i, _ in places]) for report in reports)
        yield Matriks(category.kode, category.nama, heads, rows)


def _heads(obligations: Sequence[Obligation], tahun: int) -> Iterator[Kepala]:
    common = _common([o.kode.split(".") for o in obligations])
    for o in obligations:
        label = ".".join(o.kode.split(".")[common:])
        address = obligation_address(o.kode, tahun).removeprefix(f"kelengkapan/{tahun}/")
        yield Kepala(o.kode, label, o.teks, address, len(label) > _SHORT_HEAD)


def _common(codes: Sequence[Sequence[str]]) -> int:
    """Count the first parts that all codes share, leaving each at least one part."""
    shared = min(len(code) for code in codes) - 1
    return next((n for n in range(shared) if len({code[n] for code in codes}) > 1), shared)


def _row(report: OpdReport, category: Kategori, places: Sequence[int]) -> Baris:
    score = next(score for c, score in report.categories if c is category)
    return Baris(
        report.profil.singkatan,
        report.profil.nama,
        report.opd,
        tuple(_cell(report.assessments[i]) for i in places),
        score.terpenuhi,
        score.berlaku,
    )


def _cell(assessment: Assessment) -> tuple[str, str]:
    letter = "l" if is_late(assessment) else _STATES[assessment.state]
    return letter, assessment.obligation.kode


def _offices(year: YearReport, corpus: Corpus) -> Section:
    rows = [_office(report, year.tahun, corpus) for report in by_name(year.reports)]
    columns = (
        "Perangkat daerah",
        "Singkatan",
        "DIP",
        "DIK",
        "Terpenuhi",
        "Belum",
        "Tidak berlaku",
        "Nilai",
    )
    caption = f"{len(rows)} perangkat daerah menurut abjad, {year.tahun}"
    table = Table(tagged(caption, contoh=year.contoh), columns, rows)
    told = (
        "Nilai adalah bagian bobot yang terpenuhi, dalam persen. Bacalah bersama kriterianya: "
        "kewajiban tiap perangkat daerah tidak sama."
    )
    return Section("Perangkat daerah", (told,), table=table, anchor="perangkat-daerah")


def _office(report: OpdReport, tahun: int, corpus: Corpus) -> tuple[Cell, ...]:
    handed = {each.jenis: each for each in handed_in(report.profil, tahun, corpus)}
    return (
        Cell(report.profil.nama, report_address(report.opd, tahun)),
        Cell(report.profil.singkatan),
        _handed(handed.get(Jenis.DIP)),
        _handed(handed.get(Jenis.DIK)),
        *counts(report.score),
        figure(report.score.nilai),
    )


def _handed(handed: Handed | None) -> Cell:
    if handed is None:
        return Cell("tidak ada pada tahun ini")
    return hand_in_cell(handed.state, "", "")


def _more(year: YearReport) -> Iterator[Section]:
    stem = f"kelengkapan/{year.tahun}/kelengkapan-{year.tahun}"
    downloads = (
        Link("Kertas kerja pemantau (XLSX)", f"{stem}.xlsx"),
        Link("Satu baris untuk setiap kewajiban (CSV)", f"{stem}.csv"),
        Link("Semua temuan untuk mesin (JSON)", f"{stem}.json"),
    )
    yield Section("Unduhan", links=downloads, anchor="unduhan")
    law = f"Naskah {year.obligations.kumpulan.peraturan} yang dikutip"
    links = (METHOD, Link(law, "tentang/dasar-hukum/"), QUALITY)
    yield Section("Lebih jauh", links=links, anchor="lebih-jauh")
