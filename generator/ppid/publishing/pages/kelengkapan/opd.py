"""One OPD and year: what is missing and what it would bring, what was met and by what."""

from collections.abc import Iterator
from dataclasses import dataclass

from ppid.assessing.findings import report_address
from ppid.assessing.handing_in import Handed, handed_in
from ppid.assessing.model import Completeness, OpdReport, State, YearReport
from ppid.core.corpus import Corpus
from ppid.core.page import Cell, Facets, Fact, Link, Page, Section, Table, rule_url
from ppid.diagnostics.diagnostic import Diagnostic, Severity
from ppid.kinds import has_page, url_of
from ppid.kinds.acuan.pita import PitaNilai, pita_of
from ppid.kinds.wording import BERANDA, format_bulat, format_tanggal
from ppid.publishing.pages.kelengkapan.sanggah import SuratSanggah, objection_letter
from ppid.publishing.pages.kelengkapan.temuan import Golongan, groups
from ppid.publishing.pages.kelengkapan.words import (
    DISCLAIMER,
    INDEX,
    METHOD,
    around,
    by_name,
    count_sentence,
    counts,
    figure,
    is_late,
    one_decimal,
    range_of,
    tagged,
    year_link,
)
from ppid.publishing.publication import Publication

_WARNINGS = 10


@dataclass(frozen=True, slots=True)
class KelengkapanOpd:
    """What the template of one OPD and year needs."""

    lead: str
    warnings: tuple[str, ...]
    facts: tuple[Fact, ...]
    kategori: Section
    belum: tuple[Golongan, ...]
    terpenuhi: tuple[Golongan, ...]
    tidak_berlaku: tuple[Golongan, ...]
    surat: SuratSanggah
    penutup: tuple[Section, ...]
    neighbours: tuple[Link, ...]


def pages(year: YearReport, completeness: Completeness, publication: Publication) -> Iterator[Page]:
    """Yield the page of every OPD of a year."""
    warnings = _warnings_of(year.tahun, publication)
    links = [year_link(each.tahun) for each in completeness.years]
    place = completeness.years.index(year)
    for report in by_name(year.reports):
        urls = [Link(link.label, report_address(report.opd, int(link.label))) for link in links]
        yield _page(report, year, publication, warnings.get(report.opd, []), around(urls, place))


def _warnings_of(tahun: int, publication: Publication) -> dict[str, list[Diagnostic]]:
    found: dict[str, list[Diagnostic]] = {}
    for finding in publication.findings:
        record = finding.record
        if record and record.tahun == tahun and finding.severity is Severity.PERINGATAN:
            found.setdefault(record.opd, []).append(finding)
    return found


def _page(
    report: OpdReport,
    year: YearReport,
    publication: Publication,
    warnings: list[Diagnostic],
    neighbours: tuple[Link, ...],
) -> Page:
    tahun, profil = report.tahun, report.profil
    found = groups(report, publication.corpus)
    lead = "Tidak ada kewajiban yang berlaku pada tahun ini."
    if report.score.berlaku:
        lead = count_sentence(report.score, contoh=report.contoh)
    return Page(
        url=report_address(report.opd, tahun),
        title=f"Kelengkapan {profil.nama} {tahun}",
        description=f"{profil.nama}, {tahun}: {lead}",
        section="kelengkapan",
        template="jenis/kelengkapan/opd.html",
        context=KelengkapanOpd(
            lead,
            (),
            tuple(_facts(report, year, publication.corpus)),
            _categories(report),
            found[State.BELUM],
            found[State.TERPENUHI],
            found[State.TIDAK_BERLAKU],
            objection_letter(report, publication.corpus),
            (
                _open_warnings(report, warnings, publication),
                _figure(report, publication.corpus),
                _more(report),
            ),
            neighbours,
        ),
        crumbs=(BERANDA, INDEX, year_link(tahun)),
        name=profil.nama,
        facets=Facets("Kelengkapan", profil.nama, str(tahun)),
        contoh=report.contoh,
    )


