"""Words from short lists: the form in which information is kept, and how much of it is withheld."""

import re
from functools import lru_cache
from typing import Final

from ppid.handing_in.intake.model import Reading
from ppid.handing_in.intake.reading.verdict import Doubt, Verdict, offers

BENTUK: Final = offers("digital", "cetak", "digital dan cetak")
_DIGITAL: Final = re.compile(
    r"soft\s?-?(?:copy|file|copi|kopi)|digital|online|daring|elektronik|web\s?site|situs|laman|pdf"
    r"|\bfile\b|excel|xlsx?|word|aplikasi|e-?book|video|audio|google|\bweb\b|berkas komputer"
)
_PRINTED: Final = re.compile(
    r"hard\s?-?(?:copy|file|copi|kopi)|(?:ter|di)?cetak|kertas|buku|fisik"
    r"|dokumen asli|papan|poster|banner"
)
_JOINTS: Final = re.compile(r"\b(?:dan|atau|serta|maupun|bentuk|dalam|format|dokumen|salinan)\b")
_LEFT_OVER: Final = re.compile(r"[^\W_]+")


@lru_cache(maxsize=4096)
def read_form(text: str) -> Verdict:
    """Read the form: “Softcopy/Hardcopy” is “digital dan cetak”; words not known are asked."""
    words = text.lower()
    digital, printed = bool(_DIGITAL.search(words)), bool(_PRINTED.search(words))
    rest = _JOINTS.sub(" ", _PRINTED.sub(" ", _DIGITAL.sub(" ", words)))
    value = " dan ".join(["digital"] * digital + ["cetak"] * printed)
    if value and not _LEFT_OVER.search(rest):
        return Verdict(value, "" if value == text else "bentuk informasi ditulis dalam kata baku")
    return Verdict(text, doubt=Doubt("Dalam bentuk apa informasi ini tersedia?", BENTUK))


CAKUPAN: Final = (
    Reading("seluruh", "seluruh dokumen dikecualikan"),
    Reading("sebagian", "hanya sebagian; isi pula kolom “bagian”"),
)
_WHOLE: Final = re.compile(
    r"(?:seluruh(?:nya)?|semua(?:nya)?|keseluruhan|utuh)(?:\s+(?:dokumen|informasi|isi)(?:nya)?)?"
)
_PART: Final = re.compile(
    r"(?:hanya\s+)?sebagian(?:\s+(?:dokumen|informasi|isi)(?:nya)?)?"
    r"(?:\s*[:(,;-]\s*(?P<part>.+?)\s*\)?)?",
    re.IGNORECASE | re.DOTALL,
)


@lru_cache(maxsize=1024)
def read_scope(text: str) -> Verdict:
    """Read how much is withheld: all of a document or a part of it."""
    if _WHOLE.fullmatch(text.lower().strip(" .")):
        return Verdict("seluruh", "" if text == "seluruh" else "cakupan ditulis dalam kata baku")
    if _PART.fullmatch(text.strip(" .")):
        return Verdict("sebagian", "" if text == "sebagian" else "cakupan ditulis dalam kata baku")
    return Verdict(text, doubt=Doubt("Seluruh dokumen, atau sebagian saja?", CAKUPAN))


def part_named(text: str) -> str:
    """Return what “Sebagian (nama dan alamat)” names; empty when it names nothing."""
    match = _PART.fullmatch(text.strip(" ."))
    return (match["part"] or "") if match else ""
