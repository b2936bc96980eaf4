"""The words of the site: how text is cut into them, which belong to one family, what may be asked.

Families come from Sastrawi (why: ppid/guide/panduan/keputusan/sastrawi.md); `law/kata-cari.yml`
mends what its dictionary gets wrong for public information.
"""

import re
import unicodedata
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
    kata_umum: tuple[str, ...]
    kata_sifat: tuple[str, ...]
    kata_urus: tuple[str, ...]
    kata_syarat: tuple[str, ...]
    kata_peristiwa: tuple[str, ...]
    kata_jawab: tuple[str, ...]
    kata_tempat: tuple[str, ...]
    kata_lokasi: tuple[str, ...]
    kata_kapan: tuple[str, ...]
    kata_jadwal: tuple[str, ...]
    kata_hitung: tuple[str, ...]
    kata_angka: tuple[str, ...]
    kata_siapa: tuple[str, ...]
    kata_mengurus: tuple[str, ...]
    kata_kantor: tuple[str, ...]
    kata_mana: tuple[str, ...]
    singkatan: dict[str, str]
    kata_dasar: tuple[str, ...]
    kata_lepas: tuple[str, ...]
    peraturan: tuple[str, ...]
    halaman: dict[str, tuple[str, ...]]


_KNOWN: Final = words_in("kata-cari.yml", SearchWords)
ASKED_AWAY: Final = frozenset((*_KNOWN.kata_tanya, *_KNOWN.kata_urus))
"""Words by which something is asked, not what is asked for; Sastrawi's list holds no questions."""

EVERYWHERE: Final = frozenset(_KNOWN.kata_umum)
"""Words that stand nearly everywhere, whatever a body is called: “kota” of “Kota Kecil”."""
USUAL: Final = (
    *(*_KNOWN.kata_umum, *_KNOWN.kata_sifat, *_KNOWN.kata_peristiwa),
    *(*_KNOWN.kata_tempat, *_KNOWN.kata_kapan),
)
"""Words that tell little beside other words of a question: those that stand nearly everywhere or
describe what is looked for, what happened to a paper of which another is wanted, and that a place
or a time is asked for."""
HELPS: Final = (
    (_KNOWN.kata_urus, _KNOWN.kata_syarat),
    (_KNOWN.kata_hitung, _KNOWN.kata_angka),
    (_KNOWN.kata_peristiwa, _KNOWN.kata_jawab),
    (_KNOWN.kata_tempat, _KNOWN.kata_lokasi),
    (_KNOWN.kata_kapan, _KNOWN.kata_jadwal),
)
"""Words of people who want to get something done, a figure, a place, or a time, and of the titles
that help them."""
OWNER: Final = (_KNOWN.kata_siapa, _KNOWN.kata_mengurus, _KNOWN.kata_kantor, _KNOWN.kata_mana)
"""Words of who looks for the OPD of a matter: whom they mean, what it does with the matter, how
an office is called before its matter, and what follows where it is asked which office."""
SHORTENED: Final = _KNOWN.singkatan
"""How words are shortened when typing -> the word."""
REGULATIONS: Final = _KNOWN.peraturan
"""Words before the number of a regulation: “perwal 27”, “nomor 27 tahun 2017”."""
PAGE_WORDS: Final = {address: " ".join(words) for address, words in _KNOWN.halaman.items()}
"""Address of a page, with a sign in place of the year -> what people say who want what is there."""

# Letters and digits that were written together are two words: “covid19”, “perwal27”; “17h” is one.
_WORD = re.compile(r"[a-z]{3,}(?=[0-9])|[0-9]+(?=[a-z]{3})|[a-z0-9]+")
_BEFORE_NUMBERS = frozenset(REGULATIONS)
_PARTS = frozenset(("pasal", "ayat", "huruf", "angka"))
_PART = re.compile(r"[0-9]{1,4}[a-z]?|[a-z]{1,2}")
_NUMBER, _YEAR = re.compile(r"[0-9]{1,4}[a-z]?"), re.compile(r"(?:19|20)[0-9]{2}")
_ACRONYM = re.compile(r" \(([A-Z][A-Za-z]{1,7})\)")
_FOREIGN = re.compile(r"[^\x00-\x7f]")  # few letters: only these can be marks on others
_MOST_WORDS, _LONGEST_NAME = 9000, 9
_SHORTEST_STEMMED = 5


def words_of(text: str) -> list[str]:
    """Cut text into words without case and diacritics; assets/js/cari-kata.js does the same."""
    plain = unicodedata.normalize("NFKD", text).lower()
    return _WORD.findall(_FOREIGN.sub(_without_mark, plain))


def _without_mark(found: re.Match[str]) -> str:
    return "" if unicodedata.combining(found[0]) else found[0]


def terms_of(text: str) -> list[str]:
    """Return the words of a text and what neighbours name together, as cari-kata.js does.

    Together are the parts of a citation (“pasal:17”, “huruf:h”), the number of a regulation with
    its year (“27/2017”) and with its kind (“perwal:27”).
    """
    words = words_of(text)
    together: list[str] = []
    for at, word in enumerate(words[:-1]):
        after = words[at + 1]
        if (word in _PARTS and _PART.fullmatch(after)) or (
            word in _BEFORE_NUMBERS and _NUMBER.fullmatch(after)
        ):
            together.append(f"{word}:{after}")
        if _NUMBER.fullmatch(word):
            year = words[at + 2] if after == "tahun" and at + 2 < len(words) else after
            if _YEAR.fullmatch(year):
                together.append(f"{word}/{year}")
    return words + together


