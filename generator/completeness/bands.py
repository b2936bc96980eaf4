"""Names that Komisi Informasi gives to ranges of its own marks: for orientation, never a verdict.

The printed bands leave gaps (80–89,9 and then 90), so each begins where the one below ends.
"""

from decimal import Decimal
from typing import NamedTuple


class Band(NamedTuple):
    """A range of marks from `mulai` up to the next band."""

    mulai: int
    nama: str


BANDS = (
    Band(90, "Informatif"),
    Band(80, "Menuju Informatif"),
    Band(60, "Cukup Informatif"),
    Band(40, "Kurang Informatif"),
    Band(0, "Tidak Informatif"),
)
SUMBER = "Komisi Informasi Provinsi Jawa Barat, E-Monev 2023"
SANGKALAN = (
    "Nama pita hanya untuk orientasi. Angka situs ini bukan nilai Komisi Informasi: kuesioner, "
    "bobot, dan cara penilaiannya lain."
)
"""What must stand wherever a band is named."""


def band_of(nilai: Decimal) -> Band:
    """Give the band in which a figure lies."""
    return next(band for band in BANDS if nilai >= band.mulai)


def range_in_words(band: Band) -> str:
    """Say where a band lies: “≥ 90”, “80 sampai di bawah 90”."""
    above = [other.mulai for other in BANDS if other.mulai > band.mulai]
    if not above:
        return f"{band.mulai} ke atas"
    return f"{band.mulai} sampai di bawah {min(above)}" if band.mulai else f"di bawah {min(above)}"
