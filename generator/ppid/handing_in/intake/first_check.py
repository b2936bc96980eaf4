"""What the rules find in a list before it is written, and where that is in the workbook.

A clerk is told everything the first time. So the rules run on the list as far as it is known: what
nobody has answered yet is filled with a stand-in, and what is found about a stand-in is left out.
"""

from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Final, Literal, get_args, get_origin

from ppid.checking.check import check_folder
from ppid.checking.field_errors import REQUIREMENTS
from ppid.checking.load import Memory
from ppid.core.corpus import Corpus
from ppid.core.project_files import Folder, StoredFolder
from ppid.diagnostics.diagnostic import Diagnostic, Severity, in_order
from ppid.diagnostics.places import Span
from ppid.handing_in.facts import fact_title
from ppid.handing_in.intake.list_files import files_of, place_of, texts_after
from ppid.handing_in.intake.understand import DECIDED, known_list
from ppid.handing_in.model import CellRemark, Intake, Question, TakenRow
from ppid.kinds.kata_daftar import TEMPAT_WAKTU
from ppid.kinds.rows import MODELS
from ppid.reading.documents.book import CellPlace
from ppid.values.cells import cell_position
from ppid.values.identifiers import masked
from ppid.values.numbers import format_bulat

_OF_FIELDS: Final = frozenset(requirement.id for requirement in REQUIREMENTS)
"""Rules whose errors keep a row from being read, so that no other rule sees it."""
_OF_FACTS: Final = frozenset({"DIK-007", "DIK-008", "DIP-006"})
"""Rules that miss what is asked about the list as a whole."""
_NO_COLUMN: Final = (
    "Daftar ini belum mempunyai kolom itu. Tambahkan kolom dengan judul tersebut di samping "
    "tabelnya, lalu isi."
)
_Assumed = frozenset[tuple[int, str]]
"""Rows (from 0) and fields that hold a stand-in."""


@dataclass(frozen=True, slots=True)
class ReadProject:
    """A project that has been read: its files, its records, and what came of each file.

    `basis` is the fingerprint of what was sent of it, where it is not at hand as a whole.
    """

    folder: Folder
    corpus: Corpus
    memory: Memory
    basis: str = ""


def with_findings(intake: Intake, file_name: str, project: ReadProject) -> Intake:
    """Return an intake whose remarks name what every rule finds in its list, as far as known."""
    if not intake.rows and (intake.questions or not intake.about):
        return intake
    assumed = frozenset(_open_fields(intake))
    found = _lasting(intake, assumed, file_name, project)
    unread = {
        written
        for each in found
        if each.severity is Severity.GALAT and each.rule_id in _OF_FIELDS
        if (written := row_and_field(each.span, intake)) and written[1]
    }
    if unread:
        # Once more with these out of the way, for what else there is to say about their rows.
        found += _lasting(intake, assumed | unread, file_name, project)
    return with_remarks(intake, in_order(found))


def _lasting(
    intake: Intake, assumed: _Assumed, file_name: str, project: ReadProject
) -> list[Diagnostic]:
    """Return what is found and stays so, whatever the day of the decision turns out to be."""
    found = _found(intake, assumed, file_name, project)
    if not found or all(q.key != DECIDED for q in (*intake.questions, *intake.offers)):
        return found
    dated = replace(intake, about={**intake.about, DECIDED: project.corpus.today.isoformat()})
    said = {each.rule_id for each in found}
    again = _found(dated, assumed, file_name, project, only=said)
    lasting = {_likeness(each) for each in again}
    return [each for each in found if _likeness(each) in lasting]


def _likeness(found: Diagnostic) -> tuple[str, str, str]:
    return found.rule_id, found.span.cell, found.message


def with_remarks(intake: Intake, findings: Iterable[Diagnostic]) -> Intake:
    """Return an intake that also says what rules found, at the cells of the workbook.

    What hangs on a question is left out, because the answer decides; so is what is said already.
    """
    facts = any(fact_title(offer.field) for offer in intake.offers)
    asked = {place for q in intake.questions for place in (q.place, *q.places)}
    said = {(remark.place, remark.rule_id) for remark in intake.remarks if remark.rule_id}
    lacking, others = _apart(findings, intake)
    found = [
        CellRemark(
            place=place,
            severity=each.severity,
            message=masked(each.message),
            advice=each.hint,
            rule_id=each.rule_id,
        )
        for each in others
        if (place := place_of_finding(each.span, intake)) not in asked
        and (place, each.rule_id) not in said
        and not (facts and each.rule_id in _OF_FACTS)
    ]
    columns = {(each.rule_id, each.message): each for each in lacking}
    counts = Counter((each.rule_id, each.message) for each in lacking)
    found += [
        CellRemark(
            place=None,
            severity=each.severity,
            message=f"{masked(each.message)} ({format_bulat(counts[key])} baris)",
            advice=_NO_COLUMN,
            rule_id=each.rule_id,
        )
        for key, each in columns.items()
    ]
    return replace(intake, remarks=(*intake.remarks, *found))


