"""The obligations of a year, with the defaults of their set and category filled in."""

from fractions import Fraction
from functools import lru_cache

from ppid.assessing.model import Obligation, ObligationSet
from ppid.core.corpus import Corpus
from ppid.kinds.acuan.kewajiban import Kategori, Kewajiban, KumpulanKewajiban, Tenggat, kumpulan_in


def set_for(corpus: Corpus, tahun: int) -> ObligationSet | None:
    """Give the set of a year; None when no set on file was in force on its last day."""
    group = kumpulan_in(tahun, corpus)
    found = (one for one in sets_of(corpus) if one.kumpulan is group)
    return next(found, None)


@lru_cache(maxsize=2)
def sets_of(corpus: Corpus) -> tuple[ObligationSet, ...]:
    """Give every set on file, the newest first."""
    groups = sorted(corpus.of(KumpulanKewajiban), key=lambda group: group.mulai, reverse=True)
    return tuple(_resolved(group) for group in groups)


def _resolved(group: KumpulanKewajiban) -> ObligationSet:
    clocks = {clock.kode: clock for clock in group.tenggat}
    known = {category.kode: category for category in group.kategori}
    for kewajiban in group.kewajiban:
        known.setdefault(kewajiban.kelompok, _plain(kewajiban.kelompok))
    obligations = tuple(
        _obligation(kewajiban, known[kewajiban.kelompok], clocks, group)
        for kewajiban in group.kewajiban
    )
    used = {obligation.kategori.kode for obligation in obligations}
    return ObligationSet(group, obligations, tuple(c for c in known.values() if c.kode in used))


def _plain(kode: str) -> Kategori:
    """Stand in for a category that the data does not describe; rule RUJ-001 says so."""
    name = kode.replace("-", " ").capitalize() or "Lainnya"
    return Kategori(kode=kode or "lainnya", nama=name, alasan_bobot="Bawaan.", bukti=("dip",))


def _obligation(
    kewajiban: Kewajiban, category: Kategori, clocks: dict[str, Tenggat], group: KumpulanKewajiban
) -> Obligation:
    return Obligation(
        kode=kewajiban.kode,
        dasar=kewajiban.dasar,
        teks=kewajiban.teks,
        klasifikasi=kewajiban.klasifikasi or "",
        kategori=category,
        bobot=Fraction(kewajiban.bobot or group.bobot) * Fraction(category.bobot),
        alasan_bobot=kewajiban.alasan_bobot or category.alasan_bobot,
        tenggat=clocks.get(kewajiban.tenggat or category.tenggat),
        tenggat_menentukan=kewajiban.tenggat_menentukan,
        berlaku_untuk=kewajiban.berlaku_untuk,
        bukti=kewajiban.bukti or category.bukti,
        halaman=kewajiban.halaman,
    )
