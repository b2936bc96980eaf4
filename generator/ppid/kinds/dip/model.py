"""One row of a DIP: what the public may have, who holds it, and where it is."""

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from ppid.kinds.daftar import Butir
from ppid.kinds.fields import Dianjurkan, Kode, Need, Ringkas, Tanggal, Tautan, Teks, Waktu


class InformasiPublik(Butir):
    """Public information (PerKI 1/2021 Pasal 21 ayat (2) and Lampiran I)."""

    kind: ClassVar[str] = "dip"
    kode: Kode = Field(
        title="Kode", description="Tetap sama untuk informasi yang sama dari tahun ke tahun."
    )
    informasi: Ringkas = Field(title="Informasi", description="Ringkasan isi informasi.")
    klasifikasi: Literal["berkala", "serta-merta", "setiap-saat"] = Field(
        title="Klasifikasi", description="Cara informasi wajib disediakan atau diumumkan."
    )
    kewajiban: Dianjurkan = Field(
        "", title="Kewajiban", description="Kode kewajiban yang dipenuhi, dipisah titik koma."
    )
    penguasa: Teks = Field(
        title="Penguasa informasi", description="Pejabat atau unit yang menguasai informasi."
    )
    penanggung_jawab: Teks = Field(
        title="Penanggung jawab",
        description="Penanggung jawab pembuatan atau penerbitan informasi.",
    )
    waktu_pembuatan: Waktu = Field(
        title="Waktu pembuatan", description="Tahun, bulan, tanggal, atau kurun."
    )
    tempat_pembuatan: Teks = Field(title="Tempat pembuatan", description="Kota pembuatan.")
    bentuk: Literal["digital", "cetak", "digital dan cetak"] = Field(
        title="Bentuk", description="Bentuk informasi yang tersedia."
    )
    retensi: Teks = Field(title="Retensi", description="Jangka waktu penyimpanan arsip.")
    tautan: Annotated[Tautan, Need.ADVISED] = Field(
        "",
        title="Tautan",
        description="Alamat dokumennya sendiri, atau berkas yang diserahkan.",
    )
    diperbarui: Annotated[Tanggal | None, Need.ADVISED] = Field(
        None, title="Diperbarui", description="Tanggal pemutakhiran terakhir."
    )
    catatan: str = Field("", title="Catatan", description="Keterangan tambahan.")


def codes_in(kewajiban: str) -> tuple[str, ...]:
    """Return the codes of obligations in the text of a cell."""
    return tuple(filter(None, (code.strip() for code in kewajiban.split(";"))))
