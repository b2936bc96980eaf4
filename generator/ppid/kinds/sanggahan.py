"""Objections to findings of completeness, and the answers that stand beside those findings."""

from typing import Annotated, ClassVar, Literal

from pydantic import Field, StringConstraints

from ppid.core.kind import FilePattern, FilePlace, Kind
from ppid.core.record import Record
from ppid.diagnostics.places import RecordId
from ppid.kinds.fields import Benar, Tanggal, Tautan, Teks

KodeTemuan = Annotated[str, StringConstraints(pattern=r"^20\d\d/[a-z][a-z0-9-]*/[a-z][a-z0-9.-]*$")]
"""The code of a finding: year, folder of the OPD, code of the obligation."""


class Sanggahan(Record):
    """One objection; who sent it is named by role, never by name."""

    kind: ClassVar[str] = "sanggahan"
    temuan: KodeTemuan = Field(
        title="Temuan", description="Kode temuan, misalnya 2024/dinkes/berkala.d.a."
    )
    tanggal: Tanggal = Field(title="Tanggal", description="Tanggal sanggahan diterima.")
    pihak: Literal["perangkat-daerah", "pemantau", "masyarakat"] = Field(
        title="Pihak", description="Siapa yang menyanggah, tanpa nama orang."
    )
    isi: Teks = Field(title="Isi", description="Sanggahannya, diringkas, tanpa data pribadi.")
    keadaan: Literal["diperiksa", "diterima", "diterima-sebagian", "tidak-diterima"] = Field(
        "diperiksa", title="Keadaan", description="Hasil pemeriksaan sanggahan."
    )
    jawaban: str = Field("", title="Jawaban", description="Jawaban PPID dengan alasannya.")
    tanggal_jawaban: Tanggal | None = Field(
        None, title="Tanggal jawaban", description="Tanggal jawaban diberikan."
    )
    pejabat: str = Field("", title="Pejabat", description="Jabatan yang menjawab.")
    tautan: Tautan = Field("", title="Tautan", description="Alamat naskah, bila ada.")
    contoh: Benar = Field(
        default=False, title="Contoh", description="Data peragaan, bukan data sebenarnya."
    )

    @property
    def sasaran(self) -> tuple[int, str, str]:
        """The year, the OPD and the code of the obligation that the finding is about."""
        tahun, opd, kode = self.temuan.split("/")
        return int(tahun), opd, kode


def _identify(_place: FilePlace, sanggahan: Sanggahan) -> RecordId:
    """Name an objection by its finding and its day."""
    tahun, opd, kode = sanggahan.sasaran
    return RecordId(Sanggahan.kind, opd, tahun, f"{kode}/{sanggahan.tanggal}")


KIND = Kind(
    label="Sanggahan",
    model=Sanggahan,
    files=(FilePattern("sanggahan.yml"),),
    identify=_identify,
    entries="sanggahan",
    title="temuan",
)
