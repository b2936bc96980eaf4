"""The public body itself: its address, its channels, and who was PPID Utama when."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from typing import TYPE_CHECKING, Annotated, ClassVar, Final, Literal

from pydantic import Field, StringConstraints

from ppid.core.corpus import Corpus
from ppid.core.kind import BlankFile, FilePattern, Kind
from ppid.core.record import Part, Record
from ppid.core.rule import Finding, at, rule, rules_in
from ppid.diagnostics.diagnostic import Note, Severity, offer
from ppid.diagnostics.places import RecordId
from ppid.kinds.fields import (
    KATA,
    Benar,
    Bulan_hari,
    Bulat,
    Kanal,
    Tanggal,
    Tautan,
    Teks,
    TextSort,
    holds_on,
)
from ppid.law import words_in
from ppid.values.dates import format_tanggal
from ppid.values.text import nearest, quoted


@dataclass(frozen=True, slots=True)
class JenisBadan:
    """What bodies of one kind have in common: titles, kinds of regulations, units."""

    kode: str
    nama: str = ""
    kepala: str = ""
    atasan_ppid: str = ""
    pusat: str = ""
    peraturan: tuple[str, ...] = ()
    unit: tuple[str, ...] = ()


JENIS_BADAN: Final[Mapping[str, JenisBadan]] = {
    each.kode: each
    for each in words_in("jenis-badan.yml", dict[str, tuple[JenisBadan, ...]])["jenis_badan"]
}
if TYPE_CHECKING:
    KodeJenisBadan = str
else:  # the choices are data, which no checker of types can read
    KodeJenisBadan = Literal[tuple(JENIS_BADAN)]


FORMAT_DATA: Final = 3
"""The number of the format in which `data/` is written; `ppid naikkan` carries older data to it."""
KodeWilayah = Annotated[str, StringConstraints(pattern=r"^(\d\d(\.\d\d)?)?$")]
"""The code of a province or of a kabupaten or kota, as the Ministry of Home Affairs gives it."""


class BatasPenyampaian(Part):
    """The days of the year by which lists and reports are due."""

    dik: Bulan_hari = Field(title="Batas DIK", description="Bulan dan hari, misalnya 03-31.")
    dip: Bulan_hari = Field(title="Batas DIP", description="Bulan dan hari, misalnya 03-31.")
    layanan: Bulan_hari = Field(
        "03-31", title="Batas laporan layanan", description="PerKI 1/2021 Pasal 56 ayat (1)."
    )


class AtasanPpid(Part):
    """The superior of the PPID."""

    jabatan: Annotated[Teks, KATA] = Field(title="Jabatan", description="Jabatan Atasan PPID.")
    dasar: str = Field("", title="Dasar", description="Peraturan yang menetapkannya.")


class MasaPpidUtama(Part):
    """A period during which one OPD was PPID Utama."""

    opd: Annotated[Teks, TextSort.OPD] = Field(
        title="OPD", description="Nama folder perangkat daerah."
    )
    jabatan: Annotated[Teks, KATA] = Field(
        title="Jabatan", description="Jabatan yang menjadi PPID Utama."
    )
    mulai: Tanggal = Field(title="Mulai", description="Hari pertama.")
    sampai: Tanggal | None = Field(None, title="Sampai", description="Hari terakhir.")
    dasar: str = Field("", title="Dasar", description="Peraturan yang menetapkannya.")
    sumber: str = Field("", title="Sumber", description="Dari mana keterangan ini diketahui.")


class Penjawab(Part):
    """The OPD that answers an obligation for the whole body, where it is not PPID Utama."""

    kewajiban: tuple[Teks, ...] = Field(
        title="Kewajiban", description="Kode kewajiban badan yang dijawabnya."
    )
    opd: Annotated[Teks, TextSort.OPD] = Field(
        title="OPD", description="Nama folder perangkat daerah."
    )
    mulai: Tanggal | None = Field(None, title="Mulai", description="Hari pertama, bila diketahui.")
    sampai: Tanggal | None = Field(None, title="Sampai", description="Hari terakhir.")
    dasar: str = Field("", title="Dasar", description="Peraturan yang menetapkannya.")
    sumber: str = Field("", title="Sumber", description="Dari mana keterangan ini diketahui.")


class Sebutan(Part):
    """The name by which the officers inside the OPDs go, with the day it came into use."""

    sebutan: Teks = Field(title="Sebutan", description="Misalnya “PPID Pelaksana”.")
    mulai: Tanggal = Field(title="Mulai", description="Sejak kapan dipakai.")


class LaporanKeamanan(Part):
    """Where weaknesses of the site are reported, for security.txt (RFC 9116)."""

    kontak: Annotated[str, StringConstraints(pattern=r"^(https://\S+|[^\s@:]+@[^\s@]+)$")] = Field(
        title="Kontak", description="Alamat surel, atau alamat laman yang diawali https://."
    )
    berlaku_sampai: Tanggal = Field(
        title="Berlaku sampai",
        description="Paling lama setahun lagi; sesudah hari itu berkasnya tidak diterbitkan.",
    )


class Badan(Record):
    """The public body whose site this is."""

    kind: ClassVar[str] = "badan"
    format_data: Bulat | None = Field(
        None, title="Format data", description="Nomor bentuk data; dinaikkan oleh program."
    )
    nama: Teks = Field(title="Nama", description="Nama badan publik.")
    singkatan: Teks = Field(title="Singkatan", description="Nama pendek.")
    jenis: KodeJenisBadan = Field(title="Jenis", description="Jenis badan publik.")
    kode_wilayah: KodeWilayah = Field(
        "", title="Kode wilayah", description="Kode Kemendagri, misalnya “12.34”."
    )
    provinsi: str = Field("", title="Provinsi", description="Provinsi tempatnya.")
    alamat: Teks = Field(title="Alamat", description="Alamat layanan informasi.")
    surel: str = Field("", title="Surel", description="Alamat surat elektronik resmi.")
    telepon: tuple[Teks, ...] = Field((), title="Telepon", description="Nomor telepon.")
    faksimile: tuple[Teks, ...] = Field((), title="Faksimile", description="Nomor faksimile.")
    situs: Tautan = Field("", title="Situs", description="Alamat situs resmi.")
    situs_lain: tuple[Tautan, ...] = Field(
        (),
        title="Situs lain",
        description="Situs di luar milik sendiri tempat dokumen resminya terbit.",
    )
    jdih: str = Field("", title="JDIH", description="Alamat jaringan dokumentasi hukumnya.")
    lisensi: str = Field("", title="Lisensi", description="Lisensi data di situs ini.")
    zona_waktu: str = Field("Asia/Jakarta", title="Zona waktu", description="Nama zona IANA.")
    tahun_berjalan: Bulat = Field(
        title="Tahun berjalan", description="Tahun daftar yang sedang disusun."
    )
    tahun_pertama: Bulat | None = Field(
        None, title="Tahun pertama", description="Tahun pertama yang dinilai kelengkapannya."
    )
    riwayat_mulai: Tanggal | None = Field(
        None,
        title="Riwayat mulai",
        description="Hari pertama riwayat perubahan; tanpa ini sejak data menjadi milik badan ini.",
    )
    batas_penyampaian: BatasPenyampaian = Field(
        title="Batas penyampaian", description="Batas waktu penyampaian setiap tahun."
    )
    atasan_ppid: AtasanPpid | None = Field(
        None, title="Atasan PPID", description="Pejabat atasan PPID."
    )
    ppid_utama: tuple[MasaPpidUtama, ...] = Field(
        (), title="PPID Utama", description="Siapa PPID Utama dan sejak kapan."
    )
    penjawab: tuple[Penjawab, ...] = Field(
        (),
        title="Penjawab",
        description="Siapa menjawab kewajiban badan, bila bukan PPID Utama.",
    )
    sebutan_ppid_pelaksana: tuple[Sebutan, ...] = Field(
        (), title="Sebutan PPID Pelaksana", description="Sebutan resmi dari masa ke masa."
    )
    kanal: tuple[Kanal, ...] = Field((), title="Kanal", description="Kanal layanan.")
    laporan_keamanan: LaporanKeamanan | None = Field(
        None,
        title="Laporan keamanan",
        description="Isi security.txt; tanpa ini berkas itu tidak diterbitkan.",
    )
    contoh_pencarian: tuple[Teks, ...] = Field(
        (), title="Contoh pencarian", description="Kata pencarian yang ditawarkan di beranda."
    )
    contoh: Benar = Field(default=False, title="Contoh", description="true bila datanya peragaan.")
    sumber: str = Field("", title="Sumber", description="Dari mana keterangan ini diketahui.")

    @property
    def wilayah(self) -> tuple[str, str]:
        """The region with its level and without: “Kota Kecil” and “Kecil”.

        Both are empty where the name of the body does not say its level.
        """
        level = JENIS_BADAN[self.jenis].nama
        _, said, name = f" {self.nama}".partition(f" {level} ") if level else ("", "", "")
        return f"{said}{name}".strip(), name

    def ppid_utama_pada(self, day: date) -> MasaPpidUtama | None:
        """Tell who was PPID Utama on a day."""
        terms = (masa for masa in self.ppid_utama if holds_on(day, masa.mulai, masa.sampai))
        return next(terms, None)


@dataclass(frozen=True, slots=True)
class IdentitasBadan:
    """Whose data a file holds, for those who join it with files of other bodies."""

    nama: str = ""
    singkatan: str = ""
    jenis: str = ""
    kode_wilayah: str = ""
    situs: str = ""

    @property
    def kolom(self) -> dict[str, object]:
        """The columns by which the rows of a table are known as those of this body."""
        return {"badan": self.nama, "kode_wilayah": self.kode_wilayah}


def identitas_of(corpus: Corpus) -> IdentitasBadan:
    """Return who the body is; every part is empty where no body is on file."""
    badan = corpus.get(Badan)
    if badan is None:
        return IdentitasBadan()
    return IdentitasBadan(
        nama=badan.nama,
        singkatan=badan.singkatan,
        jenis=badan.jenis,
        kode_wilayah=badan.kode_wilayah,
        situs=badan.situs,
    )


@rule(
    "BDN-001",
    title="Masa PPID Utama sambung-menyambung tanpa tumpang tindih",
    severity=Severity.PERINGATAN,
    hint="Periksa tanggal mulai dan sampai; satu hari hanya mempunyai satu PPID Utama.",
    no_basis="Tidak ada pasal yang memintanya; tanpa itu tidak jelas siapa menjawab bagi badan.",
)
def masa_ppid_utama_bersambung(badan: Badan, corpus: Corpus) -> Iterator[Finding]:
    ordered = sorted(enumerate(badan.ppid_utama), key=lambda pair: pair[1].mulai)
    for index, masa in ordered:
        if masa.sampai and masa.sampai < masa.mulai:
            message = f"Masa {quoted(masa.jabatan)} berakhir sebelum mulai"
            yield at(badan, ("ppid_utama", index, "sampai"), message)
    for (before, old), (after, new) in pairwise(ordered):
        route = ("ppid_utama", after, "mulai")
        notes = (Note(f"masa {quoted(old.jabatan)}", badan.span("ppid_utama", before)),)
        if old.sampai is None or old.sampai >= new.mulai:
            message = f"Masa {quoted(new.jabatan)} mulai sebelum masa {quoted(old.jabatan)}"
            yield at(badan, route, f"{message} berakhir", notes=notes)
        elif old.sampai + timedelta(days=1) < new.mulai:
            gap = f"antara {format_tanggal(old.sampai)} dan {format_tanggal(new.mulai)}"
            message = f"Tidak ada PPID Utama {gap}"
            yield at(badan, route, message, notes=notes, severity=Severity.PERINGATAN)
    last = ordered[-1][1].sampai if ordered else None
    if last and last < corpus.today:
        message = f"Sesudah {format_tanggal(last)} belum ada PPID Utama"
        route = ("ppid_utama", ordered[-1][0], "sampai")
        yield at(badan, route, message, severity=Severity.PERINGATAN)


@rule(
    "BDN-004",
    title="Data ditulis dalam bentuk yang dikenal program ini",
    severity=Severity.GALAT,
    hint="Jalankan: ppid naikkan. Bila datanya lebih baru, pasang program yang lebih baru.",
    no_basis="Data dalam bentuk lain belum tentu terbaca sebagaimana dimaksudkan.",
)
def bentuk_data_dikenal(badan: Badan, _corpus: Corpus) -> Iterator[Finding]:
    """Warn of older data, which can still be read; refuse newer data, which may mean else."""
    stated = badan.format_data
    if stated is not None and stated != FORMAT_DATA:
        older = stated < FORMAT_DATA
        message = f"Data ini dalam bentuk {stated}, program ini memakai bentuk {FORMAT_DATA}"
        severity = Severity.PERINGATAN if older else Severity.GALAT
        yield at(badan, "format_data", message, severity=severity)


@rule(
    "BDN-002",
    title="Kanal yang sudah berakhir menyebut penggantinya",
    severity=Severity.PERINGATAN,
    hint="Isi “diganti_oleh” dengan nama kanal pengganti yang ada dalam daftar kanal.",
    legal_basis=("UU 14/2008 Pasal 9 ayat (4)",),
)
def kanal_berakhir_menyebut_pengganti(badan: Badan, corpus: Corpus) -> Iterator[Finding]:
    names = [kanal.nama for kanal in badan.kanal]
    for index, kanal in enumerate(badan.kanal):
        if kanal.diganti_oleh and kanal.diganti_oleh not in names:
            message = f"Kanal {quoted(kanal.diganti_oleh)} tidak ada dalam daftar kanal"
            near = nearest(kanal.diganti_oleh, names)
            hint = offer(near)
            yield at(badan, ("kanal", index, "diganti_oleh"), message, hint=hint)
        elif kanal.sampai and kanal.sampai < corpus.today and not kanal.diganti_oleh:
            message = f"Kanal {quoted(kanal.nama)} berakhir {format_tanggal(kanal.sampai)}"
            yield at(badan, ("kanal", index, "sampai"), f"{message} tanpa menyebut pengganti")


KIND = Kind(
    label="Badan Publik",
    model=Badan,
    files=(FilePattern("badan.yml"),),
    identify=lambda _, __: RecordId(Badan.kind),
    rules=rules_in(globals()),
    title="nama",
    blank=BlankFile(
        name="badan",
        offered=("surel", "telepon", "atasan_ppid", "ppid_utama"),
        known=lambda _: {"format_data": str(FORMAT_DATA)},
    ),
)
