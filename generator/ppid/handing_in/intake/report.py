"""What is told of an intake: short on the screen, as a whole in Markdown."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, TypeVar

from ppid.diagnostics.diagnostic import Severity
from ppid.diagnostics.inert import brief, literal
from ppid.handing_in.facts import fact_title
from ppid.handing_in.intake.standing import standing_of
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
from ppid.values.numbers import format_bulat
from ppid.values.text import joined

_MOST_CELLS: Final = 4
_OF_LIST: Final = {"nihil": "Pernyataan nihil"}
_WEIGHT: Final = {severity: weight for weight, severity in enumerate(Severity)}
T = TypeVar("T")
K = TypeVar("K")


def title_of(name: str, intake: Intake) -> str:
    """Return the title of a field of the rows or of the list; empty when there is none."""
    title = field_title(name, intake.target.jenis) or fact_title(name)
    return title or _OF_LIST.get(name.partition(".")[0], "")


def cells_of(places: Sequence[CellPlace], sheet: str) -> str:
    """Name cells: “sel F4”, “sel F4 dan F9”, “sel F4, F9, F12, F13, dan 7 lainnya”.

    Without any place the list as a whole is meant.
    """
    if not places:
        return "seluruh daftar"
    table, _, _ = places[0].row_name.rpartition(" ")
    if len(places) > 1 and all(p.row_name.startswith(f"{table} ") for p in places if table):
        rows = list(dict.fromkeys(p.row_name.removeprefix(f"{table} ") for p in places))
        if table and len(rows) > 1 and all(map(str.isdecimal, rows)):
            more = ["lainnya"] if rows[_MOST_CELLS:] else []
            return f"{table} {joined([*rows[:_MOST_CELLS], *more])}"
    names = [
        place.said.removeprefix("sel ")
        + ("" if place.sheet == sheet else f" di lembar “{place.sheet}”")
        for place in places
    ]
    before = "" if places[0].row_name else "sel "
    if len(names) <= _MOST_CELLS:
        return f"{before}{joined(names)}"
    return f"{before}{', '.join(names[:_MOST_CELLS])}, dan {len(names) - _MOST_CELLS} lainnya"


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


def refusal_as_markdown(file_name: str, reason: str) -> str:
    """Say of a file as a whole why nothing could be taken from it."""
    return f"# Berkas {_shown(file_name)}\n\nBelum dapat diolah. {literal(reason, 2000)}\n"


@dataclass(frozen=True, slots=True)
class Account:
    """How many filled cells went where; each is counted once, in the first of these that it fits.

    `masuk`: into a row; `kepala`: part of the heading; `dilaporkan`: named by a remark, a question
    or a repair; `tidak_dipakai`: left out, by the reason; `hilang`: none of these (our bug). What
    our own template wrote is not counted.
    """

    sel: int
    masuk: int
    dirapikan: int
    kepala: int
    dilaporkan: int
    tidak_dipakai: Mapping[str, int]

    @property
    def hilang(self) -> int:
        """The cells that went nowhere."""
        left_out = sum(self.tidak_dipakai.values())
        return self.sel - self.masuk - self.kepala - self.dilaporkan - left_out

    def __str__(self) -> str:
        """Return the account in one sentence."""
        said = [f"{format_bulat(self.masuk)} masuk ke daftar"]
        if self.dirapikan:
            said[0] += f" ({format_bulat(self.dirapikan)} di antaranya dirapikan)"
        if self.kepala:
            said.append(f"{format_bulat(self.kepala)} judul kolom")
        if self.dilaporkan:
            said.append(f"{format_bulat(self.dilaporkan)} disebut di bawah")
        if self.tidak_dipakai:
            why = (f"{format_bulat(many)} {why}" for why, many in self.tidak_dipakai.items())
            count = format_bulat(sum(self.tidak_dipakai.values()))
            said.append(f"{count} tidak dipakai ({', '.join(why)})")
        return f"{format_bulat(self.sel)} sel terisi: {joined(said)}."


def account_of(intake: Intake) -> Account:
    """Count the cells of an intake."""
    used = {place for row in intake.rows for places in row.places.values() for place in places}
    heads = {cell.place for heading in intake.headings for cell in heading.cells} - used
    left_out = {
        each.cell.place: each.reason
        for each in intake.unused
        if each.cell.place not in used and each.cell.place not in heads
    }
    ours = [place for place, reason in left_out.items() if reason == OF_TEMPLATE]
    # A question about an empty cell names a place where nothing stands: only filled ones count.
    filled = intake.filled - used - heads - left_out.keys()
    questions = (*intake.questions, *intake.answered, *intake.offers)
    reported = {place for question in questions for place in (question.place, *question.places)}
    reported.update(remark.place for remark in intake.remarks if remark.place)
    reported.update(repair.place for repair in intake.repairs)
    reasons = Counter(reason for reason in left_out.values() if reason != OF_TEMPLATE)
    return Account(
        sel=intake.cells - len(ours),
        masuk=len(used),
        dirapikan=len({repair.place for repair in intake.repairs} & used),
        kepala=len(heads),
        dilaporkan=len(reported & filled),
        tidak_dipakai=dict(reasons.most_common()),
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
    found = [
        SharedRemark(same[0], list(dict.fromkeys(r.place for r in same if r.place)))
        for same in groups
    ]
    return sorted(found, key=lambda one: (_WEIGHT[one.remark.severity], sorted(one.places)[:1]))


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
_OFFERED: Final = "Dapat dilengkapi sekarang juga; yang belum ada boleh dilewati:"


def as_text(intake: Intake, name: str, opd: str) -> str:
    """Tell on the screen what came of a workbook called `name`, handed in by `opd`.

    It is short, with what must be done last.
    """
    target = intake.target
    blocks = [
        (
            f"{target.jenis.upper()} {_brief(opd)} {target.tahun}, "
            f"dari {_brief(name)}{_on_sheet(_brief(intake.sheet))}\n"
            f"{standing_of(intake)}.\n{account_of(intake)}"
        )
    ]
    for heading, entries in (
        ("Diperbaiki, karena hanya ada satu arti:", list(_repairs_in_text(intake))),
        ("Yang perlu diketahui:", list(_remarks_in_text(intake))),
        (_ASKED, [f"  {n}. {question_text(q, intake)}" for n, q in enumerate(intake.questions, 1)]),
        (_OFFERED, [f"  - {asked(offer, intake, _brief)}" for offer in intake.offers]),
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
        lines.append(f"       ({number}) {_brief(str(reading))}")
    return "\n".join(lines)


def _repairs_in_text(intake: Intake) -> Iterator[str]:
    for same in _grouped(intake.repairs, lambda repair: repair.reason):
        first, where = same[0], _brief(cells_of([same[0].place], intake.sheet))
        change = f"“{_brief(first.before)}” menjadi “{_brief(first.after)}”"
        if not first.before:
            change = f"diisi “{_brief(first.after)}”"
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
        rule = f" ({remark.rule_id})" if remark.rule_id else ""
        lines = [f"  {remark.severity}, {_brief(where)}: {_brief(remark.message)}{rule}"]
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


def _on_sheet(name: str) -> str:
    """Name the sheet that was read, where there is one."""
    return f", lembar “{name}”" if name else ""


def as_markdown(intake: Intake, name: str, opd: str) -> str:
    """Write every repair, remark, question and every cell left out; nothing links or formats."""
    target = intake.target
    blocks = [
        f"# Laporan impor {target.jenis.upper()} {_shown(opd)} {target.tahun}",
        f"Berkas {_shown(name)}{_on_sheet(_shown(intake.sheet))}.",
        f"{standing_of(intake)}. {account_of(intake)}",
    ]
    for heading, lines in (
        ("Pertanyaan yang belum dijawab", _questions(intake.questions, intake)),
        ("Yang dapat dilengkapi; boleh dilewati", _questions(intake.offers, intake)),
        ("Jawaban yang dipakai", _questions(intake.answered, intake)),
        ("Yang perlu diketahui", _remarks(intake)),
        ("Yang diperbaiki", _repairs(intake)),
        ("Sel yang tidak dipakai", _unused(intake)),
        ("Baris yang masuk", (f"- {_row(row, intake)}" for row in intake.rows)),
    ):
        if written := "\n".join(lines):
            blocks += [f"## {heading}", written]
    return "\n\n".join(blocks) + "\n"


def _questions(questions: Sequence[Question], intake: Intake) -> Iterator[str]:
    for question in questions:
        yield f"- {asked(question, intake, _shown)}"
        for reading in question.readings:
            yield f"    - {_shown(str(reading))}"


def _remarks(intake: Intake) -> Iterator[str]:
    for shared in remarks_by_cause(intake):
        remark = shared.remark
        advice = f" {_shown(remark.advice)}" if remark.advice else ""
        example = f" Misalnya: {_shown(remark.example)}." if remark.example else ""
        where = _shown(cells_of(shared.places, intake.sheet))
        message = _shown(remark.message.rstrip("."))
        rule = f" ({remark.rule_id})" if remark.rule_id else ""
        yield f"- {remark.severity}, {where}: {message}{rule}.{advice}{example}"


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
