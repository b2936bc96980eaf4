"""An intake on the screen: short, what must be done last."""

from collections import Counter
from collections.abc import Iterator
from typing import Final

from ppid.diagnostics.inert import brief
from ppid.handing_in.intake.account import account_of
from ppid.handing_in.intake.model import Intake, Question
from ppid.handing_in.intake.said import cells_of, subject_of
from ppid.handing_in.intake.summary import Repaired, Said, remarks_by_cause, repairs_by_reason

_LONGEST: Final = 160
_MOST: Final = 12
_SHOWN_OF_ALIKE: Final = 3


def as_text(intake: Intake, name: str, opd: str) -> str:
    """Tell what came of a workbook called `name`, handed in by `opd`."""
    target = intake.target
    blocks = [
        (
            f"{target.jenis.upper()} {_brief(opd)} {target.tahun}, "
            f"dari {_brief(name)}, lembar “{_brief(intake.sheet)}”\n"
            f"{len(intake.rows)} baris. {account_of(intake)}"
        ),
        *_section("Diperbaiki, karena hanya ada satu arti:", list(_repairs(intake))),
        *_section("Yang perlu diketahui:", list(_remarks(intake))),
        *_section("Pertanyaan:", list(_questions(intake))),
    ]
    # A log of GitHub Actions would obey the old form of a command anywhere in a line.
    return "\n\n".join(blocks).replace("##[", "##⟦") + "\n"


def _section(heading: str, entries: list[str]) -> Iterator[str]:
    if entries:
        kept = entries[:_MOST] if heading != "Pertanyaan:" else entries
        more = [f"  … dan {len(entries) - len(kept)} lainnya"] if len(entries) > len(kept) else []
        yield "\n".join([heading, *kept, *more])


def _repairs(intake: Intake) -> Iterator[str]:
    for group in repairs_by_reason(intake):
        yield f"  {len(group.repairs)} × {_brief(group.reason)}{_example(group, intake)}"


def _example(group: Repaired, intake: Intake) -> str:
    first = group.repairs[0]
    where = cells_of([first.place], intake.sheet)
    return f"; {_brief(where)}: “{_brief(first.before)}” menjadi “{_brief(first.after)}”"


def _remarks(intake: Intake) -> Iterator[str]:
    """Write what is to be known; of many remarks with the same advice the first few."""
    found = remarks_by_cause(intake)
    alike = Counter(said.kind for said in found)
    shown: Counter[tuple[str, ...]] = Counter()
    for said in found:
        shown[said.kind] += 1
        if shown[said.kind] <= _SHOWN_OF_ALIKE:
            left_out = alike[said.kind] - _SHOWN_OF_ALIKE
            more = left_out > 0 and shown[said.kind] == _SHOWN_OF_ALIKE
            yield _remark(said, intake) + (f"\n    … dan {left_out} lainnya seperti ini" * more)


def _remark(said: Said, intake: Intake) -> str:
    remark = said.remark
    rule = f"[{remark.rule_id}]" if remark.rule_id else ""
    where = cells_of(said.places, intake.sheet)
    lines = [f"  {remark.severity}{rule} {_brief(where)}: {_brief(remark.message)}"]
    if remark.advice:
        lines.append(f"    = saran: {_brief(remark.advice)}")
    if remark.example:
        lines.append(f"    = misalnya: {_brief(remark.example)}")
    return "\n".join(lines)


def _questions(intake: Intake) -> Iterator[str]:
    for number, question in enumerate(intake.questions, start=1):
        yield f"  {number}. {question_text(question, intake)}"


def question_text(question: Question, intake: Intake) -> str:
    """Write a question with its readings, numbered, one a line."""
    subject = _brief(subject_of(question, intake.target, intake.sheet))
    written = f"tertulis “{_brief(question.written)}”. " if question.written else ""
    lines = [f"{f'{subject}: ' if subject else ''}{written}{_brief(question.asks)}"]
    for number, reading in enumerate(question.readings, start=1):
        means = "" if reading.means == reading.value else f" – {_brief(reading.means)}"
        lines.append(f"       ({number}) {_brief(reading.value)}{means}")
    return "\n".join(lines)


def _brief(text: str) -> str:
    return brief(" ".join(text.split()), _LONGEST)
