"""Two rows that are one: which of their differences widen an exclusion, and which narrow it."""

from collections.abc import Iterator
from datetime import date

from ppid.core.corpus import Corpus
from ppid.history import changes
from ppid.history.changes import is_next_year
from ppid.history.differences import Difference, differ
from ppid.history.wording import clause_of, is_longer, letters_of
from ppid.kinds.dik.model import InformasiDikecualikan, periode_of
from ppid.kinds.rows import Row
from ppid.kinds.wording import format_tanggal
from ppid.reviewing.model import Detail, Sort
from ppid.values.citations import read_citations
from ppid.values.terms import Bentuk, JangkaWaktu, read_jangka_waktu

_LIMITED = frozenset({Bentuk.LAMA, Bentuk.SAMPAI_TANGGAL})
_UNLIMITED = frozenset({Bentuk.SELAMA_DIPERLUKAN, Bentuk.TIDAK_TERBATAS})
_WITH_THE_YEAR = frozenset(
    {"mulai", "waktu_pembuatan", "diperbarui", "tautan", "catatan", "kewajiban"}
)


def details_of(old: Row, new: Row, before: Corpus, after: Corpus) -> tuple[Detail, ...]:
    """Weigh and word every difference of two rows of one list."""
    found = list(differ(old, new))
    details = [_detail(one, new) for one in found]
    if isinstance(old, InformasiDikecualikan) and isinstance(new, InformasiDikecualikan):
        details = list(_with_end(details, old, new, before, after))
    return tuple(details)


def carried_details(old: Row, new: Row, before: Corpus, after: Corpus) -> tuple[Detail, ...]:
    """Do the same for a row that the list of a later year carries on: what moves on is left out.

    A term that begins anew with the new list ends later, even where its words are the same.
    """
    details = tuple(
        _detail(one, new)
        for one in differ(old, new)
        if one.field not in _WITH_THE_YEAR
        and not (one.field == "informasi" and is_next_year(one.before, one.after))
    )
    if isinstance(old, InformasiDikecualikan) and isinstance(new, InformasiDikecualikan):
        return (*details, *_begun_anew(details, old, new, before, after))
    return details


def _begun_anew(
    details: tuple[Detail, ...],
    old: InformasiDikecualikan,
    new: InformasiDikecualikan,
    before: Corpus,
    after: Corpus,
) -> Iterator[Detail]:
    was, now = _end(old, before) or _end(old, after), _end(new, after)
    if was and now and now > was and all(detail.field != "jangka_waktu" for detail in details):
        days = f"{format_tanggal(was)} ke {format_tanggal(now)}"
        words = f"masa pengecualian dihitung lagi, hari terakhirnya bergeser dari {days}"
        yield Detail(Sort.JANGKA_DIPERPANJANG, "mulai", words, str(was), str(now))


def _detail(one: Difference, new: Row) -> Detail:
    kind = changes.ChangeKind.BERUBAH
    words = clause_of(changes.Change(kind, new, one.field, one.before, one.after))
    excluded = isinstance(new, InformasiDikecualikan)
    sort = _sort_excluded(one) if excluded else _sort_public(one)
    if one.field == "kode":
        sort, words = Sort.KODE_BERUBAH, f"kode berubah dari {one.before} ke {one.after}"
    if one.field == "dasar_hukum" and sort is Sort.BERUBAH:
        words = "penulisan dasar hukum berubah, rujukannya tetap"
    if one.field == "jangka_waktu" and sort is not Sort.BERUBAH and "jangka waktu di" not in words:
        verb = "diperpanjang" if sort is Sort.JANGKA_DIPERPANJANG else "dipersingkat"
        words = f"jangka waktu {verb} dari “{one.before}” menjadi “{one.after}”"
    return Detail(sort, one.field, words, one.before, one.after)


def _sort_public(one: Difference) -> Sort:
    return Sort.TAUTAN_HILANG if one.field == "tautan" and not one.after else Sort.BERUBAH


def _sort_excluded(one: Difference) -> Sort:
    if one.field == "cakupan":
        wider = one.after == "seluruh"
        return Sort.CAKUPAN_DIPERLUAS if wider else Sort.CAKUPAN_DIPERSEMPIT
    if one.field == "jangka_waktu":
        longer = _becomes_longer(one)
        if longer is not None:
            return Sort.JANGKA_DIPERPANJANG if longer else Sort.JANGKA_DIPERSINGKAT
    if one.field == "dasar_hukum" and _cited(one.before) != _cited(one.after):
        return Sort.ALASAN_BERUBAH
    return Sort.BERUBAH


def _becomes_longer(one: Difference) -> bool | None:
    before, after = (read_jangka_waktu(text).value for text in (one.before, one.after))
    if before is None or after is None:
        return None
    longer = is_longer(before, after)
    return _loses_its_end(before, after) if longer is None else longer


def _loses_its_end(before: JangkaWaktu, after: JangkaWaktu) -> bool | None:
    if before.bentuk in _LIMITED and after.bentuk in _UNLIMITED:
        return True
    return False if before.bentuk in _UNLIMITED and after.bentuk in _LIMITED else None


def _cited(text: str) -> tuple[str, frozenset[str]]:
    """Return what a legal basis says, however it is written; what cannot be read counts as text."""
    reading = read_citations(text)
    unread = frozenset(text[p.start : p.end] for p in reading.problems)
    return letters_of(text), frozenset(map(str, reading.citations)) | unread


def _with_end(
    details: list[Detail],
    old: InformasiDikecualikan,
    new: InformasiDikecualikan,
    before: Corpus,
    after: Corpus,
) -> Iterator[Detail]:
    """Say how the last day moves where the first one does, or where two terms differ in form."""
    was, now = _end(old, before), _end(new, after)
    weighed = {Sort.JANGKA_DIPERPANJANG, Sort.JANGKA_DIPERSINGKAT}
    settled = any(detail.sort in weighed for detail in details)
    for detail in details:
        moves = detail.field in {"mulai", "jangka_waktu"} and was and now and was != now
        if settled or not (moves and was and now):
            yield detail
            continue
        settled = True
        sort = Sort.JANGKA_DIPERPANJANG if now > was else Sort.JANGKA_DIPERSINGKAT
        days = f"{format_tanggal(was)} ke {format_tanggal(now)}"
        words = f"{detail.words}; hari terakhirnya bergeser dari {days}"
        yield Detail(sort, detail.field, words, detail.before, detail.after)


def _end(row: InformasiDikecualikan, corpus: Corpus) -> date | None:
    return periode_of(row, corpus).berakhir
