"""Three-way merge of rows, field by field: pure, and the same each time."""

import hashlib
import json
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

from ppid.handing_in.merging.align import (
    INFORMASI,
    KODE,
    KODE_SEMULA,
    Aligned,
    AlignedRow,
    align,
    title_of,
)
from ppid.handing_in.model import TakenRow
from ppid.reading.documents.book import CellPlace


def merged_order(aligned: Aligned) -> list[int]:
    """Return the numbers of all entries that stand in either list.

    The stored order is kept unless only the handed-in list moved rows. A row that only the other
    list has comes behind the row that it follows there.
    """
    ours, theirs = aligned.ours, aligned.theirs
    only_theirs_moved = _moved(theirs, aligned.base) and not _moved(ours, aligned.base)
    first, second = (theirs, ours) if only_theirs_moved else (ours, theirs)
    order = list(first)
    known, others = set(first), set(second)
    for position, entry in enumerate(second):
        if entry not in known:
            before = second[position - 1] if position else None
            _put_behind(order, entry, before, others)
            known.add(entry)
    return order


def _moved(rows: Sequence[int], base: Collection[int]) -> bool:
    """Tell whether rows of the base stand in another order; those have the lowest numbers."""
    kept = [entry for entry in rows if entry < len(base)]
    return kept != sorted(kept)


def _put_behind(order: list[int], entry: int, before: int | None, others: set[int]) -> None:
    """Put an entry behind another, and behind what the first list put there of its own."""
    place = 0 if before is None else order.index(before) + 1
    while place < len(order) and order[place] not in others:
        place += 1
    order.insert(place, entry)


class ConflictKind(StrEnum):
    """Why a person must decide."""

    ISI = "isi berbeda"
    """Both changed one field of a row, each in another way."""
    ISI_BARU = "isi baris baru berbeda"
    """Both added the same row, and a field of it says two things."""
    HAPUS_UBAH = "dihapus di berkas, diubah di daftar tersimpan"
    UBAH_HAPUS = "diubah di berkas, dihapus dari daftar tersimpan"
    KODE_SAMA = "satu kode untuk dua informasi"
    """Both added a row with this `kode`, for different information."""
    INFORMASI_SAMA = "satu informasi dengan dua kode"
    """Both added the same information, each with another `kode`."""
    KODE_GANDA = "kode dipakai lebih dari sekali"
    """More than one row of the outcome has this `kode`: to be mended in the workbook."""


class MergeChoice(StrEnum):
    """What an answer may say."""

    TERSIMPAN = "tersimpan"
    BERKAS = "berkas"
    SEMULA = "semula"
    KEDUANYA = "keduanya"


_SIDES: Final = (MergeChoice.TERSIMPAN, MergeChoice.BERKAS)
CHOICES: Final[Mapping[ConflictKind, tuple[MergeChoice, ...]]] = {
    ConflictKind.ISI: (*_SIDES, MergeChoice.SEMULA),
    ConflictKind.ISI_BARU: _SIDES,
    ConflictKind.HAPUS_UBAH: _SIDES,
    ConflictKind.UBAH_HAPUS: _SIDES,
    ConflictKind.KODE_SAMA: _SIDES,
    ConflictKind.INFORMASI_SAMA: (*_SIDES, MergeChoice.KEDUANYA),
    ConflictKind.KODE_GANDA: (),
}
"""The answers that each sort of conflict allows."""


_KEY: Final = "gabung"
"""How the keys of conflicts begin among those of questions."""


@dataclass(frozen=True, slots=True)
class Conflict:
    """Something that cannot be put together; for a whole row, `field` is empty.

    `base`, `ours` and `theirs` are what the field said; for a row they are its title, and empty
    where the row is not. `places` are the cells of the handed-in workbook.
    """

    kind: ConflictKind
    kode: str
    field: str
    base: str
    ours: str
    theirs: str
    places: tuple[CellPlace, ...] = ()

    @property
    def key(self) -> str:
        """Name the conflict for an answer; the name stays as long as all three say the same."""
        sides = json.dumps([self.kind, self.base, self.ours, self.theirs], ensure_ascii=False)
        digest = hashlib.sha256(sides.encode()).hexdigest()[:8]
        return f"{_KEY}:{self.kode}:{self.field or 'baris'}:{digest}"


def is_conflict_key(key: str) -> bool:
    """Tell whether a question with this key asks which of two people's changes is to stay."""
    return key.startswith(f"{_KEY}:")


