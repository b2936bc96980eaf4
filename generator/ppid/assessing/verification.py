"""What an assessor found, beside what the data shows: agreement, progress and figures.

A mark never replaces a computed state, and what nobody has looked at stays unknown.
"""

import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from typing import NamedTuple

from ppid.assessing.model import Assessment, Completeness, OpdReport, State, YearReport, percent
from ppid.core.corpus import Corpus
from ppid.kinds.pemantauan.penugasan import Penugasan
from ppid.kinds.pemantauan.verifikasi import SEJALAN, Verifikasi

_DIGITS = 16


class Selisih(StrEnum):
    """How the mark of an assessor stands to the state of the data as it is now."""

    SAMA = "sama"
    BERBEDA = "berbeda"
    DIJAWAB = "dijawab pemantau"
    """The data left it to be looked at, and it was."""
    BELUM = "belum diverifikasi"


def fingerprint(assessment: Assessment) -> str:
    """Return 16 digits by which a state with its evidence is known again: what a mark was about.

    Sentences are left out, since their wording changes with the program.
    """
    a = assessment
    evidence = [(str(e.record or ""), e.url, e.tautan, str(e.diperbarui or "")) for e in a.evidence]
    judged = [a.tahun, a.opd, a.obligation.kode, a.state.value, a.kesegaran.value, evidence]
    return hashlib.sha256(json.dumps(judged).encode()).hexdigest()[:_DIGITS]


class Verified(NamedTuple):
    """One obligation with its mark, if there is one."""

    assessment: Assessment
    tanda: Verifikasi | None

    @property
    def selisih(self) -> Selisih:
        """Say whether data and mark agree."""
        state = self.assessment.state
        if self.tanda is None:
            return Selisih.BELUM
        if state is State.PERLU_DILIHAT:
            return Selisih.DIJAWAB
        return Selisih.SAMA if self.tanda.tanda in SEJALAN[state] else Selisih.BERBEDA

    @property
    def berubah(self) -> bool:
        """Whether the data has changed since the mark was given."""
        return bool(
            self.tanda and self.tanda.sidik and self.tanda.sidik != fingerprint(self.assessment)
        )


@dataclass(frozen=True, slots=True)
class Tally:
    """The marks of some obligations, added up.

    `perlu` are those that count by the data, `ditandai` how many of them have a mark. The figure of
    the assessor has the weights of our own; it is known only when everything that counts is marked.
    """

    perlu: int
    ditandai: int
    tanda: Mapping[str, int]
    selisih: Mapping[Selisih, int]
    berubah: int
    ada: Fraction
    dinilai: Fraction

    @property
    def nilai(self) -> Decimal | None:
        """The percentage by the marks; None as long as marks are missing."""
        return percent(self.ada, self.dinilai) if self.perlu == self.ditandai else None

    @property
    def belum(self) -> int:
        """How many obligations that count nobody has marked yet."""
        return self.perlu - self.ditandai


@dataclass(frozen=True, slots=True)
class OpdVerification:
    """The obligations of one OPD and year with their marks, in the order of the law."""

    report: OpdReport
    pairs: tuple[Verified, ...]
    pemantau: str
    """The office or team that is assigned; empty where nobody is."""
    contoh: bool

    @property
    def marked(self) -> tuple[Verified, ...]:
        """Return those that have a mark."""
        return tuple(pair for pair in self.pairs if pair.tanda)

    @property
    def tally(self) -> Tally:
        """Add everything up."""
        return tally_of(self.pairs)


@dataclass(frozen=True, slots=True)
class YearVerification:
    """The OPDs of a year that have at least one mark, or an assessor."""

    year: YearReport
    opd: tuple[OpdVerification, ...]

    @property
    def marked(self) -> tuple[OpdVerification, ...]:
        """Return those that have at least one mark."""
        return tuple(each for each in self.opd if each.marked)


def tally_of(pairs: Iterable[Verified]) -> Tally:
    """Add up the marks of some obligations."""
    listed = list(pairs)
    counting = [pair for pair in listed if pair.assessment.state.counts]
    weights = {"ada": Fraction(0), "tidak-ada": Fraction(0), "tidak-berlaku": Fraction(0)}
    for pair in listed:
        if pair.tanda:
            weights[pair.tanda.tanda] += pair.assessment.bobot
    return Tally(
        perlu=len(counting),
        ditandai=sum(pair.tanda is not None for pair in counting),
        tanda=Counter(pair.tanda.tanda for pair in listed if pair.tanda),
        selisih=Counter(pair.selisih for pair in listed if pair.tanda),
        berubah=sum(pair.berubah for pair in listed),
        ada=weights["ada"],
        dinilai=weights["ada"] + weights["tidak-ada"],
    )


def verified(report: OpdReport, corpus: Corpus) -> OpdVerification:
    """Put the marks of an OPD and year beside its assessments."""
    marks = {tanda.kode: tanda for tanda in corpus.in_list(Verifikasi, report.opd, report.tahun)}
    penugasan = corpus.get(Penugasan, tahun=report.tahun)
    assigned = penugasan.pemantau_dari(report.opd) if penugasan else None
    return OpdVerification(
        report=report,
        pairs=tuple(Verified(a, marks.get(a.obligation.kode)) for a in report.assessments),
        pemantau=assigned.nama if assigned else "",
        contoh=report.contoh or any(tanda.contoh for tanda in marks.values()),
    )


def verifications(completeness: Completeness, corpus: Corpus) -> Iterator[YearVerification]:
    """Yield the years in which anything was assigned or marked, oldest first."""
    known = {each.id.tahun for each in (*corpus.of(Penugasan), *corpus.of(Verifikasi))}
    for year in completeness.years:
        found = (verified(report, corpus) for report in year.reports if year.tahun in known)
        kept = tuple(each for each in found if each.marked or each.pemantau)
        if kept:
            yield YearVerification(year, kept)
