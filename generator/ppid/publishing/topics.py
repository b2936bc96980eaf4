"""What is often looked for in all OPDs at once (`law/topik.yml`), and the index of all titles."""

import re
from typing import Final

from pydantic import BaseModel, ConfigDict

from ppid.core.page import Link
from ppid.kinds.dip.model import InformasiPublik, codes_in
from ppid.law import words_in

A_TO_Z: Final = Link("Judul dari A sampai Z", "informasi/a-z/")


class Topik(BaseModel):
    """What belongs together: rows that name an obligation, or a word in their title."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    slug: str
    judul: str
    ringkasan: str
    kewajiban: tuple[str, ...]
    kata: tuple[str, ...]
    regulasi: bool = False

    @property
    def link(self) -> Link:
        """The page of the topic."""
        return Link(self.judul, f"informasi/topik/{self.slug}/")

    def holds(self, row: InformasiPublik) -> bool:
        """Tell whether a row is about it."""
        codes = codes_in(row.kewajiban)
        named = any(
            code == one or code.startswith(f"{one}.") for code in codes for one in self.kewajiban
        )
        title = row.informasi.casefold()
        return named or any(re.search(rf"\b{re.escape(word)}\b", title) for word in self.kata)


TOPICS: Final = words_in("topik.yml", tuple[Topik, ...])
