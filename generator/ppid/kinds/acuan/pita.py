"""The bands in which Komisi Informasi speaks of figures: orientation only, not a result here."""

from collections.abc import Sequence
from decimal import Decimal
from typing import ClassVar

from pydantic import Field

from ppid.core.kind import FilePattern, Kind
from ppid.core.record import Record
from ppid.diagnostics.places import RecordId
from ppid.kinds.fields import Desimal, Teks


class PitaNilai(Record):
    """A band from `mulai` (included) up to the next higher one (not included)."""

    kind: ClassVar[str] = "pita"
    nama: Teks = Field(title="Nama", description="Misalnya Informatif.")
    mulai: Desimal = Field(title="Mulai", description="Nilai terendah yang termasuk.")
    sumber: Teks = Field(title="Sumber", description="Dari mana batasnya diketahui.")


def pita_of(nilai: Decimal | None, semua_pita: Sequence[PitaNilai]) -> PitaNilai | None:
    """Find the band of a figure; none when nothing applied or no band is on file."""
    if nilai is None:
        return None
    reached = [pita for pita in semua_pita if pita.mulai <= nilai]
    return max(reached, key=lambda pita: pita.mulai, default=None)


KIND = Kind(
    label="Pita nilai",
    model=PitaNilai,
    files=(FilePattern("acuan/pita-monev.yml"),),
    identify=lambda _, pita: RecordId(PitaNilai.kind, slug=str(pita.mulai)),
    entries="pita",
    title="nama",
    single=True,
)
