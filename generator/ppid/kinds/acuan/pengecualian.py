"""Dated exceptions to rules: public, with a reason and an end."""

from typing import ClassVar

from pydantic import Field

from ppid.core.kind import FilePattern, Kind
from ppid.core.record import Record
from ppid.diagnostics.places import RecordId
from ppid.kinds.fields import Tanggal, Teks


class PengecualianAturan(Record):
    """A rule that is not applied to one file (or one row of it) until a day."""

    kind: ClassVar[str] = "pengecualian-aturan"
    aturan: Teks = Field(title="Aturan", description="Kode aturan, misalnya DIK-010.")
    berkas: Teks = Field(title="Berkas", description="Berkas di data/ yang dikecualikan.")
    catatan: str = Field("", title="Kode catatan", description="Kosong: seluruh berkas.")
    alasan: Teks = Field(title="Alasan", description="Mengapa dikecualikan.")
    sampai: Tanggal = Field(title="Sampai", description="Hari terakhir pengecualian.")


KIND = Kind(
    label="Pengecualian aturan",
    model=PengecualianAturan,
    files=(FilePattern("acuan/pengecualian-aturan.yml"),),
    identify=lambda _, it: RecordId(
        PengecualianAturan.kind, slug=f"{it.aturan}:{it.berkas}:{it.catatan}"
    ),
    entries="pengecualian",
    title="aturan",
)
