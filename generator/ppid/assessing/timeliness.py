"""Who has handed in what for a year: on time, late, as a statement of nothing, or not (yet)."""

from collections import Counter
from collections.abc import Mapping
from datetime import date
from typing import Final, NamedTuple

from ppid.assessing.model import HandedIn, Jenis, Penyampaian, YearReport
from ppid.checking.rules.timeliness import day_of_year
from ppid.core.corpus import Corpus
from ppid.core.record import Record
from ppid.kinds.acuan.kewajiban import judging_day
from ppid.kinds.badan import Badan, BatasPenyampaian
from ppid.kinds.daftar import Daftar, DaftarDikecualikan, DaftarPublik
from ppid.kinds.layanan import LaporanLayanan
from ppid.kinds.opd import ProfilOpd

SUDAH: Final = frozenset(
    {Penyampaian.TEPAT, Penyampaian.TERLAMBAT, Penyampaian.NIHIL, Penyampaian.ADA}
)
"""The states of what was handed in."""
ARTI_PENYAMPAIAN: Final[Mapping[Penyampaian, str]] = {
    Penyampaian.TEPAT: "diterima PPID Utama, atau laporannya selesai, sampai dengan batas waktunya",
    Penyampaian.TERLAMBAT: "diterima atau selesai sesudah batas waktunya",
    Penyampaian.NIHIL: (
        "dinyatakan tidak ada informasi yang dikecualikan; ini dihitung sebagai penyerahan"
    ),
    Penyampaian.ADA: "tercatat; peraturannya tidak menetapkan batas waktu",
    Penyampaian.TIDAK_DIKETAHUI: (
        "ada, tetapi tanggalnya tidak tercatat atau tidak mungkin; atau SK untuk tahun itu tidak "
        "tercatat di situs ini. Tidak dihitung sebagai sudah menyerahkan"
    ),
    Penyampaian.BELUM_JATUH_TEMPO: "belum ada, dan batas waktunya belum lewat",
    Penyampaian.BELUM: (
        "belum tercatat di situs ini, padahal batas waktunya sudah lewat; naskahnya mungkin ada"
    ),
}
"""What every state means."""


def due_days(tahun: int, limits: BatasPenyampaian) -> Mapping[Jenis, date | None]:
    """Return the last day of each thing of a year.

    The body sets those of its lists itself. The report is due three months after its year (PerKI
    1/2021 Pasal 56 ayat (1)); no law says by when a PPID Pelaksana must be appointed.
    """
    return {
        Jenis.DIK: day_of_year(tahun, limits.dik),
        Jenis.DIP: day_of_year(tahun, limits.dip),
        Jenis.LAYANAN: day_of_year(tahun + 1, limits.layanan),
        Jenis.SK: None,
    }


class _Found(NamedTuple):
    """A state, its day where it is known, and what shows it."""

    state: Penyampaian
    day: date | None
    record: Daftar | LaporanLayanan | ProfilOpd | None


def handed_in(profil: ProfilOpd, tahun: int, corpus: Corpus) -> tuple[HandedIn, ...]:
    """Say how an OPD stood with everything of a year; nothing of one that did not exist.

    Of a thing that is missing nothing is said either where the OPD did not exist on its last day.
    """
    badan = corpus.get(Badan)
    if badan is None or not profil.ada_pada(tahun):
        return ()
    opd, today = profil.id.opd, corpus.today
    due = due_days(tahun, badan.batas_penyampaian)
    figures = corpus.get(LaporanLayanan, opd, tahun)
    found = {
        Jenis.DIK: _list(corpus.get(DaftarDikecualikan, opd, tahun), tahun, due[Jenis.DIK], today),
        Jenis.DIP: _list(corpus.get(DaftarPublik, opd, tahun), tahun, due[Jenis.DIP], today),
        Jenis.LAYANAN: _report(figures, tahun, due[Jenis.LAYANAN], today),
        Jenis.SK: _appointment(profil, judging_day(tahun, today)),
    }
    if not (profil.layanan_langsung or figures):
        del found[Jenis.LAYANAN]
    return tuple(
        HandedIn(
            profil=profil,
            tahun=tahun,
            jenis=jenis,
            state=one.state,
            day=one.day,
            due=due[jenis],
            record=one.record.id if one.record else None,
            contoh=badan.contoh or _is_invented(one.record, jenis, tahun, corpus),
        )
        for jenis, one in found.items()
        if one.record or (last := due[jenis]) is None or profil.masih_aktif(last)
    )


