"""From a table to canonical rows: read, ask, fill, give codes, account for every cell."""

from collections.abc import Mapping
from dataclasses import replace

from ppid.core.corpus import Corpus
from ppid.handing_in.intake.about_list import COPY, ask_about_nothing, ask_for_decision, is_copy
from ppid.handing_in.intake.codes import earlier_list, stored_list
from ppid.handing_in.intake.coding import Known, give_codes
from ppid.handing_in.intake.gathering import Gathering
from ppid.handing_in.intake.missing_columns import Columns, fill_columns
from ppid.handing_in.intake.model import Intake, Question, Remark, Repair, Table, TakenRow, Target
from ppid.handing_in.intake.privacy import repeatable
from ppid.handing_in.intake.reading.by_field import readers_for
from ppid.handing_in.intake.row_reading import Draft, RowReader
from ppid.kinds.opd import ProfilOpd
from ppid.kinds.rows import MODELS
from ppid.reading.documents.book import CellPlace, FilledCell


def understand(table: Table, target: Target, corpus: Corpus, answers: Mapping[str, str]) -> Intake:
    """Return the rows of `table` as they will stand in the list `target`, and what is to be asked.

    `answers` maps keys of questions to answers; others in it are ignored. Never raises for what a
    table may hold: what cannot be read stays as it was written and is reported.
    """
    gathering = Gathering(answers)
    drafts = _drafts(table, target, corpus, gathering)
    about: dict[str, str] = {}
    if drafts:
        earlier = earlier_list(target, corpus)
        profil = corpus.get(ProfilOpd, target.opd)
        columns = Columns(table.headings, readers_for(target, corpus), earlier, profil)
        fill_columns(drafts, columns, gathering)
        give_codes(drafts, Known(earlier, stored_list(target, corpus)), gathering)
        about |= ask_for_decision(drafts, target, corpus, gathering)
    elif table.nihil:
        about |= ask_about_nothing(table, gathering)
    filled = frozenset(cells_in(table))
    copied = is_copy(drafts, target)
    if copied:
        gathering.remark(drafts[0].place, COPY, "")
    return Intake(
        target=target,
        sheet=table.sheet,
        headings=table.headings,
        rows=tuple(_taken(draft, target) for draft in drafts),
        unused=(*table.unused, *gathering.unused),
        repairs=(*map(_repeatable_repair, table.repairs), *gathering.repairs),
        remarks=(*map(_repeatable_remark, table.remarks), *gathering.remarks),
        questions=(*map(_repeatable_question, table.questions), *gathering.questions),
        cells=len(filled),
        salinan_resmi=copied,
        about=about,
        answered=gathering.answered,
        filled=filled,
    )


def _drafts(table: Table, target: Target, corpus: Corpus, gathering: Gathering) -> list[Draft]:
    reported = frozenset(remark.place for remark in table.remarks)
    reader = RowReader(readers_for(target, corpus), gathering, reported)
    drafts: list[Draft] = []
    for row in table.rows:
        drafts.append(reader.read(row, drafts[-1] if drafts else None))
    return drafts


def _taken(draft: Draft, target: Target) -> TakenRow:
    columns = MODELS[target.jenis].model_fields
    values = {name: draft.values.get(name, "") for name in columns}
    return TakenRow(values, {name: draft.places.get(name, ()) for name in columns})


def cells_in(table: Table) -> Mapping[CellPlace, FilledCell]:
    """Return every filled cell that a table accounts for, by its place."""
    cells = [cell for heading in table.headings for cell in heading.cells]
    cells += [each.cell for each in table.unused]
    for row in table.rows:
        cells += [cell for group in row.fields.values() for cell in group]
        cells += row.section
    return {cell.place: cell for cell in cells}


def _repeatable_repair(repair: Repair) -> Repair:
    return replace(repair, before=repeatable(repair.before), after=repeatable(repair.after))


def _repeatable_remark(remark: Remark) -> Remark:
    return replace(remark, message=repeatable(remark.message))


def _repeatable_question(question: Question) -> Question:
    written, asks = repeatable(question.written), repeatable(question.asks)
    return replace(question, written=written, asks=asks)
