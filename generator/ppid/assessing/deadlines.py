"""What falls due in the twelve months from today: lists, reports, updates, ends of exclusions."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from ppid.assessing.cycle import NOTICE, cycle_of
from ppid.checking.rules.timeliness import day_of_year
from ppid.core.corpus import Corpus
from ppid.kinds import url_of
from ppid.kinds.badan import Badan
from ppid.kinds.daftar import DaftarPublik
from ppid.kinds.opd import ProfilOpd
from ppid.values.working_days import hari_kerja_before

CALENDAR_FILE = "kelengkapan/kalender/tenggat.ics"
"""Where the same days lie for programs that keep calendars."""
_MONTHS, _HALF_YEAR = 12, 6


class Due(NamedTuple):
    """Something that falls due."""

    day: date
    what: str
    basis: str
    url: str = ""


def deadlines(corpus: Corpus) -> tuple[Due, ...]:
    """Return every deadline in order, from today to the last day."""
    first, last = corpus.today, last_day(corpus)
    return tuple(sorted(due for due in _all(corpus) if first <= due.day <= last))


def last_day(corpus: Corpus) -> date:
    """Return the last day that is looked at: twelve months from today."""
    return _later(corpus.today, _MONTHS)


def _later(day: date, months: int) -> date:
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return day_of_year(year, f"{month + 1}-{day.day}")


def _all(corpus: Corpus) -> Iterator[Due]:
    badan = corpus.get(Badan)
    if badan:
        for year in range(corpus.today.year, corpus.today.year + 2):
            yield from _of_every_year(badan, year)
    yield from _updates(corpus)
    yield from _endings(corpus)


def _of_every_year(badan: Badan, year: int) -> Iterator[Due]:
    limits, own = badan.batas_penyampaian, "Batas dalam data/badan.yml"
    if badan.contoh:
        own = f"{own} (contoh)"
    yield Due(day_of_year(year, limits.dik), f"DIK {year} disampaikan ke PPID Utama", own)
    yield Due(day_of_year(year, limits.dip), f"DIP {year} disampaikan ke PPID Utama", own)
    what = f"Laporan layanan informasi {year - 1} selesai"
    yield Due(day_of_year(year, limits.layanan), what, "PerKI 1/2021 Pasal 56 ayat (1)")


def _updates(corpus: Corpus) -> Iterator[Due]:
    """Say until when each newest DIP counts as updated: six months from its day."""
    newest: dict[str, DaftarPublik] = {}
    for daftar in corpus.of(DaftarPublik):
        known = newest.get(daftar.id.opd)
        if known is None or daftar.id.tahun > known.id.tahun:
            newest[daftar.id.opd] = daftar
    for daftar in newest.values():
        day = daftar.penetapan.tanggal if daftar.penetapan else daftar.disampaikan
        if day:
            name = _name(daftar.id.opd, corpus)
            what = f"DIP {daftar.id.tahun} {name} genap enam bulan"
            yield Due(
                _later(day, _HALF_YEAR), what, "PerKI 1/2021 Pasal 45 ayat (7)", url_of(daftar.id)
            )


def _endings(corpus: Corpus) -> Iterator[Due]:
    cycle, law = cycle_of(corpus), "PerKI 1/2021 Pasal 52"
    for each in (*cycle.ending, *cycle.later):
        if each.ends is None:
            continue
        name, url = f"“{each.row.informasi}”", url_of(each.row.id)
        decide = hari_kerja_before(each.ends, NOTICE)
        yield Due(decide, f"{NOTICE} hari kerja sebelum {name} berakhir", f"{law} ayat (1)", url)
        yield Due(each.ends, f"Pengecualian {name} berakhir", f"{law} ayat (2)", url)


def _name(opd: str, corpus: Corpus) -> str:
    profil = corpus.get(ProfilOpd, opd)
    return profil.nama if profil else opd
