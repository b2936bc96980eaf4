"""What an assessment is: five states, what was found, why, and the figures that follow."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from typing import NamedTuple

from ppid.diagnostics.places import RecordId
from ppid.kinds.acuan.kewajiban import (
    BerlakuUntuk,
    JenisBukti,
    Kategori,
    KumpulanKewajiban,
    Tenggat,
)
from ppid.kinds.opd import ProfilOpd


class State(StrEnum):
    """Whether an obligation was met.

    What a program cannot judge is no yes: until somebody looks, it weighs as what is not yet met.
    What is on record without being owed (yet), and what does not apply, leave both sides of the
    fraction.
    """

    TERPENUHI = "terpenuhi"
    BELUM = "belum"
    PERLU_DILIHAT = "perlu-dilihat"
    TERCATAT = "tercatat"
    TIDAK_BERLAKU = "tidak-berlaku"

    @property
    def counts(self) -> bool:
        """Whether its weight is part of the fraction."""
        return self not in {State.TERCATAT, State.TIDAK_BERLAKU}


class Kesegaran(StrEnum):
    """How evidence stands to its clock; it changes the state only where the data says so."""

    TEPAT = "tepat"
    LEWAT = "lewat"
    TIDAK_DIKETAHUI = "tidak-diketahui"
    TANPA_TENGGAT = "tanpa-tenggat"


@dataclass(frozen=True, slots=True, eq=False)
class Obligation:
    """An obligation with everything that its set and its category say for it.

    `bobot` is the effective weight: its own (or the set's) times that of its category; `mulai` and
    `sampai` are its own days, where it does not hold as long as its regulation. `kata` are the
    groups of words of which a title must hold one; `naskah` names the text that answers several.
    """

    kode: str
    dasar: str
    teks: str
    kata: tuple[frozenset[str], ...]
    naskah: str
    klasifikasi: str
    kategori: Kategori
    bobot: Fraction
    alasan_bobot: str
    tenggat: Tenggat | None
    tenggat_menentukan: bool
    berlaku_untuk: BerlakuUntuk | None
    bukti: tuple[JenisBukti, ...]
    halaman: tuple[str, ...]
    mulai: date | None
    sampai: date | None


@dataclass(frozen=True, slots=True, eq=False)
class ObligationSet:
    """Obligations of one regulation, in the order of the law: all of them, or those of a year.

    `common` are the words of titles that name nothing by themselves.
    """

    kumpulan: KumpulanKewajiban
    obligations: tuple[Obligation, ...]
    categories: tuple[Kategori, ...]
    common: frozenset[str] = frozenset()


class Evidence(NamedTuple):
    """Something that was found: a record with its page, or a page alone.

    `url` is the address of its page relative to the root, `tautan` that of the document itself
    (empty when there is none), `diperbarui` its own date or that of its list. `terbuka` is the day
    on which an address elsewhere was last found to open; None where nobody saw that.
    """

    label: str
    record: RecordId | None = None
    url: str = ""
    tautan: str = ""
    diperbarui: date | None = None
    terbuka: date | None = None


class Assessment(NamedTuple):
    """One obligation of one OPD in one year.

    `evidence` is what was found, also where it does not suffice; `reason` is one neutral sentence.
    `bobot` is what it weighs for this OPD: in some categories what does not apply hands its weight
    to the rest.
    """

    obligation: Obligation
    opd: str
    tahun: int
    state: State
    evidence: tuple[Evidence, ...]
    reason: str
    kesegaran: Kesegaran
    diperbarui: date | None
    bobot: Fraction = Fraction(0)

    @property
    def link(self) -> str:
        """The first document of the evidence, else the page of the first record."""
        documents = (e.tautan for e in self.evidence if e.tautan)
        return next(documents, self.evidence[0].url if self.evidence else "")


@dataclass(frozen=True, slots=True)
class Score:
    """Counts of the states, and the fraction of weights that was met.

    Freshness is a figure of its own: of what was met and must be renewed within months
    (`bertenggat`), how many were (`segar`).
    """

    terpenuhi: int
    belum: int
    tidak_berlaku: int
    bobot_terpenuhi: Fraction
    bobot_berlaku: Fraction
    perlu_dilihat: int = 0
    tercatat: int = 0
    bobot_perlu_dilihat: Fraction = Fraction(0)
    bertenggat: int = 0
    segar: int = 0

    @property
    def berlaku(self) -> int:
        """How many obligations apply."""
        return self.terpenuhi + self.belum + self.perlu_dilihat

    @property
    def nilai(self) -> Decimal | None:
        """The percentage with one decimal, halves rounded up; None when nothing applies."""
        return percent(self.bobot_terpenuhi, self.bobot_berlaku)

    @property
    def paling_tinggi(self) -> Decimal | None:
        """The percentage if all that must be looked at turned out to be met."""
        return percent(self.bobot_terpenuhi + self.bobot_perlu_dilihat, self.bobot_berlaku)

    @property
    def kesegaran(self) -> Decimal | None:
        """The share of fresh evidence in percent; None where nothing has a clock of months."""
        return percent(Fraction(self.segar), Fraction(self.bertenggat))


def percent(part: Fraction, whole: Fraction) -> Decimal | None:
    """Return a percentage with one decimal, halves rounded up; None of nothing."""
    if not whole:
        return None
    tenths = 1000 * part / whole
    half_up = (2 * tenths.numerator + tenths.denominator) // (2 * tenths.denominator)
    return Decimal(half_up).scaleb(-1)


class Penyampaian(StrEnum):
    """How something stands to its day; what is not known is never counted as handed in."""

    TEPAT = "tepat-waktu"
    TERLAMBAT = "terlambat"
    NIHIL = "nihil"
    ADA = "ada"
    TIDAK_DIKETAHUI = "tidak-diketahui"
    BELUM_JATUH_TEMPO = "belum-jatuh-tempo"
    BELUM = "belum-ada"

    @property
    def words(self) -> str:
        """The state as readers see it: “tepat waktu”."""
        return self.value.replace("-", " ")


class Jenis(StrEnum):
    """What is handed in every year, and the appointment without which nobody hands it in."""

    DIK = "DIK"
    DIP = "DIP"
    LAYANAN = "Laporan layanan"
    SK = "SK PPID Pelaksana"

    @property
    def kolom(self) -> str:
        """Its name in the columns of a download."""
        return self.name.lower()

    @property
    def tahunan(self) -> bool:
        """Whether it is due every year; an appointment lasts."""
        return self is not Jenis.SK


@dataclass(frozen=True, slots=True)
class HandedIn:
    """How one OPD stood with one thing of a year.

    `day` is when it came, `due` its last day in time (None: the law sets none), `record` what shows
    it. `contoh` says that it is invented, or missing only from invented data.
    """

    profil: ProfilOpd
    tahun: int
    jenis: Jenis
    state: Penyampaian
    day: date | None
    due: date | None
    record: RecordId | None
    contoh: bool


CategoryScores = tuple[tuple[Kategori, Score], ...]


@dataclass(frozen=True, slots=True)
class OpdReport:
    """All assessments of one OPD and year; `hari` is the day by which clocks were read.

    `contoh` says that what was looked at is a demonstration: then no sentence may sound as if a
    real office had failed a duty. `dokumen` counts the different documents and records on which
    everything that was met rests; `mulai` is false until an OPD has handed in its first list.
    """

    profil: ProfilOpd
    tahun: int
    hari: date
    assessments: tuple[Assessment, ...]
    score: Score
    categories: CategoryScores
    contoh: bool
    penyerahan: tuple[HandedIn, ...] = ()
    dokumen: int = 0
    mulai: bool = True
    paling_banyak: int = 3

    @property
    def opd(self) -> str:
        """The slug of the OPD."""
        return self.profil.id.opd


@dataclass(frozen=True, slots=True)
class YearReport:
    """All OPDs of a year, judged by the set that was in force on 31 December."""

    tahun: int
    hari: date
    obligations: ObligationSet
    reports: tuple[OpdReport, ...]
    score: Score
    categories: CategoryScores
    contoh: bool


@dataclass(frozen=True, slots=True)
class Completeness:
    """Every year that can be assessed, oldest first."""

    years: tuple[YearReport, ...]
    by_year: Mapping[int, YearReport]
    by_opd: Mapping[tuple[str, int], OpdReport]

    def year(self, tahun: int) -> YearReport | None:
        """Return one year."""
        return self.by_year.get(tahun)

    def report(self, opd: str, tahun: int) -> OpdReport | None:
        """Return one OPD and year."""
        return self.by_opd.get((opd, tahun))

    def about(self, kode: str, tahun: int) -> tuple[Assessment, ...]:
        """Return one obligation across the OPDs of a year; None when the year has no such code."""
        year = self.by_year.get(tahun)
        codes = [o.kode for o in year.obligations.obligations] if year else []
        if year is None or kode not in codes:
            return ()
        place = codes.index(kode)
        return tuple(report.assessments[place] for report in year.reports)
