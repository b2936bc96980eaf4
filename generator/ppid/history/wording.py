"""How a change is said: one clause for each, the same whoever asks."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from itertools import filterfalse
from typing import Final

from ppid.core.corpus import Corpus
from ppid.history.changes import Change, is_next_year
from ppid.history.differences import Difference
from ppid.kinds.dik.model import InformasiDikecualikan, periode_of
from ppid.kinds.dik.quote import quoted
from ppid.kinds.dik.resolved import dasar_of
from ppid.kinds.dip.model import InformasiPublik
from ppid.kinds.wording import KLASIFIKASI, format_tanggal
from ppid.values.citations import read_citations
from ppid.values.terms import Bentuk, JangkaWaktu, read_jangka_waktu
from ppid.values.text import joined

_LONG: Final = frozenset({"konsekuensi_dibuka", "konsekuensi_ditutup"})
_COVERAGE: Final = {
    "seluruh": "kini dikecualikan seluruhnya, sebelumnya sebagian",
    "sebagian": "kini dikecualikan sebagian, sebelumnya seluruhnya",
}


def words_of(changes: Iterable[Change]) -> str:
    """Say in one sentence what changed in a record; `changes` are all about it."""
    clauses = "; ".join(map(clause_of, changes))
    return f"{clauses[:1].upper()}{clauses[1:]}."


def clause_of(change: Change) -> str:
    """Say one change without capital and full stop."""
    special = _SPECIAL.get(change.field)
    return (special(change) if special else "") or _plain(change)


def _plain(change: Change) -> str:
    label = _label(change)
    if change.field in _LONG:
        return f"rumusan “{label}” diubah"
    label = label[:1].lower() + label[1:]
    if not change.before:
        return f"{label} kini disebutkan: {change.after}"
    if not change.after:
        return f"{label} tidak disebutkan lagi, sebelumnya {change.before}"
    return f"{label} berubah dari “{change.before}” menjadi “{change.after}”"


def _label(change: Change) -> str:
    return type(change.record).model_fields[change.field].title or change.field


def _coverage(change: Change) -> str:
    return _COVERAGE.get(change.after, "")


def _classification(change: Change) -> str:
    before, after = (KLASIFIKASI.get(value, "") for value in (change.before, change.after))
    return f"klasifikasi berubah dari {before} menjadi {after}" if before and after else ""


def _term(change: Change) -> str:
    """Say whether a term became longer or shorter, where both can be compared."""
    before, after = (read_jangka_waktu(text).value for text in (change.before, change.after))
    longer = is_longer(before, after) if before and after else None
    if longer is None:
        return ""
    verb = "diperpanjang" if longer else "dipersingkat"
    return f"jangka waktu {verb} dari {change.before} menjadi {change.after}"


def is_longer(before: JangkaWaktu, after: JangkaWaktu) -> bool | None:
    """Tell whether a term became longer; None where the two are equal or cannot be compared."""
    if before.bentuk is after.bentuk is Bentuk.LAMA and before.bulan != after.bulan:
        return after.bulan > before.bulan
    if before.tanggal and after.tanggal and before.tanggal != after.tanggal:
        return after.tanggal > before.tanggal
    return None


def _ground(change: Change) -> str:
    """Name the letters of Pasal 17 when they changed; otherwise only the citations did."""
    before, after = letters_of(change.before), letters_of(change.after)
    if not before or not after or before == after:
        return ""
    return f"alasan berubah dari Pasal 17 huruf {before} menjadi huruf {after}"


def letters_of(text: str) -> str:
    """Return the letters of Pasal 17 that a legal basis names, as words of a sentence."""
    letters = {
        citation.huruf
        for citation in read_citations(text).citations
        if (citation.peraturan, citation.pasal) == ("UU 14/2008", "17") and citation.huruf
    }
    return joined(sorted(letters))


_SPECIAL: Final[Mapping[str, Callable[[Change], str]]] = {
    "cakupan": _coverage,
    "klasifikasi": _classification,
    "jangka_waktu": _term,
    "dasar_hukum": _ground,
}


_SHORT = 120


def clause(one: Difference) -> str:
    """Say what changed without capital and full stop; long texts are not repeated in it."""
    label = f"{one.label[:1].lower()}{one.label[1:]}"
    if len(one.before) > _SHORT or len(one.after) > _SHORT:
        return f"rumusan “{label}” diubah"
    if one.listed:
        told = (("ditambah", one.after), ("dikurangi", one.before))
        return f"{label} {', '.join(f'{verb} “{text}”' for verb, text in told if text)}"
    if not one.before:
        return f"{label} kini disebutkan: “{one.after}”"
    if not one.after:
        return f"{label} tidak disebutkan lagi, sebelumnya “{one.before}”"
    return f"{label} berubah dari “{one.before}” menjadi “{one.after}”"


def excluded_changes(
    old: InformasiDikecualikan, new: InformasiDikecualikan, corpus: Corpus
) -> Iterator[str]:
    """Say what a row of a DIK says otherwise than the row before it."""
    if old.informasi != new.informasi and not is_next_year(old.informasi, new.informasi):
        yield f"Rumusannya berubah; sebelumnya {quoted(old.informasi)}."
    yield from _scope(old, new)
    yield from _term_of_item_differences(old, new, corpus)
    if old.dasar_hukum != new.dasar_hukum:
        yield from _basis(old, new, corpus)
    consequences = ("konsekuensi_dibuka", "konsekuensi_ditutup")
    if any(getattr(old, name) != getattr(new, name) for name in consequences):
        yield "Uraian akibatnya berubah."
    if old.penguasa != new.penguasa:
        yield f"Penguasa informasi menjadi {new.penguasa}; sebelumnya {old.penguasa}."


def _scope(old: InformasiDikecualikan, new: InformasiDikecualikan) -> Iterator[str]:
    if old.cakupan != new.cakupan:
        if new.cakupan == "sebagian":
            part = f" Yang masih dikecualikan: {new.bagian}." if new.bagian else ""
            yield f"Dibuka sebagian; sebelumnya seluruhnya dikecualikan.{part}"
        else:
            yield "Seluruhnya dikecualikan; sebelumnya hanya sebagian."
    elif old.bagian != new.bagian:
        yield f"Bagian yang dikecualikan menjadi: {new.bagian or 'tidak disebutkan'}."


def _term_of_item_differences(
    old: InformasiDikecualikan, new: InformasiDikecualikan, corpus: Corpus
) -> Iterator[str]:
    before, after = periode_of(old, corpus).berakhir, periode_of(new, corpus).berakhir
    if old.jangka_waktu != new.jangka_waktu:
        was = f"“{old.jangka_waktu}”" if old.jangka_waktu else "tidak disebutkan"
        now = f"“{new.jangka_waktu}”" if new.jangka_waktu else "tidak disebutkan"
        yield f"Jangka waktu {_direction(old, new)} dari {was} menjadi {now}."
    if after and before != after:
        was = f"; sebelumnya {format_tanggal(before)}" if before else ""
        yield f"Akhir masanya menjadi {format_tanggal(after)}{was}."


def _direction(old: InformasiDikecualikan, new: InformasiDikecualikan) -> str:
    """Compare two lengths; other terms cannot be called shorter or longer."""
    was, now = (read_jangka_waktu(row.jangka_waktu).value for row in (old, new))
    if was and now and was.bulan and now.bulan and was.bulan != now.bulan:
        return "dipersingkat" if now.bulan < was.bulan else "diperpanjang"
    return "berubah"


def _basis(old: InformasiDikecualikan, new: InformasiDikecualikan, corpus: Corpus) -> Iterator[str]:
    was = [str(c) for c in dasar_of(old, corpus).reading.citations]
    now = [str(c) for c in dasar_of(new, corpus).reading.citations]
    added = list(filterfalse(was.__contains__, now))
    removed = list(filterfalse(now.__contains__, was))
    words = (
        f"ditambah {joined(added)}" if added else "",
        f"tidak lagi menyebut {joined(removed)}" if removed else "",
    )
    if added or removed:
        yield f"Dasar hukum {'; '.join(filter(None, words))}."


def public_changes(old: InformasiPublik, new: InformasiPublik) -> Iterator[str]:
    """Say what a row of a DIP says otherwise than the row before it."""
    if old.informasi != new.informasi and not is_next_year(old.informasi, new.informasi):
        yield f"Ringkasannya berubah; sebelumnya {quoted(old.informasi)}."
    if old.klasifikasi != new.klasifikasi:
        was, now = KLASIFIKASI[old.klasifikasi], KLASIFIKASI[new.klasifikasi]
        yield f"Klasifikasi berubah dari {was} menjadi {now}."
    if old.penguasa != new.penguasa:
        yield f"Yang menguasai menjadi {new.penguasa}; sebelumnya {old.penguasa}."
    if old.bentuk != new.bentuk:
        yield f"Bentuk yang tersedia menjadi {new.bentuk}; sebelumnya {old.bentuk}."
    if old.retensi != new.retensi:
        yield f"Penyimpanan menjadi {new.retensi}; sebelumnya {old.retensi}."
    if old.tautan != new.tautan:
        yield _document(old, new)


def _document(old: InformasiPublik, new: InformasiPublik) -> str:
    if not new.tautan:
        return "Alamat dokumennya tidak lagi dicantumkan."
    return "Alamat dokumennya berubah." if old.tautan else "Alamat dokumennya dicantumkan."
