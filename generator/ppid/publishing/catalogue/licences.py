"""Licences as bodies write them, and as catalogues name them."""

import re
from dataclasses import dataclass
from enum import Enum


class LicenceKind(Enum):
    """What a licence asks, in the words of ADMS and in Indonesian."""

    NOTHING = ("PublicDomain", "Milik umum")
    ATTRIBUTION = ("Attribution", "Menyebut sumbernya")


@dataclass(frozen=True, slots=True)
class Licence:
    """A licence of data; `url` is empty where nobody knows where it can be read.

    `kind` is None where it asks anything beside the source: ADMS has no word that says all of it.
    """

    name: str
    url: str = ""
    kind: LicenceKind | None = None

    @property
    def as_package(self) -> dict[str, str]:
        """The licence in the words of a Data Package."""
        known = {"name": self.name.replace(" ", "-"), "path": self.url} if self.url else {}
        return {**(known or {"name": "other"}), "title": self.name}


_CREATIVE_COMMONS = re.compile(r"CC BY(-SA|-ND|-NC|-NC-SA|-NC-ND)? ([34]\.0)")


def licence_of(text: str) -> Licence | None:
    """Read a licence such as “CC BY-SA 4.0”; None where none is written."""
    if not text:
        return None
    found = _CREATIVE_COMMONS.fullmatch(text.strip())
    if found:
        terms = f"by{(found[1] or '').lower()}"
        url = f"https://creativecommons.org/licenses/{terms}/{found[2]}/"
        return Licence(text.strip(), url, None if found[1] else LicenceKind.ATTRIBUTION)
    if text.strip() in {"CC0", "CC0 1.0"}:
        url = "https://creativecommons.org/publicdomain/zero/1.0/"
        return Licence(text.strip(), url, LicenceKind.NOTHING)
    return Licence(text.strip())
