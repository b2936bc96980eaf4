"""What must be announced, under the regulation that was valid in a year."""

from typing import ClassVar, Literal

from pydantic import Field

from generator.identity import RecordId
from generator.kind import FilePattern, Kind, Place
from generator.kinds.fields import Tanggal, Teks
from generator.record import Part, Record


class Kewajiban(Part):
    """One obligation, down to the letter."""

    kode: Teks = Field(title="Kode", description="Misalnya berkala.d.a.")
    dasar: Teks = Field(title="Dasar", description="Rujukan ketentuan.")
    klasifikasi: Literal["berkala", "serta-merta", "setiap-saat"] = Field(
        title="Klasifikasi", description="Cara penyediaan."
    )
    teks: Teks = Field(title="Teks", description="Isinya dengan kata biasa.")


class KumpulanKewajiban(Record):
    """The obligations of one regulation, with the days on which they hold."""

    kind: ClassVar[str] = "kewajiban"
    peraturan: Teks = Field(title="Peraturan", description="Kode peraturan.")
    mulai: Tanggal = Field(title="Mulai", description="Hari pertama berlaku.")
    sampai: Tanggal | None = Field(None, title="Sampai", description="Hari terakhir berlaku.")
    sumber: str = Field("", title="Sumber", description="Naskah yang menjadi sumber.")
    catatan: str = Field("", title="Catatan", description="Keterangan tambahan.")
    kewajiban: tuple[Kewajiban, ...] = Field(title="Kewajiban", description="Daftarnya.")


def identify(place: Place, record: Record) -> RecordId:
    """Name a set by its file."""
    return RecordId(record.kind, slug=place.slug)


KIND = Kind(
    label="Kewajiban pengumuman",
    model=KumpulanKewajiban,
    files=(FilePattern("acuan/kewajiban/{slug}.yml"),),
    identify=identify,
)
