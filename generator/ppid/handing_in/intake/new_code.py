"""A `kode` for information that has none yet: made from its title, so that it comes out again."""

import re
import unicodedata
from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from itertools import count
from typing import Final

from ppid.values.text import KODE

_LONGEST: Final = 24
_LONGEST_PREFIX: Final = 8
_FEW_WORDS: Final = 2
_MOST_WORDS: Final = 4
_WORD: Final = re.compile(r"[A-Z0-9]+")
_BRACKETS: Final = re.compile(r"\([^)]*\)")
# Words that stand in too many titles to tell them apart.
_UNTELLING: Final = frozenset(
    [
        "DAN",
        "ATAU",
        "SERTA",
        "YANG",
        "DI",
        "KE",
        "DARI",
        "PADA",
        "DALAM",
        "ATAS",
        "UNTUK",
        "OLEH",
        "DENGAN",
        "TENTANG",
        "MENGENAI",
        "TERKAIT",
        "PARA",
        "TERSEBUT",
        "SECARA",
        "SEBAGAI",
        "PER",
        "DATA",
        "DAFTAR",
        "DOKUMEN",
        "INFORMASI",
        "LAPORAN",
        "TAHUN",
        "KOTA",
        "KABUPATEN",
        "PEMERINTAH",
        "SELURUH",
        "SALINAN",
        "BERKAS",
    ]
)


def prefix_of(codes: Iterable[str], singkatan: str) -> str:
    """Return the first part of an OPD's codes: the one most used, else made from its short name."""
    used = Counter(code.split("-")[0] for code in codes if "-" in code)
    # Of equally many the first in the alphabet, so that the order of files plays no part.
    common = min(used.items(), key=lambda item: (-item[1], item[0]), default=("", 0))[0]
    if common and re.fullmatch(KODE, f"{common}-X"):
        return common
    return "".join(_WORD.findall(_plain(singkatan)))[:_LONGEST_PREFIX] or "INF"


def new_code(title: str, prefix: str, taken: Collection[str]) -> str:
    """Make a code from the telling words of a title: “KES-REKAM-MEDIS”.

    Where it is taken, further words of the title follow, then figures: the same title in the same
    list gives the same code again.
    """
    return next(code for code in _ways(title, prefix) if code not in taken)


def _ways(title: str, prefix: str) -> Iterator[str]:
    words = list(_WORD.findall(_plain(_BRACKETS.sub(" ", title))))
    telling = [word for word in words if word not in _UNTELLING] or words or ["BARU"]
    for many in range(min(_FEW_WORDS, len(telling)), min(_MOST_WORDS, len(telling)) + 1):
        yield _fitting(prefix, telling[:many], "")
    for number in count(2):
        yield _fitting(prefix, telling[:_FEW_WORDS], f"-{number}")


def _fitting(prefix: str, words: list[str], ending: str) -> str:
    """Join what fits into 24 characters; a word alone is cut rather than left out."""
    room = _LONGEST - len(ending)
    code = prefix
    for word in words:
        if len(code) + 1 + len(word) <= room:
            code += f"-{word}"
        elif code == prefix:
            code = f"{prefix}-{word}"[:room]
    return code + ending


def _plain(text: str) -> str:
    """Return a text in capitals without accents."""
    parts = unicodedata.normalize("NFKD", text)
    return "".join(part for part in parts if not unicodedata.combining(part)).upper()
