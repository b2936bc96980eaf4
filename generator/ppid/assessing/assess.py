"""From a corpus to every assessment: OPD × year × obligation."""

from dataclasses import dataclass
from datetime import date

from ppid.assessing.evidence import Dossier, Dossiers, Found, idle, look, recorded
from ppid.assessing.findings import category_address
from ppid.assessing.fitting import document_key
from ppid.assessing.model import (
    Assessment,
    Completeness,
    Evidence,
    Kesegaran,
    Obligation,
    ObligationSet,
    OpdReport,
    Score,
    State,
    YearReport,
)
from ppid.assessing.obligations import Answering, Bound, answering_in, bound, set_for
from ppid.assessing.score import Weights, total, total_by_category
from ppid.assessing.timeliness import handed_in
from ppid.checking.rules.timeliness import day_of_year
from ppid.core.corpus import Corpus
from ppid.kinds.acuan.kewajiban import Kategori, Tenggat, judging_day
from ppid.kinds.dip.model import InformasiPublik
from ppid.kinds.opd import ProfilOpd
from ppid.values.addresses import document_address
from ppid.values.dates import format_tanggal, months_before


def due_day(clock: Tenggat | None, tahun: int) -> date | None:
    """Return the day of a year by which something on the year before is due; None without one."""
    if clock is None or clock.batas is None:
        return None
    return day_of_year(tahun, clock.batas)


def freshness(obligation: Obligation, touched: date | None, tahun: int, day: date) -> Kesegaran:
    """Hold the day of evidence against the clock of its obligation."""
    clock = obligation.tenggat
    due = due_day(clock, tahun)
    if clock is None or (due is None and clock.bulan is None):
        return Kesegaran.TANPA_TENGGAT
    if touched is None:
        return Kesegaran.TIDAK_DIKETAHUI
    in_time = touched <= due if due else touched >= months_before(day, clock.bulan or 0)
    return Kesegaran.TEPAT if in_time else Kesegaran.LEWAT


def assess(corpus: Corpus) -> Completeness:
    """Assess every year for which anybody handed in anything and a set of obligations is on file.

    It is computed anew with every call: whoever needs it twice keeps it (`Publication`).
    """
    dossiers = Dossiers(corpus)
    years = tuple(
        _year(tahun, obligations, dossiers, corpus)
        for tahun in dossiers.years()
        if (obligations := set_for(corpus, tahun))
    )
    return Completeness(
        years,
        {year.tahun: year for year in years},
        {(report.opd, year.tahun): report for year in years for report in year.reports},
    )


def _year(tahun: int, obligations: ObligationSet, dossiers: Dossiers, corpus: Corpus) -> YearReport:
    day = judging_day(tahun, corpus.today)
    city, weights = answering_in(tahun, corpus), Weights(obligations)
    reports = tuple(
        _report(dossiers.dossier(profil, tahun, day), obligations, city, weights)
        for profil in corpus.of(ProfilOpd)
    )
    return YearReport(
        tahun=tahun,
        hari=day,
        obligations=obligations,
        reports=reports,
        score=total(report.score for report in reports),
        categories=total_by_category([report.categories for report in reports]),
        contoh=any(report.contoh for report in reports),
    )


def _report(
    dossier: Dossier, obligations: ObligationSet, city: Answering, weights: Weights
) -> OpdReport:
    judged = (_assess(o, dossier, city) for o in obligations.obligations)
    assessments = weights.shared_out(tuple(judged))
    score, categories = weights.score(assessments)
    met = (a.evidence for a in assessments if a.state is State.TERPENUHI)
    return OpdReport(
        profil=dossier.profil,
        tahun=dossier.tahun,
        hari=dossier.day,
        assessments=assessments,
        score=score,
        categories=categories,
        contoh=dossier.contoh,
        penyerahan=handed_in(dossier.profil, dossier.tahun, dossier.corpus),
        dokumen=len({_document_of(e, dossier) for each in met for e in each}),
        mulai=dossier.has_begun,
        paling_banyak=obligations.kumpulan.paling_banyak,
    )


def _document_of(evidence: Evidence, dossier: Dossier) -> str:
    """Return by what evidence is one document: copies of a file are one, as are spellings."""
    row = dossier.corpus.find(evidence.record) if evidence.record else None
    if isinstance(row, InformasiPublik):
        address, _ = document_key(row, dossier.day, dossier.corpus)
        return address or evidence.url
    return document_address(evidence.tautan) or evidence.url


