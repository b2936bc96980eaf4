"""Which lists came in on time, late, as a statement of nothing, or are not here yet."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from ppid.checking.rules.timeliness import day_of_year
from ppid.core.corpus import Corpus
from ppid.kinds.badan import Badan
from ppid.kinds.daftar import DaftarDikecualikan, DaftarPublik
from ppid.kinds.layanan import LaporanLayanan
from ppid.kinds.opd import ProfilOpd


class Penyampaian(StrEnum):
    """How a list stands to its deadline; what is not known is not counted as on time."""

    TEPAT = "tepat waktu"
    LEWAT = "lewat batas"
    NIHIL = "nihil"
    TANPA_TANGGAL = "tanggal belum diketahui"
    BELUM = "belum ada"


class Jenis(StrEnum):
    """What is handed in every year."""

    DIP = "DIP"
    DIK = "DIK"
    LAYANAN = "Laporan layanan"


@dataclass(frozen=True, slots=True)
class HandedList:
    """How one OPD stood with one list; `day` is when it came, `due` its deadline."""

    jenis: Jenis
    state: Penyampaian
    day: date | None
    due: date


def handed_in(profil: ProfilOpd, tahun: int, corpus: Corpus) -> tuple[HandedList, ...]:
    """Say of every list of a year how it was handed in; nothing of an OPD that did not exist."""
    badan = corpus.get(Badan)
    if badan is None or not profil.ada_pada(tahun):
        return ()
    return tuple(_each(profil, tahun, corpus, badan))


def _each(profil: ProfilOpd, tahun: int, corpus: Corpus, badan: Badan) -> Iterator[HandedList]:
    opd, limits = profil.id.opd, badan.batas_penyampaian
    dip, dik = corpus.get(DaftarPublik, opd, tahun), corpus.get(DaftarDikecualikan, opd, tahun)
    for jenis, daftar, limit in ((Jenis.DIP, dip, limits.dip), (Jenis.DIK, dik, limits.dik)):
        day, due = daftar.disampaikan if daftar else None, day_of_year(tahun, limit)
        if day and (day.year < tahun or day > corpus.today):  # BRU-002 and BRU-003 say so
            day = None
        if daftar and daftar.nihil and jenis is Jenis.DIK:
            yield HandedList(jenis, Penyampaian.NIHIL, day or daftar.nihil.tanggal, due)
        else:
            yield HandedList(jenis, _state(day, due, exists=daftar is not None), day, due)
    if profil.layanan_langsung:
        figures = corpus.get(LaporanLayanan, opd, tahun)
        day = figures.laporan.tanggal if figures and figures.laporan else None
        if day and day.year <= tahun:  # LYN-005 says so
            day = None
        due = day_of_year(tahun + 1, limits.layanan)
        state = _state(day, due, exists=figures is not None)
        yield HandedList(Jenis.LAYANAN, state, day, due)


def _state(day: date | None, due: date, *, exists: bool) -> Penyampaian:
    if not exists:
        return Penyampaian.BELUM
    if day is None:
        return Penyampaian.TANPA_TANGGAL
    return Penyampaian.TEPAT if day <= due else Penyampaian.LEWAT


Counts = Mapping[Jenis, Counter[Penyampaian]]


def count_handed_in(tahun: int, corpus: Corpus) -> Counts:
    """Count the states of a year for each list."""
    counts: dict[Jenis, Counter[Penyampaian]] = {jenis: Counter() for jenis in Jenis}
    for profil in corpus.of(ProfilOpd):
        for handed in handed_in(profil, tahun, corpus):
            counts[handed.jenis][handed.state] += 1
    return counts
