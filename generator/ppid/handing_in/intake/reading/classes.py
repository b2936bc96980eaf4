"""The class of public information: words, codes, titles of sections."""

import re
from functools import lru_cache
from typing import Final

from rapidfuzz import fuzz

from ppid.handing_in.intake.model import Reading
from ppid.handing_in.intake.reading.verdict import Doubt, Verdict

BERKALA: Final = "berkala"
SERTA_MERTA: Final = "serta-merta"
SETIAP_SAAT: Final = "setiap-saat"
CLASSES: Final = (
    Reading(BERKALA, "diumumkan secara berkala"),
    Reading(SERTA_MERTA, "diumumkan serta merta"),
    Reading(SETIAP_SAAT, "tersedia setiap saat"),
)
_WORDS: Final = (
    (BERKALA, re.compile(r"\bberkala\b")),
    (SERTA_MERTA, re.compile(r"\bserta\s?merta\b")),
    (SETIAP_SAAT, re.compile(r"\bset[ai]ap\s?saat\b")),
)
_EXCLUDED: Final = re.compile(r"\bdikecualikan\b")
# The legends of published lists; “SS” is no code of theirs but the plain abbreviation.
_CODES: Final = {"bk": BERKALA, "sm": SERTA_MERTA, "ts": SETIAP_SAAT, "ss": SETIAP_SAAT}
_NOT_WORD: Final = re.compile(r"[\W_]+")
_ALIKE: Final = 80
_ASKS: Final = "Termasuk informasi yang mana?"
_NORMAL: Final = "klasifikasi ditulis dalam bentuk baku"


@lru_cache(maxsize=4096)
def read_class(text: str) -> Verdict:
    """Read a class: “Informasi Berkala”, “Tersedia Setiap Saat”, “BK”."""
    words = _NOT_WORD.sub(" ", text.lower()).strip()
    named = classes_in(text)
    code = _CODES.get(words)
    if code or (len(named) == 1 and not _EXCLUDED.search(words)):
        value = code or named[0]
        return Verdict(value, "" if value == text else _NORMAL)
    if len(named) > 1:
        chosen = tuple(one for one in CLASSES if one.value in named)
        return Verdict(text, doubt=Doubt("Hanya satu klasifikasi yang dipakai. Yang mana?", chosen))
    if _EXCLUDED.search(words):
        asks = "Informasi yang dikecualikan masuk DIK, bukan DIP. Bila terbuka, termasuk yang mana?"
        return Verdict(text, doubt=Doubt(asks, CLASSES))
    near = tuple(one for one in CLASSES if fuzz.ratio(words, _spoken(one)) >= _ALIKE)
    return Verdict(text, doubt=Doubt(_ASKS, near or CLASSES))


def classes_in(text: str) -> tuple[str, ...]:
    """Name the classes that a text names: that of a section, a sheet or a cell."""
    words = _NOT_WORD.sub(" ", text.lower())
    return tuple(value for value, pattern in _WORDS if pattern.search(words))


def _spoken(one: Reading) -> str:
    return one.value.replace("-", " ")
