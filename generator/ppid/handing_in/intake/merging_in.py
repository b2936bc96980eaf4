"""A handed-in list put together with what was stored since its template was made."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from ppid.core.corpus import Corpus
from ppid.diagnostics.diagnostic import Severity
from ppid.handing_in.intake.model import Intake, Question, Remark, TakenRow, Unused
from ppid.handing_in.intake.privacy import repeatable
from ppid.handing_in.merging.align import KODE_SEMULA
from ppid.handing_in.merging.merge import Conflict, MergeChange, MergeEffect, merge
from ppid.handing_in.merging.questions import question_of, said
from ppid.kinds.rows import MODELS
from ppid.reading.documents.book import CellPlace, FilledCell

_STORED_KEPT = "isi yang sudah tersimpan dipakai"
_QUIET = frozenset({MergeEffect.UBAH, MergeEffect.TAMBAH})


@dataclass(frozen=True, slots=True)
class Base:
    """The rows with which the template was prefilled, and the codes of its rows as prefilled.

    `cells` are those of the workbook, to say of each where it has gone.
    """

    rows: Sequence[Mapping[str, str]]
    codes: Mapping[int, str]
    cells: Mapping[CellPlace, FilledCell]


def merged_in(intake: Intake, base: Base, corpus: Corpus, answers: Mapping[str, str]) -> Intake:
    """Merge the rows of an intake into the stored list, by kode; conflicts become questions."""
    columns = MODELS[intake.target.jenis].model_fields
    stored = [
        TakenRow({name: _text(getattr(row, name)) for name in columns}, {})
        for row in corpus.in_list(
            MODELS[intake.target.jenis], intake.target.opd, intake.target.tahun
        )
    ]
    before = [TakenRow(row, {}) for row in base.rows]
    theirs = [_as_handed(row, intake, base) for row in intake.rows]
    outcome = merge(before, stored, theirs, answers)
    unanswered = {conflict.key for conflict in outcome.conflicts}
    every = merge(before, stored, theirs, {}).conflicts
    place = intake.headings[0].cells[0].place if intake.headings else CellPlace(intake.sheet, 1, 1)
    answered = [conflict for conflict in every if conflict.key not in unanswered]
    rows = tuple(_whole(row, intake) for row in outcome.rows)
    return replace(
        intake,
        rows=rows,
        unused=(*intake.unused, *_left_out(intake, rows, base)),
        questions=(*intake.questions, *_questions(outcome.conflicts, intake, place)),
        answered=(*intake.answered, *_questions(answered, intake, place)),
        remarks=(
            *intake.remarks,
            *(_unanswerable(c, intake, place) for c in outcome.conflicts if _cannot_ask(c, intake)),
            *(_effect(change, place) for change in outcome.changes if change.effect not in _QUIET),
        ),
    )


def _as_handed(row: TakenRow, intake: Intake, base: Base) -> TakenRow:
    """Keep only what the workbook has a column for: another field says nothing."""
    known = {heading.field for heading in intake.headings} | {"kode"}
    values = {name: text for name, text in row.values.items() if name in known or text}
    rows = {place.row for places in row.places.values() for place in places}
    prefilled = next((base.codes[number] for number in sorted(rows) if number in base.codes), "")
    return TakenRow({**values, KODE_SEMULA: prefilled}, row.places)


def _whole(row: TakenRow, intake: Intake) -> TakenRow:
    columns = MODELS[intake.target.jenis].model_fields
    return TakenRow(
        {name: row.values.get(name, "") for name in columns},
        {name: row.places.get(name, ()) for name in columns},
    )


def _left_out(intake: Intake, rows: Sequence[TakenRow], base: Base) -> list[Unused]:
    """Name the cells of fields and rows in whose place what is stored was kept."""
    kept = {place for row in rows for places in row.places.values() for place in places}
    handed = (p for row in intake.rows for places in row.places.values() for p in places)
    lost = [place for place in dict.fromkeys(handed) if place not in kept]
    return [Unused(base.cells[place], _STORED_KEPT) for place in lost if place in base.cells]


def _questions(conflicts: Sequence[Conflict], intake: Intake, place: CellPlace) -> list[Question]:
    found = (question_of(conflict, intake.target.jenis, place) for conflict in conflicts)
    return [
        replace(
            question,
            written=repeatable(question.written),
            readings=tuple(replace(r, means=repeatable(r.means)) for r in question.readings),
        )
        for question in found
        if question
    ]


def _cannot_ask(conflict: Conflict, intake: Intake) -> bool:
    return question_of(conflict, intake.target.jenis, CellPlace("", 1, 1)) is None


def _unanswerable(conflict: Conflict, intake: Intake, place: CellPlace) -> Remark:
    where = conflict.places[0] if conflict.places else place
    message = repeatable(said(conflict, intake.target.jenis))
    return Remark(where, Severity.GALAT, message, "Perbaiki kodenya di berkas, lalu ulangi.")


def _effect(change: MergeChange, place: CellPlace) -> Remark:
    where = change.places[0] if change.places else place
    title = repeatable(change.before or change.after)
    message = f"{change.kode} “{title}”: {change.effect.value}"
    return Remark(where, Severity.SARAN, message, "", "", "", change.field)


def _text(value: object) -> str:
    return "" if value is None else str(value)
