"""What a list says of itself as a whole: the decision behind it, its test, when it was handed in.

A template has a cell for each of these, and a reply a question for each that is still unknown.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from ppid.kinds.daftar import Daftar, DaftarDikecualikan, DaftarPublik


@dataclass(frozen=True, slots=True)
class ListFact:
    """One of them: the name that files give it, what clerks call it, and what they are asked."""

    name: str
    label: str
    asks: str
    is_day: bool = False
    is_words: bool = False


_DECISION: Final = (
    ListFact(
        "penetapan.nomor",
        "Nomor keputusan",
        "Berapa nomor surat keputusan yang menetapkan daftar ini?",
    ),
    ListFact(
        "penetapan.tanggal",
        "Tanggal keputusan",
        "Tanggal berapa surat keputusan daftar ini?",
        is_day=True,
    ),
    ListFact(
        "penetapan.pejabat",
        "Jabatan yang menetapkan",
        "Siapa (jabatan, bukan nama) yang menetapkan daftar ini?",
        is_words=True,
    ),
    ListFact(
        "penetapan.tempat", "Tempat ditetapkan", "Di mana daftar ini ditetapkan?", is_words=True
    ),
)
_TEST: Final = (
    ListFact(
        "uji_konsekuensi.nomor",
        "Nomor uji konsekuensi",
        "Berapa nomor lembar pengujian konsekuensi yang mendahului keputusan itu?",
    ),
    ListFact(
        "uji_konsekuensi.tanggal",
        "Tanggal uji konsekuensi",
        "Tanggal berapa pengujian konsekuensi itu?",
        is_day=True,
    ),
)
_HANDED_IN: Final = (
    ListFact(
        "disampaikan",
        "Tanggal disampaikan",
        "Tanggal berapa daftar ini disampaikan kepada PPID Utama?",
        is_day=True,
    ),
)
FACTS: Final[Mapping[str, tuple[ListFact, ...]]] = {
    "dik": (*_DECISION, *_TEST, *_HANDED_IN),
    "dip": (*_DECISION, *_HANDED_IN),
}
"""The facts of a DIK and of a DIP, in the order in which they come about."""
LISTS: Final[Mapping[str, type[Daftar]]] = {"dik": DaftarDikecualikan, "dip": DaftarPublik}


def fact_title(name: str) -> str:
    """Return what clerks call a fact; empty when it is none."""
    facts = (fact for group in FACTS.values() for fact in group)
    return next((fact.label for fact in facts if fact.name == name), "")


def facts_of(daftar: Daftar | None) -> Mapping[str, str]:
    """Return what a list says of itself already, by name; what it does not say is left out."""
    found: dict[str, str] = {}
    for fact in FACTS[daftar.rows] if daftar else ():
        part, _, key = fact.name.partition(".")
        value = getattr(daftar, part)
        value = getattr(value, key) if key and value else value
        if value:
            found[fact.name] = str(value)
    return found
