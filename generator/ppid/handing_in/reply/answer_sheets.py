"""The sheets that a reply adds to the clerk's workbook: what stands in them, and how they look."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import Enum
from functools import cached_property
from itertools import chain, groupby
from typing import Any, Final

from openpyxl import Workbook
from openpyxl.cell import Cell
from openpyxl.styles import Alignment, Border, Font, NamedStyle, PatternFill
from openpyxl.styles.cell_style import StyleArray
from openpyxl.utils import get_column_letter, quote_sheetname
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.hyperlink import Hyperlink

from ppid.handing_in.earlier_answer import SHEET, STAMP
from ppid.handing_in.facts import fact_title
from ppid.handing_in.intake.report import title_of
from ppid.handing_in.merging.merge import is_conflict_key, kode_in_key
from ppid.handing_in.model import OF_TEMPLATE, Intake, Question, Unused
from ppid.handing_in.reply.entries import (
    FILLS,
    CellTexts,
    Level,
    ReplyEntry,
    harmless,
    summary_line,
)
from ppid.handing_in.reply.package import free_name
from ppid.handing_in.reply.questions import (
    JAWABAN,
    KUNCI,
    MOST_READINGS,
    key_of,
    letters,
)
from ppid.handing_in.template.sheet import LINE, lay_out, lines_of
from ppid.reading.documents.book import CellPlace
from ppid.values.numbers import format_bulat

_SMALL, _LINK = "FF6B6B66", "FF0B5563"


class ReplyLook(Enum):
    """What a cell is, and so how it looks."""

    TITLE = "judul"
    LINE = "kalimat"
    HEAD = "kepala"
    TEXT = "teks"
    LINK = "tautan"
    ENTRY = "isian"
    MACHINE = "kunci"


_FILLS: Final = {
    ReplyLook.HEAD: "FFE6EEEC",
    ReplyLook.ENTRY: "FFFFF8DC",
}
_FONTS: Final[Mapping[ReplyLook | Level, Font]] = {
    ReplyLook.TITLE: Font(name="Calibri", size=14, bold=True),
    ReplyLook.LINE: Font(name="Calibri", size=11),
    ReplyLook.HEAD: Font(name="Calibri", size=10, bold=True),
    ReplyLook.LINK: Font(name="Calibri", size=10, color=_LINK, underline="single"),
    ReplyLook.MACHINE: Font(name="Calibri", size=8, color=_SMALL),
}
_PLAIN: Final = Font(name="Calibri", size=10)
_UNBOXED: Final = frozenset({ReplyLook.TITLE, ReplyLook.LINE})
_UNWRAPPED: Final = frozenset({ReplyLook.TITLE, ReplyLook.LINE, ReplyLook.MACHINE})


def _style_in(book: Workbook, look: ReplyLook | Level) -> StyleArray:
    """Return how the cells of a workbook refer to the style of a look, which is added once."""
    fill = FILLS.get(look) if isinstance(look, Level) else _FILLS.get(look)
    style = NamedStyle(
        name=look.value,
        font=_FONTS.get(look, _PLAIN),
        fill=PatternFill("solid", fgColor=fill) if fill else PatternFill(),
        border=Border() if look in _UNBOXED else LINE,
        alignment=Alignment(
            vertical="top",
            wrap_text=look not in _UNWRAPPED,
            # What is only for the program is cut off at the edge of its cell.
            horizontal="fill" if look is ReplyLook.MACHINE else None,
        ),
    )
    style.bind(book)
    referred = StyleArray(style.as_tuple())
    # A text stays a text also once somebody has opened the cell and closed it again.
    referred.quotePrefix = 1
    return referred


_LINE_HEIGHT: Final = 14.5
_TALLEST: Final = 400
"""Points; programs do not show a row higher than 409."""
_HEADING_ROW: Final = 4


MOST_ROWS: Final = 10_000
"""Of one table; more is counted and not listed."""
MOST_FINDINGS: Final = 1_000
"""Listed, the gravest first: the same may be said of every row, and each row of this list costs
memory. What is left out comes with the next reply."""


@dataclass(frozen=True, slots=True)
class CellLink:
    """A text that leads to a cell of the workbook, or to the top of a sheet."""

    text: str
    sheet: str
    cell: str = "A1"


@dataclass(frozen=True, slots=True)
class AnswerBox:
    """A box in which a person chooses one of some letters, or writes words of their own."""

    letters: Sequence[str]


CellContent = str | int | CellLink | AnswerBox


@dataclass(frozen=True, slots=True)
class SheetColumn:
    """A column: its heading, its width in letters, and whether it is for the program only."""

    title: str
    width: float
    machine: bool = False


@dataclass(frozen=True, slots=True)
class ReplySheet:
    """A sheet before it is written: a sentence on top, a table, and lines below it.

    `filled` is the column (from 0) whose text also colours its cell, or -1.
    """

    name: str
    sentence: str
    advice: str
    columns: Sequence[SheetColumn]
    rows: Sequence[Sequence[CellContent]]
    pointer: CellLink | None = None
    below: Sequence[str] = field(default=())
    filled: int = -1


def write(book: Workbook, page: ReplySheet) -> None:
    """Write a page as the next sheet of a workbook."""
    sheet: Any = book.create_sheet(page.name)
    for number, column in enumerate(page.columns, 1):
        dimension = sheet.column_dimensions[get_column_letter(number)]
        dimension.width, dimension.hidden = column.width, column.machine
    last = get_column_letter(len(page.columns))
    sheet.freeze_panes = f"A{_HEADING_ROW + 1}"
    sheet.auto_filter.ref = f"A{_HEADING_ROW}:{last}{_HEADING_ROW + max(1, len(page.rows))}"
    lay_out(sheet, _HEADING_ROW)
    styles = {look: _style_in(book, look) for look in (*ReplyLook, *FILLS)}

    def cell(content: CellContent, look: ReplyLook | Level, row: int, column: int = 1) -> Cell:
        return _cell(Cell(sheet, row, column, style_array=styles[look]), content)

    sheet.append([cell(page.sentence, ReplyLook.TITLE, 1)])
    sheet.append([cell(f"{STAMP} {page.advice}", ReplyLook.LINE, 2)])
    sheet.append([cell(page.pointer, ReplyLook.LINE, 3)] if page.pointer else [])
    sheet.append(
        [cell(c.title, ReplyLook.HEAD, _HEADING_ROW, n) for n, c in enumerate(page.columns, 1)]
    )
    sheet.row_dimensions[_HEADING_ROW].height = 2 * _LINE_HEIGHT
    for number, row in enumerate(page.rows, _HEADING_ROW + 1):
        lines, cells = 1, []
        for index, (content, column) in enumerate(zip(row, page.columns, strict=True)):
            look = ReplyLook.MACHINE if column.machine else _look_of(content, index == page.filled)
            cells.append(cell(content, look, number, index + 1))
            if isinstance(content, str) and not column.machine:
                lines = max(lines, lines_of(content, column.width))
        sheet.append(cells)
        sheet.row_dimensions[number].height = min(_TALLEST, lines * _LINE_HEIGHT)
    sheet.append([])
    for number, line in enumerate(page.below, _HEADING_ROW + len(page.rows) + 2):
        sheet.append([cell(line, ReplyLook.LINE, number)])


def _look_of(content: CellContent, filled: bool) -> ReplyLook | Level:  # noqa: FBT001
    if isinstance(content, CellLink):
        return ReplyLook.LINK
    if isinstance(content, AnswerBox):
        return ReplyLook.ENTRY
    if filled:
        return next((level for level in FILLS if level == content), ReplyLook.TEXT)
    return ReplyLook.TEXT


def _cell(cell: Cell, content: CellContent) -> Cell:
    if isinstance(content, CellLink):
        target = f"{quote_sheetname(content.sheet)}!{content.cell}"
        cell.value = content.text
        cell.hyperlink = Hyperlink(ref=cell.coordinate, location=target)
    elif isinstance(content, AnswerBox):
        _offer(cell.parent, cell.coordinate, content)
    else:
        cell.value = content
    if isinstance(cell.value, str):
        cell.data_type = "s"  # a text also when it looks like a formula
    return cell


def _offer(sheet: Any, cell: str, choice: AnswerBox) -> None:  # noqa: ANN401
    if not choice.letters:
        return
    offers = {each.formula1: each for each in sheet.data_validations.dataValidation}
    formula = f'"{",".join(choice.letters)}"'
    offer = offers.get(formula)
    if offer is None:
        offer = DataValidation("list", formula1=formula, allow_blank=True, showErrorMessage=False)
        offer.promptTitle, offer.prompt = "Jawaban", "Pilih huruf, atau tulis kata sendiri."
        offer.showInputMessage = True
        sheet.add_data_validation(offer)
    offer.add(cell)


@dataclass(frozen=True)
class ReplyContent:
    """All that the sheets say; `notes` are sentences about the file as a whole.

    `tabs` gives the sheets of the reply by the name that the intake knows.
    """

    intake: Intake
    entries: Sequence[ReplyEntry]
    notes: Sequence[str] = ()
    tabs: Mapping[str, str] = field(default_factory=dict)

    def tab(self, place: CellPlace) -> str:
        """Name the sheet on which a place lies in the reply."""
        return harmless(self.tabs.get(place.sheet, place.sheet))

    def kode(self, question: Question) -> str:
        """Return the `kode` of the row that a question is about, as far as it is known."""
        return kode_in_key(question.key) or self._codes.get(question.place, "")

    @cached_property
    def _codes(self) -> Mapping[CellPlace, str]:
        """The `kode` of the first row that each cell belongs to."""
        codes: dict[CellPlace, str] = {}
        for row in self.intake.rows:
            for place in chain.from_iterable(row.places.values()):
                codes.setdefault(place, row.values.get("kode", ""))
        return codes

    def title(self, question: Question) -> str:
        """Name the field that a question is about."""
        return title_of(question.field, self.intake)

    def goto(self, place: CellPlace) -> CellLink | str:
        """Lead to a place, if its sheet is in the reply."""
        tab = self.tabs.get(place.sheet)
        return CellLink(place.cell, tab, place.cell) if tab else place.cell


_CELLS_NAMED: Final = 20
"""Cells of one reason that are named; the others are counted."""


def repairs_sheet(answer: ReplyContent, written: CellTexts) -> ReplySheet:
    """List what was put right without asking."""
    columns = (
        SheetColumn("No", 5),
        SheetColumn("Lembar", 13),
        SheetColumn("Sel", 7),
        SheetColumn("Kolom", 16),
        SheetColumn("Semula", 40),
        SheetColumn("Menjadi", 40),
        SheetColumn("Mengapa", 46),
        SheetColumn("Tingkat", 18),
    )
    rows = [
        (
            number,
            answer.tab(repair.place),
            answer.goto(repair.place),
            written.title(repair.place),
            harmless(repair.before),
            harmless(repair.after),
            harmless(repair.reason),
            "Sudah dirapikan",
        )
        for number, repair in enumerate(answer.intake.repairs[:MOST_ROWS], 1)
    ]
    return ReplySheet(
        name=f"{SHEET} - Dirapikan",
        sentence=f"Sudah dirapikan otomatis: {format_bulat(len(answer.intake.repairs))} sel.",
        advice="Tidak perlu dikerjakan lagi. Sel di berkas ini tetap seperti semula.",
        columns=columns,
        rows=rows,
    )


def unused_sheet(answer: ReplyContent) -> ReplySheet:
    """List the cells that go nowhere, by the reason."""
    columns = (
        SheetColumn("No", 5),
        SheetColumn("Sebab", 60),
        SheetColumn("Banyaknya", 11),
        SheetColumn("Lembar", 20),
        SheetColumn("Sel", 40),
    )
    found = list(_by_reason(answer.intake))
    rows = [(number, *row) for number, row in enumerate(found, 1)]
    return ReplySheet(
        name=f"{SHEET} - Tidak dipakai",
        sentence=f"Tidak dipakai: {format_bulat(sum(row[1] for row in found))} sel.",
        advice=(
            "Isi sel ini tidak masuk ke daftar. Bila ada yang semestinya masuk, pindahkan ke tabel."
        ),
        columns=columns,
        rows=rows[:MOST_ROWS],
    )


def _by_reason(intake: Intake) -> Iterator[tuple[str, int, str, str]]:
    """Yield a row for each reason and sheet: the reason, how many cells, the sheet, which cells."""
    theirs = [unused for unused in intake.unused if unused.reason != OF_TEMPLATE]
    ordered = sorted(theirs, key=lambda each: (*_group(each), each.cell.place))
    for (reason, sheet), group in groupby(ordered, _group):
        cells = [each.cell.place.cell for each in group]
        more = len(cells) - _CELLS_NAMED
        rest = [f"dan {format_bulat(more)} lagi"] if more > 0 else []
        yield harmless(reason), len(cells), sheet, ", ".join([*cells[:_CELLS_NAMED], *rest])


def _group(unused: Unused) -> tuple[str, str]:
    return unused.reason, unused.cell.place.sheet


_ADVICE = (
    "Pilih huruf di kolom Jawaban, atau tulis jawaban dengan kata sendiri; simpan, lalu kirim lagi "
    "berkas ini."
)
_CONFLICT_ADVICE = (
    "Pilih huruf isian yang dipakai di kolom Jawaban, simpan, lalu kirim lagi berkas."
)


def questions_sheet(answer: ReplyContent) -> ReplySheet:
    """List the questions, with their readings side by side."""
    asked = [q for q in answer.intake.questions if not is_conflict_key(q.key)]
    sentence = f"{format_bulat(len(asked))} pertanyaan menunggu jawaban."
    # What only matters with one answer to another question; it may stay empty.
    asked += [o for o in answer.intake.offers if o.field != _DUTY and not fact_title(o.field)]
    return _sheet_of_questions(answer, asked, (f"{SHEET} - Pertanyaan", sentence, _ADVICE))


def conflicts_sheet(answer: ReplyContent) -> ReplySheet:
    """List what was changed here and on the site: what it was, is there, and is here."""
    asked = [q for q in answer.intake.questions if is_conflict_key(q.key)]
    sentence = f"{format_bulat(len(asked))} isian berubah di berkas ini dan di daftar tersimpan."
    return _sheet_of_questions(answer, asked, (f"{SHEET} - Bentrokan", sentence, _CONFLICT_ADVICE))


_DUTY: Final = "kewajiban"
_OFFERED_ADVICE = (
    "Boleh dikosongkan. Yang sudah ada, isi di kolom Jawaban, simpan, lalu kirim lagi berkas ini."
)


def facts_sheet(answer: ReplyContent) -> ReplySheet:
    """List what is not known of the list as a whole."""
    asked = [offer for offer in answer.intake.offers if fact_title(offer.field)]
    sentence = f"{format_bulat(len(asked))} keterangan daftar belum ada."
    return _sheet_of_questions(answer, asked, (f"{SHEET} - Keterangan", sentence, _OFFERED_ADVICE))


def duties_sheet(answer: ReplyContent) -> ReplySheet:
    """List the rows that may well fulfil a duty to announce."""
    asked = [offer for offer in answer.intake.offers if offer.field == _DUTY]
    sentence = f"{format_bulat(len(asked))} baris mungkin memenuhi suatu kewajiban pengumuman."
    return _sheet_of_questions(answer, asked, (f"{SHEET} - Kewajiban", sentence, _OFFERED_ADVICE))


def _sheet_of_questions(
    answer: ReplyContent, asked: Sequence[Question], said: tuple[str, str, str]
) -> ReplySheet:
    width = max((len(question.readings) for question in asked), default=0)
    width = min(width, MOST_READINGS)
    columns = (
        SheetColumn("No", 5),
        SheetColumn("Lembar", 13),
        SheetColumn("Sel", 7),
        SheetColumn("Kode", 13),
        SheetColumn("Kolom", 16),
        SheetColumn("Tertulis", 24),
        SheetColumn("Pertanyaan", 38),
        *(SheetColumn(f"Pilihan {letter}", 26) for letter in letters(width)),
        SheetColumn(JAWABAN, 16),
        SheetColumn(KUNCI, 14, machine=True),
    )
    numbered = enumerate(asked[:MOST_ROWS], 1)
    return ReplySheet(
        *said, columns, [(n, *_row(answer, question, width)) for n, question in numbered]
    )


def _row(answer: ReplyContent, question: Question, width: int) -> Sequence[CellContent]:
    means = [harmless(str(reading)) for reading in question.readings[:width]]
    return (
        answer.tab(question.place),
        answer.goto(question.place),
        answer.kode(question),
        answer.title(question),
        harmless(question.written),
        harmless(question.asks),
        *means,
        *[""] * (width - len(means)),
        AnswerBox(letters(len(means))),
        key_of(
            question.key,
            [reading.value for reading in question.readings[:width]],
            answer.intake.target,
        ),
    )


_LIST: Final = (
    SheetColumn("No", 5),
    SheetColumn("Lembar", 13),
    SheetColumn("Sel", 7),
    SheetColumn("Kolom", 16),
    SheetColumn("Tertulis", 24),
    SheetColumn("Apa yang salah", 38),
    SheetColumn("Cara memperbaiki", 38),
    SheetColumn("Contoh", 20),
    SheetColumn("Tingkat", 13),
    SheetColumn("Aturan", 10),
)
_LEVEL: Final = 8
_ADVICE_ON_ROWS: Final = (
    "Klik nama sel untuk menuju selnya; perbaiki di sana, simpan, lalu kirim lagi berkas ini. "
    "Lembar ini akan diganti."
)


def sheets_of_reply(answer: ReplyContent, taken: Sequence[str]) -> tuple[ReplySheet, ...]:
    """Return the sheets that have something to say; `taken` are names that the clerk's have."""
    written = CellTexts(answer.intake)
    others = [
        questions_sheet(answer),
        conflicts_sheet(answer),
        facts_sheet(answer),
        duties_sheet(answer),
        repairs_sheet(answer, written),
        unused_sheet(answer),
    ]
    sheets = [_first(answer), *(page for page in others if page.rows)]
    named = [replace(page, name=free_name(page.name, taken)) for page in sheets]
    return (_with_pointers(named[0], named[1:]), *named[1:])


