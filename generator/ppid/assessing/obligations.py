"""The obligations of a year, with the defaults of their set filled in, and whom they bind."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import Enum
from fractions import Fraction

from ppid.assessing.fitting import words_of
from ppid.assessing.model import Obligation, ObligationSet
from ppid.core.corpus import Corpus
from ppid.kinds.acuan.kewajiban import (
    Kategori,
    Kewajiban,
    KumpulanKewajiban,
    judging_day,
    kewajiban_in,
    kumpulan_in,
)
from ppid.kinds.acuan.prosedur import Prosedur
from ppid.kinds.badan import Badan
from ppid.kinds.fields import holds_on
from ppid.kinds.opd import ProfilOpd


def set_for(corpus: Corpus, tahun: int) -> ObligationSet | None:
    """Return the set of a year; None when no set on file was in force on its judging day."""
    group = kumpulan_in(tahun, corpus)
    return _resolved(group, kewajiban_in(tahun, corpus)) if group else None


def sets_of(corpus: Corpus) -> tuple[ObligationSet, ...]:
    """Return every set on file in full, the newest first."""
    groups = sorted(corpus.of(KumpulanKewajiban), key=lambda group: group.mulai, reverse=True)
    return tuple(_resolved(group, group.kewajiban) for group in groups)


def _resolved(group: KumpulanKewajiban, held: Sequence[Kewajiban]) -> ObligationSet:
    clocks = {clock.kode: clock for clock in group.tenggat}
    known = {category.kode: category for category in group.kategori}
    common, obligations = frozenset(group.kata_umum), []
    for each in held:
        category = known.setdefault(each.kelompok, _plain(each.kelompok))
        obligation = Obligation(
            kode=each.kode,
            dasar=each.dasar,
            teks=each.teks,
            kata=_words(each, common),
            naskah=each.naskah,
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
    return ObligationSet(group, tuple(obligations), categories, common)


def _words(kewajiban: Kewajiban, common: frozenset[str]) -> tuple[frozenset[str], ...]:
    """Return the words that answer an obligation: those on file, else each word of its text."""
    if kewajiban.kata:
        return tuple(frozenset(phrase.casefold().split()) for phrase in kewajiban.kata)
    words = words_of(kewajiban.teks) - common
    return tuple(frozenset({word}) for word in sorted(words) if len(word) >= _WORD)


def _plain(kode: str) -> Kategori:
    """Stand in for a category that the data does not describe; rule RUJ-001 says so."""
    name = kode.replace("-", " ").capitalize() or "Lainnya"
    return Kategori(kode=kode or "lainnya", nama=name, alasan_bobot="Bawaan.", bukti=("dip",))


_WORD = 4
"""The least letters of a word that tells what an obligation is about."""


class Bound(Enum):
    """How an obligation binds an OPD."""

    YES = "yes"
    IF_RECORDED = "only where evidence shows that the thing exists"
    NO = "no"


@dataclass(frozen=True, slots=True)
class Answering:
    """Who answers for the whole body in a year: PPID Utama, or whom badan.yml names for a duty."""

    opd: str = ""
    named: Mapping[str, str] = field(default_factory=dict)
    names: Mapping[str, str] = field(default_factory=dict)

    def opd_for(self, kode: str) -> str:
        """Return the OPD that answers an obligation; empty when nobody is known."""
        return self.named.get(kode, self.opd)

    def nama_for(self, kode: str) -> str:
        """Return the name of that OPD."""
        return self.names.get(self.opd_for(kode), "PPID Utama")


def answering_in(tahun: int, corpus: Corpus) -> Answering:
    """Find who answers for the body on the judging day of a year."""
    badan, day = corpus.get(Badan), judging_day(tahun, corpus.today)
    if badan is None:
        return Answering()
    masa = badan.ppid_utama_pada(day)
    named = {
        kode: each.opd
        for each in badan.penjawab
        if holds_on(day, each.mulai, each.sampai)
        for kode in each.kewajiban
    }
    names = {profil.id.opd: profil.nama for profil in corpus.of(ProfilOpd)}
    return Answering(masa.opd if masa else "", named, names)


def bound(obligation: Obligation, profil: ProfilOpd, city: Answering) -> tuple[Bound, str]:
    """Tell whether an obligation binds an OPD, with the sentence that says why not."""
    scope = obligation.berlaku_untuk
    if scope is None:
        return Bound.YES, ""
    if scope.lingkup == "tidak-ada":
        return Bound.NO, scope.alasan
    if scope.lingkup == "badan":
        opd = city.opd_for(obligation.kode)
        if profil.id.opd == opd:
            return Bound.YES, ""
        by = f"{scope.alasan.removesuffix('.')} oleh {city.nama_for(obligation.kode)}."
        return Bound.NO, by if opd else scope.alasan
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
