"""The kinds of laws and the words by which citations are read, as they stand in `law/`.

Read once from the package, not from the corpus: a text must read to the same citations wherever
it stands. That the files are sound is checked where all files of the law are.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

import yaml

from ppid.law import LAW
from ppid.law.yaml_loading import LOADER


def _entries(name: str) -> list[dict[str, Any]]:
    text = (LAW / f"{name}.yml").read_text("utf-8")
    found: list[dict[str, Any]] = yaml.load(text, LOADER)[name.replace("-", "_")]  # noqa: S506 — safe
    return found


_ENTRIES: Final = _entries("kata-rujukan")
_KINDS: Final = _entries("jenis-peraturan")


@dataclass(frozen=True, slots=True)
class LawKind:
    """A kind of law that can be recorded.

    `jenis` is what a record says and its file begins with, `kode` stands before a number, `nama` is
    written in full. `pembuat` is the kind of body that makes it, “daerah” for every region, “badan”
    for every body; it is empty for laws of the nation.
    """

    jenis: str
    kode: str
    nama: str
    pembuat: str


LAW_KINDS: Final[Mapping[str, LawKind]] = {
    jenis: LawKind(jenis, each["kode"], each["nama"], each.get("pembuat", ""))
    for each in _KINDS
    if "nama" in each
    for jenis in (each.get("jenis") or each["kode"].lower().replace(" ", "-"),)
}
"""Every kind that can be recorded, by what a record says, those of the nation first."""


def _read_as(cara: str) -> Mapping[str, tuple[str, ...]]:
    return {each["kode"]: tuple(each["kata"]) for each in _KINDS if each["cara"] == cara}


def _names(guna: str) -> Mapping[str, tuple[str, ...]]:
    return {each["kode"]: tuple(each["kata"]) for each in _ENTRIES if each["guna"] == guna}


def _words(guna: str) -> frozenset[str]:
    return frozenset(word for each in _ENTRIES if each["guna"] == guna for word in each["kata"])


def _laws_by_name(guna: str) -> Mapping[str, tuple[str, ...]]:
    laws: dict[str, tuple[str, ...]] = dict.fromkeys(sorted(_words(guna)), ())
    for each in _ENTRIES:
        if each["guna"] == guna and "kode" in each:
            laws |= {word: (*laws[word], each["kode"]) for word in each["kata"]}
    return laws


NATIONAL: Final = _read_as("nasional")
"""Kinds of which the whole country has one, by code."""
LOCAL: Final = _read_as("daerah")
"""Kinds that every region has: the name of the place may follow."""
OFFICES: Final = _read_as("lembaga")
"""Kinds after which the name of an office follows: “Perka ANRI”, “Keputusan Rektor …”."""
NICKNAMES: Final = _names("julukan")
"""Names that mean one law everywhere, after “UU”, by the code of the law."""
CODES: Final = _laws_by_name("kitab")
"""Codes of law named without a number, with the laws that may be meant: always a question."""
BYNAMES: Final = _laws_by_name("sebutan")
"""Names after “UU” with the laws that may be meant, in the same way: “UU Kesehatan”."""
ALIASES: Final = frozenset(name for names in NICKNAMES.values() for name in names) | BYNAMES.keys()
MINISTRIES: Final = _words("kementerian")
"""What follows “permen”, “kepmen”, “inmen”; a word that is nearly one is a slip of the pen."""
ISSUERS: Final = _words("pejabat")
"""Words with which names of offices begin; a word that is nearly one is a slip of the pen."""
FILLER: Final = _words("pengantar")
"""Words that only lead over to a citation; nothing is lost without them."""
NEGATIONS: Final = _words("pengecuali")
"""Words that take the citation beside them out: “kecuali huruf f”."""
CONDITIONS: Final = _words("syarat")
"""Words that say when a citation holds: “jika”, “apabila”."""
HEDGES: Final = _words("ragu")
"""Words by which a citation is doubted: “mungkin”, “belum pasti”."""
NO_LAWS: Final = _words("bukan-peraturan")
"""What has articles and is no law: “kode etik”, “perjanjian”."""
LOOKALIKES: Final = _words("bukan-salah-ketik")
"""Words of their own that look like one of a citation."""