def _facts(report: OpdReport, year: YearReport, corpus: Corpus) -> Iterator[Fact]:
    profil = report.profil
    yield Fact("Perangkat daerah", (Cell(profil.nama, url_of(profil.id)),))
    yield Fact("Dinilai menurut", (Cell(year.obligations.kumpulan.peraturan),))
    yield Fact("Hari penilaian", (Cell(format_tanggal(report.hari)),))
    for handed in handed_in(profil, report.tahun, corpus):
        yield Fact(f"{handed.jenis} {report.tahun}", (Cell(_handed(handed)),))


def _handed(handed: Handed) -> str:
    day = f", {format_tanggal(handed.day)}" if handed.day else ""
    words = f"{handed.state.value}{day}"
    return f"{words[0].upper()}{words[1:]} (batasnya {format_tanggal(handed.due)})"


def _categories(report: OpdReport) -> Section:
    late: dict[str, int] = {}
    for a in report.assessments:
        late[a.obligation.kategori.kode] = late.get(a.obligation.kategori.kode, 0) + is_late(a)
    rows = [
        (Cell(c.nama), *counts(s), Cell(format_bulat(late.get(c.kode, 0)), number=True))
        for c, s in report.categories
    ]
    columns = ("Kategori", "Terpenuhi", "Belum", "Tidak berlaku", "Terpenuhi, tetapi tenggat lewat")
    caption = tagged(f"{len(rows)} kategori kewajiban", contoh=report.contoh)
    table = Table(caption, columns, rows)
    return Section("Menurut kategori", table=table, anchor="kategori")


def _open_warnings(report: OpdReport, found: list[Diagnostic], publication: Publication) -> Section:
    rows = [
        (
            Cell(finding.message, _record_url(finding, publication)),
            Cell(finding.rule_id, rule_url(finding.rule_id)),
        )
        for finding in found[:_WARNINGS]
    ]
    shown = f"{len(rows)} dari {len(found)} peringatan" if len(found) > len(rows) else ""
    caption = shown or f"{len(rows)} peringatan yang masih terbuka"
    empty = f"Tidak ada peringatan yang terbuka dalam daftar {report.tahun}."
    table = Table(caption, ("Peringatan", "Aturan"), rows, empty)
    every = Link("Semua temuan mutu data perangkat daerah ini", f"mutu-data/{report.opd}/")
    return Section("Peringatan yang terbuka", table=table, links=(every,), anchor="peringatan")


def _record_url(finding: Diagnostic, publication: Publication) -> str:
    record = finding.record
    if record is None or not has_page(record) or publication.corpus.find(record) is None:
        return ""
    return url_of(record)


def _figure(report: OpdReport, corpus: Corpus) -> Section:
    score, nilai = report.score, report.score.nilai
    if nilai is None:
        return Section("Angka", ("Tidak ada yang dapat dihitung.",), anchor="angka")
    rows = [(Cell(c.nama), figure(s.nilai)) for c, s in report.categories]
    rows.append((Cell("Seluruh kewajiban"), figure(nilai)))
    told = [
        (
            f"Bobot yang terpenuhi {score.bobot_terpenuhi} dari {score.bobot_berlaku}, jadi "
            f"nilainya {one_decimal(nilai)}."
        )
    ]
    if pita := pita_of(nilai, corpus.of(PitaNilai)):
        told.append(
            f"Sebagai orientasi: Komisi Informasi menamai nilai {range_of(pita, corpus)} "
            f"“{pita.nama}” ({pita.sumber}). {DISCLAIMER}"
        )
    caption = tagged("Bagian yang terpenuhi, dalam persen", contoh=report.contoh)
    table = Table(caption, ("Kategori", "Nilai"), rows)
    return Section("Angka", tuple(told), table=table, links=(METHOD,), anchor="angka")


def _more(report: OpdReport) -> Section:
    links = (
        Link(f"Matriks {report.tahun} semua perangkat daerah", year_link(report.tahun).url),
        Link("Cara menyanggah temuan", f"{METHOD.url}#menyanggah"),
    )
    return Section("Lebih jauh", links=links, anchor="lebih-jauh")
