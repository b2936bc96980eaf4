"""The lists themselves: those that went or came, decisions, statements of nothing, and copies."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from ppid.core.corpus import Corpus
from ppid.history.differences import Difference, differ
from ppid.history.wording import clause
from ppid.kinds.daftar import Butir, Daftar, DaftarDikecualikan, DaftarPublik
from ppid.kinds.dik.model import InformasiDikecualikan
from ppid.kinds.dip.model import InformasiPublik
from ppid.kinds.rows import Row
from ppid.reviewing.model import ChangeSort, Detail, ReviewChange
from ppid.reviewing.places import Places, list_name
from ppid.values.numbers import format_bulat

_KINDS = (DaftarDikecualikan, DaftarPublik)
_DECISIONS = frozenset(
    {"penetapan", "uji_konsekuensi", "disampaikan", "nihil", "salinan_resmi", "contoh"}
)


def list_changes(places: Places) -> Iterator[ReviewChange]:
    """Yield what happened to each list as a whole; its rows have changes of their own."""
    for kind in _KINDS:
        before = {(places.now(d.id.opd), d.id.tahun): d for d in places.before.of(kind)}
        after = {(d.id.opd, d.id.tahun): d for d in places.after.of(kind)}
        for key in sorted({*before, *after}):
            yield from _of_list(before.get(key), after.get(key), places)


def _of_list(old: Daftar | None, new: Daftar | None, places: Places) -> Iterator[ReviewChange]:
    if old is not None and new is None:
        yield from _gone(old, places)
    elif old is None and new is not None:
        yield from _came(new, places)
    elif old is not None and new is not None and old is not new:
        yield from _changed(old, new, places)


def _gone(old: Daftar, places: Places) -> Iterator[ReviewChange]:
    rows = _rows(old, places.before)
    left = _rows(old, places.after, places.now(old.id.opd))
    if places.is_unread(old.path):
        words = "keterangan daftar ini tidak terbaca karena galat"
        yield places.change(
            old, (Detail(ChangeSort.TIDAK_TERBACA, "daftar", words, "terbaca", ""),)
        )
        return
    if left:
        words = f"keterangan daftar ini tidak ada lagi, isinya ({_count(left)}) masih ada"
    else:
        words = f"daftar ini tidak ada lagi; semula memuat {_count(rows)}"
    members = () if left else tuple(row.informasi for row in rows)
    detail = Detail(ChangeSort.DAFTAR_HILANG, "daftar", words, _content(old, rows), "")
    yield places.change(old, (detail,), members)


def _came(new: Daftar, places: Places) -> Iterator[ReviewChange]:
    rows = _rows(new, places.after)
    before = _previous(new, places.after)
    if new.nihil and before:
        words = f"dinyatakan nihil, padahal {list_name(before[0].id)} memuat {_count(before)}"
        detail = Detail(ChangeSort.NIHIL, "nihil", words, _count(before), "nihil")
        yield places.change(new, (detail,), tuple(row.informasi for row in before))
        return
    what = "dinyatakan nihil" if new.nihil else f"memuat {_count(rows)}"
    words = f"daftar baru, {what}{'; salinan resmi' if new.salinan_resmi else ''}"
    yield places.change(
        new, (Detail(ChangeSort.DAFTAR_BARU, "daftar", words, "", _content(new, rows)),)
    )


def _changed(old: Daftar, new: Daftar, places: Places) -> Iterator[ReviewChange]:
    was, now = _rows(old, places.before), _rows(new, places.after)
    details = tuple(_detail(one, was, now) for one in differ(old, new))
    if details:
        lost = any(detail.sort is ChangeSort.NIHIL for detail in details)
        members = tuple(row.informasi for row in was) if lost else ()
        yield places.change(new, details, members)


def _detail(one: Difference, was: Sequence[Row], now: Sequence[Row]) -> Detail:
    top = one.field.split(".", 1)[0]
    words = clause(one)
    if top == "nihil" and not one.before and was:
        extra = "" if not now else f"; barisnya ({_count(now)}) masih ada"
        words = f"dinyatakan nihil, semula memuat {_count(was)}{extra}"
        return Detail(ChangeSort.NIHIL, one.field, words, _count(was), one.after)
    if top == "salinan_resmi":
        flag = one.after == "true"
        words = "kini ditandai salinan resmi" if flag else "tidak lagi ditandai salinan resmi"
        return Detail(ChangeSort.SALINAN_BERUBAH, one.field, words, one.before, one.after)
    if top == "contoh":
        flag = one.after == "true"
        words = "kini ditandai data peragaan" if flag else "tidak lagi ditandai data peragaan"
        return Detail(ChangeSort.KEPUTUSAN_BERUBAH, one.field, words, one.before, one.after)
    sort = ChangeSort.KEPUTUSAN_BERUBAH if top in _DECISIONS else ChangeSort.BERUBAH
    return Detail(sort, one.field, words, one.before, one.after)


def copies_changed(changes: Iterable[ReviewChange], places: Places) -> Iterator[ReviewChange]:
    """Sum up for each faithful copy of a decision what changed in it after it was published."""
    touched: dict[str, list[ReviewChange]] = defaultdict(list)
    lists = {str(d.id): d for kind in _KINDS for d in places.before.of(kind) if d.salinan_resmi}
    for change in changes:
        if change.salinan_resmi:
            touched[_list_key(change, lists)].append(change)
    for key, found in touched.items():
        old = lists.get(key)
        if old is not None:
            told = f"{format_bulat(len(found))} perubahan"
            words = f"{told} dalam salinan resmi yang sudah terbit"
            detail = Detail(
                ChangeSort.SALINAN_BERUBAH, "salinan_resmi", words, "salinan resmi", told
            )
            yield places.change(old, (detail,), tuple(c.title for c in found))


def _list_key(change: ReviewChange, lists: dict[str, Daftar]) -> str:
    """Find the list of a change by its id: `dik/x/2020/kode` lies in `daftar-dik/x/2020`."""
    if change.record in lists:
        return change.record
    return f"daftar-{change.record.rsplit('/', 1)[0]}"


def _previous(new: Daftar, corpus: Corpus) -> Sequence[Row]:
    """Return the rows of the newest older list of the same OPD."""
    years = (
        d.id.tahun for d in corpus.owned_by(type(new), new.id.opd) if d.id.tahun < new.id.tahun
    )
    last = max(years, default=0)
    return corpus.in_list(_model(new), new.id.opd, last)


def _rows(daftar: Daftar, corpus: Corpus, opd: str = "") -> Sequence[Row]:
    return corpus.in_list(_model(daftar), opd or daftar.id.opd, daftar.id.tahun)


def _model(daftar: Daftar) -> type[Row]:
    return InformasiDikecualikan if daftar.rows == "dik" else InformasiPublik


def _count(rows: Sequence[Butir]) -> str:
    return f"{format_bulat(len(rows))} informasi"


def _content(daftar: Daftar, rows: Sequence[Butir]) -> str:
    return "nihil" if daftar.nihil else _count(rows)
