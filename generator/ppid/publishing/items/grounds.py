"""The legal basis of a row: each ground quoted and explained, and the other laws that it names."""

from collections.abc import Iterable
from dataclasses import dataclass

from ppid.core.corpus import Corpus
from ppid.core.page import Cell, Fact, Quote
from ppid.kinds.acuan.alasan import Alasan
from ppid.kinds.acuan.peraturan import Peraturan
from ppid.kinds.dik.model import Dasar, InformasiDikecualikan, dasar_of
from ppid.kinds.wording import format_tanggal
from ppid.values.citations import KIP, Citation
from ppid.values.text import joined

_ADDRESS = f"{KIP} Pasal 17"
_MANY = 3


@dataclass(frozen=True, slots=True)
class Ground:
    """A letter of Pasal 17 with the numbers that a row names."""

    huruf: str
    label: str
    url: str
    quote: Quote


@dataclass(frozen=True, slots=True)
class OtherLaw:
    """A law that is named beside Pasal 17; what is not on file has no title."""

    rujukan: str
    tentang: str
    keterangan: str
    url: str


@dataclass(frozen=True, eq=False, slots=True)
class LegalBasis:
    """The legal basis of all rows with the same text; one object, so that it is printed once."""

    tertulis: str
    grounds: tuple[Ground, ...]
    others: tuple[OtherLaw, ...]
    because: str
    permanent: bool
    """Whether no ground forbids a term without end (Pasal 20 ayat (1) names a to f)."""


class LegalBases:
    """The legal bases of a corpus by their text; thousands of rows share a few hundred."""

    def __init__(self, corpus: Corpus) -> None:
        """Start with nothing worked out."""
        self._corpus = corpus
        self._known: dict[str, LegalBasis] = {}

    def of(self, row: InformasiDikecualikan) -> LegalBasis:
        """Return what stands behind the legal basis of a row."""
        found = self._known.get(row.dasar_hukum)
        if found is None:
            dasar = dasar_of(row, self._corpus)
            found = self._known[row.dasar_hukum] = _legal_basis(row.dasar_hukum, dasar)
        return found


def _legal_basis(text: str, dasar: Dasar) -> LegalBasis:
    numbers: dict[str, list[str]] = {}
    alasan_by_letter: dict[str, Alasan] = {}
    for citation, alasan in dasar.alasan:
        if alasan:
            alasan_by_letter[alasan.huruf] = alasan
            numbers.setdefault(alasan.huruf, []).append(citation.angka)
    letters = list(alasan_by_letter.values())
    grounds = tuple(_ground(alasan, numbers[alasan.huruf]) for alasan in letters)
    others = tuple(
        _other(citation, law)
        for citation, law in dasar.peraturan
        if (citation.peraturan, citation.pasal) != (KIP, "17")
    )
    permanent = all(alasan.permanen != "tidak" for alasan in letters)
    return LegalBasis(text, grounds, others, _because(letters), permanent)


def _because(letters: list[Alasan]) -> str:
    """Say the grounds in plain words, then their letters: “dapat … (UU 14/2008 Pasal 17 …)”.

    More than three are named by their letters alone: a sentence must stay one.
    """
    if not letters:
        return ""
    address = f"{_ADDRESS} {joined([f'huruf {alasan.huruf}' for alasan in letters])}"
    if len(letters) > _MANY:
        return address
    reasons = joined([alasan.sebab or f"alasan {alasan.label.lower()}" for alasan in letters])
    return f"{reasons} ({address})"


def _ground(alasan: Alasan, named: list[str]) -> Ground:
    """Quote a letter with the numbers that were named; an unknown number stays unquoted."""
    known = [angka for angka in alasan.angka if angka.nomor in named]
    address = f"{_ADDRESS} huruf {alasan.huruf}"
    if known:
        address += f" {joined([f'angka {angka.nomor}' for angka in known])}"
    words = "\n".join([alasan.teks, *(f"[…] {a.nomor}. {a.teks}" for a in known)])
    url = f"tentang/alasan-pengecualian/#huruf-{alasan.huruf}"
    return Ground(alasan.huruf, alasan.label, url, Quote(address, words, facts=explained(alasan)))


def explained(alasan: Alasan) -> tuple[Fact, ...]:
    """Say in our words what a ground covers, what it does not, and how long it lasts."""
    term = alasan.aturan_jangka_waktu
    if alasan.dasar_jangka_waktu:
        term = f"{term.removesuffix('.')} ({alasan.dasar_jangka_waktu})."
    parts = (
        ("Cakupannya", alasan.penjelasan),
        ("Batasnya", alasan.batasan),
        ("Lamanya", term),
    )
    return tuple(Fact(label, (Cell(text),)) for label, text in parts if text)


def _other(citation: Citation, law: Peraturan | None) -> OtherLaw:
    if law is None:
        return OtherLaw(str(citation), "", "", "")
    url = f"tentang/dasar-hukum/{law.id.slug}/" if law.kutipan else "tentang/dasar-hukum/"
    return OtherLaw(str(citation), law.tentang, "; ".join(_validity(law)), url)


def _validity(law: Peraturan) -> Iterable[str]:
    if law.sampai:
        yield f"berlaku sampai {format_tanggal(law.sampai)}"
    if law.dicabut_oleh:
        yield f"dicabut oleh {law.dicabut_oleh}"
