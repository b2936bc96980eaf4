"""Two checked projects become one review: every change, finding, effect and question, in order."""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from ppid.assessing.assess import assess
from ppid.assessing.model import OpdReport, State
from ppid.checking.check import Checked, check_folder
from ppid.checking.load import Memory
from ppid.core.corpus import pause_gc
from ppid.core.project_files import DiskFolder
from ppid.diagnostics.diagnostic import Diagnostic, by_importance
from ppid.diagnostics.places import RecordId
from ppid.history.differences import values_of
from ppid.kinds import title_of
from ppid.reviewing.as_json import as_json
from ppid.reviewing.as_markdown import LIMIT, as_markdown
from ppid.reviewing.as_text import as_text
from ppid.reviewing.base import Stored
from ppid.reviewing.changes import (
    copies_changed,
    document_changes,
    folder_changes,
    list_changes,
    page_changes,
    record_changes,
    rewritten,
    untold,
)
from ppid.reviewing.decisions import decisions
from ppid.reviewing.model import (
    ChangeSort,
    ComparedBase,
    Moved,
    Review,
    ReviewChange,
    ScoreCause,
    ScoreEffect,
    TouchedFiles,
    Unchanged,
)
from ppid.reviewing.outside_files import outside_files
from ppid.reviewing.places import Places, places_of
from ppid.reviewing.rows import row_changes

_NUMBERS = re.compile(r"\d+")
_Key = tuple[object, ...]
_STATES: Mapping[State | None, str] = {
    State.TERPENUHI: "terpenuhi",
    State.BELUM: "belum terpenuhi",
    State.PERLU_DILIHAT: "perlu dilihat pemantau",
    State.TERCATAT: "tercatat di luar persen",
    State.TIDAK_BERLAKU: "tidak berlaku",
    None: "tidak dinilai",
}


def review_branch(root: Path, stored: Stored, today: date) -> Review:
    """Compare the work tree below `root` with what git stored; both are read with the same eyes."""
    with pause_gc():
        memory = Memory()
        before = check_folder(stored.folder, today, memory)
        after = check_folder(DiskFolder(root), today, memory)
        return review(before, after, stored.base, stored.touched)


def review(before: Checked, after: Checked, base: ComparedBase, touched: TouchedFiles) -> Review:
    """Compare two corpora; `touched` adds what only git knows of their files."""
    with pause_gc():
        places = places_of(before, after)
        renamed = [*(touched.renamed or {}).items()]
        found = [
            *folder_changes(places),
            *list_changes(places),
            *row_changes(places),
            *record_changes(places, renamed),
            *document_changes(before, after, touched),
            *page_changes(before, after, renamed),
        ]
        found += copies_changed(found, places)
        alike = rewritten(before, after, touched, places)
        told = {path for change in found for path in change.paths}
        moved = {path for both in renamed for path in both}
        found += untold(places, touched, told | moved | {*alike})
        known = before.texts.keys() | after.texts.keys()
        known |= places.unread_before.keys() | places.unread_after.keys()
        known |= before.corpus.documents | after.corpus.documents
        changes = tuple(sorted(found, key=lambda change: change.order))
        new, solved = _compare_findings(before, after, places, _renamed_rows(changes))
        effects = tuple(_effects(places))
        outside = outside_files(touched.changed, known)
        return Review(
            base=base,
            changes=changes,
            new=new,
            solved=solved,
            effects=effects,
            decisions=tuple(decisions(changes, new, effects, outside, after.corpus)),
            unchanged=Unchanged(
                rewritten=alike,
                renamed=tuple(sorted(renamed)),
            ),
            outside=outside,
        )


def _renamed_rows(changes: Sequence[ReviewChange]) -> dict[RecordId, RecordId]:
    """Map the ids of rows that took another `kode`, so that their findings stay theirs."""
    renamed = {}
    for change in changes:
        for detail in change.details:
            if detail.sort is ChangeSort.KODE_BERUBAH and detail.field == "kode":
                kind, opd, tahun, slug = change.record.split("/", 3)
                old = RecordId(kind, opd, int(tahun), detail.before.lower())
                renamed[old] = old._replace(slug=slug)
    return renamed