def _apart(
    findings: Iterable[Diagnostic], intake: Intake
) -> tuple[list[Diagnostic], list[Diagnostic]]:
    """Return what is said of empty cells in columns that the list does not have, and the rest."""
    held = {"", *(heading.field.partition("=")[0] for heading in intake.headings)}
    if TEMPAT_WAKTU in held:
        held |= {"tempat_pembuatan", "waktu_pembuatan"}
    lacking: list[Diagnostic] = []
    others: list[Diagnostic] = []
    for each in findings:
        written = row_and_field(each.span, intake) if each.rule_id in _OF_FIELDS else None
        empty = written and not intake.rows[written[0]].values.get(written[1])
        (lacking if written and empty and written[1] not in held else others).append(each)
    return lacking, others


def _found(
    intake: Intake,
    assumed: _Assumed,
    file_name: str,
    project: ReadProject,
    *,
    only: Container[str] | None = None,
) -> list[Diagnostic]:
    corpus, folder = project.corpus, project.folder
    files = files_of(_with_stand_ins(intake, assumed), file_name, corpus)
    texts = texts_after(folder, files, known_list(intake.target, corpus))
    written = {path: text.encode() for path, text in texts.items() if text is not None}
    sizes = {
        entry.path: folder.size(entry.path)
        for top in ("data", "content")
        for entry in folder.entries(top)
        if entry.path not in texts
    }
    sizes |= {path: len(content) for path, content in written.items()}
    after = StoredFolder(written, sizes, folder)
    checked = check_folder(after, corpus.today, project.memory, only=only)
    return [
        found
        for found in checked.findings
        if found.span.path in texts and row_and_field(found.span, intake) not in assumed
    ]


def _open_fields(intake: Intake) -> Iterator[tuple[int, str]]:
    """Yield the fields of rows whose value an answer decides, or that must be there and are not."""
    fields = MODELS[intake.target.jenis].model_fields
    undecided = {r.value for q in intake.questions if not q.field for r in q.readings}
    asked = Asked(intake.questions, heads_of(intake))
    for index, row in enumerate(intake.rows):
        for name in fields:
            # A code is made in the end; a column that nobody knows yet may hold the field.
            coming = not row.values[name] and (name == "kode" or name in undecided)
            if coming or asked.touches(name, row):
                yield index, name


class Asked:
    """What questions ask of the fields of rows, looked up by field: both may be many."""

    def __init__(self, questions: Iterable[Question], heads: frozenset[CellPlace]) -> None:
        """Index the questions; `heads` are the cells of the headings."""
        self.cells: dict[str, set[CellPlace]] = defaultdict(set)
        """Where the questions about each field are asked."""
        self._lines: dict[str, set[tuple[str, int]]] = defaultdict(set)
        self._columns: set[str] = set()
        self._unplaced: set[str] = set()
        for question in questions:
            field = question.field
            self.cells[field].update((question.place, *question.places))
            self._lines[field].update((place.sheet, place.row) for place in question.places)
            if not question.places:
                (self._columns if question.place in heads else self._unplaced).add(field)

    def touches(self, field: str, row: TakenRow) -> bool:
        """Tell whether a question about a field must be answered before a row can be kept."""
        if field not in self.cells:
            return False
        if field in self._columns:
            return True
        own = row.places.get(field, ())
        if own:
            return not self.cells[field].isdisjoint(own)
        if row.values.get(field):
            return False
        # A field that is empty: asked about the whole column, or about this row among others.
        return field in self._unplaced or any(
            (place.sheet, place.row) in self._lines[field]
            for found in row.places.values()
            for place in found
        )


def heads_of(intake: Intake) -> frozenset[CellPlace]:
    """Return the cells of the headings."""
    return frozenset(cell.place for heading in intake.headings for cell in heading.cells)


def _with_stand_ins(intake: Intake, assumed: _Assumed) -> Intake:
    rows = list(intake.rows)
    for index, name in assumed:
        row = rows[index]
        values = {**row.values, name: _stand_in(name, index, row, intake)}
        rows[index] = replace(row, values=values)
    return replace(intake, rows=tuple(rows))


_UNKNOWN: Final = "belum diketahui"
_MILDEST: Final = {"klasifikasi": "setiap-saat"}
"""The choice to which the fewest rules apply that speak of other fields."""


def _stand_in(name: str, index: int, row: TakenRow, intake: Intake) -> str:
    """Return a value that can be read and about which as little as possible can be said."""
    info = MODELS[intake.target.jenis].model_fields[name]
    if not info.is_required():
        return ""
    if name == "kode":
        place = intake.place_of(row, "informasi")
        return f"BARIS-{place.row if place else index + 1}"
    if name == "cakupan":
        return "sebagian" if row.values.get("bagian") else "seluruh"
    if get_origin(info.annotation) is Literal:
        return _MILDEST.get(name) or str(get_args(info.annotation)[0])
    return str(intake.target.tahun) if name == "waktu_pembuatan" else _UNKNOWN


def row_and_field(span: Span, intake: Intake) -> tuple[int, str] | None:
    """Return the row (from 0) that a cell of the CSV belongs to, and its field; None for no row.

    Beyond the last column the field is empty.
    """
    if not span.cell or span.path != f"{place_of(intake)}.csv":
        return None
    column, line = cell_position(span.cell)
    index = line - 2  # the first line holds the headings
    if not 0 <= index < len(intake.rows):
        return None
    names = tuple(intake.rows[index].values)
    return index, names[column - 1] if column <= len(names) else ""


def place_of_finding(span: Span, intake: Intake) -> CellPlace | None:
    """Return where a finding is to be mended in the workbook; None for the list as a whole."""
    written = row_and_field(span, intake)
    return intake.place_of(intake.rows[written[0]], written[1]) if written else None
