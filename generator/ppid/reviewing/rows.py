"""What became of every row of the lists, as changes with their words and weight."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from ppid.core.corpus import Corpus
from ppid.history.changes import is_next_year
from ppid.history.differences import Difference, differ
from ppid.history.matching import Pair
from ppid.history.wording import cited, clause, end_clause, letters_of
from ppid.kinds.daftar import Daftar, list_id, list_name
from ppid.kinds.dik.model import InformasiDikecualikan, Periode, periode_of
from ppid.kinds.dip.model import InformasiPublik
from ppid.kinds.rows import MOVING_FIELDS, Row, all_lists
from ppid.kinds.wording import KLASIFIKASI
from ppid.reviewing.followed_rows import Lists, Sorted, across_offices, sort_rows
from ppid.reviewing.model import ChangeSort, Detail, ReviewChange
from ppid.reviewing.places import Places
from ppid.values.numbers import format_bulat
from ppid.values.terms import TermRelation, compare
from ppid.values.titles import title_key

_Periods = tuple[Periode, Periode]
_UNKNOWN = Periode(None, None, None)
_Offices = Mapping[str, Mapping[tuple[str, int], list[Row]]]


def row_changes(places: Places) -> Iterator[ReviewChange]:
    """Yield what happened to the rows, OPD by OPD, without those of lists that went whole.

    Those are named by the change of the list itself.
    """
    before = _by_office(places.before, places)
    after = _by_office(places.after, places)
    found = {
        opd: sort_rows(before.get(opd, {}), after.get(opd, {}), _fresh(opd, places))
        for opd in sorted({*before, *after})
    }
    yield from _between_offices(across_offices(found), places)
    for opd, rows in found.items():
        yield from _Office(places, after.get(opd, {})).changes(rows)


def _between_offices(pairs: Sequence[Pair], places: Places) -> Iterator[ReviewChange]:
    """Yield what went to another OPD, as it is, closed or opened on the way."""
    alike: dict[tuple[str, str], list[Pair]] = defaultdict(list)
    for old, new in pairs:
        names = (
            f"{list_name(old.id)} {places.office(places.now(old.id.opd))}",
            f"{list_name(new.id)} {places.office(new.id.opd)}",
        )
        went = f"pindah dari {names[0]} ke {names[1]}"
        if old.kind != new.kind:
            closed = new.kind == "dik"
            sort = ChangeSort.PUBLIK_DIKECUALIKAN if closed else ChangeSort.DIBUKA
            words = f"{went}; semula {_how_excluded(old)}, kini {_how_excluded(new)}"
            detail = Detail(sort, "daftar", words, _stand(old), _stand(new))
            yield places.change(new, (detail,), other_path=old.path)
        elif details := details_of(old, new, places.before, places.after):
            detail = Detail(ChangeSort.PINDAH_PERANGKAT, "daftar", went, *names)
            yield places.change(new, (detail, *details), other_path=old.path)
        else:
            alike[names].append((old, new))
    for names, both in alike.items():
        yield _moved_together(both, names, places)


def _moved_together(pairs: Sequence[Pair], names: tuple[str, str], places: Places) -> ReviewChange:
    """Return one change for all rows that went from one list to another as they are."""
    old, new = pairs[0]
    words = f"pindah dari {names[0]} ke {names[1]} tanpa perubahan lain"
    if len(pairs) == 1:
        detail = Detail(ChangeSort.PINDAH_PERANGKAT, "daftar", words, *names)
        return places.change(new, (detail,), other_path=old.path)
    words = f"{format_bulat(len(pairs))} informasi {words}"
    detail = Detail(ChangeSort.PINDAH_PERANGKAT, "daftar", words, *names)
    members = tuple(row.informasi for _, row in pairs)
    return places.change(places.after.find(list_id(new.id)) or new, (detail,), members, old.path)


def _by_office(corpus: Corpus, places: Places) -> _Offices:
    found: dict[str, dict[tuple[str, int], list[Row]]] = defaultdict(dict)
    rows: tuple[Sequence[Row], ...] = (corpus.of(InformasiPublik), corpus.of(InformasiDikecualikan))
    for row in (row for listed in rows for row in listed):
        lists = found[places.now(row.id.opd)]
        lists.setdefault((row.id.kind, row.id.tahun), []).append(row)
    return found


def _fresh(opd: str, places: Places) -> frozenset[tuple[str, int]]:
    """Name the lists of an OPD that were not there before and are not declared empty."""
    before = (d for d in all_lists(places.before) if places.now(d.id.opd) == opd)
    after = (d for d in all_lists(places.after) if d.id.opd == opd and not d.nihil)
    return frozenset((d.rows, d.id.tahun) for d in after) - {(d.rows, d.id.tahun) for d in before}


class _Office:
    """Puts what was sorted for one OPD into words."""

    def __init__(self, places: Places, lists: Lists) -> None:
        self._places = places
        self._lists = lists

    def changes(self, found: Sorted) -> Iterator[ReviewChange]:
        for old, new in found.pairs:
            if details := details_of(old, new, self._places.before, self._places.after):
                yield self._places.change(new, details)
        for old, new in found.closed:
            yield self._places.change(new, (self._closed(old, new),), other_path=old.path)
        for old, new in found.likely_closed:
            details = self._likely_closed(old, new)
            yield self._places.change(new, details, other_path=old.path)
        for old, new in found.opened:
            yield self._places.change(new, (_opened(old, new),), other_path=old.path)
        for old, new in found.doubts:
            yield self._places.change(old, (self._doubt(old, new),), other_path=new.path)
            if new.kind == "dik":
                yield self._places.change(new, (self._came(new),))
        yield from self._in_another_year(found.moved, ChangeSort.PINDAH)
        yield from self._in_another_year(found.carried, ChangeSort.DILANJUTKAN)
        for row in found.dropped:
            yield self._places.change(row, (_dropped(row),))
        for row in found.gone:
            if not self._went_with_list(row):
                yield self._places.change(row, (self._gone(row),))
        for row in found.came:
            yield self._places.change(row, (self._came(row),))

    def _closed(self, old: Row, new: Row) -> Detail:
        years = sorted({row.id.tahun for row in self._same(old)})
        still = f"; masih tercantum dalam DIP {', '.join(map(str, years))}" if years else ""
        words = (
            f"semula publik ({_stand(old)}), kini {_how_excluded(new)} dalam "
            f"{list_name(new.id)}{still}"
        )
        return Detail(ChangeSort.PUBLIK_DIKECUALIKAN, "daftar", words, _stand(old), _stand(new))

    def _likely_closed(self, old: Row, new: Row) -> tuple[Detail, Detail]:
        """Tell a new exclusion as one of what was public; whether it is one is to be asked."""
        kode = "dengan kode yang sama" if old.kode == new.kode else f"kode {old.kode}"
        was, now = self._places.now(old.id.opd), new.id.opd
        office = "" if was == now else f", {self._places.office(was)}"
        words = (
            f"kini {_how_excluded(new)} dalam {list_name(new.id)}; mungkin semula publik sebagai "
            f"“{old.informasi}” ({_stand(old)}{office}, {kode}), yang tidak tercantum lagi di sana"
        )
        before, after = f"{old.kode}: {old.informasi}", f"{new.kode}: {new.informasi}"
        return (
            Detail(ChangeSort.PUBLIK_DIKECUALIKAN, "daftar", words, _stand(old), _stand(new)),
            Detail(ChangeSort.DIRAGUKAN, "kode", "judulnya tidak persis sama", before, after),
        )

    def _doubt(self, old: Row, new: Row) -> Detail:
        """Name both rows of a doubtful pair; whether they are one is for the reviewer to say."""
        kode = "kode yang sama" if old.kode == new.kode else f"kode {new.kode}"
        moved = self._places.now(old.id.opd) != new.id.opd
        office = f" {self._places.office(new.id.opd)}" if moved else ""
        words = (
            f"tidak tercantum lagi dalam {list_name(old.id)} dengan kode {old.kode}; mungkin "
            f"menjadi “{new.informasi}” dalam {list_name(new.id)}{office}, {kode}"
        )
        before, after = f"{old.kode}: {old.informasi}", f"{new.kode}: {new.informasi}"
        return Detail(ChangeSort.DIRAGUKAN, "kode", words, before, after)

    def _same(self, row: Row) -> Iterator[Row]:
        key = title_key(row.informasi)
        for (kind, _), rows in self._lists.items():
            if kind == row.kind:
                yield from (r for r in rows if title_key(r.informasi) == key)

    def _in_another_year(self, pairs: Iterable[Pair], sort: ChangeSort) -> Iterator[ReviewChange]:
        """Yield rows that moved or are carried on; those that say the same are counted together."""
        carried = sort is ChangeSort.DILANJUTKAN
        weigh = carried_details if carried else details_of
        alike: dict[tuple[str, str], list[Pair]] = defaultdict(list)
        for old, new in pairs:
            names = list_name(old.id), list_name(new.id)
            details = weigh(old, new, self._places.before, self._places.after)
            if not details:
                alike[names].append((old, new))
            elif carried:
                first = Detail(sort, "daftar", f"dilanjutkan dari {names[0]}", *names)
                yield self._places.change(new, (first, *details), other_path=old.path)
            else:
                words = f"pindah dari {names[0]} ke {names[1]}"
                detail = Detail(sort, "daftar", words, *names)
                yield self._places.change(new, (*details, detail), other_path=old.path)
        for names, both in alike.items():
            if carried:
                words = f"dilanjutkan dari {names[0]} tanpa perubahan"
            else:
                words = f"pindah dari {names[0]} ke {names[1]} tanpa perubahan lain"
            count = f"{format_bulat(len(both))} informasi"
            yield self._together(Detail(sort, "daftar", f"{count} {words}", *names), both)

    def _together(self, detail: Detail, pairs: Sequence[Pair]) -> ReviewChange:
        """Return one change for many rows of one list, under the name of their list."""
        old, new = pairs[0]
        members = tuple(row.informasi for _, row in pairs)
        daftar = self._places.after.find(list_id(new.id))
        return self._places.change(daftar or new, (detail,), members, old.path)

    def _went_with_list(self, row: Row) -> bool:
        """Tell whether the list of a row is gone, or declared empty: then the list says so."""
        now = self._places.after.find(list_id(row.id)._replace(opd=self._places.now(row.id.opd)))
        if isinstance(now, Daftar):
            return now.nihil is not None and (row.kind, row.id.tahun) not in self._lists
        was = self._places.before.find(list_id(row.id))
        return was is not None and (row.kind, row.id.tahun) not in self._lists

    def _gone(self, row: Row) -> Detail:
        if self._places.is_unread(row.path, row.kode):
            words = "masih tertulis dalam berkasnya, tetapi tidak terbaca karena galat"
            return Detail(ChangeSort.TIDAK_TERBACA, "daftar", words, _stand(row), "")
        others = sorted({list_name(other.id) for other in self._same(row)})
        still = f"; masih tercantum dalam {', '.join(others)}" if others else ""
        words = f"tidak tercantum lagi dalam {list_name(row.id)}{still}"
        return Detail(ChangeSort.HILANG, "daftar", words, _stand(row), "")

    def _came(self, row: Row) -> Detail:
        unread = self._places.was_unread(row.path, row.kode)
        since = "; semula tertulis tetapi tidak terbaca karena galat" if unread else ""
        if isinstance(row, InformasiPublik):
            sort = KLASIFIKASI[row.klasifikasi]
            words = f"informasi baru dalam {list_name(row.id)}: {sort}{since}"
            return Detail(ChangeSort.BARU, "daftar", words, "", _stand(row))
        words = f"pengecualian baru dalam {list_name(row.id)}: {_how_excluded(row)}{since}"
        return Detail(ChangeSort.DIKECUALIKAN_BARU, "daftar", words, "", _stand(row))


def _how_excluded(row: Row) -> str:
    if not isinstance(row, InformasiDikecualikan):
        return "publik"
    part = "sebagian" if row.cakupan == "sebagian" else "seluruhnya"
    term = f", {row.jangka_waktu}" if row.jangka_waktu else ", tanpa jangka waktu"
    basis = row.dasar_hukum or "tanpa dasar hukum"
    return f"dikecualikan {part} ({basis}{term})"


def _stand(row: Row) -> str:
    """Say in few words what a row is and where: “Berkala, DIP 2021”."""
    if isinstance(row, InformasiPublik):
        return f"{KLASIFIKASI[row.klasifikasi]}, {list_name(row.id)}"
    return f"{_how_excluded(row)}, {list_name(row.id)}"


def _opened(old: Row, new: Row) -> Detail:
    words = f"semula dikecualikan dalam {list_name(old.id)}, kini publik dalam {list_name(new.id)}"
    return Detail(ChangeSort.DIBUKA, "daftar", words, _stand(old), _stand(new))


def _dropped(row: Row) -> Detail:
    name = row.kind.upper()
    words = f"tercantum dalam {list_name(row.id)}, tetapi tidak dilanjutkan dalam {name} yang baru"
    return Detail(ChangeSort.TIDAK_DILANJUTKAN, "daftar", words, _stand(row), "")


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
        ends = str(was.berakhir), str(now.berakhir)
        details.append(Detail(ChangeSort.JANGKA_DIPERPANJANG, "mulai", words, *ends))
    return tuple(details)


def _periods(old: Row, new: Row, before: Corpus, after: Corpus) -> _Periods:
    if isinstance(old, InformasiDikecualikan) and isinstance(new, InformasiDikecualikan):
        return periode_of(old, before), periode_of(new, after)
    return _UNKNOWN, _UNKNOWN


def _detail(one: Difference, new: Row, periods: _Periods) -> Detail:
    starts = periods[0].mulai, periods[1].mulai
    words = clause(one, starts)
    if one.field == "kode":
        sort, words = ChangeSort.KODE_BERUBAH, f"kode berubah dari {one.before} ke {one.after}"
    elif isinstance(new, InformasiDikecualikan):
        sort = _sort_excluded(one, starts)
    else:
        unlinked = one.field == "tautan" and not one.after
        sort = ChangeSort.TAUTAN_HILANG if unlinked else ChangeSort.BERUBAH
    return Detail(sort, one.field, words, one.before, one.after)


def _sort_excluded(one: Difference, starts: tuple[date | None, date | None]) -> ChangeSort:
    if one.field == "cakupan":
        wider = one.after == "seluruh"
        return ChangeSort.CAKUPAN_DIPERLUAS if wider else ChangeSort.CAKUPAN_DIPERSEMPIT
    if one.field == "jangka_waktu" and one.before:
        relation = compare(one.before, one.after, *starts)
        if relation.is_longer:
            return ChangeSort.JANGKA_DIPERPANJANG
        if relation is TermRelation.TIDAK_SEBANDING:
            return ChangeSort.JANGKA_TIDAK_SEBANDING
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
