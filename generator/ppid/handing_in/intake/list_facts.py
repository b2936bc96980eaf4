"""What is said, known and still to be asked about a list as a whole."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from ppid.core.corpus import Corpus
from ppid.handing_in.facts import FACTS, LISTS, ListFact, facts_of
from ppid.handing_in.intake.decision_written import decision_written
from ppid.handing_in.intake.list_files import holds_demonstration
from ppid.handing_in.intake.reading.texts import (
    CellValue,
    Doubt,
    is_nothing,
    read_plain,
    read_words,
)
from ppid.handing_in.intake.reading.times import read_day
from ppid.handing_in.intake.rows import Gathering
from ppid.handing_in.intake.understand import known_list
from ppid.handing_in.model import Intake, Question, Reading
from ppid.reading.documents.book import CellPlace, FilledCell
from ppid.values.dates import format_tanggal

_NOT_YET: Final = "belum"
"""How an answer begins that says there is none yet."""


def with_facts(
    intake: Intake, corpus: Corpus, answers: Mapping[str, str], said: Mapping[str, FilledCell]
) -> Intake:
    """Add the facts about a list to its intake: those in the workbook, and what is to be asked.

    `said` are cells of a template by the name of the fact. What is stored already is not asked;
    where the workbook says something else, a person chooses. The rest is offered: a list may come
    in before its decision has a number.
    """
    gathering = Gathering(answers)
    known = known_list(intake.target, corpus)
    made_up = known is not None and known.contoh and not holds_demonstration(intake, corpus)
    stored = {} if made_up else facts_of(known)
    earlier, written = _earlier(intake, corpus), decision_written(intake.unused)
    asked = {question.key for question in (*intake.questions, *intake.answered)}
    about = dict(intake.about)
    facts = FACTS[intake.target.jenis]
    for fact in facts if intake.rows else facts[-1:]:  # of a list without rows: when it came
        if fact.name in asked or fact.name in about:
            continue
        valid = _day if fact.is_day else read_words if fact.is_words else read_plain
        likely = (*written.get(fact.name, ()), *_likely(fact, earlier, corpus))
        offered = {reading.value: reading for reading in reversed(likely)}
        readings = (*reversed(offered.values()), Reading(_NOT_YET, "belum ada"))
        plain = _question(fact, intake.place, readings)
        kept, cell = stored.get(fact.name), said.get(fact.name)
        if cell and not _says_nothing(cell.text):
            read = valid(cell.text.strip())
            if read.doubt is None and kept in {None, read.value}:
                answer = read.value
            else:
                question = _question(fact, cell.place, _choices(read, kept), cell.text)
                answer = gathering.ask(question, [cell.place], valid=valid) or ""
        elif _says_nothing(answers.get(fact.name, "")):
            if kept is None:
                gathering.offer(plain)
            continue
        else:
            answer = gathering.ask(plain, [], valid=valid) or ""
        if answer and answer != kept:
            about[fact.name] = answer
    return replace(
        intake,
        about=about,
        questions=(*intake.questions, *gathering.questions),
        answered=(*intake.answered, *gathering.answered),
        offers=(*gathering.offers, *intake.offers),
    )


def _says_nothing(text: str) -> bool:
    return is_nothing(text) or text.strip().lower().startswith(_NOT_YET)


def _day(text: str) -> CellValue:
    read = read_day(text)
    return CellValue(text, doubt=Doubt("")) if read.doubt or not read.value else read


def _question(
    fact: ListFact, place: CellPlace, readings: tuple[Reading, ...], written: str = ""
) -> Question:
    return Question(
        key=fact.name,
        place=place,
        written=written,
        asks=fact.asks,
        readings=readings,
        field=fact.name,
    )


def _choices(read: CellValue, stored: str | None) -> tuple[Reading, ...]:
    new = () if read.doubt else (Reading(read.value, "menurut berkas ini"),)
    return (*new, *((Reading(stored, "yang sudah tersimpan"),) if stored else ()))


def _likely(fact: ListFact, earlier: Mapping[str, str], corpus: Corpus) -> tuple[Reading, ...]:
    """Offer what is likely the same as before, and today for what is done today."""
    if fact.name == "disampaikan":
        today = corpus.today
        return (Reading(today.isoformat(), f"hari ini, {format_tanggal(today)}"),)
    if fact.name in _LASTING and fact.name in earlier:
        return (Reading(earlier[fact.name], "seperti daftar sebelumnya"),)
    return ()


_LASTING: Final = frozenset({"penetapan.pejabat", "penetapan.tempat"})
"""Facts that mostly stay from one decision to the next."""


def _earlier(intake: Intake, corpus: Corpus) -> Mapping[str, str]:
    """Return the facts of the newest list before this one that names who decided."""
    opd, jenis, tahun = intake.target.opd, intake.target.jenis, intake.target.tahun
    lists = (each for each in corpus.owned_by(LISTS[jenis], opd) if each.id.tahun < tahun)
    named = (each for each in lists if each.penetapan and not each.contoh)
    newest = max(named, key=lambda each: each.id.tahun, default=None)
    return facts_of(newest)
