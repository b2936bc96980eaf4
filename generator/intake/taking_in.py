"""The way in as a whole: a workbook, a list to fill, and answers come to an intake."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from generator.corpus import Corpus
from generator.intake.book import Book
from generator.intake.finding import find_table
from generator.intake.model import Intake, Question, Target
from generator.intake.understand import understand


@dataclass(frozen=True, slots=True)
class Taken:
    """An intake, and the keys of answers to questions that nobody asks any more."""

    intake: Intake
    outdated: tuple[str, ...] = ()


def take_in(book: Book, target: Target, corpus: Corpus, answers: Mapping[str, str]) -> Taken:
    """Find the list in a workbook and understand it with the answers that are there."""
    table = find_table(book, target.jenis, target.tahun, answers)
    intake = understand(table, target, corpus, answers)
    asked = {question.key for question in (*intake.questions, *intake.answered)}
    rest = {key: value for key, value in answers.items() if key not in asked}
    of_table = _answered_about_table(book, target, answers, rest)
    known = {question.key for question in of_table}
    outdated = tuple(key for key in rest if key not in known)
    return Taken(replace(intake, answered=(*of_table, *intake.answered)), outdated)


def _answered_about_table(
    book: Book, target: Target, answers: Mapping[str, str], rest: Mapping[str, str]
) -> tuple[Question, ...]:
    """Give the questions about the table itself that `rest` answers: without it they come up.

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
