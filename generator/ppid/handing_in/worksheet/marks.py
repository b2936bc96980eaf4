"""The marks of a worksheet as an assessor filled it in, or why they cannot be taken as they are."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from ppid.core.corpus import Corpus
from ppid.handing_in.worksheet.form import (
    CODE,
    DAY_LABEL,
    GUIDE,
    MARK,
    MARKS,
    NOTE,
    OPD,
    PRINT,
    STATES,
    STRUCK,
    YEAR,
    Identity,
    NoTableError,
    Problem,
    SheetRow,
    read_day,
    read_mark,
    rows_below,
    unfit,
)
from ppid.handing_in.worksheet.judged import Judged, JudgedDuty, JudgedOffice
from ppid.kinds.pemantauan.penugasan import Penugasan, slug_of
from ppid.kinds.pemantauan.verifikasi import Verifikasi
from ppid.kinds.wording import TANDA
from ppid.reading.documents.book import Book, SheetGrid
from ppid.values.dates import format_tanggal
from ppid.values.text import quoted

SHOWN_STATE: Final = "Menurut data"
_PRINT: Final = re.compile(r"[0-9a-f]{16}")
_CHOICE: Final = f"Pilih {', '.join([*TANDA.values()][:-1])}, atau {[*TANDA.values()][-1]}."


@dataclass(frozen=True, slots=True)
class GivenMark:
    """A mark with the state that it judges; `sidik` is that of the sheet, `now` the state today."""

    file: str
    place: str
    pemantau: str
    tanggal: date
    tanda: str
    catatan: str
    sidik: str
    menurut_data: str
    office: JudgedOffice
    now: JudgedDuty

    @property
    def key(self) -> tuple[int, str, str]:
        """Year, OPD and code of the obligation."""
        return self.office.tahun, self.office.opd, self.now.kode

    @property
    def about(self) -> str:
        """What people call the obligation."""
        return f"{self.office.opd} {self.now.kode}"


@dataclass(frozen=True, slots=True)
class HandedSheet:
    """A worksheet that came back: its file name, what is in it, and for whom it was made."""

    name: str
    book: Book
    identity: Identity


def marks_in(
    sheet: HandedSheet, day: date | None, judged: Judged, corpus: Corpus
) -> Iterator[GivenMark | Problem]:
    """Yield every mark of a worksheet, and everything that stands against taking it in.

    `day` is that of the marks where somebody said so; else it stands on the guide of the sheet.
    """
    name, identity = sheet.name, sheet.identity
    if not identity.pemantau:
        sentence = "Kertas kerja ini tidak dibuat untuk seorang pemantau."
        advice = "Salin tandanya ke kertas kerja yang dibuat untuk pemantau itu."
        yield Problem(name, "", sentence, advice, "Buat dengan: ppid kertas-kerja")
        return
    if identity.tahun not in judged.years:
        sentence = f"Tahun {identity.tahun} tidak dapat dinilai."
        yield Problem(name, "", sentence, "", "Sebabnya disebut oleh: ppid periksa")
        return
    marked = _day_of(sheet, day, corpus.today)
    if isinstance(marked, Problem):
        yield marked
        marked = corpus.today  # the rest is told all the same; nothing is written
    seen: dict[tuple[str, str], str] = {}
    try:
        for row in rows_below(sheet.book, MARKS, _COLUMNS):
            if row.text(MARK) or row.text(NOTE):
                yield from _mark(row, sheet, marked, judged, seen)
    except NoTableError as error:
        yield Problem(name, "", str(error), "")
    yield from _not_assigned({opd for opd, _ in seen}, sheet, corpus)


_COLUMNS: Final = (OPD, YEAR, CODE, MARK, NOTE, PRINT)


def rows_emptied(sheet: HandedSheet, corpus: Corpus) -> Iterator[tuple[tuple[int, str, str], str]]:
    """Yield year, OPD and code, with the cell, of rows that lack a stored mark of this assessor."""
    identity = sheet.identity
    for row in rows_below(sheet.book, MARKS, _COLUMNS):
        opd, code = row.text(OPD), row.text(CODE)
        stored = corpus.get(Verifikasi, opd, identity.tahun, code)
        if stored is None or row.text(MARK) or row.text(NOTE):
            continue
        if slug_of(stored.pemantau) == slug_of(identity.pemantau):
            yield (identity.tahun, opd, code), row.place(MARK, MARKS)


def tables_not_read(sheet: HandedSheet) -> Iterator[str]:
    """Yield the names of sheets that hold a table of marks beside the one that is read."""
    for each in sheet.book.sheets:
        grid = SheetGrid(each)
        headings = ({cell.text.strip() for cell in grid.rows[row].values()} for row in grid.order)
        if each.name != MARKS and any(found.issuperset(_COLUMNS) for found in headings):
            yield each.name


def rows_gone(
    sheet: HandedSheet, judged: Judged, corpus: Corpus
) -> Iterator[tuple[JudgedOffice, Sequence[str]]]:
    """Yield the obligations that a sheet no longer holds, for each OPD assigned to its assessor."""
    identity, slug = sheet.identity, slug_of(sheet.identity.pemantau)
    there = {(row.text(OPD), row.text(CODE)) for row in rows_below(sheet.book, MARKS, _COLUMNS)}
    penugasan = corpus.get(Penugasan, tahun=identity.tahun)
    own = (p.opd for p in (penugasan.pemantau if penugasan else ()) if p.slug == slug)
    for opd in next(own, ()):
        office = judged.office(opd, identity.tahun)
        codes = [each.kode for each in office.duties] if office else []
        if office and (gone := [kode for kode in codes if (opd, kode) not in there]):
            yield office, gone


def _day_of(sheet: HandedSheet, day: date | None, today: date) -> date | Problem:
    """Return the day of the marks: the one that was said, or the one on the guide."""
    place, written = f"lembar {GUIDE}", ""
    for each in sheet.book.sheets:
        grid = SheetGrid(each)
        for row in grid.order if each.name == GUIDE else ():
            label = grid.at(row, 1)
            if label and label.text.strip() == DAY_LABEL:
                place = f"lembar {GUIDE} sel B{row}"
                cell = grid.at(row, 2)
                written = cell.text.strip() if cell else ""
    found = day or read_day(written)
    advice = "Isi sel itu, misalnya 2026-03-02."
    command = "Atau tambahkan --dinilai dengan tanggalnya."
    if found is None:
        told = f"{quoted(written)} bukan tanggal." if written else "Hari penilaian belum diisi."
        return Problem(sheet.name, place, told, advice, command)
    if found > today or found.year < sheet.identity.tahun:
        how = "belum tiba" if found > today else f"sebelum tahun {sheet.identity.tahun} mulai"
        return Problem(sheet.name, place, f"{format_tanggal(found)} {how}.", advice, command)
    return found


def _mark(
    row: SheetRow,
    sheet: HandedSheet,
    day: date,
    judged: Judged,
    seen: dict[tuple[str, str], str],
) -> Iterator[GivenMark | Problem]:
    opd, code, mark, note = (row.text(name) for name in (OPD, CODE, MARK, NOTE))
    note = note if any(map(str.isalnum, note)) else ""  # a dash says nothing
    office = judged.office(opd, sheet.identity.tahun)
    about = office.duty(code) if office else None
    if office is None or about is None or row.text(YEAR) != str(sheet.identity.tahun):
        sentence = f"Tidak ada kewajiban {quoted(code)} bagi {quoted(opd)} tahun {row.text(YEAR)}."
        place = row.place(CODE, MARKS)
        yield Problem(sheet.name, place, sentence, "Pulihkan baris itu dari kertas kerja asli.")
        return
    problems = [*_about_mark(row, mark), *_about_note(row, note)]
    if (opd, code) in seen:
        above = seen[opd, code]
        problems.append((MARK, f"{opd} {code} sudah ada di {above}.", "Sisakan satu baris."))
    seen.setdefault((opd, code), row.place(MARK, MARKS))
    problems += _about_print(row.text(PRINT), about, office)
    if problems:
        for heading, sentence, advice in problems:
            yield Problem(sheet.name, row.place(heading, MARKS), sentence, advice)
        return
    states = {label: state.value for state, label in STATES.items()}
    yield GivenMark(
        file=sheet.name,
        place=row.place(MARK, MARKS),
        pemantau=sheet.identity.pemantau,
        tanggal=day,
        tanda=read_mark(mark),
        catatan=note,
        sidik=row.text(PRINT),
        menurut_data=states.get(row.text(SHOWN_STATE), ""),
        office=office,
        now=about,
    )


_Reason = tuple[str, str, str]
"""A heading, what is wrong below it, and what to do."""


def _about_mark(row: SheetRow, mark: str) -> Iterator[_Reason]:
    if row.is_formula(MARK):
        yield MARK, "Tandanya dihitung dengan rumus.", _CHOICE
    elif row.is_struck(MARK):
        yield (MARK, *STRUCK)
    elif not mark:
        yield NOTE, "Ada catatan, tetapi tandanya kosong.", f"{_CHOICE} Atau hapus catatannya."
    elif not read_mark(mark):
        yield MARK, f"{quoted(mark)} bukan tanda yang dikenal.", _CHOICE


def _about_note(row: SheetRow, note: str) -> Iterator[_Reason]:
    if row.is_formula(NOTE):
        yield NOTE, "Catatannya dihitung dengan rumus.", "Tulis sebagai teks biasa."
    elif row.is_struck(NOTE):
        yield (NOTE, *STRUCK)
    elif reason := unfit(note):
        yield (NOTE, *reason)


def _about_print(written: str, about: JudgedDuty, office: JudgedOffice) -> Iterator[_Reason]:
    """Tell of a row whose parts belong to two: some columns were sorted, and others were not."""
    advice = "Pulihkan baris itu dari kertas kerja asli."
    if not _PRINT.fullmatch(written):
        yield PRINT, "Sidik baris ini berubah.", advice
    elif written != about.sidik:
        others = (each.kode for each in office.duties if each.sidik == written)
        for other in others:
            told = f"Kodenya {quoted(about.kode)}, sidiknya milik {quoted(other)}."
            advice = "Urutkan lagi dengan semua kolom sekaligus, atau pakai kertas kerja asli."
            yield PRINT, told, advice


def _not_assigned(folders: set[str], sheet: HandedSheet, corpus: Corpus) -> Iterator[Problem]:
    """Yield the OPDs that were marked without being assigned to the assessor of the sheet."""
    identity = sheet.identity
    penugasan = corpus.get(Penugasan, tahun=identity.tahun)
    for opd in sorted(folders):
        assigned = penugasan.pemantau_dari(opd) if penugasan else None
        if assigned is None or assigned.slug != slug_of(identity.pemantau):
            to = f"ditugaskan kepada {quoted(assigned.nama)}" if assigned else "tidak ditugaskan"
            sentence = f"{quoted(opd)} {to}, bukan kepada {quoted(identity.pemantau)}."
            if assigned is None:
                sentence = f"{quoted(opd)} tidak ditugaskan kepada siapa pun."
            advice = "Perbaiki pembagian tugasnya, atau buat kertas kerja yang baru."
            yield Problem(sheet.name, f"lembar {MARKS}", sentence, advice)
