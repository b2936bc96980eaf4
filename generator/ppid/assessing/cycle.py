"""The life of an exclusion: ending soon, ended and still listed, opened."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from ppid.core.corpus import Corpus
from ppid.kinds.daftar import DaftarDikecualikan
from ppid.kinds.dik.model import InformasiDikecualikan, keputusan_of, periode_of
from ppid.kinds.dip.model import InformasiPublik
from ppid.values.titles import title_key
from ppid.values.working_days import hari_kerja_after

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
class Exclusion:
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

    ending: Sequence[Exclusion]
    still_listed: Sequence[Exclusion]
    opened: Sequence[Exclusion]
    later: Sequence[Exclusion]
    unknown: Sequence[Exclusion]


@lru_cache(maxsize=2)
def cycle_of(corpus: Corpus) -> Cycle:
    """Sort the rows of all lists; one row speaks for the same information of several years."""
    today, public = corpus.today, _Public(corpus)
    newest, older = _rows(corpus, public)
    current = {(each.row.id.opd, each.row.kode) for each in newest}
    ended = [each for each in newest if each.ends and each.ends < today]
    coming = [(each, each.ends) for each in newest if each.ends and each.ends >= today]
    over = hari_kerja_after(today, NOTICE + 1)
    soon = [each for each, ends in coming if ends < over]
    gone = [each for each in older if (each.row.id.opd, each.row.kode) not in current]
    return Cycle(
        in_order(soon),
        in_order(each for each in ended if each.opened is None),
        in_order(each for each in (*gone, *ended) if each.opened),
        in_order(each for each, ends in coming if ends >= over),
        in_order(each for each in newest if each.ends is None),
    )


def in_order(found: Iterable[Exclusion]) -> list[Exclusion]:
    """Sort by end, then by OPD and code."""
    return sorted(found, key=lambda each: (each.ends or date.max, each.row.id))


def _rows(corpus: Corpus, public: _Public) -> tuple[list[Exclusion], list[Exclusion]]:
    """Return the rows of the newest lists, and of all others the last row of each code."""
    newest: list[Exclusion] = []
    older: dict[tuple[str, str], Exclusion] = {}
    for row in sorted(corpus.of(InformasiDikecualikan), key=lambda each: each.id.tahun):
        ends = periode_of(row, corpus).berakhir
        found = Exclusion(row, ends, public.match(row), _contoh(row, corpus))
        if keputusan_of(row, corpus).terbaru:
            newest.append(found)
        else:
            older[row.id.opd, row.kode] = found
    return newest, list(older.values())


def _contoh(row: InformasiDikecualikan, corpus: Corpus) -> bool:
    daftar = corpus.get(DaftarDikecualikan, row.id.opd, row.id.tahun)
    return bool(daftar and daftar.contoh)
