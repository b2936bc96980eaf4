"""Characters that a reader cannot see or that turn a text around; reported by number and name."""

import re
import unicodedata
from collections.abc import Iterator

_PRINTABLE = bytes(range(0x20, 0x7F)) + b"\t\r\n"
_HIDDEN_CATEGORIES = {"Cc", "Cf", "Co", "Cs", "Zl", "Zp"}
_REPLACEMENT = "\ufffd"
_NAMES = {
    "\x7f": "hapus",
    "\x85": "baris baru NEL",
    "\xad": "tanda hubung tersembunyi",
    "\u061c": "penanda arah tulisan",
    "\u200b": "spasi tanpa lebar",
    "\u200c": "pemisah huruf tanpa lebar",
    "\u200d": "penyambung huruf tanpa lebar",
    "\u200e": "penanda arah tulisan",
    "\u200f": "penanda arah tulisan",
    "\u2028": "pemisah baris",
    "\u2029": "pemisah paragraf",
    "\u2060": "penyambung kata tanpa lebar",
    "\ufeff": "tanda BOM di tengah teks",
    _REPLACEMENT: "pengganti huruf yang hilang",
}
_DIRECTION = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
_BY_CATEGORY = {"Cc": "karakter kendali", "Co": "karakter pribadi", "Cs": "separuh karakter"}
_WORD = re.compile(r"\S+")


def odd_characters(text: str) -> set[str]:
    """Give the distinct characters of `text` beyond printable ASCII, tab and line ends."""
    # Deleting the plain bytes leaves the few characters that are worth a look, at a tenth of what
    # a regular expression or a set of the whole text costs.
    odd = text.encode("utf-8", "surrogatepass").translate(None, _PRINTABLE)
    return set(odd.decode("utf-8", "surrogatepass"))


def hidden_runs(text: str, odd: set[str]) -> Iterator[tuple[int, int, str]]:
    """Give start, end and name of each run of hidden characters; `odd` as `odd_characters`."""
    hidden = "".join(sorted(filter(_is_hidden, odd)))
    if hidden:
        for run in re.finditer(f"[{re.escape(hidden)}]+", text):
            yield run.start(), run.end(), name_of(run[0][0])


def name_of(character: str) -> str:
    """Name a character without showing it: “U+202E (pembalik arah tulisan)”."""
    category = unicodedata.category(character)
    name = "pengatur arah tulisan" if character in _DIRECTION else _NAMES.get(character)
    name = name or _BY_CATEGORY.get(category, unicodedata.name(character, "").lower())
    return f"U+{ord(character):04X} ({name})" if name else f"U+{ord(character):04X}"


def unnormalised_words(text: str, odd: set[str]) -> Iterator[tuple[int, int, str]]:
    """Give start, end and NFC form of each word that is composed in another way."""
    # Looking at few characters first spares most texts a slow look at all of them.
    if any(map(_may_compose, odd)) and not unicodedata.is_normalized("NFC", text):
        for word in _WORD.finditer(text):
            if not unicodedata.is_normalized("NFC", word[0]):
                yield word.start(), word.end(), unicodedata.normalize("NFC", word[0])


def _is_hidden(character: str) -> bool:
    return character == _REPLACEMENT or unicodedata.category(character) in _HIDDEN_CATEGORIES


def _may_compose(character: str) -> bool:
    plain = character < "\u0300" or "\u2000" <= character < "\u20d0"
    return not plain or not unicodedata.is_normalized("NFC", character)
