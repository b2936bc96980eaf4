"""The file of answers: each question as a comment beside its key, kept so that a run repeats."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import yaml

from ppid.diagnostics.inert import brief
from ppid.handing_in.intake.model import Intake, Question
from ppid.handing_in.intake.said import subject_of
from ppid.reading.files.decode import decode
from ppid.reading.files.yaml_file import read_yaml

_LONGEST: Final = 300
_LONGEST_ANSWER: Final = 5000
_HEAD: Final = """\
# Jawaban untuk {name}, lembar {sheet}
#
# Tulis jawaban sesudah titik dua: salah satu pilihan, atau kata-kata sendiri.
# Yang dibiarkan kosong akan ditanyakan lagi. Sesudah diisi, ulangi perintah ppid impor.
"""
_OUTDATED: Final = "\n# Tidak ditanyakan lagi:\n"


@dataclass(frozen=True, slots=True)
class AnswerFile:
    """Answers as they were read; `problems` are sentences about what cannot be used."""

    answers: Mapping[str, str]
    problems: tuple[str, ...] = ()


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
    unusable = [key for key, value in file.data.items() if not _is_answer(value)]
    answers = {
        str(key): value.strip()
        for key, value in file.data.items()
        if isinstance(value, str) and key not in unusable and value.strip()
    }
    problems = (f"Jawaban “{brief(str(key), 80)}” bukan satu kalimat biasa" for key in unusable)
    return AnswerFile(answers, tuple(problems))


def _is_answer(value: object) -> bool:
    return value is None or (isinstance(value, str) and len(value) <= _LONGEST_ANSWER)


def answers_text(
    name: str, intake: Intake, answers: Mapping[str, str], outdated: Sequence[str]
) -> str:
    """Write the file to fill in: open questions first, then those with their answers."""
    head = _HEAD.format(name=_line(name), sheet=_line(intake.sheet))
    blocks = [
        "\n".join((*_comments(question, intake), _entry(question.key, answers.get(question.key))))
        for question in (*intake.questions, *intake.answered)
    ]
    text = "\n".join((head, *(f"{block}\n" for block in blocks)))
    if outdated:
        text += _OUTDATED + "".join(f"{_entry(key, answers[key])}\n" for key in outdated)
    return text


def _comments(question: Question, intake: Intake) -> Iterator[str]:
    subject = _line(subject_of(question, intake.target, intake.sheet))
    written = f"tertulis “{_line(question.written)}”. " if question.written else ""
    yield f"# {f'{subject}: ' if subject else ''}{written}{_line(question.asks)}"
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