def _assess(obligation: Obligation, dossier: Dossier, city: Answering) -> Assessment:
    found = _found(obligation, dossier, city)
    fresh = Kesegaran.TANPA_TENGGAT
    if found.state is State.TERPENUHI:
        fresh = freshness(obligation, found.diperbarui, dossier.tahun, dossier.day)
        if obligation.tenggat_menentukan:
            found = _by_the_clock(obligation, found, fresh)
    found = _not_due_yet(obligation, found, dossier)
    return Assessment(
        obligation=obligation,
        opd=dossier.opd,
        tahun=dossier.tahun,
        state=found.state,
        evidence=found.evidence,
        reason=found.reason,
        kesegaran=fresh,
        diperbarui=found.diperbarui,
        bobot=obligation.bobot,
    )


def _found(obligation: Obligation, dossier: Dossier, city: Answering) -> Found:
    profil, tahun = dossier.profil, dossier.tahun
    if not profil.ada_pada(tahun):
        ended = profil.aktif_sampai is not None and profil.aktif_sampai.year < tahun
        how = "tidak lagi" if ended else "belum"
        return idle(f"Perangkat daerah ini {how} ada pada tahun {tahun}.")
    if not dossier.has_begun:
        return idle(f"Belum mulai: daftar atau laporan sampai {tahun} belum ada dalam data ini.")
    binds, why_not = bound(obligation, profil, city)
    if binds is Bound.NO:
        return idle(why_not)
    found = look(obligation, dossier)
    # A thing that is merely mentioned neither raises nor lowers a figure.
    if binds is Bound.IF_RECORDED:
        return recorded(found) if found.state is State.TERPENUHI else idle(why_not)
    return found


def _by_the_clock(obligation: Obligation, found: Found, fresh: Kesegaran) -> Found:
    """Take back what came late, or nobody knows when, where the clock is the obligation itself."""
    if fresh in {Kesegaran.TEPAT, Kesegaran.TANPA_TENGGAT} or obligation.tenggat is None:
        return found
    how = "sudah lewat" if fresh is Kesegaran.LEWAT else "belum dapat dihitung"
    reason = f"{found.reason.removesuffix('.')}; tenggatnya {how}."
    return found._replace(state=State.BELUM, reason=reason)


def _not_due_yet(obligation: Obligation, found: Found, dossier: Dossier) -> Found:
    """Ask for nothing before the day on which it is due; what is there is on record only."""
    due = due_day(obligation.tenggat, dossier.tahun)
    if due is None or dossier.day > due or not found.state.counts:
        return found
    if found.state is State.TERPENUHI:
        return recorded(found)
    return idle(f"Batas waktunya, {format_tanggal(due)}, belum lewat pada hari penilaian.")


@dataclass(frozen=True, slots=True)
class CategoryOverview:
    """A category with its counts; `url` is the page of the matrix that it is counted from."""

    nama: str
    terpenuhi: int
    belum: int
    perlu_dilihat: int
    url: str

    @property
    def berlaku(self) -> int:
        """How many obligations apply."""
        return self.terpenuhi + self.belum + self.perlu_dilihat

    @property
    def bagian(self) -> tuple[tuple[str, int], ...]:
        """The parts of its bar; what must be looked at only where there is any."""
        seen = ((State.PERLU_DILIHAT.value, self.perlu_dilihat),) if self.perlu_dilihat else ()
        met, unmet = State.TERPENUHI.value, State.BELUM.value
        return ((met, self.terpenuhi), *seen, (unmet, self.belum))


def category_overview(category: Kategori, score: Score, tahun: int) -> CategoryOverview:
    """Return one category of a year."""
    return CategoryOverview(
        nama=category.nama,
        terpenuhi=score.terpenuhi,
        belum=score.belum,
        perlu_dilihat=score.perlu_dilihat,
        url=category_address(category.kode, tahun),
    )


@dataclass(frozen=True, slots=True)
class Overview:
    """The newest year; `contoh` says that it tells of a demonstration."""

    tahun: int
    url: str
    categories: tuple[CategoryOverview, ...]
    contoh: bool


def overview_of(completeness: Completeness) -> Overview | None:
    """Return the newest year in a few figures; None when no year can be assessed."""
    if not completeness.years:
        return None
    year = completeness.years[-1]
    url = f"kelengkapan/{year.tahun}/"
    categories = tuple(category_overview(c, score, year.tahun) for c, score in year.categories)
    return Overview(year.tahun, url, categories, year.contoh)
