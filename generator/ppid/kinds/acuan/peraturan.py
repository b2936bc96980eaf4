"""Laws and regulations that may be cited, with what is known of their validity."""

from collections.abc import Mapping
from datetime import date
from typing import ClassVar

from pydantic import Field

from ppid.core.corpus import Corpus
from ppid.core.kind import FilePattern, Kind
from ppid.core.record import Part, Record
from ppid.diagnostics.places import RecordId
from ppid.kinds.badan import Badan
from ppid.kinds.fields import Bulat, Tanggal, Tautan, Teks, holds_on
from ppid.kinds.regulasi import JenisAcuan, Regulasi
from ppid.values.law_kinds import LAW_KINDS


class Kutipan(Part):
    """A passage, letter by letter as it stands in the law."""

    rujukan: Teks = Field(title="Rujukan", description="Misalnya “Pasal 20 ayat (1)”.")
    teks: Teks = Field(title="Teks", description="Bunyi ketentuan, huruf demi huruf.")


class Peraturan(Record):
    """A law or regulation that records and rules may cite."""

    kind: ClassVar[str] = "peraturan"
    kode: Teks = Field(title="Kode", description="Rujukan pendek, misalnya “UU 14/2008”.")
    jenis: JenisAcuan = Field(title="Jenis", description="Jenis peraturan.")
    nomor: Teks = Field(title="Nomor", description="Nomor peraturan.")
    tahun: Bulat = Field(title="Tahun", description="Tahun peraturan.")
    wilayah: str = Field(
        "", title="Wilayah", description="Bagi peraturan daerah, misalnya “Kota Contoh”."
    )
    tentang: Teks = Field(title="Tentang", description="Judul sesudah kata “tentang”.")
    nama_lain: tuple[Teks, ...] = Field((), title="Nama lain", description="Sebutan yang lazim.")
    mulai: Tanggal | None = Field(None, title="Mulai berlaku", description="Bila diketahui.")
    sampai: Tanggal | None = Field(None, title="Berlaku sampai", description="Bila diketahui.")
    dicabut_oleh: str = Field("", title="Dicabut oleh", description="Kode peraturan pencabut.")
    pasal_terakhir: Bulat | None = Field(
        None, title="Pasal terakhir", description="Nomor pasal terakhir, bila diketahui."
    )
    tautan: Tautan = Field("", title="Tautan", description="Alamat naskah.")
    sumber: Teks = Field(title="Sumber", description="Dari mana keterangan ini diketahui.")
    catatan: str = Field("", title="Catatan", description="Keterangan tambahan.")
    kutipan: tuple[Kutipan, ...] = Field((), title="Kutipan", description="Bunyi ketentuan.")

    def berlaku_pada(self, day: date) -> bool:
        """Tell whether nothing known speaks against validity on a day."""
        return holds_on(day, self.mulai, self.sampai)

    def bunyi(self, rujukan: str) -> str:
        """Return the words of a passage such as “Pasal 20 ayat (1)”; empty when not on file."""
        return next((k.teks for k in self.kutipan if k.rujukan == rujukan), "")

    def huruf_dari(self, rujukan: str) -> tuple[Kutipan, ...]:
        """Return the lettered parts of a passage that are on file, without their own numbers."""
        before = f"{rujukan} huruf "
        return tuple(
            k
            for k in self.kutipan
            if k.rujukan.startswith(before) and " " not in k.rujukan.removeprefix(before)
        )


def split_citation(text: str) -> tuple[str, str]:
    """Split “UU 14/2008 Pasal 22 ayat (7)” into the code of the law and the passage."""
    kode, pasal, rest = text.partition(" Pasal ")
    return kode, f"{pasal.strip()} {rest}".strip()


def slug_of(kode: str) -> str:
    """Turn “UU 14/2008” into the last part of its id."""
    return kode.lower().replace("/", "-").replace(" ", "-")


def find_law(kode: str, corpus: Corpus) -> Peraturan | None:
    """Find a law by its code, by another name on file, or among the regulations of the body."""
    if found := corpus.get(Peraturan, slug=slug_of(kode)):
        return found
    named = next((law for law in corpus.of(Peraturan) if kode in law.nama_lain), None)
    return named or corpus.derive(_own_laws).get(kode)


def _own_laws(corpus: Corpus) -> Mapping[str, Peraturan]:
    """Return what may be cited of each regulation of the body: nobody records it twice."""
    laws = {}
    badan = corpus.get(Badan)
    for regulasi in corpus.of(Regulasi):
        kind = f"{LAW_KINDS[regulasi.jenis].kode} {regulasi.penerbit}".rstrip()
        said = regulasi.model_dump(include={"jenis", "nomor", "tahun", "tentang", "sumber"})
        law = Peraturan.model_validate(
            {
                **said,
                "kode": f"{kind} {regulasi.nomor}/{regulasi.tahun}",
                "wilayah": badan.wilayah[0] if badan else "",
            }
        )
        law.placed(regulasi.id, regulasi.origin)
        laws[law.kode] = law
    return laws


KIND = Kind(
    label="Peraturan acuan",
    model=Peraturan,
    files=(FilePattern("acuan/dasar-hukum.yml"),),
    identify=lambda _, law: RecordId(Peraturan.kind, slug=slug_of(law.kode)),
    entries="peraturan",
    title="tentang",
    single=True,
)
