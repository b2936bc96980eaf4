"""What is told of an intake: short on the screen, as a whole in Markdown."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Final, TypeVar

from ppid.diagnostics.diagnostic import Diagnostic, Severity
from ppid.diagnostics.inert import brief, literal
from ppid.handing_in.intake.list_files import source_of
from ppid.handing_in.model import (
    BLOK_TANDA_TANGAN,
    OF_TEMPLATE,
    CellRemark,
    Intake,
    Question,
    TakenRow,
    Unused,
)
from ppid.kinds.rows import field_title
from ppid.reading.documents.book import CellPlace
from ppid.values.identifiers import masked
from ppid.values.text import joined

_MOST_CELLS: Final = 4
_OF_LIST: Final = {"penetapan": "Keputusan", "nihil": "Pernyataan nihil"}
_WEIGHT: Final = {severity: weight for weight, severity in enumerate(Severity)}
T = TypeVar("T")
K = TypeVar("K")


def title_of(name: str, intake: Intake) -> str:
    """Return the title of a field of the rows or of the list; empty when there is none."""
    return field_title(name, intake.target.jenis) or _OF_LIST.get(name.partition(".")[0], "")


def cells_of(places: Sequence[CellPlace], sheet: str) -> str:
    """Name cells: “sel F4”, “sel F4 dan F9”, “sel F4, F9, F12, F13, dan 7 lainnya”."""
    names = [
        place.cell if place.sheet == sheet else f"{place.cell} di lembar “{place.sheet}”"
        for place in places
    ]
    if len(names) <= _MOST_CELLS:
        return f"sel {joined(names)}"
    return f"sel {', '.join(names[:_MOST_CELLS])}, dan {len(names) - _MOST_CELLS} lainnya"


def subject_of(question: Question, intake: Intake) -> str:
    """Name what a question is about: its field and its cells; a column that is missing has none."""
    places = question.places or ((question.place,) if question.written else ())
    where = cells_of(places, intake.sheet) if places else ""
    return ", ".join(filter(None, (title_of(question.field, intake), where)))


def asked(question: Question, intake: Intake, shown: Callable[[str], str]) -> str:
    """Say what is asked, about what, and what is written there; `shown` makes texts harmless."""
    subject = shown(subject_of(question, intake))
    written = f"tertulis “{shown(question.written)}”. " if question.written else ""
    return f"{f'{subject}: ' if subject else ''}{written}{shown(question.asks)}"


@dataclass(frozen=True, slots=True)
class Account:
    """How many filled cells went where; each is counted once, in the first of these that it fits.

    `masuk`: into a row; `kepala`: part of the heading; `dilaporkan`: named by a remark, a question
    or a repair; `tidak_dipakai`: left out with a reason; `hilang`: none of these (our bug).
    """

    sel: int
    masuk: int
    kepala: int
    dilaporkan: int
    tidak_dipakai: int

    @property
    def hilang(self) -> int:
        """The cells that went nowhere."""
        return self.sel - self.masuk - self.kepala - self.dilaporkan - self.tidak_dipakai

    def __str__(self) -> str:
        """Return the account in one sentence."""
        return (
            f"{self.sel} sel terisi: {self.masuk} masuk, {self.kepala} kepala tabel, "
            f"{self.dilaporkan} hanya dilaporkan, {self.tidak_dipakai} tidak dipakai."
        )


def account_of(intake: Intake) -> Account:
    """Count the cells of an intake."""
    used = {place for row in intake.rows for places in row.places.values() for place in places}
    heads = {cell.place for heading in intake.headings for cell in heading.cells} - used
    unused = {each.cell.place for each in intake.unused} - used - heads
    # A question about an empty cell names a place where nothing stands: only filled ones count.
    filled = intake.filled - used - heads - unused
    questions = (*intake.questions, *intake.answered)
    reported = {place for question in questions for place in (question.place, *question.places)}
    reported.update(remark.place for remark in intake.remarks)
    reported.update(repair.place for repair in intake.repairs)
    return Account(
        sel=intake.cells,
        masuk=len(used),
        kepala=len(heads),
        dilaporkan=len(reported & filled),
        tidak_dipakai=len(unused),
    )


@dataclass(frozen=True, slots=True)
class SharedRemark:
    """A remark that many cells share."""

    remark: CellRemark
    places: Sequence[CellPlace]

    @property
    def kind(self) -> tuple[str, ...]:
        """What remarks have in common that differ only in what they speak of."""
        return (self.remark.severity, self.remark.advice, self.remark.rule_id, self.remark.field)


def remarks_by_cause(intake: Intake) -> list[SharedRemark]:
    """Put remarks that say the same together, the gravest first."""
    groups = _grouped(intake.remarks, lambda r: (r.severity, r.message, r.advice))
    found = [SharedRemark(same[0], list(dict.fromkeys(r.place for r in same))) for same in groups]
    return sorted(found, key=lambda one: (_WEIGHT[one.remark.severity], min(one.places)))


def _grouped(things: Iterable[T], key: Callable[[T], K]) -> list[list[T]]:
    """Put together what has the same key, in the order in which the keys come up."""
    groups: dict[K, list[T]] = {}
    for thing in things:
        groups.setdefault(key(thing), []).append(thing)
    return list(groups.values())


_LONGEST_ON_SCREEN: Final = 160
_MOST_ON_SCREEN: Final = 12
_SHOWN_OF_ALIKE: Final = 3
_ASKED: Final = "Pertanyaan:"


def as_text(intake: Intake, name: str, opd: str) -> str:
    """Tell on the screen what came of a workbook called `name`, handed in by `opd`.

    It is short, with what must be done last.
    """
    target = intake.target
    blocks = [
        (
            f"{target.jenis.upper()} {_brief(opd)} {target.tahun}, "
            f"dari {_brief(name)}, lembar “{_brief(intake.sheet)}”\n"
            f"{len(intake.rows)} baris. {account_of(intake)}"
        )
    ]
    for heading, entries in (
        ("Diperbaiki, karena hanya ada satu arti:", list(_repairs_in_text(intake))),
        ("Yang perlu diketahui:", list(_remarks_in_text(intake))),
        (_ASKED, [f"  {n}. {question_text(q, intake)}" for n, q in enumerate(intake.questions, 1)]),
    ):
        most = len(entries) if heading == _ASKED else _MOST_ON_SCREEN
        left = len(entries) - most
        more = [f"  … dan {left} lainnya"] if left > 0 else []
        if entries:
            blocks.append("\n".join([heading, *entries[:most], *more]))
    # A log of GitHub Actions would obey the old form of a command anywhere in a line.
    return "\n\n".join(blocks).replace("##[", "##⟦") + "\n"


def question_text(question: Question, intake: Intake) -> str:
    """Write a question with its readings, numbered, one a line."""
    lines = [asked(question, intake, _brief)]
    for number, reading in enumerate(question.readings, start=1):
        means = "" if reading.means == reading.value else f" – {_brief(reading.means)}"
        lines.append(f"       ({number}) {_brief(reading.value)}{means}")
    return "\n".join(lines)


def _repairs_in_text(intake: Intake) -> Iterator[str]:
    for same in _grouped(intake.repairs, lambda repair: repair.reason):
        first, where = same[0], _brief(cells_of([same[0].place], intake.sheet))
        change = f"“{_brief(first.before)}” menjadi “{_brief(first.after)}”"
        yield f"  {len(same)} × {_brief(first.reason)}; {where}: {change}"


def _remarks_in_text(intake: Intake) -> Iterator[str]:
    """Write what is to be known; of many remarks with the same advice the first few."""
    found = remarks_by_cause(intake)
    alike = Counter(shared.kind for shared in found)
    shown: Counter[tuple[str, ...]] = Counter()
    for shared in found:
        shown[shared.kind] += 1
        if shown[shared.kind] > _SHOWN_OF_ALIKE:
            continue
        remark, where = shared.remark, cells_of(shared.places, intake.sheet)
        rule = f"[{remark.rule_id}]" if remark.rule_id else ""
        lines = [f"  {remark.severity}{rule} {_brief(where)}: {_brief(remark.message)}"]
        if remark.advice:
            lines.append(f"    = saran: {_brief(remark.advice)}")
        if remark.example:
            lines.append(f"    = misalnya: {_brief(remark.example)}")
        left_out = alike[shared.kind] - _SHOWN_OF_ALIKE
        if left_out > 0 and shown[shared.kind] == _SHOWN_OF_ALIKE:
            lines.append(f"    … dan {left_out} lainnya seperti ini")
        yield "\n".join(lines)


def _brief(text: str) -> str:
    return brief(" ".join(text.split()), _LONGEST_ON_SCREEN)


_LONGEST: Final = 300
_SHORTER: Final = 120


def as_markdown(intake: Intake, name: str, opd: str, findings: Sequence[Diagnostic] = ()) -> str:
    """Write every repair, remark, question and every cell left out; nothing links or formats.

    `findings` are those of the project about the list, once it has been written.
    """
    target = intake.target
    blocks = [
        f"# Laporan impor {target.jenis.upper()} {_shown(opd)} {target.tahun}",
        f"Berkas {_shown(name)}, lembar “{_shown(intake.sheet)}”.",
        f"{len(intake.rows)} baris. {account_of(intake)}",
    ]
    for heading, lines in (
        ("Pertanyaan yang belum dijawab", _questions(intake.questions, intake)),
        ("Jawaban yang dipakai", _questions(intake.answered, intake)),
        ("Yang perlu diketahui", _remarks(intake)),
        ("Temuan sesudah ditulis", _findings(findings, intake)),
        ("Yang diperbaiki", _repairs(intake)),
        ("Sel yang tidak dipakai", _unused(intake)),
        ("Baris yang masuk", (f"- {_row(row, intake)}" for row in intake.rows)),
    ):
        if written := "\n".join(lines):
            blocks += [f"## {heading}", written]
    return "\n\n".join(blocks) + "\n"


def _questions(questions: Sequence[Question], intake: Intake) -> Iterator[str]:
    for question in questions:
        yield f"- {asked(question, intake, _shown)} (kunci {_shown(question.key)})"
        for reading in question.readings:
            yield f"    - {_shown(reading.value)}: {_shown(reading.means)}"


def _remarks(intake: Intake) -> Iterator[str]:
    for shared in remarks_by_cause(intake):
        remark = shared.remark
        advice = f" {_shown(remark.advice)}" if remark.advice else ""
        example = f" Misalnya: {_shown(remark.example)}." if remark.example else ""
        where = _shown(cells_of(shared.places, intake.sheet))
        message = _shown(remark.message.rstrip("."))
        yield f"- {remark.severity}, {where}: {message}.{advice}{example}"


def _findings(findings: Sequence[Diagnostic], intake: Intake) -> Iterator[str]:
    for found in findings:
        source = source_of(found.span, intake)
        where = cells_of([source], intake.sheet) if source else f"baris {found.span.line}"
        about = f"{found.severity} {found.rule_id}, {_shown(where)}"
        yield f"- {about}: {_shown(masked(found.message))}. {_shown(found.hint)}"


def _repairs(intake: Intake) -> Iterator[str]:
    for same in _grouped(intake.repairs, lambda repair: repair.reason):
        yield f"- {_shown(same[0].reason)}: {len(same)} kali"
        for repair in same:
            where = _shown(cells_of([repair.place], intake.sheet))
            yield f"    - {where}: “{_short(repair.before)}” menjadi “{_short(repair.after)}”"


def _unused(intake: Intake) -> Iterator[str]:
    for same in _grouped(intake.unused, lambda unused: unused.reason):
        yield f"- {_shown(same[0].reason)}: {len(same)} sel"
        # What our own template wrote needs no repeating.
        for unused in () if same[0].reason == OF_TEMPLATE else same:
            where = _shown(cells_of([unused.cell.place], intake.sheet))
            yield f"    - {where}: “{_short(_text_of(unused))}”"


def _text_of(unused: Unused) -> str:
    """Return what may be repeated of a cell: a block of signatures names persons."""
    hidden = unused.reason == BLOK_TANDA_TANGAN
    return "(tidak ditampilkan)" if hidden else masked(unused.cell.text)


def _row(row: TakenRow, intake: Intake) -> str:
    count = len({place for places in row.places.values() for place in places})
    own = row.places.get("informasi", ())
    where = _shown(f"{cells_of(own, intake.sheet)}, {count} sel" if own else f"{count} sel")
    title = _short(masked(row.values["informasi"]))
    return f"{_shown(row.values['kode'] or 'belum berkode')}: {title} ({where})"


def _shown(text: str) -> str:
    return literal(" ".join(text.split()), _LONGEST)


def _short(text: str) -> str:
    return literal(" ".join(text.split()), _SHORTER)
