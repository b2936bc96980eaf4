"""One OPD and year: what is missing and what it would bring, what was met and by what."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from ppid.assessing.findings import code_of, objections_to, report_address, said
from ppid.assessing.fitting import document_key
from ppid.assessing.model import (
    Assessment,
    Evidence,
    Kesegaran,
    OpdReport,
    Score,
    State,
    YearReport,
)
from ppid.assessing.score import Gains
from ppid.core.corpus import Corpus
from ppid.core.page import Cell, Facets, Fact, Link, Page, Section, Table, rule_url
from ppid.diagnostics.diagnostic import Diagnostic
from ppid.kinds import url_of
from ppid.kinds.acuan.pita import PitaNilai, pita_of
from ppid.kinds.dip.model import InformasiPublik
from ppid.kinds.sanggahan import Sanggahan
from ppid.publishing.items.letters import Letter, objection_to_findings
from ppid.publishing.items.public import document_of
from ppid.publishing.page_parts import Columns, beside, fact, finding_url, number, table_of
from ppid.publishing.pages.daftar import document_cell
from ppid.publishing.pages.kelengkapan import shared
from ppid.publishing.pages.kelengkapan.banding import INDEX, years_link
from ppid.publishing.pages.kelengkapan.penyerahan import penyerahan_link
from ppid.publishing.pages.kelengkapan.saq import answers_link
from ppid.publishing.pages.kelengkapan.verifikasi import links_of
from ppid.publishing.publication import Publication
from ppid.values.dates import format_tanggal

_WARNINGS, _EVIDENCE = 10, 3
"""How many are shown of each."""
_OPEN = (State.BELUM, State.PERLU_DILIHAT)
"""The states of what can still be met."""


@dataclass(frozen=True, slots=True)
class Temuan:
    """One obligation of this OPD: why it is so, what would meet it, and what that would bring.

    Each is empty where it is said of several obligations at once, `syarat` and `poin` also where
    nothing can be gained.
    """

    penilaian: Assessment
    kode: str
    keadaan: str
    alasan: str
    syarat: str
    poin: str
    bukti: tuple[Evidence, ...]
    lebih: int
    sanggahan: tuple[Sanggahan, ...]


@dataclass(frozen=True, slots=True)
class KelompokTemuan:
    """Findings of which the same is to be said; it is empty where each says its own."""

    alasan: str
    syarat: str
    poin: str
    temuan: tuple[Temuan, ...]


@dataclass(frozen=True, slots=True)
class Golongan:
    """The findings of one state in one category."""

    nama: str
    jumlah: int
    kelompok: tuple[KelompokTemuan, ...]


@dataclass(frozen=True, slots=True)
class KelengkapanOpd:
    """What the template of one OPD and year needs.

    `umum` is the reason, and `syarat` by the anchor of a state what would meet them, of most of its
    findings: those then do not repeat it.
    """

    lead: str
    warnings: tuple[str, ...]
    facts: tuple[Fact, ...]
    kategori: Section
    umum: str
    syarat: Mapping[str, str]
    belum: tuple[Golongan, ...]
    perlu_dilihat: tuple[Golongan, ...]
    terpenuhi: tuple[Golongan, ...]
    tercatat: tuple[Golongan, ...]
    tidak_berlaku: tuple[Golongan, ...]
    surat: Letter
    penutup: tuple[Section, ...]
    neighbours: tuple[Link, ...]


def pages(opd: str, publication: Publication) -> Iterator[Page]:
    """Yield the page of an OPD for every year."""
    for year in publication.completeness.years:
        for report in year.reports:
            if report.opd == opd:
                yield _page(report, year, publication)


def _page(report: OpdReport, year: YearReport, publication: Publication) -> Page:
    corpus, tahun, profil = publication.corpus, report.tahun, report.profil
    years = publication.completeness.years
    found = _findings(report, corpus)
    missing, doubtful = found[State.BELUM], found[State.PERLU_DILIHAT]
    count, usual = _usual(t.alasan for t in missing)
    wanted = {state: _usual(t.syarat for t in found[state])[1] for state in _OPEN}
    lead = "Tidak ada kewajiban yang berlaku pada tahun ini."
    if not report.mulai:
        lead = f"Belum mulai: daftar atau laporan sampai {tahun} belum ada dalam data ini."
    if report.score.berlaku:
        lead = shared.count_sentence(report.score, contoh=report.contoh)
    answers = answers_link(report.opd, tahun, corpus)
    more = (
        *filter(None, (answers, years_link(report.opd, tahun, publication))),
        *links_of(report.opd, tahun, publication),
        INDEX,
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
            facts=tuple(_facts(report, year)),
            kategori=_categories(report),
            umum=_said_of_most(count, len(missing), usual),
            syarat={state.value: said for state, said in wanted.items() if said},
            belum=_by_category(
                _without(t, alasan=usual, syarat=wanted[State.BELUM]) for t in missing
            ),
            perlu_dilihat=_by_category(
                _without(t, syarat=wanted[State.PERLU_DILIHAT]) for t in doubtful
            ),
            terpenuhi=_by_category(found[State.TERPENUHI]),
            tercatat=_by_category(found[State.TERCATAT]),
            tidak_berlaku=_by_category(found[State.TIDAK_BERLAKU]),
            surat=objection_to_findings(report, corpus),
            penutup=(
                _open_warnings(report, publication.warnings_of(report.opd, tahun), corpus),
                *filter(None, (stretched(report, corpus),)),
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


def _facts(report: OpdReport, year: YearReport) -> Iterator[Fact]:
    profil = report.profil
    yield fact("Perangkat daerah", Cell(profil.nama, url_of(profil.id)))
    yield fact("Dinilai menurut", year.obligations.kumpulan.peraturan)
    yield fact("Hari penilaian", format_tanggal(report.hari))
    for handed in report.penyerahan:
        day = f", {format_tanggal(handed.day)}" if handed.day else ""
        due = f" (batasnya {format_tanggal(handed.due)})" if handed.due else ""
        words = f"{handed.state.words.capitalize()}{day}{due}"
        where = penyerahan_link(report.tahun).url
        yield fact(f"{handed.jenis} {report.tahun}", Cell(words, where))


def _categories(report: OpdReport) -> Section:
    late = Counter(a.obligation.kategori.kode for a in report.assessments if shared.is_late(a))
    rows = [
        (Cell(category.nama), *_counts(score, late[category.kode]))
        for category, score in report.categories
    ]
    rows.append((Cell("Seluruh kewajiban"), *_counts(report.score, late.total())))
    columns = ("Kategori", *shared.COUNTED, "Tenggat lewat", "Nilai")
    caption = f"{len(report.categories)} kategori kewajiban"
    table = Table(shared.tagged(caption, contoh=report.contoh), columns, rows, matrix=True)
    told = (
        "Nilai adalah bagian bobot yang terpenuhi, dalam persen. “Tenggat lewat” menghitung yang "
        "terpenuhi, tetapi dengan bukti yang lebih tua dari tenggatnya."
    )
    return Section("Menurut kategori", (told,), table=table, anchor="kategori")


def _counts(score: Score, late: int) -> tuple[Cell, ...]:
    return (*shared.counts(score), number(late), shared.figure(score.nilai))


# ---- the findings


def _findings(report: OpdReport, corpus: Corpus) -> Mapping[State, list[Temuan]]:
    """Return the findings of a report by state, in the order of the obligations."""
    gains = Gains(report)
    found: dict[State, list[Temuan]] = {state: [] for state in State}
    for a in report.assessments:
        fresh = _freshness(a) if a.state is State.TERPENUHI else ""
        syarat, poin = shared.points(a, gains) if a.state in _OPEN else ("", "")
        finding = Temuan(
            penilaian=a,
            kode=code_of(a),
            keadaan="sebagian" if shared.is_late(a) else a.state.value,
            alasan=f"{said(report, a)} {fresh}".rstrip(),
            syarat=syarat,
            poin=poin,
            bukti=a.evidence[:_EVIDENCE],
            lebih=max(len(a.evidence) - _EVIDENCE, 0),
            sanggahan=objections_to(a, corpus),
        )
        found[a.state].append(finding)
    return found


def _usual(said: Iterable[str]) -> tuple[int, str]:
    """Return what more than half of the findings say, and how many; none where few do."""
    counted = Counter(said)
    words, count = next(iter(counted.most_common(1)), ("", 0))
    return (count, words) if count > counted.total() / 2 and count > 1 else (0, "")


def _said_of_most(count: int, all_: int, usual: str) -> str:
    """Say the reason of most obligations once, and where the others stand, if there are others."""
    if not usual:
        return ""
    if count == all_:
        return f"Alasan untuk {all_} kewajiban ini: {usual}"
    return (
        f"Alasan untuk {count} dari {all_} kewajiban: {usual} "
        "Alasan yang lain ditulis pada kewajibannya."
    )


def _without(finding: Temuan, *, syarat: str, alasan: str = "", poin: str = "") -> Temuan:
    """Return a finding that does not repeat what is said above it of several."""
    return replace(
        finding,
        alasan="" if finding.alasan == alasan else finding.alasan,
        syarat="" if finding.syarat == syarat else finding.syarat,
        poin="" if finding.poin == poin else finding.poin,
    )


def _by_category(found: Iterable[Temuan]) -> tuple[Golongan, ...]:
    """Group findings by category, and in each by what is to be said of them."""
    categories: dict[str, list[Temuan]] = {}
    for finding in found:
        categories.setdefault(finding.penilaian.obligation.kategori.nama, []).append(finding)
    return tuple(
        Golongan(name, len(group), tuple(_said_once(group))) for name, group in categories.items()
    )


def _said_once(found: list[Temuan]) -> Iterator[KelompokTemuan]:
    """Yield findings with one reason, or without one of their own with the same to gain."""
    alike: dict[str, list[Temuan]] = {}
    for finding in found:
        key = finding.alasan or f"{finding.syarat} {finding.poin}".strip()
        alike.setdefault(key, []).append(finding)
    for group in alike.values():
        if len(group) > 1:
            told = {(t.syarat, t.poin) for t in group}
            syarat, poin = told.pop() if len(told) == 1 else ("", "")
            own = (_without(t, alasan=t.alasan, syarat=syarat, poin=poin) for t in group)
            yield KelompokTemuan(group[0].alasan, syarat, poin, tuple(own))
    if alone := tuple(group[0] for group in alike.values() if len(group) == 1):
        yield KelompokTemuan("", "", "", alone)


def _freshness(assessment: Assessment) -> str:
    """Say how the evidence of what was met stands to its clock."""
    clock, day = assessment.obligation.tenggat, assessment.diperbarui
    if assessment.kesegaran is Kesegaran.TIDAK_DIKETAHUI:
        return "Tanggal buktinya tidak dicantumkan."
    dated = f"Bertanggal {format_tanggal(day)}" if day else ""
    if clock is None or assessment.kesegaran is Kesegaran.TANPA_TENGGAT:
        return f"{dated}." if dated else ""
    how = "melewati" if assessment.kesegaran is Kesegaran.LEWAT else "memenuhi"
    return f"{dated}, {how} tenggat: {clock.teks[0].lower()}{clock.teks[1:]}."


# ---- warnings and the figure


def _open_warnings(report: OpdReport, found: Sequence[Diagnostic], corpus: Corpus) -> Section:
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


def stretched(report: OpdReport, corpus: Corpus) -> Section | None:
    """Show the documents that are named for many obligations, with those that they answer.

    However a document is spelled or copied, it is one.
    """
    met, all_, shown = Counter[str](), Counter[str](), dict[str, Cell]()
    for a in report.assessments:
        for evidence in a.evidence:
            row = corpus.find(evidence.record) if evidence.record else None
            if isinstance(row, InformasiPublik):
                key = document_key(row, report.hari, corpus)[0] or evidence.url
                shown.setdefault(key, _named(row, evidence, corpus))
                all_[key] += 1
                met[key] += a.state is State.TERPENUHI
    many = report.paling_banyak
    found = [(key, count) for key, count in all_.most_common() if count > many]
    if not found:
        return None
    columns: Columns[tuple[str, int]] = {
        "Dokumen": lambda one: shown[one[0]],
        "Disebut untuk": lambda one: one[1],
        "Menjawab": lambda one: met[one[0]],
    }
    table = table_of(f"{len(found)} dokumen", found, columns)
    told = f"Satu dokumen menjawab paling banyak {many} kewajiban; selebihnya perlu dilihat."
    title = "Satu dokumen untuk banyak kewajiban"
    return Section(title, (told,), table=table, anchor="satu-dokumen")


def _named(row: InformasiPublik, evidence: Evidence, corpus: Corpus) -> Cell:
    """Name a document elsewhere by its address, a file of the list by its title and kind."""
    found = document_of(row, corpus)
    if found and found.host:
        address = evidence.tautan.partition("#")[0]
        return Cell(address, address)
    file = document_cell(row, corpus)
    return Cell(f"{row.informasi} ({file.text})", file.url)


def _figure(report: OpdReport, corpus: Corpus) -> Section:
    score, nilai = report.score, report.score.nilai
    if nilai is None:
        return Section("Angka", ("Tidak ada yang dapat dihitung.",), anchor="angka")
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
    return Section("Angka", tuple(told), links=(shared.METHOD,), anchor="angka")
