"""One row of a DIK: what is withheld, on which ground, and until when."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar, Literal

from pydantic import Field

from ppid.core.corpus import Corpus
from ppid.kinds.daftar import Butir, DaftarDikecualikan
from ppid.kinds.fields import Dianjurkan, Kode, Lunak, Ringkas, Tanggal, Teks
from ppid.values.citations import Citation, read_citations
from ppid.values.terms import read_jangka_waktu


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
    """The days during which a row is withheld; an end that cannot be computed is None."""

    mulai: date | None
    berakhir: date | None


def daftar_of(row: InformasiDikecualikan, corpus: Corpus) -> DaftarDikecualikan | None:
    """Find the list to which a row belongs."""
    return corpus.get(DaftarDikecualikan, row.id.opd, row.id.tahun)


def periode_of(row: InformasiDikecualikan, corpus: Corpus) -> Periode:
    """Compute the term: it starts at `mulai`, or on the day of the decision."""
    daftar = daftar_of(row, corpus)
    decided = daftar.penetapan.tanggal if daftar and daftar.penetapan else None
    mulai = row.mulai or decided
    jangka = read_jangka_waktu(row.jangka_waktu).value
    return Periode(mulai, jangka.berakhir(mulai) if jangka else None)


def alasan_of(row: InformasiDikecualikan) -> tuple[Citation, ...]:
    """Return the citations of UU 14/2008 Pasal 17 that name a letter: the grounds."""
    return tuple(
        citation
        for citation in read_citations(row.dasar_hukum).citations
        if citation.peraturan == "UU 14/2008" and citation.pasal == "17" and citation.huruf
    )
