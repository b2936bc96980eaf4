"""Which `kode` a row gets: that of the same information in earlier lists, or a new one.

A match is certain when the titles are the same words, or differ only by the years that have passed;
whatever is merely alike is a question with the candidates side by side.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Final

import numpy as np
from rapidfuzz import fuzz, process

from ppid.core.corpus import Corpus
from ppid.handing_in.intake.model import Reading, Target
from ppid.handing_in.intake.new_code import prefix_of
from ppid.kinds.opd import ProfilOpd
from ppid.kinds.rows import MODELS, Row
from ppid.values.titles import differ_in_spelling_only, normal_title, telling_words, title_key

NEW: Final = "baru"
"""The answer that a row is information which no earlier list had."""
_YEAR: Final = re.compile(r"\b20\d{2}\b")
_CERTAIN: Final = 95
_MARGIN: Final = 6
_ALIKE: Final = 80
_MOST_CANDIDATES: Final = 3


@dataclass(frozen=True)
class Earlier:
    """A list with which a new one is compared, and every code that the OPD ever used."""

    rows: Sequence[Row]
    tahun: int
    taken: frozenset[str]
    prefix: str
    target: Target

    @cached_property
    def by_key(self) -> Mapping[str, tuple[Row, ...]]:
        """The rows by what their titles have in common with other spellings of them."""
        found: dict[str, list[Row]] = {}
        for row in self.rows:
            for key in {title_key(row.informasi), title_key(self.moved_on(row.informasi))}:
                found.setdefault(key, []).append(row)
        return {key: tuple(rows) for key, rows in found.items()}

    @cached_property
    def titles(self) -> tuple[str, ...]:
        """The normal titles of the rows, their years moved on to the year of the new list."""
        return tuple(normal_title(self.moved_on(row.informasi)) for row in self.rows)

    def moved_on(self, title: str) -> str:
        """Return a title with its years as they would stand in the new list."""
        passed = self.target.tahun - self.tahun
        return _YEAR.sub(lambda year: str(int(year[0]) + passed), title) if passed else title


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
    certain = [earlier.by_key.get(title_key(title), ()) for title in titles]
    found = [Match(rows[0].kode) if len(rows) == 1 else Match() for rows in certain]
    open_ones = [i for i, rows in enumerate(certain) if len(rows) != 1 and titles[i]]
    if not earlier.rows or not open_ones:
        return found
    normal = [normal_title(titles[i]) for i in open_ones]
    alike = process.cdist(normal, earlier.titles, scorer=fuzz.token_sort_ratio, dtype=np.uint8)
    used = {match.kode for match in found}
    for i, title, scores in zip(open_ones, normal, alike, strict=True):
        found[i] = _nearest(title, scores, earlier, used)
    return found


def _nearest(title: str, scores: "np.ndarray", earlier: Earlier, used: set[str]) -> Match:
    ranked = sorted(range(len(scores)), key=lambda i: (-int(scores[i]), i))
    ranked = [i for i in ranked if earlier.rows[i].kode not in used][: _MOST_CANDIDATES + 1]
    near = [i for i in ranked if scores[i] >= _ALIKE][:_MOST_CANDIDATES]
    if not near:
        return Match()
    best = near[0]
    second = int(scores[ranked[1]]) if len(ranked) > 1 else 0
    wide = int(scores[best]) >= _CERTAIN and int(scores[best]) - second >= _MARGIN
    if wide and _same(title, earlier.titles[best]):
        return Match(earlier.rows[best].kode)
    rows = [earlier.rows[i] for i in near]
    return Match("", tuple(Reading(row.kode, row.informasi) for row in rows))


def _same(one: str, other: str) -> bool:
    return telling_words(one) == telling_words(other) and differ_in_spelling_only(one, other)
