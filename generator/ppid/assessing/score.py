"""Figures from assessments, and how they come about in words.

Figures are exact, so that the order in which they are added does not matter; the words are made
from the very data and vocabulary by which the method is applied.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction
from math import lcm

from ppid.assessing.model import (
    Assessment,
    CategoryScores,
    Obligation,
    ObligationSet,
    OpdReport,
    Score,
    State,
)
from ppid.kinds.acuan.kewajiban import ARTI_BUKTI, Kategori, Tenggat
from ppid.values.dates import format_tanggal

RUMUS = (
    "Nilai = jumlah bobot kewajiban yang terpenuhi dibagi jumlah bobot kewajiban yang berlaku,"
    " dikali 100, dibulatkan ke satu angka di belakang koma."
)
"""The formula in words, beside the code that computes it."""


class Weights:
    """The weights of a set as whole numbers over one denominator: exact, and quick to add."""

    def __init__(self, obligations: ObligationSet) -> None:
        """Bring the weights of a set to one denominator."""
        listed = obligations.obligations
        self._unit = lcm(*(o.bobot.denominator for o in listed)) if listed else 1
        self._whole = [int(o.bobot * self._unit) for o in listed]
        self._category = [o.kategori.kode for o in listed]
        self._categories = obligations.categories

    def score(self, assessments: Sequence[Assessment]) -> tuple[Score, CategoryScores]:
        """Add up the assessments of one OPD, which stand in the order of the set."""
        tallies = {category.kode: [0, 0, 0, 0, 0] for category in self._categories}
        for assessment, code, weight in zip(assessments, self._category, self._whole, strict=True):
            tally = tallies[code]
            if assessment.state is State.TERPENUHI:
                tally[0] += 1
                tally[3] += weight
                tally[4] += weight
            elif assessment.state is State.BELUM:
                tally[1] += 1
                tally[4] += weight
            else:
                tally[2] += 1
        scores = tuple((c, self._scored(tallies[c.kode])) for c in self._categories)
        return total(score for _, score in scores), scores

    def _scored(self, tally: list[int]) -> Score:
        met, open_, idle, weight_met, weight = tally
        return Score(
            terpenuhi=met,
            belum=open_,
            tidak_berlaku=idle,
            bobot_terpenuhi=Fraction(weight_met, self._unit),
            bobot_berlaku=Fraction(weight, self._unit),
        )


def total(scores: Iterable[Score]) -> Score:
    """Add scores up."""
    listed = list(scores)
    return Score(
        terpenuhi=sum(s.terpenuhi for s in listed),
        belum=sum(s.belum for s in listed),
        tidak_berlaku=sum(s.tidak_berlaku for s in listed),
        bobot_terpenuhi=sum((s.bobot_terpenuhi for s in listed), Fraction(0)),
        bobot_berlaku=sum((s.bobot_berlaku for s in listed), Fraction(0)),
    )


def total_by_category(reports: Sequence[CategoryScores]) -> CategoryScores:
    """Add the categories of many OPDs up; all have the same, in the same order."""
    return tuple(
        (column[0][0], total(score for _, score in column)) for column in zip(*reports, strict=True)
    )


def gain(score: Score, weight: Fraction) -> Decimal | None:
    """Return how many points more the figure would show; None when there is no figure.

    Both figures are computed and rounded as they are printed, so that readers can check the sum.
    """
    now = score.nilai
    then = replace(score, bobot_terpenuhi=score.bobot_terpenuhi + weight).nilai
    return None if now is None or then is None else then - now


class Gains(dict[Fraction, Decimal | None]):
    """The gains of one OPD by weight; its obligations share a handful of weights."""

    def __init__(self, report: OpdReport) -> None:
        """Start from the figure of a report."""
        super().__init__()
        self._score = report.score

    def __missing__(self, weight: Fraction) -> Decimal | None:
        self[weight] = found = gain(self._score, weight)
        return found


ARTI_KEADAAN = {
    "terpenuhi": "Bukti yang diperhitungkan ditemukan dalam data.",
    "belum": "Bukti yang diperhitungkan belum ditemukan; yang tidak diketahui termasuk di sini.",
    "tidak-berlaku": "Kewajiban ini tidak mengikat perangkat daerah itu pada tahun itu.",
}
ARTI_KESEGARAN = {
    "tepat": "Tanggal buktinya memenuhi tenggat.",
    "lewat": "Tanggal buktinya melewati tenggat.",
    "tidak-diketahui": "Buktinya tidak bertanggal.",
    "tanpa-tenggat": "Tidak ada tenggat yang dihitung dengan tanggal.",
}
LANGKAH = (
    "Setiap tahun dinilai dengan peraturan yang berlaku pada 31 Desember tahun itu.",
    "Pada tahun peraturan berganti, semua daftar dinilai dengan peraturan yang baru.",
    (
        "Daftar yang ditetapkan sebelum peraturan itu berlaku sering memakai kode lama; "
        "kode lama yang artinya dapat tertukar tidak dihitung."
    ),
    "Tahun yang dinilai adalah tahun yang mempunyai paling sedikit satu daftar atau laporan.",
    "Hari penilaian adalah 31 Desember tahun itu, atau hari ini bila tahunnya belum selesai.",
    "Satu jenis bukti yang memadai sudah cukup; isi dokumennya tidak dibuka oleh program.",
    "Yang tidak berlaku keluar dari pembilang dan dari penyebut.",
    "Bukti yang melewati tenggat tetap dihitung, kecuali bila tenggat itulah kewajibannya.",
    "Kewajiban tahunan baru diminta sesudah batas waktunya lewat.",
)
LANGKAH_BERTANGGAL = (
    "Kewajiban yang bertanggal sendiri dinilai bila berlaku pada 31 Desember tahun itu."
)
"""A step for sets in which an obligation does not hold as long as its regulation."""


@dataclass(frozen=True, slots=True)
class ObligationGroup:
    """A category of a set, with the obligations in it."""

    kategori: Kategori
    obligations: tuple[Obligation, ...]


@dataclass(frozen=True, slots=True)
class Method:
    """How figures come about under one regulation; everything here is printed as it stands."""

    kumpulan: ObligationSet
    rumus: str
    langkah: Sequence[str]
    tenggat: Sequence[Tenggat]
    groups: Sequence[ObligationGroup]


def method_of(kumpulan: ObligationSet) -> Method:
    """Describe the method of one set."""
    groups = tuple(
        ObligationGroup(c, tuple(o for o in kumpulan.obligations if o.kategori.kode == c.kode))
        for c in kumpulan.categories
    )
    dated = any(o.mulai or o.sampai for o in kumpulan.obligations)
    steps = (*LANGKAH, LANGKAH_BERTANGGAL) if dated else LANGKAH
    return Method(kumpulan, RUMUS, steps, kumpulan.kumpulan.tenggat, groups)


def evidence_in_words(obligation: Obligation) -> tuple[str, ...]:
    """Say what counts as evidence of an obligation."""
    return tuple(ARTI_BUKTI[sort] for sort in obligation.bukti)


def scope_in_words(obligation: Obligation) -> str:
    """Say whom an obligation binds, and since when and until when where it has days of its own."""
    scope = obligation.berlaku_untuk
    whom = scope.alasan if scope else "Berlaku bagi semua perangkat daerah."
    since = f" sejak {format_tanggal(obligation.mulai)}" if obligation.mulai else ""
    until = f" sampai {format_tanggal(obligation.sampai)}" if obligation.sampai else ""
    return f"{whom} Berlaku{since}{until}." if since or until else whom


def weight_in_words(obligation: Obligation) -> str:
    """Say what an obligation weighs, exactly: “1” or “1/23”."""
    return str(obligation.bobot)
