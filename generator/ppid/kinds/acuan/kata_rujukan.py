"""Words by which citations are read: nicknames, offices, conditions."""

from typing import ClassVar, Literal

from pydantic import Field

from ppid.core.kind import FilePattern, Kind
from ppid.core.record import Record
from ppid.diagnostics.places import RecordId
from ppid.kinds.fields import Teks


class KataRujukan(Record):
    """Words that say one thing in a citation.

    The program's own file is read by `values.law_kinds` without a corpus; a body's is refused.
    """

    kind: ClassVar[str] = "kata-rujukan"
    guna: Literal[
        "julukan",
        "kitab",
        "sebutan",
        "kementerian",
        "pejabat",
        "pengantar",
        "pengecuali",
        "syarat",
        "ragu",
        "bukan-peraturan",
        "bukan-salah-ketik",
    ] = Field(title="Guna", description="Untuk apa kata ini dikenali.")
    kode: str = Field("", title="Kode", description="Jenis atau peraturan yang dimaksud.")
    kata: tuple[Teks, ...] = Field(title="Kata", description="Penulisannya.", min_length=1)


KIND = Kind(
    label="Kata rujukan",
    model=KataRujukan,
    files=(FilePattern("acuan/kata-rujukan.yml"),),
    identify=lambda _, kata: RecordId(
        KataRujukan.kind, slug=f"{kata.guna}-{kata.kode or kata.kata[0]}".lower().replace(" ", "-")
    ),
    entries="kata_rujukan",
    shipped=True,
)
