"""Misspellings that the glossary knows, and where they stand in a text."""

import re
from collections.abc import Iterator

from ppid.reading.files.word_pattern import pattern_of

MISSPELLINGS = {
    "aktifitas": "aktivitas",
    "akte": "akta",
    "analisa": "analisis",
    "apotik": "apotek",
    "atlit": "atlet",
    "detil": "detail",
    "diatas": "di atas",
    "dibawah": "di bawah",
    "didalam": "di dalam",
    "dikecualikanan": "dikecualikan",
    "dilingkungan": "di lingkungan",
    "diluar": "di luar",
    "dimana": "di mana",
    "disain": "desain",
    "efektip": "efektif",
    "fihak": "pihak",
    "frekwensi": "frekuensi",
    "hakekat": "hakikat",
    "himbauan": "imbauan",
    "hirarki": "hierarki",
    "ijasah": "ijazah",
    "ijin": "izin",
    "invetaris": "inventaris",
    "jadual": "jadwal",
    "jaman": "zaman",
    "jum'at": "Jumat",
    "kadaluarsa": "kedaluwarsa",
    "kadaluwarsa": "kedaluwarsa",
    "karir": "karier",
    "konkrit": "konkret",
    "konsekwensi": "konsekuensi",
    "kwalitas": "kualitas",
    "kwantitas": "kuantitas",
    "kwartal": "kuartal",
    "kwitansi": "kuitansi",
    "lnformasi": "informasi",
    "managemen": "manajemen",
    "merubah": "mengubah",
    "metoda": "metode",
    "nasehat": "nasihat",
    "nomer": "nomor",
    "nopember": "November",
    "obyek": "objek",
    "obyektif": "objektif",
    "pebruari": "Februari",
    "perijinan": "perizinan",
    "photo": "foto",
    "praktek": "praktik",
    "propinsi": "provinsi",
    "publlik": "publik",
    "rapot": "rapor",
    "resiko": "risiko",
    "sekedar": "sekadar",
    "silahkan": "silakan",
    "sistim": "sistem",
    "standart": "standar",
    "standarisasi": "standardisasi",
    "subyek": "subjek",
    "subyektif": "subjektif",
    "tauladan": "teladan",
    "tehnik": "teknik",
    "tehnis": "teknis",
    "walikota": "wali kota",
}
"""Wrong to right, in lower case; names of months and days have a capital in any case."""

_TITLES = {"wali kota"}  # every word begins with a capital where the title does

_WORDS = pattern_of(MISSPELLINGS)
_MAYBE = re.compile(rb"[^a-z0-9_/.@-]" + _WORDS.encode() + rb"(?![a-z])")
# What is quoted, an address, code, or the official name of a regulation keeps its spelling.
_PROTECTED = r"""
    [“"][^“”"]*[”"] | `[^`]*` | \b(?:https?://|www\.)\S+ | [^\s@]{1,64}@\S+ | \]\([^)]*\)
    | \b[\w.-]{1,80}\.\w{2,4}/\S*
    | \b(?:peraturan|keputusan|instruksi|edaran)\s+walikota(?:\s+\w+)?\s+nomor\b
"""
_FOUND = re.compile(
    rf"(?:{_PROTECTED})|(?<![\w/.@-])(?P<word>{_WORDS})(?![\w@]|[-/.]\w)",
    re.IGNORECASE | re.VERBOSE,
)


def may_misspell(lowered: bytes) -> bool:
    """Tell quickly whether a text (lower case, UTF-8) may hold a misspelling at all."""
    return _MAYBE.search(lowered) is not None or _MAYBE.match(b" " + lowered[:20]) is not None


def misspelt(text: str) -> Iterator[tuple[int, str, str]]:
    """Give the offset of each misspelt word, the word, and its right spelling."""
    for found in _FOUND.finditer(text):
        word = found["word"]
        if word:
            yield found.start("word"), word, _in_case_of(word, MISSPELLINGS[word.lower()])


def _in_case_of(word: str, right: str) -> str:
    if word.isupper():
        return right.upper()
    if not word[0].isupper():
        return right
    return right.title() if right in _TITLES else right[0].upper() + right[1:]
