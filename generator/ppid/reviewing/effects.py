"""What a change does to completeness: figures before and after, and obligations that move."""

from collections.abc import Iterator, Mapping

from ppid.assessing.assess import assess
from ppid.assessing.model import Assessment, OpdReport, State
from ppid.reviewing.model import Moved, ScoreEffect
from ppid.reviewing.places import Places

_STATES: Mapping[State | None, str] = {
    State.TERPENUHI: "terpenuhi",
    State.BELUM: "belum terpenuhi",
    State.TIDAK_BERLAKU: "tidak berlaku",
    None: "tidak dinilai",
}


def effects(places: Places) -> Iterator[ScoreEffect]:
    """Yield each OPD and year of which a state or the figure changes, in order of year and OPD."""
    before = {
        (tahun, places.now(opd)): report
        for (opd, tahun), report in assess(places.before).by_opd.items()
    }
    after = {(tahun, opd): report for (opd, tahun), report in assess(places.after).by_opd.items()}
    for key in sorted({*before, *after}):
        effect = _effect(*key, before.get(key), after.get(key), places)
        if effect.moved or effect.before != effect.after:
            yield effect


def _effect(
    tahun: int, opd: str, old: OpdReport | None, new: OpdReport | None, places: Places
) -> ScoreEffect:
    return ScoreEffect(
        opd,
        places.office(opd),
        tahun,
        old.score.nilai if old else None,
        new.score.nilai if new else None,
        tuple(_moved(old, new)),
        any(report.contoh for report in (old, new) if report),
    )


def _moved(old: OpdReport | None, new: OpdReport | None) -> Iterator[Moved]:
    """Yield the obligations that move; where a year was not assessed before, those that are met."""
    before, after = _by_kode(old), _by_kode(new)
    for kode in {**before, **after}:
        was, now = before.get(kode), after.get(kode)
        states = was.state if was else None, now.state if now else None
        if states[0] is states[1] or not _says_something(*states, whole=bool(old and new)):
            continue
        told = now or was
        if told is not None:
            lost = states[0] is State.TERPENUHI
            reason = now.reason if now else "Kewajiban ini tidak dinilai lagi."
            names = _STATES[states[0]], _STATES[states[1]]
            yield Moved(kode, told.obligation.teks, *names, reason, lost)


def _says_something(was: State | None, now: State | None, *, whole: bool) -> bool:
    return whole or State.TERPENUHI in {was, now}


def _by_kode(report: OpdReport | None) -> Mapping[str, Assessment]:
    return {a.obligation.kode: a for a in report.assessments} if report else {}
