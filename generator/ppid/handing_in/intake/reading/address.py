"""Addresses of documents, and codes of obligations."""

import re
from functools import lru_cache
from typing import Final

from ppid.handing_in.intake.reading.verdict import LEFT_EMPTY, Doubt, Verdict, offers
from ppid.values.addresses import is_public

_INSIDE: Final = re.compile(r"(?:https?://|www\.)[^\s<>“”\"'|]+", re.IGNORECASE)
_BARE: Final = re.compile(r"(?:[\w-]+\.)+[a-z]{2,}(?:/\S*)?", re.IGNORECASE)
_FILE: Final = re.compile(r"dokumen/\S+")
_LABEL: Final = re.compile(
    r"\b(?:tautan|link|url|alamat|lihat|di|klik|unduh)\b|[\W_]+", re.IGNORECASE
)
_END: Final = ".,;)"
_MOST: Final = 5


@lru_cache(maxsize=8192)
def read_address(text: str) -> Verdict:
    """Read the address of a document; https is offered for http, never put in unasked."""
    if is_public(text) or _FILE.fullmatch(text):
        return Verdict(text)
    found = list(dict.fromkeys(match.rstrip(_END) for match in _INSIDE.findall(text)))
    around = _LABEL.sub("", _INSIDE.sub(" ", text))
    if len(found) == 1 and is_public(found[0]) and not around:
        return Verdict(found[0], "hanya alamatnya yang diambil")
    if not found and _BARE.fullmatch(text):
        found = [text]
    meant = [_secure(address) for address in found[:_MOST]]
    asks = "Alamat yang mana yang menunjuk dokumennya?"
    if not meant:
        asks = "Ini bukan alamat. Tulis alamat https dokumennya, atau berkas di dokumen/."
    elif len(meant) == 1:
        asks = "Alamat dokumen ditulis dengan https. Apakah ini alamatnya?"
    return Verdict(text, doubt=Doubt(asks, (*offers(*meant), LEFT_EMPTY)))


def _secure(address: str) -> str:
    return f"https://{re.sub(r'(?i)^https?://', '', address)}"


_BETWEEN: Final = re.compile(r"\s*[;,\n]\s*")


@lru_cache(maxsize=1024)
def read_obligations(text: str) -> Verdict:
    """Read codes of obligations, `;` between them; rule DIP-004 knows which exist."""
    value = "; ".join(part for part in _BETWEEN.split(text) if part)
    return Verdict(value, "" if value == text else "kode dipisah dengan titik koma")
