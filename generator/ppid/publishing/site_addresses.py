"""Where an address that stands on a page leads: to a file of the site, or elsewhere."""

import os
import re
from collections.abc import Collection
from pathlib import Path
from posixpath import normpath
from typing import Final

FRONT: Final = "index.html"
"""The file that a server sends for a folder."""
HOME: Final = "."
_ELSEWHERE: Final = re.compile(r"[a-z][a-z0-9+.-]*:|//", re.IGNORECASE)


def leads_elsewhere(address: str) -> bool:
    """Tell whether an address names a scheme or a host, so that it is none of this site's."""
    return _ELSEWHERE.match(address) is not None


def place_of(address: str, page: str, below: str = "") -> str:
    """Return the place to which an address on a page leads, from the root of the site.

    `address` is decoded and has neither query nor anchor; `page` is the file on which it stands.
    `below` is the path under which the site is served, for addresses that begin with a slash. The
    root itself is “.”; what leads out of the site begins with “..”.
    """
    if not address.startswith("/"):
        return normpath(f"{page.rpartition('/')[0]}/{address}".lstrip("/"))
    path, top = normpath(f"/{address.lstrip('/')}"), below.strip("/")
    if top and path != f"/{top}" and not path.startswith(f"/{top}/"):
        return f"..{path}"
    return path.lstrip("/").removeprefix(top).lstrip("/") or HOME


def file_sent(place: str, files: Collection[str]) -> str:
    """Return the file that a server sends for a place; nothing where it has none."""
    if place in files:
        return place
    front = FRONT if place == HOME else f"{place}/{FRONT}"
    return front if front in files else ""


def files_of(site: Path) -> set[str]:
    """Return the files of a site, from its root."""
    start = len(f"{site}/")
    return {f"{top}/{name}"[start:] for top, _, names in os.walk(site) for name in names}
