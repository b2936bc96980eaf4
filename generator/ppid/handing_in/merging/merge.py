"""Three-way merge of rows, field by field: pure, and the same each time."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from ppid.handing_in.intake.model import TakenRow
from ppid.handing_in.merging.align import Aligned, Entry, align
from ppid.handing_in.merging.model import (
    CHOICES,
    KODE,
    KODE_SEMULA,
    Choice,
    Conflict,
    ConflictKind,
    Effect,
    MergeChange,
    Merged,
    places_of,
    title_of,
)
from ppid.handing_in.merging.order import merged_order

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

    def decide(self, conflict: Conflict) -> Choice | None:
        """Return the answer to a conflict; without one, note the conflict."""
        answer = self.answers.get(conflict.key, "")
        if answer in CHOICES[conflict.kind]:
            return Choice(answer)
        self.conflicts.append(conflict)
        return None

    def settle_pairs(self, aligned: Aligned) -> set[int]:
        """Ask about rows added on both sides that clash; give the entries that are dropped."""
        dropped = set()
        clashing = (
            *((ConflictKind.KODE_SAMA, pair) for pair in aligned.same_code),
            *((ConflictKind.INFORMASI_SAMA, pair) for pair in aligned.same_title),
        )
        for kind, (mine, other) in clashing:
            ours, theirs = aligned.entries[mine].ours, aligned.entries[other].theirs
            choice = self.decide(_about_row(kind, Entry(None, ours, theirs)))
            if choice is Choice.TERSIMPAN:
                dropped.add(other)
            elif choice is Choice.BERKAS:
                dropped.add(mine)
        return dropped

    def row_of(self, entry: Entry, *, dropped: bool) -> TakenRow | None:
        """Return the row that comes of an entry; None when it is deleted."""
        base, ours, theirs = entry.base, entry.ours, entry.theirs
        if ours and theirs:
            return self.merged(entry)
        if ours:  # deleted in the workbook, or new in the stored list
            gone = dropped or (base is not None and self.deleted(entry))
            if gone or base is None:
                self.note(Effect.HAPUS if gone else Effect.BERTAHAN, entry)
            return None if gone else _bare(ours)
        if dropped:
            self.note(Effect.TOLAK, entry)
            return None
        gone = base is not None and self.deleted(entry)
        self.note(Effect.TETAP_HAPUS if gone else Effect.TAMBAH, entry)
        return None if gone or theirs is None else _bare(theirs)

    def deleted(self, entry: Entry) -> bool:
        """Tell whether a row that one side lacks goes: yes, unless the other side changed it."""
        kept = entry.ours or entry.theirs
        if _same(kept, entry.base):
            return True
        kind = ConflictKind.HAPUS_UBAH if entry.ours else ConflictKind.UBAH_HAPUS
        choice = self.decide(_about_row(kind, entry))
        return choice is (Choice.BERKAS if entry.ours else Choice.TERSIMPAN)

    def merged(self, entry: Entry) -> TakenRow:
        """Merge the fields of a row that both sides have."""
        values = {name: self.value_of(entry, name) for name in _names(entry)}
        places = entry.theirs.places if entry.theirs else {}
        return TakenRow(values, places)

    def value_of(self, entry: Entry, name: str) -> str:
        """Return what a field says in the end."""
        ours, theirs = _said(entry.ours, name), _said(entry.theirs, name)
        base = _said(entry.base, name) or ""
        stored = base if ours is None else ours
        if theirs is None or theirs == stored:
            return stored
        if theirs == base:
            self.note_field(Effect.TETAP, entry, name, (theirs, stored))
            return stored
        if stored == base:
            value = theirs
        else:
            told = (base, stored, theirs)
            kind = ConflictKind.ISI if entry.base else ConflictKind.ISI_BARU
            places = places_of(entry.theirs, name)
            choice = self.decide(Conflict(kind, _kode(entry), name, *told, places))
            value = stored
            if choice in {Choice.BERKAS, Choice.SEMULA}:
                value = theirs if choice is Choice.BERKAS else base
        if value != stored:
            self.note_field(Effect.UBAH, entry, name, (stored, value))
        return value

    def note(self, effect: Effect, entry: Entry) -> None:
        """Note what happened to a whole row."""
        before, after = title_of(entry.ours), title_of(entry.theirs)
        places = places_of(entry.theirs)
        self.changes.append(MergeChange(effect, _kode(entry), "", before, after, places))

    def note_field(self, effect: Effect, entry: Entry, name: str, texts: tuple[str, str]) -> None:
        """Note what happened to a field."""
        places = places_of(entry.theirs, name)
        self.changes.append(MergeChange(effect, _kode(entry), name, *texts, places))

    def find_doubled_codes(self, rows: Sequence[TakenRow]) -> None:
        """Note every `kode` that more than one row of the outcome has, unless that is asked."""
        asked = {c.kode for c in self.conflicts if c.kind is ConflictKind.KODE_SAMA}
        counts = Counter(row.values.get(KODE, "") for row in rows)
        for kode, count in counts.items():
            if kode and count > 1 and kode not in asked:
                sharing = (row for row in rows if row.values.get(KODE) == kode)
                places = tuple(place for row in sharing for place in places_of(row, KODE))
                told = (kode, KODE, "", kode, kode)
                self.conflicts.append(Conflict(ConflictKind.KODE_GANDA, *told, places))


def _about_row(kind: ConflictKind, entry: Entry) -> Conflict:
    titles = (title_of(entry.base), title_of(entry.ours), title_of(entry.theirs))
    return Conflict(kind, _kode(entry), "", *titles, places_of(entry.theirs))


def _kode(entry: Entry) -> str:
    """Return the `kode` under which a row is known: that of the base, else of whoever has it."""
    rows = (entry.base, entry.ours, entry.theirs)
    return next((row.values[KODE] for row in rows if row and row.values.get(KODE)), "")


def _names(entry: Entry) -> Iterator[str]:
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
    told = _bare(row).values
    return all(text == base.values.get(name, "") for name, text in told.items())
