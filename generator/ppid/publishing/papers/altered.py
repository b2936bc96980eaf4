"""Which excluded rows changed status since the list before: opened, gone, or weighed anew."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from ppid.core.corpus import Corpus
from ppid.diagnostics.places import RecordId
from ppid.history.changes import Change, ChangeKind, changes_of
from ppid.kinds.daftar import Daftar
from ppid.kinds.dik.model import InformasiDikecualikan, periode_of

_WEIGHED = frozenset(
    {"dasar_hukum", "konsekuensi_dibuka", "konsekuensi_ditutup", "jangka_waktu", "cakupan"}
)
"""Fields that say why, how far and for how long; others change nothing of a status."""


@dataclass(frozen=True, slots=True)
class Altered:
    """A row before and after; `after` is None when the list holds it no more.

    `before` holds what its weighed fields said; `opened_in` is the DIP in which it is listed now;
    `ended` is the last day of its term, where that had come by the end of the list's year.
    """

    before: dict[str, str]
    row: InformasiDikecualikan
    after: InformasiDikecualikan | None
    opened_in: RecordId | None = None
    ended: date | None = None


def altered_since(daftar: Daftar, corpus: Corpus) -> tuple[Altered, ...]:
    """Return the rows of a DIK whose status differs from that in the list before it."""
    found = changes_of(corpus).get(daftar.id)
    if found is None or daftar.rows != "dik":
        return ()
    grouped: dict[RecordId, list[Change]] = defaultdict(list)
    for change in found.of(ChangeKind.HILANG, ChangeKind.PINDAH, ChangeKind.BERUBAH):
        grouped[change.record.id].append(change)
    altered = (_altered(changes, daftar, corpus) for changes in grouped.values())
    return tuple(each for each in altered if each is not None)


def _altered(changes: Sequence[Change], daftar: Daftar, corpus: Corpus) -> Altered | None:
    row = changes[0].record
    assert isinstance(row, InformasiDikecualikan)  # noqa: S101 — only rows of a DIK go in
    written = {name: str(getattr(row, name)) for name in sorted(_WEIGHED)}
    if changes[0].kind is not ChangeKind.BERUBAH:
        end = periode_of(row, corpus).berakhir
        ended = end if end and end.year <= daftar.id.tahun else None
        return Altered(written, row, None, changes[0].moved_to, ended)
    was = {change.field: change.before for change in changes if change.field in _WEIGHED}
    return Altered({**written, **was}, row, row) if was else None
