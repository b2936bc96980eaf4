"""Which `kode` a row gets: that of the same information in earlier lists, or a new one.

A match is certain when the titles are the same words, or differ only by the years that have passed;
whatever is merely alike is a question with the candidates side by side.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from ppid.core.corpus import Corpus
from ppid.handing_in.intake.model import Reading, Target
from ppid.handing_in.intake.new_code import prefix_of
from ppid.history.matching import TitleMatch, match_titles
from ppid.kinds.opd import ProfilOpd
from ppid.kinds.rows import MODELS, Row

NEW: Final = "baru"
"""The answer that a row is information which no earlier list had."""
_MOST_CANDIDATES: Final = 3


@dataclass(frozen=True)
class Earlier:
    """A list with which a new one is compared, and every code that the OPD ever used."""

    rows: Sequence[Row]
    tahun: int
    taken: frozenset[str]
    prefix: str
    target: Target


@dataclass(frozen=True, slots=True)
class Match:
    """What the title of a row says about its code: certain, one of several, or new (both empty)."""

    kode: str = ""
    candidates: tuple[Reading, ...] = ()


def earlier_list(target: Target, corpus: Corpus) -> Earlier:
    """Find the newest list that the OPD has handed in for a year before."""
    own = corpus.owned_by(MODELS[target.jenis], target.opd)
    years = (row.id.tahun for row in own if row.id.tahun < target.tahun)
    return _list_of(max(years, default=target.tahun - 1), target, corpus)


def stored_list(target: Target, corpus: Corpus) -> Earlier:
    """Find the list of the same year, if it has been written already."""
    return _list_of(target.tahun, target, corpus)


def _list_of(tahun: int, target: Target, corpus: Corpus) -> Earlier:
    rows = corpus.in_list(MODELS[target.jenis], target.opd, tahun)
    taken = [row.kode for kind in MODELS.values() for row in corpus.owned_by(kind, target.opd)]
    profil = corpus.get(ProfilOpd, target.opd)
    prefix = prefix_of(taken, profil.singkatan if profil else target.opd)
    return Earlier(rows, tahun, frozenset(taken), prefix, target)


def match_all(titles: Sequence[str], earlier: Earlier) -> list[Match]:
    """Compare all titles of a list at once; the outcome stands in their order."""
    rows, passed = earlier.rows, earlier.target.tahun - earlier.tahun
    matches = match_titles([row.informasi for row in rows], titles, passed)
    used = {rows[match.positions[0]].kode for match in matches if match.certain}
    return [_as_match(match, rows, used) for match in matches]


def _as_match(match: TitleMatch, rows: Sequence[Row], used: set[str]) -> Match:
    if match.certain:
        return Match(rows[match.positions[0]].kode)
    near = [rows[position] for position in match.positions]
    free = [row for row in near if row.kode not in used][:_MOST_CANDIDATES]
    return Match("", tuple(Reading(row.kode, row.informasi) for row in free))
