"""A filled-in worksheet as it may be seen before it is handed in; nothing of it is written.

The same is read and refused as when it is taken in. What has become of the data since the site was
built is known only then.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from ppid.assessing.model import State
from ppid.handing_in.worksheet.form import MARKS, PARTIES, Problem
from ppid.handing_in.worksheet.judged import Round
from ppid.handing_in.worksheet.marks import GivenMark, HandedSheet, marks_in
from ppid.handing_in.worksheet.objections import (
    GivenObjection,
    objections_in,
    take_in_objections,
)
from ppid.handing_in.worksheet.records import TakenIn, after_writing, take_in_marks
from ppid.kinds.pemantauan.penugasan import Penugasan, slug_of
from ppid.kinds.wording import TANDA
from ppid.values.dates import format_tanggal
from ppid.values.numbers import format_bulat


@dataclass(frozen=True, slots=True)
class SeenMark:
    """A mark that was read, where it stands, and of which obligation of which office it is."""

    tempat: str
    perangkat: str
    kode: str
    tanda: str
    catatan: str


@dataclass(frozen=True, slots=True)
class SeenObjection:
    """An objection that was read, where it stands, and to which finding of which office it is."""

    tempat: str
    perangkat: str
    temuan: str
    tanggal: str
    pihak: str
    isi: str
    tautan: str


@dataclass(frozen=True, slots=True)
class RefusedCell:
    """Something that keeps the worksheet from being taken in, where it stands, and what to do."""

    tempat: str
    kalimat: str
    saran: str


@dataclass(frozen=True, slots=True)
class Progress:
    """How many of the obligations of an office that must be marked have a mark that was read."""

    perangkat: str
    ditandai: int
    seluruhnya: int


@dataclass(frozen=True, slots=True)
class SeenPaper:
    """What is to be seen of a worksheet; `hari` is the day of the data it was held against.

    `sebutan` is what people call it: it holds marks of a `pemantau`, or objections of anybody.
    `kabar` is what is said when it is taken in: what is new, what differs without a reason.
    """

    sebutan: str
    pemantau: str
    tahun: int
    hari: str
    contoh: bool
    hasil: str
    tanda: tuple[SeenMark, ...]
    sanggahan: tuple[SeenObjection, ...]
    ditolak: tuple[RefusedCell, ...]
    kemajuan: tuple[Progress, ...]
    kabar: tuple[str, ...]


def seen_paper(sheet: HandedSheet, held_against: Round) -> SeenPaper:
    """Return what would come of taking a worksheet in."""
    judged, corpus = held_against.judged, held_against.corpus
    marks: list[GivenMark] = []
    objections: list[GivenObjection] = []
    if sheet.identity.isi == MARKS:
        sort, read_as = "kertas kerja", "tanda"
        found = marks_in(sheet, None, judged, corpus)
        marks = [each for each in found if isinstance(each, GivenMark)]
        taken = take_in_marks([sheet], None, judged, corpus)
    else:
        sort, read_as = "lembar sanggahan", "sanggahan"
        rows = objections_in(sheet, judged, corpus.today)
        objections = [each for each in rows if isinstance(each, GivenObjection)]
        taken = take_in_objections([sheet], judged, corpus, held_against.folder)
    refused = tuple(_refused(each, sheet.name) for each in _problems(taken, held_against))
    return SeenPaper(
        sebutan=sort,
        pemantau=sheet.identity.pemantau,
        tahun=sheet.identity.tahun,
        hari=format_tanggal(held_against.hari),
        contoh=sheet.identity.contoh,
        hasil=_result(len(marks) + len(objections), read_as, len(refused)),
        tanda=tuple(
            SeenMark(m.place, m.office.nama, m.now.kode, TANDA[m.tanda], m.catatan) for m in marks
        ),
        sanggahan=tuple(map(_objection, objections)),
        ditolak=refused,
        kemajuan=tuple(_progress(sheet, marks, held_against)),
        kabar=taken.told,
    )


def _problems(taken: TakenIn, held_against: Round) -> tuple[Problem, ...]:
    """Return what keeps a worksheet out, as its reader says it or the rules would afterwards."""
    if taken.problems or not taken.files:
        return taken.problems
    return after_writing(held_against.folder, taken.files, held_against.corpus.today)


def _objection(each: GivenObjection) -> SeenObjection:
    return SeenObjection(
        tempat=each.place,
        perangkat=each.office.nama,
        temuan=each.temuan,
        tanggal=format_tanggal(each.tanggal),
        pihak=PARTIES[each.pihak],
        isi=each.isi,
        tautan=each.tautan,
    )


def _result(read: int, read_as: str, refused: int) -> str:
    count = f"{format_bulat(read)} {read_as} terbaca"
    if refused:
        return f"Belum dapat diterima: {format_bulat(refused)} hal perlu diperbaiki dahulu, {count}"
    return f"Dapat diterima: {count}" if read else f"Belum ada {read_as}"


def _refused(problem: Problem, name: str) -> RefusedCell:
    file = problem.file if problem.file != name else ""
    place = ", ".join(filter(None, (file, problem.place)))
    return RefusedCell(place, problem.sentence, problem.advice)


def _progress(sheet: HandedSheet, read: list[GivenMark], held_against: Round) -> Iterator[Progress]:
    """Yield how far the assessor is with each office; only obligations that count are counted."""
    identity = sheet.identity
    assignments = held_against.corpus.get(Penugasan, tahun=identity.tahun)
    marked = Counter(m.office.opd for m in read if State(m.now.keadaan).counts)
    for each in assignments.pemantau if assignments else ():
        for opd in each.opd if each.slug == slug_of(identity.pemantau) else ():
            if office := held_against.judged.office(opd, identity.tahun):
                wanted = sum(State(duty.keadaan).counts for duty in office.duties)
                yield Progress(office.nama, marked[opd], wanted)
