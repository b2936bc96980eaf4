"""A marked worksheet as its assessor may see it before handing it in; nothing of it is written.

The same is read and refused as when it is taken in. What has become of the data since the site was
built is known only then.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from ppid.assessing.model import State
from ppid.handing_in.worksheet.form import Problem
from ppid.handing_in.worksheet.judged import Round
from ppid.handing_in.worksheet.marks import GivenMark, HandedSheet, marks_in
from ppid.handing_in.worksheet.records import after_writing, take_in_marks
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

    `kabar` is what is said when it is taken in: what is new, what differs without a reason.
    """

    pemantau: str
    tahun: int
    hari: str
    contoh: bool
    hasil: str
    tanda: tuple[SeenMark, ...]
    ditolak: tuple[RefusedCell, ...]
    kemajuan: tuple[Progress, ...]
    kabar: tuple[str, ...]


def seen_paper(sheet: HandedSheet, held_against: Round) -> SeenPaper:
    """Return what would come of taking a worksheet in."""
    judged, corpus = held_against.judged, held_against.corpus
    read = [m for m in marks_in(sheet, None, judged, corpus) if isinstance(m, GivenMark)]
    taken = take_in_marks([sheet], None, judged, corpus)
    problems = taken.problems or after_writing(held_against.folder, taken.files, corpus.today)
    refused = tuple(_refused(each, sheet.name) for each in problems)
    return SeenPaper(
        pemantau=sheet.identity.pemantau,
        tahun=sheet.identity.tahun,
        hari=format_tanggal(held_against.hari),
        contoh=sheet.identity.contoh,
        hasil=_result(len(read), len(refused)),
        tanda=tuple(
            SeenMark(m.place, m.office.nama, m.now.kode, TANDA[m.tanda], m.catatan) for m in read
        ),
        ditolak=refused,
        kemajuan=tuple(_progress(sheet, read, held_against)),
        kabar=taken.told,
    )


def _result(read: int, refused: int) -> str:
    if refused:
        return (
            f"Belum dapat diterima: {format_bulat(refused)} hal perlu diperbaiki dahulu, "
            f"{format_bulat(read)} tanda terbaca"
        )
    return f"Dapat diterima: {format_bulat(read)} tanda terbaca" if read else "Belum ada tanda"


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
