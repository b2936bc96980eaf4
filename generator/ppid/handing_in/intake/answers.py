"""Questions and answers: put at the terminal, or kept in a file so that a run repeats."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import Final

import click
import yaml

from ppid.checking.submissions import ANSWERS
from ppid.diagnostics.inert import brief
from ppid.handing_in.facts import fact_title
from ppid.handing_in.intake.report import asked, question_text
from ppid.handing_in.model import Intake, Question, Target
from ppid.reading.files.decode import decode
from ppid.reading.files.yaml_file import read_yaml

Understand = Callable[[Mapping[str, str]], Intake]
_PROMPT: Final = "Jawaban (nomor pilihan atau kata-kata sendiri; kosongkan untuk melewati)"


def ask_all(understand: Understand, answers: Mapping[str, str]) -> dict[str, str]:
    """Ask every open question, and what an answer raises; return all answers, old and new.

    A question whose answer cannot be used comes up once more; one that is passed over does not.
    """
    given = dict(answers)
    passed: set[str] = set()
    while True:
        intake = understand(given)
        # What may stay open is asked last; of the rows it would be too much for a terminal.
        facts = (offer for offer in intake.offers if fact_title(offer.field))
        open_ones = chain(intake.questions, facts)
        question = next((q for q in open_ones if q.key not in passed), None)
        if question is None:
            return given
        if question.key in given:
            click.echo("Jawaban itu belum dapat dipakai.")
        answer = _ask(question, intake)
        if answer:
            given[question.key] = answer
        else:
            given.pop(question.key, None)
            passed.add(question.key)


def _ask(question: Question, intake: Intake) -> str:
    """Put one question; a number stands for the reading with that number."""
    click.echo()
    click.echo(question_text(question, intake))
    said: str = click.prompt(_PROMPT, default="", show_default=False)
    values = [reading.value for reading in question.readings]
    number = int(said) if said.isdecimal() and len(said) < 4 else 0  # noqa: PLR2004
    # “5” as a number of years beats the fifth reading only where there is no fifth reading.
    return values[number - 1] if 0 < number <= len(values) else said.strip()


_LONGEST: Final = 300
_LONGEST_ANSWER: Final = 5000
_HEAD: Final = """\
# Jawaban untuk {name}, lembar {sheet}
#
# Tulis jawaban sesudah titik dua: salah satu pilihan, atau kata-kata sendiri.
# Yang dibiarkan kosong akan ditanyakan lagi. Sesudah diisi, ulangi perintah ppid impor.

# Daftar yang dimaksud; jangan diubah.
{key}: {target}
"""
_TARGET: Final = "untuk"
"""The key of the list that the answers are about: a workbook may hold several."""
_OFFERED: Final = "\n# Boleh dibiarkan kosong:\n"
_OUTDATED: Final = "\n# Tidak ditanyakan lagi:\n"


@dataclass(frozen=True, slots=True)
class AnswerFile:
    """Answers as they were read; `problems` are sentences about what cannot be used.

    `target` is the name of the list that they are about; empty in a file that does not say it.
    """

    answers: Mapping[str, str]
    problems: tuple[str, ...] = ()
    target: str = ""

    def is_about(self, target: Target) -> bool:
        """Whether the answers may be used for a list: not those about another one."""
        return self.target in {"", target.name}


def answers_beside(workbook: Path, target: Target) -> Path:
    """Return where answers about a list of a workbook are kept.

    That is beside it; where answers about another list of it lie there, under a name of its own.
    """
    beside = workbook.with_name(f"{workbook.stem}{ANSWERS}")
    if not beside.is_file() or read_answers(beside.name, beside.read_bytes()).is_about(target):
        return beside
    return workbook.with_name(f"{workbook.stem}.{target.name.replace('/', '-')}{ANSWERS}")


def read_answers(name: str, content: bytes) -> AnswerFile:
    """Read a file of answers; whatever is in it, nothing but short texts comes out."""
    if not content.strip():
        return AnswerFile({})
    source, found = decode(name, content)
    if source is None:
        return AnswerFile({}, tuple(each.message for each in found))
    file, found = read_yaml(source)
    if file is None or found:
        return AnswerFile({}, tuple(f"baris {d.span.line}: {d.message}" for d in found))
    if not isinstance(file.data, dict):
        only_comments = not file.data
        return AnswerFile(
            {}, () if only_comments else ("Berkas ini tidak berisi “kunci: jawaban”",)
        )
    answers: dict[str, str] = {}
    problems: list[str] = []
    for key, value in file.data.items():
        if isinstance(value, str) and len(value) <= _LONGEST_ANSWER:
            if value.strip():
                answers[str(key)] = value.strip()
        elif value is not None:
            problems.append(f"Jawaban “{brief(str(key), 80)}” bukan satu kalimat biasa")
    target = answers.pop(_TARGET, "")
    return AnswerFile(answers, tuple(problems), target)


def answers_text(
    name: str, intake: Intake, answers: Mapping[str, str], outdated: Sequence[str]
) -> str:
    """Write the file to fill in: open questions first, then those with their answers."""
    head = _HEAD.format(
        name=_line(name), sheet=_line(intake.sheet), key=_TARGET, target=intake.target.name
    )
    text = "\n".join((head, *_blocks((*intake.questions, *intake.answered), intake, answers)))
    if intake.offers:
        text += "\n".join((_OFFERED, *_blocks(intake.offers, intake, answers)))
    if outdated:
        text += _OUTDATED + "".join(f"{_entry(key, answers[key])}\n" for key in outdated)
    return text


def _blocks(
    questions: Sequence[Question], intake: Intake, answers: Mapping[str, str]
) -> Iterator[str]:
    for question in questions:
        lines = (*_comments(question, intake), _entry(question.key, answers.get(question.key)))
        yield "\n".join(lines) + "\n"


def _comments(question: Question, intake: Intake) -> Iterator[str]:
    yield f"# {asked(question, intake, _line)}"
    for reading in question.readings:
        means = "" if reading.means == reading.value else f"  ({_line(reading.means)})"
        yield f"#   {_line(reading.value)}{means}"


def _entry(key: str, answer: str | None) -> str:
    """Write one key and its answer as YAML does, on one line."""
    text: str = yaml.safe_dump({key: answer or ""}, allow_unicode=True, width=1_000_000).strip()
    return text.removesuffix("''").rstrip() if not answer else text


def _line(text: str) -> str:
    """Make a text safe inside a comment: on one line, nothing unseen."""
    return brief(" ".join(text.split()), _LONGEST)
