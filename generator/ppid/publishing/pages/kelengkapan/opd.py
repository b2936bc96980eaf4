"""One OPD and year: what is missing and what it would bring, what was met and by what."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from ppid.assessing.findings import code_of, objections_to, report_address, said
from ppid.assessing.model import Assessment, Evidence, Kesegaran, OpdReport, State, YearReport
from ppid.assessing.score import Gains
from ppid.assessing.timeliness import handed_in
from ppid.core.corpus import Corpus
from ppid.core.page import Cell, Facets, Fact, Link, Page, Section, Table, rule_url
from ppid.diagnostics.diagnostic import Diagnostic, Severity
from ppid.kinds import url_of
from ppid.kinds.acuan.pita import PitaNilai, pita_of
from ppid.kinds.dip.model import InformasiPublik
from ppid.kinds.sanggahan import Sanggahan
from ppid.publishing.items.letters import Letter, objection_to_findings
from ppid.publishing.page_parts import Columns, beside, fact, finding_url, table_of
from ppid.publishing.pages.kelengkapan import shared
from ppid.publishing.publication import Publication
from ppid.values.dates import format_tanggal

_WARNINGS, _EVIDENCE = 10, 3
"""How many are shown of each."""


@dataclass(frozen=True, slots=True)
class Temuan:
    """One obligation of this OPD; `poin` is empty where nothing can be gained."""

    penilaian: Assessment
    kode: str
    keadaan: str
    alasan: str
    bukti: tuple[Evidence, ...]
    lebih: int
    kesegaran: str
    poin: str
    sanggahan: tuple[Sanggahan, ...]


@dataclass(frozen=True, slots=True)
class Golongan:
    """The findings of one state in one category."""

    nama: str
    temuan: tuple[Temuan, ...]


@dataclass(frozen=True, slots=True)
class KelengkapanOpd:
    """What the template of one OPD and year needs."""

    lead: str
    warnings: tuple[str, ...]
    facts: tuple[Fact, ...]
    kategori: Section
    belum: tuple[Golongan, ...]
    perlu_dilihat: tuple[Golongan, ...]
    terpenuhi: tuple[Golongan, ...]
    tercatat: tuple[Golongan, ...]
    tidak_berlaku: tuple[Golongan, ...]
    surat: Letter
    penutup: tuple[Section, ...]
    neighbours: tuple[Link, ...]


def pages(year: YearReport, publication: Publication) -> Iterator[Page]:
    """Yield the page of every OPD of a year."""
    warnings: dict[str, list[Diagnostic]] = {}
    for finding in publication.findings:
        record = finding.record
        if record and record.tahun == year.tahun and finding.severity is Severity.PERINGATAN:
            warnings.setdefault(record.opd, []).append(finding)
    for report in shared.by_name(year.reports):
        yield _page(report, year, warnings.get(report.opd, []), publication)


def _page(
    report: OpdReport, year: YearReport, warnings: list[Diagnostic], publication: Publication
) -> Page:
    corpus, tahun, profil = publication.corpus, report.tahun, report.profil
    years = publication.completeness.years
    found = _groups(report, corpus)
    lead = "Tidak ada kewajiban yang berlaku pada tahun ini."
    if not report.mulai:
        lead = f"Belum mulai: daftar atau laporan sampai {tahun} belum ada dalam data ini."
    if report.score.berlaku:
        lead = shared.count_sentence(report.score, contoh=report.contoh)
    more = (
        Link(f"Matriks {tahun} semua perangkat daerah", shared.year_link(tahun).url),
        Link("Cara menyanggah temuan", f"{shared.METHOD.url}#menyanggah"),
    )
    return Page(
        url=report_address(report.opd, tahun),
        title=f"Kelengkapan {profil.nama} {tahun}",
        description=f"{profil.nama}, {tahun}: {lead}",
        section="kelengkapan",
        template="jenis/kelengkapan/opd.html",
        context=KelengkapanOpd(
            lead=lead,
            warnings=(),
            facts=tuple(_facts(report, year, corpus)),
            kategori=_categories(report),
            belum=found[State.BELUM],
            perlu_dilihat=found[State.PERLU_DILIHAT],
            terpenuhi=found[State.TERPENUHI],
            tercatat=found[State.TERCATAT],
            tidak_berlaku=found[State.TIDAK_BERLAKU],
            surat=objection_to_findings(report, corpus),
            penutup=(
                _open_warnings(report, warnings, corpus),
                *filter(None, (_stretched(report),)),
                _figure(report, corpus),
                Section("Lebih jauh", links=more, anchor="lebih-jauh"),
            ),
            neighbours=tuple(
                Link(str(other.tahun), report_address(report.opd, other.tahun))
                for other in beside(years, years.index(year))
            ),
        ),
        crumbs=(shared.INDEX, shared.year_link(tahun)),
        name=profil.nama,
        facets=Facets("Kelengkapan", profil.nama, str(tahun)),
        contoh=report.contoh,
    )


def _facts(report: OpdReport, year: YearReport, corpus: Corpus) -> Iterator[Fact]:
    profil = report.profil
    yield fact("Perangkat daerah", Cell(profil.nama, url_of(profil.id)))
    yield fact("Dinilai menurut", year.obligations.kumpulan.peraturan)
    yield fact("Hari penilaian", format_tanggal(report.hari))
    for handed in handed_in(profil, report.tahun, corpus):
        day = f", {format_tanggal(handed.day)}" if handed.day else ""
        words = f"{handed.state.value[0].upper()}{handed.state.value[1:]}{day}"
        due = format_tanggal(handed.due)
        yield fact(f"{handed.jenis} {report.tahun}", f"{words} (batasnya {due})")


def _categories(report: OpdReport) -> Section:
    late = Counter(a.obligation.kategori.kode for a in report.assessments if shared.is_late(a))
    table = table_of(
        shared.tagged(f"{len(report.categories)} kategori kewajiban", contoh=report.contoh),
        report.categories,
        {
            "Kategori": lambda pair: pair[0].nama,
            "Terpenuhi": lambda pair: pair[1].terpenuhi,
            "Belum": lambda pair: pair[1].belum,
            "Perlu dilihat": lambda pair: pair[1].perlu_dilihat,
            "Tercatat": lambda pair: pair[1].tercatat,
            "Tidak berlaku": lambda pair: pair[1].tidak_berlaku,
            "Terpenuhi, tetapi tenggat lewat": lambda pair: late[pair[0].kode],
        },
    )
    return Section("Menurut kategori", table=table, anchor="kategori")


# ---- the findings


def _groups(report: OpdReport, corpus: Corpus) -> Mapping[State, tuple[Golongan, ...]]:
    """Return the findings of a report by state, and in each state category by category."""
    gains = Gains(report)
    found: dict[State, dict[str, list[Temuan]]] = {state: {} for state in State}
    for a in report.assessments:
        finding = Temuan(
            penilaian=a,
            kode=code_of(a),
            keadaan="sebagian" if shared.is_late(a) else a.state.value,
            alasan=said(report, a),
            bukti=a.evidence[:_EVIDENCE],
            lebih=max(len(a.evidence) - _EVIDENCE, 0),
            kesegaran=_freshness(a) if a.state is State.TERPENUHI else "",
            poin=(shared.points(a, gains) if a.state in {State.BELUM, State.PERLU_DILIHAT} else ""),
            sanggahan=objections_to(a, corpus),
        )
        found[a.state].setdefault(a.obligation.kategori.nama, []).append(finding)
    order = [category.nama for category, _ in report.categories]
    return {
        state: tuple(Golongan(name, tuple(named[name])) for name in order if name in named)
        for state, named in found.items()
    }


def _freshness(assessment: Assessment) -> str:
    """Say how the evidence of what was met stands to its clock."""
    clock, day = assessment.obligation.tenggat, assessment.diperbarui
    if assessment.kesegaran is Kesegaran.TIDAK_DIKETAHUI:
        return "Tanggal buktinya belum diketahui."
    dated = f"Bertanggal {format_tanggal(day)}" if day else ""
    if clock is None or assessment.kesegaran is Kesegaran.TANPA_TENGGAT:
        return f"{dated}." if dated else ""
    how = "melewati" if assessment.kesegaran is Kesegaran.LEWAT else "memenuhi"
    return f"{dated}, {how} tenggat: {clock.teks[0].lower()}{clock.teks[1:]}."


# ---- warnings and the figure


def _open_warnings(report: OpdReport, found: list[Diagnostic], corpus: Corpus) -> Section:
    columns: Columns[Diagnostic] = {
        "Peringatan": lambda d: Cell(d.message, finding_url(d, corpus)),
        "Aturan": lambda d: Cell(d.rule_id, rule_url(d.rule_id)),
    }
    caption = f"{len(found)} peringatan yang masih terbuka"
    if len(found) > _WARNINGS:
        caption = f"{_WARNINGS} dari {len(found)} peringatan"
    empty = f"Tidak ada peringatan yang terbuka dalam daftar {report.tahun}."
    table = table_of(caption, found[:_WARNINGS], columns, empty)
    every = Link("Semua temuan mutu data perangkat daerah ini", f"mutu-data/{report.opd}/")
    return Section("Peringatan yang terbuka", table=table, links=(every,), anchor="peringatan")


def _stretched(report: OpdReport) -> Section | None:
    """Show the documents that are named for many obligations, with those that they answer."""
    met, all_ = Counter[Evidence](), Counter[Evidence]()
    for a in report.assessments:
        for evidence in a.evidence:
            if evidence.record and evidence.record.kind == InformasiPublik.kind:
                document = evidence.tautan.partition("#")[0] or evidence.url
                key = Evidence(document, url=document if evidence.tautan else evidence.url)
                all_[key] += 1
                met[key] += a.state is State.TERPENUHI
    many = report.paling_banyak
    found = [(key, count) for key, count in all_.most_common() if count > many]
    if not found:
        return None
    columns: Columns[tuple[Evidence, int]] = {
        "Dokumen": lambda one: Cell(one[0].label, one[0].url),
        "Disebut untuk": lambda one: one[1],
        "Menjawab": lambda one: met[one[0]],
    }
    table = table_of(f"{len(found)} dokumen", found, columns)
    told = f"Satu dokumen menjawab paling banyak {many} kewajiban; selebihnya perlu dilihat."
    title = "Satu dokumen untuk banyak kewajiban"
    return Section(title, (told,), table=table, anchor="satu-dokumen")


def _figure(report: OpdReport, corpus: Corpus) -> Section:
    score, nilai = report.score, report.score.nilai
    if nilai is None:
        return Section("Angka", ("Tidak ada yang dapat dihitung.",), anchor="angka")
    rows = [(Cell(c.nama), shared.figure(s.nilai)) for c, s in report.categories]
    rows.append((Cell("Seluruh kewajiban"), shared.figure(nilai)))
    told = [
        (
            f"Bobot yang terpenuhi {score.bobot_terpenuhi} dari {score.bobot_berlaku}, jadi "
            f"nilainya {shared.one_decimal(nilai)}."
        )
    ]
    if score.perlu_dilihat and score.paling_tinggi is not None:
        told.append(
            f"{score.perlu_dilihat} kewajiban perlu dilihat pemantau. Bila semuanya ternyata "
            f"terpenuhi, nilainya {shared.one_decimal(score.paling_tinggi)}."
        )
    if score.kesegaran is not None:
        told.append(
            f"Kesegaran {shared.one_decimal(score.kesegaran)}: {score.segar} dari "
            f"{score.bertenggat} kewajiban terpenuhi yang harus diperbarui enam bulan sekali "
            "buktinya diperbarui dalam tenggat itu."
        )
    told.append(f"Yang terpenuhi bertumpu pada {report.dokumen} dokumen atau catatan yang berbeda.")
    if pita := pita_of(nilai, corpus.of(PitaNilai)):
        told.append(
            f"Sebagai orientasi: Komisi Informasi menamai nilai {shared.range_of(pita, corpus)} "
            f"“{pita.nama}” ({pita.sumber}). {shared.DISCLAIMER}"
        )
    caption = shared.tagged("Bagian yang terpenuhi, dalam persen", contoh=report.contoh)
    table = Table(caption, ("Kategori", "Nilai"), rows)
    return Section("Angka", tuple(told), table=table, links=(shared.METHOD,), anchor="angka")
