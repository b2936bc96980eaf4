"""A published activity: facts in the front matter, the story in own words below it."""

from collections.abc import Iterator
from typing import ClassVar, Literal

from pydantic import Field

from ppid.core.corpus import Corpus
from ppid.core.kind import BlankFile, FilePattern, Kind
from ppid.core.record import Part, Record
from ppid.core.rule import Finding, at, rule, rules_in
from ppid.diagnostics.diagnostic import Severity
from ppid.diagnostics.places import RecordId
from ppid.kinds.fields import Tanggal, Tautan, Teks
from ppid.values.dates import format_tanggal
from ppid.values.text import quoted


class Gambar(Part):
    """A picture with the words that stand for it."""

    berkas: Tautan = Field(title="Berkas", description="Berkas di folder dokumen/.")
    alt: str = Field("", title="Teks pengganti", description="Apa yang terlihat di gambar.")
    sumber: str = Field("", title="Sumber gambar", description="Siapa pemilik gambar.")


class Kegiatan(Record):
    """An activity of the PPID on one day."""

    kind: ClassVar[str] = "kegiatan"
    judul: Teks = Field(title="Judul", description="Judul kegiatan.")
    tanggal: Tanggal = Field(title="Tanggal", description="Hari kegiatan.")
    jenis: Literal[
        "rapat-koordinasi",
        "kunjungan-kerja",
        "sosialisasi",
        "pelatihan",
        "monev",
        "penghargaan",
        "lainnya",
    ] = Field(title="Jenis", description="Jenis kegiatan.")
    tempat: str = Field("", title="Tempat", description="Tempat kegiatan.")
    peserta: tuple[Teks, ...] = Field((), title="Peserta", description="Lembaga atau jabatan.")
    terkait: tuple[Teks, ...] = Field(
        (), title="Terkait", description="Regulasi, OPD, atau catatan yang berkaitan."
    )
    gambar: tuple[Gambar, ...] = Field((), title="Gambar", description="Gambar kegiatan.")
    sumber: str = Field("", title="Sumber", description="Dari mana keterangan ini diketahui.")
    isi: str = Field("", title="Isi", description="Uraian dalam Markdown.")


@rule(
    "KGT-001",
    title="Tanggal kegiatan sama dengan tanggal di nama berkas dan sudah lewat",
    severity=Severity.GALAT,
    hint="Samakan tanggal di nama berkas dengan bidang tanggal.",
    legal_basis=("UU 14/2008 Pasal 7 ayat (2)",),
)
def tanggal_sama_dengan_nama_berkas(kegiatan: Kegiatan, corpus: Corpus) -> Iterator[Finding]:
    in_name = kegiatan.id.slug[:10]
    if in_name != kegiatan.tanggal.isoformat():
        message = f"Tanggal kegiatan {kegiatan.tanggal}, tetapi nama berkasnya {in_name}"
        yield at(kegiatan, "tanggal", message)
    elif kegiatan.tanggal > corpus.today:
        message = f"Tanggal kegiatan {format_tanggal(kegiatan.tanggal)} belum tiba"
        hint = "Terbitkan sesudah kegiatan berlangsung, atau perbaiki tahunnya."
        yield at(kegiatan, "tanggal", message, hint=hint)


@rule(
    "KGT-002",
    title="Setiap gambar mempunyai teks pengganti dan sumber",
    severity=Severity.PERINGATAN,
    hint="Tulis di “alt” apa yang terlihat, dan di “sumber” siapa yang membuat gambarnya.",
    legal_basis=("PerKI 1/2021 Pasal 24 ayat (4)",),
)
def gambar_mempunyai_teks_pengganti(kegiatan: Kegiatan, _corpus: Corpus) -> Iterator[Finding]:
    for index, gambar in enumerate(kegiatan.gambar):
        lacking = {"teks pengganti": not gambar.alt, "sumber": not gambar.sumber}
        named = " dan ".join(name for name, lacks in lacking.items() if lacks)
        if named:
            message = f"Gambar {quoted(gambar.berkas)} belum mempunyai {named}"
            yield at(kegiatan, ("gambar", index, "berkas"), message)


@rule(
    "KGT-003",
    title="Keterangan kegiatan mempunyai sumber",
    severity=Severity.PERINGATAN,
    hint="Tulis di “sumber” dari mana tanggal, tempat, dan pesertanya diketahui.",
    legal_basis=("UU 14/2008 Pasal 7 ayat (2)",),
)
def kegiatan_mempunyai_sumber(kegiatan: Kegiatan, _corpus: Corpus) -> Iterator[Finding]:
    if not kegiatan.sumber:
        message = f"Kegiatan {quoted(kegiatan.judul)} belum menyebut sumber keterangannya"
        yield at(kegiatan, "judul", message)


KIND = Kind(
    label="Kegiatan",
    model=Kegiatan,
    files=(FilePattern("opd/{opd}/kegiatan/{tanggal}-{slug}.md"),),
    identify=lambda place, _: RecordId(Kegiatan.kind, slug=place.slug),
    body="isi",
    rules=rules_in(globals()),
    title="judul",
    address="kegiatan/{slug}/",
    blank=BlankFile(
        name="kegiatan",
        known=lambda place: {"tanggal": place.slug[:10]},
        example="rapat-koordinasi",
    ),
)
