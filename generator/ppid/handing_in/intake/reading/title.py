"""What a row is about: the title, its summary, and titles that are too short or too long."""

import re
from functools import lru_cache
from typing import Final

from ppid.handing_in.intake.model import Reading
from ppid.handing_in.intake.reading.plain import read_plain
from ppid.handing_in.intake.reading.verdict import Doubt, Verdict
from ppid.values.titles import normal_title

SHORTEST: Final = 5
LONGEST: Final = 300
_CUTS: Final = (re.compile(r"[.;](?=\s)"), re.compile(r":(?=\s)"), re.compile(r",(?=\s)"))
_MEANS: Final = ("sampai titik pertama", "sampai titik dua", "sampai koma pertama")


def joined_title(judul: str, ringkasan: str) -> tuple[str, str]:
    """Return `informasi` and what is left for `catatan`, from a title and its summary.

    “Judul: ringkasan” where that fits; otherwise the title alone, and the summary as a note.
    """
    if not judul or not ringkasan:
        return judul or ringkasan, ""
    if normal_title(ringkasan).startswith(normal_title(judul)) and len(ringkasan) <= LONGEST:
        return ringkasan, ""
    whole = f"{judul}: {ringkasan}"
    return (whole, "") if len(whole) <= LONGEST else (judul, ringkasan)


@lru_cache(maxsize=8192)
def read_title(text: str) -> Verdict:
    """Read a title of 5 to 300 characters; a longer one is cut only where somebody says so."""
    if len(text) < SHORTEST:
        asks = f"Judul ini terlalu pendek, kurang dari {SHORTEST} huruf. Apa nama lengkapnya?"
        return Verdict(text, doubt=Doubt(asks))
    if len(text) <= LONGEST:
        return read_plain(text)
    ways = [
        Reading(text[: cut.start()].strip(), f"{means}; selebihnya masuk catatan")
        for pattern, means in zip(_CUTS, _MEANS, strict=True)
        if (cut := pattern.search(text)) and SHORTEST <= cut.start() <= LONGEST
    ]
    asks = f"Judul ini lebih dari {LONGEST} huruf. Bagian mana yang menjadi judulnya?"
    return Verdict(text, doubt=Doubt(asks, tuple({way.value: way for way in ways}.values())))
