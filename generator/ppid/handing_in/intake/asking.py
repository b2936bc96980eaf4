"""Questions put to whoever sits at the terminal, one after another."""

from collections.abc import Callable, Mapping

import click

from ppid.handing_in.intake.as_text import question_text
from ppid.handing_in.intake.model import Intake, Question

Understand = Callable[[Mapping[str, str]], Intake]
_PROMPT = "Jawaban (nomor pilihan atau kata-kata sendiri; kosongkan untuk melewati)"


def ask_all(understand: Understand, answers: Mapping[str, str]) -> dict[str, str]:
    """Ask every open question, and what an answer raises; give all answers, old and new.

    A question whose answer cannot be used comes up once more; one that is passed over does not.
    """
    given = dict(answers)
    passed: set[str] = set()
    while True:
        intake = understand(given)
        question = next((q for q in intake.questions if q.key not in passed), None)
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
