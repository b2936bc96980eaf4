"""How long information stays excluded: terms read, and one compared with another."""

import re
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Final

from ppid.values.durations import MasalahJangka
from ppid.values.term_model import Bentuk, JangkaWaktu, JangkaWaktuReading
from ppid.values.term_reader import condition_ending, core_of, read

__all__ = [
    "Bentuk",
    "JangkaWaktu",
    "JangkaWaktuReading",
    "TermRelation",
    "compare",
    "condition_ending",
    "core_of",
    "read",
]


class TermRelation(StrEnum):
    """What a term says beside the one before it."""

    SAMA = "sama"
    LEBIH_PANJANG = "lebih-panjang"
    LEBIH_PENDEK = "lebih-pendek"
    MENJADI_TIDAK_TERBATAS = "menjadi-tidak-terbatas"
    """The first names an end, the second none."""
    MENJADI_TERBATAS = "menjadi-terbatas"
    TIDAK_SEBANDING = "tidak-sebanding"
    """Neither can be called the longer one, or one of them cannot be read with certainty."""

    @property
    def is_longer(self) -> bool:
        """Whether the second term is longer, or names no end any more."""
        return self in {TermRelation.LEBIH_PANJANG, TermRelation.MENJADI_TIDAK_TERBATAS}

    @property
    def is_shorter(self) -> bool:
        """Whether the second term is shorter, or now names an end."""
        return self in {TermRelation.LEBIH_PENDEK, TermRelation.MENJADI_TERBATAS}


_BY_LAW: Final = frozenset({Bentuk.MENURUT_PERATURAN, Bentuk.SESUAI_JRA})
_ENDLESS: Final = frozenset({Bentuk.SELAMA_DIPERLUKAN, Bentuk.TIDAK_TERBATAS})
_NOT_WORD: Final = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class _Comparable:
    """A term as far as it can be compared, with the event that begins it and its exception."""

    term: JangkaWaktu
    since: str = ""
    exception: str = ""
    within_period: bool = False
    """“sampai tahun 2027”: whether that year is still inside nobody says."""


def compare(
    before: str, after: str, mulai_before: date | None = None, mulai_after: date | None = None
) -> TermRelation:
    """Return what the term `after` says beside the term `before`; both are texts of cells.

    Two lengths are compared as lengths, whatever the days on which they begin. A length and a date
    are compared by their last days, where the beginning of the length (`mulai_…`) is known. An
    event or a law can only be the same or something else. The labelled pairs of the tests say
    what is meant, case by case.
    """
    if _bare(before) == _bare(after):
        return TermRelation.SAMA
    one, other = _comparable(before), _comparable(after)
    if one is None or other is None:
        return TermRelation.TIDAK_SEBANDING
    # The law behind “sesuai UU 43/2009” may itself say “for ever”.
    by_law = not _BY_LAW.isdisjoint({one.term.bentuk, other.term.bentuk})
    was_endless, is_endless = (each.term.bentuk in _ENDLESS for each in (one, other))
    if was_endless is not is_endless and not by_law:
        became_limited = TermRelation.MENJADI_TERBATAS
        return became_limited if was_endless else TermRelation.MENJADI_TIDAK_TERBATAS
    if (one.since, one.within_period) != (other.since, other.within_period):
        return TermRelation.TIDAK_SEBANDING
    lengths = _lengths(one.term, other.term, mulai_before, mulai_after)
    if lengths and lengths[0] != lengths[1]:
        longer = lengths[0] < lengths[1]
        return TermRelation.LEBIH_PANJANG if longer else TermRelation.LEBIH_PENDEK
    same = (bool(lengths) or one.term == other.term) and one.exception == other.exception
    return TermRelation.SAMA if same else TermRelation.TIDAK_SEBANDING


def _lengths(
    one: JangkaWaktu, other: JangkaWaktu, mulai_one: date | None, mulai_other: date | None
) -> tuple[int, int] | None:
    """Return two numbers that stand to each other as the terms do; None where nothing orders them.

    They are months of two lengths, and otherwise the last days as ordinal numbers.
    """
    if one.bulan and other.bulan:
        return one.bulan, other.bulan
    last = one.berakhir(mulai_one), other.berakhir(mulai_other)
    return (last[0].toordinal(), last[1].toordinal()) if last[0] and last[1] else None


def _comparable(text: str) -> _Comparable | None:
    reading = read(text)
    term, offered = reading.value, reading.candidates
    plain = {MasalahJangka.DATE_FORM, MasalahJangka.MISSPELT}
    if reading.problem in plain and len(offered) == 1 and not reading.sisa:
        term = read(offered[0]).value
    if term is None or term.is_at_least:
        return None
    # A year or a month is read as its last day, whose number its text does not name.
    named = not term.tanggal or re.search(rf"(?<!\d)0?{term.tanggal.day}(?!\d)", text)
    if ending := condition_ending(term):
        term = JangkaWaktu(Bentuk.SAMPAI_PERISTIWA, peristiwa=ending, syarat=term.syarat)
    lasting = replace(term, peristiwa=_bare(term.peristiwa), batas="", setelah="", syarat="")
    return _Comparable(
        lasting,
        since=_bare(term.setelah),
        exception=_bare(term.syarat),
        within_period=not named,
    )


def _bare(text: str) -> str:
    """Return a text without capitals, punctuation and doubled spaces."""
    return _NOT_WORD.sub(" ", text.casefold()).strip()