def kode_in_key(key: str) -> str:
    """Return the `kode` that a conflict is about; empty for the key of another question."""
    return key.split(":")[1] if is_conflict_key(key) else ""


class MergeEffect(StrEnum):
    """What merging did, seen from the stored list."""

    TAMBAH = "baris baru dari berkas"
    HAPUS = "dihapus menurut berkas"
    UBAH = "diubah menurut berkas"
    TETAP = "sudah diubah sejak templat dibuat; isi yang tersimpan dipakai"
    TOLAK = "tidak ikut menurut jawaban"
    BERTAHAN = "tidak ada di berkas; baris yang tersimpan dipertahankan"
    TETAP_HAPUS = "sudah dihapus sejak templat dibuat; barisnya tidak ikut"


@dataclass(frozen=True, slots=True)
class MergeChange:
    """One effect of merging; for a whole row, `field` is empty and the texts are its title."""

    effect: MergeEffect
    kode: str
    field: str
    before: str
    after: str
    places: tuple[CellPlace, ...] = ()


@dataclass(frozen=True, slots=True)
class Merged:
    """The outcome. A field in conflict holds what is stored; a row in conflict is kept.

    Every row of the stored and of the handed-in list is in `rows`, or a change says why not.
    """

    rows: tuple[TakenRow, ...]
    conflicts: tuple[Conflict, ...] = ()
    changes: tuple[MergeChange, ...] = ()


def places_of(row: TakenRow | None, field: str = "") -> tuple[CellPlace, ...]:
    """Return the cells of a field, or of the title where the whole row is meant."""
    return tuple(row.places.get(field or INFORMASI, ())) if row else ()


Answers = Mapping[str, str]


def merge(
    base: Sequence[TakenRow],
    ours: Sequence[TakenRow],
    theirs: Sequence[TakenRow],
    answers: Answers | None = None,
) -> Merged:
    """Put together what was stored and what was handed in since both were `base`.

    A field that a handed-in row does not have at all says nothing: its column was not in the
    workbook. `answers` leads from the keys of conflicts to one of their choices; answers that no
    conflict asks for, or that it does not allow, are passed over.
    """
    aligned = align(base, ours, theirs)
    work = _Work(answers or {})
    dropped = work.settle_pairs(aligned)
    rows = []
    for number in merged_order(aligned):
        row = work.row_of(aligned.entries[number], dropped=number in dropped)
        if row is not None:
            rows.append(row)
    work.find_doubled_codes(rows)
    return Merged(tuple(rows), tuple(work.conflicts), tuple(work.changes))


