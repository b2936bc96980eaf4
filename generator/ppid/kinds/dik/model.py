"""One row of a DIK: what is withheld, until when, and what its legal basis leads to."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache, lru_cache
from typing import ClassVar, Final, Literal, NamedTuple

from pydantic import Field

from ppid.core.corpus import Corpus
from ppid.kinds.acuan.alasan import Alasan
from ppid.kinds.acuan.peraturan import Peraturan, find_law
from ppid.kinds.daftar import Butir, DaftarDikecualikan
from ppid.kinds.fields import Dianjurkan, Kode, Lunak, Ringkas, Tanggal, Teks
from ppid.values.citations import KIP, Citation, CitationReading
from ppid.values.citations import read as read_citations
from ppid.values.terms import JangkaWaktu
from ppid.values.terms import read as read_jangka_waktu
from ppid.values.titles import words_in


class InformasiDikecualikan(Butir):
    """Information that is withheld (PerKI 1/2021 Pasal 49 and Lampiran II)."""

    kind: ClassVar[str] = "dik"
    kode: Kode = Field(
        title="Kode", description="Tetap sama untuk informasi yang sama dari tahun ke tahun."
    )
    informasi: Ringkas = Field(
        title="Informasi", description="Informasi tertentu yang dikecualikan, jelas dan terang."
    )
    cakupan: Literal["seluruh", "sebagian"] = Field(
        title="Cakupan", description="Seluruh dokumen atau sebagian saja yang dikecualikan."
    )
    bagian: str = Field(
        "", title="Bagian", description="Bagian yang dikecualikan bila cakupannya sebagian."
    )
    dasar_hukum: Lunak = Field(
        "", title="Dasar hukum", description="Rujukan undang-undang, dipisah dengan titik koma."
    )
    konsekuensi_dibuka: Lunak = Field(
        "", title="Konsekuensi dibuka", description="Akibat bagi publik bila informasi dibuka."
    )
    konsekuensi_ditutup: Dianjurkan = Field(
        "", title="Konsekuensi ditutup", description="Yang dilindungi bila informasi ditutup."
    )
    jangka_waktu: Lunak = Field(
        "", title="Jangka waktu", description="Lama pengecualian, misalnya “5 tahun”."
    )
    mulai: Tanggal | None = Field(
        None, title="Mulai", description="Awal pengecualian; kosong berarti tanggal keputusan."
    )
    penguasa: Teks = Field(
        title="Penguasa informasi", description="Pejabat atau unit yang menguasai informasi."
    )
    penanggung_jawab: Dianjurkan = Field(
        "", title="Penanggung jawab", description="Pejabat yang bertanggung jawab."
    )
    catatan: str = Field(
        "", title="Catatan", description="Syarat pembukaan atau status sebelumnya."
    )


SHORTEST_CONSEQUENCE: Final = 20
"""With fewer letters a consequence is named at most, not explained."""
FEWEST_CONSEQUENCE_WORDS: Final = 3
"""With fewer words beside those of its title nothing is said of a consequence, however long it is.

