"""The life of an exclusion, and what falls due in the twelve months from today."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from ppid.checking.rules.timeliness import day_of_year
from ppid.core.corpus import Corpus
from ppid.kinds import url_of
from ppid.kinds.badan import Badan
from ppid.kinds.daftar import DaftarPublik
from ppid.kinds.dik.model import InformasiDikecualikan, daftar_of, keputusan_of, periode_of
from ppid.kinds.dip.model import InformasiPublik
from ppid.kinds.opd import ProfilOpd
from ppid.values.dates import months_before
from ppid.values.titles import title_key
from ppid.values.working_days import hari_kerja_after, hari_kerja_before

NOTICE = 30
"""Working days before the end by which PPID decides (PerKI 1/2021 Pasal 52 ayat (1))."""


class _Public:
    """The newest public row of each OPD by code and by title."""

    def __init__(self, corpus: Corpus) -> None:
        self._found: dict[tuple[str, str], InformasiPublik] = {}
        for row in sorted(corpus.of(InformasiPublik), key=lambda each: each.id.tahun):
            self._found[row.id.opd, row.kode] = row
            self._found[row.id.opd, title_key(row.informasi)] = row

    def match(self, row: InformasiDikecualikan) -> InformasiPublik | None:
        """Find the same information in a DIP of the same OPD that is not older than the DIK."""
        names = (row.kode, title_key(row.informasi))
        rows = (self._found.get((row.id.opd, name)) for name in names)
        return next((r for r in rows if r and r.id.tahun >= row.id.tahun), None)


@dataclass(frozen=True, slots=True)
class ExclusionTerm:
    """A row of a DIK with the last day of its term (None: not known).

    `opened` is the row of a DIP in which the same information stands now.
    """

    row: InformasiDikecualikan
    ends: date | None
    opened: InformasiPublik | None
    contoh: bool


@dataclass(frozen=True, slots=True)
class Cycle:
    """Exclusions by where they stand today; each by end, then by name.

    Of the newest list of every OPD: `ending` within the notice, `still_listed` though ended,
    `later`, and those whose end is `unknown`. `opened` are rows of any list that are public now.
    """

    ending: Sequence[ExclusionTerm]
    still_listed: Sequence[ExclusionTerm]
    opened: Sequence[ExclusionTerm]
    later: Sequence[ExclusionTerm]
    unknown: Sequence[ExclusionTerm]


def cycle_of(corpus: Corpus) -> Cycle:
    """Sort the rows of all lists; one row speaks for the same information of several years."""
    today, public = corpus.today, _Public(corpus)
    newest: list[ExclusionTerm] = []
    older: dict[tuple[str, str], ExclusionTerm] = {}
    for row in sorted(corpus.of(InformasiDikecualikan), key=lambda each: each.id.tahun):
        daftar = daftar_of(row, corpus)
        ends, contoh = periode_of(row, corpus).berakhir, bool(daftar and daftar.contoh)
        found = ExclusionTerm(row, ends, public.match(row), contoh)
        if keputusan_of(row, corpus).terbaru:
            newest.append(found)
        else:  # of lists that were replaced, the last row of each code
            older[row.id.opd, row.kode] = found
    current = {(each.row.id.opd, each.row.kode) for each in newest}
    gone = [each for key, each in older.items() if key not in current]
    ended = [each for each in newest if each.ends and each.ends < today]
    coming = [(each, each.ends) for each in newest if each.ends and each.ends >= today]
    over = hari_kerja_after(today, NOTICE + 1)
    return Cycle(
        ending=_in_order(each for each, ends in coming if ends < over),
        still_listed=_in_order(each for each in ended if each.opened is None),
        opened=_in_order(each for each in (*gone, *ended) if each.opened),
        later=_in_order(each for each, ends in coming if ends >= over),
        unknown=_in_order(each for each in newest if each.ends is None),
    )


def _in_order(found: Iterable[ExclusionTerm]) -> list[ExclusionTerm]:
    """Sort by end, then by OPD and code."""
    return sorted(found, key=lambda each: (each.ends or date.max, each.row.id))


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
    return months_before(corpus.today, -_MONTHS)


def _all(corpus: Corpus) -> Iterator[Due]:
    badan = corpus.get(Badan)
    if badan:
        for year in range(corpus.today.year, corpus.today.year + 2):
            yield from _of_every_year(badan, year)
    yield from _updates(corpus)
    yield from _endings(corpus)


def _of_every_year(badan: Badan, year: int) -> Iterator[Due]:
    limits, own = badan.batas_penyampaian, "Batas yang ditetapkan badan publik"
    if badan.contoh:
        own = f"{own} (contoh)"
    yield Due(day_of_year(year, limits.dik), f"DIK {year} disampaikan ke PPID Utama", own)
    yield Due(day_of_year(year, limits.dip), f"DIP {year} disampaikan ke PPID Utama", own)
    what = f"Laporan layanan informasi {year - 1} selesai"
    yield Due(day_of_year(year, limits.layanan), what, "PerKI 1/2021 Pasal 56 ayat (1)")


def _updates(corpus: Corpus) -> Iterator[Due]:
    """Say until when each newest DIP counts as updated: six months from its day."""
    ordered = sorted(corpus.of(DaftarPublik), key=lambda each: each.id.tahun)
    for opd, daftar in {daftar.id.opd: daftar for daftar in ordered}.items():
        day = daftar.penetapan.tanggal if daftar.penetapan else daftar.disampaikan
        if day:
            profil = corpus.get(ProfilOpd, opd)
            what = f"DIP {daftar.id.tahun} {profil.nama if profil else opd} genap enam bulan"
            law = "PerKI 1/2021 Pasal 45 ayat (7)"
            yield Due(months_before(day, -_HALF_YEAR), what, law, url_of(daftar.id))


def _endings(corpus: Corpus) -> Iterator[Due]:
    cycle, law = corpus.derive(cycle_of), "PerKI 1/2021 Pasal 52"
    for each in (*cycle.ending, *cycle.later):
        if each.ends is None:
            continue
        name, url = f"“{each.row.informasi}”", url_of(each.row.id)
        decide = hari_kerja_before(each.ends, NOTICE)
        yield Due(decide, f"{NOTICE} hari kerja sebelum {name} berakhir", f"{law} ayat (1)", url)
        yield Due(each.ends, f"Pengecualian {name} berakhir", f"{law} ayat (2)", url)
