"""One row of a DIK: what is withheld, on which ground, and until when."""

from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import ClassVar, Literal

from pydantic import Field

from ppid.core.corpus import Corpus
from ppid.kinds.daftar import Butir, DaftarDikecualikan
from ppid.kinds.fields import Dianjurkan, Kode, Lunak, Ringkas, Tanggal, Teks
from ppid.values.citations import Citation, read_citations
from ppid.values.terms import Bentuk, JangkaWaktu, read_jangka_waktu


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


@dataclass(frozen=True, slots=True)
class Periode:
    """The term of a row: as it is read, and its first and last day; what is not known is None."""

    jangka: JangkaWaktu | None
    mulai: date | None
    berakhir: date | None

    @property
    def jelas(self) -> bool:
        """Whether it is clear when the term ends; an event ends only what is known to have begun.

        The length of a term is clear also where its first day is not known.
        """
        if self.jangka is None:
            return False
        began = self.jangka.bentuk is Bentuk.SAMPAI_PERISTIWA and self.mulai is not None
        return began or not self.jangka.is_unclear


def daftar_of(row: InformasiDikecualikan, corpus: Corpus) -> DaftarDikecualikan | None:
    """Find the list to which a row belongs."""
    return corpus.get(DaftarDikecualikan, row.id.opd, row.id.tahun)


def periode_of(row: InformasiDikecualikan, corpus: Corpus) -> Periode:
    """Return the term of a row: it begins on its own day, or on that of the list's decision.

    Whoever asks when an exclusion begins or ends asks here. The day on which a list was handed in
    begins nothing: PerKI 1/2021 Pasal 49 ayat (6) huruf e wants the term in the decision.
    """
    daftar = None if row.mulai else daftar_of(row, corpus)
    decided = daftar.penetapan.tanggal if daftar and daftar.penetapan else None
    return _periode(row.jangka_waktu, row.mulai or decided)


@lru_cache(maxsize=16384)
def _periode(jangka_waktu: str, mulai: date | None) -> Periode:
    """Compute the last day once for each text and first day: rows repeat a few hundred."""
    jangka = read_jangka_waktu(jangka_waktu).value
    return Periode(jangka, mulai, jangka.berakhir(mulai) if jangka else None)


def alasan_of(row: InformasiDikecualikan) -> tuple[Citation, ...]:
    """Return the citations of UU 14/2008 Pasal 17 that name a letter: the grounds."""
    return tuple(
        citation
        for citation in read_citations(row.dasar_hukum).citations
        if citation.peraturan == "UU 14/2008" and citation.pasal == "17" and citation.huruf
    )
