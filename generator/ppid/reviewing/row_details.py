"""Two rows that are one: which of their differences widen an exclusion, and which narrow it."""

from collections.abc import Iterator
from datetime import date

from ppid.core.corpus import Corpus
from ppid.history.changes import is_next_year
from ppid.history.differences import Difference, differ
from ppid.history.wording import cited, clause, end_clause, letters_of
from ppid.kinds.dik.model import InformasiDikecualikan, Periode, periode_of
from ppid.kinds.rows import MOVING_FIELDS, Row
from ppid.reviewing.model import ChangeSort, Detail
from ppid.values.terms import compare

_Periods = tuple[Periode, Periode]
_UNKNOWN = Periode(None, None, None)


def details_of(old: Row, new: Row, before: Corpus, after: Corpus) -> tuple[Detail, ...]:
    """Weigh and word every difference of two rows of one list."""
    periods = _periods(old, new, before, after)
    details = [_detail(one, new, periods) for one in differ(old, new)]
    return tuple(_with_end(details, periods))


def carried_details(old: Row, new: Row, before: Corpus, after: Corpus) -> tuple[Detail, ...]:
    """Do the same for a row that the list of a later year carries on: what moves on is left out.

    A term that begins anew with the new list ends later, even where its words are the same.
    """
    was, now = _periods(old, new, before, after)
    if was.berakhir is None:
        was = _periods(old, new, after, after)[0]
    details = [
        _detail(one, new, (was, now))
        for one in differ(old, new)
        if one.field not in MOVING_FIELDS
        and not (one.field == "informasi" and is_next_year(one.before, one.after))
    ]
    same_term = all(detail.field != "jangka_waktu" for detail in details)
    if same_term and was.berakhir and now.berakhir and now.berakhir > was.berakhir:
        words = f"masa pengecualian dihitung lagi, {end_clause(was.berakhir, now.berakhir)}"
        told = str(was.berakhir), str(now.berakhir)
        details.append(Detail(ChangeSort.JANGKA_DIPERPANJANG, "mulai", words, *told))
    return tuple(details)


def _periods(old: Row, new: Row, before: Corpus, after: Corpus) -> _Periods:
    if isinstance(old, InformasiDikecualikan) and isinstance(new, InformasiDikecualikan):
        return periode_of(old, before), periode_of(new, after)
    return _UNKNOWN, _UNKNOWN


def _detail(one: Difference, new: Row, periods: _Periods) -> Detail:
    starts = periods[0].mulai, periods[1].mulai
    words = clause(one, starts)
    excluded = isinstance(new, InformasiDikecualikan)
    sort = _sort_excluded(one, starts) if excluded else _sort_public(one)
    if one.field == "kode":
        sort, words = ChangeSort.KODE_BERUBAH, f"kode berubah dari {one.before} ke {one.after}"
    return Detail(sort, one.field, words, one.before, one.after)


def _sort_public(one: Difference) -> ChangeSort:
    return (
        ChangeSort.TAUTAN_HILANG if one.field == "tautan" and not one.after else ChangeSort.BERUBAH
    )


def _sort_excluded(one: Difference, starts: tuple[date | None, date | None]) -> ChangeSort:
    if one.field == "cakupan":
        wider = one.after == "seluruh"
        return ChangeSort.CAKUPAN_DIPERLUAS if wider else ChangeSort.CAKUPAN_DIPERSEMPIT
    if one.field == "jangka_waktu" and one.before and one.after:
        relation = compare(one.before, one.after, *starts)
        if relation.is_longer:
            return ChangeSort.JANGKA_DIPERPANJANG
        return ChangeSort.JANGKA_DIPERSINGKAT if relation.is_shorter else ChangeSort.BERUBAH
    if one.field == "dasar_hukum" and _grounds(one.before) != _grounds(one.after):
        return ChangeSort.ALASAN_BERUBAH
    return ChangeSort.BERUBAH


def _grounds(text: str) -> tuple[str, frozenset[str]]:
    return letters_of(text), frozenset(cited(text))


def _with_end(details: list[Detail], periods: _Periods) -> Iterator[Detail]:
    """Say how the last day moves where the first one does and the term itself stays."""
    was, now = (period.berakhir for period in periods)
    weighed = {ChangeSort.JANGKA_DIPERPANJANG, ChangeSort.JANGKA_DIPERSINGKAT}
    settled = any(detail.sort in weighed for detail in details)
    for detail in details:
        if settled or detail.field != "mulai" or not was or not now or was == now:
            yield detail
            continue
        settled = True
        sort = ChangeSort.JANGKA_DIPERPANJANG if now > was else ChangeSort.JANGKA_DIPERSINGKAT
        words = f"{detail.words}; {end_clause(was, now)}"
        yield Detail(sort, detail.field, words, detail.before, detail.after)