The shortest one that was measured says four (tests/bekasi/test_data).
"""
_FEWEST_COPIES: Final = 3


def is_unexplained(row: InformasiDikecualikan) -> bool:
    """Tell whether a row says something of its consequence, but too little to explain it."""
    said = row.konsekuensi_dibuka.strip()
    return bool(said) and (len(said) < SHORTEST_CONSEQUENCE or repeats_title(row))


def repeats_title(row: InformasiDikecualikan) -> bool:
    """Tell whether a consequence says next to nothing beside the title."""
    return (
        len(words_in(row.konsekuensi_dibuka) - words_in(row.informasi)) < FEWEST_CONSEQUENCE_WORDS
    )


def with_one_consequence(
    rows: Iterable[InformasiDikecualikan],
) -> Sequence[InformasiDikecualikan]:
    """Return the rows of a list that share one consequence, where most of its rows do."""
    same: dict[str, list[InformasiDikecualikan]] = defaultdict(list)
    for row in rows:
        same[" ".join(row.konsekuensi_dibuka.lower().split())].append(row)
    all_ = sum(map(len, same.values()))
    same.pop("", None)
    most = max(same.values(), key=len, default=[])
    return most if len(most) >= _FEWEST_COPIES and len(most) * 2 > all_ else ()


@dataclass(frozen=True, slots=True)
class Periode:
    """The term of a row: as it is read, and its first and last day; what is not known is None."""

    jangka: JangkaWaktu | None
    mulai: date | None
    berakhir: date | None
    kata_hukum: bool = False
    """Whether it is in the words in which the law itself sets the term of its grounds."""

    @property
    def tanpa_akhir(self) -> bool:
        """Whether the words name no end, or one that will not come."""
        return self.jangka is not None and self.jangka.never_ends(self.mulai)

    @property
    def tanpa_pasal(self) -> bool:
        """Whether it leaves its end to a regulation without saying to which article."""
        dasar = self.jangka.dasar if self.jangka else None
        return dasar is not None and not dasar.pasal

    @property
    def tanpa_kejadian(self) -> bool:
        """Whether it waits for something of which nobody can say that it has happened."""
        return self.jangka is not None and self.jangka.names_no_event

    @property
    def jelas(self) -> bool:
        """Whether it is clear when the term ends; an event ends only what is known to have begun.

        The length of a term is clear also where its first day is not known.
        """
        if self.jangka is None or self.tanpa_akhir or self.tanpa_pasal or self.tanpa_kejadian:
            return False
        if self.kata_hukum:
            return True
        began = self.jangka.follows_event and self.mulai is not None
        return began or not self.jangka.is_unclear

    def sudah_berakhir(self, day: date) -> bool:
        """Tell whether the last day lies before a day; what is not known has not ended."""
        return self.berakhir is not None and self.berakhir < day


def daftar_of(row: InformasiDikecualikan, corpus: Corpus) -> DaftarDikecualikan | None:
    """Find the list to which a row belongs."""
    return corpus.get(DaftarDikecualikan, row.id.opd, row.id.tahun)


def periode_of(row: InformasiDikecualikan, corpus: Corpus) -> Periode:
    """Return the term of a row: it begins on its own day, or on that of the list's decision.

    Whoever asks when an exclusion begins or ends asks here. The day on which a list was handed in
    begins nothing: PerKI 1/2021 Pasal 49 ayat (6) huruf e wants the term in the decision.
    """
    daftar = None if row.mulai else daftar_of(row, corpus)
    decided = daftar.ditetapkan if daftar else None
    periode = _periode(row.jangka_waktu, row.mulai or decided)
    if not row.jangka_waktu.lower().startswith("selama"):
        return periode
    words = row.jangka_waktu.strip(" .").lower()
    grounds = [alasan for _, alasan in dasar_of(row, corpus).alasan if alasan]
    lawful = any(words in alasan.kata_jangka_waktu for alasan in grounds)
    return replace(periode, kata_hukum=True) if lawful else periode


@lru_cache(maxsize=16384)
def _periode(jangka_waktu: str, mulai: date | None) -> Periode:
    """Compute the last day once for each text and first day: rows repeat a few hundred."""
    jangka = read_jangka_waktu(jangka_waktu).value
    return Periode(jangka, mulai, jangka.berakhir(mulai) if jangka else None)


@dataclass(frozen=True, slots=True)
class Dasar:
    """A legal basis with what its citations lead to; what leads nowhere is paired with None."""

    reading: CitationReading
    peraturan: tuple[tuple[Citation, Peraturan | None], ...]
    alasan: tuple[tuple[Citation, Alasan | None], ...]
    sound: bool


def dasar_of(row: InformasiDikecualikan, corpus: Corpus) -> Dasar:
    """Resolve the legal basis of a row; thousands of rows repeat a few hundred."""
    return corpus.derive(_resolver)(row.dasar_hukum)


def _resolver(corpus: Corpus) -> Callable[[str], Dasar]:
    @cache
    def resolve(text: str) -> Dasar:
        reading = read_citations(text)
        laws = tuple((c, find_law(c.peraturan, corpus)) for c in reading.citations)
        grounds = tuple((c, corpus.get(Alasan, slug=c.huruf)) for c in _grounds_in(reading))
        plain = reading.is_normal and not reading.problems and bool(grounds)
        exists = all(ground for _, ground in grounds) and all(
            law and not beyond(citation, law) for citation, law in laws
        )
        return Dasar(reading, laws, grounds, plain and exists)

    return resolve


def _grounds_in(reading: CitationReading) -> Iterator[Citation]:
    for citation in reading.citations:
        if (citation.peraturan, citation.pasal) == (KIP, "17") and citation.huruf:
            yield citation


def beyond(citation: Citation, peraturan: Peraturan) -> str:
    """Say how a citation goes beyond its law; empty when it does not, or nothing is known."""
    last = peraturan.pasal_terakhir
    if last and citation.pasal.isdigit() and not 0 < int(citation.pasal) <= last:
        return f"{peraturan.kode} berakhir pada Pasal {last}"
    is_ground = (citation.peraturan, citation.pasal) == (KIP, "17")
    if is_ground and citation.ayat and not citation.huruf:  # beside a letter the reading names it
        return "Pasal 17 tidak berayat"
    return ""


class Keputusan(NamedTuple):
    """What a row needs to know of its list: when it was decided, and whether it is the newest."""

    tanggal: date | None = None
    terbaru: bool = True


def keputusan_of(row: InformasiDikecualikan, corpus: Corpus) -> Keputusan:
    """Return the decision behind a row."""
    return corpus.derive(_decisions).get(row.id[1:3]) or Keputusan()


def _decisions(corpus: Corpus) -> Mapping[tuple[str, int], Keputusan]:
    newest: dict[str, int] = {}
    for daftar in corpus.of(DaftarDikecualikan):
        newest[daftar.id.opd] = max(daftar.id.tahun, newest.get(daftar.id.opd, 0))
    return {
        daftar.id[1:3]: Keputusan(
            daftar.ditetapkan,
            daftar.id.tahun == newest[daftar.id.opd],
        )
        for daftar in corpus.of(DaftarDikecualikan)
    }


def alasan_of(row: InformasiDikecualikan) -> tuple[Citation, ...]:
    """Return the citations of UU 14/2008 Pasal 17 that name a letter: the grounds."""
    return tuple(_grounds_in(read_citations(row.dasar_hukum)))
