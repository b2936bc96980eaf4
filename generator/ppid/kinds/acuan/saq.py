"""The questions by which a body is evaluated, with what answers them: obligations and pages."""

from collections.abc import Callable, Iterator
from typing import ClassVar, Final, Literal

from pydantic import Field

from ppid.core.corpus import Corpus
from ppid.core.kind import FilePattern, Kind
from ppid.core.record import Part, Record
from ppid.core.rule import Finding, at, codes_taken, rule, rules_in
from ppid.diagnostics.diagnostic import Severity, offer
from ppid.diagnostics.places import RecordId
from ppid.kinds.acuan.kewajiban import kumpulan_in
from ppid.kinds.fields import Desimal, Teks
from ppid.values.text import nearest, quoted


class HalamanBukti(Part):
    """A page of this site that answers a question, whatever the year."""

    judul: Teks = Field(title="Judul", description="Apa yang ada di halaman itu.")
    alamat: str = Field("", title="Alamat", description="Alamat dalam situs ini, misalnya opd/.")


class Indikator(Part):
    """A group of questions."""

    kode: Teks = Field(title="Kode", description="Misalnya kualitas-informasi.")
    nama: Teks = Field(title="Nama", description="Nama indikator menurut sumbernya.")
    bobot: Desimal | None = Field(
        None, title="Bobot", description="Nilai tertingginya; kosong bila tidak terbaca."
    )
    sumber: Teks = Field(title="Sumber", description="Di mana indikator ini dibaca.")


class Pertanyaan(Part):
    """One question, told in our words, with what on this site answers it."""

    kode: Teks = Field(title="Kode", description="Nomor tetap di situs ini, misalnya 2-03.")
    indikator: Teks = Field(title="Indikator", description="Kode indikatornya.")
    teks: Teks = Field(title="Teks", description="Pertanyaannya, dengan kata-kata situs ini.")
    bobot: Desimal | None = Field(
        None, title="Bobot", description="Nilai tertingginya; kosong bila tidak terbaca."
    )
    sumber: Teks = Field(title="Sumber", description="Di mana butir ini dibaca.")
    status: Literal["dibaca", "tahun-lain", "disimpulkan"] = Field(
        "disimpulkan", title="Status", description="Seberapa pasti butir ini ditanyakan tahun itu."
    )
    kewajiban: tuple[Teks, ...] = Field(
        (), title="Kewajiban", description="Kode yang menjawabnya; “berkala.*” berarti semuanya."
    )
    aturan: tuple[Teks, ...] = Field(
        (), title="Aturan", description="Aturan pemeriksaan yang terkait."
    )
    halaman: tuple[HalamanBukti, ...] = Field(
        (), title="Halaman", description="Halaman situs ini yang menjawabnya."
    )
    catatan: str = Field("", title="Catatan", description="Yang tidak dapat dijawab situs ini.")


class KuesionerSaq(Record):
    """The questions of one year."""

    kind: ClassVar[str] = "saq"
    judul: Teks = Field(title="Judul", description="Nama kuesionernya.")
    sumber: Teks = Field(title="Sumber", description="Dari mana butir-butirnya diketahui.")
    bentuk: str = Field(
        "", title="Bentuk", description="Kuesioner yang susunan kolomnya dipakai dalam formulir."
    )
    catatan: str = Field("", title="Catatan", description="Keterangan tambahan.")
    indikator: tuple[Indikator, ...] = Field(title="Indikator", description="Daftar indikator.")
    pertanyaan: tuple[Pertanyaan, ...] = Field(title="Pertanyaan", description="Daftarnya.")


STATUS_PERTANYAAN: Final = {
    "dibaca": "dibaca dalam kuesioner tahun itu",
    "tahun-lain": "dibaca dalam kuesioner tahun lain",
    "disimpulkan": "disimpulkan dari sumbernya",
}
"""How sure it is that a question was asked in its year."""


def covers(written: str) -> Callable[[str], bool]:
    """Tell of a code whether a question means it: exactly, or by “berkala.*”."""
    prefix = written.removesuffix("*")
    return (lambda kode: kode.startswith(prefix)) if prefix != written else written.__eq__


@rule(
    "SAQ-001",
    title="Kuesioner merujuk indikator dan kewajiban yang ada",
    severity=Severity.PERINGATAN,
    hint="Pakai kode dari daftar indikator berkas ini dan dari data/acuan/kewajiban/.",
    no_basis="Kuesioner adalah acuan penilaian, bukan ketentuan.",
)
def kuesioner_merujuk_yang_ada(saq: KuesionerSaq, corpus: Corpus) -> Iterator[Finding]:
    kumpulan = kumpulan_in(saq.id.tahun, corpus)
    duties = [k.kode for k in kumpulan.kewajiban] if kumpulan else []
    groups = [indikator.kode for indikator in saq.indikator]
    for index, each in enumerate(saq.pertanyaan):
        if each.indikator not in groups:
            message = f"Indikator {quoted(each.indikator)} tidak ada dalam berkas ini"
            hint = offer(nearest(each.indikator, groups))
            yield at(saq, ("pertanyaan", index, "indikator"), message, hint=hint)
        for place, kode in enumerate(each.kewajiban):
            if not any(map(covers(kode), duties)):
                message = f"Kewajiban {quoted(kode)} tidak ada untuk tahun {saq.id.tahun}"
                route = ("pertanyaan", index, "kewajiban", place)
                yield at(saq, route, message, hint=offer(nearest(kode, duties)))


@rule(
    "SAQ-002",
    title="Setiap pertanyaan kuesioner berkode sendiri",
    severity=Severity.GALAT,
    hint="Beri kode yang belum dipakai; kode menjadi alamat halaman pertanyaan.",
    no_basis="Dua pertanyaan tidak dapat beralamat sama.",
)
def kode_pertanyaan_tunggal(saq: KuesionerSaq, _corpus: Corpus) -> Iterator[Finding]:
    yield from codes_taken(saq, "pertanyaan", [each.kode for each in saq.pertanyaan])


KIND = Kind(
    label="Kuesioner penilaian",
    model=KuesionerSaq,
    files=(FilePattern("acuan/saq/{tahun}.yml"),),
    identify=lambda place, _: RecordId(KuesionerSaq.kind, tahun=place.tahun),
    rules=rules_in(globals()),
    title="judul",
    single=True,
)
