"""What DIK and DIP share: a list handed in for a year, the decision behind it, and its rows."""

from datetime import date
from typing import TYPE_CHECKING, Annotated, ClassVar

from pydantic import Field

from ppid.core.kind import FilePlace
from ppid.core.record import Part, Record
from ppid.diagnostics.places import RecordId
from ppid.kinds.fields import KATA, Benar, Tanggal, Tautan, Teks


class Penetapan(Part):
    """The decision by which a list was set (PerKI 1/2021 Pasal 49 ayat (5)-(6), Pasal 45)."""

    nomor: str = Field("", title="Nomor keputusan", description="Nomor surat keputusan.")
    tanggal: Tanggal | None = Field(
        None, title="Tanggal keputusan", description="Tanggal ditetapkan."
    )
    pejabat: Annotated[str, KATA] = Field(
        "", title="Pejabat", description="Jabatan yang menetapkan."
    )
    tempat: str = Field("", title="Tempat", description="Tempat ditetapkan.")
    tautan: Tautan = Field("", title="Tautan", description="Alamat naskah keputusan.")


class UjiKonsekuensi(Part):
    """The consequence test that precedes an exclusion (UU 14/2008 Pasal 19)."""

    nomor: str = Field("", title="Nomor lembar", description="Nomor lembar pengujian konsekuensi.")
    tanggal: Tanggal | None = Field(None, title="Tanggal uji", description="Tanggal pengujian.")
    tautan: Tautan = Field("", title="Tautan", description="Alamat lembar pengujian.")


class Nihil(Part):
    """A statement that there is nothing to list this year."""

    pernyataan: Annotated[Teks, KATA] = Field(
        title="Pernyataan", description="Kalimat pernyataan nihil."
    )
    pejabat: Annotated[Teks, KATA] = Field(title="Pejabat", description="Jabatan yang menyatakan.")
    tanggal: Tanggal = Field(title="Tanggal", description="Tanggal pernyataan.")


class Daftar(Record):
    """A list of an OPD and year; its rows are records of their own."""

    kind: ClassVar[str]
    rows: ClassVar[str]
    penetapan: Penetapan | None = Field(
        None, title="Penetapan", description="Keputusan yang menetapkan daftar ini."
    )
    disampaikan: Tanggal | None = Field(
        None, title="Disampaikan", description="Tanggal diterima PPID Utama."
    )
    nihil: Nihil | None = Field(
        None, title="Nihil", description="Pernyataan bahwa tahun ini tidak ada isinya."
    )
    salinan_resmi: Benar = Field(
        default=False,
        title="Salinan resmi",
        description="Salinan persis dari keputusan yang sudah terbit.",
    )
    contoh: Benar = Field(
        default=False, title="Contoh", description="Data peragaan, bukan data sebenarnya."
    )
    sumber: str = Field("", title="Sumber", description="Dari mana daftar ini berasal.")
    catatan: str = Field("", title="Catatan", description="Keterangan tambahan.")

    @property
    def ditetapkan(self) -> date | None:
        """The day of its decision, when there is one."""
        return self.penetapan.tanggal if self.penetapan else None


class DaftarDikecualikan(Daftar):
    """The list of excluded information (DIK) of an OPD and year."""

    kind: ClassVar[str] = "daftar-dik"
    rows: ClassVar[str] = "dik"
    uji_konsekuensi: UjiKonsekuensi | None = Field(
        None, title="Uji konsekuensi", description="Pengujian yang mendahului penetapan."
    )


class DaftarPublik(Daftar):
    """The list of public information (DIP) of an OPD and year."""

    kind: ClassVar[str] = "daftar-dip"
    rows: ClassVar[str] = "dip"


class Butir(Record):
    """A row of a list; `kode` is stable for the same information over the years."""

    if TYPE_CHECKING:  # each sort of row declares its columns in its own order
        kode: str
        informasi: str


def list_id(record: RecordId) -> RecordId:
    """Return the id of the list to which a row belongs; that of a list is its own."""
    return RecordId(f"daftar-{record.kind.removeprefix('daftar-')}", record.opd, record.tahun)


def list_name(record: RecordId) -> str:
    """Name a list, or the list of a row: “DIK 2025”."""
    return f"{record.kind.removeprefix('daftar-').upper()} {record.tahun}"


def identify_list(place: FilePlace, daftar: Daftar) -> RecordId:
    """Name a list by its OPD and year."""
    return RecordId(daftar.kind, place.opd, place.tahun)


def identify_row(place: FilePlace, row: Butir) -> RecordId:
    """Name a row by its OPD, year and `kode`."""
    return RecordId(row.kind, place.opd, place.tahun, row.kode.lower())
