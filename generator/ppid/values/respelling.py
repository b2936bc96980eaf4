"""Whether one text is only another way to write a second one, or says more than that."""

import re
from collections import Counter
from typing import Final

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
