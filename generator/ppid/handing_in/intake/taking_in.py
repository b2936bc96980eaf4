"""The way in as a whole: a workbook, a list to fill, and answers come to an intake."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from ppid.core.corpus import Corpus
from ppid.diagnostics.diagnostic import Severity
from ppid.diagnostics.inert import visible
from ppid.handing_in.earlier_answer import without_our_answer
from ppid.handing_in.intake.edits import CellEdit, edited
from ppid.handing_in.intake.list_facts import with_facts
from ppid.handing_in.intake.parcel import Parcel, unpack
from ppid.handing_in.intake.published_list import (
    PublishedList,
    as_stored,
    parted,
    published_list,
    remarks_on_published,
)
from ppid.handing_in.intake.sheets import ENCODING, find_table
from ppid.handing_in.intake.understand import DECIDED, cells_in, known_list, understand
from ppid.handing_in.intake.wanted import WantedList, wanted_list
from ppid.handing_in.intake.whole import remarks_on_losses
from ppid.handing_in.merging.align import KODE_SEMULA
from ppid.handing_in.merging.merge import Conflict, MergeEffect, merge
from ppid.handing_in.merging.questions import question_of, said
from ppid.handing_in.model import (
    OF_TEMPLATE,
    CellRemark,
    HandedRow,
    HandedTable,
    Intake,
    Question,
    Reading,
    TakenRow,
    Target,
    Unused,
)
from ppid.handing_in.template.filled_in import read_facts, read_nihil
from ppid.handing_in.template.form import (
    EARLIER_CODE,
    OTHER_HEADINGS,
    OTHER_SHEETS,
    is_example,
)
from ppid.handing_in.template.stamp import Stamp, base_rows, is_for, read_stamp, remarks_on
from ppid.kinds.opd import ProfilOpd
from ppid.kinds.rows import MODELS
from ppid.reading.documents.book import Book, CellPlace, FilledCell, NoWorkbookError
from ppid.reading.documents.opening import bare_name, open_workbook
from ppid.values.dates import format_tanggal
from ppid.values.identifiers import masked
from ppid.values.numbers import format_bulat
from ppid.values.text import nearest

MAX_ROWS = 2_100
"""Rows of a file that are understood within seconds: a list of 2,000, and what stands around it.

