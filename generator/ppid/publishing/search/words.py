"""The words of the site: how text is cut into them, which belong to one family, what may be asked.

Families come from Sastrawi (why: ppid/guide/panduan/keputusan/sastrawi.md); `law/kata-cari.yml`
mends what its dictionary gets wrong for public information.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Final

from pydantic import BaseModel, ConfigDict
from Sastrawi.Dictionary.ArrayDictionary import (  # type: ignore[import-untyped]
    ArrayDictionary,
)
from Sastrawi.Stemmer.Stemmer import Stemmer  # type: ignore[import-untyped]
from Sastrawi.Stemmer.StemmerFactory import StemmerFactory  # type: ignore[import-untyped]

from ppid.law import words_in


class SearchWords(BaseModel):
    """The lists of the file; its comments say what each is for."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    kata_tanya: tuple[str, ...]
    bukan_akhir: tuple[str, ...]
    kata_dasar: tuple[str, ...]
    kata_lepas: tuple[str, ...]


_KNOWN: Final = words_in("kata-cari.yml", SearchWords)
ASKED_AWAY: Final = frozenset(_KNOWN.kata_tanya)
"""Words by which something is asked, not what is asked for; Sastrawi's list holds no questions."""

_WORD = re.compile(r"[a-z0-9]+")
_FOREIGN = re.compile(r"[^\x00-\x7f]")  # few letters: only these can be marks on others
_MOST_WORDS, _MOST_PHRASES, _LONGEST_PHRASE = 9000, 600, 6
_DANGLING = ASKED_AWAY.union(_KNOWN.bukan_akhir)  # no end of a suggestion
_SHORTEST_STEMMED = 5


def words_of(text: str) -> list[str]:
    """Cut text into words without case and diacritics; assets/js/cari-kata.js does the same."""
    plain = unicodedata.normalize("NFKD", text).lower()
    return _WORD.findall(_FOREIGN.sub(_without_mark, plain))


def _without_mark(found: re.Match[str]) -> str:
    return "" if unicodedata.combining(found[0]) else found[0]


@lru_cache(maxsize=1)
def _stemmer() -> Stemmer:
    roots = StemmerFactory().get_words()
    return Stemmer(ArrayDictionary([*roots, *_KNOWN.kata_dasar, *_KNOWN.kata_lepas]))


def root_of(word: str) -> str:
    """Return the root that names the family of a word."""
    if len(word) < _SHORTEST_STEMMED or word in _KNOWN.kata_lepas or not word.isalpha():
        return word
    return str(_stemmer().stem(word)) or word


def families_of(counts: Mapping[str, int]) -> str:
    """Write the vocabulary: one family a line, its root first when that is no word of the site.

    After each word stands how many pages have it, as a power of two: “=pegawai kepegawaian1
    pegawai5”. A family of one word is only that word.
    """
    chosen = [word for word in counts if word.isalpha() and len(word) > 1]
    chosen = sorted(chosen, key=lambda word: (-counts[word], word))[:_MOST_WORDS]
    families: dict[str, list[str]] = {}
    for word in sorted(chosen):
        families.setdefault(root_of(word), []).append(word)
    lines = []
    for root, members in sorted(families.items()):
        named = "" if members == [root] else f"={root} "
        marked = (f"{word}{min(9, counts[word].bit_length() - 1)}" for word in members)
        lines.append(named + " ".join(marked))
    return "\n".join(lines)


def known_groups(synonyms: Iterable[Sequence[str]], counts: Mapping[str, int]) -> list[list[str]]:
    """Return the groups of synonyms of which the site knows at least one, as words."""
    groups = []
    for group in synonyms:
        said = [" ".join(words_of(phrase)) for phrase in group]
        if any(all(word in counts for word in phrase.split()) for phrase in said):
            groups.append(list(dict.fromkeys(said)))
    return groups


def phrases_of(titles: Iterable[str]) -> list[str]:
    """Return how titles begin, for suggestions: as far as several agree, and short ones whole.

    “Laporan realisasi anggaran Dinas Sosial” and its like give “laporan realisasi anggaran”.
    """
    said = {tuple(words_of(title)) for title in titles}
    counts = Counter(
        words[:n] for words in said for n in range(2, min(len(words), _LONGEST_PHRASE) + 1)
    )
    further: dict[tuple[str, ...], int] = {}
    for words, count in counts.items():
        further[words[:-1]] = max(count, further.get(words[:-1], 0))
    kept = [
        (-count, words)
        for words, count in counts.items()
        if count > further.get(words, 0) and (count > 1 or words in said)
    ]
    return sorted({_finished(words) for _, words in sorted(kept)[:_MOST_PHRASES]})


def _finished(words: tuple[str, ...]) -> str:
    while len(words) > 1 and words[-1] in _DANGLING:
        words = words[:-1]
    return " ".join(words)
