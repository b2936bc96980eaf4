"""How a change is said: one clause for each, the same whoever asks.

The page of an item, the pages and feeds of changes and the review all say it with these words.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import filterfalse
from typing import Final

from ppid.core.corpus import Corpus
from ppid.history.changes import Change, is_next_year
from ppid.history.differences import Difference, written
from ppid.kinds.dik.model import InformasiDikecualikan, periode_of
from ppid.kinds.rows import Row
from ppid.kinds.wording import KLASIFIKASI
from ppid.values.citations import read as read_citations
from ppid.values.dates import format_tanggal
from ppid.values.terms import TermRelation, compare
from ppid.values.text import joined

_LONG: Final = frozenset({"konsekuensi_dibuka", "konsekuensi_ditutup"})
_MOST_CHARACTERS: Final = 120
CAKUPAN: Final = {
    "seluruh": "kini dikecualikan seluruhnya, sebelumnya sebagian",
    "sebagian": "kini dikecualikan sebagian, sebelumnya seluruhnya",
}
_NAMES: Final = {
    "bagian": "bagian yang dikecualikan",
    "bentuk": "bentuk yang tersedia",
    "retensi": "penyimpanan",
}
"""Titles of columns that say too little outside of their table."""
_TOLD_OF_ITEMS: Final = (
    *("informasi", "klasifikasi", "cakupan", "bagian", "jangka_waktu", "dasar_hukum"),
    *("konsekuensi_dibuka", "konsekuensi_ditutup", "penguasa", "bentuk", "retensi", "tautan"),
)
_Starts = tuple[date | None, date | None]


def words_of(changes: Iterable[Change]) -> str:
    """Say in one sentence what changed in a record; `changes` are all about it."""
    return sentence("; ".join(map(clause_of, changes)))


@dataclass(frozen=True, slots=True)
class Rewording:
    """A text that a sentence on a change does not repeat: as it was, and as it is now."""

    label: str
    before: str
    after: str


def rewordings_of(changes: Iterable[Change]) -> tuple[Rewording, ...]:
    """Return the old and the new text of each change of which `clause_of` says only that it was."""
    found = (_rewording(_difference(change), clause_of(change)) for change in changes)
    return tuple(filter(None, found))


def _rewording(one: Difference, said: str) -> Rewording | None:
    retold = said.startswith(("rumusan", "penulisan dasar hukum", "alamat dokumennya berubah"))
    whole = retold and one.before and one.after
    return Rewording(one.label, one.before, one.after) if whole else None


def sentence(clauses: str) -> str:
    """Make a sentence of clauses."""
    return f"{clauses[:1].upper()}{clauses[1:]}."


def clause_of(change: Change) -> str:
    """Say one change without capital and full stop."""
    return clause(_difference(change), change.starts)


def _difference(change: Change) -> Difference:
    label = type(change.record).model_fields[change.field].title or change.field
    return Difference(change.field, label, change.before, change.after)


def clause(one: Difference, starts: _Starts = (None, None)) -> str:
    """Say what changed without capital and full stop; long texts are not repeated in it.

    `starts` are the days on which an exclusion began before and begins now: terms of different
    forms can only be compared by their last days.
    """
    special = ""
    if one.before and one.after:
        special = _special(one, starts)
    elif one.field == "tautan":
        verb = "dicantumkan" if one.after else "tidak lagi dicantumkan"
        special = f"alamat dokumennya {verb}"
    return special or _plain(one)


def _special(one: Difference, starts: _Starts) -> str:
    """Say a change of a field that is more than one text in place of another; else nothing."""
    if one.field == "cakupan":
        return CAKUPAN.get(one.after, "")
    if one.field == "klasifikasi":
        before, after = (KLASIFIKASI.get(value, "") for value in (one.before, one.after))
        return f"klasifikasi berubah dari {before} menjadi {after}" if before and after else ""
    if one.field == "jangka_waktu":
        return _term(one, compare(one.before, one.after, *starts))
    if one.field == "dasar_hukum":
        return _basis(one)
    if one.field == "tautan":
        return "alamat dokumennya berubah"
    return ""


def _plain(one: Difference) -> str:
    label = _NAMES.get(one.field, f"{one.label[:1].lower()}{one.label[1:]}")
    if one.field in _LONG:
        return f"rumusan “{one.label}” diubah"
    if one.listed:
        told = (("ditambah", one.after), ("dikurangi", one.before))
        return f"{label} {', '.join(f'{verb} “{text}”' for verb, text in told if text)}"
    # A title is what readers know a row by: both are repeated, however long.
    if max(len(one.before), len(one.after)) > _MOST_CHARACTERS and one.field != "informasi":
        return f"rumusan “{label}” diubah"
    if not one.before:
        return f"{label} kini disebutkan: “{one.after}”"
    if not one.after:
        return f"{label} tidak disebutkan lagi, sebelumnya “{one.before}”"
    return f"{label} berubah dari “{one.before}” menjadi “{one.after}”"


def _term(one: Difference, relation: TermRelation) -> str:
    if relation is TermRelation.SAMA:
        texts = f"dari “{one.before}” menjadi “{one.after}”"
        return f"penulisan jangka waktu berubah {texts}, maksudnya tetap"
    verb = "diperpanjang" if relation.is_longer else "dipersingkat"
    verb = verb if relation.is_longer or relation.is_shorter else "berubah"
    return f"jangka waktu {verb} dari “{one.before}” menjadi “{one.after}”"


def _basis(one: Difference) -> str:
    """Name the letters of Pasal 17 that changed, and the citations that came and went beside them.

    Nothing where a text could not be read and says something else.
    """
    was, now = cited(one.before), cited(one.after)
    added, removed = (list(filterfalse(a.__contains__, b)) for a, b in ((was, now), (now, was)))
    if not added and not removed:
        return "penulisan dasar hukum berubah, rujukannya tetap"
    if any(map(_unread, (one.before, one.after))):
        return ""
    before, after = letters_of(one.before), letters_of(one.after)
    letters = ""
    if before and after and before != after:
        letters = f"alasan berubah dari Pasal 17 huruf {before} menjadi huruf {after}"
        added, removed = (
            [c for c in each if not c.startswith(_GROUND)] for each in (added, removed)
        )
    words = (
        f"ditambah {joined(added)}" if added else "",
        f"tidak lagi menyebut {joined(removed)}" if removed else "",
    )
    others = f"dasar hukum {'; '.join(filter(None, words))}" if added or removed else ""
    return "; ".join(filter(None, (letters, others)))


_GROUND: Final = "UU 14/2008 Pasal 17 "


def cited(text: str) -> tuple[str, ...]:
    """Return what a legal basis names, however it is written, and as text what cannot be read."""
    return (*map(str, read_citations(text).citations), *_unread(text))


def _unread(text: str) -> tuple[str, ...]:
    return tuple(text[each.start : each.end] for each in read_citations(text).problems)


def letters_of(text: str) -> str:
    """Return the letters of Pasal 17 that a legal basis names, as words of a sentence."""
    letters = {
        citation.huruf
        for citation in read_citations(text).citations
        if (citation.peraturan, citation.pasal) == ("UU 14/2008", "17") and citation.huruf
    }
    return joined(sorted(letters))


def end_clause(was: date | None, now: date) -> str:
    """Say on which day an exclusion ends now, and before."""
    before = f"; sebelumnya {format_tanggal(was)}" if was else ""
    return f"akhir masanya menjadi {format_tanggal(now)}{before}"


def row_changes(old: Row, new: Row, corpus: Corpus) -> Iterator[tuple[str, Rewording | None]]:
    """Yield a sentence for each thing that the row of a later list says otherwise.

    With it come the texts that the sentence does not repeat. What moves on with every year is left
    out; of the term, the last day is told as well.
    """
    periods = [
        periode_of(row, corpus) if isinstance(row, InformasiDikecualikan) else None
        for row in (old, new)
    ]
    before, after = ((p.mulai, p.berakhir) if p else (None, None) for p in periods)
    fields = type(new).model_fields
    for name in (name for name in _TOLD_OF_ITEMS if name in fields):
        if getattr(old, name) != getattr(new, name):  # rows repeat nearly all of their fields
            was, now = written(getattr(old, name)), written(getattr(new, name))
            untold = name == "bagian" and not now
            untold = untold or (name == "informasi" and is_next_year(was, now))
            if was != now and not untold:
                one = Difference(name, fields[name].title or name, was, now)
                said = clause(one, (before[0], after[0]))
                yield sentence(said), _rewording(one, said)
        if name == "jangka_waktu" and after[1] and before[1] != after[1]:
            yield sentence(end_clause(before[1], after[1])), None
