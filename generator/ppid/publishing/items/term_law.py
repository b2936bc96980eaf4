"""What the law says about the end of an exclusion: the passages that item pages quote."""

from dataclasses import dataclass
from typing import NamedTuple

from ppid.core.corpus import Corpus
from ppid.core.page import Quote
from ppid.kinds.acuan.peraturan import Peraturan, slug_of


class _Passage(NamedTuple):
    """Where the words stand, and what they mean in ours."""

    kode: str
    rujukan: str
    arti: str = ""


_ENDS = (
    _Passage(
        "PerKI 1/2021",
        "Pasal 52 ayat (1)",
        "PPID menetapkan informasi itu menjadi Informasi Publik sebelum masanya habis. “Hari” di "
        "sini berarti hari kerja (Pasal 1 angka 22).",
    ),
    _Passage(
        "PerKI 1/2021",
        "Pasal 52 ayat (2)",
        "Tanpa penetapan itu pun, informasi menjadi Informasi Publik begitu masanya berakhir.",
    ),
)
_STATED = _Passage(
    "PerKI 1/2021",
    "Pasal 49 ayat (6)",
    "Jangka waktu termasuk isi surat keputusan pengecualian.",
)
_STATED_LETTER = "e"
_NOT_PERMANENT = _Passage(
    "UU 14/2008",
    "Pasal 20 ayat (1)",
    "Pengecualian dengan alasan huruf a sampai huruf f harus ada akhirnya.",
)


@dataclass(frozen=True, slots=True)
class TermLaw:
    """The passages that belong to a term, as far as they are on file."""

    ends: tuple[Quote, ...]
    """The term has an end: what happens then."""
    stated: tuple[Quote, ...]
    """The end is not known: a decision states its term, and what happens at its end."""
    not_permanent: tuple[Quote, ...]
    """There is to be no end, although the ground does not allow that."""


def term_law_of(corpus: Corpus) -> TermLaw:
    """Gather the passages of a corpus."""
    ends = _quotes(corpus, *_ENDS)
    return TermLaw(ends, _stated(corpus) + ends, _quotes(corpus, _NOT_PERMANENT) + ends)


def _stated(corpus: Corpus) -> tuple[Quote, ...]:
    """Quote the opening of a passage with the one letter that speaks of the term."""
    address = f"{_STATED.rujukan} huruf {_STATED_LETTER}"
    opening = _words(corpus, _STATED)
    letter = _words(corpus, _Passage(_STATED.kode, address))
    if not opening or not letter:
        return ()
    words = f"{opening}\n[…] {_STATED_LETTER}. {letter}"
    return (Quote(f"{_STATED.kode} {address}", words, _STATED.arti),)


def _quotes(corpus: Corpus, *passages: _Passage) -> tuple[Quote, ...]:
    return tuple(
        Quote(f"{passage.kode} {passage.rujukan}", words, passage.arti)
        for passage in passages
        if (words := _words(corpus, passage))
    )


def _words(corpus: Corpus, passage: _Passage) -> str:
    law = corpus.get(Peraturan, slug=slug_of(passage.kode))
    return law.quote(passage.rujukan) if law else ""
