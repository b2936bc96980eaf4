"""From a workbook to the table of rows that it hands in: which sheet, which rows, what is left."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Final

from ppid.diagnostics.diagnostic import Severity
from ppid.handing_in.intake.beside import read_side_by_side
from ppid.handing_in.intake.deleted import without_deleted
from ppid.handing_in.intake.forms import read_forms
from ppid.handing_in.intake.headings import heading_blocks
from ppid.handing_in.intake.lines import RowWords
from ppid.handing_in.intake.other_tables import YEAR
from ppid.handing_in.intake.reading.texts import tidy
from ppid.handing_in.intake.wanted import OTHER_LIST, WantedList
from ppid.handing_in.model import CellRemark, HandedTable, Question, Reading, Unused
from ppid.kinds.rows import MODELS
from ppid.reading.documents.book import (
    Book,
    BookSheet,
    CellPlace,
    Format,
    SheetGrid,
    StoredAs,
)
from ppid.values.text import listed


def find_table(book: Book, wanted: WantedList) -> HandedTable:
    """Find the list in a workbook.

    Every filled cell of the workbook is in the table's rows, headings or unused.
    """
    live = without_deleted(book, wanted.colours, wanted.columns, wanted.answers)
    book = live.book
    choice = _choose_sheets(book, wanted)
    # A sheet with several headings beside each other is no form.
    wide = any(len(block.columns) >= _WIDE for found in choice.chosen for block in found.blocks)
    if tables := [] if wide else read_forms(book.sheets, wanted):
        choice = _SheetChoice(())
    else:
        tables = [
            table
            for found in choice.chosen
            for table in read_side_by_side(found.grid, found.blocks, wanted)
        ]
    remarks = [*_remarks_on(book), *live.remarks, *choice.remarks]
    if not tables and not choice.remarks:
        remarks.append(_nothing_found(book, wanted.jenis))
    questions = [
        *_which_encoding(book, wanted),
        *live.questions,
        *choice.questions,
        *(asked for table in tables for asked in table.questions),
    ]
    rows = tuple(row for table in tables for row in table.rows)
    chosen = {table.sheet for table in tables}
    unused = [*live.unused, *(entry for table in tables for entry in table.unused)]
    for sheet in book.sheets:
        if sheet.name not in chosen:
            reason = "lembar tersembunyi" if sheet.hidden else "lembar ini tidak memuat daftar"
            if chosen and sheet.cells and sheet.name not in choice.passed_over:
                remarks.append(_not_a_list(sheet, wanted.words))
            if other := choice.passed_over.get(sheet.name):
                reason = f"lembar ini memuat {other}"
            unused += [Unused(cell, reason) for cell in sheet.cells]
    return HandedTable(
        sheet=next((sheet.name for sheet in book.sheets if sheet.name in chosen), ""),
        headings=tuple(heading for table in tables for heading in table.headings),
        rows=rows,
        unused=tuple(sorted(unused, key=lambda entry: entry.cell.place)),
        repairs=tuple(repair for table in tables for repair in table.repairs),
        remarks=tuple(remarks),
        questions=tuple({question.key: question for question in questions}.values()),
        offers=tuple(offer for table in tables for offer in table.offers),
        nihil="" if rows else next((table.nihil for table in tables if table.nihil), ""),
    )


def other_lists_in(book: Book, wanted: WantedList) -> Mapping[str, str]:
    """Return the sheets with lists that are not the wanted one, and what they are lists of."""
    return _choose_sheets(book, wanted).passed_over


def _nothing_found(book: Book, jenis: str) -> CellRemark:
    titles = [info.title or name for name, info in MODELS[jenis].model_fields.items()]
    return CellRemark(
        place=CellPlace(book.sheets[0].name if book.sheets else "", 1, 1),
        severity=Severity.GALAT,
        message="Daftarnya tidak ditemukan: tidak ada baris judul kolom yang dikenal.",
        advice="Beri judul pada setiap kolom dalam satu baris di atas isinya.",
        example=" | ".join(titles[1:4]),
    )


ENCODING: Final = "pengodean"
"""The key of the question in which encoding a text was saved."""
_KEY: Final = "lembar"
_ALL: Final = "*"
_NAMES: Final = {"dik": "informasi yang dikecualikan", "dip": "informasi publik"}
_ENOUGH: Final = 0.6
_WIDE: Final = 3


class _Candidate:
    """A sheet, with the headings on it that fit the list."""

    def __init__(self, grid: SheetGrid, wanted: WantedList) -> None:
        self.grid, self.wanted = grid, wanted
        self.blocks = heading_blocks(grid, wanted.columns)

    @property
    def name(self) -> str:
        return self.grid.sheet.name

    @cached_property
    def worth(self) -> int:
        return max((len(block.fields) for block in self.blocks), default=0)

    @cached_property
    def worth_as_other(self) -> int:
        """How well the headings fit the other sort of list."""
        blocks = heading_blocks(self.grid, self.wanted.headings[OTHER_LIST[self.wanted.jenis]])
        return max((len(block.fields) for block in blocks), default=0)

    @cached_property
    def title_lines(self) -> list[tuple[CellPlace, str]]:
        """The rows above its headings, each with its first cell; none without headings."""
        if not self.blocks:
            return []
        above = [row for row in self.grid.order if row < self.blocks[0].first_row]
        cells = [list(self.grid.rows[row].values()) for row in above]
        return [(row[0].place, tidy(" ".join(cell.text for cell in row))) for row in cells if row]

    @cached_property
    def title(self) -> str:
        """The name of the sheet and what stands above its headings."""
        return " ".join([self.name.replace("_", " "), *(text for _, text in self.title_lines)])

    @property
    def is_rather_other(self) -> bool:
        """Whether the headings fit the other sort of list far better."""
        other = self.wanted.headings[OTHER_LIST[self.wanted.jenis]]
        # Where that cannot be, nothing is read once more as the other sort.
        return (
            2 * self.worth <= other.most_fields and 2 * self.worth <= self.worth_as_other >= _WIDE
        )

    @property
    def has_rows(self) -> bool:
        return self.grid.order[-1] > self.blocks[0].last_row

    @property
    def is_a_list(self) -> bool:
        """Whether everybody sees a list there, of either sort."""
        return not self.grid.sheet.hidden and max(self.worth, self.worth_as_other) >= _WIDE

    @property
    def says_other(self) -> bool:
        """Whether the title is that of the other sort of list."""
        named = set(self.wanted.words.lists_in(self.title))
        if self.wanted.words.classes_in(self.title):
            named.add("dip")
        return named == {OTHER_LIST[self.wanted.jenis]}


@dataclass(frozen=True, slots=True)
class _SheetChoice:
    """The sheets to be read, and what must be asked or said about choosing them."""

    chosen: tuple[_Candidate, ...]
    questions: tuple[Question, ...] = ()
    remarks: tuple[CellRemark, ...] = ()
    passed_over: Mapping[str, str] = field(default_factory=dict)
    """Sheets that hold another list, and which: “daftar tahun 2024”."""


def _choose_sheets(book: Book, wanted: WantedList) -> _SheetChoice:
    """Choose the sheet that clearly holds the list, or all of them if each is one category."""
    sheets = [_Candidate(SheetGrid(sheet), wanted) for sheet in book.sheets if sheet.cells]
    found = [candidate for candidate in sheets if candidate.blocks]
    visible = [candidate for candidate in found if not candidate.grid.sheet.hidden]
    choice = _chosen(sheets, found, visible, wanted)
    others = [c for c in sheets if choice.chosen and c not in choice.chosen and c.is_a_list]
    passed_over = {other.name: _other_content(other) for other in others}
    remarks = [
        CellRemark(
            place=CellPlace(name, 1, 1),
            severity=Severity.SARAN,
            message=f"Lembar “{name}” memuat {content}; tidak dipakai",
            advice="Serahkan berkas ini sekali lagi untuk daftar itu, bila belum diserahkan.",
        )
        for name, content in passed_over.items()
    ]
    if not choice.questions:
        remarks += [one for chosen in choice.chosen for one in _titled_otherwise(chosen, wanted)]
    return replace(choice, remarks=(*choice.remarks, *remarks), passed_over=passed_over)


_OF_YEAR: Final = re.compile(
    r"(?<!\d )\b(?:tahun|anggaran|periode|semester \w+|thn\.?|t\.?a\.?) (20\d\d)(?!\d)"
    r"(?: ?(?:[-–/]|s\.?/?d\.?|sampai(?: dengan)?|dan) ?(?:tahun )?(20\d\d)(?!\d))?",
    re.IGNORECASE,
)
_OF_DECISION: Final = re.compile(
    r"\b(?:nomor|no|tanggal|tgl|peraturan|perki|undang|uu|keputusan)\b", re.IGNORECASE
)
"""What stands before the year of a law or a decision: “Nomor 27 Tahun 2017”."""
_ANEW: Final = re.compile(r"\b(?:tentang|daftar)\b", re.IGNORECASE)
"""After these words a title speaks of the list again."""


def _titled_otherwise(candidate: _Candidate, wanted: WantedList) -> Iterator[CellRemark]:
    """Yield a remark where the title of a list names another year or another body."""
    years: dict[int, tuple[str, CellPlace]] = {}
    bodies: dict[str, CellPlace] = {}
    for place, line in candidate.title_lines:
        years |= dict.fromkeys(_years_in(line, wanted.words), ("Judul", place))
        bodies |= dict.fromkeys(sorted(wanted.bodies.in_title(line)), place)
    if not years:
        what, place = f"Nama lembar “{candidate.name}”", CellPlace(candidate.name, 1, 1)
        years = {int(year): (what, place) for year in YEAR.findall(candidate.name)}
    if years and wanted.tahun not in years:
        year, (what, place) = next(iter(years.items()))
        yield _is_it_right(place, f"{what} menyebut tahun {year}", str(wanted.tahun))
    # A long name may stand on several lines.
    own = wanted.opd in wanted.bodies.in_title(candidate.title)
    if bodies and wanted.opd not in bodies and not own:
        opd, place = next(iter(bodies.items()))
        official = wanted.bodies.official
        yield _is_it_right(
            place,
            f"Judul menyebut {official[opd]}",
            official.get(wanted.opd, "perangkat daerah lain"),
        )


def _is_it_right(place: CellPlace, said: str, handed_in_for: str) -> CellRemark:
    return CellRemark(
        place=place,
        severity=Severity.PERINGATAN,
        message=f"{said}, padahal daftar ini diserahkan untuk {handed_in_for}.",
        advice="Periksa apakah berkasnya benar, atau perbaiki judulnya.",
    )


def _years_in(line: str, words: RowWords) -> Iterator[int]:
    """Yield the years of which a line of a title says that they are those of the list."""
    if alone := YEAR.fullmatch(line.strip(" ()-–.:")):
        yield int(alone[0])
    if words.lists_in(line) and not _OF_DECISION.search(line) and not _OF_YEAR.search(line):
        yield from map(int, YEAR.findall(line))
    for found in _OF_YEAR.finditer(line):
        before = _ANEW.split(line[: found.start()])[-1]
        if not _OF_DECISION.search(before):
            yield from range(int(found[1]), int(found[2] or found[1]) + 1)


def _other_content(candidate: _Candidate) -> str:
    """Say what a sheet holds that is not read: “daftar tahun 2024”."""
    years = YEAR.findall(candidate.name) or YEAR.findall(candidate.title)
    if candidate.says_other or candidate.worth < candidate.worth_as_other:
        return f"daftar {_NAMES[OTHER_LIST[candidate.wanted.jenis]]}"
    if years and str(candidate.wanted.tahun) not in years:
        return f"daftar tahun {years[0]}"
    return "daftar lain"


def _chosen(
    sheets: Sequence[_Candidate],
    found: Sequence[_Candidate],
    visible: Sequence[_Candidate],
    wanted: WantedList,
) -> _SheetChoice:
    left = _narrowed(visible or found, wanted.tahun)
    if not left or all(candidate.is_rather_other for candidate in left):
        other = [candidate for candidate in sheets if candidate.worth_as_other >= _WIDE]
        return _SheetChoice((), remarks=tuple(map(_other_list, other[:1])))
    answer = wanted.answers.get(_KEY, "")
    if answer == _ALL and len(left) > 1:
        return _SheetChoice(tuple(left))
    if named := [candidate for candidate in found if candidate.name == answer]:
        return _SheetChoice(tuple(named))
    if len(left) == 1 or (wanted.jenis == "dip" and _are_categories(left, wanted.words)):
        return _SheetChoice(tuple(left), remarks=tuple(_remarks(left[0], hidden=not visible)))
    return _SheetChoice((left[0],), (_which_sheet(left),))


def _narrowed(found: Sequence[_Candidate], tahun: int) -> list[_Candidate]:
    """Drop in turn what is a poorer, empty, different or older list, as long as one is left."""
    most = max((candidate.worth for candidate in found), default=0)
    left = [candidate for candidate in found if candidate.worth >= _ENOUGH * most]
    if len(left) > 1:
        left = [c for c in left if c.worth >= c.worth_as_other] or left
        left = [c for c in left if c.has_rows] or left
        left = [c for c in left if not c.says_other] or left
        # Only where every sheet names one year does the year tell them apart.
        years = [set(YEAR.findall(c.name)) or set(YEAR.findall(c.title)) for c in left]
        if all(len(named) == 1 for named in years):
            same = [c for c, named in zip(left, years, strict=True) if str(tahun) in named]
            left = same or left
    return left


def _are_categories(found: Sequence[_Candidate], words: RowWords) -> bool:
    """Tell whether each sheet holds one category of a DIP: “Berkala”, “Setiap Saat”."""
    named = [words.classes_in(c.name) or words.classes_in(c.title) for c in found]
    return all(len(classes) == 1 for classes in named)


def _which_sheet(found: Sequence[_Candidate]) -> Question:
    names = [candidate.name for candidate in found]
    readings = [Reading(name, f"Hanya lembar “{name}”") for name in names]
    readings.append(Reading(_ALL, "Semua lembar itu, digabung"))
    asks = f"Ada {len(names)} lembar yang memuat daftar. Lembar mana yang diserahkan?"
    place = CellPlace(names[0], found[0].blocks[0].first_row, 1)
    return Question(
        key=_KEY, place=place, written=", ".join(names), asks=asks, readings=tuple(readings)
    )


def _remarks(first: _Candidate, *, hidden: bool) -> Iterator[CellRemark]:
    if hidden:
        place = CellPlace(first.name, first.blocks[0].first_row, 1)
        message = f"Daftarnya berada pada lembar tersembunyi, “{first.name}”."
        advice = "Tampilkan lembar itu agar orang lain melihat isi yang sama."
        yield CellRemark(place=place, severity=Severity.PERINGATAN, message=message, advice=advice)
    if first.worth < first.worth_as_other:
        yield _other_list(first, Severity.PERINGATAN)


def _other_list(candidate: _Candidate, severity: Severity = Severity.GALAT) -> CellRemark:
    jenis = candidate.wanted.jenis
    other = OTHER_LIST[jenis]
    message = (
        f"Judul kolom lembar “{candidate.name}” lebih mirip daftar {_NAMES[other]} "
        f"({other.upper()}), padahal yang diserahkan daftar {_NAMES[jenis]} ({jenis.upper()})."
    )
    place = CellPlace(candidate.name, 1, 1)
    return CellRemark(
        place=place, severity=severity, message=message, advice="Periksa apakah berkasnya benar."
    )


_MOST_SHOWN: Final = 2


def _not_a_list(sheet: BookSheet, words: RowWords) -> CellRemark:
    """Say what stands on a sheet without a list, first what limits or excepts something."""
    texts = [cell.text for cell in sheet.cells if any(map(str.isalpha, cell.text))]
    limiting = [text for text in texts if words.says_condition(text)]
    first = dict.fromkeys([*limiting, *sorted(texts, key=len, reverse=True)])
    shown = listed(list(first)[:_MOST_SHOWN])
    hidden = "tersembunyi " if sheet.hidden else ""
    return CellRemark(
        place=sheet.cells[0].place,
        severity=Severity.PERINGATAN if limiting else Severity.SARAN,
        message=f"Lembar {hidden}“{sheet.name}” tidak memuat daftar, jadi tidak dipakai"
        f"{f'; isinya antara lain {shown}' if shown else ''}",
        advice="Bila ada keterangan yang berlaku bagi sebuah baris, tulis di catatannya.",
    )


def _which_encoding(book: Book, wanted: WantedList) -> Iterator[Question]:
    """Ask in which encoding a text was saved, unless it has been answered."""
    names = [choice.name for choice in book.encodings]
    if names and wanted.answers.get(ENCODING) not in names:
        yield Question(
            key=ENCODING,
            place=CellPlace(book.sheets[0].name, 1, 1),
            written="",
            asks="Berkas ini tidak menyebut pengodean hurufnya. Tulisan mana yang benar?",
            readings=tuple(Reading(one.name, one.sample) for one in book.encodings),
        )


_MOST_NAMED: Final = 5


def _remarks_on(book: Book) -> Iterator[CellRemark]:
    """Yield a remark on everything in a workbook that does not come into the list by itself."""
    whole = CellPlace("", 1, 1)
    if book.macros:
        message = "Buku kerja ini memuat makro. Makro tidak dijalankan dan tidak dibaca."
        yield _not_read(whole, message)
    if book.format is Format.PDF:
        yield CellRemark(
            place=whole,
            severity=Severity.PERINGATAN,
            message="Daftar ini dibaca dari PDF, yang tidak menyimpan sel dan kata; isinya perlu "
            "dicocokkan.",
            advice="Bila ada, serahkan berkas Word atau Excel aslinya.",
        )
    if book.links_to_files:
        message = (
            "Buku kerja ini memuat rumus yang merujuk ke berkas lain. Yang dibaca ialah nilai "
            "terakhir yang tersimpan."
        )
        yield _not_read(whole, message)
    for sheet in book.sheets:
        yield from _beside_the_cells(sheet)
    for sheet in book.sheets:
        yield from _without_value(sheet)


def _beside_the_cells(sheet: BookSheet) -> Iterator[CellRemark]:
    place = CellPlace(sheet.name, 1, 1)
    if sheet.comments:
        cells = ", ".join(each.cell for each in sheet.comments[:_MOST_NAMED])
        cells += " dan lainnya" if sheet.comments[_MOST_NAMED:] else ""
        message = (
            f"Lembar “{sheet.name}” memuat komentar pada sel {cells}. Komentar tidak ikut dibaca."
        )
        yield _not_read(place, message)
    if sheet.text_boxes:
        message = f"Lembar “{sheet.name}” memuat kotak teks. Isinya tidak ikut dibaca."
        yield _not_read(place, message)


def _not_read(place: CellPlace, message: str) -> CellRemark:
    advice = "Bila ada isi yang perlu masuk daftar, pindahkan ke dalam sel."
    return CellRemark(place=place, severity=Severity.SARAN, message=message, advice=advice)


def _without_value(sheet: BookSheet) -> Iterator[CellRemark]:
    for cell in sheet.cells:
        if cell.stored is not StoredAs.GALAT:
            continue
        if cell.text.startswith("#"):
            message = f"Sel {cell.place.cell} berisi galat {cell.text}."
            advice = "Perbaiki rumusnya, atau ketik nilainya."
        else:
            message = f"Sel {cell.place.cell} berisi rumus yang hasilnya tidak tersimpan."
            advice = "Buka dengan Excel atau LibreOffice lalu simpan lagi, atau ketik nilainya."
        yield CellRemark(
            place=cell.place, severity=Severity.PERINGATAN, message=message, advice=advice
        )
