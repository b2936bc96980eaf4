"""Results of the evaluations by Komisi Informasi, each with its source."""

from typing import ClassVar

from pydantic import Field

from ppid.core.kind import BlankFile, FilePattern, Kind
from ppid.core.record import Record
from ppid.diagnostics.places import RecordId
from ppid.kinds.fields import Bulat, Desimal, Tanggal, Teks


class HasilMonev(Record):
    """The result of one year."""

    kind: ClassVar[str] = "monev"
    tahun: Bulat = Field(title="Tahun", description="Tahun penilaian.")
    kategori: Teks = Field(title="Kategori", description="Predikat, misalnya “Informatif”.")
    nilai: Desimal | None = Field(None, title="Nilai", description="Nilai bila diumumkan.")
    peringkat: str = Field("", title="Peringkat", description="Peringkat bila diumumkan.")
    tanggal: Tanggal | None = Field(None, title="Tanggal", description="Tanggal pengumuman.")
    penyelenggara: str = Field("", title="Penyelenggara", description="Komisi yang menilai.")
    sumber: Teks = Field(title="Sumber", description="Dari mana hasil ini diketahui.")
    catatan: str = Field("", title="Catatan", description="Keterangan tambahan.")


KIND = Kind(
    label="Hasil monev",
    model=HasilMonev,
    files=(FilePattern("monev.yml"),),
    identify=lambda _, hasil: RecordId(HasilMonev.kind, tahun=hasil.tahun),
    entries="hasil",
    title="kategori",
    blank=BlankFile(name="monev"),
)
