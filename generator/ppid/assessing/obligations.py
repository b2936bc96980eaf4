"""The obligations of a year, with the defaults of their set filled in, and whom they bind."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum
from fractions import Fraction

from ppid.assessing.model import Obligation, ObligationSet
from ppid.core.corpus import Corpus
from ppid.kinds.acuan.kewajiban import (
    Kategori,
    Kewajiban,
    KumpulanKewajiban,
    kewajiban_in,
    kumpulan_in,
)
from ppid.kinds.acuan.prosedur import Prosedur
from ppid.kinds.badan import Badan
from ppid.kinds.opd import ProfilOpd


def set_for(corpus: Corpus, tahun: int) -> ObligationSet | None:
    """Return the set of a year; None when no set on file was in force on its last day."""
    group = kumpulan_in(tahun, corpus)
    return _resolved(group, kewajiban_in(tahun, corpus)) if group else None


def sets_of(corpus: Corpus) -> tuple[ObligationSet, ...]:
    """Return every set on file in full, the newest first."""
    groups = sorted(corpus.of(KumpulanKewajiban), key=lambda group: group.mulai, reverse=True)
    return tuple(_resolved(group, group.kewajiban) for group in groups)


def _resolved(group: KumpulanKewajiban, held: Sequence[Kewajiban]) -> ObligationSet:
    clocks = {clock.kode: clock for clock in group.tenggat}
    known = {category.kode: category for category in group.kategori}
    obligations = []
    for each in held:
        category = known.setdefault(each.kelompok, _plain(each.kelompok))
        obligation = Obligation(
            kode=each.kode,
            dasar=each.dasar,
            teks=each.teks,
            klasifikasi=each.klasifikasi or "",
            kategori=category,
            bobot=Fraction(each.bobot or group.bobot) * Fraction(category.bobot),
            alasan_bobot=each.alasan_bobot or category.alasan_bobot,
            tenggat=clocks.get(each.tenggat or category.tenggat),
            tenggat_menentukan=each.tenggat_menentukan,
            berlaku_untuk=each.berlaku_untuk,
            bukti=each.bukti or category.bukti,
            halaman=each.halaman,
            mulai=each.berlaku_mulai,
            sampai=each.berlaku_sampai,
        )
        obligations.append(obligation)
    used = {obligation.kategori.kode for obligation in obligations}
    categories = tuple(category for category in known.values() if category.kode in used)
    return ObligationSet(group, tuple(obligations), categories)


def _plain(kode: str) -> Kategori:
    """Stand in for a category that the data does not describe; rule RUJ-001 says so."""
    name = kode.replace("-", " ").capitalize() or "Lainnya"
    return Kategori(kode=kode or "lainnya", nama=name, alasan_bobot="Bawaan.", bukti=("dip",))


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
    masa = badan.ppid_utama_pada(date(tahun, 12, 31)) if badan else None
    profil = corpus.get(ProfilOpd, masa.opd) if masa else None
    return Answering(masa.opd if masa else "", profil.nama if profil else "PPID Utama")


def existed_in(profil: ProfilOpd, tahun: int) -> bool:
    """Tell whether an OPD existed on any day of a year, as far as is known."""
    begun = profil.aktif_mulai is None or profil.aktif_mulai <= date(tahun, 12, 31)
    return begun and (profil.aktif_sampai is None or profil.aktif_sampai >= date(tahun, 1, 1))


def bound(obligation: Obligation, profil: ProfilOpd, city: Answering) -> tuple[Bound, str]:
    """Tell whether an obligation binds an OPD, with the sentence that says why not."""
    scope = obligation.berlaku_untuk
    if scope is None:
        return Bound.YES, ""
    if scope.lingkup == "tidak-ada":
        return Bound.NO, scope.alasan
    if scope.lingkup == "badan":
        if profil.id.opd == city.opd:
            return Bound.YES, ""
        by = f"{scope.alasan.removesuffix('.')} oleh {city.nama}."
        return Bound.NO, by if city.opd else scope.alasan
    if scope.fakta == "layanan-langsung" and not profil.layanan_langsung:
        return Bound.NO, scope.alasan
    restricted = bool(scope.jenis or scope.urusan)
    named = profil.jenis in scope.jenis or not set(scope.urusan).isdisjoint(profil.urusan)
    if named or not (restricted or scope.bila_tercatat):
        return Bound.YES, ""
    return Bound.IF_RECORDED if scope.bila_tercatat else Bound.NO, scope.alasan


CHANNELS = "layanan/kanal/"


def service_pages(corpus: Corpus, day: date) -> frozenset[str]:
    """Return the addresses of the procedures for citizens, and of the channels if one is open."""
    badan = corpus.get(Badan)
    procedures = {p.alamat for p in corpus.of(Prosedur) if p.untuk == "warga"}
    is_open = badan is not None and any(kanal.masih_berlaku(day) for kanal in badan.kanal)
    return frozenset(procedures | ({CHANNELS} if is_open else set()))
