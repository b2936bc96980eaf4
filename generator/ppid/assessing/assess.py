"""From a corpus to every assessment: OPD × year × obligation, computed once for a corpus."""

from functools import lru_cache

from ppid.assessing.dossier import Dossier, Shelf
from ppid.assessing.evidence import look
from ppid.assessing.found import Found, idle
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
from ppid.assessing.obligations import set_for
from ppid.assessing.scope import Answering, Bound, answering_in, bound, existed_in
from ppid.assessing.score import Weights, total, total_by_category
from ppid.assessing.timeliness import due_day, freshness, judging_day
from ppid.core.corpus import Corpus
from ppid.kinds.opd import ProfilOpd
from ppid.values.tanggal import format_tanggal


@lru_cache(maxsize=2)
def assess(corpus: Corpus) -> Completeness:
    """Assess every year for which anybody handed in anything and a set of obligations is on file.

    Only the last two corpora are remembered: a review compares two.
    """
    shelf = Shelf(corpus)
    years = tuple(
        _year(tahun, obligations, shelf, corpus)
        for tahun in shelf.years()
        if (obligations := set_for(corpus, tahun))
    )
    return Completeness(
        years,
        {year.tahun: year for year in years},
        {(report.opd, year.tahun): report for year in years for report in year.reports},
    )


def _year(tahun: int, obligations: ObligationSet, shelf: Shelf, corpus: Corpus) -> YearReport:
    day = judging_day(tahun, corpus.today)
    city, weights = answering_in(tahun, corpus), Weights(obligations)
    reports = tuple(
        _report(shelf.dossier(profil, tahun, day), obligations, city, weights)
        for profil in corpus.of(ProfilOpd)
    )
    return YearReport(
        tahun,
        day,
        obligations,
        reports,
        total(report.score for report in reports),
        total_by_category([report.categories for report in reports]),
        any(report.contoh for report in reports),
    )


def _report(
    dossier: Dossier, obligations: ObligationSet, city: Answering, weights: Weights
) -> OpdReport:
    assessments = tuple(_assess(o, dossier, city) for o in obligations.obligations)
    score, categories = weights.score(assessments)
    return OpdReport(
        dossier.profil, dossier.tahun, dossier.day, assessments, score, categories, dossier.contoh
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
        obligation,
        dossier.opd,
        dossier.tahun,
        found.state,
        found.evidence,
        found.reason,
        fresh,
        found.diperbarui,
    )


def _found(obligation: Obligation, dossier: Dossier, city: Answering) -> Found:
    if not existed_in(dossier.profil, dossier.tahun):
        return idle(_not_there(dossier.profil, dossier.tahun))
    how, why_not = bound(obligation, dossier.profil, city)
    if how is Bound.NO:
        return idle(why_not)
    found = look(obligation, dossier)
    # A thing that is merely mentioned must not lower a score: it binds once it is shown.
    if how is Bound.IF_RECORDED and found.state is not State.TERPENUHI:
        return idle(why_not)
    return found


def _not_there(profil: ProfilOpd, tahun: int) -> str:
    ended = profil.aktif_sampai is not None and profil.aktif_sampai.year < tahun
    return f"Perangkat daerah ini {'tidak lagi' if ended else 'belum'} ada pada tahun {tahun}."


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
