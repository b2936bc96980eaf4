"""From a corpus to every assessment: OPD × year × obligation."""

from dataclasses import dataclass
from datetime import date

from ppid.assessing.evidence import Dossier, Dossiers, Found, idle, look
from ppid.assessing.model import (
    Assessment,
    Completeness,
    Kesegaran,
    Obligation,
    ObligationSet,
    OpdReport,
    State,
    YearReport,
)
from ppid.assessing.obligations import Answering, Bound, answering_in, bound, existed_in, set_for
from ppid.assessing.score import Weights, total, total_by_category
from ppid.checking.rules.timeliness import day_of_year
from ppid.core.corpus import Corpus
from ppid.kinds.acuan.kewajiban import Tenggat
from ppid.kinds.opd import ProfilOpd
from ppid.values.dates import format_tanggal, months_before


def judging_day(tahun: int, today: date) -> date:
    """Return the day by which a year is judged: old years are not blamed for having grown old."""
    return min(date(tahun, 12, 31), today)


def due_day(clock: Tenggat | None, tahun: int) -> date | None:
    """Return the day by which something is due in the following year; None without such a day."""
    if clock is None or clock.batas is None:
        return None
    return day_of_year(tahun + 1, clock.batas)


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
    assessments = tuple(_assess(o, dossier, city) for o in obligations.obligations)
    score, categories = weights.score(assessments)
    return OpdReport(
        profil=dossier.profil,
        tahun=dossier.tahun,
        hari=dossier.day,
        assessments=assessments,
        score=score,
        categories=categories,
        contoh=dossier.contoh,
    )


def _assess(obligation: Obligation, dossier: Dossier, city: Answering) -> Assessment:
    found = _found(obligation, dossier, city)
    fresh = Kesegaran.TANPA_TENGGAT
    if found.state is State.TERPENUHI:
        fresh = freshness(obligation, found.diperbarui, dossier.tahun, dossier.day)
        if obligation.tenggat_menentukan:
            found = _by_the_clock(obligation, found, fresh)
    elif found.state is State.BELUM:
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
    )


def _found(obligation: Obligation, dossier: Dossier, city: Answering) -> Found:
    profil, tahun = dossier.profil, dossier.tahun
    if not existed_in(profil, tahun):
        ended = profil.aktif_sampai is not None and profil.aktif_sampai.year < tahun
        how = "tidak lagi" if ended else "belum"
        return idle(f"Perangkat daerah ini {how} ada pada tahun {tahun}.")
    binds, why_not = bound(obligation, profil, city)
    if binds is Bound.NO:
        return idle(why_not)
    found = look(obligation, dossier)
    # A thing that is merely mentioned must not lower a score: it binds once it is shown.
    if binds is Bound.IF_RECORDED and found.state is not State.TERPENUHI:
        return idle(why_not)
    return found


def _by_the_clock(obligation: Obligation, found: Found, fresh: Kesegaran) -> Found:
    """Take back what came late, or nobody knows when, where the clock is the obligation itself."""
    if fresh in {Kesegaran.TEPAT, Kesegaran.TANPA_TENGGAT} or obligation.tenggat is None:
        return found
    how = "sudah lewat" if fresh is Kesegaran.LEWAT else "belum dapat dihitung"
    reason = f"{found.reason.removesuffix('.')}; tenggatnya {how}."
    return found._replace(state=State.BELUM, reason=reason)


def _not_due_yet(obligation: Obligation, found: Found, dossier: Dossier) -> Found:
    """Ask for nothing before the day on which it is due."""
    due = due_day(obligation.tenggat, dossier.tahun)
    if due is None or dossier.corpus.today > due:
        return found
    return idle(f"Batas waktunya, {format_tanggal(due)}, belum lewat.")


@dataclass(frozen=True, slots=True)
class CategoryOverview:
    """A category with its counts; `url` is the part of the year's page that it is counted from."""

    nama: str
    terpenuhi: int
    belum: int
    url: str

    @property
    def berlaku(self) -> int:
        """How many obligations apply."""
        return self.terpenuhi + self.belum


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
    categories = tuple(
        CategoryOverview(c.nama, score.terpenuhi, score.belum, f"{url}#{c.kode}")
        for c, score in year.categories
    )
    return Overview(year.tahun, url, categories, year.contoh)
