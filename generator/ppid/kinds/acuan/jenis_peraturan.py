"""Kinds of laws: how each is written, read in citations, and recorded."""

from typing import ClassVar, Literal

from pydantic import Field

from ppid.core.kind import FilePattern, Kind
from ppid.core.record import Record
from ppid.diagnostics.places import RecordId
from ppid.kinds.fields import Teks


class JenisPeraturan(Record):
    """A kind of law.

    The program's own file is read by `values.law_kinds` without a corpus; a body's is refused.
    """

    kind: ClassVar[str] = "jenis-peraturan"
    cara: Literal["nasional", "daerah", "lembaga", "dicatat"] = Field(
        title="Cara", description="Cara rujukannya dibaca."
    )
    kode: Teks = Field(title="Kode", description="Ditulis di depan nomor.")
    jenis: str = Field("", title="Jenis", description="Isian “jenis”, bila bukan kodenya.")
    nama: str = Field("", title="Nama", description="Nama lengkap; kosong bila hanya dibaca.")
    pembuat: Literal["kota", "kabupaten", "provinsi", "desa", "daerah", "badan", ""] = Field(
        "", title="Pembuat", description="Jenis badan yang membuatnya; kosong berarti pusat."
    )
    kata: tuple[Teks, ...] = Field((), title="Kata", description="Penulisannya.")


KIND = Kind(
    label="Jenis peraturan",
    model=JenisPeraturan,
    files=(FilePattern("acuan/jenis-peraturan.yml"),),
    identify=lambda _, each: RecordId(
        JenisPeraturan.kind, slug=each.kode.lower().replace(" ", "-")
    ),
    entries="jenis_peraturan",
    shipped=True,
)
