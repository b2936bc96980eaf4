"""Every link inside the finished site leads to a file of it; one that does not stops the build."""

import re
from collections.abc import Collection, Mapping
from html import unescape
from pathlib import Path
from types import MappingProxyType
from typing import Final
from urllib.parse import unquote, urlsplit

from ppid.publishing.site_addresses import file_sent, files_of, leads_elsewhere, place_of

# What a page links to or loads, up to a query or an anchor; a mere anchor stays on its page. Two
# patterns that begin with plain letters are found three times as fast as one with a choice.
_LINKED: Final = re.compile(rb'href="([^"#?]+)')
_LOADED: Final = re.compile(rb'src="([^"#?]+)')
_SHOWN: Final = 10


class DeadLinkError(Exception):
    """Links that lead nowhere; the message names them and a page on which each stands."""


class LinkReader:
    """Reads where pages lead: `first` has each target with the first page that leads there.

    Nearly all links go up to the root of the site first. At one depth these lead to the same place
    from every page, so each is looked at once for a depth and not once for a page.
    """

    def __init__(self, below: str = "") -> None:
        """Begin without a page; `below` is the path under which the site is served."""
        self.first: dict[str, str] = {}
        self._below = below
        self._known: dict[int, set[bytes]] = {}

    def take(self, page: str, html: bytes) -> None:
        """Read the file of a page."""
        depth = page.count("/")
        known = self._known.setdefault(depth, set())
        found = {*_LINKED.findall(html), *_LOADED.findall(html)} - known
        up = b"../" * depth
        known.update(address for address in found if up and address.startswith(up))
        for address in sorted(found):
            written = unquote(unescape(address.decode("utf-8", "replace")))
            if not leads_elsewhere(written):
                self.first.setdefault(place_of(written, page, self._below), page)


def refuse_dead_links(
    folder: Path, site_url: str, links: Mapping[str, str], read: Collection[str]
) -> None:
    """Raise DeadLinkError when a page in `folder` links to what is not there.

    `site_url` tells below which path the site is served, which the page for lost visitors needs;
    `links` is where the files in `read` lead.
    """
    dead = find_dead_links(folder, urlsplit(site_url).path, links, read)
    if dead:
        listed = [f"“{target}” pada halaman “{page}”" for target, page in dead.items()]
        more = [f"dan {len(listed) - _SHOWN} lagi"] if len(listed) > _SHOWN else []
        lines = "\n  ".join([*listed[:_SHOWN], *more])
        message = f"{len(dead)} alamat di dalam situs tidak ada:\n  {lines}"
        raise DeadLinkError(message)


def find_dead_links(
    folder: Path,
    below: str = "",
    links: Mapping[str, str] = MappingProxyType({}),
    read: Collection[str] = (),
) -> Mapping[str, str]:
    """Return what pages link to and the site lacks, each with a page that does."""
    files = files_of(folder)
    reader = LinkReader(below)
    for page in sorted(name for name in files if name.endswith(".html") and name not in read):
        reader.take(page, (folder / page).read_bytes())
    return {
        target: page
        for target, page in sorted({**links, **reader.first}.items())
        if not file_sent(target, files)
    }
