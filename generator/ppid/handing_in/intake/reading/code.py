"""A `kode` that the list itself gives."""

import re
from functools import lru_cache
from typing import Final

from ppid.diagnostics.diagnostic import Severity
from ppid.handing_in.intake.reading.verdict import Advice, Verdict
from ppid.values.text import KODE

_OTHER: Final = re.compile(r"[^A-Z0-9.]+")
_LONGEST: Final = 24


@lru_cache(maxsize=8192)
def read_code(text: str) -> Verdict:
    """Read a code: capitals, figures, dots and hyphens; one that cannot be used is left out."""
    if re.fullmatch(KODE, text):
        return Verdict(text)
    code = _OTHER.sub("-", text.upper()).strip("-.")[:_LONGEST].strip("-.")
    if re.fullmatch(KODE, code):
        return Verdict(code, "kode memakai huruf besar, angka, titik, dan tanda hubung")
    message = f"“{text[:_LONGEST]}” tidak dapat menjadi kode"
    advice = "Kode baru dibuat dari judulnya; tulis kode 2 sampai 24 huruf bila ada yang lain."
    return Verdict("", "", advice=Advice(Severity.PERINGATAN, message, advice, "KES-REKAM-MEDIS"))