def _with_pointers(first: ReplySheet, others: Sequence[ReplySheet]) -> ReplySheet:
    """Lead from the first sheet to those where a person must choose, and name the rest below."""
    asks = [page for page in others if page.columns[-1].machine]
    pointer = next((CellLink(f"Menunggu jawaban: lembar “{p.name}”", p.name) for p in asks), None)
    also = [f"Lihat juga lembar “{page.name}”: {page.sentence}" for page in others]
    return replace(first, pointer=pointer, below=[*first.below, *also])


def _first(answer: ReplyContent) -> ReplySheet:
    rows = [
        (
            number,
            answer.tab(entry.place) if entry.place else "",
            answer.goto(entry.place) if entry.place else "seluruh daftar",
            entry.column,
            entry.written,
            entry.wrong,
            entry.mend,
            entry.example,
            entry.level.value,
            entry.rule_id,
        )
        for number, entry in enumerate(answer.entries[:MOST_FINDINGS], 1)
    ]
    more = len(answer.entries) - len(rows)
    words = "temuan lain tidak dimuat di sini; perbaiki dahulu yang di atas, lalu kirim lagi."
    left = [f"Masih ada {format_bulat(more)} {words}"] if more else []
    return ReplySheet(
        name=SHEET,
        sentence=summary_line(answer.intake, answer.entries),
        advice=_ADVICE_ON_ROWS,
        columns=_LIST,
        rows=rows or [("", "", "", "", "", "Tidak ada yang perlu diperbaiki.", "", "", "", "")],
        below=[*left, *answer.notes],
        filled=_LEVEL,
    )
