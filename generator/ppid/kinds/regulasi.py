"""A regulation that an OPD administers; whether it is in force is computed from relations."""

import re
from collections.abc import Iterator
from enum import StrEnum
from typing import TYPE_CHECKING, ClassVar, Literal

from pydantic import Field

from ppid.core.corpus import Corpus
from ppid.core.kind import BlankFile, FilePattern, FilePlace, Kind
from ppid.core.record import Record
from ppid.core.rule import Finding, at, rule, rules_in
from ppid.diagnostics.diagnostic import Severity
from ppid.diagnostics.places import RecordId
from ppid.kinds.fields import Bulat, FolderOpd, Tanggal, Tautan, Teks
from ppid.values.law_kinds import LAW_KINDS
from ppid.values.text import quoted

if TYPE_CHECKING:
    JenisRegulasi = str
    JenisAcuan = str
else:  # the choices are data, which no checker of types can read
    JenisRegulasi = Literal[tuple(LAW_KINDS)]
    JenisAcuan = Literal[(*LAW_KINDS, "lainnya")]


class Status(StrEnum):
    """Whether a regulation is in force."""

    BERLAKU = "berlaku"
    DIUBAH = "diubah"
    DICABUT = "dicabut"


class Regulasi(Record):
    """A regulation with its relations to others, given as slugs such as `perwal-27-2017`."""

    kind: ClassVar[str] = "regulasi"
    jenis: JenisRegulasi = Field(title="Jenis", description="Jenis peraturan.")
    penerbit: str = Field(
        "",
        title="Penerbit",
        description="Pejabat atau lembaga yang menyusul nama jenisnya, misalnya “Kepala Arsip”.",
    )
    nomor: Teks = Field(title="Nomor", description="Nomor peraturan.")
    tahun: Bulat = Field(title="Tahun", description="Tahun peraturan.")
    tentang: Teks = Field(title="Tentang", description="Judul resmi sesudah kata “tentang”.")
    tanggal_penetapan: Tanggal | None = Field(
        None, title="Ditetapkan", description="Tanggal penetapan."
    )
    tanggal_pengundangan: Tanggal | None = Field(
        None, title="Diundangkan", description="Tanggal pengundangan."
    )
    tempat_penetapan: str = Field("", title="Tempat", description="Tempat penetapan.")
    sumber_pengundangan: str = Field(
        "", title="Sumber pengundangan", description="Misalnya “Berita Daerah … Nomor …”."
    )
    pemrakarsa: FolderOpd = Field("", title="Pemrakarsa", description="Folder OPD pemrakarsa.")
    subjek: tuple[Teks, ...] = Field((), title="Subjek", description="Pokok yang diatur.")
    mengubah: tuple[Teks, ...] = Field((), title="Mengubah", description="Yang diubah olehnya.")
    mencabut: tuple[Teks, ...] = Field((), title="Mencabut", description="Yang dicabut olehnya.")
    hubungan_belum_diketahui: tuple[Teks, ...] = Field(
        (),
        title="Hubungan belum diketahui",
        description="Yang mungkin diubah atau dicabut olehnya, tetapi belum dapat dipastikan.",
    )
    dasar: tuple[Teks, ...] = Field((), title="Dasar", description="Peraturan yang mendasarinya.")
    ringkasan: str = Field("", title="Ringkasan", description="Isinya dengan kata biasa.")
    tautan: Tautan = Field("", title="Tautan", description="Alamat naskahnya, misalnya di JDIH.")
    berkas: Tautan = Field("", title="Berkas", description="Naskah di folder dokumen/.")
    keterangan: str = Field("", title="Keterangan", description="Yang belum diketahui, dll.")
    sumber: Teks = Field(title="Sumber", description="Dari mana keterangan ini diketahui.")


def changed_by(regulasi: Regulasi, corpus: Corpus) -> tuple[Regulasi, ...]:
    """Return the regulations that change this one."""
    return tuple(r for r in corpus.of(Regulasi) if regulasi.id.slug in r.mengubah)


def revoked_by(regulasi: Regulasi, corpus: Corpus) -> tuple[Regulasi, ...]:
    """Return the regulations that revoke this one."""
    return tuple(r for r in corpus.of(Regulasi) if regulasi.id.slug in r.mencabut)


