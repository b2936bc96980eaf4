"""Figures of completeness as they stood on a day, kept so that trends do not depend on memory."""

from typing import ClassVar

from pydantic import Field

from ppid.core.kind import FilePattern, Kind
from ppid.core.record import Part, Record
from ppid.diagnostics.places import RecordId
from ppid.kinds.fields import Benar, Bulat, Desimal, Sidik, Tanggal, Teks


class AngkaPotret(Part):
    """The figures of one thing on that day; no `nilai` where nothing applied."""

    nilai: Desimal | None = Field(None, title="Nilai", description="Nilai pada hari itu.")
    terpenuhi: Bulat = Field(title="Terpenuhi", description="Jumlah kewajiban yang terpenuhi.")
    belum: Bulat = Field(title="Belum", description="Jumlah kewajiban yang belum terpenuhi.")
    perlu_dilihat: Bulat = Field(0, title="Perlu dilihat", description="Jumlah yang perlu dilihat.")
    tercatat: Bulat = Field(0, title="Tercatat", description="Jumlah yang tercatat di luar persen.")
    tidak_berlaku: Bulat = Field(title="Tidak berlaku", description="Jumlah yang tidak berlaku.")


class PotretOpd(AngkaPotret):
    """The figures of one OPD."""

    opd: Teks = Field(title="OPD", description="Nama folder perangkat daerah.")


class PotretKategori(AngkaPotret):
    """The figures of one category, of the whole city."""

    kode: Teks = Field(title="Kode", description="Kode kategori.")


class SitusPotret(Part):
    """The fingerprint of the site as it was public: whoever holds it can prove every file of it."""

    tanggal: Tanggal = Field(title="Tanggal", description="Hari yang disebut dalam manifes situs.")
    sidik: Sidik = Field(title="Sidik", description="SHA-256 manifes situs, 64 angka heksa.")


class Potret(Record):
    """A snapshot; its file is written by `ppid potret`, one for each quarter."""

    kind: ClassVar[str] = "potret"
    tanggal: Tanggal = Field(title="Tanggal", description="Hari potret dibuat.")
    tahun: Bulat = Field(title="Tahun", description="Tahun yang dinilai.")
    peraturan: Teks = Field(title="Peraturan", description="Peraturan yang dipakai.")
    contoh: Benar = Field(default=False, title="Contoh", description="true bila datanya peragaan.")
    catatan: str = Field("", title="Catatan", description="Keterangan tambahan.")
    situs: SitusPotret | None = Field(
        None, title="Situs", description="Sidik situs yang terbit, bila ikut disimpan."
    )
    seluruh: AngkaPotret = Field(title="Seluruhnya", description="Angka seluruh perangkat daerah.")
    kategori: tuple[PotretKategori, ...] = Field(
        (), title="Kategori", description="Angka tiap kategori."
    )
    opd: tuple[PotretOpd, ...] = Field((), title="OPD", description="Angka tiap OPD.")


KIND = Kind(
    label="Potret kelengkapan",
    model=Potret,
    files=(FilePattern("potret/{slug}.json"),),
    identify=lambda place, _: RecordId(Potret.kind, slug=place.slug),
)
