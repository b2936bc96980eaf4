"""Which of the files that stand in one list are one document under several names.

A copy with another number in it is still a copy: files are one document where two thirds of their
words are the same. The words of titles do not count, since whoever makes a file for a title puts
the title in.
"""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from typing import Final

from ppid.core.corpus import Corpus
from ppid.kinds.dip.model import InformasiPublik
from ppid.values.titles import words_in

_SAME: Final = (2, 3)
"""How many of how many words two files share that are one document.

Of the files that were measured no two share more than three of five (tests/assessing/test_copies).
"""

Words = frozenset[str]


def file_of(row: InformasiPublik) -> str:
    """Return the path of the file that a row stands for, if it stands for one."""
    return f"data/opd/{row.owner}/{row.tautan}"


def first_copy(row: InformasiPublik, corpus: Corpus) -> str:
    """Return the path of the first file of the list that is the same document as that of a row."""
    return corpus.derive(_first_copies)[row.id[1:3]][file_of(row)]


def own_words(row: InformasiPublik, corpus: Corpus) -> Words:
    """Return what the file of a row says beside the titles of its list that stand for files."""
    return corpus.contents[file_of(row)].words - corpus.derive(_titles)[row.id[1:3]]


def shared(one: Words, other: Words) -> tuple[int, int]:
    """Return how many words two texts share, and of how many."""
    both = len(one & other)
    return both, len(one) + len(other) - both


_List = tuple[str, int]
"""The OPD and the year: what is handed in for another year changes nothing in this one."""


def _titles(corpus: Corpus) -> Mapping[_List, Words]:
    found: dict[_List, set[str]] = defaultdict(set)
    for row in corpus.of(InformasiPublik):
        if file_of(row) in corpus.contents:
            found[row.id[1:3]] |= words_in(row.informasi)
    return {each: Words(words) for each, words in found.items()}


def _first_copies(corpus: Corpus) -> Mapping[_List, Mapping[str, str]]:
    texts: dict[_List, dict[str, Words]] = defaultdict(dict)
    for row in sorted(corpus.of(InformasiPublik), key=file_of):
        if file_of(row) in corpus.contents:
            texts[row.id[1:3]][file_of(row)] = own_words(row, corpus)
    return {each: _copies(files, corpus) for each, files in texts.items()}


def _copies(texts: Mapping[str, Words], corpus: Corpus) -> Mapping[str, str]:
    """Return the first copy of each file of a list; a copy of a copy is one too.

    Texts that are nearly the same share at least one of their rarest words, so only such are
    compared; files without a readable text only by their bytes.
    """
    often = Counter(word for words in texts.values() for word in words)
    by_bytes: dict[str, str] = {}
    by_word: dict[str, list[str]] = defaultdict(list)
    first: dict[str, str] = {}
    for path, words in texts.items():
        rare = _rarest(words, often)
        known = {other for word in rare for other in by_word[word]}
        first[path] = path
        alike = {first[other] for other in known if _are_same(words, texts[other])}
        whole = next((digest for place, digest in corpus.contents[path].digests if not place), path)
        alike |= {path, first[by_bytes.setdefault(whole, path)]}
        leader = min(alike)
        first |= {each: leader for each, its in first.items() if its in alike}
        for word in rare:
            by_word[word].append(path)
    return first


def _rarest(words: Words, often: Mapping[str, int]) -> Sequence[str]:
    """Return so many of the rarest words that whoever shares none of them is no copy."""
    part, whole = _SAME
    needed = -(-part * len(words) // whole)
    ordered = sorted(words, key=lambda word: (often[word], word))
    return ordered[: len(words) - needed + 1]


def _are_same(one: Words, other: Words) -> bool:
    part, whole = _SAME
    both, of = shared(one, other)
    return both * whole >= part * of