Fewer than of a list on file (`csv_file.MAX_ROWS`): here every cell is interpreted.
"""
_TOO_MANY_ROWS: Final = (
    "Bila isinya beberapa daftar atau beberapa tahun, simpan setiap daftar sebagai berkas sendiri "
    "dan serahkan satu per satu. Bila satu daftar saja sudah sebanyak itu, jangan dipecah: "
    "kirimkan berkasnya kepada PPID Utama, yang dapat menyimpannya sebagai CSV."
)


@dataclass(frozen=True, slots=True)
class HandedFile:
    """A workbook as it was handed in, opened; with its stamp, if it was made from a template.

    `edits` are cells that were mended since. What comes from the desk is a `parcel` around it.
    `published` tells that it is a list as the site offers it.
    """

    name: str
    content: bytes
    book: Book
    stamp: Stamp | None
    edits: tuple[CellEdit, ...] = ()
    parcel: Parcel | None = None
    published: PublishedList | None = None

    @property
    def rows(self) -> int:
        """Count the rows of all sheets in which anything stands."""
        return _rows_of(self.book)

    def answers_about(self, target: Target) -> Mapping[str, str]:
        """Return what was answered about a list before it was handed in."""
        return self.parcel.answers if self.parcel and self.parcel.target == target else {}


def opened(name: str, content: bytes) -> HandedFile:
    """Open a workbook; raises `NoWorkbookError` with a sentence and the next step."""
    if parcel := unpack(content):
        inside = _opened(parcel.name, parcel.content)
        return replace(inside, edits=parcel.edits, parcel=parcel)
    return _opened(name, content)


def _opened(name: str, content: bytes) -> HandedFile:
    book = without_our_answer(open_workbook(name, content))
    published = published_list(book)
    if (rows := _rows_of(book)) > MAX_ROWS:
        most = format_bulat(MAX_ROWS)
        sentence = f"Berkas ini memuat {format_bulat(rows)} baris; paling banyak {most} dibaca."
        raise NoWorkbookError(sentence, _TOO_MANY_ROWS)
    return HandedFile(bare_name(name), content, book, read_stamp(content), published=published)


def _rows_of(book: Book) -> int:
    return sum(len({cell.place.row for cell in sheet.cells}) for sheet in book.sheets)


class NoTargetError(Exception):
    """Nobody said which list it is, or for an OPD that is not there; the message says so."""


def target_of(typed: Target, handed: HandedFile, corpus: Corpus) -> Target:
    """Complete what was typed from what the workbook says of itself; raises `NoTargetError`."""
    stamp = handed.stamp
    told = Target(stamp.opd, stamp.jenis, stamp.tahun) if stamp else Target("", "", 0)
    if handed.published:
        told = handed.published.target
    if handed.parcel:
        told = handed.parcel.target
    chosen = Target(typed.opd or told.opd, typed.jenis or told.jenis, typed.tahun or told.tahun)
    parts = (("--opd", chosen.opd), ("--jenis", chosen.jenis), ("--tahun", chosen.tahun))
    missing = [option for option, value in parts if not value]
    if missing:
        message = f"Tulis {', '.join(missing)}; berkas ini bukan templat yang menyebutnya."
        raise NoTargetError(message)
    if corpus.get(ProfilOpd, chosen.opd) is None:
        near = nearest(chosen.opd, [profil.id.opd for profil in corpus.of(ProfilOpd)])
        hint = f" Mungkin maksudnya “{near}”." if near else ""
        message = f"Perangkat daerah “{visible(chosen.opd)}” tidak ada.{hint}"
        raise NoTargetError(message)
    return chosen


@dataclass(frozen=True, slots=True)
class Taken:
    """An intake, and the keys of answers to questions that nobody asks any more.

    `merged`: what was stored since the template was made has been put together with the rows, so
    that writing them loses nothing.
    """

    intake: Intake
    outdated: tuple[str, ...] = ()
    merged: bool = False


def take_in(
    handed: HandedFile, target: Target, corpus: Corpus, answers: Mapping[str, str]
) -> Taken:
    """Find the list in a workbook, understand it with the answers that are there, and merge it."""
    wanted = wanted_list(target, corpus, answers)
    book = book_as_answered(handed, answers)
    own, added = parted(book, handed.published)
    table = _without_ours(find_table(own, wanted), handed)
    table = replace(table, unused=(*table.unused, *added))
    nothing = _statement_of_nothing(handed.content, target)
    doubted: tuple[Question, ...] = ()
    if nothing and table.rows:
        question = _nothing_or_rows(table, nothing["nihil.pernyataan"])
        table, doubted = _decided(table, question, answers.get(question.key, ""))
    nothing = {} if table.rows else nothing
    table = replace(table, nihil=table.nihil or nothing.get("nihil.pernyataan", ""))
    known = known_list(target, corpus)
    facts = read_facts(handed.content)
    decided = {} if known and known.ditetapkan else _as_answers(facts, DECIDED)
    intake = understand(table, target, corpus, {**nothing, **decided, **answers})
    # Counted are the cells of the workbook itself, whatever has become of them since.
    filled = frozenset(cell.place for sheet in book.sheets for cell in sheet.cells)
    told = (*intake.remarks, *remarks_on_losses(intake, book))
    intake = replace(intake, cells=len(filled), filled=filled, remarks=told)
    if handed.published:
        remarks = remarks_on_published(handed.published, target, known, intake.place)
        intake = replace(intake, remarks=(*intake.remarks, *remarks))
    merges = False
    if stamp := handed.stamp:
        remarks = remarks_on(stamp, target, intake.place)
        intake = replace(intake, remarks=(*intake.remarks, *remarks))
        # There must be something to merge with, and a sound base to do it from.
        merges = bool(is_for(stamp, target) and stamp.base and known and intake.rows)
        if merges:
            intake = _merged(intake, table, stamp, corpus, answers)
    if intake.rows or intake.about:
        intake = with_facts(intake, corpus, answers, facts)
    asked = {question.key for question in (*intake.questions, *intake.answered)}
    rest = {key: value for key, value in answers.items() if key not in asked}
    of_table = dict(_answered_about_table(own, wanted, rest))
    of_table |= {question.key: question for question in doubted if question.key in rest}
    intake = replace(intake, answered=(*of_table.values(), *intake.answered))
    return Taken(intake, tuple(key for key in rest if key not in of_table), merges)


def book_as_answered(handed: HandedFile, answers: Mapping[str, str]) -> Book:
    """Return the workbook as mended, its letters read in the encoding that a person named."""
    book, chosen = handed.book, answers.get(ENCODING, "")
    if chosen in [choice.name for choice in book.encodings[1:]]:
        book = open_workbook(handed.name, handed.content, chosen)
    return edited(as_stored(book) if handed.published else book, handed.edits)


def _answered_about_table(
    book: Book, wanted: WantedList, rest: Mapping[str, str]
) -> Mapping[str, Question]:
    """Return the questions about the table itself that `rest` answers: without it they come up.

    An answer may raise a further question, so each round leaves out what has come up before.
    """
    found: dict[str, Question] = {}
    for _ in range(len(rest)):
        left = {
            key: text for key, text in wanted.answers.items() if key not in rest or key in found
        }
        table = find_table(book, replace(wanted, answers=left))
        asked = (*table.questions, *table.offers)
        new = {question.key: question for question in asked if question.key in rest}
        if new.keys() <= found.keys():
            break
        found |= new
    return found


def _without_ours(table: HandedTable, handed: HandedFile) -> HandedTable:
    """Leave out what our own template wrote: the example row, its helpers, its other sheets."""
    rows: list[HandedRow] = []
    examples: list[HandedRow] = []
    for row in table.rows:
        ours = any(is_example(cell.text) for cell in row.fields.get("kode", ()))
        (examples if ours else rows).append(row)
    if handed.stamp is None and not examples:
        return table
    helpers = {head.column for head in table.headings if head.text in OTHER_HEADINGS}
    first = min((cell.place.row for head in table.headings for cell in head.cells), default=0)

    def is_ours(place: CellPlace) -> bool:
        beside = place.column in helpers or place.row < first
        return place.sheet in OTHER_SHEETS or (place.sheet == table.sheet and beside)

    unused = [
        replace(each, reason=OF_TEMPLATE) if is_ours(each.cell.place) else each
        for each in table.unused
    ]
    unused += [
        Unused(cell, OF_TEMPLATE)
        for row in examples
        for cells in row.fields.values()
        for cell in cells
    ]
    return replace(
        table,
        rows=tuple(rows),
        unused=tuple(unused),
        remarks=tuple(one for one in table.remarks if not (one.place and is_ours(one.place))),
    )


_WHAT: Final = {"dik": "dikecualikan", "dip": "dicantumkan dalam daftar"}


def _statement_of_nothing(content: bytes, target: Target) -> Mapping[str, str]:
    """Return the answers about “nihil” that the template holds; empty without a statement."""
    nil = read_nihil(content)
    if nil is None:
        return {}
    sentence = f"Pada tahun {target.tahun} tidak ada informasi yang {_WHAT[target.jenis]}."
    answers = {"nihil.pernyataan": sentence, "nihil.pejabat": nil.pejabat}
    if nil.tanggal:
        answers["nihil.tanggal"] = format_tanggal(nil.tanggal)
    return {key: value for key, value in answers.items() if value}


_NIHIL, _ROWS = "nihil", "baris"


def _nothing_or_rows(table: HandedTable, statement: str) -> Question:
    """Ask which is right where a template says that there is nothing and yet holds rows.

    They may be those of an earlier list, with which the template was filled in.
    """
    count = len(table.rows)
    return Question(
        key="nihil-atau-baris",
        place=CellPlace(table.sheet, table.rows[0].row, 1),
        places=tuple(CellPlace(row.sheet or table.sheet, row.row, 1) for row in table.rows),
        written=statement,
        asks=f"Lembar petunjuk menyatakan daftar ini nihil, tetapi lembar daftar memuat {count} "
        "baris. Mana yang benar?",
        readings=(
            Reading(_NIHIL, f"Daftar ini nihil; {count} baris itu tidak diserahkan"),
            Reading(_ROWS, f"{count} baris itu yang diserahkan; daftar ini tidak nihil"),
        ),
    )


def _decided(
    table: HandedTable, question: Question, answer: str
) -> tuple[HandedTable, tuple[Question, ...]]:
    """Return the table as it is answered, and the question once it has been."""
    if answer == _ROWS:
        return table, (question,)
    if answer != _NIHIL:
        return replace(table, questions=(question, *table.questions)), ()
    cells = dict.fromkeys(
        cell
        for row in table.rows
        for group in (*row.fields.values(), row.section)
        for cell in group
    )
    left_out = [Unused(cell, "baris yang tidak diserahkan: daftar ini nihil") for cell in cells]
    nil = replace(table, rows=(), questions=(), unused=(*table.unused, *left_out))
    return nil, (question,)


def _as_answers(facts: Mapping[str, FilledCell], name: str) -> Mapping[str, str]:
    return {name: facts[name].text} if name in facts else {}


_QUIET: Final = frozenset({MergeEffect.UBAH, MergeEffect.TAMBAH})


def _merged(
    intake: Intake, table: HandedTable, stamp: Stamp, corpus: Corpus, answers: Mapping[str, str]
) -> Intake:
    """Merge the rows of an intake into the stored list, by kode; conflicts become questions.

    The base is what the template was prefilled with; the codes that it had put there tell a `kode`
    that was changed by hand from a new row.
    """
    target = intake.target
    model = MODELS[target.jenis]
    stored = [
        TakenRow({n: _text(getattr(row, n)) for n in model.model_fields}, {})
        for row in corpus.in_list(model, target.opd, target.tahun)
    ]
    columns = {heading.column for heading in table.headings if heading.text == EARLIER_CODE}
    prefilled = {
        unused.cell.place.row: unused.cell.text
        for unused in table.unused
        if unused.cell.place.column in columns and unused.cell.place.sheet == table.sheet
    }
    theirs = [_as_handed(row, intake, prefilled) for row in intake.rows]
    outcome = merge(base_rows(stamp), stored, theirs, answers)
    open_keys = {conflict.key for conflict in outcome.conflicts}
    answered = [
        c for c in merge(base_rows(stamp), stored, theirs, {}).conflicts if c.key not in open_keys
    ]
    rows = tuple(
        TakenRow(
            {name: row.values.get(name, "") for name in model.model_fields},
            {name: row.places.get(name, ()) for name in model.model_fields},
        )
        for row in outcome.rows
    )
    # Cells of fields and rows in whose place what is stored was kept.
    cells, kept = cells_in(table), set(_places_in(rows))
    lost = [place for place in dict.fromkeys(_places_in(intake.rows)) if place not in kept]
    place = intake.place
    return replace(
        intake,
        rows=rows,
        unused=(
            *intake.unused,
            *(Unused(cells[p], "isi yang sudah tersimpan dipakai") for p in lost if p in cells),
        ),
        questions=(*intake.questions, *_questions(outcome.conflicts, target.jenis, place)),
        answered=(*intake.answered, *_questions(answered, target.jenis, place)),
        remarks=(
            *intake.remarks,
            *(
                CellRemark(
                    place=conflict.places[0] if conflict.places else place,
                    severity=Severity.GALAT,
                    message=masked(said(conflict, target.jenis)),
                    advice="Perbaiki kodenya di berkas, lalu ulangi.",
                )
                for conflict in outcome.conflicts
                if question_of(conflict, target.jenis, place) is None
            ),
            *(
                CellRemark(
                    place=change.places[0] if change.places else place,
                    severity=Severity.SARAN,
                    message=f"{change.kode} “{masked(change.before or change.after)}”: "
                    f"{change.effect.value}",
                    field=change.field,
                )
                for change in outcome.changes
                if change.effect not in _QUIET
            ),
        ),
    )


def _as_handed(row: TakenRow, intake: Intake, prefilled: Mapping[int, str]) -> TakenRow:
    """Keep only what the workbook has a column for: another field says nothing."""
    known = {heading.field for heading in intake.headings} | {"kode"}
    values = {name: text for name, text in row.values.items() if name in known or text}
    numbers = sorted({place.row for places in row.places.values() for place in places})
    kode = next((prefilled[number] for number in numbers if number in prefilled), "")
    return TakenRow({**values, KODE_SEMULA: kode}, row.places)


def _places_in(rows: Sequence[TakenRow]) -> Iterator[CellPlace]:
    return (place for row in rows for places in row.places.values() for place in places)


def _questions(conflicts: Sequence[Conflict], jenis: str, place: CellPlace) -> Iterator[Question]:
    for conflict in conflicts:
        if question := question_of(conflict, jenis, place):
            readings = tuple(replace(r, means=masked(r.means)) for r in question.readings)
            yield replace(question, written=masked(question.written), readings=readings)


def _text(value: object) -> str:
    return "" if value is None else str(value)
