"""What a list page says about the list before it: which rows came, went and changed."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from generator.change_words import words_of
from generator.changes import Change, ChangeKind, ListChanges
from generator.identity import RecordId
from generator.kinds.daftar import Daftar
from generator.page import Link, url_of
from generator.wording import format_bulat

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
    groups = (
        Kelompok(anchor, f"{format_bulat(len(rows))} {words}", rows)
        for anchor, kinds, words in _KINDS
        if (rows := tuple(_rows(found.of(*kinds), found.before)))
    )
    return Perubahan(Link(_name(found.before.id), url_of(found.before.id)), tuple(groups))


def counted(found: ListChanges | None) -> str:
    """Give the counts for a narrow cell: “+3 −1 ~2”; “sama” when nothing changed."""
    if found is None:
        return "daftar pertama"
    counts = (("+", found.added), ("−", found.gone), ("~", found.changed))
    return " ".join(f"{sign}{format_bulat(count)}" for sign, count in counts if count) or "sama"


def _rows(changes: Sequence[Change], before: Daftar) -> Iterable[InformasiBerubah]:
    for _, group in groupby(changes, key=lambda change: change.record.id):
        members = tuple(group)
        first = members[0]
        link = Link(getattr(first.record, "informasi", ""), url_of(first.record.id))
        if first.kind is ChangeKind.BERUBAH:
            yield InformasiBerubah(link, words_of(members))
        elif first.kind is ChangeKind.BARU:
            yield InformasiBerubah(link)
        elif first.moved_to:
            opened = first.moved_to.kind == "dip"
            words = "Dibuka, kini dalam" if opened else "Kini dikecualikan, tercantum dalam"
            yield InformasiBerubah(link, words, Link(_name(first.moved_to), url_of(first.moved_to)))
        else:
            yield InformasiBerubah(link, f"Terakhir tercantum dalam {_name(before.id)}.")


def _name(record: RecordId) -> str:
    return f"{record.kind.removeprefix('daftar-').upper()} {record.tahun}"
