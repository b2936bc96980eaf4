"""The matrix of one category and year: which OPD meets which obligation."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ppid.assessing.findings import category_address
from ppid.assessing.model import Assessment, Obligation, OpdReport, Score, State, YearReport
from ppid.core.page import Facets, Link, Page
from ppid.kinds.acuan.kewajiban import Kategori
from ppid.publishing.page_parts import beside
from ppid.publishing.pages.kelengkapan import shared
from ppid.publishing.publication import Publication
from ppid.values.numbers import format_bulat

_SHORT_HEAD = 4
LETTERS = dict(zip(State, "tbprn", strict=True))


@dataclass(frozen=True, slots=True)
class KepalaKolom:
    """The head of a column: the last parts of a code and what it stands for.

    `tegak` turns a long one.
    """

    kode: str
    label: str
    teks: str
    tegak: bool


@dataclass(frozen=True, slots=True)
class BarisMatriks:
    """An OPD in a matrix; `sel` are one letter for each state: t, l (met, but late), b, p, r, n."""

    laporan: OpdReport
    sel: tuple[tuple[str, str], ...]
    nilai: Score


@dataclass(frozen=True, slots=True)
class MatriksKategori:
    """What the template of a matrix needs; `kategori` leads to the others of the year."""

    lead: str
    warnings: tuple[str, ...]
    tahun: int
    nama: str
    kategori: tuple[Link, ...]
    kepala: tuple[KepalaKolom, ...]
    baris: tuple[BarisMatriks, ...]
    neighbours: tuple[Link, ...]


def pages(year: YearReport, publication: Publication) -> Iterator[Page]:
    """Yield the matrix of every category of a year."""
    others = tuple(
        Link(category.nama, category_address(category.kode, year.tahun))
        for category, _ in year.categories
    )
    for category, score in year.categories:
        yield _page(category, score, year, others, publication)


def _page(
    category: Kategori,
    score: Score,
    year: YearReport,
    others: tuple[Link, ...],
    publication: Publication,
) -> Page:
    obligations = year.obligations.obligations
    places = [i for i, o in enumerate(obligations) if o.kategori.kode == category.kode]
    # Sorted by what is shown.
    reports = sorted(year.reports, key=lambda r: (r.profil.singkatan.casefold(), r.opd))
    rows = []
    for report in reports:
        own = next(score for c, score in report.categories if c is category)
        cells = tuple(_cell(report.assessments[i]) for i in places)
        rows.append(BarisMatriks(report, cells, own))
    same = [
        other.tahun
        for other in publication.completeness.years
        if any(c.kode == category.kode for c, _ in other.categories)
    ]
    total = format_bulat(len(places))
    return Page(
        url=category_address(category.kode, year.tahun),
        title=f"{category.nama}, {year.tahun}",
        description=f"{total} kewajiban “{category.nama}” {year.tahun} pada tiap perangkat daerah.",
        section="kelengkapan",
        template="jenis/kelengkapan/kategori.html",
        context=MatriksKategori(
            lead=shared.count_sentence(score, contoh=year.contoh),
            warnings=(),
            tahun=year.tahun,
            nama=category.nama,
            kategori=others,
            kepala=tuple(_heads([obligations[i] for i in places])),
            baris=tuple(rows),
            neighbours=tuple(
                Link(f"{category.nama}, {tahun}", category_address(category.kode, tahun))
                for tahun in beside(same, same.index(year.tahun))
            ),
        ),
        crumbs=(shared.INDEX, shared.year_link(year.tahun)),
        name=category.nama,
        facets=Facets("Kelengkapan", tahun=str(year.tahun)),
        contoh=year.contoh,
    )


def _cell(assessment: Assessment) -> tuple[str, str]:
    letter = "l" if shared.is_late(assessment) else LETTERS[assessment.state]
    return letter, assessment.obligation.kode


def _heads(obligations: Sequence[Obligation]) -> Iterator[KepalaKolom]:
    """Yield heads without the first parts that all codes share; each keeps at least one part."""
    codes = [o.kode.split(".") for o in obligations]
    most = min(len(code) for code in codes) - 1
    common = next((n for n in range(most) if len({code[n] for code in codes}) > 1), most)
    for o, code in zip(obligations, codes, strict=True):
        label = ".".join(code[common:])
        yield KepalaKolom(o.kode, label, o.teks, len(label) > _SHORT_HEAD)
