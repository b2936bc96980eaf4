"""An OPD: its profile, how to reach it, and the pages that gather what it has handed in."""

from collections.abc import Iterator
from datetime import date
from enum import StrEnum
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from ppid.core.corpus import Corpus
from ppid.core.kind import BlankFile, FilePattern, Kind
from ppid.core.record import Part, Record
from ppid.core.rule import Finding, at, rule, rules_in
from ppid.diagnostics.diagnostic import Severity
from ppid.diagnostics.places import RecordId
from ppid.kinds.fields import KATA, Benar, FolderOpd, Kanal, Tanggal, Tautan, Teks, holds_on
from ppid.values.text import quoted


class BesideOffices(StrEnum):
    """What stands on the site beside the pages of offices, so that no office may be called so."""

    BERSAMA = "bersama"
    INDEX = "index"
    KATEGORI = "kategori"
    KEWAJIBAN = "kewajiban"
    PENYERAHAN = "penyerahan"
    VERIFIKASI = "verifikasi"


class Kepala(Part):
    """The head of an OPD: the office, never the person."""

    jabatan: Annotated[Teks, KATA] = Field(title="Jabatan", description="Nama jabatan kepala.")


class Sk(Part):
    """The decision that appoints the PPID Pelaksana."""

    nomor: Teks = Field(title="Nomor SK", description="Nomor surat keputusan.")
    tanggal: Tanggal = Field(title="Tanggal SK", description="Tanggal surat keputusan.")
    tautan: Tautan = Field("", title="Tautan SK", description="Alamat naskah surat keputusan.")


class PpidPelaksana(Part):
    """The information officer of an OPD, with the decision or the word that there is none."""

    jabatan: Annotated[Teks, KATA] = Field(
        title="Jabatan", description="Jabatan yang menjadi PPID di OPD ini."
    )
    sk: Sk | None = Field(None, title="SK", description="Surat keputusan penunjukan.")
    belum: Benar = Field(
        default=False, title="Belum ada SK", description="true bila SK belum diketahui."
    )
    sumber: str = Field(
        "", title="Sumber", description="Dari mana jabatan ini diketahui sebagai PPID."
    )


class ProfilOpd(Record):
    """The profile of a perangkat daerah."""

    kind: ClassVar[str] = "opd"
    nama: Teks = Field(title="Nama", description="Nama resmi.")
    singkatan: Teks = Field(title="Singkatan", description="Singkatan yang lazim.")
    nama_lain: tuple[Teks, ...] = Field(
        (), title="Nama lain", description="Ejaan lain, nama lama, dan sebutan sehari-hari."
    )
    jenis: Literal[
        "sekretariat",
        "inspektorat",
        "dinas",
        "badan",
        "kecamatan",
        "kelurahan",
        "desa",
        "uptd",
        "rsud",
        "satuan",
        "lainnya",
    ] = Field(title="Jenis", description="Jenis perangkat daerah.")
    alamat: str = Field("", title="Alamat", description="Alamat kantor.")
    surel: str = Field("", title="Surel", description="Alamat surat elektronik resmi.")
    telepon: tuple[Teks, ...] = Field((), title="Telepon", description="Nomor telepon kantor.")
    situs: Tautan = Field("", title="Situs", description="Alamat situs resmi.")
    aktif_mulai: Tanggal | None = Field(
        None, title="Aktif mulai", description="Sejak kapan perangkat daerah ini ada."
    )
    aktif_sampai: Tanggal | None = Field(
        None, title="Aktif sampai", description="Hari terakhir perangkat daerah ini ada."
    )
    diganti_oleh: FolderOpd = Field(
        "", title="Diganti oleh", description="Nama folder perangkat daerah penerus."
    )
    kepala: Kepala | None = Field(None, title="Kepala", description="Jabatan kepala.")
    ppid_pelaksana: PpidPelaksana | None = Field(
        None, title="PPID Pelaksana", description="Pejabat pengelola informasi di OPD ini."
    )
    layanan_langsung: Benar = Field(
        default=False,
        title="Layanan langsung",
        description="true bila permintaan dapat diajukan langsung ke OPD ini.",
    )
    jadwal: tuple[Teks, ...] = Field((), title="Jadwal", description="Jam layanan.")
    kanal: tuple[Kanal, ...] = Field((), title="Kanal", description="Cara menghubungi OPD ini.")
    urusan: tuple[Teks, ...] = Field(
        (), title="Urusan", description="Bidang tugas, dengan kata yang tetap."
    )
    sumber: Teks = Field(
        title="Sumber", description="Dari mana profil ini, atau “belum diverifikasi”."
    )
    catatan: str = Field("", title="Catatan", description="Keterangan tambahan.")

    def masih_aktif(self, day: date) -> bool:
        """Tell whether the OPD exists on a day, as far as is known."""
        return holds_on(day, self.aktif_mulai, self.aktif_sampai)

    def ada_pada(self, tahun: int) -> bool:
        """Tell whether the OPD existed on any day of a year, as far as is known."""
        begun = self.aktif_mulai is None or self.aktif_mulai <= date(tahun, 12, 31)
        return begun and (self.aktif_sampai is None or self.aktif_sampai >= date(tahun, 1, 1))


