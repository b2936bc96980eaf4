"""Records that are no lists: profiles, regulations, activities, service figures, references."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from ppid.core.kind import Kind
from ppid.core.record import Record
from ppid.diagnostics.places import RecordId
from ppid.history.differences import differ, same, values_of
from ppid.history.wording import clause
from ppid.kinds import KINDS
from ppid.kinds.daftar import Butir, Daftar
from ppid.reviewing.model import ChangeSort, Detail, ReviewChange
from ppid.reviewing.places import Places

_Renamed = list[tuple[str, str]]


def record_changes(places: Places, renamed: _Renamed) -> Iterator[ReviewChange]:
    """Yield what happened to each record, kind by kind.

    Files that only took another name are added to `renamed` as paths before and after.
    """
    for kind in KINDS:
        if not issubclass(kind.model, Daftar | Butir):
            yield from _of_kind(kind, places, renamed)


def _of_kind(kind: Kind, places: Places, renamed: _Renamed) -> Iterator[ReviewChange]:
    before = _keyed(places.before.of(kind.model), places)
    after = _keyed(places.after.of(kind.model), places)
    gone = {key: before[key] for key in before if key not in after}
    came = {key: after[key] for key in after if key not in before}
    _take_renamed(gone, came, places, renamed)
    for key, new in after.items():
        if key in before:
            details = tuple(_details(before[key], new, places))
            if details:
                yield places.change(new, details)
    for old in gone.values():
        yield places.change(old, (_gone(old, kind, places),))
    for new in came.values():
        sort = ChangeSort.ACUAN_BERUBAH if _is_reference(new) else ChangeSort.BARU
        detail = Detail(sort, "", f"{_label(kind)} baru", "", _label(kind))
        yield places.change(new, (detail,))


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
    renamed: _Renamed,
) -> None:
    waiting: dict[tuple[object, ...], list[tuple[RecordId, int]]] = defaultdict(list)
    for key, new in came.items():
        waiting[new.owner, new.id.tahun, repr(values_of(new))].append(key)
    for key, old in list(gone.items()):
        alike = waiting.get((places.now(old.owner), old.id.tahun, repr(values_of(old))))
        if alike:
            renamed.append((old.path, came.pop(alike.pop(0)).path))
            del gone[key]


def _details(old: Record, new: Record, places: Places) -> Iterator[Detail]:
    sort = ChangeSort.ACUAN_BERUBAH if _is_reference(new) else ChangeSort.BERUBAH
    if old.owner != new.owner and places.now(old.owner) != new.owner:
        before, after = places.office(old.owner), places.office(new.owner)
        words = f"pindah dari folder {before} ke folder {after}"
        yield Detail(ChangeSort.PINDAH, "", words, old.path, new.path)
    if not same(old, new):
        for one in differ(old, new):
            yield Detail(sort, one.field, clause(one), one.before, one.after)


def _gone(old: Record, kind: Kind, places: Places) -> Detail:
    if places.is_unread(old.path):
        words = "masih ada berkasnya, tetapi tidak terbaca karena galat"
        return Detail(ChangeSort.TIDAK_TERBACA, "", words, _label(kind), "")
    sort = ChangeSort.ACUAN_BERUBAH if _is_reference(old) else ChangeSort.HILANG
    return Detail(sort, "", f"{_label(kind)} ini tidak ada lagi", _label(kind), "")


def _is_reference(record: Record) -> bool:
    return record.path.startswith("data/acuan/")


def _label(kind: Kind) -> str:
    return f"{kind.label[:1].lower()}{kind.label[1:]}"


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
