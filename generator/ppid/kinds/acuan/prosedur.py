"""The steps of the service as the law has them: who acts, within how many working days, where."""

from collections.abc import Iterator
from typing import Annotated, ClassVar, Literal

from pydantic import Field, StringConstraints

from ppid.core.kind import FilePattern, Kind
from ppid.core.record import Part, Record
from ppid.diagnostics.places import RecordId, Route
from ppid.kinds.fields import Benar, Bulat, Teks

Kata = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]


class BatasHari(Part):
    """A term in working days, counted from an event."""

    hari: Bulat = Field(title="Hari", description="Jumlah hari kerja.")
    sejak: Teks = Field(title="Sejak", description="Peristiwa yang memulai hitungan.")
    sesudah: Bulat = Field(
        0, title="Sesudah", description="Hari kerja yang harus lewat lebih dahulu."
    )
    dihitung: Benar = Field(
        default=True,
        title="Dihitung",
        description="Salah bila aturannya tidak menyebut awal hitungan.",
    )

    @property
    def seluruhnya(self) -> int:
        """Working days from the event to the end of the term."""
        return self.sesudah + self.hari


class Langkah(Part):
    """One step of a procedure."""

    judul: Teks = Field(title="Judul", description="Nama langkah, sebagai ajakan bertindak.")
    pelaku: Teks = Field(title="Pelaku", description="Siapa yang bertindak.")
    isi: Teks = Field(title="Isi", description="Penjelasan dengan kata biasa.")
    tenggat: BatasHari | None = Field(None, title="Tenggat", description="Batas waktunya.")
    dasar: tuple[Teks, ...] = Field(title="Dasar", description="Ketentuan yang dikutip.")
    rincian: tuple[Teks, ...] = Field(
        (), title="Rincian", description="Ketentuan yang huruf-hurufnya dicetak."
    )


class Prosedur(Record):
    """A procedure, one of the seven standards or a part of the service that people ask about."""

    kind: ClassVar[str] = "prosedur"
    kode: Kata = Field(title="Kode", description="Bagian akhir alamat halamannya.")
    huruf: Literal["", "a", "b", "c", "d", "e", "f", "g"] = Field(
        "", title="Huruf", description="Huruf dalam PerKI 1/2021 Pasal 23 ayat (2)."
    )
    judul: Teks = Field(title="Judul", description="Nama prosedur.")
    untuk: Literal["warga", "kantor"] = Field(title="Untuk", description="Siapa pembacanya.")
    ringkasan: Teks = Field(title="Ringkasan", description="Jawaban dalam satu atau dua kalimat.")
    dasar: tuple[Teks, ...] = Field((), title="Dasar", description="Ketentuan yang dikutip.")
    catatan: tuple[Teks, ...] = Field((), title="Catatan", description="Yang perlu diketahui.")
    langkah: tuple[Langkah, ...] = Field(title="Langkah", description="Langkahnya berurutan.")

    @property
    def alamat(self) -> str:
        """The address of its page: those for citizens stand at the front."""
        return f"layanan/{'' if self.untuk == 'warga' else 'sop/'}{self.kode}/"

    def rujukan(self) -> Iterator[tuple[Route, str]]:
        """Yield every passage that is quoted, with the place where it is written."""
        yield from ((("dasar", i), text) for i, text in enumerate(self.dasar))
        for number, langkah in enumerate(self.langkah):
            for name in ("dasar", "rincian"):
                texts: tuple[str, ...] = getattr(langkah, name)
                yield from ((("langkah", number, name, i), text) for i, text in enumerate(texts))


KIND = Kind(
    label="Prosedur layanan",
    model=Prosedur,
    files=(FilePattern("acuan/langkah-layanan.yml"),),
    identify=lambda _, prosedur: RecordId(Prosedur.kind, slug=prosedur.kode),
    entries="prosedur",
    title="judul",
    single=True,
)