def how_handed_in(daftar: Daftar, corpus: Corpus) -> tuple[Penyampaian, date | None]:
    """Return how a list came in, and its last day in time where that is known."""
    badan, tahun = corpus.get(Badan), daftar.id.tahun
    jenis = Jenis.DIK if isinstance(daftar, DaftarDikecualikan) else Jenis.DIP
    due = due_days(tahun, badan.batas_penyampaian)[jenis] if badan else None
    return _list(daftar, tahun, due, corpus.today).state, due


def _list(daftar: Daftar | None, tahun: int, due: date | None, today: date) -> _Found:
    nihil = daftar.nihil if isinstance(daftar, DaftarDikecualikan) else None
    stated = (daftar.disampaikan if daftar else None, nihil.tanggal if nihil else None)
    # BRU-002 and BRU-003 tell of days that cannot be.
    day = next((day for day in stated if day and date(tahun, 1, 1) <= day <= today), None)
    state = _state(daftar, day, due, today)
    return _Found(Penyampaian.NIHIL if nihil and day else state, day, daftar)


def _report(figures: LaporanLayanan | None, tahun: int, due: date | None, today: date) -> _Found:
    day = figures.laporan.tanggal if figures and figures.laporan else None
    if day and not date(tahun, 12, 31) < day <= today:  # LYN-005 and BRU-002 say so
        day = None
    return _Found(_state(figures, day, due, today), day, figures)


def _appointment(profil: ProfilOpd, day: date) -> _Found:
    """Look for a decision by a day; a profile knows the last one only, not those before it."""
    officer = profil.ppid_pelaksana
    decided = officer.sk.tanggal if officer and officer.sk else None
    if decided and decided <= day:
        return _Found(Penyampaian.ADA, decided, profil)
    unknown = decided or (officer and officer.belum)
    state = Penyampaian.TIDAK_DIKETAHUI if unknown else Penyampaian.BELUM
    return _Found(state, None, None)


def _state(record: Record | None, day: date | None, due: date | None, today: date) -> Penyampaian:
    if record is None:
        waits = due is not None and today <= due
        return Penyampaian.BELUM_JATUH_TEMPO if waits else Penyampaian.BELUM
    if day is None:
        return Penyampaian.TIDAK_DIKETAHUI
    return Penyampaian.TERLAMBAT if due and day > due else Penyampaian.TEPAT


def _is_invented(
    record: Daftar | LaporanLayanan | ProfilOpd | None, jenis: Jenis, tahun: int, corpus: Corpus
) -> bool:
    """Tell whether a thing is invented, or missing from a year of invented ones."""
    if record is None:
        return (jenis, tahun) in corpus.derive(_invented)
    return not isinstance(record, ProfilOpd) and record.contoh


def _invented(corpus: Corpus) -> frozenset[tuple[Jenis, int]]:
    models: tuple[tuple[Jenis, type[Daftar | LaporanLayanan]], ...] = (
        (Jenis.DIK, DaftarDikecualikan),
        (Jenis.DIP, DaftarPublik),
        (Jenis.LAYANAN, LaporanLayanan),
    )
    return frozenset(
        (jenis, record.id.tahun)
        for jenis, model in models
        for record in corpus.of(model)
        if record.contoh
    )


Counts = Mapping[Jenis, Counter[Penyampaian]]


def count_handed_in(year: YearReport) -> Counts:
    """Count the states of a year for each thing."""
    counts: dict[Jenis, Counter[Penyampaian]] = {jenis: Counter() for jenis in Jenis}
    for report in year.reports:
        for each in report.penyerahan:
            counts[each.jenis][each.state] += 1
    return counts
