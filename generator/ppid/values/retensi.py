"""Retention of the archive: how long an item of the DIP is kept."""

import re
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache
from typing import Final

from ppid.values.lama import MasalahJangka, is_length_text, length_text, lengths_in, read_lama


class BentukRetensi(Enum):
    """The sorts of retention; the value is the normal form where there is no number."""

    LAMA = ""
    PERMANEN = "permanen"
    SELAMA_BERLAKU = "selama berlaku"
    SESUAI_JRA = "sesuai JRA"


@dataclass(frozen=True, slots=True)
class Retensi:
    """A retention; `bulan` is 0 unless it is a length of time."""

    bentuk: BentukRetensi
    bulan: int = 0

    def __str__(self) -> str:
        """Give the normal form: “5 tahun”, “permanen”, “selama berlaku”, “sesuai JRA”."""
        return self.bentuk.value or length_text(self.bulan)


@dataclass(frozen=True, slots=True)
class RetensiReading:
    """A text as a retention: a value with its normal form, or a problem with what may be meant."""

    value: Retensi | None
    normal: str = ""
    is_normal: bool = False
    problem: MasalahJangka | None = None
    candidates: tuple[str, ...] = ()


_ARCHIVE: Final = (
    r"(?:(?:sesuai|berdasarkan|menurut|mengikuti)\s+(?:dengan\s+)?(?:ketentuan\s+)?)?"
    r"(?:jra|(?:jadwal|masa|jangka\s+waktu)\s+retensi(?:\s+arsip)?)(?:\s*\(jra\))?"
)
_FORMS: Final = (
    (BentukRetensi.PERMANEN, re.compile(r"(?:arsip\s+)?permanen|selamanya", re.IGNORECASE)),
    (
        BentukRetensi.SELAMA_BERLAKU,
        re.compile(r"(?:selama|sepanjang)\s+(?:masih\s+)?berlaku(?:nya)?", re.IGNORECASE),
    ),
    (BentukRetensi.SESUAI_JRA, re.compile(_ARCHIVE, re.IGNORECASE)),
)
_ENDS: Final = " \t\r\n\u00a0.;:-–—"


@lru_cache(maxsize=8192)
def read_retensi(text: str) -> RetensiReading:
    """Read a retention. `read_retensi("Sesuai Masa Retensi Arsip")` is “sesuai JRA”."""
    core = " ".join(text.strip(_ENDS).split())
    if not core:
        return RetensiReading(None, problem=MasalahJangka.MISSING)
    for bentuk, form in _FORMS:
        if form.fullmatch(core):
            return _reading(text, Retensi(bentuk))
    lama = read_lama(core)
    if lama is None:
        meant = (*_forms_in(core), *lengths_in(core))
        kind = MasalahJangka.COMPOUND if len(meant) > 1 else MasalahJangka.UNREADABLE
        return RetensiReading(None, problem=kind, candidates=meant)
    if lama.problem:
        return RetensiReading(None, problem=lama.problem, candidates=lama.candidates)
    return _reading(text, Retensi(BentukRetensi.LAMA, lama.bulan))


def _reading(text: str, value: Retensi) -> RetensiReading:
    is_normal = str(value) == text or is_length_text(text, value.bulan)
    return RetensiReading(value, str(value), is_normal)


def _forms_in(text: str) -> tuple[str, ...]:
    return tuple(bentuk.value for bentuk, form in _FORMS if form.search(text))
