"""The ten grounds of UU 14/2008 Pasal 17, and what the law says about their terms."""

from typing import ClassVar, Literal

from pydantic import Field

from ppid.core.kind import FilePattern, Kind
from ppid.core.record import Part, Record
from ppid.diagnostics.places import RecordId
from ppid.kinds.fields import Bulat, Teks


class Angka(Part):
    """A numbered case under a letter."""

    nomor: Teks = Field(title="Nomor", description="Nomor angka.")
    teks: Teks = Field(title="Teks", description="Bunyi ketentuan, huruf demi huruf.")


class Alasan(Record):
    """One letter of Pasal 17."""

    kind: ClassVar[str] = "alasan"
    huruf: Literal["a", "b", "c", "d", "e", "f", "g", "h", "i", "j"] = Field(
        title="Huruf", description="Huruf dalam UU 14/2008 Pasal 17."
    )
    label: Teks = Field(title="Label", description="Sebutan pendek.")
    sebab: str = Field("", title="Sebab", description="Sambungan kata “karena”, dengan kata biasa.")
    teks: Teks = Field(title="Teks", description="Bunyi ketentuan, huruf demi huruf.")
    angka: tuple[Angka, ...] = Field((), title="Angka", description="Rincian di bawah huruf.")
    permanen: Literal["ya", "tidak", "tidak diatur"] = Field(
        title="Permanen", description="Boleh permanen? UU 14/2008 Pasal 20 ayat (1)."
    )
    batas_tahun: Bulat | None = Field(
        None, title="Batas tahun", description="Paling lama berapa tahun, bila diatur."
    )
    aturan_jangka_waktu: Teks = Field(title="Aturan jangka waktu", description="Dengan kata biasa.")
    kata_jangka_waktu: tuple[Teks, ...] = Field(
        (), title="Kata jangka waktu", description="Bunyi jangka waktu dalam ketentuannya."
    )
    dasar_jangka_waktu: str = Field(
        "", title="Dasar jangka waktu", description="Rujukan aturan jangka waktu."
    )
    penjelasan: Teks = Field(title="Penjelasan", description="Apa yang dicakup.")
    batasan: str = Field("", title="Batasan", description="Apa yang tidak dicakup.")
    keberatan: str = Field(
        "", title="Keberatan", description="Yang diperiksa pemohon yang ditolak dengan alasan ini."
    )


KIND = Kind(
    label="Alasan pengecualian",
    model=Alasan,
    files=(FilePattern("acuan/pasal-17.yml"),),
    identify=lambda _, alasan: RecordId(Alasan.kind, slug=alasan.huruf),
    entries="alasan",
    title="label",
    single=True,
)
