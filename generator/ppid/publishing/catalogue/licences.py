"""Licences as bodies write them, and as catalogues name them."""

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Licence:
    """A licence of data; `url` is empty where nobody knows where it can be read."""

    name: str
    url: str = ""

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
        kind = f"by{(found[1] or '').lower()}"
        return Licence(text.strip(), f"https://creativecommons.org/licenses/{kind}/{found[2]}/")
    if text.strip() in {"CC0", "CC0 1.0"}:
        return Licence(text.strip(), "https://creativecommons.org/publicdomain/zero/1.0/")
    return Licence(text.strip())
