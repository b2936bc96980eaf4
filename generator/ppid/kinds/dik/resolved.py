"""What rows share, worked out once for a corpus: legal bases resolved, and lists with their days.

Thousands of rows repeat a few hundred texts. Only the last two corpora are remembered: a review
compares two, and a server that reloads must let go of the old ones.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache
from typing import NamedTuple

from ppid.core.corpus import Corpus
from ppid.kinds.acuan.alasan import Alasan
from ppid.kinds.acuan.peraturan import Peraturan, slug_of
from ppid.kinds.daftar import DaftarDikecualikan
from ppid.kinds.dik.model import InformasiDikecualikan
from ppid.values.citations import Citation, CitationReading, read_citations

KIP = "UU 14/2008"


@dataclass(frozen=True, slots=True)
class Dasar:
    """A legal basis with what its citations lead to; what leads nowhere is paired with None."""

    reading: CitationReading
    peraturan: tuple[tuple[Citation, Peraturan | None], ...]
    alasan: tuple[tuple[Citation, Alasan | None], ...]
    sound: bool


def dasar_of(row: InformasiDikecualikan, corpus: Corpus) -> Dasar:
    """Resolve the legal basis of a row."""
    return _resolver(corpus)(row.dasar_hukum)


@lru_cache(maxsize=2)
def _resolver(corpus: Corpus) -> Callable[[str], Dasar]:
    @cache
    def resolve(text: str) -> Dasar:
        reading = read_citations(text)
        laws = tuple((c, _peraturan_of(c.peraturan, corpus)) for c in reading.citations)
        grounds = tuple(
            (c, corpus.get(Alasan, slug=c.huruf)) for c in reading.citations if _is_ground(c)
        )
        plain = reading.is_normal and not reading.problems and bool(grounds)
        exists = all(ground for _, ground in grounds) and all(
            law and not beyond(citation, law) for citation, law in laws
        )
        return Dasar(reading, laws, grounds, plain and exists)

    return resolve


def _is_ground(citation: Citation) -> bool:
    return (citation.peraturan, citation.pasal) == (KIP, "17") and bool(citation.huruf)


def _peraturan_of(kode: str, corpus: Corpus) -> Peraturan | None:
    """Find a law by its code, or else by another name under which it is on file."""
    found = corpus.get(Peraturan, slug=slug_of(kode))
    return found or next((law for law in corpus.of(Peraturan) if kode in law.nama_lain), None)


def beyond(citation: Citation, peraturan: Peraturan) -> str:
    """Say how a citation goes beyond its law; empty when it does not, or nothing is known."""
    last = peraturan.pasal_terakhir
    if last and citation.pasal.isdigit() and not 0 < int(citation.pasal) <= last:
        return f"{peraturan.kode} berakhir pada Pasal {last}"
    if (citation.peraturan, citation.pasal) == (KIP, "17") and citation.ayat:
        return "Pasal 17 tidak mempunyai ayat"
    return ""


class Keputusan(NamedTuple):
    """What a row needs to know of its list: when it was decided, and whether it is the newest."""

    tanggal: date | None = None
    terbaru: bool = True


def keputusan_of(row: InformasiDikecualikan, corpus: Corpus) -> Keputusan:
    """Return the decision behind a row."""
    _, opd, tahun, _ = row.id
    return _decisions(corpus).get((opd, tahun)) or Keputusan()


@lru_cache(maxsize=2)
def _decisions(corpus: Corpus) -> Mapping[tuple[str, int], Keputusan]:
    newest: dict[str, int] = {}
    for daftar in corpus.of(DaftarDikecualikan):
        newest[daftar.id.opd] = max(daftar.id.tahun, newest.get(daftar.id.opd, 0))
    return {
        (daftar.id.opd, daftar.id.tahun): Keputusan(
            daftar.penetapan.tanggal if daftar.penetapan else None,
            daftar.id.tahun == newest[daftar.id.opd],
        )
        for daftar in corpus.of(DaftarDikecualikan)
    }
