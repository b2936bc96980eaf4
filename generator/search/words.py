"""The words of the site: how text is cut into them, which belong to one family, what may be asked.

Families come from Sastrawi (why: content/panduan/keputusan/sastrawi.md); the two lists below mend
what its dictionary gets wrong for public information.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from Sastrawi.Dictionary.ArrayDictionary import (  # type: ignore[import-untyped]
    ArrayDictionary,
)
from Sastrawi.Stemmer.Stemmer import Stemmer  # type: ignore[import-untyped]
from Sastrawi.Stemmer.StemmerFactory import StemmerFactory  # type: ignore[import-untyped]

_ASKED = """
    ada adakah adalah agar akan aku anda apa apabila apakah atas atau bagaimana
    bagaimanakah bagi bahwa begini begitu belum berapa berapakah berikut bila bisa bisakah
    boleh bolehkah bu buat cara caranya cek dalam dan dapat dapatkah dari daripada dengan
    di dia dimana dimanakah dong enggak gak gimana guna hanya harus hendak ia info ingin
    ini itu jadi jika juga kah kak kalau kami kan kapan kapankah karena ke kenapa kepada
    ketika kita kok lagi lah lewat lihat maka mana manakah masih mau melalui melihat
    mencari mengapa mengenai menjadi mereka min mohon nggak nih nya oleh pada pak para
    pemda pemkot perlu pernah pun saja sampai saya se sebagai sebuah sedang sekarang
    seluruh semua seperti serta si siapa siapakah sih soal sudah supaya tahu tapi tau telah
    tentang tentangnya terhadap tersebut tetapi tiap tidak tolong untuk ya yaitu yakni yang
"""
ASKED_AWAY = frozenset(_ASKED.split())
"""Words by which something is asked, not what is asked for; Sastrawi's list holds no questions."""

_ROOTS = (
    *("analisis", "evakuasi", "infrastruktur", "kominfo", "puskesmas", "rinci", "salahguna"),
    *("sebarluas", "sidik", "statistik", "tegak", "vaksin", "verifikasi", "wenang", "wewenang"),
)
"""Roots that the dictionary of Sastrawi lacks, or cuts further."""
_OWN = (
    *("atasan", "bagaimana", "bagian", "bawahan", "berdasarkan", "keadaan", "kedudukan"),
    *("kehidupan", "kejadian", "kesatuan", "menurut", "pendapat", "pendapatan", "pengacara"),
    *("pengadaan", "pengadilan", "penghargaan", "penghasilan", "peradilan", "perantara"),
    *("perempuan", "persetujuan", "pertemuan", "perwakilan", "satuan", "sebagian", "terhadap"),
)
"""Words with a sense of their own, which the dictionary would put beside “ada”, “adil”, “satu”."""
_APART = frozenset(_OWN)

_WORD = re.compile(r"[a-z0-9]+")
_MOST_WORDS, _MOST_PHRASES = 9000, 300
_SHORTEST_STEMMED = 5


def words_of(text: str) -> list[str]:
    """Cut text into words without case and diacritics; assets/js/cari-mesin.js does the same."""
    plain = unicodedata.normalize("NFKD", text).lower()
    return _WORD.findall("".join(c for c in plain if not unicodedata.combining(c)))


@lru_cache(maxsize=1)
def _stemmer() -> Stemmer:
    roots = StemmerFactory().get_words()
    return Stemmer(ArrayDictionary([*roots, *_ROOTS, *_OWN]))


def root_of(word: str) -> str:
    """Give the root that names the family of a word."""
    if len(word) < _SHORTEST_STEMMED or word in _APART or not word.isalpha():
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
    """Give the groups of synonyms of which the site knows at least one, as words."""
    groups = []
    for group in synonyms:
        said = [" ".join(words_of(phrase)) for phrase in group]
        if any(all(word in counts for word in phrase.split()) for phrase in said):
            groups.append(list(dict.fromkeys(said)))
    return groups


def phrases_of(titles: Iterable[str]) -> list[str]:
    """Give the runs of two to four words that stand in most titles, for suggestions."""
    counts: Counter[str] = Counter()
    for title in titles:
        counts.update(set(_runs(words_of(title))))
    often = [(count, phrase) for phrase, count in counts.items() if count > 1]
    often.sort(key=lambda found: (-found[0] * found[1].count(" "), found[1]))
    kept: list[str] = []
    for count, phrase in often:
        inside = any(f" {phrase} " in f" {longer} " for longer in kept if counts[longer] >= count)
        if not inside:
            kept.append(phrase)
        if len(kept) == _MOST_PHRASES:
            break
    return sorted(kept)


def _runs(words: list[str]) -> Iterable[str]:
    for length in (2, 3, 4):
        for start in range(len(words) - length + 1):
            run = words[start : start + length]
            outer = {run[0], run[-1]}
            if not outer & ASKED_AWAY and all(word.isalpha() for word in run):
                yield " ".join(run)
