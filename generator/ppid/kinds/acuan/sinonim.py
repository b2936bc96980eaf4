"""Words that mean the same to someone who searches."""

from typing import ClassVar

from pydantic import Field

from ppid.core.kind import FilePattern, Kind
from ppid.core.record import Record
from ppid.diagnostics.places import RecordId
from ppid.kinds.fields import Teks


class Sinonim(Record):
    """A group of words; searching for one finds the others."""

    kind: ClassVar[str] = "sinonim"
    kata: tuple[Teks, ...] = Field(title="Kata", description="Kata yang searti.", min_length=2)


KIND = Kind(
    label="Sinonim",
    model=Sinonim,
    files=(FilePattern("acuan/sinonim.yml"),),
    identify=lambda _, sinonim: RecordId(Sinonim.kind, slug=sinonim.kata[0].lower()),
    entries="sinonim",
)
