"""An intake as a whole, for keeping: every repair, remark, question and every cell left out."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from ppid.diagnostics.diagnostic import Diagnostic
from ppid.diagnostics.inert import literal
from ppid.handing_in.intake.account import account_of
from ppid.handing_in.intake.found_in import source_of
from ppid.handing_in.intake.from_template import OF_TEMPLATE
from ppid.handing_in.intake.model import Intake, Question, TakenRow
from ppid.handing_in.intake.privacy import repeatable
from ppid.handing_in.intake.said import cells_of, subject_of
from ppid.handing_in.intake.summary import remarks_by_cause, repairs_by_reason, unused_by_reason

_LONGEST: Final = 300
_SHORTER: Final = 120


def as_markdown(intake: Intake, name: str, opd: str, findings: Sequence[Diagnostic] = ()) -> str:
    """Write the whole report; foreign text in it neither links nor formats.

    `findings` are those of the project about the list, once it has been written.
    """
    target = intake.target
    title = f"# Laporan impor {target.jenis.upper()} {_shown(opd)} {target.tahun}"
    account = account_of(intake)
    blocks = [
        title,
        f"Berkas {_shown(name)}, lembar “{_shown(intake.sheet)}”.",
        f"{len(intake.rows)} baris. {account}",
        *_part("Pertanyaan yang belum dijawab", _questions(intake.questions, intake)),
        *_part("Jawaban yang dipakai", _questions(intake.answered, intake)),
        *_part("Yang perlu diketahui", _remarks(intake)),
        *_part("Temuan sesudah ditulis", _findings(findings, intake)),
        *_part("Yang diperbaiki", _repairs(intake)),
        *_part("Sel yang tidak dipakai", _unused(intake)),
        *_part("Baris yang masuk", _rows(intake)),
    ]
    return "\n\n".join(blocks) + "\n"


def _part(heading: str, lines: Iterable[str]) -> Iterator[str]:
    written = "\n".join(lines)
    if written:
        yield f"## {heading}"
        yield written


def _questions(questions: Sequence[Question], intake: Intake) -> Iterator[str]:
    for question in questions:
        subject = _shown(subject_of(question, intake.target, intake.sheet))
        said = f"tertulis “{_shown(question.written)}”. " if question.written else ""
        about = f"{subject}: " if subject else ""
        yield f"- {about}{said}{_shown(question.asks)} (kunci {_shown(question.key)})"
        for reading in question.readings:
            yield f"    - {_shown(reading.value)}: {_shown(reading.means)}"


def _remarks(intake: Intake) -> Iterator[str]:
    for said in remarks_by_cause(intake):
        remark = said.remark
        advice = f" {_shown(remark.advice)}" if remark.advice else ""
        example = f" Misalnya: {_shown(remark.example)}." if remark.example else ""
        where = _shown(cells_of(said.places, intake.sheet))
        message = _shown(remark.message.rstrip("."))
        yield f"- {remark.severity}, {where}: {message}.{advice}{example}"


def _findings(findings: Sequence[Diagnostic], intake: Intake) -> Iterator[str]:
    for found in findings:
        source = source_of(found.span, intake)
        where = cells_of([source], intake.sheet) if source else f"baris {found.span.line}"
        about = f"{found.severity} {found.rule_id}, {_shown(where)}"
        yield f"- {about}: {_shown(repeatable(found.message))}. {_shown(found.hint)}"


def _repairs(intake: Intake) -> Iterator[str]:
    for group in repairs_by_reason(intake):
        yield f"- {_shown(group.reason)}: {len(group.repairs)} kali"
        for repair in group.repairs:
            where = _shown(cells_of([repair.place], intake.sheet))
            yield f"    - {where}: “{_short(repair.before)}” menjadi “{_short(repair.after)}”"


def _unused(intake: Intake) -> Iterator[str]:
    for group in unused_by_reason(intake):
        yield f"- {_shown(group.reason)}: {len(group.cells)} sel"
        # What our own template wrote needs no repeating.
        for place, text in () if group.reason == OF_TEMPLATE else group.cells:
            yield f"    - {_shown(cells_of([place], intake.sheet))}: “{_short(text)}”"


def _rows(intake: Intake) -> Iterator[str]:
    for row in intake.rows:
        cells = dict.fromkeys(place for places in row.places.values() for place in places)
        title = repeatable(row.values["informasi"])
        where = _shown(_span(row, list(cells), intake))
        yield f"- {_shown(row.values['kode'] or 'belum berkode')}: {_short(title)} ({where})"


def _span(row: TakenRow, cells: Sequence[object], intake: Intake) -> str:
    own = row.places.get("informasi", ())
    return f"{cells_of(own, intake.sheet)}, {len(cells)} sel" if own else f"{len(cells)} sel"


def _shown(text: str) -> str:
    return literal(" ".join(text.split()), _LONGEST)


def _short(text: str) -> str:
    return literal(" ".join(text.split()), _SHORTER)
