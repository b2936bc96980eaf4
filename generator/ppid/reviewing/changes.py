"""What happened to lists as a whole, to other records, documents and pages; rows stand apart."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence

from ppid.checking.check import Checked
from ppid.core.record import Record
from ppid.diagnostics.places import RecordId
from ppid.history.differences import Difference, differ, same, values_of
from ppid.history.wording import clause
from ppid.kinds import KINDS
from ppid.kinds.daftar import Butir, Daftar, DaftarDikecualikan, DaftarPublik, list_name
from ppid.kinds.rows import MODELS, Row, rows_of
from ppid.reviewing.model import ChangeSort, Detail, ReviewChange, TouchedFiles
from ppid.reviewing.places import Places
from ppid.values.numbers import format_bulat

RenamedFiles = list[tuple[str, str]]
"""Paths before and after."""
_KINDS = (DaftarDikecualikan, DaftarPublik)
_DECISIONS = frozenset({"penetapan", "uji_konsekuensi", "disampaikan", "nihil"})
_FLAGS = {
    "salinan_resmi": (ChangeSort.SALINAN_BERUBAH, "salinan resmi"),
    "contoh": (ChangeSort.KEPUTUSAN_BERUBAH, "data peragaan"),
}


def list_changes(places: Places) -> Iterator[ReviewChange]:
    """Yield what happened to each list as a whole; its rows have changes of their own."""
    for kind in _KINDS:
        before = {(places.now(d.id.opd), d.id.tahun): d for d in places.before.of(kind)}
        after = {(d.id.opd, d.id.tahun): d for d in places.after.of(kind)}
        for key in sorted({*before, *after}):
            old, new = before.get(key), after.get(key)
            if old is None and new is not None:
                yield _list_came(new, places)
            elif old is not None and new is None:
                yield _list_gone(old, places)
            elif old is not None and new is not None and old is not new:
                was, now = rows_of(old, places.before), rows_of(new, places.after)
                details = tuple(_list_detail(one, was, now) for one in differ(old, new))
                if details:
                    emptied = any(detail.sort is ChangeSort.NIHIL for detail in details)
                    members = tuple(row.informasi for row in was) if emptied else ()
                    yield places.change(new, details, members)


def _list_gone(old: Daftar, places: Places) -> ReviewChange:
    rows = rows_of(old, places.before)
    left = places.after.in_list(MODELS[old.rows], places.now(old.id.opd), old.id.tahun)
    if places.is_unread(old.path):
        words = "keterangan daftar ini tidak terbaca karena galat"
        return places.change(
            old, (Detail(ChangeSort.TIDAK_TERBACA, "daftar", words, "terbaca", ""),)
        )
    if left:
        words = f"keterangan daftar ini tidak ada lagi, isinya ({_count(left)}) masih ada"
    else:
        words = f"daftar ini tidak ada lagi; semula memuat {_count(rows)}"
    members = () if left else tuple(row.informasi for row in rows)
    content = "nihil" if old.nihil else _count(rows)
    detail = Detail(ChangeSort.DAFTAR_HILANG, "daftar", words, content, "")
    return places.change(old, (detail,), members)


def _list_came(new: Daftar, places: Places) -> ReviewChange:
    lists = places.after.owned_by(type(new), new.id.opd)
    earlier = max((d.id.tahun for d in lists if d.id.tahun < new.id.tahun), default=0)
    before = places.after.in_list(MODELS[new.rows], new.id.opd, earlier)
    if new.nihil and before:
        words = f"dinyatakan nihil, padahal {list_name(before[0].id)} memuat {_count(before)}"
        detail = Detail(ChangeSort.NIHIL, "nihil", words, _count(before), "nihil")
        return places.change(new, (detail,), tuple(row.informasi for row in before))
    count = _count(rows_of(new, places.after))
    what = "dinyatakan nihil" if new.nihil else f"memuat {count}"
    words = f"daftar baru, {what}{'; salinan resmi' if new.salinan_resmi else ''}"
    content = "nihil" if new.nihil else count
    return places.change(new, (Detail(ChangeSort.DAFTAR_BARU, "daftar", words, "", content),))


def _list_detail(one: Difference, was: Sequence[Row], now: Sequence[Row]) -> Detail:
    top = one.field.split(".", 1)[0]
    if top == "nihil" and not one.before and was:
        extra = "" if not now else f"; barisnya ({_count(now)}) masih ada"
        words = f"dinyatakan nihil, semula memuat {_count(was)}{extra}"
        return Detail(ChangeSort.NIHIL, one.field, words, _count(was), one.after)
    if top in _FLAGS:
        sort, name = _FLAGS[top]
        words = f"kini ditandai {name}" if one.after == "true" else f"tidak lagi ditandai {name}"
        return Detail(sort, one.field, words, one.before, one.after)
    sort = ChangeSort.KEPUTUSAN_BERUBAH if top in _DECISIONS else ChangeSort.BERUBAH
    return Detail(sort, one.field, clause(one), one.before, one.after)


def _count(rows: Sequence[Row]) -> str:
    return f"{format_bulat(len(rows))} informasi"


def copies_changed(changes: Iterable[ReviewChange], places: Places) -> Iterator[ReviewChange]:
    """Sum up for each faithful copy of a decision what changed in it after it was published."""
    lists = {str(d.id): d for kind in _KINDS for d in places.before.of(kind) if d.salinan_resmi}
    inside: dict[str, list[ReviewChange]] = defaultdict(list)
    for change in changes:
        if change.salinan_resmi:
            # A row names its list by its id: `dik/x/2020/kode` lies in `daftar-dik/x/2020`.
            of_row = f"daftar-{change.record.rsplit('/', 1)[0]}"
            inside[change.record if change.record in lists else of_row].append(change)
    for key, found in inside.items():
        if key in lists:
            count = f"{format_bulat(len(found))} perubahan"
            words = f"{count} dalam salinan resmi yang sudah terbit"
            sort = ChangeSort.SALINAN_BERUBAH
            detail = Detail(sort, "salinan_resmi", words, "salinan resmi", count)
            yield places.change(lists[key], (detail,), tuple(c.title for c in found))


def record_changes(places: Places, renamed: RenamedFiles) -> Iterator[ReviewChange]:
    """Yield what happened to each record, kind by kind.

    Files that only took another name are added to `renamed` as paths before and after.
    """
    for kind in KINDS:
        if not issubclass(kind.model, Daftar | Butir):
            before = _keyed(places.before.of(kind.model), places)
            after = _keyed(places.after.of(kind.model), places)
            gone = {key: before[key] for key in before if key not in after}
            came = {key: after[key] for key in after if key not in before}
            _take_renamed(gone, came, places, renamed)
            for key, new in after.items():
                if key in before and (details := tuple(_record_details(before[key], new, places))):
                    yield places.change(new, details)
            label = f"{kind.label[:1].lower()}{kind.label[1:]}"
            for old in gone.values():
                sort, words = _sort(old, ChangeSort.HILANG), f"{label} ini tidak ada lagi"
                if places.is_unread(old.path):
                    sort = ChangeSort.TIDAK_TERBACA
                    words = "masih ada berkasnya, tetapi tidak terbaca karena galat"
                yield places.change(old, (Detail(sort, "", words, label, ""),))
            for new in came.values():
                detail = Detail(_sort(new, ChangeSort.BARU), "", f"{label} baru", "", label)
                yield places.change(new, (detail,))


def _sort(record: Record, sort: ChangeSort) -> ChangeSort:
    """Return how a change is weighed; one of reference data has a weight of its own."""
    return ChangeSort.ACUAN_BERUBAH if record.path.startswith("data/acuan/") else sort


def _keyed(records: Sequence[Record], places: Places) -> dict[tuple[RecordId, int], Record]:
    """Know records by their id, and those that wrongly share one by their turn."""
    seen: Counter[RecordId] = Counter()
    keyed: dict[tuple[RecordId, int], Record] = {}
    for record in records:
        record_id = record.id._replace(opd=places.now(record.id.opd))
        seen[record_id] += 1
        keyed[record_id, seen[record_id]] = record
    return keyed


def _take_renamed(
    gone: dict[tuple[RecordId, int], Record],
    came: dict[tuple[RecordId, int], Record],
    places: Places,
    renamed: RenamedFiles,
) -> None:
    waiting: dict[tuple[object, ...], list[tuple[RecordId, int]]] = defaultdict(list)
    for key, new in came.items():
        waiting[new.owner, new.id.tahun, repr(values_of(new))].append(key)
    for key, old in list(gone.items()):
        alike = waiting.get((places.now(old.owner), old.id.tahun, repr(values_of(old))))
        if alike:
            renamed.append((old.path, came.pop(alike.pop(0)).path))
            del gone[key]


def _record_details(old: Record, new: Record, places: Places) -> Iterator[Detail]:
    if old.owner != new.owner and places.now(old.owner) != new.owner:
        before, after = places.office(old.owner), places.office(new.owner)
        words = f"pindah dari folder {before} ke folder {after}"
        yield Detail(ChangeSort.PINDAH_PERANGKAT, "", words, old.path, new.path)
    if not same(old, new):
        sort = _sort(new, ChangeSort.BERUBAH)
        for one in differ(old, new):
            yield Detail(sort, one.field, clause(one), one.before, one.after)


def folder_changes(places: Places) -> Iterator[ReviewChange]:
    """Name the OPDs that stand in another folder: all their addresses change with it."""
    for old, new in sorted(places.folders.items()):
        words = f"folder perangkat daerah ini berganti nama dari {old} ke {new}"
        detail = Detail(ChangeSort.KODE_BERUBAH, "folder", words, old, new)
        path = f"data/opd/{new}/profil.yml"
        name = places.office(new)
        yield ReviewChange(
            ChangeSort.KODE_BERUBAH, f"opd/{new}", name, "Perangkat daerah", path, (detail,)
        )


def document_changes(
    before: Checked, after: Checked, touched: TouchedFiles
) -> Iterator[ReviewChange]:
    """Yield the documents that went, changed or came; one that was only renamed is left out."""
    renamed = touched.renamed or {}
    was = before.corpus.documents - renamed.keys()
    now = after.corpus.documents - frozenset(renamed.values())
    sizes = before.corpus.sizes, after.corpus.sizes
    differing = {p for p in was & now if p in touched.changed or sizes[0][p] != sizes[1][p]}
    yield from _file_changes("dokumen", was - now, differing, now - was)


def page_changes(before: Checked, after: Checked, renamed: RenamedFiles) -> Iterator[ReviewChange]:
    """Yield the hand-written pages that went, changed or came; renamed ones go to `renamed`."""
    was, now = _pages(before), _pages(after)
    gone = {path: was[path] for path in was if path not in now}
    came = {path: now[path] for path in now if path not in was}
    waiting: dict[str, list[str]] = defaultdict(list)
    for path, text in came.items():
        waiting[text].append(path)
    for path, text in list(gone.items()):
        if waiting.get(text):
            new = waiting[text].pop(0)
            renamed.append((path, new))
            del gone[path], came[new]
    differing = {path for path in was if path in now and was[path] != now[path]}
    yield from _file_changes("halaman", gone, differing, came)


def _pages(checked: Checked) -> dict[str, str]:
    """Return the pages by path; line ends and spacing say nothing."""
    texts = checked.texts.items()
    return {p: " ".join(s.text.split()) for p, s in texts if p.startswith("content/")}


def _file_changes(
    what: str, gone: Iterable[str], differing: Iterable[str], came: Iterable[str]
) -> Iterator[ReviewChange]:
    for paths, state, words, before, after in (
        (gone, "hilang", "tidak ada lagi", "ada", ""),
        (differing, "berubah", "isinya berubah", "isi lama", "isi baru"),
        (came, "baru", f"{what} baru", "", "ada"),
    ):
        sort = ChangeSort(f"{what}-{state}")
        for path in sorted(paths):
            detail = Detail(sort, "", words, before, after)
            name = path.rsplit("/", 1)[-1]
            yield ReviewChange(sort, path, name, what.capitalize(), path, (detail,))


def rewritten(
    before: Checked, after: Checked, touched: TouchedFiles, places: Places
) -> tuple[str, ...]:
    """Name the files that read the same as before, although they are written otherwise."""
    texts = before.texts, after.texts
    paths = {
        path
        for path in texts[0].keys() & texts[1].keys()
        if path in touched.changed or texts[0][path].text != texts[1][path].text
    }
    was, now = _records_in(before, paths), _records_in(after, paths)
    pages = [_pages(before), _pages(after)]
    return tuple(
        path
        for path in sorted(paths)
        if (
            pages[0][path] == pages[1][path]
            if path in pages[0]
            else _reads_the_same(path, was, now, places)
        )
    )


_ByPath = dict[str, dict[tuple[RecordId, int], Record]]


def _records_in(checked: Checked, paths: set[str]) -> _ByPath:
    """Return the records of some files, known by their id and by their turn where they share it."""
    found: _ByPath = defaultdict(dict)
    if paths:
        seen: Counter[tuple[str, RecordId]] = Counter()
        for record in (record for kind in KINDS for record in checked.corpus.of(kind.model)):
            if record.path in paths:
                seen[record.path, record.id] += 1
                found[record.path][record.id, seen[record.path, record.id]] = record
    return found


def _reads_the_same(path: str, was: _ByPath, now: _ByPath, places: Places) -> bool:
    """Compare what two versions of a file say; where one cannot be read, nothing is claimed."""
    if path in places.unread_before or path in places.unread_after:
        return False
    old, new = was.get(path, {}), now.get(path, {})
    return bool(new) and old.keys() == new.keys() and all(same(old[key], new[key]) for key in new)


def untold(places: Places, touched: TouchedFiles, told: Collection[str]) -> Iterator[ReviewChange]:
    """Yield the files that could not be read before and cannot now, without a change being `told`.

    Nothing in them can be compared, so nothing is claimed of them.
    """
    words = "isi berkas ini berubah, tetapi tidak terbaca; bandingkan sendiri isinya"
    unread = places.unread_before.keys() & places.unread_after.keys()
    for path in sorted((unread & touched.changed) - {*told}):
        detail = Detail(ChangeSort.BERUBAH, "", words, "isi lama", "isi baru")
        yield ReviewChange(ChangeSort.BERUBAH, path, path, "Berkas data", path, (detail,))