def _compare_findings(
    before: Checked, after: Checked, places: Places, renamed: Mapping[RecordId, RecordId]
) -> tuple[tuple[Diagnostic, ...], tuple[Diagnostic, ...]]:
    """Return the new findings and the solved ones, gravest first.

    A finding is known by its rule, its record or file, and its sentence, never by its line. One of
    the same rule and record whose sentence counts otherwise (“3 dari 12 baris”) is the same too.
    `renamed` maps the ids of rows that took another `kode`; two rows may have exchanged theirs.
    """

    def known(d: Diagnostic) -> _Key:
        if d.record is None:
            return d.rule_id, d.severity, places.path_now(d.span.path)
        return d.rule_id, d.severity, d.record._replace(opd=places.now(d.record.opd))

    def exact(d: Diagnostic) -> _Key:
        return (*known(d), d.message)

    def counted(d: Diagnostic) -> _Key:
        return (*known(d), _NUMBERS.sub("#", d.message))

    def as_it_is_now(d: Diagnostic) -> Diagnostic:
        now = renamed.get(d.record) if d.record else None
        return replace(d, record=now) if now else d

    earlier = [as_it_is_now(each) for each in before.findings]
    came, went = _without_common(earlier, after.findings, exact)
    came, went = _without_common(went, came, counted)
    return tuple(by_importance(came)), tuple(by_importance(went))


def _without_common(
    before: Iterable[Diagnostic],
    after: Iterable[Diagnostic],
    key: Callable[[Diagnostic], _Key],
) -> tuple[list[Diagnostic], list[Diagnostic]]:
    """Return what only `after` has and what only `before` has; findings are paired one to one."""
    waiting: dict[_Key, list[Diagnostic]] = defaultdict(list)
    for diagnostic in before:
        waiting[key(diagnostic)].append(diagnostic)
    came: list[Diagnostic] = []
    used: Counter[_Key] = Counter()
    for diagnostic in after:
        known = key(diagnostic)
        if used[known] < len(waiting.get(known, ())):
            used[known] += 1
        else:
            came.append(diagnostic)
    return came, [d for known, listed in waiting.items() for d in listed[used[known] :]]


def _effects(places: Places) -> Iterator[ScoreEffect]:
    """Yield each OPD and year of which a state or the figure changes, in order of year and OPD."""
    before = {
        (tahun, places.now(opd)): report
        for (opd, tahun), report in assess(places.before).by_opd.items()
    }
    after = {(tahun, opd): report for (opd, tahun), report in assess(places.after).by_opd.items()}
    for tahun, opd in sorted({*before, *after}):
        old, new = before.get((tahun, opd)), after.get((tahun, opd))
        effect = ScoreEffect(
            opd=opd,
            nama=places.office(opd),
            tahun=tahun,
            before=old.score.nilai if old else None,
            after=new.score.nilai if new else None,
            moved=tuple(_moved(old, new)),
            contoh=any(report.contoh for report in (old, new) if report),
            causes=tuple(_causes(old, new, places)),
        )
        if effect.moved or effect.before != effect.after:
            yield effect


def _causes(old: OpdReport | None, new: OpdReport | None, places: Places) -> Iterator[ScoreCause]:
    """Yield the records that came, went or changed and on which moved obligations rest.

    Those on which most rest come first.
    """
    before, after = (
        {a.obligation.kode: a for a in report.assessments} if report else {}
        for report in (old, new)
    )
    gained, lost = Counter[RecordId](), Counter[RecordId]()
    for kode in before.keys() | after.keys():
        was, now = before.get(kode), after.get(kode)
        met = [each is not None and each.state is State.TERPENUHI for each in (was, now)]
        if now is not None and met == [False, True]:
            gained.update({e.record for e in now.evidence if e.record})
        if was is not None and met == [True, False]:
            lost.update({e.record for e in was.evidence if e.record})
    for record_id, _ in sorted((gained + lost).items(), key=lambda each: (-each[1], each[0])):
        earlier, later = places.before.find(record_id), places.after.find(record_id)
        record = later or earlier
        if record is not None and not (
            earlier and later and values_of(earlier) == values_of(later)
        ):
            name = f"“{title_of(record)}” ({places.place_of(record)})"
            yield ScoreCause(name, gained[record_id], lost[record_id])


def _moved(old: OpdReport | None, new: OpdReport | None) -> Iterator[Moved]:
    """Yield the obligations that move; where a year was not assessed before, those that are met."""
    before, after = (
        {a.obligation.kode: a for a in report.assessments} if report else {}
        for report in (old, new)
    )
    for kode, assessment in {**before, **after}.items():
        was, now = (side[kode].state if kode in side else None for side in (before, after))
        if was is not now and ((old and new) or State.TERPENUHI in {was, now}):
            yield Moved(
                kode=kode,
                teks=assessment.obligation.teks,
                before=_STATES[was],
                after=_STATES[now],
                reason=after[kode].reason if now else "Kewajiban ini tidak dinilai lagi.",
                lost=was is State.TERPENUHI,
            )


def rendered(review: Review, form: str, *, colour: bool = False, whole: bool = False) -> str:
    """Write a review as `teks`, `markdown` or `json`; JSON is always whole."""
    if form == "json":
        return as_json(review)
    if form == "markdown":
        return as_markdown(review, None if whole else LIMIT)
    return as_text(review, colour=colour, whole=whole)