@rule(
    "OPD-001",
    title="SK penunjukan PPID Pelaksana dicantumkan",
    severity=Severity.PERINGATAN,
    hint="Isi ppid_pelaksana dengan jabatan serta nomor dan tanggal SK-nya.",
    legal_basis=("UU 14/2008 Pasal 13 ayat (1) huruf a", "PerKI 1/2021 Pasal 8 ayat (2) huruf a"),
)
def sk_ppid_pelaksana_dicantumkan(profil: ProfilOpd, corpus: Corpus) -> Iterator[Finding]:
    officer = profil.ppid_pelaksana
    if not profil.masih_aktif(corpus.today):
        return
    if officer is None:
        yield at(profil, "nama", f"Profil {quoted(profil.nama)} belum memuat PPID Pelaksana")
    elif officer.sk is None:
        route = ("ppid_pelaksana", "belum" if officer.belum else "jabatan")
        yield at(profil, route, f"Profil ini belum memuat SK penunjukan {quoted(officer.jabatan)}")


@rule(
    "OPD-002",
    title="Perangkat daerah dapat dihubungi",
    severity=Severity.PERINGATAN,
    hint="Isi paling sedikit satu: alamat, surel, telepon, atau kanal yang masih berlaku.",
    legal_basis=("UU 14/2008 Pasal 9 ayat (4)", "PerKI 1/2021 Pasal 15 ayat (1) huruf a"),
)
def perangkat_daerah_dapat_dihubungi(profil: ProfilOpd, corpus: Corpus) -> Iterator[Finding]:
    channels = any(kanal.mungkin_berlaku(corpus.today) for kanal in profil.kanal)
    reachable = profil.alamat or profil.surel or profil.telepon or channels
    if profil.masih_aktif(corpus.today) and not reachable:
        message = f"Profil {quoted(profil.nama)} belum memuat cara untuk menghubungi"
        yield at(profil, "nama", message)


@rule(
    "OPD-004",
    title="Folder perangkat daerah tidak bernama seperti halaman lain",
    severity=Severity.GALAT,
    hint="Ganti nama foldernya, misalnya dengan singkatan perangkat daerah itu.",
    no_basis="Dua halaman situs tidak dapat beralamat sama.",
)
def folder_tidak_dipakai_halaman_lain(profil: ProfilOpd, _corpus: Corpus) -> Iterator[Finding]:
    if profil.id.opd in set(BesideOffices):
        taken = f"Folder {quoted(profil.id.opd)} bernama seperti halaman yang sudah ada di situs"
        yield at(profil, "nama", taken)


KIND = Kind(
    label="Perangkat Daerah",
    model=ProfilOpd,
    files=(FilePattern("opd/{opd}/profil.yml"),),
    identify=lambda place, _: RecordId(ProfilOpd.kind, place.opd),
    rules=rules_in(globals()),
    title="nama",
    address="opd/{opd}/",
    blank=BlankFile(name="opd"),
)
