"""Small questions about texts: how words are joined, what is near, what is another spelling."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from enum import Enum
from typing import Final, Generic, TypeVar

KODE: Final = r"[A-Z0-9][A-Z0-9.-]{1,23}"
"""Pattern of the `kode` of a row: 2 to 24 capitals, figures, points and hyphens."""
_PAIR = 2

T = TypeVar("T")
P = TypeVar("P", bound=Enum)


@dataclass(frozen=True, slots=True)
class ValueReading(Generic[T, P]):
    """A text as a value, or a problem with the likely readings, likeliest first."""

    value: T | None
    problem: P | None = None
    candidates: tuple[T, ...] = ()


def joined(words: Sequence[str]) -> str:
    """Join words: “a”, “a dan b”, “a, b, dan c”."""
    if len(words) <= _PAIR:
        return " dan ".join(words)
    return f"{', '.join(words[:-1])}, dan {words[-1]}"


_WORD: Final = re.compile(r"[^\W_]+")
_SPELT_OUT: Final = frozenset(
    _WORD.findall(
        "no nomor th thn tahun dan serta jo juncto junto selama undang uu kip ri republik "
        "indonesia tentang keterbukaan informasi publik peraturan pemerintah presiden menteri "
        "komisi daerah wali kota satu dua tiga empat lima enam tujuh delapan sembilan sepuluh "
        "sebelas belas puluh"
    )
)
"""Words that a normal form leaves out because it says the same in another way."""


def is_respelling(before: str, after: str) -> bool:
    """Tell whether `after` says all that `before` does.

    “Pasal 17 huruf H UU KIP” is only spelt in another way than “UU 14/2008 Pasal 17 huruf h”; a
    text that goes on to explain the article would lose its explanation.
    """
    words, kept = (set(_WORD.findall(text.casefold())) for text in (before, after))
    return words <= kept | _SPELT_OUT


_NOT_WORD = re.compile(r"[\W_]+")
_LONGEST = 100
_CUTOFF = 0.6


def nearest(written: str, choices: Iterable[str]) -> str:
    """Return the choice that is most like `written`; empty when none is near."""
    by_bare = {_bare(choice): choice for choice in choices}
    found = get_close_matches(_bare(written[:_LONGEST]), by_bare, n=1, cutoff=_CUTOFF)
    return by_bare[found[0]] if found else ""


def same_word(written: str, choice: str) -> bool:
    """Tell whether two spellings differ only in capitals, spaces and hyphens."""
    return _bare(written) == _bare(choice)


def quoted(text: str, longest: int = 60) -> str:
    """Put a text between quotation marks, shortened when it is long."""
    return f"“{text if len(text) <= longest else text[: longest - 1] + '…'}”"


def quoted_line(text: str, longest: int = 80) -> str:
    """Put a text between quotation marks, on one line; a long one is cut at the end of a word."""
    line = " ".join(text.split())
    if len(line) > longest:
        line = f"{line[:longest].rsplit(' ', 1)[0]} …"
    return f"“{line}”"


def listed(words: Iterable[str]) -> str:
    """List words in quotation marks: “a”, “b”, “c”."""
    return ", ".join(quoted(word) for word in words)


def _bare(text: str) -> str:
    return _NOT_WORD.sub("-", text.casefold()).strip("-")
