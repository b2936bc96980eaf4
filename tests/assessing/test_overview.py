"""Where exclusions stand, and the overview of the home page."""

from collections.abc import Iterable
from datetime import date
from pathlib import Path

from ppid.assessing.assess import assess, overview_of
from ppid.assessing.deadlines import NOTICE, Cycle, cycle_of
from ppid.checking.load import load
from ppid.core.corpus import Corpus
from ppid.core.record import Record
from ppid.kinds import KINDS
from ppid.values.working_days import hari_kerja_after

ROOT = Path(__file__).parents[2]
TOWN = ROOT / "tests" / "kota-kecil"
CORPUS = load(TOWN, date(2021, 12, 31)).corpus


def corpus_of(records: Iterable[Record], today: date = CORPUS.today) -> Corpus:
    return Corpus(records, CORPUS.sources, CORPUS.documents, today)


def everything() -> list[Record]:
    return [record for kind in KINDS for record in CORPUS.of(kind.model)]


def codes(found: Iterable[object]) -> set[str]:
    return {each.row.kode for each in found}


def cycle_on(day: date) -> Cycle:
    return cycle_of(corpus_of(everything(), day))


def test_an_exclusion_goes_through_its_life() -> None:
    now = cycle_on(date(2021, 12, 31))
    known = [each for each in now.later if each.ends]
    assert known
    each = known[0]
    before = cycle_on(each.ends)
    assert each.row.kode in codes(before.ending)
    after = cycle_on(date(each.ends.year + 1, 1, 1))
    assert each.row.kode in codes((*after.still_listed, *after.opened))


def test_what_ends_soon_ends_within_the_notice() -> None:
    for year in range(2021, 2060):
        cycle = cycle_on(date(year, 6, 1))
        over = hari_kerja_after(date(year, 6, 1), NOTICE + 1)
        assert all(e.ends < over for e in cycle.ending)
        assert all(e.ends < date(year, 6, 1) for e in cycle.still_listed)


def test_the_overview_shows_the_newest_year() -> None:
    found = overview_of(assess(CORPUS))
    year = assess(CORPUS).years[-1]
    assert found is not None
    assert (found.tahun, found.contoh) == (year.tahun, year.contoh)
    shown = [(c.nama, c.terpenuhi, c.belum) for c in found.categories]
    assert shown == [(c.nama, s.terpenuhi, s.belum) for c, s in year.categories]
    assert sum(c.berlaku for c in found.categories) == year.score.berlaku


def test_without_lists_there_is_nothing_to_overview() -> None:
    assert overview_of(assess(corpus_of([]))) is None
