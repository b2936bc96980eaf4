"""What marks are held against: the state of every obligation as it was judged, known by its print.

Worksheets are read with this alone, so that a browser needs no data of the offices: evidence and
its documents stay where they are, and only what came of them is looked at.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Self

from ppid.assessing.model import Completeness, OpdReport
from ppid.assessing.verification import fingerprint
from ppid.core.corpus import Corpus
from ppid.core.project_files import Folder


@dataclass(frozen=True, slots=True)
class JudgedDuty:
    """An obligation of an OPD in a year: its code, its state, and the print of both."""

    kode: str
    keadaan: str
    sidik: str


@dataclass(frozen=True, slots=True)
class JudgedOffice:
    """The obligations of an OPD in a year, in the order of the law."""

    opd: str
    tahun: int
    nama: str
    contoh: bool
    duties: tuple[JudgedDuty, ...]

    def duty(self, kode: str) -> JudgedDuty | None:
        """Return one obligation; None where the OPD has no such obligation in this year."""
        return next((each for each in self.duties if each.kode == kode), None)


@dataclass(frozen=True)
class Judged:
    """Offices of years as they were judged."""

    offices: tuple[JudgedOffice, ...]

    @classmethod
    def of(cls, completeness: Completeness) -> Self:
        """Return what an assessment came to."""
        return cls(tuple(_office(report) for y in completeness.years for report in y.reports))

    @cached_property
    def years(self) -> frozenset[int]:
        """The years that were judged."""
        return frozenset(each.tahun for each in self.offices)

    def office(self, opd: str, tahun: int) -> JudgedOffice | None:
        """Return one OPD in one year."""
        return self._by_opd.get((opd, tahun))

    @cached_property
    def _by_opd(self) -> Mapping[tuple[str, int], JudgedOffice]:
        return {(each.opd, each.tahun): each for each in self.offices}


@dataclass(frozen=True, slots=True)
class Round:
    """What worksheets are held against: how OPDs were judged on a day, and the project.

    The project needs to hold the assignments and the marks that are stored, and nothing of lists.
    """

    hari: date
    judged: Judged
    folder: Folder
    corpus: Corpus


def _office(report: OpdReport) -> JudgedOffice:
    duties = (
        JudgedDuty(a.obligation.kode, a.state.value, fingerprint(a)) for a in report.assessments
    )
    return JudgedOffice(report.opd, report.tahun, report.profil.nama, report.contoh, tuple(duties))
