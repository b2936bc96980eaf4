"""Titles of information made comparable, to tell the same thing from another, however spelt."""

import re
from collections import Counter
from functools import lru_cache
from typing import Final

from rapidfuzz import fuzz

_NOT_WORD: Final = re.compile(r"[\W_]+")


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_FUNCTION_WORDS: Final = _words(
    "dan atau serta yang di ke dari pada dalam atas untuk oleh dengan tentang mengenai terkait"
    " para tersebut secara sebagai"
)
# What tells two things of one name apart, beside figures, single letters and Roman numerals.
_TELLING: Final = _words(
    "januari februari pebruari maret april mei juni juli agustus september oktober november"
    " nopember desember senin selasa rabu kamis jumat sabtu minggu harian mingguan bulanan"
    " triwulanan semesteran tahunan satu dua tiga empat lima enam tujuh delapan sembilan sepuluh"
    " pertama kedua ketiga keempat kelima awal akhir utara selatan timur barat tengah non bukan"
    " tidak belum sudah telah sebelum sesudah setelah formal nonformal informal internal eksternal"
    " masuk keluar negeri swasta pria wanita lama baru"
)
_ROMAN: Final = re.compile(r"[ivx]+")
_SAME_WORDS: Final = 82


@lru_cache(maxsize=262144)
def normal_title(title: str) -> str:
    """Return a title without capitals, punctuation and doubled spaces."""
    return _NOT_WORD.sub(" ", title.casefold()).strip()


@lru_cache(maxsize=262144)
def title_key(title: str) -> str:
    """Return what is equal for titles that differ only in spelling, spacing and function words."""
    words = normal_title(title).split()
    return "".join(word for word in words if word not in _FUNCTION_WORDS)


@lru_cache(maxsize=262144)
def telling_words(normal: str) -> tuple[str, ...]:
    """Return the words of a normal title that tell things of one name apart, sorted."""
    return tuple(sorted(filter(_is_telling, normal.split())))


def _is_telling(word: str) -> bool:
    if word.isalpha() and len(word) > 1:
        return word in _TELLING or _ROMAN.fullmatch(word) is not None
    return True


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
