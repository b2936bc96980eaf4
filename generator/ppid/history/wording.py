"""Changes of lists in words: one clause for each, such as “jangka waktu diperpanjang …”."""

from collections.abc import Callable, Iterable, Mapping
from typing import Final

from ppid.history.changes import Change
from ppid.kinds.wording import KLASIFIKASI
from ppid.values.citation import read_citations
from ppid.values.jangka_waktu import Bentuk, JangkaWaktu, read_jangka_waktu
from ppid.values.joined import joined

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
    """Give the letters of Pasal 17 that a legal basis names, as words of a sentence."""
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
