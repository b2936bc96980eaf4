"""The way in as a whole: a workbook, a list to fill, and answers come to an intake."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from ppid.core.corpus import Corpus
from ppid.diagnostics.diagnostic import Severity
from ppid.handing_in.earlier_answer import without_our_answer
from ppid.handing_in.intake.about_list import known_list
from ppid.handing_in.intake.finding import find_table
from ppid.handing_in.intake.from_template import (
    codes_as_prefilled,
    statement_of_nothing,
    without_example,
)
from ppid.handing_in.intake.merging_in import Base, merged_in
from ppid.handing_in.intake.model import Intake, Question, Remark, Target
from ppid.handing_in.intake.understand import cells_in, understand
from ppid.handing_in.template.stamp import Stamp, Trust, read_stamp
from ppid.reading.documents.book import Book, CellPlace
from ppid.reading.documents.opening import open_workbook


@dataclass(frozen=True, slots=True)
class Handed:
    """A workbook as it was handed in, opened; with its stamp, if it was made from a template."""

    name: str
    content: bytes
    book: Book
    stamp: Stamp | None


@dataclass(frozen=True, slots=True)
class Taken:
    """An intake, and the keys of answers to questions that nobody asks any more.

    `merged`: what was stored since the template was made has been put together with the rows, so
    that writing them loses nothing.
    """

    intake: Intake
    outdated: tuple[str, ...] = ()
    merged: bool = False


def opened(name: str, content: bytes) -> Handed:
    """Open a workbook; raises `UnreadableError` with a sentence and the next step."""
    book = without_our_answer(open_workbook(name, content))
    return Handed(name, content, book, read_stamp(content))


def take_in(handed: Handed, target: Target, corpus: Corpus, answers: Mapping[str, str]) -> Taken:
    """Find the list in a workbook, understand it with the answers that are there, and merge it."""
    table = without_example(find_table(handed.book, target.jenis, target.tahun, answers))
    nothing = {} if table.rows else statement_of_nothing(handed.content, target)
    table = replace(table, nihil=table.nihil or nothing.get("nihil.pernyataan", ""))
    intake = understand(table, target, corpus, {**nothing, **answers})
    intake = _with_word_on_stamp(intake, handed.stamp, target)
    merges = _can_merge(handed.stamp, intake, corpus)
    if merges and handed.stamp:
        base = Base(handed.stamp.base, codes_as_prefilled(table), cells_in(table))
        intake = merged_in(intake, base, corpus, answers)
    asked = {question.key for question in (*intake.questions, *intake.answered)}
    rest = {key: value for key, value in answers.items() if key not in asked}
    of_table = _answered_about_table(handed.book, target, answers, rest)
    known = {question.key for question in of_table}
    outdated = tuple(key for key in rest if key not in known)
    answered = (*of_table, *intake.answered)
    return Taken(replace(intake, answered=answered), outdated, merges)


def _can_merge(stamp: Stamp | None, intake: Intake, corpus: Corpus) -> bool:
    """Tell whether there is something to merge with, and a sound base to do it from."""
    target = intake.target
    known = known_list(target, corpus)
    own = stamp and (stamp.opd, stamp.jenis, stamp.tahun) == (
        target.opd,
        target.jenis,
        target.tahun,
    )
    return bool(own and stamp and stamp.base and known and intake.rows)


def _with_word_on_stamp(intake: Intake, stamp: Stamp | None, target: Target) -> Intake:
    """Say what a clerk should know of the template itself."""
    said = []
    if stamp and stamp.trust is not Trust.SOUND:
        said.append(stamp.trust.value)
    if stamp and (stamp.opd, stamp.jenis, stamp.tahun) != (target.opd, target.jenis, target.tahun):
        made = f"{stamp.jenis.upper()} {stamp.opd} {stamp.tahun}"
        said.append(f"Templat ini dibuat untuk {made}, bukan untuk daftar yang diisi sekarang")
    place = intake.headings[0].cells[0].place if intake.headings else CellPlace(intake.sheet, 1, 1)
    remarks = (Remark(place, Severity.PERINGATAN, sentence) for sentence in said)
    return replace(intake, remarks=(*intake.remarks, *remarks))


def _answered_about_table(
    book: Book, target: Target, answers: Mapping[str, str], rest: Mapping[str, str]
) -> tuple[Question, ...]:
    """Return the questions about the table itself that `rest` answers: without it they come up.

    An answer may raise a further question, so each round leaves out what has come up before.
    """
    found: dict[str, Question] = {}
    for _ in range(len(rest)):
        left = {key: value for key, value in answers.items() if key not in rest or key in found}
        asked = find_table(book, target.jenis, target.tahun, left).questions
        new = {question.key: question for question in asked if question.key in rest}
        if new.keys() <= found.keys():
            break
        found |= new
    return tuple(found.values())
