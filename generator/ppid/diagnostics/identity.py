"""The one key by which a record is known: in addresses, references, changes and diagnostics."""

from typing import NamedTuple


class RecordId(NamedTuple):
    """`kind` names the kind of record; parts that do not apply are empty (`tahun`: 0)."""

    kind: str
    opd: str = ""
    tahun: int = 0
    slug: str = ""

    def __str__(self) -> str:
        """Give a readable key such as `dik/dinkes/2019/kes-rekam-medis`."""
        parts = (self.kind, self.opd, str(self.tahun) if self.tahun else "", self.slug)
        return "/".join(part for part in parts if part)
