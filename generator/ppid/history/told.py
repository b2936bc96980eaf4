"""Changes of a list grouped and put in words: which rows came, went and changed."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from ppid.core.page import Link, url_of
from ppid.diagnostics.identity import RecordId
from ppid.history.changes import Change, ChangeKind, ListChanges
from ppid.history.wording import words_of
from ppid.kinds.wording import format_bulat

_KINDS = (
    ("baru", (ChangeKind.BARU,), "informasi baru"),
    ("tidak-tercantum", (ChangeKind.HILANG, ChangeKind.PINDAH), "informasi tidak tercantum lagi"),
    ("berubah", (ChangeKind.BERUBAH,), "informasi berubah"),
)


@dataclass(frozen=True, slots=True)
class InformasiBerubah:
    """One row that changed: its title with its page, what happened, and where it is now."""

    tautan: Link
    kalimat: str = ""
    kini: Link | None = None


@dataclass(frozen=True, slots=True)
class Kelompok:
    """The rows to which the same happened, under the words that count them."""

    jangkar: str
    judul: str
    isi: tuple[InformasiBerubah, ...]


@dataclass(frozen=True, slots=True)
class Perubahan:
    """What changed since the list before; without groups the lists say the same."""

    sejak: Link
    kelompok: tuple[Kelompok, ...]


def changed_since(found: ListChanges | None) -> Perubahan | None:
    """Put the changes of a list into words; None for the first list of an OPD."""
    if found is None:
        return None
    gone = f"Terakhir tercantum dalam {name_of(found.before.id)}."
    link = Link(name_of(found.before.id), url_of(found.before.id))
    return Perubahan(link, groups_of(found.changes, gone))


def _has_page(_: RecordId) -> bool:
    return True


def groups_of(
    changes: Sequence[Change], gone: str, has_page: Callable[[RecordId], bool] = _has_page
) -> tuple[Kelompok, ...]:
    """Group changes by what happened; `gone` is what is said of a row that is nowhere now.

    Rows that have no page (any more) are named without a link.
    """
    groups = (
        (anchor, words, tuple(_rows([c for c in changes if c.kind in kinds], gone, has_page)))
        for anchor, kinds, words in _KINDS
    )
    return tuple(
        Kelompok(anchor, f"{format_bulat(len(rows))} {words}", rows)
        for anchor, words, rows in groups
        if rows
    )


def counted(found: ListChanges | None) -> str:
    """Give the counts for a narrow cell: “+3 −1 ~2”; “sama” when nothing changed."""
    if found is None:
        return "daftar pertama"
    counts = (("+", found.added), ("−", found.gone), ("~", found.changed))
    return " ".join(f"{sign}{format_bulat(count)}" for sign, count in counts if count) or "sama"


def _rows(
    changes: Sequence[Change], gone: str, has_page: Callable[[RecordId], bool]
) -> Iterable[InformasiBerubah]:
    for _, group in groupby(changes, key=lambda change: change.record.id):
        members = tuple(group)
        first = members[0]
        url = url_of(first.record.id) if has_page(first.record.id) else ""
        link = Link(getattr(first.record, "informasi", ""), url)
        if first.kind is ChangeKind.BERUBAH:
            yield InformasiBerubah(link, words_of(members))
        elif first.kind is ChangeKind.BARU:
            yield InformasiBerubah(link)
        elif first.moved_to:
            opened = first.moved_to.kind == "dip"
            words = "Dibuka, kini dalam" if opened else "Kini dikecualikan, tercantum dalam"
            yield InformasiBerubah(
                link, words, Link(name_of(first.moved_to), url_of(first.moved_to))
            )
        else:
            yield InformasiBerubah(link, gone)


def list_id_of(record: RecordId) -> RecordId:
    """Name the list that holds a row; a list holds itself."""
    kind = record.kind if record.kind.startswith("daftar-") else f"daftar-{record.kind}"
    return RecordId(kind, record.opd, record.tahun)


def name_of(record: RecordId) -> str:
    """Name a list, or the list of a row, such as “DIK 2025”."""
    return f"{record.kind.removeprefix('daftar-').upper()} {record.tahun}"