@dataclass(slots=True)
class _Work:
    """What has been found so far during one merge."""

    answers: Answers
    conflicts: list[Conflict] = field(default_factory=list)
    changes: list[MergeChange] = field(default_factory=list)

    def decide(self, conflict: Conflict) -> MergeChoice | None:
        """Return the answer to a conflict; without one, note the conflict."""
        answer = self.answers.get(conflict.key, "")
        if answer in CHOICES[conflict.kind]:
            return MergeChoice(answer)
        self.conflicts.append(conflict)
        return None

    def settle_pairs(self, aligned: Aligned) -> set[int]:
        """Ask about rows added on both sides that clash; return the entries that are dropped."""
        dropped = set()
        clashing = (
            *((ConflictKind.KODE_SAMA, pair) for pair in aligned.same_code),
            *((ConflictKind.INFORMASI_SAMA, pair) for pair in aligned.same_title),
        )
        for kind, (mine, other) in clashing:
            ours, theirs = aligned.entries[mine].ours, aligned.entries[other].theirs
            choice = self.decide(_about_row(kind, AlignedRow(None, ours, theirs)))
            if choice is MergeChoice.TERSIMPAN:
                dropped.add(other)
            elif choice is MergeChoice.BERKAS:
                dropped.add(mine)
        return dropped

    def row_of(self, entry: AlignedRow, *, dropped: bool) -> TakenRow | None:
        """Return the row that comes of an entry; None when it is deleted."""
        base, ours, theirs = entry.base, entry.ours, entry.theirs
        if ours and theirs:
            return self.merged(entry)
        if ours:  # deleted in the workbook, or new in the stored list
            gone = dropped or (base is not None and self.deleted(entry))
            if gone or base is None:
                self.note(MergeEffect.HAPUS if gone else MergeEffect.BERTAHAN, entry)
            return None if gone else _bare(ours)
        if dropped:
            self.note(MergeEffect.TOLAK, entry)
            return None
        gone = base is not None and self.deleted(entry)
        self.note(MergeEffect.TETAP_HAPUS if gone else MergeEffect.TAMBAH, entry)
        return None if gone or theirs is None else _bare(theirs)

    def deleted(self, entry: AlignedRow) -> bool:
        """Tell whether a row that one side lacks goes: yes, unless the other side changed it."""
        kept = entry.ours or entry.theirs
        if _same(kept, entry.base):
            return True
        kind = ConflictKind.HAPUS_UBAH if entry.ours else ConflictKind.UBAH_HAPUS
        choice = self.decide(_about_row(kind, entry))
        return choice is (MergeChoice.BERKAS if entry.ours else MergeChoice.TERSIMPAN)

    def merged(self, entry: AlignedRow) -> TakenRow:
        """Merge the fields of a row that both sides have."""
        values = {name: self.value_of(entry, name) for name in _names(entry)}
        places = entry.theirs.places if entry.theirs else {}
        return TakenRow(values, places)

    def value_of(self, entry: AlignedRow, name: str) -> str:
        """Return what a field says in the end."""
        ours, theirs = _said(entry.ours, name), _said(entry.theirs, name)
        base = _said(entry.base, name) or ""
        stored = base if ours is None else ours
        if theirs is None or theirs == stored:
            return stored
        if theirs == base:
            self.note(MergeEffect.TETAP, entry, name, (theirs, stored))
            return stored
        if stored == base:
            value = theirs
        else:
            conflict = Conflict(
                kind=ConflictKind.ISI if entry.base else ConflictKind.ISI_BARU,
                kode=_kode(entry),
                field=name,
                base=base,
                ours=stored,
                theirs=theirs,
                places=places_of(entry.theirs, name),
            )
            said = {MergeChoice.BERKAS: theirs, MergeChoice.SEMULA: base}
            choice = self.decide(conflict)
            value = said.get(choice, stored) if choice else stored
        if value != stored:
            self.note(MergeEffect.UBAH, entry, name, (stored, value))
        return value

    def note(
        self,
        effect: MergeEffect,
        entry: AlignedRow,
        name: str = "",
        texts: tuple[str, str] | None = None,
    ) -> None:
        """Note what happened to a field with its texts before and after, or to a whole row."""
        before, after = texts or (title_of(entry.ours), title_of(entry.theirs))
        places = places_of(entry.theirs, name)
        self.changes.append(MergeChange(effect, _kode(entry), name, before, after, places))

    def find_doubled_codes(self, rows: Sequence[TakenRow]) -> None:
        """Note every `kode` that more than one row of the outcome has, unless that is asked."""
        asked = {c.kode for c in self.conflicts if c.kind is ConflictKind.KODE_SAMA}
        counts = Counter(row.values.get(KODE, "") for row in rows)
        for kode, count in counts.items():
            if kode and count > 1 and kode not in asked:
                sharing = (row for row in rows if row.values.get(KODE) == kode)
                conflict = Conflict(
                    kind=ConflictKind.KODE_GANDA,
                    kode=kode,
                    field=KODE,
                    base="",
                    ours=kode,
                    theirs=kode,
                    places=tuple(place for row in sharing for place in places_of(row, KODE)),
                )
                self.conflicts.append(conflict)


def _about_row(kind: ConflictKind, entry: AlignedRow) -> Conflict:
    titles = (title_of(entry.base), title_of(entry.ours), title_of(entry.theirs))
    return Conflict(kind, _kode(entry), "", *titles, places_of(entry.theirs))


def _kode(entry: AlignedRow) -> str:
    """Return the `kode` under which a row is known: that of the base, else of whoever has it."""
    rows = (entry.base, entry.ours, entry.theirs)
    return next((row.values[KODE] for row in rows if row and row.values.get(KODE)), "")


def _names(entry: AlignedRow) -> Iterator[str]:
    rows = (row.values for row in (entry.ours, entry.theirs, entry.base) if row)
    names = dict.fromkeys(name for values in rows for name in values)
    return (name for name in names if name != KODE_SEMULA)


def _said(row: TakenRow | None, name: str) -> str | None:
    return row.values.get(name) if row else None


def _bare(row: TakenRow) -> TakenRow:
    if KODE_SEMULA not in row.values:
        return row
    kept = {name: text for name, text in row.values.items() if name != KODE_SEMULA}
    return TakenRow(kept, row.places)


def _same(row: TakenRow | None, base: TakenRow | None) -> bool:
    """Tell whether a row says what it said; fields that it does not have say nothing."""
    if row is None or base is None:
        return row is base
    return all(text == base.values.get(name, "") for name, text in _bare(row).values.items())
