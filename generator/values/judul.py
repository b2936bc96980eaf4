"""Titles of information made comparable: is it the same thing, however it is spelt?"""

import re
from collections import Counter
from functools import lru_cache
from typing import Final

from rapidfuzz import fuzz

_NOT_WORD: Final = re.compile(r"[\W_]+")
_FUNCTION_WORDS: Final = frozenset(
    """dan atau serta yang di ke dari pada dalam atas untuk oleh dengan tentang mengenai terkait
    para tersebut secara sebagai""".split()
)
# What tells two things of the same name apart: figures, letters, months, ordinals, opposites.
_TELLING: Final = frozenset(
    """januari februari pebruari maret april mei juni juli agustus september oktober november
    nopember desember senin selasa rabu kamis jumat sabtu minggu satu dua tiga empat lima enam tujuh
    delapan sembilan sepuluh pertama kedua ketiga keempat kelima awal akhir utara selatan timur barat
    tengah non bukan tidak belum sudah telah sebelum sesudah setelah formal nonformal informal
    internal eksternal masuk keluar negeri swasta pria wanita lama baru""".split()
)
_ROMAN: Final = re.compile(r"[ivx]+")
_SAME_WORDS: Final = 82


@lru_cache(maxsize=65536)
def normal_title(title: str) -> str:
    """Give a title without capitals, punctuation and doubled spaces."""
    return _NOT_WORD.sub(" ", title.casefold()).strip()


def telling_words(normal: str) -> tuple[str, ...]:
    """Give the words of a normal title that tell things of one name apart, sorted."""
    return tuple(sorted(word for word in normal.split() if _is_telling(word)))


def _is_telling(word: str) -> bool:
    return (
        len(word) == 1
        or word in _TELLING
        or not word.isalpha()
        or _ROMAN.fullmatch(word) is not None
    )


def differ_in_spelling_only(one: str, other: str) -> bool:
    """Tell whether the words in which two normal titles differ are spellings of the same words."""
    mine, theirs = Counter(one.split()), Counter(other.split())
    only_mine = _content(mine - theirs)
    only_theirs = _content(theirs - mine)
    if not only_mine or not only_theirs:
        return only_mine == only_theirs
    return fuzz.ratio(only_mine, only_theirs) >= _SAME_WORDS


def _content(words: Counter[str]) -> str:
    """Join the words that carry meaning, so that “kerja sama” and “kerjasama” are alike."""
    return "".join(word for word in words.elements() if word not in _FUNCTION_WORDS)
