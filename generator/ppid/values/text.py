"""Small questions about texts: how words are joined, what is near, what is another spelling."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from difflib import get_close_matches
from typing import Final

_PAIR = 2


def joined(words: Sequence[str]) -> str:
    """Join words: “a”, “a dan b”, “a, b, dan c”."""
    if len(words) <= _PAIR:
        return " dan ".join(words)
    return f"{', '.join(words[:-1])}, dan {words[-1]}"


# Full-width signs too: spreadsheets set to an East Asian language run them like the narrow ones.
_RISKY: Final = re.compile(r"'*[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]")


def guarded(text: str) -> str:
    """Put an apostrophe before what a spreadsheet would run."""
    return f"'{text}" if _RISKY.match(text) else text


def unguarded(cell: str) -> str:
    """Take back what `guarded` did."""
    return cell[1:] if cell.startswith("'") and _RISKY.match(cell) else cell


_WORD: Final = re.compile(r"[^\W_]+")
_SPELT_OUT: Final = frozenset(
    [
        "no",
        "nomor",
        "th",
        "thn",
        "tahun",
        "dan",
        "serta",
        "jo",
        "juncto",
        "junto",
        "selama",
        "undang",
        "uu",
        "kip",
        "ri",
        "republik",
        "indonesia",
        "tentang",
        "keterbukaan",
        "informasi",
        "publik",
        "peraturan",
        "pemerintah",
        "presiden",
        "menteri",
        "komisi",
        "daerah",
        "wali",
        "kota",
        "satu",
        "dua",
        "tiga",
        "empat",
        "lima",
        "enam",
        "tujuh",
        "delapan",
        "sembilan",
        "sepuluh",
        "sebelas",
        "belas",
        "puluh",
    ]
)
"""Words that a normal form leaves out because it says the same in another way."""


def is_respelling(before: str, after: str) -> bool:
    """Tell whether `after` says all that `before` does.

    “Pasal 17 huruf H UU KIP” is only spelt in another way than “UU 14/2008 Pasal 17 huruf h”; a
    text that goes on to explain the article would lose its explanation.
    """
    lost = Counter(_words(before)) - Counter(_words(after))
    return all(word in _SPELT_OUT or (word in _words(after)) for word in lost)


def _words(text: str) -> list[str]:
    return _WORD.findall(text.casefold())


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
