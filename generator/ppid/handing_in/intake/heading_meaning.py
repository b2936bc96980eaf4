"""What one heading means: its words, put right where misspelt, held against the phrases."""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from rapidfuzz import fuzz, process

from ppid.handing_in.intake.heading_phrases import HINTS, IGNORED, MEANINGS, ONE_WORD, Meaning

LONGEST_HEADING: Final = 200
_WORD: Final = re.compile(r"[^\W\d_]+")
_BRACKETS: Final = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
_CAMEL: Final = re.compile(r"(?<=[a-z])(?=[A-Z])")
_SHORTEST_MISSPELT: Final = 5
_SHORT_WORD: Final = 6
_NEAR_SHORT, _NEAR_LONG = 80, 86
_MARGIN: Final = 8


@dataclass(frozen=True, slots=True)
class Meant:
    """The fields that a heading can mean, and with how many words it says so.

    `exact`: no word is left over. One field: certain. Several: only a person can tell.
    """

    fields: tuple[str, ...] = ()
    core: frozenset[str] = frozenset()
    exact: bool = False

    @property
    def field(self) -> str:
        return self.fields[0] if len(self.fields) == 1 else ""


@lru_cache(maxsize=16_384)
def meant_by(text: str, jenis: str) -> Meant:
    """Read a heading, first with what stands in brackets, then without."""
    if len(text) > LONGEST_HEADING:
        return Meant()
    whole = _meant(words_of(text, jenis), jenis)
    if whole.exact or "(" not in text:
        return whole
    bare = _meant(words_of(_BRACKETS.sub(" ", text), jenis), jenis)
    return bare if bare.fields else whole


@lru_cache(maxsize=16_384)
def hints_in(text: str, jenis: str) -> tuple[str, ...]:
    """Return the fields at which single words of an unknown heading hint."""
    hints = HINTS[jenis]
    found = [field for word in sorted(words_of(text, jenis)) for field in hints.get(word, ())]
    return tuple(dict.fromkeys(found))


def words_of(text: str, jenis: str) -> frozenset[str]:
    """Return the words that carry meaning, in lower case, misspelt ones put right."""
    plain = unicodedata.normalize("NFKC", _CAMEL.sub(" ", text)).lower()
    found: list[str] = []
    for word in _WORD.findall(plain):
        found += ONE_WORD.get(word, word).split()
    return frozenset(_spelt(word, jenis) for word in found if word not in IGNORED)


def _meant(words: frozenset[str], jenis: str) -> Meant:
    """Keep the meanings whose core is not part of a longer core that fits as well."""
    found: list[tuple[frozenset[str], Meaning, bool]] = []
    for meaning in MEANINGS[jenis]:
        for core in meaning.cores:
            if core <= words:
                exact = words <= core | meaning.also
                if exact or meaning.strong:
                    found.append((core, meaning, exact))
    if any(exact for *_, exact in found):
        found = [candidate for candidate in found if candidate[2] or candidate[1].strong]
    longest = [
        candidate for candidate in found if not any(candidate[0] < other[0] for other in found)
    ]
    decisive = _decisive(longest)
    fields = tuple(dict.fromkeys(meaning.field for _, meaning, _ in decisive))
    core = frozenset().union(*(core for core, *_ in decisive)) if decisive else frozenset[str]()
    return Meant(fields, core, all(exact for *_, exact in decisive) and bool(decisive))


def _decisive(
    found: list[tuple[frozenset[str], Meaning, bool]],
) -> list[tuple[frozenset[str], Meaning, bool]]:
    """Let strong cores outweigh weak ones: “Unit Penanggung Jawab” names no unit."""
    strong = [candidate for candidate in found if candidate[1].strong]
    if strong:
        return strong
    exact = [candidate for candidate in found if candidate[2]]
    most = max((len(core) for core, *_ in exact), default=0)
    return [candidate for candidate in exact if len(candidate[0]) == most]


@lru_cache(maxsize=4_096)
def _vocabulary(jenis: str) -> tuple[str, ...]:
    words = set(HINTS[jenis])
    for meaning in MEANINGS[jenis]:
        words |= frozenset().union(*meaning.cores) | meaning.also
    return tuple(sorted(words))


@lru_cache(maxsize=16_384)
def _spelt(word: str, jenis: str) -> str:
    """Return the known word that is meant by a misspelt one, if only one is near."""
    vocabulary = _vocabulary(jenis)
    if len(word) < _SHORTEST_MISSPELT or word in vocabulary:
        return word
    near = process.extract(word, vocabulary, scorer=fuzz.ratio, limit=2)
    enough = _NEAR_SHORT if len(word) <= _SHORT_WORD else _NEAR_LONG
    (best, score, _), (_, second, _) = near
    return best if score >= enough and score - second >= _MARGIN else word
