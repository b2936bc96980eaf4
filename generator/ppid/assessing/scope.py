"""Whom an obligation binds in a year, and why not; the data decides, this only reads it."""

from dataclasses import dataclass
from datetime import date
from enum import Enum

from ppid.assessing.model import Obligation
from ppid.core.corpus import Corpus
from ppid.kinds.badan import Badan
from ppid.kinds.opd import ProfilOpd

YEAR_END = (12, 31)


class Bound(Enum):
    """How an obligation binds an OPD."""

    YES = "yes"
    IF_RECORDED = "only where evidence shows that the thing exists"
    NO = "no"


@dataclass(frozen=True, slots=True)
class Answering:
    """The OPD that answers for the whole city in a year: PPID Utama on 31 December."""

    opd: str = ""
    nama: str = ""


def answering_in(tahun: int, corpus: Corpus) -> Answering:
    """Find who answers for the city; empty when nobody is known."""
    badan = corpus.get(Badan)
    masa = badan.ppid_utama_on(date(tahun, *YEAR_END)) if badan else None
    profil = corpus.get(ProfilOpd, masa.opd) if masa else None
    return Answering(masa.opd if masa else "", profil.nama if profil else "PPID Utama")


def existed_in(profil: ProfilOpd, tahun: int) -> bool:
    """Tell whether an OPD existed on any day of a year, as far as is known."""
    begun = profil.aktif_mulai is None or profil.aktif_mulai <= date(tahun, *YEAR_END)
    return begun and (profil.aktif_sampai is None or profil.aktif_sampai >= date(tahun, 1, 1))


def bound(obligation: Obligation, profil: ProfilOpd, city: Answering) -> tuple[Bound, str]:
    """Tell whether an obligation binds an OPD, with the sentence that says why not."""
    scope = obligation.berlaku_untuk
    if scope is None:
        return Bound.YES, ""
    if scope.lingkup == "tidak-ada":
        return Bound.NO, scope.alasan
    if scope.lingkup == "kota":
        here = profil.id.opd == city.opd
        return (Bound.YES, "") if here else (Bound.NO, _elsewhere(scope.alasan, city))
    if scope.fakta == "layanan-langsung" and not profil.layanan_langsung:
        return Bound.NO, scope.alasan
    restricted = bool(scope.jenis or scope.urusan)
    named = profil.jenis in scope.jenis or not set(scope.urusan).isdisjoint(profil.urusan)
    if named or not (restricted or scope.bila_tercatat):
        return Bound.YES, ""
    return Bound.IF_RECORDED if scope.bila_tercatat else Bound.NO, scope.alasan


def _elsewhere(reason: str, city: Answering) -> str:
    return f"{reason.removesuffix('.')} oleh {city.nama}." if city.opd else reason