def doubted_by(regulasi: Regulasi, corpus: Corpus) -> tuple[Regulasi, ...]:
    """Return the regulations of which nobody knows yet whether they change or revoke this one."""
    slug = regulasi.id.slug
    return tuple(r for r in corpus.of(Regulasi) if slug in r.hubungan_belum_diketahui)


def status_of(regulasi: Regulasi, corpus: Corpus) -> Status:
    """Compute the status from what others say about this regulation."""
    if revoked_by(regulasi, corpus):
        return Status.DICABUT
    return Status.DIUBAH if changed_by(regulasi, corpus) else Status.BERLAKU


_NAMES_ITSELF = re.compile(
    r"(?:undang|peraturan|keputusan|instruksi|surat)[ -].*\bnomor\b", re.IGNORECASE
)


@rule(
    "REG-003",
    title="Kata-kata tentang mengikuti bentuk judul resmi",
    severity=Severity.PERINGATAN,
    hint="Tulis judul sesudah kata “tentang” seperti pada naskahnya, tanpa titik di akhir.",
    no_basis="Bentuk judul mengikuti naskah resminya; situs ini hanya menjaga agar tidak berubah.",
)
def tentang_mengikuti_judul_resmi(regulasi: Regulasi, _corpus: Corpus) -> Iterator[Finding]:
    reason = _why_not_a_title(regulasi)
    if reason:
        yield at(regulasi, "tentang", f"Judul {quoted(regulasi.tentang)} {reason}")


def _why_not_a_title(regulasi: Regulasi) -> str:
    """Say how a title departs from the official form; empty when it does not."""
    title, amends = regulasi.tentang, regulasi.tentang.lower().startswith("perubahan")
    if title.lower().startswith("tentang "):
        return "mengulang kata “tentang”"
    if title.endswith((".", ";", ",")):
        return "diakhiri tanda baca"
    if _NAMES_ITSELF.match(title):
        return "memuat jenis dan nomor peraturannya sendiri"
    if regulasi.mengubah and not amends:
        return "tidak diawali “Perubahan”, padahal mengubah peraturan lain"
    if amends and not regulasi.mengubah:
        return "diawali “Perubahan”, tetapi yang diubah belum disebut"
    return ""


@rule(
    "REG-005",
    title="Nama berkas sama dengan jenis, nomor, dan tahun peraturan",
    severity=Severity.PERINGATAN,
    hint="Ubah nama berkasnya, atau perbaiki jenis, nomor, dan tahun di dalamnya.",
    no_basis="Alamat halaman dibentuk dari nama berkas; yang keliru menyesatkan pembaca.",
)
def nama_berkas_sama_dengan_nomor(regulasi: Regulasi, _corpus: Corpus) -> Iterator[Finding]:
    number = re.sub(r"[^a-z0-9]+", "-", regulasi.nomor.lower()).strip("-")
    expected = f"{regulasi.jenis}-{number}-{regulasi.tahun}"
    if regulasi.id.slug != expected:
        message = f"Nama berkas “{regulasi.id.slug}.yml” tidak sama dengan isinya"
        yield at(regulasi, "nomor", message, hint=f"Namai berkas ini “{expected}.yml”.")


def _said_by_name(place: FilePlace) -> dict[str, str]:
    """Read “perwal-12” and the year as what a new file already knows.

    Kinds may have hyphens themselves: the longest that fits is meant.
    """
    fits = [jenis for jenis in LAW_KINDS if place.slug.startswith(f"{jenis}-")]
    jenis = max(fits, key=len, default=place.slug.partition("-")[0])
    nomor = place.slug.removeprefix(jenis).lstrip("-")
    return {"jenis": jenis, "nomor": f'"{nomor}"', "tahun": f'"{place.tahun}"'}


KIND = Kind(
    label="Regulasi",
    model=Regulasi,
    files=(FilePattern("opd/{opd}/regulasi/{slug}-{tahun}.yml"),),
    identify=lambda place, _: RecordId(Regulasi.kind, slug=f"{place.slug}-{place.tahun}"),
    rules=rules_in(globals()),
    title="tentang",
    address="regulasi/{slug}/",
    blank=BlankFile(name="regulasi", known=_said_by_name, example="perda-12"),
)