def acronyms_in(texts: Iterable[str]) -> list[tuple[str, str]]:
    """Return the acronyms that a text explains, with what they stand for.

    “Nilai Jual Objek Pajak (NJOP)”: the initials of the words before the bracket are its letters;
    little words between them need not be.
    """
    found: dict[tuple[str, str], None] = {}
    for text in texts:
        for acronym in _ACRONYM.finditer(text):
            words = text[: acronym.start()].split()[-_LONGEST_NAME:]
            for count in range(2, len(words) + 1):
                said = words[-count:]
                letters = "".join(word[0] for word in said if word.lower() not in ASKED_AWAY)
                if letters.lower() == acronym[1].lower() and said[0].lower() not in ASKED_AWAY:
                    found[acronym[1], " ".join(said)] = None
                    break
    return list(found)


@lru_cache(maxsize=1)
def _stemmer() -> Stemmer:
    roots = StemmerFactory().get_words()
    return Stemmer(ArrayDictionary([*roots, *_KNOWN.kata_dasar, *_KNOWN.kata_lepas]))


@lru_cache(maxsize=2 * _MOST_WORDS)
def root_of(word: str) -> str:
    """Return the root that names the family of a word."""
    if len(word) < _SHORTEST_STEMMED or word in _KNOWN.kata_lepas or not word.isalpha():
        return word
    return str(_stemmer().stem(word)) or word


def roots_in(counts: Mapping[str, int]) -> dict[str, str]:
    """Return the vocabulary: the most usual words of the site, each with the root of its family."""
    chosen = [word for word in counts if word.isalpha() and len(word) > 1]
    chosen = sorted(chosen, key=lambda word: (-counts[word], word))[:_MOST_WORDS]
    return {word: root_of(word) for word in sorted(chosen)}


def families_of(roots: Mapping[str, str], counts: Mapping[str, int]) -> str:
    """Write the vocabulary: one family a line, its root first when that is no word of the site.

    After each word stands how many pages have it, as a power of two: “=pegawai kepegawaian1
    pegawai5”. A family of one word is only that word.
    """
    families: dict[str, list[str]] = {}
    for word, root in roots.items():
        families.setdefault(root, []).append(word)
    lines = []
    for root, members in sorted(families.items()):
        named = "" if members == [root] else f"={root} "
        marked = (f"{word}{min(9, counts[word].bit_length() - 1)}" for word in members)
        lines.append(named + " ".join(marked))
    return "\n".join(lines)


@lru_cache(maxsize=1)
def _longer_words() -> frozenset[str]:
    """Return the words of the dictionary that are long enough to be mistaken for another."""
    words = StemmerFactory().get_words()
    return frozenset(each for each in words if len(each) >= _SHORTEST_STEMMED and each.isalpha())


def right_words(roots: Mapping[str, str]) -> list[str]:
    """Return words of the dictionary that are no slip of the hand, though they look like one.

    They are one letter away from a word of the site, which has none of them: “massal” beside
    “massa”. A word is one letter away when both are alike after one letter is left out.
    """
    near = {word[:at] + word[at + 1 :] for word in roots for at in range(len(word))} | {*roots}
    known = {*roots, *roots.values()}
    return sorted(
        word
        for word in _longer_words() - known
        if (word in near or any(word[:at] + word[at + 1 :] in near for at in range(len(word))))
    )


def heads_of(groups: Iterable[Sequence[str]], roots: Mapping[str, str]) -> dict[str, str]:
    """Return what the words and phrases of a group are filed under: the root of its first.

    What is in several groups is filed with the first of them; assets/js/cari-kata.js does the same.
    """
    heads: dict[str, str] = {}
    for group in groups:
        first, *rest = (roots.get(phrase, phrase) for phrase in group)
        for one in (first, *rest):
            heads.setdefault(one, heads.get(first, first))
    return heads


def phrases_of(synonyms: Iterable[Sequence[str]]) -> dict[str, list[list[str]]]:
    """Return what says the same in several words, by the first of them."""
    found: dict[str, list[list[str]]] = {}
    for phrase in dict.fromkeys(tuple(words_of(said)) for group in synonyms for said in group):
        if len(phrase) > 1:
            found.setdefault(phrase[0], []).append([*phrase])
    return found


def said_in(words: Sequence[str], phrases: Mapping[str, Iterable[list[str]]]) -> list[str]:
    """Return the phrases that stand in a text word for word, as often as they do."""
    return [
        " ".join(phrase)
        for at, word in enumerate(words)
        for phrase in phrases.get(word, ())
        if words[at : at + len(phrase)] == phrase
    ]


def known_groups(synonyms: Iterable[Sequence[str]], counts: Mapping[str, int]) -> list[list[str]]:
    """Return the groups of synonyms of which the site knows at least one, as words."""
    groups = []
    for group in synonyms:
        said = [" ".join(words_of(phrase)) for phrase in group]
        if any(all(word in counts for word in phrase.split()) for phrase in said):
            groups.append(list(dict.fromkeys(said)))
    return groups
